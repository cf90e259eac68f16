//! Texts that nobody would write: no kit makes the program panic, and what it says of a kit has a
//! place in it.

use crate::{EXAMPLE, Texts, held, texts_of, tries};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What may happen to a text.
#[derive(Clone, Debug)]
enum Change {
    DropLine(Index),
    DoubleLine(Index),
    SwapLines(Index, Index),
    Insert(Index, String),
    DropPart(Index, Index),
    /// Everything after is lost.
    Truncate(Index),
}

/// Characters and words that mean something to one of the formats, or that look odd.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "{{",
    "}}",
    "{{ followers }}",
    "{{ instagram.",
    "=",
    ".",
    ",",
    ";",
    "#",
    "+++\n",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\\",
    "\\u",
    "\0",
    "<",
    ">",
    "&",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "> ",
    "- ",
    "1. ",
    "[^1]",
    "[^1]: ",
    "![](",
    "](",
    "|",
    "|-|\n",
    "---\n",
    "<b>",
    "<!--",
    "javascript:",
    "é",
    "\u{301}",
    "\u{202e}",
    "\u{feff}",
    "\u{200b}",
    "🙂",
    "👨\u{200d}👩\u{200d}👧",
    "ß",
    "İ",
    "\u{85}",
    "\u{2028}",
    "9",
    "-",
    "+",
    "%",
    "1e9",
    "0",
    "99999999999999999999",
    "inf",
    "nan",
    "true",
    "2026-02-30",
    "9999-12-31",
    "31/12/2026",
    "date",
    "platform",
    "brand",
    "name",
    "instagram",
    "followers",
    "views",
    "28d",
    "lifetime",
    "photos/trail.jpg",
    "../x.jpg",
    "https://a.example/",
    "http://[::1",
    "a@b",
];

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    let piece = || {
        prop_oneof![
            4 => select(PIECES).prop_map(String::from),
            1 => any::<char>().prop_map(String::from),
        ]
    };
    prop_oneof![
        at().prop_map(Change::DropLine),
        at().prop_map(Change::DoubleLine),
        (at(), at()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        (at(), piece()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), piece()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), at()).prop_map(|(one, other)| Change::DropPart(one, other)),
        at().prop_map(Change::Truncate),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return text.to_string();
    }
    let place = |at: &Index| {
        let mut at = at.index(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    match change {
        Change::DropLine(at) => {
            let at = at.index(lines.len());
            lines[..at].concat() + &lines[at + 1..].concat()
        }
        Change::DoubleLine(at) => {
            let at = at.index(lines.len());
            lines[..at].concat() + lines[at] + &lines[at..].concat()
        }
        Change::SwapLines(one, other) => {
            let mut lines = lines.clone();
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            lines.swap(one, other);
            lines.concat()
        }
        Change::Insert(at, piece) => {
            let at = place(at);
            format!("{}{piece}{}", &text[..at], &text[at..])
        }
        Change::DropPart(at, length) => {
            let start = place(at);
            let mut end = (start + length.index(40)).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            format!("{}{}", &text[..start], &text[end..])
        }
        Change::Truncate(at) => text[..place(at)].to_string(),
    }
}

/// The example kit with `text` at `path`.
fn example_with(path: &str, text: String) -> Texts {
    let mut texts = EXAMPLE.clone();
    texts.insert(path.to_string(), text);
    texts
}

/// A text out of the pieces, as long as a hundred of them.
fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..100).prop_map(|pieces| pieces.concat())
}

/// The texts that the changes are made to, the longest first and most often.
const CHANGED: &[&str] = &[
    "profile.toml",
    "profile.toml",
    "story.md",
    "metrics.csv",
    "collaborations/odd-salt-co.md",
    "collaborations/rain-jacket-2025.md",
];

proptest! {
    #![proptest_config(tries(1))]

    #[test]
    fn a_changed_kit_is_built_or_refused(
        path in select(CHANGED),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let text = changes.iter().fold(EXAMPLE[path].clone(), |text, one| changed(&text, one));
        held(&example_with(path, text));
    }

    #[test]
    fn a_kit_of_any_text_is_built_or_refused(
        path in select(CHANGED),
        text in prop_oneof![any::<String>(), soup()],
    ) {
        held(&example_with(path, text));
    }

    #[test]
    fn any_value_of_a_metric_is_read_or_refused(
        cells in prop::collection::vec(prop_oneof![select(PIECES).prop_map(String::from), "[^\"]{0,12}"], 18),
    ) {
        let header = EXAMPLE["metrics.csv"].lines().next().unwrap_or_default();
        let quoted: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        held(&example_with("metrics.csv", format!("{header}\n{}\n", quoted.join(","))));
    }

    #[test]
    fn any_story_is_told(text in soup()) {
        held(&example_with("story.md", text));
    }
}

/// As deep and as long as a kit's files may be: an answer comes, and the stack holds.
#[test]
fn depth_and_length_are_bounded() {
    fn check(path: &str, text: String) {
        held(&example_with(path, text));
    }
    let profile = &EXAMPLE["profile.toml"];
    check(
        "profile.toml",
        profile.replace("note =", &format!("note = {} #", "[".repeat(100_000))),
    );
    check(
        "profile.toml",
        profile.replace("note =", &format!("note = {} #", "{a=".repeat(100_000))),
    );
    check(
        "profile.toml",
        profile.replace("note =", &format!("note = {} #", "+".repeat(300_000))),
    );
    check("story.md", "> ".repeat(50_000) + "x");
    check("story.md", "- ".repeat(50_000) + "x");
    check("story.md", "*a ".repeat(50_000) + &"a* ".repeat(50_000));
    check(
        "story.md",
        "[".repeat(50_000) + "a" + &"](b)".repeat(50_000),
    );
    check(
        "story.md",
        (0..20_000)
            .map(|n| format!("x[^{n}]\n\n[^{n}]: y\n\n"))
            .collect(),
    );
}

/// A key of too many parts is an error like any other, although the library says no place of it.
#[test]
fn a_key_of_too_many_parts_is_refused() {
    let profile = &EXAMPLE["profile.toml"];
    let deep = "[".to_string() + &["a"; 1_000].join(".") + "]\nb = 1\n";
    assert!(held(&example_with("profile.toml", profile.clone() + &deep)).is_none());
}

/// What lies too deep to be set apart is told all the same.
#[test]
fn no_word_is_lost_in_the_depth() {
    for (quotes, lists, emphasis) in [(0, 30, 0), (1, 30, 0), (2, 30, 0), (40, 3, 0), (0, 0, 40)] {
        let (open, close) = ("*a ".repeat(emphasis), " a*".repeat(emphasis));
        let marks = "> ".repeat(quotes) + &"- ".repeat(lists);
        let story = format!("{marks}{open}deepest{close}\n");
        let (_, site) = held(&example_with("story.md", story)).expect("a kit without an error");
        let told =
            texts_of(&site).any(|(path, text)| path == "index.html" && text.contains("deepest"));
        assert!(
            told,
            "{quotes} quotations, {lists} lists, {emphasis} times emphasis"
        );
    }
}

/// A file of mistakes is told of in part, and one without an end not at all.
#[test]
fn a_flood_of_numbers_is_refused() {
    let header = EXAMPLE["metrics.csv"].lines().next().unwrap_or_default();
    for line in [
        "2026-10-01,instagrm,folowers,1\n",
        "x,y,z,w,v,u,t\n",
        "\n",
        ",,,,,,,,,,,,,\n",
    ] {
        let text = format!("{header}\n{}", line.repeat(250_000));
        assert!(held(&example_with("metrics.csv", text)).is_none());
        let text = format!("{header}\n{}", line.repeat(100_000));
        held(&example_with("metrics.csv", text));
    }
}
