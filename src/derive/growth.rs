//! Growth between two dates.

use super::figures::{Maker, Parts};
use super::posts::days_between;
use super::stats::{growth, growth_in_30_days};
use super::view::{Growth, Window};
use crate::kit::{Exact, Unit};
use jiff::civil::Date;
use num_traits::FromPrimitive;
use std::collections::BTreeSet;

impl Maker<'_, '_> {
    /// Growth from the oldest count of the last year to the newest, when they are at least four
    /// weeks apart.
    pub(super) fn growth(&self) -> Option<Growth> {
        let tongue = self.tongue;
        let (last_date, last) = self.holder.followers.last()?;
        let within = |date: Date| (28..=366).contains(&days_between(date, *last_date));
        let (first_date, first) = self
            .holder
            .followers
            .iter()
            .find(|(date, _)| within(*date))?;
        let (from, to) = (&first.value.value.number, &last.value.value.number);
        let change: Exact = growth(from, to)?;
        let days = u32::try_from(days_between(*first_date, *last_date)).ok()?;
        let monthly = growth_in_30_days(from, to, days)?;
        let monthly = Exact::from_f64(monthly)?;
        let between = tongue.locale.between(tongue.words, *first_date, *last_date);
        let metric = tongue.metric("followers", self.holder.platform(), false);
        let sources = [first, last].map(|row| row.source.as_deref().unwrap_or("hand"));
        let mut figure = tongue.figure(Parts {
            id: self.id("followers_growth"),
            metric: "followers_growth",
            labels: self.labels(&metric, &[Some(&between)]),
            value: &change,
            unit: Unit::Percent,
            date: *last_date,
            method: tongue.say("made-growth", &[("between", &between)]),
            sources: BTreeSet::from(sources),
        });
        figure.text = tongue.locale.signed_percent(&change, 1);
        figure.short = figure.text.clone();
        figure.window = Some(Window {
            days: Some(days),
            ..tongue.window(*first_date, *last_date)
        });
        Some(Growth {
            text: figure.text.clone(),
            monthly: tongue.say(
                "growth-monthly",
                &[("growth", &tongue.locale.signed_percent(&monthly, 1))],
            ),
            between,
            figure,
        })
    }
}
