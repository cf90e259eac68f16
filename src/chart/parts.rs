//! What a total is made of, to one wide bar: parts in order, each named under its start.
//!
//! A point without a label belongs to the one before it: two accounts of one platform are two
//! marks of one look with one label. On narrow pages the names have no room, so the place of the
//! chart says them again.

use super::Series;
use super::item::MOST;
use super::lettering::{Anchor, Words};
use super::svg::{Paint, Rect, Svg};

/// Height of the bar, in the size of labels.
const BAR: f64 = 3.6;

/// Distance from the bar to the names, in the size of labels.
const GAP: f64 = 0.53;

/// Height of a line of names, in the size of labels.
const LINE: f64 = 1.6;

/// The gap between two marks, in the size of labels. A mark under [`NO_GAP`] has none.
const SEAM: f64 = 0.133;
const NO_GAP: f64 = 0.004;

/// The narrowest place that has names under the bar, in px; fixed places are as wide as they are.
const ROOMY: f64 = 950.0;

/// One mark, as shares of the bar.
struct Mark {
    start: f64,
    share: f64,
    class: String,
    paint: Paint,
}

/// A name under the bar.
struct Name<'a> {
    label: &'a str,
    text: &'a str,
    /// Where its marks begin, as a share of the bar.
    start: f64,
}

/// Where a name stands.
struct Spot {
    row: usize,
    anchor: Anchor,
    /// From where to where it reaches, as shares of the width.
    span: (f64, f64),
}

pub(super) fn draw(main: &Series, rest: Option<&Series>, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let (marks, names) = laid_out(main, rest)?;
    let width = svg.height().map_or(ROOMY, |_| svg.width());
    let needed =
        |name: &Name<'_>| (svg.measure(name.label) + svg.measure(name.text) + 1.4 * em) / width;
    let spots = spots(&names, needed);
    let lines = spots.iter().map(|spot| spot.row + 1).max().unwrap_or(0);
    let below = (GAP + LINE * lines as f64) * em;
    let bar = match svg.height() {
        None => BAR * em,
        Some(height) => (height - below).max(0.3 * height),
    };
    for mark in &marks {
        let rect = Rect {
            x: mark.start,
            y: 0.0,
            width: mark.share,
            height: bar,
            class: &mark.class,
            paint: mark.paint,
        };
        let last = mark.start + mark.share > 1.0 - NO_GAP;
        let seam = if last || mark.share < NO_GAP {
            0.0
        } else {
            SEAM
        };
        svg.short_rect(&rect, seam * em);
    }
    for (name, spot) in names.iter().zip(&spots) {
        let top = bar + GAP * em;
        let end = top + LINE * (spot.row + 1) as f64 * em;
        let (x, dx) = match spot.anchor {
            Anchor::End => (1.0, -0.53 * em),
            _ => (name.start, 0.53 * em),
        };
        svg.upright(x, (top, Some(end)), "tick");
        let words = Words {
            dx,
            ..Words::at(x, end - 0.5 * LINE * em, spot.anchor, "label", name.label)
        };
        svg.named(&words, name.text);
    }
    Some(svg.finish(bar + below))
}

/// The marks and the names of both series. `None` when nothing is larger than nothing.
fn laid_out<'a>(main: &'a Series, rest: Option<&'a Series>) -> Option<(Vec<Mark>, Vec<Name<'a>>)> {
    let all = || {
        let rest = rest.map_or(&[][..], |rest| &rest.points);
        let main = main.points.iter().map(|point| (point, false));
        let all = main.chain(rest.iter().map(|point| (point, true)));
        let known = all.filter_map(|(point, small)| Some((point, small, point.known()?)));
        known.filter(|(_, _, value)| *value > 0.0).take(MOST)
    };
    // Measured by the largest, so that a sum of huge values stays a number.
    let most = all().map(|(.., value)| value).reduce(f64::max)?;
    let sum: f64 = all().map(|(.., value)| value / most).sum();
    let (mut marks, mut names) = (Vec::new(), Vec::new());
    let (mut start, mut part, mut among) = (0.0, 0, 0);
    for (point, small, value) in all() {
        let share = value / most / sum;
        if !point.label.is_empty() {
            part += usize::from(!small);
            names.push(Name {
                label: &point.label,
                text: &point.text,
                start,
            });
        }
        among += usize::from(small);
        let (class, paint) = match (small, part) {
            // Neighbours among the small never look alike.
            (true, _) => (format!("mark rest-{}", 2 - among % 2), Paint::Second),
            (false, 1) => ("mark part-1".to_string(), Paint::Accent),
            (false, part) => (format!("mark part-{part}"), Paint::Text),
        };
        marks.push(Mark {
            start,
            share,
            class,
            paint,
        });
        start += share;
    }
    Some((marks, names))
}

/// Where names stand without touching each other or what ties another to its part: from the last
/// to the first, each in the highest line that is free.
fn spots(names: &[Name<'_>], needed: impl Fn(&Name<'_>) -> f64) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for name in names.iter().rev() {
        let needed = needed(name);
        let (anchor, span) = if name.start + needed <= 1.0 {
            (Anchor::Start, (name.start, name.start + needed))
        } else {
            (Anchor::End, (1.0 - needed, 1.0))
        };
        let crosses = |spot: &&Spot| spot.span.0 < span.1 && span.0 < spot.span.1;
        let rows = spots.iter().filter(crosses).map(|spot| spot.row + 1);
        spots.push(Spot {
            row: rows.max().unwrap_or(0),
            anchor,
            span,
        });
    }
    spots.reverse();
    spots
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame, Ink, draw};

    #[test]
    fn a_total_is_cut() {
        let data = [
            series(&[point("One", 50.0), point("", 25.0)]),
            series(&[point("Two more", 15.0), point("", 10.0)]),
        ];
        check(
            Chart::Parts,
            &data,
            Frame::Fluid,
            r#"
<svg x="0%" y="0" width="50%" height="54">
<rect x="-2" width="100%" height="54" class="mark part-1"/>
</svg>
<svg x="50%" y="0" width="25%" height="54">
<rect x="-2" width="100%" height="54" class="mark part-1"/>
</svg>
<svg x="75%" y="0" width="15%" height="54">
<rect x="-2" width="100%" height="54" class="mark rest-1"/>
</svg>
<rect x="90%" y="0" width="10%" height="54" class="mark rest-2"/>
<line x1="0%" y1="61.95" x2="0%" y2="85.95" stroke-width="1" class="tick" stroke="currentColor"/>
<text x="0%" y="73.95" dy=".35em" dx="7.95">
<tspan font-weight="600" class="label">One</tspan>
<tspan class="value">&nbsp;50</tspan>
</text>
<line x1="75%" y1="61.95" x2="75%" y2="85.95" stroke-width="1" class="tick" stroke="currentColor"/>
<text x="75%" y="73.95" dy=".35em" dx="7.95">
<tspan font-weight="600" class="label">Two more</tspan>
<tspan class="value">&nbsp;15</tspan>
</text>
"#,
        );
    }

    #[test]
    fn names_do_not_touch() {
        fn check(parts: &[(&str, f64)], lines: usize) {
            let points: Vec<_> = parts.iter().map(|&(l, v)| point(l, v)).collect();
            let svg = draw(
                Chart::Parts,
                &[series(&points)],
                Frame::Fluid,
                &Ink::Classes,
            );
            let height = 54.0 + 7.95 + 24.0 * lines as f64;
            assert!(svg.contains(&format!(r#"height="{height}""#)), "{svg}");
            assert_eq!(svg.matches("<text").count(), parts.len());
        }
        check(&[("a", 50.0), ("b", 50.0)], 1);
        check(&[("a", 95.0), ("at the end", 5.0)], 1);
        check(&[("a", 80.0), ("before the end", 10.0), ("end", 10.0)], 2);
    }
}
