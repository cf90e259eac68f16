//! Days as people and spreadsheets write them.
//!
//! `03/04/2026` is two days, depending on where its writer lives. One cell cannot say which; all
//! of a file's cells together often can, so such a date is kept in both readings until they are
//! known.

use super::{damage, months};
use crate::source::Diagnostic;
use jiff::civil::Date;

/// The days of a kit lie in these years: wide enough for any career, and far enough from the ends
/// of the calendar that a window before or after them exists.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2999;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What a cell says about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// This day.
    Day(Date),
    /// A day and a month, in an order that is not known from the cell's form.
    Slashed(Slashed),
}

/// `10/31/2026` or `31/10/2026`; at least one of the first two numbers can be a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slashed {
    first: i8,
    second: i8,
    year: i16,
}

/// Which of the two comes first in a [`Slashed`] date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `31/10/2026`
    DayFirst,
    /// `10/31/2026`
    MonthFirst,
}

impl Slashed {
    /// The order that this date alone proves; `None` when both give a day.
    pub(super) fn order(self) -> Option<Order> {
        match (self.first > 12, self.second > 12) {
            (true, _) => Some(Order::DayFirst),
            (_, true) => Some(Order::MonthFirst),
            (false, false) => None,
        }
    }

    /// The day, in `order`. An error when the calendar has no such day.
    pub(super) fn day(self, order: Order) -> Result<Date, Diagnostic> {
        match order {
            Order::DayFirst => calendar(self.year, self.second, self.first),
            Order::MonthFirst => calendar(self.year, self.first, self.second),
        }
    }

    /// Both readings, for a person: `3 April` and `4 March`.
    pub(super) fn readings(self) -> [String; 2] {
        [(self.first, self.second), (self.second, self.first)]
            .map(|(day, month)| format!("{day} {}", month_name(month)))
    }
}

/// Reads `2026-10-31`, `31.10.2026`, `31 Oct 2026`, or either order of `10/31/2026`; a time of day
/// behind it is left out. The marks `-`, `/` and `.` may stand for each other where the year comes
/// first.
pub(super) fn parse(text: &str) -> Result<Written, Diagnostic> {
    if let Some((year, month, day)) = iso(text) {
        return calendar(year, month, day).map(Written::Day);
    }
    let day = without_time(text);
    if day.contains(char::is_alphabetic) {
        return named(text, day).map(Written::Day);
    }
    let Some(mark) = day.chars().find(|c| matches!(c, '-' | '/' | '.')) else {
        return Err(only_digits(text));
    };
    let parts: Vec<&str> = match mark {
        // Some countries write blanks or another point behind the points.
        '.' => day
            .trim_end_matches('.')
            .split(mark)
            .map(str::trim)
            .collect(),
        _ => day.split(mark).collect(),
    };
    match parts[..] {
        [a, b, c] => {
            if let (Some(year), Some(month), Some(day)) = (year(a), short(b), short(c)) {
                return calendar(year, month, day).map(Written::Day);
            }
            let (Some(first), Some(second)) = (short(a), short(b)) else {
                return Err(not_a_day(text));
            };
            let Some(year) = year(c) else {
                return Err(match short(c) {
                    Some(_) => no_century(text),
                    None => not_a_day(text),
                });
            };
            if mark == '.' || first == second {
                return calendar(year, second, first).map(Written::Day);
            }
            if first > 12 && second > 12 {
                return Err(not_a_day(text));
            }
            Ok(Written::Slashed(Slashed {
                first,
                second,
                year,
            }))
        }
        [a, b] => match (year(a).or(year(b)), short(b).or(short(a))) {
            (Some(year), Some(month)) => Err(only_a_month(text, year, month)),
            _ => Err(not_a_day(text)),
        },
        _ => Err(not_a_day(text)),
    }
}

/// `2026-10-31`, as nearly all days are written.
fn iso(text: &str) -> Option<(i16, i8, i8)> {
    let marks = text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(7) == Some(&b'-');
    let part = |range| text.get(range).filter(|_| marks);
    Some((
        year(part(0..4)?)?,
        short(part(5..7)?)?,
        short(part(8..text.len())?)?,
    ))
}

/// A number of four digits.
fn year(part: &str) -> Option<i16> {
    let digits = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| part.parse().ok()).flatten()
}

/// A number of one or two digits.
fn short(part: &str) -> Option<i8> {
    let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| part.parse().ok()).flatten()
}

/// `2026-10-31 18:00` as `2026-10-31`. With a zone behind it the day may be another one.
fn without_time(text: &str) -> &str {
    let before = text.split(':').next().unwrap_or_default();
    let Some((day, _)) = before.rsplit_once([' ', 'T', '\u{a0}', '\u{202f}']) else {
        return text;
    };
    let time = &text[day.len()..];
    let half = time.trim_end_matches(['A', 'P', 'M', 'a', 'p', 'm']);
    let clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | 'T') || c.is_whitespace();
    match time.contains(':') && half.chars().all(clock) {
        true => day.trim_end_matches([',', ' ']),
        false => text,
    }
}

/// Reads `day`, in which the month has a name: `31-Oct-2026`, `October 31, 2026`.
fn named(text: &str, day: &str) -> Result<Date, Diagnostic> {
    let words = day.split(|c: char| !c.is_alphanumeric());
    let little = |word: &&str| !word.is_empty() && !matches!(*word, "de" | "del" | "di");
    let (numbers, names): (Vec<&str>, Vec<&str>) = words
        .filter(little)
        .partition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let month = match names[..] {
        [name] => months::named(name),
        _ => None,
    };
    let Some(month) = month else {
        return Err(not_a_day(text));
    };
    match numbers[..] {
        [a, b] => match (year(a).or(year(b)), short(a).or(short(b))) {
            (Some(year), Some(day)) => calendar(year, month, day),
            (None, Some(_)) if short(b).is_some() => Err(no_century(text)),
            _ => Err(not_a_day(text)),
        },
        [a] => Err(match year(a) {
            Some(year) => only_a_month(text, year, month),
            None => not_a_day(text),
        }),
        _ => Err(not_a_day(text)),
    }
}

fn calendar(year: i16, month: i8, day: i8) -> Result<Date, Diagnostic> {
    if !YEARS.contains(&year) {
        return Err(Diagnostic::error(
            "not-a-date",
            format!("the year {year} cannot be meant"),
        ));
    }
    if !(1..=12).contains(&month) {
        return Err(
            Diagnostic::error("not-a-date", format!("there is no month {month}"))
                .hint("write the day as year, month, day: 2026-10-31"),
        );
    }
    Date::new(year, month, day).map_err(|_| {
        Diagnostic::error(
            "not-a-date",
            format!("there is no {day} {} {year}", month_name(month)),
        )
    })
}

fn month_name(month: i8) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or("")
}

/// What digits alone may be.
fn only_digits(text: &str) -> Diagnostic {
    if let Some(day) = damage::counted_day(text) {
        return Diagnostic::error(
            "not-a-date",
            format!("`{text}` is a day as a spreadsheet counts it"),
        )
        .hint(format!(
            "write {day} if that is meant, or show the column as days before you save it"
        ));
    }
    match year(text).filter(|year| YEARS.contains(year)) {
        Some(year) => Diagnostic::error("not-a-date", format!("`{text}` is a year, not a day"))
            .hint(format!(
                "write the year's last day, {year}-12-31, and `year` in the column `period`"
            )),
        None => not_a_day(text),
    }
}

fn not_a_day(text: &str) -> Diagnostic {
    Diagnostic::error("not-a-date", format!("`{text}` is not a day"))
        .hint("write the day as year, month, day: 2026-10-31")
}

fn no_century(text: &str) -> Diagnostic {
    Diagnostic::error("not-a-date", format!("the year in `{text}` is cut short"))
        .hint("write the year with four digits: 2026-10-31")
}

fn only_a_month(text: &str, year: i16, month: i8) -> Diagnostic {
    let diagnostic = Diagnostic::error("not-a-date", format!("`{text}` is a month, not a day"));
    match calendar(year, month, 1) {
        Ok(first) => diagnostic.hint(format!(
            "write the month's last day, {}, and `month` in the column `period`",
            first.last_of_month()
        )),
        Err(_) => diagnostic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days() {
        fn check(text: &str, expected: &str) {
            let found = match parse(text) {
                Ok(Written::Day(day)) => day.to_string(),
                Ok(Written::Slashed(slashed)) => {
                    let day = |order| slashed.day(order).map(|day| day.to_string());
                    match slashed.order() {
                        Some(order) => day(order).unwrap_or_else(|wrong| wrong.message),
                        None => slashed.readings().join(" or "),
                    }
                }
                Err(wrong) => wrong.message,
            };
            assert_eq!(found, expected, "{text}");
        }
        check("2026-10-31", "2026-10-31");
        check("2026/10/31", "2026-10-31");
        check("2026-1-5", "2026-01-05");
        check("31.10.2026", "2026-10-31");
        check("1.2.2026", "2026-02-01");
        check("31/10/2026", "2026-10-31");
        check("10/31/2026", "2026-10-31");
        check("03/04/2026", "3 April or 4 March");
        check("04/04/2026", "2026-04-04");
        check("2026-02-30", "there is no 30 February 2026");
        check("30/02/2026", "there is no 30 February 2026");
        check("29.02.2028", "2028-02-29");
        check("29.02.2027", "there is no 29 February 2027");
        check("10.31.2026", "there is no month 31");
        check("2026-00-10", "there is no month 0");
        check("31/10/26", "the year in `31/10/26` is cut short");
        check("0026-10-31", "the year 26 cannot be meant");
        check("2026-10", "`2026-10` is a month, not a day");
        check("10/2026", "`10/2026` is a month, not a day");
        check("31/31/2026", "there is no month 31");
        check("31/30/2026", "`31/30/2026` is not a day");
        check("2026. 10. 31.", "2026-10-31");
        check("31. 10. 2026", "2026-10-31");
        check("2026-10-31T00:00", "2026-10-31");
        check("2026-10-31 00:00:00", "2026-10-31");
        check("10/31/2026 6:00 PM", "2026-10-31");
        check("3/4/2026 18:00", "3 April or 4 March");
        check("31 Oct 2026 18:00", "2026-10-31");
        check("31 Oct 2026", "2026-10-31");
        check("31-Okt-2026", "2026-10-31");
        check("October 31, 2026", "2026-10-31");
        check("31 de octubre de 2026", "2026-10-31");
        check("31. Oktober 2026", "2026-10-31");
        check("2026-Oct-31", "2026-10-31");
        check("30-Feb-2026", "there is no 30 February 2026");
        check("31-Oct-26", "the year in `31-Oct-26` is cut short");
        check("Oct-26", "`Oct-26` is not a day");
        check("Oct 2026", "`Oct 2026` is a month, not a day");
        check("31 Foo 2026", "`31 Foo 2026` is not a day");
        check("Sat 31 Oct 2026", "`Sat 31 Oct 2026` is not a day");
        check("2026-10-31T00:00Z", "`2026-10-31T00:00Z` is not a day");
        check("18:00", "`18:00` is not a day");
        check("46022", "`46022` is a day as a spreadsheet counts it");
        check("2026", "`2026` is a year, not a day");
        check("20261031", "`20261031` is not a day");
        check("٢٠٢٦-١٠-٣١", "`٢٠٢٦-١٠-٣١` is not a day");
        check("-", "`-` is not a day");
    }

    #[test]
    fn a_month_gets_its_last_day_as_a_hint() {
        for month in ["2028-02", "Feb 2028"] {
            let wrong = parse(month).expect_err("no day");
            assert!(wrong.hints[0].contains("2028-02-29"), "{:?}", wrong.hints);
        }
    }
}
