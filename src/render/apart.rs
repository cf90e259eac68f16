//! What pages and paper show where lines are read from the right: texts in which handles, addresses
//! and numbers with a sign are set apart. Files for programs keep the texts as they were written.

use crate::derive::View;
use crate::words;
use serde::Serialize;
use serde_json::Value;

/// Fields that are no text for a reader: ways to something, its name among others, and numbers that
/// nobody formatted.
const UNREAD: [&str; 15] = [
    "accent", "address", "alt", "date", "from", "ground", "href", "id", "iso", "key", "language",
    "path", "slug", "url", "value",
];

/// Whether texts of `view` are set apart.
pub(super) fn is_needed(view: &View) -> bool {
    view.direction == "rtl"
}

/// `of` as pages and paper show it.
pub(super) fn shown(of: &impl Serialize) -> Value {
    // Strings, numbers and lists always become JSON.
    let mut value = serde_json::to_value(of).unwrap_or_default();
    set_apart(&mut value);
    value
}

fn set_apart(value: &mut Value) {
    match value {
        Value::String(text) => *text = words::apart(text).into_owned(),
        Value::Array(items) => items.iter_mut().for_each(set_apart),
        Value::Object(fields) => {
            // A day or a window under one of these names has texts of its own.
            let read = fields
                .iter_mut()
                .filter(|(name, field)| !(field.is_string() && UNREAD.contains(&name.as_str())));
            read.for_each(|(_, field)| set_apart(field));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_set_apart_and_addresses_are_not() {
        fn check(value: Value, expected: Value) {
            assert_eq!(shown(&value), expected);
        }
        check(
            json!({ "text": "مع @layla", "url": "https://example.com/", "of": [{ "value": "-3", "text": "-3" }] }),
            json!({
                "text": "مع \u{2066}@layla\u{2069}",
                "url": "https://example.com/",
                "of": [{ "value": "-3", "text": "\u{2066}-3\u{2069}" }],
            }),
        );
        check(
            json!({ "date": { "iso": "2026-10-31", "text": "+1" } }),
            json!({ "date": { "iso": "2026-10-31", "text": "\u{2066}+1\u{2069}" } }),
        );
    }
}
