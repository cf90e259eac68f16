//! One value to a bar without text, from zero, as long as it is among others.

use super::Series;
use super::scale::{Scale, largest};
use super::svg::{Paint, Rect, Svg};

/// Thickness of the bar, in the size of labels.
const BAR: f64 = 0.5;

pub(super) fn draw(one: &Series, among: &[Series], mut svg: Svg<'_>) -> Option<String> {
    let value = one.points.first()?.known()?;
    let others = || among.first().unwrap_or(one).points.iter();
    let whole = among.get(1).into_iter().flat_map(|whole| &whole.points);
    let known = others().chain(whole).filter_map(|point| point.known());
    let scale = Scale::spanning(known.chain([value]))?.with_zero();
    let top = largest(others().map(|point| point.known()));
    let is_largest = top.is_some_and(|index| {
        others()
            .nth(index)
            .is_some_and(|p| p.known() == Some(value))
    });
    let height = svg.height().unwrap_or(BAR * svg.em());
    let zero = scale.share(0.0).unwrap_or(0.0);
    let end = scale.share(value).unwrap_or(0.0);
    let (class, paint) = match is_largest {
        true => ("mark largest", Paint::Accent),
        false => ("mark", Paint::Text),
    };
    svg.rect(&Rect {
        x: zero.min(end),
        y: 0.0,
        width: (end - zero).abs(),
        height,
        class,
        paint,
    });
    Some(svg.finish(height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn lengths() {
        let all = series(&[point("a", 8.0), point("b", 4.0)]);
        let one = |value: f64| [series(&[point("", value)]), all.clone()];
        check(
            Chart::Length,
            &one(8.0),
            Frame::Fluid,
            r#"<rect x="0%" y="0" width="100%" height="7.5" class="mark largest"/>"#,
        );
        check(
            Chart::Length,
            &one(4.0),
            Frame::Fluid,
            r#"<rect x="0%" y="0" width="50%" height="7.5" class="mark"/>"#,
        );
        let of_ten = [
            series(&[point("", 8.0)]),
            all.clone(),
            series(&[point("", 10.0)]),
        ];
        check(
            Chart::Length,
            &of_ten,
            Frame::Fluid,
            r#"<rect x="0%" y="0" width="80%" height="7.5" class="mark largest"/>"#,
        );
        check(
            Chart::Length,
            &one(4.0),
            PAPER,
            r##"<rect x="0" y="0" width="100" height="100" fill="#111"/>"##,
        );
    }
}
