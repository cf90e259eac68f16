//! Which letters of what may be seen are printed.

use super::printable;
use crate::jobs::beyond_ascii;
use serde_json::Value;
use std::collections::BTreeSet;

/// Fields that are not printed, whose letters no font needs.
const UNPRINTED: [&str; 9] = [
    "alt", "href", "id", "iso", "key", "language", "path", "site", "url",
];

/// Which letters of `view`, the JSON of a view, are printed and have no font: `lacked` tells those of
/// its argument that none has.
pub fn missing(view: &str, lacked: impl Fn(BTreeSet<char>) -> BTreeSet<char>) -> BTreeSet<char> {
    // Most kits have no such letter anywhere, and this is asked at every save of a preview.
    let lacked_anywhere = lacked(seen(view));
    if lacked_anywhere.is_empty() {
        return lacked_anywhere;
    }
    let mut printed = BTreeSet::new();
    note(&parsed(view), &mut printed);
    lacked(seen(&printed.into_iter().collect::<String>()))
}

/// The view, which is always JSON.
pub(super) fn parsed(view: &str) -> Value {
    serde_json::from_str(view).unwrap_or_default()
}

/// Letters of `text` as they are printed, each once.
fn seen(text: &str) -> BTreeSet<char> {
    let mut bytes = [false; 256];
    for byte in text.bytes() {
        bytes[usize::from(byte)] = true;
    }
    let common = (0u8..128).filter(|byte| bytes[usize::from(*byte)]);
    let others: BTreeSet<char> = beyond_ascii(text).collect();
    let all: String = common.map(char::from).chain(others).collect();
    printable(&all)
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{2066}' | '\u{2069}'))
        .collect()
}

/// Notes the letters of what is printed.
fn note(value: &Value, letters: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => letters.extend(text.chars()),
        Value::Array(items) => items.iter().for_each(|item| note(item, letters)),
        Value::Object(fields) => {
            let printed = fields.iter().filter(|(name, _)| is_printed(name));
            printed.for_each(|(_, field)| note(field, letters));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether what a field holds is printed.
pub(super) fn is_printed(field: &str) -> bool {
    !UNPRINTED.contains(&field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn letters_are_missed_where_they_are_printed() {
        fn check(view: Value, expected: &str) {
            let not_latin = |mut letters: BTreeSet<char>| {
                letters.retain(|c| *c >= '\u{180}');
                letters
            };
            let missing: String = missing(&view.to_string(), not_latin).into_iter().collect();
            assert_eq!(missing, expected, "{view}");
        }
        check(json!({ "name": "Ñan 🍳", "of": ["a\u{2009}b\n"] }), "");
        check(
            json!({ "name": "ab", "path": "日.jpg", "of": [{ "alt": "本" }] }),
            "",
        );
        check(
            json!({ "name": "本日", "path": "食.jpg", "of": ["★"] }),
            "★日本",
        );
    }
}
