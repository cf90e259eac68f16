//! The first value of a series to a disc whose area is to that of the largest as the values are.
//!
//! The value stands in it, or below one that is too small. So countries are a list of discs, each
//! above its name, which runs on over as many lines as the page has.

use super::Series;
use super::item::first;
use super::lettering::{Anchor, Words};
use super::svg::{Paint, Svg};

/// Width of the largest disc, in the size of labels.
const LARGEST: f64 = 7.4;

/// Size of a value as a share of its disc's width, and the least, in the size of labels.
const VALUE: (f64, f64) = (0.36, 0.93);

/// Height of a line below a disc, in the size of labels.
const BELOW: f64 = 1.3;

/// Room that an outline needs around a disc, in the size of labels.
const EDGE: f64 = 0.1;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let (first, share) = first(series)?;
    let edge = EDGE * em;
    let largest = svg.height().map_or(LARGEST * em, |height| {
        (height.min(svg.width()) - 2.0 * edge).max(0.0)
    });
    let across = largest * share.sqrt();
    let text = first.point.text.as_str();
    let size = (VALUE.0 * across).max(VALUE.1 * em);
    let wide = svg.measure(text) / em * size;
    let inside = wide <= 0.9 * across;
    let size = if inside { size } else { VALUE.1 * em };
    let width = if inside { across } else { across.max(wide) } + 2.0 * edge;
    let height = across + 2.0 * edge + if inside { 0.0 } else { BELOW * em };
    let center = edge + across / 2.0;
    svg.disc((0.5, center), across / 2.0, "mark", Paint::Accent);
    let below = height - 0.5 * BELOW * em;
    let y = if inside { center } else { below };
    svg.words(&Words {
        size: Some(size),
        ..Words::at(0.5, y, Anchor::Middle, "value", text)
    });
    Some(svg.finish_sized(width, height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn discs_are_true_in_area() {
        let quarter = [series(&[point("Norway", 10.0), point("", 40.0)])];
        check(
            Chart::Disc,
            &quarter,
            Frame::Fluid,
            r#"
<circle cx="50%" cy="29.25" r="27.75" class="mark"/>
<text x="50%" y="29.25" dy=".35em" text-anchor="middle" font-size="19.98" class="value">10</text>
"#,
        );
        let speck = [series(&[point("Fiji", 1.0), point("", 625.0)])];
        check(
            Chart::Disc,
            &speck,
            Frame::Fluid,
            r#"
<circle cx="50%" cy="3.72" r="2.22" class="mark"/>
<text x="50%" y="17.19" dy=".35em" text-anchor="middle" font-size="13.95" class="value">1</text>
"#,
        );
        check(
            Chart::Disc,
            &quarter,
            PAPER,
            r##"
<circle cx="100" cy="25.4" r="24.6" fill="#a00"/>
<text x="100" y="25.4" dy=".35em" text-anchor="middle" font-size="17.71" fill="#111">10</text>
"##,
        );
        check(Chart::Disc, &[series(&[point("", 0.0)])], Frame::Fluid, "");
    }
}
