//! A kit's own words in place of the built-in ones.

use super::catalogue::{keys, variables};
use super::{Bundle, Value, arguments, sentence, split};
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentError, FluentResource};
use std::borrow::Cow;
use std::fmt::Write;
use unic_langid::LanguageIdentifier;

/// Why a text cannot stand for a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its braces do not make sense.
    Form,
    /// It names something that the word is not told.
    Unknown(String),
}

/// Counts of every form that a language may have.
const COUNTS: [u64; 6] = [0, 1, 2, 3, 11, 100];

/// What keeps `text` from standing for `key` among a kit's own words; `None` when nothing does.
pub fn fault(key: &str, text: &str) -> Option<Fault> {
    let resource = match FluentResource::try_new(message(key, text)) {
        Ok(resource) if resource.entries().count() == 1 => resource,
        _ => return Some(Fault::Form),
    };
    let mut bundle = Bundle::new_concurrent(vec![LanguageIdentifier::default()]);
    bundle.add_resource_overriding(resource);
    let (id, _) = split(key);
    let (_, english) = keys().find(|(known, _)| *known == id)?;
    let names = variables(english);
    let errors = COUNTS.into_iter().find_map(|count| {
        let told: Vec<_> = names
            .iter()
            .map(|name| match *name {
                "count" => ("count", Value::Count(count)),
                name => (name, Value::Text("x")),
            })
            .collect();
        sentence(&bundle, key, &arguments(&told, Cow::Borrowed)).err()
    });
    let unknown = errors?.into_iter().find_map(|error| match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            Some(id)
        }
        _ => None,
    });
    Some(unknown.map_or(Fault::Form, Fault::Unknown))
}

/// One of a kit's own words as a message. A form of a message is a message of its own, so that
/// either may be overridden without the other.
pub(super) fn message(key: &str, text: &str) -> String {
    let text = text.trim().replace('\n', "\n    ");
    let mut message = String::new();
    let _ = writeln!(message, "{} = {text}", key.replace('.', OWN_FORM));
    message
}

/// Stands between key and form in the name of a kit's own message.
pub(super) const OWN_FORM: &str = "--";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn a_kit_s_own_words_come_first_and_english_last() {
        fn check(language: &str, own: &[(&str, &str)], key: &str, expected: &str) {
            let own = own
                .iter()
                .map(|(key, text)| (key.to_string(), text.to_string()));
            let words = Words::of(language, &own.collect());
            let args = [("date", Value::Text("5 May")), ("count", Value::Count(2))];
            assert_eq!(words.say(key, &args), expected);
        }
        check("en", &[], "as-of", "As of 5 May");
        check(
            "en",
            &[("as-of", "{ $date }, no later")],
            "as-of",
            "5 May, no later",
        );
        check("it", &[("as-of", "Al { $date }")], "as-of", "Al 5 May");
        check("it", &[("as-of", "Al { $date }")], "nav-work", "Work");
        check("de", &[("as-of", "Per { $date }")], "nav-work", "Arbeiten");
        let own = [(
            "formats-reel",
            "{ $count ->\n [one] Clip\n *[other] Clips\n}",
        )];
        check("en", &own, "formats-reel", "Clips");
        check("en", &own, "formats-reel.inner", "Clips");
        let own = [("gender-female.inner", "ladies")];
        check("en", &own, "gender-female.inner", "ladies");
        check("en", &own, "gender-female", "Women");
    }

    #[test]
    fn what_is_wrong_with_a_kit_s_own_word() {
        fn check(key: &str, text: &str, expected: Option<Fault>) {
            assert_eq!(fault(key, text), expected, "{text:?}");
        }
        check("as-of", "Counted { $date }", None);
        check("as-of", "Long ago", None);
        check(
            "posts-count",
            "{ $count ->\n    [one] a\n   *[other] { $number } b\n}",
            None,
        );
        check("gender-female.inner", "ladies", None);
        check("as-of", "{ $day }", Some(Fault::Unknown("day".to_string())));
        check(
            "posts-count",
            "{ $count ->\n    [one] a\n   *[other] { $all } b\n}",
            Some(Fault::Unknown("all".to_string())),
        );
        check("as-of", "{ date }", Some(Fault::Form));
        check("as-of", "up to { $date", Some(Fault::Form));
        check("as-of", "{ NOW() }", Some(Fault::Form));
        check("as-of", "a\n}\nother = b", Some(Fault::Form));
    }
}
