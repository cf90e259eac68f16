//! What is wrong with the form of a TOML text, in the creator's words.
//!
//! A reader of TOML that goes on after a mistake blames what is sound: behind a list that is never
//! closed, every line. So a text is cut into statements, each the head of a table or a name with
//! its value. A statement is blamed once, then it is blanked out, and the rest can be read as if
//! it had never been there. This module knows no name of any field.

mod blame;
mod statement;

use blame::{blame, never_closed};
use statement::{Statement, statements};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::DeTable;

/// Something wrong with the form of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

impl Mistake {
    fn new(range: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Mistake {
        Mistake {
            range,
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// The same, `bytes` further into the text.
    fn shifted(self, bytes: usize) -> Mistake {
        let range = self.range.start + bytes..self.range.end + bytes;
        Mistake { range, ..self }
    }
}

/// How often a text is read again to see what its mistakes have hidden.
const ROUNDS: usize = 10;
/// How many mistakes in the form of one file are told.
const MOST: usize = 100;

/// All mistakes in the form of `text`, and the text with the statements they are in blanked out;
/// every other byte stays in its place.
pub(super) fn mistakes(text: &str) -> (Vec<Mistake>, String) {
    let statements = statements(text);
    let mut left = text.to_string();
    let mut mistakes = Vec::new();
    // What is never closed swallows the statements behind it, so it goes first.
    for (index, statement) in statements.iter().enumerate() {
        if let Some(open) = &statement.unclosed {
            mistakes.push(never_closed(open.clone(), &text[open.clone()]));
            blank(&mut left, &statements, index);
        }
    }
    for _ in 0..ROUNDS {
        let (_, errors) = DeTable::parse_recoverable(&left);
        let mut blamed: BTreeMap<usize, usize> = BTreeMap::new();
        for at in errors.iter().map(|error| place_of(error, &left)) {
            let after = statements.partition_point(|s| s.range.start <= at);
            let first = blamed.entry(after.saturating_sub(1)).or_insert(at);
            *first = at.min(*first);
        }
        if blamed.is_empty() {
            break;
        }
        for (index, at) in blamed {
            let Some(Statement { range, .. }) = statements.get(index) else {
                continue;
            };
            // Told already.
            if left[range.clone()].trim_matches([' ', '\n']).is_empty() {
                continue;
            }
            let mistake = blame(&text[range.clone()], at - range.start);
            mistakes.push(mistake.shifted(range.start));
            blank(&mut left, &statements, index);
        }
    }
    // There can be one for each line, and nobody mends more in one go.
    mistakes.truncate(MOST);
    (mistakes, left)
}

/// Where the library met `error`. The only error that it gives no place is that a key has too many
/// parts; that key is in the line with the most points.
fn place_of(error: &toml::de::Error, text: &str) -> usize {
    error.span().map_or_else(
        || {
            let lines = text.split_inclusive('\n').scan(0, |end, line| {
                *end += line.len();
                Some((line.matches('.').count(), *end - line.len()))
            });
            let deepest = lines.max_by_key(|(points, _)| *points);
            deepest.map_or(0, |(_, start)| start)
        },
        |span| span.start,
    )
}

/// Blanks out a statement; behind the head of a table all that stands in it, which would fall to
/// the table before.
fn blank(text: &mut String, statements: &[Statement], index: usize) {
    let Range { start, mut end } = statements[index].range.clone();
    if statements[index].is_head {
        let next = statements[index + 1..].iter().find(|s| s.is_head);
        end = next.map_or(text.len(), |next| next.range.start);
    }
    let blanks = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
    let blanks: String = text[start..end].bytes().map(blanks).collect();
    text.replace_range(start..end, &blanks);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mistakes as `place: message`, then the names that are left to be read.
    fn check(text: &str, expected: &[&str], left: &str) {
        let (mistakes, rest) = mistakes(text);
        let found: Vec<String> = mistakes
            .iter()
            .map(|mistake| format!("{}: {}", &text[mistake.range.clone()], mistake.message))
            .collect();
        assert_eq!(found, expected, "{text:?}");
        let (table, errors) = DeTable::parse_recoverable(&rest);
        assert!(errors.is_empty(), "{rest:?}: {errors:?}");
        let names: Vec<&str> = table.get_ref().keys().map(|k| &**k.get_ref()).collect();
        assert_eq!(names.join(" "), left, "{text:?}");
        assert_eq!(text.len(), rest.len(), "{text:?}");
    }

    #[test]
    fn blanks_of_another_kind_are_told() {
        for (text, left) in [
            ("\u{a0}", ""),
            ("c = 1\n\u{a0}\n", "c"),
            ("\u{a0}a = 1\nc = 1", "c"),
            ("a\u{a0}= 1\nc = 1", "c"),
            ("a =\u{a0}1\nc = 1", "c"),
            ("a = 1\u{a0}\nc = 1", "c"),
            ("a = [1,\u{a0}2]\nc = 1", "c"),
        ] {
            check(text, &["\u{a0}: this is no ordinary blank"], left);
        }
        let line = "\u{85}: this is no ordinary blank";
        check("a = 1\n\u{85}\n\u{85}", &[line, line], "a");
    }

    #[test]
    fn a_statement_is_blamed_once_and_the_rest_is_read() {
        check("a = 1", &[], "a");
        check(
            "a = \"b\nc = 1",
            &["\": this quotation mark is never closed"],
            "c",
        );
        check(
            "a = b c # d\nc = 1",
            &["b c: text stands in quotation marks"],
            "c",
        );
        check(
            "a = don't\nc = 1",
            &["don't: text stands in quotation marks"],
            "c",
        );
        check("a = “b”", &["“: `“` is not a plain quotation mark"], "");
        check(
            "a = \"b\" c\"",
            &[" c\": the text has ended before this"],
            "",
        );
        check(
            "a = \"b\\c\"",
            &["\\: a backslash inside a text has a meaning of its own"],
            "",
        );
        check("a = 1,200", &["1,200: `1,200` is not a number"], "");
        check("a = 2026-05", &["2026-05: `2026-05` is not a day"], "");
        check("a = Yes", &["Yes: `Yes` is neither `true` nor `false`"], "");
        check("a =\nb = 1", &["a: `a` has no value"], "b");
        check("a b = 1", &["a b: `a b` cannot be a name"], "");
        check(
            "a: 1\r\nb: 2\r\nc = 3",
            &[
                "a: 1: there is no `=` between a name and its value",
                "b: 2: there is no `=` between a name and its value",
            ],
            "c",
        );
        check("a = 1\na = 2\nb = 3", &["a: `a` is there twice"], "a b");
        check(
            "[a]\nb = 1\n[a]\nc = 1\n[d]",
            &["[a]: `[a]` is there twice"],
            "a d",
        );
        check(
            "a = [1, é]\nb = 1",
            &["é: from here on this list cannot be read"],
            "b",
        );
    }

    #[test]
    fn what_is_never_closed_swallows_nothing() {
        check(
            "a = [\"b\", \"c\"\nd = [1]\n[e]",
            &["[: this bracket is never closed"],
            "d e",
        );
        check(
            "a = [\n  \"b\",\n  \"]\", # ]\n]\nc = e",
            &["e: text stands in quotation marks"],
            "a",
        );
        check(
            "[a\nb = 1\n[[c]]",
            &["[: this bracket is never closed"],
            "c",
        );
        check(
            "a = { b = 1,\nc = 2\n[d]",
            &["{: this brace is never closed"],
            "d",
        );
        check(
            "a = [\"b, \"c\"]\nd = 1",
            &["c: from here on this list cannot be read"],
            "d",
        );
        check(
            "a = 1\nb = \"\"\"c\nd = 1\n[e]",
            &["\"\"\": these quotation marks are never closed"],
            "a",
        );
        check(
            "a = '''\nb = [\n'''\nc = [",
            &["[: this bracket is never closed"],
            "a",
        );
    }

    #[test]
    fn any_text_can_be_blamed() {
        for text in [
            "[", "=", "a = [", "[é", "a = \"é", "é = \\", "\u{0}", "a = '''", "a.b = {",
        ] {
            let (mistakes, _) = mistakes(text);
            assert_eq!(mistakes.len(), 1, "{text:?}: {mistakes:?}");
            assert!(text.get(mistakes[0].range.clone()).is_some(), "{text:?}");
        }
    }
}
