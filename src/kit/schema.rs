//! The JSON Schema of a table, made by its reader.

use super::fields::Fields;
use super::reading::Reading;
use crate::source::{Diagnostics, FileId, Sources};
use serde_json::{Map, Value, json};
use toml::de::DeTable;

/// The JSON Schema of the table that `read` reads.
pub(super) fn schema_of<T>(read: impl FnOnce(&mut Fields<'_, '_, '_>) -> Option<T>) -> Value {
    let sources = Sources::new();
    let mut said = Diagnostics::new();
    let mut reading = Reading::new(&sources, &mut said);
    let empty = DeTable::new();
    let mut fields = Fields::new(&mut reading, &empty, FileId::none(), 0);
    fields.schema = Some(Schema::default());
    read(&mut fields);
    fields.schema.take().map_or(Value::Null, Schema::into_value)
}

#[derive(Default)]
pub(super) struct Schema {
    pub properties: Map<String, Value>,
    pub required: Vec<Value>,
}

impl Schema {
    pub fn into_value(self) -> Value {
        let mut object = json!({ "type": "object", "additionalProperties": false });
        if !self.properties.is_empty() {
            object["properties"] = Value::Object(self.properties);
        }
        if !self.required.is_empty() {
            object["required"] = Value::Array(self.required);
        }
        object
    }
}
