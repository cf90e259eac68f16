//! A series to a line with its first and last value beside it.

use super::Series;
use super::item::MOST;
use super::lettering::{Anchor, Words};
use super::svg::{HAIRLINE, Paint, Svg};
use super::trace::{Area, Trace, trace};

/// Height where the chart may choose it, in the size of labels.
const HEIGHT: f64 = 13.0;

/// Room above and below the line for a value, in the size of labels.
const VALUE: f64 = 1.8;

/// Room at the foot for labels, in the size of labels.
const FOOT: f64 = 1.8;

/// Room for half a dot at both ends, as a share of the width.
const INSET: f64 = 0.015;

/// How much of the line lies near words at its end, as a share of the width.
const NEAR: f64 = 0.25;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let trace = trace(&series.points, MOST)?;
    let (first, last) = trace.ends()?;
    let em = svg.em();
    let height = svg.height().unwrap_or(HEIGHT * em);
    let top = VALUE * em;
    let bottom = (height - (FOOT + VALUE) * em).max(top);

    let stretched = svg.height().is_none();
    let (width, from, to) = match stretched {
        true => (100.0, 0.0, 100.0),
        false => (svg.width(), top, bottom),
    };
    let area = Area {
        left: width * INSET,
        right: width * (1.0 - INSET),
        top: from,
        bottom: to,
    };
    if stretched {
        svg.open_stretched(top, bottom - top);
    }
    if let Some(zero) = trace.zero {
        svg.path(&area.level(zero), HAIRLINE * em, "axis", Paint::Text);
    }
    trace.draw(&area, &mut svg);
    if stretched {
        svg.close_stretched();
    }

    let (start, end) = (&series.points[trace.first], &series.points[trace.last]);
    let apart = (last.0 - first.0) * svg.width() - em;
    let both_fit = |a: &str, b: &str| svg.measure(a) + svg.measure(b) <= apart;
    let start_value = both_fit(&start.text, &end.text);
    let start_label = both_fit(&start.label, &end.label);
    let ends = [
        (first, start, start_value, start_label),
        (last, end, true, true),
    ];
    for ((x, y), point, with_value, with_label) in ends {
        let beside = (svg.measure(&point.text) + em) / svg.width();
        let (y, side) = clear(&trace, (x, y), beside);
        let words = Words {
            x,
            dx: 0.0,
            y: top + (bottom - top) * y + side * em,
            anchor: if x < 0.5 { Anchor::Start } else { Anchor::End },
            size: None,
            bold: false,
            room: svg.width() * 0.5,
            class: "value",
            paint: Paint::Text,
            text: &point.text,
        };
        if with_value {
            svg.words(&words);
        }
        if with_label {
            svg.words(&Words {
                y: height - FOOT * em / 2.0,
                class: "label",
                text: &point.label,
                ..words
            });
        }
    }
    Some(svg.finish(height))
}

/// Where words that are `beside` wide, as a share of the width, can stand at an end of the line
/// without touching it: the edge they stand off, and the direction, -1 above and 1 below.
fn clear(trace: &Trace, (x, y): (f64, f64), beside: f64) -> (f64, f64) {
    let reach = |near: f64| {
        let positions = trace.positions();
        let near = positions.filter(move |position| (position.0 - x).abs() <= near);
        near.fold((y, y), |(top, bottom), (_, y)| (top.min(y), bottom.max(y)))
    };
    // On the side the line does not run to, past what of it is there all the same.
    let (top, bottom) = reach(NEAR);
    let below = y - top > bottom - y;
    let (top, bottom) = reach(beside);
    if below { (bottom, 1.0) } else { (top, -1.0) }
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame, Ink, draw};

    #[test]
    fn lines() {
        let falling = [point("Jan", 1.0), point("Feb", None), point("Mar", -1.0)];
        check(
            Chart::Line,
            &[series(&falling)],
            Frame::Fluid,
            r#"
<svg y="27" width="100%" height="114" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
<path d="M1.5 50H98.5" fill="none" stroke-width="1" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" class="axis" stroke="currentColor"/>
<path d="M1.5 0h.01M98.5 100h.01" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" class="line" stroke="currentColor"/>
<path d="M98.5 100h.01" fill="none" stroke-width="7.95" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" class="dot" stroke="currentColor"/>
</svg>
<text x="0%" y="12" dy=".35em" class="value">1</text>
<text x="0%" y="181.5" dy=".35em" class="label">Jan</text>
<text x="100%" y="126" dy=".35em" text-anchor="end" class="value">-1</text>
<text x="100%" y="181.5" dy=".35em" text-anchor="end" class="label">Mar</text>
"#,
        );
        check(
            Chart::Line,
            &[series(&falling)],
            PAPER,
            r##"
<path d="M3 42.8H197" fill="none" stroke-width="0.53" stroke-linecap="round" stroke-linejoin="round" stroke="#111"/>
<path d="M3 14.4h.01M197 71.2h.01" fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" stroke="#111"/>
<path d="M197 71.2h.01" fill="none" stroke-width="4.24" stroke-linecap="round" stroke-linejoin="round" stroke="#a00"/>
<text x="0" y="6.4" dy=".35em" fill="#111">1</text>
<text x="0" y="92.8" dy=".35em" fill="#111">Jan</text>
<text x="200" y="63.2" dy=".35em" text-anchor="end" fill="#111">-1</text>
<text x="200" y="92.8" dy=".35em" text-anchor="end" fill="#111">Mar</text>
"##,
        );
    }

    #[test]
    fn values_stand_clear_of_the_line() {
        fn check(values: [f64; 5], expected: [&str; 2]) {
            let points = values.map(|value| point("", value));
            let svg = draw(Chart::Line, &[series(&points)], Frame::Fluid, &Ink::Classes);
            let texts = svg.split("<text ").skip(1);
            let heights = texts.filter_map(|text| text.split('"').nth(3));
            assert_eq!(heights.collect::<Vec<_>>(), expected);
        }
        check([1.0, 2.0, 3.0, 4.0, 5.0], ["156", "12"]);
        check([5.0, 4.0, 3.0, 2.0, 1.0], ["12", "156"]);
        check([3.0, 1.0, 3.0, 5.0, 3.0], ["69", "99"]);
    }
}
