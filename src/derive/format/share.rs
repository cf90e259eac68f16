//! Shares in words: "four in ten".

use crate::kit::{Exact, exact};

/// The fractions that are said in words: key in `words`, parts, of how many; smallest first.
const FRACTIONS: &[(&str, i64, i64)] = &[
    ("share-one-in-ten", 1, 10),
    ("share-two-in-ten", 2, 10),
    ("share-one-in-four", 1, 4),
    ("share-three-in-ten", 3, 10),
    ("share-one-in-three", 1, 3),
    ("share-four-in-ten", 4, 10),
    ("share-half", 1, 2),
    ("share-six-in-ten", 6, 10),
    ("share-two-in-three", 2, 3),
    ("share-seven-in-ten", 7, 10),
    ("share-three-in-four", 3, 4),
    ("share-eight-in-ten", 8, 10),
    ("share-nine-in-ten", 9, 10),
];

/// How far a share may lie above the fraction it is called by, in points.
const TOLERANCE: i64 = 3;

/// A share in percent as a fraction in words: the key in `words`, and how many people it speaks
/// of (1 for "one in four", 4 for "four in ten", 2 for a half). It is the largest fraction that
/// the share has reached, and `None` when the share is three points or more above it, or below
/// all of them: then [`super::Locale::percent_cut`] says it. So words are never more than the truth.
pub fn share_word(percent: &Exact) -> Option<(&'static str, u64)> {
    let above = |parts: i64, of: i64| percent - exact(100 * parts) / exact(of);
    let (key, parts, of) = FRACTIONS
        .iter()
        .rev()
        .find(|(_, parts, of)| above(*parts, *of) >= exact(0))?;
    let count = if *key == "share-half" {
        2
    } else {
        parts.unsigned_abs()
    };
    (above(*parts, *of) < exact(TOLERANCE)).then_some((*key, count))
}

/// Every key that [`share_word`] may give.
#[cfg(test)]
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    FRACTIONS.iter().map(|(key, ..)| *key)
}

#[cfg(test)]
mod tests {
    use super::share_word;
    use crate::kit::{exact, parse_decimal};
    use proptest::prelude::*;

    #[test]
    fn words() {
        fn check(percent: &str, expected: Option<(&str, u64)>) {
            let percent = parse_decimal(percent).expect("a number");
            assert_eq!(share_word(&percent), expected, "{percent}");
        }
        check("9.99", None);
        check("10", Some(("share-one-in-ten", 1)));
        check("13", None);
        check("24.9", None);
        check("25", Some(("share-one-in-four", 1)));
        check("30", Some(("share-three-in-ten", 3)));
        check("33", None);
        check("33.4", Some(("share-one-in-three", 1)));
        check("39.9", None);
        check("40", Some(("share-four-in-ten", 4)));
        check("42.99", Some(("share-four-in-ten", 4)));
        check("43", None);
        check("50", Some(("share-half", 2)));
        check("66", None);
        check("67", Some(("share-two-in-three", 2)));
        check("75.5", Some(("share-three-in-four", 3)));
        check("90", Some(("share-nine-in-ten", 9)));
        check("100", None);
    }

    proptest! {
        #[test]
        fn words_are_never_more_than_the_truth(hundredths in 0_i64..=10_000) {
            let percent = exact(hundredths) / exact(100);
            if let Some((key, _)) = share_word(&percent) {
                let said = super::FRACTIONS.iter().find(|(known, ..)| *known == key);
                let (_, parts, of) = said.expect("one of them");
                let above = percent - exact(100 * parts) / exact(*of);
                prop_assert!(above >= exact(0) && above < exact(3));
            }
        }
    }
}
