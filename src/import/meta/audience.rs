//! `Audience.csv`: who the followers are, in percent. Blocks with a title, in any order; no date
//! and no platform is in it.

use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::values::{self, Scale};
use super::super::vocabulary::meaning;
use super::super::{Certainty, Match};
use crate::kit::{AgeBand, Gender, country};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const KIND: &str = "Audience.csv";

const BLOCKS: &[&str] = &["ages", "countries", "cities"];

/// What block `record` begins.
fn title(record: &Record<'_>) -> Option<&'static str> {
    meaning("meta-audience", &record.only_cell()?.text)
        .filter(|word| !matches!(*word, "female" | "male"))
}

pub(super) fn detect(sheet: &Sheet<'_>) -> Option<Match> {
    let titles: Vec<_> = sheet.filled().filter_map(title).collect();
    let ours = |title: &&str| BLOCKS.contains(title) || title.starts_with("old-");
    if !titles.iter().any(ours) {
        return None;
    }
    // Before 2024 the titles named the platform.
    let old = sheet
        .filled()
        .find(|record| title(record).is_some_and(|title| title.starts_with("old-")));
    let platform = old.and_then(|record| {
        let text = record.only_cell()?.text.to_lowercase();
        let named = |platform: &&&str| text.starts_with(**platform);
        ["instagram", "facebook"].iter().find(named).copied()
    });
    Some(Match {
        kind: KIND,
        platform,
        certainty: Certainty::Sure,
    })
}

pub(super) fn read(sheet: &Sheet<'_>, day: Date, haul: &mut Haul, diags: &mut Diagnostics) {
    haul.until = Some(day);
    let mut rows = sheet.filled().peekable();
    while let Some(record) = rows.next() {
        let Some(title) = title(record) else {
            continue;
        };
        let mut block = Vec::new();
        while let Some(row) = rows.next_if(|row| self::title(row).is_none()) {
            // A line of codes stands under the titles of old files.
            if !row
                .cells
                .iter()
                .any(|cell| cell.text.contains("UNIQUE_USERS"))
            {
                block.push(row);
            }
        }
        let block = Block {
            rows: block,
            delimiter: sheet.delimiter,
            day,
        };
        let read = match title {
            "ages" | "old-ages" => block.ages(haul),
            "countries" | "old-countries" => block.parts(haul, Part::Country),
            "cities" | "old-cities" => block.parts(haul, Part::City),
            "old-total" => block.total(haul),
            _ => {
                haul.note(format!("“{}” was left out", record.cells[0].text.trim()));
                Ok(())
            }
        };
        if let Err(wrong) = read {
            diags.push(*wrong);
        }
    }
}

#[derive(Clone, Copy)]
enum Part {
    Country,
    City,
}

/// The rows under one title.
struct Block<'s, 't> {
    rows: Vec<&'s Record<'t>>,
    delimiter: u8,
    day: Date,
}

impl Block<'_, '_> {
    /// `"","Women","Men"`, then a row for each band of ages.
    fn ages(&self, haul: &mut Haul) -> Result<(), Box<Diagnostic>> {
        let Some((header, rows)) = self.rows.split_first() else {
            return Ok(());
        };
        let mut genders = Vec::new();
        for cell in header.cells.iter().skip(1) {
            if cell.text.trim().is_empty() {
                continue;
            }
            genders.push(match meaning("meta-audience", &cell.text) {
                Some("female") => Gender::Female,
                Some("male") => Gender::Male,
                _ => return Err(Box::new(unknown(cell, "a gender"))),
            });
        }
        for row in rows {
            let Some(band) = row.cells.first() else {
                continue;
            };
            let age = AgeBand::parse(&band.text)
                .ok_or_else(|| Box::new(unknown(band, "a range of ages")))?;
            for (gender, cell) in genders.iter().zip(row.cells.iter().skip(1)) {
                if let Some(share) = self.share(cell)? {
                    let row = haul.add(self.day, "followers_share", share, cell.span);
                    (row.age, row.gender) = (Some(age), Some(*gender));
                }
            }
        }
        Ok(())
    }

    /// Names in one row, their shares in the row below.
    fn parts(&self, haul: &mut Haul, part: Part) -> Result<(), Box<Diagnostic>> {
        let [names, shares, ..] = self.rows[..] else {
            return Ok(());
        };
        for (name, cell) in names.cells.iter().zip(&shares.cells) {
            let text = name.text.trim();
            if text.is_empty() {
                continue;
            }
            let Some(share) = self.share(cell)? else {
                continue;
            };
            match part {
                Part::Country => {
                    let Some(code) = country::parse(text) else {
                        haul.note(format!(
                            "`{text}` is no country that is known, and was left out"
                        ));
                        continue;
                    };
                    let row = haul.add(self.day, "followers_share", share, cell.span);
                    row.country = Some(code.to_string());
                }
                Part::City => {
                    let row = haul.add(self.day, "followers_share", share, cell.span);
                    row.city = Some(text.to_string());
                }
            }
        }
        Ok(())
    }

    /// How many followers there are.
    fn total(&self, haul: &mut Haul) -> Result<(), Box<Diagnostic>> {
        if let Some(cell) = self.rows.first().and_then(|row| row.only_cell())
            && let Some(count) = values::number(cell, self.delimiter)?
        {
            haul.add(self.day, "followers", count, cell.span);
        }
        Ok(())
    }

    fn share(&self, cell: &Cell<'_>) -> Result<Option<crate::kit::Exact>, Box<Diagnostic>> {
        Ok(values::share(cell, self.delimiter, Scale::Percent)?)
    }
}

fn unknown(cell: &Cell<'_>, what: &str) -> Diagnostic {
    Diagnostic::error(
        "export-value",
        format!("`{}` is not {what}", cell.text.trim()),
    )
    .at(cell.span)
    .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}
