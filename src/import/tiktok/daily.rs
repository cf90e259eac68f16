//! The tables with a row for each day: `Overview`, `FollowerHistory`, `Viewers`; and the one with
//! a row for each hour, `FollowerActivity`.

use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::{values, whole};
use super::{Table, years};
use crate::kit::{Exact, Period, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, Span};
use jiff::civil::Date;

const SECTION: &str = "tiktok-days";

const OVERVIEW: &str = "Overview.csv";
const FOLLOWERS: &str = "FollowerHistory.csv";
const VIEWERS: &str = "Viewers.csv";
const ACTIVITY: &str = "FollowerActivity.csv";

/// The columns that count what happened on a day; each has the name of what it counts.
const METRICS: &[&str] = &[
    "views",
    "reach",
    "profile_visits",
    "likes",
    "comments",
    "shares",
    "followers_net",
    "followers_gained",
    "followers_lost",
    "viewers",
    "viewers_new",
    "viewers_returning",
];

/// What TikTok writes for the number of a day that it has not counted yet.
const UNCOUNTED: &str = "undefined";

/// What these tables are about, and what is there for every day that was counted.
const MAIN: &[&str] = &["views", "viewers"];

/// What of these TikTok takes back: the number of a day may be below zero.
const TAKEN_BACK: &[&str] = &["likes", "comments", "shares", "followers_net"];

pub(super) fn kind(names: &Record<'_>) -> Option<&'static str> {
    let header = Header::read(SECTION, names);
    let is_overview = || {
        let others = ["profile_visits", "reach"];
        header.has(&["date", "views"]) && others.iter().any(|column| header.has(&[column]))
    };
    if header.has(&["date", "hour", "active"]) {
        Some(ACTIVITY)
    } else if header.has(&["date", "followers", "difference"]) {
        Some(FOLLOWERS)
    } else if header.has(&["date", "viewers"]) {
        Some(VIEWERS)
    } else {
        is_overview().then_some(OVERVIEW)
    }
}

pub(super) fn read(
    sheet: &Sheet<'_>,
    latest: Date,
    today: Date,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    if haul.kind == ACTIVITY {
        haul.note("at what hours followers are active is left out: a kit has no place for it");
        return;
    }
    let Some(table) = Table::read(SECTION, sheet) else {
        return;
    };
    let (rows, cells): (Vec<_>, Vec<_>) = table
        .rows
        .iter()
        .filter_map(|row| Some((*row, table.header.cell(row, "date")?)))
        .unzip();
    // Only business accounts are told the years.
    let dates = match table.header.has(&["reach"]) {
        true => years::written(&cells, today),
        false => years::found(&cells, latest),
    };
    let dates = match dates {
        Ok(dates) => dates,
        Err(wrong) => {
            return wrong.into_iter().for_each(|wrong| diags.push(wrong));
        }
    };
    if let Some(last) = dates.iter().max()
        && !table.header.has(&["reach"])
        && years::apart(*last, latest) > years::WIDEST
    {
        haul.note(format!(
            "TikTok writes no years: these days were taken to end on {last}"
        ));
    }
    let mut followers = Vec::new();
    for (row, date) in rows.into_iter().zip(dates) {
        let read = table
            .day(row, date, haul)
            .and_then(|()| table.followers(row, date, &mut followers, haul));
        if let Err(wrong) = read {
            diags.push(wrong);
        }
    }
    add_followers(followers, haul);
    haul.note_columns(&table.header.unknown);
}

/// How many followers there were on a day.
struct Followers {
    date: Date,
    count: Exact,
    place: Span,
}

impl Table<'_, '_> {
    fn day(&self, row: &Record<'_>, date: Date, haul: &mut Haul) -> Result<(), Diagnostic> {
        if !self.is_counted(row) {
            haul.note("days that TikTok has not counted yet were left out");
            return Ok(());
        }
        for (column, cell) in self.numbers(row) {
            match whole::read(&cell)? {
                None => {}
                Some(number) if number < exact(0) && !TAKEN_BACK.contains(&column) => {
                    haul.note(format!("numbers of {column} below zero were left out"));
                }
                Some(number) => haul.add_day(date, column, number, cell.span),
            }
        }
        Ok(())
    }

    /// The cells of `row` that count what happened, and what each counts.
    fn numbers<'t>(&self, row: &Record<'t>) -> impl Iterator<Item = (&'static str, Cell<'t>)> {
        let columns = self.header.columns().into_iter();
        columns
            .filter(|column| METRICS.contains(column))
            .filter_map(|column| Some((column, self.header.cell(row, column)?)))
    }

    /// Whether the day in `row` has been counted. Until it is, what the table is about is missing
    /// in it, and everything else is said to be 0.
    fn is_counted(&self, row: &Record<'_>) -> bool {
        let Some(main) = MAIN.iter().find(|column| self.header.has(&[column])) else {
            return true;
        };
        match self.header.cell(row, main) {
            Some(cell) if !values::is_missing(&cell.text) => true,
            Some(cell) if cell.text.eq_ignore_ascii_case(UNCOUNTED) => false,
            _ => self.numbers(row).any(|(_, cell)| {
                let is_zero = whole::read(&cell).is_ok_and(|number| number == Some(exact(0)));
                !is_zero && !values::is_missing(&cell.text)
            }),
        }
    }

    fn followers(
        &self,
        row: &Record<'_>,
        date: Date,
        followers: &mut Vec<Followers>,
        haul: &mut Haul,
    ) -> Result<(), Diagnostic> {
        if let Some(cell) = self.header.cell(row, "followers")
            && let Some(count) = whole::read(&cell)?
        {
            if count < exact(0) {
                haul.note("numbers of followers below zero were left out");
                return Ok(());
            }
            followers.push(Followers {
                date,
                count,
                place: cell.span,
            });
        }
        Ok(())
    }
}

/// Adds how many followers there were, and how many more than the day before. The file's own
/// column of that is one day off for some accounts.
fn add_followers(mut followers: Vec<Followers>, haul: &mut Haul) {
    followers.sort_by_key(|day| day.date);
    let mut before: Option<&Followers> = None;
    for day in &followers {
        if let Some(before) = before
            && before.date.tomorrow().ok() == Some(day.date)
        {
            let net = &day.count - &before.count;
            let row = haul.add(day.date, "followers_net", net, day.place);
            row.period = Some(Period::Days(1));
        }
        haul.add(day.date, "followers", day.count.clone(), day.place);
        haul.until = haul.until.max(Some(day.date));
        before = Some(day);
    }
}
