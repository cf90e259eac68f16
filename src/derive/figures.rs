//! An account's rows and posts to its figures, each with its provenance.

use super::accounts::Holder;
use super::posts::{Selection, TOO_FEW, days_between, select};
use super::stats::{Spread, growth, growth_in_30_days, spread};
use super::tongue::Tongue;
use super::view::{Figure, Growth, Middle, Window};
use crate::kit::{
    Average, Base, Choice, Exact, Metric, MetricKind, Period, PostFormat, Row, Unit, decimal_text,
};
use jiff::civil::Date;
use num_rational::BigRational;
use std::collections::{BTreeMap, BTreeSet};

/// Decimal places of an exact value in data.
const PLACES: u32 = 12;
/// Metrics of posts of which a median is given, the most telling first.
const TYPICAL: &[&str] = &[
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
const BASES: [Base; 3] = [Base::Reach, Base::Views, Base::Followers];

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

struct Maker<'m, 'k> {
    holder: &'m Holder<'k>,
    tongue: &'m Tongue<'m>,
}

impl<'k> Maker<'_, 'k> {
    /// The posts that count of each format, the format with most posts first.
    fn selections(&self, window_days: u32) -> Vec<Selection<'_, 'k>> {
        let formats: BTreeSet<PostFormat> = self
            .holder
            .posts
            .iter()
            .filter_map(|post| post.format)
            .collect();
        let chosen = |format| select(&self.holder.posts, format, window_days);
        let mut selections: Vec<_> = formats.into_iter().filter_map(chosen).collect();
        selections.sort_by_key(|selection| std::cmp::Reverse(selection.posts.len()));
        selections
    }

    fn id(&self, rest: &str) -> String {
        let joint = if self.holder.name.handle.is_some() {
            '/'
        } else {
            '.'
        };
        format!("{}{joint}{rest}", self.holder.name)
    }

    /// Medians and rates of the posts of one format.
    fn of_posts(
        &self,
        selection: &Selection<'_, '_>,
        made: &mut Vec<Figure>,
        quiet: &mut Vec<Figure>,
        notes: &mut Vec<String>,
    ) {
        let tongue = self.tongue;
        let formats = tongue.formats(selection.format, false);
        let note = |text: String| tongue.say("note-of", &[("account", &formats), ("note", &text)]);
        if selection.posts.len() < TOO_FEW {
            notes.push(tongue.say("note-too-few", &[("formats", &formats)]));
            return;
        }
        let before = made.len();
        for metric in TYPICAL.iter().filter_map(|name| Metric::parse(name)) {
            let values = selection.values(&metric);
            let n = values.len();
            if let Some(spread) = spread(values).filter(|_| n >= TOO_FEW) {
                let (median, quarters) = self.median(selection, &metric, &spread, n);
                made.push(median);
                quiet.extend(quarters);
            }
        }
        for base in BASES {
            let rates = selection.engagement(base, self.holder);
            let n = rates.len();
            if let Some(spread) = spread(rates).filter(|_| n >= TOO_FEW) {
                made.push(self.engagement(selection, base, &spread, n));
            }
        }
        if made.len() == before {
            return;
        }
        if selection.latest {
            let window = tongue
                .locale
                .span(tongue.words, selection.from, selection.to);
            let posts = tongue.posts(selection.posts.len());
            let args = [
                ("formats", &*formats),
                ("window", &*window),
                ("posts", &*posts),
            ];
            notes.push(tongue.say("note-latest", &args));
        }
        for (paid, count) in &selection.helped {
            notes.push(note(tongue.helped(*paid, *count)));
        }
        if selection.young > 0 {
            notes.push(note(tongue.count(
                "left-out-young",
                selection.young.into(),
                &[],
            )));
        }
    }

    fn median(
        &self,
        selection: &Selection<'_, '_>,
        metric: &Metric,
        spread: &Spread,
        n: usize,
    ) -> (Figure, [Figure; 2]) {
        let tongue = self.tongue;
        let name = tongue.metric(metric.name(), self.holder.platform(), true);
        let posts = tongue.posts(n);
        let labels = self.post_labels("label-median", &name, selection.format, &posts);
        let window = tongue.window(selection.from, selection.to);
        let id = self.id(&format!("{}.{metric}", selection.format.word()));
        let sentence = if selection.latest {
            "made-median-latest"
        } else {
            "made-median"
        };
        let of = |part: &str, labels: (String, String), sentence: &str, value: &Exact| Figure {
            format: Some(selection.format.word()),
            format_text: Some(tongue.formats(selection.format, false)),
            window: Some(window.clone()),
            posts: Some(n as u32),
            ..tongue.figure(Parts {
                id: format!("{id}.{part}"),
                metric: metric.name(),
                labels,
                value,
                unit: metric.unit(),
                date: selection.to,
                method: tongue.say(sentence, &[("posts", &posts), ("window", &window.text)]),
                sources: selection.sources(),
            })
        };
        let quarter = |key: &str| {
            let metric = |text: &String| tongue.say(key, &[("metric", text)]);
            (metric(&labels.0), metric(&labels.1))
        };
        let low = of(
            "p25",
            quarter("label-lower-quarter"),
            "made-lower-quarter",
            &spread.p25,
        );
        let high = of(
            "p75",
            quarter("label-upper-quarter"),
            "made-upper-quarter",
            &spread.p75,
        );
        let mut median = of("median", labels, sentence, &spread.median);
        median.middle = Some(self.middle(spread, metric.unit()));
        (median, [low, high])
    }

    fn middle(&self, spread: &Spread, unit: Unit) -> Middle {
        let (low, _) = self.tongue.value(&spread.p25, unit);
        let (high, _) = self.tongue.value(&spread.p75, unit);
        Middle {
            text: self
                .tongue
                .say("middle-text", &[("low", &low), ("high", &high)]),
            low,
            high,
            low_value: decimal_text(&spread.p25, PLACES),
            high_value: decimal_text(&spread.p75, PLACES),
        }
    }

    fn engagement(
        &self,
        selection: &Selection<'_, '_>,
        base: Base,
        spread: &Spread,
        n: usize,
    ) -> Figure {
        let tongue = self.tongue;
        let word = base.word();
        let window = tongue.window(selection.from, selection.to);
        let posts = tongue.posts(n);
        let metric = format!("engagement_by_{word}");
        Figure {
            base: Some(word),
            base_text: Some(tongue.say(&format!("base-{word}"), &[])),
            format: Some(selection.format.word()),
            format_text: Some(tongue.formats(selection.format, false)),
            posts: Some(n as u32),
            middle: Some(self.middle(spread, Unit::Percent)),
            ..tongue.figure(Parts {
                id: self.id(&format!("{}.{metric}", selection.format.word())),
                metric: &metric,
                labels: self.rate_labels(
                    &format!("engagement-by-{word}"),
                    selection.format,
                    Some(&posts),
                ),
                value: &spread.median,
                unit: Unit::Percent,
                date: selection.to,
                method: tongue.say(
                    &format!("made-engagement-{word}"),
                    &[("posts", &posts), ("window", &window.text)],
                ),
                sources: selection.sources(),
            })
        }
        .with_window(window)
    }

    /// "Median views, Instagram Reels, 24 posts", whole and beside the account.
    fn post_labels(
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
        (
            label(&self.account_formats(format)),
            label(&self.tongue.formats(format, true)),
        )
    }

    /// "Engagement by reach, Instagram Reels, 24 posts", whole and beside the account.
    fn rate_labels(&self, key: &str, format: PostFormat, posts: Option<&str>) -> (String, String) {
        let engagement = self.tongue.say(key, &[]);
        let label = |formats: &str| {
            let args = [("engagement", &*engagement), ("formats", formats)];
            let label = self.tongue.say("label-engagement", &args);
            match posts {
                Some(posts) => self.more(&label, posts),
                None => label,
            }
        };
        (
            label(&self.account_formats(format)),
            label(&self.tongue.formats(format, true)),
        )
    }

    /// "Instagram Reels"
    fn account_formats(&self, format: PostFormat) -> String {
        let tongue = self.tongue;
        let platform = tongue.account(self.holder);
        let formats = tongue.formats(format, true);
        tongue.say(
            "platform-formats",
            &[("platform", &platform), ("formats", &formats)],
        )
    }

    fn more(&self, label: &str, more: &str) -> String {
        self.tongue
            .say("label-more", &[("label", label), ("more", more)])
    }

    /// The newest of each number that is typed or exported for the account as a whole.
    fn of_rows(&self) -> Vec<Figure> {
        type Key<'r> = (&'r Metric, Option<PostFormat>, Option<Base>, Option<Period>);
        let mut newest: BTreeMap<Key<'_>, &Row> = BTreeMap::new();
        for row in &self.holder.rows {
            let whole = row.paid.is_none()
                && row.segment.is_none()
                && row.age.is_none()
                && row.gender.is_none()
                && row.country.is_none()
                && row.city.is_none()
                && row.metric.kind() != MetricKind::Share;
            let daily = row.period == Some(Period::Days(1));
            if !whole || daily {
                continue;
            }
            let entry = newest.entry((&row.metric, row.format, row.base, row.period));
            let known = entry.or_insert(row);
            if row.date > known.date {
                *known = row;
            }
        }
        let mut figures: Vec<Figure> = newest.values().map(|row| self.of_row(row)).collect();
        figures.extend(self.of_days());
        let mut ids = BTreeSet::new();
        figures.sort_by_key(|figure| std::cmp::Reverse(figure.date.iso.clone()));
        figures.retain(|figure| ids.insert(figure.id.clone()));
        figures
    }

    fn of_row(&self, row: &Row) -> Figure {
        let tongue = self.tongue;
        let (average, counted) = match row.metric.averaged() {
            Some((average, counted)) => (Some(average), counted),
            None => (None, row.metric.clone()),
        };
        let engagement = row.metric.name() == "engagement_rate";
        let name = match (row.base, average) {
            (Some(base), _) if engagement && base != Base::Unknown => {
                format!("engagement_by_{}", base.word())
            }
            (_, Some(Average::Median)) => format!("{counted}.median"),
            _ => row.metric.name().to_string(),
        };
        let period = row.period.filter(|_| {
            matches!(
                row.metric.kind(),
                MetricKind::Flow | MetricKind::Unique | MetricKind::Free
            )
        });
        let name = match row.format {
            Some(format) => format!("{}.{name}", format.word()),
            None => name,
        };
        let name = match period {
            Some(Period::Days(days)) => format!("{name}.{days}d"),
            Some(Period::Month) => format!("{name}.month"),
            Some(Period::Year) => format!("{name}.year"),
            Some(Period::Lifetime) | None => name,
        };
        let posts = row.n.map(|n| tongue.posts(n as usize));
        let window = row.period.map(|period| tongue.period(period, row.date));
        let source = row.source.as_deref().unwrap_or("hand");
        let mut figure = tongue.figure(Parts {
            id: self.id(&name),
            metric: counted.name(),
            labels: self.row_labels(row, average, &counted, posts.as_deref(), window.as_ref()),
            value: &row.value.value.number,
            unit: row.metric.unit(),
            date: row.date,
            method: self.row_method(row, average, source, posts.as_deref()),
            sources: BTreeSet::from([source]),
        });
        figure.floor = row.value.value.floor;
        if engagement {
            let base = row.base.unwrap_or(Base::Unknown);
            figure.metric = match base {
                Base::Unknown => "engagement_rate".to_string(),
                _ => format!("engagement_by_{}", base.word()),
            };
            figure.base = Some(base.word());
            figure.base_text = Some(tongue.say(&format!("base-{}", base.word()), &[]));
        }
        figure.format = row.format.map(Choice::word);
        figure.format_text = row.format.map(|format| tongue.formats(format, false));
        figure.posts = row.n;
        figure.window = window;
        figure
    }

    fn row_labels(
        &self,
        row: &Row,
        average: Option<Average>,
        counted: &Metric,
        posts: Option<&str>,
        window: Option<&Window>,
    ) -> (String, String) {
        let tongue = self.tongue;
        let platform = self.holder.platform();
        if let Some(average) = average {
            let key = match average {
                Average::Median => "label-median",
                Average::Mean => "label-mean",
            };
            let name = tongue.metric(counted.name(), platform, true);
            if let (Some(format), Some(posts)) = (row.format, posts) {
                return self.post_labels(key, &name, format, posts);
            }
            let alone = tongue.say(&format!("{key}-alone"), &[("metric", &name)]);
            return self.completed(alone, row.format, posts);
        }
        if row.metric.name() == "engagement_rate" {
            let key = match row.base.unwrap_or(Base::Unknown) {
                Base::Unknown => "engagement-base-unknown".to_string(),
                base => format!("engagement-by-{}", base.word()),
            };
            return match row.format {
                Some(format) => self.rate_labels(&key, format, posts),
                None => self.completed(tongue.say(&key, &[]), None, posts),
            };
        }
        if row.metric.name() == "followers" && row.format.is_none() {
            let plain = "label-followers".to_string();
            let key = tongue.first_key(&[format!("{plain}-{}", platform.id()), plain]);
            let whole = tongue.say(&key, &[("platform", &tongue.account(self.holder))]);
            return (whole, tongue.metric("followers", platform, false));
        }
        let mut label = tongue.metric(counted.name(), platform, false);
        if let Some(window) = window.filter(|_| row.period != Some(Period::Lifetime)) {
            label = tongue.say(
                "label-window",
                &[("metric", &label), ("window", &window.text)],
            );
        }
        self.completed(label, row.format, posts)
    }

    /// A label with what there is to add of format, posts and account.
    fn completed(
        &self,
        label: String,
        format: Option<PostFormat>,
        posts: Option<&str>,
    ) -> (String, String) {
        let tongue = self.tongue;
        let mut short = label;
        if let Some(format) = format {
            short = self.more(&short, &tongue.formats(format, true));
        }
        if let Some(posts) = posts {
            short = self.more(&short, posts);
        }
        let platform = tongue.account(self.holder);
        (
            tongue.say("label-on", &[("metric", &short), ("platform", &platform)]),
            short,
        )
    }

    fn row_method(
        &self,
        row: &Row,
        average: Option<Average>,
        source: &str,
        posts: Option<&str>,
    ) -> String {
        let tongue = self.tongue;
        let base = row
            .base
            .map(|base| tongue.say(&format!("base-{}", base.word()), &[]));
        match (average, base, posts) {
            _ if row.value.value.floor => tongue.say("made-floor", &[]),
            (Some(Average::Mean), _, Some(posts)) => {
                tongue.say("made-typed-average", &[("posts", posts)])
            }
            (Some(Average::Median), _, Some(posts)) => {
                tongue.say("made-typed-median", &[("posts", posts)])
            }
            (None, Some(base), Some(posts)) => tongue.say(
                "made-typed-rate-posts",
                &[("posts", posts), ("base", &base)],
            ),
            (None, Some(base), None) => tongue.say("made-typed-rate", &[("base", &base)]),
            _ if source == "hand" => tongue.say("made-typed", &[]),
            _ => tongue.say("made-export", &[]),
        }
    }

    /// What happened day by day, added up over the last 28 days. Days without a row are counted
    /// out loud, not filled in.
    fn of_days(&self) -> Vec<Figure> {
        const DAYS: i32 = 28;
        let mut by_metric: BTreeMap<&Metric, Vec<&Row>> = BTreeMap::new();
        for row in &self.holder.rows {
            let daily = row.period == Some(Period::Days(1)) && row.format.is_none();
            let plain = row.paid.is_none() && !row.value.value.floor && row.segment.is_none();
            if daily && plain && row.metric.kind() == MetricKind::Flow {
                by_metric.entry(&row.metric).or_default().push(row);
            }
        }
        let tongue = self.tongue;
        let mut figures = Vec::new();
        for (metric, rows) in by_metric {
            let Some(to) = rows.iter().map(|row| row.date).max() else {
                continue;
            };
            let counted: Vec<&&Row> = rows
                .iter()
                .filter(|row| days_between(row.date, to) < DAYS)
                .collect();
            let sum: Exact = counted.iter().map(|row| &row.value.value.number).sum();
            let window = tongue.period(Period::Days(DAYS as u32), to);
            let label = tongue.metric(metric.name(), self.holder.platform(), false);
            let mut label = tongue.say(
                "label-window",
                &[("metric", &label), ("window", &window.text)],
            );
            if counted.len() < DAYS as usize {
                let days = [
                    ("days", &*tongue.whole(counted.len() as u64)),
                    ("all", &*tongue.whole(DAYS as u64)),
                ];
                label = self.more(&label, &tongue.say("days-counted", &days));
            }
            let figure = tongue.figure(Parts {
                id: self.id(&format!("{metric}.{DAYS}d")),
                metric: metric.name(),
                labels: self.completed(label, None, None),
                value: &sum,
                unit: metric.unit(),
                date: to,
                method: tongue.say("made-flow-sum", &[("window", &window.text)]),
                sources: counted
                    .iter()
                    .map(|row| row.source.as_deref().unwrap_or("hand"))
                    .collect(),
            });
            figures.push(figure.with_window(window));
        }
        figures
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

    /// Growth from the oldest count of the last year to the newest, when they are at least four
    /// weeks apart.
    fn growth(&self) -> Option<Growth> {
        let tongue = self.tongue;
        let (last_date, last) = self.holder.followers.last()?;
        let within = |date: Date| (28..=366).contains(&days_between(date, *last_date));
        let (first_date, first) = self
            .holder
            .followers
            .iter()
            .find(|(date, _)| within(*date))?;
        let (from, to) = (&first.value.value.number, &last.value.value.number);
        let change: BigRational = growth(from, to)?;
        let days = u32::try_from(days_between(*first_date, *last_date)).ok()?;
        let monthly = growth_in_30_days(from, to, days)?;
        let monthly = BigRational::from_float(monthly)?;
        let between = tongue.locale.between(tongue.words, *first_date, *last_date);
        let metric = tongue.metric("followers", self.holder.platform(), false);
        let label = self.more(&metric, &between);
        let sources = [first, last].map(|row| row.source.as_deref().unwrap_or("hand"));
        let mut figure = tongue.figure(Parts {
            id: self.id("followers_growth"),
            metric: "followers_growth",
            labels: self.completed(label, None, None),
            value: &change,
            unit: Unit::Percent,
            date: *last_date,
            method: tongue.say("made-growth", &[("between", &between)]),
            sources: BTreeSet::from(sources),
        });
        figure.text = tongue.locale.signed_percent(&change, 1);
        figure.short = figure.text.clone();
        figure.window = Some(tongue.window(*first_date, *last_date));
        Some(Growth {
            text: figure.text.clone(),
            monthly: tongue.say(
                "growth-monthly",
                &[("growth", &tongue.locale.signed_percent(&monthly, 1))],
            ),
            between,
            figure,
        })
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

impl Figure {
    fn with_window(mut self, window: Window) -> Figure {
        self.window = Some(window);
        self
    }
}
