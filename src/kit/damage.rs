//! What a spreadsheet makes of cells that look to it like something else: days of numbers and ages,
//! counts of days, and long ids with their last digits gone.

use super::{day, months};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The days that a count may stand for, as `46022` does: from 2000 to 2099.
const COUNTED: std::ops::RangeInclusive<i64> = 36_526..=73_050;

/// How many digits a spreadsheet keeps of a number.
const KEPT: usize = 15;

/// The day that a spreadsheet's count of days stands for.
pub(super) fn counted_day(text: &str) -> Option<Date> {
    let whole = text.split(['.', ',']).next()?;
    let digits = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let days: i64 = whole.parse().ok().filter(|_| digits)?;
    let days: Span = COUNTED.contains(&days).then(|| days.days())?;
    Date::constant(1899, 12, 30).checked_add(days).ok()
}

/// The month and the other number of a day without a year, as `12-Oct` or `Okt. 12`.
pub(super) fn short_day(text: &str) -> Option<(i8, u8)> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let &[one, other] = words.as_slice() else {
        return None;
    };
    let number = |word: &str| word.parse::<u8>().ok();
    let pair = |name: &str, digits: &str| Some((months::named(name)?, number(digits)?));
    pair(one, other).or_else(|| pair(other, one))
}

/// Whether a spreadsheet has taken `text` for a day: `12-Oct`, `12/10/2026`, `46307`.
pub(super) fn is_day(text: &str) -> bool {
    short_day(text).is_some() || counted_day(text).is_some() || day::parse(text).is_ok()
}

/// Whether a long number was shortened: `1.98E+18`.
pub(super) fn is_shortened(text: &str) -> bool {
    let number = |part: &str| {
        let known = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'+');
        !part.is_empty() && part.bytes().all(known)
    };
    let parts = text.split_once(['e', 'E']);
    parts.is_some_and(|(digits, power)| {
        // Some ids are digits, an `e` and digits.
        let plain = !power.starts_with('+') && !digits.contains(['.', ',']);
        number(digits) && number(power) && !plain
    })
}

/// The ids of one file. Of a single one it can be chance that it ends in zeros.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ids {
    long: usize,
    rounded: usize,
}

impl Ids {
    /// Counts one more.
    pub(super) fn see(&mut self, id: &str) {
        self.long += usize::from(is_long(id));
        self.rounded += usize::from(is_rounded(id));
    }

    /// Whether most of the long ones have lost their last digits.
    pub(super) fn are_rounded(self) -> bool {
        self.rounded * 2 > self.long
    }
}

/// Whether the last digits of an id are those that a spreadsheet puts in place of what it lost.
pub(super) fn is_rounded(id: &str) -> bool {
    is_long(id) && id.bytes().skip(KEPT).all(|b| b == b'0')
}

/// Whether `id` is a number of which a spreadsheet would lose two digits at least.
fn is_long(id: &str) -> bool {
    id.len() >= KEPT + 2 && id.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_numbers() {
        fn check(text: &str, counted: Option<&str>, short: Option<(i8, u8)>, day: bool) {
            let found = counted_day(text).map(|day| day.to_string());
            assert_eq!(found.as_deref(), counted, "{text}");
            assert_eq!(short_day(text), short, "{text}");
            assert_eq!(is_day(text), day, "{text}");
        }
        check("46022", Some("2025-12-31"), None, true);
        check("46022.75", Some("2025-12-31"), None, true);
        check("36526", Some("2000-01-01"), None, true);
        check("73051", None, None, false);
        check("12480", None, None, false);
        check("12-Oct", None, Some((10, 12)), true);
        check("Oct-12", None, Some((10, 12)), true);
        check("12. Apr", None, Some((4, 12)), true);
        check("Jan 34", None, Some((1, 34)), true);
        check("25-34", None, None, false);
        check("12.04.2026", None, None, true);
        check("12 clips", None, None, false);
    }

    #[test]
    fn long_numbers_are_told_to_be_shortened() {
        fn check(text: &str, expected: bool) {
            assert_eq!(is_shortened(text), expected, "{text}");
        }
        check("1.98E+18", true);
        check("1,98e+18", true);
        check("1.98E18", true);
        check("2E+18", true);
        check("12e45", false);
        check("-abcE123", false);
        check("E+18", false);
        check("198", false);
    }

    #[test]
    fn ids_without_their_last_digits_are_told_together() {
        fn check(ids: &[&str], expected: bool) {
            let mut seen = Ids::default();
            ids.iter().for_each(|id| seen.see(id));
            assert_eq!(seen.are_rounded(), expected, "{ids:?}");
        }
        let whole = "1980123456789012345";
        let chance = "1980123456789010000";
        check(&[], false);
        check(&[whole], false);
        check(&[chance], true);
        check(&[chance, whole], false);
        check(&[chance, "1980123456789020000", whole], true);
        check(&["1980123456789010", "qZ3kd0Ab7Lw0000000"], false);
    }
}
