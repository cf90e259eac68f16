//! The days of a table by day, each with its year. TikTok writes no years, and spreadsheets put in
//! the one they are opened in.

use super::super::dates::{self, Day};
use super::super::written::{Written, follow};
use crate::source::Diagnostic;
use crate::source::csv::Cell;
use jiff::civil::Date;

/// How many days a table may cover.
const LONGEST: i32 = 366;

/// How many days two rows beside each other may be apart, should some between them be left out.
/// Sorted by something else, days can be read in order too, with a year between two of them.
pub(super) const WIDEST: i32 = 31;

/// The days in `cells`, which are written with their years.
pub(super) fn written(cells: &[Cell<'_>], today: Date) -> Result<Vec<Date>, Vec<Diagnostic>> {
    let days = read(cells)?;
    let full = days.iter().zip(cells).map(|(day, cell)| match day {
        Day::Full(date) if *date <= today => Ok(*date),
        Day::Full(date) => Err(dates::to_come(cell.span, *date)),
        Day::Yearless(..) => Err(dates::not_a_day(cell)),
    });
    collected(full)
}

/// The days in `cells`, none of which is after `latest`.
pub(super) fn found(cells: &[Cell<'_>], latest: Date) -> Result<Vec<Date>, Vec<Diagnostic>> {
    let days = read(cells)?;
    in_order(&days, latest).ok_or_else(|| {
        let place = cells.first().map(|cell| cell.span);
        let wrong = Diagnostic::error(
            "export-date",
            "the days stand in no order, which is needed to tell their years",
        )
        .hint("export the file again and import it as it comes: a spreadsheet may have sorted it");
        vec![match place {
            Some(place) => wrong.at(place),
            None => wrong,
        }]
    })
}

fn read(cells: &[Cell<'_>]) -> Result<Vec<Day>, Vec<Diagnostic>> {
    let texts = || cells.iter().map(|cell| cell.text.as_ref());
    let in_row = |order| follow(texts(), order);
    let written = Written::of(texts(), &[&in_row]);
    collected(cells.iter().map(|cell| match dates::day(&cell.text) {
        Some(day) => Ok(day),
        None => written.read(cell).map(Day::Full),
    }))
}

/// All that was read, or all that is wrong.
fn collected<T>(
    results: impl Iterator<Item = Result<T, Diagnostic>>,
) -> Result<Vec<T>, Vec<Diagnostic>> {
    let (mut read, mut wrong) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(one) => read.push(one),
            Err(one) => wrong.push(one),
        }
    }
    match wrong.is_empty() {
        true => Ok(read),
        false => Err(wrong),
    }
}

/// `days` with their years, if they go up or down.
fn in_order(days: &[Day], latest: Date) -> Option<Vec<Date>> {
    let full = |day: &Day| match *day {
        Day::Full(date) if date <= latest => Some(date),
        _ => None,
    };
    let full: Option<Vec<Date>> = days.iter().map(full).collect();
    if let Some(full) = full
        && (full.is_sorted_by(|one, next| one < next) || full.is_sorted_by(|one, next| one > next))
        && are_close(&full)
    {
        return Some(full);
    }
    let mut bare: Vec<Day> = days.iter().map(|day| without_year(*day)).collect();
    let up = upwards(&bare, latest);
    bare.reverse();
    let down = upwards(&bare, latest).map(|mut dates| {
        dates.reverse();
        dates
    });
    match (up, down) {
        (Some(up), Some(down)) if up == down => Some(up),
        (Some(up), Some(down)) => match (is_daily(&up), is_daily(&down)) {
            (true, false) => Some(up),
            (false, true) => Some(down),
            _ => None,
        },
        (up, down) => up.or(down),
    }
}

fn without_year(day: Day) -> Day {
    match day {
        Day::Full(date) => Day::Yearless(date.month(), date.day()),
        Day::Yearless(..) => day,
    }
}

/// `days` with their years, if they go up within the time that a table may cover.
fn upwards(days: &[Day], latest: Date) -> Option<Vec<Date>> {
    let dates = dates::with_years(days, latest)?;
    let covered = apart(*dates.first()?, *dates.last()?);
    let goes_up = dates.is_sorted_by(|one, next| one < next);
    (goes_up && covered <= LONGEST && are_close(&dates)).then_some(dates)
}

fn are_close(dates: &[Date]) -> bool {
    dates
        .windows(2)
        .all(|pair| apart(pair[0], pair[1]) <= WIDEST)
}

/// How many days are between two.
pub(super) fn apart(one: Date, other: Date) -> i32 {
    one.until(other)
        .map_or(i32::MAX, |span| span.get_days().abs())
}

/// Whether no day is left out between `dates`.
fn is_daily(dates: &[Date]) -> bool {
    dates.windows(2).all(|pair| {
        let next = Some(pair[1]);
        pair[0].tomorrow().ok() == next || pair[0].yesterday().ok() == next
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};
    use jiff::civil::date;

    fn dates_in(texts: &[&str], latest: Date) -> Option<Vec<String>> {
        let cell = |text: &&str| Cell {
            text: text.to_string().into(),
            span: Span::new(FileId::none(), 0..0),
        };
        let cells: Vec<_> = texts.iter().map(cell).collect();
        let dates = found(&cells, latest).ok()?;
        Some(dates.iter().map(Date::to_string).collect())
    }

    #[test]
    fn years_are_found_from_the_order_of_the_days() {
        fn check(texts: &[&str], expected: &[&str]) {
            let dates = dates_in(texts, date(2026, 3, 2));
            let expected: Vec<_> = expected.iter().map(|text| text.to_string()).collect();
            assert_eq!(dates, Some(expected), "{texts:?}");
        }
        check(
            &["December 31", "January 1", "January 2"],
            &["2025-12-31", "2026-01-01", "2026-01-02"],
        );
        check(
            &["2-Jan", "1-Jan", "31-Dec"],
            &["2026-01-02", "2026-01-01", "2025-12-31"],
        );
        check(&["March 2"], &["2026-03-02"]);
        check(&["March 3"], &["2025-03-03"]);
        // A spreadsheet has put in the year it was opened in.
        check(
            &["2026-12-31", "2026-01-01", "2026-01-02"],
            &["2025-12-31", "2026-01-01", "2026-01-02"],
        );
        check(&["2026-11-01", "2026-11-02"], &["2025-11-01", "2025-11-02"]);
        check(&["01/03/2026", "02/03/2026"], &["2026-03-01", "2026-03-02"]);
        // Days are left out, and there is still one way only to read them.
        check(
            &["February 1", "February 2", "February 5"],
            &["2026-02-01", "2026-02-02", "2026-02-05"],
        );
    }

    #[test]
    fn days_without_order_have_no_years() {
        fn check(texts: &[&str]) {
            assert_eq!(dates_in(texts, date(2026, 3, 2)), None, "{texts:?}");
        }
        check(&["February 1", "February 5", "February 2"]);
        // As sorted by the number of views.
        check(&["February 1", "February 7", "February 3"]);
        check(&["1/1/2026", "12/30/2026", "12/31/2026"]);
        check(&["February 1", "August 1"]);
        check(&["February 1", "February 1"]);
        check(&["February 1", "soon"]);
    }
}
