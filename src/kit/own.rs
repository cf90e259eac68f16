//! `[words]`: the kit's own words in place of the page's.

use super::fields::Fields;
use crate::source::{Diagnostic, Spanned};
use crate::words::{self, FORMS, Fault};
use std::collections::BTreeMap;

/// How long a word may be, in Fluent's notation.
const LIMIT: usize = 1_000;

/// A kit's own words, by key; a form of a word by `key.form`.
pub type OwnWords = BTreeMap<String, String>;

/// `[words]`
pub(super) fn own_words(f: &mut Fields<'_, '_, '_>) -> Option<OwnWords> {
    let mut own = OwnWords::new();
    for (key, english) in words::keys() {
        let forms: Vec<&str> = FORMS
            .into_iter()
            .filter(|form| english.contains(&format!("\n    .{form} =")))
            .collect();
        let about = format!("In English: {english}");
        let written = if forms.is_empty() {
            let text = f.text(key, LIMIT, &about);
            text.map(|text| vec![(key.to_string(), text)])
        } else {
            let alone = |text| Some(vec![(key.to_string(), text)]);
            f.text_or_table(
                key,
                &about,
                |f, entry| f.text_of(entry, key, LIMIT).and_then(alone),
                |f| Some(in_forms(f, key, &forms)),
            )
        };
        for (key, text) in written.into_iter().flatten() {
            match words::fault(&key, &text.value) {
                Some(fault) => f.say(broken(&key, fault, english).at(text.span)),
                None => {
                    own.insert(key, text.value);
                }
            }
        }
    }
    Some(own)
}

/// A word that is written otherwise inside a sentence.
fn in_forms(
    f: &mut Fields<'_, '_, '_>,
    key: &str,
    forms: &[&'static str],
) -> Vec<(String, Spanned<String>)> {
    let alone = f.text("alone", LIMIT, "Where it stands alone");
    let mut written: Vec<_> = alone
        .map(|text| (key.to_string(), text))
        .into_iter()
        .collect();
    for form in forms {
        let text = f.text(form, LIMIT, "Inside a sentence");
        written.extend(text.map(|text| (format!("{key}.{form}"), text)));
    }
    written
}

fn broken(key: &str, fault: Fault, english: &str) -> Diagnostic {
    let names = words::variables(english);
    let message = match &fault {
        Fault::Form => format!("`{key}` cannot be read: its braces do not make sense"),
        Fault::Unknown(name) => format!("`{key}` is not told `{name}`"),
    };
    let known: Vec<String> = names
        .iter()
        .map(|name| format!("`{{ ${name} }}`"))
        .collect();
    let error = Diagnostic::error("broken-word", message);
    error.hint(match known.as_slice() {
        [] => "nothing stands in braces here: write the words alone".to_string(),
        known => format!("it may have {}", known.join(", ")),
    })
}

/// That a language is not built in, and which of its words the kit does not bring.
pub(super) fn incomplete(language: &str, own: &OwnWords) -> Option<Diagnostic> {
    let all = words::keys().count();
    let mut missing = words::keys().filter(|(key, _)| !own.contains_key(*key));
    let (first, _) = missing.next()?;
    let message = format!(
        "{} of {all} words of `{language}` are missing, and are in English on the page",
        missing.count() + 1
    );
    let warning = Diagnostic::warning("words-missing", message);
    Some(warning.hint(format!(
        "write them below `[words]`, `{first} = …` first; `pitchkit schema` has all of them"
    )))
}
