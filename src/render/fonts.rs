//! A theme's faces and what pages say to the fonts of a site: their jobs, and the rules that
//! stylesheets know them by.
//!
//! A font holds printable ASCII, the theme's punctuation, and of all other characters exactly
//! those that occur. So a letter more makes no new font, and what few pages use costs the others
//! nothing.

use crate::jobs::{Fault, Font, Job, beyond_ascii, covered};
use crate::theme::{Face, Fallback, Local, Master, Theme};
use icu_normalizer::ComposingNormalizer;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

/// The fonts of a site.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    /// The rules that make the families of [`stacks`].
    pub(super) rules: String,
    /// The paths of fonts that pages ask for at once.
    pub(super) preloaded: Vec<String>,
    /// The jobs of all fonts, by the paths of their files.
    pub(super) jobs: BTreeMap<String, Job>,
}

/// For every face of `theme`, by name, what a stylesheet sets text in: the family, what stands in
/// for it, and whatever the reader has.
pub(super) fn stacks(theme: &Theme) -> BTreeMap<String, String> {
    let stack = |face: &Face| {
        let mut stack = format!("\"{}\"", face.family);
        for fallback in &face.fallbacks {
            let _ = write!(stack, ", \"{}\"", stand_in(face, fallback));
        }
        stack + ", " + face.generic.css()
    };
    let faces = theme.manifest.faces.iter();
    faces
        .map(|(name, face)| (name.clone(), stack(face)))
        .collect()
}

/// The fonts of `theme` for pages and stylesheets that say `texts`. A font of which nothing can be
/// made is a fault, with its path in the theme.
pub(super) fn fonts<'a>(
    theme: &Theme,
    texts: impl Iterator<Item = &'a str>,
) -> Result<Fonts, (String, Fault)> {
    let wanted = characters(&theme.manifest.punctuation, texts);
    let mut fonts = Fonts::default();
    for face in theme.manifest.faces.values() {
        let italic = face.italic.as_deref();
        for (style, file) in [("normal", Some(face.roman.as_str())), ("italic", italic)] {
            let Some(master) = file.and_then(|file| theme.master(file)) else {
                continue;
            };
            let path = fonts.note(master, &wanted)?;
            // The stylesheet lies in the folder of the fonts.
            let name = path.rsplit('/').next().unwrap_or(&path);
            let (least, greatest) = face.weights;
            let _ = writeln!(
                fonts.rules,
                "@font-face {{ font-family: \"{}\"; font-style: {style}; \
                 font-weight: {least} {greatest}; font-display: swap; \
                 src: url(\"{name}\") format(\"woff2\"); }}",
                face.family
            );
            if face.preload && style == "normal" {
                fonts.preloaded.push(path);
            }
        }
        for fallback in &face.fallbacks {
            fonts.rules += &rule(face, fallback, "normal", &fallback.roman);
            if let Some(italic) = &fallback.italic {
                fonts.rules += &rule(face, fallback, "italic", italic);
            }
        }
    }
    Ok(fonts)
}

impl Fonts {
    /// Notes the job and gives the path of its file.
    fn note(
        &mut self,
        master: &Arc<Master>,
        wanted: &BTreeSet<char>,
    ) -> Result<String, (String, Fault)> {
        let covered = covered(master, wanted);
        let job = Job::Font(Font {
            master: master.clone(),
            characters: covered.map_err(|fault| (master.path.clone(), fault))?,
        });
        let path = format!("assets/{}.woff2", job.key());
        self.jobs.insert(path.clone(), job);
        Ok(path)
    }
}

/// The name of the family that stands in for a face.
fn stand_in(face: &Face, fallback: &Fallback) -> String {
    format!("{} {}", face.family, fallback.name)
}

fn rule(face: &Face, fallback: &Fallback, style: &str, local: &Local) -> String {
    let sources = local.local.iter().map(|name| format!("local(\"{name}\")"));
    let sources: Vec<String> = sources.collect();
    // Whatever weight is asked for, what was measured is shown, and nothing is made bold.
    let (least, greatest) = face.weights;
    // Heights are scaled with the letters, and ours are what is wanted.
    let height = |percent: f64| percent / local.size * 100.0;
    format!(
        "@font-face {{ font-family: \"{}\"; font-style: {style}; font-weight: {least} {greatest}; \
         src: {}; size-adjust: {:.2}%; ascent-override: {:.2}%; descent-override: {:.2}%; \
         line-gap-override: 0%; }}\n",
        stand_in(face, fallback),
        sources.join(", "),
        local.size,
        height(face.ascent),
        height(face.descent),
    )
}

/// The characters that fonts should have for `texts`.
fn characters<'a>(punctuation: &str, texts: impl Iterator<Item = &'a str>) -> BTreeSet<char> {
    let mut characters: BTreeSet<char> = (' '..='~').chain(punctuation.chars()).collect();
    let normalizer = ComposingNormalizer::new_nfc();
    for text in texts {
        characters.extend(beyond_ascii(text));
        characters.extend(escaped(text));
        // Browsers show a letter and its accent, written as two, as the one that fonts have.
        if text.contains(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
            let composed = normalizer.normalize_iter(text.chars());
            characters.extend(composed.filter(|c| !c.is_ascii()));
        }
    }
    characters.retain(|c| !c.is_control());
    characters
}

/// The characters that stylesheets write as `\2014`.
fn escaped(text: &str) -> impl Iterator<Item = char> {
    text.split('\\').skip(1).filter_map(|rest| {
        let digits = rest.find(|c: char| !c.is_ascii_hexdigit());
        let digits = digits.unwrap_or(rest.len()).min(6);
        char::from_u32(u32::from_str_radix(&rest[..digits], 16).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Diagnostics, Sources};

    fn theme() -> Theme {
        let theme = crate::theme::load(&Sources::new(), None, &mut Diagnostics::new());
        theme.expect("a theme")
    }

    fn names(texts: &[&str]) -> Vec<String> {
        let fonts = fonts(&theme(), texts.iter().copied()).expect("whole fonts");
        fonts.jobs.into_keys().collect()
    }

    #[test]
    fn only_a_character_that_fonts_do_not_have_yet_makes_new_ones() {
        fn check(text: &str, expected: bool) {
            assert_eq!(
                names(&["Maite"]) != names(&["Maite", text]),
                expected,
                "{text}"
            );
        }
        check("Zq@ }~", false);
        check("“Maite”\u{a0}– 3 × €", false);
        check("José", true);
        check("Łódź", true);
        // What no font of the theme has is the reader's business.
        check("日本", false);
        check("\u{1f600}\u{200d}\n\t", false);
    }

    #[test]
    fn characters_are_found_however_they_are_written() {
        fn check(text: &str, expected: &str) {
            let none = characters("", std::iter::empty());
            let found = characters("", std::iter::once(text));
            assert_eq!(found.difference(&none).collect::<String>(), expected);
        }
        check("plain", "");
        check("<p>José", "é");
        check("Jose\u{301}", "é\u{301}");
        check("a::after { content: \"\\2014\" }", "—");
        check("content: \"\\00b7 a\\\"\"", "·");
        check("\\d800 \\", "");
    }

    #[test]
    fn a_stand_in_is_as_high_as_the_face() {
        let theme = theme();
        let face = &theme.manifest.faces["text"];
        let rule = rule(face, &face.fallbacks[0], "normal", &face.fallbacks[0].roman);
        let number = |name: &str| {
            let rest = rule.split(name).nth(1).expect("it is there");
            let number = rest.split('%').next().expect("a percentage");
            number.trim().parse::<f64>().expect("a number")
        };
        let size = number("size-adjust:") / 100.0;
        for (name, expected) in [
            ("ascent-override:", face.ascent),
            ("descent-override:", face.descent),
        ] {
            assert!((number(name) * size - expected).abs() < 0.05, "{rule}");
        }
    }

    #[test]
    fn a_stylesheet_gets_the_face_and_what_stands_in() {
        fn check(name: &str, first: &str, last: &str) {
            let stack = &stacks(&theme())[name];
            assert!(stack.starts_with(first) && stack.ends_with(last), "{stack}");
        }
        check(
            "display",
            "\"Newsreader Display\", \"Newsreader Display Georgia\", ",
            ", serif",
        );
        check("text", "\"Newsreader Text\", ", ", serif");
        check("sans", "\"Instrument Sans\", ", ", sans-serif");
    }
}
