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
use super::measure;
use super::page;
use super::paper::Documents;
use super::pictures::Pictures;
use super::prose::Prose;
use crate::derive::View;
use crate::source::nearest;
use crate::theme::{Theme, escape};
use crate::words::{self, Words};
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// What templates may call.
const NAMES: [&str; 11] = [
    "asset",
    "blocks",
    "case",
    "chart",
    measure::NAME,
    "heading",
    "href",
    "inlines",
    "listed",
    "picture",
    "word",
];

/// Makes all functions known by name, to do nothing: what some did before is forgotten.
pub(super) fn name(engine: &mut Tera) {
    for name in NAMES {
        engine.register_function(name, |_: Kwargs, _: &State| {
            TeraResult::<bool>::Err(Error::message("there is nothing to call it for yet"))
        });
    }
}

/// The files that every site has under these names.
const STABLE: [&str; 6] = [
    "index.html",
    "contact.vcf",
    "kit.csv",
    "kit.json",
    "kit.schema.json",
    "kit.txt",
];

/// What functions draw from, for all pages of one site.
pub(super) struct Tools {
    pub(super) pictures: Arc<Pictures>,
    words: Words,
    cases: Arc<BTreeSet<String>>,
    /// The files of the site that keep their names, for `asset`; templates see them as `files`.
    pub(super) files: Arc<Vec<&'static str>>,
}

impl Tools {
    pub(super) fn new(view: &View, theme: &Theme, words: &Words, documents: &Documents) -> Tools {
        let cases = view.work.cases.iter().filter(|case| page::has_page(case));
        Tools {
            pictures: Arc::new(Pictures::new(view, theme)),
            words: words.clone(),
            cases: Arc::new(cases.map(|case| case.slug.clone()).collect()),
            files: Arc::new(STABLE.into_iter().chain(documents.paths()).collect()),
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
        add(engine, "listed", &["of"], move |kwargs| {
            let of: Vec<Value> = kwargs.must_get("of")?;
            let texts: Vec<&str> = of.iter().filter_map(Value::as_str).collect();
            Ok(Value::from(words.listed(&texts)))
        });
        let pictures = self.pictures.clone();
        add(
            engine,
            "picture",
            &["photo", "slot", "sizes", "eager", "beside"],
            move |kwargs| {
                let photo: Value = kwargs.must_get("photo")?;
                let path = photo.get_from_path("path").and_then(Value::as_str);
                let path = path.ok_or_else(|| Error::message("`photo` is no photo"))?;
                let eager = kwargs.get("eager")?.unwrap_or(false);
                let beside = kwargs.get("beside")?.unwrap_or("");
                let slot = kwargs.must_get("slot")?;
                let html = pictures.html(path, slot, kwargs.get("sizes")?, root, eager, beside);
                safe(html.map_err(Error::message)?)
            },
        );
        let pictures = self.pictures.clone();
        add(
            engine,
            "blocks",
            &["of", "level", "slot", "id"],
            move |kwargs| {
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
            },
        );
        let pictures = self.pictures.clone();
        add(engine, "inlines", &["of", "id"], move |kwargs| {
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
        add(engine, "heading", &["text"], |kwargs| {
            safe(heading(kwargs.must_get("text")?))
        });
        add(engine, "href", &["url"], |kwargs| {
            safe(href(kwargs.must_get("url")?))
        });
        let files = self.files.clone();
        add(engine, "asset", &["name"], move |kwargs| {
            let name: &str = kwargs.must_get("name")?;
            if !files.contains(&name) {
                let message = format!("`{name}` is no file of the site that keeps its name");
                return Err(Error::message(message));
            }
            Ok(Value::from(format!("{root}{name}")))
        });
        let unknown = self.words.say("not-reported", &[]);
        add(
            engine,
            "chart",
            &["kind", "of", "among", "beside"],
            move |kwargs| {
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
            },
        );
        let cases = self.cases.clone();
        add(engine, "case", &["slug"], move |kwargs| {
            let slug: &str = kwargs.must_get("slug")?;
            let path = cases.contains(slug).then(|| page::case_path(slug));
            Ok(path.map_or(Value::none(), |path| Value::from(format!("{root}{path}"))))
        });
    }
}

/// Adds a function that takes these arguments and no others: one that is misspelt would say nothing.
fn add(
    engine: &mut Tera,
    name: &'static str,
    takes: &'static [&'static str],
    function: impl Fn(&Kwargs) -> TeraResult<Value> + Send + Sync + 'static,
) {
    engine.register_function(name, move |kwargs: Kwargs, _: &State| {
        let mut names = kwargs.iter().filter_map(|(name, _)| name.as_str());
        match names.find(|name| !takes.contains(name)) {
            Some(other) => Err(Error::message(format!(
                "`{name}` takes no `{other}`; it takes {}",
                takes.join(", ")
            ))),
            None => function(&kwargs),
        }
    });
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
    let said = words.try_say(key, &arguments);
    said.ok_or_else(|| Error::message(unsaid(words, key)))
}

/// Why there is no sentence for `key`.
fn unsaid(words: &Words, key: &str) -> String {
    let id = key.split('.').next().unwrap_or_default();
    let known = words::keys().find(|(known, _)| *known == id);
    if let Some((_, text)) = known.filter(|_| words.has(key)) {
        let names: Vec<String> = words::variables(text)
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        return format!("the word `{key}` needs {}", names.join(", "));
    }
    let hint = match nearest(id, words::keys().map(|(known, _)| known)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`pitchkit schema` lists them all".to_string(),
    };
    format!("there is no word `{id}`; {hint}")
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
