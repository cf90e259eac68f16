//! `[faces]` of `theme.toml`: families of fonts, and what stands in for them until they are there.
//!
//! What is written here ends up in stylesheets, so it is held to letters, digits and numbers.

use serde::Deserialize;
use std::borrow::Cow;

/// A family of fonts that a theme brings along.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Face {
    /// Its name in stylesheets.
    pub family: String,
    /// What kind of family it is, for readers who have nothing else.
    pub generic: Generic,
    /// The font for upright text: a TrueType file in the theme's `fonts/`.
    pub roman: String,
    /// The font for italic text. Without one, browsers slant the upright one.
    #[serde(default)]
    pub italic: Option<String>,
    /// The least and the greatest weight that the fonts can be set in.
    pub weights: (u16, u16),
    /// How far a line reaches above its base line, in percent of the font's size.
    pub ascent: f64,
    /// How far a line reaches below its base line, in percent of the font's size.
    pub descent: f64,
    /// Whether the upright font is so much of the first screen that pages ask for it at once.
    #[serde(default)]
    pub preload: bool,
    /// What stands in for the family until its fonts are there, the best first.
    #[serde(default)]
    pub fallbacks: Vec<Fallback>,
}

/// A family that many readers have, made as wide and as high as ours, so that nothing moves when
/// ours takes its place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fallback {
    /// What it is called after ours: `Georgia`.
    pub name: String,
    /// For upright text.
    pub roman: Local,
    /// For italic text.
    #[serde(default)]
    pub italic: Option<Local>,
}

/// Fonts of the reader's own that are equally wide.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// Their full names; the first that the reader has is taken.
    pub local: Vec<String>,
    /// Their size in percent that makes English text as wide as ours.
    pub size: f64,
}

/// A kind of family that every browser has some font of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Generic {
    /// With serifs.
    Serif,
    /// Without.
    SansSerif,
    /// With letters of one width.
    Monospace,
}

impl Generic {
    /// The keyword of CSS.
    pub fn css(self) -> &'static str {
        match self {
            Generic::Serif => "serif",
            Generic::SansSerif => "sans-serif",
            Generic::Monospace => "monospace",
        }
    }
}

/// A font as its makers drew it, of which pages get what they use.
#[derive(Debug, PartialEq, Eq)]
pub struct Master {
    /// Its path in the theme: `fonts/newsreader-text.ttf`.
    pub path: String,
    /// A TrueType font.
    pub bytes: Cow<'static, [u8]>,
    /// BLAKE3 of the bytes.
    pub content: [u8; 32],
}

impl Master {
    /// The font that `bytes` hold, at `path` in its theme.
    pub fn new(path: String, bytes: Cow<'static, [u8]>) -> Master {
        Master {
            path,
            content: blake3::hash(&bytes).into(),
            bytes,
        }
    }
}

impl Face {
    /// The names of its fonts' files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        [Some(&self.roman), self.italic.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
    }

    /// What makes the face unusable though it can be read.
    pub(super) fn problem(&self) -> Option<String> {
        let locals = |fallback: &Fallback| {
            let italic = fallback.italic.clone();
            [Some(fallback.roman.clone()), italic].into_iter().flatten()
        };
        let locals: Vec<Local> = self.fallbacks.iter().flat_map(locals).collect();
        let names = self.fallbacks.iter().map(|fallback| &fallback.name);
        let mut names = names.chain(locals.iter().flat_map(|local| &local.local));
        let plain = |name: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || " -".contains(c);
            !name.is_empty() && name.chars().all(fits)
        };
        if let Some(name) = std::iter::once(&self.family)
            .chain(&mut names)
            .find(|name| !plain(name))
        {
            return Some(format!(
                "`{name}` is no name of a font: letters, digits, spaces and hyphens"
            ));
        }
        let ours = |file: &str| file.strip_suffix(".ttf").is_some_and(plain);
        if let Some(file) = self.files().find(|file| !ours(file)) {
            return Some(format!(
                "`{file}` is no TrueType file in the theme's `fonts/`"
            ));
        }
        let (least, greatest) = self.weights;
        if least == 0 || least > greatest || greatest > 1000 {
            return Some("`weights` are two of 1 to 1000, the lesser first".to_string());
        }
        let mut sizes = locals.iter().map(|local| local.size);
        if !sizes.all(|size| (10.0..=1000.0).contains(&size))
            || ![self.ascent, self.descent]
                .iter()
                .all(|height| (0.0..=1000.0).contains(height))
        {
            return Some("`ascent`, `descent` and `size` are percentages".to_string());
        }
        None
    }
}
