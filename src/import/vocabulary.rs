//! The words of exports, in every language that was seen, to what they mean.

use icu_normalizer::ComposingNormalizerBorrowed;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// By section, by word as [`plain`] writes it, what the word means.
type Words = BTreeMap<String, BTreeMap<String, String>>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let listed: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("headers.toml")).expect("a list of words");
    let meanings = |section: BTreeMap<String, Vec<String>>| {
        let mut meanings = BTreeMap::new();
        for (meaning, words) in section {
            for word in words {
                meanings.insert(plain(&word), meaning.clone());
            }
        }
        meanings
    };
    listed
        .into_iter()
        .map(|(name, section)| (name, meanings(section)))
        .collect()
});

/// No listed word has so many bytes, however it is written: longer cells are texts of posts.
const LONGEST: usize = 400;

/// What `word` means in `section` of the list; `None` when it is not known there.
pub(super) fn meaning(section: &str, word: &str) -> Option<&'static str> {
    let words = WORDS.get(section)?;
    if word.len() > LONGEST || word.is_empty() {
        return None;
    }
    words.get(&plain(word)).map(String::as_str)
}

/// A word without what does not matter: case, width of letters, soft hyphens, kinds and numbers
/// of blanks.
pub(super) fn plain(word: &str) -> String {
    if word.is_ascii() {
        return spaced(&word.to_ascii_lowercase());
    }
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let folded = nfkc.normalize(word).to_lowercase();
    let visible = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}');
    let visible: String = folded.chars().filter(visible).collect();
    spaced(&visible)
}

/// The words of a text with one blank between two.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_matter_is_left_out() {
        fn check(word: &str, expected: &str) {
            assert_eq!(plain(word), expected);
        }
        check("\u{feff}Date", "date");
        check("Abon\u{ad}nenten", "abonnenten");
        check("Phone number clicks ", "phone number clicks");
        check("Top\u{a0}countries", "top countries");
        check("総再生時間（単位： 時間）", "総再生時間(単位: 時間)");
        check("ＩＤ", "id");
    }

    #[test]
    fn no_word_means_two_things() {
        let listed: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("headers.toml")).unwrap();
        for (name, section) in listed {
            let mut seen = BTreeMap::new();
            for (meaning, words) in &section {
                for word in words {
                    let before = seen.insert(plain(word), meaning);
                    assert_eq!(before, None, "{name}: {word}");
                    assert!(word.len() * 3 < LONGEST, "{word}");
                }
            }
        }
    }
}
