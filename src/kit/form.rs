//! Which form a file of numbers has, for whoever wants to add lines to it.

use super::columns::{self, Columns};
use super::table::Table;
use crate::source::{Diagnostics, FileId};

/// The form of a file of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableForm {
    /// Nothing is in it but comments.
    Empty,
    /// One number a line.
    Long {
        /// What stands between two cells.
        delimiter: u8,
        /// The names of its columns, in their order and in small letters; empty ones have none.
        columns: Vec<String>,
        /// Where its header ends, in bytes.
        header_end: usize,
    },
    /// Something else: a column for each metric, or not right.
    Wide,
}

/// The form of the file of numbers with this `text`.
pub fn table_form(text: &str) -> TableForm {
    // What is wrong is said when the file is read.
    let mut unsaid = Diagnostics::new();
    let table = Table::new(text, FileId::none());
    let Some(header) = table.records(&mut unsaid).next() else {
        return TableForm::Empty;
    };
    match Columns::read(&header, &mut unsaid) {
        Some(columns) if !columns.is_wide() && !unsaid.has_errors() => TableForm::Long {
            delimiter: table.delimiter,
            columns: header
                .cells
                .iter()
                .map(|cell| columns::name(&cell.text))
                .collect(),
            header_end: header.span.range().end,
        },
        _ => TableForm::Wide,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &TableForm) {
        assert_eq!(&table_form(text), expected, "{text:?}");
    }

    #[test]
    fn a_long_table_tells_its_columns_in_their_order() {
        fn long(text: &str, delimiter: u8, columns: &[&str], header: &str) {
            let expected = TableForm::Long {
                delimiter,
                columns: columns.iter().map(|name| name.to_string()).collect(),
                header_end: text.find(header).expect("a header") + header.len(),
            };
            check(text, &expected);
        }
        let four = ["date", "platform", "metric", "value"];
        let header = "date,platform,metric,value";
        long(header, b',', &four, header);
        long(
            "# mine\r\n\r\ndate,platform,metric,value\r\n2026-10-31,x,followers,1\r\n",
            b',',
            &four,
            header,
        );
        let header = "Metric; VALUE;\"Date\";platform;";
        long(
            &format!("{header}\nfollowers;1;31.10.2026;x;\n"),
            b';',
            &["metric", "value", "date", "platform", ""],
            header,
        );
    }

    #[test]
    fn a_line_for_spreadsheets_is_no_header() {
        let text = "sep=;\r\ndate;platform;metric;value\r\n";
        let TableForm::Long { header_end, .. } = table_form(text) else {
            panic!("{text:?} is long");
        };
        assert_eq!(&text[header_end..], "\r\n");
    }

    #[test]
    fn what_is_no_long_table_is_wide_or_empty() {
        check("", &TableForm::Empty);
        check("# nothing yet\n\n,,\n", &TableForm::Empty);
        check("date,platform,followers\n", &TableForm::Wide);
        check("date,platform,metric,value,mood\n", &TableForm::Wide);
        check("2026-10-31,x,followers,1\n", &TableForm::Wide);
    }
}
