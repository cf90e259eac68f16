//! What is wrong with the form of a TOML text, in the creator's words.
//!
//! A reader of TOML that goes on after a mistake blames what is sound: behind a list that is never
//! closed, every line. So a text is cut into statements, each the head of a table or a name with
//! its value. A statement is blamed once, then it is blanked out, and the rest can be read as if
//! it had never been there. This module knows no name of any field.

use super::values::printable;
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
            if left[range.clone()].trim().is_empty() {
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

/// The head of a table, a name with its value, or a line that is neither.
struct Statement {
    range: Range<usize>,
    is_head: bool,
    /// The bracket or the quotation marks that nothing closes before the next statement.
    unclosed: Option<Range<usize>>,
}

/// Brackets and quotation marks that are open somewhere in a text.
#[derive(Default)]
struct Open {
    brackets: Vec<Range<usize>>,
    /// Three quotation marks, between which a text goes over lines.
    quotes: Option<Range<usize>>,
}

fn statements(text: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut open = Open::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = match (&open.quotes, open.brackets.last()) {
            (Some(_), _) => false,
            (None, None) => true,
            // Names stand in a table between braces, and a list holds no names at all.
            (None, Some(bracket)) => {
                is_head(line) || (is_named(line) && &text[bracket.clone()] == "[")
            }
        };
        if begins || statements.is_empty() {
            if let Some(last) = statements.last_mut() {
                last.unclosed = open.brackets.pop();
            }
            open.brackets.clear();
            statements.push(Statement {
                range: at..at,
                is_head: line.trim_start().starts_with('['),
                unclosed: None,
            });
        }
        open.scan(text, at..at + line.len());
        at += line.len();
        if let Some(last) = statements.last_mut() {
            last.range.end = at;
        }
    }
    if let Some(last) = statements.last_mut() {
        last.unclosed = open.quotes.or_else(|| open.brackets.pop());
    }
    statements
}

/// Whether `line` can only be the head of a table: `[terms]`, `[[accounts]]`.
fn is_head(line: &str) -> bool {
    let line = line.trim();
    let name = line.trim_start_matches('[').trim_end_matches(']');
    line.starts_with('[') && line.ends_with(']') && is_name(name)
}

/// Whether `line` begins with a name and `=`.
fn is_named(line: &str) -> bool {
    line.split_once('=')
        .is_some_and(|(name, _)| is_name(name.trim()))
}

fn is_name(text: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(letter)
}

impl Open {
    /// Goes on through `line`, a line of `text`.
    fn scan(&mut self, text: &str, line: Range<usize>) {
        let mut at = line.start;
        while let Some(first) = text[at..line.end].chars().next() {
            let rest = &text[at..line.end];
            if let Some(marks) = self.quotes.clone() {
                match rest.find(&text[marks]) {
                    Some(end) => at += end + 3,
                    None => return,
                }
                self.quotes = None;
            } else if rest.starts_with("\"\"\"") || rest.starts_with("'''") {
                self.quotes = Some(at..at + 3);
                at += 3;
            } else if let Some(end) = string_end(rest) {
                at += end;
            } else {
                match first {
                    // A text that its line does not close is blamed for itself alone.
                    '"' | '\'' => return self.brackets.clear(),
                    '#' => return,
                    '[' | '{' => self.brackets.push(at..at + 1),
                    ']' | '}' => drop(self.brackets.pop()),
                    _ => {}
                }
                at += first.len_utf8();
            }
        }
    }
}

/// Where the text in quotation marks ends that `line` begins with, behind its closing mark.
fn string_end(line: &str) -> Option<usize> {
    let mark = line.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    for (at, c) in line.char_indices().skip(1) {
        if c == mark && !escaped {
            return Some(at + 1);
        }
        escaped = c == '\\' && mark == '"' && !escaped;
    }
    None
}

fn never_closed(range: Range<usize>, mark: &str) -> Mistake {
    let (what, end) = match mark {
        "[" => ("this bracket is", "]"),
        "{" => ("this brace is", "}"),
        marks => ("these quotation marks are", marks),
    };
    let message = format!("{what} never closed");
    Mistake::new(range, message, format!("write `{end}` where it ends"))
}

/// What is wrong with a statement of which the byte `at` cannot be understood.
fn blame(statement: &str, at: usize) -> Mistake {
    let start = statement.len() - statement.trim_start().len();
    let content = statement.trim();
    let line = content.lines().next().unwrap_or_default().trim_end();
    let whole = start..start + line.len();
    // What is sound by itself cannot stand beside something else of the file.
    let is_sound = DeTable::parse(content).is_ok();
    if content.starts_with('[') && is_sound {
        let message = format!("`{}` is there twice", printable(line));
        return Mistake::new(whole, message, "put all its lines below one of the two");
    }
    if content.starts_with('[') {
        let hint = "write it as `[terms]`, alone on its line";
        return Mistake::new(whole, "this is not the head of a table", hint);
    }
    let Some((name, value)) = content.split_once('=') else {
        let message = "there is no `=` between a name and its value";
        return Mistake::new(whole, message, "write it as `name = \"Ida\"`");
    };
    let value_at = start + name.len() + 1 + (value.len() - value.trim_start().len());
    let (name, value) = (name.trim_end(), value.trim_start());
    let name_range = start..start + name.len();
    if is_sound {
        let message = format!("`{}` is there twice", printable(name));
        return Mistake::new(name_range, message, "keep one of the two");
    }
    if !is_name(name) && string_end(name) != Some(name.len()) {
        let message = format!("`{}` cannot be a name", printable(name));
        let hint = "a name is one word of letters and `_`, as `reply_within`";
        return Mistake::new(name_range, message, hint);
    }
    if value.is_empty() || value.starts_with('#') {
        let message = format!("`{name}` has no value");
        let hint = "write it behind the `=`, or take the line out";
        return Mistake::new(name_range, message, hint);
    }
    let at = at.saturating_sub(value_at).min(value.len());
    blame_value(name, value, at).shifted(value_at)
}

/// What is wrong with `value`, of which the byte `at` cannot be understood.
fn blame_value(name: &str, value: &str, at: usize) -> Mistake {
    let line = value.lines().next().unwrap_or_default();
    let words = line.split(" #").next().unwrap_or_default().trim_end();
    let whole = 0..words.len();
    let rest = value.get(at..).unwrap_or_default();
    let here = at..at + rest.chars().next().map_or(0, char::len_utf8);
    let first = value.chars().next().unwrap_or_default();
    match first {
        '"' | '\'' => blame_text(value, words, at),
        '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' => Mistake::new(
            0..first.len_utf8(),
            format!("`{first}` is not a plain quotation mark"),
            "write `\"` instead: word processors curl it, editors for plain text do not",
        ),
        '[' => Mistake::new(
            here,
            "from here on this list cannot be read",
            "between two items stands a comma, and texts stand in quotation marks: `[\"es\", \"en\"]`",
        ),
        '{' => Mistake::new(
            here,
            "from here on this table cannot be read",
            "write it as `{ name = \"Jo\", role = \"editor\" }`",
        ),
        '0'..='9' | '+' | '-' if looks_like_day(words) => Mistake::new(
            whole,
            format!("`{}` is not a day", printable(words)),
            "write year, month and day: 2027-01-31",
        ),
        '0'..='9' | '+' | '-' => Mistake::new(
            whole,
            format!("`{}` is not a number", printable(words)),
            "write a number as 1200 or 9.5, and text in quotation marks",
        ),
        _ if is_yes_or_no(words) => Mistake::new(
            whole,
            format!("`{words}` is neither `true` nor `false`"),
            "write one of the two, in small letters",
        ),
        _ => {
            let text = printable(words.trim_end_matches('"'));
            let hint = format!("write `{name} = \"{text}\"`");
            Mistake::new(whole, "text stands in quotation marks", hint)
        }
    }
}

/// What is wrong with a value that begins with a quotation mark.
fn blame_text(value: &str, words: &str, at: usize) -> Mistake {
    let three = value.starts_with("\"\"\"") || value.starts_with("'''");
    let end = string_end(words);
    if let (false, None) = (three, end) {
        let hint = "close it where the text ends, on the same line; a text of several lines stands \
                    between `\"\"\"`";
        return Mistake::new(0..1, "this quotation mark is never closed", hint);
    }
    if let Some(end) = end.filter(|end| !three && *end < words.len()) {
        let hint = match value.starts_with('"') {
            true => "write a quotation mark inside a text as `\\\"`",
            false => "put the text between `\"`",
        };
        return Mistake::new(end..words.len(), "the text has ended before this", hint);
    }
    match value.get(..at).and_then(|before| before.rfind('\\')) {
        Some(backslash) => Mistake::new(
            backslash..backslash + 1,
            "a backslash inside a text has a meaning of its own",
            "write it twice, or put the text between `'`",
        ),
        None => Mistake::new(0..words.len(), "this text cannot be read", "type it again"),
    }
}

fn looks_like_day(words: &str) -> bool {
    let year = words.bytes().take_while(u8::is_ascii_digit).count();
    year == 4 && words[year..].starts_with('-')
}

fn is_yes_or_no(words: &str) -> bool {
    let words = words.to_lowercase();
    ["true", "false", "yes", "no", "on", "off"].contains(&words.as_str())
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
