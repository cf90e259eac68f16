//! One table of TOML, read field by field.
//!
//! A reader asks for each field it knows; what was never asked for is unknown. The same calls,
//! made on an empty table that records them, give the JSON Schema, so the two cannot disagree.

use super::reading::Reading;
use super::schema::Schema;
use super::values::{is_hidden, printable};
use crate::source::{Diagnostic, FileId, Span, nearest};
use serde_json::{Value, json};
use toml::de::{DeTable, DeValue};

/// A table that can have more fields than this does not list them in a message.
const MOST_LISTED: usize = 100;

/// A table being read.
pub(super) struct Fields<'t, 'r, 's> {
    pub(super) reading: &'r mut Reading<'s>,
    pub(super) table: &'t DeTable<'t>,
    file: FileId,
    offset: usize,
    /// Name for messages: `[creator]`; empty for the file itself.
    name: String,
    /// Where the table stands; `None` for the file itself.
    head: Option<Span>,
    asked: Vec<&'static str>,
    /// Present while the schema is being made.
    pub(super) schema: Option<Schema>,
}

pub(super) type Entry<'t> = &'t toml::Spanned<DeValue<'t>>;

impl<'t, 'r, 's> Fields<'t, 'r, 's> {
    pub(super) fn new(
        reading: &'r mut Reading<'s>,
        table: &'t DeTable<'t>,
        file: FileId,
        offset: usize,
    ) -> Fields<'t, 'r, 's> {
        Fields {
            reading,
            table,
            file,
            offset,
            name: String::new(),
            head: None,
            asked: Vec::new(),
            schema: None,
        }
    }

    /// The file being read.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// What all readers share.
    pub fn reading(&mut self) -> &mut Reading<'s> {
        self.reading
    }

    /// Says something.
    pub fn say(&mut self, diagnostic: Diagnostic) {
        self.reading.diags.push(diagnostic);
    }

    /// Where the table stands; the file as a whole for the file itself.
    pub fn place(&self) -> Span {
        self.head.unwrap_or(Span::new(self.file, 0..0))
    }

    /// Reports every key that was not asked for.
    pub(super) fn finish(&mut self) {
        if self.schema.is_some() {
            return;
        }
        let mut unknown: Vec<Diagnostic> = Vec::new();
        for (key, _) in self.table.iter() {
            let word = key.get_ref().as_ref();
            if self.asked.contains(&word) {
                continue;
            }
            let span = Span::new(self.file, key.span()).shifted(self.offset);
            let place = match self.name.as_str() {
                "" => format!("there is no `{}` here", printable(word)),
                name => format!("`{name}` has no `{}`", printable(word)),
            };
            let hint = match nearest(word, self.asked.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if self.asked.len() > MOST_LISTED => {
                    "`pitchkit schema` lists what it can have".to_string()
                }
                None => {
                    let known = self.asked.iter().filter(|known| **known != "extra");
                    let known: Vec<String> = known.map(|known| format!("`{known}`")).collect();
                    format!(
                        "it can have {}; anything else goes into `[extra]`",
                        known.join(", ")
                    )
                }
            };
            unknown.push(Diagnostic::error("unknown-key", place).at(span).hint(hint));
        }
        unknown.into_iter().for_each(|d| self.reading.diags.push(d));
    }

    pub(super) fn ask(
        &mut self,
        key: &'static str,
        about: &str,
        mut schema: Value,
    ) -> Option<Entry<'t>> {
        self.asked.push(key);
        if let Some(recorded) = &mut self.schema {
            if !about.is_empty() {
                schema["description"] = Value::from(about);
            }
            recorded.properties.insert(key.to_string(), schema);
        }
        self.table.get(key)
    }

    pub(super) fn span(&self, entry: Entry<'t>) -> Span {
        Span::new(self.file, entry.span()).shifted(self.offset)
    }

    pub(super) fn wrong(&mut self, entry: Entry<'t>, key: &str, expected: &str) {
        let wrong = self.wrong_type(entry, key, expected);
        self.say(wrong);
    }

    /// That `key` has a value of another kind than `expected`.
    pub(super) fn wrong_type(&self, entry: Entry<'t>, key: &str, expected: &str) -> Diagnostic {
        let span = self.span(entry);
        let found = kind_of(entry.get_ref());
        let message = format!("`{key}` must be {expected}, and this is {found}");
        Diagnostic::error("wrong-type", message).at(span)
    }

    /// Marks `key` as required: when it was not written at all, that is an error.
    pub fn required<T>(&mut self, key: &'static str, value: Option<T>) -> Option<T> {
        self.needed(
            key,
            value,
            &format!("`{key}`"),
            format!("add a line `{key} = …`"),
        )
    }

    /// Marks the table `key` as required.
    pub fn required_table<T>(&mut self, key: &'static str, value: Option<T>) -> Option<T> {
        let hint = format!("add a line `[{key}]`, and below it what belongs there");
        self.needed(key, value, &format!("table `[{key}]`"), hint)
    }

    fn needed<T>(
        &mut self,
        key: &'static str,
        value: Option<T>,
        what: &str,
        hint: String,
    ) -> Option<T> {
        if let Some(schema) = &mut self.schema {
            schema.required.push(Value::from(key));
            return value;
        }
        if !self.has_any(&[key]) {
            let sources = self.reading.sources;
            let whole = match self.name.as_str() {
                "" => printable(&sources.text(self.file).path),
                name => name.to_string(),
            };
            let message = format!("the {what} is missing from `{whole}`");
            let place = self.place();
            let error = Diagnostic::error("missing-field", message).at(place);
            self.say(error.hint(hint));
        }
        value
    }

    /// Whether one of `keys` was written, readable or not.
    pub fn has_any(&self, keys: &[&str]) -> bool {
        let entries = keys.iter().filter_map(|key| self.table.get(*key));
        entries.into_iter().any(|entry| !is_blank(entry))
    }

    pub(super) fn items(
        &mut self,
        key: &'static str,
        about: &str,
        schema: Value,
    ) -> Vec<Entry<'t>> {
        let Some(entry) = self.ask(key, about, schema) else {
            return Vec::new();
        };
        match entry.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => {
                self.wrong(entry, key, "a list between `[` and `]`");
                Vec::new()
            }
        }
    }

    /// A table of its own.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        about: &str,
        read: impl FnOnce(&mut Fields<'t, '_, 's>) -> Option<T>,
    ) -> Option<T> {
        let Some(entry) = self.ask(key, about, Value::Null) else {
            self.record(key, about, read, |table| table);
            return None;
        };
        match entry.get_ref() {
            DeValue::Table(table) => {
                let head = self.span(entry);
                self.inside(table, self.nested_name(key, false), head, read)
            }
            DeValue::Array(items) if items.iter().any(is_table) => {
                let name = self.nested_name(key, false);
                let message = format!("there is only one `{name}`, and this is a list of them");
                let error = Diagnostic::error("wrong-type", message).at(self.span(entry));
                self.say(error.hint(format!("write `{name}`, in single brackets")));
                None
            }
            _ => {
                self.wrong(entry, key, "a table between `{` and `}`");
                None
            }
        }
    }

    /// A list of tables.
    pub fn tables<T>(
        &mut self,
        key: &'static str,
        about: &str,
        mut read: impl FnMut(&mut Fields<'t, '_, 's>) -> Option<T>,
    ) -> Vec<T> {
        if self.schema.is_some() {
            self.ask(key, about, Value::Null);
            self.record(
                key,
                about,
                read,
                |table| json!({ "type": "array", "items": table }),
            );
            return Vec::new();
        }
        let name = self.nested_name(key, true);
        if let Some(entry) = self.table.get(key).filter(|entry| is_table(entry)) {
            self.asked.push(key);
            let message = format!("there may be several `{name}`, and this is a single table");
            let error = Diagnostic::error("wrong-type", message).at(self.span(entry));
            self.say(error.hint(format!("write `{name}`, in double brackets")));
            return Vec::new();
        }
        let mut values = Vec::new();
        for entry in self.items(key, about, Value::Null) {
            match entry.get_ref() {
                DeValue::Table(table) => {
                    let head = self.span(entry);
                    let name = name.clone();
                    values.extend(self.inside(table, name, head, &mut read));
                }
                _ => self.wrong(entry, key, "a list of tables between `{` and `}`"),
            }
        }
        values
    }

    /// A value that is a plain text, or a table that `read` reads; `plain` reads the text.
    pub fn text_or_table<T>(
        &mut self,
        key: &'static str,
        about: &str,
        plain: impl FnOnce(&mut Fields<'t, '_, 's>, Entry<'t>) -> Option<T>,
        read: impl FnOnce(&mut Fields<'t, '_, 's>) -> Option<T>,
    ) -> Option<T> {
        let Some(entry) = self.ask(key, about, Value::Null) else {
            self.record(
                key,
                about,
                read,
                |table| json!({ "anyOf": [{ "type": "string" }, table] }),
            );
            return None;
        };
        self.text_or_table_of(entry, key, plain, read)
    }

    /// A list of values that are a plain text or a table each.
    pub fn texts_or_tables<T>(
        &mut self,
        key: &'static str,
        about: &str,
        plain: impl Fn(&mut Fields<'t, '_, 's>, Entry<'t>) -> Option<T>,
        read: impl Fn(&mut Fields<'t, '_, 's>) -> Option<T>,
    ) -> Vec<T> {
        if self.schema.is_some() {
            self.ask(key, about, Value::Null);
            self.record(key, about, read, |table| {
                json!({ "type": "array", "items": { "anyOf": [{ "type": "string" }, table] } })
            });
            return Vec::new();
        }
        let mut values = Vec::new();
        for entry in self.items(key, about, Value::Null) {
            values.extend(self.text_or_table_of(entry, key, &plain, &read));
        }
        values
    }

    fn text_or_table_of<T>(
        &mut self,
        entry: Entry<'t>,
        key: &'static str,
        plain: impl FnOnce(&mut Fields<'t, '_, 's>, Entry<'t>) -> Option<T>,
        read: impl FnOnce(&mut Fields<'t, '_, 's>) -> Option<T>,
    ) -> Option<T> {
        match entry.get_ref() {
            DeValue::Table(table) => {
                let head = self.span(entry);
                self.inside(table, self.nested_name(key, false), head, read)
            }
            DeValue::String(_) => {
                let mut fields = Fields::new(self.reading, self.table, self.file, self.offset);
                plain(&mut fields, entry)
            }
            _ => {
                self.wrong(entry, key, "text or a table");
                None
            }
        }
    }

    /// Takes a table in which anything may stand.
    pub fn anything(&mut self, key: &'static str, about: &str) {
        if let Some(entry) = self.ask(key, about, json!({ "type": "object" }))
            && !matches!(entry.get_ref(), DeValue::Table(_))
        {
            self.wrong(entry, key, "a table");
        }
    }

    fn nested_name(&self, key: &str, list: bool) -> String {
        let path = self.name.trim_matches(['[', ']']);
        let path = if path.is_empty() {
            key.to_string()
        } else {
            format!("{path}.{key}")
        };
        if list {
            format!("[[{path}]]")
        } else {
            format!("[{path}]")
        }
    }

    fn inside<T>(
        &mut self,
        table: &'t DeTable<'t>,
        name: String,
        head: Span,
        read: impl FnOnce(&mut Fields<'t, '_, 's>) -> Option<T>,
    ) -> Option<T> {
        let mut fields = Fields::new(self.reading, table, self.file, self.offset);
        fields.name = name;
        fields.head = Some(head);
        let value = read(&mut fields);
        fields.finish();
        value
    }

    /// While the schema is made: reads an empty table with `read` and keeps what it asked for.
    fn record<T>(
        &mut self,
        key: &'static str,
        about: &str,
        read: impl FnOnce(&mut Fields<'t, '_, 's>) -> Option<T>,
        wrap: impl FnOnce(Value) -> Value,
    ) {
        if self.schema.is_none() {
            return;
        }
        let mut fields = Fields::new(self.reading, self.table, self.file, self.offset);
        fields.schema = Some(Schema::default());
        read(&mut fields);
        let nested = fields.schema.take().map_or(Value::Null, Schema::into_value);
        let mut value = wrap(nested);
        value["description"] = Value::from(about);
        if let Some(schema) = &mut self.schema {
            schema.properties.insert(key.to_string(), value);
        }
    }
}

fn is_table(entry: &toml::Spanned<DeValue<'_>>) -> bool {
    matches!(entry.get_ref(), DeValue::Table(_))
}

pub(super) fn is_blank(entry: Entry<'_>) -> bool {
    match entry.get_ref() {
        DeValue::String(text) => text.chars().all(|c| c.is_whitespace() || is_hidden(c)),
        DeValue::Array(items) => items.is_empty(),
        _ => false,
    }
}
/// What a value of TOML is, in words.
pub fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
