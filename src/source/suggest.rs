//! The nearest known word, for hints.

/// The word of `known` that `word` was most likely meant to be, or `None` when nothing is near.
///
/// Near is at most a third of the longer word's letters wrong (counting a swap of neighbours as
/// one), ignoring case and taking `-`, `_` and blanks as equal; or one word being the start of
/// the other.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word);
    known
        .into_iter()
        .filter_map(|candidate| {
            let folded = fold(candidate);
            let longer = word.len().max(folded.len());
            let shorter = word.len().min(folded.len());
            let begins = shorter >= 3 && word[..shorter] == folded[..shorter];
            // The distance is at least the difference in length; most words end here.
            if !begins && (longer - shorter) * 3 > longer {
                return None;
            }
            let distance = distance(&word, &folded);
            (distance * 3 <= longer || begins).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many characters of a word are compared.
const LONGEST: usize = 64;

fn fold(word: &str) -> Vec<char> {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '-' | ' ') { '_' } else { c })
        .take(LONGEST)
        .collect()
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut two_back = [0; LONGEST + 1];
    let mut previous: [usize; LONGEST + 1] = std::array::from_fn(|j| j);
    for i in 1..=a.len() {
        let mut current = [i; LONGEST + 1];
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (previous[j] + 1)
                .min(current[j - 1] + 1)
                .min(previous[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(two_back[j - 2] + 1);
            }
            current[j] = best;
        }
        two_back = std::mem::replace(&mut previous, current);
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_was_meant() {
        fn check(word: &str, expected: Option<&str>) {
            let known = [
                "tagline",
                "name",
                "languages",
                "email",
                "followers",
                "engagement_rate",
            ];
            assert_eq!(nearest(word, known), expected, "{word}");
        }
        check("tagine", Some("tagline"));
        check("nmae", Some("name"));
        check("language", Some("languages"));
        check("E-Mail", Some("email"));
        check("Follower", Some("followers"));
        check("engagement rate", Some("engagement_rate"));
        check("zzz", None);
        check("", None);
    }
}
