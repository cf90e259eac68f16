//! A TOML text to its statements, whatever is wrong inside them.

use std::ops::Range;

/// The head of a table, a name with its value, or a line that is neither.
pub(super) struct Statement {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// Whether it is the head of a table.
    pub is_head: bool,
    /// The bracket or the quotation marks that nothing closes before the next statement.
    pub unclosed: Option<Range<usize>>,
}

/// Brackets and quotation marks that are open somewhere in a text.
#[derive(Default)]
struct Open {
    brackets: Vec<Range<usize>>,
    /// Three quotation marks, between which a text goes over lines.
    quotes: Option<Range<usize>>,
}

/// Cuts a text into its statements: together they are the whole text.
pub(super) fn statements(text: &str) -> Vec<Statement> {
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

/// Whether `text` can be a name without quotation marks, or several with points between them.
pub(super) fn is_name(text: &str) -> bool {
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
pub(super) fn string_end(line: &str) -> Option<usize> {
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
