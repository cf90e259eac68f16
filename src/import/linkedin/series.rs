//! Totals of the whole time, and numbers by day.

use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::vocabulary::meaning;
use super::super::whole;
use super::sheets;
use super::window::day_beside_words;
use super::{Book, Read, TAKEN_BACK};
use crate::kit::Period;
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use num_traits::Signed;

/// A name in the first column, its number in the next.
pub(super) fn totals(book: &Book, sheet: &Sheet<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(window) = book.window else {
        return;
    };
    for row in sheet.filled() {
        let (Some(name), Some(value)) = (row.cells.first(), row.cells.get(1)) else {
            continue;
        };
        let Some(metric) = meaning("linkedin-totals", &name.text) else {
            // Beside the name of the whole stands its time.
            if whole::read(value).is_ok_and(|value| value.is_some()) {
                haul.note(format!("“{}” was left out", name.text.trim()));
            }
            continue;
        };
        match whole::read(value) {
            Ok(Some(count)) => {
                let row = haul.add(window.to, metric, count, value.span);
                row.period = Some(Period::Days(window.days()));
            }
            Ok(None) => {}
            Err(wrong) => diags.push(wrong),
        }
    }
}

/// Impressions and engagements by day.
pub(super) fn days(book: &Book, sheet: &Sheet<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some((header, rows)) = sheets::days(sheet) else {
        return;
    };
    for row in rows {
        for metric in ["impressions", "interactions"] {
            if let Err(wrong) = day(book, &header, row, metric, haul) {
                diags.push(wrong);
            }
        }
    }
    haul.note_columns(&header.unknown);
}

/// How many followers there are on one day, and new ones by day.
pub(super) fn followers(book: &Book, sheet: &Sheet<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some((header, rows)) = sheets::followers(sheet) else {
        return;
    };
    if let Err(wrong) = total(book, sheet, haul) {
        diags.push(wrong);
    }
    for row in rows {
        if let Err(wrong) = day(book, &header, row, "followers_gained", haul) {
            diags.push(wrong);
        }
    }
}

/// `Total followers on 10/31/2026` in the first cell, their number in the next.
fn total(book: &Book, sheet: &Sheet<'_>, haul: &mut Haul) -> Read {
    let Some(text) = day_beside_words(sheet) else {
        return Ok(());
    };
    let first = sheet.filled().next();
    let Some([sentence, value, ..]) = first.map(|row| &row.cells[..]) else {
        return Ok(());
    };
    let mut cell = sentence.clone();
    cell.text = text.into();
    let date = book.written.read(&cell)?;
    if let Some(count) = whole::read(value)? {
        haul.add(date, "followers", count, value.span);
    }
    Ok(())
}

fn day(book: &Book, header: &Header, row: &Record<'_>, metric: &str, haul: &mut Haul) -> Read {
    let (Some(date), Some(value)) = (header.cell(row, "date"), header.cell(row, metric)) else {
        return Ok(());
    };
    let day = book.written.read(&date)?;
    if let Some(window) = book.window.filter(|window| !window.has(day)) {
        let message = format!(
            "`{}` is not between {} and {}, the time that the file covers",
            date.text, window.from, window.to
        );
        return Err(Diagnostic::error("export-date", message)
            .at(date.span)
            .hint("export the file again and import it as it comes"));
    }
    match whole::read(&value)? {
        Some(count) if count.is_negative() && metric != "interactions" => haul.note(TAKEN_BACK),
        Some(count) => haul.add_day(day, metric, count, value.span),
        None => {}
    }
    Ok(())
}
