//! Numbers as exports write them.
//!
//! How shares are written, as percent or as a fraction, is known for each format and never told
//! from the size of a number.

use crate::kit::{Exact, decimal_text, exact, parse_decimal};
use crate::source::csv::Cell;
use crate::source::{Diagnostic, Span};

/// Words for "there is no number", which is never zero.
const MISSING: &[&str] = &["", "-", "--", "—", "–", "undefined", "nan", "n/a", "null"];

/// How a share is written where it has no percent sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// `38.1`
    Percent,
    /// `0.381`
    Fraction,
}

/// Whether `text` says that there is no number.
pub(super) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text.trim().to_lowercase().as_str())
}

/// The number in `cell`; `None` when there is none. `delimiter` is its file's: with semicolons a
/// spreadsheet has made decimal commas.
pub(super) fn number(cell: &Cell<'_>, delimiter: u8) -> Result<Option<Exact>, Diagnostic> {
    match has_two_readings(&cell.text, delimiter) {
        true => Err(two_readings(cell)),
        false => read(cell, delimiter),
    }
}

/// Whether the point in `text` may stand before a fraction or between thousands: where points are
/// decimal ones, `6.277` is what the platform wrote, and where they are not, a spreadsheet makes
/// 6277 of it and saves it as it was. Only a file that was saved again has other marks than commas
/// between its cells.
fn has_two_readings(text: &str, delimiter: u8) -> bool {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_saved_again = matches!(delimiter, b';' | b'\t');
    is_saved_again
        && digits.split_once('.').is_some_and(|(whole, rest)| {
            let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
            let can_be_thousands = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            can_be_thousands && rest.len() == 3 && all_digits(whole) && all_digits(rest)
        })
}

fn read(cell: &Cell<'_>, delimiter: u8) -> Result<Option<Exact>, Diagnostic> {
    let text = cell.text.trim();
    if is_missing(text) {
        return Ok(None);
    }
    // Nearly all numbers are whole, and reading those as decimals takes ten times as long.
    if let Ok(whole) = text.parse() {
        return Ok(Some(exact(whole)));
    }
    let number = match delimiter {
        b';' if !text.contains('.') => parse_decimal(&text.replacen(',', ".", 1)),
        _ if has_decimal_comma(text) => parse_decimal(&text.replacen(',', ".", 1)),
        _ => parse_decimal(text),
    };
    number.map(Some).ok_or_else(|| not_a_number(cell))
}

/// Whether the comma in `text` can only be a decimal one: before three digits it may stand between
/// thousands, unless nothing but a zero is before it.
fn has_decimal_comma(text: &str) -> bool {
    text.split_once(',').is_some_and(|(whole, fraction)| {
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let whole = whole.strip_prefix('-').unwrap_or(whole);
        let one_reading = fraction.len() != 3 || whole == "0";
        one_reading
            && !whole.is_empty()
            && !fraction.is_empty()
            && digits(whole)
            && digits(fraction)
    })
}

/// The share in `cell`, in percent; `None` when there is none. A percent sign says so itself.
pub(super) fn share(
    cell: &Cell<'_>,
    delimiter: u8,
    scale: Scale,
) -> Result<Option<Exact>, Diagnostic> {
    let mut bare = cell.clone();
    let signed = cell.text.trim().strip_suffix('%').map(str::to_string);
    if let Some(text) = &signed {
        bare.text = text.trim().to_string().into();
    }
    // Nothing is a thousand times the whole, so a point in it can only be a decimal one.
    let number = read(&bare, delimiter).map_err(|_| not_a_number(cell))?;
    Ok(number.map(|number| match scale {
        Scale::Fraction if signed.is_none() => number * exact(100),
        _ => number,
    }))
}

/// The share in `text`, in percent, which has its sign: `14.2%`, `14,2 %`. As none is above 100, a
/// comma in it can only be a decimal one.
pub(super) fn percent(text: &str) -> Option<Exact> {
    let digits = text.trim().strip_suffix('%')?.trim_end().replace(',', ".");
    parse_decimal(&digits).filter(|share| *share >= exact(0) && *share <= exact(100))
}

/// The time in `cell`, in seconds: `0:04:28`, `4:28`, or seconds alone; `None` when there is none.
pub(super) fn seconds(cell: &Cell<'_>, delimiter: u8) -> Result<Option<Exact>, Diagnostic> {
    if !cell.text.contains(':') {
        return number(cell, delimiter);
    }
    if cell.text.matches(':').count() > 2 {
        return Err(not_a_number(cell));
    }
    let mut seconds = exact(0);
    for part in cell.text.trim().split(':') {
        let part = parse_decimal(part).ok_or_else(|| not_a_number(cell))?;
        seconds = seconds * exact(60) + part;
    }
    Ok(Some(seconds))
}

/// That parts of one whole are more than it, should they be: `sum` is theirs, in percent, and
/// they begin at `place`. So much above it as a kit takes is rounding.
pub(super) fn over_whole(sum: &Exact, place: Span) -> Option<Diagnostic> {
    let most = exact(1005) / exact(10);
    (*sum > most).then(|| {
        let message = format!("the parts add up to {} %", decimal_text(sum, 2));
        Diagnostic::error("export-value", message)
            .at(place)
            .hint("parts of one whole are at most 100 % together; export the file again and import it as it comes")
    })
}

fn two_readings(cell: &Cell<'_>) -> Diagnostic {
    let text = cell.text.trim();
    let thousands = text.replace('.', "");
    let message = format!("`{text}` can be {thousands}, or a number with a fraction");
    Diagnostic::error("export-number", message)
        .at(cell.span)
        .hint("a spreadsheet has saved this file: export it again and import it as it comes")
}

/// That `cell` is no number.
pub(super) fn not_a_number(cell: &Cell<'_>) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-number", format!("`{text}` is not a number"))
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn cell(text: &str) -> Cell<'_> {
        Cell {
            text: text.into(),
            span: Span::new(FileId::none(), 0..0),
        }
    }

    #[test]
    fn a_number_with_two_readings_is_refused() {
        fn check(text: &str, delimiter: u8, expected: Option<&str>) {
            let number = number(&cell(text), delimiter).ok().flatten();
            let number = number.map(|number| decimal_text(&number, 4));
            assert_eq!(number.as_deref(), expected, "{text}");
        }
        check("6.277", b',', Some("6.277"));
        check("6.277", b';', None);
        check("-62.277", b';', None);
        check("6.277", b'\t', None);
        check("0.277", b';', Some("0.277"));
        check("6.27", b';', Some("6.27"));
        check("6277.021", b';', Some("6277.021"));
        check("1.949.041", b';', None);
        check("6,277", b';', Some("6.277"));
        check("6,277", b',', None);
        check("6,27", b',', Some("6.27"));
    }

    #[test]
    fn a_share_has_no_thousands() {
        fn check(text: &str, expected: &str) {
            let share = share(&cell(text), b';', Scale::Percent).ok().flatten();
            let share = share.map(|share| decimal_text(&share, 4));
            assert_eq!(share.as_deref(), Some(expected), "{text}");
        }
        check("6.277", "6.277");
        check("38,125 %", "38.125");
    }
}
