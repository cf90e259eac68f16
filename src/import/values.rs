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
    /// `0.381`, of a whole: never above 1.
    Part,
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
        _ => parse_decimal(without_thousands(text).as_deref().unwrap_or(text)),
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

/// A number with both marks, which says itself that the first stands between thousands:
/// `1,204.5`, `1.204,5`.
fn without_thousands(text: &str) -> Option<String> {
    let (thousands, decimal) = match (text.find(',')?, text.find('.')?) {
        (comma, point) if comma < point => (',', '.'),
        _ => ('.', ','),
    };
    let (whole, fraction) = text.split_once(decimal)?;
    let mut groups = whole.trim_start_matches('-').split(thousands);
    let first = groups.next()?;
    let fits = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    fits.then(|| format!("{}.{fraction}", whole.replace(thousands, "")))
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
    match (number, scale) {
        (Some(part), Scale::Part) if signed.is_none() && part > exact(1) => {
            Err(more_than_all(cell))
        }
        (Some(part), Scale::Fraction | Scale::Part) if signed.is_none() => {
            Ok(Some(part * exact(100)))
        }
        (number, _) => Ok(number),
    }
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

/// That `cell` is more than a whole.
fn more_than_all(cell: &Cell<'_>) -> Diagnostic {
    let text = &cell.text;
    let message = format!("`{text}` is more than a whole, which is 1 in this column");
    Diagnostic::error("export-number", message)
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
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
    use crate::source::{FileId, Span};

    fn cell(text: &str) -> Cell<'_> {
        Cell {
            text: text.into(),
            span: Span::new(FileId::none(), 0..0),
        }
    }

    #[test]
    fn a_number_has_one_reading() {
        fn check(text: &str, delimiter: u8, expected: Option<&str>) {
            let found = number(&cell(text), delimiter).ok().flatten();
            assert_eq!(found, expected.and_then(parse_decimal), "{text}");
        }
        check("1204.5", b',', Some("1204.5"));
        check("1,204.5", b',', Some("1204.5"));
        check("1.204,5", b',', Some("1204.5"));
        check("-1,204,300.25", b',', Some("-1204300.25"));
        check("3,25", b',', Some("3.25"));
        check("0,125", b'\t', Some("0.125"));
        check("1,204", b';', Some("1.204"));
        check("1,204", b',', None);
        check("12,04.5", b',', None);
        check("1,2045.5", b',', None);
        check("1.2.3", b',', None);
        check("few", b',', None);
        check("--", b',', None);
    }

    #[test]
    fn shares_are_written_as_their_format_has_them() {
        fn check(text: &str, scale: Scale, expected: Option<&str>) {
            let found = share(&cell(text), b',', scale).ok().flatten();
            assert_eq!(found, expected.and_then(parse_decimal), "{text}");
        }
        check("0.381", Scale::Part, Some("38.1"));
        check("1", Scale::Part, Some("100"));
        check("38.1", Scale::Part, None);
        check("38.1%", Scale::Part, Some("38.1"));
        check("0.381", Scale::Percent, Some("0.381"));
        check("3.5", Scale::Fraction, Some("350"));
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
