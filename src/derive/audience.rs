//! What an account's platform says of its audience, as series and a pyramid.

use super::accounts::Holder;
use super::figures::sources_of;
use super::findings;
use super::segments::segments;
use super::series::{Order, ShareMaker, newest};
use super::tongue::Tongue;
use super::view::{AudienceGroup, Pyramid, PyramidBand, Series};
use crate::kit::{AgeBand, Choice, Exact, Gender, MetricKind, Row, exact};
use num_traits::Zero;
use std::collections::BTreeMap;

/// The metrics whose shares are drawn, the one that says most about followers first.
const SHARES: [&str; 4] = [
    "followers_share",
    "viewers_share",
    "views_share",
    "reach_share",
];

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
    let maker = ShareMaker {
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

impl ShareMaker<'_, '_> {
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
}

/// `25-34`, `55+`
fn band_key(age: AgeBand) -> String {
    match age.to {
        Some(to) => format!("{}-{to}", age.from),
        None => format!("{}+", age.from),
    }
}
