//! What a template or a stylesheet may not hold, wherever it comes from.
//!
//! Every page carries a policy under which none of this would do anything. To say so while the
//! theme is made spares its maker the search.

use super::File;
use crate::source::{Diagnostic, Span};
use std::ops::Range;

/// Elements that load, run or send something, or belong into the head.
const ELEMENTS: [&str; 11] = [
    "base", "embed", "form", "frame", "iframe", "link", "meta", "object", "script", "style",
    "template",
];

/// Attributes that make a browser load what they name.
const LOADING: [&str; 5] = ["data", "poster", "src", "srcset", "xlink:href"];

/// All that `file` may not hold.
pub(super) fn unsafe_places(file: &File) -> Vec<Diagnostic> {
    let text = without_tags(&file.text);
    let found = match file.name.rsplit_once('.') {
        Some((_, "html")) => in_markup(&text),
        Some((_, "css")) => in_style(&text),
        _ => Vec::new(),
    };
    let diagnostics = found.into_iter().map(|(range, message)| {
        let mut diagnostic = Diagnostic::error("theme-unsafe", message)
            .hint("a page loads nothing from elsewhere and runs nothing; see docs/themes.md");
        diagnostic.span = file.origin.map(|origin| Span::new(origin, range));
        diagnostic
    });
    diagnostics.collect()
}

type Found = Vec<(Range<usize>, String)>;

/// The text with blanks where Tera's tags and comments stand.
fn without_tags(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}")] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| at + from) {
            let end = text[start..].find(close);
            let end = end.map_or(text.len(), |at| start + at + close.len());
            bytes[start..end].fill(b' ');
            from = end;
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn in_markup(text: &str) -> Found {
    let mut found = Found::new();
    let mut from = 0;
    while let Some(start) = text[from..].find('<').map(|at| at + from) {
        let rest = &text[start + 1..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = &rest[..length.unwrap_or(rest.len())];
        from = start + 1 + name.len();
        if name.is_empty() {
            continue;
        }
        let element = name.to_ascii_lowercase();
        if ELEMENTS.contains(&element.as_str()) {
            let message = format!("`<{element}>` has no place in a theme");
            found.push((start..from, message));
        }
        from = attributes(text, from, &element, &mut found);
    }
    found
}

/// Looks at the attributes of `element` from `from` on; where it ends.
fn attributes(text: &str, from: usize, element: &str, found: &mut Found) -> usize {
    let mut at = from;
    loop {
        let rest = &text[at..];
        let skipped = rest.find(|c: char| !c.is_whitespace() && c != '/' && c != '"' && c != '\'');
        at += skipped.unwrap_or(rest.len());
        let rest = &text[at..];
        if rest.is_empty() || rest.starts_with('>') || rest.starts_with('<') {
            return at;
        }
        let length = rest.find(|c: char| c.is_whitespace() || "=>/<\"'".contains(c));
        let name = rest[..length.unwrap_or(rest.len())].to_ascii_lowercase();
        let start = at;
        at += name.len().max(1);
        let mut value = "";
        if let Some(rest) = text[at..].trim_start().strip_prefix('=') {
            let rest = rest.trim_start();
            let (quotes, given) = match rest.chars().next() {
                Some(quote @ ('"' | '\'')) => (1, rest[1..].split(quote).next()),
                _ => (0, rest.split([' ', '\n', '\t', '>']).next()),
            };
            value = given.unwrap_or_default();
            at = text.len() - rest.len() + quotes + value.len();
        }
        if let Some(message) = refused(element, &name, value) {
            found.push((start..start + name.len(), message));
        }
    }
}

/// Why an attribute may not be there, if that is so.
fn refused(element: &str, name: &str, value: &str) -> Option<String> {
    let value = value.trim().to_ascii_lowercase();
    if name == "style" {
        return Some("a `style` attribute has no effect: give it a class".to_string());
    }
    if name.len() > 2 && name.starts_with("on") {
        return Some(format!("`{name}` runs a script, and a theme has none"));
    }
    if value.starts_with("javascript:") {
        return Some(format!("`{name}` runs a script, and a theme has none"));
    }
    let loads = LOADING.contains(&name) || name == "href" && element != "a";
    if loads && is_remote(&value) {
        return Some(format!("`{name}` loads something from elsewhere"));
    }
    None
}

fn in_style(text: &str) -> Found {
    let text = text.to_ascii_lowercase();
    let mut found = Found::new();
    let mut all = |part: &str, message: &dyn Fn(&str) -> Option<String>| {
        for (at, _) in text.match_indices(part) {
            if let Some(message) = message(&text[at + part.len()..]) {
                found.push((at..at + part.len(), message));
            }
        }
    };
    all("@import", &|_| {
        Some(
            "`@import` loads a stylesheet; use `{% include %}`, or write its rules here"
                .to_string(),
        )
    });
    all("url(", &|rest| {
        let address = rest.trim_start_matches(['"', '\'', ' ']);
        let why = if is_remote(address) {
            "loads something from elsewhere"
        } else if address.starts_with("data:") {
            "has a picture in it, which a page may not show"
        } else if address.starts_with('#') {
            return None;
        } else {
            "finds no file: a theme brings no pictures"
        };
        Some(format!("`url(…)` {why}"))
    });
    found.sort_by_key(|(range, _)| range.start);
    found
}

fn is_remote(address: &str) -> bool {
    ["http:", "https:", "//", "\\\\", "ftp:"]
        .iter()
        .any(|start| address.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    #[test]
    fn built_in_themes_hold_nothing_of_it() {
        for theme in crate::theme::names() {
            let folder = crate::theme::folder(theme).expect("a theme");
            for file in crate::theme::built_in_files(folder) {
                let found = unsafe_places(&file);
                assert!(found.is_empty(), "{theme}/{}: {found:?}", file.name);
            }
        }
    }

    #[test]
    fn what_loads_or_runs_is_found() {
        fn check(name: &str, text: &str, expected: &[&str]) {
            let file = File {
                name: name.to_string(),
                text: Cow::Owned(text.to_string()),
                origin: Some(crate::source::FileId::none()),
            };
            let found: Vec<_> = unsafe_places(&file)
                .iter()
                .map(|one| {
                    let span = one.span.expect("a place");
                    text[span.start as usize..span.end as usize].to_string()
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        }
        check("a.html", "<p>on=1 style= <b class=\"style\">x</b>", &[]);
        check("a.html", "<SCRIPT>x</SCRIPT>", &["<SCRIPT"]);
        check(
            "a.html",
            "<p\n onclick='x()' style=\"a\">",
            &["onclick", "style"],
        );
        check("a.html", "<p title='>' onload=x>", &["onload"]);
        check(
            "a.html",
            "<p {% if a > b %}class=\"{{ x }}\"{% endif %} style=x>",
            &["style"],
        );
        check("a.html", "{# <script> #}", &[]);
        check("a.html", "<a href=\"https://example.com\">x</a>", &[]);
        check("a.html", "<a href=' JavaScript:x'>x</a>", &["href"]);
        check("a.html", "<img src=//example.com/a.png>", &["src"]);
        check(
            "a.html",
            "<use href=\"https://example.com/#a\"/>",
            &["href"],
        );
        check(
            "a.html",
            "<form><link><iframe>",
            &["<form", "<link", "<iframe"],
        );
        check("a.html", "<", &[]);
        check("a.css", "a { color: red }", &[]);
        check(
            "a.css",
            "@IMPORT 'x'; a { b: URL( 'HTTPS://x') }",
            &["@IMPORT", "URL("],
        );
        check("a.css", "a { b: url(#c) }", &[]);
        check(
            "a.css",
            "a { b: url(data:,) url('../c.png') }",
            &["url(", "url("],
        );
        check("theme.toml", "<script>", &[]);
    }
}
