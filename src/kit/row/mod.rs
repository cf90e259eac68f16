//! One line of `metrics.csv`: its cells to a [`Row`], or all that is wrong with them.

mod cells;
mod line;
mod number;

use super::accounts::strange;
use super::columns::{Column, Columns};
use super::manner::Manner;
use super::{Platform, Row, totals};
use crate::source::Diagnostics;
use crate::source::csv::Record;
use cells::Cells;
use line::Line;
use number::Number;
use std::collections::BTreeSet;

/// Reads the lines of one file.
pub(super) struct RowReader<'a, 't> {
    columns: &'a Columns,
    manner: Manner,
    diags: &'a mut Diagnostics,
    /// Platforms that were warned of: once in a file is enough.
    strange: BTreeSet<Platform>,
    /// How many errors were reported.
    errors: usize,
    /// The line before and what it says beside its number, if that is fine: the lines of one post
    /// differ in nothing else.
    before: Option<(Record<'t>, Cells)>,
}

impl<'a, 't> RowReader<'a, 't> {
    /// A reader for a file with these columns.
    pub(super) fn new(
        columns: &'a Columns,
        manner: Manner,
        diags: &'a mut Diagnostics,
    ) -> RowReader<'a, 't> {
        RowReader {
            columns,
            manner,
            diags,
            strange: BTreeSet::new(),
            errors: 0,
            before: None,
        }
    }

    /// How many errors were reported so far.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    /// Adds the row of `record`, or in a wide table a row for each of its numbers. None is added
    /// without a value, nor after all that is wrong was reported.
    pub(super) fn read(&mut self, record: Record<'t>, rows: &mut Vec<Row>) {
        let Manner {
            delimiter, order, ..
        } = self.manner;
        let mut line = Line {
            columns: self.columns,
            record: &record,
            number: self.columns.numbers(&record).next(),
            period_told: false,
            diags: self.diags,
            errors: &mut self.errors,
        };
        if let Some(wrong) = totals::row(self.columns, &record) {
            line.push(wrong);
            return;
        }
        // All cells behind a number that was cut stand under the wrong column.
        if let Some(wrong) = line.cut_number(delimiter).or_else(|| line.sum_alone()) {
            line.push(wrong);
            return;
        }
        let fits = line.no_surplus();
        if line.number.is_none() {
            if fits.is_ok() {
                line.report_if_lost(delimiter);
            }
            return;
        }

        // Every cell is read before a row is given up, so that one run reports them all.
        let said = line.diags.len();
        let alike = self
            .before
            .take()
            .filter(|(before, _)| self.columns.are_alike(before, &record));
        let cells = match alike {
            Some((_, cells)) => cells.of_line(record.span),
            None => Cells::read(&mut line, &self.manner),
        };
        let kept = (line.diags.len() == said).then(|| cells.clone());
        if let Ok(platform) = &cells.platform
            && !platform.is_known()
            && self.strange.insert(platform.clone())
        {
            line.report(Column::Platform, strange(platform));
        }
        let mark = self.manner.decimal_mark();
        let mut numbers = Vec::with_capacity(1);
        for column in self.columns.numbers(&record) {
            line.number = Some(column);
            numbers.extend(Number::read(&mut line, &cells, mark));
        }
        if fits.is_ok() && (order.is_some() || !line.has_slashed_date()) {
            let cells = std::iter::repeat_n(cells, numbers.len());
            rows.extend(
                cells
                    .zip(numbers)
                    .filter_map(|(cells, number)| cells.row(number)),
            );
        }
        self.before = kept.map(|cells| (record, cells));
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::metrics;
    use crate::source::{Diagnostics, Sources};

    const HEADER: &str = "date,platform,metric,value,period,format,base,n,paid,segment,age,gender,country,city,post,label,source,asof,account";

    /// Reads one line; what is wrong with it as `rule @place`, in the order of the cells.
    fn wrongs(line: &str) -> (usize, Vec<String>) {
        wrongs_under(HEADER, line)
    }

    fn wrongs_under(header: &str, line: &str) -> (usize, Vec<String>) {
        let text = format!("{header}\n{line}\n");
        let mut sources = Sources::new();
        let file = sources.add_text("metrics.csv", text.as_str());
        let mut diags = Diagnostics::new();
        let rows = metrics::read(file, &sources, &mut diags);
        let mut wrongs: Vec<_> = diags
            .iter()
            .map(|wrong| (wrong.span.expect("a place"), wrong.rule))
            .collect();
        wrongs.sort();
        let wrongs = wrongs
            .into_iter()
            .map(|(span, rule)| format!("{rule} @{}", &text[span.range()]));
        (rows.len(), wrongs.collect())
    }

    #[test]
    fn a_sound_line_is_a_row() {
        fn check(line: &str) {
            assert_eq!(wrongs(line), (1, Vec::new()), "{line}");
        }
        check("2026-10-31,Instagram,subs,248000");
        check("2026-10-31,tiktok,views,>3M,90d");
        check("2026-10-31,ig,engagement_rate,6.1%,90d,reel,unknown,18");
        check("2026-10-31,instagram,followers_share,33,,,,,,,25-34");
        check("2026-10-31,instagram,followers_share,14.2,,,,,,,,,Sweden,Stockholm");
        check("2026-10-31,youtube,views_share,40,28d,,,,,device:mobile");
        check(
            "2026-10-05,instagram,views,\"61,244\",lifetime,reel,,,boosted,,,,,,https://a.example/1/,Rye day",
        );
        check("2026-10-05,youtube,duration,0:04:28,,,,,,,,,,,qZ3kd0Ab7Lw");
        check("2026-10-31,x,followers_net,-12,28d,,,,,,,,,,,,hand,2026-11-02,@maite");
        check("2026-10-31,podcast,rank_food,3");
    }

    #[test]
    fn a_line_without_a_value_is_no_row_and_no_trouble() {
        assert_eq!(wrongs("2026-10-31,instagram,views,"), (0, Vec::new()));
        assert_eq!(wrongs("2026-10-31,,,  ,day"), (0, Vec::new()));
    }

    #[test]
    fn a_line_of_one_cell_is_no_unknown_number() {
        fn check(line: &str, expected: &str) {
            assert_eq!(wrongs(line), (0, vec![expected.to_string()]), "{line}");
        }
        check("nonsense,,,  ,", "missing-cell @nonsense");
        check("\"2026-10-31,x,views,1\"", "one-cell @2026-10-31,x,views,1");
        check("2026-10-31;x;views;1", "one-cell @2026-10-31;x;views;1");
    }

    #[test]
    fn a_number_cut_at_its_comma_is_reported_alone() {
        fn check(header: &str, line: &str, rows: usize, expected: &[&str]) {
            let expected = expected.iter().map(|wrong| wrong.to_string()).collect();
            assert_eq!(wrongs_under(header, line), (rows, expected), "{line}");
        }
        let line = "2026-10-31,x,followers,1,234";
        check(HEADER, line, 0, &["number-cut @1,234"]);
        let named = "date,platform,metric,value";
        check(&format!("{named},source"), line, 0, &["number-cut @1,234"]);
        check(named, line, 0, &["number-cut @1,234"]);
        let average = "2026-10-31,x,avg_views,1,234";
        check(&format!("{named},n"), average, 1, &[]);
        let semicolons = |line: &str| line.replace(',', ";");
        check(
            &semicolons(&format!("{named},label")),
            &semicolons(line),
            1,
            &[],
        );
    }

    #[test]
    fn all_that_is_wrong_with_a_line_is_reported() {
        fn check(line: &str, expected: &[&str]) {
            let (rows, wrongs) = wrongs(line);
            assert_eq!(wrongs, expected, "{line}");
            assert_eq!(rows, 0, "{line}");
        }
        check("2026-10-31,instagram,followers,12o", &["not-a-number @12o"]);
        check(
            "2026-10-31,tiktok,views,412000",
            &["period-missing @412000"],
        );
        check(
            "2026-02-30,insta gram,folowers,12o,28",
            &[
                "not-a-date @2026-02-30",
                "unknown-platform @insta gram",
                "unknown-metric @folowers",
                "not-a-number @12o",
                "unknown-value @28",
            ],
        );
        check(
            ",instagram,views,12%,month,reels,reach,5",
            &[
                "missing-cell @12%",
                "wrong-unit @12%",
                "unknown-value @reels",
                "base-unexpected @reach",
                "n-unexpected @5",
            ],
        );
        check(
            "2026-10-31,instagram,followers,5,,,,,gifted,x,old,women,Narnia,Lund,1.98E+18,,,soon,@",
            &[
                "unknown-value @gifted",
                "unknown-value @x",
                "dimension-unexpected @old",
                "unknown-value @old",
                "unknown-value @women",
                "unknown-value @Narnia",
                "id-destroyed @1.98E+18",
                "not-a-date @soon",
                "unknown-value @@",
            ],
        );
    }

    #[test]
    fn a_cell_under_no_column_loses_the_row() {
        let many = ",".repeat(16);
        let found = wrongs(&format!("2026-10-31,x,followers,1{many},,5"));
        assert_eq!(found, (0, vec!["too-many-cells @5".to_string()]));
        let found = wrongs(&format!("2026-10-31,x,followers,1{many},,"));
        assert_eq!(found, (1, Vec::new()));
        let nameless = HEADER.replace(",n,", ",,");
        let found = wrongs_under(&nameless, "2026-10-31,x,followers,1,,,,7");
        assert_eq!(found, (0, vec!["too-many-cells @7".to_string()]));
    }

    #[test]
    fn an_unknown_platform_is_warned_of_once() {
        let line = "2026-10-31,myspace,followers,1";
        let (rows, wrongs) = wrongs(&format!("{line}\n2026-10-30,myspace,followers,1"));
        assert_eq!(
            (rows, wrongs),
            (2, vec!["unknown-platform @myspace".to_string()])
        );
    }
}
