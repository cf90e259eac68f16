//! `[site.options]`: what a kit chooses of its theme's looks. Only the theme knows what there is.

use super::fields::Fields;
use crate::source::Spanned;
use serde::{Serialize, Serializer};
use serde_json::json;
use std::collections::BTreeMap;
use toml::de::DeValue;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Setting {
    /// A word.
    Word(String),
    /// Yes or no.
    Switch(bool),
    /// A number.
    Number(#[serde(serialize_with = "short")] f64),
}

/// A whole number as one: templates print `4`, not `4.0`.
fn short<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    match *number as i64 {
        whole if whole as f64 == *number => serializer.serialize_i64(whole),
        _ => serializer.serialize_f64(*number),
    }
}

/// The table `key`, in which any name may have a setting.
pub(super) fn settings(
    f: &mut Fields<'_, '_, '_>,
    key: &'static str,
    about: &str,
) -> BTreeMap<String, Spanned<Setting>> {
    let kinds = json!({ "type": ["string", "boolean", "number"] });
    let schema = json!({ "type": "object", "additionalProperties": kinds });
    let Some(entry) = f.ask(key, about, schema) else {
        return BTreeMap::new();
    };
    let DeValue::Table(table) = entry.get_ref() else {
        f.wrong(entry, key, "a table");
        return BTreeMap::new();
    };
    let mut settings = BTreeMap::new();
    for (name, entry) in table {
        let number = |text: &str| text.replace('_', "").parse::<f64>().ok();
        let setting = match entry.get_ref() {
            DeValue::String(text) => Some(Setting::Word(text.to_string())),
            DeValue::Boolean(on) => Some(Setting::Switch(*on)),
            DeValue::Integer(whole) => number(whole.as_str()).map(Setting::Number),
            DeValue::Float(part) => number(part.as_str()).map(Setting::Number),
            _ => None,
        };
        match setting {
            Some(setting) => {
                let span = f.span(entry);
                settings.insert(name.get_ref().to_string(), Spanned::new(setting, span));
            }
            None => f.wrong(entry, name.get_ref(), "a word, a number, `true` or `false`"),
        }
    }
    settings
}
