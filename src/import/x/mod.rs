//! X: what its own analytics export, and what Twitter's exported before.

mod days;
mod posts;
mod status;
mod video;

use super::dates;
use super::export::Export;
use super::haul::Haul;
use super::header::Header;
use super::{Certainty, Importer, Match, Settings};
use crate::source::Diagnostics;
use jiff::civil::Date;

pub(super) const IMPORTER: Importer = Importer {
    id: "x",
    name: "X",
    platforms: &["x"],
    detect,
    read,
};

fn detect(export: &Export<'_>) -> Option<Match> {
    let sheet = export.sheet()?;
    let kind = posts::detect(sheet)
        .or_else(|| days::detect(sheet))
        .or_else(|| video::detect(sheet))?;
    Some(Match {
        kind,
        platform: Some("x"),
        certainty: Certainty::Sure,
    })
}

fn read(export: &Export<'_>, settings: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    match haul.kind {
        posts::KIND => {
            haul.until = Some(last_day(export));
            posts::read(sheet, export.modified, haul, diags);
        }
        days::KIND => days::read(sheet, haul, diags),
        _ => video::read(sheet, export.modified, settings.with_revenue, haul, diags),
    }
    if haul.account.is_none() {
        haul.account = status::named(export);
    }
}

/// The last day that the name of the file tells, as `…_content_2026-10-04_2026-11-01`, or else the
/// day it was written on: after that there is nothing in it.
fn last_day(export: &Export<'_>) -> Date {
    let mut parts = export.name().rsplit('_');
    let named = parts.find_map(dates::full_day);
    named.map_or(export.modified, |day| day.min(export.modified))
}

/// Says which columns were left out: those that nobody here knows, and all of what was promoted.
fn note_left_out(header: &Header, haul: &mut Haul) {
    let of_promotion = |name: &String| name.starts_with("promoted ");
    let (promoted, unknown): (Vec<String>, Vec<String>) =
        header.unknown.iter().cloned().partition(of_promotion);
    if !promoted.is_empty() {
        haul.note("what was promoted was left out");
    }
    haul.note_columns(&unknown);
}
