//! The files of all languages, and what is in them.

/// English has every word there is.
pub(super) const ENGLISH: &str = include_str!("en.ftl");

/// The languages and their files. A new language is a file and a line here.
pub(super) const FILES: &[(&str, &str)] = &[
    ("en", ENGLISH),
    ("de", include_str!("de.ftl")),
    ("es", include_str!("es.ftl")),
    ("fr", include_str!("fr.ftl")),
    ("pt-BR", include_str!("pt-BR.ftl")),
    ("ar", include_str!("ar.ftl")),
    ("ja", include_str!("ja.ftl")),
];

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

/// The forms that a message may have beside the one that stands alone.
pub const FORMS: [&str; 2] = ["inner", "of"];

/// The manners of headings that a theme may ask for, as forms of a message too.
pub const VOICES: [&str; 2] = ["pop", "studio"];

/// Every key with its English text in Fluent's notation, forms and all, in the order of the file.
pub fn keys() -> impl Iterator<Item = (&'static str, &'static str)> {
    messages(ENGLISH)
}

/// The names of what a text in Fluent's notation is told, each once, in order.
pub fn variables(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for after in text.split("{ $").skip(1) {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric());
        let name = &after[..end.unwrap_or(after.len())];
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Every key of a file with its text.
pub(super) fn messages(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let is_message = rest.starts_with(|c: char| c.is_ascii_lowercase());
            // A message goes on in lines that are set in.
            let mut ends = rest.match_indices('\n').map(|(at, _)| at + 1);
            let end = ends.find(|end| !is_message || !rest[*end..].starts_with(' '));
            let (message, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after;
            if let Some((key, text)) = message.split_once(" =").filter(|_| is_message) {
                return Some((key, text.trim()));
            }
        }
        None
    })
}

/// Whether there are words for `language`, a BCP 47 tag, or for a shorter form of it.
pub fn is_built_in(language: &str) -> bool {
    file(language).is_some()
}

/// The file for a tag, or for the longest part of it that has one.
pub(super) fn file(tag: &str) -> Option<&'static str> {
    let mut tag = tag;
    loop {
        let mut files = FILES.iter();
        if let Some((_, source)) = files.find(|(name, _)| name.eq_ignore_ascii_case(tag)) {
            return Some(source);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::FluentResource;
    use fluent_bundle::concurrent::FluentBundle;
    use std::collections::{BTreeMap, BTreeSet};

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

    /// A language may do without choosing by a count, and never without saying what it is told.
    #[test]
    fn every_language_has_every_key_with_the_same_arguments() {
        let told = |text| {
            let names = variables(text).into_iter();
            names.filter(|name| *name != "count").collect()
        };
        let english: BTreeMap<&str, BTreeSet<&str>> =
            keys().map(|(key, text)| (key, told(text))).collect();
        for (language, source) in FILES {
            let mut own: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
            for (key, text) in messages(source) {
                let twice = own.insert(key, told(text));
                assert!(twice.is_none(), "{language}: {key} is there twice");
                let names = own[key].difference(english.get(key).expect(key));
                assert_eq!(names.count(), 0, "{language}: {key}: {:?}", own[key]);
            }
            for (key, names) in &english {
                let own = own.get(key);
                assert_eq!(own, Some(names), "{language}: {key}");
            }
        }
    }

    /// What one language says in a voice, all do: a page never changes its manner halfway.
    #[test]
    fn every_language_speaks_in_every_voice() {
        let spoken = |source| -> BTreeSet<(&str, &str)> {
            let has = |text: &str, voice: &str| text.contains(&format!("\n    .{voice} ="));
            messages(source)
                .flat_map(|(key, text)| VOICES.map(|voice| (key, text, voice)))
                .filter(|(_, text, voice)| has(text, voice))
                .map(|(key, _, voice)| (key, voice))
                .collect()
        };
        for (language, source) in FILES {
            assert_eq!(spoken(source), spoken(ENGLISH), "{language}");
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
    fn a_longer_tag_falls_back() {
        fn check(tag: &str, expected: Option<&str>) {
            assert_eq!(file(tag), expected.and_then(file), "{tag}");
        }
        check("en", Some("en"));
        check("en-GB", Some("en"));
        check("EN-Latn-us", Some("en"));
        check("de-AT", Some("de"));
        check("pt-br", Some("pt-BR"));
        check("pt", None);
        check("xx", None);
        check("", None);
    }
}
