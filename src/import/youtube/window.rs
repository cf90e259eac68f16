//! The time that an export covers, as the name of its archive tells it.

use super::super::export::Export;
use crate::source::{Diagnostic, Span};
use jiff::civil::Date;

/// From the first to the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) first: Date,
    pub(super) last: Date,
}

impl Window {
    /// The window in the names around `export`: `Content 2026-10-04_2026-11-01 Oat _ Ember`, of
    /// which the second day is the first that is not in it.
    pub(super) fn of(export: &Export<'_>) -> Option<Window> {
        export.names().find_map(in_name)
    }

    /// That it goes on after today, for the table that begins at `place`.
    pub(super) fn to_come(self, place: Span) -> Diagnostic {
        let message = format!(
            "the name of the archive tells of days until {}, which is still to come",
            self.last
        );
        Diagnostic::error("export-date", message)
            .at(place)
            .hint("import the archive under the name it came with")
    }

    /// How many days it has.
    pub(super) fn days(self) -> u32 {
        let days = self
            .first
            .until(self.last)
            .map_or(0, |span| span.get_days());
        u32::try_from(days).unwrap_or(0) + 1
    }
}

fn in_name(name: &str) -> Option<Window> {
    const DAY: usize = "2026-10-04".len();
    let marks = memchr::memchr_iter(b'_', name.as_bytes());
    marks.into_iter().find_map(|mark| {
        let day = |range: std::ops::Range<usize>| name.get(range)?.parse::<Date>().ok();
        let first = day(mark.checked_sub(DAY)?..mark)?;
        let behind = day(mark + 1..mark + 1 + DAY)?;
        let last = match behind > first {
            true => behind.yesterday().ok()?,
            false => behind,
        };
        (first <= last).then_some(Window { first, last })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_of_archives_tell_the_window() {
        fn check(name: &str, expected: Option<(Date, Date, u32)>) {
            let found = in_name(name).map(|window| (window.first, window.last, window.days()));
            assert_eq!(found, expected, "{name}");
        }
        let october = Some((date(2026, 10, 4), date(2026, 10, 31), 28));
        check("Content 2026-10-04_2026-11-01 Oat _ Ember", october);
        check("Vi_de_os 2026-10-04_2026-11-01 Hafer", october);
        check("コンテンツ 2026-10-04_2026-11-01 麦", october);
        check(
            "Date 2026-10-04_2026-10-05 Oat",
            Some((date(2026, 10, 4), date(2026, 10, 4), 1)),
        );
        check(
            "Date 2026-10-04_2026-10-04 Oat",
            Some((date(2026, 10, 4), date(2026, 10, 4), 1)),
        );
        check(
            "Content 2015-03-01_2026-11-01 Oat",
            Some((date(2015, 3, 1), date(2026, 10, 31), 4263)),
        );
        check("Content 2026-11-01_2026-10-04 Oat", None);
        check("Table data", None);
        check("ä2026-10-0_2026-11-01", None);
    }
}
