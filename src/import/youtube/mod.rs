//! YouTube Studio, advanced mode: an archive with a table of one dimension for a time, its totals
//! by day, and the data of its chart.

mod columns;
mod content;
mod days;
mod kind;
mod shares;
mod table;
mod window;

use super::export::Export;
use super::haul::Haul;
use super::{Importer, Match, Settings};
use crate::source::Diagnostics;
use days::Days;
use kind::Kind;
use table::Table;
use window::Window;

pub(super) const IMPORTER: Importer = Importer {
    id: "youtube-studio",
    name: "YouTube Studio",
    platforms: &["youtube"],
    detect,
    read,
};

/// Where the words of its columns stand.
const SECTION: &str = "youtube";

fn detect(export: &Export<'_>) -> Option<Match> {
    let (kind, certainty) = kind::of(export)?;
    Some(Match {
        kind: kind.word(),
        platform: Some("youtube"),
        certainty,
    })
}

fn read(export: &Export<'_>, settings: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let (Some(sheet), Some((kind, _))) = (export.sheet(), kind::of(export)) else {
        return;
    };
    let Some(table) = Table::read(sheet, settings.with_revenue) else {
        return;
    };
    let window = Window::of(export);
    if let Some(window) = window.filter(|window| window.last > settings.latest()) {
        return diags.push(window.to_come(table.start));
    }
    haul.until = window.map(|window| window.last);
    // Its totals are in the table by date too, which may be of another hour.
    haul.minor = kind != Kind::Date;
    match kind {
        Kind::Chart => {
            haul.note(
                "the numbers of each day and part were left out: a kit has no place for them",
            );
            return;
        }
        Kind::Content => content::read(&table, window, haul, diags),
        Kind::Date | Kind::Totals => {
            let days = Days {
                table: &table,
                kind,
                window,
                latest: settings.latest(),
            };
            days.read(haul, diags);
        }
        Kind::Geography
        | Kind::Age
        | Kind::Gender
        | Kind::Cities
        | Kind::Source
        | Kind::Subscription => {
            let day = window.map_or(export.modified, |window| window.last);
            shares::read(&table, kind, window, day, haul, diags);
        }
        Kind::Other => {
            haul.note("a table by this dimension is not understood: nothing of it was read");
            return;
        }
    }
    table.note_left_out(haul);
}
