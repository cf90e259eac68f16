//! A post that two files tell by two ids, to one: the export has its link, the dashboard only when
//! it was published. Read together they are put together by that time. Of a kit that has read the
//! one before, the day is left, and the title.

use super::super::read::Brought;
use super::super::vocabulary::plain;
use super::number_of;
use crate::kit::{Handle, Row};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What an id tells a post by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Link,
    /// The number in the export of a newsletter whose address is not known.
    Number,
    Time,
}

/// One newsletter on one day.
type Day = (Option<Handle>, Date);

/// Ids of posts, and their titles where they are known.
type Posts = BTreeMap<String, Option<String>>;

/// Gives the posts that were brought the ids that `rows`, a kit's, know them by. Where a title or a
/// day may be of two posts, they stay as they are.
pub(in super::super) fn call_as_in(rows: &[Row], brought: &mut [Brought]) {
    let known = by_day(rows.iter());
    if known.is_empty() {
        return;
    }
    let new = by_day(brought.iter().flat_map(|file| &file.haul.rows));
    for row in brought.iter_mut().flat_map(|file| &mut file.haul.rows) {
        let day = (row.account.clone(), row.date);
        if let (Some(id), Some(known), Some(new)) = (&row.post, known.get(&day), new.get(&day))
            && row.platform.id() == "substack"
            && let Some(same) = same(id, new, known)
        {
            row.post = Some(same);
        }
    }
}

fn by_day<'r>(rows: impl Iterator<Item = &'r Row>) -> BTreeMap<Day, Posts> {
    let mut days: BTreeMap<Day, Posts> = BTreeMap::new();
    for row in rows.filter(|row| row.platform.id() == "substack") {
        if let Some(id) = &row.post {
            let day = days.entry((row.account.clone(), row.date)).or_default();
            let title = day.entry(id.clone()).or_default();
            let told = || row.label.as_deref().map(plain);
            *title = title.take().or_else(told);
        }
    }
    days
}

/// The id among those `known` of the post that is `id` among those that are `new`, of one day.
fn same(id: &str, new: &Posts, known: &Posts) -> Option<String> {
    let title = new.get(id).filter(|_| !known.contains_key(id))?;
    let fits = |(_, other): &(&String, &Option<String>)| match (title, other) {
        (Some(title), Some(other)) => title == other,
        _ => true,
    };
    let rivals = new.iter().filter(|(other, _)| by(other) == by(id));
    let others = known.iter().filter(|(other, _)| by(other) != by(id));
    let mut others = others.filter(fits).map(|(other, _)| other);
    match (rivals.filter(fits).count(), others.next(), others.next()) {
        (1, Some(only), None) => Some(only.clone()),
        _ => None,
    }
}

fn by(id: &str) -> By {
    let digits = number_of(id).bytes().all(|b| b.is_ascii_digit());
    match id.contains("://") {
        true => By::Link,
        false if digits => By::Number,
        false => By::Time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_or_the_day_alone_tells_one_post() {
        const TIME: &str = "2026-10-18T04:27:59.900Z";
        const LATER: &str = "2026-10-18T19:00:00.000Z";
        const LINK: &str = "https://oat.substack.com/p/ridge";
        const OTHER: &str = "https://oat.substack.com/p/fog";
        fn posts(posts: &[(&str, &str)]) -> Posts {
            let title = |title: &str| (!title.is_empty()).then(|| title.to_string());
            let posts = posts.iter();
            posts.map(|(id, of)| (id.to_string(), title(of))).collect()
        }
        fn check(new: &[(&str, &str)], known: &[(&str, &str)], expected: Option<&str>) {
            let found = same(new[0].0, &posts(new), &posts(known));
            assert_eq!(found.as_deref(), expected, "{new:?} {known:?}");
        }
        check(&[(TIME, "Ridge")], &[(LINK, "Ridge")], Some(LINK));
        check(&[(LINK, "Ridge")], &[(TIME, "Ridge")], Some(TIME));
        check(&[("7.ridge", "Ridge")], &[(LINK, "Ridge")], Some(LINK));
        let both = &[(OTHER, "Fog"), (LINK, "Ridge")];
        check(&[(TIME, "Ridge"), (LATER, "Fog")], both, Some(LINK));
        check(&[(TIME, "")], &[(LINK, "Ridge")], Some(LINK));
        check(&[(TIME, "")], both, None);
        check(&[(TIME, "Fog")], &[(LINK, "Ridge")], None);
        check(&[(OTHER, "Ridge")], &[(LINK, "Ridge")], None);
        check(
            &[(TIME, "Ridge"), (LATER, "Ridge")],
            &[(LINK, "Ridge")],
            None,
        );
        check(
            &[(TIME, "Ridge")],
            &[(LINK, "Ridge"), (OTHER, "Ridge")],
            None,
        );
        check(
            &[(TIME, "Ridge")],
            &[(TIME, "Ridge"), (LINK, "Ridge")],
            None,
        );
    }
}
