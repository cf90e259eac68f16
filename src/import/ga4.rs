//! Google Analytics 4: who comes to a website. A table stands below lines that begin with `#`;
//! several such blocks may follow each other in a file.

use super::days::Days;
use super::export::{Export, Sheet};
use super::haul::Haul;
use super::header::Header;
use super::vocabulary::meaning;
use super::{Certainty, Importer, Match, Settings, dates};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use std::collections::BTreeSet;

pub(super) const IMPORTER: Importer = Importer {
    id: "ga4",
    name: "Google Analytics 4",
    platforms: &["website"],
    detect,
    read,
};

const SECTION: &str = "ga4-columns";

/// Active users are what its reports call users.
const METRICS: &[(&str, &str)] = &[
    ("users", "users"),
    ("total-users", "users"),
    ("sessions", "sessions"),
    ("views", "views"),
];

const REVENUE: (&str, &str) = ("revenue", "custom:revenue");

/// A table, and what the lines above it say.
struct Block<'s, 't> {
    /// The first and the last day.
    window: Option<(Date, Date)>,
    /// Whose visits these are: all users, most often.
    whose: Option<String>,
    names: &'s Record<'t>,
    rows: Vec<&'s Record<'t>>,
}

fn detect(export: &Export<'_>) -> Option<Match> {
    let blocks = blocks(export.sheet()?);
    let first = blocks.first()?;
    let certainty = match blocks.iter().any(|block| block.window.is_some()) {
        true => Certainty::Sure,
        false if is_bare(first) => Certainty::Likely,
        false => return None,
    };
    Some(Match {
        kind: "report",
        platform: Some("website"),
        certainty,
    })
}

/// Whether somebody may have taken the lines above a table away.
fn is_bare(block: &Block<'_, '_>) -> bool {
    let header = Header::read(SECTION, block.names);
    let day = block
        .rows
        .first()
        .and_then(|row| header.cell(row, "date"))
        .map(|cell| cell.text.into_owned());
    let compact = day.is_some_and(|day| compact(&day).is_some());
    compact && header.columns().len() > 2
}

fn read(export: &Export<'_>, settings: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    let mut metrics = METRICS.to_vec();
    if settings.with_revenue {
        metrics.push(REVENUE);
    }
    for block in blocks(sheet) {
        if let Some(whose) = &block.whose {
            haul.note(format!(
                "the table of “{whose}” was left out: it is of a part of the visitors"
            ));
            continue;
        }
        let header = Header::read(SECTION, block.names);
        if header.has(&["date"]) || header.has(&["nth-day"]) {
            let days = Days {
                section: SECTION,
                metrics: &metrics,
                delimiter: sheet.delimiter,
                window: block.window,
            };
            days.read(block.names, &block.rows, haul, diags);
        } else if let Some(day) = block.unnamed_day() {
            diags.push(foreign(day));
        } else if let Some(name) = block.names.cells.first() {
            let name = name.text.trim();
            haul.note(format!(
                "the table by “{name}” was left out: a kit has numbers of a website by day"
            ));
        }
        let last = block.window.map(|(_, last)| last.min(settings.today));
        haul.until = haul.until.max(last);
    }
    // A chart and the table below it say the same.
    let mut seen = BTreeSet::new();
    haul.rows
        .retain(|row| seen.insert((row.date, row.metric.clone(), row.value.value.number.clone())));
}

impl<'t> Block<'_, 't> {
    /// The name of a column of days, of whose name nobody here knows that it is one.
    fn unnamed_day(&self) -> Option<&Cell<'t>> {
        let is_of_days = |index: usize| {
            let mut days = self.rows.iter().map(|row| row.cells.get(index));
            !self.rows.is_empty()
                && days.all(|day| day.is_some_and(|day| compact(&day.text).is_some()))
        };
        let mut names = self.names.cells.iter().enumerate();
        names.find_map(|(index, name)| is_of_days(index).then_some(name))
    }
}

/// That the columns have names in a language that is not known.
fn foreign(day: &Cell<'_>) -> Diagnostic {
    let message = format!(
        "the days are called “{}”, a word not known here",
        day.text.trim()
    );
    Diagnostic::error("unknown-export", message)
        .at(day.span)
        .hint("set Google Analytics to English, and export it again")
}

/// The tables of a sheet.
fn blocks<'s, 't>(sheet: &'s Sheet<'t>) -> Vec<Block<'s, 't>> {
    let mut blocks: Vec<Block<'s, 't>> = Vec::new();
    let mut preamble = Preamble::default();
    let mut in_table = false;
    for record in &sheet.records {
        if let Some(comment) = comment(record) {
            if in_table {
                preamble.begin();
            }
            in_table = false;
            preamble.line(comment);
        } else if record.is_blank() {
            in_table = false;
        } else if let (true, Some(block)) = (in_table, blocks.last_mut()) {
            block.rows.push(record);
        } else {
            in_table = true;
            blocks.push(Block {
                window: preamble.window(),
                whose: preamble.part(),
                names: record,
                rows: Vec::new(),
            });
        }
    }
    blocks
}

/// What a line that begins with `#` says.
fn comment<'r>(record: &'r Record<'_>) -> Option<&'r str> {
    let first = record.cells.first()?.text.trim();
    first.strip_prefix('#').map(str::trim)
}

/// The lines above a table. In every language, the two that end in a day of eight digits are the
/// first and the last day; the line before them says whose visits the table is of.
#[derive(Default)]
struct Preamble {
    lines: Vec<String>,
    first: Option<Date>,
    last: Option<Date>,
    whose: Option<String>,
}

impl Preamble {
    /// Forgets what was said of the table before; the days hold on until others are named.
    fn begin(&mut self) {
        self.lines.clear();
        self.whose = None;
    }

    fn line(&mut self, text: &str) {
        let day = text.rsplit_once(':').and_then(|(_, day)| compact(day));
        match day {
            Some(day) if self.first.is_none() || self.last.is_some() => {
                (self.first, self.last) = (Some(day), None);
                self.whose = self.line_of_its_own();
            }
            Some(day) => self.last = Some(day),
            None => {}
        }
        self.lines.push(text.to_string());
    }

    /// The last line, if it stands below an empty one or is the first.
    fn line_of_its_own(&self) -> Option<String> {
        let (last, before) = self.lines.split_last()?;
        let alone = before.last().is_none_or(String::is_empty);
        let says = last.contains(char::is_alphanumeric) && !last.contains(':');
        (alone && says).then(|| last.clone())
    }

    fn window(&self) -> Option<(Date, Date)> {
        let (first, last) = (self.first?, self.last?);
        (first <= last).then_some((first, last))
    }

    /// Whose visits the table is of, if not of everybody.
    fn part(&self) -> Option<String> {
        let whose = self.whose.clone()?;
        meaning("ga4-everybody", &whose).is_none().then_some(whose)
    }
}

/// `20231010`
fn compact(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    dates::full_day(text).filter(|_| digits)
}
