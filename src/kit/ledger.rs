//! All rows of all files of numbers, seen together: one row for each number.

use super::{
    AgeBand, Base, Gender, Metric, Paid, Period, Platform, PostFormat, Row, RowValue, Segment,
    decimal_text, shares,
};
use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Keeps one row for each number, in the order they came in: what was typed by hand before what
/// was imported, then what was read later. Reports rows that contradict each other, and shares
/// that cannot be parts of one audience.
pub(super) fn settle(rows: Vec<Row>, sources: &Sources, diags: &mut Diagnostics) -> Vec<Row> {
    let mut lines = Lines::new(sources);
    let kept = keep_one_of_each(&rows, &mut lines, diags);
    let rows: Vec<Row> = rows
        .into_iter()
        .enumerate()
        .filter(|(index, _)| kept.contains(index))
        .map(|(_, row)| row)
        .collect();
    shares::check(&rows, &mut lines, diags);
    rows
}

/// What makes two rows say the same number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    date: Date,
    metric: &'a Metric,
    platform: &'a Platform,
    post: Option<&'a str>,
    account: Option<String>,
    period: Option<Period>,
    format: Option<PostFormat>,
    base: Option<Base>,
    paid: Option<Paid>,
    segment: Option<&'a Segment>,
    age: Option<AgeBand>,
    gender: Option<Gender>,
    country: Option<&'a str>,
    city: Option<&'a str>,
}

fn key(row: &Row) -> Key<'_> {
    Key {
        date: row.date,
        metric: &row.metric,
        platform: &row.platform,
        post: row.post.as_deref(),
        account: account(row),
        period: row.period,
        format: row.format,
        base: row.base,
        paid: row.paid,
        segment: row.segment.as_ref(),
        age: row.age,
        gender: row.gender,
        country: row.country.as_deref(),
        city: row.city.as_deref(),
    }
}

/// The account in one spelling: case does not matter in a handle.
pub(super) fn account(row: &Row) -> Option<String> {
    row.account
        .as_ref()
        .map(|handle| handle.as_str().to_lowercase())
}

/// How much a row weighs against others of its key; the most wins.
fn standing(row: &Row) -> (bool, Date) {
    let typed = row.source.as_deref().is_none_or(|source| source == "hand");
    (typed, row.asof.unwrap_or(row.date))
}

/// A value as it may have been typed.
fn typed(value: &RowValue) -> String {
    let floor = if value.floor { ">" } else { "" };
    format!("{floor}{}", decimal_text(&value.number, 6))
}

/// The indices of the rows that are kept.
fn keep_one_of_each(
    rows: &[Row],
    lines: &mut Lines<'_>,
    diags: &mut Diagnostics,
) -> BTreeSet<usize> {
    let mut kept: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let winner = kept.entry(key(row)).or_insert(index);
        let other = &rows[*winner];
        if *winner == index || standing(row) < standing(other) {
            continue;
        }
        if standing(row) > standing(other) {
            *winner = index;
        } else if row.value.value == other.value.value {
            diags.push(
                Diagnostic::warning(
                    "duplicate-row",
                    format!(
                        "this number is there already, in {}",
                        lines.name(other, row)
                    ),
                )
                .at(row.line)
                .hint("take one of the two lines out"),
            );
        } else {
            diags.push(
                Diagnostic::error(
                    "duplicate-number",
                    format!(
                        "the same number is {} in {}",
                        typed(&other.value.value),
                        lines.name(other, row)
                    ),
                )
                .at(row.value.span)
                .hint(
                    "keep the line that is right, or say in the column `asof` when each was read",
                ),
            );
        }
    }
    kept.into_values().collect()
}

/// Names lines, each file's line starts counted once: a file copied beside itself makes a report
/// for each of its lines.
pub(super) struct Lines<'a> {
    sources: &'a Sources,
    starts: BTreeMap<FileId, Vec<u32>>,
}

impl<'a> Lines<'a> {
    fn new(sources: &'a Sources) -> Lines<'a> {
        Lines {
            sources,
            starts: BTreeMap::new(),
        }
    }

    /// The line of `row`, as one says it beside `near`: with its file if that is another one.
    pub(super) fn name(&mut self, row: &Row, near: &Row) -> String {
        let Span { file, start, .. } = row.line;
        let text = self.sources.text(file);
        let starts = self.starts.entry(file).or_insert_with(|| {
            let breaks = text.text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
            breaks.map(|(index, _)| index as u32 + 1).collect()
        });
        let line = starts.partition_point(|line_start| *line_start <= start) + 1;
        if file == near.line.file {
            format!("line {line}")
        } else {
            format!("line {line} of {}", text.path)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{decimal_text, metrics};

    const HEADER: &str =
        "date,platform,metric,value,account,segment,age,gender,country,city,source,asof\n";

    /// The values of the rows that are kept, then what is wrong as `rule: message`. Each of
    /// `files` is lines without a header.
    fn check(files: &[&str], expected: &[&str]) {
        let mut sources = Sources::new();
        let mut diags = Diagnostics::new();
        let mut ids = Vec::new();
        for (index, lines) in files.iter().enumerate() {
            let path = format!("metrics/{index}.csv");
            ids.push(sources.add_text(path, format!("{HEADER}{lines}")));
        }
        let rows: Vec<Row> = ids
            .into_iter()
            .flat_map(|file| metrics::read(file, &sources, &mut diags))
            .collect();
        assert!(diags.iter().next().is_none(), "{diags:?}");
        let rows = settle(rows, &sources, &mut diags);
        let values: Vec<String> = rows
            .iter()
            .map(|row| decimal_text(&row.value.value.number, 2))
            .collect();
        let mut found = vec![values.join(" ")];
        found.extend(diags.iter().map(|d| format!("{}: {}", d.rule, d.message)));
        assert_eq!(found, expected, "{files:?}");
    }

    #[test]
    fn one_row_for_each_number() {
        let one = "2026-10-31,x,followers,1";
        check(&[&format!("{one}\n2026-10-30,x,followers,2")], &["1 2"]);
        check(&[&format!("{one},a\n2026-10-31,x,followers,2,b")], &["1 2"]);
        check(
            &[&format!("{one}\n2026-10-31,twitter,subs,2")],
            &["1", "duplicate-number: the same number is 1 in line 2"],
        );
        check(
            &[one, "2026-10-31,x,followers,2"],
            &[
                "1",
                "duplicate-number: the same number is 1 in line 2 of metrics/0.csv",
            ],
        );
        check(
            &[&format!("{one}\n{one}")],
            &[
                "1",
                "duplicate-row: this number is there already, in line 2",
            ],
        );
        check(
            &["2026-10-31,x,followers,1,@A\n2026-10-31,x,followers,1,a"],
            &[
                "1",
                "duplicate-row: this number is there already, in line 2",
            ],
        );
        check(
            &[&format!(
                "{one}\n2026-10-31,x,followers,2,,,,,,,hand,2026-11-01"
            )],
            &["2"],
        );
        check(
            &[&format!(
                "{one}\n2026-10-31,x,followers,2,,,,,,,x/a.csv,2026-11-01"
            )],
            &["1"],
        );
        check(
            &[&format!(
                "2026-10-31,x,followers,2,,,,,,,x/a.csv,2026-11-01\n{one}"
            )],
            &["1"],
        );
    }

    #[test]
    fn many_rows_are_read_in_no_time() {
        let mut lines = HEADER.to_string();
        for day in 0..10_000 {
            let (year, month, day) = (2000 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
            lines += &format!("{year}-{month:02}-{day:02},instagram,followers,\"{day},234\"\n");
        }
        let mut sources = Sources::new();
        let ids = [
            sources.add_text("metrics.csv", lines.as_str()),
            sources.add_text("metrics/copy.csv", lines.as_str()),
        ];
        let mut diags = Diagnostics::new();
        let started = std::time::Instant::now();
        let rows: Vec<Row> = ids
            .into_iter()
            .flat_map(|file| metrics::read(file, &sources, &mut diags))
            .collect();
        let kept = settle(rows, &sources, &mut diags);
        let took = started.elapsed();
        assert_eq!((kept.len(), diags.iter().count()), (10_000, 10_000));
        assert!(took.as_secs() < 2, "{took:?}");
    }
}
