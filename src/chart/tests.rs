//! What every chart promises, and samples for the tests of each.

use super::*;
use proptest::prelude::*;

pub(super) const PAPER: Frame = Frame::Fixed {
    width: 200.0,
    height: 100.0,
};

fn palette() -> Ink {
    Ink::Colours(Palette {
        text: "#111".to_string(),
        accent: "#a00".to_string(),
        accent_text: "#b00".to_string(),
        second: "#789".to_string(),
        font: "Instrument Sans".to_string(),
        size: 8.0,
    })
}

/// A point whose text is its value.
pub(super) fn point(label: &str, value: impl Into<Option<f64>>) -> Point {
    let value = value.into();
    Point {
        label: label.to_string(),
        at: None,
        value,
        text: value.map_or("unknown".to_string(), |value| value.to_string()),
    }
}

pub(super) fn series(points: &[Point]) -> Series {
    Series {
        points: points.to_vec(),
        ..Series::default()
    }
}

/// The elements inside the root, one a line, without what every chart has.
fn inside(svg: &str) -> String {
    let body = svg.split_once('>').map_or("", |(_, body)| body);
    let body = body.strip_suffix("</svg>").unwrap_or(body);
    body.replace("><", ">\n<").replace('\u{a0}', "&nbsp;")
}

/// Compares what is drawn: with classes on a page, with colours on paper.
pub(super) fn check(chart: Chart, data: &[Series], frame: Frame, expected: &str) {
    let ink = match frame {
        Frame::Fluid => Ink::Classes,
        Frame::Fixed { .. } => palette(),
    };
    assert_eq!(inside(&draw(chart, data, frame, &ink)), expected.trim());
}

#[test]
fn names_lead_back() {
    for chart in Chart::ALL {
        assert_eq!(Chart::named(chart.name()), Some(chart));
    }
    assert_eq!(Chart::named("pie"), None);
}

#[test]
fn roots() {
    fn check(frame: Frame, ink: &Ink, expected: &str) {
        let svg = draw(Chart::Bars, &[series(&[point("a", 1.0)])], frame, ink);
        let end = svg.find('>').unwrap_or(0);
        assert_eq!(&svg[..=end], expected);
    }
    check(
        Frame::Fluid,
        &Ink::Classes,
        r#"<svg width="100%" height="36" class="chart bars" fill="currentColor" font-size="15" direction="ltr" aria-hidden="true" focusable="false">"#,
    );
    check(
        PAPER,
        &palette(),
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100" fill="#111" font-family="Instrument Sans" font-size="8" direction="ltr" aria-hidden="true" focusable="false">"##,
    );
}

#[test]
fn nothing_to_draw() {
    let unknown = series(&[point("a", None), point("b", f64::NAN)]);
    for chart in Chart::ALL {
        check(chart, &[], Frame::Fluid, "");
        check(chart, &[series(&[])], Frame::Fluid, "");
        check(chart, &[unknown.clone(), unknown.clone()], Frame::Fluid, "");
        let some = [series(&[point("a", 1.0)])];
        for (width, height) in [(0.0, 9.0), (9.0, f64::NAN), (f64::INFINITY, 9.0)] {
            check(chart, &some, Frame::Fixed { width, height }, "");
        }
    }
    let zeros = series(&[point("a", 0.0), point("b", -1.0)]);
    check(Chart::Split, &[zeros], Frame::Fluid, "");
}

#[test]
fn marks_are_bounded() {
    fn check(chart: Chart, mark: &str, most: usize) {
        let value = |i: u32| f64::from(i * 7919 % 10_007) - if i == 5_000 { 2e4 } else { 0.0 };
        let points: Vec<Point> = (0..10_000).map(|i| point("", value(i))).collect();
        let data = [series(&points), series(&points)];
        let svg = draw(chart, &data, Frame::Fluid, &Ink::Classes);
        let count = svg.matches(mark).count();
        assert!((most / 2..=most).contains(&count), "{chart:?}: {count}");
    }
    check(Chart::Spark, "L", 400);
    check(Chart::Line, "L", 2_000);
    check(Chart::Bars, "<rect", 2_000);
    check(Chart::Columns, "<rect", 2_000);
    check(Chart::Pyramid, "<rect", 4_000);
    check(Chart::Split, "<rect", 2_000);
}

/// Whether `svg` is one element, well formed.
fn well_formed(svg: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let (text, tag) = (&rest[..start], &rest[start + 1..]);
        let Some(end) = tag.find('>') else {
            return false;
        };
        let (tag, after) = (&tag[..end], &tag[end + 1..]);
        let outside = open.is_empty() && (start > 0 || rest.len() < svg.len());
        if outside || !plain(text) {
            return false;
        }
        let empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if let Some(name) = name.strip_prefix('/').or(tag.strip_prefix('/')) {
            if open.pop() != Some(name) {
                return false;
            }
        } else {
            let mut names = std::collections::BTreeSet::new();
            let quoted: Vec<&str> = attributes.split('"').collect();
            for pair in quoted.chunks(2) {
                let (name, value) = (pair[0].trim(), pair.get(1));
                let ended = name.is_empty() && value.is_none();
                let new = name.ends_with('=') && names.insert(name);
                let valued = new && value.is_some_and(|value| plain(value));
                if !(ended || valued) {
                    return false;
                }
            }
            if !empty {
                open.push(name);
            }
        }
        rest = after;
    }
    open.is_empty() && rest.is_empty() && !svg.is_empty()
}

/// Whether `text` holds no markup and no character XML forbids.
fn plain(text: &str) -> bool {
    let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    let known = |after: &str| entities.iter().any(|entity| after.starts_with(entity));
    text.split('&').skip(1).all(known)
        && !text.contains(|c: char| "<>\"\u{fffe}\u{ffff}".contains(c) || c.is_control())
}

#[test]
fn the_check_of_forms_can_fail() {
    fn check(svg: &str, expected: bool) {
        assert_eq!(well_formed(svg), expected, "{svg}");
    }
    check(r#"<svg a="1"><b c="2" d="&amp;"/>x</svg>"#, true);
    check("", false);
    check("<svg><b></svg>", false);
    check("<svg></svg><svg></svg>", false);
    check("<svg>a & b</svg>", false);
    check(r#"<svg a="1" a="2"></svg>"#, false);
    check(r#"<svg a=1></svg>"#, false);
    check(r#"<svg a="b"c"></svg>"#, false);
}

fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        1 => Just(None),
        1 => Just(Some(0.0)),
        4 => (0.0..100.0f64).prop_map(Some),
        2 => (-1e9..1e9f64).prop_map(Some),
        1 => any::<f64>().prop_map(Some),
    ]
}

fn any_point() -> impl Strategy<Value = Point> {
    let at = proptest::option::weighted(0.9, -1e4..1e5f64);
    (any::<String>(), at, any_value(), any::<String>()).prop_map(|(label, at, value, text)| Point {
        label,
        at,
        value,
        text,
    })
}

fn any_series() -> impl Strategy<Value = Series> {
    let points = proptest::collection::vec(any_point(), 0..40);
    let rest = proptest::option::of(any_point());
    (any::<String>(), points, rest).prop_map(|(name, points, rest)| Series { name, points, rest })
}

proptest! {
    #[test]
    fn any_data_is_drawn_well(
        data in proptest::collection::vec(any_series(), 0..3),
        width in 1.0..2000.0f64,
        height in 1.0..2000.0f64,
    ) {
        for chart in Chart::ALL {
            for frame in [Frame::Fluid, Frame::Fixed { width, height }] {
                for ink in [Ink::Classes, palette()] {
                    let svg = draw(chart, &data, frame, &ink);
                    prop_assert!(svg.is_empty() || well_formed(&svg), "{svg}");
                    prop_assert!(!svg.contains(" style="), "{svg}");
                    for value in numbers(&svg) {
                        prop_assert!(value.parse::<f64>().is_ok_and(f64::is_finite), "{svg}");
                        let decimals = value.split_once('.').map_or(0, |(_, d)| d.len());
                        prop_assert!(decimals <= 2 && value != "-0", "{value} in {svg}");
                    }
                    prop_assert_eq!(svg, draw(chart, &data, frame, &ink));
                }
            }
        }
    }

    #[test]
    fn unknown_is_never_zero(values in proptest::collection::vec(any_value(), 1..30)) {
        let mut points: Vec<Point> = values.into_iter().map(|v| point("", v)).collect();
        points.push(point("last", None));
        let known = points.iter().filter(|point| point.known().is_some()).count();
        let bars = draw(Chart::Bars, &[series(&points)], Frame::Fluid, &Ink::Classes);
        prop_assert!(bars.matches("<rect").count() <= known);
    }
}

/// The values of all attributes that are lengths.
fn numbers(svg: &str) -> impl Iterator<Item = &str> {
    let lengths = [
        "x=",
        "y=",
        "width=",
        "height=",
        "dx=",
        "font-size=",
        "stroke-width=",
    ];
    let parts: Vec<&str> = svg.split('"').collect();
    let pairs = parts.windows(2).filter(move |pair| {
        pair[0]
            .rsplit(' ')
            .next()
            .is_some_and(|name| lengths.contains(&name))
    });
    let values: Vec<&str> = pairs.map(|pair| pair[1].trim_end_matches('%')).collect();
    values.into_iter()
}
