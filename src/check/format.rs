//! Posts that are in no median, and medians that stand on few posts.

use super::Subject;
use super::origin::account_name;
use crate::kit::{AccountName, Choice, PostFormat, Row};
use crate::source::{Diagnostic, Diagnostics};
use std::collections::{BTreeMap, BTreeSet};

/// So many posts of one format make a median that a brand can plan with.
const ENOUGH: usize = 10;
/// One or two posts are shown for themselves; from three on, they are a record.
const A_RECORD: usize = 3;

/// What is known of one post.
struct Post<'k> {
    first: &'k Row,
    format: Option<PostFormat>,
    helped: bool,
}

/// `post-without-format`: once for each account, at the first such post.
pub(super) fn missing(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for posts in posts(subject).values() {
        let without = posts.values().filter(|post| post.format.is_none());
        let rows: Vec<&Row> = without.map(|post| post.first).collect();
        let Some(first) = rows.iter().min_by_key(|row| row.line) else {
            continue;
        };
        let platform = &first.platform;
        let message = match rows.len() {
            1 => format!("this post on {platform} has no format, and is in no median"),
            count => format!("{count} posts on {platform} have no format, and are in no median"),
        };
        diags.push(
            Diagnostic::warning("post-without-format", message)
                .at(first.line)
                .hint("fill the column `format`: reel, story, post, carousel, short, video, live, episode or issue"),
        );
    }
}

/// `few-posts`: each format with a record too short for a median to plan with.
pub(super) fn few_posts(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let known = well_known(subject);
    for (account, posts) in posts(subject) {
        let mut formats: BTreeMap<PostFormat, Vec<&Row>> = BTreeMap::new();
        for post in posts.values().filter(|post| !post.helped) {
            if let Some(format) = post.format {
                formats.entry(format).or_default().push(post.first);
            }
        }
        for (format, rows) in formats {
            let few = (A_RECORD..ENOUGH).contains(&rows.len());
            let word = format.word();
            if !few || known.contains(&(account.to_string(), word)) {
                continue;
            }
            let Some(first) = rows.iter().min_by_key(|row| row.line) else {
                continue;
            };
            diags.push(
                Diagnostic::warning(
                    "few-posts",
                    format!("{account} has {} posts of the format `{word}`", rows.len()),
                )
                .at(first.line)
                .hint(format!(
                    "list {ENOUGH} or more, the weak ones too: a brand plans with what is usual"
                )),
            );
        }
    }
}

/// The accounts and formats whose median stands on enough posts, listed or counted by the creator.
fn well_known<'v>(subject: &Subject<'v>) -> BTreeSet<(String, &'v str)> {
    let medians = subject.view.numbers.values().filter(|figure| {
        let few = figure.posts.is_some_and(|posts| (posts as usize) < ENOUGH);
        figure.id.ends_with(".median") && !few
    });
    medians
        .filter_map(|figure| {
            let account = figure.id.split_once('/').map(|(account, _)| account);
            let account = account.or_else(|| Some(figure.id.split_once('.')?.0))?;
            Some((account.to_string(), figure.format?))
        })
        .collect()
}

/// Every post by account and name.
fn posts<'k>(subject: &Subject<'k>) -> BTreeMap<AccountName, BTreeMap<&'k str, Post<'k>>> {
    let mut accounts: BTreeMap<AccountName, BTreeMap<&str, Post<'_>>> = BTreeMap::new();
    for row in &subject.kit.rows {
        if let Some(name) = &row.post
            && let Some(account) = account_name(subject.kit, row)
        {
            let posts = accounts.entry(account).or_default();
            let post = posts.entry(name).or_insert(Post {
                first: row,
                format: None,
                helped: false,
            });
            post.format = post.format.or(row.format);
            post.helped |= row.paid.is_some();
        }
    }
    accounts
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    #[test]
    fn a_post_has_a_format() {
        let check = |rows, expected: &[&str]| {
            check("post-without-format", &Case::new().rows(rows), expected)
        };
        const HINT: &str = "fill the column `format`: reel, story, post, carousel, short, video, live, episode or issue";
        check(
            "2026-10-01,instagram,,views,9,,,,,,,a\n2026-10-01,instagram,,likes,9,,reel,,,,,a\n",
            &[],
        );
        check(
            "2026-10-01,instagram,,views,9,,reel,,,,,b\n2026-10-01,instagram,,views,9,,,,,,,a\n",
            &[&format!(
                "metrics.csv:3:1 this post on instagram has no format, and is in no median | {HINT}"
            )],
        );
        check(
            "2026-10-01,instagram,,views,9,,,,,,,c\n2026-10-01,instagram,,views,9,,,,,,,a\n2026-10-01,instagram,,views,9,,,,,,,b\n",
            &[&format!(
                "metrics.csv:2:1 3 posts on instagram have no format, and are in no median | {HINT}"
            )],
        );
    }

    #[test]
    fn a_record_has_ten_posts() {
        fn posts(count: usize, more: &str, expected: &[&str]) {
            let mut rows = more.to_string();
            for post in 0..count {
                rows += &format!("2026-10-01,instagram,,views,9,,reel,,,,,p{post}\n");
            }
            check("few-posts", &Case::new().rows(rows), expected);
        }
        posts(2, "", &[]);
        posts(10, "", &[]);
        posts(
            3,
            "2026-11-01,instagram,,median_views,9,90d,reel,,24,,,\n",
            &[],
        );
        posts(
            3,
            "2026-11-01,instagram,,engagement_rate,5%,90d,reel,reach,24,,,\n",
            &[
                "metrics.csv:3:1 instagram has 3 posts of the format `reel` | list 10 or more, the weak ones too: a brand plans with what is usual",
            ],
        );
        posts(
            9,
            "",
            &[
                "metrics.csv:2:1 instagram has 9 posts of the format `reel` | list 10 or more, the weak ones too: a brand plans with what is usual",
            ],
        );
    }
}
