//! A theme's tokens and what the kit says of its looks to stylesheets.
//!
//! A stylesheet gets hex colours, numbers and words of our own; never a creator's text.

use super::fonts;
use super::press::Press;
use crate::derive::View;
use crate::kit::Setting;
use crate::source::Diagnostic;
use crate::theme::{Accent, Manifest, Rgb, Theme, Tokens};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tera::{Context, Tera, Value};

/// Letters that reach below the line.
const DESCENDING: [char; 13] = [
    'g', 'j', 'p', 'q', 'y', 'ç', 'ş', 'ţ', 'ý', 'ÿ', 'Q', ',', ';',
];

/// The distance in OKLAB from which two flat colours are told apart at a glance.
const APART: f64 = 0.12;

/// The contrast that a mark needs to its ground (WCAG 2.2, 1.4.11).
pub(super) const MARK: f64 = 3.0;

/// What stylesheets are made with.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Look {
    /// Colours of the light page, `#rrggbb`, by token.
    pub(super) light: BTreeMap<String, String>,
    /// Colours of the dark page, by token.
    pub(super) dark: BTreeMap<String, String>,
    /// `normal`, `compact` or `airy`.
    density: &'static str,
    /// Tokens that go with the accent: those the theme names, without the one most like it; what
    /// is hard to tell from it comes last.
    pub(super) company: Vec<String>,
    /// What text is set in, by face: a list of families as CSS writes it.
    #[serde(skip)]
    faces: BTreeMap<String, String>,
    /// Width to height of slots that have a ratio, as CSS writes it.
    ratios: BTreeMap<String, String>,
    name: NameLook,
    /// Whether it is for one brand alone.
    edition: bool,
    /// What the kit chose of the theme's options.
    options: BTreeMap<String, Setting>,
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
    let accent = accent(view).unwrap_or(manifest.accent);
    let mut tokens = grounded(view, manifest);
    for (name, rule) in &manifest.accents {
        if let Some(colour) = made(rule, accent, &tokens) {
            tokens.insert(name.clone(), colour);
        }
    }
    for name in &manifest.marks {
        if let Some(colour) = marked(name, manifest, &tokens) {
            tokens.insert(name.clone(), colour);
        }
    }

    let accents = manifest.accents.keys().filter_map(|name| tokens.get(name));
    let accents: Vec<_> = accents.map(|token| token.light).collect();
    let company = company(&manifest.company, |name| {
        let distances = accents
            .iter()
            .map(|accent| tokens[name].light.distance(*accent));
        distances.fold(f64::INFINITY, f64::min)
    });

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
        company,
        faces: fonts::stacks(theme),
        ratios: ratios.collect(),
        name: NameLook {
            letters: letters(&view.creator.name),
            words: view.creator.words.len(),
            descends: view.creator.name.contains(DESCENDING),
            marked: !view.creator.name.is_ascii(),
        },
        edition: view.edition.is_some(),
        options: theme.options().clone(),
    }
}

/// The accent that the kit asks for.
pub(super) fn accent(view: &View) -> Option<Rgb> {
    Rgb::parse(view.site.accent.as_deref()?)
}

/// The theme's tokens, on the kit's own ground where it has one.
pub(super) fn grounded(view: &View, manifest: &Manifest) -> BTreeMap<String, Tokens> {
    let ground = view.site.ground.as_deref().and_then(Rgb::parse);
    let mut tokens = manifest.tokens.clone();
    if let (Some(ground), Some(&old)) = (ground, manifest.tokens.get("ground")) {
        let is_light = ground.contrast(Rgb(0, 0, 0)) > ground.contrast(Rgb(255, 255, 255));
        let new = if is_light {
            Tokens {
                light: ground,
                ..old
            }
        } else {
            Tokens {
                dark: ground,
                ..old
            }
        };
        for token in tokens.values_mut() {
            token.light = kept_readable(token.light, old.light, new.light);
            token.dark = kept_readable(token.dark, old.dark, new.dark);
        }
        tokens.insert("ground".to_string(), new);
    }
    tokens
}

/// The stylesheet that the template `name` makes of `look`.
pub(super) fn stylesheet(
    name: &str,
    look: &Look,
    press: &Press<'_>,
    engine: &Tera,
) -> Result<String, Diagnostic> {
    let mut context = Context::from_serialize(look).map_err(|error| press.theme.blame(&error))?;
    let faces = look.faces.iter();
    // The theme's own names between quotes, which are held to letters and digits: not to be escaped.
    let faces: BTreeMap<String, Value> = faces
        .map(|(name, stack)| (name.clone(), Value::safe_string(stack)))
        .collect();
    context.insert_value("faces", Value::from(faces));
    press.print(engine, name, &context)
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

/// The rules of a theme, and those of the kit's `own` stylesheet above them, whatever either weighs.
pub(super) fn layered(theme: String, own: Option<&str>) -> String {
    let Some(own) = own else {
        return theme;
    };
    // The kit's come last: whatever is left open there is its own.
    format!("@layer theme, kit;\n@layer theme {{\n{theme}\n}}\n@layer kit {{\n{own}\n}}\n")
}

/// The path of a stylesheet, named by its bytes.
pub(super) fn path(style: &str) -> String {
    let hash = blake3::hash(style.as_bytes()).to_hex();
    format!("assets/kit-{}.css", &hash[..16])
}

/// The names without the one that is least `far` from the accents; those less far than what can be
/// told apart at a glance come last.
fn company(names: &[String], far: impl Fn(&String) -> f64) -> Vec<String> {
    let alike = names.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
    let others = names.iter().filter(|name| Some(*name) != alike);
    let (apart, near): (Vec<_>, Vec<_>) = others.partition(|name| far(name) >= APART);
    apart.into_iter().chain(near).cloned().collect()
}

/// What `rule` makes of `accent` on the colour of `tokens` that it is seen against.
fn made(rule: &Accent, accent: Rgb, tokens: &BTreeMap<String, Tokens>) -> Option<Tokens> {
    let on = tokens.get(&rule.on)?;
    Some(Tokens {
        light: accent.readable(rule.light, on.light),
        dark: accent.readable(rule.dark, on.dark),
    })
}

/// A mark as far from the ground as [`MARK`] asks, or as far as the theme's own mark is from the
/// theme's own ground where that is less; what is written on it can still be read.
pub(super) fn marked(
    name: &str,
    manifest: &Manifest,
    tokens: &BTreeMap<String, Tokens>,
) -> Option<Tokens> {
    let (colour, ground) = (*tokens.get(name)?, tokens.get("ground")?);
    let old = manifest.tokens.get("ground")?;
    let rule = manifest.accents.get(name);
    let usual = match rule {
        Some(rule) => made(rule, manifest.accent, &manifest.tokens)?,
        None => *manifest.tokens.get(name)?,
    };
    let on = rule.and_then(|rule| Some((tokens.get(&rule.on)?, rule)));
    let moved = |page: fn(&Tokens) -> Rgb, limits: fn(&Accent) -> f64| {
        let contrast = page(&usual).contrast(page(old)).min(MARK);
        page(&colour).set_off(page(ground), contrast, |colour| {
            on.is_none_or(|(on, rule)| colour.contrast(page(on)) >= limits(rule))
        })
    };
    Some(Tokens {
        light: moved(|token| token.light, |rule| rule.light.contrast),
        dark: moved(|token| token.dark, |rule| rule.dark.contrast),
    })
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
    fn company_is_unlike_the_accent() {
        fn check(far: &[(&str, f64)], expected: &[&str]) {
            let names: Vec<String> = far.iter().map(|(name, _)| name.to_string()).collect();
            let distance = |name: &String| {
                let found = far.iter().find(|(other, _)| other == name);
                found.expect("a name of the list").1
            };
            assert_eq!(company(&names, distance), expected);
        }
        check(
            &[("pink", 0.3), ("lemon", 0.0), ("mint", 0.2)],
            &["pink", "mint"],
        );
        check(
            &[
                ("pink", 0.1),
                ("lemon", 0.3),
                ("tangerine", 0.05),
                ("mint", 0.2),
            ],
            &["lemon", "mint", "pink"],
        );
        check(&[], &[]);
    }

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
    fn any_accent_can_be_read_on_any_ground_in_every_theme() {
        let colours = [
            "#ffff00", "#000000", "#ffffff", "#808080", "#0000ff", "#ff0000", "#00ff00", "#777777",
        ];
        for name in crate::theme::names() {
            let place = crate::source::Span::new(crate::source::FileId::none(), 0..0);
            let asked = crate::source::Spanned::new(name.to_string(), place);
            let theme = crate::theme::load(&Sources::new(), Some(&asked), &mut Diagnostics::new());
            let theme = theme.expect("a theme");
            for accent in colours {
                for ground in [None].into_iter().chain(colours.map(Some)) {
                    let mut view = sample::sparse();
                    view.site.accent = Some(accent.to_string());
                    view.site.ground = ground.map(str::to_string);
                    let look = look(&view, &theme);
                    for (token, rule) in &theme.manifest.accents {
                        for page in [&look.light, &look.dark] {
                            let colour = |token: &str| Rgb::parse(&page[token]).expect("a colour");
                            let ratio = colour(token).contrast(colour(&rule.on));
                            assert!(ratio >= 4.5, "{name} {accent} {ground:?} {token}: {ratio}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn marks_are_seen_on_every_ground() {
        fn check(theme: &str, accent: &str, ground: Option<&str>, mark: &str, least: f64) {
            let place = crate::source::Span::new(crate::source::FileId::none(), 0..0);
            let asked = crate::source::Spanned::new(theme.to_string(), place);
            let theme = crate::theme::load(&Sources::new(), Some(&asked), &mut Diagnostics::new());
            let mut view = sample::sparse();
            view.site.accent = Some(accent.to_string());
            view.site.ground = ground.map(str::to_string);
            let look = look(&view, &theme.expect("a theme"));
            let colour = |token: &str| Rgb::parse(&look.dark[token]).expect("a colour");
            let ratio = colour(mark).contrast(colour("ground"));
            assert!(ratio >= least, "{accent} {ground:?} {mark}: {ratio}");
        }
        check("studio", "#0a0a12", None, "fill", 3.0);
        check("studio", "#0a0a12", None, "tint_3", 2.2);
        check("studio", "#1a38e8", Some("#d02020"), "fill", 3.0);
        check("studio", "#1a38e8", Some("#d02020"), "grey", 3.0);
        check("editorial", "#b01f31", Some("#d02020"), "second", 3.0);
    }

    #[test]
    fn a_kit_has_the_last_word() {
        fn check(own: Option<&str>, expected: &str) {
            assert_eq!(layered("a {}".to_string(), own), expected);
        }
        check(None, "a {}");
        let both = "@layer theme, kit;\n@layer theme {\na {}\n}\n@layer kit {\nb {}\n}\n";
        check(Some("b {}"), both);
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
