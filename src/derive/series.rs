//! Which rows make which series: an account's history, and the parts of its audience.

use super::accounts::Holder;
use super::figures::sources_of;
use super::findings;
use super::tongue::{Tongue, capitalised};
use super::view::{AudienceGroup, Point, Pyramid, PyramidBand, Series};
use crate::kit::{AgeBand, Choice, Exact, Gender, MetricKind, Row, exact};
use jiff::civil::Date;
use num_traits::{ToPrimitive, Zero};
use std::collections::BTreeMap;

/// The metrics whose shares are drawn, the one that says most about followers first.
const SHARES: [&str; 4] = [
    "followers_share",
    "viewers_share",
    "views_share",
    "reach_share",
];

/// The account's followers over time: the last count of each month, with at least two.
pub fn history(holder: &Holder<'_>, tongue: &Tongue<'_>) -> Option<Series> {
    let mut months: BTreeMap<(i16, i8), (Date, &Row)> = BTreeMap::new();
    for (date, row) in &holder.followers {
        months.insert((date.year(), date.month()), (*date, row));
    }
    let counts: Vec<(Date, &Row)> = months.into_values().collect();
    let [first, .., last] = counts.as_slice() else {
        return None;
    };
    let point = |(date, row): &(Date, &Row)| {
        let value = &row.value.value.number;
        let (month, text) = (tongue.locale.month_short(*date), tongue.locale.full(value));
        Point {
            label: month.clone(),
            short_label: month,
            key: date.to_string(),
            value: value.to_f64().unwrap_or_default(),
            text: text.clone(),
            number: text,
        }
    };
    let platform = holder.platform();
    let plain = "title-history".to_string();
    let key = tongue.first_key(&[format!("{plain}-{}", platform.id()), plain]);
    Some(Series {
        id: format!("{}.followers", holder.name),
        title: tongue.say(&key, &[("platform", &tongue.account(holder))]),
        unit: "count",
        points: counts.iter().map(point).collect(),
        rest: None,
        date: tongue.day(last.0),
        sources: sources_of(counts.iter().map(|(_, row)| *row)),
        n: None,
        basis: tongue.metric("followers", platform, true),
        format_text: None,
        window: Some(tongue.window(first.0, last.0)),
    })
}

/// What an account's platform says of its audience; `None` when it says nothing.
pub fn audience(holder: &Holder<'_>, tongue: &Tongue<'_>) -> Option<AudienceGroup> {
    let shares: Vec<&Row> = holder
        .rows
        .iter()
        .copied()
        .filter(|row| row.metric.kind() == MetricKind::Share && row.paid.is_none())
        .collect();
    let metric = SHARES.iter().find(|name| {
        shares
            .iter()
            .any(|row| row.metric.name() == **name && row.segment.is_none())
    });
    // Where there are only divisions of the kit's own making, the first of them says of what.
    let of_segments = || shares.first().map(|row| row.metric.name());
    let main = metric
        .copied()
        .or_else(of_segments)
        .unwrap_or("followers_share");
    let basis = main.trim_end_matches("_share");
    let maker = Maker {
        holder,
        tongue,
        metric: main,
        basis: tongue.say(&format!("basis-{basis}"), &[]),
    };
    let own: Vec<&Row> = shares
        .iter()
        .copied()
        .filter(|row| row.metric.name() == main && row.segment.is_none() && row.format.is_none())
        .collect();
    let mut group = AudienceGroup {
        account: holder.name.to_string(),
        platform: tongue.account(holder),
        date: tongue.day(shares.iter().map(|row| row.date).max()?),
        title: tongue.say(
            &format!("audience-{basis}"),
            &[("platform", &tongue.account(holder))],
        ),
        summary: None,
        pyramid: maker.pyramid(&own),
        ages: maker.ages(&own),
        genders: maker.genders(&own),
        countries: maker.countries(&own),
        cities: maker.cities(&own),
        segments: segments(holder, tongue, &shares),
    };
    group.summary = findings::summary(&group, tongue);
    let empty = group.pyramid.is_none()
        && group.ages.is_none()
        && group.genders.is_none()
        && group.countries.is_none()
        && group.cities.is_none()
        && group.segments.is_empty();
    (!empty).then_some(group)
}

/// How much a group says: a joint table most, then each further division.
pub fn weight(group: &AudienceGroup) -> usize {
    let apart = [&group.ages, &group.genders, &group.countries, &group.cities];
    let pyramid = if group.pyramid.is_some() { 3 } else { 0 };
    pyramid + apart.into_iter().flatten().count() + usize::from(!group.segments.is_empty())
}

/// Divisions of the kit's own making, each a series.
fn segments(holder: &Holder<'_>, tongue: &Tongue<'_>, shares: &[&Row]) -> Vec<Series> {
    let mut sets: BTreeMap<(&str, &str, Option<&str>), Vec<&Row>> = BTreeMap::new();
    for row in shares {
        if let Some(segment) = &row.segment {
            let format = row.format.map(Choice::word);
            sets.entry((row.metric.name(), &segment.set, format))
                .or_default()
                .push(row);
        }
    }
    let mut series = Vec::new();
    for ((metric, set, format), rows) in sets {
        let maker = Maker {
            holder,
            tongue,
            metric,
            basis: match rows.first().and_then(|row| row.format) {
                Some(format) => tongue.say(
                    "basis-of-format",
                    &[
                        (
                            "format",
                            &tongue.count(&format!("formats-{}.inner", format.word()), 1, &[]),
                        ),
                        (
                            "basis",
                            &tongue
                                .say(&format!("basis-{}", metric.trim_end_matches("_share")), &[]),
                        ),
                    ],
                ),
                None => tongue.say(&format!("basis-{}", metric.trim_end_matches("_share")), &[]),
            },
        };
        let known = format!("segment-{set}");
        let name = if tongue.words.has(&known) {
            tongue.say(&known, &[])
        } else {
            capitalised(set)
        };
        let title = maker.title("title-segment", &[("set", &name)]);
        let suffix = match format {
            Some(format) => format!("{format}.{set}"),
            None => set.to_string(),
        };
        let part = |row: &Row| {
            let value = row
                .segment
                .as_ref()
                .map(|segment| segment.value.as_str())
                .unwrap_or_default();
            let key = format!("segment-{set}-{value}");
            let label = if tongue.words.has(&key) {
                tongue.say(&key, &[])
            } else {
                value.replace('_', " ")
            };
            Some((value.to_string(), label))
        };
        // Parts of a set named `also` overlap: they are no parts of one whole.
        let rest = match (set, metric) {
            ("also", _) => None,
            ("source", _) => Some("segment-source-other"),
            (_, "views_share") => Some("rest-views"),
            _ => Some("rest"),
        };
        series.extend(maker.series(&rows, &suffix, title, part, Order::Largest, rest));
    }
    series
}

/// How the points of a series stand.
enum Order {
    /// As their keys do.
    Key,
    /// The largest first.
    Largest,
}

struct Maker<'m, 'k> {
    holder: &'m Holder<'k>,
    tongue: &'m Tongue<'m>,
    metric: &'m str,
    basis: String,
}

impl Maker<'_, '_> {
    fn title(&self, key: &str, more: &[(&str, &str)]) -> String {
        let platform = self.tongue.account(self.holder);
        let mut args = vec![("basis", &*self.basis), ("platform", &*platform)];
        args.extend(more);
        self.tongue.say(key, &args)
    }

    /// Ages by gender: from rows that have both, never from two margins.
    fn pyramid(&self, rows: &[&Row]) -> Option<Pyramid> {
        let both = |row: &&&Row| row.age.is_some() && row.gender.is_some() && row.country.is_none();
        let rows = newest(rows.iter().filter(both).copied())?;
        let mut bands: BTreeMap<AgeBand, [Option<&Row>; 2]> = BTreeMap::new();
        let mut totals = [Exact::zero(), Exact::zero()];
        for row in &rows {
            let side = match row.gender {
                Some(Gender::Female) => 0,
                Some(Gender::Male) => 1,
                Some(Gender::Other) | None => continue,
            };
            if let Some(age) = row.age {
                bands.entry(age).or_default()[side] = Some(row);
                totals[side] += &row.value.value.number;
            }
        }
        let tongue = self.tongue;
        let point = |row: &Row, label: &str| self.point(row, label.to_string(), String::new());
        let side = |gender: Gender, total: &Exact| {
            let gender = tongue.say(&format!("gender-{}", gender.word()), &[]);
            let share = tongue.locale.percent(total, 1);
            tongue.say("gender-total", &[("gender", &gender), ("share", &share)])
        };
        let rest = exact(100) - &totals[0] - &totals[1];
        let gave_none = |rest: &Exact| {
            tongue.say(
                "gave-no-gender",
                &[("share", &tongue.locale.percent(rest, 1))],
            )
        };
        Some(Pyramid {
            id: format!("{}.{}.age.gender", self.holder.name, self.metric),
            title: self.title("title-age-gender", &[]),
            left: side(Gender::Female, &totals[0]),
            right: side(Gender::Male, &totals[1]),
            bands: bands
                .iter()
                .map(|(age, [left, right])| {
                    let label = self.band(*age);
                    PyramidBand {
                        left: left.map(|row| point(row, &label)),
                        right: right.map(|row| point(row, &label)),
                        short_label: self.short_band(*age),
                        label,
                    }
                })
                .collect(),
            rest: (rest >= exact(1) / exact(2)).then(|| gave_none(&rest)),
            window: rows
                .first()?
                .period
                .map(|period| tongue.period(period, rows[0].date)),
            date: tongue.day(rows.first()?.date),
            sources: sources_of(rows),
        })
    }

    fn ages(&self, rows: &[&Row]) -> Option<Series> {
        let own = |row: &&&Row| row.age.is_some() && row.gender.is_none() && row.country.is_none();
        let rows: Vec<&Row> = rows.iter().filter(own).copied().collect();
        let part = |row: &Row| {
            let age = row.age?;
            Some((band_key(age), self.band(age)))
        };
        // Only where the bands reach from the youngest to the oldest is the rest of no age.
        let youngest = rows
            .iter()
            .filter_map(|row| row.age)
            .map(|age| age.from)
            .min();
        let open = rows
            .iter()
            .filter_map(|row| row.age)
            .any(|age| age.to.is_none());
        let rest = if open && youngest.is_some_and(|from| from <= 13) {
            "gave-no-age-label"
        } else {
            "other-ages"
        };
        self.series(
            &rows,
            "age",
            self.title("title-ages", &[]),
            part,
            Order::Key,
            Some(rest),
        )
    }

    fn genders(&self, rows: &[&Row]) -> Option<Series> {
        let own = |row: &&&Row| row.gender.is_some() && row.age.is_none() && row.country.is_none();
        let rows: Vec<&Row> = rows.iter().filter(own).copied().collect();
        let part = |row: &Row| {
            let word = row.gender?.word();
            Some((
                word.to_string(),
                self.tongue.say(&format!("gender-{word}"), &[]),
            ))
        };
        let title = self.title("title-genders", &[]);
        self.series(
            &rows,
            "gender",
            title,
            part,
            Order::Largest,
            Some("gender-other"),
        )
    }

    fn countries(&self, rows: &[&Row]) -> Option<Series> {
        let own = |row: &&&Row| {
            row.country.is_some() && row.city.is_none() && row.age.is_none() && row.gender.is_none()
        };
        let rows: Vec<&Row> = rows.iter().filter(own).copied().collect();
        let part = |row: &Row| {
            let code = row.country.clone()?;
            let name = match code.as_str() {
                "ZZ" => self.tongue.say("country-unknown", &[]),
                code => self.tongue.locale.country(code),
            };
            Some((code, name))
        };
        let title = self.title("title-countries", &[]);
        self.series(
            &rows,
            "country",
            title,
            part,
            Order::Largest,
            Some("rest-countries"),
        )
    }

    fn cities(&self, rows: &[&Row]) -> Option<Series> {
        let own = |row: &&&Row| row.city.is_some() && row.age.is_none() && row.gender.is_none();
        let rows: Vec<&Row> = rows.iter().filter(own).copied().collect();
        let part = |row: &Row| row.city.clone().map(|city| (city.clone(), city));
        let title = self.title("title-cities", &[]);
        self.series(&rows, "city", title, part, Order::Largest, None)
    }

    /// The newest of `rows` as a series. What is missing to a hundred becomes the part named
    /// `rest`, never spread over the others.
    fn series(
        &self,
        rows: &[&Row],
        id: &str,
        title: String,
        part: impl Fn(&Row) -> Option<(String, String)>,
        order: Order,
        rest: Option<&str>,
    ) -> Option<Series> {
        let mut rows = newest(rows.iter().copied())?;
        match order {
            Order::Key => rows.sort_by_key(|row| row.age),
            Order::Largest => rows.sort_by(|a, b| b.value.value.number.cmp(&a.value.value.number)),
        }
        let mut points = Vec::new();
        let mut sum = Exact::zero();
        for row in &rows {
            if let Some((key, label)) = part(row) {
                sum += &row.value.value.number;
                points.push(self.point(row, label, key));
            }
        }
        let missing = exact(100) - sum;
        let rest = rest
            .filter(|_| missing >= exact(1) / exact(2))
            .map(|word| Point {
                label: self.tongue.say(word, &[]),
                short_label: self.tongue.say(word, &[]),
                key: "rest".to_string(),
                value: missing.to_f64().unwrap_or_default(),
                text: self.tongue.locale.percent(&missing, 1),
                number: self.tongue.locale.percent_bare(&missing, 1),
            });
        Some(Series {
            id: format!("{}.{}.{id}", self.holder.name, self.metric),
            title,
            unit: "percent",
            points,
            rest,
            date: self.tongue.day(rows.first()?.date),
            sources: sources_of(rows.iter().copied()),
            n: rows.first()?.n,
            basis: self.basis.clone(),
            format_text: rows.first()?.format.map(|format| {
                self.tongue
                    .say(&format!("format-{}.inner", format.word()), &[])
            }),
            window: rows
                .first()?
                .period
                .map(|period| self.tongue.period(period, rows[0].date)),
        })
    }

    fn point(&self, row: &Row, label: String, key: String) -> Point {
        let value = &row.value.value;
        let (tongue, locale) = (self.tongue, &self.tongue.locale);
        let bounded = |text: String| {
            if value.floor {
                tongue.say("over-value", &[("value", &text)])
            } else {
                text
            }
        };
        Point {
            short_label: row
                .age
                .map_or_else(|| label.clone(), |age| self.short_band(age)),
            label,
            key,
            value: value.number.to_f64().unwrap_or_default(),
            text: bounded(locale.percent(&value.number, 1)),
            number: bounded(locale.percent_bare(&value.number, 1)),
        }
    }

    fn short_band(&self, age: AgeBand) -> String {
        let from = age.from.to_string();
        let to = age.to.map(|to| to.to_string());
        match to {
            Some(to) => self
                .tongue
                .say("age-band-short", &[("from", &from), ("to", &to)]),
            None => self.tongue.say("age-open-short", &[("from", &from)]),
        }
    }

    fn band(&self, age: AgeBand) -> String {
        let from = age.from.to_string();
        match age.to {
            Some(to) => self
                .tongue
                .say("age-band", &[("from", &from), ("to", &to.to_string())]),
            None => self.tongue.say("age-open", &[("from", &from)]),
        }
    }
}

/// `25-34`, `55+`
fn band_key(age: AgeBand) -> String {
    match age.to {
        Some(to) => format!("{}-{to}", age.from),
        None => format!("{}+", age.from),
    }
}

/// The rows of the newest date among `rows`; `None` for no rows.
fn newest<'k>(rows: impl Iterator<Item = &'k Row> + Clone) -> Option<Vec<&'k Row>> {
    let date = rows.clone().map(|row| row.date).max()?;
    Some(rows.filter(|row| row.date == date).collect())
}
