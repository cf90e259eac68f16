//! A value and what is usual to two bars from zero, with words on or behind them.

use super::Series;
use super::lettering::{Anchor, Words};
use super::scale::Scale;
use super::svg::{Paint, Rect, Svg};

/// Height of a bar and the gap below it, in the size of labels.
const BAR: f64 = 1.75;
const GAP: f64 = 0.65;

/// Distance from the end of a bar to its words, in the size of labels.
const SPACE: f64 = 0.6;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let [value, usual] = series.points.get(..2)? else {
        return None;
    };
    let (length, other) = (value.known()?, usual.known()?);
    if length < 0.0 || other < 0.0 {
        return None;
    }
    let scale = Scale::spanning([0.0, length, other])?;
    let height = svg.height().unwrap_or((2.0 * BAR + GAP) * em);
    let bar = height * BAR / (2.0 * BAR + GAP);
    for (row, (point, value)) in [(value, length), (usual, other)].into_iter().enumerate() {
        let which = ["first", "second"][row];
        let share = scale.share(value).unwrap_or(0.0);
        let top = row as f64 * (height - bar);
        svg.rect(&Rect {
            x: 0.0,
            y: top,
            width: share,
            height: bar,
            class: &format!("mark {which}"),
            paint: [Paint::Accent, Paint::Second][row],
        });
        let needed = svg.measure(&point.text) + 2.0 * SPACE * em;
        // Words that have no room behind their bar stand on it, and those of the value always do
        // where they can.
        let inside = share * svg.width() >= needed;
        let inside = inside && (row == 0 || (1.0 - share) * svg.width() < needed);
        let inner = if inside { " inside" } else { "" };
        svg.words(&Words {
            dx: SPACE * em,
            ..Words::at(
                if inside { 0.0 } else { share },
                top + bar / 2.0,
                Anchor::Start,
                &format!("value {which}{inner}"),
                &point.text,
            )
        });
    }
    Some(svg.finish(height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn a_value_and_the_usual() {
        let data = [series(&[point("", 400.0), point("", 100.0)])];
        check(
            Chart::Against,
            &data,
            Frame::Fluid,
            r#"
<rect x="0%" y="0" width="100%" height="26.25" class="mark first"/>
<text x="0%" y="13.12" dy=".35em" dx="9" class="value first inside">400</text>
<rect x="0%" y="36" width="25%" height="26.25" class="mark second"/>
<text x="25%" y="49.13" dy=".35em" dx="9" class="value second">100</text>
"#,
        );
    }
}
