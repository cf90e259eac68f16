//! `[creator]` and `[audience]`: who the kit presents.

use super::{CreatorKind, Markdown, PhotoRef, Prose};
use crate::source::Spanned;

/// `[creator]`
#[derive(Clone, Debug)]
pub struct Creator {
    /// Name, as it is to be printed.
    pub name: Spanned<String>,
    /// What the kit presents.
    pub kind: CreatorKind,
    /// The people of a show, group or company.
    pub people: Vec<Person>,
    /// One line.
    pub tagline: Option<Prose>,
    /// Two or three lines more.
    pub standfirst: Option<Prose>,
    /// Place in words.
    pub location: Option<Spanned<String>>,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: Option<Spanned<String>>,
    /// BCP 47 tags.
    pub languages: Vec<Spanned<String>>,
    /// What the work is about.
    pub pillars: Vec<Pillar>,
    /// At most five short sentences.
    pub highlights: Vec<Prose>,
    /// Pronouns.
    pub pronouns: Option<String>,
    /// How to say the name.
    pub pronunciation: Option<String>,
    /// Portrait.
    pub portrait: Option<PhotoRef>,
    /// First picture.
    pub hero: Option<PhotoRef>,
    /// Whether the creator is a minor.
    pub minor: bool,
}

/// A person of a show, group or company.
#[derive(Clone, Debug)]
pub struct Person {
    /// Name.
    pub name: String,
    /// What they do.
    pub role: Option<String>,
}

/// One theme of the creator's work.
#[derive(Clone, Debug)]
pub struct Pillar {
    /// Name.
    pub name: Prose,
    /// A sentence.
    pub text: Option<Prose>,
}

/// `[audience]`
#[derive(Clone, Debug, Default)]
pub struct AudienceWords {
    /// Markdown, under 600 characters.
    pub about: Option<Markdown>,
    /// What they care about.
    pub interests: Vec<String>,
}
