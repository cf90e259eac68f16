//! `[site]` and `[numbers]`: how the kit looks and counts.

use super::{Density, Format, NumberName, Pdf, SectionId, Sheet};
use crate::source::Spanned;
use std::collections::BTreeMap;

/// `[numbers]`
#[derive(Clone, Debug)]
pub struct Numbers {
    /// Days of a window: 90 unless said.
    pub window_days: u32,
    /// The numbers of the first screen, three to five; empty when the kit leaves the choice to us.
    pub lead: Vec<Spanned<NumberName>>,
}

/// `[site]`
#[derive(Clone, Debug)]
pub struct Site {
    /// Where the site will be.
    pub url: Option<Spanned<url::Url>>,
    /// BCP 47 tag of the page's words: one of [`crate::words::LANGUAGES`].
    pub language: String,
    /// The same kit in other languages.
    pub versions: Vec<Version>,
    /// Theme.
    pub theme: Option<Spanned<String>>,
    /// Accent colour.
    pub accent: Option<Spanned<Colour>>,
    /// Colour of the page.
    pub ground: Option<Spanned<Colour>>,
    /// Paper.
    pub sheet: Sheet,
    /// A kit's own fonts: role to file or family.
    pub fonts: BTreeMap<String, Spanned<String>>,
    /// How much air.
    pub density: Density,
    /// Which PDFs.
    pub pdf: Pdf,
    /// Which sections in which order; empty for all in the usual order.
    pub sections: Vec<Spanned<SectionId>>,
    /// Whether search engines may list it.
    pub indexing: bool,
    /// Picture formats; empty for the theme's choice.
    pub formats: Vec<Format>,
}

/// The kit in another language.
#[derive(Clone, Debug)]
pub struct Version {
    /// BCP 47 tag.
    pub language: Spanned<String>,
    /// Where it is.
    pub url: Spanned<String>,
}

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}
