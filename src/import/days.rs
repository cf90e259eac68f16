//! A table with a row for each day, whose columns each count one thing.

use super::haul::Haul;
use super::header::Header;
use super::vocabulary;
use super::written::{Written, follow};
use super::{dates, values, whole};
use crate::kit::{Metric, MetricKind, Unit};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How a table of days is read.
pub(super) struct Days<'a> {
    /// Where its words stand. The column of days is `date` there, or `nth-day` where they are
    /// counted from the first one: `0000`, `0001`. A column that is a `part` there divides the
    /// days, whatever it looks like.
    pub(super) section: &'static str,
    /// What each column counts. Of two that count the same, the one that comes first here is
    /// read.
    pub(super) metrics: &'a [(&'static str, &'static str)],
    /// What stands between two cells.
    pub(super) delimiter: u8,
    /// The first and the last day of the export, where it tells them.
    pub(super) window: Option<(Date, Date)>,
}

/// A row and its day.
struct Day<'r, 't> {
    row: &'r Record<'t>,
    date: Date,
}

impl Days<'_> {
    /// Reads `rows` under the column `names`.
    pub(super) fn read(
        &self,
        names: &Record<'_>,
        rows: &[&Record<'_>],
        haul: &mut Haul,
        diags: &mut Diagnostics,
    ) {
        let header = Header::read(self.section, names);
        let by = match header.has(&["date"]) {
            true => "date",
            false => "nth-day",
        };
        let rows = dated(rows, &header, by, haul);
        if let Some(wrong) = self.divided_by(names, by, &rows) {
            return diags.push(wrong);
        }
        let Some(days) = self.days(&rows, &header, by, diags) else {
            return;
        };
        let columns = self.columns(&header);
        for day in &days {
            for (column, metric) in &columns {
                if let Err(wrong) = self.cell(day, &header, column, metric, haul) {
                    diags.push(wrong);
                }
            }
        }
        haul.note_columns(&self.left_out(names, by, &columns));
    }

    /// The columns that are read, and what each counts.
    fn columns(&self, header: &Header) -> Vec<(&'static str, &'static str)> {
        let mut seen = BTreeSet::new();
        let here = self.metrics.iter().filter(|(name, _)| header.has(&[name]));
        here.copied()
            .filter(|(_, metric)| seen.insert(*metric))
            .collect()
    }

    fn left_out(&self, names: &Record<'_>, by: &str, columns: &[(&str, &str)]) -> Vec<String> {
        let is_read = |cell: &&Cell<'_>| {
            let meaning = vocabulary::meaning(self.section, &cell.text);
            meaning.is_some_and(|m| m == by || columns.iter().any(|(column, _)| *column == m))
        };
        let others = names.cells.iter().filter(|cell| !is_read(cell));
        others
            .map(|cell| cell.text.trim().to_string())
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// That a column of words or of ranges divides the days: a row is then no whole day.
    fn divided_by(&self, names: &Record<'_>, by: &str, rows: &[&Record<'_>]) -> Option<Diagnostic> {
        let others = names.cells.iter().enumerate().filter(|(_, cell)| {
            let meaning = vocabulary::meaning(self.section, &cell.text);
            let counts = |word| self.metrics.iter().any(|(column, _)| *column == word);
            !meaning.is_some_and(|word| word == by || counts(word))
        });
        for (index, name) in others {
            let word = |row: &&Record<'_>| row.cells.get(index).is_some_and(is_word);
            let is_part = vocabulary::meaning(self.section, &name.text) == Some("part");
            if is_part || rows.iter().any(word) {
                let message = format!("the days are divided by “{}”", name.text.trim());
                return Some(divided(message).at(name.span));
            }
        }
        None
    }

    /// Every row with its day; `None` after it was reported that they cannot be told.
    fn days<'r, 't>(
        &self,
        rows: &[&'r Record<'t>],
        header: &Header,
        by: &str,
        diags: &mut Diagnostics,
    ) -> Option<Vec<Day<'r, 't>>> {
        let texts: Vec<String> = rows
            .iter()
            .filter_map(|row| Some(header.cell(row, by)?.text.into_owned()))
            .collect();
        let texts = || texts.iter().map(String::as_str);
        let in_window = |order| {
            let inside = |text| {
                let (first, last) = self.window?;
                let date = dates::numeric(text, order)?;
                Some((first..=last).contains(&date))
            };
            texts().all(|text| inside(text).unwrap_or(false))
        };
        let in_row = |order| follow(texts(), order);
        let written = Written::of(texts(), &[&in_window, &in_row]);
        let mut days = Vec::new();
        let mut seen = BTreeSet::new();
        for row in rows {
            let Some(cell) = header.cell(row, by) else {
                continue;
            };
            let date = match by {
                "date" => written.read(&cell),
                _ => self.nth(&cell),
            };
            match date {
                Ok(date) if seen.insert(date) => days.push(Day { row, date }),
                Ok(date) => {
                    let message = format!("there are two rows of {date}");
                    diags.push(divided(message).at(cell.span));
                    return None;
                }
                Err(wrong) => diags.push(wrong),
            }
        }
        Some(days)
    }

    /// The day that is so many days behind the first one.
    fn nth(&self, cell: &Cell<'_>) -> Result<Date, Diagnostic> {
        let date = self.window.and_then(|(first, last)| {
            let days: u16 = cell.text.parse().ok()?;
            let date = first.checked_add(i32::from(days).days()).ok()?;
            (first..=last).contains(&date).then_some(date)
        });
        date.ok_or_else(|| dates::not_a_day(cell))
    }

    fn cell(
        &self,
        day: &Day<'_, '_>,
        header: &Header,
        column: &str,
        metric: &str,
        haul: &mut Haul,
    ) -> Result<(), Diagnostic> {
        let Some(cell) = header.cell(day.row, column) else {
            return Ok(());
        };
        let number = match is_counted(metric) {
            true => whole::read(&cell)?,
            false => values::number(&cell, self.delimiter)?,
        };
        if let Some(number) = number {
            haul.add_day(day.date, metric, number, cell.span);
        }
        Ok(())
    }
}

/// Whether `cell` names something, as `Spain`, or a range, as `18-24`: counts may be written as
/// `1.2K`.
fn is_word(cell: &Cell<'_>) -> bool {
    let text = cell.text.trim();
    let named = text.contains(char::is_alphabetic) && whole::read(cell).is_err();
    let range = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['-', '+']);
    (named || range) && !values::is_missing(text)
}

fn is_counted(metric: &str) -> bool {
    Metric::parse(metric).is_some_and(|metric| {
        let adds_up = matches!(metric.kind(), MetricKind::Flow | MetricKind::Unique);
        adds_up && metric.unit() == Unit::Count
    })
}

/// The rows that have a day. Sentences below a table have none, and totals are no day.
fn dated<'r, 't>(
    rows: &[&'r Record<'t>],
    header: &Header,
    by: &str,
    haul: &mut Haul,
) -> Vec<&'r Record<'t>> {
    let mut dated = Vec::new();
    for row in rows {
        let date = header.cell(row, by);
        let text = date.as_ref().map_or("", |cell| &cell.text);
        if text.contains(|c: char| c.is_ascii_digit()) {
            dated.push(*row);
        } else if row.only_cell().is_none() {
            haul.note(match text {
                "" => "rows without a day were left out".to_string(),
                name => format!("the row “{name}” was left out"),
            });
        }
    }
    dated
}

fn divided(message: String) -> Diagnostic {
    Diagnostic::error("export-divided", message)
        .hint("export it by day only, without a second dimension, comparison or split")
}
