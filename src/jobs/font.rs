//! A font and the characters that pages use to the file that pages get: WOFF2 with nothing else
//! in it.
//!
//! What is kept of a font's features is what browsers apply unasked, and the kinds of figures
//! that stylesheets ask for.

use super::{Fault, Key};
use crate::theme::Master;
use read_fonts::collections::IntSet;
use read_fonts::types::{NameId, Tag};
use read_fonts::{FontRef, TableProvider};
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::MetadataProvider;
use std::collections::BTreeSet;
use std::sync::Arc;
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};

/// Everything that fonts are made with, as [`super::MAKERS`] is for pictures.
pub(super) const MAKERS: &str = "1 skera 0.9.0, skrifa 0.49.0, read-fonts 0.46.0, \
                                 write-fonts 0.55.0, ttf2woff2 0.14.1, brotli 9.1.1";

/// Lining, proportional and tabular figures.
const FIGURES: [&[u8; 4]; 3] = [b"lnum", b"pnum", b"tnum"];

/// What every copy has to say of itself: whose it is, its family and its licence.
const NAMES: [u16; 3] = [0, 1, 14];

/// One file made of a font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Font {
    /// The font.
    pub master: Arc<Master>,
    /// What it is to show. A character that it lacks makes no difference.
    pub characters: BTreeSet<char>,
}

impl Font {
    pub(super) fn key(&self) -> Key {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"pitchkit font ");
        hasher.update(MAKERS.as_bytes());
        hasher.update(&self.master.content);
        for &character in &self.characters {
            hasher.update(&u32::from(character).to_le_bytes());
        }
        Key::of(&hasher)
    }
}

/// The characters of `text` that are not ASCII. In most texts these are few and far between, so
/// what lies between them is looked at as bytes.
pub fn beyond_ascii(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = rest.bytes().position(|byte| !byte.is_ascii())?;
        let mut characters = rest[at..].chars();
        let character = characters.next();
        rest = characters.as_str();
        character
    })
}

/// Those of `characters` that the font has.
pub fn covered(master: &Master, characters: &BTreeSet<char>) -> Result<BTreeSet<char>, Fault> {
    let font = open(master)?;
    let letters = font.charmap();
    let has = |character: &&char| letters.map(**character).is_some();
    Ok(characters.iter().filter(has).copied().collect())
}

/// The font in a file, if all is there that letters are drawn with: of what is missing the tools
/// below would make a font without it.
fn open(master: &Master) -> Result<FontRef<'_>, Fault> {
    let font = FontRef::new(&master.bytes).map_err(|_| Fault::font())?;
    let whole = font.head().is_ok()
        && font.maxp().is_ok()
        && font.cmap().is_ok()
        && font.hhea().is_ok()
        && font.hmtx().is_ok()
        && font.loca(None).is_ok()
        && font.glyf().is_ok();
    if whole { Ok(font) } else { Err(Fault::font()) }
}

/// The file. Equal jobs give equal bytes on every machine.
pub fn font(job: &Font) -> Result<Vec<u8>, Fault> {
    let options = EncodeOptions {
        quality: BrotliQuality::from(11),
        transform_glyf_loca: true,
        ..EncodeOptions::default()
    };
    encode_with_options(&subset(job)?, options).map_err(|_| Fault::font())
}

/// The font with nothing in it but what the job needs, as TrueType.
fn subset(job: &Font) -> Result<Vec<u8>, Fault> {
    let font = open(&job.master)?;
    let flags =
        SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_OPTIMIZE_IUP_DELTAS;
    let mut dropped: IntSet<Tag> = DEFAULT_DROP_TABLES.iter().copied().collect();
    // For those who choose a style by name, which a page does not.
    dropped.insert(Tag::new(b"STAT"));
    let mut features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    features.extend(FIGURES.map(Tag::new));
    let plan = Plan::new(
        &IntSet::empty(),
        &job.characters.iter().map(|&c| u32::from(c)).collect(),
        &font,
        flags,
        &dropped,
        &IntSet::all(),
        &features,
        &NAMES.map(NameId::new).into_iter().collect(),
        &IntSet::all(),
    );
    subset_font(&font, &plan).map_err(|_| Fault::font())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn master() -> Arc<Master> {
        let bytes = include_bytes!("../../themes/editorial/fonts/newsreader-text.ttf");
        let path = "fonts/newsreader-text.ttf".to_string();
        Arc::new(Master::new(path, Cow::Borrowed(bytes)))
    }

    fn job(characters: &str) -> Font {
        Font {
            master: master(),
            characters: characters.chars().collect(),
        }
    }

    #[test]
    fn a_font_has_what_it_is_asked_for_and_no_more() {
        fn check(characters: &str, expected: &str) {
            let job = job(characters);
            let bytes = subset(&job).expect("a font");
            let small = FontRef::new(&bytes).expect("a font");
            let cmap = small.cmap().expect("characters");
            let has = |c: &char| cmap.map_codepoint(*c).is_some();
            let all: String = ('\u{20}'..'\u{2fff}').filter(has).collect();
            assert_eq!(all, expected, "{characters}");
            assert!(small.fvar().is_ok(), "{characters}: it has weights");

            let made = font(&job).expect("a font");
            assert!(made.starts_with(b"wOF2"), "{characters}");
            assert!(made.len() < bytes.len(), "{characters}");
            assert_eq!(made, font(&job).expect("a font"));
        }
        check("Maite", "Maeit");
        check("łé1", "1éł");
        check("日本a", "a");
    }

    #[test]
    fn what_a_font_lacks_is_not_covered() {
        fn check(characters: &str, expected: &str) {
            let asked = characters.chars().collect();
            let covered = covered(&master(), &asked).expect("a whole font");
            assert_eq!(covered, expected.chars().collect(), "{characters}");
        }
        check("aé", "aé");
        check("łőţṹ", "łőţ");
        check("日本a★", "a");
        check("", "");
    }

    #[test]
    fn a_font_that_is_none_is_refused() {
        fn check(bytes: &'static [u8]) {
            let master = Arc::new(Master::new("fonts/x.ttf".to_string(), bytes.into()));
            let characters = BTreeSet::from(['a']);
            let fault = covered(&master, &characters).expect_err("no font");
            assert_eq!(fault.rule, "theme-font");
            assert!(font(&Font { master, characters }).is_err());
        }
        check(b"");
        check(b"wOF2 is not what masters are");
        check(&include_bytes!("../../themes/editorial/fonts/newsreader-text.ttf")[..1000]);
    }

    #[test]
    fn a_key_is_of_the_font_and_its_characters() {
        let other = Font {
            master: Arc::new(Master::new("fonts/x.ttf".to_string(), b"x".into())),
            ..job("ab")
        };
        let keys = [job("ab"), job("abc"), job(""), other].map(|font| font.key());
        assert_eq!(BTreeSet::from(keys).len(), keys.len());
        assert_eq!(job("ab").key(), job("ba").key());
    }
}
