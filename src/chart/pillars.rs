//! A series to broad pillars with round tops, side by side, each with its value inside the top
//! and its label at the foot.

use super::Series;
use super::foot::RestLabel;
use super::item::items;
use super::lettering::{Anchor, Words};
use super::scale::Scale;
use super::svg::{Paint, Rect, Svg};

/// Height of the tallest pillar where the chart may choose it, in the size of labels.
const TALLEST: f64 = 20.0;

/// The gap between two pillars, as a share of the room for one.
const GAP: f64 = 0.08;

/// Size of values at most and at least, in the size of labels.
const VALUE: (f64, f64) = (2.0, 1.0);

/// Height of the line of labels at the foot, and of values above short pillars, in the size of
/// labels.
const LINE: f64 = 2.2;

/// Size of labels at most and at least, in the size of labels elsewhere.
const LABEL: (f64, f64) = (1.0, 0.87);

/// The width a fluid chart must still be readable at, in px: that of a page of 320 px.
const NARROWEST: f64 = 280.0;

pub(super) fn draw(series: &Series, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let items = items(series, usize::MAX)?;
    let width = svg.height().map_or(NARROWEST, |_| svg.width());
    let slot = 1.0 / items.len() as f64;
    let room = slot * width;
    let texts = items.iter().map(|item| svg.measure(&item.point.text));
    let widest = texts.fold(em, f64::max);
    let value_size = (0.8 * room * em / widest).clamp(VALUE.1 * em, VALUE.0 * em);
    let bands = items.iter().filter(|item| !item.rest);
    let labels = bands.map(|item| svg.measure(&item.point.label));
    let widest = labels.fold(em, f64::max);
    let label_size = (0.96 * room * em / widest).clamp(LABEL.1 * em, LABEL.0 * em);

    let scale = Scale::spanning(items.iter().filter_map(|item| item.value))?.with_zero();
    if scale.low < 0.0 {
        return None;
    }
    let rest = items.iter().find(|item| item.rest);
    let rest = rest.map(|item| RestLabel::new(&item.point.label, label_size, room, &svg, false));
    let deeper = rest.as_ref().map_or(0.0, RestLabel::depth);
    let (head, foot) = (LINE * em, LINE * em + deeper);
    let height = svg.height().unwrap_or(TALLEST * em + head + foot);
    let tallest = (height - head - foot).max(0.0);
    let ground = head + tallest;
    for (index, item) in items.iter().enumerate() {
        let x = slot * index as f64;
        let share = item.value.and_then(|value| scale.share(value));
        let long = tallest * share.unwrap_or(0.0);
        let paint = match (item.largest, item.rest) {
            (true, _) => Paint::Accent,
            _ => Paint::Second,
        };
        let pillar = Rect {
            x,
            y: ground - long,
            width: slot * (1.0 - GAP),
            height: long,
            class: &item.class("mark"),
            paint,
        };
        svg.round_rect(&pillar);
        // In the middle of the round of the top, where there is a pillar high enough.
        let inside = long >= 2.2 * value_size;
        let y = if inside {
            ground - long + 1.35 * value_size
        } else {
            ground - long - 0.7 * value_size
        };
        let place = if inside { "value within" } else { "value" };
        let words = Words {
            x: x + slot * (1.0 - GAP) / 2.0,
            dx: 0.0,
            y,
            anchor: Anchor::Middle,
            size: Some(if item.value.is_some() { value_size } else { em }),
            bold: false,
            room: f64::INFINITY,
            class: &item.class(place),
            paint: Paint::Text,
            text: &item.point.text,
        };
        if item.value.is_some() || svg.measure(&item.point.text) <= room {
            svg.words(&words);
        }
        let label = Words {
            y: ground + 0.6 * LINE * em,
            size: (label_size < em).then_some(label_size),
            bold: item.largest,
            room: 1.2 * room,
            class: &item.class("label"),
            text: &item.point.label,
            ..words
        };
        match &rest {
            Some(rest) if item.rest => rest.write(&label, &mut svg),
            _ => svg.words(&label),
        }
    }
    Some(svg.finish(height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame, Series};

    #[test]
    fn pillars() {
        let data = [Series {
            rest: Some(point("?", None)),
            ..series(&[point("18–24", 40.0), point("25–34", 4.0)])
        }];
        check(
            Chart::Pillars,
            &data,
            Frame::Fluid,
            r#"
<svg x="0%" y="33" width="30.67%" height="300">
<rect width="100%" height="1300" rx="50%" class="mark largest"/>
</svg>
<text x="15.33%" y="57.11" dy=".35em" text-anchor="middle" font-size="17.86" class="value within largest">40</text>
<text x="15.33%" y="352.8" dy=".35em" text-anchor="middle" font-weight="600" class="label largest">18–24</text>
<svg x="33.33%" y="303" width="30.67%" height="30">
<rect width="100%" height="1030" rx="50%" class="mark"/>
</svg>
<text x="48.67%" y="290.5" dy=".35em" text-anchor="middle" font-size="17.86" class="value">4</text>
<text x="48.67%" y="352.8" dy=".35em" text-anchor="middle" class="label">25–34</text>
<text x="82%" y="320.5" dy=".35em" text-anchor="middle" font-size="15" class="value rest missing">unknown</text>
<text x="82%" y="352.8" dy=".35em" text-anchor="middle" class="label rest missing">?</text>
"#,
        );
        let negative = [series(&[point("a", -1.0), point("b", 3.0)])];
        check(Chart::Pillars, &negative, Frame::Fluid, "");
    }
}
