//! Numbers that were typed or exported for an account as a whole.

use super::figures::{Maker, Parts};
use super::posts::days_between;
use super::view::{Figure, Window};
use crate::kit::{
    Average, Base, Choice, Exact, Metric, MetricKind, Period, PostFormat, Row, exact, sum,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

impl Maker<'_, '_> {
    /// The newest of each number that is typed or exported for the account as a whole.
    pub(super) fn of_rows(&self) -> Vec<Figure> {
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
        let posts = row.n.map(|n| tongue.posts_on(self.holder.platform(), n));
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
        let formats = row.format.map(|format| tongue.formats(format, true));
        let format = formats.as_deref();
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
            return self.labels(&alone, &[format, posts]);
        }
        if row.metric.name() == "engagement_rate" {
            let key = match row.base.unwrap_or(Base::Unknown) {
                Base::Unknown => "engagement-base-unknown".to_string(),
                base => format!("engagement-by-{}", base.word()),
            };
            return match row.format {
                Some(format) => self.rate_labels(&key, format, posts),
                None => self.labels(&tongue.say(&key, &[]), &[posts]),
            };
        }
        if row.metric.name() == "followers" && row.format.is_none() {
            let plain = "label-followers".to_string();
            let key = tongue.first_key(&[format!("{plain}-{}", platform.id()), plain]);
            let whole = tongue.say(&key, &[("platform", &tongue.account(self.holder))]);
            return (whole, tongue.metric("followers", platform, false));
        }
        let metric = tongue.metric(counted.name(), platform, false);
        let window = window.filter(|_| row.period != Some(Period::Lifetime));
        let window = window.map(|window| window.text.as_str());
        self.labels(&metric, &[format, window, posts])
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

    /// What is known day by day, over the last 28 days: what happened is added up; of different
    /// people, who may be the same ones every day, there is a mean and a best day.
    fn of_days(&self) -> Vec<Figure> {
        let mut by_metric: BTreeMap<&Metric, Vec<&Row>> = BTreeMap::new();
        let mut over_longer: BTreeSet<&Metric> = BTreeSet::new();
        for row in &self.holder.rows {
            if row.format.is_some() || row.paid.is_some() || row.segment.is_some() {
                continue;
            }
            if row.period != Some(Period::Days(1)) {
                over_longer.insert(&row.metric);
            } else if !row.value.value.floor {
                by_metric.entry(&row.metric).or_default().push(row);
            }
        }
        let mut figures = Vec::new();
        for (metric, mut rows) in by_metric {
            let Some(to) = rows.iter().map(|row| row.date).max() else {
                continue;
            };
            rows.retain(|row| days_between(row.date, to) < DAYS);
            let window = self.tongue.period(Period::Days(DAYS as u32), to);
            let days = Days {
                metric,
                rows,
                to,
                window,
            };
            match metric.kind() {
                MetricKind::Flow => figures.push(self.sum_of_days(&days)),
                MetricKind::Unique if !over_longer.contains(metric) => {
                    figures.push(self.mean_of_days(&days));
                    figures.extend(self.best_day(&days));
                }
                _ => {}
            }
        }
        figures
    }

    /// Days without a row are counted out loud, not filled in.
    fn sum_of_days(&self, days: &Days<'_>) -> Figure {
        let tongue = self.tongue;
        let missing = (days.rows.len() < DAYS as usize).then(|| {
            let counts = [
                ("days", &*tongue.whole(days.rows.len() as u64)),
                ("all", &*tongue.whole(DAYS as u64)),
            ];
            tongue.say("days-counted", &counts)
        });
        let more = [Some(days.window.text.as_str()), missing.as_deref()];
        let name = format!("{DAYS}d");
        self.figure_of_days(days, &name, &days.sum(), &more, "made-flow-sum")
    }

    fn mean_of_days(&self, days: &Days<'_>) -> Figure {
        let count = days.rows.len();
        let mean = days.sum() / exact(count as i64);
        let label = self.tongue.count("day-mean", count as u64, &[]);
        let more = [Some(label.as_str()), Some(days.window.text.as_str())];
        self.figure_of_days(days, "day_mean", &mean, &more, "made-day-mean")
    }

    fn best_day(&self, days: &Days<'_>) -> Option<Figure> {
        let most = days.rows.iter().map(|row| &row.value.value.number).max()?;
        let label = self.tongue.say("day-peak", &[]);
        let more = [Some(label.as_str()), Some(days.window.text.as_str())];
        Some(self.figure_of_days(days, "day_peak", most, &more, "made-day-peak"))
    }

    /// The figure `name` of `days`; `more` stands behind its label, and `made` is the key of how
    /// it was made.
    fn figure_of_days(
        &self,
        days: &Days<'_>,
        name: &str,
        value: &Exact,
        more: &[Option<&str>],
        made: &str,
    ) -> Figure {
        let (tongue, metric) = (self.tongue, days.metric);
        let label = tongue.metric(metric.name(), self.holder.platform(), false);
        let mut figure = tongue.figure(Parts {
            id: self.id(&format!("{metric}.{name}")),
            metric: metric.name(),
            labels: self.labels(&label, more),
            value,
            unit: metric.unit(),
            date: days.to,
            method: tongue.say(made, &[("window", &days.window.text)]),
            sources: days
                .rows
                .iter()
                .map(|row| row.source.as_deref().unwrap_or("hand"))
                .collect(),
        });
        figure.window = Some(days.window.clone());
        figure
    }
}

/// How many days figures of single days look back.
const DAYS: i32 = 28;

/// The rows of single days of one metric, over the last [`DAYS`].
struct Days<'r> {
    metric: &'r Metric,
    /// One at least.
    rows: Vec<&'r Row>,
    /// The newest of them.
    to: Date,
    window: Window,
}

impl Days<'_> {
    fn sum(&self) -> Exact {
        sum(self.rows.iter().map(|row| &row.value.value.number))
    }
}
