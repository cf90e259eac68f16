//! The columns of `metrics.csv`: the header line to where each column stands.

use super::{Choice, Metric};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, nearest};

/// A column of `metrics.csv`. They may stand in any order, and all but four may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// `date`, needed.
    Date,
    /// `platform`, needed.
    Platform,
    /// `account`
    Account,
    /// `metric`, needed.
    Metric,
    /// `value`, needed.
    Value,
    /// `period`
    Period,
    /// `format`
    Format,
    /// `base`
    Base,
    /// `n`
    N,
    /// `paid`
    Paid,
    /// `segment`
    Segment,
    /// `age`
    Age,
    /// `gender`
    Gender,
    /// `country`
    Country,
    /// `city`
    City,
    /// `post`
    Post,
    /// `label`
    Label,
    /// `source`
    Source,
    /// `asof`
    Asof,
}

impl Choice for Column {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("date", Self::Date),
        ("platform", Self::Platform),
        ("account", Self::Account),
        ("metric", Self::Metric),
        ("value", Self::Value),
        ("period", Self::Period),
        ("format", Self::Format),
        ("base", Self::Base),
        ("n", Self::N),
        ("paid", Self::Paid),
        ("segment", Self::Segment),
        ("age", Self::Age),
        ("gender", Self::Gender),
        ("country", Self::Country),
        ("city", Self::City),
        ("post", Self::Post),
        ("label", Self::Label),
        ("source", Self::Source),
        ("asof", Self::Asof),
    ];
}

const NEEDED: [Column; 4] = [
    Column::Date,
    Column::Platform,
    Column::Metric,
    Column::Value,
];

/// Which column stands where in one file.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// By [`Column`], the index of its cell.
    at: [Option<usize>; Column::WORDS.len()],
    /// By the index of a cell, whether its column has a name, known or not.
    named: Vec<bool>,
}

impl Columns {
    /// Reads the header line. `None` after a column that is needed was reported as missing.
    pub(super) fn read(header: &Record<'_>, diags: &mut Diagnostics) -> Option<Columns> {
        let mut columns = Columns {
            at: [None; Column::WORDS.len()],
            named: Vec::new(),
        };
        let mut unknown = Vec::new();
        for (index, cell) in header.cells.iter().map(Cell::trimmed).enumerate() {
            columns.named.push(!cell.text.is_empty());
            let name = cell.text.to_lowercase();
            match Column::parse(&name) {
                Some(column) if columns.at[column as usize].is_some() => diags.push(
                    Diagnostic::error(
                        "column-twice",
                        format!("the column `{name}` is there twice"),
                    )
                    .at(cell.span)
                    .hint("keep one of the two"),
                ),
                Some(column) => columns.at[column as usize] = Some(index),
                None if name.is_empty() => {}
                None => unknown.push(unknown_column(&cell)),
            }
        }
        if columns.at.iter().all(Option::is_none) {
            diags.push(
                Diagnostic::error("header-missing", "the first line does not name the columns")
                    .at(header.span)
                    .hint("put a line above it: date,platform,metric,value,period"),
            );
            return None;
        }
        for diagnostic in unknown {
            diags.push(diagnostic);
        }
        let missing: Vec<Column> = NEEDED
            .into_iter()
            .filter(|column| columns.at[*column as usize].is_none())
            .collect();
        if missing.is_empty() {
            return Some(columns);
        }
        let names: Vec<String> = missing
            .iter()
            .map(|column| format!("`{}`", column.word()))
            .collect();
        let message = match names.as_slice() {
            [name] => format!("the column {name} is missing"),
            names => format!("the columns {} are missing", names.join(", ")),
        };
        diags.push(
            Diagnostic::error("missing-column", message)
                .at(header.span)
                .hint("every file of numbers has the columns date, platform, metric and value"),
        );
        None
    }

    /// Whether the file has `column`.
    pub(super) fn has(&self, column: Column) -> bool {
        self.at[column as usize].is_some()
    }

    /// The index of the cells of `column`.
    pub(super) fn index(&self, column: Column) -> Option<usize> {
        self.at[column as usize]
    }

    /// The cell of `column`, without blanks around it; `None` when it is empty.
    pub(super) fn cell<'t>(&self, record: &Record<'t>, column: Column) -> Option<Cell<'t>> {
        let cell = record.cells.get(self.at[column as usize]?)?.trimmed();
        (!cell.text.is_empty()).then_some(cell)
    }

    /// The first cell that is filled and stands under no column.
    pub(super) fn surplus<'t>(&self, record: &Record<'t>) -> Option<Cell<'t>> {
        let named = |index: usize| self.named.get(index).copied().unwrap_or(false);
        record
            .cells
            .iter()
            .enumerate()
            .filter(|(index, _)| !named(*index))
            .map(|(_, cell)| cell.trimmed())
            .find(|cell| !cell.text.is_empty())
    }
}

fn unknown_column(cell: &Cell<'_>) -> Diagnostic {
    let name = &cell.text;
    let diagnostic = Diagnostic::error(
        "unknown-column",
        format!("`{name}` is no column of this file"),
    )
    .at(cell.span);
    if let Some(metric) = Metric::parse(name).filter(Metric::is_standard) {
        return diagnostic.hint(format!(
            "each number has a line of its own: write `{metric}` in the column `metric` and the number in `value`"
        ));
    }
    let known = || Column::WORDS.iter().map(|(word, _)| *word);
    match nearest(name, known()) {
        Some(column) => diagnostic.hint(format!("did you mean `{column}`?")),
        None => diagnostic.hint(format!(
            "the columns are {}",
            known().collect::<Vec<_>>().join(", ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, csv};

    /// The header's diagnostics as `rule: hint`.
    fn check(header: &str, expected: &[&str]) {
        let file = Sources::new().add_text("metrics.csv", header);
        let dialect = csv::Dialect {
            delimiter: b',',
            comments: true,
        };
        let mut diags = Diagnostics::new();
        let records = csv::parse(header, file, dialect, &mut diags);
        let columns = Columns::read(&records[0], &mut diags);
        let found: Vec<String> = diags
            .iter()
            .map(|wrong| format!("{}: {}", wrong.rule, wrong.message))
            .collect();
        assert_eq!(found, expected, "{header}");
        let unusable = ["missing-column", "header-missing"];
        let usable = diags.iter().all(|wrong| !unusable.contains(&wrong.rule));
        assert_eq!(columns.is_some(), usable, "{header}");
    }

    #[test]
    fn reads_headers() {
        check("date,platform,metric,value", &[]);
        check(" VALUE ,Date,Metric,\"platform\",,", &[]);
        check(
            "date,platform,metric,value,Date",
            &["column-twice: the column `date` is there twice"],
        );
        check(
            "date,platform,metric",
            &["missing-column: the column `value` is missing"],
        );
        check(
            "date,platform,metric,value,perod",
            &["unknown-column: `perod` is no column of this file"],
        );
        check(
            "2026-10-31,instagram,followers,12",
            &["header-missing: the first line does not name the columns"],
        );
    }

    #[test]
    fn an_unknown_column_comes_with_a_suggestion() {
        fn check(name: &str, expected: &str) {
            let file = Sources::new().add_text("metrics.csv", name);
            let cell = Cell {
                text: name.into(),
                span: crate::source::Span::new(file, 0..name.len()),
            };
            let hint = &unknown_column(&cell).hints[0];
            assert!(hint.starts_with(expected), "{name}: {hint}");
        }
        check("perod", "did you mean `period`?");
        check("as of", "did you mean `asof`?");
        check(
            "Followers",
            "each number has a line of its own: write `followers`",
        );
        check("zzz", "the columns are date, platform, account,");
    }

    #[test]
    fn every_column_is_found_by_its_own_index() {
        for (index, (_, column)) in Column::WORDS.iter().enumerate() {
            assert_eq!(*column as usize, index);
        }
    }
}
