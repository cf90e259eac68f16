//! What may be seen to paper and to a card: a theme's `kit.typ` and `card.typ`, set by Typst.
//!
//! Typst runs in the process and sees what the job holds and nothing else: no disk, no network, no
//! clock, no fonts of the system, no packages. What it warns of is an error, since it warns of
//! what would be seen. Without the feature `paper` nothing can be set.

#[cfg(feature = "paper")]
mod code;
#[cfg(feature = "paper")]
mod desk;
mod letters;
#[cfg(feature = "paper")]
mod part;
#[cfg(feature = "paper")]
mod texts;
#[cfg(feature = "paper")]
mod words;

pub use letters::missing;

use super::{Fault, Key, Picture};
use crate::source::FileId;
use crate::theme::Master;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Whether documents can be set at all.
pub const CAN_TYPESET: bool = cfg!(feature = "paper");

/// Everything that documents are set with, as [`super::MAKERS`] is for pictures.
pub(super) const MAKERS: &str =
    "3 typst 0.15.1, typst-pdf 0.15.1, typst-render 0.15.1, mozjpeg-sys 2.2.3";

/// What all templates of paper have in common, by name.
#[cfg(feature = "paper")]
const COMMON: [(&str, &str); 2] = [
    ("paper.typ", include_str!("paper.typ")),
    ("columns.typ", include_str!("columns.typ")),
];

/// A document of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typeset {
    /// What comes of it.
    pub document: Document,
    /// How it is to look, as JSON: `look` of the templates.
    pub look: String,
    /// What it is made of.
    pub paper: Arc<Paper>,
    /// [`Paper::content`] of it, which is worked out once for all documents.
    pub content: [u8; 32],
}

/// What a theme's template is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// `kit.typ`, as a tagged PDF (PDF/UA-1).
    Pdf,
    /// `card.typ`, one page of 1200 by 630 points, as a JPEG of as many pixels.
    Card,
}

/// What the documents of a kit are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The theme's templates, by the name of their files.
    pub templates: BTreeMap<String, Template>,
    /// What may be seen, as JSON: `view` of the templates, where it is in letters that fonts have.
    pub view: String,
    /// Signs in it that none of the fonts has.
    pub signs: BTreeSet<char>,
    /// The language of the words.
    pub language: String,
    /// The kit's own words.
    pub own_words: BTreeMap<String, String>,
    /// Families and their fonts.
    pub fonts: Vec<(String, Arc<Master>)>,
    /// The pictures, in the order of their numbers: `picture/0.jpg`.
    pub pictures: Vec<Picture>,
    /// Where the kit is on the web, for the code that leads there.
    pub url: Option<String>,
    /// Whether it is for one brand alone: then no cache keeps what comes of it.
    pub is_private: bool,
}

/// A template of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it says.
    pub text: String,
    /// The file of the kit, if it is the kit's own.
    pub origin: Option<FileId>,
}

impl Document {
    /// The template it is set from.
    pub fn template(self) -> &'static str {
        match self {
            Document::Pdf => "kit.typ",
            Document::Card => "card.typ",
        }
    }
}

impl Paper {
    /// BLAKE3 of all of it: equal papers have equal contents.
    pub fn content(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let mut add = |part: &[u8]| add(&mut hasher, part);
        add(self.view.as_bytes());
        add(self.signs.iter().collect::<String>().as_bytes());
        add(self.url.as_deref().unwrap_or_default().as_bytes());
        add(self.language.as_bytes());
        add(&crate::words::content());
        for (name, text) in &self.own_words {
            add(name.as_bytes());
            add(text.as_bytes());
        }
        for (name, template) in &self.templates {
            add(name.as_bytes());
            add(template.text.as_bytes());
        }
        for (family, master) in &self.fonts {
            add(family.as_bytes());
            add(&master.content);
        }
        for picture in &self.pictures {
            add(picture.key().bytes());
        }
        hasher.finalize().into()
    }
}

impl Typeset {
    /// `form` of its look: `full` or `one-page`.
    #[cfg(feature = "paper")]
    fn form(&self) -> String {
        let look: serde_json::Value = serde_json::from_str(&self.look).unwrap_or_default();
        look["form"].as_str().unwrap_or_default().to_string()
    }

    pub(super) fn key(&self) -> Key {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"pitchkit document ");
        let mut add = |part: &[u8]| add(&mut hasher, part);
        add(MAKERS.as_bytes());
        #[cfg(feature = "paper")]
        COMMON.iter().for_each(|(_, text)| add(text.as_bytes()));
        add(self.document.template().as_bytes());
        add(self.look.as_bytes());
        add(&self.content);
        Key::of(&hasher)
    }
}

/// Hashes `part` with its length, so that no two documents read the same.
fn add(hasher: &mut blake3::Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes());
    hasher.update(part);
}

/// The file; `pictures` are those that the job names, in the same order.
#[cfg(feature = "paper")]
pub fn typeset(job: &Typeset, pictures: Vec<Vec<u8>>) -> Result<Vec<u8>, Fault> {
    desk::typeset(job, pictures)
}

/// Without Typst nothing can be set, and no job should ask for it.
#[cfg(not(feature = "paper"))]
pub fn typeset(_: &Typeset, _: Vec<Vec<u8>>) -> Result<Vec<u8>, Fault> {
    Err(Fault::template(
        "cannot be set: this pitchkit was built without `paper`".to_string(),
    ))
}

/// `text` as it can be set: spaces and hyphens that fonts lack become the ones they have, and what
/// cannot be seen is left out, as are pictures among letters, for which no theme has a font. What is
/// set apart to be read from the left stays so: `document` in `paper.typ` heeds it.
pub fn printable(text: &str) -> String {
    if text
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_control())
    {
        return text.to_string();
    }
    let characters = text.chars().filter_map(|c| match c {
        '\u{2009}' | '\u{202f}' => Some('\u{a0}'),
        '\u{2011}' => Some('-'),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2065}' => None,
        '\u{2067}' | '\u{2068}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}' => None,
        c if c.is_control() && c != '\n' => None,
        c => Some(c),
    });
    characters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_is_left_out() {
        fn check(text: &str, expected: &str) {
            assert_eq!(printable(text), expected);
        }
        check("1\u{202f}200\u{2009}€", "1\u{a0}200\u{a0}€");
        check("one\u{2011}pan 🍳\u{fe0f}", "one-pan ");
        check("\u{2066}@ane\u{2069}", "\u{2066}@ane\u{2069}");
        check("\u{2068}a\u{200f}", "a");
        check("Łódź, 日本", "Łódź, 日本");
    }
}
