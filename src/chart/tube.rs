//! A series to one fat bar with round ends, cut into parts that have their words inside; what is
//! too short for words is named in lines below.

use super::Series;
use super::item::{Item, items};
use super::lettering::Anchor;
use super::split::{figure, has_length, parts};
use super::svg::{Paint, Rect, Svg};

/// Height of the tube, in the size of labels.
const TUBE: f64 = 5.6;

/// Size of values, in the size of labels.
const VALUE: f64 = 2.2;

/// The distance of words from the start of their part, in the size of labels.
const GAP: f64 = 0.8;

/// Height of a line that names a part without words inside, in the size of labels.
const BELOW: f64 = 1.7;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let items = items(series, usize::MAX)?;
    let parts = parts(&items)?;
    let tube = svg
        .height()
        .map_or(TUBE * em, |height| height.min(TUBE * em));
    let width = svg.width();
    for (index, part) in parts.iter().enumerate() {
        let paint = part.item.paint(index);
        let rect = Rect {
            x: part.start,
            y: 0.0,
            width: part.share,
            height: tube,
            class: &part.item.class(&format!("mark part-{}", index + 1)),
            paint,
        };
        svg.part_of_tube(&rect);
    }
    let mut below: Vec<&Item<'_>> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let point = part.item.point;
        let needed = VALUE * svg.measure(&point.text) + svg.measure(&point.label) + 2.0 * GAP * em;
        if needed > part.share * width {
            below.push(part.item);
            continue;
        }
        let value = part.item.class(&format!("value part-{}", index + 1));
        let label = part.item.class(&format!("label part-{}", index + 1));
        let start = (part.start + GAP * em / width, Anchor::Start);
        svg.figure(
            start,
            tube / 2.0 + 0.35 * VALUE * em,
            VALUE * em,
            (&value, Paint::Text, &point.text),
            (&label, Paint::Text, &point.label),
        );
    }
    // What has no length is named all the same.
    below.extend(items.iter().filter(|item| !has_length(item)));
    for (index, item) in below.iter().enumerate() {
        let baseline = tube + (0.5 + BELOW * (index as f64 + 0.6)) * em;
        figure(
            &mut svg,
            (1.0, Anchor::End),
            baseline,
            em,
            Paint::Text,
            item,
        );
    }
    let lines = below.len() as f64;
    Some(svg.finish(
        tube + if below.is_empty() {
            0.0
        } else {
            0.5 + BELOW * lines
        } * em,
    ))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame, Series};

    #[test]
    fn tubes() {
        let data = [Series {
            rest: Some(point("Not said", 3.0)),
            ..series(&[point("Women", 68.0), point("Men", 29.0)])
        }];
        check(
            Chart::Tube,
            &data,
            Frame::Fluid,
            r#"
<svg x="0%" y="0" width="68%" height="84">
<rect x="0%" width="147.06%" height="84" rx="42" class="mark part-1 largest"/>
</svg>
<svg x="68%" y="0" width="29%" height="84">
<rect x="-234.48%" width="344.83%" height="84" rx="42" class="mark part-2"/>
</svg>
<svg x="97%" y="0" width="3%" height="84">
<rect x="-3233.33%" width="3333.33%" height="84" rx="42" class="mark part-3 rest"/>
</svg>
<text x="3.64%" y="53.55">
<tspan font-size="33" class="value part-1 largest">68&nbsp;</tspan>
<tspan class="label part-1 largest">Women</tspan>
</text>
<text x="71.64%" y="53.55">
<tspan font-size="33" class="value part-2">29&nbsp;</tspan>
<tspan class="label part-2">Men</tspan>
</text>
<text x="100%" y="106.8" text-anchor="end">
<tspan font-size="15" class="value rest">3&nbsp;</tspan>
<tspan class="label rest">Not said</tspan>
</text>
"#,
        );
        check(Chart::Tube, &[series(&[point("a", 0.0)])], Frame::Fluid, "");
    }
}
