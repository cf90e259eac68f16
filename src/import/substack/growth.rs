//! Where readers come from, by day. A new reader comes by one way, so those of a day may be added;
//! a visitor may come by two.

use super::super::Settings;
use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::{values, whole};
use super::dated::Dated;
use crate::kit::Exact;
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics, Span};
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) const KIND: &str = "growth";
pub(super) const SECTION: &str = "substack-growth";

/// By day, the sum and where its first part stands.
type Sums = BTreeMap<Date, (Exact, Span)>;

pub(super) fn read(
    sheet: &Sheet<'_>,
    settings: &Settings,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let table = Dated::of(SECTION, sheet);
    let (mut readers, mut revenue) = (Sums::new(), Sums::new());
    for row in &table.rows {
        let read = |column, sums: &mut Sums| add(&table, row, column, sums);
        let found = read("subscribers", &mut readers).and_then(|()| match settings.with_revenue {
            true => read("revenue", &mut revenue),
            false => Ok(()),
        });
        if let Err(wrong) = found {
            diags.push(wrong);
        }
    }
    for (date, (sum, place)) in readers {
        haul.add_day(date, "followers_gained", sum, place);
    }
    for (date, (sum, place)) in revenue {
        haul.add_day(date, "custom:revenue", sum, place);
    }
    if table.header.has(&["visitors"]) {
        haul.note(
            "“Unique visitors” was left out: who comes by two ways would be counted twice in a day",
        );
    }
    if table.header.has(&["revenue"]) && !settings.with_revenue {
        haul.note("the column “New revenue” was left out");
    }
    haul.note_columns(&table.header.unknown);
}

fn add(
    table: &Dated<'_, '_>,
    row: &Record<'_>,
    column: &str,
    sums: &mut Sums,
) -> Result<(), Diagnostic> {
    let cell = |column| table.header.cell(row, column);
    let (Some(date), Some(cell)) = (cell("date"), cell(column)) else {
        return Ok(());
    };
    let date = table.written.read(&date)?;
    let number = match column {
        "subscribers" => whole::read(&cell)?,
        _ => values::number(&cell, table.delimiter)?,
    };
    if let Some(number) = number {
        let place = cell.span;
        let sum = sums
            .entry(date)
            .or_insert_with(|| (crate::kit::exact(0), place));
        sum.0 += number;
    }
    Ok(())
}
