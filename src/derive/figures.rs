//! An account's rows and posts to its figures, each with its provenance.

use super::accounts::Holder;
use super::tongue::Tongue;
use super::view::{Figure, Growth};
use crate::kit::{Base, Choice, Exact, PostFormat, Row, Unit, decimal_text};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Decimal places of an exact value in data.
pub(super) const PLACES: u32 = 12;
/// Metrics of posts of which a median is given, the most telling first.
pub(super) const TYPICAL: &[&str] = &[
    "views",
    "viewers",
    "listeners",
    "downloads",
    "streams",
    "live_views",
    "impressions",
    "reach",
];
/// Bases of engagement, the one that says most first.
pub(super) const BASES: [Base; 3] = [Base::Reach, Base::Views, Base::Followers];

/// Everything that is known of one account, as figures.
#[derive(Debug, Default)]
pub struct AccountFigures {
    /// Followers, newest.
    pub followers: Option<Figure>,
    /// Growth over at most a year.
    pub growth: Option<Growth>,
    /// The main format's typical views, or what comes nearest.
    pub views: Option<Figure>,
    /// The main format's rate.
    pub rate: Option<Figure>,
    /// Everything else.
    pub others: Vec<Figure>,
    /// Figures that can be named but have no place of their own: quarters.
    pub quiet: Vec<Figure>,
    /// What was left out, and why.
    pub notes: Vec<String>,
}

/// What a figure is made of.
pub struct Parts<'p> {
    /// Its name.
    pub id: String,
    /// What is counted.
    pub metric: &'p str,
    /// What it is, whole and beside its account.
    pub labels: (String, String),
    /// The value.
    pub value: &'p Exact,
    /// What the value counts.
    pub unit: Unit,
    /// The day it is of.
    pub date: Date,
    /// How it was made.
    pub method: String,
    /// Where it came from.
    pub sources: BTreeSet<&'p str>,
}

impl Tongue<'_> {
    /// A figure of no base, no format, no window and no posts; the caller adds what there is.
    pub fn figure(&self, parts: Parts<'_>) -> Figure {
        let (text, short) = self.value(parts.value, parts.unit);
        Figure {
            id: parts.id,
            metric: parts.metric.to_string(),
            label: parts.labels.0,
            short_label: parts.labels.1,
            text,
            short,
            value: decimal_text(parts.value, PLACES),
            unit: match parts.unit {
                Unit::Count => "count",
                Unit::Percent => "percent",
                Unit::Seconds => "seconds",
                Unit::Hours => "hours",
            },
            floor: false,
            base: None,
            base_text: None,
            format: None,
            format_text: None,
            window: None,
            posts: None,
            middle: None,
            date: self.day(parts.date),
            freshness: self.freshness(parts.date),
            sources: parts.sources.into_iter().map(str::to_string).collect(),
            method: parts.method,
        }
    }
}

/// Makes the figures of one account.
pub fn account_figures(
    holder: &Holder<'_>,
    tongue: &Tongue<'_>,
    window_days: u32,
) -> AccountFigures {
    let maker = Maker { holder, tongue };
    let mut made: Vec<Figure> = Vec::new();
    let mut quiet: Vec<Figure> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    for selection in maker.selections(window_days) {
        maker.of_posts(&selection, &mut made, &mut quiet, &mut notes);
    }
    for figure in maker.of_rows() {
        if made.iter().all(|known| known.id != figure.id) {
            made.push(figure);
        }
    }
    let views = maker.main_views(&made).map(|index| made.remove(index));
    let rate = maker
        .main_rate(&made, views.as_ref())
        .map(|index| made.remove(index));
    let followers = made
        .iter()
        .position(|f| f.metric == "followers" && f.format.is_none());
    AccountFigures {
        followers: followers.map(|index| made.remove(index)),
        growth: maker.growth(),
        views,
        rate,
        others: made,
        quiet,
        notes,
    }
}

pub(super) struct Maker<'m, 'k> {
    pub holder: &'m Holder<'k>,
    pub tongue: &'m Tongue<'m>,
}

impl Maker<'_, '_> {
    pub(super) fn id(&self, rest: &str) -> String {
        let joint = if self.holder.name.handle.is_some() {
            '/'
        } else {
            '.'
        };
        format!("{}{joint}{rest}", self.holder.name)
    }

    /// Of the figures, the one that says what a usual post of the main format gets.
    fn main_views(&self, made: &[Figure]) -> Option<usize> {
        let rank = |figure: &Figure| {
            let typical = figure.id.ends_with(".median") || figure.id.contains("avg_");
            let metric = TYPICAL.iter().position(|name| *name == figure.metric)?;
            (typical && !figure.floor).then_some((metric, std::cmp::Reverse(figure.posts)))
        };
        let ranked = made
            .iter()
            .enumerate()
            .filter_map(|(at, figure)| Some((rank(figure)?, at)));
        ranked.min().map(|(_, at)| at)
    }

    /// Of the figures, the one that says how many act: of the main format's, on the base that
    /// says most; else another rate of the account.
    fn main_rate(&self, made: &[Figure], views: Option<&Figure>) -> Option<usize> {
        let bases = BASES.map(|base| Some(base.word()));
        let rank = |figure: &Figure| {
            if figure.floor {
                return None;
            }
            let main = views.is_some_and(|views| views.format == figure.format);
            let kind = if let Some(base) = bases
                .iter()
                .position(|base| *base == figure.base && figure.base.is_some())
            {
                base
            } else if figure.base.is_some() {
                9
            } else {
                match figure.metric.as_str() {
                    "open_rate" => 3,
                    "click_rate" => 4,
                    "ctr" => 5,
                    _ => return None,
                }
            };
            Some((kind == 9, !main, kind))
        };
        let ranked = made
            .iter()
            .enumerate()
            .filter_map(|(at, figure)| Some((rank(figure)?, at)));
        ranked.min().map(|(_, at)| at)
    }

    pub(super) fn more(&self, label: &str, more: &str) -> String {
        self.tongue
            .say("label-more", &[("label", label), ("more", more)])
    }

    /// The labels of `metric`, whole and beside the account, with what there is to add: a format,
    /// a window, a number of posts.
    pub(super) fn labels(&self, metric: &str, more: &[Option<&str>]) -> (String, String) {
        let platform = self.tongue.account(self.holder);
        let args = [("metric", metric), ("platform", &*platform)];
        let mut whole = self.tongue.say("label-on", &args);
        let mut short = metric.to_string();
        for more in more.iter().flatten() {
            whole = self.more(&whole, more);
            short = self.more(&short, more);
        }
        (whole, short)
    }

    /// "Instagram Reels"
    pub(super) fn account_formats(&self, format: PostFormat) -> String {
        let tongue = self.tongue;
        let platform = tongue.account(self.holder);
        let formats = tongue.formats(format, true);
        tongue.say(
            "platform-formats",
            &[("platform", &platform), ("formats", &formats)],
        )
    }

    /// "Median views, Instagram Reels, 24 posts", whole and beside the account.
    pub(super) fn post_labels(
        &self,
        key: &str,
        metric: &str,
        format: PostFormat,
        posts: &str,
    ) -> (String, String) {
        let label = |formats: &str| {
            let args = [("metric", metric), ("formats", formats), ("posts", posts)];
            self.tongue.say(key, &args)
        };
        if format == PostFormat::Post {
            // "Median views, posts, 26 posts" would say it twice.
            let alone = self
                .tongue
                .say(&format!("{key}-alone"), &[("metric", metric)]);
            return (
                label(&self.tongue.account(self.holder)),
                self.more(&alone, posts),
            );
        }
        (
            label(&self.account_formats(format)),
            label(&self.tongue.formats(format, true)),
        )
    }

    /// "Engagement by reach, Instagram Reels, 24 posts", whole and beside the account.
    pub(super) fn rate_labels(
        &self,
        key: &str,
        format: PostFormat,
        posts: Option<&str>,
    ) -> (String, String) {
        let engagement = self.tongue.say(key, &[]);
        let label = |formats: &str| {
            let args = [("engagement", &*engagement), ("formats", formats)];
            let label = self.tongue.say("label-engagement", &args);
            match posts {
                Some(posts) => self.more(&label, posts),
                None => label,
            }
        };
        if format == PostFormat::Post {
            let alone = posts.map_or(engagement.clone(), |posts| self.more(&engagement, posts));
            return (label(&self.tongue.account(self.holder)), alone);
        }
        (
            label(&self.account_formats(format)),
            label(&self.tongue.formats(format, true)),
        )
    }
}

/// Where the numbers of `rows` came from, each source once; without one they were typed.
pub fn sources_of<'k>(rows: impl IntoIterator<Item = &'k Row>) -> Vec<String> {
    let sources: BTreeSet<&str> = rows
        .into_iter()
        .map(|row| row.source.as_deref().unwrap_or("hand"))
        .collect();
    sources.into_iter().map(str::to_string).collect()
}
