//! The tables with a row for each day: `Overview`, `FollowerHistory`, `Viewers`; and the one with
//! a row for each hour, `FollowerActivity`.

use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::{values, whole};
use super::{Table, years};
use crate::kit::{Exact, Period, exact};
use crate::source::csv::Record;
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
    let mut followers = Vec::new();
    for (row, date) in rows.into_iter().zip(dates) {
        let read = table
            .day(row, date, haul)
            .and_then(|()| table.followers(row, date, &mut followers));
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
        // While the viewers of a day are not counted yet, those who are new are said to be 0.
        let viewers = self.header.cell(row, "viewers");
        if viewers.is_none_or(|cell| values::is_missing(&cell.text))
            && self.header.has(&["viewers"])
        {
            return Ok(());
        }
        for column in self.header.columns() {
            if !METRICS.contains(&column) {
                continue;
            }
            let Some(cell) = self.header.cell(row, column) else {
                continue;
            };
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

    fn followers(
        &self,
        row: &Record<'_>,
        date: Date,
        followers: &mut Vec<Followers>,
    ) -> Result<(), Diagnostic> {
        if let Some(cell) = self.header.cell(row, "followers")
            && let Some(count) = whole::read(&cell)?
        {
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
