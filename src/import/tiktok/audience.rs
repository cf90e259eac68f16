//! Who follows, as fractions of 1: `FollowerGender` and `FollowerTopTerritories`.

use super::super::Certainty;
use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::values::{self, Scale};
use super::super::vocabulary::meaning;
use super::Table;
use crate::kit::{Exact, Gender, country, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const GENDERS: &str = "FollowerGender.csv";
pub(super) const TERRITORIES: &str = "FollowerTopTerritories.csv";

const SECTION: &str = "tiktok-audience";

pub(super) fn kind(names: &Record<'_>) -> Option<(&'static str, Certainty)> {
    let header = Header::read(SECTION, names);
    if header.has(&["territory", "share"]) {
        Some((TERRITORIES, Certainty::Sure))
    } else {
        let is_genders = header.has(&["gender", "share"]) && header.unknown.is_empty();
        is_genders.then_some((GENDERS, Certainty::Likely))
    }
}

pub(super) fn read(sheet: &Sheet<'_>, day: Date, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(table) = Table::read(SECTION, sheet) else {
        return;
    };
    haul.until = Some(day);
    let mut whole = exact(0);
    for row in &table.rows {
        match table.part(row, day, haul) {
            Ok(share) => whole += share,
            Err(wrong) => diags.push(*wrong),
        }
    }
    if let Some(wrong) = values::over_whole(&whole, sheet.start) {
        diags.push(wrong);
    }
}

impl Table<'_, '_> {
    /// Adds the part of the followers in `row`; gives how large it is.
    fn part(&self, row: &Record<'_>, day: Date, haul: &mut Haul) -> Result<Exact, Box<Diagnostic>> {
        let name = ["territory", "gender"];
        let name = name.iter().find_map(|column| self.header.cell(row, column));
        let (Some(name), Some(cell)) = (name, self.header.cell(row, "share")) else {
            return Ok(exact(0));
        };
        let Some(share) = values::share(&cell, self.delimiter, Scale::Fraction)? else {
            return Ok(exact(0));
        };
        if share < exact(0) || share > exact(100) {
            return Err(Box::new(no_part(&cell)));
        }
        let word = meaning("tiktok-words", &name.text);
        if haul.kind == GENDERS {
            let gender = match word {
                Some("female") => Gender::Female,
                Some("male") => Gender::Male,
                Some("other") => Gender::Other,
                _ => return Err(Box::new(unknown(&name, "a gender"))),
            };
            let row = haul.add(day, "followers_share", share.clone(), cell.span);
            row.gender = Some(gender);
        } else if let Some(code) = country::parse(&name.text) {
            let row = haul.add(day, "followers_share", share.clone(), cell.span);
            row.country = Some(code.to_string());
        } else if word != Some("other") {
            return Err(Box::new(unknown(&name, "a country")));
        }
        Ok(share)
    }
}

fn no_part(cell: &Cell<'_>) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-value", format!("`{text}` is no part of 1"))
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}

fn unknown(cell: &Cell<'_>, what: &str) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-value", format!("`{text}` is not {what}"))
        .at(cell.span)
        .hint("switch TikTok to English and export again")
}
