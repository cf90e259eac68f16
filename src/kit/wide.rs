//! The names of columns in a wide table: a metric, or a metric and the time it covers.

use super::{METRICS, Metric, MetricKind, Period, Unit, cells, meaning};
use crate::source::Diagnostic;

/// What the name of a column says of all its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// What they count.
    pub metric: Metric,
    /// What time they cover, if the name says so.
    pub period: Option<Period>,
}

/// Reads `followers`, `Engagement rate (%)`, `views 28d`, `Views (28d)` or `views.28d`.
pub(super) fn heading(name: &str) -> Option<Heading> {
    if let Some(metric) = metric(name) {
        let period = None;
        return Some(Heading { metric, period });
    }
    let (name, period) = name
        .trim_end_matches([')', ' '])
        .rsplit_once([' ', '.', '_', '('])?;
    Some(Heading {
        metric: metric(name.trim_end_matches(['(', ' ']))?,
        period: Some(cells::period(period).ok()?),
    })
}

/// A metric. A percent sign may stand behind one that is in percent.
fn metric(name: &str) -> Option<Metric> {
    let sign = name.strip_suffix("(%)").or_else(|| name.strip_suffix('%'));
    match sign {
        Some(name) => Metric::parse(name).filter(|metric| metric.unit() == Unit::Percent),
        None => Metric::parse(name),
    }
}

/// The names of metrics, for suggestions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    METRICS.iter().map(|(name, ..)| *name)
}

impl Heading {
    /// That the metric covers no time such as the name says.
    pub(super) fn wrong(&self) -> Option<Diagnostic> {
        self.period?;
        meaning::period(&self.metric, self.period, false, String::new)
    }

    /// What time a number of the column covers. `beside` is what its line says: of that a total
    /// takes nothing, since it is there for the columns beside it.
    pub(super) fn period(&self, beside: Option<Period>) -> Option<Period> {
        let beside = beside.filter(|_| self.metric.kind() != MetricKind::Stock);
        self.period.or(beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{Choice, decimal_text, metrics};
    use crate::source::{Diagnostics, Sources};

    /// Each number as `metric value period base n @line of it`, then what is wrong as
    /// `rule @place: hints`.
    fn check(text: &str, expected: &[&str]) {
        let mut sources = Sources::new();
        let file = sources.add_text("metrics.csv", text);
        let mut diags = Diagnostics::new();
        let rows = metrics::read(file, &sources, &mut diags);
        let rows = rows.iter().map(|row| {
            let place = &text[row.value.span.range()];
            assert_eq!(row.line, row.value.span);
            let period = row.period.map(|period| format!("{period:?}"));
            let base = row.base.map(|base| base.word().to_string());
            let n = row.n.map(|n| n.to_string());
            let number = decimal_text(&row.value.value.number, 2);
            let more = [period, base, n].into_iter().flatten();
            let words = [row.metric.name().to_string(), number].into_iter();
            let words = words.chain(more).collect::<Vec<_>>().join(" ");
            format!("{words} @{place}")
        });
        let wrongs = diags.sorted();
        let wrongs = wrongs.iter().map(|wrong| {
            let place = &text[wrong.span.expect("a place").range()];
            format!("{} @{place}: {}", wrong.rule, wrong.hints.join("; "))
        });
        let found: Vec<String> = rows.chain(wrongs).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn each_filled_cell_is_a_number() {
        check(
            "date,platform,Followers,views,engagement rate,period,base,n\n\
             2026-10-31,ig,\"24,310\",412K,6.1%,28d,reach,18\n\
             2026-10-31,tiktok,>3M,,,,,\n",
            &[
                "followers 24310 @24,310",
                "views 412000 Days(28) @412K",
                "engagement_rate 6.1 Days(28) reach 18 @6.1%",
                "followers 3000000 @>3M",
            ],
        );
        check(
            "sep=;\r\nDate;Platform;Subs;Views 90d;Views.7d;;\r\n31.10.2026;x;1.234.567;12,4K;-;;\r\n;;;;;;\r\n",
            &[
                "followers 1234567 @1.234.567",
                "views 12400 Days(90) @12,4K",
                "not-a-number @-: leave the cell empty when the number is not known; row 3, column `Views.7d`",
            ],
        );
        check(
            "post\tdate\tplatform\tlikes\tviews\nhttps://a.example/1\t2026-10-05\tx\t12\t3400",
            &["likes 12 Lifetime @12", "views 3400 Lifetime @3400"],
        );
        check(
            "date,platform,country,followers_share,views_share\n2026-10-31,x,SE,40,38.1",
            &["followers_share 40 @40", "views_share 38.1 @38.1"],
        );
    }

    #[test]
    fn what_is_wrong_is_told_at_the_cell() {
        check(
            "date,platform,followers,views,likes\n2026-10-31,tiktok,24310,412000,12o\n",
            &[
                "followers 24310 @24310",
                "period-missing @412000: write 28d in the period column, or what it covers: day, 7d, 90d, month, year or lifetime; row 2; add the column `period` to the first line",
                "not-a-number @12o: write digits, as 1234, 12.4K or 38.1%; row 2, column `likes`",
            ],
        );
        check(
            "date,platform,followers,posts total\n,tiktok,1,2\n2026-02-30,x,1,2",
            &[
                "missing-cell @1: fill the column `date`; row 2, column `date`",
                "not-a-date @2026-02-30: row 3, column `date`",
            ],
        );
        check(
            "date,platform,country,followers\n2026-10-31,x,SE,5",
            &[
                "dimension-unexpected @SE: write the part in percent, with followers_share, viewers_share, views_share or reach_share; row 2, column `country`",
            ],
        );
        check(
            "date,platform,followers\nmine,,\n,,24310",
            &[
                "missing-cell @mine: fill date, platform and numbers, or take the line out; row 2",
                "missing-cell @24310: if it is the sum of the lines above, take the line out; row 3",
            ],
        );
    }

    #[test]
    fn a_comma_cuts_a_number_where_cells_are_too_few_or_too_many() {
        let header = "date,platform,followers,posts total,paid subscribers";
        let lines = |lines: &str, expected: &[&str]| check(&format!("{header}\n{lines}"), expected);
        let cut = |place: &str, plain: &str| {
            format!(
                "number-cut @{place}: write {plain}, or \"{place}\" between quotation marks; row 2; \
                 if these are two numbers, write a comma for each empty cell behind them"
            )
        };
        lines("2026-10-31,x,24,310", &[&cut("24,310", "24310")]);
        lines("2026-10-31,x,24,310,214,12", &[&cut("24,310", "24310")]);
        let three = [
            "followers 24 @24",
            "posts_total 310 @310",
            "paid_subscribers 7 @7",
        ];
        lines("2026-10-31,x,24,310,7", &three);
        lines("2026-10-31,x,24,310,7,,", &three);
        lines("2026-10-31,x,24,310,", &three[..2]);
        lines(
            "2026-10-31,x,24,31",
            &["followers 24 @24", "posts_total 31 @31"],
        );
    }

    #[test]
    fn reads_names_of_columns() {
        fn check(name: &str, expected: Option<(&str, Option<Period>)>) {
            let found = heading(name);
            let found = found.as_ref().map(|one| (one.metric.name(), one.period));
            assert_eq!(found, expected, "{name}");
        }
        let days = |days| Some(Period::Days(days));
        check("Followers", Some(("followers", None)));
        check("subs", Some(("followers", None)));
        check("Engagement Rate", Some(("engagement_rate", None)));
        check("engagement rate (%)", Some(("engagement_rate", None)));
        check("open_rate %", Some(("open_rate", None)));
        check("views (%)", None);
        check("views 28d", Some(("views", days(28))));
        check("Views (28d)", Some(("views", days(28))));
        check("profile visits 7D", Some(("profile_visits", days(7))));
        check("reach.month", Some(("reach", Some(Period::Month))));
        check("views_day", Some(("views", days(1))));
        check("custom:leads_day", Some(("custom:leads_day", None)));
        check("avg_views", Some(("avg_views", None)));
        check("views 28", None);
        check("28d", None);
        check("mood", None);
        check("(28d)", None);
    }
}
