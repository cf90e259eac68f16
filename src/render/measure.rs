//! How much room the kit's largest lines need, for stylesheets.
//!
//! A stylesheet asks with `ems(of="name", face="display", weight=230)` and gets a number: the
//! width in the size of the font, so that a line fills the page and no more. The texts themselves
//! never reach it.
//!
//! | `of` | the widest of |
//! |---|---|
//! | `name` | the name on one line |
//! | `name.word` | the words of the name |
//! | `name.part` | the parts of the name that cannot be broken: a word, or a word up to its hyphen |
//! | `contact.way` | the first way to write, as printed |
//! | `contact.word` | the words of the heading above it |
//! | `heading.word` | the words of the headings of all sections |
//! | `total` | the first number, in little space where it has ten digits |
//!
//! Further arguments: `italic=true`, `tracking=-0.05` for what is added after each letter, and
//! `kerned=true` for a line that must fill its place, not only fit: else pairs that move together
//! are not taken account of.

use crate::derive::View;
use crate::theme::{Master, Theme};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult};

/// Languages that are set without tracking, as `scripts.css` of a theme has it.
const UNTRACKED: [&str; 9] = ["ar", "fa", "he", "hi", "ja", "ko", "th", "ur", "zh"];

/// What stylesheets call.
pub(super) const NAME: &str = "ems";

/// The least width: a stylesheet may divide by it.
const LEAST: f64 = 0.1;

/// The lines that stylesheets may ask about, and the fonts they may be set in.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    lines: BTreeMap<&'static str, Vec<String>>,
    /// Whether the page's language takes tracking.
    tracked: bool,
    /// Upright and italic font by face.
    fonts: BTreeMap<String, (Arc<Master>, Arc<Master>)>,
}

/// What of `text` a line keeps together: its words; scripts without blanks break inside of them.
fn unbroken(text: &str) -> Vec<String> {
    let breaks =
        |c: char| matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..);
    let words = text.split(|c: char| c.is_whitespace() || breaks(c));
    words.map(str::to_string).collect()
}

impl Measure {
    pub(super) fn new(view: &View, theme: &Theme) -> Measure {
        let name = &view.creator.words;
        let parts = name
            .iter()
            .flat_map(|word| word.split_inclusive(['-', '\u{2010}']));
        let way = view.contact.ways.first();
        let total = view
            .lead
            .first()
            .map(|figure| match figure.text.chars().count() {
                0..=11 => figure.text.clone(),
                _ => figure.short.clone(),
            });
        let contact = view.sections.iter().find(|section| section.id == "contact");
        let heading = contact.map(|section| section.heading.replace('*', ""));
        let heading = heading.unwrap_or_default();
        let headings = view.sections.iter();
        let headings = headings.map(|section| section.heading.replace('*', ""));
        let headings = headings.collect::<Vec<_>>().join(" ");
        let words = |text: &str| text.split_whitespace().map(str::to_string).collect();
        let lines = [
            ("name", vec![name.join(" ")]),
            ("name.word", name.clone()),
            ("name.part", parts.map(str::to_string).collect()),
            (
                "contact.way",
                way.map(|way| way.text.clone()).into_iter().collect(),
            ),
            ("contact.word", words(&heading)),
            ("heading.word", unbroken(&headings)),
            ("total", total.into_iter().collect()),
        ];
        let faces = theme.manifest.faces.iter().filter_map(|(name, face)| {
            let roman = theme.master(&face.roman)?;
            let italic = face.italic.as_deref().and_then(|file| theme.master(file));
            let italic = italic.unwrap_or(roman);
            Some((name.clone(), (roman.clone(), italic.clone())))
        });
        let language = view.language.split('-').next().unwrap_or_default();
        Measure {
            tracked: !UNTRACKED.contains(&language),
            lines: lines.into_iter().collect(),
            fonts: faces.collect(),
        }
    }

    /// Adds [`NAME`] to what stylesheets may call.
    pub(super) fn register(&self, engine: &mut Tera) {
        let measure = self.clone();
        engine.register_function(NAME, move |kwargs: Kwargs, _: &State| measure.ems(&kwargs));
    }

    fn ems(&self, kwargs: &Kwargs) -> TeraResult<f64> {
        let (of, face): (&str, &str) = (kwargs.must_get("of")?, kwargs.must_get("face")?);
        let lines = self
            .lines
            .get(of)
            .ok_or_else(|| Error::message(format!("`{of}` is no line that can be measured")))?;
        let (roman, italic) = self
            .fonts
            .get(face)
            .ok_or_else(|| Error::message(format!("theme.toml has no `[faces.{face}]`")))?;
        let font = if kwargs.get("italic")?.unwrap_or(false) {
            italic
        } else {
            roman
        };
        let weight: u64 = kwargs.get("weight")?.unwrap_or(400);
        let weight = u16::try_from(weight).unwrap_or(u16::MAX);
        let asked: f64 = kwargs.get("tracking")?.unwrap_or(0.0);
        let tracking = if self.tracked { asked } else { 0.0 };
        let kerned = kwargs.get("kerned")?.unwrap_or(false);
        let widths = font.widths(lines, weight).into_iter().zip(lines);
        let widths = widths.map(|(width, line)| {
            let kerning = if kerned { font.kerning(line) } else { 0.0 };
            width + kerning + tracking * line.chars().count() as f64
        });
        Ok(widths.fold(LEAST, f64::max))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::source::{Diagnostics, Sources};

    #[test]
    fn stylesheets_learn_widths_and_no_texts() {
        fn check(view: &View, call: &str, expected: Result<(f64, f64), &str>) {
            let theme = crate::theme::load(&Sources::new(), None, &mut Diagnostics::new());
            let measure = Measure::new(view, &theme.expect("a theme"));
            let mut engine = Tera::new();
            measure.register(&mut engine);
            engine
                .add_raw_template("x", &format!("{{{{ ems({call}) }}}}"))
                .expect("it parses");
            match (engine.render("x", &tera::Context::new()), expected) {
                (Ok(text), Ok((least, most))) => {
                    let width: f64 = text.parse().expect("a number");
                    assert!((least..most).contains(&width), "{call}: {width}");
                }
                (Err(error), Err(part)) => {
                    assert!(error.to_string().contains(part), "{error}");
                }
                (made, _) => panic!("{call}: {made:?}"),
            }
        }
        let rich = sample::rich();
        check(
            &rich,
            "of='name', face='display', weight=230",
            Ok((4.8, 5.8)),
        );
        check(
            &rich,
            "of='name', face='display', weight=230, tracking=-0.05",
            Ok((4.2, 5.2)),
        );
        check(&rich, "of='name.word', face='display'", Ok((2.0, 3.0)));
        check(&rich, "of='names', face='display'", Err("`names`"));
        check(&rich, "of='name', face='shout'", Err("[faces.shout]"));
        let sparse = sample::sparse();
        check(&sparse, "of='name.part', face='display'", Ok((4.0, 6.5)));
        check(&sparse, "of='name.word', face='display'", Ok((8.0, 11.0)));
        let mut silent = sample::sparse();
        silent.contact.ways.clear();
        check(&silent, "of='contact.way', face='sans'", Ok((0.1, 0.2)));
    }
}
