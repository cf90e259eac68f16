//! Tables that divide the views: by country, city, age, gender, where a view came from, and
//! whether the viewer had subscribed.

use super::super::haul::Haul;
use super::super::values::{self, Scale};
use super::super::vocabulary::meaning;
use super::super::whole;
use super::kind::Kind;
use super::table::Table;
use super::window::Window;
use crate::kit::{
    AgeBand, Exact, Gender, Period, Row, Segment, country, decimal_text, exact, parse_decimal, sum,
};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

const WORDS: &str = "youtube-words";

pub(super) fn read(
    table: &Table<'_, '_>,
    kind: Kind,
    window: Option<Window>,
    day: Date,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let whole = match kind {
        // These are in percent, and have no row of totals.
        Kind::Age | Kind::Gender => Ok(None),
        _ => views_in_all(table, kind),
    };
    let whole = match whole {
        Ok(whole) => whole,
        Err(wrong) => return diags.push(wrong),
    };
    let parts = Parts {
        table,
        kind,
        whole,
        period: window.map(|window| Period::Days(window.days())),
        day,
    };
    haul.until = Some(day);
    for row in &table.rows {
        if let Err(wrong) = parts.read(row, haul) {
            diags.push(*wrong);
        }
    }
    let parts = haul.rows.iter().map(|row| &row.value.value.number);
    if let Some(wrong) = values::over_whole(&sum(parts), table.start) {
        diags.push(wrong);
    }
}

/// How many views there were; `None` when the file does not tell. Of cities it lists only some, so
/// they do not add up to it.
fn views_in_all(table: &Table<'_, '_>, kind: Kind) -> Result<Option<Exact>, Diagnostic> {
    let views = |row: &Record<'_>| match table.header.cell(row, "views") {
        Some(cell) => whole::read(&cell),
        None => Ok(None),
    };
    let all = match table.total {
        Some(total) => views(total)?,
        None if kind == Kind::Cities => None,
        None => {
            let mut all = exact(0);
            for row in &table.rows {
                all += views(row)?.unwrap_or_else(|| exact(0));
            }
            Some(all)
        }
    };
    Ok(all.filter(|all| *all > exact(0)))
}

struct Parts<'a, 's, 't> {
    table: &'a Table<'s, 't>,
    kind: Kind,
    /// How many views there were, where it is known.
    whole: Option<Exact>,
    period: Option<Period>,
    day: Date,
}

/// What a row is a part of.
enum Part {
    People(Option<AgeBand>, Option<Gender>),
    Country(String),
    /// With its country, where that stands beside it.
    City(String, Option<String>),
    Segment(&'static str, &'static str),
}

impl Parts<'_, '_, '_> {
    fn read(&self, row: &Record<'_>, haul: &mut Haul) -> Result<(), Box<Diagnostic>> {
        let Some((share, cell)) = self.share(row, haul)? else {
            return Ok(());
        };
        if share > exact(100) || share < exact(0) {
            return Err(Box::new(no_share(&cell)));
        }
        let Some(part) = self.part(row, haul)? else {
            return Ok(());
        };
        let is_place = matches!(part, Part::Country(_) | Part::City(..));
        if is_place && share < exact(1) / exact(10) {
            haul.note("places with less than 0.1 % of the views were left out");
            return Ok(());
        }
        let row = haul.add(self.day, "views_share", rounded(share), cell.span);
        row.period = self.period;
        part.set_on(row);
        Ok(())
    }

    /// How large the part in `row` is, in percent, and where that stands.
    fn share<'t>(
        &self,
        row: &Record<'t>,
        haul: &mut Haul,
    ) -> Result<Option<(Exact, Cell<'t>)>, Diagnostic> {
        let header = &self.table.header;
        if matches!(self.kind, Kind::Age | Kind::Gender) {
            let Some(cell) = header.cell(row, "views-share") else {
                return Ok(None);
            };
            let share = values::share(&cell, self.table.delimiter, Scale::Percent)?;
            return Ok(share.map(|share| (share, cell)));
        }
        let Some(whole) = &self.whole else {
            haul.note("how large each part is cannot be told: the file does not have all views");
            return Ok(None);
        };
        let Some(cell) = header.cell(row, "views") else {
            return Ok(None);
        };
        let views = whole::read(&cell)?.filter(|views| *views != exact(0));
        Ok(views.map(|views| (views * exact(100) / whole, cell)))
    }

    /// What `row` is a part of; `None` when it is of no use, which was said.
    fn part(&self, row: &Record<'_>, haul: &mut Haul) -> Result<Option<Part>, Box<Diagnostic>> {
        let header = &self.table.header;
        let Some(name) = header.cell(row, self.kind.column()) else {
            return Ok(None);
        };
        let word = meaning(WORDS, &name.text);
        let part = match self.kind {
            Kind::Age => {
                let age = ages(&name.text).ok_or_else(|| unknown(&name, "a range of ages"))?;
                let gender = match header.cell(row, "gender") {
                    Some(cell) => Some(gender(&cell)?),
                    None => None,
                };
                Part::People(Some(age), gender)
            }
            Kind::Gender => Part::People(None, Some(gender(&name)?)),
            Kind::Geography => match country::parse(&name.text) {
                Some("ZZ") => {
                    haul.note("views from places that YouTube does not know were left out");
                    return Ok(None);
                }
                Some(code) => Part::Country(code.to_string()),
                None => return Err(Box::new(unknown(&name, "a country"))),
            },
            Kind::Cities => {
                let city = header.cell(row, "city-name").unwrap_or(name);
                if city.text.starts_with("0x") {
                    haul.note("cities without a name were left out");
                    return Ok(None);
                }
                let country = header.cell(row, "geography");
                let country = country.and_then(|cell| country::parse(&cell.text));
                Part::City(city.text.into_owned(), country.map(str::to_string))
            }
            Kind::Subscription => match word {
                Some("subscribed") => Part::Segment("follow", "yes"),
                Some("not-subscribed") => Part::Segment("follow", "no"),
                _ => return Err(Box::new(unknown(&name, "a status of subscription"))),
            },
            _ => match meaning("youtube-sources", &name.text) {
                Some(source) => Part::Segment("source", source),
                None => {
                    haul.note(format!("views from “{}” were left out", name.text));
                    return Ok(None);
                }
            },
        };
        Ok(Some(part))
    }
}

impl Part {
    fn set_on(self, row: &mut Row) {
        match self {
            Part::People(age, gender) => (row.age, row.gender) = (age, gender),
            Part::Country(code) => row.country = Some(code),
            Part::City(name, country) => (row.city, row.country) = (Some(name), country),
            Part::Segment(set, value) => {
                row.segment = Some(Segment {
                    set: set.to_string(),
                    value: value.to_string(),
                });
            }
        }
    }
}

/// The ages in `13–17 years`, `65+ years`, `18～24 歳`.
fn ages(text: &str) -> Option<AgeBand> {
    let numbers: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    match numbers[..] {
        [from, to] => AgeBand::parse(&format!("{from}-{to}")),
        [from] => AgeBand::parse(&format!("{from}+")),
        _ => None,
    }
}

fn gender(cell: &Cell<'_>) -> Result<Gender, Box<Diagnostic>> {
    match meaning(WORDS, &cell.text) {
        Some("female") => Ok(Gender::Female),
        Some("male") => Ok(Gender::Male),
        Some("other") => Ok(Gender::Other),
        _ => Err(Box::new(unknown(cell, "a gender"))),
    }
}

/// A share, which is not below zero, as people write it: YouTube too has two digits.
fn rounded(share: Exact) -> Exact {
    let up = &share + exact(1) / exact(200);
    parse_decimal(&decimal_text(&up, 2)).unwrap_or(share)
}

fn no_share(cell: &Cell<'_>) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-value", format!("`{text}` is no part of all views"))
        .at(cell.span)
        .hint("export the file again and import it as it comes: a spreadsheet may have changed it")
}

fn unknown(cell: &Cell<'_>, what: &str) -> Diagnostic {
    let text = &cell.text;
    Diagnostic::error("export-value", format!("`{text}` is not {what}"))
        .at(cell.span)
        .hint("switch YouTube Studio to English and export again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_in_every_language() {
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(ages(text), expected.and_then(AgeBand::parse), "{text}");
        }
        check("13–17 years", Some("13-17"));
        check("25–34 Jahre", Some("25-34"));
        check("18～24 歳", Some("18-24"));
        check("65+ years", Some("65+"));
        check("Ab 65 Jahren", Some("65+"));
        check("years", None);
        check("34–25 years", None);
    }
}
