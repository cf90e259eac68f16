//! Shares of a hundred to a hundred squares, row by row.

use super::Series;
use super::svg::{Paint, Rect, Svg};

/// How many parts have a look of their own; what comes after them looks like the rest.
const NAMED: usize = 5;

/// Squares in a row, and rows.
const SIDE: usize = 10;

/// The gap between two squares, as a share of what each takes.
const GAP: f64 = 0.08;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let height = svg.height().unwrap_or(100.0);
    let counts = counts(&parts(series)?);
    let step = height / SIDE as f64;
    let mut next = 0;
    for (part, count) in counts.into_iter().enumerate() {
        let (class, paint) = match part {
            0 => ("mark part-1".to_string(), Paint::Accent),
            part if part < NAMED => (format!("mark part-{}", part + 1), Paint::Text),
            _ => ("mark rest".to_string(), Paint::Second),
        };
        for square in next..(next + count).min(SIDE * SIDE) {
            svg.rect(&Rect {
                x: (square % SIDE) as f64 / SIDE as f64,
                y: step * (square / SIDE) as f64,
                width: (1.0 - GAP) / SIDE as f64,
                height: step * (1.0 - GAP),
                class: &class,
                paint,
            });
        }
        next += count;
    }
    Some(svg.finish_stretched(height))
}

/// The shares that have a look of their own, and after them all others together. `None` when
/// nothing is larger than nothing.
fn parts(series: &Series) -> Option<[f64; NAMED + 1]> {
    let value = |point: &super::Point| point.known().filter(|value| *value > 0.0).unwrap_or(0.0);
    let mut parts = [0.0; NAMED + 1];
    for (index, point) in series.points.iter().enumerate() {
        parts[index.min(NAMED)] += value(point);
    }
    parts[NAMED] += series.rest.as_ref().map_or(0.0, value);
    let sum: f64 = parts.iter().sum();
    (sum > 0.0 && sum.is_finite()).then_some(parts)
}

/// So many squares for each: whole ones, as near to the shares as they can be, and together as
/// many as the shares are. More than a hundred percent is a hundred squares.
fn counts(parts: &[f64; NAMED + 1]) -> [usize; NAMED + 1] {
    let sum: f64 = parts.iter().sum();
    let over = (sum / 100.0).max(1.0);
    let shares = parts.map(|part| part / over);
    let mut counts = shares.map(|share| share.floor() as usize);
    let whole = (sum / over).round() as usize;
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|&a, &b| shares[b].fract().total_cmp(&shares[a].fract()));
    let missing = whole.saturating_sub(counts.iter().sum());
    for index in order.into_iter().take(missing) {
        counts[index] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::counts;
    use crate::chart::tests::{point, series};
    use crate::chart::{Chart, Frame, Ink, Series, draw};

    #[test]
    fn a_hundred_squares() {
        let data = [Series {
            rest: Some(point("Elsewhere", 55.0)),
            ..series(&[point("Spain", 31.0), point("Germany", 14.0)])
        }];
        let svg = draw(Chart::Squares, &data, Frame::Fluid, &Ink::Classes);
        let count = |class: &str| svg.matches(&format!(r#"class="mark {class}""#)).count();
        assert_eq!(
            [count("part-1"), count("part-2"), count("rest")],
            [31, 14, 55]
        );
        assert!(
            svg.contains(r#"<rect x="10%" y="30" width="9.2%" height="9.2" class="mark part-2"/>"#)
        );
    }

    #[test]
    fn squares_are_as_near_as_they_can_be() {
        fn check(parts: [f64; 6], expected: [usize; 6]) {
            assert_eq!(counts(&parts), expected);
        }
        check([31.4, 14.4, 12.4, 11.4, 9.4, 21.0], [31, 15, 13, 11, 9, 21]);
        check([50.0, 0.0, 0.0, 0.0, 0.0, 0.0], [50, 0, 0, 0, 0, 0]);
        check([120.0, 80.0, 0.0, 0.0, 0.0, 0.0], [60, 40, 0, 0, 0, 0]);
    }
}
