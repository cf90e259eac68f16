//! Which sheet is which.

use super::super::export::Sheet;
use super::super::header::Header;
use super::super::vocabulary::meaning;
use super::{posts, window};
use crate::source::csv::Record;

/// What a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Totals of the whole time.
    Totals,
    /// Impressions and engagements by day.
    Days,
    /// How many followers there are, and new ones by day.
    Followers,
    /// The posts that had most.
    Posts,
    /// Who the audience is.
    Audience,
}

/// What `sheet` holds, if it is one that is known.
pub(super) fn part(sheet: &Sheet<'_>) -> Option<Part> {
    if !posts::tables(sheet).is_empty() {
        return Some(Part::Posts);
    }
    if days(sheet).is_some() {
        return Some(Part::Days);
    }
    if audience(sheet).is_some() {
        return Some(Part::Audience);
    }
    if followers(sheet).is_some() {
        return Some(Part::Followers);
    }
    let total = |row: &Record<'_>| {
        let label = row.cells.first()?;
        meaning("linkedin-totals", &label.text)
    };
    let totals = sheet.filled().take(8).filter_map(total).count();
    let timed = window::range(sheet).is_some();
    (totals > 1 || totals == 1 && timed).then_some(Part::Totals)
}

/// The rows by day, and their header.
pub(super) fn days<'s, 't>(sheet: &'s Sheet<'t>) -> Option<(Header, Vec<&'s Record<'t>>)> {
    table(sheet, |header| {
        let counted = header.has(&["impressions"]) || header.has(&["interactions"]);
        counted && header.has(&["date"])
    })
}

/// The rows of new followers by day, and their header.
pub(super) fn followers<'s, 't>(sheet: &'s Sheet<'t>) -> Option<(Header, Vec<&'s Record<'t>>)> {
    table(sheet, |header| header.has(&["date", "followers_gained"]))
}

/// The rows of shares, and their header.
pub(super) fn audience<'s, 't>(sheet: &'s Sheet<'t>) -> Option<(Header, Vec<&'s Record<'t>>)> {
    table(sheet, |header| header.has(&["category", "value", "share"]))
}

/// The rows under the first header that `fits`, among the first rows.
fn table<'s, 't>(
    sheet: &'s Sheet<'t>,
    fits: impl Fn(&Header) -> bool,
) -> Option<(Header, Vec<&'s Record<'t>>)> {
    let rows: Vec<&Record<'t>> = sheet.filled().collect();
    let found = rows.iter().take(8).enumerate().find_map(|(index, row)| {
        let header = Header::read("linkedin", row);
        fits(&header).then_some((index, header))
    });
    let (index, header) = found?;
    Some((header, rows[index + 1..].to_vec()))
}
