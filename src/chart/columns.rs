//! A series to columns from zero, side by side on one line, each with its value at its end and
//! its label at the foot.

use super::foot::RestLabel;
use super::item::{Item, items};
use super::lettering::{Anchor, Words};
use super::scale::Scale;
use super::svg::{Paint, Rect, Svg};
use super::{Point, Series};

/// Height of the longest column where the chart may choose it, in the size of labels.
const LONGEST: f64 = 15.3;

/// Width of a column at most, in the size of labels.
const SLIM: f64 = 2.9;

/// Size of values at most and at least, in the size of labels.
const VALUE: (f64, f64) = (2.4, 0.93);

/// Size of labels at most and at least, in the size of labels elsewhere.
const LABEL: (f64, f64) = (1.0, 0.87);

/// Height of a line of labels at the foot, in their usual size.
const LINE: f64 = 1.4;

/// The width a fluid chart must still be readable at, in px: that of a page of 320 px.
const NARROWEST: f64 = 280.0;

/// Distance from the columns to their labels, in the size of labels.
const GAP: f64 = 0.75;

/// How labels stand at the foot.
#[derive(Clone, Copy, PartialEq)]
enum Foot {
    /// Each under its column.
    Row,
    /// Each under its column, every second one lower.
    Staggered,
    /// Only the first and the last.
    Ends,
}

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let items = items(series, usize::MAX)?;
    // Labels side by side touch first where the page is narrowest.
    let width = svg.height().map_or(NARROWEST, |_| svg.width());
    let room = width / items.len() as f64;
    let (foot, label_size) = foot(&items, &svg, room);
    // Labels wider than their column must not stick out at the ends.
    let wider = match foot {
        Foot::Staggered => widest(bands(&items), &svg, |point| &point.label) - room,
        Foot::Row | Foot::Ends => 0.0,
    };
    let margin = wider.max(0.0) / 2.0 / width;
    let slot = (1.0 - 2.0 * margin) / items.len() as f64;
    let room = slot * width;

    // Values shrink until they fit; where they would be too small to read, only the largest is
    // written. A word in place of a value shrinks nobody else.
    let known = items.iter().filter(|item| item.value.is_some());
    let widest_value = widest(known, &svg, |point| &point.text);
    let value_size = (0.95 * room * em / widest_value).min(VALUE.0 * em);
    let all_values = value_size >= VALUE.1 * em;
    let value_size = value_size.max(VALUE.1 * em);

    let rest = items.iter().find(|item| item.rest).map(|item| {
        let alone = foot != Foot::Row;
        RestLabel::new(&item.point.label, label_size, 0.95 * room, &svg, alone)
    });
    let lines = if foot == Foot::Staggered { 2.0 } else { 1.0 };
    let deeper = rest.as_ref().map_or(0.0, RestLabel::depth);
    let scale = Scale::spanning(items.iter().filter_map(|item| item.value))?.with_zero();
    let head = 1.25 * value_size;
    let under = if scale.low < 0.0 { head } else { 0.0 };
    let around = head + under + (GAP + LINE * lines) * em + deeper;
    let height = svg.height().unwrap_or(LONGEST * em + around);
    let longest = (height - around).max(0.0);
    let place = |value: f64| head + longest * (1.0 - scale.share(value).unwrap_or(0.0));
    let zero = place(0.0);

    for (index, item) in items.iter().enumerate() {
        let end = item.value.map_or(zero, place);
        let (fill, word) = match (item.largest, item.rest) {
            (true, _) => (Paint::Accent, Paint::AccentText),
            (_, true) => (Paint::Second, Paint::Text),
            _ => (Paint::Text, Paint::Text),
        };
        let column = Rect {
            x: margin + slot * (index as f64 + 0.1),
            y: zero.min(end),
            width: slot * 0.8,
            height: (end - zero).abs(),
            class: &item.class("mark"),
            paint: fill,
        };
        svg.slim_rect(&column, SLIM * em);

        let size = if item.value.is_some() { value_size } else { em };
        let outward = if end > zero { 1.0 } else { -1.0 };
        let value = Words {
            x: margin + slot * (index as f64 + 0.5),
            dx: 0.0,
            y: end + outward * 0.62 * size,
            anchor: Anchor::Middle,
            size: Some(size),
            bold: false,
            room: f64::INFINITY,
            class: &item.class("value"),
            paint: word,
            text: &item.point.text,
        };
        let fits = match item.value {
            Some(_) => all_values || item.largest,
            None => svg.measure(&item.point.text) <= room,
        };
        if fits {
            svg.words(&value);
        }

        let lower = foot == Foot::Staggered && index % 2 == 1 && !item.rest;
        let (x, anchor) = match (foot, index) {
            (Foot::Ends, 0) => (0.0, Anchor::Start),
            (Foot::Ends, _) if index + 1 == items.len() => (1.0, Anchor::End),
            _ => (value.x, Anchor::Middle),
        };
        let line = if lower || item.rest { lines - 0.5 } else { 0.5 };
        let label = Words {
            x,
            y: height - deeper - LINE * (lines - line) * em,
            anchor,
            size: (label_size < em).then_some(label_size),
            bold: item.largest,
            class: &item.class("label"),
            paint: Paint::Text,
            text: &item.point.label,
            ..value
        };
        let last = index + 1 == bands(&items).count();
        match &rest {
            Some(rest) if item.rest => rest.write(&label, &mut svg),
            _ if foot != Foot::Ends || index == 0 || last => svg.words(&label),
            _ => {}
        }
    }
    svg.axis(zero);
    Some(svg.finish(height))
}

/// The columns that are no rest.
fn bands<'a>(items: &'a [Item<'a>]) -> impl Iterator<Item = &'a Item<'a>> {
    items.iter().filter(|item| !item.rest)
}

/// How labels of bands can stand at the foot without touching, and their size, when each column
/// has so much `room`. The label of the rest is a sentence, and has no say in it.
fn foot(items: &[Item<'_>], svg: &Svg<'_>, room: f64) -> (Foot, f64) {
    let em = svg.em();
    let widest = widest(bands(items), svg, |point| &point.label);
    let fitting = |room: f64| (0.95 * room * em / widest).min(LABEL.0 * em);
    for (foot, size) in [
        (Foot::Row, fitting(room)),
        (Foot::Staggered, fitting(2.0 * room)),
    ] {
        if size >= LABEL.1 * em {
            return (foot, size);
        }
    }
    (Foot::Ends, LABEL.1 * em)
}

/// The width of the widest words at the size of labels; never 0.
fn widest<'a>(
    items: impl Iterator<Item = &'a Item<'a>>,
    svg: &Svg<'_>,
    words: fn(&Point) -> &str,
) -> f64 {
    let widths = items.map(|item| svg.measure(words(item.point)));
    widths.fold(0.1 * svg.em(), f64::max)
}

#[cfg(test)]
mod tests {

    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame, Ink, Series, draw};

    #[test]
    fn columns() {
        let data = [series(&[point("18-24", 40.0), point("25-34", 60.0)])];
        check(
            Chart::Columns,
            &data,
            Frame::Fluid,
            r#"
<svg x="5%" y="121.5" width="40%" height="153">
<rect x="50%" width="43.5" height="153" transform="translate(-21.75)" class="mark"/>
</svg>
<text x="25%" y="99.18" dy=".35em" text-anchor="middle" font-size="36" class="value">40</text>
<text x="25%" y="296.25" dy=".35em" text-anchor="middle" class="label">18-24</text>
<svg x="55%" y="45" width="40%" height="229.5">
<rect x="50%" width="43.5" height="229.5" transform="translate(-21.75)" class="mark largest"/>
</svg>
<text x="75%" y="22.68" dy=".35em" text-anchor="middle" font-size="36" class="value largest">60</text>
<text x="75%" y="296.25" dy=".35em" text-anchor="middle" font-weight="600" class="label largest">25-34</text>
<line x1="0" y1="274.5" x2="100%" y2="274.5" stroke-width="1" class="axis" stroke="currentColor"/>
"#,
        );
        check(
            Chart::Columns,
            &data,
            PAPER,
            r##"
<rect x="38.4" y="43.6" width="23.2" height="39.2" fill="#111"/>
<text x="50" y="31.7" dy=".35em" text-anchor="middle" font-size="19.2" fill="#111">40</text>
<text x="50" y="94.4" dy=".35em" text-anchor="middle" fill="#111">18-24</text>
<rect x="138.4" y="24" width="23.2" height="58.8" fill="#a00"/>
<text x="150" y="12.1" dy=".35em" text-anchor="middle" font-size="19.2" fill="#b00">60</text>
<text x="150" y="94.4" dy=".35em" text-anchor="middle" font-weight="600" fill="#111">25-34</text>
<line x1="0" y1="82.8" x2="200" y2="82.8" stroke-width="0.53" stroke="#111"/>
"##,
        );
    }

    #[test]
    fn every_band_has_its_label_beside_a_rest() {
        fn check(bands: usize, expected: &[&str]) {
            let points: Vec<_> = (0..bands).map(|_| point("25–34", 10.0)).collect();
            let series = [Series {
                rest: Some(point("Another age, or not given", 9.0)),
                ..series(&points)
            }];
            let svg = draw(Chart::Columns, &series, Frame::Fluid, &Ink::Classes);
            let labels = svg
                .split("<text ")
                .filter(|text| text.contains("class=\"label"));
            let words = labels.map(|label| {
                let text = label.split_once('>').expect("a text").1;
                text.split_once('<').expect("its end").0
            });
            let (band, rest): (Vec<_>, Vec<_>) = words.partition(|word| *word == "25–34");
            assert_eq!((band.len(), &rest[..]), (bands, expected), "{svg}");
        }
        check(3, &["Another", "age, or", "not given"]);
        check(7, &["Another age, or not given"]);
    }

    #[test]
    fn labels_of_many_columns_are_smaller() {
        fn check(bands: usize, smaller: bool) {
            let points: Vec<_> = (0..bands).map(|_| point("25–34", 10.0)).collect();
            let series = [series(&points)];
            let svg = draw(Chart::Columns, &series, Frame::Fluid, &Ink::Classes);
            let mut labels = svg
                .split("<text ")
                .filter(|text| text.contains("class=\"label"));
            let all = labels.all(|label| label.contains("font-size") == smaller);
            assert!(all, "{bands}: {svg}");
        }
        check(5, false);
        check(6, true);
    }
}
