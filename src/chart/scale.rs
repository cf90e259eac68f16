//! Values to shares of a length.

/// The values a length stands for, from its start to its end. Always finite, `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
}

impl Scale {
    /// From the smallest value to the largest. `None` without values. All values are finite.
    pub fn spanning(values: impl IntoIterator<Item = f64>) -> Option<Scale> {
        values.into_iter().fold(None, |scale, value| {
            let Scale { low, high } = scale.unwrap_or(Scale {
                low: value,
                high: value,
            });
            Some(Scale {
                low: low.min(value),
                high: high.max(value),
            })
        })
    }

    /// The same with zero in it, for marks whose length is read.
    pub fn with_zero(self) -> Scale {
        Scale {
            low: self.low.min(0.0),
            high: self.high.max(0.0),
        }
    }

    /// Where `value` is between start and end, 0 to 1. `None` when all values are equal.
    pub fn share(self, value: f64) -> Option<f64> {
        // Halves, because the difference of two huge values may be no finite number.
        let length = self.high / 2.0 - self.low / 2.0;
        let share = (value / 2.0 - self.low / 2.0) / length;
        (length > 0.0).then(|| share.clamp(0.0, 1.0))
    }
}

/// Which value is larger than every other. `None` when several are equally large, since marking
/// one of them would say something untrue.
pub(super) fn largest(values: impl IntoIterator<Item = Option<f64>>) -> Option<usize> {
    let mut best: Option<(f64, Option<usize>)> = None;
    for (index, value) in values.into_iter().enumerate() {
        let Some(value) = value else { continue };
        best = match best {
            Some((most, _)) if value == most => Some((most, None)),
            Some((most, at)) if value < most => Some((most, at)),
            _ => Some((value, Some(index))),
        };
    }
    best.and_then(|(_, index)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares() {
        fn check(values: &[f64], value: f64, expected: Option<f64>) {
            let scale = Scale::spanning(values.iter().copied());
            assert_eq!(scale.and_then(|scale| scale.share(value)), expected);
        }
        check(&[], 0.0, None);
        check(&[7.0], 7.0, None);
        check(&[10.0, 20.0], 15.0, Some(0.5));
        check(&[-10.0, 30.0], 0.0, Some(0.25));
        check(&[f64::MIN, f64::MAX], 0.0, Some(0.5));
        check(&[f64::MIN, f64::MAX], f64::MAX, Some(1.0));
    }

    #[test]
    fn the_largest_is_one() {
        fn check(values: &[Option<f64>], expected: Option<usize>) {
            assert_eq!(largest(values.iter().copied()), expected);
        }
        check(&[], None);
        check(&[None, None], None);
        check(&[Some(0.0)], Some(0));
        check(&[Some(1.0), None, Some(3.0), Some(2.0)], Some(2));
        check(&[Some(3.0), Some(3.0)], None);
        check(&[Some(3.0), Some(3.0), Some(4.0)], Some(2));
    }
}
