//! A text in a font to how wide it is.

use super::Master;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::raw::tables::gpos::{PairPos, PositionSubtables};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::BTreeMap;

/// The width of a letter that a font lacks, as the reader's own font is likely to draw it.
const UNKNOWN: f32 = 0.6;

impl Master {
    /// How wide each of `texts` is at `weight`, in the size of the font; without kerning, which
    /// makes it narrower if anything. A letter that the font lacks is guessed, and so are all of a
    /// font that cannot be read.
    pub fn widths(&self, texts: &[String], weight: u16) -> Vec<f64> {
        let guess = |c: char| if is_wide(c) { 1.0 } else { UNKNOWN };
        let Ok(font) = FontRef::new(&self.bytes) else {
            let guessed = |text: &String| text.chars().map(|c| f64::from(guess(c))).sum();
            return texts.iter().map(guessed).collect();
        };
        let location = font.axes().location([("wght", f32::from(weight))]);
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::from(&location));
        let letters = font.charmap();
        // To ask a variable font takes long, and texts are made of few letters.
        let mut known: BTreeMap<char, f64> = BTreeMap::new();
        let mut width = |c: char| {
            *known.entry(c).or_insert_with(|| {
                let glyph = letters.map(c);
                let width = glyph.and_then(|glyph| metrics.advance_width(glyph));
                f64::from(width.unwrap_or_else(|| guess(c)))
            })
        };
        let widths = texts.iter().map(|text| text.chars().map(&mut width).sum());
        widths.collect()
    }
}

impl Master {
    /// How much kerning adds to `text`, in the size of the font: mostly less than nothing. Only
    /// pairs by class are known, as our own fonts have them.
    pub fn kerning(&self, text: &str) -> f64 {
        let Ok(font) = FontRef::new(&self.bytes) else {
            return 0.0;
        };
        let units = font.metrics(Size::unscaled(), LocationRef::default());
        let letters = font.charmap();
        let glyphs: Vec<GlyphId> = text.chars().filter_map(|c| letters.map(c)).collect();
        let pairs = glyphs
            .windows(2)
            .filter_map(|pair| kern(&font, pair[0], pair[1]));
        pairs.map(f64::from).sum::<f64>() / f64::from(units.units_per_em.max(1))
    }
}

/// What stands between two glyphs beside their own widths, in units of the font.
fn kern(font: &FontRef<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    for lookup in font.gpos().ok()?.lookup_list().ok()?.lookups().iter() {
        let PositionSubtables::Pair(subtables) = lookup.ok()?.subtables().ok()? else {
            continue;
        };
        for subtable in subtables.iter() {
            let PairPos::Format2(pairs) = subtable.ok()? else {
                continue;
            };
            if pairs.coverage().ok()?.get(left).is_none() {
                continue;
            }
            let first = pairs.class_def1().ok()?.get(left);
            let second = pairs.class_def2().ok()?.get(right);
            let row = pairs
                .class1_records()
                .get(usize::try_from(first).ok()?)
                .ok()?;
            let record = row
                .class2_records()
                .get(usize::try_from(second).ok()?)
                .ok()?;
            return record.value_record1().x_advance();
        }
    }
    None
}

/// Whether a letter is about as wide as it is high in every font.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{1f000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn master(bytes: &'static [u8]) -> Master {
        Master::new("fonts/x.ttf".to_string(), Cow::Borrowed(bytes))
    }

    fn width(bytes: &'static [u8], text: &str, weight: u16) -> f64 {
        master(bytes).widths(&[text.to_string()], weight)[0]
    }

    #[test]
    fn wide_letters_count_for_more() {
        fn check(text: &str, least: f64, most: f64) {
            let bytes = include_bytes!("../../themes/editorial/fonts/newsreader-display.ttf");
            let width = width(bytes, text, 230);
            assert!((least..most).contains(&width), "{text}: {width}");
        }
        check("", 0.0, 0.001);
        check("iiii", 0.8, 1.2);
        check("mmmm", 2.8, 3.6);
        check("Maite Orrun", 4.8, 5.8);
        // Not in the font.
        check("日本", 2.0, 2.001);
        check("ليلى", 2.39, 2.41);
    }

    #[test]
    fn weight_makes_wider() {
        let bytes = include_bytes!("../../themes/editorial/fonts/newsreader-display.ttf");
        let at = |weight| width(bytes, "Maite Orrun", weight);
        assert!(at(200) < at(400));
    }

    #[test]
    fn pairs_move_together() {
        fn check(text: &str, least: f64, most: f64) {
            let bytes = include_bytes!("../../themes/studio/fonts/archivo.ttf");
            let kerning = master(bytes).kerning(text);
            assert!((least..most).contains(&kerning), "{text}: {kerning}");
        }
        check("", -0.001, 0.001);
        check("00", -0.001, 0.001);
        check("7,", -0.3, -0.02);
    }

    #[test]
    fn a_font_that_is_none_has_guessed_widths() {
        assert!((width(b"x", "ab", 400) - 1.2).abs() < 0.001);
    }
}
