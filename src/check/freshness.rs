//! Numbers that are too old, and numbers of a day that has not come.

use super::Subject;
use super::origin::origin;
use crate::derive::{Figure, Freshness};
use crate::source::{Diagnostic, Diagnostics};
use jiff::ToSpan;
use jiff::civil::Date;

/// `stale-number`: the first screen's oldest number, when it is older than 90 days.
pub(super) fn stale(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let hint = "a brand takes the page for abandoned";
    aged(subject, Freshness::Stale, "stale-number", hint, diags);
}

/// `ageing-number`: the first screen's oldest number, when it is 31 to 90 days old.
pub(super) fn ageing(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let hint = "after 90 days it is called stale";
    aged(subject, Freshness::Ageing, "ageing-number", hint, diags);
}

fn aged(
    subject: &Subject<'_>,
    freshness: Freshness,
    rule: &'static str,
    hint: &str,
    diags: &mut Diagnostics,
) {
    let lead = subject.view.lead.iter();
    let Some(oldest) = lead.min_by(|a, b| a.date.iso.cmp(&b.date.iso)) else {
        return;
    };
    if oldest.freshness != freshness {
        return;
    }
    let Some(days) = age(subject, oldest) else {
        return;
    };
    let what_to_do = if oldest.middle.is_some() {
        "add your newest posts to `metrics.csv`"
    } else {
        "add a line with the number of today to `metrics.csv`"
    };
    let mut warning = Diagnostic::warning(
        rule,
        format!(
            "the first screen is as old as its oldest number, and `{}` is {days} days old",
            oldest.id
        ),
    );
    warning.span = origin(subject.kit, oldest).map(|row| row.line);
    diags.push(warning.hint(format!("{what_to_do}: {hint}")));
}

fn age(subject: &Subject<'_>, figure: &Figure) -> Option<i32> {
    let date: Date = figure.date.iso.parse().ok()?;
    Some(date.until(subject.today).ok()?.get_days())
}

/// `future-number`: the first line whose day has not come anywhere on earth.
pub(super) fn future(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let Ok(tomorrow) = subject.today.checked_add(1.day()) else {
        return;
    };
    let mut ahead = subject.kit.rows.iter().filter(|row| row.date > tomorrow);
    let Some(first) = ahead.next() else {
        return;
    };
    let others = match ahead.count() {
        0 => String::new(),
        1 => "; another number is too".to_string(),
        count => format!("; {count} other numbers are too"),
    };
    let message = format!("{} is still to come{others}", first.date);
    diags.push(
        Diagnostic::warning("future-number", message)
            .at(first.line)
            .hint("correct the date: the newest line of a number is the one that is shown"),
    );
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    fn rows(rows: &'static str, rule: &str, expected: &[&str]) {
        check(rule, &Case::new().rows(rows), expected);
    }

    #[test]
    fn the_oldest_number_of_the_first_screen_counts() {
        let fresh = "2026-10-25,instagram,,followers,9\n";
        rows(fresh, "ageing-number", &[]);
        rows(fresh, "stale-number", &[]);
        let ageing = "2026-10-01,instagram,,followers,9\n2026-10-24,instagram,,followers,10\n";
        rows(
            ageing,
            "ageing-number",
            &[
                "metrics.csv:3:1 the first screen is as old as its oldest number, and `instagram.followers` is 31 days old | add a line with the number of today to `metrics.csv`: after 90 days it is called stale",
            ],
        );
        rows(ageing, "stale-number", &[]);
        let stale = "2026-11-24,instagram,,followers,9\n2026-08-25,instagram,,views,9,28d\n2026-08-25,instagram,,median_views,9,90d,reel,,12\n";
        rows(
            stale,
            "stale-number",
            &[
                "metrics.csv:4:1 the first screen is as old as its oldest number, and `instagram.reel.views.median` is 91 days old | add a line with the number of today to `metrics.csv`: a brand takes the page for abandoned",
            ],
        );
        rows(stale, "ageing-number", &[]);
    }

    #[test]
    fn the_line_behind_a_sum_is_of_the_account_without_a_newer_one() {
        let two = "[[accounts]]\nplatform = \"instagram\"\nhandle = \"ada\"\n[[accounts]]\nplatform = \"x\"\nhandle = \"ada\"\n";
        check(
            "stale-number",
            &Case::new().accounts(two).rows(
                "2026-08-01,instagram,,followers,9\n2026-08-01,x,,followers,9\n2026-11-01,instagram,,followers,9\n",
            ),
            &[
                "metrics.csv:3:1 the first screen is as old as its oldest number, and `followers` is 115 days old | add a line with the number of today to `metrics.csv`: a brand takes the page for abandoned",
            ],
        );
    }

    #[test]
    fn numbers_of_posts_age_with_the_newest_post() {
        let posts = "2026-07-01,instagram,,views,10,,reel,,,,,a1\n2026-07-02,instagram,,views,10,,reel,,,,,a2\n2026-07-03,instagram,,views,10,,reel,,,,,a3\n2026-07-04,instagram,,views,10,,reel,,,,,a4\n2026-07-05,instagram,,views,10,,reel,,,,,a5\n2026-07-15,instagram,,views,10,,reel,,,,,a6\n";
        rows(
            posts,
            "stale-number",
            &[
                "metrics.csv:7:1 the first screen is as old as its oldest number, and `instagram.reel.views.median` is 132 days old | add your newest posts to `metrics.csv`: a brand takes the page for abandoned",
            ],
        );
    }

    #[test]
    fn a_day_to_come_is_a_slip() {
        rows("2026-11-25,instagram,,followers,9\n", "future-number", &[]);
        rows(
            "2027-11-01,instagram,,followers,9\n2026-11-26,instagram,,followers,9\n",
            "future-number",
            &[
                "metrics.csv:2:1 2027-11-01 is still to come; another number is too | correct the date: the newest line of a number is the one that is shown",
            ],
        );
    }
}
