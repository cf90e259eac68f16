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
    /// What it is, which decides how it is looked for.
    pub kind: Kind,
}

/// What a text is that must be found nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Several words, or what is no word: looked for in every file, and inside of words.
    Text,
    /// One word: looked for as such, and in texts alone. What is no text holds words of formats, and
    /// stylesheets are made of words.
    Word,
    /// A number: looked for in texts, and not as a part of another one.
    Amount,
    /// A telephone number: looked for in its digits, too, however they are set apart.
    Phone,
}

impl Needle {
    /// Words that must be found nowhere.
    pub fn of(text: &str) -> Needle {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_number = text
            .chars()
            .all(|c| c.is_ascii_digit() || BETWEEN_DIGITS.contains(c));
        let kind = if is_number && digits >= 7 {
            Kind::Phone
        } else if text.chars().all(|c| c.is_alphabetic() || c == '-') || text.chars().count() < 6 {
            Kind::Word
        } else {
            Kind::Text
        };
        let text = text.to_string();
        Needle { text, kind }
    }
}

/// What sets the digits of a telephone number apart.
const BETWEEN_DIGITS: &str = " +-()./";

/// How many digits of it are the same from anywhere.
const DIALLED: usize = 9;

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

/// Where any of `needles` is found in `files`, by path. What is in one of the `known` files too may be
/// read by everybody, and is none of them.
pub fn leaks<'a, 'b>(
    needles: &[Needle],
    known: impl IntoIterator<Item = (&'b str, &'b [u8])>,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Vec<Leak> {
    let all: Vec<usize> = (0..needles.len()).collect();
    let search = Searches::new(needles, &all);
    let mut public = BTreeSet::new();
    for (path, bytes) in known {
        search.find(path, bytes, &mut public);
    }
    let left: Vec<usize> = all
        .into_iter()
        .filter(|index| !public.contains(index))
        .collect();
    if left.is_empty() {
        return Vec::new();
    }
    let search = Searches::new(needles, &left);
    let mut leaks = Vec::new();
    for (path, bytes) in files {
        let mut found = BTreeSet::new();
        search.find(path, bytes, &mut found);
        leaks.extend(found.into_iter().map(|needle| Leak {
            needle,
            path: path.to_string(),
        }));
    }
    leaks.sort();
    leaks
}

/// All ways of looking for needles.
struct Searches<'n> {
    /// Whatever the case of Latin letters.
    written: Search<'n>,
    packed: Search<'n>,
    dialled: Search<'n>,
}

impl<'n> Searches<'n> {
    fn new(needles: &'n [Needle], which: &[usize]) -> Searches<'n> {
        Searches {
            written: Search::new(needles, which, &writings, true),
            packed: Search::new(needles, which, &packings, false),
            dialled: Search::new(needles, which, &dialled, false),
        }
    }

    /// Adds to `found` the needles that are in the file at `path`.
    fn find(&self, path: &str, bytes: &[u8], found: &mut BTreeSet<usize>) {
        let text = std::str::from_utf8(bytes).ok();
        self.written.find(path.as_bytes(), Some(false), found);
        let is_style = path.ends_with(".css");
        self.written.find(bytes, text.map(|_| is_style), found);
        self.packed.find(bytes, None, found);
        if let Some(text) = text {
            // Lines of address books are cut where they are full.
            let read = folded(&text.replace("\r\n ", ""));
            self.written.find(read.as_bytes(), Some(is_style), found);
            if self.dialled.machine.is_some() {
                self.dialled.find(digits(&read).as_bytes(), None, found);
            }
        }
    }
}

/// Writings of needles, and whose each is.
struct Search<'n> {
    needles: &'n [Needle],
    machine: Option<AhoCorasick>,
    owners: Vec<usize>,
}

impl<'n> Search<'n> {
    /// Looks for what `write` makes of the needles.
    fn new(
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
            machine: machine.ok().filter(|_| !owners.is_empty()),
            owners,
        }
    }

    /// Adds to `found` the needles that are in `bytes`, of which is known whether they are a
    /// stylesheet, where they are a text at all.
    fn find(&self, bytes: &[u8], is_style: Option<bool>, found: &mut BTreeSet<usize>) {
        let Some(machine) = &self.machine else { return };
        for hit in machine.find_overlapping_iter(bytes) {
            let index = self.owners[hit.pattern().as_usize()];
            let (start, end) = (hit.start(), hit.end());
            let is_found = match self.needles[index].kind {
                Kind::Text | Kind::Phone => true,
                Kind::Word => is_style == Some(false) && is_alone(bytes, start, end),
                Kind::Amount => is_style.is_some() && is_whole(bytes, start, end),
            };
            if is_found {
                found.insert(index);
            }
        }
    }
}

/// Whether the number at `start..end`, which is in a text, is no part of a longer one.
fn is_whole(bytes: &[u8], start: usize, end: usize) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let is_mark = |byte: Option<&u8>| byte.is_some_and(|byte| b".,' ".contains(byte));
    let at = |back: usize| start.checked_sub(back).and_then(|at| bytes.get(at));
    let begins = is_digit(bytes.get(start));
    let ends = is_digit(end.checked_sub(1).and_then(|at| bytes.get(at)));
    let goes_on_before = is_digit(at(1)) || is_mark(at(1)) && is_digit(at(2));
    let after = (bytes.get(end), bytes.get(end + 1));
    let goes_on_after = is_digit(after.0) || is_mark(after.0) && is_digit(after.1);
    !(begins && goes_on_before || ends && goes_on_after)
}

/// Whether what stands at `start..end`, which is in a text, is a word of its own. Where words are not
/// set apart by blanks, every place is the edge of one.
fn is_alone(bytes: &[u8], start: usize, end: usize) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{2e80}');
    let Some(((before, word), after)) = text
        .split_at_checked(end)
        .and_then(|(head, after)| Some((head.split_at_checked(start)?, after)))
    else {
        return false;
    };
    let parts_before = joins(word.chars().next()) && joins(before.chars().next_back());
    let parts_after = joins(word.chars().next_back()) && joins(after.chars().next());
    !parts_before && !parts_after
}

/// The digits of `text`, those of one number together.
fn digits(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            out.push(c);
        } else if !BETWEEN_DIGITS.contains(c) && !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

/// The last digits of a telephone number.
fn dialled(needle: &Needle) -> Vec<Vec<u8>> {
    if needle.kind != Kind::Phone {
        return Vec::new();
    }
    let digits: Vec<u8> = needle.text.bytes().filter(u8::is_ascii_digit).collect();
    let start = digits.len().saturating_sub(DIALLED);
    vec![digits[start..].to_vec()]
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
    let mut bytes: Vec<Vec<u8>> = all.into_iter().map(String::into_bytes).collect();
    if matches!(needle.kind, Kind::Text | Kind::Phone) {
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
    if matches!(needle.kind, Kind::Word | Kind::Amount) {
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

    fn found(needle: Needle, known: &str, path: &str, file: &[u8]) -> bool {
        let known = [("index.html", known.as_bytes())];
        !leaks(&[needle], known, [(path, file)]).is_empty()
    }

    #[test]
    fn a_text_is_found_however_it_is_written() {
        let secret = "Three films, “Ñandú” & 6 800 €";
        fn check(text: &str, file: &[u8], expected: bool) {
            let hit = found(Needle::of(text), "", "a.html", file);
            assert_eq!(hit, expected, "{text}");
        }
        check(secret, secret.as_bytes(), true);
        check(secret, b"nothing of it", false);
        check(secret, "three FILMS, “Ñandú” & 6 800 €".as_bytes(), true);
        let page = "<p>Three films, “Ñandú” &amp; 6\u{a0}800\u{202f}€";
        check(secret, page.as_bytes(), true);
        let apart = "Three\n   films, \u{2068}“Ñandú”\u{2069} & 6 800 €";
        check(secret, apart.as_bytes(), true);
        check("a \"b\" c d", br#"{"a":"a \"b\" c d"}"#, true);
        check("a \"b\" c d", b"<p>a &quot;b&quot; c d", true);
        check("NOTE of mine", b"NOTE o\r\n f mine", true);
        let address = utf8_percent_encode(secret, ADDRESS).to_string();
        check(secret, address.as_bytes(), true);
        check(secret, address.to_lowercase().as_bytes(), true);
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let units: Vec<u8> = secret.encode_utf16().flat_map(order).collect();
            check(secret, &[b"\xff\xd8", &units[..], b"\xff"].concat(), true);
        }
        for before in ["", "x", "xy", "xyz"] {
            for text in [secret, "six si"] {
                let packed = STANDARD.encode(format!("{before}{text} and more"));
                check(text, packed.as_bytes(), true);
                check(text, STANDARD.encode(before).as_bytes(), false);
            }
        }
    }

    #[test]
    fn a_telephone_number_is_found_in_its_digits() {
        fn check(file: &str, expected: bool) {
            let needle = Needle::of("+34 600 111 222");
            assert_eq!(needle.kind, Kind::Phone);
            assert_eq!(
                found(needle, "", "a.html", file.as_bytes()),
                expected,
                "{file}"
            );
        }
        for written in [
            "https://wa.me/34600111222",
            "0034 600 111 222",
            "600-111-222",
            "+34 (600) 111-222",
            "+34.600.111.222",
        ] {
            check(written, true);
        }
        check("600 111, 222", false);
        check("600 111 223", false);
        let needle = Needle::of("+34 600-111-222");
        assert!(!found(needle, "+34 600 111 222", "a.html", b"34600111222"));
    }

    #[test]
    fn a_word_is_found_as_a_word_and_in_texts() {
        fn check(word: &str, path: &str, file: &[u8], expected: bool) {
            let needle = Needle::of(word);
            assert_eq!(needle.kind, Kind::Word);
            assert_eq!(found(needle, "", path, file), expected, "{word} in {path}");
        }
        check("Ask", "a.html", b"for Ask, only", true);
        check("Ask", "a.html", b"ASK", true);
        check("Ask", "a.html", b"a mask", false);
        check("Ask", "a.html", "Askö".as_bytes(), false);
        check("Ask", "a.html", "これはAskのため".as_bytes(), true);
        check("花王", "a.html", "これは花王のため".as_bytes(), true);
        check("Length", "kit.pdf", b"\xff /Length \xff", false);
        check("Orange", "assets/kit.css", b"a { color: orange }", false);
        check("Orange", "for/orange.html", b"", true);
    }

    #[test]
    fn an_amount_is_no_part_of_another() {
        fn check(text: &str, file: &str, expected: bool) {
            let text = text.to_string();
            let kind = Kind::Amount;
            let hit = found(Needle { text, kind }, "", "a.html", file.as_bytes());
            assert_eq!(hit, expected, "{file}");
        }
        check("1.500 €", "ab 1.500 €, netto", true);
        check("1.500 €", "11.500 €", false);
        check("1.500 €", "2.001.500 €", false);
        check("€50", "€50.", true);
        check("€50", "€50,000", false);
        check("€50", "€500", false);
    }

    #[test]
    fn what_everybody_reads_is_no_leak() {
        fn check(known: &str, expected: bool) {
            let needle = Needle::of("Night rail");
            assert_eq!(found(needle, known, "a.html", b"Night rail"), expected);
        }
        check("", true);
        check("the night\u{a0}rail of 2026", false);
    }

    #[test]
    fn names_of_files_count() {
        let needle = Needle::of("velmora");
        assert!(found(needle, "", "for/velmora.html", b""));
    }
}
