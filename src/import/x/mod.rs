//! X: what its own analytics export, and what Twitter's exported before.

mod days;
mod posts;
mod status;
mod video;

use super::export::Export;
use super::haul::Haul;
use super::{Certainty, Importer, Match, Settings};
use crate::source::Diagnostics;

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
        posts::KIND => posts::read(sheet, export.modified, haul, diags),
        days::KIND => days::read(sheet, haul, diags),
        _ => video::read(sheet, export.modified, settings.with_revenue, haul, diags),
    }
    if haul.account.is_none() {
        haul.account = status::named(export);
    }
}
