//! The video export: under one title a row for each day, under another a row for each video.

use super::super::export::Sheet;
use super::super::haul::{Haul, Post, first_line};
use super::super::header::Header;
use super::super::values;
use super::super::whole;
use super::super::written::{self, Written};
use super::status::Status;
use crate::kit::{Exact, Period, PostFormat, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const KIND: &str = "video";

/// Money, which X writes without a currency.
const REVENUE: &str = "custom:revenue";

fn days_header(record: &Record<'_>) -> Option<Header> {
    let header = Header::read("x-video-days", record);
    let timed = header.has(&["watch-ms"]) || header.has(&["average-ms"]);
    (timed && header.has(&["date", "views"])).then_some(header)
}

fn list_header(record: &Record<'_>) -> Option<Header> {
    let header = Header::read("x-video-list", record);
    header.has(&["id", "views", "date"]).then_some(header)
}

pub(super) fn detect(sheet: &Sheet<'_>) -> Option<&'static str> {
    // A title may stand above the names of the columns.
    let mut first = sheet.filled().take(2);
    first
        .any(|record| days_header(record).is_some() || list_header(record).is_some())
        .then_some(KIND)
}

/// A table of the file.
struct Table<'s, 't> {
    header: Header,
    rows: Vec<&'s Record<'t>>,
    of_days: bool,
}

fn tables<'s, 't>(sheet: &'s Sheet<'t>) -> Vec<Table<'s, 't>> {
    let mut tables: Vec<Table<'s, 't>> = Vec::new();
    for record in sheet.filled() {
        let days = days_header(record);
        let of_days = days.is_some();
        if let Some(header) = days.or_else(|| list_header(record)) {
            let rows = Vec::new();
            tables.push(Table {
                header,
                rows,
                of_days,
            });
        } else if record.only_cell().is_none()
            && let Some(table) = tables.last_mut()
        {
            table.rows.push(record);
        }
    }
    tables
}

pub(super) fn read(
    sheet: &Sheet<'_>,
    asof: Date,
    with_revenue: bool,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    for table in tables(sheet) {
        let days: Vec<Cell<'_>> = table
            .rows
            .iter()
            .filter_map(|row| table.header.cell(row, "date"))
            .collect();
        let texts = || days.iter().map(|cell| &*cell.text);
        let reader = Reader {
            written: Written::of(texts(), &[&|order| written::follow(texts(), order)]),
            header: &table.header,
            delimiter: sheet.delimiter,
            paid: with_revenue && table.is_paid(sheet.delimiter),
            asof,
        };
        for row in &table.rows {
            let read = match table.of_days {
                true => reader.day(row, haul),
                false => reader.video(row, haul),
            };
            if let Err(wrong) = read {
                diags.push(wrong);
            }
        }
        if table.header.has(&["revenue"]) && !with_revenue {
            haul.note("revenue was left out");
        } else if reader.paid {
            haul.note("the file does not say in which currency its revenue is");
        }
        haul.note_columns(&table.header.unknown);
    }
}

impl Table<'_, '_> {
    /// Whether any of its money is more than nothing, which X writes for all who earn none.
    fn is_paid(&self, delimiter: u8) -> bool {
        let earned = |row: &&Record<'_>| {
            let cell = self.header.cell(row, "revenue")?;
            values::number(&cell, delimiter).ok()?
        };
        let mut earned = self.rows.iter().filter_map(earned);
        earned.any(|sum| sum != exact(0))
    }
}

struct Reader<'a> {
    header: &'a Header,
    written: Written,
    delimiter: u8,
    paid: bool,
    asof: Date,
}

impl Reader<'_> {
    fn number<'t>(
        &self,
        row: &Record<'t>,
        column: &str,
    ) -> Result<Option<(Exact, Cell<'t>)>, Diagnostic> {
        let Some(cell) = self.header.cell(row, column) else {
            return Ok(None);
        };
        let number = values::number(&cell, self.delimiter)?;
        Ok(number.map(|number| (number, cell)))
    }

    fn day(&self, row: &Record<'_>, haul: &mut Haul) -> Result<(), Diagnostic> {
        let Some(date) = self.header.cell(row, "date") else {
            return Ok(());
        };
        let date = self.written.read(&date)?;
        let mut seen = true;
        if let Some(cell) = self.header.cell(row, "views")
            && let Some(views) = whole::read(&cell)?
        {
            seen = views != exact(0);
            haul.add_day(date, "video_views", views, cell.span);
        }
        if let Some((time, cell)) = self.number(row, "watch-ms")? {
            haul.add_day(date, "watch_hours", time / exact(3_600_000), cell.span);
        }
        // Of no view there is no average.
        if seen && let Some((time, cell)) = self.number(row, "average-ms")? {
            let row = haul.add(date, "avg_view_duration", time / exact(1000), cell.span);
            row.period = Some(Period::Days(1));
        }
        if self.paid
            && let Some((money, cell)) = self.number(row, "revenue")?
        {
            haul.add_day(date, REVENUE, money, cell.span);
        }
        Ok(())
    }

    fn video(&self, row: &Record<'_>, haul: &mut Haul) -> Result<(), Diagnostic> {
        let header = self.header;
        // A video is told by its post, else by the video's own link or number.
        let post = header.cell(row, "link");
        let post = post.and_then(|cell| Status::of_link(&cell.text));
        let own = header.cell(row, "video-link");
        let own = own.filter(|cell| cell.text.starts_with("https://"));
        let link = post.as_ref().map(|status| status.link.clone()).or_else(|| {
            let cell = own.or_else(|| header.cell(row, "id"))?;
            (!cell.text.contains(char::is_whitespace)).then(|| cell.text.into_owned())
        });
        let day = ["published", "date"]
            .iter()
            .find_map(|column| header.cell(row, column));
        let (Some(link), Some(day)) = (link, day) else {
            haul.note("videos without a day or a number were left out");
            return Ok(());
        };
        let post = Post {
            link,
            published: self.written.read(&day)?,
            format: Some(PostFormat::Video),
            title: header.cell(row, "title").map(|cell| first_line(&cell.text)),
        };
        if let Some(cell) = header.cell(row, "views")
            && let Some(views) = whole::read(&cell)?
        {
            haul.add_post(&post, "video_views", views, cell.span, self.asof);
        }
        if let Some(cell) = header.cell(row, "duration")
            && let Some(seconds) = values::seconds(&cell, self.delimiter)?
            && seconds > exact(0)
        {
            haul.add_post(&post, "duration", seconds, cell.span, self.asof);
        }
        if self.paid
            && let Some((money, cell)) = self.number(row, "revenue")?
        {
            haul.add_post(&post, REVENUE, money, cell.span, self.asof);
        }
        Ok(())
    }
}
