//! A series to a small line without text.

use super::Series;
use super::svg::Svg;
use super::trace::{Area, DOT, trace};

/// More positions than a small line has pixels.
const MOST: usize = 400;

/// Height where a stylesheet may set another, in the size of labels.
const HEIGHT: f64 = 2.8;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let trace = trace(&series.points, MOST)?;
    let radius = DOT * svg.em() / 2.0;
    let area = match svg.height() {
        // In hundredths of a size nobody knows yet: about a dot's radius on every side.
        None => Area {
            left: 2.5,
            right: 97.5,
            top: 12.0,
            bottom: 88.0,
        },
        Some(height) => Area {
            left: radius,
            right: svg.width() - radius,
            top: radius,
            bottom: height - radius,
        },
    };
    trace.draw(&area, &mut svg);
    let height = HEIGHT * svg.em();
    Some(svg.finish_stretched(height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn sparks() {
        let data = [series(&[point("a", 2.0), point("b", 1.0), point("c", 4.0)])];
        check(
            Chart::Spark,
            &data,
            Frame::Fluid,
            r#"
<path d="M2.5 62.67L50 88L97.5 12" fill="none" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" class="line" stroke="currentColor"/>
<path d="M97.5 12h.01" fill="none" stroke-width="7.95" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" class="dot" stroke="currentColor"/>
"#,
        );
        check(
            Chart::Spark,
            &data,
            PAPER,
            r##"
<path d="M2.12 65.96L100 97.88L197.88 2.12" fill="none" stroke-width="0.8" stroke-linecap="round" stroke-linejoin="round" stroke="#111"/>
<path d="M197.88 2.12h.01" fill="none" stroke-width="4.24" stroke-linecap="round" stroke-linejoin="round" stroke="#a00"/>
"##,
        );
    }
}
