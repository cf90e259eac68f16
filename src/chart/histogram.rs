//! A series to columns that touch, before a scale from zero.

use super::Series;
use super::item::items;
use super::lettering::{Anchor, Words};
use super::svg::{Paint, Rect, Svg};
use super::text::{about, number};

/// Height of the scale where the chart may choose it, in the size of labels.
pub(super) const PLOT: f64 = 16.0;

/// Room above the scale for the value of a column that reaches its end, in the size of labels.
pub(super) const HEAD: f64 = 1.6;

/// Height of a line of labels at the foot, in the size of labels.
const LINE: f64 = 1.7;

/// Where the columns begin, as a share of the width: before them stands what the lines mean.
const START: f64 = 0.08;

/// The most lines a scale has.
const LINES: f64 = 5.0;

/// The width a fluid chart must still be readable at, in px: that of a page of 320 px.
const NARROWEST: f64 = 280.0;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let items = items(series, usize::MAX)?;
    let values = || items.iter().filter_map(|item| item.value);
    if values().any(|value| value < 0.0) {
        return None;
    }
    let step = step(values().fold(0.0, f64::max))?;
    let top = (values().fold(0.0, f64::max) / step).ceil().max(1.0) * step;

    let slot = (1.0 - START) / items.len() as f64;
    let width = svg.height().map_or(NARROWEST, |_| svg.width());
    let fits = |label: &str| svg.measure(label) <= 0.97 * slot * width;
    let crowded = items
        .iter()
        .any(|item| !item.rest && !fits(&item.point.label));
    // The rest is called by more words than a part: it has a last line to itself.
    let apart: Vec<bool> = items
        .iter()
        .map(|item| item.rest && !fits(&item.point.label))
        .collect();
    let count = |is_so: bool| if is_so { 1.0 } else { 0.0 };
    let lines = 1.0 + count(crowded) + count(apart.contains(&true));
    let around = (HEAD + LINE * lines) * em;
    let height = svg.height().unwrap_or(PLOT * em + around);
    let plot = (height - around).max(0.0);
    let foot = HEAD * em + plot;
    let place = |value: f64| foot - plot * (value / top);

    for line in 0..=(top / step).round() as usize {
        let value = line as f64 * step;
        if line > 0 {
            svg.level((0.0, 1.0), place(value), "grid");
        }
        let y = place(value) - 0.6 * em;
        svg.words(&Words::at(0.0, y, Anchor::Start, "scale", &number(value)));
    }
    for (index, item) in items.iter().enumerate() {
        let x = START + slot * index as f64;
        let end = item.value.map_or(foot, place);
        let (fill, word) = match (item.largest, item.rest) {
            (true, _) => (Paint::Accent, Paint::AccentText),
            (_, true) => (Paint::Second, Paint::Text),
            _ => (Paint::Text, Paint::Text),
        };
        let column = Rect {
            x,
            y: end,
            width: slot,
            height: foot - end,
            class: &item.class("mark"),
            paint: fill,
        };
        svg.short_rect(&column, 0.08 * em);
        let middle = x + slot / 2.0;
        svg.words(&Words {
            bold: true,
            paint: word,
            ..Words::at(
                middle,
                end - 0.75 * em,
                Anchor::Middle,
                &item.class("value"),
                &item.point.text,
            )
        });
        let line = match (item.rest, apart[index]) {
            (true, true) => lines - 0.5,
            (true, false) => 0.5,
            _ => 0.5 + count(crowded && index % 2 == 1),
        };
        let (at, anchor) = about(middle, svg.measure(&item.point.label) / width);
        svg.words(&Words {
            bold: item.largest,
            ..Words::at(
                at,
                foot + LINE * line * em,
                anchor,
                &item.class("label"),
                &item.point.label,
            )
        });
    }
    svg.axis(foot);
    Some(svg.finish(height))
}

/// From line to line: 1, 2 or 5 of a power of ten, so that a scale to `most` has few lines.
/// `None` when there is no scale to `most`.
fn step(most: f64) -> Option<f64> {
    let least = most / LINES;
    let power = 10f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    let step = step.into_iter().find(|step| *step >= least)?;
    (step.is_normal() && (most / step).is_finite()).then_some(step)
}

#[cfg(test)]
mod tests {
    use super::step;
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn columns_touch() {
        let data = [series(&[point("18–24", 5.0), point("25–34", 10.0)])];
        check(
            Chart::Histogram,
            &data,
            Frame::Fluid,
            r#"
<text x="0%" y="255" dy=".35em" class="scale">0</text>
<line x1="0%" y1="216" x2="100%" y2="216" stroke-width="1.5" class="grid" stroke="currentColor"/>
<text x="0%" y="207" dy=".35em" class="scale">2</text>
<line x1="0%" y1="168" x2="100%" y2="168" stroke-width="1.5" class="grid" stroke="currentColor"/>
<text x="0%" y="159" dy=".35em" class="scale">4</text>
<line x1="0%" y1="120" x2="100%" y2="120" stroke-width="1.5" class="grid" stroke="currentColor"/>
<text x="0%" y="111" dy=".35em" class="scale">6</text>
<line x1="0%" y1="72" x2="100%" y2="72" stroke-width="1.5" class="grid" stroke="currentColor"/>
<text x="0%" y="63" dy=".35em" class="scale">8</text>
<line x1="0%" y1="24" x2="100%" y2="24" stroke-width="1.5" class="grid" stroke="currentColor"/>
<text x="0%" y="15" dy=".35em" class="scale">10</text>
<svg x="8%" y="144" width="46%" height="120">
<rect x="-1.2" width="100%" height="120" class="mark"/>
</svg>
<text x="31%" y="132.75" dy=".35em" text-anchor="middle" font-weight="600" class="value">5</text>
<text x="31%" y="276.75" dy=".35em" text-anchor="middle" class="label">18–24</text>
<svg x="54%" y="24" width="46%" height="240">
<rect x="-1.2" width="100%" height="240" class="mark largest"/>
</svg>
<text x="77%" y="12.75" dy=".35em" text-anchor="middle" font-weight="600" class="value largest">10</text>
<text x="77%" y="276.75" dy=".35em" text-anchor="middle" font-weight="600" class="label largest">25–34</text>
<line x1="0" y1="264" x2="100%" y2="264" stroke-width="1" class="axis" stroke="currentColor"/>
"#,
        );
    }

    #[test]
    fn scales_have_few_lines() {
        fn check(most: f64, expected: Option<f64>) {
            assert_eq!(step(most), expected);
        }
        check(33.0, Some(10.0));
        check(48.0, Some(10.0));
        check(9.0, Some(2.0));
        check(100.0, Some(20.0));
        check(0.0, None);
    }
}
