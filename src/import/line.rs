//! A row of numbers to its line in `metrics.csv`.

use crate::kit::{AgeBand, Choice, Period, Row, decimal_text};
use std::fmt::{self, Write};

/// The columns of a file of numbers, in the order they are written in.
pub const COLUMNS: &[&str] = &[
    "date", "platform", "account", "metric", "value", "period", "format", "base", "n", "paid",
    "segment", "age", "gender", "country", "city", "post", "label", "source", "asof",
];

/// How many digits behind the point are kept.
pub(super) const PLACES: u32 = 6;

/// The cell of `row` in `column`, one of [`COLUMNS`], as it is read back; empty where there is
/// nothing.
pub fn cell(row: &Row, column: &str) -> String {
    let mut cell = String::new();
    push_cell(row, column, &mut cell);
    cell
}

/// The same, behind `text`.
fn push_cell(row: &Row, column: &str, text: &mut String) {
    let word = match column {
        "platform" => Some(row.platform.id()),
        "account" => row.account.as_ref().map(|handle| handle.as_str()),
        "metric" => Some(row.metric.name()),
        "format" => row.format.map(Choice::word),
        "base" => row.base.map(Choice::word),
        "paid" => row.paid.map(Choice::word),
        "gender" => row.gender.map(Choice::word),
        "country" => row.country.as_deref(),
        "source" => row.source.as_deref(),
        "city" => return push_guarded(row.city.as_deref(), text),
        "post" => return push_guarded(row.post.as_deref(), text),
        "label" => return push_guarded(row.label.as_deref(), text),
        _ => return push_made(row, column, text),
    };
    text.push_str(word.unwrap_or_default());
}

/// The cells that do not stand in the row as text.
fn push_made(row: &Row, column: &str, text: &mut String) {
    // To a string nothing fails to be written.
    let _ = match column {
        "date" => write!(text, "{}", row.date),
        "value" => {
            let value = &row.value.value;
            let floor = if value.floor { ">" } else { "" };
            write!(text, "{floor}{}", decimal_text(&value.number, PLACES))
        }
        "period" => row.period.map_or(Ok(()), |p| push_period(p, text)),
        "n" => row.n.map_or(Ok(()), |n| write!(text, "{n}")),
        "segment" => {
            let segment = row.segment.as_ref();
            segment.map_or(Ok(()), |s| write!(text, "{}:{}", s.set, s.value))
        }
        "age" => row.age.map_or(Ok(()), |band| push_age(band, text)),
        "asof" => row.asof.map_or(Ok(()), |day| write!(text, "{day}")),
        _ => Ok(()),
    };
}

/// The line of `row` under `columns`, without a line end. Columns of other names stay empty.
pub fn line<'c>(row: &Row, columns: impl Iterator<Item = &'c str>, delimiter: char) -> String {
    let mut line = String::with_capacity(160);
    for (index, column) in columns.enumerate() {
        if index > 0 {
            line.push(delimiter);
        }
        let start = line.len();
        push_cell(row, column, &mut line);
        let cell = &line[start..];
        if column == "value" && delimiter == ';' {
            // Where semicolons stand between cells, commas stand in numbers.
            let number = cell.replace('.', ",");
            line.replace_range(start.., &number);
        } else if cell.contains([delimiter, '"', '\n', '\r', '#'])
            || cell.starts_with(' ')
            || cell.ends_with(' ')
        {
            let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
            line.replace_range(start.., &quoted);
        }
    }
    line
}

/// Adds a text as a cell that no spreadsheet computes: a blank before a sign that begins a
/// formula. It is left out when the cell is read.
fn push_guarded(cell: Option<&str>, text: &mut String) {
    let cell = cell.unwrap_or_default();
    if cell.starts_with(['=', '+', '-', '@', '\t']) {
        text.push(' ');
    }
    text.push_str(cell);
}

fn push_period(period: Period, text: &mut String) -> fmt::Result {
    let word = match period {
        Period::Days(1) => "day",
        Period::Days(days) => return write!(text, "{days}d"),
        Period::Month => "month",
        Period::Year => "year",
        Period::Lifetime => "lifetime",
    };
    text.write_str(word)
}

fn push_age(band: AgeBand, text: &mut String) -> fmt::Result {
    match band.to {
        Some(to) => write!(text, "{}-{to}", band.from),
        None => write!(text, "{}+", band.from),
    }
}
