//! What a usual post gets: medians and rates over the posts that count.

use super::figures::{BASES, Maker, PLACES, Parts, TYPICAL};
use super::posts::{Selection, TOO_FEW, select};
use super::stats::{Spread, spread};
use super::view::{Figure, Middle};
use crate::kit::{Base, Choice, Exact, Metric, PostFormat, Unit, decimal_text};
use jiff::civil::Date;
use std::collections::BTreeSet;

impl<'k> Maker<'_, 'k> {
    /// The posts that count of each format, the format with most posts first.
    pub(super) fn selections(&self, window_days: u32) -> Vec<Selection<'_, 'k>> {
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

    /// Medians and rates of the posts of one format.
    pub(super) fn of_posts(
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
            return;
        }
        let before = made.len();
        for metric in TYPICAL.iter().filter_map(|name| Metric::parse(name)) {
            let (days, values): (Vec<Date>, Vec<Exact>) =
                selection.values(&metric).into_iter().unzip();
            if let Some(spread) = spread(values).filter(|_| days.len() >= TOO_FEW) {
                let (median, quarters) = self.median(selection, &metric, &spread, &days);
                made.push(median);
                quiet.extend(quarters);
            }
        }
        for base in BASES {
            let rates = selection.engagement(base, self.holder).into_iter();
            let (days, rates): (Vec<Date>, Vec<Exact>) = rates.unzip();
            if let Some(spread) = spread(rates).filter(|_| days.len() >= TOO_FEW) {
                made.push(self.engagement(selection, base, &spread, &days));
            }
        }
        if made.len() == before {
            return;
        }
        if selection.latest {
            let window = tongue
                .locale
                .span(tongue.words, selection.window_from, selection.to);
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
        days: &[Date],
    ) -> (Figure, [Figure; 2]) {
        let tongue = self.tongue;
        let name = tongue.metric(metric.name(), self.holder.platform(), true);
        let posts = tongue.posts(days.len());
        let labels = self.post_labels("label-median", &name, selection.format, &posts);
        let (from, to) = selection.span(days);
        let window = tongue.window(from, to);
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
            posts: Some(days.len() as u32),
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
        let values = match unit {
            Unit::Percent => [].as_slice(),
            _ => &spread.values,
        };
        Middle {
            text: self
                .tongue
                .say("middle-text", &[("low", &low), ("high", &high)]),
            low,
            high,
            low_value: decimal_text(&spread.p25, PLACES),
            high_value: decimal_text(&spread.p75, PLACES),
            values: values
                .iter()
                .map(|value| decimal_text(value, PLACES))
                .collect(),
            most: values.last().map(|most| self.tongue.value(most, unit).0),
        }
    }

    fn engagement(
        &self,
        selection: &Selection<'_, '_>,
        base: Base,
        spread: &Spread,
        days: &[Date],
    ) -> Figure {
        let tongue = self.tongue;
        let word = base.word();
        let (from, to) = selection.span(days);
        let window = tongue.window(from, to);
        let posts = tongue.posts(days.len());
        let metric = format!("engagement_by_{word}");
        Figure {
            base: Some(word),
            base_text: Some(tongue.say(&format!("base-{word}"), &[])),
            format: Some(selection.format.word()),
            format_text: Some(tongue.formats(selection.format, false)),
            posts: Some(days.len() as u32),
            middle: Some(self.middle(spread, Unit::Percent)),
            window: Some(window.clone()),
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
    }
}
