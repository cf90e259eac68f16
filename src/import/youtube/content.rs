//! The table by content: a row for each video, with what it has had in the time of the export.
//!
//! A post's numbers in a kit are of all its life. So only videos that came out in the time of the
//! export are read: what an older one had before is not in the table.

use super::super::dates;
use super::super::haul::{Haul, Post, first_line};
use super::super::values;
use super::super::whole;
use super::super::written::Written;
use super::table::{Counted, Table};
use super::window::Window;
use crate::kit::{Exact, PostFormat, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, Span};
use jiff::civil::Date;

/// Up to so many seconds, a video may be a short.
const LONGEST_SHORT: i64 = 180;

/// The same of videos from before [`LONGER_SHORTS`]. YouTube has left those as they were.
const LONGEST_BEFORE: i64 = 60;

/// The first day of shorts of more than a minute.
const LONGER_SHORTS: Date = jiff::civil::date(2024, 10, 15);

pub(super) fn read(
    table: &Table<'_, '_>,
    window: Option<Window>,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let Some(window) = window else {
        return diags.push(no_window(table));
    };
    let rows = table.rows.iter();
    let cells: Vec<Cell<'_>> = rows
        .filter_map(|row| table.header.cell(row, "published"))
        .collect();
    let texts = || cells.iter().map(|cell| cell.text.as_ref());
    let in_time = |order| {
        let date = |text| dates::numeric(text, order);
        texts().all(|text| date(text).is_none_or(|date| date <= window.last))
    };
    let mut videos = Videos {
        table,
        window,
        written: Written::of(texts(), &[&in_time]),
        older: 0,
    };
    for row in &table.rows {
        if let Err(wrong) = videos.video(row, haul) {
            diags.push(*wrong);
        }
    }
    if videos.older > 0 {
        haul.note(format!(
            "videos published before {} were left out ({}): the export counts only what they had \
             from then on; choose “Lifetime” in YouTube Studio and export again",
            window.first, videos.older
        ));
    }
    table.add_total(Some(window), haul, diags);
}

struct Videos<'a, 's, 't> {
    table: &'a Table<'s, 't>,
    window: Window,
    written: Written,
    /// How many came out before the time of the export.
    older: usize,
}

impl Videos<'_, '_, '_> {
    fn video(&mut self, row: &Record<'_>, haul: &mut Haul) -> Result<(), Box<Diagnostic>> {
        let header = &self.table.header;
        let Some(id) = header.cell(row, "content") else {
            haul.note("rows without a video were left out");
            return Ok(());
        };
        if !is_video(&id.text) {
            return Err(Box::new(no_video(&id)));
        }
        let Some(published) = header.cell(row, "published") else {
            haul.note("videos without a day of publishing were left out: they are not public");
            return Ok(());
        };
        let published = self.written.read(&published)?;
        if published < self.window.first {
            self.older += 1;
            return Ok(());
        }
        // Should the last day in the name be in it after all, there is one more.
        if self.window.last.tomorrow().is_ok_and(|end| published > end) {
            haul.note("videos that came out after the time of the export were left out");
            return Ok(());
        }
        let duration = self.duration(row)?;
        let format = duration
            .as_ref()
            .and_then(|(seconds, _)| format(seconds, published));
        if format.is_none() {
            haul.note(
                "videos of up to three minutes (before 15 October 2024: of up to one), or of an \
                 unknown length, were read without a format, as nothing tells which are Shorts: type `short` or `video` in the column \
                 `format` of a line of each, or no median counts it",
            );
        }
        let title = header.cell(row, "title");
        let post = Post {
            link: format!("https://www.youtube.com/watch?v={}", id.text),
            published,
            format,
            title: title.map(|title| first_line(&title.text)),
        };
        self.add(row, &post, haul)?;
        if let Some((seconds, place)) = duration {
            haul.add_post(&post, "duration", seconds, place, self.read_on(&post));
        }
        Ok(())
    }

    /// The day the numbers of `post` are of.
    fn read_on(&self, post: &Post) -> Date {
        self.window.last.max(post.published)
    }

    /// How long the video in `row` is, in seconds, and where that stands.
    fn duration(&self, row: &Record<'_>) -> Result<Option<(Exact, Span)>, Diagnostic> {
        let Some(cell) = self.table.header.cell(row, "duration") else {
            return Ok(None);
        };
        let seconds = match cell.text.contains(':') {
            true => values::seconds(&cell, self.table.delimiter)?,
            false => whole::read(&cell)?,
        };
        let seconds = seconds.filter(|seconds| *seconds > exact(0));
        Ok(seconds.map(|seconds| (seconds, cell.span)))
    }

    fn add(&self, row: &Record<'_>, post: &Post, haul: &mut Haul) -> Result<(), Diagnostic> {
        let asof = self.read_on(post);
        for Counted {
            metric,
            number,
            place,
        } in self.table.numbers(row)?
        {
            if number < exact(0) && metric != "followers_net" {
                haul.note(format!("numbers of {metric} below zero were left out"));
            } else {
                haul.add_post(post, &metric, number, place, asof);
            }
        }
        Ok(())
    }
}

/// The format of a video of so many `seconds`. A short one may be either.
fn format(seconds: &Exact, published: Date) -> Option<PostFormat> {
    let longest = match published < LONGER_SHORTS {
        true => LONGEST_BEFORE,
        false => LONGEST_SHORT,
    };
    (*seconds > exact(longest)).then_some(PostFormat::Video)
}

/// Whether `text` is the id of a video: eleven letters, digits, `-` and `_`.
fn is_video(text: &str) -> bool {
    let in_id = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    text.len() == 11 && text.bytes().all(in_id)
}

fn no_video(cell: &Cell<'_>) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-value", format!("`{text}` is no id of a video"))
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}

fn no_window(table: &Table<'_, '_>) -> Diagnostic {
    let message = "these videos were left out: nothing tells which days their numbers cover";
    Diagnostic::warning("export-window", message)
        .at(table.start)
        .hint(
            "import the archive as it came, or the folder it was unpacked to: its name tells the \
             days, as `Content 2026-10-04_2026-11-01 …`",
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_than_shorts_were_then_is_a_video() {
        fn check(seconds: i64, published: Date, expected: Option<PostFormat>) {
            assert_eq!(format(&exact(seconds), published), expected, "{seconds}");
        }
        let last = LONGER_SHORTS.yesterday().expect("a day");
        check(60, last, None);
        check(61, last, Some(PostFormat::Video));
        check(61, LONGER_SHORTS, None);
        check(180, LONGER_SHORTS, None);
        check(181, LONGER_SHORTS, Some(PostFormat::Video));
    }

    #[test]
    fn ids_have_eleven_signs() {
        fn check(text: &str, expected: bool) {
            assert_eq!(is_video(text), expected, "{text}");
        }
        check("qZ3kd0Ab7Lw", true);
        check("-L31PdnCO7A", true);
        check("_mf5P4uoMNk", true);
        check("1.23457E+10", false);
        check("#NAME?", false);
        check("qZ3kd0Ab7L", false);
    }
}
