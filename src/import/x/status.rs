//! A post's link and number on X, and what they tell of it.

use super::super::export::Export;
use crate::kit::Handle;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A post on X.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Status {
    /// The link to it, the same for every form of one: `https://x.com/maiteorrun/status/1975…`.
    pub(super) link: String,
    /// Who wrote it, if the link tells.
    pub(super) author: Option<Handle>,
    /// Its number.
    id: u64,
}

impl Status {
    /// Reads a link to a post on X, or to one on Twitter.
    pub(super) fn of_link(link: &str) -> Option<Status> {
        let (_, path) = link.trim().split_once("://")?;
        let (host, path) = path.split_once('/')?;
        let host = host.trim_start_matches("www.");
        let host = host.trim_start_matches("mobile.").to_lowercase();
        if host != "x.com" && host != "twitter.com" {
            return None;
        }
        let (author, rest) = path.split_once("/status/")?;
        let end = rest.find(|c: char| !c.is_ascii_digit());
        let id: u64 = rest[..end.unwrap_or(rest.len())].parse().ok()?;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if author.is_empty() || !author.chars().all(plain) {
            return Status::of_id(&id.to_string());
        }
        Some(Status {
            link: format!("https://x.com/{author}/status/{id}"),
            author: (author != "i").then(|| Handle::parse(author)).flatten(),
            id,
        })
    }

    /// Reads a post's number.
    pub(super) fn of_id(id: &str) -> Option<Status> {
        let id: u64 = id.trim().parse().ok()?;
        Some(Status {
            link: format!("https://x.com/i/status/{id}"),
            author: None,
            id,
        })
    }

    /// Whether a spreadsheet has put zeros behind the first fifteen digits of its number.
    pub(super) fn is_rounded(&self) -> bool {
        let digits = self.id.to_string();
        let rest = digits.get(15..).unwrap_or_default();
        !rest.is_empty() && rest.bytes().all(|digit| digit == b'0')
    }

    /// The day on which it was written, which its number tells; `None` for numbers from before
    /// November 2010, which tell nothing.
    pub(super) fn day(&self) -> Option<Date> {
        const FIRST: u64 = 30_000_000_000;
        const EPOCH: i64 = 1_288_834_974_657;
        let since = i64::try_from(self.id >> 22).ok()?;
        let time = Timestamp::from_millisecond(EPOCH + since).ok()?;
        (self.id >= FIRST).then(|| TimeZone::UTC.to_datetime(time).date())
    }
}

/// The account in the name of Twitter's files: `tweet_activity_metrics_maiteorrun_20240101_…`.
pub(super) fn named(export: &Export<'_>) -> Option<Handle> {
    let name = export.name();
    let rest = name.strip_prefix("daily_").unwrap_or(name);
    let rest = rest.strip_prefix("tweet_activity_metrics_")?;
    let day = |part: &str| part.len() == 8 && part.bytes().all(|b| b.is_ascii_digit());
    // The account's name may have `_` in it too.
    let parts: Vec<&str> = rest.split('_').collect();
    let from = parts
        .windows(2)
        .position(|two| two.iter().all(|part| day(part)))?;
    Handle::parse(&parts[..from].join("_"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn links_of_one_post_are_one_link() {
        fn check(link: &str, expected: Option<(&str, Option<&str>)>) {
            let status = Status::of_link(link);
            let found = status.as_ref().map(|status| {
                let author = status.author.as_ref().map(|handle| handle.as_str());
                (status.link.as_str(), author)
            });
            assert_eq!(found, expected, "{link}");
        }
        let one = Some(("https://x.com/maite/status/20", Some("maite")));
        check("https://x.com/maite/status/20", one);
        check("https://twitter.com/maite/status/20?s=20", one);
        check("http://www.twitter.com/maite/status/20/photo/1", one);
        let unsigned = Some(("https://x.com/i/status/20", None));
        check("https://x.com/i/status/20", unsigned);
        check("https://x.com/i/web/status/20", unsigned);
        check("https://x.com/maite", None);
        check("https://x.com/maite/status/", None);
        check("https://example.com/maite/status/20", None);
        check("1975000000000000000", None);
    }

    #[test]
    fn spreadsheets_leave_fifteen_digits() {
        fn check(id: &str, expected: bool) {
            let status = Status::of_id(id).expect("a number");
            assert_eq!(status.is_rounded(), expected, "{id}");
        }
        check("2107803121873840000", true);
        check("2107803121873846273", false);
        check("2107803121873840010", false);
        check("100000000000000", false);
        check("20", false);
    }

    #[test]
    fn a_number_tells_the_day() {
        fn check(id: &str, expected: Option<Date>) {
            assert_eq!(Status::of_id(id).and_then(|status| status.day()), expected);
        }
        check("1974519270400000000", Some(date(2025, 10, 4)));
        check("649293177409679360", Some(date(2015, 9, 30)));
        check("20", None);
        check("18446744073709551615", Some(date(2150, 3, 18)));
        check("1.97E+18", None);
    }
}
