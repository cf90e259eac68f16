//! A row for each day: the account's overview, and what Twitter called activity by day.

use super::super::dates;
use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::values::{self, Scale};
use super::super::whole;
use super::super::written::{self, Written};
use super::note_left_out;
use crate::kit::{Base, Period, exact};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const KIND: &str = "overview";

/// The columns that are counted, by the metric they are.
const METRICS: &[&str] = &[
    "impressions",
    "likes",
    "interactions",
    "saves",
    "shares",
    "followers_gained",
    "followers_lost",
    "comments",
    "reposts",
    "profile_visits",
    "posts_published",
    "link_clicks",
    "video_views",
];

/// Columns that other platforms do not call so.
const OWN: &[&str] = &[
    "saves",
    "followers_gained",
    "followers_lost",
    "reposts",
    "posts_published",
];

fn header(record: &Record<'_>) -> Option<Header> {
    let header = Header::read("x-days", record);
    let own = OWN.iter().filter(|column| header.has(&[column])).count();
    let ours = header.has(&["date", "impressions", "interactions"]) && own >= 2;
    let twitters = header.has(&["date", "posts_published", "rate"]);
    (ours || twitters).then_some(header)
}

pub(super) fn detect(sheet: &Sheet<'_>) -> Option<&'static str> {
    header(sheet.filled().next()?).map(|_| KIND)
}

pub(super) fn read(sheet: &Sheet<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(header) = sheet.filled().next().and_then(header) else {
        return;
    };
    let rows: Vec<&Record<'_>> = sheet.filled().skip(1).collect();
    let days: Vec<_> = rows
        .iter()
        .filter_map(|row| header.cell(row, "date"))
        .collect();
    let texts = || days.iter().map(|cell| &*cell.text);
    let written = Written::of(texts(), &[&|order| written::follow(texts(), order)]);
    let mut dates: Vec<Date> = texts().filter_map(|text| written.day(text)).collect();
    dates.sort_unstable();
    if let Some(first) = days.first().filter(|_| !dates::are_daily(&dates)) {
        return diags.push(dates::not_daily(first));
    }
    let counted: Vec<&str> = METRICS
        .iter()
        .copied()
        .filter(|metric| is_counted(metric, &header, &rows, haul))
        .collect();
    for row in rows {
        if let Err(wrong) = day(row, &header, &counted, written, sheet.delimiter, haul) {
            diags.push(wrong);
        }
    }
    if header.has(&["follows"]) {
        haul.note("“follows” counts only those who followed from a post, and was left out");
    }
    note_left_out(&header, haul);
}

/// Whether X fills the column of `metric`: that of video views is 0 on every day of accounts whose
/// videos were seen.
fn is_counted(metric: &str, header: &Header, rows: &[&Record<'_>], haul: &mut Haul) -> bool {
    let is_zero = |row: &&Record<'_>| {
        let cell = header.cell(row, metric);
        cell.is_none_or(|cell| whole::read(&cell) == Ok(Some(exact(0))))
    };
    if metric != "video_views" || !header.has(&[metric]) || !rows.iter().all(is_zero) {
        return true;
    }
    haul.note(
        "views of videos are 0 on every day, as X does not count them in this file: export the \
         video analytics",
    );
    false
}

fn day(
    row: &Record<'_>,
    header: &Header,
    counted: &[&str],
    written: Written,
    delimiter: u8,
    haul: &mut Haul,
) -> Result<(), Diagnostic> {
    let Some(date) = header.cell(row, "date") else {
        return Ok(());
    };
    let date = written.read(&date)?;
    for metric in counted {
        if let Some(cell) = header.cell(row, metric)
            && let Some(value) = whole::read(&cell)?
        {
            haul.add_day(date, metric, value, cell.span);
        }
    }
    if let Some(cell) = header.cell(row, "rate")
        && let Some(rate) = values::share(&cell, delimiter, Scale::Fraction)?
    {
        let row = haul.add(date, "engagement_rate", rate, cell.span);
        (row.period, row.base) = (Some(Period::Days(1)), Some(Base::Unknown));
    }
    Ok(())
}
