//! The overview: lines that say what it is of, a table by day, and the best boards and Pins.

use super::super::days::Days;
use super::super::export::{Export, Sheet};
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::vocabulary::{meaning, plain};
use super::super::{Certainty, Match, Settings, dates};
use super::pins;
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const KIND: &str = "overview";

pub(super) const SECTION: &str = "pinterest-columns";

const METRICS: &[(&str, &str)] = &[
    ("impressions", "impressions"),
    ("interactions", "interactions"),
    ("link-clicks", "link_clicks"),
    ("saves", "saves"),
    ("reach", "reach"),
    ("engaged", "accounts_engaged"),
    ("video-views", "video_views"),
];

/// An overview, cut into its tables.
struct Overview<'s, 't> {
    preamble: Vec<&'s Record<'t>>,
    tables: Vec<Table<'s, 't>>,
}

/// A table, and what the line above it says it is of.
pub(super) struct Table<'s, 't> {
    pub(super) title: Option<&'static str>,
    pub(super) names: &'s Record<'t>,
    pub(super) rows: Vec<&'s Record<'t>>,
}

pub(super) fn detect(export: &Export<'_>) -> Option<Match> {
    let overview = Overview::of(export.sheet()?);
    let named = || export.names().any(|name| plain(name).contains("pinterest"));
    let only_here = overview.filters().next().is_some()
        || overview.tables.iter().any(|table| {
            let header = Header::read(SECTION, table.names);
            table.title.is_some() || header.has(&["link"]) || header.has(&["pin-id", "board"])
        });
    let by_day = || {
        overview.tables.iter().any(|table| {
            let header = Header::read(SECTION, table.names);
            let counts = METRICS.iter().any(|(column, _)| header.has(&[column]));
            header.has(&["date"]) && counts
        })
    };
    let certainty = match (overview.tables.is_empty(), only_here) {
        (false, true) => Certainty::Sure,
        (false, false) if named() && by_day() => Certainty::Likely,
        _ => return None,
    };
    Some(Match {
        kind: KIND,
        platform: Some("pinterest"),
        certainty,
    })
}

pub(super) fn read(
    export: &Export<'_>,
    settings: &Settings,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    let overview = Overview::of(sheet);
    for wrong in overview.filters().filter_map(part) {
        diags.push(wrong);
    }
    let window = overview
        .window()
        .or_else(|| export.names().find_map(window_in));
    for table in &overview.tables {
        let header = Header::read(SECTION, table.names);
        if header.has(&["date"]) {
            let days = Days {
                section: SECTION,
                metrics: METRICS,
                delimiter: sheet.delimiter,
                window,
            };
            days.read(table.names, &table.rows, haul, diags);
        } else if table.is_of_pins(&header) {
            pins::read(table, &header, window, haul, diags);
        } else {
            haul.note("the numbers of single boards were left out: a kit has none");
        }
    }
    let last = window.map(|(_, last)| last.min(settings.today));
    haul.until = haul.until.max(last);
}

impl<'s, 't> Overview<'s, 't> {
    fn of(sheet: &'s Sheet<'t>) -> Overview<'s, 't> {
        let mut overview = Overview {
            preamble: Vec::new(),
            tables: Vec::new(),
        };
        let mut title = None;
        let mut in_table = false;
        for record in &sheet.records {
            let section = record
                .only_cell()
                .and_then(|cell| meaning("pinterest-sections", &cell.text));
            if record.is_blank() {
                in_table = false;
            } else if section.is_some() {
                (title, in_table) = (section, false);
            } else if is_header(record) {
                in_table = true;
                overview.tables.push(Table {
                    title: title.take(),
                    names: record,
                    rows: Vec::new(),
                });
            } else if let (true, Some(table)) = (in_table, overview.tables.last_mut()) {
                table.rows.push(record);
            } else if overview.tables.is_empty() {
                overview.preamble.push(record);
            }
        }
        overview
    }

    /// The lines that name a filter.
    fn filters(&self) -> impl Iterator<Item = &'s Record<'t>> {
        let names_one = |record: &&Record<'_>| {
            let name = record.cells.first();
            name.is_some_and(|cell| meaning("pinterest-filters", &cell.text).is_some())
        };
        self.preamble.iter().copied().filter(names_one)
    }

    /// The first and the last day, as a line says them: `2026-07-20 - 2026-07-27`.
    fn window(&self) -> Option<(Date, Date)> {
        let mut cells = self.preamble.iter().flat_map(|record| &record.cells);
        cells.find_map(|cell| {
            let (first, last) = cell.text.split_once(" - ")?;
            let (first, last) = (dates::full_day(first)?, dates::full_day(last)?);
            (first <= last).then_some((first, last))
        })
    }
}

impl Table<'_, '_> {
    fn is_of_pins(&self, header: &Header) -> bool {
        let has = |column: &str| header.has(&[column]);
        match self.title {
            Some(title) => title == "pins",
            None => has("pin-id") || has("content"),
        }
    }
}

fn is_header(record: &Record<'_>) -> bool {
    let header = Header::read(SECTION, record);
    let begins = ["date", "link", "pin-id"];
    begins.iter().any(|column| header.has(&[column])) && record.only_cell().is_none()
}

/// That a filter hides a part of the numbers. Pins that nobody paid for are what a kit is about.
fn part(record: &Record<'_>) -> Option<Diagnostic> {
    let value = record.cells.get(1)?.trimmed();
    let word = plain(&value.text);
    if word.is_empty() || word.starts_with("all") || word.starts_with("organic") {
        return None;
    }
    let name = record.cells[0].text.trim();
    Some(
        Diagnostic::error(
            "export-part",
            format!(
                "these numbers are of a part only: {name} is “{}”",
                value.text
            ),
        )
        .at(value.span)
        .hint("set the filters of the overview to “All”, and export it again"),
    )
}

/// The first and the last day in a name: `Pinterest Analytics overview 20260607-20260707`.
fn window_in(name: &str) -> Option<(Date, Date)> {
    let word = name.split_whitespace().find(|word| word.contains('-'))?;
    let (first, last) = word.split_once('-')?;
    let (first, last) = (dates::full_day(first)?, dates::full_day(last)?);
    (first <= last).then_some((first, last))
}
