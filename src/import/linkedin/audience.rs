//! Who the audience is, in percent: one row for each part.

use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::places;
use super::super::values::{self, Scale};
use super::super::vocabulary::meaning;
use super::sheets;
use super::window::Window;
use super::{Book, Read};
use crate::kit::Segment;
use crate::source::Diagnostics;
use crate::source::csv::Record;

pub(super) fn read(book: &Book, sheet: &Sheet<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let (Some((header, rows)), Some(window)) = (sheets::audience(sheet), book.window) else {
        return;
    };
    let metric = match meaning("linkedin-audience", sheet.name) {
        Some("reached") => "reach_share",
        Some("followers") => "followers_share",
        _ => {
            haul.note(format!(
                "the sheet “{}” does not say of whom it is: it is taken to be of the followers",
                sheet.name
            ));
            "followers_share"
        }
    };
    for row in rows {
        if let Err(wrong) = part(window, &header, row, metric, sheet.delimiter, haul) {
            diags.push(wrong);
        }
    }
}

fn part(
    window: Window,
    header: &Header,
    row: &Record<'_>,
    metric: &str,
    delimiter: u8,
    haul: &mut Haul,
) -> Read {
    let cell = |column| header.cell(row, column);
    let (Some(set), Some(name), Some(cell)) = (cell("category"), cell("value"), cell("share"))
    else {
        return Ok(());
    };
    let Some(meant) = meaning("linkedin-category", &set.text) else {
        haul.note(format!("“{}” of the audience was left out", set.text));
        return Ok(());
    };
    // `< 1%` in English, `menos de 1%` in Portuguese.
    let starts = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    if cell.text.ends_with('%') && !cell.text.starts_with(starts) {
        haul.note("parts below 1 % were left out, as the file does not say how large they are");
        return Ok(());
    }
    let share = match values::percent(&cell.text) {
        Some(share) => share,
        // Before 2026, shares were numbers.
        None => match values::share(&cell, delimiter, Scale::Fraction)? {
            Some(share) => share,
            None => return Ok(()),
        },
    };
    let row = haul.add(window.to, metric, share, cell.span);
    let name = name.text.into_owned();
    match meant {
        "location" => match places::country(&name) {
            Some(code) => row.country = Some(code.to_string()),
            None => row.city = Some(name),
        },
        set => {
            row.segment = Some(Segment {
                set: set.to_string(),
                value: name,
            });
        }
    }
    Ok(())
}
