//! A series to one bar cut into parts, with value and label under each part's start.

use super::Series;
use super::item::{Item, items};
use super::lettering::Anchor;
use super::svg::{Paint, Rect, Svg};

/// Height of the bar, in the size of labels.
const BAR: f64 = 0.8;

/// Size of values, in the size of labels.
const VALUE: f64 = 2.4;

/// Height of the line of values under the bar, in the size of labels.
const LINE: f64 = 2.9;

/// Height of a line that names a part without a place under the bar, in the size of labels.
const BELOW: f64 = 1.7;

/// A part under this share is too short to have words under it.
const SHORT: f64 = 0.06;

/// The gap between two parts, in the size of labels. A part under [`NO_GAP`] has none, since it
/// would leave nothing of it.
const GAP: f64 = 0.133;
const NO_GAP: f64 = 0.01;

/// A part that has a length, as shares of the bar.
pub(super) struct Part<'a> {
    pub item: &'a Item<'a>,
    pub start: f64,
    pub share: f64,
}

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let items = items(series, usize::MAX)?;
    let parts = parts(&items)?;
    for (index, part) in parts.iter().enumerate() {
        let paint = part.item.paint(index);
        let rect = Rect {
            x: part.start,
            y: 0.0,
            width: part.share,
            height: BAR * em,
            class: &part.item.class(&format!("mark part-{}", index + 1)),
            paint,
        };
        let last = index + 1 == parts.len();
        let gap = if last || part.share < NO_GAP {
            0.0
        } else {
            GAP
        };
        svg.short_rect(&rect, gap * em);
    }

    let mut below = Vec::new();
    // From where on there is room for words.
    let mut free = 0.0;
    for part in &parts {
        let point = part.item.point;
        let needed = VALUE * svg.measure(&point.text) + svg.measure(&point.label) + 1.2 * em;
        let needed = needed / svg.width();
        let end = part.start + needed;
        let nothing_follows = part.start + part.share > 1.0 - SHORT;
        let place = if part.share < SHORT || part.start < free {
            None
        } else if end <= 1.0 {
            Some((part.start, Anchor::Start))
        } else if nothing_follows && 1.0 - needed >= free {
            Some((1.0, Anchor::End))
        } else {
            None
        };
        let Some(place) = place else {
            below.push(part.item);
            continue;
        };
        free = end;
        let word = match part.item.largest {
            true => Paint::AccentText,
            false => Paint::Text,
        };
        let baseline = (BAR + 0.78 * LINE) * em;
        figure(&mut svg, place, baseline, VALUE * em, word, part.item);
    }
    // What has no length is named all the same.
    below.extend(items.iter().filter(|item| !has_length(item)));
    let words = if free > 0.0 { LINE } else { 0.6 };
    for (index, item) in below.iter().enumerate() {
        let baseline = (BAR + words + BELOW * (index as f64 + 0.7)) * em;
        let start = (0.0, Anchor::Start);
        figure(&mut svg, start, baseline, em, Paint::Text, item);
    }
    Some(svg.finish((BAR + words + BELOW * below.len() as f64) * em))
}

/// The parts of the bar in order: all that is larger than nothing. `None` when nothing is.
pub(super) fn parts<'a>(items: &'a [Item<'a>]) -> Option<Vec<Part<'a>>> {
    let positive = || {
        let long = items.iter().filter(|item| has_length(item));
        long.filter_map(|item| Some((item, item.value?)))
    };
    // Measured by the largest, so that a sum of huge values stays a number.
    let most = positive().map(|(_, value)| value).reduce(f64::max)?;
    let sum: f64 = positive().map(|(_, value)| value / most).sum();
    let mut start = 0.0;
    let parts = positive().map(|(item, value)| {
        let share = value / most / sum;
        let part = Part { item, start, share };
        start += share;
        part
    });
    Some(parts.collect())
}

/// Whether there is a part of the bar for `item`.
pub(super) fn has_length(item: &Item<'_>) -> bool {
    item.value.is_some_and(|value| value > 0.0)
}

/// Writes the value and the label of `item` on one baseline.
pub(super) fn figure(
    svg: &mut Svg<'_>,
    place: (f64, Anchor),
    baseline: f64,
    size: f64,
    paint: Paint,
    item: &Item<'_>,
) {
    let value = (&*item.class("value"), paint, &*item.point.text);
    let label = (&*item.class("label"), Paint::Text, &*item.point.label);
    svg.figure(place, baseline, size, value, label);
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame, Ink, Point, Series, draw};

    #[test]
    fn splits() {
        let data = [Series {
            rest: Some(point("Not said", 3.0)),
            ..series(&[point("Women", 68.0), point("Men", 29.0)])
        }];
        check(
            Chart::Split,
            &data,
            Frame::Fluid,
            r#"
<svg x="0%" y="0" width="68%" height="12">
<rect x="-2" width="100%" height="12" class="mark part-1 largest"/>
</svg>
<svg x="68%" y="0" width="29%" height="12">
<rect x="-2" width="100%" height="12" class="mark part-2"/>
</svg>
<rect x="97%" y="0" width="3%" height="12" class="mark part-3 rest"/>
<text x="0%" y="45.93">
<tspan font-size="36" class="value largest">68&nbsp;</tspan>
<tspan class="label largest">Women</tspan>
</text>
<text x="68%" y="45.93">
<tspan font-size="36" class="value">29&nbsp;</tspan>
<tspan class="label">Men</tspan>
</text>
<text x="0%" y="73.35">
<tspan font-size="15" class="value rest">3&nbsp;</tspan>
<tspan class="label rest">Not said</tspan>
</text>
"#,
        );
        check(
            Chart::Split,
            &data,
            PAPER,
            r##"
<rect x="0" y="0" width="134.94" height="6.4" fill="#a00"/>
<rect x="136" y="0" width="56.94" height="6.4" fill="#789"/>
<rect x="194" y="0" width="6" height="6.4" fill="#111"/>
<text x="0" y="24.5">
<tspan font-size="19.2" fill="#b00">68&nbsp;</tspan>
<tspan fill="#111">Women</tspan>
</text>
<text x="136" y="24.5">
<tspan font-size="19.2" fill="#111">29&nbsp;</tspan>
<tspan fill="#111">Men</tspan>
</text>
<text x="0" y="39.12">
<tspan font-size="8" fill="#111">3&nbsp;</tspan>
<tspan fill="#111">Not said</tspan>
</text>
"##,
        );
    }

    #[test]
    fn every_part_is_named() {
        fn check(parts: &[(&str, f64)], expected: [usize; 2]) {
            let parts: Vec<Point> = parts.iter().map(|&(l, v)| point(l, v)).collect();
            let svg = draw(Chart::Split, &[series(&parts)], Frame::Fluid, &Ink::Classes);
            let count = |what| svg.matches(what).count();
            let under = count(r#"font-size="36""#);
            assert_eq!([under, count("<text") - under], expected);
        }
        check(&[("a", 50.0), ("b", 50.0)], [2, 0]);
        check(&[("a", 97.0), ("b", 3.0), ("c", 0.0)], [1, 2]);
        check(
            &[("a", 50.0), ("too long for its part", 10.0), ("c", 40.0)],
            [2, 1],
        );
        check(&[("at the end", 20.0), ("a", 80.0)], [1, 1]);
        check(&[("a", 80.0), ("at the end", 20.0)], [2, 0]);
    }
}
