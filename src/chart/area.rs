//! A series to a small line without text over the area below it.

use super::Series;
use super::svg::{Paint, Svg};
use super::text::number;
use super::trace::{Area, LINE, trace};

/// More positions than a small line has pixels.
const MOST: usize = 400;

/// Height where a stylesheet may set another, in the size of labels.
const HEIGHT: f64 = 5.6;

/// How far below the smallest value the foot is, as a share of the height: the scale does not
/// begin at zero, and a line that stood on the foot would say that it does.
const FOOT: f64 = 0.22;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let trace = trace(&series.points, MOST)?;
    let (width, height) = match svg.height() {
        // In hundredths of a size nobody knows yet.
        None => (100.0, 100.0),
        Some(height) => (svg.width(), height),
    };
    let area = Area {
        left: 0.0,
        right: width,
        top: 0.02 * height,
        bottom: (1.0 - FOOT) * height,
    };
    let mut below = String::new();
    for run in &trace.runs {
        let places: Vec<_> = run.iter().map(|&position| area.place(position)).collect();
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            continue;
        };
        let foot = number(height);
        below += &format!("M{} {foot}", number(first.0));
        for (x, y) in &places {
            below += &format!("L{} {}", number(*x), number(*y));
        }
        below += &format!("L{} {foot}Z", number(last.0));
    }
    svg.shape(&below, "area", Paint::Second);
    let em = svg.em();
    svg.path(&trace.path(&area), LINE * em, "line", Paint::Text);
    svg.path(&trace.lone(&area), 2.0 * LINE * em, "line", Paint::Text);
    Some(svg.finish_stretched(HEIGHT * em))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn areas() {
        let data = [series(&[point("a", 2.0), point("b", 1.0), point("c", 3.0)])];
        check(
            Chart::Area,
            &data,
            Frame::Fluid,
            r#"
<path d="M0 100L0 40L50 78L100 2L100 100Z" class="area"/>
<path d="M0 40L50 78L100 2" fill="none" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" class="line" stroke="currentColor"/>
"#,
        );
        check(
            Chart::Area,
            &data,
            PAPER,
            r##"
<path d="M0 100L0 40L100 78L200 2L200 100Z" fill="#789"/>
<path d="M0 40L100 78L200 2" fill="none" stroke-width="0.8" stroke-linecap="round" stroke-linejoin="round" stroke="#111"/>
"##,
        );
    }
}
