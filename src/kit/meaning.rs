//! What the cells of one row of `metrics.csv` say together: a metric decides which of the other
//! cells make sense beside it.
//!
//! Every function gives what is wrong, without a place; `row` knows the places.

use super::columns::Column;
use super::{Base, Choice, Metric, MetricKind, Period, RowValue, Unit, exact};
use crate::source::Diagnostic;
use num_traits::Signed;

/// Metrics of which a platform takes some back: fake likes removed, a share undone.
const CORRECTED: &[&str] = &[
    "interactions",
    "likes",
    "comments",
    "shares",
    "saves",
    "reposts",
];

/// Whether `metric` may have this value. `text` is the value as typed.
pub(super) fn value(
    metric: &Metric,
    value: &RowValue,
    text: &str,
    period: Option<Period>,
) -> Option<Diagnostic> {
    let number = &value.number;
    let whole_life = period == Some(Period::Lifetime);
    let may_fall = metric.name() == "followers_net"
        || metric.kind() == MetricKind::Free
        || (CORRECTED.contains(&metric.name()) && !whole_life);
    if number.is_negative() && (!may_fall || value.floor) {
        let wrong = Diagnostic::error(
            "negative-number",
            format!("`{text}` cannot be a number of {metric}"),
        );
        return Some(match metric.name() {
            "followers" | "followers_gained" => {
                wrong.hint("a difference in followers is the metric `followers_net`")
            }
            "followers_lost" => wrong.hint("write how many were lost, without a minus sign"),
            "followers_net" => wrong.hint("write the number without `>`"),
            _ => wrong.hint("take the minus sign away, or leave the cell empty"),
        });
    }
    let whole = metric.unit() == Unit::Count
        && matches!(
            metric.kind(),
            MetricKind::Stock | MetricKind::Flow | MetricKind::Unique
        );
    if whole && !number.is_int() {
        let wrong = Diagnostic::error(
            "not-whole",
            format!("`{text}` has a fraction, and {metric} are counted whole"),
        );
        return Some(match in_thousands(text) {
            Some(digits) => wrong.hint(format!("write {digits} if that is what it means")),
            None => wrong.hint("write a whole number"),
        });
    }
    if metric.unit() != Unit::Percent || *number <= exact(100) {
        return None;
    }
    match metric.kind() {
        MetricKind::Share => Some(
            Diagnostic::error(
                "share-over-100",
                format!("`{text}` is more than the whole of {metric}"),
            )
            .hint("a share is in percent of the audience, from 0 to 100"),
        ),
        // Short videos are watched more than once.
        MetricKind::Rate if metric.name() != "avg_view_percentage" => Some(
            Diagnostic::warning("rate-over-100", format!("{metric} of {text} is over 100 %"))
                .hint("see whether it is in percent, and for engagement, whether `base` is right"),
        ),
        _ => None,
    }
}

/// The digits of `1.234`, which some write for 1234.
fn in_thousands(text: &str) -> Option<String> {
    let (whole, thousand) = text.split_once('.')?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let grouped = (1..=3).contains(&whole.len()) && thousand.len() == 3;
    (grouped && digits(whole) && digits(thousand)).then(|| format!("{whole}{thousand}"))
}

/// Whether a number of `metric` may cover this time. `number` gives what the creator typed of it:
/// platform, metric and value.
pub(super) fn period(
    metric: &Metric,
    period: Option<Period>,
    of_post: bool,
    number: impl FnOnce() -> String,
) -> Option<Diagnostic> {
    if of_post {
        return match period {
            None | Some(Period::Lifetime) => None,
            Some(_) => Some(
                Diagnostic::error(
                    "period-unexpected",
                    "the number of a post covers all the time since it was published",
                )
                .hint("leave `period` empty, or write lifetime"),
            ),
        };
    }
    match (metric.kind(), period) {
        (MetricKind::Flow | MetricKind::Unique, None) => Some(
            Diagnostic::error("period-missing", format!("{}: for which time?", number()))
                .hint("write 28d in the period column, or what it covers: day, 7d, 90d, month, year or lifetime"),
        ),
        // A total is the same on its day and over all time.
        (MetricKind::Stock, None | Some(Period::Days(1) | Period::Lifetime)) => None,
        (MetricKind::Stock, Some(_)) => {
            let wrong = Diagnostic::error(
                "period-unexpected",
                format!("{metric} is a total on one day and covers no period"),
            )
            .hint("leave `period` empty");
            Some(match metric.name() {
                "followers" => wrong.hint("new followers are the metric `followers_gained`"),
                "posts_total" => wrong.hint("new posts are the metric `posts_published`"),
                _ => wrong,
            })
        }
        (
            MetricKind::Flow
            | MetricKind::Unique
            | MetricKind::Rate
            | MetricKind::Share
            | MetricKind::Free,
            _,
        ) => None,
    }
}

/// The period a number is kept with, after [`period`] found nothing wrong: one way to say that a
/// total covers no time and a post's number all of it, so that equal rows are found to be equal.
pub(super) fn kept_period(
    metric: &Metric,
    period: Option<Period>,
    of_post: bool,
) -> Option<Period> {
    if metric.kind() == MetricKind::Stock {
        None
    } else if of_post {
        Some(Period::Lifetime)
    } else {
        period
    }
}

/// Whether `metric` is divided by something that must be said.
pub(super) fn takes_base(metric: &Metric) -> bool {
    metric.name() == "engagement_rate"
}

/// Whether `metric` may be divided by this base.
pub(super) fn base(metric: &Metric, base: Option<Base>) -> Option<Diagnostic> {
    let words = || {
        let words: Vec<&str> = Base::WORDS.iter().map(|(word, _)| *word).collect();
        words.join(", ")
    };
    match (takes_base(metric), base) {
        (true, Some(_)) | (false, None) => None,
        (true, None) => Some(
            Diagnostic::error("base-missing", "an engagement rate of what?").hint(format!(
                "write in the column `base` what it is divided by: {}",
                words()
            )),
        ),
        (false, Some(_)) => Some(
            Diagnostic::error("base-unexpected", format!("{metric} has no base"))
                .hint("`base` stands only beside engagement_rate: leave it empty"),
        ),
    }
}

/// Whether `metric` may be a number over several posts.
pub(super) fn takes_posts(metric: &Metric) -> bool {
    match metric.kind() {
        MetricKind::Rate | MetricKind::Share | MetricKind::Free => true,
        MetricKind::Stock | MetricKind::Flow | MetricKind::Unique => false,
    }
}

/// Whether `metric` may cover so many posts.
pub(super) fn posts_covered(metric: &Metric, n: Option<u32>) -> Option<Diagnostic> {
    (n.is_some() && !takes_posts(metric)).then(|| {
        Diagnostic::error("n-unexpected", format!("{metric} is no average over posts"))
            .hint("`n` stands beside rates, shares and averages such as avg_views: leave it empty")
    })
}

/// The columns that say of which part of an audience a share is.
pub(super) const DIMENSIONS: [Column; 5] = [
    Column::Age,
    Column::Gender,
    Column::Country,
    Column::City,
    Column::Segment,
];

/// Whether `metric` may have the dimensions that are filled, and the column to blame if not.
pub(super) fn dimensions(metric: &Metric, filled: &[Column]) -> Option<(Column, Diagnostic)> {
    match (metric.kind() == MetricKind::Share, filled.first()) {
        (true, None) => Some((
            Column::Metric,
            Diagnostic::error("share-of-what", format!("{metric}: which part of them?"))
                .hint("fill age, gender, country, city or segment"),
        )),
        (false, Some(column)) => Some((
            *column,
            Diagnostic::error(
                "dimension-unexpected",
                format!("`{}` stands only beside a share", column.word()),
            )
            .hint("write the part in percent, with followers_share, viewers_share, views_share or reach_share"),
        )),
        (true, Some(_)) | (false, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::parse_decimal;

    fn metric(name: &str) -> Metric {
        Metric::parse(name).expect("a metric")
    }

    fn rule(found: Option<Diagnostic>) -> &'static str {
        found.map_or("", |wrong| wrong.rule)
    }

    #[test]
    fn a_value_fits_its_metric() {
        fn check(name: &str, text: &str, period: Option<Period>, expected: &str) {
            let typed = RowValue {
                number: parse_decimal(text.trim_start_matches('>')).expect("a number"),
                floor: text.starts_with('>'),
            };
            let found = rule(value(&metric(name), &typed, text, period));
            assert_eq!(found, expected, "{name} {text}");
        }
        let days = Some(Period::Days(28));
        check("followers", "0", None, "");
        check("followers", "-1", None, "negative-number");
        check("views", "-1", days, "negative-number");
        check("followers_net", "-120", days, "");
        check("followers_net", ">-120", days, "negative-number");
        check("likes", "-1", days, "");
        check("likes", "-1", Some(Period::Lifetime), "negative-number");
        check("custom:drop", "-1.5", None, "");
        check("followers", "1.234", None, "not-whole");
        check("avg_views", "1234.5", None, "");
        check("watch_hours", "1234.5", days, "");
        check("followers_share", "100", None, "");
        check("followers_share", "100.1", None, "share-over-100");
        check("engagement_rate", "100.1", None, "rate-over-100");
        check("avg_view_percentage", "140", None, "");
    }

    #[test]
    fn a_period_fits_its_metric() {
        fn check(name: &str, given: Option<Period>, of_post: bool, expected: &str) {
            let found = rule(period(&metric(name), given, of_post, String::new));
            assert_eq!(found, expected, "{name} {given:?}");
        }
        let days = Some(Period::Days(28));
        check("views", None, false, "period-missing");
        check("reach", None, false, "period-missing");
        check("views", days, false, "");
        check("views", None, true, "");
        check("views", Some(Period::Lifetime), true, "");
        check("views", days, true, "period-unexpected");
        check("followers", None, false, "");
        check("followers", Some(Period::Days(1)), false, "");
        check("followers", days, false, "period-unexpected");
        check("engagement_rate", None, false, "");
        check("followers_share", None, false, "");
        check("avg_views", None, false, "");
        check("rank_podcasts", None, false, "");
    }

    #[test]
    fn other_cells_fit_their_metric() {
        fn check(found: Option<Diagnostic>, expected: &str) {
            assert_eq!(rule(found), expected);
        }
        check(base(&metric("engagement_rate"), None), "base-missing");
        check(base(&metric("engagement_rate"), Some(Base::Unknown)), "");
        check(base(&metric("views"), Some(Base::Reach)), "base-unexpected");
        check(base(&metric("views"), None), "");
        check(posts_covered(&metric("avg_views"), Some(18)), "");
        check(posts_covered(&metric("views"), Some(18)), "n-unexpected");
        check(posts_covered(&metric("views"), None), "");
        let parts = |name: &str, filled: &[Column]| {
            dimensions(&metric(name), filled).map(|(_, wrong)| wrong)
        };
        check(parts("views_share", &[]), "share-of-what");
        check(parts("views_share", &[Column::Age]), "");
        check(parts("views", &[Column::City]), "dimension-unexpected");
        check(parts("views", &[]), "");
    }
}
