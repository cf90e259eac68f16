//! What happened when to discs on an axis of years, and what is still ahead to rings.

use super::Series;
use super::item::MOST;
use super::lettering::{Anchor, Words};
use super::svg::{Paint, Svg};
use super::text::number;

/// Height of the line and of the years below it, in the size of labels.
const LINE: f64 = 1.4;
const YEARS: f64 = 1.7;

/// Radius of a mark, in the size of labels.
const RADIUS: f64 = 0.5;

/// About how many years an axis bears at most.
const NUMBERS: f64 = 10.0;

/// Years that can be written; beyond, there is no axis.
const KNOWN: std::ops::Range<f64> = 1000.0..3000.0;

pub(super) fn draw(past: &Series, next: Option<&Series>, mut svg: Svg<'_>) -> Option<String> {
    let em = svg.em();
    let places = |series: &Series| -> Vec<f64> {
        let places = series.points.iter().filter_map(|point| point.at);
        places.filter(|at| KNOWN.contains(at)).take(MOST).collect()
    };
    let (past, next) = (places(past), next.map(places).unwrap_or_default());
    let all = || past.iter().chain(&next).copied();
    let first = all().reduce(f64::min)?.floor();
    let last = all().reduce(f64::max)?.floor() + 1.0;
    let place = |at: f64| (at - first) / (last - first);
    let height = svg.height().unwrap_or((LINE + YEARS) * em);
    let middle = 0.5 * LINE * em;

    let every = ((last - first) / NUMBERS).ceil().max(1.0);
    for index in 0..((last - first) / every).ceil() as usize {
        let year = first + index as f64 * every;
        let tick = (middle - 0.3 * em, Some(middle + 0.3 * em));
        svg.upright(place(year), tick, "tick");
        let anchor = if index == 0 {
            Anchor::Start
        } else {
            Anchor::Middle
        };
        let y = (LINE + 0.5 * YEARS) * em;
        svg.words(&Words::at(place(year), y, anchor, "scale", &number(year)));
    }
    // What is known ends with the last thing that was.
    let known = past
        .iter()
        .copied()
        .reduce(f64::max)
        .filter(|_| !next.is_empty());
    let known = known.map_or(if next.is_empty() { 1.0 } else { 0.0 }, place);
    svg.level((0.0, known), middle, "line");
    if known < 1.0 {
        svg.level((known, 1.0), middle, "line ahead");
    }
    for at in past {
        svg.disc((place(at), middle), RADIUS * em, "disc", Paint::Text);
    }
    for at in next {
        svg.ring(
            (place(at), middle),
            RADIUS * em,
            "ring ahead",
            Paint::Accent,
        );
    }
    Some(svg.finish(height))
}

#[cfg(test)]
mod tests {
    use crate::chart::tests::{check, series};
    use crate::chart::{Chart, Frame, Point};

    #[test]
    fn years() {
        let at = |year: f64| Point {
            at: Some(year),
            ..Point::default()
        };
        let data = [series(&[at(2024.5)]), series(&[at(2025.0)])];
        check(
            Chart::Years,
            &data,
            Frame::Fluid,
            r#"
<line x1="0%" y1="6" x2="0%" y2="15" stroke-width="1" class="tick" stroke="currentColor"/>
<text x="0%" y="33.75" dy=".35em" class="scale">2024</text>
<line x1="50%" y1="6" x2="50%" y2="15" stroke-width="1" class="tick" stroke="currentColor"/>
<text x="50%" y="33.75" dy=".35em" text-anchor="middle" class="scale">2025</text>
<line x1="0%" y1="10.5" x2="25%" y2="10.5" stroke-width="1.5" class="line" stroke="currentColor"/>
<line x1="25%" y1="10.5" x2="100%" y2="10.5" stroke-width="1.5" class="line ahead" stroke="currentColor"/>
<circle cx="25%" cy="10.5" r="7.5" class="disc"/>
<circle cx="50%" cy="10.5" r="7.5" fill="none" stroke-width="2.4" class="ring ahead" stroke="currentColor"/>
"#,
        );
    }
}
