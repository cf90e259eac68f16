//! Two series to bars from zero, back to back: labels in the gutter between them, values outside.

use super::item::{MOST, kept};
use super::lettering::{Anchor, Words};
use super::scale::{Scale, largest};
use super::svg::{Paint, Rect, Svg};
use super::{Point, Series};

/// Half the gutter at least, as a share of the width.
const GUTTER: f64 = 0.085;

/// The longest bar at most, as a share of the width.
const LONGEST: f64 = 0.34;

/// The distance from a bar to its value, in the size of labels.
const GAP: f64 = 0.6;

/// The distance from a label to the bars beside it at least, in the size of labels.
const INNER_GAP: f64 = 0.35;

/// Height of the line of names, in the size of labels.
const HEAD: f64 = 2.0;

/// Height of a row where the chart may choose it, in the size of labels.
const ROW: f64 = 2.67;

/// Both values of one label.
struct Band<'a> {
    label: &'a str,
    points: [Option<&'a Point>; 2],
}

impl Band<'_> {
    /// Both values together, as far as they are known.
    fn sum(&self) -> Option<f64> {
        let values = self.points.iter().flatten().filter_map(|point| part(point));
        values.reduce(|a, b| a + b)
    }
}

/// A value that can be a part of a whole.
fn part(point: &Point) -> Option<f64> {
    point.known().filter(|value| *value >= 0.0)
}

pub(super) fn draw(left: &Series, right: Option<&Series>, mut svg: Svg<'_>) -> Option<String> {
    let (em, width) = (svg.em(), svg.width());
    let names = [left.name.as_str(), right.map_or("", |right| &right.name)];
    let named = names.iter().any(|name| !name.is_empty());
    let head = if named { HEAD * em } else { 0.0 };

    let fitting = svg.height().map_or(MOST, |height| {
        ((height - head) / (1.25 * em)).clamp(1.0, MOST as f64) as usize
    });
    let bands = bands(left, right, fitting);
    let points = || bands.iter().flat_map(|band| band.points).flatten();
    let scale = Scale::spanning(points().filter_map(part))?.with_zero();
    let largest = largest(bands.iter().map(Band::sum));
    let row = match svg.height() {
        None => ROW * em,
        Some(height) => ((height - head) / bands.len() as f64).clamp(0.0, 1.5 * ROW * em),
    };

    // Long labels widen the gutter and long values shorten the bars, so that nothing touches.
    let labels = bands.iter().map(|band| svg.measure(band.label));
    let gutter = labels.fold(0.0, f64::max) / 2.0 + INNER_GAP * em;
    let gutter = (gutter / width).clamp(GUTTER, 0.2);
    let known = points().filter(|point| part(point).is_some());
    let values = known.map(|point| svg.measure(&point.text));
    let outside = (values.fold(0.0, f64::max) + GAP * em) / width;
    let longest = (0.5 - gutter - outside).clamp(0.05, LONGEST);

    let sides = [
        (-1.0, Anchor::End, "left", Paint::Accent, Paint::AccentText),
        (1.0, Anchor::Start, "right", Paint::Second, Paint::Text),
    ];
    for (side, (direction, anchor, class, fill, name_fill)) in sides.into_iter().enumerate() {
        let foot = 0.5 + direction * gutter;
        let words = Words {
            x: foot,
            dx: 0.0,
            y: 0.4 * head,
            anchor,
            size: None,
            bold: true,
            room: (0.5 - gutter) * width,
            class: &format!("name {class}"),
            paint: name_fill,
            text: names[side],
        };
        svg.words(&words);
        for (index, band) in bands.iter().enumerate() {
            let Some(point) = band.points[side] else {
                continue;
            };
            let value = part(point);
            let middle = head + row * (index as f64 + 0.5);
            let length = longest * value.and_then(|value| scale.share(value)).unwrap_or(0.0);
            let emphasis = emphasis(largest == Some(index), value.is_none());
            svg.rect(&Rect {
                x: foot.min(foot + direction * length),
                y: middle - 0.325 * row,
                width: length,
                height: 0.65 * row,
                class: &format!("mark {class}{emphasis}"),
                paint: fill,
            });
            svg.words(&Words {
                x: foot + direction * length,
                dx: direction * if length > 0.0 { GAP * em } else { 0.0 },
                y: middle,
                bold: largest == Some(index),
                class: &format!("value {class}{emphasis}"),
                paint: Paint::Text,
                text: &point.text,
                ..words
            });
        }
    }
    for (index, band) in bands.iter().enumerate() {
        svg.words(&Words {
            x: 0.5,
            dx: 0.0,
            y: head + row * (index as f64 + 0.5),
            anchor: Anchor::Middle,
            size: None,
            bold: largest == Some(index),
            room: 2.0 * gutter * width,
            class: &format!("label{}", emphasis(largest == Some(index), false)),
            paint: Paint::Text,
            text: band.label,
        });
    }
    Some(svg.finish(head + row * bands.len() as f64))
}

/// The bands of both sides in order; where there are more than `most`, the largest.
fn bands<'a>(left: &'a Series, right: Option<&'a Series>, most: usize) -> Vec<Band<'a>> {
    let right = right.map_or(&[][..], |right| &right.points);
    let count = left.points.len().max(right.len());
    let band = |index: usize| {
        let points = [left.points.get(index), right.get(index)];
        let label = points.iter().flatten().map(|point| point.label.as_str());
        Band {
            label: label
                .into_iter()
                .find(|label| !label.is_empty())
                .unwrap_or(""),
            points,
        }
    };
    let sums: Vec<Option<f64>> = (0..count).map(|index| band(index).sum()).collect();
    kept(&sums, most).into_iter().map(band).collect()
}

fn emphasis(largest: bool, missing: bool) -> &'static str {
    match (largest, missing) {
        (true, false) => " largest",
        (true, true) => " largest missing",
        (false, true) => " missing",
        (false, false) => "",
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{PAPER, check, point, series};
    use crate::chart::{Chart, Frame, Series};

    #[test]
    fn pyramids() {
        let side = |name: &str, young: f64, old: Option<f64>| Series {
            name: name.to_string(),
            ..series(&[point("18-24", young), point("25+", old)])
        };
        let data = [side("Women", 40.0, Some(10.0)), side("Men", 20.0, None)];
        check(
            Chart::Pyramid,
            &data,
            Frame::Fluid,
            r#"
<text x="41.5%" y="12" dy=".35em" text-anchor="end" font-weight="600" class="name left">Women</text>
<rect x="8.18%" y="37.01" width="33.32%" height="26.03" class="mark left largest"/>
<text x="8.18%" y="50.02" dy=".35em" dx="-9" text-anchor="end" font-weight="600" class="value left largest">40</text>
<rect x="33.17%" y="77.06" width="8.33%" height="26.03" class="mark left"/>
<text x="33.17%" y="90.07" dy=".35em" dx="-9" text-anchor="end" class="value left">10</text>
<text x="58.5%" y="12" dy=".35em" font-weight="600" class="name right">Men</text>
<rect x="58.5%" y="37.01" width="16.66%" height="26.03" class="mark right largest"/>
<text x="75.16%" y="50.02" dy=".35em" dx="9" font-weight="600" class="value right largest">20</text>
<text x="58.5%" y="90.07" dy=".35em" class="value right missing">unknown</text>
<text x="50%" y="50.02" dy=".35em" text-anchor="middle" font-weight="600" class="label largest">18-24</text>
<text x="50%" y="90.07" dy=".35em" text-anchor="middle" class="label">25+</text>
"#,
        );
        check(
            Chart::Pyramid,
            &data,
            PAPER,
            r##"
<text x="83" y="6.4" dy=".35em" text-anchor="end" font-weight="600" fill="#b00">Women</text>
<rect x="15" y="21.61" width="68" height="20.83" fill="#a00"/>
<text x="15" y="32.02" dy=".35em" dx="-4.8" text-anchor="end" font-weight="600" fill="#111">40</text>
<rect x="66" y="53.65" width="17" height="20.83" fill="#a00"/>
<text x="66" y="64.06" dy=".35em" dx="-4.8" text-anchor="end" fill="#111">10</text>
<text x="117" y="6.4" dy=".35em" font-weight="600" fill="#111">Men</text>
<rect x="117" y="21.61" width="34" height="20.83" fill="#789"/>
<text x="151" y="32.02" dy=".35em" dx="4.8" font-weight="600" fill="#111">20</text>
<text x="117" y="64.06" dy=".35em" fill="#111">unknown</text>
<text x="100" y="32.02" dy=".35em" text-anchor="middle" font-weight="600" fill="#111">18-24</text>
<text x="100" y="64.06" dy=".35em" text-anchor="middle" fill="#111">25+</text>
"##,
        );
    }
}
