//! Whose kit it is and how to write to them.

use super::PhotoView;
use serde::Serialize;

/// Whose kit it is.
#[derive(Clone, Debug, Serialize)]
pub struct CreatorView {
    /// Name, as printed.
    pub name: String,
    /// The name word by word.
    pub words: Vec<String>,
    /// What to call them in passing: the first name of a person with two, else the whole name.
    pub short_name: String,
    /// First letters of the first and the last word.
    pub initials: String,
    /// `person`, `show`, `group` or `company`.
    pub kind: &'static str,
    /// The people of a show, group or company.
    pub people: Vec<PersonView>,
    /// One line.
    pub tagline: Option<String>,
    /// Two or three lines more.
    pub standfirst: Option<String>,
    /// Place in words.
    pub location: Option<String>,
    /// Country in words.
    pub country: Option<String>,
    /// The country's code: `ES`.
    pub country_code: Option<String>,
    /// Languages in words.
    pub languages: Vec<String>,
    /// The same as BCP 47 tags: `es`.
    pub language_tags: Vec<String>,
    /// What the work is about.
    pub pillars: Vec<PillarView>,
    /// Short sentences.
    pub highlights: Vec<String>,
    /// Pronouns.
    pub pronouns: Option<String>,
    /// How to say the name.
    pub pronunciation: Option<String>,
    /// Portrait.
    pub portrait: Option<PhotoView>,
    /// First picture.
    pub hero: Option<PhotoView>,
    /// Whether the creator is a minor, who is written to through a guardian.
    pub minor: bool,
}

/// A person.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// Name.
    pub name: String,
    /// What they do.
    pub role: Option<String>,
}

/// One theme of the work.
#[derive(Clone, Debug, Serialize)]
pub struct PillarView {
    /// Name.
    pub name: String,
    /// A sentence.
    pub text: Option<String>,
}

/// How to write.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// The ways, the first way first. Those of a minor are the guardian's.
    pub ways: Vec<Way>,
    /// "Answers within two days".
    pub reply: Option<String>,
    /// Who manages the creator.
    pub manager: Option<ManagerView>,
    /// Who is responsible for a minor. Where `creator.minor` is true, `ways` above are the same as
    /// the guardian's: print them once, with the guardian's name.
    pub guardian: Option<ManagerView>,
}

/// One way to write.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// `email`, `phone`, `whatsapp`, `dm` or `booking`.
    pub kind: &'static str,
    /// What it is called: "E-mail".
    pub label: String,
    /// As printed.
    pub text: String,
    /// Where a click leads: a mail and a WhatsApp message begin with an enquiry to fill in.
    pub href: String,
    /// The same address with nothing in it, for machines: `mailto:partners@example.com`.
    pub address: String,
}

/// Who manages the creator.
#[derive(Clone, Debug, Serialize)]
pub struct ManagerView {
    /// Name.
    pub name: Option<String>,
    /// Agency.
    pub agency: Option<String>,
    /// Ways to write.
    pub ways: Vec<Way>,
    /// Countries in words.
    pub regions: Vec<String>,
}
