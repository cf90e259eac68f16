//! Whether what is not for everybody is anywhere in what everybody gets.
//!
//! A view holds nothing that its audience may not see, so nothing of it should be. This looks
//! whether that is true, in what was made: plain, in other writings of the same letters, and as
//! programs pack texts into files.

use aho_corasick::{AhoCorasick, MatchKind};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::collections::BTreeSet;

/// A text that must be found nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// The text.
    pub text: String,
    /// Whether it is looked for as a whole word, however short it is, and in texts alone.
    pub is_word: bool,
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leak {
    /// Which of the needles.
    pub needle: usize,
    /// In which file.
    pub path: String,
}

/// What addresses leave as it is.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where any of `needles` is found in `files`, by path. What is in one of the `known` texts too may
/// be read by everybody, and is none of them.
pub fn leaks<'a>(
    needles: &[Needle],
    known: &[&[u8]],
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Vec<Leak> {
    let all: Vec<usize> = (0..needles.len()).collect();
    let plain = Search::new(needles, &all, &|needle| {
        vec![folded(&needle.text).into_bytes()]
    });
    let mut public = BTreeSet::new();
    for text in known {
        plain.find(text, &mut public);
        if let Some(read) = as_read(text) {
            plain.find(read.as_bytes(), &mut public);
        }
    }
    let left: Vec<usize> = all
        .into_iter()
        .filter(|index| !public.contains(index))
        .collect();
    if left.is_empty() {
        return Vec::new();
    }
    let written = Search::new(needles, &left, &writings);
    let packed = Search::with_case(needles, &left, &packings);
    let mut leaks = Vec::new();
    for (path, bytes) in files {
        let mut found = BTreeSet::new();
        written.find(path.as_bytes(), &mut found);
        written.find(bytes, &mut found);
        packed.find(bytes, &mut found);
        if let Some(read) = as_read(bytes) {
            written.find(read.as_bytes(), &mut found);
        }
        leaks.extend(found.into_iter().map(|needle| Leak {
            needle,
            path: path.to_string(),
        }));
    }
    leaks.sort();
    leaks
}

/// Writings of needles, and whose each is.
struct Search<'n> {
    needles: &'n [Needle],
    machine: Option<AhoCorasick>,
    owners: Vec<usize>,
}

impl<'n> Search<'n> {
    /// Looks for what `write` makes of the needles, whatever the case of Latin letters.
    fn new(
        needles: &'n [Needle],
        which: &[usize],
        write: &dyn Fn(&Needle) -> Vec<Vec<u8>>,
    ) -> Search<'n> {
        Search::built(needles, which, write, true)
    }

    fn with_case(
        needles: &'n [Needle],
        which: &[usize],
        write: &dyn Fn(&Needle) -> Vec<Vec<u8>>,
    ) -> Search<'n> {
        Search::built(needles, which, write, false)
    }

    fn built(
        needles: &'n [Needle],
        which: &[usize],
        write: &dyn Fn(&Needle) -> Vec<Vec<u8>>,
        folds: bool,
    ) -> Search<'n> {
        let written = which.iter().flat_map(|index| {
            let needle = &needles[*index];
            let written = write(needle).into_iter();
            written.map(|bytes| (*index, bytes))
        });
        let (owners, patterns): (Vec<usize>, Vec<Vec<u8>>) =
            written.filter(|(_, bytes)| !bytes.is_empty()).unzip();
        let machine = AhoCorasick::builder()
            .ascii_case_insensitive(folds)
            .match_kind(MatchKind::Standard)
            .build(&patterns);
        Search {
            needles,
            machine: machine.ok(),
            owners,
        }
    }

    /// Adds to `found` the needles that are in `bytes`.
    fn find(&self, bytes: &[u8], found: &mut BTreeSet<usize>) {
        let Some(machine) = &self.machine else { return };
        for hit in machine.find_overlapping_iter(bytes) {
            let index = self.owners[hit.pattern().as_usize()];
            let is_text = || std::str::from_utf8(bytes).is_ok();
            if !self.needles[index].is_word || is_alone(bytes, hit.start(), hit.end()) && is_text()
            {
                found.insert(index);
            }
        }
    }
}

/// Whether what stands at `start..end` is a word of its own.
fn is_alone(bytes: &[u8], start: usize, end: usize) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    !before.is_some_and(is_letter) && !bytes.get(end).is_some_and(is_letter)
}

/// The text of a file as a person reads it: without what only parts, joins or turns letters, and
/// with one blank for any.
fn as_read(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    // Lines of address books are cut where they are full.
    Some(folded(&text.replace("\r\n ", "")))
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        let is_mark = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}');
        if c.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if !is_mark {
            folded.push(c);
        }
    }
    folded
}

/// A text as it may stand in a file that shows it.
fn writings(needle: &Needle) -> Vec<Vec<u8>> {
    let text = folded(&needle.text);
    let mut all = vec![
        text.clone(),
        needle.text.clone(),
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;"),
        serde_json::Value::from(text.as_str())
            .to_string()
            .trim_matches('"')
            .to_string(),
        utf8_percent_encode(&text, ADDRESS).to_string(),
    ];
    let quoted = all[2].replace('"', "&quot;");
    all.extend([
        quoted.replace('\'', "&#39;"),
        quoted.replace('\'', "&#x27;"),
        quoted,
    ]);
    // A telephone number is dialled without what makes it easy to read.
    let is_number = |c: char| c.is_ascii_digit() || " +-()./".contains(c);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 7 && text.chars().all(is_number) {
        all.push(digits);
    }
    let mut bytes: Vec<Vec<u8>> = all.into_iter().map(String::into_bytes).collect();
    if !needle.is_word {
        let units: Vec<u16> = text.encode_utf16().collect();
        bytes.push(units.iter().flat_map(|unit| unit.to_le_bytes()).collect());
        bytes.push(units.iter().flat_map(|unit| unit.to_be_bytes()).collect());
    }
    bytes.sort();
    bytes.dedup();
    bytes
}

/// A text as base64 has it, wherever in it the text begins.
fn packings(needle: &Needle) -> Vec<Vec<u8>> {
    if needle.is_word {
        return Vec::new();
    }
    let mut all = Vec::new();
    for before in 0..3 {
        let mut bytes = vec![0; before];
        bytes.extend_from_slice(needle.text.as_bytes());
        // Of the first and the last letter only some bits are the text's.
        let (first, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
        for engine in [&STANDARD, &URL_SAFE] {
            let packed = engine.encode(&bytes);
            all.extend(packed.get(first..end).map(|part| part.as_bytes().to_vec()));
        }
    }
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, is_word: bool, known: &[&[u8]], file: &[u8]) -> bool {
        let needle = Needle {
            text: text.to_string(),
            is_word,
        };
        !leaks(&[needle], known, [("index.html", file)]).is_empty()
    }

    #[test]
    fn a_text_is_found_however_it_is_written() {
        let secret = "Three films, “Ñandú” & 6 800 €";
        fn check(text: &str, file: &[u8], expected: bool) {
            assert_eq!(found(text, false, &[], file), expected, "{text}");
        }
        check(secret, secret.as_bytes(), true);
        check(secret, b"nothing of it", false);
        check(secret, "three FILMS, “Ñandú” & 6 800 €".as_bytes(), true);
        check(
            secret,
            "<p>Three films, “Ñandú” &amp; 6\u{a0}800\u{202f}€".as_bytes(),
            true,
        );
        check(
            secret,
            "Three\n   films, \u{2068}“Ñandú”\u{2069} & 6 800 €".as_bytes(),
            true,
        );
        check("a \"b\" c d", br#"{"a":"a \"b\" c d"}"#, true);
        check("a \"b\" c d", b"<p>a &quot;b&quot; c d", true);
        check("NOTE of mine", b"NOTE o\r\n f mine", true);
        check("+34 600 000 000", b"https://wa.me/34600000000", true);
        let address = utf8_percent_encode(secret, ADDRESS).to_string();
        check(secret, address.as_bytes(), true);
        check(secret, address.to_lowercase().as_bytes(), true);
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let units: Vec<u8> = secret.encode_utf16().flat_map(order).collect();
            check(secret, &[b"\xff\xd8", &units[..], b"\xff"].concat(), true);
        }
        for before in ["", "x", "xy", "xyz"] {
            for text in [secret, "sixsix"] {
                let packed = STANDARD.encode(format!("{before}{text} and more"));
                check(text, packed.as_bytes(), true);
                check(text, STANDARD.encode(before).as_bytes(), false);
            }
        }
    }

    #[test]
    fn a_short_name_is_found_as_a_word() {
        fn check(file: &[u8], expected: bool) {
            assert_eq!(found("Ask", true, &[], file), expected);
        }
        check(b"for Ask, only", true);
        check(b"ASK", true);
        check(b"a mask", false);
        check("Askö".as_bytes(), false);
        check(b"\xff ask \xff", false);
    }

    #[test]
    fn what_everybody_reads_is_no_leak() {
        fn check(known: &str, expected: bool) {
            let known = known.as_bytes();
            assert_eq!(
                found("Night rail", false, &[known], b"Night rail"),
                expected
            );
        }
        check("", true);
        check("the night\u{a0}rail of 2026", false);
    }

    #[test]
    fn names_of_files_count() {
        let needle = Needle {
            text: "velmora".to_string(),
            is_word: false,
        };
        let leak = leaks(&[needle], &[], [("for/velmora.html", &b""[..])]);
        assert_eq!(leak.len(), 1);
    }
}
