//! What kinds of values `theme.toml` has.

use crate::kit::kind_of;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What a value is, by the keys that lead to it; `*` is any name.
const KINDS: [(&str, Kind); 37] = [
    ("api", Kind::Whole),
    ("name", Kind::Text),
    ("description", Kind::Text),
    ("voice", Kind::Text),
    ("licence", Kind::Text),
    ("preview", Kind::Text),
    ("punctuation", Kind::Text),
    ("accent", Kind::Text),
    ("formats", Kind::List),
    ("company", Kind::List),
    ("marks", Kind::List),
    ("options", Kind::Table),
    ("options.*", Kind::Table),
    ("tokens", Kind::Table),
    ("tokens.*", Kind::Table),
    ("tokens.*.*", Kind::Text),
    ("accents", Kind::Table),
    ("accents.*", Kind::Table),
    ("accents.*.on", Kind::Text),
    ("accents.*.light", Kind::Table),
    ("accents.*.dark", Kind::Table),
    ("accents.*.*.*", Kind::Number),
    ("slots", Kind::Table),
    ("slots.*", Kind::Table),
    ("slots.*.sizes", Kind::Text),
    ("slots.*.widths", Kind::List),
    ("slots.*.ratio", Kind::List),
    ("faces", Kind::Table),
    ("faces.*", Kind::Table),
    ("faces.*.family", Kind::Text),
    ("faces.*.generic", Kind::Text),
    ("faces.*.roman", Kind::Text),
    ("faces.*.italic", Kind::Text),
    ("faces.*.weights", Kind::List),
    ("faces.*.ascent", Kind::Number),
    ("faces.*.descent", Kind::Number),
    ("paper", Kind::Table),
];

/// A kind of value.
#[derive(Clone, Copy)]
enum Kind {
    Whole,
    Number,
    Text,
    List,
    Table,
}

impl Kind {
    /// What there should be, unless `value` is of this kind.
    fn missed(self, value: &DeValue<'_>) -> Option<&'static str> {
        let (fits, expected) = match self {
            Kind::Whole => (
                matches!(value, DeValue::Integer(_)),
                "a whole number, without quotation marks",
            ),
            Kind::Number => (
                matches!(value, DeValue::Integer(_) | DeValue::Float(_)),
                "a number, without quotation marks",
            ),
            Kind::Text => (
                matches!(value, DeValue::String(_)),
                "text in quotation marks",
            ),
            Kind::List => (
                matches!(value, DeValue::Array(_)),
                "a list between `[` and `]`",
            ),
            Kind::Table => (matches!(value, DeValue::Table(_)), "a table"),
        };
        (!fits).then_some(expected)
    }
}

/// The values of `text` that are of another kind than they have to be: what to say of each, and where
/// it stands. None where `text` is no TOML at all.
pub(super) fn mistaken(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    if let Ok(whole) = DeTable::parse(text) {
        for (path, kind) in KINDS {
            let path: Vec<&str> = path.split('.').collect();
            look(whole.get_ref(), &path, kind, &mut found);
        }
    }
    found.sort_by_key(|(_, range)| range.start);
    found
}

fn look(table: &DeTable<'_>, path: &[&str], kind: Kind, found: &mut Vec<(String, Range<usize>)>) {
    let [name, rest @ ..] = path else {
        return;
    };
    for (key, value) in table.iter() {
        let key = key.get_ref().as_ref();
        if *name != "*" && *name != key {
            continue;
        }
        match (value.get_ref(), rest) {
            (is, []) => {
                if let Some(expected) = kind.missed(is) {
                    let is = kind_of(is);
                    let message = format!("`{key}` must be {expected}, and this is {is}");
                    found.push((message, value.span()));
                }
            }
            (DeValue::Table(inside), rest) => look(inside, rest, kind, found),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_another_kind_are_told_with_their_place() {
        fn check(text: &str, expected: &[(&str, &str)]) {
            let found = mistaken(text);
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|(message, range)| (&text[range.clone()], message.as_str()))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
        check("api = 1\nname = \"x\"", &[]);
        check(
            "api = \"1\"",
            &[(
                "\"1\"",
                "`api` must be a whole number, without quotation marks, and this is text",
            )],
        );
        check(
            "tokens.ground = { light = 1, dark = \"#000\" }\nformats = \"webp\"",
            &[
                (
                    "1",
                    "`light` must be text in quotation marks, and this is a whole number",
                ),
                (
                    "\"webp\"",
                    "`formats` must be a list between `[` and `]`, and this is text",
                ),
            ],
        );
        check(
            "slots.hero = 3",
            &[("3", "`hero` must be a table, and this is a whole number")],
        );
        check("api = ", &[]);
    }
}
