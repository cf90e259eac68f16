//! Values as templates see them to the SVG of a chart.
//!
//! The shape of the values is that of [`crate::derive`]'s views: a series or a pyramid, and for
//! some charts an account, a figure, a result, steps or milestones. The message of an error is for
//! the theme's author.

use crate::chart::{self, Chart, Frame, Ink, Point, Series};
use jiff::civil::{Date, date};
use tera::Value;

/// What a template asks for.
pub(super) struct Asked<'a> {
    /// The chart's name.
    pub(super) kind: &'a str,
    /// What it is drawn of.
    pub(super) of: &'a Value,
    /// What that is measured against, for charts that are.
    pub(super) among: Option<&'a Value>,
    /// The words on the bar of what is usual.
    pub(super) beside: &'a str,
    /// What is said where a value is missing.
    pub(super) unknown: &'a str,
}

/// The chart that is asked for. Empty when there is nothing to draw.
pub(super) fn chart(asked: &Asked<'_>) -> Result<String, String> {
    let (kind, of) = (asked.kind, asked.of);
    let chart = Chart::named(kind).ok_or_else(|| {
        let kinds: Vec<&str> = Chart::ALL.iter().map(|chart| chart.name()).collect();
        format!(
            "`{kind}` is no kind of chart; there are {}",
            kinds.join(", ")
        )
    })?;
    let bands = of.get_from_path("bands").and_then(Value::as_array);
    let data = match (chart, bands) {
        (_, Some(bands)) => pyramid(of, bands, asked.unknown),
        (Chart::Parts, _) => parts(of)?,
        (Chart::Dumbbell, _) => dumbbell(of, asked.among)?,
        (Chart::Spread, _) => spread(of, asked.beside)?,
        (Chart::Length, _) => {
            let among = asked.among.ok_or("`length` is measured `among` a series")?;
            let points: Vec<Point> = list(among, "points")?.iter().map(point).collect();
            let whole = whole(among, &points);
            vec![of_points([point(of)]), of_points(points), of_points(whole)]
        }
        (Chart::Against, _) => vec![against(of, asked.beside)],
        (Chart::Weeks, _) => vec![of_points(array(of)?.iter().map(step))],
        (Chart::Years, _) => {
            let side = |name: &str| Ok(of_points(list(of, name)?.iter().map(milestone)));
            [side("past"), side("next")]
                .into_iter()
                .collect::<Result<_, String>>()?
        }
        (_, None) => vec![series(chart, of)?],
    };
    Ok(chart::draw(chart, &data, Frame::Fluid, &Ink::Classes))
}

/// What a share is a share of, where all shares there are make it up, or one stands alone: that one
/// would else look like all of it.
fn whole(of: &Value, points: &[Point]) -> Option<Point> {
    let total: f64 = points.iter().filter_map(|point| point.value).sum();
    let is_share = text(of, "unit") == "percent";
    (is_share && (points.len() == 1 || total >= 99.0)).then(|| Point {
        value: Some(100.0),
        ..Point::default()
    })
}

/// Both sides of a pyramid.
fn pyramid(of: &Value, bands: &[Value], unknown: &str) -> Vec<Series> {
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

/// A series as it is.
fn series(chart: Chart, of: &Value) -> Result<Series, String> {
    let points = of.get_from_path("points").and_then(Value::as_array);
    let points = points.ok_or("`of` is no series and no pyramid")?;
    let rest = of.get_from_path("rest").filter(|rest| !rest.is_none());
    let with_unit = |index: usize| match chart {
        Chart::Columns
        | Chart::Histogram
        | Chart::Pillars
        | Chart::Split
        | Chart::Stack
        | Chart::Tube => false,
        Chart::Bars => index == 0,
        _ => true,
    };
    let points = points.iter().enumerate();
    Ok(Series {
        name: text(of, "title"),
        points: points
            .map(|(index, value)| {
                if with_unit(index) {
                    point(value)
                } else {
                    bare(value)
                }
            })
            .collect(),
        rest: rest.map(if chart == Chart::Split { point } else { bare }),
    })
}

/// What a total is made of: the parts with names of their own, and the others.
fn parts(of: &Value) -> Result<Vec<Series>, String> {
    let mut sides = [Series::default(), Series::default()];
    for part in array(of)? {
        let rest = part.get_from_path("rest").and_then(Value::as_bool);
        let side = &mut sides[usize::from(rest == Some(true))].points;
        for (index, value) in list(part, "values")?.iter().enumerate() {
            let mut point = Point {
                value: value.as_f64(),
                ..Point::default()
            };
            if index == 0 {
                (point.label, point.text) = (text(part, "label"), text(part, "text"));
            }
            side.push(point);
        }
    }
    Ok(sides.to_vec())
}

/// An account's followers and median views, or nothing for the axis; all that share the scale; the
/// powers of ten on it.
fn dumbbell(of: &Value, among: Option<&Value>) -> Result<Vec<Series>, String> {
    let among = among.ok_or("`dumbbell` is drawn `among` the platforms")?;
    let pair = |account: &Value| {
        ["followers", "views"]
            .map(|name| account.get_from_path(name).map(figure).unwrap_or_default())
    };
    let row = if of.is_none() {
        Vec::new()
    } else {
        pair(of).to_vec()
    };
    let accounts = list(among, "accounts")?;
    Ok(vec![
        of_points(row),
        of_points(accounts.iter().flat_map(pair)),
        of_points(list(among, "powers")?.iter().map(point)),
    ])
}

/// A figure's quarters about its median, and all that they are of; `beside` stands at the largest.
fn spread(of: &Value, beside: &str) -> Result<Vec<Series>, String> {
    let middle = of
        .get_from_path("middle")
        .filter(|middle| !middle.is_none());
    let middle = middle.ok_or("`of` is no figure with a middle half")?;
    let quarter = |name: &str| Point {
        value: decimal(middle, &format!("{name}_value")),
        text: text(middle, name),
        ..Point::default()
    };
    let mut all = of_points(list(middle, "values")?.iter().map(|value| Point {
        value: value.as_str().and_then(|value| value.parse().ok()),
        ..Point::default()
    }));
    if let Some(most) = all.points.last_mut() {
        most.text = beside.to_string();
    }
    let quarters = of_points([quarter("low"), figure(of), quarter("high")]);
    Ok(vec![quarters, all])
}

/// A result and what is usual.
fn against(of: &Value, beside: &str) -> Series {
    let usual = Point {
        value: decimal(of, "usual_value"),
        text: beside.to_string(),
        ..Point::default()
    };
    of_points([figure(of), usual])
}

/// A step of the work, from its first week to its last; one of a single week is half as long.
fn step(of: &Value) -> Point {
    let weeks = of.get_from_path("weeks").and_then(Value::as_array);
    let week = |index: usize| weeks.and_then(|weeks| weeks.get(index)?.as_f64());
    let (first, last) = (week(0), week(1));
    Point {
        label: text(of, "name"),
        at: first,
        value: first.zip(last).map(|(first, last)| (last - first).max(0.5)),
        text: text(of, "when"),
    }
}

/// A milestone in years; one of which only the year is known stands in the middle of it.
fn milestone(of: &Value) -> Point {
    let iso = text(of, "iso");
    let mut parts = iso.split('-').map(|part| part.parse::<f64>().ok());
    let (year, month, day) = (
        parts.next().flatten(),
        parts.next().flatten(),
        parts.next().flatten(),
    );
    let within = month.map_or(0.5, |month| {
        (month - 1.0 + day.map_or(0.5, |day| (day - 1.0) / 31.0)) / 12.0
    });
    Point {
        at: year.map(|year| year + within),
        ..Point::default()
    }
}

/// A number with its exact value as text.
fn figure(of: &Value) -> Point {
    Point {
        value: decimal(of, "value"),
        text: text(of, "text"),
        ..Point::default()
    }
}

fn of_points(points: impl IntoIterator<Item = Point>) -> Series {
    Series {
        points: points.into_iter().collect(),
        ..Series::default()
    }
}

fn array(of: &Value) -> Result<&[Value], String> {
    Ok(of.as_array().ok_or("`of` is no list")?)
}

fn list<'v>(of: &'v Value, name: &'v str) -> Result<&'v [Value], String> {
    match of.get_from_path(name).and_then(Value::as_array) {
        Some(values) => Ok(values),
        None => Err(format!("`of` has no list `{name}`")),
    }
}

fn decimal(of: &Value, name: &str) -> Option<f64> {
    text(of, name).parse().ok()
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
            let asked = Asked {
                kind,
                of,
                among: None,
                beside: "",
                unknown: "not reported",
            };
            match (chart(&asked), expected) {
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
        check("histogram", &ages, Ok(&["chart histogram", ">33<"]));
        let steps = Value::from_serializable(&view.process.steps);
        check("weeks", &steps, Ok(&["chart weeks"]));
        let milestones = Value::from_serializable(&view.milestones);
        check("years", &milestones, Ok(&["chart years"]));
        check("length", &history, Err("`among`"));
        check("dumbbell", &history, Err("`among`"));
        check("spread", &history, Err("middle half"));
        check("years", &history, Err("`past`"));
        check("parts", &history, Err("no list"));
    }

    #[test]
    fn a_share_alone_is_a_part_of_the_whole() {
        fn check(unit: &str, values: &[f64], expected: Option<f64>) {
            let points = values.iter().map(|value| Point {
                value: Some(*value),
                ..Point::default()
            });
            let of = Value::from_serializable(&serde_json::json!({ "unit": unit }));
            let whole = whole(&of, &points.collect::<Vec<_>>());
            assert_eq!(whole.and_then(|whole| whole.value), expected, "{values:?}");
        }
        check("percent", &[70.0], Some(100.0));
        check("percent", &[63.0, 37.0], Some(100.0));
        check("percent", &[7.2, 6.1, 5.8], None);
        check("count", &[70.0], None);
    }

    #[test]
    fn milestones_stand_in_their_year() {
        fn check(iso: &str, expected: Option<f64>) {
            let view = serde_json::json!({ "iso": iso });
            assert_eq!(milestone(&Value::from_serializable(&view)).at, expected);
        }
        check("2026", Some(2026.5));
        check("2026-01-01", Some(2026.0));
        check("2026-07-01", Some(2026.5));
        check("soon", None);
    }

    #[test]
    fn steps_have_a_length() {
        fn check(weeks: Option<(u32, u32)>, expected: Option<(f64, f64)>) {
            let view = serde_json::json!({ "name": "Call", "weeks": weeks });
            let point = step(&Value::from_serializable(&view));
            assert_eq!(point.at.zip(point.value), expected);
        }
        check(Some((0, 1)), Some((0.0, 1.0)));
        check(Some((2, 2)), Some((2.0, 0.5)));
        check(None, None);
    }

    #[test]
    fn a_total_has_parts_and_a_rest() {
        let part = |label: &str, values: &[f64], rest: bool| serde_json::json!({ "label": label, "text": "1", "values": values, "rest": rest });
        let view = [part("One", &[3.0, 2.0], false), part("More", &[1.0], true)];
        let sides = parts(&Value::from_serializable(&view)).expect("parts");
        let labels = |side: &Series| -> Vec<String> {
            side.points
                .iter()
                .map(|point| point.label.clone())
                .collect()
        };
        assert_eq!(labels(&sides[0]), ["One", ""]);
        assert_eq!(labels(&sides[1]), ["More"]);
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
