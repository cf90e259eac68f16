//! Divisions of an audience that are of the kit's own making.

use super::accounts::Holder;
use super::series::{Order, ShareMaker};
use super::tongue::{Tongue, capitalised};
use super::view::Series;
use crate::kit::{Choice, Row};
use std::collections::BTreeMap;

/// Each set of segments among `shares` as a series.
pub fn segments(holder: &Holder<'_>, tongue: &Tongue<'_>, shares: &[&Row]) -> Vec<Series> {
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
        let maker = ShareMaker {
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
