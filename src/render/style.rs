//! A theme's tokens and what the kit says of its looks to stylesheets.
//!
//! A stylesheet gets hex colours, numbers and words of our own; never a creator's text.

use super::fonts;
use crate::derive::View;
use crate::theme::{Rgb, Theme, Tokens};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tera::{Context, Tera, TeraResult, Value};

/// Letters that reach below the line.
const DESCENDING: [char; 13] = [
    'g', 'j', 'p', 'q', 'y', 'ç', 'ş', 'ţ', 'ý', 'ÿ', 'Q', ',', ';',
];

/// What stylesheets are made with.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Look {
    /// Colours of the light page, `#rrggbb`, by token.
    pub(super) light: BTreeMap<String, String>,
    /// Colours of the dark page, by token.
    pub(super) dark: BTreeMap<String, String>,
    /// `normal`, `compact` or `airy`.
    density: &'static str,
    /// What text is set in, by face: a list of families as CSS writes it.
    #[serde(skip)]
    faces: BTreeMap<String, String>,
    /// Width to height of slots that have a ratio, as CSS writes it.
    ratios: BTreeMap<String, String>,
    name: NameLook,
}

/// How the name looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct NameLook {
    /// Letters of the whole name; one as wide as it is high counts twice.
    letters: usize,
    /// How many words it has.
    words: usize,
    /// Whether a letter reaches below the line.
    descends: bool,
    /// Whether a letter may carry a mark, which reaches above the others.
    marked: bool,
}

/// The look of `theme` with the kit's own accent and ground.
///
/// A ground takes the place of the theme's on the page it fits, light or dark. What could be read
/// on the theme's ground can be read on the kit's: such colours are made lighter or darker.
pub(super) fn look(view: &View, theme: &Theme) -> Look {
    let manifest = &theme.manifest;
    let site = &view.site;
    let accent = site
        .accent
        .as_deref()
        .and_then(Rgb::parse)
        .unwrap_or(manifest.accent);
    let ground = site.ground.as_deref().and_then(Rgb::parse);

    let mut tokens = manifest.tokens.clone();
    if let (Some(ground), Some(&old)) = (ground, manifest.tokens.get("ground")) {
        let is_light = ground.contrast(Rgb(0, 0, 0)) > ground.contrast(Rgb(255, 255, 255));
        let (from, to) = if is_light {
            (
                old,
                Tokens {
                    light: ground,
                    ..old
                },
            )
        } else {
            (
                old,
                Tokens {
                    dark: ground,
                    ..old
                },
            )
        };
        for token in tokens.values_mut() {
            token.light = kept_readable(token.light, from.light, to.light);
            token.dark = kept_readable(token.dark, from.dark, to.dark);
        }
        tokens.insert("ground".to_string(), to);
    }
    for (name, rule) in &manifest.accents {
        if let Some(&on) = tokens.get(&rule.on) {
            let light = accent.readable(rule.light, on.light);
            let dark = accent.readable(rule.dark, on.dark);
            tokens.insert(name.clone(), Tokens { light, dark });
        }
    }

    let ratios = manifest.slots.iter().filter_map(|(name, slot)| {
        let (width, height) = slot.ratio?;
        Some((name.clone(), format!("{width} / {height}")))
    });
    let hex = |colour: fn(&Tokens) -> Rgb| {
        let pairs = tokens.iter();
        pairs
            .map(|(name, token)| (name.clone(), colour(token).to_string()))
            .collect()
    };
    Look {
        light: hex(|token| token.light),
        dark: hex(|token| token.dark),
        density: site.density,
        faces: fonts::stacks(theme),
        ratios: ratios.collect(),
        name: NameLook {
            letters: letters(&view.creator.name),
            words: view.creator.words.len(),
            descends: view.creator.name.contains(DESCENDING),
            marked: !view.creator.name.is_ascii(),
        },
    }
}

/// The stylesheet that the template `name` makes of `look`.
pub(super) fn stylesheet(name: &str, look: &Look, engine: &Tera) -> TeraResult<String> {
    let mut context = Context::from_serialize(look)?;
    let faces = look.faces.iter();
    // The theme's own names between quotes, which are held to letters and digits: not to be escaped.
    let faces: BTreeMap<String, Value> = faces
        .map(|(name, stack)| (name.clone(), Value::safe_string(stack)))
        .collect();
    context.insert_value("faces", Value::from(faces));
    engine.render(name, &context)
}

/// The class of pictures that keep `point` in sight, in percent from the left and the top.
pub(super) fn point_class((left, top): (u8, u8)) -> String {
    format!("at-{left}-{top}")
}

/// The rules that keep `points` in sight where a place cuts a picture: the point at so many
/// percent of the picture lies at so many percent of the place, so it is always inside.
pub(super) fn point_rules(points: &BTreeSet<(u8, u8)>) -> String {
    let mut rules = String::new();
    for &(left, top) in points {
        let class = point_class((left, top));
        let _ = writeln!(rules, ".{class} {{ object-position: {left}% {top}%; }}");
    }
    rules
}

/// The path of a stylesheet, named by its bytes.
pub(super) fn path(style: &str) -> String {
    let hash = blake3::hash(style.as_bytes()).to_hex();
    format!("assets/kit-{}.css", &hash[..16])
}

fn kept_readable(colour: Rgb, from: Rgb, to: Rgb) -> Rgb {
    if colour.contrast(from) < 4.5 || colour.contrast(to) >= 4.5 {
        return colour;
    }
    colour.readable(crate::theme::Limits::default(), to)
}

fn letters(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{1f000}'..);
    text.chars()
        .map(|c| if wide(c) { 2 } else { 1 })
        .sum::<usize>()
        .max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::source::{Diagnostics, Sources};

    #[test]
    fn colours_of_a_kit_stay_readable() {
        fn check(
            accent: Option<&str>,
            ground: Option<&str>,
            page: &str,
            token: &str,
            expected: &str,
        ) {
            let mut view = sample::sparse();
            view.site.accent = accent.map(str::to_string);
            view.site.ground = ground.map(str::to_string);
            let mut diags = Diagnostics::new();
            let theme = crate::theme::load(&Sources::new(), None, &mut diags);
            let look = look(&view, &theme.expect("a theme"));
            let colours = if page == "light" {
                look.light
            } else {
                look.dark
            };
            assert_eq!(
                colours[token], expected,
                "{accent:?} {ground:?} {page} {token}"
            );
            let (text, on) = (Rgb::parse(&colours["soft"]), Rgb::parse(&colours["ground"]));
            assert!(text.expect("soft").contrast(on.expect("ground")) >= 4.5);
        }
        check(None, None, "light", "accent", "#b01f31");
        check(Some("#005f73"), None, "light", "accent", "#005f73");
        check(None, Some("#fff4e0"), "light", "ground", "#fff4e0");
        check(None, Some("#fff4e0"), "dark", "ground", "#111413");
        check(None, Some("#000022"), "dark", "ground", "#000022");
        check(None, Some("#000022"), "light", "ground", "#fbfbfa");
        check(None, Some("#888888"), "light", "ground", "#888888");
        check(
            Some("red; } body { display: none"),
            None,
            "light",
            "accent",
            "#b01f31",
        );
    }

    #[test]
    fn points_become_rules() {
        let rules = point_rules(&BTreeSet::from([(50, 5), (0, 100)]));
        let expected = ".at-0-100 { object-position: 0% 100%; }\n\
                        .at-50-5 { object-position: 50% 5%; }\n";
        assert_eq!(rules, expected);
        assert_eq!(point_rules(&BTreeSet::new()), "");
    }

    #[test]
    fn wide_letters_count_twice() {
        fn check(text: &str, expected: usize) {
            assert_eq!(letters(text), expected, "{text}");
        }
        check("Maite", 5);
        check("日本", 4);
        check("", 1);
    }
}
