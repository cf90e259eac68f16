//! Numbers of people, views and actions, with marks between their thousands.
//!
//! As such a number is whole, a mark before three digits can only stand between thousands,
//! whichever mark it is: `63,421`, `63.421`, `63 421`. Behind `K`, `M` and `B` there may be a
//! fraction: `63.3K`.

use super::values::is_missing;
use crate::kit::{Exact, exact, parse_decimal};
use crate::source::Diagnostic;
use crate::source::csv::Cell;

/// The number of people, views or actions in `cell`; `None` when there is none.
pub(super) fn read(cell: &Cell<'_>) -> Result<Option<Exact>, Diagnostic> {
    let text = cell.text.trim();
    if is_missing(text) {
        return Ok(None);
    }
    // Nearly all have no marks, and reading those takes a tenth of the time.
    if let Ok(count) = text.parse() {
        return Ok(Some(exact(count)));
    }
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let count = whole(digits).or_else(|| shortened(digits));
    let count = count.ok_or_else(|| {
        Diagnostic::error("export-number", format!("`{text}` is not a whole number"))
            .at(cell.span)
            .hint("export the file again and import it as it comes")
    })?;
    Ok(Some(if negative { -count } else { count }))
}

/// `63421`, `63,421` or `63421.0`.
fn whole(digits: &str) -> Option<Exact> {
    let zeros = [".0", ".00", ",0", ",00"];
    let digits = zeros
        .iter()
        .find_map(|zeros| digits.strip_suffix(zeros))
        .unwrap_or(digits);
    let is_mark = |c: char| matches!(c, ',' | '.' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}');
    let mark = digits.chars().find(|c| is_mark(*c));
    let mut groups = digits.split(|c| Some(c) == mark);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let grouped = |group: &str| group.len() == 3 && (1..=3).contains(&first.len());
    let plain: String = std::iter::once(first).chain(groups.clone()).collect();
    let all_digits = plain.bytes().all(|b| b.is_ascii_digit());
    (all_digits && groups.all(grouped)).then(|| plain.parse().ok().map(exact))?
}

/// `63.3K`, in Portuguese and Spanish `63,3 mil`.
fn shortened(digits: &str) -> Option<Exact> {
    let end = digits.find(char::is_alphabetic)?;
    let (digits, word) = digits.split_at(end);
    let thousands = match word.to_lowercase().as_str() {
        "k" | "mil" => 1_000,
        "m" | "mi" => 1_000_000,
        "b" => 1_000_000_000,
        _ => return None,
    };
    let digits = digits.trim_end().replace(',', ".");
    // Three digits behind the mark may be a fraction, or the rest of a number.
    let fraction = digits
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    let number = parse_decimal(&digits).filter(|_| fraction < 3)?;
    Some(number * exact(thousands))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    #[test]
    fn counts_have_marks_only_between_thousands() {
        fn check(text: &str, expected: Option<i64>) {
            let cell = Cell {
                text: text.into(),
                span: Span::new(FileId::none(), 0..0),
            };
            assert_eq!(read(&cell).ok(), Some(expected.map(exact)), "{text}");
        }
        fn check_refused(text: &str) {
            let cell = Cell {
                text: text.into(),
                span: Span::new(FileId::none(), 0..0),
            };
            assert!(read(&cell).is_err(), "{text}");
        }
        check("63421", Some(63_421));
        check("63,421", Some(63_421));
        check("63.421", Some(63_421));
        check("63\u{202f}421", Some(63_421));
        check("1.063.421", Some(1_063_421));
        check("424.0", Some(424));
        check("1,424.00", Some(1_424));
        check("-28", Some(-28));
        check("\u{2212}1,028", Some(-1_028));
        check("+10", Some(10));
        check("63.3K", Some(63_300));
        check("1,2M", Some(1_200_000));
        check("7K", Some(7_000));
        check("63,3 mil", Some(63_300));
        check("1,2\u{a0}mi", Some(1_200_000));
        check_refused("63.3 million");
        check("--", None);
        check("undefined", None);
        check_refused("0.5");
        check_refused("1,5");
        check_refused("1,063.421");
        check_refused("1234,567");
        check_refused("1.234K");
        check_refused("10%");
        check_refused("many");
        check_refused("K");
        check_refused(",");
        check_refused("99999999999999999999");
    }
}
