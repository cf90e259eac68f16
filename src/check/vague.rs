//! Numbers that a brand cannot compare.

use super::Subject;
use super::origin::origin;
use crate::derive::Figure;
use crate::source::{Diagnostic, Diagnostics};

/// `base-not-stated`: each engagement rate that nobody knows the base of.
pub(super) fn base(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let vague = |figure: &&Figure| figure.base == Some("unknown");
    for figure in subject.view.numbers.values().filter(vague) {
        let message = format!(
            "`{}` does not say what it is divided by, so it cannot be compared",
            figure.id
        );
        let hint = "find out and fill the column `base`: followers, reach or views; or list the \
                    posts, and it is worked out on each";
        diags.push(at_line(subject, figure, "base-not-stated", message).hint(hint));
    }
}

/// `floor-number`: each number that is only "more than".
pub(super) fn floor(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for figure in subject.view.numbers.values().filter(|figure| figure.floor) {
        let message = format!(
            "`{}` is only more than {}: it is in no sum and in no rate",
            figure.id, figure.text
        );
        let hint = "look the exact number up and write it without `>`: an exact number sounds \
                    counted, a round one guessed";
        diags.push(at_line(subject, figure, "floor-number", message).hint(hint));
    }
}

fn at_line(
    subject: &Subject<'_>,
    figure: &Figure,
    rule: &'static str,
    message: String,
) -> Diagnostic {
    let warning = Diagnostic::warning(rule, message);
    match origin(subject.kit, figure) {
        Some(row) => warning.at(row.line),
        None => warning,
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    #[test]
    fn a_rate_says_its_base() {
        check(
            "base-not-stated",
            &Case::new().rows("2026-10-01,instagram,,engagement_rate,5%,90d,reel,reach,12\n2026-10-01,instagram,,engagement_rate,6%,90d,reel,unknown,12\n"),
            &["metrics.csv:3:1 `instagram.reel.engagement_rate` does not say what it is divided by, so it cannot be compared | find out and fill the column `base`: followers, reach or views; or list the posts, and it is worked out on each"],
        );
    }

    #[test]
    fn a_number_is_exact() {
        check(
            "floor-number",
            &Case::new()
                .rows("2026-10-01,instagram,,views,300,7d\n2026-10-01,instagram,,views,>3M,90d\n"),
            &[
                "metrics.csv:3:1 `instagram.views.90d` is only more than 3,000,000: it is in no sum and in no rate | look the exact number up and write it without `>`: an exact number sounds counted, a round one guessed",
            ],
        );
    }
}
