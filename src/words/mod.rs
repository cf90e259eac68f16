//! The words of pages: a key with arguments to a sentence, in the kit's language.
//!
//! Every language is one Fluent file beside this one, embedded in the program. This module knows
//! no kit and formats no number: whoever asks passes numbers as texts, and a count beside them
//! when the words depend on it.

mod apart;
mod catalogue;
mod own;

pub use apart::{apart, bare};
pub use catalogue::{FORMS, LANGUAGES, VOICES, is_built_in, keys, variables};
pub use own::{Fault, fault};

use apart::{is_from_the_right, isolated};
use catalogue::{ENGLISH, file};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use icu_locale::LocaleDirectionality;
use own::{OWN_FORM, message};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use unic_langid::LanguageIdentifier;

/// An argument of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Printed as it is.
    Text(&'a str),
    /// Chooses between the forms of a sentence: "one post", "two posts".
    Count(u64),
    /// A word of the program's own that chooses between forms, such as `female`, and is not printed.
    Choice(&'a str),
}

type Bundle = FluentBundle<FluentResource>;

/// The words of one language. A clone shares them.
#[derive(Clone)]
pub struct Words {
    /// Whether the language is read from the right.
    from_the_right: bool,
    /// The form of headings that is looked for first.
    voice: Option<String>,
    /// The kit's own, those that are built in, English: the first that has a word says it.
    layers: Arc<Vec<Bundle>>,
    language: Arc<str>,
    own: Arc<BTreeMap<String, String>>,
}

impl Words {
    /// The words for a BCP 47 tag; a tag without words of its own falls back to a shorter one,
    /// `en-GB` to `en`. `None` when no part of it is among [`LANGUAGES`].
    pub fn load(language: &str) -> Option<Words> {
        is_built_in(language).then(|| Words::of(language, &BTreeMap::new()))
    }

    /// The words of a page in `language`: the kit's `own` ones, by key, before all others, and
    /// English where a word is missing.
    pub fn of(language: &str, own: &BTreeMap<String, String>) -> Words {
        let tag: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut layers = Vec::new();
        if !own.is_empty() {
            let mut source = String::new();
            own.iter()
                .for_each(|(key, text)| source += &message(key, text));
            layers.push(bundle(&tag, source));
        }
        if let Some(source) = file(language) {
            layers.push(bundle(&tag, source.to_string()));
        }
        if file(language) != Some(ENGLISH) {
            let english = LANGUAGES[0].parse().unwrap_or_default();
            layers.push(bundle(&english, ENGLISH.to_string()));
        }
        let direction = LocaleDirectionality::new_common();
        let parsed = language.parse();
        Words {
            from_the_right: parsed.is_ok_and(|tag| direction.is_right_to_left(&tag)),
            voice: None,
            layers: Arc::new(layers),
            language: language.into(),
            own: Arc::new(own.clone()),
        }
    }

    /// The language they were asked for in.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The kit's own among them, by key.
    pub fn own(&self) -> &BTreeMap<String, String> {
        &self.own
    }

    /// The same words with headings in a theme's `voice`, one of [`VOICES`].
    pub fn voiced(self, voice: Option<&str>) -> Words {
        let voice = voice.map(str::to_string);
        Words { voice, ..self }
    }

    /// The heading for `key` in the theme's voice, where the language has one for it. A kit's own
    /// word for the key is said in every voice.
    pub fn heading(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        match &self.voice {
            Some(voice) => self.say(&format!("{key}.{voice}"), args),
            None => self.say(key, args),
        }
    }

    /// The sentence for `key`. `key.inner` asks for the form of a message named `inner`, and
    /// falls back to the message itself where both are the same. A key that does not exist, or
    /// an argument that is missing, gives the key in brackets, so that it is seen and found.
    pub fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.try_say(key, args)
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// The same; `None` for a key that does not exist, or where an argument is missing.
    pub fn try_say(&self, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
        let args = arguments(args, |text| self.told(text));
        let mut layers = self.layers.iter();
        let said = layers.find_map(|layer| sentence(layer, key, &args).ok())?;
        Some(match self.from_the_right {
            true => apart(&said).into_owned(),
            false => said,
        })
    }

    /// Texts one after another, without an "and", as the language sets two apart: "a, b, c".
    pub fn listed(&self, texts: &[&str]) -> String {
        let place = Value::Text("\0");
        let two = self.say("label-more", &[("label", place), ("more", place)]);
        let texts = texts.iter().filter(|text| !text.is_empty());
        let texts: Vec<Cow<'_, str>> = texts.map(|text| self.told(text)).collect();
        match (two.split('\0').collect::<Vec<_>>().as_slice(), &texts[..]) {
            (_, [] | [_]) => texts.concat(),
            ([before, between, after], _) => format!("{before}{}{after}", texts.join(between)),
            _ => texts.join(", "),
        }
    }

    /// `text` as it may stand in a sentence. Where lines are read from the right, a name in Latin
    /// letters, a handle or a signed number would be torn apart, so that it is set apart.
    fn told<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let whole = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let is_plain = text.chars().all(whole) || !text.contains(char::is_alphanumeric);
        if !self.from_the_right || is_plain || text.contains(is_from_the_right) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(isolated(text))
    }

    /// Whether there is a message for `key`.
    pub fn has(&self, key: &str) -> bool {
        let (id, _) = split(key);
        self.layers.iter().any(|layer| layer.has_message(id))
    }
}

/// BLAKE3 of all words that are built in: worked out once, since every document's key holds it.
pub fn content() -> [u8; 32] {
    static CONTENT: LazyLock<[u8; 32]> = LazyLock::new(|| {
        let mut hasher = blake3::Hasher::new();
        for (_, text) in catalogue::FILES {
            hasher.update(text.as_bytes());
        }
        hasher.finalize().into()
    });
    *CONTENT
}

/// One language's words out of a file's text, or out of what a kit brings.
fn bundle(tag: &LanguageIdentifier, source: String) -> Bundle {
    // A broken line loses its own message only; the tests hold that there is none, and a kit's
    // own words were looked at when they were read.
    let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = Bundle::new_concurrent(vec![tag.clone()]);
    // Isolating marks would show up in titles, vCards and JSON; templates isolate instead, and
    // `told` and `apart` do so for a page that is read from the right.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

fn sentence(layer: &Bundle, key: &str, args: &FluentArgs<'_>) -> Result<String, Vec<FluentError>> {
    let (id, form) = split(key);
    let own = form.and_then(|form| layer.get_message(&format!("{id}{OWN_FORM}{form}")));
    let message = own.or_else(|| layer.get_message(id)).ok_or(Vec::new())?;
    let pattern = form
        .and_then(|form| message.get_attribute(form))
        .map(|attribute| attribute.value())
        .or_else(|| message.value())
        .ok_or(Vec::new())?;
    let mut errors = Vec::new();
    let text = layer.format_pattern(pattern, Some(args), &mut errors);
    let text = text.into_owned();
    if errors.is_empty() {
        Ok(text)
    } else {
        Err(errors)
    }
}

/// Arguments for Fluent, each text as `told` has it.
fn arguments<'a>(
    args: &[(&'a str, Value<'a>)],
    told: impl Fn(&'a str) -> Cow<'a, str>,
) -> FluentArgs<'a> {
    let args = args.iter().map(|(name, value)| match *value {
        Value::Text(text) => (*name, FluentValue::String(told(text))),
        Value::Count(count) => (*name, FluentValue::from(count)),
        Value::Choice(word) => (*name, FluentValue::from(word)),
    });
    args.collect()
}

/// `key.form` in its two parts.
fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, form)) => (id, Some(form)),
        None => (key, None),
    }
}

#[cfg(test)]
mod tests {
    use super::catalogue::{FILES, messages, variables};
    use super::{FORMS, VOICES, Value, Words};

    fn english() -> Words {
        Words::load("en").expect("English is built in")
    }

    #[test]
    fn every_key_makes_a_sentence() {
        for (language, source) in FILES {
            let words = Words::load(language).expect("listed");
            for (key, text) in messages(source) {
                for count in [0, 1, 2, 3, 5, 11, 100, 1000] {
                    let mut args = vec![("count", Value::Count(count))];
                    let texts = variables(text).into_iter().filter(|name| *name != "count");
                    args.extend(texts.map(|name| (name, Value::Text("x"))));
                    let forms = FORMS.into_iter().chain(VOICES);
                    let forms = forms.map(|form| format!("{key}.{form}"));
                    for key in [key.to_string()].into_iter().chain(forms) {
                        let text = words.say(&key, &args);
                        let isolated = text.contains('\u{2066}') && *language != "ar";
                        let broken = text.is_empty()
                            || isolated
                            || text.contains(['[', '{', '\n'])
                            || text.contains("  ")
                            || text.trim() != text
                            || !matches!(text.matches('*').count(), 0 | 2);
                        assert!(!broken, "{language}: {key}: {text:?}");
                    }
                }
            }
        }
    }

    /// Every category that a language has is written out wherever words follow a count.
    #[test]
    fn arabic_counts_in_all_its_forms() {
        fn check(count: u64, expected: &str) {
            let words = Words::load("ar").expect("built in");
            let number = count.to_string();
            let args = [
                ("count", Value::Count(count)),
                ("number", Value::Text(&number)),
            ];
            assert_eq!(words.say("posts-count", &args), expected);
        }
        check(0, "0\u{a0}منشور");
        check(1, "منشور واحد");
        check(2, "منشوران");
        check(3, "3\u{a0}منشورات");
        check(11, "11\u{a0}منشورًا");
        check(100, "100\u{a0}منشور");
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
            "1\u{a0}post",
        );
        check(
            "posts-count",
            &[("count", Count(24)), ("number", Text("24"))],
            "24\u{a0}posts",
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
            "10\u{a0}days",
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
    fn headings_are_said_in_a_voice() {
        fn check(own: &[(&str, &str)], voice: Option<&str>, key: &str, expected: &str) {
            let own = own
                .iter()
                .map(|(key, text)| (key.to_string(), text.to_string()));
            let words = Words::of("en", &own.collect()).voiced(voice);
            assert_eq!(words.heading(key, &[("count", Value::Count(0))]), expected);
        }
        check(&[], None, "section-rates", "The *menu*");
        check(&[], Some("pop"), "section-rates", "Pick *your ticket*");
        check(&[], Some("pop"), "section-press", "They *wrote*");
        check(&[], Some("pop"), "section-gallery", "In *pictures*");
        let own = [("section-rates", "Prices")];
        check(&own, Some("pop"), "section-rates", "Prices");
    }

    #[test]
    fn texts_stand_apart_as_the_language_has_it() {
        fn check(language: &str, texts: &[&str], expected: &str) {
            let words = Words::load(language).expect("built in");
            assert_eq!(words.listed(texts), expected);
        }
        check("en", &["a", "", "b", "c"], "a, b, c");
        check("en", &["a"], "a");
        check("en", &[], "");
        check("ja", &["a", "b", "c"], "a、b、c");
        check("ar", &["a", "b"], "\u{2066}a\u{2069}، \u{2066}b\u{2069}");
    }

    #[test]
    fn what_runs_the_other_way_is_set_apart() {
        fn check(language: &str, text: &str, is_apart: bool) {
            let words = Words::load(language).expect("built in");
            let apart = format!("\u{2066}{text}\u{2069}");
            let expected = if is_apart { &apart } else { text };
            assert_eq!(words.told(text), expected);
        }
        check("ar", "@layla", true);
        check("ar", "+43%", true);
        check("ar", "Salt & Bread", true);
        check("ar", "1,204.5", false);
        check("ar", "31 أكتوبر 2026", false);
        check("ar", "\u{200f}6,800\u{a0}€", false);
        check("ar", "", false);
        check("en", "@layla", false);
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
}
