//! Days as people and spreadsheets write them.
//!
//! `03/04/2026` is two days, depending on where its writer lives. One cell cannot say which; all
//! of a file's cells together often can, so such a date is kept in both readings until they are
//! known.

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

/// Reads `2026-10-31`, `31.10.2026`, or either order of `10/31/2026`. The marks `-`, `/` and `.`
/// may stand for each other where the year comes first.
pub(super) fn parse(text: &str) -> Result<Written, Diagnostic> {
    let Some(mark) = text.chars().find(|c| matches!(c, '-' | '/' | '.')) else {
        return Err(not_a_day(text));
    };
    let parts: Vec<&str> = text.split(mark).collect();
    let digits = |part: &str, most: usize| {
        let plain = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (plain && part.len() <= most)
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    let year = |part: &str| digits(part, 4).filter(|_| part.len() == 4);
    match parts[..] {
        [a, b, c] => {
            if let (Some(year), Some(month), Some(day)) = (year(a), digits(b, 2), digits(c, 2)) {
                return calendar(year, month as i8, day as i8).map(Written::Day);
            }
            let (Some(first), Some(second)) = (digits(a, 2), digits(b, 2)) else {
                return Err(not_a_day(text));
            };
            let Some(year) = year(c) else {
                let short = digits(c, 2).is_some();
                return Err(if short {
                    no_century(text)
                } else {
                    not_a_day(text)
                });
            };
            let (first, second) = (first as i8, second as i8);
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
        [a, b] => match (year(a).or(year(b)), digits(b, 2).or(digits(a, 2))) {
            (Some(year), Some(month)) => Err(only_a_month(text, year, month as i8)),
            _ => Err(not_a_day(text)),
        },
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
        check("31 Oct 2026", "`31 Oct 2026` is not a day");
        check("2026-10-31T00:00", "`2026-10-31T00:00` is not a day");
        check("20261031", "`20261031` is not a day");
        check("٢٠٢٦-١٠-٣١", "`٢٠٢٦-١٠-٣١` is not a day");
        check("-", "`-` is not a day");
    }

    #[test]
    fn a_month_gets_its_last_day_as_a_hint() {
        let wrong = parse("2028-02").expect_err("no day");
        assert!(wrong.hints[0].contains("2028-02-29"), "{:?}", wrong.hints);
    }
}
