//! Meta Business Suite: Instagram and Facebook.

mod audience;
mod content;
mod daily;

use super::export::Export;
use super::haul::Haul;
use super::{Importer, Match, Settings};
use crate::source::Diagnostics;

pub(super) const IMPORTER: Importer = Importer {
    id: "meta",
    name: "Meta Business Suite",
    platforms: &["instagram", "facebook"],
    detect,
    read,
};

fn detect(export: &Export<'_>) -> Option<Match> {
    let sheet = export.sheet()?;
    daily::detect(sheet)
        .or_else(|| audience::detect(sheet))
        .or_else(|| content::detect(sheet))
}

fn read(export: &Export<'_>, _: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    match haul.kind {
        audience::KIND => audience::read(sheet, export.modified, haul, diags),
        content::KIND => content::read(sheet, export.modified, haul, diags),
        _ => daily::read(sheet, haul, diags),
    }
}
