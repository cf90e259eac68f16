//! Fields that hold words out of a few: those of a [`Choice`].

use super::Choice;
use super::fields::{Entry, Fields, is_blank};
use super::values::printable;
use crate::source::{Diagnostic, Span, Spanned, nearest};
use serde_json::json;
use toml::de::DeValue;

impl<'t> Fields<'t, '_, '_> {
    /// One of a few words.
    pub fn choice<C: Choice>(&mut self, key: &'static str, about: &str) -> Option<Spanned<C>> {
        let entry = self.ask(key, about, json!({ "enum": words::<C>() }))?;
        self.choice_of(entry, key)
    }

    fn choice_of<C: Choice>(&mut self, entry: Entry<'t>, key: &str) -> Option<Spanned<C>> {
        if !matches!(entry.get_ref(), DeValue::String(_)) {
            let wrong = self.wrong_type(entry, key, "text in quotation marks");
            self.say(wrong.hint(possible::<C>()));
            return None;
        }
        let text = self.text_of(entry, key, 200)?;
        if let Some(value) = C::parse(&text.value) {
            return Some(Spanned::new(value, text.span));
        }
        let hint = match nearest(&text.value, words::<C>()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => possible::<C>(),
        };
        let message = format!("`{}` is not possible for `{key}`", printable(&text.value));
        self.say(
            Diagnostic::error("unknown-value", message)
                .at(text.span)
                .hint(hint),
        );
        None
    }

    /// A list of words out of a few, each of them once; empty only when it was left out, or after
    /// an error.
    pub fn choices<C: Choice>(&mut self, key: &'static str, about: &str) -> Vec<Spanned<C>> {
        let schema = json!({
            "type": "array",
            "items": { "enum": words::<C>() },
            "minItems": 1,
            "uniqueItems": true,
        });
        let mut values: Vec<Spanned<C>> = Vec::new();
        let Some(list) = self.ask(key, about, schema) else {
            return values;
        };
        let Some(entries) = list.get_ref().as_array() else {
            let wrong = self.wrong_type(list, key, "a list between `[` and `]`");
            let word = list.get_ref().as_str();
            self.say(
                wrong.hint(match word.filter(|word| C::parse(word).is_some()) {
                    Some(word) => format!("write `{key} = [\"{word}\"]`"),
                    None => possible::<C>(),
                }),
            );
            return values;
        };
        if entries.is_empty() {
            let message = format!("`{key}` is an empty list");
            self.say(nothing::<C>(message, self.span(list), key));
        }
        for entry in entries.iter() {
            if is_blank(entry) {
                let message = format!("a word of `{key}` is empty");
                self.say(nothing::<C>(message, self.span(entry), key));
                continue;
            }
            let Some(value) = self.choice_of::<C>(entry, key) else {
                continue;
            };
            match values.iter().any(|before| before.value == value.value) {
                true => self.say(twice(value)),
                false => values.push(value),
            }
        }
        values
    }
}

fn words<C: Choice>() -> Vec<&'static str> {
    C::WORDS.iter().map(|(word, _)| *word).collect()
}

/// Which words are possible.
fn possible<C: Choice>() -> String {
    let known: Vec<String> = words::<C>().iter().map(|w| format!("`{w}`")).collect();
    format!("it can be {}", known.join(", "))
}

/// That nothing stands where words should.
fn nothing<C: Choice>(message: String, span: Span, key: &str) -> Diagnostic {
    Diagnostic::error("empty-value", message)
        .at(span)
        .hint(possible::<C>())
        .hint(format!("take the line out to have the usual `{key}`"))
}

/// That a word stands in a list for the second time.
fn twice<C: Choice>(word: Spanned<C>) -> Diagnostic {
    let message = format!("`{}` is named twice", word.value.word());
    Diagnostic::error("named-twice", message)
        .at(word.span)
        .hint("take one of the two out")
}
