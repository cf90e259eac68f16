//! Steps to bars on an axis of weeks, one under the other: each begins where it stands in time and
//! is as long as its value.

use super::item::MOST;
use super::lettering::{Anchor, Words};
use super::svg::{Paint, Rect, Svg};
use super::text::number;
use super::{Point, Series};

/// Height of a step and of the axis, in the size of labels.
const ROW: f64 = 2.27;
const AXIS: f64 = 2.0;

/// Thickness of a bar as a share of its row.
const BAR: f64 = 0.65;

/// Distance from a bar to its label, in the size of labels.
const GAP: f64 = 0.8;

/// About how many numbers an axis bears.
const NUMBERS: f64 = 6.0;

/// The most weeks that have a line of their own.
const LINES: f64 = 40.0;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let (em, width) = (svg.em(), svg.width());
    let steps: Vec<_> = series.points.iter().filter_map(step).take(MOST).collect();
    let end = steps
        .iter()
        .map(|(_, from, long)| from + long)
        .reduce(f64::max)?
        .ceil();
    let longest = steps.iter().map(|(.., long)| *long).fold(0.0, f64::max);
    let height = svg
        .height()
        .unwrap_or((ROW * steps.len() as f64 + AXIS) * em);
    let foot = (height - AXIS * em).max(0.0);
    let row = foot / steps.len() as f64;

    let every = (end / NUMBERS).ceil().max(1.0);
    let line = if end > LINES { every } else { 1.0 };
    for index in 0..=(end / line) as usize {
        svg.upright(index as f64 * line / end, (0.0, Some(foot)), "grid");
    }
    for index in 0..=(end / every) as usize {
        let week = index as f64 * every;
        let anchor = match week / end {
            x if x < 0.01 => Anchor::Start,
            x if x > 0.99 => Anchor::End,
            _ => Anchor::Middle,
        };
        let text = number(week);
        svg.words(&Words::at(
            week / end,
            foot + 0.6 * AXIS * em,
            anchor,
            "scale",
            &text,
        ));
    }
    for (index, (point, from, long)) in steps.iter().enumerate() {
        let middle = row * (index as f64 + 0.5);
        let (mark, paint) = match *long == longest && steps.len() > 1 {
            true => ("mark largest", Paint::Accent),
            false => ("mark", Paint::Text),
        };
        svg.rect(&Rect {
            x: from / end,
            y: middle - BAR * row / 2.0,
            width: long / end,
            height: BAR * row,
            class: mark,
            paint,
        });
        // Behind its bar, else before it, wherever there is more room.
        let (before, behind) = (from / end, 1.0 - (from + long) / end);
        let fits = behind * width >= svg.measure(&point.label) + GAP * em;
        let (x, dx, anchor, room) = if fits || behind >= before {
            ((from + long) / end, GAP * em, Anchor::Start, behind)
        } else {
            (from / end, -GAP * em, Anchor::End, before)
        };
        svg.words(&Words {
            dx,
            bold: true,
            room: room * width - GAP * em,
            ..Words::at(x, middle, anchor, "label", &point.label)
        });
    }
    Some(svg.finish(height))
}

/// A step with its first week and its length, where both can be drawn.
fn step(point: &Point) -> Option<(&Point, f64, f64)> {
    let from = point.at.filter(|at| (0.0..1e6).contains(at))?;
    let long = point.known().filter(|long| *long > 0.0 && *long < 1e6)?;
    Some((point, from, long))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame, Point};

    #[test]
    fn steps_follow_each_other() {
        let step = |label: &str, from: f64, long: f64| Point {
            at: Some(from),
            ..point(label, long)
        };
        let data = [series(&[step("Call", 0.0, 1.0), step("Film", 1.0, 3.0)])];
        check(
            Chart::Weeks,
            &data,
            Frame::Fluid,
            r#"
<line x1="0%" y1="0" x2="0%" y2="68.1" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="25%" y1="0" x2="25%" y2="68.1" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="50%" y1="0" x2="50%" y2="68.1" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="75%" y1="0" x2="75%" y2="68.1" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="100%" y1="0" x2="100%" y2="68.1" stroke-width="1" class="grid" stroke="currentColor"/>
<text x="0%" y="86.1" dy=".35em" class="scale">0</text>
<text x="25%" y="86.1" dy=".35em" text-anchor="middle" class="scale">1</text>
<text x="50%" y="86.1" dy=".35em" text-anchor="middle" class="scale">2</text>
<text x="75%" y="86.1" dy=".35em" text-anchor="middle" class="scale">3</text>
<text x="100%" y="86.1" dy=".35em" text-anchor="end" class="scale">4</text>
<rect x="0%" y="5.96" width="25%" height="22.13" class="mark"/>
<text x="25%" y="17.02" dy=".35em" dx="12" font-weight="600" class="label">Call</text>
<rect x="25%" y="40.01" width="75%" height="22.13" class="mark largest"/>
<text x="25%" y="51.07" dy=".35em" dx="-12" text-anchor="end" font-weight="600" class="label">Film</text>
"#,
        );
    }
}
