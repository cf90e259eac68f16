//! A document to what it says: labels with values, whatever they are wrapped in.

use super::super::values::is_missing;
use super::super::vocabulary::meaning;
use super::mojibake::repaired;
use serde_json::{Map, Value as Json};

/// What a file says of the account, or of one post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    entries: Vec<Entry>,
    /// The picture or video of a post.
    pub(super) media: Option<Media>,
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) label: String,
    pub(super) value: String,
    /// The time beside it, in seconds since 1970.
    pub(super) time: Option<i64>,
}

/// A picture or video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Media {
    /// Its path in the download.
    pub(super) file: String,
    /// The text of its post.
    pub(super) text: String,
    pub(super) time: Option<i64>,
}

/// The only key of a document, which tells what it is.
pub(super) fn root(json: &Json) -> Option<&str> {
    let keys = json.as_object()?.keys();
    keys.map(String::as_str)
        .find(|key| key.starts_with("organic_insights_"))
}

/// Its records.
pub(super) fn records(json: &Json) -> Vec<Record> {
    let listed = match root(json) {
        Some(root) => &json[root],
        None => json,
    };
    let one = std::slice::from_ref(listed);
    let all = listed.as_array().map_or(one, Vec::as_slice);
    let records = all.iter().map(Record::of);
    records
        .filter(|record| !record.entries.is_empty())
        .collect()
}

/// The record that `json` is, if it has the shape of one.
pub(super) fn bare(json: &Json) -> Option<Record> {
    let wraps = ["data", "label_values", "string_map_data"];
    let wrapped = wraps.iter().any(|key| json.get(key).is_some());
    wrapped.then(|| Record::of(json))
}

impl Record {
    fn of(json: &Json) -> Record {
        let mut record = Record::default();
        record.collect(json, None);
        record
    }

    /// The entry whose label means `wanted` in `section`, if it says something.
    pub(super) fn get(&self, section: &str, wanted: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| {
            entry.means(section) == Some(wanted)
                && (!is_missing(&entry.value) || entry.time.is_some())
        })
    }

    /// Whether any of its labels means something in `section`.
    pub(super) fn is_known(&self, section: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.means(section).is_some())
    }

    /// The labels that mean nothing in `section`, without those of changes against the time
    /// before.
    pub(super) fn unknown(&self, section: &str) -> Vec<String> {
        let unknown = |entry: &&Entry| {
            entry.means(section).is_none() && !is_missing(&entry.value) && !entry.is_change()
        };
        let entries = self.entries.iter().filter(unknown);
        entries.map(|entry| format!("“{}”", entry.label)).collect()
    }

    fn collect(&mut self, json: &Json, label: Option<&str>) {
        match json {
            Json::Object(map) => self.collect_object(map, label),
            Json::Array(list) => list.iter().for_each(|json| self.collect(json, label)),
            Json::String(text) => self.push(label, text, None),
            Json::Number(number) => self.push(label, &number.to_string(), None),
            Json::Bool(_) | Json::Null => {}
        }
    }

    fn collect_object(&mut self, map: &Map<String, Json>, label: Option<&str>) {
        let own = ["label", "title", "name"]
            .iter()
            .find_map(|key| map.get(*key)?.as_str());
        if let Some(value) = map.get("value") {
            let time = map
                .get("timestamp")
                .and_then(Json::as_i64)
                .filter(|time| *time > 0);
            let text = match value {
                Json::String(text) => text.clone(),
                Json::Number(number) => number.to_string(),
                _ => return self.collect(value, label.or(own)),
            };
            return self.push(label.or(own), &text, time);
        }
        for (key, json) in map {
            match key.as_str() {
                "media_map_data" | "media_list_data" => {
                    self.media = self.media.take().or_else(|| media(json))
                }
                "title" | "label" | "name" | "href" | "timestamp" => {}
                "string_map_data" | "string_list_data" | "data" | "label_values" | "values" => {
                    self.collect(json, None);
                }
                key => self.collect(json, Some(key)),
            }
        }
    }

    fn push(&mut self, label: Option<&str>, value: &str, time: Option<i64>) {
        if let Some(label) = label {
            self.entries.push(Entry {
                label: repaired(label),
                value: repaired(value),
                time,
            });
        }
    }
}

impl Entry {
    fn means(&self, section: &str) -> Option<&'static str> {
        meaning(section, &self.label.replace('’', "'"))
    }

    /// Whether it is a change against the time before: `+10.5% vs Feb 28 - May 28`.
    fn is_change(&self) -> bool {
        let value = self.value.trim();
        let signed = value.starts_with(['+', '-', '\u{2212}']);
        value.contains('%') && (signed || value.contains(" vs ") || value.ends_with('.'))
            || value.starts_with("-- ")
    }
}

/// The first picture or video in `json`.
fn media(json: &Json) -> Option<Media> {
    let listed = match json {
        Json::Object(map) => map.values().next()?,
        Json::Array(list) => list.first()?,
        _ => return None,
    };
    let text = |key: &str| listed.get(key).and_then(Json::as_str).map(repaired);
    Some(Media {
        file: text("uri")?,
        text: text("title").unwrap_or_default(),
        time: listed.get("creation_timestamp").and_then(Json::as_i64),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_in_whatever_they_are_wrapped() {
        fn check(json: &str) {
            let json: Json = serde_json::from_str(json).unwrap();
            let records = records(&json);
            let [record] = &records[..] else {
                panic!("{records:?}");
            };
            let said: Vec<_> = record
                .entries
                .iter()
                .map(|entry| (&*entry.label, &*entry.value))
                .collect();
            assert_eq!(said, [("Followers", "30,977"), ("Follows", "19")]);
        }
        check(
            r#"{"organic_insights_audience":[{"title":"","media_map_data":{},"string_map_data":{
                "Followers":{"href":"","value":"30,977","timestamp":0},
                "Follows":{"href":"","value":"19","timestamp":0}}}]}"#,
        );
        check(
            r#"{"organic_insights_audience":[{"title":"Insights","data":{
                "Followers":"30,977","Follows":19}}]}"#,
        );
        check(
            r#"{"title":"Insights","data":{"Followers":{"value":"30,977"},"Follows":{"value":19}}}"#,
        );
        check(
            r#"[{"title":"Insights","data":{"Growth":{"title":"Growth","data":{
                "Followers":{"value":"30,977"},"Follows":{"value":"19"}}}}}]"#,
        );
        check(
            r#"{"label_values":[{"label":"Followers","value":"30,977"},
                {"title":"Follows","value":"19"}]}"#,
        );
    }
}
