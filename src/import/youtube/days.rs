//! The table by date and the totals by day: a row for each day.

use super::super::dates;
use super::super::haul::Haul;
use super::super::written::{Written, follow};
use super::kind::Kind;
use super::table::{Counted, Table};
use super::window::Window;
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use std::collections::BTreeSet;

pub(super) fn read(
    table: &Table<'_, '_>,
    kind: Kind,
    window: Option<Window>,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let (rows, cells): (Vec<_>, Vec<_>) = table
        .rows
        .iter()
        .filter_map(|row| Some((*row, table.header.cell(row, "date")?)))
        .unzip();
    let Some(dates) = dates_in(&cells, window, diags) else {
        return;
    };
    let mut days = BTreeSet::new();
    for (date, cell) in dates.iter().zip(&cells) {
        if !days.insert(*date) {
            return diags.push(dates::twice(*date, cell));
        }
    }
    let days: Vec<Date> = days.into_iter().collect();
    if let Some(first) = cells.first()
        && let Some(wrong) = not_daily(&days, first, window)
    {
        // Totals come with every table, and their chart may be by month where the table is right.
        return match kind {
            Kind::Totals => haul.note(format!("it was left out: {}", wrong.message)),
            _ => diags.push(wrong),
        };
    }
    for (row, date) in rows.into_iter().zip(dates) {
        if let Err(wrong) = add(table, row, date, haul) {
            diags.push(wrong);
        }
    }
    table.add_total(covered(window, &days), haul, diags);
}

fn add(
    table: &Table<'_, '_>,
    row: &Record<'_>,
    date: Date,
    haul: &mut Haul,
) -> Result<(), Diagnostic> {
    for Counted {
        metric,
        number,
        place,
    } in table.numbers(row)?
    {
        if !table.is_no_number(&metric, &number, haul) {
            haul.add_day(date, &metric, number, place);
        }
    }
    Ok(())
}

/// That `days` may be of weeks or months, from the row of `first` on.
fn not_daily(days: &[Date], first: &Cell<'_>, window: Option<Window>) -> Option<Diagnostic> {
    let is_of_one_day = window.is_some_and(|window| window.days() == 1);
    match days {
        [_] if is_of_one_day => None,
        [_] => {
            let message = "nothing tells whether its only row is of a day, a week or a month";
            Some(
                Diagnostic::error("export-not-daily", message)
                    .at(first.span)
                    .hint("export two days or more, by day, and import the archive as it came"),
            )
        }
        days => (!dates::are_daily(days)).then(|| dates::not_daily(first)),
    }
}

/// The days in `cells`; `None` after all that are none were reported.
fn dates_in(
    cells: &[Cell<'_>],
    window: Option<Window>,
    diags: &mut Diagnostics,
) -> Option<Vec<Date>> {
    let texts = || cells.iter().map(|cell| cell.text.as_ref());
    let in_row = |order| follow(texts(), order);
    let in_window = |order| {
        let inside = |text| {
            let (window, date) = (window?, dates::numeric(text, order)?);
            Some((window.first..=window.last).contains(&date))
        };
        texts().all(|text| inside(text).unwrap_or(false))
    };
    let written = Written::of(texts(), &[&in_window, &in_row]);
    let mut dates = Vec::new();
    for cell in cells {
        match written.read(cell) {
            Ok(date) => dates.push(date),
            Err(wrong) => diags.push(wrong),
        }
    }
    (dates.len() == cells.len()).then_some(dates)
}

/// The time of the totals: as the name of the archive tells it, or all days of a table that leaves
/// none out.
fn covered(window: Option<Window>, days: &[Date]) -> Option<Window> {
    let of_days = || {
        let (first, last) = (*days.first()?, *days.last()?);
        let window = Window { first, last };
        (usize::try_from(window.days()) == Ok(days.len())).then_some(window)
    };
    let named = window.map(|window| Window {
        // Should the last day in the name be in it after all.
        last: days
            .last()
            .map_or(window.last, |last| window.last.max(*last)),
        ..window
    });
    named.or_else(of_days)
}
