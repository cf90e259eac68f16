//! The values a kit is made of. Each is made only by parsing, so a value that exists is valid.

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;
use std::fmt;

/// An exact number. Sums, medians and rates are computed without rounding; rounding happens once,
/// when a number is written for people.
pub type Exact = RBig;

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
    let numerator: IBig = format!("{whole}{fraction}").parse().ok()?;
    let value = RBig::from_parts(numerator, UBig::from(10u8).pow(fraction.len()));
    Some(if negative { -value } else { value })
}

/// A whole number as an exact one.
pub fn exact(value: i64) -> Exact {
    RBig::from(value)
}

/// All of `values` added up.
pub fn sum<'a>(values: impl IntoIterator<Item = &'a Exact>) -> Exact {
    values
        .into_iter()
        .fold(Exact::zero(), |sum, value| sum + value)
}

/// `value` as a plain decimal with at most `places` digits behind the point, cut, without
/// trailing zeros: `0.0421`.
pub fn decimal_text(value: &Exact, places: u32) -> String {
    if value.is_int() {
        return value.numerator().to_string();
    }
    let scaled = (value * UBig::from(10u8).pow(places as usize)).trunc();
    let digits = scaled.clone().abs().to_string();
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

/// A word of one of the lists here by its place, or one of the creator's own. Kits name the same
/// few again and again, and ask of each what it means.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Word {
    Listed(usize),
    Own(Box<str>),
}

/// A platform by its id: one of [`PLATFORMS`], or another word of letters, digits and `_`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Platform(Word);

impl Platform {
    /// Reads an id or a known other spelling, in any case. `None` when `text` cannot be an id.
    pub fn parse(text: &str) -> Option<Platform> {
        let listed = |place| Some(Platform(Word::Listed(place)));
        if let Some(place) = PLATFORMS.iter().position(|(id, _)| *id == text) {
            return listed(place);
        }
        let lower = text.trim().to_lowercase();
        let known = |(id, aliases): &(&str, &[&str])| lower == *id || aliases.contains(&&*lower);
        if let Some(place) = PLATFORMS.iter().position(known) {
            return listed(place);
        }
        let valid = lower.starts_with(|c: char| c.is_ascii_lowercase())
            && lower.len() <= 40
            && lower
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        valid.then(|| Platform(Word::Own(lower.into())))
    }

    /// The id: `apple_podcasts`.
    pub fn id(&self) -> &str {
        match &self.0 {
            Word::Listed(place) => PLATFORMS[*place].0,
            Word::Own(id) => id,
        }
    }

    /// Whether the platform is one of [`PLATFORMS`].
    pub fn is_known(&self) -> bool {
        matches!(self.0, Word::Listed(_))
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Platform").field(&self.id()).finish()
    }
}

impl PartialOrd for Platform {
    fn partial_cmp(&self, other: &Platform) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Platform {
    fn cmp(&self, other: &Platform) -> Ordering {
        self.id().cmp(other.id())
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
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Metric(Word);

impl Metric {
    /// Reads a name or a known other spelling, in any case; blanks and `-` count as `_`.
    pub fn parse(text: &str) -> Option<Metric> {
        if let Some(metric) = Metric::standard(text) {
            return Some(metric);
        }
        let name = text.trim().to_lowercase().replace([' ', '-'], "_");
        let known = METRICS
            .iter()
            .position(|(standard, _, _, also)| name == *standard || also.contains(&&*name));
        if let Some(place) = known {
            return Some(Metric(Word::Listed(place)));
        }
        for prefix in ["avg_", "median_"] {
            if let Some(counted) = name.strip_prefix(prefix).and_then(Metric::parse)
                && matches!(counted.kind(), MetricKind::Flow | MetricKind::Unique)
                && counted.is_standard()
            {
                return Some(Metric(Word::Own(format!("{prefix}{counted}").into())));
            }
        }
        let free = name
            .strip_prefix("rank_")
            .or_else(|| name.strip_prefix("custom:"))
            .is_some_and(|rest| !rest.is_empty() && rest.len() <= 40);
        let plain = name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
        (free && plain).then(|| Metric(Word::Own(name.into())))
    }

    fn standard(name: &str) -> Option<Metric> {
        let place = METRICS.iter().position(|(standard, ..)| *standard == name);
        place.map(|place| Metric(Word::Listed(place)))
    }

    /// The standard name: `followers`.
    pub fn name(&self) -> &str {
        match &self.0 {
            Word::Listed(place) => METRICS[*place].0,
            Word::Own(name) => name,
        }
    }

    /// Whether it is exactly one of [`METRICS`].
    pub fn is_standard(&self) -> bool {
        matches!(self.0, Word::Listed(_))
    }

    /// The metric that a typed average or median is one of: `views` for `median_views`.
    pub fn averaged(&self) -> Option<(Average, Metric)> {
        let Word::Own(name) = &self.0 else {
            return None;
        };
        let (average, rest) = if let Some(rest) = name.strip_prefix("avg_") {
            (Average::Mean, rest)
        } else {
            (Average::Median, name.strip_prefix("median_")?)
        };
        Some((average, Metric::standard(rest)?))
    }

    /// How values of it behave together.
    pub fn kind(&self) -> MetricKind {
        match &self.0 {
            Word::Listed(place) => METRICS[*place].1,
            Word::Own(_) if self.averaged().is_some() => MetricKind::Rate,
            Word::Own(_) => MetricKind::Free,
        }
    }

    /// What a value of it counts.
    pub fn unit(&self) -> Unit {
        match &self.0 {
            Word::Listed(place) => METRICS[*place].2,
            Word::Own(_) => self
                .averaged()
                .map_or(Unit::Count, |(_, metric)| metric.unit()),
        }
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Metric").field(&self.name()).finish()
    }
}

impl PartialOrd for Metric {
    fn partial_cmp(&self, other: &Metric) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Metric {
    fn cmp(&self, other: &Metric) -> Ordering {
        self.name().cmp(other.name())
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
