//! Two values to a hollow and a filled mark on a logarithmic scale, tied together.
//!
//! All rows of a table share one scale, and lines at 1, 2 and 5 of each power of ten say that it
//! is not a plain one. A row without values is the axis: the powers of ten in words.

use super::Series;
use super::lettering::{Anchor, Words};
use super::svg::{Paint, Svg};
use super::text::about;

/// Height of a row, in the size of labels.
const ROW: f64 = 5.6;

/// Height of the axis, in the size of labels.
const AXIS: f64 = 1.7;

/// Radius of a mark, in the size of labels.
const RADIUS: f64 = 0.5;

/// Distance from a mark to its value, in the size of labels.
const GAP: f64 = 1.5;

/// The most powers of ten with lines between them.
const MOST: f64 = 12.0;

/// Room for a value beside the outermost marks, as a share of the width.
const MARGIN: f64 = 0.11;

/// The width a fluid chart must still be readable at, in px: that of a page of 320 px.
const NARROWEST: f64 = 280.0;

/// A stretch of powers of ten.
struct Powers {
    low: f64,
    high: f64,
}

impl Powers {
    /// From the smallest value to the largest; at least a power wide.
    fn spanning(values: impl Iterator<Item = f64>) -> Option<Powers> {
        let logs = values.filter(|value| *value > 0.0).map(f64::log10);
        let (low, high) = logs.fold(None, |ends: Option<(f64, f64)>, log| {
            let (low, high) = ends.unwrap_or((log, log));
            Some((low.min(log), high.max(log)))
        })?;
        let short = (1.0 - (high - low)).max(0.0) / 2.0;
        Some(Powers {
            low: low - short,
            high: high + short,
        })
    }

    /// Where a value is, as a share of the width.
    fn place(&self, value: f64) -> f64 {
        let share = (value.log10() - self.low) / (self.high - self.low);
        MARGIN + (1.0 - 2.0 * MARGIN) * share
    }

    /// 1, 2 and 5 of each power of ten in sight; nothing where these are too many to be told apart.
    fn steps(&self) -> impl Iterator<Item = f64> + '_ {
        let told_apart = self.high - self.low <= MOST;
        let powers = self.low.floor() as i32 - 1..=self.high.ceil() as i32;
        let powers = powers.filter(move |_| told_apart);
        let steps = powers.flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power)));
        steps.filter(|step| (0.0..=1.0).contains(&self.place(*step)))
    }
}

pub(super) fn draw(row: &Series, others: &[Series], mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let all = others.first().unwrap_or(row);
    let values = row.points.iter().chain(&all.points);
    let powers = Powers::spanning(values.filter_map(|point| point.known()))?;
    let width = svg.height().map_or(NARROWEST, |_| svg.width());
    if row.points.is_empty() {
        let height = svg.height().unwrap_or(AXIS * em);
        let ticks = others.get(1).map_or(&[][..], |ticks| &ticks.points);
        let placed = ticks.iter().filter_map(|point| {
            let value = point.known().filter(|value| *value > 0.0)?;
            Some((powers.place(value), point.text.as_str()))
        });
        let shown: Vec<_> = placed.filter(|(x, _)| (0.03..=0.97).contains(x)).collect();
        let widest = shown.iter().map(|(_, text)| svg.measure(text));
        let widest = widest.fold(0.0, f64::max) + 0.5 * em;
        let apart = shown.windows(2).map(|pair| (pair[1].0 - pair[0].0) * width);
        let every = (widest / apart.fold(f64::INFINITY, f64::min)).ceil();
        for (x, text) in shown.iter().step_by(every.max(1.0) as usize) {
            let y = height / 2.0;
            svg.words(&Words::at(*x, y, Anchor::Middle, "scale", text));
        }
        return Some(svg.finish(height));
    }

    let height = svg.height().unwrap_or(ROW * em);
    let middle = height / 2.0;
    for step in powers.steps() {
        svg.upright(powers.place(step), (0.0, None), "grid");
    }
    let place = |index: usize| {
        let point = row.points.get(index)?;
        let value = point.known().filter(|value| *value > 0.0)?;
        Some((powers.place(value), point))
    };
    let (ring, disc) = (place(0), place(1));
    if let (Some((from, _)), Some((to, _))) = (ring, disc) {
        svg.level((from.min(to), from.max(to)), middle, "line");
    }
    if let Some((x, point)) = ring {
        svg.ring((x, middle), (RADIUS - 0.08) * em, "ring first", Paint::Text);
        let (at, anchor) = about(x, svg.measure(&point.text) / width);
        svg.words(&Words {
            bold: true,
            ..Words::at(at, middle - GAP * em, anchor, "value first", &point.text)
        });
    }
    if let Some((x, point)) = disc {
        svg.disc((x, middle), RADIUS * em, "disc second", Paint::Accent);
        let (at, anchor) = about(x, svg.measure(&point.text) / width);
        svg.words(&Words {
            bold: true,
            paint: Paint::AccentText,
            ..Words::at(at, middle + GAP * em, anchor, "value second", &point.text)
        });
    }
    Some(svg.finish(height))
}

#[cfg(test)]
mod tests {
    use super::Powers;
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn rows_and_the_axis() {
        let all = series(&[point("", 1000.0), point("", 100.0), point("", 10.0)]);
        let ticks = series(&[point("", 10.0), point("", 100.0), point("", 1000.0)]);
        let row = series(&[point("", 1000.0), point("", 100.0)]);
        check(
            Chart::Dumbbell,
            &[row, all.clone(), ticks.clone()],
            Frame::Fluid,
            r#"
<line x1="11%" y1="0" x2="11%" y2="100%" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="22.74%" y1="0" x2="22.74%" y2="100%" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="38.26%" y1="0" x2="38.26%" y2="100%" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="50%" y1="0" x2="50%" y2="100%" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="61.74%" y1="0" x2="61.74%" y2="100%" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="77.26%" y1="0" x2="77.26%" y2="100%" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="89%" y1="0" x2="89%" y2="100%" stroke-width="1" class="grid" stroke="currentColor"/>
<line x1="50%" y1="42" x2="89%" y2="42" stroke-width="1.5" class="line" stroke="currentColor"/>
<circle cx="89%" cy="42" r="6.3" fill="none" stroke-width="2.4" class="ring first" stroke="currentColor"/>
<text x="89%" y="19.5" dy=".35em" text-anchor="middle" font-weight="600" class="value first">1000</text>
<circle cx="50%" cy="42" r="7.5" class="disc second"/>
<text x="50%" y="64.5" dy=".35em" text-anchor="middle" font-weight="600" class="value second">100</text>
"#,
        );
        check(
            Chart::Dumbbell,
            &[series(&[]), all, ticks],
            Frame::Fluid,
            r#"
<text x="11%" y="12.75" dy=".35em" text-anchor="middle" class="scale">10</text>
<text x="50%" y="12.75" dy=".35em" text-anchor="middle" class="scale">100</text>
<text x="89%" y="12.75" dy=".35em" text-anchor="middle" class="scale">1000</text>
"#,
        );
    }

    #[test]
    fn one_value_stands_in_the_middle() {
        let powers = Powers::spanning([500.0].into_iter()).expect("a value");
        assert!((powers.place(500.0) - 0.5).abs() < 1e-9);
        assert!(Powers::spanning([0.0, -1.0].into_iter()).is_none());
    }
}
