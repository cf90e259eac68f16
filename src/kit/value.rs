//! The values a kit is made of. Each is made only by parsing, so a value that exists is valid.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use std::fmt;

/// An exact number. Sums, medians and rates are computed without rounding; rounding happens once,
/// when a number is written for people.
pub type Exact = BigRational;

/// A plain decimal number: digits, with an optional minus sign in front and an optional `.` and
/// digits behind. `None` for anything else.
pub fn parse_decimal(text: &str) -> Option<Exact> {
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let trailing_point = digits.ends_with('.');
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || trailing_point {
        return None;
    }
    if whole.len() + fraction.len() > 40 {
        return None;
    }
    let numerator: BigInt = format!("{whole}{fraction}").parse().ok()?;
    let denominator = BigInt::from(10).pow(fraction.len() as u32);
    let value = BigRational::new(numerator, denominator);
    Some(if negative { -value } else { value })
}

/// A whole number as an exact one.
pub fn exact(value: i64) -> Exact {
    BigRational::from_integer(BigInt::from(value))
}

/// `value` as a plain decimal with at most `places` digits behind the point, cut, without
/// trailing zeros: `0.0421`.
pub fn decimal_text(value: &Exact, places: u32) -> String {
    let scaled = (value * BigRational::from_integer(BigInt::from(10).pow(places))).trunc();
    let digits = scaled.numer().abs().to_string();
    let digits = format!("{digits:0>width$}", width = places as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places as usize);
    let fraction = fraction.trim_end_matches('0');
    let sign = if value.is_negative() && !scaled.is_zero() {
        "-"
    } else {
        ""
    };
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    }
}

/// Who may see something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// The brand an edition is made for.
    Brand,
    /// Nobody: the creator's own note.
    Never,
}

/// The platforms known by name, with the other spellings that are understood.
pub const PLATFORMS: &[(&str, &[&str])] = &[
    ("youtube", &["yt", "you tube"]),
    ("instagram", &["ig", "insta"]),
    ("facebook", &["fb"]),
    ("tiktok", &["tt", "tik tok", "tik-tok"]),
    ("x", &["twitter"]),
    ("threads", &[]),
    ("snapchat", &["snap"]),
    ("twitch", &[]),
    ("kick", &[]),
    ("pinterest", &[]),
    ("linkedin", &["linked in"]),
    ("bluesky", &["bsky"]),
    ("mastodon", &[]),
    ("reddit", &[]),
    ("discord", &[]),
    ("telegram", &[]),
    ("whatsapp", &[]),
    ("patreon", &[]),
    ("substack", &[]),
    ("beehiiv", &[]),
    ("kit", &["convertkit"]),
    ("newsletter", &["mailing list", "email list"]),
    ("spotify", &[]),
    ("apple_podcasts", &["apple podcasts", "apple-podcasts"]),
    ("podcast", &[]),
    ("website", &["site", "blog"]),
    ("kwai", &[]),
    ("soundcloud", &[]),
    ("beatport", &[]),
    ("vimeo", &[]),
];

/// A platform by its id: one of [`PLATFORMS`], or another word of letters, digits and `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Platform(String);

impl Platform {
    /// Reads an id or a known other spelling, in any case. `None` when `text` cannot be an id.
    pub fn parse(text: &str) -> Option<Platform> {
        let lower = text.trim().to_lowercase();
        for (id, aliases) in PLATFORMS {
            if lower == *id || aliases.contains(&lower.as_str()) {
                return Some(Platform((*id).to_string()));
            }
        }
        let valid = lower.starts_with(|c: char| c.is_ascii_lowercase())
            && lower.len() <= 40
            && lower
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        valid.then_some(Platform(lower))
    }

    /// The id: `apple_podcasts`.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Whether the platform is one of [`PLATFORMS`].
    pub fn is_known(&self) -> bool {
        PLATFORMS.iter().any(|(id, _)| *id == self.0)
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An account's name on its platform, without a leading `@`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle(String);

impl Handle {
    /// Reads a handle; blanks around it and one leading `@` are dropped. `None` when nothing is
    /// left, or when it holds a control character.
    pub fn parse(text: &str) -> Option<Handle> {
        let text = text.trim();
        let text = text.strip_prefix('@').unwrap_or(text).trim();
        let valid = !text.is_empty() && text.len() <= 200 && !text.chars().any(char::is_control);
        valid.then(|| Handle(text.to_string()))
    }

    /// The handle as written, without `@`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether two handles name the same account: case does not matter.
    pub fn is(&self, other: &Handle) -> bool {
        self.0.to_lowercase() == other.0.to_lowercase()
    }
}

/// How a number behaves when there are several of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetricKind {
    /// A total at a moment: the last value counts.
    Stock,
    /// What happened in a time: values of neighbouring times may be added.
    Flow,
    /// Different people in a time: never added.
    Unique,
    /// A rate or an average: never added.
    Rate,
    /// A part of one whole, in percent.
    Share,
    /// Printed as given.
    Free,
}

/// What a number counts, for how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole things: people, views, actions.
    Count,
    /// Parts of a hundred.
    Percent,
    /// Time, in seconds.
    Seconds,
    /// Time, in hours.
    Hours,
}

/// The metrics with a fixed meaning: name, kind, unit, other spellings.
#[rustfmt::skip]
pub const METRICS: &[(&str, MetricKind, Unit, &[&str])] = &[
    ("followers", MetricKind::Stock, Unit::Count, &["subs", "subscribers", "fans", "follower"]),
    ("followers_gained", MetricKind::Flow, Unit::Count, &["new_followers", "follows"]),
    ("followers_lost", MetricKind::Flow, Unit::Count, &["unfollows"]),
    ("followers_net", MetricKind::Flow, Unit::Count, &[]),
    ("paid_subscribers", MetricKind::Stock, Unit::Count, &[]),
    ("posts_total", MetricKind::Stock, Unit::Count, &[]),
    ("posts_published", MetricKind::Flow, Unit::Count, &[]),
    ("views", MetricKind::Flow, Unit::Count, &["plays"]),
    ("engaged_views", MetricKind::Flow, Unit::Count, &[]),
    ("video_views", MetricKind::Flow, Unit::Count, &[]),
    ("impressions", MetricKind::Flow, Unit::Count, &[]),
    ("reach", MetricKind::Unique, Unit::Count, &["accounts_reached"]),
    ("viewers", MetricKind::Unique, Unit::Count, &["unique_viewers"]),
    ("viewers_new", MetricKind::Unique, Unit::Count, &[]),
    ("viewers_returning", MetricKind::Unique, Unit::Count, &[]),
    ("users", MetricKind::Unique, Unit::Count, &[]),
    ("sessions", MetricKind::Flow, Unit::Count, &["visits"]),
    ("profile_visits", MetricKind::Flow, Unit::Count, &[]),
    ("link_clicks", MetricKind::Flow, Unit::Count, &["clicks"]),
    ("interactions", MetricKind::Flow, Unit::Count, &["engagements"]),
    ("likes", MetricKind::Flow, Unit::Count, &[]),
    ("comments", MetricKind::Flow, Unit::Count, &["replies"]),
    ("shares", MetricKind::Flow, Unit::Count, &["sends"]),
    ("saves", MetricKind::Flow, Unit::Count, &["bookmarks", "favorites"]),
    ("reposts", MetricKind::Flow, Unit::Count, &["retweets"]),
    ("accounts_engaged", MetricKind::Unique, Unit::Count, &[]),
    ("watch_hours", MetricKind::Flow, Unit::Hours, &[]),
    ("avg_view_duration", MetricKind::Rate, Unit::Seconds, &[]),
    ("avg_view_percentage", MetricKind::Rate, Unit::Percent, &[]),
    ("ctr", MetricKind::Rate, Unit::Percent, &[]),
    ("engagement_rate", MetricKind::Rate, Unit::Percent, &["engagement", "er"]),
    ("open_rate", MetricKind::Rate, Unit::Percent, &["opens"]),
    ("click_rate", MetricKind::Rate, Unit::Percent, &[]),
    ("live_views", MetricKind::Flow, Unit::Count, &[]),
    ("avg_viewers", MetricKind::Rate, Unit::Count, &[]),
    ("peak_viewers", MetricKind::Unique, Unit::Count, &["max_viewers"]),
    ("stream_minutes", MetricKind::Flow, Unit::Count, &[]),
    ("downloads", MetricKind::Flow, Unit::Count, &[]),
    ("listeners", MetricKind::Unique, Unit::Count, &[]),
    ("streams", MetricKind::Flow, Unit::Count, &[]),
    ("duration", MetricKind::Rate, Unit::Seconds, &["length"]),
    ("followers_share", MetricKind::Share, Unit::Percent, &[]),
    ("viewers_share", MetricKind::Share, Unit::Percent, &[]),
    ("views_share", MetricKind::Share, Unit::Percent, &[]),
    ("reach_share", MetricKind::Share, Unit::Percent, &[]),
];

/// What a number measures: one of [`METRICS`], `avg_` or `median_` before one of them that is
/// counted, or a free `rank_…` or `custom:…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Metric(String);

impl Metric {
    /// Reads a name or a known other spelling, in any case; blanks and `-` count as `_`.
    pub fn parse(text: &str) -> Option<Metric> {
        let name = text.trim().to_lowercase().replace([' ', '-'], "_");
        if let Some((standard, ..)) = METRICS
            .iter()
            .find(|(standard, _, _, aliases)| name == *standard || aliases.contains(&name.as_str()))
        {
            return Some(Metric((*standard).to_string()));
        }
        for prefix in ["avg_", "median_"] {
            if let Some(counted) = name.strip_prefix(prefix).and_then(Metric::parse)
                && matches!(counted.kind(), MetricKind::Flow | MetricKind::Unique)
                && counted.is_standard()
            {
                return Some(Metric(format!("{prefix}{counted}")));
            }
        }
        let free = name
            .strip_prefix("rank_")
            .or_else(|| name.strip_prefix("custom:"))
            .is_some_and(|rest| !rest.is_empty() && rest.len() <= 40);
        let plain = name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
        (free && plain).then_some(Metric(name))
    }

    /// The standard name: `followers`.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Whether it is exactly one of [`METRICS`].
    pub fn is_standard(&self) -> bool {
        METRICS.iter().any(|(standard, ..)| *standard == self.0)
    }

    /// The metric that a typed average or median is one of: `views` for `median_views`.
    pub fn averaged(&self) -> Option<(Average, Metric)> {
        if self.is_standard() {
            return None;
        }
        let (average, rest) = if let Some(rest) = self.0.strip_prefix("avg_") {
            (Average::Mean, rest)
        } else {
            (Average::Median, self.0.strip_prefix("median_")?)
        };
        Some((average, Metric(rest.to_string())))
    }

    /// How values of it behave together.
    pub fn kind(&self) -> MetricKind {
        if self.averaged().is_some() {
            return MetricKind::Rate;
        }
        METRICS
            .iter()
            .find(|(standard, ..)| *standard == self.0)
            .map_or(MetricKind::Free, |(_, kind, ..)| *kind)
    }

    /// What a value of it counts.
    pub fn unit(&self) -> Unit {
        let own = self
            .averaged()
            .map_or_else(|| self.clone(), |(_, metric)| metric);
        METRICS
            .iter()
            .find(|(standard, ..)| *standard == own.0)
            .map_or(Unit::Count, |(_, _, unit, _)| *unit)
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a typed number was made of several posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Average {
    /// The arithmetic mean.
    Mean,
    /// The middle value.
    Median,
}
