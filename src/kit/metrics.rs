//! `metrics.csv`: one number a line, or a column for each metric.
//!
//! A file is read in three steps: the header says which column stands where, all dates together
//! say in which order day and month are written, and then each number is a [`Row`], or a line a
//! report of all that is wrong with it. What rows say together is `ledger`'s business.

use super::columns::Columns;
use super::manner::Manner;
use super::row::RowReader;
use super::table::Table;
use super::{Base, Exact, Gender, Handle, Metric, Paid, Platform, PostFormat};
use super::{cells, letters};
use crate::source::csv::{self, Record};
use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span, Spanned};
use jiff::civil::Date;

/// A number of `metrics.csv`, with all that its line says of it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The whole line; in a wide table, where it holds other numbers too, the number's cell.
    pub line: Span,
    /// Day of the number; for a period its last day; for a post the day of publishing.
    pub date: Date,
    /// Platform.
    pub platform: Platform,
    /// Account, when several share a platform.
    pub account: Option<Handle>,
    /// What is counted.
    pub metric: Metric,
    /// The value.
    pub value: Spanned<RowValue>,
    /// What time a number covers.
    pub period: Option<Period>,
    /// Of posts of this format.
    pub format: Option<PostFormat>,
    /// What an engagement rate is divided by.
    pub base: Option<Base>,
    /// How many posts a typed average covers.
    pub n: Option<u32>,
    /// How the post was helped.
    pub paid: Option<Paid>,
    /// `set:value` of a share.
    pub segment: Option<Segment>,
    /// Ages of a share.
    pub age: Option<AgeBand>,
    /// Gender of a share.
    pub gender: Option<Gender>,
    /// Country of a share: ISO 3166-1 alpha-2, upper case; `XK` and `ZZ` occur.
    pub country: Option<String>,
    /// City of a share.
    pub city: Option<String>,
    /// URL or id of the post.
    pub post: Option<String>,
    /// Title of the post, or a note.
    pub label: Option<String>,
    /// Where the number came from; `hand` when typed.
    pub source: Option<String>,
    /// When the number was read, if not on `date`.
    pub asof: Option<Date>,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowValue {
    /// The number.
    pub number: Exact,
    /// Whether it was written with `>`: at least, more than.
    pub floor: bool,
}

/// What time a number covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// So many days, ending on the date. `day` is 1.
    Days(u32),
    /// The calendar month of the date.
    Month,
    /// The calendar year of the date.
    Year,
    /// All the time there was.
    Lifetime,
}

/// An own division of an audience: `follow:no`, `device:mobile`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// The division.
    pub set: String,
    /// The part.
    pub value: String,
}

/// Ages from one to another, both included; open upwards without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeBand {
    /// Youngest.
    pub from: u8,
    /// Oldest; `None` for `55+`.
    pub to: Option<u8>,
}

impl AgeBand {
    /// Reads `25-34` or `55+`. `None` for anything else.
    pub fn parse(text: &str) -> Option<AgeBand> {
        cells::age(text).ok()
    }
}

/// How much a kit's files of numbers may still hold, so that no kit asks for more memory than a
/// small machine has.
pub(super) struct Room {
    lines: usize,
    cells: usize,
}

impl Default for Room {
    fn default() -> Room {
        Room {
            lines: 200_000,
            cells: 4_000_000,
        }
    }
}

impl Room {
    /// Makes room for a file; `false` after it was reported that there is none left.
    pub(super) fn take(
        &mut self,
        file: FileId,
        sources: &Sources,
        diags: &mut Diagnostics,
    ) -> bool {
        let text = sources.text(file);
        let bytes = text.text.as_bytes();
        let marks = |mark| memchr::memchr_iter(mark, bytes).count();
        let lines = marks(b'\n').max(marks(b'\r'));
        let cells = lines + csv::DELIMITERS.into_iter().map(marks).sum::<usize>();
        let left = self.lines.checked_sub(lines);
        let left = left.zip(self.cells.checked_sub(cells));
        let Some((lines, cells)) = left else {
            let all = Room::default();
            let message = format!(
                "with `{}` there are more than {} lines or {} cells of numbers",
                text.path, all.lines, all.cells
            );
            diags.push(
                Diagnostic::error("too-many-numbers", message)
                    .at(Span::new(file, 0..0))
                    .hint("keep the last two years in the kit, and older numbers elsewhere"),
            );
            return false;
        };
        (self.lines, self.cells) = (lines, cells);
        true
    }
}

/// After how many errors the rest of a file is not read: nobody mends more before the next look.
const MOST_ERRORS: usize = 2_000;

/// Reads one file of numbers. A line with something wrong is reported and left out; so is, without
/// a report, a line whose value is empty: the number is not known.
pub(super) fn read(file: FileId, sources: &Sources, diags: &mut Diagnostics) -> Vec<Row> {
    let text = sources.text(file);
    if let Some(guess) = letters::guessed(file, text) {
        diags.push(guess);
    }
    let table = Table::new(&text.text, file);
    // Marks are reported when all lines were cut once, whatever becomes of the header.
    let mut marks = Diagnostics::new();
    let mut lines = table.records(&mut marks);
    let known = lines.next().and_then(|header| {
        let columns = columns_of(table, &header, diags)?;
        let manner = Manner::of(&mut lines, &columns, table.delimiter, &text.text, diags);
        Some((columns, manner))
    });
    lines.for_each(drop);
    diags.append(marks);
    let mut rows = Vec::new();
    if let Some((columns, manner)) = known {
        let mut reader = RowReader::new(&columns, manner, diags);
        let mut reported = Diagnostics::new();
        let lines = table.records(&mut reported).skip(1);
        for line in lines.filter(|line| !line.damaged) {
            reader.read(line, &mut rows);
            if reader.errors() > MOST_ERRORS {
                break;
            }
        }
    }
    rows
}

/// The columns that `header` names; `None` after it was reported that it cannot be used.
fn columns_of(table: Table<'_>, header: &Record<'_>, diags: &mut Diagnostics) -> Option<Columns> {
    if header.damaged {
        return None;
    }
    if let Some(wrong) = table.misplaced_header(header) {
        diags.push(wrong);
        return None;
    }
    Columns::read(header, diags)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::decimal_text;
    use crate::source::position;

    fn read_text(text: &str) -> (Vec<Row>, Vec<Diagnostic>) {
        let mut sources = Sources::new();
        let file = sources.add_text("metrics.csv", text);
        let mut diags = Diagnostics::new();
        let rows = read(file, &sources, &mut diags);
        (rows, diags.sorted())
    }

    /// Rows as `date platform metric value`, then diagnostics as `line rule: message`.
    fn check(text: &str, expected: &[&str]) {
        let (rows, diags) = read_text(text);
        let rows = rows.iter().map(|row| {
            let value = &row.value.value;
            let floor = if value.floor { ">" } else { "" };
            let number = decimal_text(&value.number, 3);
            format!(
                "{} {} {} {floor}{number}",
                row.date, row.platform, row.metric
            )
        });
        let diags = diags.iter().map(|wrong| {
            let start = wrong.span.map_or(0, |span| span.range().start);
            let line = position(text, start).line;
            format!("{line} {}: {}", wrong.rule, wrong.message)
        });
        let found: Vec<String> = rows.chain(diags).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_what_people_and_spreadsheets_save() {
        let rows = &[
            "2026-10-31 instagram followers 1234",
            "2026-10-31 x views >3000000",
        ];
        check(
            "# mine\ndate,platform,metric,value,period\n2026-10-31,ig,subs,\"1,234\"\n\n2026-10-31,X,plays,>3M,28d\n",
            rows,
        );
        check(
            "Metric;Value;DATE;Platform;period;;\r\nfollowers;1234,0;31.10.2026;instagram;;;\r\nviews;>3M;31.10.2026;twitter;28d;;\r\n;;;;;;\r\n",
            rows,
        );
        check(
            "date\tplatform\tmetric\tvalue\tperiod\r31/10/2026\tinstagram\tfollowers\t1,234\r31/10/2026\tx\tviews\t>3M\t28d",
            rows,
        );
        check("", &[]);
        check("# nothing yet\n\n", &[]);
        check("date,platform,metric,value\n", &[]);
    }

    #[test]
    fn a_bad_line_costs_no_other() {
        check(
            "date,platform,metric,value\n2026-10-31,ig,followers,12o\n2026-10-31,ig,\"followers,1\n2026-10-31,ig,followers,12\n",
            &[
                "2026-10-31 instagram followers 12",
                "2 not-a-number: `12o` is not a number",
                "3 unclosed-quote: this quotation mark is never closed",
            ],
        );
        check(
            "date,platform,metric,value,label\n2026-10-31,ig,followers,12,\"Rye\n",
            &["2 unclosed-quote: this quotation mark is never closed"],
        );
    }

    #[test]
    fn a_line_that_is_one_cell_is_no_silence() {
        let one_cell = |line: usize| format!("{line} one-cell: this whole line is one cell");
        check(
            "date,platform,metric,value\n\"2026-10-31,ig,followers,12\"\n2026-10-31;ig;followers;12\n",
            &[&one_cell(2), &one_cell(3)],
        );
        check(
            "date;platform;metric;value\n2026-10-31,ig,followers,12\n2026-10-31\tig\tfollowers\t12\n",
            &[&one_cell(2), &one_cell(3)],
        );
        check(
            "\"date,platform,metric,value\"\n\"2026-10-31,ig,followers,12\"\n",
            &[&one_cell(1)],
        );
    }

    #[test]
    fn all_dates_of_a_file_tell_their_order() {
        fn dates(dates: &[&str], expected: &[&str]) {
            let mut text = "date,platform,metric,value".to_string();
            for date in dates {
                text += &format!("\n{date},x,followers,1");
            }
            check(&text, expected);
        }
        dates(
            &["03/04/2026", "31/10/2026"],
            &["2026-04-03 x followers 1", "2026-10-31 x followers 1"],
        );
        dates(
            &["03/04/2026", "10/31/2026"],
            &["2026-03-04 x followers 1", "2026-10-31 x followers 1"],
        );
        dates(
            &["2026-01-01", "03/04/2026", "05/06/2026"],
            &[
                "2026-01-01 x followers 1",
                "3 ambiguous-date: this may be 3 April or 4 March",
            ],
        );
        dates(
            &["31/10/2026", "10/31/2026"],
            &["3 mixed-dates: day and month stand the other way round than in line 2"],
        );
        dates(
            &["30/02/2026"],
            &["2 not-a-date: there is no 30 February 2026"],
        );
    }

    #[test]
    fn the_day_a_number_was_read_counts_among_the_dates() {
        check(
            "date,platform,metric,value,asof\n03/04/2026,x,followers,1,31/10/2026",
            &["2026-04-03 x followers 1"],
        );
    }

    #[test]
    fn a_flow_without_a_period_is_told_what_to_write() {
        let (_, diags) = read_text("date,platform,metric,value\n2026-10-31,tiktok,views,412000");
        assert_eq!(diags[0].message, "tiktok views 412000: for which time?");
        assert_eq!(
            diags[0].hints,
            [
                "write 28d in the period column, or what it covers: day, 7d, 90d, month, year or lifetime",
                "row 2; add the column `period` to the first line",
            ]
        );
    }

    #[test]
    fn a_value_knows_its_place() {
        let text = "date,platform,metric,value\n2026-10-31,x,followers,\" 1,234 \"";
        let (rows, _) = read_text(text);
        assert_eq!(&text[rows[0].value.span.range()], "1,234");
        assert_eq!(&text[rows[0].line.range()], &text[27..]);
    }

    #[test]
    fn a_post_covers_all_its_time_and_a_total_none() {
        let (rows, diags) = read_text(
            "date,platform,metric,value,period,post,paid\n2026-10-31,x,views,1,,a,organic\n2026-10-31,x,followers,1,day",
        );
        assert_eq!(diags, []);
        let periods: Vec<_> = rows.iter().map(|row| row.period).collect();
        assert_eq!(periods, [Some(Period::Lifetime), None]);
    }
}
