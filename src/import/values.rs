//! Numbers as exports write them.
//!
//! How shares are written, as percent or as a fraction, is known for each format and never told
//! from the size of a number.

use crate::kit::{Exact, exact, parse_decimal};
use crate::source::Diagnostic;
use crate::source::csv::Cell;

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
    let number = number(&bare, delimiter).map_err(|_| not_a_number(cell))?;
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

/// That `cell` is no number.
pub(super) fn not_a_number(cell: &Cell<'_>) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-number", format!("`{text}` is not a number"))
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}
