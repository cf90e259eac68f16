//! Twitch: what a channel had on each day.

use super::export::Export;
use super::haul::Haul;
use super::header::Header;
use super::vocabulary::plain;
use super::written::{Written, follow};
use super::{Certainty, Importer, Match, Settings, dates, values, whole};
use crate::kit::{Exact, Period, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) const IMPORTER: Importer = Importer {
    id: "twitch",
    name: "Twitch",
    platforms: &["twitch"],
    detect,
    read,
};

const SECTION: &str = "twitch";

const BY_DAY: &str = "Channel Analytics";
const SUMMARY: &str = "Revenue";

/// The columns that are read. All but one have the name of what they count.
const METRICS: &[&str] = &[
    "avg_viewers",
    "peak_viewers",
    "viewers",
    "live_views",
    "followers_gained",
    "stream_minutes",
    "minutes-watched",
];

/// What stands in the name of a file whose rows are no days. Of one row alone nothing else tells.
const NOT_BY_DAY: &[&str] = &["by week", "by month"];

/// Without a stream there is nothing that these are an average or a peak of.
const OF_STREAMS: &[&str] = &["avg_viewers", "peak_viewers"];

fn detect(export: &Export<'_>) -> Option<Match> {
    let names = export.sheet()?.filled().next()?;
    let header = Header::read(SECTION, names);
    if !header.has(&["date", "stream_minutes"]) {
        return None;
    }
    let counts = METRICS.iter().filter(|name| header.has(&[name])).count();
    let kind = match counts {
        3.. => BY_DAY,
        _ if names.cells.iter().any(is_money) => SUMMARY,
        _ => return None,
    };
    Some(Match {
        kind,
        platform: Some("twitch"),
        certainty: Certainty::Sure,
    })
}

fn read(export: &Export<'_>, settings: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    let mut rows = sheet.filled();
    let Some(names) = rows.next() else {
        return;
    };
    if haul.kind == SUMMARY {
        haul.note("the summary of money was left out: export the analytics by day");
        return;
    }
    let table = Table {
        header: Header::read(SECTION, names),
        names,
        rows: rows.collect(),
        delimiter: sheet.delimiter,
    };
    let by_day = |name: &str| !NOT_BY_DAY.iter().any(|words| plain(name).contains(words));
    if let Some(first) = names.cells.first().filter(|_| !export.names().all(by_day)) {
        return diags.push(dates::not_daily(first));
    }
    let Some(days) = table.days(diags) else {
        return;
    };
    for (date, row) in &days {
        let mut read = table.day(row, *date, haul);
        if settings.with_revenue {
            read = read.and_then(|()| table.revenue(row, *date, haul));
        }
        if let Err(wrong) = read {
            diags.push(wrong);
        }
    }
    table.note_left_out(settings.with_revenue, haul);
}

/// Whether `name` is that of a column of money, as `Sub Revenue`.
fn is_money(name: &Cell<'_>) -> bool {
    plain(&name.text).ends_with("revenue")
}

struct Table<'s, 't> {
    header: Header,
    names: &'s Record<'t>,
    rows: Vec<&'s Record<'t>>,
    delimiter: u8,
}

impl<'s, 't> Table<'s, 't> {
    /// The rows by their days; `None` after what is wrong with the days was reported.
    fn days(&self, diags: &mut Diagnostics) -> Option<BTreeMap<Date, &'s Record<'t>>> {
        let cell = |row: &&'s Record<'t>| Some((*row, self.header.cell(row, "date")?));
        let cells: Vec<_> = self.rows.iter().filter_map(cell).collect();
        let texts = || cells.iter().map(|(_, cell)| cell.text.as_ref());
        let in_row = |order| follow(texts(), order);
        let written = Written::of(texts(), &[&in_row]);
        let mut days = BTreeMap::new();
        let mut sound = true;
        for (row, cell) in &cells {
            let wrong = match written.read(cell) {
                Ok(date) if days.insert(date, *row).is_none() => continue,
                Ok(date) => dates::twice(date, cell),
                Err(wrong) => wrong,
            };
            diags.push(wrong);
            sound = false;
        }
        let dates: Vec<Date> = days.keys().copied().collect();
        if let Some((_, first)) = cells.first()
            && sound
            && !dates::are_daily(&dates)
        {
            diags.push(dates::not_daily(first));
            sound = false;
        }
        sound.then_some(days)
    }

    fn day(&self, row: &Record<'_>, date: Date, haul: &mut Haul) -> Result<(), Diagnostic> {
        let minutes = self.header.cell(row, "stream_minutes");
        let streamed = minutes.is_none_or(|cell| whole::read(&cell) != Ok(Some(exact(0))));
        for column in self.header.columns() {
            if !METRICS.contains(&column) || (OF_STREAMS.contains(&column) && !streamed) {
                continue;
            }
            let Some(cell) = self.header.cell(row, column) else {
                continue;
            };
            let fraction = || values::number(&cell, self.delimiter);
            let number = match column {
                "avg_viewers" => fraction()?,
                "minutes-watched" => whole::read(&cell).or_else(|_| fraction())?,
                _ => whole::read(&cell)?,
            };
            match number {
                None => {}
                Some(number) if number < exact(0) => {
                    haul.note("numbers below zero were left out");
                }
                Some(number) if column == "minutes-watched" => {
                    haul.add_day(date, "watch_hours", number / exact(60), cell.span);
                }
                Some(number) => haul.add_day(date, column, number, cell.span),
            }
        }
        Ok(())
    }

    /// Adds the money of a day: as the file adds it up, else the sum of all kinds.
    fn revenue(&self, row: &Record<'_>, date: Date, haul: &mut Haul) -> Result<(), Diagnostic> {
        let mut sum: Option<Exact> = None;
        for (name, cell) in self.names.cells.iter().zip(&row.cells) {
            if !is_money(name) {
                continue;
            }
            let Some(part) = values::number(cell, self.delimiter)? else {
                continue;
            };
            if plain(&name.text) == "total revenue" {
                sum = Some(part);
                break;
            }
            sum = Some(sum.unwrap_or_else(|| exact(0)) + part);
        }
        if let Some(sum) = sum {
            haul.add(date, "custom:revenue", sum, row.span).period = Some(Period::Days(1));
        }
        Ok(())
    }

    fn note_left_out(&self, with_revenue: bool, haul: &mut Haul) {
        if self.names.cells.iter().any(is_money) {
            haul.note(match with_revenue {
                true => "the file does not say in which currency the money is",
                false => "money was left out: `--with-revenue` reads it",
            });
        }
        let others = self.header.unknown.iter();
        let others = others.filter(|name| !plain(name).ends_with("revenue"));
        haul.note_columns(&others.cloned().collect::<Vec<_>>());
    }
}
