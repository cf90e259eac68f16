//! A line of `metrics.csv` that was cut in the wrong places: not at all, or inside a number.
//!
//! Such a line still reads as cells, so it would be silently lost or silently wrong. This module
//! knows how a line is cut, and nothing of what its cells say.

use super::marks::{is_grouped, is_grouped_in_lakhs};
use crate::source::Diagnostic;
use crate::source::csv::{Cell, DELIMITERS, Record};

/// That all of a line stands in one cell, because it is in quotation marks as a whole or has
/// another separator than its file.
pub(super) fn one_cell(record: &Record<'_>, delimiter: u8) -> Option<Diagnostic> {
    let (cell, hint) = match record.only_cell() {
        Some(cell) if holds(cell, delimiter) => (
            cell,
            "take out the quotation marks round the line".to_string(),
        ),
        Some(cell) => (
            cell,
            other_separator(delimiter, |other| holds(cell, other))?,
        ),
        // A comma inside a number has cut the line once all the same.
        None => {
            let cell = record.cells.first()?;
            (
                cell,
                other_separator(delimiter, |other| holds_many(cell, other))?,
            )
        }
    };
    let wrong = Diagnostic::error("one-cell", "this whole line is one cell").at(cell.span);
    Some(wrong.hint(hint).hint(format!("row {}", record.row)))
}

/// What to do about a line whose separator is another than its file's.
fn other_separator(delimiter: u8, found: impl Fn(u8) -> bool) -> Option<String> {
    let mut others = DELIMITERS.into_iter().filter(|other| *other != delimiter);
    let other = others.find(|other| found(*other))?;
    let (right, wrong) = (name(delimiter), name(other));
    Some(format!(
        "this file has {right} between its cells: write it in place of {wrong}"
    ))
}

fn holds(cell: &Cell<'_>, delimiter: u8) -> bool {
    cell.text.contains(char::from(delimiter))
}

/// Whether a cell looks like several: two separators, and no blank behind them as prose has.
fn holds_many(cell: &Cell<'_>, delimiter: u8) -> bool {
    let mut parts = cell.text.split(char::from(delimiter)).skip(1);
    let tight = |part: &str| !part.is_empty() && !part.starts_with(' ');
    parts.next().is_some_and(tight) && parts.next().is_some_and(tight)
}

fn name(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => "a semicolon",
        b'\t' => "a tab",
        _ => "a comma",
    }
}

/// That `1,234` or `6,1%` without quotation marks became two cells or more, at most `most`, `value`
/// being the first of them. The marks are the way to say that the cells do belong apart.
pub(super) fn number_cut(record: &Record<'_>, value: usize, most: usize) -> Option<Diagnostic> {
    let next = record.cells.get(value + 1)?.text.trim_start();
    if !next.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let parts = side_by_side(&record.cells[value..]);
    let texts: Vec<&str> = parts.iter().map(|cell| cell.text.trim()).collect();
    let mut digits = texts.clone();
    let head = digits.first_mut()?;
    *head = head.strip_prefix(['>', '-']).unwrap_or(head);

    let whole = |count: &usize| {
        let parts = &digits[..*count];
        is_grouped(parts) || is_grouped_in_lakhs(parts)
    };
    let (count, hint) = if let Some(count) = (2..=digits.len().min(most)).rev().find(whole) {
        let (plain, marked) = (texts[..count].concat(), texts[..count].join(","));
        let hint = format!("write {plain}, or \"{marked}\" between quotation marks");
        (count, hint)
    } else {
        let fraction = digits.get(1).filter(|_| most > 1)?;
        let percent = fraction.strip_suffix('%').map(str::trim_end);
        let percent = percent.is_some_and(is_digits);
        let thousandths = digits[0] == "0" && fraction.len() == 3 && is_digits(fraction);
        if !(percent || thousandths) || !is_digits(digits[0]) || digits[0].len() > 3 {
            return None;
        }
        let hint = format!("write {}.{fraction} if that is what it means", texts[0]);
        (2, hint)
    };
    let mut span = parts.first()?.span;
    span.end = parts[count - 1].span.end;
    let wrong = Diagnostic::error("number-cut", "this number was cut at its comma").at(span);
    Some(wrong.hint(hint).hint(format!("row {}", record.row)))
}

/// The first of `cells` and all behind it that have nothing but one separator between them.
fn side_by_side<'c, 't>(cells: &'c [Cell<'t>]) -> &'c [Cell<'t>] {
    let tight = |pair: &&[Cell<'_>]| pair[1].span.start == pair[0].span.end + 1;
    let more = cells.windows(2).take_while(tight).count();
    &cells[..cells.len().min(more + 1)]
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Diagnostics, Sources, csv};

    fn first_hint(
        line: &str,
        delimiter: u8,
        find: impl Fn(&Record<'_>) -> Option<Diagnostic>,
    ) -> Option<String> {
        let file = Sources::new().add_text("metrics.csv", line);
        let dialect = csv::Dialect {
            delimiter,
            comments: true,
        };
        let records = csv::parse(line, file, dialect, &mut Diagnostics::new());
        find(&records[0]).map(|wrong| wrong.hints[0].clone())
    }

    #[test]
    fn a_line_in_one_cell_is_told_its_cause() {
        fn check(line: &str, delimiter: u8, expected: Option<&str>) {
            let hint = first_hint(line, delimiter, |record| one_cell(record, delimiter));
            assert_eq!(hint.as_deref(), expected, "{line}");
        }
        let marks = Some("take out the quotation marks round the line");
        check("\"a,b,1\"", b',', marks);
        check("\"a,b,1\",,", b',', marks);
        check(
            "a;b;1",
            b',',
            Some("this file has a comma between its cells: write it in place of a semicolon"),
        );
        check(
            "a;b;1,5",
            b',',
            Some("this file has a comma between its cells: write it in place of a semicolon"),
        );
        check("one; two; three,5", b',', None);
        check(
            "a\tb\t1",
            b';',
            Some("this file has a semicolon between its cells: write it in place of a tab"),
        );
        check("a,b", b',', None);
        check("a,,", b',', None);
    }

    #[test]
    fn a_number_that_was_cut_is_put_together() {
        fn check(line: &str, expected: Option<&str>) {
            let hint = first_hint(line, b',', |record| {
                number_cut(record, 1, record.cells.len())
            });
            assert_eq!(hint.as_deref(), expected, "{line}");
        }
        check(
            "x,1,234",
            Some("write 1234, or \"1,234\" between quotation marks"),
        );
        check(
            "x,>12, 345,678,28",
            Some("write >12345678, or \">12,345,678\" between quotation marks"),
        );
        check("x,0,234", Some("write 0.234 if that is what it means"));
        check("x,6,1%", Some("write 6.1% if that is what it means"));
        check(
            "x,12,34,567,28d",
            Some("write 1234567, or \"12,34,567\" between quotation marks"),
        );
        check("x,12,34", None);
        check("x,1,\"234\"", None);
        check("x,\"1\",234", None);
        check("x,1234,567", None);
        check("x,1,23", None);
        check("x,1,28d", None);
        check("x,,234", None);
        check("x,1", None);
    }
}
