//! `Audience.csv`: who the followers are, in percent. No date is in it.

use super::super::haul::Haul;
use super::super::values::{self, Scale};
use super::super::vocabulary::meaning;
use super::super::{places, whole};
use super::blocks::Block;
use crate::kit::{AgeBand, Exact, Gender};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const KIND: &str = "Audience.csv";

/// What `block` makes of its file, if it is about the audience.
pub(super) fn kind(block: &Block<'_, '_>) -> Option<&'static str> {
    let about = matches!(
        block.topic?.what,
        "followers" | "ages" | "countries" | "cities"
    );
    about.then_some(KIND)
}

/// Reads `block`, in a file written on `day`.
pub(super) fn read(
    block: &Block<'_, '_>,
    delimiter: u8,
    day: Date,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    haul.until = haul.until.max(Some(day));
    let table = Table {
        // Before 2024, codes stood under the titles: FB_PAGE,FOLLOW,UNIQUE_USERS.
        rows: block
            .rows
            .iter()
            .copied()
            .filter(|row| !is_codes(row))
            .collect(),
        delimiter,
        day,
    };
    let read = match block.topic.map(|topic| topic.what) {
        Some("ages") => table.ages(haul),
        Some("countries") => table.parts(haul, Part::Country),
        Some("cities") => table.parts(haul, Part::City),
        _ => table.total(haul),
    };
    if let Err(wrong) = read {
        diags.push(*wrong);
    }
}

fn is_codes(row: &Record<'_>) -> bool {
    row.cells
        .iter()
        .any(|cell| cell.text.contains("UNIQUE_USERS"))
}

#[derive(Clone, Copy)]
enum Part {
    Country,
    City,
}

/// The rows under one title.
struct Table<'s, 't> {
    rows: Vec<&'s Record<'t>>,
    delimiter: u8,
    day: Date,
}

type Read = Result<(), Box<Diagnostic>>;

impl<'s, 't> Table<'s, 't> {
    /// `"","Women","Men"`, then a row for each range of ages; or the other way round.
    fn ages(&self, haul: &mut Haul) -> Read {
        let Some((names, rows)) = self.rows.split_first() else {
            return Ok(());
        };
        for row in rows {
            let Some((side, cells)) = row.cells.split_first() else {
                continue;
            };
            for (top, cell) in names.cells.iter().skip(1).zip(cells) {
                let Some(share) = self.share(cell)? else {
                    continue;
                };
                let (age, gender) = match (gender(top), gender(side)) {
                    (Some(gender), _) => (age(side)?, gender),
                    (None, Some(gender)) => (age(top)?, gender),
                    (None, None) => return Err(Box::new(unknown(top, "a gender"))),
                };
                let row = haul.add(self.day, "followers_share", share, cell.span);
                (row.age, row.gender) = (Some(age), Some(gender));
            }
        }
        Ok(())
    }

    /// Names and their shares.
    fn parts(&self, haul: &mut Haul, part: Part) -> Read {
        let parts = match self.listed() {
            Some(parts) => parts,
            None => self.side_by_side()?,
        };
        for (name, cell) in parts {
            let Some(share) = self.share(cell)? else {
                continue;
            };
            let country = places::country(&name);
            if let (Part::Country, None) = (part, country) {
                haul.note(format!(
                    "`{name}` is no country that is known, and was left out"
                ));
                continue;
            }
            let row = haul.add(self.day, "followers_share", share, cell.span);
            match part {
                Part::Country => row.country = country.map(str::to_string),
                Part::City => row.city = Some(name),
            }
        }
        Ok(())
    }

    /// Names in one row, their shares in the row below.
    fn side_by_side(&self) -> Result<Vec<(String, &'s Cell<'t>)>, Box<Diagnostic>> {
        let (names, shares) = match self.rows[..] {
            [] => return Ok(Vec::new()),
            [names, shares] => (filled(names), filled(shares)),
            [first, ..] => {
                let cell = first.cells.first().expect("a row that is not blank");
                return Err(Box::new(unknown(cell, "the first of two rows")));
            }
        };
        if names.len() != shares.len() {
            let message = format!("{} names have {} shares", names.len(), shares.len());
            return Err(Box::new(
                Diagnostic::error("export-value", message)
                    .at(names[0].span)
                    .hint(AS_IT_COMES),
            ));
        }
        let names = names.iter().map(|name| name.text.trim().to_string());
        Ok(names.zip(shares).collect())
    }

    /// A row for each name, its share in the last cell, as before 2024. `None` when they are
    /// something else.
    fn listed(&self) -> Option<Vec<(String, &'s Cell<'t>)>> {
        let is_header = |row: &&&'s Record<'t>| {
            let last = filled(row).last().map(|cell| cell.text.clone());
            last.is_some_and(|text| meaning("meta-audience", &text) == Some("value"))
        };
        let header = self.rows.first().filter(is_header);
        let rows = &self.rows[usize::from(header.is_some())..];
        let part = |row: &&'s Record<'t>| {
            let cells = filled(row);
            let (share, names) = cells.split_last()?;
            // A spreadsheet may have cut “Lviv, Lviv Oblast, Ukraine” into cells.
            let names: Vec<&str> = names.iter().map(|name| name.text.trim()).collect();
            let is_name = |name: &&str| name.contains(char::is_alphabetic);
            let fits = !names.is_empty() && names.iter().all(is_name) && self.is_share(share);
            fits.then(|| (names.join(", "), *share))
        };
        let parts: Option<Vec<_>> = rows.iter().map(part).collect();
        parts.filter(|parts| !parts.is_empty())
    }

    /// How many followers there are.
    fn total(&self, haul: &mut Haul) -> Read {
        if let Some(cell) = self.rows.first().and_then(|row| row.only_cell())
            && let Some(count) = whole::read(cell)?
        {
            haul.add(self.day, "followers", count, cell.span);
        }
        Ok(())
    }

    fn is_share(&self, cell: &Cell<'_>) -> bool {
        self.share(cell).is_ok_and(|share| share.is_some())
    }

    fn share(&self, cell: &Cell<'_>) -> Result<Option<Exact>, Box<Diagnostic>> {
        Ok(values::share(cell, self.delimiter, Scale::Percent)?)
    }
}

fn filled<'r, 't>(row: &'r Record<'t>) -> Vec<&'r Cell<'t>> {
    let filled = |cell: &&Cell<'_>| !cell.text.trim().is_empty();
    row.cells.iter().filter(filled).collect()
}

fn gender(cell: &Cell<'_>) -> Option<Gender> {
    match meaning("meta-audience", &cell.text)? {
        "female" => Some(Gender::Female),
        "male" => Some(Gender::Male),
        _ => None,
    }
}

fn age(cell: &Cell<'_>) -> Result<AgeBand, Box<Diagnostic>> {
    AgeBand::parse(&cell.text).ok_or_else(|| Box::new(unknown(cell, "a range of ages")))
}

const AS_IT_COMES: &str =
    "export the file again and import it as it comes: a spreadsheet may have changed it";

fn unknown(cell: &Cell<'_>, what: &str) -> Diagnostic {
    let message = format!("`{}` is not {what}", cell.text.trim());
    Diagnostic::error("export-value", message)
        .at(cell.span)
        .hint(AS_IT_COMES)
}
