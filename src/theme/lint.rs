//! What a template or a stylesheet may not hold, wherever it comes from, nor write.
//!
//! Every page carries a policy under which none of this would do anything. To say so while the
//! theme is made spares its maker the search; and where a page is read without its policy, as in a
//! mail, this is the lock. A template may put together what it does not hold, so what it writes is
//! looked at as well.

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

/// Attributes that lead to what they name.
const LEADING: [&str; 9] = [
    "action",
    "data",
    "formaction",
    "from",
    "href",
    "src",
    "to",
    "values",
    "xlink:href",
];

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

/// What of `text`, which the template `name` wrote, may not be there.
pub fn live(name: &str, text: &str) -> Option<String> {
    let found = match name.ends_with(".css") {
        true => in_style(text),
        false => in_markup(text),
    };
    found.into_iter().next().map(|(_, message)| message)
}

/// Where the braces of the kit's own stylesheet do not match: it would end before its end, and with it
/// the layer that it lies in.
pub(super) fn unmatched(text: &str) -> Option<(usize, &'static str)> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (_, '\\') => {
                chars.next();
            }
            (Some(mark), c) if mark == c || c == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '/') if text[at..].starts_with("/*") => {
                let end = text[at..].find("*/").map(|length| at + length + 2);
                while chars
                    .peek()
                    .is_some_and(|(next, _)| end.is_none_or(|end| *next < end))
                {
                    chars.next();
                }
            }
            (None, '{') => open.push(at),
            (None, '}') if open.pop().is_none() => return Some((at, "closes nothing")),
            (None, _) => {}
        }
    }
    open.pop().map(|at| (at, "is never closed"))
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
    if name == "style" {
        return Some("a `style` attribute has no effect: give it a class".to_string());
    }
    if name.len() > 2 && name.starts_with("on") {
        return Some(format!("`{name}` runs a script, and a theme has none"));
    }
    // Of the others some are long, as the paths of drawings.
    if !LEADING.contains(&name) && !LOADING.contains(&name) {
        return None;
    }
    let value = followed(value);
    if LEADING.contains(&name) && value.starts_with("javascript:") {
        return Some(format!("`{name}` runs a script, and a theme has none"));
    }
    let loads = LOADING.contains(&name) || name == "href" && element != "a";
    if loads && is_remote(&value) {
        return Some(format!("`{name}` loads something from elsewhere"));
    }
    None
}

/// An address as a browser follows it: references to characters are read, blanks and controls are
/// left out.
fn followed(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let reference = rest.strip_prefix('&').and_then(|rest| {
            let length = rest
                .bytes()
                .take(10)
                .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#');
            let (name, later) = rest.split_at(length.count());
            let code =
                name.strip_prefix('#')
                    .and_then(|digits| match digits.strip_prefix(['x', 'X']) {
                        Some(digits) => u32::from_str_radix(digits, 16).ok(),
                        None => digits.parse().ok(),
                    });
            let meant = match name {
                "colon" => Some(':'),
                "sol" => Some('/'),
                "Tab" | "NewLine" => Some(' '),
                _ => code.and_then(char::from_u32),
            };
            Some((meant?, later.strip_prefix(';').unwrap_or(later)))
        });
        let (meant, later) = reference.unwrap_or((c, &rest[c.len_utf8()..]));
        if meant > ' ' {
            out.extend(meant.to_lowercase());
        }
        rest = later;
    }
    out
}

/// A stylesheet in small letters, in which escapes are read, and where each of its bytes stood.
fn read_escapes(text: &str) -> (String, Vec<usize>) {
    let (mut out, mut places) = (String::with_capacity(text.len()), Vec::new());
    let mut at = 0;
    while at < text.len() {
        let plain = text[at..].find('\\').unwrap_or(text.len() - at);
        out += &text[at..at + plain].to_ascii_lowercase();
        places.extend(at..at + plain);
        at += plain;
        if at == text.len() {
            break;
        }
        let (mut meant, mut length) = ('\\', 1);
        if let Some(rest) = text.get(at + 1..) {
            let digits = rest
                .bytes()
                .take(6)
                .take_while(u8::is_ascii_hexdigit)
                .count();
            let code = u32::from_str_radix(&rest[..digits], 16).ok();
            if let Some(c) = code.and_then(char::from_u32) {
                let blank = rest[digits..].starts_with([' ', '\n', '\t']);
                (meant, length) = (c.to_ascii_lowercase(), 1 + digits + usize::from(blank));
            } else if let Some(c) = rest.chars().next() {
                (meant, length) = (c.to_ascii_lowercase(), 1 + c.len_utf8());
            }
        }
        out.push(meant);
        places.extend(std::iter::repeat_n(at, meant.len_utf8()));
        at += length;
    }
    places.push(text.len());
    (out, places)
}

fn in_style(text: &str) -> Found {
    let (text, places) = read_escapes(text);
    let mut found = Found::new();
    let mut all = |part: &str, message: &dyn Fn(&str) -> Option<String>| {
        for (at, _) in text.match_indices(part) {
            if let Some(message) = message(&text[at + part.len()..]) {
                found.push((places[at]..places[at + part.len()], message));
            }
        }
    };
    all("image-set(", &|_| {
        Some("`image-set(…)` finds no file: a theme brings no pictures".to_string())
    });
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
    fn braces_match() {
        fn check(text: &str, expected: Option<(usize, &'static str)>) {
            assert_eq!(unmatched(text), expected, "{text}");
        }
        check("a { b: c } @media x { d { } }", None);
        check("a { content: '}' } /* } */ b { content: \"\\\"}\" }", None);
        check("a { } }", Some((6, "closes nothing")));
        check("a { b { }", Some((2, "is never closed")));
        check("é { /* {", Some((3, "is never closed")));
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
        check("a.html", "<img alt='javascript:x'>", &[]);
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
        check("a.css", "a { b: \\75rl(https://x) }", &["\\75rl("]);
        check("a.css", "@\\69mport '//x';", &["@\\69mport"]);
        check(
            "a.css",
            "a { b: image-set('https://x' 1x) }",
            &["image-set("],
        );
        check("a.css", "a::before { content: '\\2014' }", &[]);
        check(
            "a.html",
            "<a href='java&#115;cript&colon;x'>x</a>",
            &["href"],
        );
        check("a.html", "<a href='java&#x73;\n cript:x'>x</a>", &["href"]);
        check("theme.toml", "<script>", &[]);
    }
}
