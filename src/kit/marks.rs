//! The marks between the digits of a number: which part thousands, and which begin a fraction.

use super::damage;
use crate::source::Diagnostic;

/// What stands before the fraction in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecimalMark {
    /// `12.4`: files with `,` or TAB between cells.
    Point,
    /// `12,4`: files with `;` between cells.
    Comma,
}

/// Why digits with marks between them are no number.
pub(super) enum Refused {
    /// There is something else between them, or nothing at all.
    NoNumber,
    /// The marks have no reading, or two.
    Marks(Box<Diagnostic>),
}

/// What parts thousands, and never a fraction, in any country: blanks and apostrophes.
fn is_gap(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}'
    )
}

/// `1,234.5` as `1234.5`.
pub(super) fn without_marks(digits: &str, mark: DecimalMark) -> Result<String, Refused> {
    let known = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_gap(c);
    if !digits.starts_with(|c: char| c.is_ascii_digit())
        || !digits.ends_with(|c: char| c.is_ascii_digit())
        || !digits.chars().all(known)
    {
        return Err(Refused::NoNumber);
    }
    let (whole, fraction) = match mark {
        DecimalMark::Point => match digits.rsplit_once('.') {
            Some((whole, fraction)) => (whole, fraction),
            None => (digits, ""),
        },
        DecimalMark::Comma => {
            if let [whole, thousand] = digits.split([',', '.']).collect::<Vec<_>>()[..]
                && is_grouped(&[whole, thousand])
            {
                return Err(two_readings(digits, whole, thousand));
            }
            match (digits.split_once(','), digits.split_once('.')) {
                (Some((whole, fraction)), _) => (whole, fraction),
                // `4.93` can only be a fraction; `1.234.567` can only be thousands.
                (None, Some((whole, fraction))) if !fraction.contains('.') => (whole, fraction),
                (None, _) => (digits, ""),
            }
        }
    };
    let thousands = match mark {
        DecimalMark::Point => ',',
        DecimalMark::Comma => '.',
    };
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let separated = separator.is_none_or(|c| {
        let groups: Vec<&str> = whole.split(c).collect();
        let lakhs = c == ',' && c == thousands && is_grouped_in_lakhs(&groups);
        lakhs || ((c == thousands || is_gap(c)) && is_grouped(&groups))
    });
    if !separated || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(match damage::is_day(digits) {
            true => Refused::NoNumber,
            false => wrong_marks(digits, mark),
        });
    }
    let mut plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    Ok(plain)
}

/// Whether the parts are thousands: `1`, `234`, `567`.
pub(super) fn is_grouped(parts: &[&str]) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    match parts {
        [first, rest @ ..] => {
            (1..=3).contains(&first.len())
                && !first.starts_with('0')
                && digits(first)
                && rest.iter().all(|part| part.len() == 3 && digits(part))
        }
        [] => false,
    }
}

/// Whether the parts are thousands, and then hundreds of those, as India writes: `12`, `34`, `567`.
pub(super) fn is_grouped_in_lakhs(parts: &[&str]) -> bool {
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    match parts {
        [first, middle @ .., last] => {
            (1..=2).contains(&first.len())
                && !first.starts_with('0')
                && !middle.is_empty()
                && middle.iter().all(|part| part.len() == 2)
                && last.len() == 3
                && parts.iter().all(digits)
        }
        _ => false,
    }
}

fn two_readings(digits: &str, whole: &str, rest: &str) -> Refused {
    Refused::Marks(Box::new(
        Diagnostic::error(
            "ambiguous-number",
            format!("`{digits}` may be {whole}{rest} or a fraction"),
        )
        .hint(format!(
            "write {whole}{rest} without a mark, or the fraction as {whole},{rest}0"
        )),
    ))
}

fn wrong_marks(digits: &str, mark: DecimalMark) -> Refused {
    let fraction = digits
        .rsplit_once(',')
        .filter(|(whole, fraction)| {
            let behind_thousands = is_grouped(&whole.split('.').collect::<Vec<_>>());
            let plain = whole.bytes().all(|b| b.is_ascii_digit());
            (plain || behind_thousands) && fraction.bytes().all(|b| b.is_ascii_digit())
        })
        .filter(|_| mark == DecimalMark::Point);
    Refused::Marks(Box::new(match fraction {
        Some((whole, fraction)) => {
            let whole = whole.replace('.', "");
            Diagnostic::error(
                "decimal-comma",
                format!("`{digits}` has a comma before its fraction"),
            )
            .hint(format!(
                "write it with a point, {whole}.{fraction}; a comma is read only in a file with `;` between its cells"
            ))
        }
        None => Diagnostic::error(
            "not-a-number",
            format!("the marks in `{digits}` do not part thousands"),
        )
        .hint("write the digits without marks between them, as 1234567 or 12.4K"),
    }))
}
