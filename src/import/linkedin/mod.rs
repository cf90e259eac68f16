//! LinkedIn: what a person's own posts have had, a workbook with a sheet for each part.
//!
//! Sheets and columns are named in the account's language, and days are written in its order. What
//! a sheet is, is told by what stands in it.

mod audience;
mod posts;
mod series;
mod sheets;
mod window;

use super::export::{Export, Sheet};
use super::haul::Haul;
use super::written::Written;
use super::{Certainty, Importer, Match, Settings};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use sheets::Part;
use std::collections::BTreeSet;
use window::Window;

pub(super) const IMPORTER: Importer = Importer {
    id: "linkedin",
    name: "LinkedIn",
    platforms: &["linkedin"],
    detect,
    read,
};

const KIND: &str = "analytics";

/// What all sheets of a workbook have in common.
struct Book {
    written: Written,
    window: Option<Window>,
    asof: Date,
}

/// That numbers are below zero which cannot be: LinkedIn takes back what it counted before.
const TAKEN_BACK: &str = "numbers below zero, which take back older ones, were left out";

type Read = Result<(), Diagnostic>;

fn detect(export: &Export<'_>) -> Option<Match> {
    let parts: BTreeSet<Part> = export.sheets().iter().filter_map(sheets::part).collect();
    // Links to LinkedIn tell by themselves; others too have numbers by day and their totals.
    (parts.len() > 2 || parts.contains(&Part::Posts)).then_some(Match {
        kind: KIND,
        platform: Some("linkedin"),
        certainty: Certainty::Sure,
    })
}

fn read(export: &Export<'_>, _: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let parts: Vec<(Part, &Sheet<'_>)> = export
        .sheets()
        .iter()
        .filter_map(|sheet| Some((sheets::part(sheet)?, sheet)))
        .collect();
    let written = window::written(export, &parts);
    let book = Book {
        written,
        window: window::window(export, &parts, written),
        asof: export.modified,
    };
    haul.until = book.window.map(|window| window.to);
    if book.window.is_none() {
        haul.note("the file does not say which time it covers: totals, posts and shares of the audience were left out");
    }
    for sheet in export.sheets() {
        match parts.iter().find(|(_, one)| std::ptr::eq(*one, sheet)) {
            Some((Part::Totals, _)) => series::totals(&book, sheet, haul, diags),
            Some((Part::Days, _)) => series::days(&book, sheet, haul, diags),
            Some((Part::Followers, _)) => series::followers(&book, sheet, haul, diags),
            Some((Part::Posts, _)) => posts::read(&book, sheet, haul, diags),
            Some((Part::Audience, _)) => audience::read(&book, sheet, haul, diags),
            None if sheet.filled().next().is_none() => {}
            None => haul.note(format!("the sheet “{}” was left out", sheet.name)),
        }
    }
}
