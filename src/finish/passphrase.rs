//! A passphrase: how it is made of bytes, how it is read however it was typed, and whether it is
//! worth its lock.
//!
//! Whoever has a sealed page can guess as often as they like, so what a passphrase is worth is all
//! that its lock is worth. A text of a passphrase stands in no message.

use icu_normalizer::ComposingNormalizerBorrowed;
use std::collections::BTreeSet;

/// Letters and digits of which none is taken for another: no 0 and o, no 1 and l.
const SYMBOLS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// How many symbols a derived passphrase has: 80 bits.
const LENGTH: usize = 16;

/// How many stand together in it.
const GROUP: usize = 4;

/// How many characters a passphrase has at least, and how many different ones.
const LEAST: usize = 16;
const LEAST_DIFFERENT: usize = 8;

/// What is guessed first, as it is once it is normalised. It counts for nothing, as does the name of
/// the brand.
const GUESSED: [&str; 16] = [
    "correcthorsebatterystaple",
    "passphrase",
    "password",
    "passwort",
    "motdepasse",
    "contraseña",
    "senha",
    "letmein",
    "iloveyou",
    "welcome",
    "secret",
    "mediakit",
    "pitchkit",
    "media",
    "admin",
    "login",
];

/// Rows in which each character is next to the one before: of the alphabet, of digits, of keys.
const ROWS: [&str; 7] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];

/// Why a passphrase is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weakness {
    /// What is wrong with it, as one clause that does not give it away.
    pub message: String,
    /// How to make one that is not.
    pub hint: String,
}

/// A passphrase as it is used, however it was typed: in NFKC, without white space, dashes and marks
/// that nobody sees, each character in lower case by itself, and a Greek final `ς` as `σ`, which its
/// capital does not tell apart.
pub(super) fn normalised(passphrase: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(passphrase);
    let kept = composed.chars().filter(|c| !is_passed_over(*c));
    // By itself: what stands around a letter depends on the spaces that were typed.
    let lower = kept.flat_map(char::to_lowercase);
    lower.map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}

/// White space (Unicode's `White_Space`), dashes (general category Pd), and marks without a shape of
/// their own, which come along when a text is copied out of a mail. They are written out so that no
/// version of Unicode changes what a passphrase is.
fn is_passed_over(c: char) -> bool {
    let is_space = matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}'
        | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}');
    let is_dash = matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{10d6e}'
                | '\u{10ead}'
    );
    let is_unseen = matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    is_space || is_dash || is_unseen
}

/// The first `count` symbols that `bytes` make, five bits each, the high ones first. 51 at most.
pub(super) fn symbols(bytes: &[u8; 32], count: usize) -> String {
    let bit = |at: usize| bytes[at / 8] >> (7 - at % 8) & 1;
    let symbol = |at: usize| {
        let place = (at * 5..at * 5 + 5).fold(0, |place, at| place << 1 | bit(at));
        char::from(SYMBOLS[usize::from(place)])
    };
    (0..count.min(51)).map(symbol).collect()
}

/// The passphrase that `bytes` make: `h7kq-m2xd-9rtv-c4wp`.
pub(super) fn derived(bytes: &[u8; 32]) -> String {
    let symbols = symbols(bytes, LENGTH);
    let groups = symbols.as_bytes().chunks(GROUP);
    let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
    groups.join("-")
}

/// What makes a creator's own passphrase for `brand` too easy to guess; `None` where nothing that
/// can be seen from here does.
pub(super) fn weakness(passphrase: &str, brand: &str) -> Option<Weakness> {
    let text = normalised(passphrase);
    let different: BTreeSet<char> = text.chars().collect();
    let about = if text.is_empty() {
        "is empty".to_string()
    } else if text.chars().all(char::is_numeric) {
        "is a number".to_string()
    } else if text.chars().count() < LEAST {
        format!("has fewer than {LEAST} characters, spaces and dashes aside")
    } else if is_repeated(&text) {
        "is one piece again and again".to_string()
    } else if different.len() < LEAST_DIFFERENT {
        format!("has fewer than {LEAST_DIFFERENT} different characters")
    } else if counted(&text, &normalised(brand)) < LEAST {
        format!(
            "has fewer than {LEAST} characters besides what is guessed first: rows of keys, the \
             brand's name, words such as `welcome`"
        )
    } else {
        return None;
    };
    Some(Weakness {
        message: format!("the passphrase of `{brand}` {about}"),
        hint:
            "take five words that have nothing to do with each other, with you or with the brand, \
               or leave `passphrase` out and one is made"
                .to_string(),
    })
}

/// Whether `text` is a shorter one, twice or more often, the last of them perhaps cut off.
fn is_repeated(text: &str) -> bool {
    let all: Vec<char> = text.chars().collect();
    (1..=all.len() / 2).any(|piece| all.iter().skip(piece).eq(&all[..all.len() - piece]))
}

/// How many characters of `text` are left without what is guessed first. Four or more in a row, in
/// either direction, count as one.
fn counted(text: &str, brand: &str) -> usize {
    let mut text = text.to_string();
    // A brand of one or two letters takes nothing away that would have helped.
    let brand = Some(brand).filter(|brand| brand.chars().count() > 2);
    for word in brand.into_iter().chain(GUESSED) {
        text = text.replace(word, "\0");
    }
    let all: Vec<char> = text.chars().collect();
    let mut counted = 0;
    let mut at = 0;
    while at < all.len() {
        let row = (at + 4..=all.len())
            .take_while(|end| is_row(&all[at..*end]))
            .last();
        counted += usize::from(all[at] != '\0');
        at = row.unwrap_or(at + 1);
    }
    counted
}

fn is_row(part: &[char]) -> bool {
    let forth: String = part.iter().collect();
    let back: String = part.iter().rev().collect();
    ROWS.iter()
        .any(|row| row.contains(&forth) || row.contains(&back))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_however_it_is_typed() {
        fn check(typed: &str, expected: &str) {
            assert_eq!(normalised(typed), expected, "{typed:?}");
        }
        check("h7kq-m2xd-9rtv-c4wp", "h7kqm2xd9rtvc4wp");
        check(" H7KQ M2XD\u{2014}9rtv\u{2011}c4wp\n", "h7kqm2xd9rtvc4wp");
        check("\u{2066}h7kq\u{2069}\u{200b}\u{ad}", "h7kq");
        check("ＡＢ　ﬁ", "abfi");
        check("Caf\u{65}\u{301}", "café");
        check("ΟΔΟΣ-οδος", "οδοσοδοσ");
        check("Straße", "straße");
        check("İ", "i\u{307}");
        check(" - ", "");
    }

    #[test]
    fn bytes_make_symbols() {
        fn check(bytes: [u8; 32], expected: &str) {
            assert_eq!(derived(&bytes), expected);
        }
        check([0; 32], "2222-2222-2222-2222");
        check([255; 32], "zzzz-zzzz-zzzz-zzzz");
        let mut bytes = [0; 32];
        bytes[..3].copy_from_slice(&[0b0000_1000, 0b1000_0110, 0b0100_0000]);
        check(bytes, "3456-2222-2222-2222");
        assert_eq!(symbols(&[255; 32], 51).len(), 51);
        let different: BTreeSet<&u8> = SYMBOLS.iter().collect();
        assert_eq!(different.len(), 32);
    }

    #[test]
    fn what_is_soon_guessed_is_refused() {
        fn check(passphrase: &str, expected: &str) {
            let found = weakness(passphrase, "northwind").map(|weakness| weakness.message);
            let found = found.unwrap_or_default();
            assert!(found.ends_with(expected), "{passphrase}: {found}");
            assert_eq!(found.is_empty(), expected.is_empty(), "{found}");
        }
        let short = "has fewer than 16 characters, spaces and dashes aside";
        let guessed = "words such as `welcome`";
        check("", "is empty");
        check(" -\u{2014} ", "is empty");
        check("password", short);
        check("sparrow", short);
        check("a b c d e f g h i j k l m n o", short);
        check("4820 5718 2390 4417", "is a number");
        check("٤٨٢٠٥٧١٨٢٣٩٠٤٤١٧", "is a number");
        check("sparrow sparrow sparrow", "is one piece again and again");
        check("lighthouse-lighthouse-ligh", "is one piece again and again");
        check(
            "aabbaabbabababbbaab",
            "has fewer than 8 different characters",
        );
        check("abcdefghijklmnopqrstuvwxyz", guessed);
        check("qwertyuiop asdfghjkl zxcvbnm", guessed);
        check("1234567890 qwertzuiop", guessed);
        check("Our password for Northwind, 2026", guessed);
        check("welcome-northwind-media-kit", guessed);
        check("correct horse battery staple", guessed);
        check("marble-otter-violin-canyon-dusk", "");
        check("h7kq-m2xd-9rtv-c4wp", "");
        check("drei Enten suchen im Nebel ein Klavier", "");
        check("青い傘と古い地図と三匹の猫と夜の駅", "");
    }

    #[test]
    fn a_message_gives_nothing_away() {
        for own in ["tulip", "tulip tulip tulip tulip", "tulipgarden northwind"] {
            let weakness = weakness(own, "northwind").expect("weak");
            assert!(!format!("{weakness:?}").contains("tulip"), "{weakness:?}");
        }
    }
}
