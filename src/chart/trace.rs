//! A series to a broken line: positions in a unit square, with gaps where nothing is known.

use super::Point;
use super::scale::Scale;
use super::svg::{Paint, Svg};
use super::text::number;

/// A line through the known values of a series.
pub(super) struct Trace {
    /// Positions that follow each other without a gap; x runs right and y down, both 0 to 1.
    pub runs: Vec<Vec<(f64, f64)>>,
    /// Which point is the first known one.
    pub first: usize,
    /// Which point is the last known one.
    pub last: usize,
    /// Where zero is, when there are values above and below it.
    pub zero: Option<f64>,
}

/// The line through `points`, from the smallest value to the largest, drawn with at most `most`
/// positions. `None` when no value is known.
pub(super) fn trace(points: &[Point], most: usize) -> Option<Trace> {
    let scale = Scale::spanning(points.iter().filter_map(Point::known))?;
    let places = places(points);
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for index in thinned(points, most) {
        match points[index].known() {
            // Equal values are a level line in the middle, not one along an edge.
            Some(value) => run.push((places[index], 1.0 - scale.share(value).unwrap_or(0.5))),
            None => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    runs.retain(|run| !run.is_empty());
    let is_known = |point: &Point| point.known().is_some();
    let crosses = scale.low < 0.0 && scale.high > 0.0;
    let zero = scale.share(0.0).filter(|_| crosses);
    Some(Trace {
        runs,
        first: points.iter().position(is_known)?,
        last: points.iter().rposition(is_known)?,
        zero: zero.map(|share| 1.0 - share),
    })
}

impl Trace {
    /// The first and the last position.
    pub fn ends(&self) -> Option<((f64, f64), (f64, f64))> {
        let first = self.runs.first()?.first()?;
        let last = self.runs.last()?.last()?;
        Some((*first, *last))
    }

    /// Draws the line within an area, with a dot at its end.
    pub fn draw(&self, area: &Area, svg: &mut Svg<'_>) {
        let em = svg.em();
        svg.path(&self.path(area), LINE * em, "line", Paint::Text);
        svg.path(&self.lone(area), 2.0 * LINE * em, "line", Paint::Text);
        if let Some((_, last)) = self.ends() {
            svg.path(&area.dot(last), DOT * em, "dot", Paint::Accent);
        }
    }

    /// All positions in order.
    pub fn positions(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.runs.iter().flatten().copied()
    }

    /// The line within an area, as an SVG path.
    pub fn path(&self, area: &Area) -> String {
        let mut data = String::new();
        for run in self.runs.iter().filter(|run| run.len() > 1) {
            for (index, &position) in run.iter().enumerate() {
                let (x, y) = area.place(position);
                data.push(if index == 0 { 'M' } else { 'L' });
                data += &format!("{} {}", number(x), number(y));
            }
        }
        data
    }

    /// The values with a gap on both sides, as a path of dots.
    pub fn lone(&self, area: &Area) -> String {
        let lone = self.runs.iter().filter(|run| run.len() == 1);
        lone.map(|run| area.dot(run[0])).collect()
    }
}

/// How thick a line is, in the size of labels.
pub(super) const LINE: f64 = 0.1;

/// How wide the dot at the end is, in the size of labels.
pub(super) const DOT: f64 = 0.53;

/// The rectangle a unit square is drawn in, in the units of the viewport.
pub(super) struct Area {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Area {
    /// Where a position of the unit square is.
    pub fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (
            self.left + (self.right - self.left) * x,
            self.top + (self.bottom - self.top) * y,
        )
    }

    /// A level path from side to side.
    pub fn level(&self, y: f64) -> String {
        let (left, y) = self.place((0.0, y));
        format!("M{} {}H{}", number(left), number(y), number(self.right))
    }

    /// A path that a round stroke makes a dot of, round in a stretched viewport too.
    pub fn dot(&self, position: (f64, f64)) -> String {
        let (x, y) = self.place(position);
        format!("M{} {}{SPECK}", number(x), number(y))
    }
}

/// A step too short to see; without any, some renderers draw nothing.
const SPECK: &str = "h.01";

/// Where each point is in time, 0 to 1.
fn places(points: &[Point]) -> Vec<f64> {
    let times: Option<Vec<f64>> = points
        .iter()
        .map(|point| point.at.filter(|at| at.is_finite()))
        .collect();
    let ordered = times.filter(|times| times.is_sorted());
    let scaled = ordered.and_then(|times| {
        let scale = Scale::spanning(times.iter().copied())?;
        times.iter().map(|&at| scale.share(at)).collect()
    });
    // One point alone is today's, so it stands at the end.
    let steps = points.len().saturating_sub(1).max(1) as f64;
    let start = points.len().saturating_sub(1) as f64;
    scaled.unwrap_or_else(|| {
        (0..points.len())
            .map(|index| 1.0 - (start - index as f64) / steps)
            .collect()
    })
}

/// The indices of at most `most` points that make the same picture: of each stretch its first,
/// smallest, largest and last known value. A gap shorter than a stretch closes, as it would be
/// narrower than the line is thick.
fn thinned(points: &[Point], most: usize) -> Vec<usize> {
    if points.len() <= most {
        return (0..points.len()).collect();
    }
    let stretches = (most / 4).max(1);
    let mut indices = Vec::with_capacity(most);
    for stretch in 0..stretches {
        let start = stretch * points.len() / stretches;
        let end = (stretch + 1) * points.len() / stretches;
        let known = || (start..end).filter_map(|index| Some((points[index].known()?, index)));
        let by_value = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0);
        let chosen = [
            known().next(),
            known().min_by(by_value),
            known().max_by(by_value),
            known().next_back(),
        ];
        let mut chosen: Vec<usize> = chosen
            .into_iter()
            .flatten()
            .map(|(_, index)| index)
            .collect();
        chosen.sort_unstable();
        chosen.dedup();
        if chosen.is_empty() {
            chosen.push(start);
        }
        indices.append(&mut chosen);
    }
    indices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[Option<f64>]) -> Vec<Point> {
        let point = |&value: &Option<f64>| Point {
            value,
            ..Point::default()
        };
        values.iter().map(point).collect()
    }

    const AREA: Area = Area {
        left: 0.0,
        right: 100.0,
        top: 0.0,
        bottom: 100.0,
    };

    #[test]
    fn lines() {
        fn check(values: &[Option<f64>], expected: &str) {
            let trace = trace(&points(values), 100);
            let paths = trace.map(|t| format!("{} {}", t.path(&AREA), t.lone(&AREA)));
            assert_eq!(paths.unwrap_or_default().trim(), expected);
        }
        check(&[], "");
        check(&[None], "");
        check(&[Some(f64::NAN)], "");
        check(&[Some(3.0)], "M100 50h.01");
        check(&[Some(0.0), Some(0.0)], "M0 50L100 50");
        check(&[Some(1.0), Some(3.0), Some(2.0)], "M0 100L50 0L100 50");
        check(&[Some(-1.0), Some(-3.0)], "M0 0L100 100");
        check(
            &[Some(1.0), None, Some(2.0), None, Some(1.0), Some(2.0)],
            "M80 100L100 0 M0 100h.01M40 0h.01",
        );
    }

    #[test]
    fn time_is_true_where_it_is_known() {
        fn check(times: &[Option<f64>], expected: &[f64]) {
            let point = |&at: &Option<f64>| Point {
                at,
                ..Point::default()
            };
            let points: Vec<Point> = times.iter().map(point).collect();
            assert_eq!(places(&points), expected);
        }
        check(&[], &[]);
        check(&[Some(5.0)], &[1.0]);
        check(&[Some(0.0), Some(1.0), Some(4.0)], &[0.0, 0.25, 1.0]);
        check(&[Some(0.0), None, Some(4.0)], &[0.0, 0.5, 1.0]);
        check(&[Some(4.0), Some(0.0)], &[0.0, 1.0]);
    }

    #[test]
    fn thinning_keeps_extremes() {
        let mut values: Vec<Option<f64>> = (0..10_000).map(|i| Some(f64::from(i % 7))).collect();
        values[4_321] = Some(99.0);
        values[8_765] = Some(-99.0);
        values[2_000..3_000].fill(None);
        let kept = thinned(&points(&values), 2_000);
        assert!(kept.len() <= 2_000);
        assert!(kept.is_sorted());
        for index in [0, 4_321, 8_765, 9_999] {
            assert!(kept.contains(&index), "{index}");
        }
        let trace = trace(&points(&values), 2_000).expect("there are values");
        assert_eq!(trace.runs.len(), 2);
    }
}
