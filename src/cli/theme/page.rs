//! What is missing from a theme's pages, or wrong in their HTML, as far as reading them shows it.

use super::content;
use crate::derive::View;
use crate::render::{Asset, Site};
use std::collections::{BTreeMap, BTreeSet};

/// All that is wrong with the pages of `site`, which shows `view`.
pub(super) fn problems(site: &Site, view: &View) -> Vec<String> {
    let mut problems = Vec::new();
    let mut pages = BTreeMap::new();
    for (path, asset) in &site.files {
        let Asset::Bytes(bytes) = asset else { continue };
        if !path.ends_with(".html") {
            continue;
        }
        let page = Page::read(&String::from_utf8_lossy(bytes));
        let mut wrong = page.wrong();
        if path == "index.html" {
            wrong.extend(page.missing(view));
        }
        problems.extend(
            wrong
                .into_iter()
                .map(|problem| format!("{path}: {problem}")),
        );
        pages.insert(path.as_str(), page);
    }
    for case in &view.work.cases {
        let own = format!("work/{}.html", case.slug);
        let pages: Vec<&Page> = ["index.html", own.as_str()]
            .iter()
            .filter_map(|path| pages.get(path))
            .collect();
        let wanted = content::of_case(case).into_iter();
        let hidden = wanted.filter(|item| !pages.iter().any(|page| page.says(item)));
        problems.extend(hidden.map(|item| format!("{}: {}", case.brand, item.unsaid())));
    }
    problems
}

/// A page, as far as it is looked at.
#[derive(Default)]
struct Page {
    /// Its text, in which blanks are one.
    text: String,
    /// Its elements: name and attributes.
    elements: Vec<(String, Vec<(String, String)>)>,
    /// Where its tags do not match.
    tags: Vec<String>,
}

/// Elements without an end.
const ENDLESS: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements whose end may be left out.
const SELF_ENDING: [&str; 13] = [
    "body", "dd", "dt", "head", "html", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
];

impl Page {
    fn read(html: &str) -> Page {
        let mut page = Page::default();
        let mut text = String::new();
        let mut rest = html;
        let mut open: Vec<String> = Vec::new();
        while let Some((before, after)) = rest.split_once('<') {
            text += before;
            let end = end_of_tag(after);
            let (tag, later) = after.split_at(end);
            rest = later.strip_prefix('>').unwrap_or(later);
            let is_open = tag.starts_with(|c: char| c.is_ascii_alphabetic());
            if is_open {
                let (name, attributes) = parts(tag);
                if matches!(name.as_str(), "style" | "script" | "title") {
                    let close = format!("</{name}");
                    rest = rest.find(&close).map_or("", |at| &rest[at..]);
                }
                if !ENDLESS.contains(&name.as_str()) && !tag.ends_with('/') {
                    open.push(name.clone());
                }
                page.elements.push((name, attributes));
            } else if let Some(name) = tag.strip_prefix('/') {
                page.end(&name.trim().to_ascii_lowercase(), &mut open);
            }
            if !is_inline(tag.trim_start_matches('/')) {
                text.push(' ');
            }
        }
        text += rest;
        page.text = plain(&text);
        page.end("", &mut open);
        page
    }

    /// Closes the innermost of the `open` elements with that name, and so all inside of it; without
    /// a name all there are.
    fn end(&mut self, name: &str, open: &mut Vec<String>) {
        let at = open.iter().rposition(|one| one == name);
        if at.is_none() && !name.is_empty() {
            self.tags.push(format!("`</{name}>` closes nothing"));
            return;
        }
        let inside = open
            .drain(at.unwrap_or(0)..)
            .skip(usize::from(at.is_some()));
        let lost = inside.filter(|one| !SELF_ENDING.contains(&one.as_str()));
        self.tags
            .extend(lost.map(|one| format!("a `<{one}>` is never closed")));
    }

    fn count(&self, name: &str) -> usize {
        self.elements
            .iter()
            .filter(|(element, _)| element == name)
            .count()
    }

    fn values<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.elements.iter().flat_map(move |(element, attributes)| {
            let named = attributes.iter().filter(move |(name, _)| name == attribute);
            named.map(|(_, value)| (element.as_str(), value.as_str()))
        })
    }

    /// What is wrong in the page whatever it shows.
    fn wrong(&self) -> Vec<String> {
        let mut wrong = self.tags.clone();
        wrong.dedup();
        for (element, wanted) in [("h1", 1), ("main", 1)] {
            let found = self.count(element);
            if found != wanted {
                wrong.push(format!(
                    "it has {found} `<{element}>`, and should have {wanted}"
                ));
            }
        }
        let mut ids = BTreeSet::new();
        for (_, id) in self.values("id") {
            if !ids.insert(id) {
                wrong.push(format!("two elements have the id `{id}`"));
            }
        }
        for (_, target) in self.values("href") {
            if let Some(id) = target.strip_prefix('#')
                && !id.is_empty()
                && !ids.contains(id)
            {
                wrong.push(format!("a link leads to `#{id}`, which is not there"));
            }
        }
        let mut level = 0;
        for (element, _) in &self.elements {
            let Some(next) = level_of(element) else {
                continue;
            };
            if next > level + 1 && level > 0 {
                wrong.push(format!(
                    "`<h{next}>` follows `<h{level}>`: a level is left out"
                ));
            }
            level = next;
        }
        let images = self.elements.iter().filter(|(element, _)| element == "img");
        for (_, attributes) in images {
            for needed in ["alt", "width", "height"] {
                if !attributes.iter().any(|(name, _)| name == needed) {
                    wrong.push(format!(
                        "a picture has no `{needed}`; call `picture` for it"
                    ));
                }
            }
        }
        for name in ["style", "onclick", "onload"] {
            if self.values(name).next().is_some() {
                wrong.push(format!("an element has `{name}`, which has no effect"));
            }
        }
        wrong
    }

    /// What of `view` the page should show and does not.
    fn missing(&self, view: &View) -> Vec<String> {
        let wanted = content::wanted(view).into_iter();
        let hidden = wanted
            .filter(|item| !self.says(item))
            .map(|item| item.unsaid());
        let ids: BTreeSet<&str> = self.values("id").map(|(_, id)| id).collect();
        let lost = view
            .sections
            .iter()
            .filter(|section| !ids.contains(section.id));
        let lost =
            lost.map(|section| format!("no element has the id of a section: {}", section.id));
        let mut missing: Vec<String> = hidden.chain(lost).collect();
        missing.dedup();
        missing
    }

    fn says(&self, item: &content::Item) -> bool {
        item.texts.iter().any(|text| self.shows(text))
    }

    fn shows(&self, text: &str) -> bool {
        self.text.contains(&plain(text))
    }
}

fn level_of(element: &str) -> Option<u32> {
    element
        .strip_prefix('h')?
        .parse()
        .ok()
        .filter(|level| (1..=6).contains(level))
}

/// Where a tag ends, of which `text` is all behind its `<`.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The name and the attributes of an opening tag.
fn parts(tag: &str) -> (String, Vec<(String, String)>) {
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=');
        let (attribute, after) = rest.split_at(end.unwrap_or(rest.len()));
        if attribute.is_empty() {
            break;
        }
        let (value, later) = match after.strip_prefix('=') {
            None => ("", after),
            Some(given) => match given.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    given[1..].split_once(quote).unwrap_or((&given[1..], ""))
                }
                _ => given.split_once(char::is_whitespace).unwrap_or((given, "")),
            },
        };
        attributes.push((attribute.to_ascii_lowercase(), plain(value)));
        rest = later;
    }
    (name.trim_end_matches('/').to_ascii_lowercase(), attributes)
}

/// Elements inside a line, which part no words.
fn is_inline(tag: &str) -> bool {
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next();
    matches!(
        name.unwrap_or_default(),
        "a" | "abbr"
            | "b"
            | "bdi"
            | "em"
            | "i"
            | "small"
            | "span"
            | "strong"
            | "sup"
            | "time"
            | "wbr"
    )
}

/// Text without references to characters and without more than one blank in a row.
fn plain(text: &str) -> String {
    let mut text = text.to_string();
    let known = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    for (written, meant) in known {
        text = text.replace(written, meant);
    }
    let seen = text.replace(['\u{2066}', '\u{2068}', '\u{2069}', '\u{ad}'], "");
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_in_a_page_is_found() {
        fn check(html: &str, expected: &[&str]) {
            let whole = format!("<main><h1>x</h1>{html}</main>");
            assert_eq!(Page::read(&whole).wrong(), expected, "{html}");
        }
        check("<h2 id=a>y</h2><a href='#a'>z</a>", &[]);
        check("<h1>y</h1>", &["it has 2 `<h1>`, and should have 1"]);
        check(
            "<h3>y</h3>",
            &["`<h3>` follows `<h1>`: a level is left out"],
        );
        check("<p id=a><p id='a'>", &["two elements have the id `a`"]);
        check(
            "<a href=\"#b\"></a>",
            &["a link leads to `#b`, which is not there"],
        );
        check("<img alt='a > b' width=1 height=1>", &[]);
        check(
            "<img width=1 height=1>",
            &["a picture has no `alt`; call `picture` for it"],
        );
        check(
            "<p style=\"a\">",
            &["an element has `style`, which has no effect"],
        );
        check("<svg><path d=\"M0 0\"/></svg>", &[]);
        check("<ul><li>a<li>b</ul><p>c<br><hr/>", &[]);
        check("<section><p>a</p>", &["a `<section>` is never closed"]);
        check("<p>a</p></div>", &["`</div>` closes nothing"]);
    }

    #[test]
    fn text_is_read_as_it_is_seen() {
        let page = Page::read("<p>1 <b>2</b>3</p><p>a &amp;\u{2068}b\u{2069}</p><style>c</style>d");
        assert_eq!(page.text, "1 23 a &b d");
    }
}
