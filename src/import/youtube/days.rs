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

/// A table with a row for each day.
pub(super) struct Days<'s, 't> {
    pub(super) table: &'s Table<'s, 't>,
    pub(super) kind: Kind,
    pub(super) window: Option<Window>,
    /// No day is after it.
    pub(super) latest: Date,
}

impl Days<'_, '_> {
    pub(super) fn read(&self, haul: &mut Haul, diags: &mut Diagnostics) {
        let table = self.table;
        if let Some(name) = table.divided_by() {
            return diags.push(divided(name));
        }
        let (rows, cells): (Vec<_>, Vec<_>) = table
            .rows
            .iter()
            .filter_map(|row| Some((*row, table.header.cell(row, "date")?)))
            .unzip();
        let Some(dates) = dates_in(&cells, self.window, diags) else {
            return;
        };
        let mut days = BTreeSet::new();
        for (date, cell) in dates.iter().zip(&cells) {
            if *date > self.latest {
                return diags.push(dates::to_come(cell.span, *date));
            }
            if !days.insert(*date) {
                return diags.push(dates::twice(*date, cell));
            }
        }
        let days: Vec<Date> = days.into_iter().collect();
        if let Some(first) = cells.first()
            && let Some(wrong) = not_daily(&days, first, self.window)
        {
            // Totals come with every table, and may be by month where the table is right.
            return match self.kind {
                Kind::Totals => haul.note(format!("it was left out: {}", wrong.message)),
                _ => diags.push(wrong),
            };
        }
        for (row, date) in rows.into_iter().zip(dates) {
            if let Err(wrong) = add(table, row, date, haul) {
                diags.push(wrong);
            }
        }
        table.add_total(covered(self.window, &days), haul, diags);
    }
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

/// That each row is of a part of a day.
fn divided(name: &Cell<'_>) -> Diagnostic {
    let message = format!("the days are divided by “{}”", name.text.trim());
    Diagnostic::error("export-divided", message)
        .at(name.span)
        .hint("export it by date only, without a second dimension, comparison or filter")
}
