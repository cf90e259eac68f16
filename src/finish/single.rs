//! A site to one page with everything in it.
//!
//! Styles, fonts, pictures and files to keep become part of the page. The other pages stand at the
//! end of it, and what led to them leads there. So nothing has to be unpacked, nothing is asked of
//! any network, and the policy forbids all but what is in the page.

use super::html::{Tag, rewritten, tags};
use super::pack::{Pack, is_for_hosts};
use super::{Files, address, mark, weight};
use crate::render;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Of each picture there is one width: about half of the widest, which a screen's width of text
/// needs, between these two.
const WIDTHS: (u32, u32) = (480, 1200);

/// A file that is linked to more than once is there once from this size on.
const HEAVY: usize = 100_000;

/// What sets pages apart that were pages of their own.
const STYLE: &str = "\n.packed { break-before: page; margin-block-start: 4rem; }\n";

/// Attributes that name elements of the same page.
const NAMING: [&str; 7] = [
    "id",
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "headers",
];

/// The page of `site`, whose downloads are called after `name`; `None` if there is no first page.
pub(super) fn page(site: &Files, name: &str) -> Option<Pack> {
    let is_page = |path: &&String| path.ends_with(".html") && !is_for_hosts(path);
    let text = |path: &str| {
        site.get(path)
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    };
    let index = text("index.html")?;
    let linked: Vec<String> = tags(&index)
        .into_iter()
        .filter_map(|(_, tag)| Some(address::place("index.html", &tag.get("href")?)?.path))
        .collect();
    let mut paths: Vec<&String> = site
        .keys()
        .filter(is_page)
        .filter(|path| *path != "index.html")
        .collect();
    // As the first page names them; what it does not name comes last.
    paths.sort_by_key(|path| {
        linked
            .iter()
            .position(|linked| linked == *path)
            .unwrap_or(linked.len())
    });
    let mut taken = ids(&index);
    let mut others = BTreeMap::new();
    for path in &paths {
        let whole = text(path)?;
        let anchor = free(
            &path.replace(['/', '.'], "-").replace("-html", ""),
            &mut taken,
        );
        let content = content(&whole);
        let clashes: BTreeSet<String> = ids(&content).intersection(&taken).cloned().collect();
        taken.extend(ids(&content));
        let renamed = clashes.into_iter().map(|id| {
            let new = free(&format!("{anchor}-{id}"), &mut taken);
            (id, new)
        });
        let renamed = renamed.collect();
        others.insert(
            path.as_str(),
            Other {
                anchor,
                content,
                renamed,
            },
        );
    }
    let mut binder = Binder {
        site,
        name,
        others: &others,
        hashes: Vec::new(),
        heavy: BTreeMap::new(),
        parts: weight::parts(),
    };
    let mut page = binder.bound("index.html", &index, &BTreeMap::new());
    let mut appendix = String::new();
    for path in &paths {
        let Some(other) = others.get(path.as_str()) else {
            continue;
        };
        let content = binder.bound(path, &other.content, &other.renamed);
        appendix += &format!(
            "<div class=\"packed\" id=\"{}\">\n{}\n</div>\n",
            other.anchor,
            content.trim()
        );
    }
    let end = page
        .rfind("</main>")
        .or_else(|| page.rfind("</body>"))
        .unwrap_or(page.len());
    page.insert_str(end, &appendix);
    let styles = binder.hashes.join(" ");
    let page = with_policy(&page, &styles);
    let mut parts = binder.parts;
    let inside: u64 = parts.iter().map(|part| part.bytes).sum();
    if let Some(pages) = parts.iter_mut().find(|part| part.what == "pages") {
        pages.files = 1 + others.len();
        pages.bytes = page.len() as u64 - inside;
    }
    let bytes = (page + &mark::blank()).into_bytes();
    Some(Pack { bytes, parts })
}

/// A page that becomes a part of the first one.
struct Other {
    /// What it is jumped to by.
    anchor: String,
    content: String,
    /// New names for what has the name of something else.
    renamed: BTreeMap<String, String>,
}

/// What makes files of a site parts of a page.
struct Binder<'a> {
    site: &'a Files,
    name: &'a str,
    others: &'a BTreeMap<&'a str, Other>,
    /// The styles' hashes, as a policy writes them.
    hashes: Vec<String>,
    /// Heavy files that are in the page already, and what they are jumped to by.
    heavy: BTreeMap<String, String>,
    parts: Vec<weight::Part>,
}

impl Binder<'_> {
    /// The page, or part of one, at `path`, with all it asks for in it.
    fn bound(&mut self, path: &str, page: &str, renamed: &BTreeMap<String, String>) -> String {
        // What a `picture` offers before its `img`.
        let mut offered: Option<String> = None;
        rewritten(page, |tag| {
            let mut new = tag.clone();
            match &*tag.name {
                "link" => return self.link(tag, path),
                "source" => {
                    // The first that every browser of these years shows.
                    let fits = tag.get("type").as_deref() != Some("image/avif");
                    offered = offered.take().or(tag.get("srcset").filter(|_| fits));
                    return Some(String::new());
                }
                "img" => {
                    let set = offered.take().or_else(|| tag.get("srcset"));
                    let chosen = set.and_then(|set| chosen(&choices(&set)));
                    let source = chosen.or_else(|| tag.get("src"))?;
                    // It is here already: there is nothing to choose from, and to wait for.
                    for hint in ["srcset", "sizes", "loading", "decoding", "fetchpriority"] {
                        new.remove(hint);
                    }
                    new.set("src", &self.data(path, &source).unwrap_or(source));
                }
                "a" | "area" => self.lead(&mut new, path),
                _ => {
                    for attribute in ["src", "href", "xlink:href"] {
                        let link = tag.get(attribute);
                        if let Some(data) = link.and_then(|link| self.data(path, &link)) {
                            new.set(attribute, &data);
                        }
                    }
                }
            }
            rename(&mut new, renamed);
            (new != *tag).then(|| new.to_string())
        })
    }

    fn link(&mut self, tag: &Tag, path: &str) -> Option<String> {
        let href = tag.get("href")?;
        match tag.get("rel")?.as_str() {
            "preload" => Some(String::new()),
            "stylesheet" => {
                let place = address::place(path, &href)?;
                let style = String::from_utf8_lossy(self.site.get(&place.path)?).into_owned();
                // A style's element ends wherever its end tag stands, in a comment as well.
                let style = self.style(&place.path, &style).replace("</", "<\\/") + STYLE;
                let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
                self.hashes.push(format!("'sha256-{hash}'"));
                Some(format!("<style>{style}</style>"))
            }
            _ => {
                let mut new = tag.clone();
                new.set("href", &self.data(path, &href)?);
                Some(new.to_string())
            }
        }
    }

    fn style(&mut self, path: &str, style: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for (range, link) in addresses(style) {
            if let Some(data) = self.data(path, &link) {
                out += &style[at..range.start];
                out += &format!("url({data})");
                at = range.end;
            }
        }
        out + &style[at..]
    }

    /// Has a link lead to a part of the page, or to a file within it.
    fn lead(&mut self, tag: &mut Tag, path: &str) {
        let Some(href) = tag.get("href") else { return };
        let Some(place) = address::place(path, &href) else {
            return;
        };
        let anchor = place.anchor.filter(|anchor| !anchor.is_empty());
        let other = self.others.get(place.path.as_str());
        match (other, place.path.as_str()) {
            (Some(other), _) => {
                let anchor = anchor.map(|id| other.renamed.get(id).map_or(id, String::as_str));
                tag.set("href", &format!("#{}", anchor.unwrap_or(&other.anchor)));
            }
            (None, "" | "index.html") => tag.set("href", &format!("#{}", anchor.unwrap_or(""))),
            (None, file) => {
                if let Some(id) = self.heavy.get(file) {
                    tag.set("href", &format!("#{id}"));
                } else if let Some(data) = self.data(path, &href) {
                    tag.set("download", &self.download(file));
                    tag.set("href", &data);
                    if data.len() >= HEAVY {
                        let id = format!("file-{}", file.replace(['/', '.'], "-"));
                        let id = tag.get("id").unwrap_or(id);
                        tag.set("id", &id);
                        self.heavy.insert(file.to_string(), id);
                    }
                }
            }
        }
    }

    /// What a file is called where it is kept: after the creator, and what it is.
    fn download(&self, file: &str) -> String {
        let file = file.rsplit('/').next().unwrap_or(file);
        match file.split_once('.') {
            Some(("kit" | "contact", extension)) => format!("{}.{extension}", self.name),
            _ => format!("{}-{file}", self.name),
        }
    }

    /// The file that `link` leads to, as an address that holds it.
    fn data(&mut self, from: &str, link: &str) -> Option<String> {
        let place = address::place(from, link)?;
        let bytes = self.site.get(&place.path)?;
        if place.path.ends_with(".html") {
            return None;
        }
        let kind = weight::media_type(&place.path);
        let data = format!("data:{kind};base64,{}", STANDARD.encode(bytes));
        weight::add(&mut self.parts, &place.path, data.len() as u64);
        Some(data)
    }
}

/// The files and widths that a set of pictures offers.
pub(super) fn choices(set: &str) -> Vec<(String, u32)> {
    let one = |choice: &str| {
        let (file, width) = choice.trim().rsplit_once(' ')?;
        let width = width.strip_suffix('w')?.parse().ok()?;
        Some((file.trim().to_string(), width))
    };
    set.split(',').filter_map(one).collect()
}

/// The one of `choices` that does for every screen.
fn chosen(choices: &[(String, u32)]) -> Option<String> {
    let widest = choices.iter().map(|(_, width)| *width).max()?;
    let wanted = (widest / 2).clamp(WIDTHS.0, WIDTHS.1).min(widest);
    let wide = choices.iter().filter(|(_, width)| *width >= wanted);
    let (file, _) = wide.min_by_key(|(_, width)| *width)?;
    Some(file.clone())
}

/// The addresses in a stylesheet: where each `url(…)` stands, and what is in it.
pub(super) fn addresses(style: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (start, _) in style.match_indices("url(") {
        let rest = &style[start + 4..];
        if let Some(end) = rest.find(')') {
            let link = rest[..end].trim().trim_matches(['"', '\'']);
            found.push((start..start + 4 + end + 1, link.to_string()));
        }
    }
    found
}

/// The names that elements of `page` have.
fn ids(page: &str) -> BTreeSet<String> {
    let all = tags(page).into_iter();
    all.filter_map(|(_, tag)| tag.get("id")).collect()
}

/// `name`, or one like it that is not taken; it is then.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let others = (2..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.to_string()).chain(others);
    // There are more numbers than names.
    let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// What a page has beside its head and what stands above its text: the first page has those.
fn content(page: &str) -> String {
    let found = tags(page);
    let after = |name: &str| {
        found
            .iter()
            .find(|(_, tag)| tag.name == name)
            .map(|(at, _)| at.end)
    };
    let start = after("main").or(after("body")).unwrap_or(0);
    let end = page
        .rfind("</body>")
        .filter(|end| *end >= start)
        .unwrap_or(page.len());
    page[start..end].replacen("</main>", "", 1)
}

/// Gives elements that have another name now this one, wherever it is used.
fn rename(tag: &mut Tag, renamed: &BTreeMap<String, String>) {
    if renamed.is_empty() {
        return;
    }
    for attribute in tag.names() {
        let Some(value) = tag.get(&attribute) else {
            continue;
        };
        let new = |id: &str| renamed.get(id).map_or(id, String::as_str).to_string();
        let changed = if NAMING.contains(&&*attribute) {
            value.split(' ').map(new).collect::<Vec<_>>().join(" ")
        } else if tag.name != "a" && matches!(&*attribute, "href" | "xlink:href") {
            match value.strip_prefix('#') {
                Some(id) => format!("#{}", new(id)),
                None => continue,
            }
        } else if let Some(id) = value
            .strip_prefix("url(#")
            .and_then(|id| id.strip_suffix(')'))
        {
            format!("url(#{})", new(id))
        } else {
            continue;
        };
        if changed != value {
            tag.set(&attribute, &changed);
        }
    }
}

/// The page with a policy that allows what is in it.
fn with_policy(page: &str, styles: &str) -> String {
    let Some(found) = render::policy(page) else {
        return page.to_string();
    };
    let length = found.before.len();
    let tag = &page[length..page.len() - found.after.len()];
    let policy = format!(
        "default-src 'none'; style-src {styles}; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'"
    );
    let new = tag.replacen(found.policy, &policy, 1);
    format!("{}{new}{}", found.before, found.after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_width_does_for_every_screen() {
        fn check(widths: &[u32], expected: Option<u32>) {
            let set: Vec<String> = widths
                .iter()
                .map(|width| format!("{width}.jpg {width}w"))
                .collect();
            let chosen = chosen(&choices(&set.join(", ")));
            assert_eq!(chosen, expected.map(|width| format!("{width}.jpg")));
        }
        check(&[480, 786, 1200, 1572, 2080], Some(1200));
        check(&[480, 800, 1600, 3200], Some(1600));
        check(&[320, 520, 1040], Some(520));
        check(&[96, 160, 240], Some(240));
        check(&[], None);
    }

    #[test]
    fn addresses_of_styles_are_found() {
        fn check(style: &str, expected: &[&str]) {
            let found: Vec<_> = addresses(style).into_iter().map(|(_, link)| link).collect();
            assert_eq!(found, expected);
        }
        check(
            "a { b: url(\"x.woff2\") format(\"woff2\"), url( y ) }",
            &["x.woff2", "y"],
        );
        check("url(", &[]);
        check("local(\"Georgia\")", &[]);
    }
}
