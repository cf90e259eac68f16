//! Pinterest: the overview of an account, and who its audience is.

mod audience;
mod overview;
mod pins;

use super::export::Export;
use super::haul::Haul;
use super::{Importer, Match, Settings};
use crate::source::Diagnostics;

pub(super) const IMPORTER: Importer = Importer {
    id: "pinterest",
    name: "Pinterest",
    platforms: &["pinterest"],
    detect,
    read,
};

fn detect(export: &Export<'_>) -> Option<Match> {
    audience::detect(export).or_else(|| overview::detect(export))
}

fn read(export: &Export<'_>, settings: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    match haul.kind {
        audience::KIND => audience::read(export, haul, diags),
        _ => overview::read(export, settings, haul, diags),
    }
}
