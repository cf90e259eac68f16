//! The words of pages: a key with arguments to a sentence, in the kit's language.
//!
//! Every language is one Fluent file beside this one, embedded in the program. This module knows
//! no kit and formats no number: whoever asks passes numbers as texts, and a count beside them
//! when the words depend on it.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::Arc;

/// The languages and their files. A new language is a file and a line here.
const FILES: &[(&str, &str)] = &[("en", include_str!("en.ftl"))];

const NAMES: [&str; FILES.len()] = {
    let mut names = [""; FILES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = FILES[at].0;
        at += 1;
    }
    names
};

/// The languages pages can be in, as BCP 47 tags.
pub const LANGUAGES: &[&str] = &NAMES;

/// An argument of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Printed as it is.
    Text(&'a str),
    /// Chooses between the forms of a sentence: "one post", "two posts".
    Count(u64),
}

/// The words of one language. A clone shares them.
#[derive(Clone)]
pub struct Words {
    language: &'static str,
    source: &'static str,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words for a BCP 47 tag; a tag without words of its own falls back to a shorter one,
    /// `en-GB` to `en`. `None` when no part of it is among [`LANGUAGES`].
    pub fn load(language: &str) -> Option<Words> {
        let (language, source) = file(language)?;
        // A broken line loses its own message only; the tests hold that there is none.
        let resource =
            FluentResource::try_new(source.to_string()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().ok()?]);
        // Isolating marks would show up in titles, vCards and JSON; templates isolate instead.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Some(Words {
            language,
            source,
            bundle: Arc::new(bundle),
        })
    }

    /// Which of [`LANGUAGES`] these words are.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The sentence for `key`. `key.inner` asks for the form of a message named `inner`, and
    /// falls back to the message itself where both are the same. A key that does not exist, or
    /// an argument that is missing, gives the key in brackets, so that it is seen and found.
    pub fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.sentence(key, args)
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// Whether there is a message for `key`.
    pub fn has(&self, key: &str) -> bool {
        let (id, _) = split(key);
        self.bundle.has_message(id)
    }

    /// Every key, in the order of the file; forms of a message are not listed apart.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.source.lines().filter_map(|line| {
            let (key, _) = line.split_once(" =")?;
            key.starts_with(|c: char| c.is_ascii_lowercase())
                .then_some(key)
        })
    }

    fn sentence(&self, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
        let (id, form) = split(key);
        let message = self.bundle.get_message(id)?;
        let pattern = form
            .and_then(|form| message.get_attribute(form))
            .map(|attribute| attribute.value())
            .or_else(|| message.value())?;
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| match *value {
                Value::Text(text) => (*name, FluentValue::from(text)),
                Value::Count(count) => (*name, FluentValue::from(count)),
            })
            .collect();
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        errors.is_empty().then_some(text)
    }
}

/// `key.form` in its two parts.
fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, form)) => (id, Some(form)),
        None => (key, None),
    }
}

/// The file for a tag, or for the longest part of it that has one.
fn file(tag: &str) -> Option<(&'static str, &'static str)> {
    let mut tag = tag;
    loop {
        if let Some(found) = FILES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(tag))
        {
            return Some(*found);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}

#[cfg(test)]
mod tests {
    use super::{FILES, LANGUAGES, Value, Words};
    use fluent_bundle::FluentResource;
    use fluent_bundle::concurrent::FluentBundle;
    use std::collections::BTreeSet;

    fn english() -> Words {
        Words::load("en").expect("English is built in")
    }

    /// The names of all arguments that occur in a file.
    fn arguments(source: &str) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        for (at, _) in source.match_indices("{ $") {
            let rest = &source[at + 3..];
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
            names.insert(&rest[..end.unwrap_or(rest.len())]);
        }
        names
    }

    #[test]
    fn files_are_sound() {
        for (language, source) in FILES {
            let resource = match FluentResource::try_new((*source).to_string()) {
                Ok(resource) => resource,
                Err((_, errors)) => panic!("{language}.ftl: {errors:?}"),
            };
            let tag = language.parse().expect("a BCP 47 tag");
            let twice = FluentBundle::new_concurrent(vec![tag]).add_resource(resource);
            assert!(twice.is_ok(), "{language}.ftl: {twice:?}");
        }
    }

    #[test]
    fn every_language_has_every_key_with_the_same_arguments() {
        let english = english();
        let keys: BTreeSet<_> = english.keys().collect();
        for language in LANGUAGES {
            let words = Words::load(language).expect("listed");
            assert_eq!(keys, words.keys().collect(), "{language}");
            let unknown: Vec<_> = arguments(words.source)
                .difference(&arguments(english.source))
                .copied()
                .collect();
            assert!(unknown.is_empty(), "{language}: {unknown:?}");
        }
    }

    #[test]
    fn every_key_makes_a_sentence() {
        for language in LANGUAGES {
            let words = Words::load(language).expect("listed");
            let names = arguments(words.source);
            for count in [0, 1, 2, 5, 11, 1000] {
                let args: Vec<_> = names
                    .iter()
                    .map(|name| match *name {
                        "count" => ("count", Value::Count(count)),
                        name => (name, Value::Text("x")),
                    })
                    .collect();
                for key in words.keys() {
                    for key in [key.to_string(), format!("{key}.inner"), format!("{key}.of")] {
                        let text = words.say(&key, &args);
                        let broken = text.is_empty()
                            || text.contains(['[', '{', '\n', '\u{2068}'])
                            || text.contains("  ")
                            || text.trim() != text
                            || !matches!(text.matches('*').count(), 0 | 2);
                        assert!(!broken, "{language}: {key}: {text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn counts_choose_and_are_never_printed() {
        for (language, source) in FILES {
            let printed = source.contains("{ $count }");
            assert!(!printed, "{language}.ftl prints $count");
        }
    }

    #[test]
    fn sentences() {
        fn check(key: &str, args: &[(&str, Value<'_>)], expected: &str) {
            assert_eq!(english().say(key, args), expected);
        }
        use Value::{Count, Text};
        check(
            "as-of",
            &[("date", Text("31 Oct 2026"))],
            "As of 31 Oct 2026",
        );
        check(
            "posts-count",
            &[("count", Count(1)), ("number", Text("1"))],
            "1 post",
        );
        check(
            "posts-count",
            &[("count", Count(24)), ("number", Text("24"))],
            "24 posts",
        );
        check("formats-video.inner", &[("count", Count(2))], "videos");
        check("formats-reel.inner", &[("count", Count(2))], "Reels");
        check(
            "label-median",
            &[
                ("metric", Text("views")),
                ("formats", Text("Instagram Reels")),
                ("posts", Text("24 posts")),
            ],
            "Median views, Instagram Reels, 24 posts",
        );
        check(
            "spelled",
            &[("count", Count(7)), ("number", Text("7"))],
            "seven",
        );
        check(
            "spelled",
            &[("count", Count(13)), ("number", Text("13"))],
            "13",
        );
        check(
            "turnaround-days",
            &[("count", Count(14)), ("number", Text("14"))],
            "Two weeks",
        );
        check(
            "turnaround-days",
            &[("count", Count(10)), ("number", Text("10"))],
            "10 days",
        );
        check(
            "finding-largest-group",
            &[
                ("share", Text("One in four")),
                ("count", Count(1)),
                ("gender", Text("female")),
                ("band", Text("25 to 34")),
            ],
            "One in four is a woman *aged 25 to 34.*",
        );
        check(
            "finding-age",
            &[
                ("share", Text("Four in ten")),
                ("count", Count(4)),
                ("band", Text("25 to 34")),
            ],
            "Four in ten are 25 to 34.",
        );
        check(
            "age-band",
            &[("from", Text("25")), ("to", Text("34"))],
            "25\u{a0}to\u{a0}34",
        );
        check(
            "share-percent.of",
            &[("percent", Text("38%"))],
            "38% of all",
        );
    }

    #[test]
    fn what_is_missing_is_shown_by_its_key() {
        fn check(key: &str, expected: &str) {
            assert_eq!(english().say(key, &[]), expected);
        }
        check("no-such-key", "[no-such-key]");
        check("as-of", "[as-of]");
        check("posts-count", "[posts-count]");
        check("", "[]");
        check(".", "[.]");
    }

    #[test]
    fn a_longer_tag_falls_back() {
        fn check(tag: &str, expected: Option<&str>) {
            assert_eq!(Words::load(tag).map(|words| words.language()), expected);
        }
        check("en", Some("en"));
        check("en-GB", Some("en"));
        check("EN-Latn-us", Some("en"));
        check("xx", None);
        check("", None);
    }
}
