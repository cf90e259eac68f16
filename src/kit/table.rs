//! The text of a file of numbers to its lines, cut into cells and not yet understood.

use super::Choice;
use super::columns::{self, Column};
use super::lines;
use crate::source::csv::{self, Dialect, Record};
use crate::source::{Diagnostic, Diagnostics, FileId};

/// How many lines may stand above a header.
const DEEPEST_HEADER: usize = 20;

/// A file of numbers.
#[derive(Clone, Copy)]
pub(super) struct Table<'t> {
    text: &'t str,
    file: FileId,
    /// What stands between two cells.
    pub delimiter: u8,
}

impl<'t> Table<'t> {
    /// The table in `text`.
    pub(super) fn new(text: &'t str, file: FileId) -> Table<'t> {
        Table {
            text,
            file,
            delimiter: csv::sniff_delimiter(text),
        }
    }

    /// Its lines with something in them, the header first. Each time they are asked for they are
    /// cut anew, and what is wrong with their quotation marks is reported.
    pub(super) fn records<'d>(
        self,
        diags: &'d mut Diagnostics,
    ) -> impl Iterator<Item = Record<'t>> + use<'t, 'd> {
        let dialect = Dialect {
            delimiter: self.delimiter,
            comments: true,
        };
        let for_spreadsheets = move |record: &Record<'_>| {
            record.row == 1 && csv::names_delimiter(&self.text[record.span.range()])
        };
        csv::records(self.text, self.file, dialect, diags)
            .filter(move |record| !record.is_blank() && !for_spreadsheets(record))
    }

    /// That `header` is none because it is cut in the wrong places, or because other lines stand
    /// above the header, such as a title.
    pub(super) fn misplaced_header(self, header: &Record<'_>) -> Option<Diagnostic> {
        if known_columns(header) > 0 {
            return None;
        }
        let mut unsaid = Diagnostics::new();
        let mut lower = self.records(&mut unsaid).skip(1).take(DEEPEST_HEADER);
        match lower.find(|line| known_columns(line) > 1) {
            Some(lower) => Some(
                Diagnostic::error(
                    "header-missing",
                    format!("the columns are named in row {} only", lower.row),
                )
                .at(header.span)
                .hint("take out what stands above, or let each line of it begin with `#`"),
            ),
            None => lines::one_cell(header, self.delimiter),
        }
    }
}

/// How many cells of `record` are names of columns.
fn known_columns(record: &Record<'_>) -> usize {
    let names = record.cells.iter().map(|cell| columns::name(&cell.text));
    names.filter(|name| Column::parse(name).is_some()).count()
}
