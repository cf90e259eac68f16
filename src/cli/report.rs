//! Diagnostics to text: drawn for people, one a line, or JSON.
//!
//! What a creator's file holds may try to steer a terminal. So nothing of it is written raw that
//! is not a visible character: controls, direction marks and characters of no width are made
//! visible first.

use crate::source::{Diagnostic, FileId, Severity, Sources, Span, line_of, position};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};
use std::fmt::Write;

/// How wide a shown line may become before it is cut around the place in question.
const WIDTH: usize = 100;

/// The diagnostics, each with its line shown, `limit` of them at most, and what is left counted.
/// With ANSI colours; empty when there are none.
pub fn human(sources: &Sources, diagnostics: &[Diagnostic], limit: usize) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics.iter().take(limit) {
        text.push_str(&drawn(sources, diagnostic, &Renderer::styled()));
        text.push_str("\n\n");
    }
    let rest = diagnostics.len().saturating_sub(limit);
    if rest > 0 {
        let _ = writeln!(text, "… and {rest} more; `--format short` lists all\n");
    }
    text
}

/// The diagnostics, one a line: `file:line:column: error[rule]: message`.
pub fn short(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        if let Some(span) = diagnostic.span {
            let file = sources.text(span.file);
            let at = position(&file.text, span.start as usize);
            let path = visible(&file.path);
            let _ = write!(text, "{path}:{}:{}: ", at.line, at.column);
        }
        let severity = word(diagnostic.severity);
        let message = visible(&diagnostic.message);
        let _ = writeln!(text, "{severity}[{}]: {message}", diagnostic.rule);
    }
    text
}

/// The diagnostics as a JSON array. Lines and columns count from 1, columns in characters; they
/// are null where no place in a file is to blame.
pub fn json(sources: &Sources, diagnostics: &[Diagnostic]) -> Value {
    let one = |diagnostic: &Diagnostic| {
        let file = diagnostic.span.map(|span| sources.text(span.file));
        let place = diagnostic.span.filter(|span| !is_whole_file(*span));
        let at = |offset: u32, file: FileId| position(&sources.text(file).text, offset as usize);
        let start = place.map(|span| at(span.start, span.file));
        let end = place.map(|span| at(span.end, span.file));
        json!({
            "severity": word(diagnostic.severity),
            "rule": diagnostic.rule,
            "file": file.map(|file| &file.path),
            "line": start.map(|start| start.line),
            "column": start.map(|start| start.column),
            "end_line": end.map(|end| end.line),
            "end_column": end.map(|end| end.column),
            "message": diagnostic.message,
            "hints": diagnostic.hints,
        })
    };
    diagnostics.iter().map(one).collect()
}

/// [`json()`] for pages that show the diagnostics: each with its `text`, drawn as for people but
/// without colours.
pub fn pages(sources: &Sources, diagnostics: &[Diagnostic]) -> Value {
    let mut said = json(sources, diagnostics);
    let each = said.as_array_mut().into_iter().flatten();
    for (one, diagnostic) in each.zip(diagnostics) {
        one["text"] = drawn(sources, diagnostic, &Renderer::plain()).into();
    }
    said
}

/// `document` as text that is safe to show: what is not a visible character is escaped, as JSON
/// allows in any string.
pub fn json_text(document: &Value) -> String {
    let mut text = String::new();
    // Outside of strings JSON has no character that is hidden, but for line ends.
    for character in format!("{document:#}\n").chars() {
        if character != '\n' && is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(character);
        }
    }
    text
}

/// How many there are: `2 errors, 1 warning`, or `no problems`.
pub fn counts(diagnostics: &[Diagnostic]) -> String {
    let count = |severity: Severity| {
        let number = diagnostics
            .iter()
            .filter(|d| d.severity == severity)
            .count();
        let plural = if number == 1 { "" } else { "s" };
        (number > 0).then(|| format!("{number} {}{plural}", word(severity)))
    };
    let parts = [count(Severity::Error), count(Severity::Warning)];
    match parts.into_iter().flatten().collect::<Vec<_>>() {
        parts if parts.is_empty() => "no problems".to_string(),
        parts => parts.join(", "),
    }
}

/// Why a command failed and what to do next. With ANSI colours.
pub fn failure(message: &str, hint: Option<&str>) -> String {
    let mut group = Group::with_title(Level::ERROR.primary_title(visible(message)));
    if let Some(hint) = hint {
        group = group.element(Level::HELP.message(visible(hint)));
    }
    let text = Renderer::styled().render(&[group]);
    format!("{text}\n")
}

/// `text` with every character that cannot be seen written as its escape.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

fn drawn(sources: &Sources, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(visible(&diagnostic.message));
    let mut group = Group::with_title(title.id(diagnostic.rule));
    if let Some(span) = diagnostic.span {
        let file = sources.text(span.file);
        let path = visible(&file.path);
        if is_whole_file(span) {
            group = group.element(Origin::path(path));
        } else {
            let (line, number, range) = shown_line(&file.text, span);
            let annotation = AnnotationKind::Primary.span(range);
            let snippet = Snippet::source(line).path(path).line_start(number);
            group = group.element(snippet.annotation(annotation));
        }
    }
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(visible(hint)));
    }
    renderer.clone().term_width(WIDTH).render(&[group])
}

/// Something missing from a file has no place in it: its span is the empty one at the start.
fn is_whole_file(span: Span) -> bool {
    span.start == 0 && span.end == 0
}

/// The line a span begins in, its number from 1, and the span's part of it in bytes. One hidden
/// character becomes one visible one, so that columns stay true.
fn shown_line(text: &str, span: Span) -> (String, usize, std::ops::Range<usize>) {
    let boundary = |mut offset: usize| {
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = boundary(span.start as usize);
    let (number, line_start) = line_of(text, start);
    let line_end = text[start..]
        .find(['\n', '\r'])
        .map_or(text.len(), |n| start + n);
    let line_end = line_start + text[line_start..line_end].trim_end().len();
    let start = start.min(line_end);
    let end = boundary(span.end as usize).clamp(start, line_end);
    let shown = |range| -> String {
        text[std::ops::Range::clone(&range)]
            .chars()
            .map(stand_in)
            .collect()
    };
    let before = shown(line_start..start);
    let marked = shown(start..end);
    let after = shown(end..line_end);
    let range = before.len()..before.len() + marked.len();
    (before + &marked + &after, number, range)
}

/// What stands for `character` in a shown line.
fn stand_in(character: char) -> char {
    match character {
        '\0'..='\u{1f}' if is_hidden(character) => {
            char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}')
        }
        _ if is_hidden(character) => '\u{fffd}',
        _ => character,
    }
}

/// Whether a terminal would obey `character` or show nothing for it. A tab is shown as blanks.
fn is_hidden(character: char) -> bool {
    match character {
        '\t' => false,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => character.is_control(),
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: &str = "date,platform,metric,value\n\n2026-02-01,youtube,followers,12o\n";

    fn sources(text: &str) -> (Sources, FileId) {
        let mut sources = Sources::new();
        let file = sources.add_text("metrics.csv", text);
        (sources, file)
    }

    fn plain(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
        anstream::adapter::strip_str(&human(sources, diagnostics, 20)).to_string()
    }

    #[test]
    fn draws_the_line_and_the_hint() {
        let (sources, file) = sources(CSV);
        let error = Diagnostic::error("not-a-number", "`12o` is not a whole number")
            .at(Span::new(file, 57..60))
            .hint("row 3, column `value`");
        let expected = "\
error[not-a-number]: `12o` is not a whole number
 --> metrics.csv:3:30
  |
3 | 2026-02-01,youtube,followers,12o
  |                              ^^^
  |
  = help: row 3, column `value`

";
        assert_eq!(plain(&sources, &[error]), expected);
    }

    #[test]
    fn names_a_file_without_a_column_when_something_is_missing_from_it() {
        let (sources, file) = sources(CSV);
        let error = Diagnostic::error("missing-key", "no name").at(Span::new(file, 0..0));
        let expected = "error[missing-key]: no name\n--> metrics.csv\n\n";
        assert_eq!(plain(&sources, std::slice::from_ref(&error)), expected);
        assert_eq!(json(&sources, &[error])[0]["line"], Value::Null);
    }

    #[test]
    fn writes_one_line_each_in_short() {
        let (sources, file) = sources(CSV);
        let diagnostics = [
            Diagnostic::error("not-a-number", "no number").at(Span::new(file, 57..60)),
            Diagnostic::warning("stale", "old"),
        ];
        let expected = "\
metrics.csv:3:30: error[not-a-number]: no number
warning[stale]: old
";
        assert_eq!(short(&sources, &diagnostics), expected);
        assert_eq!(counts(&diagnostics), "1 error, 1 warning");
        assert_eq!(counts(&[]), "no problems");
    }

    #[test]
    fn counts_what_it_does_not_show() {
        let (sources, _) = sources("");
        let many = vec![Diagnostic::error("x", "y"); 23];
        let text = human(&sources, &many, 20);
        assert_eq!(text.matches("[x]").count(), 20);
        assert!(text.contains("… and 3 more"), "{text}");
    }

    #[test]
    fn nothing_hidden_reaches_the_terminal() {
        fn check(hostile: char) {
            let text = format!("a{hostile}b,c{hostile}d");
            let (sources, file) = sources(&text);
            let path = format!("{hostile}.md");
            let message = format!("`{hostile}` is odd");
            let error = Diagnostic::error("x", &message)
                .at(Span::new(file, 0..text.len()))
                .hint(&message);
            let all = [
                plain(&sources, std::slice::from_ref(&error)),
                short(&sources, std::slice::from_ref(&error)),
                json_text(&json(&sources, std::slice::from_ref(&error))),
                failure(&path, Some(&message)),
            ];
            for text in all {
                let raw = text.replace("\u{1b}[", "");
                assert!(!raw.contains(hostile), "{hostile:?} in {text:?}");
            }
            let document = json_text(&json(&sources, &[error]));
            let back: Value = serde_json::from_str(&document).expect("JSON");
            assert_eq!(back[0]["message"], message);
        }
        for hostile in "\u{1b}\u{7}\u{7f}\u{9b}\u{202e}\u{2066}\u{200b}\u{200d}\u{feff}\r".chars() {
            check(hostile);
        }
    }

    #[test]
    fn any_span_can_be_drawn() {
        let text = "é\u{202e}\r\n\r\n日本\n";
        let (sources, file) = sources(text);
        for start in 0..text.len() + 3 {
            for end in 0..text.len() + 3 {
                let error = Diagnostic::error("x", "y").at(Span::new(file, start..end));
                assert!(plain(&sources, &[error]).starts_with("error[x]: y\n"));
            }
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!(
            "{}HERE{}",
            "before ".repeat(10_000),
            " after".repeat(10_000)
        );
        let (sources, file) = sources(&text);
        let error = Diagnostic::error("x", "y").at(Span::new(file, 70_000..70_004));
        let drawn = plain(&sources, &[error]);
        assert!(drawn.contains("metrics.csv:1:70001") && drawn.contains("HERE"));
        assert!(drawn.lines().all(|line| line.chars().count() <= WIDTH + 10));
    }
}
