//! The list of videos, with what each has had in all its life. TikTok lists only some, about 15.

use super::super::dates::{self, Day};
use super::super::export::Sheet;
use super::super::haul::{Haul, Post, first_line};
use super::super::header::Header;
use super::super::whole;
use super::super::written::Written;
use super::{Table, end};
use crate::kit::{Handle, PostFormat, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const KIND: &str = "Content.csv";

const SECTION: &str = "tiktok-content";

/// Columns and what they count.
const METRICS: &[&str] = &["views", "likes", "comments", "shares", "saves"];

/// How many days after it was uploaded a video may come out.
const PLANNED: i32 = 31;

/// There was no TikTok before.
const FIRST_YEAR: i16 = 2014;

pub(super) fn kind(names: &Record<'_>) -> Option<&'static str> {
    let header = Header::read(SECTION, names);
    header
        .has(&["link", "published", "title", "views"])
        .then_some(KIND)
}

/// `modified` is when the file was written, where it does not say so itself; no day in it is after
/// `latest`.
pub(super) fn read(
    sheet: &Sheet<'_>,
    modified: Date,
    latest: Date,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let Some(table) = Table::read(SECTION, sheet) else {
        return;
    };
    let videos = Videos {
        written: table.written(latest),
        modified,
        latest,
        table,
    };
    for row in &videos.table.rows {
        if let Err(wrong) = videos.video(row, haul) {
            diags.push(*wrong);
        }
    }
    haul.note_columns(&videos.table.header.unknown);
}

impl Table<'_, '_> {
    /// How the days of publishing are written, where a spreadsheet has changed them. The numbers
    /// of the videos tell in which order.
    fn written(&self, latest: Date) -> Written {
        let cells: Vec<_> = self
            .rows
            .iter()
            .filter_map(|row| {
                let link = self.header.cell(row, "link")?;
                Some((
                    self.header.cell(row, "published")?,
                    uploaded(&link.text, latest),
                ))
            })
            .collect();
        let by_number = |order| {
            cells.iter().all(|(cell, uploaded)| {
                let date = dates::numeric(&cell.text, order);
                date.zip(*uploaded)
                    .is_none_or(|(date, day)| is_near(date, day))
            })
        };
        Written::of(
            cells.iter().map(|(cell, _)| cell.text.as_ref()),
            &[&by_number],
        )
    }
}

struct Videos<'s, 't> {
    table: Table<'s, 't>,
    written: Written,
    modified: Date,
    latest: Date,
}

impl Videos<'_, '_> {
    fn video(&self, row: &Record<'_>, haul: &mut Haul) -> Result<(), Box<Diagnostic>> {
        let header = &self.table.header;
        let Some(link) = header.cell(row, "link") else {
            haul.note("videos without a link were left out");
            return Ok(());
        };
        if !link.text.starts_with("https://") || !link.text.contains("tiktok.com/") {
            return Err(Box::new(no_link(&link)));
        }
        let title = header.cell(row, "title");
        let post = Post {
            link: plain_link(&link.text).to_string(),
            published: self.published(row, &link)?,
            format: format(&link.text),
            title: title.map(|title| first_line(&title.text)),
        };
        let account = account(&link.text);
        haul.account = haul.account.take().or_else(|| account.clone());
        let others = account.filter(|own| haul.account.as_ref().is_some_and(|all| !all.is(own)));
        let asof = self.read_on(row);
        for column in METRICS {
            let Some(cell) = header.cell(row, column) else {
                continue;
            };
            match whole::read(&cell)? {
                None => {}
                Some(number) if number < exact(0) => {
                    haul.note(format!("numbers of {column} below zero were left out"));
                }
                Some(number) => {
                    haul.add_post(&post, column, number, cell.span, asof);
                    if let Some(row) = haul.rows.last_mut() {
                        row.account.clone_from(&others);
                    }
                }
            }
        }
        Ok(())
    }

    /// The day of publishing. What is written has no year, or one that a spreadsheet put in; the
    /// number of the video tells when it was uploaded.
    fn published(&self, row: &Record<'_>, link: &Cell<'_>) -> Result<Date, Box<Diagnostic>> {
        let uploaded = uploaded(&link.text, self.latest);
        let Some(cell) = self.table.header.cell(row, "published") else {
            return uploaded.ok_or_else(|| Box::new(no_day(link)));
        };
        let written = match dates::day(&cell.text) {
            Some(day) => Ok(day),
            None => self.written.read(&cell).map(Day::Full),
        };
        match (written, uploaded) {
            (Ok(day), Some(uploaded)) => Ok(near(day, uploaded).unwrap_or(uploaded)),
            (Err(_), Some(uploaded)) => Ok(uploaded),
            (Ok(day), None) => dates::with_years(&[day], self.latest)
                .and_then(|dates| dates.first().copied())
                .ok_or_else(|| Box::new(dates::not_a_day(&cell))),
            (Err(wrong), None) => Err(Box::new(wrong)),
        }
    }

    /// The day the numbers were read on.
    fn read_on(&self, row: &Record<'_>) -> Date {
        let written = self.table.header.cell(row, "time");
        let day = written.and_then(|cell| dates::day(&cell.text));
        let dates = day.and_then(|day| match day {
            Day::Full(date) if date > self.latest => None,
            day => dates::with_years(&[day], self.latest),
        });
        dates
            .and_then(|dates| dates.first().copied())
            .unwrap_or(self.modified)
    }
}

/// The first half of the number of a video is the second it was uploaded in.
fn uploaded(link: &str, latest: Date) -> Option<Date> {
    let number: u64 = plain_link(link).rsplit('/').next()?.parse().ok()?;
    let day = end(&(number >> 32).to_string())?;
    (day.year() >= FIRST_YEAR && day <= latest).then_some(day)
}

/// `day` in the year in which it is near `uploaded`.
fn near(day: Day, uploaded: Date) -> Option<Date> {
    let (month, day) = match day {
        Day::Full(date) if is_near(date, uploaded) => return Some(date),
        Day::Full(date) => (date.month(), date.day()),
        Day::Yearless(month, day) => (month, day),
    };
    let years = [uploaded.year() - 1, uploaded.year(), uploaded.year() + 1];
    years
        .iter()
        .filter_map(|year| Date::new(*year, month, day).ok())
        .find(|date| is_near(*date, uploaded))
}

/// Whether a video that was `uploaded` then can be published on `date`: from the evening before,
/// where days begin later than where its number was made.
fn is_near(date: Date, uploaded: Date) -> bool {
    uploaded
        .until(date)
        .is_ok_and(|span| (-1..=PLANNED).contains(&span.get_days()))
}

/// The handle in a link: `https://www.tiktok.com/@maiteorrun/video/7527623000473079054`.
fn account(link: &str) -> Option<Handle> {
    let (_, rest) = link.split_once("/@")?;
    Handle::parse(rest.split('/').next()?)
}

fn format(link: &str) -> Option<PostFormat> {
    if link.contains("/photo/") {
        Some(PostFormat::Carousel)
    } else {
        link.contains("/video/").then_some(PostFormat::Video)
    }
}

/// A link without what only tells where it was copied.
fn plain_link(link: &str) -> &str {
    let end = link.find(['?', '#']).unwrap_or(link.len());
    link[..end].trim_end_matches('/')
}

fn no_link(cell: &Cell<'_>) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-value", format!("`{text}` is no link to a video"))
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}

fn no_day(link: &Cell<'_>) -> Diagnostic {
    Diagnostic::error("export-date", "nothing tells when this video was published")
        .at(link.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const LINK: &str = "https://www.tiktok.com/@maite/video/7527623000473079054?lang=en";

    #[test]
    fn the_number_of_a_video_tells_its_year() {
        fn check(text: &str, expected: Option<Date>) {
            let day = dates::day(text).expect("a day");
            let uploaded = uploaded(LINK, date(2026, 3, 1)).expect("a number with a time");
            assert_eq!(near(day, uploaded), expected, "{text}");
        }
        check("July 16", Some(date(2025, 7, 16)));
        check("July 15", Some(date(2025, 7, 15)));
        check("July 20", Some(date(2025, 7, 20)));
        check("2026-07-16", Some(date(2025, 7, 16)));
        check("2025/07/17 01:10:00", Some(date(2025, 7, 17)));
        check("July 14", None);
        check("September 1", None);
    }

    #[test]
    fn a_number_without_a_time_tells_nothing() {
        fn check(link: &str, latest: Date, expected: Option<Date>) {
            assert_eq!(uploaded(link, latest), expected, "{link}");
        }
        check(LINK, date(2026, 3, 1), Some(date(2025, 7, 16)));
        check(LINK, date(2025, 7, 15), None);
        check(
            "https://www.tiktok.com/@maite/video/123",
            date(2026, 3, 1),
            None,
        );
        check(
            "https://www.tiktok.com/@maite/video/DEMO",
            date(2026, 3, 1),
            None,
        );
        check("https://vm.tiktok.com/", date(2026, 3, 1), None);
    }
}
