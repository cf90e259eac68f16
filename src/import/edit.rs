//! Changes to the texts of a kit's numbers: lines are added at the end and revised in place, and
//! every other line keeps its bytes.

use super::line::{self, COLUMNS};
use super::merge::{Changes, Revision};
use crate::kit::{Row, TableForm, table_form};
use crate::source::encoding::Letters;
use crate::source::{Sources, Text};
use std::collections::BTreeMap;

/// Where numbers go when `metrics.csv` is not ours to add to.
const IMPORTED: &str = "metrics/imported.csv";

/// The four columns of a file that somebody keeps by hand.
const BY_HAND: usize = 4;

/// The columns of a new file: those that people look for, then what its rows need.
const USUAL: &[&str] = &[
    "date", "platform", "account", "metric", "value", "period", "format",
];

/// Whether lines of a file of numbers may be revised in place.
pub(super) fn may_edit(text: &Text) -> bool {
    text.letters == Letters::Utf8 && matches!(table_form(&text.text), TableForm::Long { .. })
}

/// The texts of a kit that `changes` make, by path.
pub(super) fn edit(sources: &Sources, changes: &Changes) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut by_file: BTreeMap<&str, Vec<Edit<'_>>> = BTreeMap::new();
    let path = |row: &Row| sources.text(row.line.file).path.as_str();
    for revision in &changes.revised {
        let edits = by_file.entry(path(&revision.old)).or_default();
        edits.push(Edit::Revise(revision));
    }
    for row in &changes.removed {
        by_file
            .entry(path(row))
            .or_default()
            .push(Edit::Remove(row));
    }
    let target = target(sources);
    if !changes.added.is_empty() {
        by_file.entry(target).or_default();
    }
    for (path, edits) in by_file {
        let added: &[Row] = match path == target {
            true => &changes.added,
            false => &[],
        };
        let old = sources.find(path).map(|file| &sources.text(file).text);
        let new = match old.map(|text| (text, table_form(text))) {
            Some((text, TableForm::Long { .. })) => Table::read(text).with(&edits, added),
            Some((text, TableForm::Empty | TableForm::Wide)) => below(text, &fresh(added)),
            None => fresh(added),
        };
        texts.insert(path.to_string(), new);
    }
    texts
}

/// The file that new lines go into.
fn target(sources: &Sources) -> &'static str {
    let Some(file) = sources.find("metrics.csv") else {
        return "metrics.csv";
    };
    let text = sources.text(file);
    if text.letters != Letters::Utf8 {
        return IMPORTED;
    }
    match table_form(&text.text) {
        TableForm::Empty => "metrics.csv",
        TableForm::Long { columns, .. } if columns.len() > BY_HAND => "metrics.csv",
        TableForm::Long { .. } | TableForm::Wide => IMPORTED,
    }
}

/// The table `fresh` below what a file without numbers holds: comments.
fn below(text: &str, fresh: &str) -> String {
    match text.trim() {
        "" => fresh.to_string(),
        _ if text.ends_with(['\n', '\r']) => format!("{text}{fresh}"),
        _ => format!("{text}\n{fresh}"),
    }
}

/// A file of its own for `rows`.
fn fresh(rows: &[Row]) -> String {
    let needed = |column: &&&str| {
        USUAL.contains(column) || rows.iter().any(|row| !line::cell(row, column).is_empty())
    };
    let columns: Vec<&str> = COLUMNS.iter().filter(needed).copied().collect();
    let mut text = columns.join(",") + "\n";
    for row in rows {
        text.push_str(&line::line(row, columns.iter().copied(), ','));
        text.push('\n');
    }
    text
}

/// What happens to a line that is there.
enum Edit<'c> {
    Revise(&'c Revision),
    Remove(&'c Row),
}

/// A file of numbers that is there, one number a line.
struct Table<'t> {
    text: &'t str,
    delimiter: char,
    columns: Vec<String>,
    header_end: usize,
    line_end: &'static str,
}

impl<'t> Table<'t> {
    fn read(text: &'t str) -> Table<'t> {
        let (delimiter, columns, header_end) = match table_form(text) {
            TableForm::Long {
                delimiter,
                columns,
                header_end,
            } => (char::from(delimiter), columns, header_end),
            TableForm::Wide | TableForm::Empty => (',', Vec::new(), 0),
        };
        let line_end = match (text.contains("\r\n"), text.contains('\n')) {
            (true, _) => "\r\n",
            (false, true) => "\n",
            (false, false) if text.contains('\r') => "\r",
            (false, false) => "\n",
        };
        Table {
            text,
            delimiter,
            columns,
            header_end,
            line_end,
        }
    }

    fn with(mut self, edits: &[Edit<'_>], added: &[Row]) -> String {
        let revised = edits.iter().filter_map(|edit| match edit {
            Edit::Revise(revision) => Some(&revision.new),
            Edit::Remove(_) => None,
        });
        let new = revised.chain(added);
        let mut missing: Vec<&str> = Vec::new();
        for row in new {
            for column in COLUMNS {
                let has = |columns: &[String]| columns.iter().any(|known| known == column);
                if !missing.contains(column)
                    && !has(&self.columns)
                    && !line::cell(row, column).is_empty()
                {
                    missing.push(column);
                }
            }
        }
        missing.sort_by_key(|column| COLUMNS.iter().position(|known| known == column));
        let mut places: Vec<(usize, usize, String)> = Vec::new();
        if !missing.is_empty() {
            let delimiter = self.delimiter.to_string();
            let more = format!("{delimiter}{}", missing.join(&delimiter));
            places.push((self.header_end, self.header_end, more));
            self.columns
                .extend(missing.iter().map(|name| (*name).to_string()));
        }
        for edit in edits {
            let revision = match edit {
                Edit::Revise(revision) => revision,
                Edit::Remove(row) => {
                    let range = row.line.range();
                    places.push((range.start, self.next_line(range.end), String::new()));
                    continue;
                }
            };
            let mut row = revision.new.clone();
            let old = &revision.old;
            // What the creator may have written into the line stays.
            row.label = old.label.clone().or(row.label);
            row.post = old.post.clone().or(row.post);
            row.n = old.n.or(row.n);
            let range = old.line.range();
            places.push((range.start, range.end, self.line(&row)));
        }
        places.sort();
        let mut text = String::with_capacity(self.text.len() + 120 * added.len());
        let mut at = 0;
        for (start, end, line) in places {
            text.push_str(&self.text[at..start]);
            text.push_str(&line);
            at = end;
        }
        text.push_str(&self.text[at..]);
        if !text.ends_with(['\n', '\r']) && !added.is_empty() {
            text.push_str(self.line_end);
        }
        for row in added {
            text.push_str(&self.line(row));
            text.push_str(self.line_end);
        }
        text
    }

    /// Where the line after the one that ends at `end` begins.
    fn next_line(&self, end: usize) -> usize {
        let rest = &self.text[end..];
        let breaks = ["\r\n", "\n", "\r"];
        let found = breaks.iter().find(|end| rest.starts_with(**end));
        end + found.map_or(0, |found| found.len())
    }

    fn line(&self, row: &Row) -> String {
        let columns = self.columns.iter().map(String::as_str);
        line::line(row, columns, self.delimiter)
    }
}
