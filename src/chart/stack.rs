//! A series to one column cut into parts from the top, each named beside it.

use super::Series;
use super::histogram::{HEAD, PLOT};
use super::item::items;
use super::lettering::{Anchor, Words};
use super::svg::{Rect, Svg};
use super::text::em_width;

/// Width of the column and where the words begin, as shares of the width.
const COLUMN: f64 = 0.34;
const WORDS: f64 = 0.46;

/// Height of the words of a part, in the size of labels.
const WORD: f64 = 2.8;

/// Height of a line of a label, in the size of labels.
const LINE: f64 = 1.25;

/// The width a fluid chart must still be readable at, in px: it stands beside others.
const NARROWEST: f64 = 250.0;

/// The gap between two parts, in the size of labels. A part under [`NO_GAP`] has none.
const SEAM: f64 = 0.133;
const NO_GAP: f64 = 0.01;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let items = items(series, usize::MAX)?;
    let known = || items.iter().filter_map(|item| item.value);
    let positive = || known().filter(|value| *value > 0.0);
    // Measured by the largest, so that a sum of huge values stays a number.
    let most = positive().reduce(f64::max)?;
    let sum: f64 = positive().map(|value| value / most).sum();
    let head = HEAD * em;
    let plot = svg
        .height()
        .map_or(PLOT * em, |height| (height - head).max(0.0));

    let width = svg.height().map_or(NARROWEST, |_| svg.width());
    let room = (1.0 - WORDS) * width;
    let (mut top, mut free) = (head, head);
    for (index, item) in items.iter().enumerate() {
        let share = item.value.filter(|value| *value > 0.0).unwrap_or(0.0) / most / sum;
        let last = index + 1 == items.len();
        let seam = if last || share < NO_GAP { 0.0 } else { SEAM };
        let paint = item.paint(index);
        svg.rect(&Rect {
            x: 0.0,
            y: top,
            width: COLUMN,
            height: share * plot - seam * em,
            class: &item.class(&format!("mark part-{}", index + 1)),
            paint,
        });
        let at = free.max(top);
        svg.level((COLUMN, WORDS - 0.03), top.min(at), "tick");
        svg.words(&Words {
            bold: true,
            size: Some(1.2 * em),
            ..Words::at(
                WORDS,
                at + 0.7 * em,
                Anchor::Start,
                &item.class("value"),
                &item.point.text,
            )
        });
        let lines = lines(&item.point.label, room / em);
        for (line, words) in lines.iter().enumerate() {
            let y = at + (2.0 + LINE * line as f64) * em;
            let class = item.class("label");
            svg.words(&Words::at(WORDS, y, Anchor::Start, &class, words));
        }
        free = at + (WORD + LINE * lines.len().saturating_sub(1) as f64) * em;
        top += share * plot;
    }
    let height = (head + plot).max(free);
    Some(svg.finish(height))
}

/// `text` in lines that are no wider than `room` times its size, where its words allow that.
fn lines(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if em_width(line) + em_width(word) + em_width(" ") <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame, Series};

    #[test]
    fn stacks() {
        let data = [Series {
            rest: Some(point("Not said", 3.0)),
            ..series(&[point("Women", 68.0), point("Men", 29.0)])
        }];
        check(
            Chart::Stack,
            &data,
            Frame::Fluid,
            r#"
<rect x="0%" y="24" width="34%" height="161.2" class="mark part-1 largest"/>
<line x1="34%" y1="24" x2="43%" y2="24" stroke-width="1.5" class="tick" stroke="currentColor"/>
<text x="46%" y="34.5" dy=".35em" font-size="18" font-weight="600" class="value largest">68</text>
<text x="46%" y="54" dy=".35em" class="label largest">Women</text>
<rect x="0%" y="187.2" width="34%" height="67.6" class="mark part-2"/>
<line x1="34%" y1="187.2" x2="43%" y2="187.2" stroke-width="1.5" class="tick" stroke="currentColor"/>
<text x="46%" y="197.7" dy=".35em" font-size="18" font-weight="600" class="value">29</text>
<text x="46%" y="217.2" dy=".35em" class="label">Men</text>
<rect x="0%" y="256.8" width="34%" height="7.2" class="mark part-3 rest"/>
<line x1="34%" y1="256.8" x2="43%" y2="256.8" stroke-width="1.5" class="tick" stroke="currentColor"/>
<text x="46%" y="267.3" dy=".35em" font-size="18" font-weight="600" class="value rest">3</text>
<text x="46%" y="286.8" dy=".35em" class="label rest">Not said</text>
"#,
        );
    }

    #[test]
    fn long_labels_are_broken() {
        fn check(text: &str, room: f64, expected: &[&str]) {
            assert_eq!(super::lines(text, room), expected);
        }
        check("Women", 9.0, &["Women"]);
        check(
            "Another gender, or not said",
            8.0,
            &["Another gender,", "or not said"],
        );
        check("", 9.0, &[]);
    }
}
