//! A row of numbers to its line in `metrics.csv`.

use crate::kit::{AgeBand, Choice, Period, Row, decimal_text};

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
    let word = |word: Option<&str>| word.unwrap_or_default().to_string();
    match column {
        "date" => row.date.to_string(),
        "platform" => row.platform.id().to_string(),
        "account" => word(row.account.as_ref().map(|handle| handle.as_str())),
        "metric" => row.metric.name().to_string(),
        "value" => {
            let value = &row.value.value;
            let floor = if value.floor { ">" } else { "" };
            format!("{floor}{}", decimal_text(&value.number, PLACES))
        }
        "period" => row.period.map(period).unwrap_or_default(),
        "format" => word(row.format.map(Choice::word)),
        "base" => word(row.base.map(Choice::word)),
        "n" => row.n.map(|n| n.to_string()).unwrap_or_default(),
        "paid" => word(row.paid.map(Choice::word)),
        "segment" => {
            let segment = row.segment.as_ref();
            segment.map_or_else(String::new, |s| format!("{}:{}", s.set, s.value))
        }
        "age" => row.age.map(age).unwrap_or_default(),
        "gender" => word(row.gender.map(Choice::word)),
        "country" => word(row.country.as_deref()),
        "city" => guarded(row.city.as_deref()),
        "post" => guarded(row.post.as_deref()),
        "label" => guarded(row.label.as_deref()),
        "source" => word(row.source.as_deref()),
        "asof" => row.asof.map(|day| day.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The line of `row` under `columns`, without a line end. Columns of other names stay empty.
pub fn line<'c>(row: &Row, columns: impl Iterator<Item = &'c str>, delimiter: char) -> String {
    let mut line = String::new();
    for (index, column) in columns.enumerate() {
        if index > 0 {
            line.push(delimiter);
        }
        let mut cell = cell(row, column);
        if column == "value" && delimiter == ';' {
            // Where semicolons stand between cells, commas stand in numbers.
            cell = cell.replace('.', ",");
        }
        let quoted = cell.contains([delimiter, '"', '\n', '\r', '#'])
            || cell.starts_with(' ')
            || cell.ends_with(' ');
        if quoted {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(&cell);
        }
    }
    line
}

/// A text as a cell that no spreadsheet computes: a blank before a sign that begins a formula. It
/// is left out when the cell is read.
fn guarded(text: Option<&str>) -> String {
    let text = text.unwrap_or_default();
    match text.starts_with(['=', '+', '-', '@', '\t']) {
        true => format!(" {text}"),
        false => text.to_string(),
    }
}

fn period(period: Period) -> String {
    match period {
        Period::Days(1) => "day".to_string(),
        Period::Days(days) => format!("{days}d"),
        Period::Month => "month".to_string(),
        Period::Year => "year".to_string(),
        Period::Lifetime => "lifetime".to_string(),
    }
}

fn age(band: AgeBand) -> String {
    match band.to {
        Some(to) => format!("{}-{to}", band.from),
        None => format!("{}+", band.from),
    }
}
