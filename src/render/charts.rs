//! Values as templates see them to the SVG of a chart.
//!
//! The shape of the values is that of [`crate::derive::Series`] and [`crate::derive::Pyramid`].
//! The message of an error is for the theme's author.

use crate::chart::{self, Chart, Frame, Ink, Point, Series};
use jiff::civil::{Date, date};
use tera::Value;

/// The chart of that name drawn of `of`; `unknown` is said where a value is missing. Empty when
/// there is nothing to draw.
pub(super) fn chart(kind: &str, of: &Value, unknown: &str) -> Result<String, String> {
    let chart = Chart::named(kind).ok_or_else(|| format!("`{kind}` is no kind of chart"))?;
    let data = match of.get_from_path("bands").and_then(Value::as_array) {
        Some(bands) => {
            let side = |name: &str| Series {
                name: text(of, name),
                points: bands
                    .iter()
                    .map(|band| {
                        let known = band.get_from_path(name).filter(|point| !point.is_none());
                        let mut point = known.map(bare).unwrap_or_default();
                        if known.is_none() {
                            point.text = unknown.to_string();
                        }
                        point.label = text(band, "short_label");
                        point
                    })
                    .collect(),
                rest: None,
            };
            vec![side("left"), side("right")]
        }
        None => {
            let points = of.get_from_path("points").and_then(Value::as_array);
            let points = points.ok_or("`of` is no series and no pyramid")?;
            let rest = of.get_from_path("rest").filter(|rest| !rest.is_none());
            vec![Series {
                name: text(of, "title"),
                points: points
                    .iter()
                    .enumerate()
                    .map(|(index, value)| match chart {
                        Chart::Columns | Chart::Split => bare(value),
                        Chart::Bars if index > 0 => bare(value),
                        Chart::Bars | Chart::Spark | Chart::Line | Chart::Pyramid => point(value),
                    })
                    .collect(),
                rest: rest.map(if chart == Chart::Split { point } else { bare }),
            }]
        }
    };
    Ok(chart::draw(chart, &data, Frame::Fluid, &Ink::Classes))
}

fn point(value: &Value) -> Point {
    Point {
        label: text(value, "short_label"),
        at: text(value, "key").parse().ok().map(days),
        value: value.get_from_path("value").and_then(Value::as_f64),
        text: text(value, "text"),
    }
}

/// A value without its unit, which the caption or the first value of a list says.
fn bare(value: &Value) -> Point {
    Point {
        text: text(value, "number"),
        ..point(value)
    }
}

/// Days since a day long before any kit's.
fn days(day: Date) -> f64 {
    day.since(date(2000, 1, 1))
        .map_or(0.0, |span| f64::from(span.get_days()))
}

fn text(value: &Value, name: &str) -> String {
    let text = value.get_from_path(name).and_then(Value::as_str);
    text.unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn series_and_pyramids_are_drawn() {
        fn check(kind: &str, of: &Value, expected: Result<&[&str], &str>) {
            match (chart(kind, of, "not reported"), expected) {
                (Ok(svg), Ok(parts)) => {
                    for part in parts {
                        assert!(svg.contains(part), "{kind}: {part}\n{svg}");
                    }
                    assert!(!svg.contains(" style="), "{svg}");
                }
                (Err(error), Err(part)) => assert!(error.contains(part), "{error}"),
                (found, expected) => panic!("{kind}: {found:?}, not {expected:?}"),
            }
        }
        let view = sample::rich();
        let groups = &view.audience.groups;
        let pyramid = Value::from_serializable(&groups[0].pyramid);
        check(
            "pyramid",
            &pyramid,
            Ok(&["chart pyramid", ">25–34<", ">24<", "not reported"]),
        );
        let ages = Value::from_serializable(&groups[1].ages);
        check("columns", &ages, Ok(&["chart columns", ">33<"]));
        let countries = Value::from_serializable(&groups[0].countries);
        check("bars", &countries, Ok(&[">31%<", ">14<", ">43<"]));
        check("cake", &ages, Err("`cake`"));
        check("bars", &Value::from("text"), Err("no series"));
        let history = Value::from_serializable(&view.platforms.accounts[0].history);
        check("spark", &history, Ok(&["chart spark"]));
    }

    #[test]
    fn time_is_counted_in_days() {
        fn check(day: Date, expected: f64) {
            assert_eq!(days(day), expected);
        }
        check(date(2000, 1, 1), 0.0);
        check(date(2001, 3, 1), 425.0);
    }
}
