//! Numbers that were typed or exported for an account as a whole.

use super::figures::{Maker, Parts};
use super::posts::days_between;
use super::view::{Figure, Window};
use crate::kit::{Average, Base, Choice, Exact, Metric, MetricKind, Period, PostFormat, Row};
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
            let name = tongue.metric(metric.name(), self.holder.platform(), false);
            let missing = (counted.len() < DAYS as usize).then(|| {
                let days = [
                    ("days", &*tongue.whole(counted.len() as u64)),
                    ("all", &*tongue.whole(DAYS as u64)),
                ];
                tongue.say("days-counted", &days)
            });
            let more = [Some(window.text.as_str()), missing.as_deref()];
            let mut figure = tongue.figure(Parts {
                id: self.id(&format!("{metric}.{DAYS}d")),
                metric: metric.name(),
                labels: self.labels(&name, &more),
                value: &sum,
                unit: metric.unit(),
                date: to,
                method: tongue.say("made-flow-sum", &[("window", &window.text)]),
                sources: counted
                    .iter()
                    .map(|row| row.source.as_deref().unwrap_or("hand"))
                    .collect(),
            });
            figure.window = Some(window);
            figures.push(figure);
        }
        figures
    }
}
