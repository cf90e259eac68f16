//! How a file of numbers writes what can be written in several ways. One line cannot say it; all
//! lines together often can.

use super::columns::{Column, Columns};
use super::damage::Ids;
use super::day::{self, Order, Written};
use super::marks::DecimalMark;
use super::order;
use crate::source::csv::Record;
use crate::source::{Diagnostics, Spanned};

/// The manner of one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// What stands between two cells.
    pub delimiter: u8,
    /// The order of day and month. `None` when the file's dates with slashes have no one order,
    /// which was reported.
    pub order: Option<Order>,
    /// Whether a spreadsheet has put zeros in place of the last digits of ids.
    pub ids_rounded: bool,
}

impl Manner {
    /// The manner of a file with this `text`, all whose `lines` below the header are given.
    pub(super) fn of<'t>(
        lines: impl Iterator<Item = Record<'t>>,
        columns: &Columns,
        delimiter: u8,
        text: &str,
        diags: &mut Diagnostics,
    ) -> Manner {
        let mut dates = Vec::new();
        let mut ids = Ids::default();
        for line in lines {
            if line.damaged || columns.numbers(&line).next().is_none() {
                continue;
            }
            for column in [Column::Date, Column::Asof] {
                if let Some(cell) = columns.cell(&line, column)
                    && let Ok(Written::Slashed(slashed)) = day::parse(&cell.text)
                {
                    dates.push(Spanned::new(slashed, cell.span));
                }
            }
            if let Some(post) = columns.cell(&line, Column::Post) {
                ids.see(&post.text);
            }
        }
        Manner {
            delimiter,
            order: order::of_dates(&dates, text, diags),
            ids_rounded: ids.are_rounded(),
        }
    }

    /// What stands before a fraction.
    pub(super) fn decimal_mark(&self) -> DecimalMark {
        match self.delimiter {
            b';' => DecimalMark::Comma,
            _ => DecimalMark::Point,
        }
    }
}
