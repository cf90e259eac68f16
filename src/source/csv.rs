//! Text to records and cells, each cell with its place.
//!
//! RFC 4180 as spreadsheets and people write it: any of three delimiters, any line end, cells in
//! quotation marks that hold delimiters, line breaks and doubled marks. This module knows no
//! column and no meaning of a cell.

pub use super::delimiter::{DELIMITERS, names_delimiter, sniff_delimiter};
use super::{Diagnostic, Diagnostics, FileId, Span, formula};
use std::borrow::Cow;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between two cells: `,`, `;` or TAB.
    pub delimiter: u8,
    /// Whether a line that starts with `#` is left aside.
    pub comments: bool,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<'t> {
    /// Which row a spreadsheet shows it in, from 1. Comments and blank lines have rows too; a
    /// cell with line breaks is still in one row.
    pub row: usize,
    /// The whole row, without its line end.
    pub span: Span,
    /// Its cells; none on an empty line.
    pub cells: Vec<Cell<'t>>,
    /// Whether its quotation marks do not match, which was reported: its cells are a guess.
    pub damaged: bool,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Its content, blanks around it kept, doubled quotation marks made single.
    pub text: Cow<'t, str>,
    /// The place of the content, without the quotation marks around it.
    pub span: Span,
}

impl<'t> Record<'t> {
    /// Whether nothing but blanks is in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }

    /// The one cell that is filled; `None` when there are more, or none.
    pub fn only_cell(&self) -> Option<&Cell<'t>> {
        let mut filled = self
            .cells
            .iter()
            .filter(|cell| !cell.text.trim().is_empty());
        filled.next().filter(|_| filled.next().is_none())
    }
}

impl<'t> Cell<'t> {
    /// The same without the blanks around it.
    pub fn trimmed(&self) -> Cell<'t> {
        // Nearly all cells have none.
        let tight = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
        let bytes = self.text.as_bytes();
        if tight(bytes.first()) && tight(bytes.last()) {
            return self.clone();
        }
        let before = self.text.len() - self.text.trim_start().len();
        let after = self.text.len() - self.text.trim_end().len();
        let content = before..(self.text.len() - after).max(before);
        let text = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[content]),
            Cow::Owned(text) => Cow::Owned(text[content].to_string()),
        };
        // Blanks are never doubled, so what is cut is as long in the file as here.
        let start = self.span.start + before as u32;
        let end = self.span.end.saturating_sub(after as u32).max(start);
        Cell {
            text,
            span: Span {
                start,
                end,
                ..self.span
            },
        }
    }
}

/// Cuts `text` into records. Comments are left out, empty lines are records without cells.
///
/// A quotation mark that is never closed is reported, and its cell is taken to end with its line,
/// so that one lost mark does not swallow the rest of the file.
pub fn parse<'t>(
    text: &'t str,
    file: FileId,
    dialect: Dialect,
    diags: &mut Diagnostics,
) -> Vec<Record<'t>> {
    records(text, file, dialect, diags).collect()
}

/// [`parse`], one record at a time: all of a large table together take several times its memory.
pub fn records<'t, 'd>(
    text: &'t str,
    file: FileId,
    dialect: Dialect,
    diags: &'d mut Diagnostics,
) -> Records<'t, 'd> {
    let scanner = Scanner {
        text,
        file,
        delimiter: dialect.delimiter,
        at: 0,
        width: 0,
        diags,
    };
    Records {
        scanner,
        comments: dialect.comments,
        row: 0,
    }
}

/// The records of a text, made by [`records`].
pub struct Records<'t, 'd> {
    scanner: Scanner<'t, 'd>,
    comments: bool,
    row: usize,
}

impl<'t> Iterator for Records<'t, '_> {
    type Item = Record<'t>;

    fn next(&mut self) -> Option<Record<'t>> {
        let scanner = &mut self.scanner;
        while scanner.at < scanner.text.len() {
            self.row += 1;
            if self.comments && scanner.at_comment() {
                scanner.skip(|byte| !is_line_break(byte));
                scanner.line_end();
                continue;
            }
            let record = scanner.record(self.row);
            // A spreadsheet puts a comment that holds a delimiter or a mark into quotation marks.
            let comment = is_comment(record.cells.iter().map(|cell| &*cell.text));
            if !(self.comments && comment) {
                return Some(record);
            }
        }
        None
    }
}

struct Scanner<'t, 'd> {
    text: &'t str,
    file: FileId,
    delimiter: u8,
    at: usize,
    /// How many cells the record before had: the next has as many, as a rule.
    width: usize,
    diags: &'d mut Diagnostics,
}

/// Whether a line of these cells is a comment. One whose first formula failed, and in which more
/// stands, is none.
fn is_comment<'c>(mut cells: impl Iterator<Item = &'c str>) -> bool {
    let first = cells.next().unwrap_or_default();
    first.starts_with('#') && !(formula::failed(first) && cells.any(|cell| !cell.trim().is_empty()))
}

fn is_line_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

impl<'t> Scanner<'t, '_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, wanted: impl Fn(u8) -> bool) {
        while self.byte().is_some_and(&wanted) {
            self.at += 1;
        }
    }

    fn line_end(&mut self) {
        match self.byte() {
            Some(b'\r') => {
                self.at += 1;
                if self.byte() == Some(b'\n') {
                    self.at += 1;
                }
            }
            Some(b'\n') => self.at += 1,
            _ => {}
        }
    }

    fn at_comment(&self) -> bool {
        if self.byte() != Some(b'#') {
            return false;
        }
        let rest = &self.text[self.at..];
        let line = rest.split(['\n', '\r']).next().unwrap_or_default();
        is_comment(line.split(char::from(self.delimiter)))
    }

    fn record(&mut self, row: usize) -> Record<'t> {
        let start = self.at;
        let mut cells = Vec::with_capacity(self.width);
        let mut damaged = false;
        if self.byte().is_some_and(|byte| !is_line_break(byte)) {
            loop {
                if self.byte() == Some(b'"') {
                    let (cell, sound) = self.quoted();
                    cells.push(cell);
                    damaged |= !sound;
                } else {
                    let start = self.at;
                    self.skip_plain();
                    cells.push(self.cell(start..self.at));
                }
                if self.byte() != Some(self.delimiter) {
                    break;
                }
                self.at += 1;
            }
        }
        let span = Span::new(self.file, start..self.at);
        self.width = cells.len();
        self.line_end();
        Record {
            row,
            span,
            cells,
            damaged,
        }
    }

    fn skip_plain(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let end = memchr::memchr3(self.delimiter, b'\n', b'\r', rest);
        self.at += end.unwrap_or(rest.len());
    }

    fn cell(&self, range: std::ops::Range<usize>) -> Cell<'t> {
        Cell {
            text: Cow::Borrowed(&self.text[range.clone()]),
            span: Span::new(self.file, range),
        }
    }

    /// A cell that opens with a quotation mark, and whether its marks match.
    fn quoted(&mut self) -> (Cell<'t>, bool) {
        let bytes = self.text.as_bytes();
        let open = self.at;
        let mut doubled = false;
        self.at += 1;
        let close = loop {
            self.skip(|byte| byte != b'"');
            if self.byte().is_none() {
                return (self.unclosed(open), false);
            }
            if bytes.get(self.at + 1) != Some(&b'"') {
                break self.at;
            }
            doubled = true;
            self.at += 2;
        };
        let content = open + 1..close;
        self.at += 1;
        let delimiter = self.delimiter;
        self.skip(|byte| byte == b' ' || (byte == b'\t' && delimiter != b'\t'));
        let ended = self
            .byte()
            .is_none_or(|byte| byte == delimiter || is_line_break(byte));
        if ended {
            let mut cell = self.cell(content);
            if doubled {
                cell.text = Cow::Owned(cell.text.replace("\"\"", "\""));
            }
            return (cell, true);
        }
        if bytes[content.clone()].iter().copied().any(is_line_break) {
            // What looks like the closing mark opens a cell some lines further down.
            return (self.unclosed(open), false);
        }
        self.skip_plain();
        let cell = self.cell(open..self.at);
        self.diags.push(
            Diagnostic::error(
                "stray-quote",
                "there is more in this cell after its closing quotation mark",
            )
            .at(cell.span)
            .hint("a quotation mark inside a cell is written twice: \"\""),
        );
        (cell, false)
    }

    fn unclosed(&mut self, open: usize) -> Cell<'t> {
        self.diags.push(
            Diagnostic::error("unclosed-quote", "this quotation mark is never closed")
                .at(Span::new(self.file, open..open + 1))
                .hint("close it at the end of the cell, or take it out")
                .hint("a quotation mark inside a cell is written twice: \"\""),
        );
        self.at = open + 1;
        self.skip(|byte| !is_line_break(byte));
        self.cell(open + 1..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    const COMMAS: Dialect = Dialect {
        delimiter: b',',
        comments: true,
    };

    fn parsed(text: &str) -> (Vec<Record<'_>>, Vec<Diagnostic>) {
        let file = Sources::new().add_text("a.csv", text);
        let mut diags = Diagnostics::new();
        let records = parse(text, file, COMMAS, &mut diags);
        (records, diags.sorted())
    }

    /// Every cell as `text` where the file has the same, as `text<file` where it has not.
    fn drawn(text: &str) -> Vec<String> {
        let cell = |cell: &Cell| {
            let there = &text[cell.span.range()];
            if there == cell.text {
                there.to_string()
            } else {
                format!("{}<{there}", cell.text)
            }
        };
        let (records, _) = parsed(text);
        records
            .iter()
            .map(|record| {
                let cells: Vec<String> = record.cells.iter().map(cell).collect();
                format!("{}: {}", record.row, cells.join("|"))
            })
            .collect()
    }

    #[test]
    fn cuts_cells_with_their_places() {
        fn check(text: &str, expected: &[&str]) {
            assert_eq!(drawn(text), expected, "{text:?}");
        }
        check("", &[]);
        check("a,b\n1,2\n", &["1: a|b", "2: 1|2"]);
        check("a,b\r\n1,2\r\n", &["1: a|b", "2: 1|2"]);
        check("a,b\r1,2", &["1: a|b", "2: 1|2"]);
        check("a,,\n,", &["1: a||", "2: |"]);
        check("\n\na", &["1: ", "2: ", "3: a"]);
        check("# no, \"comment\na", &["2: a"]);
        check("\"# one, more\",\na,b", &["2: a|b"]);
        check("#REF!,a\n#N/A,\n###\n#a,b", &["1: #REF!|a"]);
        check("\"a,b\",\"c\nd\",e\nf", &["1: a,b|c\nd|e", "2: f"]);
        check("\"a\"\"b\",\"\"", &["1: a\"b<a\"\"b|"]);
        check("\"a\" ,b", &["1: a|b"]);
        check("5\" disc,é", &["1: 5\" disc|é"]);
        check(" a , b", &["1:  a | b"]);
    }

    #[test]
    fn finds_the_only_cell() {
        fn check(text: &str, expected: Option<&str>) {
            let (records, _) = parsed(text);
            let only = records[0].only_cell().map(|cell| cell.text.as_ref());
            assert_eq!(only, expected, "{text:?}");
        }
        check(",\"a,b\", ", Some("a,b"));
        check("a,b", None);
        check(", ,", None);
    }

    #[test]
    fn trims_a_cell_and_its_place() {
        fn check(text: &str, expected: &str, place: &str) {
            let (records, _) = parsed(text);
            let cell = records[0].cells[0].trimmed();
            assert_eq!(cell.text, expected, "{text:?}");
            assert_eq!(&text[cell.span.range()], place, "{text:?}");
        }
        check("a", "a", "a");
        check("  a\u{a0} ,b", "a", "a");
        check("   ,b", "", "");
        check("\" a\"\"b \"", "a\"b", "a\"\"b");
    }

    #[test]
    fn a_lost_quotation_mark_costs_its_row_only() {
        fn check(text: &str, rule: &str, place: &str, damaged: &[usize], rows: usize) {
            let (records, diags) = parsed(text);
            assert_eq!(diags.len(), 1, "{text:?}: {diags:?}");
            assert_eq!(diags[0].rule, rule, "{text:?}");
            let span = diags[0].span.expect("a place");
            assert_eq!(
                (&text[span.range()], records.len()),
                (place, rows),
                "{text:?}"
            );
            let found: Vec<usize> = records
                .iter()
                .filter(|record| record.damaged)
                .map(|record| record.row)
                .collect();
            assert_eq!(found, damaged, "{text:?}");
        }
        check("a,\"b\nc,d\ne,f", "unclosed-quote", "\"", &[1], 3);
        check("a,\"b\nc,\"d\"\ne,f", "unclosed-quote", "\"", &[1], 3);
        check("a,\"b\"c,d\ne,f", "stray-quote", "\"b\"c", &[1], 2);
        check("\"", "unclosed-quote", "\"", &[1], 1);
    }
}
