//! One line of `metrics.csv`: its cells to a [`Row`], or all that is wrong with them.

mod line;

use super::accounts::strange;
use super::columns::{Column, Columns};
use super::day::{self, Order, Written};
use super::number::{self, DecimalMark};
use super::{Platform, Row, cells, meaning};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics, Spanned};
use jiff::civil::Date;
use line::Line;
use std::collections::BTreeSet;

/// Reads the lines of one file.
pub(super) struct RowReader<'a> {
    columns: &'a Columns,
    delimiter: u8,
    /// `None` when the file's dates with slashes have no one order, which was reported.
    order: Option<Order>,
    diags: &'a mut Diagnostics,
    /// Platforms that were warned of: once in a file is enough.
    strange: BTreeSet<Platform>,
    /// How many errors were reported.
    errors: usize,
}

impl<'a> RowReader<'a> {
    /// A reader for a file with these columns, `delimiter` between cells and this order in dates.
    pub(super) fn new(
        columns: &'a Columns,
        delimiter: u8,
        order: Option<Order>,
        diags: &'a mut Diagnostics,
    ) -> RowReader<'a> {
        RowReader {
            columns,
            delimiter,
            order,
            diags,
            strange: BTreeSet::new(),
            errors: 0,
        }
    }

    /// How many errors were reported so far.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    /// The row of `record`; `None` when it has no value, or after all that is wrong with it was
    /// reported.
    pub(super) fn read(&mut self, record: &Record<'_>) -> Option<Row> {
        let (delimiter, order) = (self.delimiter, self.order);
        let mut line = Line {
            columns: self.columns,
            record,
            diags: self.diags,
            errors: &mut self.errors,
        };
        if let Some(wrong) = line.cut_number(delimiter) {
            // All cells behind it stand under the wrong column.
            line.push(wrong);
            return None;
        }
        let fits = line.no_surplus();
        let Some(value_cell) = line.cell(Column::Value) else {
            if fits.is_ok() {
                line.report_if_lost(delimiter);
            }
            return None;
        };

        // Every cell is read before the first `?`, so that one run reports them all.
        let mark = match delimiter {
            b';' => DecimalMark::Comma,
            _ => DecimalMark::Point,
        };
        let date = line.needed(Column::Date, |text| day(text, order));
        let platform = line.needed(Column::Platform, cells::platform);
        let metric = line.needed(Column::Metric, cells::metric);
        let typed = line.needed(Column::Value, |text| number::parse(text, mark));
        let account = line.optional(Column::Account, cells::handle);
        let period = line.optional(Column::Period, cells::period);
        let format = line.optional(Column::Format, |text| cells::choice(text, "a format"));
        let base = line.optional(Column::Base, |text| cells::choice(text, "a base"));
        let n = line.optional(Column::N, cells::posts_covered);
        let paid = line.optional(Column::Paid, cells::paid);
        let segment = line.optional(Column::Segment, cells::segment);
        let age = line.optional(Column::Age, cells::age);
        let gender = line.optional(Column::Gender, |text| cells::choice(text, "a gender"));
        let country = line.optional(Column::Country, cells::country);
        let city = line.text(Column::City);
        let post = line.optional(Column::Post, cells::post);
        let label = line.text(Column::Label);
        let source = line.text(Column::Source);
        let asof = line.optional(Column::Asof, |text| day(text, order));

        if let Ok(platform) = &platform
            && !platform.is_known()
            && self.strange.insert(platform.clone())
        {
            line.report(Column::Platform, strange(platform));
        }

        // Then what the cells say together, as far as each could be read.
        let metric = metric.ok()?;
        let of_post = line.cell(Column::Post).is_some();
        let value = typed.and_then(|typed| {
            typed
                .counted_in(metric.unit())
                .map_err(|wrong| line.report(Column::Value, wrong))
        });
        let mut sound = fits.is_ok();
        if let Ok(period) = period {
            let kept = meaning::kept_period(&metric, period, of_post);
            if let Ok(value) = &value {
                let wrong = meaning::value(&metric, value, &value_cell.text, kept);
                sound &= line.judge(Column::Value, wrong);
            }
            let number = || line.as_typed();
            let wrong = meaning::period(&metric, period, of_post, number);
            sound &= line.judge(Column::Period, wrong);
        }
        if let Ok(base) = base {
            sound &= line.judge(Column::Base, meaning::base(&metric, base));
        }
        if let Ok(n) = n {
            sound &= line.judge(Column::N, meaning::posts_covered(&metric, n));
        }
        let filled: Vec<Column> = meaning::DIMENSIONS
            .into_iter()
            .filter(|column| line.cell(*column).is_some())
            .collect();
        if let Some((column, wrong)) = meaning::dimensions(&metric, &filled) {
            sound &= line.judge(column, Some(wrong));
        }
        if !sound || (order.is_none() && line.has_slashed_date()) {
            return None;
        }

        Some(Row {
            line: record.span,
            date: date.ok()?,
            platform: platform.ok()?,
            account: account.ok()?,
            value: Spanned::new(value.ok()?, value_cell.span),
            period: meaning::kept_period(&metric, period.ok()?, of_post),
            metric,
            format: format.ok()?,
            base: base.ok()?,
            n: n.ok()?,
            paid: paid.ok()?.flatten(),
            segment: segment.ok()?,
            age: age.ok()?,
            gender: gender.ok()?,
            country: country.ok()?,
            city,
            post: post.ok()?,
            label,
            source,
            asof: asof.ok()?,
        })
    }
}

fn day(text: &str, order: Option<Order>) -> Result<Date, Diagnostic> {
    match day::parse(text)? {
        Written::Day(day) => Ok(day),
        // Without a known order the row is left out in the end; any order will do to find what
        // else is wrong with it.
        Written::Slashed(slashed) => {
            slashed.day(slashed.order().or(order).unwrap_or(Order::DayFirst))
        }
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
