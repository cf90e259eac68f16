//! One metric by day: `Date,Primary`, and a row for each day.

use super::super::haul::Haul;
use super::super::header::Header;
use super::super::written::{self, Written};
use super::super::{dates, whole};
use super::blocks::Block;
use crate::source::Diagnostics;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The metrics, and the usual name of their file.
const KINDS: &[(&str, &str)] = &[
    ("views", "Views.csv"),
    ("viewers", "Viewers.csv"),
    ("reach", "Reach.csv"),
    ("interactions", "Interactions.csv"),
    ("followers_gained", "Follows.csv"),
    ("profile_visits", "Visits.csv"),
    ("link_clicks", "Link clicks.csv"),
];

/// The usual name of the file that `block` is alone in, if it has numbers by day.
pub(super) fn kind(block: &Block<'_, '_>) -> Option<&'static str> {
    let topic = block.topic?;
    header(block)?;
    let known = KINDS.iter().find(|(metric, _)| *metric == topic.what);
    known.map(|(_, kind)| *kind)
}

fn header(block: &Block<'_, '_>) -> Option<Header> {
    let header = Header::read("meta-daily", block.rows.first()?);
    header.has(&["date", "value"]).then_some(header)
}

/// Reads the days of `block`, in a file written on `asof`.
pub(super) fn read(block: &Block<'_, '_>, asof: Date, haul: &mut Haul, diags: &mut Diagnostics) {
    let (Some(topic), Some(header)) = (block.topic, header(block)) else {
        return;
    };
    let rows = &block.rows[1..];
    let texts = || {
        let cells = rows.iter().filter_map(|row| header.cell(row, "date"));
        cells.map(|cell| cell.text.into_owned()).collect::<Vec<_>>()
    };
    let texts = texts();
    let texts = || texts.iter().map(String::as_str);
    let in_row = |order| written::follow(texts(), order);
    let told = |order| written::none_after(texts(), order, asof);
    let written = Written::of(texts(), &[&in_row, &told]);
    let mut seen = BTreeSet::new();
    for row in rows {
        let (Some(date), Some(value)) = (header.cell(row, "date"), header.cell(row, "value"))
        else {
            continue;
        };
        let read = written.read(&date).and_then(|day| match seen.insert(day) {
            true => Ok((day, whole::read(&value)?)),
            false => Err(dates::twice(day, &date)),
        });
        match read {
            Ok((day, Some(count))) => haul.add_day(day, topic.what, count, value.span),
            Ok((_, None)) => {}
            Err(wrong) => diags.push(wrong),
        }
    }
    haul.note_columns(&header.unknown);
}
