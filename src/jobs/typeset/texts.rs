//! What may be seen, as JSON, to JSON in letters that paper can show.
//!
//! Pictures among letters, and signs that no font has, are left out. What then has nothing left
//! becomes an ellipsis, or goes if it is a paragraph: templates may count on every text. Words too
//! long for a column may be parted where their language parts them.

use super::letters::{is_printed, parsed};
use super::part::parted;
use super::printable;
use serde_json::Value;
use std::collections::BTreeSet;

/// What stands for a text of which nothing can be printed.
const ELLIPSIS: &str = "…";

/// `view` as templates get it, without `signs`, which no font has.
pub(super) fn set(view: &str, signs: &BTreeSet<char>) -> String {
    let mut view = parsed(view);
    let language = view["language"].as_str().unwrap_or_default().to_string();
    strip(&mut view, &language, signs, true);
    fill(&mut view);
    view.to_string()
}

/// Takes what cannot be printed out of every text. A text of which nothing is left is a blank until
/// all are known.
fn strip(value: &mut Value, language: &str, signs: &BTreeSet<char>, is_text: bool) {
    match value {
        Value::String(text) if !text.is_empty() => {
            let mut left = printable(text);
            if !signs.is_empty() {
                left.retain(|c| !signs.contains(&c));
            }
            *text = match left.as_str() {
                "" => " ".to_string(),
                _ if is_text => parted(&left, language),
                _ => left,
            };
        }
        Value::Array(items) => {
            for item in items {
                strip(item, language, signs, is_text);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                strip(field, language, signs, is_text && is_printed(name));
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
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

    #[test]
    fn nothing_is_left_empty() {
        fn check(view: Value, expected: Value) {
            let set = set(&view.to_string(), &BTreeSet::from(['★']));
            assert_eq!(parsed(&set), expected);
        }
        check(json!(["★ Ane 🙂"]), json!([" Ane "]));
        check(json!(["🙂🙂", "★", "*🙂*", ""]), json!(["…", "…", "…", ""]));
        check(
            json!({ "language": "de", "word": "Donaudampfschifffahrt", "path": "donaudampfschifffahrt" }),
            json!({
                "language": "de",
                "word": "Do\u{ad}nau\u{ad}dampf\u{ad}schiff\u{ad}fahrt",
                "path": "donaudampfschifffahrt",
            }),
        );
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
