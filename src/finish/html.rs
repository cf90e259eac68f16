//! The start tags of a page, and the page with some of them written anew.
//!
//! It reads pages as browsers do as far as tags go: comments and what `script`, `style`, `title`
//! and `textarea` hold are no tags. What is not written anew stays as it is, byte for byte.

use crate::theme::escape;
use std::fmt;
use std::ops::Range;

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The element's name, in lower case.
    pub(super) name: String,
    /// Names and values as they are written; no value is not the empty one.
    attributes: Vec<(String, Option<String>)>,
    closes_itself: bool,
}

impl Tag {
    /// The value of an attribute, as it is meant.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut all = self.attributes.iter();
        let (_, value) = all.find(|(given, _)| given == name)?;
        value.as_deref().map(unescape)
    }

    /// Gives an attribute a value, in its place or after all others.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        let value = Some(escape(value));
        let mut all = self.attributes.iter_mut();
        match all.find(|(given, _)| given == name) {
            Some((_, place)) => *place = value,
            None => self.attributes.push((name.to_string(), value)),
        }
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.attributes.retain(|(given, _)| given != name);
    }

    /// The names of its attributes.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.attributes.iter().map(|(name, _)| name.clone());
        names.collect()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.name)?;
        for (name, value) in &self.attributes {
            match value {
                // What stood between single marks may hold a double one.
                Some(value) => write!(f, " {name}=\"{}\"", value.replace('"', "&quot;"))?,
                None => write!(f, " {name}")?,
            }
        }
        f.write_str(if self.closes_itself { "/>" } else { ">" })
    }
}

/// The start tags of `page`, with their places in it.
pub(super) fn tags(page: &str) -> Vec<(Range<usize>, Tag)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = page[at..].find('<').map(|next| at + next) {
        let rest = &page[next..];
        at = if rest.starts_with("<!--") {
            after(page, next + 4, "-->")
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, end) = tag(page, next);
            let inside = matches!(&*tag.name, "script" | "style" | "title" | "textarea");
            let end_tag = inside.then(|| format!("</{}", tag.name));
            found.push((next..end, tag));
            match end_tag {
                Some(end_tag) => page[end..].find(&end_tag).map_or(page.len(), |n| end + n),
                None => end,
            }
        } else if rest[1..].starts_with(['/', '!', '?']) {
            after(page, next, ">")
        } else {
            next + 1
        };
    }
    found
}

/// `page` with every start tag as `change` wants it: as it is, or in its place what it gives.
pub(super) fn rewritten(page: &str, mut change: impl FnMut(&Tag) -> Option<String>) -> String {
    let mut out = String::with_capacity(page.len());
    let mut at = 0;
    for (place, tag) in tags(page) {
        if let Some(new) = change(&tag) {
            out += &page[at..place.start];
            out += &new;
            at = place.end;
        }
    }
    out + &page[at..]
}

fn after(page: &str, from: usize, end: &str) -> usize {
    let found = page.get(from..).and_then(|rest| rest.find(end));
    found.map_or(page.len(), |n| from + n + end.len())
}

/// The tag that begins at `start`, and where it ends.
fn tag(page: &str, start: usize) -> (Tag, usize) {
    let rest = &page[start + 1..];
    let is_end = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
    let length = rest.find(is_end).unwrap_or(rest.len());
    let mut tag = Tag {
        name: rest[..length].to_ascii_lowercase(),
        attributes: Vec::new(),
        closes_itself: false,
    };
    let mut at = start + 1 + length;
    loop {
        let rest = &page[at..];
        let skipped = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_whitespace())
                .len();
        at += skipped;
        let rest = &page[at..];
        if rest.starts_with("/>") {
            tag.closes_itself = true;
            return (tag, at + 2);
        }
        match rest.chars().next() {
            None => return (tag, page.len()),
            Some('>') => return (tag, at + 1),
            Some('/') => at += 1,
            Some(first) => {
                let first = first.len_utf8();
                let length = rest[first..]
                    .find(|c: char| is_end(c) || c == '=')
                    .map_or(rest.len(), |n| n + first);
                let name = rest[..length].to_ascii_lowercase();
                at += length;
                let (value, end) = value(page, at);
                at = end;
                tag.attributes.push((name, value));
            }
        }
    }
}

/// The value after an attribute's name, which ends at `at`, and where it ends.
fn value(page: &str, at: usize) -> (Option<String>, usize) {
    let blank = |c: char| c.is_ascii_whitespace();
    let Some(rest) = page[at..].trim_start_matches(blank).strip_prefix('=') else {
        return (None, at);
    };
    let rest = rest.trim_start_matches(blank);
    let start = page.len() - rest.len();
    let (from, end, next) = match rest.chars().next() {
        Some(mark @ ('"' | '\'')) => {
            let end = rest[1..].find(mark).map_or(rest.len(), |n| n + 1);
            (1, end, (end + 1).min(rest.len()))
        }
        _ => {
            let end = rest.find(|c| blank(c) || c == '>').unwrap_or(rest.len());
            (0, end, end)
        }
    };
    let value = rest.get(from..end).unwrap_or_default();
    (Some(value.to_string()), start + next)
}

/// A value as it is meant. Pages of ours write only these marks in other ways.
fn unescape(value: &str) -> String {
    if !value.contains('&') {
        return value.to_string();
    }
    let mut out = value.to_string();
    for (written, meant) in [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        // Last, so that what it makes is not read again.
        ("&amp;", "&"),
    ] {
        out = out.replace(written, meant);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_where_browsers_find_them() {
        fn check(page: &str, expected: &[&str]) {
            let found: Vec<String> = tags(page).iter().map(|(_, tag)| tag.to_string()).collect();
            assert_eq!(found, expected, "{page}");
        }
        check("<p>a < b</p><BR>", &["<p>", "<br>"]);
        check("<!doctype html><!-- <a> --><i>", &["<i>"]);
        check("<style>a<b{}</style><i>", &["<style>", "<i>"]);
        check("<script>\"<a>\"</script><i>", &["<script>", "<i>"]);
        check(
            "<a href='x\"y' B=c d>",
            &["<a href=\"x&quot;y\" b=\"c\" d>"],
        );
        check("<path d=\"M0>1\"/>", &["<path d=\"M0>1\"/>"]);
        check("<a\n href = \"x\"\n>", &["<a href=\"x\">"]);
        check("<a href=\"x", &["<a href=\"x\">"]);
        check("<", &[]);
        check("<a", &["<a>"]);
        check("<a é=ü ñ>", &["<a é=\"ü\" ñ>"]);
        check("<!--", &[]);
    }

    #[test]
    fn what_is_not_changed_stays() {
        let page = "<p  class=a>x<img src='a&amp;b'>\n<!-- <img> --></p>";
        assert_eq!(rewritten(page, |_| None), page);
        let changed = rewritten(page, |tag| {
            let mut tag = tag.clone();
            let source = tag.get("src")?;
            assert_eq!(source, "a&b");
            tag.set("src", "\"c\"");
            tag.set("alt", "");
            Some(tag.to_string())
        });
        let expected = "<p  class=a>x<img src=\"&quot;c&quot;\" alt=\"\">\n<!-- <img> --></p>";
        assert_eq!(changed, expected);
    }
}
