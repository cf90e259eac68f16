//! Which finding the data supports, in words.
//!
//! A finding is written only when it follows from the data, and words never say more than the
//! number does.

use super::format::share_word;
use super::tongue::Tongue;
use super::view::{AccountView, AudienceGroup, Point, Pyramid, Series};
use crate::kit::{Exact, exact, parse_decimal};
use crate::words::Value;
use num_traits::FromPrimitive;

impl Tongue<'_> {
    /// A share in words, or in percent cut to a whole number, and how many it speaks of.
    fn share(&self, percent: &Exact, of: bool) -> (String, u64) {
        let form = if of { ".of" } else { "" };
        match share_word(percent) {
            Some((key, count)) => (self.say(&format!("{key}{form}"), &[]), count),
            None => {
                let cut = self.locale.percent_cut(percent);
                (
                    self.say(&format!("share-percent{form}"), &[("percent", &cut)]),
                    2,
                )
            }
        }
    }

    fn finding(&self, key: &str, percent: &Exact, of: bool, more: &[(&str, Value<'_>)]) -> String {
        let (share, count) = self.share(percent, of);
        let mut args = vec![
            ("share", Value::Text(&share)),
            ("count", Value::Count(count)),
        ];
        args.extend(more);
        self.words.say(key, &args)
    }
}

/// What an audience's numbers say: the largest group of a joint table; else the larger gender
/// and the largest age, which are never multiplied; else the largest country.
pub fn audience(group: &AudienceGroup, tongue: &Tongue<'_>) -> Option<String> {
    if let Some(pyramid) = &group.pyramid {
        let largest = only_largest(joint(pyramid), |(.., point)| point.value);
        if let Some((gender, band, point)) = largest {
            let args = [
                ("gender", Value::Choice(gender)),
                ("band", Value::Text(band)),
            ];
            return Some(tongue.finding("finding-largest-group", &percent(point)?, false, &args));
        }
    }
    let gender = group.genders.as_ref().and_then(largest).and_then(|point| {
        let share = percent(point)?;
        let args = [("gender", Value::Choice(&point.key))];
        (share > exact(50)).then(|| tongue.finding("finding-gender", &share, false, &args))
    });
    let age = group.ages.as_ref().and_then(largest).and_then(|point| {
        Some(tongue.finding(
            "finding-age",
            &percent(point)?,
            false,
            &[("band", Value::Text(&point.label))],
        ))
    });
    match (gender, age) {
        (Some(gender), Some(age)) => {
            Some(tongue.say("finding-two", &[("first", &gender), ("second", &age)]))
        }
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => group
            .countries
            .as_ref()
            .and_then(largest)
            .and_then(|point| {
                let share = percent(point)?;
                Some(tongue.finding(
                    "finding-country",
                    &share,
                    false,
                    &[("country", Value::Text(&point.label))],
                ))
            }),
    }
}

/// What a group's largest shares say, each in its percent, as one sentence.
pub fn summary(group: &AudienceGroup, tongue: &Tongue<'_>) -> Option<String> {
    let largest_group = group
        .pyramid
        .as_ref()
        .and_then(|pyramid| only_largest(joint(pyramid), |(.., point)| point.value));
    let parts = [
        largest_group.map(|(gender, band, point)| {
            let args = [
                ("share", Value::Text(&point.text)),
                ("gender", Value::Choice(gender)),
                ("band", Value::Text(band)),
            ];
            tongue.words.say("summary-group", &args)
        }),
        group.ages.as_ref().and_then(largest).map(|point| {
            let args = [("share", &*point.text), ("band", &point.label)];
            tongue.say("summary-age", &args)
        }),
        group.genders.as_ref().and_then(largest).map(|point| {
            let args = [
                ("share", Value::Text(&point.text)),
                ("gender", Value::Choice(&point.key)),
            ];
            tongue.words.say("summary-gender", &args)
        }),
        group.countries.as_ref().and_then(largest).map(|point| {
            let args = [("share", &*point.text), ("country", &point.label)];
            tongue.say("summary-country", &args)
        }),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let list = tongue.locale.list(&parts);
    (!parts.is_empty()).then(|| tongue.say("summary", &[("parts", &list)]))
}

/// What the accounts' growth says: which doubled, tripled or grew by half; else which grew
/// fastest. Only accounts with the same first month are spoken of together.
pub fn growth(accounts: &[AccountView], tongue: &Tongue<'_>) -> Option<String> {
    let mut grown: Vec<(Exact, &AccountView, &super::view::Growth, String)> = Vec::new();
    for account in accounts {
        if let Some(growth) = &account.growth
            && let Some(from) = growth
                .figure
                .window
                .as_ref()
                .and_then(|window| window.from.as_ref())
            && let Ok(from) = from.iso.parse()
            && let Some(value) = parse_decimal(&growth.figure.value)
        {
            grown.push((value, account, growth, tongue.locale.month(from)));
        }
    }
    let month = grown.first().map(|(.., month)| month.clone())?;
    grown.retain(|(.., other)| *other == month);
    let named = |low: i64, high: Option<i64>, key: &str| {
        let within =
            |value: &Exact| *value >= exact(low) && high.is_none_or(|high| *value < exact(high));
        let names: Vec<String> = grown
            .iter()
            .filter(|(value, ..)| within(value))
            .map(|(_, account, ..)| account.name.clone())
            .collect();
        let list = tongue.locale.list(&names);
        (!names.is_empty()).then(|| tongue.say(key, &[("month", &month), ("platform", &list)]))
    };
    let sentences: Vec<String> = [
        named(200, None, "finding-growth-tripled"),
        named(100, Some(200), "finding-growth-doubled"),
        named(50, Some(100), "finding-growth-half"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !sentences.is_empty() {
        return Some(sentences.join(" "));
    }
    let (value, account, growth, _) = grown.iter().max_by(|a, b| a.0.cmp(&b.0))?;
    let args = [
        ("platform", &*account.name),
        ("growth", &*growth.text),
        ("month", &*month),
    ];
    let key = if grown.len() > 1 {
        "finding-fastest"
    } else {
        "finding-growth"
    };
    (*value > exact(0)).then(|| tongue.say(key, &args))
}

/// How many views come from people who do not follow, where a platform says so.
pub fn non_followers(group: &AudienceGroup, tongue: &Tongue<'_>) -> Option<String> {
    let views =
        |series: &&Series| series.id.contains(".views_share.") && series.id.ends_with(".follow");
    let series = group.segments.iter().find(views)?;
    let share = percent(series.points.iter().find(|point| point.key == "no")?)?;
    Some(match &series.format_text {
        Some(format) => {
            let args = [("platform", &*group.platform), ("formats", &**format)];
            let format = tongue.say("platform-formats", &args);
            let args = [("format", Value::Text(&format))];
            tongue.finding("finding-non-followers-formats", &share, true, &args)
        }
        None => tongue.finding("finding-non-followers", &share, true, &[]),
    })
}

/// The largest part of a series; `None` when two are equally large.
fn largest(series: &Series) -> Option<&Point> {
    only_largest(series.points.iter(), |point| point.value)
}

/// What has the largest value; `None` when two have.
fn only_largest<T: Copy>(parts: impl Iterator<Item = T>, value: impl Fn(T) -> f64) -> Option<T> {
    let mut parts: Vec<T> = parts.collect();
    parts.sort_by(|a, b| value(*b).total_cmp(&value(*a)));
    match parts[..] {
        [first, second, ..] if value(first) <= value(second) => None,
        [first, ..] => Some(first),
        [] => None,
    }
}

/// Gender, band and share of every part of a joint table that is known.
fn joint(pyramid: &Pyramid) -> impl Iterator<Item = (&'static str, &str, &Point)> {
    pyramid.bands.iter().flat_map(|band| {
        [("female", &band.left), ("male", &band.right)]
            .into_iter()
            .filter_map(|(gender, point)| Some((gender, &*band.label, point.as_ref()?)))
    })
}

/// The value of a point as an exact percentage.
fn percent(point: &Point) -> Option<Exact> {
    Exact::from_f64(point.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_has_no_largest() {
        fn check(values: &[f64], expected: Option<f64>) {
            let largest = only_largest(values.iter(), |value| *value);
            assert_eq!(largest.copied(), expected, "{values:?}");
        }
        check(&[20.0, 30.0, 10.0], Some(30.0));
        check(&[20.0, 20.0, 10.0], None);
        check(&[100.0], Some(100.0));
        check(&[], None);
    }
}
