//! Numbers as people type them: `1,234`, `12.4K`, `38.1%`, `>3M`, `0:04:28`.
//!
//! A number with two readings is refused, never guessed: a follower count that is wrong by a
//! thousand is worse than none.

use super::marks::{DecimalMark, Refused, without_marks};
use super::{Exact, RowValue, Unit, damage, exact, parse_decimal};
use crate::source::Diagnostic;

/// A number as it was typed, before it is known what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    number: Exact,
    floor: bool,
    form: Form,
}

/// What stood beside the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Nothing.
    Plain,
    /// `K`, `M` or `B`.
    Short,
    /// A percent sign.
    Percent,
    /// Colons: `h:mm:ss` or `m:ss`, the number is in seconds.
    Time,
}

impl Typed {
    /// The value as a number of `unit`. An error when it was typed as something else.
    pub(super) fn counted_in(self, unit: Unit) -> Result<RowValue, Diagnostic> {
        let fits = match self.form {
            Form::Plain => true,
            Form::Short => matches!(unit, Unit::Count | Unit::Hours),
            Form::Percent => unit == Unit::Percent,
            Form::Time => unit == Unit::Seconds,
        };
        if fits {
            return Ok(RowValue {
                number: self.number,
                floor: self.floor,
            });
        }
        let written = match self.form {
            Form::Plain | Form::Short => "`K`, `M` and `B` stand only behind counts",
            Form::Percent => "a percent sign stands only behind a rate or a share",
            Form::Time => "a time stands only where seconds are counted",
        };
        let wanted = match unit {
            Unit::Count => "write how many, as 1234 or 12.4K",
            Unit::Percent => "write percent, as 38.1 or 38.1%",
            Unit::Seconds => "write seconds, as 268, or a time, as 0:04:28",
            Unit::Hours => "write hours, as 3120.5",
        };
        Err(Diagnostic::error("wrong-unit", written).hint(wanted))
    }
}

/// Reads a number. `text` has no blanks around it and is not empty.
pub(super) fn parse(text: &str, mark: DecimalMark) -> Result<Typed, Diagnostic> {
    let (floor, rest) = match text.strip_prefix('>') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let typed = |number, form| Typed {
        number,
        floor,
        form,
    };
    if rest.contains(':') {
        return match seconds(rest) {
            Some(number) => Ok(typed(number, Form::Time)),
            None if rest.starts_with(|c: char| c.is_ascii_digit()) => {
                Err(not_a_number(text).hint("a time is written as 0:04:28"))
            }
            None => Err(not_a_number(text).hint(advice(text))),
        };
    }
    let (rest, negative) = match rest.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (rest, true),
        None => (rest.strip_prefix('+').unwrap_or(rest), false),
    };
    let (digits, form, power) = match rest.char_indices().next_back() {
        Some((end, '%')) => (&rest[..end], Form::Percent, 0),
        Some((end, 'k' | 'K')) => (&rest[..end], Form::Short, 3),
        Some((end, 'm' | 'M')) => (&rest[..end], Form::Short, 6),
        Some((end, 'b' | 'B')) => (&rest[..end], Form::Short, 9),
        _ => (rest, Form::Plain, 0),
    };
    let digits = digits.trim_end();
    let plain = match without_marks(digits, mark) {
        Ok(plain) => plain,
        Err(Refused::NoNumber) => return Err(not_a_number(text).hint(advice(text))),
        Err(Refused::Marks(diagnostic)) => return Err(*diagnostic),
    };
    // Nearly all numbers of a kit are whole and small; reading those as decimals takes ten times
    // as long.
    let whole = plain.parse().ok().map(exact);
    let Some(number) = whole.or_else(|| parse_decimal(&plain)) else {
        return Err(not_a_number(text).hint(advice(text)));
    };
    let number = match power {
        0 => number,
        power => number * exact(10_i64.pow(power)),
    };
    Ok(typed(if negative { -number } else { number }, form))
}

/// `h:mm:ss` or `m:ss` in seconds.
fn seconds(text: &str) -> Option<Exact> {
    let parts: Vec<&str> = text.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let mut total: i64 = 0;
    for (index, part) in parts.iter().enumerate() {
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        let length = if index == 0 { 1..=4 } else { 2..=2 };
        if !digits || !length.contains(&part.len()) {
            return None;
        }
        let value: i64 = part.parse().ok()?;
        if index > 0 && value > 59 {
            return None;
        }
        total = total * 60 + value;
    }
    Some(exact(total))
}

fn not_a_number(text: &str) -> Diagnostic {
    Diagnostic::error("not-a-number", format!("`{text}` is not a number"))
}

/// What to write instead of `text`.
fn advice(text: &str) -> &'static str {
    const UNKNOWN: &str = "na n/a nan null nil none undefined unknown inf infinity tbd tba";
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(['-', '\u{2013}', '\u{2014}', '\u{2212}', '?', '.', '+', '#']);
    let scientific = lower.split_once('e').is_some_and(|(mantissa, power)| {
        let digit = |c: char| c.is_ascii_digit();
        mantissa.ends_with(digit)
            && mantissa.starts_with(|c: char| digit(c) || c == '-')
            && power.ends_with(digit)
    });
    if bare.is_empty() || UNKNOWN.split(' ').any(|word| word == bare) {
        "leave the cell empty when the number is not known"
    } else if text.starts_with('=') {
        "a spreadsheet has saved the formula: save its result"
    } else if damage::is_day(text) {
        "a spreadsheet has made a day of it: write the number again, in a column of plain numbers"
    } else if text.starts_with('(') {
        "a minus sign stands in front, as -12"
    } else if scientific {
        "a spreadsheet has shortened it: write all its digits"
    } else if text.chars().any(|c| c.is_numeric() && !c.is_ascii()) {
        "write it with the digits 0 to 9"
    } else if lower.ends_with('+') || lower.starts_with(['~', '≈', '≥', '>']) {
        "`>` in front means more than, as >3M; there is no sign for about"
    } else if lower.starts_with(['<', '≤']) {
        "there is no sign for less than: write the number, or leave the cell empty"
    } else {
        "write digits, as 1234, 12.4K or 38.1%"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::decimal_text;

    fn read(text: &str, mark: DecimalMark) -> String {
        match parse(text, mark) {
            Ok(typed) => {
                let floor = if typed.floor { ">" } else { "" };
                let form = match typed.form {
                    Form::Plain => "",
                    Form::Short => " short",
                    Form::Percent => " percent",
                    Form::Time => " seconds",
                };
                format!("{floor}{}{form}", decimal_text(&typed.number, 6))
            }
            Err(wrong) => format!("{}: {} ({})", wrong.rule, wrong.message, wrong.hints[0]),
        }
    }

    #[test]
    fn reads_numbers_as_typed() {
        fn check(text: &str, expected: &str) {
            assert_eq!(read(text, DecimalMark::Point), expected, "{text}");
        }
        check("0", "0");
        check("1234", "1234");
        check("1,234", "1234");
        check("1,234,567.5", "1234567.5");
        check("1 234", "1234");
        check("1\u{a0}234\u{a0}567", "1234567");
        check("1\u{2009}234.5", "1234.5");
        check("1'234'567.5", "1234567.5");
        check("1\u{2019}234", "1234");
        check("1\u{202f}234", "1234");
        check("12,34,567", "1234567");
        check("1,23,45,678.5", "12345678.5");
        check("12.4K", "12400 short");
        check("12.4 k", "12400 short");
        check("1.2M", "1200000 short");
        check("3B", "3000000000 short");
        check("38.1%", "38.1 percent");
        check("38.1\u{a0}%", "38.1 percent");
        check(">3M", ">3000000 short");
        check("> 3,000", ">3000");
        check("-12", "-12");
        check("\u{2212}12", "-12");
        check("+12", "12");
        check("0:04:28", "268 seconds");
        check("4:28", "268 seconds");
        check("1.234", "1.234");
    }

    #[test]
    fn refuses_what_has_no_one_reading() {
        fn check(text: &str, expected: &str) {
            let found = read(text, DecimalMark::Point);
            assert!(found.contains(expected), "{text}: {found}");
        }
        check("12o", "not-a-number: `12o` is not a number (write digits");
        check("--", "leave the cell empty");
        check("undefined", "leave the cell empty");
        check("NaN", "leave the cell empty");
        check("inf", "leave the cell empty");
        check(">", "more than");
        check("1e309", "a spreadsheet has shortened it");
        check("1.98E+18", "a spreadsheet has shortened it");
        check("١٢٣", "write it with the digits 0 to 9");
        check("１２", "write it with the digits 0 to 9");
        check("3M+", "more than");
        check("~3M", "more than");
        check("<1%", "less than");
        check("1.234,5", "decimal-comma: `1.234,5`");
        check("1.234,5", "write it with a point, 1234.5;");
        check("1,23", "decimal-comma: `1,23`");
        check("12,4K", "decimal-comma: `12,4`");
        check("0,123", "decimal-comma: `0,123`");
        check("12,34,56", "not-a-number: the marks");
        check("12,345,67", "not-a-number: the marks");
        check("12 34 567 8", "not-a-number: the marks");
        check("1.234.567", "not-a-number: the marks");
        check("1,234 567", "not-a-number: the marks");
        check(".5", "not-a-number");
        check("5.", "not-a-number");
        check("4'28", "not-a-number: the marks");
        check("12-Oct", "made a day of it");
        check("12. Apr", "made a day of it");
        check("12/10/2026", "made a day of it");
        check(
            "12.04.2026",
            "not-a-number: `12.04.2026` is not a number (a spreadsheet has made a day",
        );
        check("=SUM(B2:B9)", "a spreadsheet has saved the formula");
        check("=B2+B3", "a spreadsheet has saved the formula");
        check("(12)", "a minus sign stands in front");
        check("%", "not-a-number");
        check("4:60", "a time is written as 0:04:28");
        check("1:2:3:4", "a time is written as 0:04:28");
        check(&"9".repeat(50), "not-a-number");
    }

    #[test]
    fn a_semicolon_file_has_decimal_commas() {
        fn check(text: &str, expected: &str) {
            let found = read(text, DecimalMark::Comma);
            assert!(found.starts_with(expected), "{text}: {found}");
        }
        check("12,4K", "12400 short");
        check("1234,5", "1234.5");
        check("1.234,5", "1234.5");
        check("1.234.567", "1234567");
        check("1 234,5", "1234.5");
        check("1\u{a0}234", "1234");
        check("1\u{2019}234.5", "1234.5");
        check("1'234,5", "1234.5");
        check("38,1\u{a0}%", "38.1 percent");
        check("12.34.567", "not-a-number: the marks");
        check("4.93", "4.93");
        check("0,123", "0.123");
        check("1,234", "ambiguous-number: `1,234` may be 1234");
        check("1.234", "ambiguous-number: `1.234` may be 1234");
        check("1,234.5", "not-a-number: the marks");
        check("1,2,3", "not-a-number: the marks");
    }

    #[test]
    fn a_form_fits_its_unit_only() {
        fn check(text: &str, unit: Unit, fits: bool) {
            let typed = parse(text, DecimalMark::Point).expect("a number");
            assert_eq!(typed.counted_in(unit).is_ok(), fits, "{text} {unit:?}");
        }
        check("12", Unit::Percent, true);
        check("12%", Unit::Percent, true);
        check("12%", Unit::Count, false);
        check("12K", Unit::Count, true);
        check("12M", Unit::Seconds, false);
        check("0:12", Unit::Seconds, true);
        check("0:12", Unit::Hours, false);
    }
}
