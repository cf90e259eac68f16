//! The cells of one line of `metrics.csv`, each by its column, and the reports on them.

use crate::kit::Choice;
use crate::kit::columns::{Column, Columns};
use crate::kit::day::{self, Written};
use crate::kit::lines;
use crate::kit::values::is_hidden;
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, Severity};

/// A line of cells.
pub(super) struct Line<'l, 't> {
    pub columns: &'l Columns,
    pub record: &'l Record<'t>,
    pub diags: &'l mut Diagnostics,
    /// How many errors were reported in the file.
    pub errors: &'l mut usize,
}

/// Says that a cell cannot be used and that this was reported.
pub(super) struct Reported;

impl<'t> Line<'_, 't> {
    /// The cell under `column`, if it is filled.
    pub(super) fn cell(&self, column: Column) -> Option<Cell<'t>> {
        self.columns.cell(self.record, column)
    }

    /// The value of a cell; `None` when it is empty.
    pub(super) fn optional<T>(
        &mut self,
        column: Column,
        parse: impl FnOnce(&str) -> Result<T, Diagnostic>,
    ) -> Result<Option<T>, Reported> {
        let Some(cell) = self.cell(column) else {
            return Ok(None);
        };
        match parse(&cell.text) {
            Ok(value) => Ok(Some(value)),
            Err(wrong) => Err(self.report(column, wrong)),
        }
    }

    /// The value of a cell that may not be empty.
    pub(super) fn needed<T>(
        &mut self,
        column: Column,
        parse: impl FnOnce(&str) -> Result<T, Diagnostic>,
    ) -> Result<T, Reported> {
        if let Some(value) = self.optional(column, parse)? {
            return Ok(value);
        }
        let name = column.word();
        let wrong = Diagnostic::error("missing-cell", format!("this number has no {name}"))
            .hint(format!("fill the column `{name}`"));
        Err(self.report(column, wrong))
    }

    /// The text of a cell, without the characters in it that nobody sees.
    pub(super) fn text(&self, column: Column) -> Option<String> {
        let cell = self.cell(column)?;
        Some(cell.text.chars().filter(|c| !is_hidden(*c)).collect())
    }

    /// Whether a date of the line is written with slashes, so that its order must be known.
    pub(super) fn has_slashed_date(&self) -> bool {
        [Column::Date, Column::Asof].into_iter().any(|column| {
            let cell = self.cell(column);
            cell.is_some_and(|cell| matches!(day::parse(&cell.text), Ok(Written::Slashed(_))))
        })
    }

    /// The number in the creator's own words: `tiktok views 412000`.
    pub(super) fn as_typed(&self) -> String {
        [Column::Platform, Column::Metric, Column::Value]
            .into_iter()
            .filter_map(|column| self.text(column))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Reports `wrong` at the cell of `column`, or at the value when that is empty.
    pub(super) fn report(&mut self, column: Column, wrong: Diagnostic) -> Reported {
        let cell = self.cell(column).or_else(|| self.cell(Column::Value));
        let span = cell.map_or(self.record.span, |cell| cell.span);
        // A spreadsheet shows rows and columns, not lines.
        let name = column.word();
        let place = if self.columns.has(column) {
            format!("row {}, column `{name}`", self.record.row)
        } else {
            format!(
                "row {}; add the column `{name}` to the first line",
                self.record.row
            )
        };
        self.push(wrong.at(span).hint(place))
    }

    /// Reports `wrong`, which has its place.
    pub(super) fn push(&mut self, wrong: Diagnostic) -> Reported {
        *self.errors += usize::from(wrong.severity == Severity::Error);
        self.diags.push(wrong);
        Reported
    }

    /// Reports what is wrong, if anything is; whether the row can be used all the same.
    pub(super) fn judge(&mut self, column: Column, wrong: Option<Diagnostic>) -> bool {
        let Some(wrong) = wrong else { return true };
        let usable = wrong.severity == Severity::Warning;
        self.report(column, wrong);
        usable
    }

    /// Reports a cell under no column.
    pub(super) fn no_surplus(&mut self) -> Result<(), Reported> {
        let Some(cell) = self.columns.surplus(self.record) else {
            return Ok(());
        };
        let wrong = Diagnostic::error(
            "too-many-cells",
            format!("`{}` stands under no column", cell.text),
        )
        .at(cell.span)
        .hint("a cell that holds a comma stands in quotation marks: \"1,234\"")
        .hint(format!("row {}", self.record.row));
        Err(self.push(wrong))
    }

    /// What is wrong when a comma without quotation marks cut the number. A count of posts may
    /// well have three digits.
    pub(super) fn cut_number(&self, delimiter: u8) -> Option<Diagnostic> {
        let value = self.columns.index(Column::Value)?;
        let posts_follow = self.columns.index(Column::N) == Some(value + 1);
        if delimiter != b',' || posts_follow {
            return None;
        }
        lines::number_cut(self.record, value)
    }

    /// Reports a line without a value of which one cell only is filled. With more cells it is a
    /// number that is not known; with one it was a number that got lost.
    pub(super) fn report_if_lost(&mut self, delimiter: u8) {
        let Some(cell) = self.record.only_cell() else {
            return;
        };
        let wrong = lines::one_cell(self.record, delimiter).unwrap_or_else(|| {
            Diagnostic::error("missing-cell", "only one cell of this line is filled")
                .at(cell.trimmed().span)
                .hint("fill date, platform, metric and value, or take the line out")
                .hint(format!("row {}", self.record.row))
        });
        self.push(wrong);
    }
}
