//! A kit's own fonts, from its `theme/fonts/`, in place of a theme's.

use super::{Face, Fallback, Local, Master, Theme};
use crate::source::{Diagnostic, Diagnostics, Sources, Spanned, nearest};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider, Tag};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

const FOLDER: &str = "theme/fonts/";

/// What fonts are compared by: English as it is written, whose letters come as often as they do.
const SAMPLE: &str = "Numbers that were counted are worth more to a brand than those that sound good, \
                      and the people who read this page know it quite as well as you do.";

/// The weight of text that says nothing of its weight.
const REGULAR: u16 = 400;

/// The bytes of the kit's own font `file`, if there is one.
pub(super) fn bytes(sources: &Sources, file: &str) -> Option<Vec<u8>> {
    let mut fonts = sources.fonts();
    let (_, bytes) = fonts.find(|(path, _)| path.strip_prefix(FOLDER) == Some(file))?;
    Some(bytes.to_vec())
}

/// The kit's own fonts, by family, without those among `named`. What is no font is left out.
pub(super) fn further(
    sources: &Sources,
    named: &BTreeMap<String, Arc<Master>>,
) -> Vec<(String, Arc<Master>)> {
    let fonts = sources.fonts().filter_map(|(path, bytes)| {
        let file = path.strip_prefix(FOLDER)?;
        let own = Own::read(file, bytes).filter(|_| !named.contains_key(file))?;
        let master = Master::new(format!("fonts/{file}"), Cow::Owned(bytes.to_vec()));
        Some((own.family, Arc::new(master)))
    });
    fonts.collect()
}

/// A font of the kit's own, and what it says of itself.
struct Own<'a> {
    /// Its name in `theme/fonts/`.
    file: &'a str,
    bytes: &'a [u8],
    family: String,
    is_italic: bool,
    /// The least and the greatest weight.
    weights: (u16, u16),
    /// Above and below the base line, in percent of the size.
    heights: (f64, f64),
}

impl<'a> Own<'a> {
    /// `None` if it is no TrueType font.
    fn read(file: &'a str, bytes: &'a [u8]) -> Option<Own<'a>> {
        let font = FontRef::new(bytes).ok()?;
        font.glyf().ok()?;
        let name = |id| font.localized_strings(id).english_or_first();
        let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME);
        let family = family.or_else(|| name(StringId::FAMILY_NAME))?;
        let attributes = font.attributes();
        let weight = attributes.weight.value();
        let axes = font.axes();
        let axis = axes.get_by_tag(Tag::new(b"wght"));
        let (least, greatest) = axis.map_or((weight, weight), |axis| {
            (axis.min_value(), axis.max_value())
        });
        let weight = |value: f32| value.clamp(1.0, 1000.0).round() as u16;
        let hhea = font.hhea().ok()?;
        let size = f64::from(font.head().ok()?.units_per_em().max(1));
        let percent = |units: i16| f64::from(units).abs() / size * 100.0;
        Some(Own {
            file,
            bytes,
            family: family.to_string(),
            is_italic: attributes.style != skrifa::attribute::Style::Normal,
            weights: (weight(least), weight(greatest)),
            heights: (
                percent(hhea.ascender().to_i16()),
                percent(hhea.descender().to_i16()),
            ),
        })
    }

    /// How far its weights are from that of text.
    fn distance_from_regular(&self) -> u16 {
        let (least, greatest) = self.weights;
        REGULAR.clamp(least, greatest).abs_diff(REGULAR)
    }
}

impl Theme {
    /// The theme set in the kit's own fonts: `asked` names, for a face, a file in `theme/fonts/` or
    /// a family of those there. `None` after an error was reported: there is no such font.
    pub fn set_in(
        mut self,
        asked: &BTreeMap<String, Spanned<String>>,
        sources: &Sources,
        diags: &mut Diagnostics,
    ) -> Option<Theme> {
        if asked.is_empty() {
            return Some(self);
        }
        let there = sources.fonts().filter_map(|(path, bytes)| {
            let file = path.strip_prefix(FOLDER)?;
            Some((file, Own::read(file, bytes)))
        });
        let there: Vec<(&str, Option<Own<'_>>)> = there.collect();
        let mut is_whole = true;
        for (role, name) in asked {
            let set = self.set_face(role, &name.value, &there);
            if let Err(refused) = set {
                diags.push(refused.at(name.span));
                is_whole = false;
            }
        }
        is_whole.then_some(self)
    }

    /// Sets the face `role` in the font or the family `name` of those `there`.
    fn set_face(
        &mut self,
        role: &str,
        name: &str,
        there: &[(&str, Option<Own<'_>>)],
    ) -> Result<(), Diagnostic> {
        let Some(face) = self.manifest.faces.get(role) else {
            let theme = &self.manifest.name;
            let message = format!("the theme `{theme}` has no face `{role}`");
            let faces: Vec<&str> = self.manifest.faces.keys().map(String::as_str).collect();
            return Err(Diagnostic::error("unknown-font", message)
                .hint(format!("it has {}", faces.join(", "))));
        };
        if there
            .iter()
            .any(|(file, own)| *file == name && own.is_none())
        {
            let message = format!("`{FOLDER}{name}` is no TrueType font, or a damaged one");
            return Err(Diagnostic::error("unknown-font", message)
                .hint("take the `.ttf` file that its makers give out"));
        }
        let known = || there.iter().filter_map(|(_, own)| own.as_ref());
        let of_name = |own: &&Own<'_>| own.file == name || own.family.eq_ignore_ascii_case(name);
        let nearest_to_regular = |is_italic: bool| {
            let fitting = known()
                .filter(of_name)
                .filter(|own| own.is_italic == is_italic);
            fitting.min_by_key(|own| own.distance_from_regular())
        };
        let (roman, italic) = match (nearest_to_regular(false), nearest_to_regular(true)) {
            (Some(roman), italic) => (roman, italic),
            (None, Some(italic)) => (italic, None),
            (None, None) => return Err(not_there(name, known())),
        };
        let faces = [Some(roman), italic].into_iter().flatten();
        let masters = faces.map(|own| {
            let bytes = Cow::Owned(own.bytes.to_vec());
            (
                own.file,
                Arc::new(Master::new(format!("{FOLDER}{}", own.file), bytes)),
            )
        });
        let masters: Vec<(&str, Arc<Master>)> = masters.collect();
        let sample = [SAMPLE.to_string()];
        let width = |master: &Master| master.widths(&sample, REGULAR).iter().sum::<f64>();
        let before = self.masters.get(&face.roman).map(|master| width(master));
        let wider = before.map_or(1.0, |before| width(&masters[0].1) / before);
        let face = Face {
            family: plain(&format!("{} {role}", roman.family)),
            generic: face.generic,
            roman: key(roman.file),
            italic: italic.map(|own| key(own.file)),
            weights: roman.weights,
            ascent: roman.heights.0,
            descent: roman.heights.1,
            preload: face.preload,
            fallbacks: widened(&face.fallbacks, wider, italic.is_some()),
        };
        self.manifest.faces.insert(role.to_string(), face);
        let masters = masters
            .into_iter()
            .map(|(file, master)| (key(file), master));
        self.masters.extend(masters);
        Ok(())
    }
}

fn not_there<'a>(name: &str, known: impl Iterator<Item = &'a Own<'a>>) -> Diagnostic {
    let known: Vec<&Own<'_>> = known.collect();
    let message = format!("there is no font `{name}` in `{FOLDER}`");
    let diagnostic = Diagnostic::error("unknown-font", message);
    let names = known.iter().flat_map(|own| [own.file, own.family.as_str()]);
    let mut families: Vec<&str> = known.iter().map(|own| own.family.as_str()).collect();
    families.dedup();
    diagnostic.hint(match (nearest(name, names), &families[..]) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, []) => format!("put a TrueType font, `.ttf`, into `{FOLDER}`"),
        (None, families) => format!("there is {}", families.join(", ")),
    })
}

/// What a font of the kit is known by beside the theme's own.
fn key(file: &str) -> String {
    format!("own/{file}")
}

/// What stylesheets may be told of a name.
fn plain(name: &str) -> String {
    let fits = |c: &char| c.is_ascii_alphanumeric() || " -".contains(*c);
    let plain: String = name.chars().filter(fits).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in for a face that is `wider` than the one before.
fn widened(fallbacks: &[Fallback], wider: f64, has_italic: bool) -> Vec<Fallback> {
    let local = |local: &Local| Local {
        local: local.local.clone(),
        size: (local.size * wider).clamp(10.0, 1000.0),
    };
    let stand_in = |fallback: &Fallback| Fallback {
        name: fallback.name.clone(),
        roman: local(&fallback.roman),
        italic: fallback.italic.as_ref().filter(|_| has_italic).map(local),
    };
    fallbacks.iter().map(stand_in).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    const SANS: &[u8] = include_bytes!("../../themes/editorial/fonts/instrument-sans.ttf");
    const ROMAN: &[u8] = include_bytes!("../../themes/editorial/fonts/newsreader-text.ttf");
    const ITALIC: &[u8] = include_bytes!("../../themes/editorial/fonts/newsreader-text-italic.ttf");

    fn set(role: &str, name: &str) -> Result<Theme, String> {
        let mut sources = Sources::new();
        for (file, bytes) in [
            ("sans.ttf", SANS),
            ("roman.ttf", ROMAN),
            ("italic.ttf", ITALIC),
            ("broken.ttf", &SANS[..1000]),
        ] {
            sources.add_font(format!("{FOLDER}{file}"), bytes.to_vec());
        }
        let mut diags = Diagnostics::new();
        let theme = crate::theme::load(&sources, None, &mut diags).expect("a theme");
        let name = Spanned::new(name.to_string(), Span::new(FileId::none(), 0..0));
        let asked = BTreeMap::from([(role.to_string(), name)]);
        let theme = theme.set_in(&asked, &sources, &mut diags);
        let said = |one: &Diagnostic| format!("{} {}", one.message, one.hints.concat());
        theme.ok_or_else(|| diags.iter().map(said).collect())
    }

    #[test]
    fn a_face_is_set_in_a_font_of_the_kit() {
        fn check(name: &str, roman: &str, italic: Option<&str>, family: &str) {
            let theme = set("display", name).expect("a theme");
            let face = &theme.manifest.faces["display"];
            assert_eq!(face.roman, roman);
            assert_eq!(face.italic.as_deref(), italic);
            assert_eq!(face.family, family);
            for file in face.files() {
                let master = theme.master(file).expect("a font");
                assert!(master.path.starts_with(FOLDER), "{}", master.path);
            }
            let others: Vec<_> = theme.manifest.faces["text"].files().collect();
            assert!(others.iter().all(|file| theme.master(file).is_some()));
        }
        check("sans.ttf", "own/sans.ttf", None, "Instrument Sans display");
        check(
            "instrument sans",
            "own/sans.ttf",
            None,
            "Instrument Sans display",
        );
        let family = "Newsreader Text";
        let both = set("display", "roman.ttf").expect("a theme");
        assert_eq!(both.manifest.faces["display"].italic, None);
        if set("display", family).is_ok() {
            check(
                family,
                "own/roman.ttf",
                Some("own/italic.ttf"),
                "Newsreader Text display",
            );
        }
    }

    #[test]
    fn what_stands_in_is_as_wide_as_the_font() {
        let before = crate::theme::load(&Sources::new(), None, &mut Diagnostics::new());
        let before = before.expect("a theme").manifest.faces["sans"].fallbacks[0]
            .roman
            .size;
        let theme = set("sans", "sans.ttf").expect("a theme");
        let after = theme.manifest.faces["sans"].fallbacks[0].roman.size;
        assert!((after - before).abs() < 0.01, "{before} {after}");
        let theme = set("sans", "roman.ttf").expect("a theme");
        let narrower = theme.manifest.faces["sans"].fallbacks[0].roman.size;
        assert!(narrower < before, "{before} {narrower}");
    }

    #[test]
    fn what_is_not_there_is_said() {
        fn check(role: &str, name: &str, expected: &str) {
            let said = set(role, name).expect_err("no theme");
            assert!(said.contains(expected), "{said}");
        }
        check("display", "sands.ttf", "did you mean `sans.ttf`?");
        check("display", "Comic", "there is no font `Comic`");
        check("display", "broken.ttf", "no TrueType font");
        check(
            "caption",
            "sans.ttf",
            "no face `caption` it has display, sans, text",
        );
    }
}
