//! All rows of all files of numbers, seen together: one row for each number.

use super::{
    AgeBand, Base, Gender, Metric, Paid, Period, Platform, PostFormat, Row, RowValue, Segment,
    decimal_text, shares,
};
use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span, line_starts};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Keeps one row for each number, in the order they came in: what was typed by hand before what
/// was imported, then what was read later. Reports rows that contradict each other, and shares
/// that cannot be parts of one audience.
pub(super) fn settle(rows: Vec<Row>, sources: &Sources, diags: &mut Diagnostics) -> Vec<Row> {
    let mut lines = Lines::new(sources);
    let kept = keep_one_of_each(&rows, &mut lines, diags);
    let rows = rows.into_iter().zip(kept);
    let rows: Vec<Row> = rows.filter(|(_, kept)| *kept).map(|(row, _)| row).collect();
    shares::check(&rows, &mut lines, diags);
    rows
}

/// What makes two rows say the same number: format.md's row key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey<'a> {
    /// `date`
    pub date: Date,
    /// `metric`
    pub metric: &'a Metric,
    /// `platform`
    pub platform: &'a Platform,
    /// `post`
    pub post: Option<&'a str>,
    /// In small letters: case does not matter in a handle.
    pub account: Option<Cow<'a, str>>,
    /// `period`
    pub period: Option<Period>,
    /// `format`
    pub format: Option<PostFormat>,
    /// `base`
    pub base: Option<Base>,
    /// `paid`
    pub paid: Option<Paid>,
    /// `segment`
    pub segment: Option<&'a Segment>,
    /// `age`
    pub age: Option<AgeBand>,
    /// `gender`
    pub gender: Option<Gender>,
    /// `country`
    pub country: Option<&'a str>,
    /// `city`
    pub city: Option<&'a str>,
}

/// The key of `row`.
pub fn row_key(row: &Row) -> RowKey<'_> {
    RowKey {
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
pub(super) fn account(row: &Row) -> Option<Cow<'_, str>> {
    let handle = row.account.as_ref()?.as_str();
    let is_small = handle
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    Some(match is_small {
        true => Cow::Borrowed(handle),
        false => Cow::Owned(handle.to_lowercase()),
    })
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

/// Of each row, whether it is kept.
fn keep_one_of_each(rows: &[Row], lines: &mut Lines<'_>, diags: &mut Diagnostics) -> Vec<bool> {
    let mut winners: HashMap<RowKey<'_>, usize> = HashMap::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let winner = winners.entry(row_key(row)).or_insert(index);
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
    let mut kept = vec![false; rows.len()];
    for winner in winners.into_values() {
        kept[winner] = true;
    }
    kept
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
            let starts = line_starts(&text.text);
            starts.map(|start| start as u32).collect()
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
    fn many_rows_that_stand_twice_are_kept_once() {
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
        let rows: Vec<Row> = ids
            .into_iter()
            .flat_map(|file| metrics::read(file, &sources, &mut diags))
            .collect();
        let kept = settle(rows, &sources, &mut diags);
        assert_eq!((kept.len(), diags.iter().count()), (10_000, 10_000));
    }
}
