//! Audience insights: how many there are, and tables of who they are, as fractions of all.

use super::super::export::{Export, Sheet};
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::values::{self, Scale};
use super::super::vocabulary::{meaning, plain};
use super::super::written::Written;
use super::super::{Certainty, Match, dates, places, whole};
use crate::kit::{AgeBand, Choice, Exact, Gender, Period, Row, Segment};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, Span};
use jiff::civil::Date;

pub(super) const KIND: &str = "audience-insights";

const SECTION: &str = "pinterest-audience";

const INTERESTS: &str = "the interests were left out: name the best of them in profile.toml, as \
                         `interests` in [audience]";

/// How long the time is in which somebody must have seen a Pin to be counted.
const MONTH: Period = Period::Days(30);

pub(super) fn detect(export: &Export<'_>) -> Option<Match> {
    let ours = |record: &Record<'_>| {
        let header = Header::read(SECTION, record);
        let tables = [
            ["view", "size"],
            ["bulk", "share"],
            ["category", "affinity"],
        ];
        tables.iter().any(|columns| header.has(columns))
    };
    export.sheet()?.filled().any(ours).then_some(Match {
        kind: KIND,
        platform: Some("pinterest"),
        certainty: Certainty::Sure,
    })
}

/// Whether `record` begins a table of how many people there are, or of parts of them. What they
/// like, with how much more than others, tells neither.
fn tells_people(record: &Record<'_>) -> bool {
    let header = Header::read(SECTION, record);
    header.has(&["size"]) || header.has(&["share"])
}

/// Which people these are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    /// Who saw or engaged with a Pin.
    Total,
    /// Who engaged.
    Engaged,
}

pub(super) fn read(export: &Export<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    if sheet.filled().all(|record| !tells_people(record)) {
        return haul.note(INTERESTS);
    }
    let about = match About::read(export, sheet) {
        Ok(about) => about,
        Err(wrong) => return diags.push(*wrong),
    };
    haul.until = Some(about.date);
    if let Some((size, place)) = &about.size {
        let metric = match about.view {
            View::Total => "reach",
            View::Engaged => "accounts_engaged",
        };
        haul.add(about.date, metric, size.clone(), *place).period = Some(MONTH);
    }
    if about.view == View::Engaged {
        haul.note(
            "who the engaged audience is was left out: a kit shows who is reached, so export the \
             total audience",
        );
        return;
    }
    let mut part = None;
    for record in sheet.filled() {
        if let Some(found) = title(record) {
            part = Some(found);
            continue;
        }
        let Some(part) = part else {
            continue;
        };
        if let Err(wrong) = share(record, part, about.date, sheet.delimiter, haul) {
            diags.push(wrong);
        }
    }
}

/// What the first lines say of the file, or its name.
struct About {
    view: View,
    date: Date,
    size: Option<(Exact, Span)>,
}

impl About {
    fn read(export: &Export<'_>, sheet: &Sheet<'_>) -> Result<About, Box<Diagnostic>> {
        let mut rows = sheet.filled().skip_while(|record| {
            let header = Header::read(SECTION, record);
            !header.has(&["view", "size"])
        });
        let (names, values) = (rows.next(), rows.next());
        let (Some(names), Some(row)) = (names, values) else {
            return About::of_name(export);
        };
        let header = Header::read(SECTION, names);
        let view = header.cell(row, "view");
        let view = match view
            .as_ref()
            .map(|cell| (meaning(SECTION, &cell.text), cell))
        {
            Some((Some("total"), _)) => View::Total,
            Some((Some("engaged"), _)) => View::Engaged,
            Some((_, cell)) => return Err(Box::new(other_people(cell))),
            None => About::of_name(export)?.view,
        };
        let date = match header.cell(row, "date") {
            Some(cell) => About::date(export, &cell)?,
            None => About::of_name(export)?.date,
        };
        let size = match header.cell(row, "size") {
            Some(cell) => whole::read(&cell)?.map(|size| (size, cell.span)),
            None => None,
        };
        Ok(About { view, date, size })
    }

    /// The day in `cell`. Where a spreadsheet made two of it, the name of the file may tell which.
    fn date(export: &Export<'_>, cell: &Cell<'_>) -> Result<Date, Box<Diagnostic>> {
        let named = |order| {
            let date = dates::numeric(&cell.text, order);
            date.is_some() && date == day_of_name(export)
        };
        let written = Written::of(std::iter::once(&*cell.text), &[&named]);
        Ok(written.read(cell)?)
    }

    /// `audience-insights-total-audience-2026-07-05`
    fn of_name(export: &Export<'_>) -> Result<About, Box<Diagnostic>> {
        let name = export.name();
        let view = match name.contains("total-audience") {
            true => Some(View::Total),
            false => name.contains("engaged-audience").then_some(View::Engaged),
        };
        let view = view.ok_or_else(|| {
            Box::new(
                Diagnostic::error(
                    "export-part",
                    "the file does not say whose audience this is",
                )
                .at(export.start())
                .hint("export your total audience again, and keep the name of the file"),
            )
        })?;
        Ok(About {
            view,
            date: day_of_name(export).unwrap_or(export.modified),
            size: None,
        })
    }
}

/// The day that the name of the file ends with.
fn day_of_name(export: &Export<'_>) -> Option<Date> {
    let name = export.name();
    let at = name.len().checked_sub(10)?;
    dates::full_day(name.get(at..)?)
}

/// What the rows below `record` are parts of, if it begins a table.
fn title(record: &Record<'_>) -> Option<&'static str> {
    let mut meanings = record.cells.iter().map(|cell| meaning(SECTION, &cell.text));
    let (first, second) = (meanings.next()?, meanings.next().flatten());
    let tables = [
        "interests",
        "countries",
        "metros",
        "gender",
        "devices",
        "ages",
    ];
    let table = first.filter(|name| tables.contains(name));
    match (second, record.only_cell()) {
        (Some("share"), _) => table.or(Some("unknown")),
        (_, Some(_)) => table,
        _ => None,
    }
}

/// One row: a name and the fraction of all that has it.
fn share(
    record: &Record<'_>,
    part: &str,
    date: Date,
    delimiter: u8,
    haul: &mut Haul,
) -> Result<(), Diagnostic> {
    let [name, value, ..] = &record.cells[..] else {
        return Ok(());
    };
    let name = name.trimmed();
    match part {
        "interests" => {
            haul.note(INTERESTS);
            return Ok(());
        }
        "unknown" => {
            haul.note("a table that is not known was left out");
            return Ok(());
        }
        _ => {}
    }
    let Some(share) = values::share(value, delimiter, Scale::Part)? else {
        return Ok(());
    };
    let dimension = match part {
        "ages" => ages(&name),
        "gender" => gender(&name),
        "countries" => places::country(&name.text).map(Dimension::Country),
        "metros" => Some(Dimension::City),
        _ => Some(Dimension::Device),
    };
    let Some(dimension) = dimension else {
        haul.note(format!(
            "`{}` is not understood, and was left out",
            name.text
        ));
        return Ok(());
    };
    let row = haul.add(date, "reach_share", share, value.span);
    row.period = Some(MONTH);
    dimension.set(row, &name.text);
    Ok(())
}

enum Dimension {
    Age(AgeBand),
    Gender(Gender),
    Country(&'static str),
    City,
    Device,
}

impl Dimension {
    fn set(&self, row: &mut Row, name: &str) {
        match self {
            Dimension::Age(band) => row.age = Some(*band),
            Dimension::Gender(gender) => row.gender = Some(*gender),
            Dimension::Country(code) => row.country = Some(code.to_string()),
            Dimension::City => row.city = Some(name.to_string()),
            Dimension::Device => {
                row.segment = Some(Segment {
                    set: "device".to_string(),
                    value: name.to_string(),
                });
            }
        }
    }
}

fn ages(name: &Cell<'_>) -> Option<Dimension> {
    AgeBand::parse(&name.text).map(Dimension::Age)
}

fn gender(name: &Cell<'_>) -> Option<Dimension> {
    Gender::parse(meaning(SECTION, &name.text)?).map(Dimension::Gender)
}

fn other_people(view: &Cell<'_>) -> Diagnostic {
    let message = format!("“{}” is not your audience", plain(&view.text));
    Diagnostic::error("export-part", message)
        .at(view.span)
        .hint("choose “Your total audience” in the audience insights, and export it again")
}
