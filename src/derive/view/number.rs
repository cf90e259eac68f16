//! Numbers with everything needed to trust them, and values that belong together.

use serde::Serialize;

/// A day, for machines and for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// `2026-10-31`
    pub iso: String,
    /// `31 Oct 2026`, in the kit's language.
    pub text: String,
}

/// How old a number is on the day of the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Freshness {
    /// At most 30 days.
    Fresh,
    /// At most 90 days.
    Ageing,
    /// Older.
    Stale,
}

/// A date with what it means for trust.
#[derive(Clone, Debug, Serialize)]
pub struct Dated {
    /// The day.
    pub day: Day,
    /// Its month and year: "November 2026".
    pub month: String,
    /// How old it is.
    pub freshness: Freshness,
}

/// A number with everything needed to trust it.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// Its name in format.md's grammar: `instagram.reel.views.median`.
    pub id: String,
    /// The metric's standard name, or `engagement_by_reach`: what is counted.
    pub metric: String,
    /// What it is, whole: "Median views, Instagram Reels, 24 posts", "Views on TikTok, 90 days to
    /// 1 Nov 2026". The number of posts, the base of a rate and the time of a count or of growth
    /// are said in it. Not said is the time of a median, an average or a rate of engagement, and
    /// that a count is of all time.
    pub label: String,
    /// What it is beside its account's name: "Median views, Reels, 24 posts". It says the same of
    /// posts, base and time as `label`.
    pub short_label: String,
    /// The value in full: "92,400", "6.1%".
    pub text: String,
    /// The value in little space: cut and never rounded up where it is shortened, "92.4K", else
    /// the same as `text`.
    pub short: String,
    /// The exact value as a decimal, cut after twelve places: "92400", "6.0731".
    pub value: String,
    /// `count`, `percent`, `seconds` or `hours`.
    pub unit: &'static str,
    /// Whether the true value is larger: "over 3 M".
    pub floor: bool,
    /// What a rate is divided by: `followers`, `reach`, `views`, `unknown`.
    pub base: Option<&'static str>,
    /// The base in words: "by reach", "base not stated". `label` has said it.
    pub base_text: Option<String>,
    /// Format of the posts it is made of, if of one.
    pub format: Option<&'static str>,
    /// The format in words, for several: "Reels".
    pub format_text: Option<String>,
    /// The time it covers; `None` for a total at a moment.
    pub window: Option<Window>,
    /// How many posts it is made of.
    pub posts: Option<u32>,
    /// The middle half of the posts, where there are posts.
    pub middle: Option<Middle>,
    /// The day the number is of.
    pub date: Day,
    /// How old it is.
    pub freshness: Freshness,
    /// Where it came from, in the kit's own words, each once. `hand` is what was typed: in its
    /// place a theme prints `word(key="source-hand")`.
    pub sources: Vec<String>,
    /// How it was made, in one sentence.
    pub method: String,
}

/// A time a number covers, both days included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    /// First day, where it is known.
    pub from: Option<Day>,
    /// Last day.
    pub to: Day,
    /// Days from first to last.
    pub days: Option<u32>,
    /// "3 Aug to 31 Oct 2026", "28 days to 31 Oct 2026".
    pub text: String,
}

/// The middle half of several values: from P25 to P75.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Middle {
    /// P25, in full.
    pub low: String,
    /// P75, in full.
    pub high: String,
    /// "61,200 to 118,000".
    pub text: String,
    /// Exact P25, as a decimal.
    pub low_value: String,
    /// Exact P75, as a decimal.
    pub high_value: String,
    /// Every value of counts, from the smallest to the largest, as decimals; none of rates.
    pub values: Vec<String>,
    /// The largest of them, in full: "302,100".
    pub most: Option<String>,
}

/// Values that belong together, for a chart and for the table beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Series {
    /// Its name: `instagram.followers`, `instagram.followers_share.country`.
    pub id: String,
    /// What it shows and in which unit: "Followers on Instagram, by month".
    pub title: String,
    /// `count` or `percent`.
    pub unit: &'static str,
    /// The values in order.
    pub points: Vec<Point>,
    /// What is missing to a hundred percent, if anything: a part of its own, never spread.
    pub rest: Option<Point>,
    /// Newest day among the values.
    pub date: Day,
    /// Where they came from, each once, as in a `Figure`.
    pub sources: Vec<String>,
    /// How many posts or days they are made of, where that is meant.
    pub n: Option<u32>,
    /// What the values are parts of or measured against: "followers".
    pub basis: String,
    /// Format of the posts they are of, in words, for one: "Reel".
    pub format_text: Option<String>,
    /// The time they cover; `None` for a state at a moment.
    pub window: Option<Window>,
}

/// One value of a [`Series`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// What it is of: "Spain", "Mar 2026", "25 to 34".
    pub label: String,
    /// The same in little space: "25–34".
    pub short_label: String,
    /// For machines: `ES`, `2026-03-31`, `25-34`.
    pub key: String,
    /// For drawing.
    pub value: f64,
    /// For reading: "31%".
    pub text: String,
    /// For reading where the unit is said already: "31".
    pub number: String,
}

/// Ages by gender: women and men for each band.
#[derive(Clone, Debug, Serialize)]
pub struct Pyramid {
    /// Its name: `instagram.followers_share.age.gender`.
    pub id: String,
    /// What it shows: "Age and gender, % of followers on Instagram".
    pub title: String,
    /// The left side, with its total: "Women 58%".
    pub left: String,
    /// The right side, with its total: "Men 40%".
    pub right: String,
    /// The bands, youngest first.
    pub bands: Vec<PyramidBand>,
    /// Where the rest went: "2% gave no or another gender".
    pub rest: Option<String>,
    /// The time they cover; `None` for a state at a moment.
    pub window: Option<Window>,
    /// Day of the values.
    pub date: Day,
    /// Where they came from, each once, as in a `Figure`.
    pub sources: Vec<String>,
}

/// One band of a [`Pyramid`].
#[derive(Clone, Debug, Serialize)]
pub struct PyramidBand {
    /// "25 to 34"
    pub label: String,
    /// "25–34"
    pub short_label: String,
    /// Women; `None` is unknown.
    pub left: Option<Point>,
    /// Men; `None` is unknown.
    pub right: Option<Point>,
}

/// Growth between two dates.
#[derive(Clone, Debug, Serialize)]
pub struct Growth {
    /// "+4.8%"
    pub text: String,
    /// "between 1 Aug and 31 Oct 2026"
    pub between: String,
    /// "+1.6% in 30 days", compound.
    pub monthly: String,
    /// The figure behind it, in percent of the first value.
    pub figure: Figure,
}
