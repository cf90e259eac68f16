//! Which exporter wrote a file.

use super::export::{Content, Export};
use super::{Certainty, IMPORTERS, Importer, Match, seems, template};
use crate::kit::Metric;
use crate::source::Diagnostic;
use crate::source::csv::{Cell, Record};

/// A file, and what it is.
pub(super) struct Find<'t> {
    /// The file.
    pub(super) export: Export<'t>,
    /// Who wrote it.
    pub(super) importer: &'static Importer,
    /// What it is.
    pub(super) found: Match,
}

/// Recognises `export`. `wanted` is what `--as` names: an importer's id or a platform. An error
/// says what it looks like instead.
pub(super) fn recognise<'t>(
    export: Export<'t>,
    wanted: Option<&str>,
) -> Result<Find<'t>, Box<Diagnostic>> {
    let fits = |importer: &&Importer| {
        wanted.is_none_or(|wanted| importer.id == wanted || importer.platforms.contains(&wanted))
    };
    match surest(&export, IMPORTERS.iter().filter(fits)) {
        Some((importer, found)) => Ok(Find {
            export,
            importer,
            found,
        }),
        None => Err(Box::new(unknown(&export, wanted))),
    }
}

/// The first of `importers` that is the surest of `export`.
fn surest(
    export: &Export<'_>,
    importers: impl Iterator<Item = &'static Importer>,
) -> Option<(&'static Importer, Match)> {
    let mut likely = None;
    for importer in importers {
        match (importer.detect)(export).map(|found| (importer, found)) {
            Some(found) if found.1.certainty == Certainty::Sure => return Some(found),
            found => likely = likely.or(found),
        }
    }
    likely
}

/// What a file of no known kind looks like, what would be understood, and the way out.
fn unknown(export: &Export<'_>, wanted: Option<&str>) -> Diagnostic {
    if let Some(wanted) = wanted
        && let Some((importer, _)) = surest(export, IMPORTERS.iter())
    {
        let message = format!("this is an export of {}, not of {wanted}", importer.name);
        return Diagnostic::error("unknown-export", message)
            .at(export.start())
            .hint("import it without --as, or by itself");
    }
    if is_of_a_kit(export) {
        let message = "this is a file of a kit's own numbers, as `metrics.csv` is, and no export";
        return Diagnostic::error("unknown-export", message)
            .at(export.start())
            .hint(
                "a kit reads `metrics.csv` and every file in its folder `metrics/` by itself: to \
                 give it these numbers, copy the file there",
            );
    }
    let looks = looks(export);
    let whose = seems::whose(export);
    let message = match (wanted, whose) {
        (Some(wanted), _) => {
            format!("this is no export of {wanted} that is known here; it is {looks}")
        }
        (None, None) => format!("this is no export that is known here; it is {looks}"),
        (None, Some(id)) => {
            let name = template::called(id);
            match is_read(id) {
                true => format!(
                    "this seems to be of {name}, and is no export of it that is known here; it is \
                     {looks}"
                ),
                false => format!(
                    "this seems to be of {name}, and no export of it is known here; it is {looks}"
                ),
            }
        }
    };
    let mut diagnostic = Diagnostic::error("unknown-export", message).at(export.start());
    if whose.is_none_or(is_read) && !export.sheets().is_empty() {
        let name = whose.map_or("the platform", template::called);
        diagnostic = diagnostic.hint(format!(
            "if its words are not English, set {name} to English and export again: not every \
             language is known here"
        ));
    }
    let names: Vec<&str> = IMPORTERS.iter().map(|importer| importer.name).collect();
    let diagnostic = diagnostic
        .hint(format!(
            "understood are the exports of {}",
            names.join(", ")
        ))
        .hint(format!(
            "to type its numbers by hand, `pitchkit import --template {}` writes the lines to \
             fill in",
            whose.unwrap_or("PLATFORM")
        ));
    match whose {
        Some(id) => diagnostic.hint(format!(
            "or add a line to metrics.csv for each: `{},{id},followers,24310`",
            export.modified
        )),
        None => diagnostic,
    }
}

/// Whether `export` is in one of the two forms that a kit's numbers have: one a line, or a column
/// for each metric.
fn is_of_a_kit(export: &Export<'_>) -> bool {
    let is_comment = |record: &&Record<'_>| record.cells[0].text.starts_with('#');
    let mut rows = export.sheets().iter().flat_map(|sheet| sheet.filled());
    let Some(names) = rows.find(|record| !is_comment(record)) else {
        return false;
    };
    let has = |name: &str| {
        let mut cells = names.cells.iter();
        cells.any(|cell| cell.text.trim().eq_ignore_ascii_case(name))
    };
    let is_metric = |cell: &Cell<'_>| Metric::parse(&cell.text).is_some();
    let numbers = (has("metric") && has("value")) || names.cells.iter().any(is_metric);
    has("date") && has("platform") && numbers
}

/// Whether an export of the platform `id` is understood.
fn is_read(id: &str) -> bool {
    IMPORTERS.iter().any(|one| one.platforms.contains(&id))
}

/// What a person sees who opens the file.
fn looks(export: &Export<'_>) -> String {
    let sheets = match &export.content {
        Content::Json(..) => return "a JSON document".to_string(),
        Content::Sheets(sheets) => sheets,
    };
    let Some(record) = sheets.iter().find_map(|sheet| sheet.filled().next()) else {
        return "empty".to_string();
    };
    let cells = record.cells.iter().map(|cell| cell.text.trim());
    if cells
        .clone()
        .next()
        .is_some_and(|first| first.starts_with('<'))
    {
        return "a web page, as it is saved where one is not signed in".to_string();
    }
    // Where no names of columns are, the first row may be somebody's.
    if cells.clone().any(|cell| cell.contains('@')) {
        return "a list of people".to_string();
    }
    let names: Vec<&str> = cells.filter(|name| !name.is_empty()).take(6).collect();
    format!("a table that begins with `{}`", names.join("`, `"))
}

/// What `--as` may name: importers and platforms.
pub fn names() -> impl Iterator<Item = &'static str> {
    let importers = IMPORTERS.iter().map(|importer| importer.id);
    let platforms = IMPORTERS.iter().flat_map(|importer| importer.platforms);
    importers.chain(platforms.copied())
}
