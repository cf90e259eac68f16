//! A series to the marks that are drawn of it.

use super::scale::largest;
use super::svg::Paint;
use super::{Point, Series};

/// The most points any chart draws; a page has no room for more, and no reader an eye.
pub(super) const MOST: usize = 2000;

/// One mark with its words.
pub(super) struct Item<'a> {
    pub point: &'a Point,
    /// The value, if there is a length for it.
    pub value: Option<f64>,
    /// Whether it is larger than every other, the rest aside.
    pub largest: bool,
    /// Whether it is what is left to the whole.
    pub rest: bool,
}

impl Item<'_> {
    /// `base` and what else is to be said, as a list of classes.
    pub fn class(&self, base: &str) -> String {
        let mut class = base.to_string();
        for (said, word) in [
            (self.largest, " largest"),
            (self.rest, " rest"),
            (self.value.is_none(), " missing"),
        ] {
            if said {
                class.push_str(word);
            }
        }
        class
    }

    /// The colour of part `index` of a whole: neighbours never look alike, and the rest never looks
    /// like what matters.
    pub fn paint(&self, index: usize) -> Paint {
        match (index % 3, self.rest) {
            (0, false) => Paint::Accent,
            (1, false) | (0, true) => Paint::Second,
            _ => Paint::Text,
        }
    }
}

/// The first mark of `series`, and its value as a share of the largest. `None` without a value.
pub(super) fn first(series: &Series) -> Option<(Item<'_>, f64)> {
    let all = items(series, usize::MAX)?;
    let most = all.iter().filter_map(|item| item.value).fold(0.0, f64::max);
    let first = all.into_iter().next()?;
    let value = first.value.filter(|value| *value >= 0.0 && most > 0.0)?;
    Some((first, value / most))
}

/// The marks of `series` in order, at most `most` and at most [`MOST`]: where there are more
/// points, the largest, and the rest always. `None` when no value is known.
pub(super) fn items(series: &Series, most: usize) -> Option<Vec<Item<'_>>> {
    let most = most
        .min(MOST)
        .saturating_sub(usize::from(series.rest.is_some()));
    let known: Vec<Option<f64>> = series.points.iter().map(Point::known).collect();
    let kept = kept(&known, most);
    let largest = largest(known);
    let points = kept.into_iter().map(|index| Item {
        point: &series.points[index],
        value: series.points[index].known(),
        largest: largest == Some(index),
        rest: false,
    });
    let rest = series.rest.iter().map(|point| Item {
        point,
        value: point.known(),
        largest: false,
        rest: true,
    });
    let items: Vec<Item<'_>> = points.chain(rest).collect();
    items
        .iter()
        .any(|item| item.value.is_some())
        .then_some(items)
}

/// The indices of the `most` largest values, in the order they came in.
pub(super) fn kept(values: &[Option<f64>], most: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    if values.len() > most {
        let value = |index: usize| values[index].unwrap_or(f64::NEG_INFINITY);
        order.sort_by(|&a, &b| value(b).total_cmp(&value(a)));
        order.truncate(most);
        order.sort_unstable();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_stay_in_order() {
        fn check(values: &[Option<f64>], most: usize, expected: &str) {
            let point = |(index, &value): (usize, &Option<f64>)| Point {
                label: index.to_string(),
                value,
                ..Point::default()
            };
            let series = Series {
                points: values.iter().enumerate().map(point).collect(),
                rest: Some(Point {
                    label: "rest".to_string(),
                    ..Point::default()
                }),
                ..Series::default()
            };
            let words = |item: &Item<'_>| item.class(&item.point.label);
            let found = items(&series, most)
                .map(|items| items.iter().map(words).collect::<Vec<_>>().join(", "));
            assert_eq!(found.unwrap_or_default(), expected);
        }
        let rest = "rest rest missing";
        check(&[None, None], 9, "");
        check(
            &[Some(1.0), None],
            9,
            &format!("0 largest, 1 missing, {rest}"),
        );
        check(
            &[Some(1.0), None, Some(5.0), Some(3.0)],
            3,
            &format!("2 largest, 3, {rest}"),
        );
        check(&[Some(2.0), Some(2.0)], 9, &format!("0, 1, {rest}"));
    }
}
