//! A table with a day in every row, which tell together how days are written in it.

use super::super::export::Sheet;
use super::super::header::Header;
use super::super::written::Written;
use crate::source::csv::Record;

/// A table under its column names.
pub(super) struct Dated<'s, 't> {
    pub(super) header: Header,
    pub(super) rows: Vec<&'s Record<'t>>,
    pub(super) written: Written,
    pub(super) delimiter: u8,
}

impl<'s, 't> Dated<'s, 't> {
    /// Reads the names of the columns by the words of `section`.
    pub(super) fn of(section: &str, sheet: &'s Sheet<'t>) -> Dated<'s, 't> {
        let mut rows = sheet.filled();
        let names = rows.next();
        let header = names.map(|names| Header::read(section, names));
        let header = header.unwrap_or_default();
        let rows: Vec<_> = rows.collect();
        let dates = rows.iter().filter_map(|row| header.cell(row, "date"));
        let dates: Vec<String> = dates.map(|cell| cell.text.into_owned()).collect();
        Dated {
            written: Written::of(dates.iter().map(String::as_str), &[]),
            header,
            rows,
            delimiter: sheet.delimiter,
        }
    }
}
