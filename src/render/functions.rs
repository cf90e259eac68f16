//! What templates call.
//!
//! | call | gives |
//! |---|---|
//! | `word(key="as-of", date=…)` | a sentence in the page's language; all else are its arguments |
//! | `listed(of=[…])` | texts as a list without an "and", in the page's way; what is none is left out |
//! | `picture(photo=…, slot="hero", sizes="…", eager=true, beside="…")` | a photo, whose files are made later, shown in the slot's `sizes` or in these; without a description that is `beside` it as text |
//! | `blocks(of=…, level=3, slot="plate", id="note")` | Markdown, headings from `level` down |
//! | `inlines(of=…)` | a paragraph's text |
//! | `heading(text=…)` | a heading, the half between `*…*` set apart |
//! | `href(url=…)` | the attributes of a link, or nothing when the address is not safe |
//! | `asset(name="kit.json")` | the way to a file of the site that keeps its name |
//! | `chart(kind="spark", of=…, among=…, beside="…")` | a series or a pyramid as SVG, hidden from screen readers |
//! | `case(slug=…)` | the way to a campaign's page, or nothing when it has none |

use super::charts;
use super::page;
use super::pictures::Pictures;
use super::prose::Prose;
use crate::derive::View;
use crate::theme::{Theme, escape};
use crate::words::{self, Words};
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// The files of a site that keep their names, for `asset`; templates see them as `files`.
pub(super) const STABLE: &[&str] = &["index.html", "contact.vcf", "kit.json", "kit.txt"];

/// What functions draw from, for all pages of one site.
pub(super) struct Tools {
    pub(super) pictures: Arc<Pictures>,
    words: Words,
    cases: Arc<BTreeSet<String>>,
}

impl Tools {
    pub(super) fn new(view: &View, theme: &Theme, words: &Words) -> Tools {
        let cases = view.work.cases.iter().filter(|case| page::has_page(case));
        Tools {
            pictures: Arc::new(Pictures::new(view, theme)),
            words: words.clone(),
            cases: Arc::new(cases.map(|case| case.slug.clone()).collect()),
        }
    }

    /// The title of the first page.
    pub(super) fn title(&self, name: &str) -> String {
        self.words
            .say("media-kit-of", &[("name", words::Value::Text(name))])
    }

    /// The title of a campaign's page.
    pub(super) fn case_title(&self, title: &str, name: &str) -> String {
        let arguments = [
            ("title", words::Value::Text(title)),
            ("name", words::Value::Text(name)),
        ];
        self.words.say("page-of", &arguments)
    }

    /// Adds the functions for pages whose way to the site's root is `root`: empty or `../`.
    /// What was added before for another root is replaced.
    pub(super) fn register(&self, engine: &mut Tera, root: &'static str) {
        let words = self.words.clone();
        engine.register_function("word", move |kwargs: Kwargs, _: &State| {
            word(&words, &kwargs)
        });
        let words = self.words.clone();
        engine.register_function("listed", move |kwargs: Kwargs, _: &State| {
            let of: Vec<Value> = kwargs.must_get("of")?;
            let texts: Vec<&str> = of.iter().filter_map(Value::as_str).collect();
            TeraResult::Ok(words.listed(&texts))
        });
        let pictures = self.pictures.clone();
        engine.register_function("picture", move |kwargs: Kwargs, _: &State| {
            let photo: Value = kwargs.must_get("photo")?;
            let path = photo.get_from_path("path").and_then(Value::as_str);
            let path = path.ok_or_else(|| Error::message("`photo` is no photo"))?;
            let eager = kwargs.get("eager")?.unwrap_or(false);
            let beside = kwargs.get("beside")?.unwrap_or("");
            let slot = kwargs.must_get("slot")?;
            let html = pictures.html(path, slot, kwargs.get("sizes")?, root, eager, beside);
            safe(html.map_err(Error::message)?)
        });
        let pictures = self.pictures.clone();
        engine.register_function("blocks", move |kwargs: Kwargs, _: &State| {
            let prose = Prose {
                pictures: &pictures,
                root,
                level: kwargs.get("level")?.unwrap_or(3),
                slot: kwargs.get("slot")?.unwrap_or("plate"),
                id: kwargs.get("id")?.unwrap_or("note"),
            };
            safe(
                prose
                    .blocks(&kwargs.must_get("of")?)
                    .map_err(Error::message)?,
            )
        });
        let pictures = self.pictures.clone();
        engine.register_function("inlines", move |kwargs: Kwargs, _: &State| {
            let prose = Prose {
                pictures: &pictures,
                root,
                level: 3,
                slot: "plate",
                id: kwargs.get("id")?.unwrap_or("note"),
            };
            safe(
                prose
                    .inlines(&kwargs.must_get("of")?)
                    .map_err(Error::message)?,
            )
        });
        engine.register_function("heading", |kwargs: Kwargs, _: &State| {
            safe(heading(kwargs.must_get("text")?))
        });
        engine.register_function("href", |kwargs: Kwargs, _: &State| {
            safe(href(kwargs.must_get("url")?))
        });
        engine.register_function("asset", move |kwargs: Kwargs, _: &State| {
            let name: &str = kwargs.must_get("name")?;
            if !STABLE.contains(&name) {
                let message = format!("`{name}` is no file of the site that keeps its name");
                return Err(Error::message(message));
            }
            Ok(Value::from(format!("{root}{name}")))
        });
        let unknown = self.words.say("not-reported", &[]);
        engine.register_function("chart", move |kwargs: Kwargs, _: &State| {
            let of: Value = kwargs.must_get("of")?;
            let among: Option<Value> = kwargs.get("among")?;
            let svg = charts::chart(&charts::Asked {
                kind: kwargs.must_get("kind")?,
                of: &of,
                among: among.as_ref(),
                beside: kwargs.get("beside")?.unwrap_or(""),
                unknown: &unknown,
            });
            safe(svg.map_err(Error::message)?)
        });
        let cases = self.cases.clone();
        engine.register_function("case", move |kwargs: Kwargs, _: &State| {
            let slug: &str = kwargs.must_get("slug")?;
            let path = cases.contains(slug).then(|| page::case_path(slug));
            TeraResult::Ok(path.map_or(Value::none(), |path| Value::from(format!("{root}{path}"))))
        });
    }
}

fn safe(html: String) -> TeraResult<Value> {
    Ok(Value::safe_string(&html))
}

fn word(words: &Words, kwargs: &Kwargs) -> TeraResult<String> {
    let key: &str = kwargs.must_get("key")?;
    let counted: Option<u64> = kwargs.get("count")?;
    let number = counted.map(|count| count.to_string());
    let mut arguments = Vec::new();
    // A sentence that depends on a count prints it as `$number`.
    arguments.extend(
        number
            .iter()
            .map(|number| ("number", words::Value::Text(number))),
    );
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else {
            continue;
        };
        let argument = match (value.as_str(), value.as_u64()) {
            (Some(text), _) => words::Value::Text(text),
            (None, Some(count)) => words::Value::Count(count),
            (None, None) => {
                let message = format!("`{name}` of the word `{key}` is neither text nor a count");
                return Err(Error::message(message));
            }
        };
        arguments.push((name, argument));
    }
    Ok(words.say(key, &arguments))
}

/// A heading as HTML: what stands between two `*` is emphasis.
fn heading(text: &str) -> String {
    let parts: Vec<&str> = text.split('*').collect();
    if parts.len().is_multiple_of(2) {
        // A star without its other half is a star.
        return escape(text);
    }
    let mut out = String::new();
    for (index, part) in parts
        .iter()
        .enumerate()
        .filter(|(_, part)| !part.is_empty())
    {
        if index % 2 == 1 {
            out += &format!("<em>{}</em>", escape(part));
        } else {
            out += &escape(part);
        }
    }
    out
}

/// The attributes of a link out, or nothing when `url` is not safe to follow: kits hold only
/// safe ones, and this is the second lock.
pub(super) fn href(url: &str) -> String {
    let Ok(parsed) = url::Url::parse(url) else {
        return String::new();
    };
    match parsed.scheme() {
        "http" | "https" => format!(r#" href="{}" rel="noopener noreferrer""#, escape(url)),
        "mailto" | "tel" => format!(r#" href="{}""#, escape(url)),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_set_a_half_apart() {
        fn check(text: &str, expected: &str) {
            assert_eq!(heading(text), expected);
        }
        check("Where they follow", "Where they follow");
        check("Where *they follow*", "Where <em>they follow</em>");
        check("*Two* in *three*", "<em>Two</em> in <em>three</em>");
        check("Five* hotels", "Five* hotels");
        check("<b> *&*", "&lt;b&gt; <em>&amp;</em>");
        check("", "");
    }

    #[test]
    fn only_safe_addresses_become_links() {
        fn check(url: &str, expected: bool) {
            assert_eq!(!href(url).is_empty(), expected, "{url}");
        }
        check("https://example.com/a?b=c&d", true);
        check("mailto:a@example.com", true);
        check("tel:+34600000000", true);
        check("javascript:alert(1)", false);
        check(" java\nscript:alert(1)", false);
        check("data:text/html,x", false);
        check("vbscript:x", false);
        check("file:///etc/passwd", false);
        check("//example.com", false);
        check("x\" onclick=\"y", false);
        assert_eq!(
            href("https://e.com/\"x"),
            r#" href="https://e.com/&quot;x" rel="noopener noreferrer""#
        );
    }
}
