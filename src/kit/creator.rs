//! `[creator]` and `[audience]`: who the kit presents.

use super::expected;
use super::fields::Fields;
use super::{CreatorKind, Markdown, PhotoRef, Prose, country_code, language_tag};
use crate::source::{Diagnostic, Spanned};

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

/// `[creator]`
pub(super) fn creator(f: &mut Fields<'_, '_, '_>) -> Option<Creator> {
    let name = f.text("name", 120, "Your name, as it is to be printed");
    let name = f.required("name", name);
    let kind = f.choice("kind", "What the kit presents; person unless said");
    let people = f.tables("people", "The people of a show, group or company", |f| {
        let name = f.text("name", 120, "Name");
        let name = f.required("name", name);
        let role = f.text("role", 120, "What they do").map(|text| text.value);
        Some(Person {
            name: name?.value,
            role,
        })
    });
    let creator = Creator {
        kind: kind.map_or(CreatorKind::Person, |kind| kind.value),
        people,
        tagline: f.prose("tagline", 200, "One line that says what you do"),
        standfirst: f.prose("standfirst", 500, "Two or three lines more"),
        location: f.text("location", 120, "Where you live, in words"),
        country: f.parsed(
            "country",
            "Where you live: a country code such as ES",
            expected::COUNTRY,
            country_code,
        ),
        languages: f.parsed_list(
            "languages",
            "The languages you make things in, as codes: [\"es\", \"en\"]",
            expected::LANGUAGE,
            language_tag,
        ),
        pillars: pillars(f),
        highlights: highlights(f),
        pronouns: f.text("pronouns", 60, "Pronouns").map(|text| text.value),
        pronunciation: f
            .text("pronunciation", 120, "How to say your name")
            .map(|text| text.value),
        portrait: f.photo("portrait", "A portrait: photos/portrait.jpg"),
        hero: f.photo("hero", "The first picture of the kit: photos/trail.jpg"),
        minor: f.flag(
            "minor",
            "Whether you are under age: a guardian is then the contact",
        ),
        name: name?,
    };
    Some(creator)
}

fn pillars(f: &mut Fields<'_, '_, '_>) -> Vec<Pillar> {
    f.texts_or_tables(
        "pillars",
        "What your work is about: names, or { name, text }",
        |f, entry| {
            let text = f.plain(entry, "pillars", 120)?;
            Some(Pillar {
                name: f.prose_of(&text),
                text: None,
            })
        },
        |f| {
            let name = f.prose("name", 120, "Name");
            let name = f.required("name", name);
            let text = f.prose("text", 400, "A sentence on it");
            Some(Pillar { name: name?, text })
        },
    )
}

fn highlights(f: &mut Fields<'_, '_, '_>) -> Vec<Prose> {
    let texts = f.texts(
        "highlights",
        160,
        "At most five short sentences that speak for you",
    );
    if let Some(sixth) = texts.get(5) {
        f.say(
            Diagnostic::error("too-many", "there can be at most five `highlights`")
                .at(sixth.span)
                .hint("keep the five that a brand would remember"),
        );
    }
    texts.iter().map(|text| f.prose_of(text)).collect()
}

/// `[audience]`
pub(super) fn audience(f: &mut Fields<'_, '_, '_>) -> Option<AudienceWords> {
    let about = f.markdown("about", 600, "Who they are, in your words; Markdown");
    let interests = f.texts("interests", 80, "What they care about");
    Some(AudienceWords {
        about,
        interests: interests.into_iter().map(|text| text.value).collect(),
    })
}
