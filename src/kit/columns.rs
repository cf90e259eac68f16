//! The columns of `metrics.csv`: the header line to where each column stands.

use super::values::is_hidden;
use super::wide::{self, Heading};
use super::{Choice, Metric};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, formula, nearest};

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

/// Which column stands where in one file.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// By [`Column`], the index of its cell.
    at: [Option<usize>; Column::WORDS.len()],
    /// By the index of a cell, whether its column has a name, known or not.
    named: Vec<bool>,
    /// Where numbers stand: one column in a long table, any number of them in a wide one.
    numbers: Vec<NumberColumn>,
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub(super) struct NumberColumn {
    /// The index of its cells.
    pub index: usize,
    /// Its name, as typed.
    pub name: String,
    /// What its name says of its numbers, in a wide table.
    pub heading: Option<Heading>,
}

/// The name of a column as it is looked up, from the cell of a header.
pub(super) fn name(cell: &str) -> String {
    let visible: String = cell.chars().filter(|c| !is_hidden(*c)).collect();
    visible.trim().to_lowercase()
}

impl Columns {
    /// Reads the header line. `None` after a column that is needed was reported as missing.
    pub(super) fn read(header: &Record<'_>, diags: &mut Diagnostics) -> Option<Columns> {
        let mut columns = Columns {
            at: [None; Column::WORDS.len()],
            named: Vec::new(),
            numbers: Vec::new(),
        };
        let mut others = Vec::new();
        for (index, cell) in header.cells.iter().map(Cell::trimmed).enumerate() {
            let name = name(&cell.text);
            columns.named.push(!name.is_empty());
            match Column::parse(&name) {
                Some(column) if columns.has(column) => diags.push(twice(&cell, column.word())),
                Some(column) => columns.at[column as usize] = Some(index),
                None if name.is_empty() => {}
                None => others.push((index, cell)),
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
        let wide = columns.has(Column::Platform)
            && !columns.has(Column::Metric)
            && !columns.has(Column::Value);
        for (index, cell) in &others {
            match wide::heading(&cell.text).filter(|_| wide) {
                Some(heading) => columns.add_heading(*index, cell, heading, diags),
                None => diags.push(unknown_column(cell, wide)),
            }
        }
        if let Some(index) = columns.at[Column::Value as usize] {
            columns.numbers.push(NumberColumn {
                index,
                name: Column::Value.word().to_string(),
                heading: None,
            });
        }
        match columns.missing() {
            None => Some(columns),
            Some(missing) => {
                diags.push(missing.at(header.span));
                None
            }
        }
    }

    /// Adds a column whose name is a metric.
    fn add_heading(
        &mut self,
        index: usize,
        cell: &Cell<'_>,
        heading: Heading,
        diags: &mut Diagnostics,
    ) {
        let same = |column: &&NumberColumn| column.heading.as_ref() == Some(&heading);
        if let Some(other) = self.numbers.iter().find(same) {
            diags.push(twice(cell, &other.name));
            return;
        }
        if let Some(wrong) = heading.wrong() {
            diags.push(wrong.at(cell.span));
        }
        self.numbers.push(NumberColumn {
            index,
            name: cell.text.to_string(),
            heading: Some(heading),
        });
    }

    /// That a column is missing which is needed.
    fn missing(&self) -> Option<Diagnostic> {
        let needed: &[Column] = match self.is_wide() {
            true => &[Column::Date, Column::Platform],
            false => &[
                Column::Date,
                Column::Platform,
                Column::Metric,
                Column::Value,
            ],
        };
        let missing = needed.iter().filter(|column| !self.has(**column));
        let names: Vec<String> = missing
            .map(|column| format!("`{}`", column.word()))
            .collect();
        let message = match names.as_slice() {
            [] => return None,
            [name] => format!("the column {name} is missing"),
            names => format!("the columns {} are missing", names.join(", ")),
        };
        let hint = match self.is_wide() {
            true => "write a column `date`, and in each line the day of its numbers: 2026-10-31",
            false => "every file of numbers has the columns date, platform, metric and value",
        };
        Some(Diagnostic::error("missing-column", message).hint(hint))
    }

    /// Whether each metric has a column of its own.
    pub(super) fn is_wide(&self) -> bool {
        self.numbers.iter().any(|column| column.heading.is_some())
    }

    /// The columns of numbers that are filled in `record`.
    pub(super) fn numbers(&self, record: &Record<'_>) -> impl Iterator<Item = &NumberColumn> {
        self.numbers.iter().filter(|column| {
            let cell = record.cells.get(column.index);
            cell.is_some_and(|cell| !cell.text.trim().is_empty())
        })
    }

    /// Into how many parts at most commas have cut a number of `record` in a wide table; `None` for
    /// a line that has as many cells as the header, so none too many.
    pub(super) fn most_parts(&self, record: &Record<'_>) -> Option<usize> {
        let is_filled = |cell: &Cell<'_>| !cell.text.trim().is_empty();
        let filled = record.cells.iter().rposition(is_filled)? + 1;
        let named = self.named.iter().rposition(|named| *named)? + 1;
        match self.is_wide() {
            true if record.cells.len() < named => Some(filled),
            true if filled > named => Some(filled - named + 1),
            _ => None,
        }
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
        cell(record, self.at[column as usize]?)
    }

    /// Whether two lines say the same but for a metric and its value.
    pub(super) fn are_alike(&self, one: &Record<'_>, other: &Record<'_>) -> bool {
        let number = [self.index(Column::Metric), self.index(Column::Value)];
        let mut cells = one.cells.iter().zip(&other.cells).enumerate();
        one.cells.len() == other.cells.len()
            && cells.all(|(at, (one, other))| number.contains(&Some(at)) || one.text == other.text)
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

/// The cell at `index`, without blanks around it; `None` when it is empty.
pub(super) fn cell<'t>(record: &Record<'t>, index: usize) -> Option<Cell<'t>> {
    let cell = record.cells.get(index)?;
    if cell.text.is_empty() {
        return None;
    }
    let mut cell = cell.trimmed();
    if let Some(content) = formula::literal(&cell.text) {
        cell.text = cell.text[content].trim().to_string().into();
    }
    (!cell.text.is_empty()).then_some(cell)
}

fn twice(cell: &Cell<'_>, name: &str) -> Diagnostic {
    let message = match cell.text.eq_ignore_ascii_case(name) {
        true => format!("the column `{name}` is there twice"),
        false => format!("the columns `{name}` and `{}` are the same", cell.text),
    };
    Diagnostic::error("column-twice", message)
        .at(cell.span)
        .hint("keep one of the two")
}

/// That a column is none. `wide` says whether metrics are.
fn unknown_column(cell: &Cell<'_>, wide: bool) -> Diagnostic {
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
    let near = match wide {
        true => nearest(name, known().chain(wide::names())),
        false => nearest(name, known()),
    };
    match near {
        Some(column) => diagnostic.hint(format!("did you mean `{column}`?")),
        None if wide => diagnostic.hint(
            "beside date and platform each column is a metric, as `followers` or `views 28d`; \
             for a number of your own write `custom:` and a word",
        ),
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
    fn reads_headers_of_wide_tables() {
        check("Date,Platform,Followers,Views 28d,period,", &[]);
        check("platform,date,subs,views,views.7d,custom:waiting_list", &[]);
        check("\u{feff}date,platform,likes", &[]);
        check(
            "platform,followers",
            &["missing-column: the column `date` is missing"],
        );
        check(
            "date,platform",
            &["missing-column: the columns `metric`, `value` are missing"],
        );
        check(
            "date,platform,mood",
            &[
                "unknown-column: `mood` is no column of this file",
                "missing-column: the columns `metric`, `value` are missing",
            ],
        );
        check(
            "date,platform,value,followers",
            &[
                "unknown-column: `followers` is no column of this file",
                "missing-column: the column `metric` is missing",
            ],
        );
        check(
            "date,platform,views,Views,plays,followers 28d,folowers",
            &[
                "column-twice: the column `views` is there twice",
                "column-twice: the columns `views` and `plays` are the same",
                "period-unexpected: followers is a total on one day and covers no period",
                "unknown-column: `folowers` is no column of this file",
            ],
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
            let hint = &unknown_column(&cell, false).hints[0];
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
