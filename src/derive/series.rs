//! Rows to series: points, labels, unit, provenance. An account's history is made here, and any
//! division of an audience; which rows those divide is `audience`'s and `segments`' business.

use super::accounts::Holder;
use super::figures::sources_of;
use super::tongue::Tongue;
use super::view::{Point, Series};
use crate::kit::{AgeBand, Choice, Exact, Row, exact};
use jiff::civil::Date;
use num_traits::Zero;
use std::collections::BTreeMap;

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
            value: value.to_f64().value(),
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

/// Makes series of the shares that an account gives of one metric.
pub(super) struct ShareMaker<'m, 'k> {
    pub holder: &'m Holder<'k>,
    pub tongue: &'m Tongue<'m>,
    /// The metric's name: `followers_share`.
    pub metric: &'m str,
    /// What the shares are of, in words.
    pub basis: String,
}

/// How the points of a series stand.
pub(super) enum Order {
    /// As their keys do.
    Key,
    /// The largest first.
    Largest,
}

impl ShareMaker<'_, '_> {
    /// The newest of `rows` as a series. What is missing to a hundred becomes the part named
    /// `rest`, never spread over the others.
    pub(super) fn series(
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
                value: missing.to_f64().value(),
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

    /// A title, which may name the basis and the platform.
    pub(super) fn title(&self, key: &str, more: &[(&str, &str)]) -> String {
        let platform = self.tongue.account(self.holder);
        let mut args = vec![("basis", &*self.basis), ("platform", &*platform)];
        args.extend(more);
        self.tongue.say(key, &args)
    }

    /// One row as a point.
    pub(super) fn point(&self, row: &Row, label: String, key: String) -> Point {
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
            value: value.number.to_f64().value(),
            text: bounded(locale.percent(&value.number, 1)),
            number: bounded(locale.percent_bare(&value.number, 1)),
        }
    }

    /// An age band in words.
    pub(super) fn band(&self, age: AgeBand) -> String {
        let from = age.from.to_string();
        match age.to {
            Some(to) => self
                .tongue
                .say("age-band", &[("from", &from), ("to", &to.to_string())]),
            None => self.tongue.say("age-open", &[("from", &from)]),
        }
    }

    /// The same where there is little room.
    pub(super) fn short_band(&self, age: AgeBand) -> String {
        let from = age.from.to_string();
        let to = age.to.map(|to| to.to_string());
        match to {
            Some(to) => self
                .tongue
                .say("age-band-short", &[("from", &from), ("to", &to)]),
            None => self.tongue.say("age-open-short", &[("from", &from)]),
        }
    }
}

/// The rows of the newest date among `rows`; `None` for no rows.
pub(super) fn newest<'k>(rows: impl Iterator<Item = &'k Row> + Clone) -> Option<Vec<&'k Row>> {
    let date = rows.clone().map(|row| row.date).max()?;
    Some(rows.filter(|row| row.date == date).collect())
}
