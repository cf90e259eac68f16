//! `collaborations/*.md`: past campaigns.

use super::{Exact, Link, Markdown, Permission, PhotoRef, Prose, Relationship, Visibility, When};
use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;

/// `collaborations/NAME.md`
#[derive(Clone, Debug)]
pub struct Collaboration {
    /// The file.
    pub file: FileId,
    /// The file's name without `.md`.
    pub slug: String,
    /// Brand.
    pub brand: Spanned<String>,
    /// Title.
    pub title: Option<Prose>,
    /// When.
    pub date: Option<Spanned<When>>,
    /// The brand's trade.
    pub sector: Option<String>,
    /// What was wanted.
    pub goal: Option<Prose>,
    /// What was made.
    pub made: Vec<Prose>,
    /// A photo.
    pub photo: Option<PhotoRef>,
    /// Where to see it.
    pub links: Vec<Link>,
    /// How they worked together.
    pub relationship: Option<Relationship>,
    /// How it was marked.
    pub disclosure: Option<String>,
    /// What came of it.
    pub results: Vec<CaseResult>,
    /// What the brand said.
    pub quote: Option<CaseQuote>,
    /// The creator's own line.
    pub note: Option<Prose>,
    /// What the brand allows.
    pub permission: Permission,
    /// Not before this day.
    pub embargo_until: Option<Spanned<Date>>,
    /// Whether the brand came back.
    pub renewed: bool,
    /// Whether it comes first.
    pub featured: bool,
    /// Keywords.
    pub tags: Vec<String>,
    /// Who may see it.
    pub visibility: Visibility,
    /// The text below the facts.
    pub body: Markdown,
}

/// `[[results]]` of a collaboration.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// What was counted, in the creator's words or a metric's name.
    pub metric: Spanned<String>,
    /// The value; `None` is "not tracked".
    pub value: Option<Measured>,
    /// What it is measured against, in words.
    pub basis: Option<String>,
    /// What is usual for this creator.
    pub usual: Option<Measured>,
    /// What was hoped for.
    pub target: Option<Measured>,
    /// How many days after publishing.
    pub measured_on_day: Option<u32>,
    /// Where the number came from.
    pub source: Option<String>,
}

/// A value typed in a collaboration: a number, perhaps with a percent sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Where.
    pub span: Span,
    /// The number.
    pub number: Exact,
    /// Whether it was written with `>`.
    pub floor: bool,
    /// Whether it was written with `%`.
    pub percent: bool,
}

/// What a brand said of a collaboration.
#[derive(Clone, Debug)]
pub struct CaseQuote {
    /// What was said.
    pub text: String,
    /// By whom.
    pub person: Option<String>,
    /// Their role.
    pub role: Option<String>,
}
