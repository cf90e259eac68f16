//! Which days a download covers, when it was made, and whose it is.

use super::super::dates::{self, Day};
use super::super::export::Export;
use crate::kit::Handle;
use jiff::civil::Date;

/// A time from one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Date,
    pub(super) to: Date,
}

impl Window {
    /// How many days it has.
    pub(super) fn days(&self) -> u32 {
        let days = (self.to - self.from).get_days() + 1;
        u32::try_from(days).unwrap_or_default()
    }
}

/// The time in `range`: `Aug 3 - Oct 31`, of the year before `export` was made.
pub(super) fn window(export: &Export<'_>, range: &str) -> Option<Window> {
    let (from, to) = [" - ", " – ", " — ", "–"]
        .iter()
        .find_map(|dash| range.split_once(dash))?;
    // Where the account is, it may be a day later.
    let latest = written(export).tomorrow().ok()?;
    between(dates::day(from)?, dates::day(to)?, latest)
}

fn between(from: Day, to: Day, latest: Date) -> Option<Window> {
    match dates::with_years(&[from, to], latest)?[..] {
        [from, to] if from <= to => Some(Window { from, to }),
        _ => None,
    }
}

/// When `export` was made: its folder or archive tells, `instagram-maiteorrun-2026-11-02-qLooPzkL`,
/// else the file.
pub(super) fn written(export: &Export<'_>) -> Date {
    let named = export.names().find_map(|name| Some(parted(name)?.1));
    named.unwrap_or(export.modified)
}

/// Whose it is, which its folder or archive tells too.
pub(super) fn account(export: &Export<'_>) -> Option<Handle> {
    export
        .names()
        .find_map(|name| Handle::parse(parted(name)?.0))
}

/// The account and the day in a name.
fn parted(name: &str) -> Option<(&str, Date)> {
    let rest = name.strip_prefix("instagram-")?;
    let starts = rest
        .char_indices()
        .filter(|(_, c)| *c == '-')
        .map(|(at, _)| at);
    let day = |at: usize| Some((&rest[..at], dates::full_day(rest.get(at + 1..at + 11)?)?));
    starts.into_iter().find_map(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_range_is_the_last_one_before_the_download() {
        fn check(from: &str, to: &str, expected: Option<(Date, Date)>) {
            let found = between(
                dates::day(from).unwrap(),
                dates::day(to).unwrap(),
                date(2026, 11, 2),
            );
            assert_eq!(found.map(|window| (window.from, window.to)), expected);
        }
        check(
            "Aug 3",
            "Oct 31",
            Some((date(2026, 8, 3), date(2026, 10, 31))),
        );
        check(
            "Nov 27",
            "Feb 24",
            Some((date(2025, 11, 27), date(2026, 2, 24))),
        );
        check(
            "Sep 1",
            "Nov 30",
            Some((date(2025, 9, 1), date(2025, 11, 30))),
        );
        check(
            "Dec 1, 2025",
            "Aug 17, 2026",
            Some((date(2025, 12, 1), date(2026, 8, 17))),
        );
        check("Aug 17, 2026", "Dec 1, 2025", None);
    }

    #[test]
    fn names_tell_account_and_day() {
        fn check(name: &str, expected: Option<(&str, Date)>) {
            assert_eq!(parted(name), expected, "{name}");
        }
        let day = date(2026, 6, 3);
        check(
            "instagram-maiteorrun-2026-06-03-qLooPzkL",
            Some(("maiteorrun", day)),
        );
        check(
            "instagram-maite.on-tour-2026-06-03-q",
            Some(("maite.on-tour", day)),
        );
        check("instagram-maiteorrun", None);
        check("facebook-maiteorrun-2026-06-03-q", None);
        check("instagram-é-2026", None);
    }
}
