//! The posts behind an account's numbers, and which of them count.

use super::accounts::Holder;
use crate::kit::{Base, Exact, Metric, Paid, PostFormat, Row, sum};
use jiff::civil::Date;
use num_traits::Zero;
use std::collections::{BTreeMap, BTreeSet};

/// The days a post must be old at the end of a window: younger ones are still being seen.
const SETTLED_DAYS: i32 = 7;
/// As many posts of one format make a window's figures.
const ENOUGH: usize = 10;
/// As many count at most where a window holds too few.
const LATEST: usize = 30;
/// With fewer, no figure is made.
pub const TOO_FEW: usize = 5;
/// A followers row may be so many days older than the post it stands for.
const FOLLOWERS_DAYS: i32 = 31;

/// One post with its numbers.
#[derive(Clone, Debug)]
pub struct Post<'k> {
    /// URL or id.
    pub name: &'k str,
    /// Day of publishing.
    pub date: Date,
    /// Format.
    pub format: Option<PostFormat>,
    /// How it was helped; `None` is organic.
    pub paid: Option<Paid>,
    /// Its numbers by metric; "more than" numbers are not among them.
    pub numbers: BTreeMap<&'k str, &'k Exact>,
    /// Where its numbers came from.
    pub sources: BTreeSet<&'k str>,
}

impl Post<'_> {
    /// What people did with it: as the platform totals it, else likes, comments, shares and
    /// saves as far as they are reported. A platform that has reposts in place of shares has
    /// them counted as shares. `None` when no likes are known: blank is unknown.
    pub fn interactions(&self) -> Option<Exact> {
        if let Some(total) = self.numbers.get("interactions") {
            return Some((*total).clone());
        }
        self.numbers.get("likes")?;
        let shares = if self.numbers.contains_key("shares") {
            "shares"
        } else {
            "reposts"
        };
        let parts = ["likes", "comments", shares, "saves"];
        let known = parts.iter().filter_map(|part| self.numbers.get(part));
        Some(sum(known.copied()))
    }
}

/// Groups an account's post rows into posts, oldest first.
pub fn posts<'k>(rows: &[&'k Row]) -> Vec<Post<'k>> {
    let mut by_name: BTreeMap<&str, Post<'k>> = BTreeMap::new();
    for row in rows {
        let Some(name) = row.post.as_deref() else {
            continue;
        };
        let post = by_name.entry(name).or_insert_with(|| Post {
            name,
            date: row.date,
            format: None,
            paid: None,
            numbers: BTreeMap::new(),
            sources: BTreeSet::new(),
        });
        post.date = post.date.min(row.date);
        post.format = post.format.or(row.format);
        post.paid = post.paid.or(row.paid);
        post.sources.extend(row.source.as_deref());
        if !row.value.value.floor {
            post.numbers
                .insert(row.metric.name(), &row.value.value.number);
        }
    }
    let mut posts: Vec<Post<'k>> = by_name.into_values().collect();
    posts.sort_by_key(|post| post.date);
    posts
}

/// The posts of one format that count, and what was left out.
#[derive(Clone, Debug)]
pub struct Selection<'a, 'k> {
    /// The format.
    pub format: PostFormat,
    /// The posts that count, oldest first.
    pub posts: Vec<&'a Post<'k>>,
    /// First day of the window.
    pub window_from: Date,
    /// Last day: the account's newest post.
    pub to: Date,
    /// Whether the window held too few, so that the latest count.
    pub latest: bool,
    /// How many posts of the window were helped, by how.
    pub helped: BTreeMap<Paid, u32>,
    /// How many organic posts were too young.
    pub young: u32,
}

/// Chooses the posts of `format`: the organic ones of the window of `window_days` that ends on
/// the account's newest post, at least seven days old then; with fewer than ten of them, the
/// latest up to thirty. `None` when there is none at all.
pub fn select<'a, 'k>(
    all: &'a [Post<'k>],
    format: PostFormat,
    window_days: u32,
) -> Option<Selection<'a, 'k>> {
    let to = all.iter().map(|post| post.date).max()?;
    let age = |post: &Post<'_>| days_between(post.date, to);
    let mine = || all.iter().filter(move |post| post.format == Some(format));
    let in_window = |post: &Post<'_>| age(post) < window_days as i32;
    let organic = || mine().filter(|post| post.paid.is_none());
    let settled: Vec<&Post<'k>> = organic().filter(|post| age(post) >= SETTLED_DAYS).collect();
    let windowed: Vec<&Post<'k>> = settled
        .iter()
        .copied()
        .filter(|post| in_window(post))
        .collect();
    let latest = windowed.len() < ENOUGH && settled.len() > windowed.len();
    let posts = if latest {
        settled[settled.len().saturating_sub(LATEST)..].to_vec()
    } else {
        windowed
    };
    let window_from = days_before(to, window_days as i32 - 1);
    let from = match (latest, posts.first()) {
        (true, Some(oldest)) => oldest.date,
        _ => window_from,
    };
    let mut helped: BTreeMap<Paid, u32> = BTreeMap::new();
    for post in mine().filter(|post| post.date >= from) {
        if let Some(paid) = post.paid {
            *helped.entry(paid).or_default() += 1;
        }
    }
    let young = organic().filter(|post| age(post) < SETTLED_DAYS).count() as u32;
    mine().next()?;
    Some(Selection {
        format,
        posts,
        window_from,
        to,
        latest,
        helped,
        young,
    })
}

impl Selection<'_, '_> {
    /// The values of `metric` over the posts that have it, each with the post's day.
    pub fn values(&self, metric: &Metric) -> Vec<(Date, Exact)> {
        let value =
            |post: &&Post<'_>| Some((post.date, (*post.numbers.get(metric.name())?).clone()));
        self.posts.iter().filter_map(value).collect()
    }

    /// The rate of engagement on `base` of each post that has both, in percent, with its day.
    pub fn engagement(&self, base: Base, holder: &Holder<'_>) -> Vec<(Date, Exact)> {
        let rate = |post: &&Post<'_>| {
            let whole = match base {
                Base::Followers => holder.followers_at(post.date)?.clone(),
                Base::Reach => (*post.numbers.get("reach")?).clone(),
                Base::Views => (*post.numbers.get("views")?).clone(),
                Base::Unknown => return None,
            };
            if whole <= Exact::zero() {
                return None;
            }
            let rate = super::stats::percent_of(&post.interactions()?, &whole)?;
            Some((post.date, rate))
        };
        self.posts.iter().filter_map(rate).collect()
    }

    /// The days that figures of the posts of `days` speak of: the whole window, or from the first
    /// to the last of them where the latest posts count.
    pub fn span(&self, days: &[Date]) -> (Date, Date) {
        match (days.iter().min(), days.iter().max()) {
            (Some(first), Some(last)) if self.latest => (*first, *last),
            _ => (self.window_from, self.to),
        }
    }

    /// Where the numbers of the posts came from.
    pub fn sources(&self) -> BTreeSet<&str> {
        self.posts
            .iter()
            .flat_map(|post| post.sources.iter().copied())
            .collect()
    }
}

/// Whether a followers row of `counted` may stand for a post of `published`.
pub fn stands_for(counted: Date, published: Date) -> bool {
    (0..=FOLLOWERS_DAYS).contains(&days_between(counted, published))
}

/// Days from `first` to `last`; negative when `last` is earlier.
pub fn days_between(first: Date, last: Date) -> i32 {
    first.until(last).map_or(0, |span| span.get_days())
}

/// The day `days` before `day`; `day` itself where the calendar ends.
pub fn days_before(day: Date, days: i32) -> Date {
    day.checked_sub(jiff::Span::new().days(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::exact;

    fn day(days_before_the_end: i32) -> Date {
        days_before(Date::constant(2026, 10, 31), days_before_the_end)
    }

    fn post<'k>(age: i32, paid: Option<Paid>) -> Post<'k> {
        Post {
            name: "",
            date: day(age),
            format: Some(PostFormat::Reel),
            paid,
            numbers: BTreeMap::new(),
            sources: BTreeSet::new(),
        }
    }

    #[test]
    fn a_window_ends_on_the_newest_post_and_leaves_young_and_helped_ones_out() {
        // Ages of the chosen posts from oldest to newest, whether they are the latest, how many
        // were helped, how many were young.
        fn check(ages: &[i32], helped: &[i32], expected: (&[i32], bool, u32, u32)) {
            let organic = ages.iter().map(|age| post(*age, None));
            let helped = helped.iter().map(|age| post(*age, Some(Paid::Boosted)));
            let mut all: Vec<Post<'_>> = organic.chain(helped).collect();
            all.sort_by_key(|post| post.date);
            let found = select(&all, PostFormat::Reel, 90).expect("posts");
            let chosen: Vec<i32> = found
                .posts
                .iter()
                .map(|p| days_between(p.date, day(0)))
                .collect();
            let helped = found.helped.values().sum::<u32>();
            assert_eq!(
                (&*chosen, found.latest, helped, found.young),
                expected,
                "{ages:?}"
            );
            assert_eq!(found.to, day(0));
        }
        let ten: Vec<i32> = (7..17).rev().collect();
        // Seven days old counts, six does not; ten are enough.
        check(&[&[0, 6], &*ten].concat(), &[8], (&ten, false, 1, 2));
        // Day 89 is in a window of 90 days, day 90 is not.
        check(
            &[&[0, 89, 90], &*ten].concat(),
            &[],
            (&[&[89], &*ten].concat(), false, 0, 1),
        );
        // With fewer than ten in the window the latest count, helped ones of their time too.
        check(&[0, 10, 200], &[150, 300], (&[200, 10], true, 1, 1));
        // Thirty at most.
        let forty: Vec<i32> = (100..140).rev().collect();
        check(&[&[0], &*forty].concat(), &[], (&forty[10..], true, 0, 1));
    }

    #[test]
    fn followers_stand_for_posts_of_the_next_month() {
        fn check(age_of_the_count: i32, expected: bool) {
            assert_eq!(stands_for(day(age_of_the_count), day(0)), expected);
        }
        check(-1, false);
        check(0, true);
        check(31, true);
        check(32, false);
    }

    #[test]
    fn interactions_are_likes_and_what_else_is_reported() {
        fn check(numbers: &[(&'static str, i64)], expected: Option<i64>) {
            let values: Vec<Exact> = numbers.iter().map(|(_, value)| exact(*value)).collect();
            let names = numbers.iter().map(|(name, _)| *name);
            let mut post = post(0, None);
            post.numbers = names.zip(&values).collect();
            assert_eq!(post.interactions(), expected.map(exact), "{numbers:?}");
        }
        check(
            &[("likes", 5), ("comments", 3), ("shares", 2), ("saves", 1)],
            Some(11),
        );
        check(&[("likes", 0)], Some(0));
        check(&[("comments", 3)], None);
        check(&[("likes", 5), ("reposts", 2)], Some(7));
        check(&[("likes", 5), ("reposts", 2), ("shares", 1)], Some(6));
        check(&[("likes", 5), ("interactions", 40)], Some(40));
    }
}
