//! The table by date and the totals by day: a row for each day.

use super::super::dates;
use super::super::haul::Haul;
use super::super::written::{Written, follow};
use super::table::{Counted, Table};
use super::window::Window;
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use std::collections::BTreeSet;

pub(super) fn read(
    table: &Table<'_, '_>,
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
    // One row alone, of a longer time, may be a week or a month.
    let is_alone = days.len() == 1 && window.is_some_and(|window| window.days() > 1);
    if let Some(first) = cells.first()
        && (is_alone || !dates::are_daily(&days))
    {
        return diags.push(dates::not_daily(first));
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
