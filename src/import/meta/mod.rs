//! Meta Business Suite: Instagram and Facebook.

mod audience;
mod blocks;
mod content;
mod daily;

pub(super) use blocks::apart;

use super::export::Export;
use super::haul::Haul;
use super::{Certainty, Importer, Match, Settings};
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
    let blocks = blocks::blocks(sheet);
    let audience = || blocks.iter().find_map(audience::kind);
    let Some(kind) = audience().or_else(|| blocks.iter().find_map(daily::kind)) else {
        return content::detect(sheet);
    };
    Some(Match {
        kind,
        platform: export.platform.or_else(|| blocks::named(&blocks)),
        certainty: Certainty::Sure,
    })
}

fn read(export: &Export<'_>, _: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    if haul.kind == content::KIND {
        return content::read(export, sheet, haul, diags);
    }
    let (kind, delimiter, written) = (haul.kind, sheet.delimiter, export.modified);
    for block in &blocks::blocks(sheet) {
        if let Some(kind) = daily::kind(block) {
            haul.kind = kind;
            daily::read(block, written, haul, diags);
        } else if let Some(kind) = audience::kind(block) {
            haul.kind = kind;
            audience::read(block, delimiter, written, haul, diags);
        } else if !block.rows.is_empty() {
            haul.note(format!("“{}” was left out", block.title.text.trim()));
        }
    }
    haul.kind = kind;
}
