//! The time a workbook covers, and how it writes its days.

use super::super::dates::{self, Order};
use super::super::export::{Export, Sheet};
use super::super::written::{self, Written};
use super::posts;
use super::sheets::{self, Part};
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

    /// Whether `day` is in it, or beside it: some exports leave out one of its ends.
    pub(super) fn has(&self, day: Date) -> bool {
        let from = self.from.yesterday().unwrap_or(self.from);
        let to = self.to.tomorrow().unwrap_or(self.to);
        (from..=to).contains(&day)
    }
}

/// How the workbook writes its days: all of them together tell, else the time in the file's name.
pub(super) fn written(export: &Export<'_>, parts: &[(Part, &Sheet<'_>)]) -> Written {
    let mut texts = Vec::new();
    let mut series = Vec::new();
    for (part, sheet) in parts {
        let rows = match part {
            Part::Days => sheets::days(sheet),
            Part::Followers => sheets::followers(sheet),
            Part::Totals | Part::Posts | Part::Audience => None,
        };
        if let Some((header, rows)) = rows {
            let days = rows.iter().filter_map(|row| header.cell(row, "date"));
            series.push(days.map(|cell| cell.text.into_owned()).collect::<Vec<_>>());
        }
        match part {
            Part::Totals => texts.extend(range(sheet).into_iter().flatten()),
            Part::Followers => texts.extend(day_beside_words(sheet)),
            Part::Posts => texts.extend(posts::days(sheet)),
            Part::Days | Part::Audience => {}
        }
    }
    let follow = |order: Order| {
        let follows = |days: &Vec<String>| written::follow(days.iter().map(String::as_str), order);
        series.iter().any(follows)
    };
    let named = export.names().find_map(named);
    let in_named = |order: Order| {
        let inside = |text: &String| {
            let (from, to) = named?;
            Some((from..=to).contains(&dates::numeric(text, order)?))
        };
        let mut days = series.iter().flatten();
        days.all(|text| inside(text).unwrap_or(false))
    };
    let all = texts.iter().chain(series.iter().flatten());
    Written::of(all.map(String::as_str), &[&follow, &in_named])
}

/// The time that the totals are of, else the one in the file's name.
pub(super) fn window(
    export: &Export<'_>,
    parts: &[(Part, &Sheet<'_>)],
    written: Written,
) -> Option<Window> {
    let told = parts.iter().find_map(|(_, sheet)| {
        let [from, to] = range(sheet)?;
        Some((written.day(&from)?, written.day(&to)?))
    });
    let (from, to) = told.or_else(|| export.names().find_map(named))?;
    (from <= to).then_some(Window { from, to })
}

/// The two days in a name: `AggregateAnalytics_Maite_2026-10-04_2026-10-31`.
fn named(name: &str) -> Option<(Date, Date)> {
    let mut days = name.split(['_', ' ']).filter_map(dates::full_day);
    Some((days.next()?, days.next()?))
}

/// The two days that stand in one cell at the head of `sheet`.
pub(super) fn range(sheet: &Sheet<'_>) -> Option<[String; 2]> {
    let rows = sheet.filled().take(3);
    let mut cells = rows.flat_map(|row| &row.cells);
    cells.find_map(|cell| match &days_in(&cell.text)[..] {
        [from, to] => Some([(*from).to_string(), (*to).to_string()]),
        _ => None,
    })
}

/// The day that stands in a sentence at the head of `sheet`: `Total followers on 10/31/2026`.
pub(super) fn day_beside_words(sheet: &Sheet<'_>) -> Option<String> {
    let cell = sheet.filled().next()?.cells.first()?;
    match days_in(&cell.text)[..] {
        [day] => Some(day.to_string()),
        _ => None,
    }
}

/// The words of `text` that are days.
fn days_in(text: &str) -> Vec<&str> {
    let is_day = |word: &&str| {
        let numeric = |order| dates::numeric(word, order).is_some();
        let plain = dates::full_day(word).is_some();
        plain || numeric(Order::MonthFirst) || numeric(Order::DayFirst)
    };
    text.split(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '(' | ')'))
        .map(|word| word.trim_end_matches([':', ',', '.', ';']))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(is_day)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_found_among_words() {
        fn check(text: &str, expected: &[&str]) {
            assert_eq!(days_in(text), expected);
        }
        check("10/4/2026 - 10/31/2026", &["10/4/2026", "10/31/2026"]);
        check("04/10/2026–31/10/2026", &["04/10/2026", "31/10/2026"]);
        check("04/10/2026 a 31/10/2026", &["04/10/2026", "31/10/2026"]);
        check("Total followers on 10/31/2026:", &["10/31/2026"]);
        check("2026/10/4 ~ 2026/10/31", &["2026/10/4", "2026/10/31"]);
        check("Maximum of 50 posts in 2026", &[]);
    }

    #[test]
    fn names_tell_a_time() {
        let window = Some((date(2026, 10, 4), date(2026, 10, 31)));
        fn check(name: &str, expected: Option<(Date, Date)>) {
            assert_eq!(named(name), expected, "{name}");
        }
        check(
            "AggregateAnalytics_Maite Orrun_2026-10-04_2026-10-31",
            window,
        );
        check("Content_2026-10-04_2026-10-31_MaiteOrrun", window);
        check("AggregateAnalytics_Maite", None);
    }
}
