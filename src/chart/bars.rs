//! A series to bars from zero, one under the other, each with its label before and its value
//! behind it.

use super::item::{MOST, items};
use super::lettering::{Anchor, Words};
use super::scale::Scale;
use super::svg::{Paint, Rect, Svg};
use super::{Point, Series};

/// Where bars begin when labels stand before them, as a share of the width.
const START: f64 = 0.42;

/// Where the longest bar ends at most, as a share of the width.
const END: f64 = 0.88;

/// The distance from a bar to its value, in the size of labels.
const GAP: f64 = 0.5;

/// Where things stand, as shares of the width.
struct Layout {
    /// Labels stand above their bars, not before them.
    stacked: bool,
    /// Where the bars begin.
    left: f64,
    /// The room for values at the end of the longest bar.
    room: f64,
}

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let (em, width) = (svg.em(), svg.width());
    let Layout {
        stacked,
        left,
        room,
    } = layout(series, &svg);
    let row = if stacked { 3.2 } else { 2.4 } * em;
    let fitting = svg.height().map_or(usize::MAX, |height| {
        (1.8 * height / row).clamp(1.0, MOST as f64) as usize
    });
    let items = items(series, fitting)?;
    let row = match svg.height() {
        None => row,
        Some(height) => (height / items.len() as f64).min(1.5 * row),
    };
    let scale = Scale::spanning(items.iter().filter_map(|item| item.value))?.with_zero();
    let place = |value: f64| left + (1.0 - room - left) * scale.share(value).unwrap_or(0.0);
    let zero = place(0.0);

    for (index, item) in items.iter().enumerate() {
        let top = row * index as f64;
        let middle = top + row * if stacked { 0.7 } else { 0.5 };
        let thickness = (row * if stacked { 0.22 } else { 0.3 }).min(em);
        let end = item.value.map_or(zero, place);
        let paint = match (item.largest, item.rest) {
            (true, _) => Paint::Accent,
            (_, true) => Paint::Second,
            _ => Paint::Text,
        };
        svg.words(&Words {
            x: 0.0,
            dx: 0.0,
            y: if stacked { top + row * 0.3 } else { middle },
            anchor: Anchor::Start,
            size: None,
            bold: false,
            room: if stacked { width } else { START * width },
            class: &item.class("label"),
            paint: Paint::Text,
            text: &item.point.label,
        });
        svg.rect(&Rect {
            x: zero.min(end),
            y: middle - thickness / 2.0,
            width: (end - zero).abs(),
            height: thickness,
            class: &item.class("mark"),
            paint,
        });
        let (anchor, dx, room) = match item.value {
            None => (Anchor::Start, 0.0, 1.0 - end),
            Some(_) if end < zero => (Anchor::End, -GAP * em, room),
            Some(_) => (Anchor::Start, GAP * em, room),
        };
        svg.words(&Words {
            x: end,
            dx,
            y: middle,
            anchor,
            size: None,
            bold: false,
            room: room * width,
            class: &item.class("value"),
            paint: Paint::Text,
            text: &item.point.text,
        });
    }
    Some(svg.finish(row * items.len() as f64))
}

fn layout(series: &Series, svg: &Svg<'_>) -> Layout {
    let (em, width) = (svg.em(), svg.width());
    let points = || series.points.iter().chain(&series.rest);
    let known = points().filter(|point| point.known().is_some());
    let values = known.map(|point| svg.measure(&point.text));
    let labels = points().map(|point| svg.measure(&point.label));
    let (values, labels) = (values.fold(0.0, f64::max), labels.fold(0.0, f64::max));
    let room = ((values + GAP * em) / width).clamp(1.0 - END, 0.3);
    // Labels that do not fit before the bars stand above them, and so do those of bars that run
    // both ways, which need room for values on both sides.
    let negative = points().filter_map(Point::known).any(|value| value < 0.0);
    let stacked = negative || labels + GAP * em > START * width;
    let left = match (stacked, negative) {
        (false, _) => START,
        (true, false) => 0.0,
        (true, true) => room,
    };
    Layout {
        stacked,
        left,
        room,
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame, Series};

    #[test]
    fn bars() {
        let data = [Series {
            rest: Some(point("Elsewhere", 40.0)),
            ..series(&[
                point("Spain", 50.0),
                point("Île & Co", 0.0),
                point("Fiji", None),
            ])
        }];
        check(
            Chart::Bars,
            &data,
            Frame::Fluid,
            r#"
<text x="0%" y="18" dy=".35em" class="label largest">Spain</text>
<rect x="42%" y="12.6" width="46%" height="10.8" class="mark largest"/>
<text x="88%" y="18" dy=".35em" dx="7.5" class="value largest">50</text>
<text x="0%" y="54" dy=".35em" class="label">Île &amp; Co</text>
<text x="42%" y="54" dy=".35em" dx="7.5" class="value">0</text>
<text x="0%" y="90" dy=".35em" class="label missing">Fiji</text>
<text x="42%" y="90" dy=".35em" class="value missing">unknown</text>
<text x="0%" y="126" dy=".35em" class="label rest">Elsewhere</text>
<rect x="42%" y="120.6" width="36.8%" height="10.8" class="mark rest"/>
<text x="78.8%" y="126" dy=".35em" dx="7.5" class="value rest">40</text>
"#,
        );
        check(
            Chart::Bars,
            &data,
            PAPER,
            r##"
<text x="0" y="12.5" dy=".35em" fill="#111">Spain</text>
<rect x="84" y="8.75" width="92" height="7.5" fill="#a00"/>
<text x="176" y="12.5" dy=".35em" dx="4" fill="#111">50</text>
<text x="0" y="37.5" dy=".35em" fill="#111">Île &amp; Co</text>
<text x="84" y="37.5" dy=".35em" dx="4" fill="#111">0</text>
<text x="0" y="62.5" dy=".35em" fill="#111">Fiji</text>
<text x="84" y="62.5" dy=".35em" fill="#111">unknown</text>
<text x="0" y="87.5" dy=".35em" fill="#111">Elsewhere</text>
<rect x="84" y="83.75" width="73.6" height="7.5" fill="#789"/>
<text x="157.6" y="87.5" dy=".35em" dx="4" fill="#111">40</text>
"##,
        );
        let negative = [series(&[point("a", -10.0), point("b", 30.0)])];
        check(
            Chart::Bars,
            &negative,
            Frame::Fluid,
            r#"
<text x="0%" y="14.4" dy=".35em" class="label">a</text>
<rect x="12%" y="28.32" width="19%" height="10.56" class="mark"/>
<text x="12%" y="33.6" dy=".35em" dx="-7.5" text-anchor="end" class="value">-10</text>
<text x="0%" y="62.4" dy=".35em" class="label largest">b</text>
<rect x="31%" y="76.32" width="57%" height="10.56" class="mark largest"/>
<text x="88%" y="81.6" dy=".35em" dx="7.5" class="value largest">30</text>
"#,
        );
    }
}
