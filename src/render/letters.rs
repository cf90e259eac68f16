//! What may be seen, as JSON in letters that paper can show.
//!
//! Pictures among letters, and signs that no font has, are left out. What then has nothing left
//! becomes an ellipsis, or goes if it is a paragraph: templates may count on every text. Words too
//! long for a column may be parted where their language parts them.

use crate::derive::View;
use crate::jobs::{parted, printable};
use serde_json::Value;
use std::collections::BTreeSet;

/// Fields that are not printed, whose letters no font needs.
const UNPRINTED: [&str; 9] = [
    "alt", "href", "id", "iso", "key", "language", "path", "site", "url",
];

/// What stands for a text of which nothing can be printed.
const ELLIPSIS: &str = "…";

/// A view as JSON, and the letters of what of it is printed.
pub(super) struct Letters {
    view: Value,
    /// Most letters of most kits are among the first 128, which are noted in a table.
    first: [bool; 128],
    others: BTreeSet<char>,
}

impl Letters {
    /// The view in letters that may be printed if fonts have them.
    pub(super) fn of(view: &View) -> Letters {
        let mut letters = Letters {
            view: Value::Null,
            first: [false; 128],
            others: BTreeSet::new(),
        };
        // A view always becomes JSON.
        let mut seen = serde_json::to_value(view).unwrap_or_default();
        letters.set(&mut seen, &view.language, true);
        letters.view = seen;
        letters
    }

    /// The letters, but for signs that cannot be seen.
    pub(super) fn noted(&self) -> BTreeSet<char> {
        let first = (0u8..128).filter(|byte| self.first[usize::from(*byte)]);
        let all = first.map(char::from).chain(self.others.iter().copied());
        all.filter(|c| !c.is_control()).collect()
    }

    /// The view without `signs`, which no font has.
    pub(super) fn without(mut self, signs: &BTreeSet<char>) -> Value {
        if !signs.is_empty() {
            strip(&mut self.view, signs);
        }
        fill(&mut self.view);
        self.view
    }

    fn set(&mut self, value: &mut Value, language: &str, is_printed: bool) {
        match value {
            Value::String(text) => {
                let had = !text.is_empty();
                *text = printable(text);
                if is_printed {
                    text.chars().for_each(|c| self.note(c));
                    *text = parted(text, language);
                }
                if had && text.is_empty() {
                    // Told from a text that was never there, until the others are known.
                    text.push(' ');
                }
            }
            Value::Array(items) => {
                for item in items {
                    self.set(item, language, is_printed);
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields.iter_mut() {
                    let is_printed = is_printed && !UNPRINTED.contains(&name.as_str());
                    self.set(field, language, is_printed);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn note(&mut self, letter: char) {
        match self.first.get_mut(letter as usize) {
            Some(noted) => *noted = true,
            None => {
                self.others.insert(letter);
            }
        }
    }
}

/// Takes signs that no font has out of every text.
fn strip(value: &mut Value, signs: &BTreeSet<char>) {
    match value {
        Value::String(text) => {
            let had = !text.is_empty();
            text.retain(|c| !signs.contains(&c));
            if had && text.is_empty() {
                text.push(' ');
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, signs)),
        Value::Object(fields) => fields.values_mut().for_each(|field| strip(field, signs)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Takes paragraphs and headings away of which nothing is left, and gives every other text an
/// ellipsis.
fn fill(value: &mut Value) {
    match value {
        Value::String(text) => {
            if is_hollow(text) {
                *text = ELLIPSIS.to_string();
            }
        }
        Value::Array(items) => {
            items.retain(|item| !item["inlines"].is_array() || !is_blank(&item["inlines"]));
            items.iter_mut().for_each(fill);
        }
        // Part of a paragraph, which may be empty.
        Value::Object(fields) if fields.get("kind").is_some_and(|kind| kind == "text") => {}
        Value::Object(fields) => fields.values_mut().for_each(fill),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a text has nothing but blanks, and stars, which set halves of headings apart.
fn is_hollow(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_whitespace() || c == '*')
}

/// Whether none of the parts of a paragraph has anything to be seen.
fn is_blank(inlines: &Value) -> bool {
    let mut parts = inlines.as_array().into_iter().flatten();
    parts.all(|part| match (&part["text"], &part["inlines"]) {
        (Value::String(text), _) => text.trim().is_empty(),
        (_, inner @ Value::Array(_)) => is_blank(inner),
        _ => part["kind"] == "break",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn letters(mut view: Value, language: &str) -> Letters {
        let mut letters = Letters {
            view: Value::Null,
            first: [false; 128],
            others: BTreeSet::new(),
        };
        letters.set(&mut view, language, true);
        letters.view = view;
        letters
    }

    #[test]
    fn letters_are_noted_of_what_is_printed() {
        let view = json!({ "name": "Ñan 🍳", "path": "ß.jpg", "of": ["a", { "alt": "ø" }] });
        let noted: String = letters(view, "en").noted().into_iter().collect();
        assert_eq!(noted, " anÑ");
    }

    #[test]
    fn nothing_is_left_empty() {
        fn check(view: Value, expected: Value) {
            let signs = BTreeSet::from(['★']);
            assert_eq!(letters(view, "en").without(&signs), expected);
        }
        check(json!("★ Ane 🙂"), json!(" Ane "));
        check(json!(["🙂🙂", "★", "*🙂*", ""]), json!(["…", "…", "…", ""]));
        let text = |text: &str| json!({ "kind": "text", "text": text });
        let paragraph = |inlines: Value| json!({ "kind": "paragraph", "inlines": inlines });
        let strong = |inlines: Value| json!({ "kind": "strong", "inlines": inlines });
        check(
            json!([
                paragraph(json!([text("🙂")])),
                paragraph(json!([strong(json!([text("★")])), { "kind": "break" }])),
                paragraph(json!([text("Yes"), strong(json!([text("!")])), text("🙂")])),
                paragraph(json!([{ "kind": "footnote", "number": 1 }])),
            ]),
            json!([
                paragraph(json!([text("Yes"), strong(json!([text("!")])), text(" ")])),
                paragraph(json!([{ "kind": "footnote", "number": 1 }])),
            ]),
        );
    }
}
