//! Shares that stand beside each other: whether they can be parts of one audience.

use super::ledger::{Lines, account};
use super::{
    AgeBand, Exact, Metric, MetricKind, Paid, Period, Platform, PostFormat, Row, decimal_text,
    exact,
};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use num_traits::Zero;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// More ages than this are no bands but noise.
const MOST_BANDS: usize = 8;

/// Fewer say nothing of how an audience is spread.
const FEWEST_BANDS: usize = 3;

/// Reports shares that add up to more than their audience, and ages that do not lie side by side.
/// There is one row for each number in `rows`.
pub(super) fn check(rows: &[Row], lines: &mut Lines<'_>, diags: &mut Diagnostics) {
    for set in share_sets(rows).values() {
        check_sum(set, lines, diags);
        check_ages(set, lines, diags);
    }
}

/// What makes shares parts of one whole.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct SetKey<'a> {
    date: Date,
    metric: &'a Metric,
    platform: &'a Platform,
    post: Option<&'a str>,
    account: Option<Cow<'a, str>>,
    period: Option<Period>,
    format: Option<PostFormat>,
    paid: Option<Paid>,
    segment: Option<&'a str>,
    by_age: bool,
    by_gender: bool,
    place: Place,
}

/// Which places a share is divided by. A city is a city with or without its country.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    None,
    Country,
    City,
}

fn share_sets(rows: &[Row]) -> BTreeMap<SetKey<'_>, Vec<&Row>> {
    let mut sets: BTreeMap<SetKey<'_>, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if row.metric.kind() != MetricKind::Share {
            continue;
        }
        let place = match (&row.city, &row.country) {
            (Some(_), _) => Place::City,
            (None, Some(_)) => Place::Country,
            (None, None) => Place::None,
        };
        let set = SetKey {
            date: row.date,
            metric: &row.metric,
            platform: &row.platform,
            post: row.post.as_deref(),
            account: account(row),
            period: row.period,
            format: row.format,
            paid: row.paid,
            segment: row.segment.as_ref().map(|segment| segment.set.as_str()),
            by_age: row.age.is_some(),
            by_gender: row.gender.is_some(),
            place,
        };
        sets.entry(set).or_default().push(row);
    }
    sets
}

/// The shares of one audience add up to at most the whole and its rounding. Those of a set named
/// `also` are of audiences that overlap.
fn check_sum(set: &[&Row], lines: &mut Lines<'_>, diags: &mut Diagnostics) {
    let overlapping = |row: &&Row| row.segment.as_ref().is_some_and(|s| s.set == "also");
    let most = exact(1005) / exact(10);
    let sum = set
        .iter()
        .fold(Exact::zero(), |sum, row| sum + &row.value.value.number);
    let [first, .., last] = set else { return };
    if set.iter().any(overlapping) {
        return;
    }
    // A spreadsheet that shows 24 % may save 0.24.
    let whole = &sum * exact(100);
    if whole <= most && whole >= exact(98) {
        diags.push(
            Diagnostic::warning(
                "shares-as-fractions",
                format!(
                    "the {} parts of {} {} on {} add up to 1 %",
                    set.len(),
                    first.platform,
                    first.metric,
                    first.date,
                ),
            )
            .at(first.value.span)
            .hint("a share is in percent: write 24 or 24% where the spreadsheet has 0.24"),
        );
    }
    if sum <= most {
        return;
    }
    diags.push(
        Diagnostic::error(
            "shares-over-100",
            format!(
                "the {} parts of {} {} on {} add up to {} %",
                set.len(),
                first.platform,
                first.metric,
                first.date,
                decimal_text(&sum, 2),
            ),
        )
        .at(last.value.span)
        .hint(format!(
            "they begin in {}; parts of one whole are at most 100 % together",
            lines.name(first, last)
        )),
    );
}

/// The ages of one audience are a few bands side by side.
fn check_ages(set: &[&Row], lines: &mut Lines<'_>, diags: &mut Diagnostics) {
    // Within one gender, one place and one segment each age occurs once.
    let mut bands: Vec<(_, AgeBand, &Row)> = set
        .iter()
        .filter_map(|row| {
            let rest = (row.gender, &row.country, &row.city, &row.segment);
            Some((rest, row.age?, *row))
        })
        .collect();
    bands.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    let mut overlap = false;
    // Of the bands before, the one that reaches furthest: the next must begin beyond it.
    let mut furthest: Option<&(_, AgeBand, &Row)> = None;
    for next in &bands {
        let (rest, band, row) = next;
        let reaches = |(other_rest, other, _): &&(_, AgeBand, &Row)| {
            rest == other_rest && other.to.is_none_or(|to| band.from <= to)
        };
        if let Some((_, other, other_row)) = furthest.filter(reaches) {
            overlap = true;
            let (earlier, later) = if other_row.line < row.line {
                (other_row, row)
            } else {
                (row, other_row)
            };
            diags.push(
                Diagnostic::error(
                    "overlapping-ages",
                    format!(
                        "the ages {} and {} overlap",
                        band_text(*other),
                        band_text(*band)
                    ),
                )
                .at(later.line)
                .hint(format!(
                    "the other is in {}; each age may be in one band only",
                    lines.name(earlier, later)
                )),
            );
        }
        let beyond = furthest
            .is_none_or(|(other_rest, other, _)| rest != other_rest || end(*other) < end(*band));
        if beyond {
            furthest = Some(next);
        }
    }
    let count = bands
        .iter()
        .map(|(_, band, _)| *band)
        .collect::<BTreeSet<_>>()
        .len();
    let (Some((_, _, first)), false) = (bands.first(), overlap) else {
        return;
    };
    let what = format!("{} {} on {}", first.platform, first.metric, first.date);
    if count > MOST_BANDS {
        diags.push(
            Diagnostic::error("too-many-ages", format!("{what} has {count} age bands"))
                .at(first.line)
                .hint(format!(
                    "put bands together until there are at most {MOST_BANDS}"
                )),
        );
    } else if count < FEWEST_BANDS {
        diags.push(
            Diagnostic::warning(
                "too-few-ages",
                format!("{what} has fewer than {FEWEST_BANDS} age bands"),
            )
            .at(first.line)
            .hint("add the others: a few ages alone do not show how an audience is spread"),
        );
    }
}

fn end(band: AgeBand) -> u8 {
    band.to.unwrap_or(u8::MAX)
}

fn band_text(band: AgeBand) -> String {
    match band.to {
        Some(to) => format!("{}-{to}", band.from),
        None => format!("{}+", band.from),
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::{ledger, metrics};
    use crate::source::{Diagnostics, Sources};

    /// What is wrong with shares of one audience on one day, as `rule: message`. Each of `cells`
    /// is a value and `segment,age,gender,country,city`.
    fn check(cells: &[&str], expected: &[&str]) {
        let mut text = "date,platform,metric,value,segment,age,gender,country,city".to_string();
        for cells in cells {
            text += &format!("\n2026-10-31,x,followers_share,{cells}");
        }
        let mut sources = Sources::new();
        let file = sources.add_text("metrics.csv", text);
        let mut diags = Diagnostics::new();
        let rows = metrics::read(file, &sources, &mut diags);
        let kept = ledger::settle(rows, &sources, &mut diags);
        assert_eq!(kept.len(), cells.len(), "{diags:?}");
        let found: Vec<String> = diags
            .iter()
            .map(|wrong| format!("{}: {}", wrong.rule, wrong.message))
            .collect();
        assert_eq!(found, expected, "{cells:?}");
    }

    #[test]
    fn parts_of_one_whole_add_up_to_it() {
        let over = |sum: &str| {
            format!(
                "shares-over-100: the 2 parts of x followers_share on 2026-10-31 add up to {sum} %"
            )
        };
        check(&["60,,,,SE", "40.5,,,,NO"], &[]);
        check(&["60,,,,SE", "40.6,,,,NO"], &[&over("100.6")]);
        check(&["60,,,,SE", "60,,,female"], &[]);
        check(&["60,,,,SE", "60,,,,SE,Lund"], &[]);
        check(&["60,,,,SE,Lund", "60,,,,,Oslo"], &[&over("120")]);
        check(&["60,follow:no", "60,device:tv"], &[]);
        check(&["60,follow:no", "60,follow:yes"], &[&over("120")]);
        check(&["60,also:A", "60,also:B"], &[]);
        let fractions =
            "shares-as-fractions: the 2 parts of x followers_share on 2026-10-31 add up to 1 %";
        check(&["0.6,,,female", "0.395,,,male"], &[fractions]);
        check(&["0.6,,,female", "0.41,,,male"], &[]);
        check(&["0.6,,,,SE", "0.3,,,,NO"], &[]);
    }

    #[test]
    fn ages_lie_side_by_side() {
        fn ages(ages: &[&str], expected: &[&str]) {
            let cells: Vec<String> = ages.iter().map(|age| format!("1,,{age}")).collect();
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            check(&cells, expected);
        }
        ages(&["18-24", "25-34", "35+"], &[]);
        ages(
            &["18-24,male", "18-24,female", "25-34,male", "35+,female"],
            &[],
        );
        ages(
            &["18-24", "24-34", "35+"],
            &["overlapping-ages: the ages 18-24 and 24-34 overlap"],
        );
        ages(
            &["18-24", "35+", "25+"],
            &["overlapping-ages: the ages 25+ and 35+ overlap"],
        );
        ages(
            &["18-40", "20-21", "30-35", "41+"],
            &[
                "overlapping-ages: the ages 18-40 and 20-21 overlap",
                "overlapping-ages: the ages 18-40 and 30-35 overlap",
            ],
        );
        ages(
            &["18-24,male", "18-24,female"],
            &["too-few-ages: x followers_share on 2026-10-31 has fewer than 3 age bands"],
        );
        ages(
            &[
                "1-2", "3-4", "5-6", "7-8", "9-10", "11-12", "13-14", "15-16", "17+",
            ],
            &["too-many-ages: x followers_share on 2026-10-31 has 9 age bands"],
        );
    }
}
