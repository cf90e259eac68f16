//! The cells of one line of `metrics.csv`, each by its column, and the reports on them.

use crate::kit::Choice;
use crate::kit::columns::{self, Column, Columns, NumberColumn};
use crate::kit::day::{self, Written};
use crate::kit::lines;
use crate::kit::values::visible;
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, Severity, formula};

/// A line of cells, of which one number is looked at.
pub(super) struct Line<'l, 't> {
    pub columns: &'l Columns,
    pub record: &'l Record<'t>,
    /// Where the number stands.
    pub number: Option<&'l NumberColumn>,
    /// Whether it was told what is wrong with the period of another of its numbers.
    pub period_told: bool,
    pub diags: &'l mut Diagnostics,
    /// How many errors were reported in the file.
    pub errors: &'l mut usize,
}

/// Says that a cell cannot be used and that this was reported.
#[derive(Clone, Copy)]
pub(super) struct Reported;

impl<'t> Line<'_, 't> {
    /// The cell under `column`, if it is filled.
    pub(super) fn cell(&self, column: Column) -> Option<Cell<'t>> {
        match column {
            Column::Value => columns::cell(self.record, self.number?.index),
            _ => self.columns.cell(self.record, column),
        }
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
        let value = match formula::failed(&cell.text) {
            true => Err(failed_formula(&cell.text)),
            false => parse(&cell.text),
        };
        match value {
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
    pub(super) fn text(&mut self, column: Column) -> Result<Option<String>, Reported> {
        self.optional(column, |text| Ok(visible(text)))
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
        let of_column = self.number.filter(|number| number.heading.is_some());
        let cell = |column| self.cell(column).map(|cell| visible(&cell.text));
        let metric = of_column.map(|number| visible(&number.name));
        let words = [
            cell(Column::Platform),
            metric.or_else(|| cell(Column::Metric)),
            cell(Column::Value),
        ];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Reports `wrong` at the cell of `column`, or at the value when that is empty.
    pub(super) fn report(&mut self, column: Column, wrong: Diagnostic) -> Reported {
        let cell = self.cell(column).or_else(|| self.cell(Column::Value));
        let span = cell.map_or(self.record.span, |cell| cell.span);
        // A spreadsheet shows rows and columns, not lines.
        let row = self.record.row;
        let number = self.number.filter(|_| column == Column::Value);
        let place = match number.map(|number| &*number.name) {
            Some(name) => format!("row {row}, column `{name}`"),
            None if self.columns.has(column) => format!("row {row}, column `{}`", column.word()),
            None => format!(
                "row {row}; add the column `{}` to the first line",
                column.word()
            ),
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

    /// What is wrong when a comma without quotation marks cut a number. A count of posts may well
    /// have three digits, and so may the next number of a wide table.
    pub(super) fn cut_number(&self, delimiter: u8) -> Option<Diagnostic> {
        if delimiter != b',' {
            return None;
        }
        if let Some(value) = self.columns.index(Column::Value) {
            let posts_follow = self.columns.index(Column::N) == Some(value + 1);
            let all = self.record.cells.len();
            return lines::number_cut(self.record, value, all).filter(|_| !posts_follow);
        }
        let parts = self.columns.most_parts(self.record)?;
        let mut numbers = self.columns.numbers(self.record);
        let wrong = numbers.find_map(|at| lines::number_cut(self.record, at.index, parts))?;
        Some(wrong.hint("if these are two numbers, write a comma for each empty cell behind them"))
    }

    /// What is wrong with numbers of which nothing else is said.
    pub(super) fn sum_alone(&self) -> Option<Diagnostic> {
        let mut key = [Column::Date, Column::Platform, Column::Metric].into_iter();
        if key.any(|column| self.cell(column).is_some()) {
            return None;
        }
        let message = "this number has no date and no platform";
        let wrong = Diagnostic::error("missing-cell", message)
            .at(self.cell(Column::Value)?.span)
            .hint("if it is the sum of the lines above, take the line out")
            .hint(format!("row {}", self.record.row));
        Some(wrong)
    }

    /// Reports a line without a number of which one cell only is filled. With more cells it is a
    /// number that is not known; with one it was a number that got lost.
    pub(super) fn report_if_lost(&mut self, delimiter: u8) {
        let Some(cell) = self.record.only_cell() else {
            return;
        };
        let fill = match self.columns.is_wide() {
            true => "fill date, platform and numbers, or take the line out",
            false => "fill date, platform, metric and value, or take the line out",
        };
        let wrong = lines::one_cell(self.record, delimiter).unwrap_or_else(|| {
            Diagnostic::error("missing-cell", "only one cell of this line is filled")
                .at(cell.trimmed().span)
                .hint(fill)
                .hint(format!("row {}", self.record.row))
        });
        self.push(wrong);
    }
}

fn failed_formula(text: &str) -> Diagnostic {
    let wrong = Diagnostic::error(
        "formula-failed",
        format!("`{text}` is all that a spreadsheet could make of this cell"),
    );
    match text.starts_with("##") {
        true => wrong.hint("make the column wider in the spreadsheet, then save it again"),
        false => wrong.hint("mend the formula, or leave the cell empty when it is not known"),
    }
}
