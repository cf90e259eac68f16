//! A statement that cannot be understood to the [`Mistake`] in it.

use super::Mistake;
use super::statement::{is_name, string_end};
use crate::kit::values::printable;
use std::ops::Range;
use toml::de::DeTable;

/// What is wrong with a statement of which the byte `at` cannot be understood.
pub(super) fn blame(statement: &str, at: usize) -> Mistake {
    if let Some(range) = odd_blank(statement, at) {
        let hint = "it came from a page or a document: delete it, and press the space bar";
        return Mistake::new(range, "this is no ordinary blank", hint);
    }
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

/// Where a blank stands that is none to TOML: at the byte that cannot be understood, or at the end,
/// which is not noticed before the next statement.
fn odd_blank(statement: &str, at: usize) -> Option<Range<usize>> {
    let end = statement.trim_end_matches([' ', '\t', '\r', '\n']).len();
    let here = statement.get(at..)?.chars().next().map(|blank| (at, blank));
    let last = statement[..end].char_indices().next_back();
    [here, last]
        .into_iter()
        .flatten()
        .find(|(_, blank)| blank.is_whitespace() && !blank.is_ascii())
        .map(|(at, blank)| at..at + blank.len_utf8())
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

pub(super) fn never_closed(range: Range<usize>, mark: &str) -> Mistake {
    let (what, end) = match mark {
        "[" => ("this bracket is", "]"),
        "{" => ("this brace is", "}"),
        marks => ("these quotation marks are", marks),
    };
    let message = format!("{what} never closed");
    Mistake::new(range, message, format!("write `{end}` where it ends"))
}
