//! The middle half of many values, with their median, on a scale from zero.

use super::Series;
use super::lettering::{Anchor, Words};
use super::scale::Scale;
use super::svg::{Paint, Rect, Svg};

/// Height of the band, in the size of labels.
const BAND: f64 = 2.4;

/// Height of the lines of words above and below it, in the size of labels.
const HEAD: f64 = 2.0;
const FOOT: f64 = 2.0;

/// How much further than the upper quarter the scale goes, since a quarter of all lies there; and how
/// much further than the largest of all.
const BEYOND: f64 = 1.25;
const BEYOND_ALL: f64 = 1.02;

/// Radius of the dot of a value, in the size of labels.
const DOT: f64 = 0.24;

/// Three points: the lower quarter, the median, the upper quarter.
pub(super) fn draw(series: &Series, all: Option<&Series>, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let [low, median, high] = series.points.get(..3)? else {
        return None;
    };
    let (from, at, to) = (low.known()?, median.known()?, high.known()?);
    if from < 0.0 || from > at || at > to {
        return None;
    }
    let all = all.map_or(&[][..], |all| &all.points);
    let known = || all.iter().filter_map(|point| point.known());
    let scale = Scale::spanning(known().chain([0.0, to]))?;
    let beyond = if all.is_empty() { BEYOND } else { BEYOND_ALL };
    let place = |value: f64| scale.share(value).unwrap_or(0.0) / beyond;
    let height = svg.height().unwrap_or((HEAD + BAND + FOOT) * em);
    let top = HEAD * em;
    let bottom = (height - FOOT * em).max(top);
    svg.rect(&Rect {
        x: place(from),
        y: top,
        width: place(to) - place(from),
        height: bottom - top,
        class: "area",
        paint: Paint::Second,
    });
    svg.axis(bottom);
    for value in known() {
        let at = (place(value), 0.5 * (top + bottom));
        svg.disc(at, DOT * em, "dot", Paint::Text);
    }
    svg.upright(place(at), (0.6 * top, Some(bottom)), "line");
    let under = bottom + 0.55 * FOOT * em;
    if place(from) * svg.width() > svg.measure(&low.text) + 2.0 * em {
        svg.words(&Words::at(0.0, under, Anchor::Start, "scale", "0"));
    }
    for (point, value, anchor) in [(low, from, Anchor::End), (high, to, Anchor::Start)] {
        // Two values close together stand on their own sides; one at zero has no room before it.
        let cramped = place(value) * svg.width() < svg.measure(&point.text);
        let anchor = if cramped { Anchor::Start } else { anchor };
        svg.words(&Words::at(
            place(value),
            under,
            anchor,
            "scale",
            &point.text,
        ));
    }
    svg.words(&Words {
        bold: true,
        paint: Paint::AccentText,
        ..Words::at(place(at), 0.25 * top, Anchor::Middle, "value", &median.text)
    });
    let most = all.last().and_then(|point| Some((point, point.known()?)));
    if let Some((point, value)) = most {
        let room = (place(value) - place(at)) * svg.width();
        if room > svg.measure(&point.text) + 0.5 * svg.measure(&median.text) + em {
            let end = place(value);
            svg.words(&Words::at(
                end,
                0.25 * top,
                Anchor::End,
                "scale",
                &point.text,
            ));
        }
    }
    Some(svg.finish(height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, point, series};
    use crate::chart::{Chart, Frame};

    #[test]
    fn spreads() {
        let data = [series(&[
            point("", 60.0),
            point("", 80.0),
            point("", 100.0),
        ])];
        check(
            Chart::Spread,
            &data,
            Frame::Fluid,
            r#"
<rect x="48%" y="30" width="32%" height="36" class="area"/>
<line x1="0" y1="66" x2="100%" y2="66" stroke-width="1" class="axis" stroke="currentColor"/>
<line x1="64%" y1="18" x2="64%" y2="66" stroke-width="1" class="line" stroke="currentColor"/>
<text x="0%" y="82.5" dy=".35em" class="scale">0</text>
<text x="48%" y="82.5" dy=".35em" text-anchor="end" class="scale">60</text>
<text x="80%" y="82.5" dy=".35em" class="scale">100</text>
<text x="64%" y="7.5" dy=".35em" text-anchor="middle" font-weight="600" class="value">80</text>
"#,
        );
        let with_all = [
            data[0].clone(),
            series(&[point("", 50.0), point("", 80.0), point("", 400.0)]),
        ];
        check(
            Chart::Spread,
            &with_all,
            Frame::Fluid,
            r#"
<rect x="14.71%" y="30" width="9.8%" height="36" class="area"/>
<line x1="0" y1="66" x2="100%" y2="66" stroke-width="1" class="axis" stroke="currentColor"/>
<circle cx="12.25%" cy="48" r="3.6" class="dot"/>
<circle cx="19.61%" cy="48" r="3.6" class="dot"/>
<circle cx="98.04%" cy="48" r="3.6" class="dot"/>
<line x1="19.61%" y1="18" x2="19.61%" y2="66" stroke-width="1" class="line" stroke="currentColor"/>
<text x="0%" y="82.5" dy=".35em" class="scale">0</text>
<text x="14.71%" y="82.5" dy=".35em" text-anchor="end" class="scale">60</text>
<text x="24.51%" y="82.5" dy=".35em" class="scale">100</text>
<text x="19.61%" y="7.5" dy=".35em" text-anchor="middle" font-weight="600" class="value">80</text>
<text x="98.04%" y="7.5" dy=".35em" text-anchor="end" class="scale">400</text>
"#,
        );
        let wrong = [series(&[point("", 9.0), point("", 8.0), point("", 100.0)])];
        check(Chart::Spread, &wrong, Frame::Fluid, "");
    }
}
