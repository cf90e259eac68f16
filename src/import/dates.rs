//! Days as exports write them.

use super::vocabulary;
use crate::source::csv::Cell;
use crate::source::{Diagnostic, Span};
use jiff::civil::Date;
use std::borrow::Cow;

/// A day, with or without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// This day.
    Full(Date),
    /// A month and a day; the rows around it tell the year.
    Yearless(i8, i8),
}

/// In which order a date of three numbers is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `10/31/2026`
    MonthFirst,
    /// `31/10/2026`
    DayFirst,
}

/// Reads a day that has one reading: `2026-10-04T00:00:00`, `2025/10/31 18:19:10`, `20231010`,
/// `Sep 12, 2026`, `Tue, Jan 27, 2026`, `8 de marzo`, `10月31日`, `٨ مارس`. A time of day is left
/// out.
pub(super) fn day(text: &str) -> Option<Day> {
    let text = &with_ascii_digits(text);
    let words = tokens(text);
    let numbers: Vec<i16> = words
        .iter()
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .map(|word| word.parse().ok())
        .collect::<Option<_>>()
        .or_else(|| compact(text))?;
    let names: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let month = month(&names, is_pointed(text));
    match (numbers[..].as_ref(), month) {
        (&[year, month, day], None) if year > 999 && names.is_empty() => full(year, month, day),
        // 10月31日: the names are the marks of a month and a day.
        (&[year, month, day], None) if names == ["年", "月", "日"] => full(year, month, day),
        (&[month, day], None) if names == ["月", "日"] || names == ["월", "일"] => {
            yearless(month, day)
        }
        (&[day, month], None) if names == ["tháng"] => yearless(month, day),
        // `năm` is the year here; behind `tháng` alone it is May.
        (&[day, month, year], _) if names == ["tháng", "năm"] => full(year, month, day),
        (&[day, year] | &[year, day], Some(month)) if year > 999 && day <= 31 => {
            full(year, month, day)
        }
        // As spreadsheets write it: 27-Jul-26.
        (&[day, year], Some(month)) if year < 100 && is_hyphened(text) => {
            full(2000 + year, month, day)
        }
        (&[day], Some(month)) => yearless(month, day),
        _ => None,
    }
}

/// The same, of a day that is written with its year.
pub(super) fn full_day(text: &str) -> Option<Date> {
    match day(text)? {
        Day::Full(date) => Some(date),
        Day::Yearless(..) => None,
    }
}

/// Reads a date of three numbers, day and month in `order`: `10/31/2026`, `01.09.2026 18:00`.
pub(super) fn numeric(text: &str, order: Order) -> Option<Date> {
    let words = tokens(text);
    let numbers: Vec<i16> = words
        .iter()
        .map(|word| word.parse().ok())
        .collect::<Option<_>>()?;
    let &[first, second, year] = &numbers[..] else {
        return None;
    };
    let (month, day) = match order {
        Order::MonthFirst => (first, second),
        Order::DayFirst => (second, first),
    };
    match full(year, month, day)? {
        Day::Full(date) if year > 999 => Some(date),
        _ => None,
    }
}

/// Gives `days`, oldest first, their years: the last is the latest one not after `latest`, and
/// each other the latest one not after the next. `None` for a day no year has.
pub(super) fn with_years(days: &[Day], latest: Date) -> Option<Vec<Date>> {
    let mut next = latest;
    let mut dates = Vec::with_capacity(days.len());
    for day in days.iter().rev() {
        let date = match *day {
            Day::Full(date) => date,
            // 29 February may be eight years back.
            Day::Yearless(month, day) => (0..9)
                .filter_map(|back| Date::new(next.year() - back, month, day).ok())
                .find(|date| *date <= next)?,
        };
        dates.push(date);
        next = date;
    }
    dates.reverse();
    Some(dates)
}

/// That `cell` is no day.
pub(super) fn not_a_day(cell: &Cell<'_>) -> Diagnostic {
    Diagnostic::error("export-date", format!("`{}` is not a day", cell.text))
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}

/// That what stands at `place` is of a `date` that has come nowhere yet.
pub(super) fn to_come(place: Span, date: Date) -> Diagnostic {
    Diagnostic::error("export-date", format!("{date} is still to come"))
        .at(place)
        .hint(
            "export the file again and import it as it comes: a spreadsheet may have changed it; \
             or the clock of this computer is behind",
        )
}

/// That a row of `date` is there already.
pub(super) fn twice(date: Date, cell: &Cell<'_>) -> Diagnostic {
    Diagnostic::error("export-date", format!("{date} is there twice"))
        .at(cell.span)
        .hint("export it by day alone, without another division or a comparison")
}

/// Whether `days`, the earliest first, are days, and not the first days of weeks or months. Of one
/// alone nobody can tell.
pub(super) fn are_daily(days: &[Date]) -> bool {
    const WEEK: i32 = 7;
    let gap = |pair: &[Date]| pair[0].until(pair[1]).map_or(WEEK, |span| span.get_days());
    days.windows(2)
        .map(gap)
        .min()
        .is_none_or(|least| least < WEEK)
}

/// That the rows from `cell` on are of weeks or months.
pub(super) fn not_daily(cell: &Cell<'_>) -> Diagnostic {
    let message = "these rows are of weeks or months, and a kit has numbers of days";
    Diagnostic::error("export-not-daily", message)
        .at(cell.span)
        .hint("choose to have it by day, and export again")
}

fn full(year: i16, month: i16, day: i16) -> Option<Day> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = Date::new(year, month, day).ok()?;
    (1990..=2999).contains(&year).then_some(Day::Full(date))
}

fn yearless(month: i16, day: i16) -> Option<Day> {
    // A leap year has every day there is.
    match full(2000, month, day)? {
        Day::Full(date) => Some(Day::Yearless(date.month(), date.day())),
        Day::Yearless(..) => None,
    }
}

/// `20231010`
fn compact(text: &str) -> Option<Vec<i16>> {
    let text = text.trim();
    let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| {
        [&text[..4], &text[4..6], &text[6..]]
            .iter()
            .filter_map(|part| part.parse().ok())
            .collect()
    })
}

/// The month that `names` tell: all of them together, or one of them beside a weekday and small
/// words. `pointed` is whether a point stands behind the day, which in one case decides.
fn month(names: &[&str], pointed: bool) -> Option<i16> {
    let number = |word: &str| vocabulary::meaning("months", word)?.parse().ok();
    let all = names.join(" ");
    let one = || {
        let mut known = names.iter().filter_map(|name| number(name));
        known.next().filter(|_| known.next().is_none())
    };
    let behind_point = || number(&format!(". {all}"));
    let pointed = pointed.then(behind_point).flatten();
    pointed.or_else(|| number(&all)).or_else(one)
}

/// Whether a point stands behind a number in `text`.
fn is_pointed(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes
        .windows(2)
        .any(|pair| pair[0].is_ascii_digit() && pair[1] == b'.')
}

/// Whether `text` begins with a number and has two hyphens.
fn is_hyphened(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.matches('-').count() == 2
}

/// The zeros of scripts with digits of their own; the nine others follow each.
const ZEROS: [char; 15] = [
    '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '൦', '๐', '໐', '၀', '០', '０',
];

fn with_ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let digit = |c: char| {
        let value = |zero: &char| u32::from(c).checked_sub(u32::from(*zero));
        let value = ZEROS.iter().filter_map(value).find(|value| *value < 10)?;
        char::from_digit(value, 10)
    };
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

/// The runs of digits and of letters in `text`, without a time of day.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    for part in text.split([' ', ',', '\u{a0}', '\u{202f}']) {
        let zone = part.starts_with('+') || part == "AM" || part == "PM";
        // `2026-10-04T00:00:00`, but `Temmuz` is a month.
        let part = match part.split_once('T') {
            Some((date, _)) if date.ends_with(|c: char| c.is_ascii_digit()) => date,
            _ => part,
        };
        if part.contains(':') || zone {
            continue;
        }
        let mut last = ' ';
        for c in part.chars().filter(|c| !is_invisible(*c)) {
            if is_letter(c) {
                match tokens.last_mut() {
                    Some(token) if is_letter(last) && same_kind(last, c) => token.push(c),
                    _ => tokens.push(c.to_string()),
                }
            }
            last = c;
        }
    }
    tokens
}

/// Whether `c` is part of a word or number. In some scripts letters have signs over and under
/// them.
fn is_letter(c: char) -> bool {
    let sign = matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{900}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
    );
    c.is_alphanumeric() || sign
}

/// Joins letters, or turns the direction of a text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn same_kind(one: char, other: char) -> bool {
    one.is_ascii_digit() == other.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_have_one_reading() {
        fn check(text: &str, expected: Option<(i16, i8, i8)>) {
            let expected = expected.map(|(year, month, day)| match year {
                0 => Day::Yearless(month, day),
                _ => Day::Full(date(year, month, day)),
            });
            assert_eq!(day(text), expected, "{text}");
        }
        check("2026-10-04", Some((2026, 10, 4)));
        check("2026-10-04T00:00:00", Some((2026, 10, 4)));
        check("2025/10/31 18:19:10", Some((2025, 10, 31)));
        check("2022-02-01 09:00 +0000", Some((2022, 2, 1)));
        check("20231010", Some((2023, 10, 10)));
        check("Sep 12, 2026", Some((2026, 9, 12)));
        check("Tue, Jan 27, 2026", Some((2026, 1, 27)));
        check("Fri Sep 04 2026", Some((2026, 9, 4)));
        check("February 28", Some((0, 2, 28)));
        check("8 de marzo", Some((0, 3, 8)));
        check("15 Ιανουαρίου", Some((0, 1, 15)));
        check("18 tháng Sáu", Some((0, 6, 18)));
        check("18 tháng Mười Hai", Some((0, 12, 18)));
        check("8 Juli", Some((0, 7, 8)));
        check("18 tháng 6", Some((0, 6, 18)));
        check("18 tháng 6, 2026", None);
        check("18 tháng 6 năm 2026", Some((2026, 6, 18)));
        check("28-Feb", Some((0, 2, 28)));
        check("27-Jul-26", Some((2026, 7, 27)));
        check("Jul 27 26", None);
        check("1 Temmuz", Some((0, 7, 1)));
        check("28 กุมภาพันธ์", Some((0, 2, 28)));
        check("28 फ़रवरी", Some((0, 2, 28)));
        check("ഒക്\u{200c}ടോബർ 31", Some((0, 10, 31)));
        check("၂၈ ဖေဖော်ဝါရီ", Some((0, 2, 28)));
        check("\u{200f}٢٨ فبراير", Some((0, 2, 28)));
        check("28 בפברואר", Some((0, 2, 28)));
        check("vasario 28 d.", Some((0, 2, 28)));
        check("1 d’abril", Some((0, 4, 1)));
        check("5 listopada", Some((0, 11, 5)));
        check("5. listopada", Some((0, 10, 5)));
        check("5. listopadu", Some((0, 11, 5)));
        check("5 Ιανουαρίου", Some((0, 1, 5)));
        check("2월 28일", Some((0, 2, 28)));
        check("10月31日", Some((0, 10, 31)));
        check("2026年10月31日", Some((2026, 10, 31)));
        check("29 février", Some((0, 2, 29)));
        check("30 février", None);
        check("10/31/2026", None);
        check("46022", None);
        check("May", None);
        check("", None);
        check("2026-13-04", None);
    }

    #[test]
    fn three_numbers_need_an_order() {
        assert_eq!(
            numeric("10/31/2026", Order::MonthFirst),
            Some(date(2026, 10, 31))
        );
        assert_eq!(numeric("10/31/2026", Order::DayFirst), None);
        assert_eq!(
            numeric("01.09.2026 18:00", Order::DayFirst),
            Some(date(2026, 9, 1))
        );
    }

    #[test]
    fn weeks_and_months_are_no_days() {
        fn check(days: &[(i8, i8)], expected: bool) {
            let days: Vec<Date> = days.iter().map(|(m, d)| date(2026, *m, *d)).collect();
            assert_eq!(are_daily(&days), expected, "{days:?}");
        }
        check(&[(10, 5), (10, 6), (10, 7)], true);
        check(&[(10, 5), (10, 9), (10, 10)], true);
        check(&[(10, 5), (10, 12), (10, 19)], false);
        check(&[(9, 1), (10, 1)], false);
        check(&[(10, 5)], true);
    }

    #[test]
    fn years_are_counted_back_from_the_last_day() {
        fn check(days: &[(i8, i8)], latest: Date, expected: &[Date]) {
            let days: Vec<Day> = days
                .iter()
                .map(|(month, day)| Day::Yearless(*month, *day))
                .collect();
            assert_eq!(with_years(&days, latest).unwrap(), expected);
        }
        check(
            &[(12, 30), (12, 31), (1, 1)],
            date(2026, 1, 2),
            &[date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1)],
        );
        check(&[(10, 31)], date(2026, 10, 30), &[date(2025, 10, 31)]);
        check(&[(2, 29)], date(2026, 3, 1), &[date(2024, 2, 29)]);
    }
}
