//! The first value of a series to one bar of a race: as long as it is to the largest of all.
//!
//! Name and value stand in a bar that has room for them, and behind any other. So a race is a list
//! of lanes, each beside what else there is to say of it.

use super::Series;
use super::item::first;
use super::lettering::{Anchor, Words};
use super::svg::{Paint, Rect, Svg};

/// Height of a lane that has its words inside, in the size of labels.
const LONG: f64 = 6.9;

/// Height of a lane that has them behind, in the size of labels.
const SHORT: f64 = 4.8;

/// From this share of the longest lane on, words may stand inside.
const INSIDE: f64 = 0.45;

/// Size of the words inside and behind, in the size of labels.
const WORDS: (f64, f64) = (3.2, 1.87);

/// The distance of the words from the ends of a bar, in the size of labels.
const GAP: f64 = 1.9;

/// The distance between name and value, in their own size.
const BETWEEN: f64 = 0.4;

/// The width of a fluid race whose words are shown, in the size of words inside.
const ACROSS: f64 = 17.0;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let (first, share) = first(series)?;
    let (label, text) = (&*first.point.label, &*first.point.text);
    let across = svg.height().map_or(ACROSS * WORDS.0 * em, |_| svg.width());
    let needed = |size: f64| size * (svg.measure(label) + svg.measure(text) + BETWEEN * em);
    let fits = needed(WORDS.0) + 2.0 * GAP * em <= share * across;
    // Where there is no room behind it either, the name is cut.
    let behind = share * across + GAP * em + needed(WORDS.1) <= across;
    let long = share >= INSIDE && (fits || !behind);
    let size = if long { WORDS.0 } else { WORDS.1 } * em;
    let height = svg.height().unwrap_or(if long { LONG } else { SHORT } * em);
    svg.tall_rect(&Rect {
        x: 0.0,
        y: 0.0,
        width: share,
        height,
        class: "mark",
        paint: Paint::Accent,
    });
    let words = Words {
        x: 0.0,
        dx: GAP * em,
        y: height / 2.0,
        anchor: Anchor::Start,
        size: Some(size),
        bold: false,
        room: f64::INFINITY,
        class: "label",
        paint: Paint::Text,
        text: label,
    };
    if long {
        let value = WORDS.0 * svg.measure(text);
        svg.middle_words(&Words {
            room: share * across - value - (2.0 * GAP + BETWEEN * WORDS.0) * em,
            ..words
        });
        svg.middle_words(&Words {
            x: share,
            dx: -GAP * em,
            anchor: Anchor::End,
            class: "value",
            text,
            ..words
        });
    } else {
        let both = format!("{label} {text}");
        svg.middle_words(&Words {
            x: share,
            dx: 0.4 * GAP * em,
            text: &both,
            ..words
        });
    }
    Some(svg.finish(height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn lanes() {
        let long = [series(&[point("TikTok", 60.0), point("", 80.0)])];
        check(
            Chart::Lane,
            &long,
            Frame::Fluid,
            r#"
<rect x="0%" y="0" width="75%" height="100%" class="mark"/>
<text x="0%" y="50%" dy=".35em" dx="28.5" font-size="48" class="label">TikTok</text>
<text x="75%" y="50%" dy=".35em" dx="-28.5" text-anchor="end" font-size="48" class="value">60</text>
"#,
        );
        let short = [series(&[point("Twitch", 20.0), point("", 80.0)])];
        check(
            Chart::Lane,
            &short,
            Frame::Fluid,
            r#"
<rect x="0%" y="0" width="25%" height="100%" class="mark"/>
<text x="25%" y="50%" dy=".35em" dx="11.4" font-size="28.05" class="label">Twitch 20</text>
"#,
        );
        check(
            Chart::Lane,
            &short,
            PAPER,
            r##"
<rect x="0" y="0" width="50" height="100" fill="#a00"/>
<text x="50" y="50" dy=".35em" dx="6.08" font-size="14.96" fill="#111">Twitch 20</text>
"##,
        );
        check(Chart::Lane, &[series(&[point("", 0.0)])], Frame::Fluid, "");
        let wordy = [series(&[point("A newsletter", 50.0), point("", 100.0)])];
        check(
            Chart::Lane,
            &wordy,
            Frame::Fluid,
            r#"
<rect x="0%" y="0" width="50%" height="100%" class="mark"/>
<text x="50%" y="50%" dy=".35em" dx="11.4" font-size="28.05" class="label">A newsletter 50</text>
"#,
        );
        let full = [series(&[point("A newsletter on its way", 100.0)])];
        check(
            Chart::Lane,
            &full,
            Frame::Fluid,
            r#"
<rect x="0%" y="0" width="100%" height="100%" class="mark"/>
<text x="0%" y="50%" dy=".35em" dx="28.5" font-size="48" class="label">A newsletter on its way</text>
<text x="100%" y="50%" dy=".35em" dx="-28.5" text-anchor="end" font-size="48" class="value">100</text>
"#,
        );
        let lost = [series(&[point("a", None), point("b", 1.0)])];
        check(Chart::Lane, &lost, Frame::Fluid, "");
    }
}
