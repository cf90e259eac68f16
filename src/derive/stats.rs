//! The arithmetic of honest numbers: exact, on values that have been chosen already.
//!
//! Formulas follow the trade's usual definitions: a median, a middle half as a spreadsheet's
//! `QUARTILE.INC` gives it, engagement as interactions divided by a stated base post by post,
//! growth as change over the first value.

use crate::kit::{Exact, exact};
use num_traits::Zero;

/// The value that a part `quarters`/4 of `sorted` lies at or below, interpolated between
/// neighbours as QUARTILE.INC does. `None` for no values.
fn quartile(sorted: &[Exact], quarters: usize) -> Option<Exact> {
    let last = sorted.len().checked_sub(1)?;
    let (below, rest) = (last * quarters / 4, last * quarters % 4);
    let low = &sorted[below];
    match sorted.get(below + 1) {
        Some(high) if rest > 0 => Some(low + (high - low) * exact(rest as i64) / exact(4)),
        _ => Some(low.clone()),
    }
}

/// The middle of several values, and its surroundings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// A quarter of the values lies at or below it.
    pub p25: Exact,
    /// Half of the values lie at or below it.
    pub median: Exact,
    /// A quarter of the values lies at or above it.
    pub p75: Exact,
    /// The values, from the smallest to the largest.
    pub values: Vec<Exact>,
}

/// The median and the middle half of `values`; `None` for no values.
pub fn spread(mut values: Vec<Exact>) -> Option<Spread> {
    values.sort();
    Some(Spread {
        p25: quartile(&values, 1)?,
        median: quartile(&values, 2)?,
        p75: quartile(&values, 3)?,
        values,
    })
}

/// `part` in percent of `whole`; `None` when there is no whole to be a part of.
pub fn percent_of(part: &Exact, whole: &Exact) -> Option<Exact> {
    (*whole > Exact::zero()).then(|| part * exact(100) / whole)
}

/// The change from `first` to `last` in percent of `first`; `None` when there is nothing to
/// start from.
pub fn growth(first: &Exact, last: &Exact) -> Option<Exact> {
    percent_of(&(last - first), first)
}

/// The growth in percent that, compounded every 30 days, leads from `first` to `last` in `days`:
/// `(last / first)^(30 / days) - 1`. `None` when there is nothing to start from or no time.
///
/// A power with a broken exponent is not exact; this is the one number computed in binary.
pub fn growth_in_30_days(first: &Exact, last: &Exact, days: u32) -> Option<f64> {
    if days == 0 || *first <= Exact::zero() || *last <= Exact::zero() {
        return None;
    }
    let ratio = (last / first).to_f64().value();
    Some((ratio.powf(30.0 / f64::from(days)) - 1.0) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{decimal_text, sum};

    fn numbers(values: &[i64]) -> Vec<Exact> {
        values.iter().map(|value| exact(*value)).collect()
    }

    #[test]
    fn quartiles_are_those_of_a_spreadsheet() {
        fn check(values: &[i64], p25: &str, median: &str, p75: &str) {
            let Some(spread) = spread(numbers(values)) else {
                panic!("no spread of {values:?}")
            };
            let found = [&spread.p25, &spread.median, &spread.p75].map(|v| decimal_text(v, 4));
            assert_eq!(found, [p25, median, p75], "{values:?}");
        }
        check(&[7], "7", "7", "7");
        check(&[2, 1], "1.25", "1.5", "1.75");
        check(&[4, 1, 3, 2], "1.75", "2.5", "3.25");
        check(&[5, 4, 3, 2, 1], "2", "3", "4");
        check(&[0, 0, 0], "0", "0", "0");
        assert_eq!(spread(Vec::new()), None);
    }

    /// The arithmetic mean, which the worked example sets beside the median.
    fn mean(values: &[Exact]) -> Option<Exact> {
        let sum = sum(values);
        (!values.is_empty()).then(|| sum / exact(values.len() as i64))
    }

    /// The worked example of three posts: likes, comments, shares, saves, reach, views.
    const POSTS: [[i64; 6]; 3] = [
        [300, 20, 10, 40, 8_000, 12_000],
        [500, 30, 20, 60, 12_000, 18_000],
        [1_200, 90, 150, 300, 60_000, 95_000],
    ];
    const FOLLOWERS: i64 = 10_000;

    #[test]
    fn the_worked_example_holds() {
        fn check(
            interactions: fn(&[i64; 6]) -> i64,
            base: fn(&[i64; 6]) -> i64,
            mean_of: &str,
            median_of: &str,
            pooled: &str,
        ) {
            let rates: Vec<Exact> = POSTS
                .iter()
                .filter_map(|post| percent_of(&exact(interactions(post)), &exact(base(post))))
                .collect();
            let total = |of: fn(&[i64; 6]) -> i64| exact(POSTS.iter().map(of).sum());
            let two = |value: Option<Exact>| {
                value
                    .map(|v| (v * exact(100)).round().to_string())
                    .unwrap_or_default()
            };
            assert_eq!(two(mean(&rates)), mean_of);
            assert_eq!(two(spread(rates).map(|s| s.median)), median_of);
            assert_eq!(two(percent_of(&total(interactions), &total(base))), pooled);
        }
        let full: fn(&[i64; 6]) -> i64 = |post| post[..4].iter().sum();
        check(|post| post[0], |_| FOLLOWERS, "667", "500", "667");
        check(|post| post[0] + post[1], |_| FOLLOWERS, "713", "530", "713");
        check(full, |_| FOLLOWERS, "907", "610", "907");
        check(full, |post| post[4], "420", "463", "340");
        check(full, |post| post[5], "277", "308", "218");

        let views = numbers(&[12_000, 18_000, 95_000]);
        let average = mean(&views).unwrap_or_default();
        assert_eq!(average.round().to_string(), "41667");
        assert_eq!(spread(views).map(|s| s.median), Some(exact(18_000)));

        let fee = exact(900_000);
        let per_thousand = |views: &Exact| decimal_text(&(&fee / views), 2);
        assert_eq!(per_thousand(&average), "21.6");
        assert_eq!(per_thousand(&exact(18_000)), "50");
    }

    #[test]
    fn growth_names_the_first_value_its_whole() {
        let (first, last) = (exact(50_000), exact(52_400));
        assert_eq!(
            growth(&first, &last)
                .map(|g| decimal_text(&g, 2))
                .as_deref(),
            Some("4.8")
        );
        let monthly = growth_in_30_days(&first, &last, 91).unwrap_or_default();
        assert_eq!(format!("{monthly:.2}"), "1.56");
        assert_eq!(growth(&exact(0), &last), None);
        assert_eq!(growth_in_30_days(&first, &last, 0), None);
    }
}
