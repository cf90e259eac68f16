//! `[site]` and `[numbers]`: how the kit looks and counts.

use super::expected::{self, Expected};
use super::fields::Fields;
use super::own::{OwnWords, incomplete};
use super::prose::unknown_name;
use super::setting::{Setting, settings};
use super::{Density, Format, NumberName, Pdf, SectionId, Sheet, language_tag, web_page};
use crate::source::{Diagnostic, Spanned};
use crate::words::{LANGUAGES, is_built_in};
use std::collections::BTreeMap;
use std::fmt;

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
    /// BCP 47 tag of the page's words: one that is built in, or that the kit's own words are in.
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
    /// What the kit chooses of its theme's options.
    pub options: BTreeMap<String, Spanned<Setting>>,
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

impl Colour {
    /// Reads `#rrggbb` or `#rgb`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let wide = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            6 => digits.to_string(),
            _ => return None,
        };
        let part = |at: usize| u8::from_str_radix(&wide[at..at + 2], 16).ok();
        Some(Colour {
            red: part(0)?,
            green: part(2)?,
            blue: part(4)?,
        })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Default for Numbers {
    fn default() -> Numbers {
        Numbers {
            window_days: 90,
            lead: Vec::new(),
        }
    }
}

impl Default for Site {
    fn default() -> Site {
        Site {
            url: None,
            language: "en".to_string(),
            versions: Vec::new(),
            theme: None,
            accent: None,
            ground: None,
            sheet: Sheet::default(),
            fonts: BTreeMap::new(),
            options: BTreeMap::new(),
            density: Density::default(),
            pdf: Pdf::default(),
            sections: Vec::new(),
            indexing: true,
            formats: Vec::new(),
        }
    }
}

/// `[numbers]`
pub(super) fn numbers(f: &mut Fields<'_, '_, '_>) -> Option<Numbers> {
    let window_days = f.whole("window_days", 7..=730, "Days of a window; 90 unless said");
    let written = f.texts(
        "lead",
        200,
        "The three to five numbers of the first screen, by name",
    );
    if let (Some(first), false) = (written.first(), (3..=5).contains(&written.len())) {
        let message = format!(
            "`lead` has {} numbers; a first screen takes three to five",
            written.len()
        );
        let place = written.get(5).unwrap_or(first).span;
        f.say(Diagnostic::error("out-of-range", message).at(place));
    }
    let mut lead = Vec::new();
    for text in written {
        match NumberName::parse(&text.value) {
            Some(name) => lead.push(Spanned::new(name, text.span)),
            None => f.say(unknown_name(&text.value, text.span)),
        }
    }
    f.reading().named.extend(lead.iter().cloned());
    Some(Numbers {
        window_days: window_days.map_or(90, |days| days.value),
        lead,
    })
}

/// `[site]`; `own` are the kit's own words.
pub(super) fn site(f: &mut Fields<'_, '_, '_>, own: Option<&OwnWords>) -> Option<Site> {
    let language = f.parsed(
        "language",
        "The language of the page's own words",
        Expected {
            what: &format!("a language that pages can have: {}", LANGUAGES.join(", ")),
            hint: |text| match language_tag(text) {
                Some(_) => Some("or bring its words yourself, below `[words]`".to_string()),
                None => (expected::LANGUAGE.hint)(text),
            },
        },
        |text| language_tag(text).filter(|tag| own.is_some() || is_built_in(tag)),
    );
    if let (Some(language), Some(own)) = (&language, own)
        && !is_built_in(&language.value)
        && let Some(warning) = incomplete(&language.value, own)
    {
        f.say(warning.at(language.span));
    }
    let language = language.map_or_else(|| "en".to_string(), |language| language.value);
    let versions = versions(f, &language);
    let colour = expected::COLOUR;
    let sections = f.choices(
        "sections",
        "The sections to show, in order; all of them unless said",
    );
    Some(Site {
        url: f.parsed(
            "url",
            "Where the kit will be on the web",
            expected::SITE,
            base_url,
        ),
        language,
        versions,
        theme: f.text("theme", 60, "The look: editorial, studio, pop"),
        accent: f.parsed("accent", "The one colour: #b01f31", colour, Colour::parse),
        ground: f.parsed(
            "ground",
            "The colour of the page: #fbfbfa",
            colour,
            Colour::parse,
        ),
        sheet: f
            .choice("sheet", "The paper of the PDF")
            .map_or(Sheet::A4, |choice| choice.value),
        fonts: f
            .table("fonts", "Your own fonts, from theme/fonts/", fonts)
            .unwrap_or_default(),
        options: settings(f, "options", "What the theme lets you choose"),
        density: f
            .choice("density", "How much air")
            .map_or(Density::Normal, |choice| choice.value),
        pdf: f
            .choice("pdf", "Which PDFs are made")
            .map_or(Pdf::Full, |choice| choice.value),
        sections,
        indexing: f.flag_or("indexing", true, "Search engines may list the kit"),
        formats: formats(f),
    })
}

/// The same kit in other languages than `own`, each of them once: who reads one finds the way there by
/// its name.
fn versions(f: &mut Fields<'_, '_, '_>, own: &str) -> Vec<Version> {
    let versions = f.tables("versions", "The same kit in other languages", |f| {
        let language = f.parsed(
            "language",
            "Its language, as a code",
            expected::LANGUAGE,
            language_tag,
        );
        let language = f.required("language", language);
        let url = f.parsed("url", "Where it is", expected::PAGE, web_page);
        let url = f.required("url", url);
        Some(Version {
            language: language?,
            url: url?,
        })
    });
    for (index, version) in versions.iter().enumerate() {
        let tag = &version.language.value;
        let is_same = |other: &Version| other.language.value.eq_ignore_ascii_case(tag);
        let (message, hint) = if tag.eq_ignore_ascii_case(own) {
            let message = format!("`{tag}` is the language of this kit itself");
            (message, "`versions` names the others; take this one out")
        } else if versions[..index].iter().any(is_same) {
            let message = format!("`{tag}` has a version already");
            (message, "keep the address that counts, or correct the code")
        } else {
            continue;
        };
        let twice = Diagnostic::error("version-twice", message);
        f.say(twice.at(version.language.span).hint(hint));
    }
    versions
}

fn formats(f: &mut Fields<'_, '_, '_>) -> Vec<Format> {
    let formats = f.choices("formats", "Picture formats");
    formats.into_iter().map(|format| format.value).collect()
}

fn fonts(f: &mut Fields<'_, '_, '_>) -> Option<BTreeMap<String, Spanned<String>>> {
    let display = f.text("display", 200, "For large type");
    let text = f.text("text", 200, "For reading");
    let named = [("display", display), ("text", text)];
    let given = named
        .into_iter()
        .filter_map(|(role, font)| Some((role.to_string(), font?)));
    Some(given.collect())
}

/// An address under which a whole site can lie: on the web, without query or fragment, not that of
/// a page in it, with a slash at the end.
pub fn base_url(text: &str) -> Option<url::Url> {
    let mut url = url::Url::parse(&web_page(text)?).ok()?;
    let path = url.path().to_lowercase();
    let is_page = path.ends_with(".html") || path.ends_with(".htm");
    if is_page || url.query().is_some() || url.fragment().is_some() {
        return None;
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Some(url)
}
