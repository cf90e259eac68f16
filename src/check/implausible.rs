//! Numbers that contradict each other: two columns in each other's place, a digit too many.

use super::Subject;
use super::origin::account_name;
use crate::kit::{AccountName, Exact, Row, exact, sum};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use num_traits::Signed;
use std::collections::BTreeMap;

/// Smaller accounts may well double in a month.
const GROWN_UP: i64 = 1_000;
/// Counts of followers at most so many days apart are held against each other.
const DAYS: i32 = 31;

/// The numbers of one post, by metric; "more than" numbers are not among them.
type Post<'k> = BTreeMap<&'k str, &'k Row>;

/// Finds what cannot be in a post: the line, and what is larger than what.
type Slip = for<'k> fn(&Post<'k>) -> Option<(&'k Row, &'static str)>;

/// What cannot be in a post, and what may be the cause.
const SLIPS: [(Slip, &str); 3] = [
    (likes_above_views, "the two may have changed places"),
    (
        reach_above_views,
        "reach counts once whom views count each time",
    ),
    (
        engagement_above_all,
        "it makes an engagement rate above 100 %",
    ),
];

/// `implausible`: what cannot be, once for each kind and account, at the first place.
pub(super) fn run(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for posts in posts_by_account(subject).values() {
        for (slip, cause) in SLIPS {
            let found: Vec<_> = posts.values().filter_map(slip).collect();
            let first = found.iter().min_by_key(|(row, _)| row.line);
            let Some((row, what)) = first else {
                continue;
            };
            let others = match found.len() - 1 {
                0 => String::new(),
                1 => "; so has another post".to_string(),
                count => format!("; so have {count} other posts"),
            };
            diags.push(
                Diagnostic::warning("implausible", format!("this post has {what}{others}"))
                    .at(row.value.span)
                    .hint(format!("look the numbers up again: {cause}")),
            );
        }
    }
    for counts in followers_by_account(subject).values() {
        let mut pairs = counts.values().zip(counts.values().skip(1));
        if let Some((before, after)) = pairs.find(|(before, after)| is_jump(before, after)) {
            let message = format!(
                "followers of {} go from {} on {} to {} on {}",
                after.platform,
                subject.written(before.value.span),
                before.date,
                subject.written(after.value.span),
                after.date,
            );
            diags.push(
                Diagnostic::warning("implausible", message)
                    .at(after.value.span)
                    .hint("look both numbers up again: a digit may be missing, or one too many"),
            );
        }
    }
}

fn posts_by_account<'k>(
    subject: &Subject<'k>,
) -> BTreeMap<AccountName, BTreeMap<&'k str, Post<'k>>> {
    let mut accounts: BTreeMap<AccountName, BTreeMap<&str, Post<'_>>> = BTreeMap::new();
    for row in subject.kit.rows.iter().filter(|row| !row.value.value.floor) {
        if let Some(post) = &row.post
            && let Some(account) = account_name(subject.kit, row)
        {
            let post = accounts
                .entry(account)
                .or_default()
                .entry(post)
                .or_default();
            post.insert(row.metric.name(), row);
        }
    }
    accounts
}

fn likes_above_views<'k>(post: &Post<'k>) -> Option<(&'k Row, &'static str)> {
    let (likes, views) = (post.get("likes")?, post.get("views")?);
    (number(likes) > number(views)).then_some((*likes, "more likes than views"))
}

fn reach_above_views<'k>(post: &Post<'k>) -> Option<(&'k Row, &'static str)> {
    let (reach, views) = (post.get("reach")?, post.get("views")?);
    (number(reach) > number(views)).then_some((*reach, "a reach above its views"))
}

/// Whether more was done with a post than it was seen, without one of the other slips.
fn engagement_above_all<'k>(post: &Post<'k>) -> Option<(&'k Row, &'static str)> {
    if likes_above_views(post).is_some() || reach_above_views(post).is_some() {
        return None;
    }
    let parts = ["likes", "comments", "shares", "reposts", "saves"];
    let (row, done) = match post.get("interactions") {
        Some(total) => (*total, number(total).clone()),
        None => {
            let parts = parts.iter().filter_map(|part| post.get(part));
            (*post.get("likes")?, sum(parts.map(|row| number(row))))
        }
    };
    let above = |metric: &str| post.get(metric).is_some_and(|seen| done > *number(seen));
    if above("views") {
        Some((row, "more interactions than views"))
    } else if above("reach") {
        Some((row, "more interactions than people it reached"))
    } else {
        None
    }
}

fn followers_by_account<'k>(
    subject: &Subject<'k>,
) -> BTreeMap<AccountName, BTreeMap<Date, &'k Row>> {
    let mut accounts: BTreeMap<AccountName, BTreeMap<Date, &Row>> = BTreeMap::new();
    for row in &subject.kit.rows {
        let counted = row.metric.name() == "followers" && row.format.is_none();
        if counted
            && !row.value.value.floor
            && let Some(account) = account_name(subject.kit, row)
        {
            accounts.entry(account).or_default().insert(row.date, row);
        }
    }
    accounts
}

/// Whether followers changed by more than half of the earlier count in a month or less.
fn is_jump(before: &Row, after: &Row) -> bool {
    let days = before
        .date
        .until(after.date)
        .map_or(0, |span| span.get_days());
    let (old, new) = (number(before), number(after));
    let grown_up = old.max(new) >= &exact(GROWN_UP);
    days <= DAYS && grown_up && (new - old).abs() * exact(2) > *old
}

fn number(row: &Row) -> &Exact {
    &row.value.value.number
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    fn rows(rows: &'static str, expected: &[&str]) {
        check("implausible", &Case::new().rows(rows), expected);
    }

    #[test]
    fn a_post_is_not_liked_more_than_it_is_seen() {
        rows(
            "2026-10-01,instagram,,likes,90,,reel,,,,,a\n2026-10-01,instagram,,views,90,,reel,,,,,a\n",
            &[],
        );
        rows(
            "2026-10-01,instagram,,likes,91,,reel,,,,,a\n2026-10-01,instagram,,views,90,,reel,,,,,a\n2026-10-02,instagram,ada,likes,9,,reel,,,,,b\n2026-10-02,instagram,ada,views,1,,reel,,,,,b\n",
            &[
                "metrics.csv:2:29 this post has more likes than views; so has another post | look the numbers up again: the two may have changed places",
            ],
        );
        rows(
            "2026-10-01,instagram,,likes,91,,reel,,,,,a\n2026-10-01,instagram,,views,>90,,reel,,,,,a\n",
            &[],
        );
        rows(
            "2026-10-01,instagram,,reach,91,,reel,,,,,a\n2026-10-01,instagram,,views,90,,reel,,,,,a\n",
            &[
                "metrics.csv:2:29 this post has a reach above its views | look the numbers up again: reach counts once whom views count each time",
            ],
        );
    }

    #[test]
    fn no_rate_is_above_all() {
        rows(
            "2026-10-01,instagram,,likes,60,,reel,,,,,a\n2026-10-01,instagram,,saves,30,,reel,,,,,a\n2026-10-01,instagram,,reach,90,,reel,,,,,a\n",
            &[],
        );
        rows(
            "2026-10-01,instagram,,likes,60,,reel,,,,,a\n2026-10-01,instagram,,saves,31,,reel,,,,,a\n2026-10-01,instagram,,reach,90,,reel,,,,,a\n",
            &[
                "metrics.csv:2:29 this post has more interactions than people it reached | look the numbers up again: it makes an engagement rate above 100 %",
            ],
        );
        rows(
            "2026-10-01,x,,interactions,91,,post,,,,,a\n2026-10-01,x,,views,90,,post,,,,,a\n",
            &[],
        );
        rows(
            "2026-10-01,instagram,,interactions,91,,post,,,,,a\n2026-10-01,instagram,,views,90,,post,,,,,a\n",
            &[
                "metrics.csv:2:36 this post has more interactions than views | look the numbers up again: it makes an engagement rate above 100 %",
            ],
        );
    }

    #[test]
    fn followers_do_not_jump() {
        rows(
            "2026-10-01,instagram,,followers,20000\n2026-11-01,instagram,,followers,30000\n",
            &[],
        );
        rows(
            "2026-10-01,instagram,,followers,20000\n2026-11-02,instagram,,followers,90000\n",
            &[],
        );
        rows(
            "2026-10-01,instagram,,followers,20\n2026-11-01,instagram,,followers,900\n",
            &[],
        );
        rows(
            "2026-10-01,instagram,,followers,20K\n2026-11-01,instagram,,followers,30001\n",
            &[
                "metrics.csv:3:33 followers of instagram go from 20K on 2026-10-01 to 30001 on 2026-11-01 | look both numbers up again: a digit may be missing, or one too many",
            ],
        );
        rows(
            "2026-09-01,instagram,,followers,24000\n2026-10-01,instagram,,followers,2410\n2026-11-01,instagram,,followers,24300\n",
            &[
                "metrics.csv:3:33 followers of instagram go from 24000 on 2026-09-01 to 2410 on 2026-10-01 | look both numbers up again: a digit may be missing, or one too many",
            ],
        );
    }
}
