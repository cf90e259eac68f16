//! `theme.toml`: what a theme says of itself, and the values its stylesheet is made with.

use super::fault::{self, Fault};
use super::kind;
use super::{Choosable, Face, Rgb};
use crate::kit::{Choice, Format};
use crate::source::{Diagnostic, Diagnostics, FileId, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// `theme.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of what the theme relies on: [`super::API`].
    pub api: u32,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub description: String,
    /// The manner of its headings: one of [`crate::words::VOICES`].
    #[serde(default)]
    pub voice: Option<String>,
    /// Under which licence it may be used and changed.
    #[serde(default)]
    pub licence: Option<String>,
    /// A picture of it, by the name of a file in the theme's folder.
    #[serde(default)]
    pub preview: Option<String>,
    /// What a kit may choose, by name.
    #[serde(default)]
    pub options: BTreeMap<String, Choosable>,
    /// Picture formats, the preferred one first.
    #[serde(deserialize_with = "formats")]
    pub formats: Vec<Format>,
    /// Colours by name.
    pub tokens: BTreeMap<String, Tokens>,
    /// Colours made of the kit's accent, by name.
    #[serde(default)]
    pub accents: BTreeMap<String, Accent>,
    /// The accent of a kit that names none.
    pub accent: Rgb,
    /// Tokens that stand beside the accent, the first choice first: stylesheets get them without
    /// the one that is most like it, and with those hard to tell from it at the end.
    #[serde(default)]
    pub company: Vec<String>,
    /// Tokens and accents that are marks of charts: on a kit's own ground and in a kit's own accent
    /// they stay as far from the ground as marks need.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Places for pictures, by name.
    #[serde(default)]
    pub slots: BTreeMap<String, Slot>,
    /// The characters beyond ASCII that every page's fonts have, whether it shows them or not.
    #[serde(default)]
    pub punctuation: String,
    /// Families of fonts, by the name that stylesheets know them by.
    #[serde(default)]
    pub faces: BTreeMap<String, Face>,
    /// The PDF and the card.
    #[serde(default)]
    pub paper: OnPaper,
}

/// What a theme's documents need.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnPaper {
    /// The photos they may show.
    #[serde(default)]
    pub pictures: PaperPictures,
}

/// How wide in pixels photos are made for documents, by their place in the kit. None is made for a
/// place that is left out.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PaperPictures {
    /// The first picture.
    pub hero: Option<u32>,
    /// The portrait.
    pub portrait: Option<u32>,
    /// Those of the first six campaigns.
    pub case: Option<u32>,
    /// The first six of those shown for their own sake.
    pub gallery: Option<u32>,
    /// The first four between the story's paragraphs.
    pub story: Option<u32>,
    /// The first four stills of posts.
    pub post: Option<u32>,
    /// How wide and how high the first picture and the portrait are on the card at most, in pixels:
    /// there they are made as small as fills that. As in the PDF, if it is left out.
    pub card: Option<(u32, u32)>,
}

/// A colour on a light and on a dark page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// On a light page.
    pub light: Rgb,
    /// On a dark page.
    pub dark: Rgb,
}

/// A colour made of the kit's accent: its lightness is moved until text in it can be read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accent {
    /// The token it is seen against.
    pub on: String,
    /// How it may be on a light page.
    #[serde(default)]
    pub light: Limits,
    /// How it may be on a dark page.
    #[serde(default)]
    pub dark: Limits,
}

/// Bounds of a colour in OKLCH.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Least lightness, 0 to 1.
    pub darkest: f64,
    /// Greatest lightness, 0 to 1.
    pub lightest: f64,
    /// Greatest chroma, 0 to about 0.37.
    pub chroma: f64,
    /// Least contrast to the token it is on.
    pub contrast: f64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            darkest: 0.0,
            lightest: 1.0,
            chroma: 0.4,
            contrast: 4.5,
        }
    }
}

/// A place for a picture.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// How wide the whole picture is shown, as HTML's `sizes`; `{shape}` in it stands for the
    /// picture's width divided by its height.
    pub sizes: String,
    /// The widths it is made in, in pixels, ascending.
    pub widths: Vec<u32>,
    /// Width to height of what is shown; left out, the photo is shown whole.
    #[serde(default)]
    pub ratio: Option<(u32, u32)>,
}

impl Manifest {
    /// Reads `theme.toml`; `origin` is its place when it is the kit's own. `None` after an error
    /// was reported.
    pub(super) fn parse(
        text: &str,
        origin: Option<FileId>,
        diags: &mut Diagnostics,
    ) -> Option<Manifest> {
        let mut report = |message: String, range: Range<usize>| {
            let mut diagnostic = Diagnostic::error("theme-file", message);
            if let Some(file) = origin {
                diagnostic = diagnostic.at(Span::new(file, range));
            }
            diags.push(diagnostic);
        };
        let missing = fault::missing(text);
        let mut tell = |fault: &Fault| {
            let range = fault::place(text, &fault.path);
            report(fault.message.clone(), range.unwrap_or_default());
        };
        missing.iter().for_each(&mut tell);
        if !missing.is_empty() {
            return None;
        }
        let mistaken = kind::mistaken(text);
        if !mistaken.is_empty() {
            mistaken
                .into_iter()
                .for_each(|(message, range)| report(message, range));
            return None;
        }
        let manifest: Manifest = match toml::from_str(text) {
            Ok(manifest) => manifest,
            Err(error) => {
                let message = format!("`theme.toml` cannot be used: {}", error.message());
                report(message, error.span().unwrap_or_default());
                return None;
            }
        };
        let faults = fault::faults(&manifest);
        faults.iter().for_each(&mut tell);
        faults.is_empty().then_some(manifest)
    }

    /// The name in a `theme.toml`, whatever else is wrong with it.
    pub(super) fn name_in(text: &str) -> Option<String> {
        let table: toml::Table = toml::from_str(text).ok()?;
        Some(table.get("name")?.as_str()?.to_string())
    }
}

fn formats<'de, D>(deserializer: D) -> Result<Vec<Format>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    let words = Vec::<String>::deserialize(deserializer)?;
    words
        .iter()
        .map(|word| {
            let unknown = || serde::de::Error::custom(format!("`{word}` is no picture format"));
            Format::parse(word).ok_or_else(unknown)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r##"
api = 1
name = "x"
description = "y"
formats = ["webp"]
accent = "#b01f31"
tokens.ground = { light = "#ffffff", dark = "#000000" }
accents.accent = { on = "ground", light = { lightest = 0.5 } }
slots.hero = { sizes = "100vw", widths = [480, 960], ratio = [3, 2] }
[faces.text]
family = "A Serif"
generic = "serif"
roman = "a.ttf"
weights = [300, 400]
ascent = 73.5
descent = 26.5
[[faces.text.fallbacks]]
name = "Georgia"
roman = { local = ["Georgia"], size = 92.3 }
"##;

    #[test]
    fn a_manifest_that_cannot_be_used_is_refused_with_its_reason() {
        fn check(from: &str, to: &str, expected: Option<&str>) {
            let mut diags = Diagnostics::new();
            let manifest = Manifest::parse(&WHOLE.replacen(from, to, 1), None, &mut diags);
            assert_eq!(manifest.is_some(), expected.is_none(), "{to}");
            let said: Vec<_> = diags.iter().map(|d| d.message.clone()).collect();
            match expected {
                None => assert!(said.is_empty(), "{said:?}"),
                Some(part) => assert!(said.len() == 1 && said[0].contains(part), "{said:?}"),
            }
        }
        check("", "", None);
        check("api = 1", "api = 2", Some("version 2"));
        check("api = 1", "api = \"1\"", Some("must be a whole number"));
        check("\"webp\"", "\"gif\"", Some("`gif`"));
        check("[\"webp\"]", "[]", Some("no picture format"));
        check("tokens.ground", "tokens.paper", Some("no `ground`"));
        check("on = \"ground\"", "on = \"paper\"", Some("`paper`"));
        let preview = |file: &str| format!("preview = \"{file}\"\naccent = ");
        check("accent = ", &preview("preview.jpg"), None);
        check("accent = ", &preview("../a.jpg"), Some("`../a.jpg`"));
        check("accent = ", &preview("preview.html"), Some("no picture"));
        check("[480, 960]", "[960, 480]", Some("ascending"));
        check("[480, 960]", "[]", Some("ascending"));
        check("[3, 2]", "[3, 0]", Some("whole numbers"));
        check("#ffffff", "white", Some("#rrggbb"));
        check("name =", "nam =", Some("is `nam` meant"));
        check("\"A Serif\"", "\"A;\"", Some("[faces.text]`: `A;`"));
        check("[\"Georgia\"]", "[\"G'\"]", Some("`G'`"));
        check("generic = \"serif\"", "generic = \"url\"", Some("url"));
        check("[300, 400]", "[400, 300]", Some("`weights`"));
        check("\"a.ttf\"", "\"../a.ttf\"", Some("`../a.ttf`"));
        check("73.5", "-1", Some("percentages"));
        check("92.3", "nan", Some("percentages"));
    }

    #[test]
    fn all_that_is_wrong_is_told_with_its_line() {
        fn check(text: &str, expected: &[(&str, &str)]) {
            let mut diags = Diagnostics::new();
            let file = FileId::none();
            assert!(Manifest::parse(text, Some(file), &mut diags).is_none());
            let said: Vec<(&str, &str)> = diags
                .iter()
                .map(|d| {
                    let span = d.span.expect("a place");
                    let meant = &text[span.start as usize..span.end as usize];
                    (meant, d.message.as_str())
                })
                .collect();
            assert_eq!(said, expected);
        }
        check(
            "name = \"x\"",
            &["api", "description", "formats", "tokens", "accent"].map(|key| {
                let message: &str = Box::leak(format!("`theme.toml` has no `{key}`").into());
                ("", message)
            }),
        );
        let two = WHOLE
            .replace("on = \"ground\"", "on = \"paper\"")
            .replace("[480, 960]", "[960]")
            .replace("[3, 2]", "[3, 0]")
            .replace("[300, 400]", "[400, 300]")
            .replace("name = \"x\"", "name = \"../x\"");
        check(
            &two,
            &[
                ("name", "`name` is of small letters, digits and `-`"),
                ("on", "`[accents.accent]` is on `paper`, which is no token"),
                ("ratio", "`[slots.hero]`: `ratio` is two whole numbers"),
                (
                    "text",
                    "`[faces.text]`: `weights` are two of 1 to 1000, the lesser first",
                ),
            ],
        );
    }
}
