//! One table of TOML, read field by field.
//!
//! A reader asks for each field it knows; what was never asked for is unknown. The same calls,
//! made on an empty table that records them, give the JSON Schema, so the two cannot disagree.

use super::NumberName;
use super::schema::Schema;
use super::values::printable;
use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span, Spanned, nearest};
use serde_json::{Value, json};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What all readers of one kit share.
pub(super) struct Reading<'a> {
    /// The kit's files.
    pub sources: &'a Sources,
    /// What there is to say.
    pub diags: &'a mut Diagnostics,
    /// Every number that a text names.
    pub named: Vec<Spanned<NumberName>>,
}

impl Reading<'_> {
    /// Reads the TOML in `text`, which begins at byte `offset` of `file`, with `read`. What was
    /// said of places after the first mistake in the syntax is dropped: it may be a consequence.
    pub fn toml<T>(
        &mut self,
        file: FileId,
        text: &str,
        offset: usize,
        read: impl FnOnce(&mut Fields<'_, '_, '_>) -> Option<T>,
    ) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let places = errors.iter().map(|error| place_of(error, text));
        let Some(broken_at) = places.map(|place| place.start).min() else {
            let mut fields = Fields::new(self, table.get_ref(), file, offset);
            let value = read(&mut fields);
            fields.finish();
            return value;
        };
        for error in errors.iter().take(MOST_SYNTAX_ERRORS) {
            self.diags.push(toml_error(error, text, file, offset));
        }
        let line_start = text[..broken_at.min(text.len())]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let mut consequences = Diagnostics::new();
        let mut quiet = Reading {
            sources: self.sources,
            diags: &mut consequences,
            named: Vec::new(),
        };
        let mut fields = Fields::new(&mut quiet, table.get_ref(), file, offset);
        read(&mut fields);
        fields.finish();
        let before =
            |span: &Span| (span.end as usize) <= offset + line_start && span.start < span.end;
        for diagnostic in consequences.sorted() {
            let missing = diagnostic.rule == "missing-field";
            if !missing && diagnostic.span.as_ref().is_some_and(before) {
                self.diags.push(diagnostic);
            }
        }
        None
    }
}

/// How many mistakes in the syntax of one file are told. There can be one for each byte, and most
/// are consequences of the first.
const MOST_SYNTAX_ERRORS: usize = 100;

/// Where the library met `error`. The only error that it gives no place is that a key has too
/// many parts; that key is in the line with the most points.
fn place_of(error: &toml::de::Error, text: &str) -> Range<usize> {
    error.span().unwrap_or_else(|| {
        let lines = text.split_inclusive('\n').scan(0, |end, line| {
            *end += line.len();
            Some((line.matches('.').count(), *end - line.len()))
        });
        let deepest = lines.max_by_key(|(points, _)| *points);
        let start = deepest.map_or(0, |(_, start)| start);
        start..start
    })
}

/// The one place where an error of the TOML library becomes ours.
fn toml_error(error: &toml::de::Error, text: &str, file: FileId, offset: usize) -> Diagnostic {
    let mut range = place_of(error, text);
    if range.is_empty() && range.start < text.len() && text.is_char_boundary(range.start + 1) {
        range.end = range.start + 1;
    }
    Diagnostic::error("toml-syntax", format!("this is not TOML: {}", error.message()))
        .at(Span::new(file, range).shifted(offset))
        .hint("text stands between quotes, numbers and true or false do not: `name = \"Maite\"`, `minor = false`")
}

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

    /// Where the table stands; the start of the file for the file itself.
    pub fn place(&self) -> Span {
        self.head
            .unwrap_or(Span::new(self.file, self.offset..self.offset))
    }

    /// Reports every key that was not asked for.
    fn finish(&mut self) {
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
                None => {
                    let known: Vec<String> = self.asked.iter().map(|k| format!("`{k}`")).collect();
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
        let span = self.span(entry);
        let found = match entry.get_ref() {
            DeValue::String(_) => "text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.say(
            Diagnostic::error(
                "wrong-type",
                format!("`{key}` must be {expected}, and this is {found}"),
            )
            .at(span),
        );
    }

    /// Marks `key` as required: when it was not written at all, that is an error.
    pub fn required<T>(&mut self, key: &'static str, value: Option<T>) -> Option<T> {
        if let Some(schema) = &mut self.schema {
            schema.required.push(Value::from(key));
            return value;
        }
        let written = self.table.get(key).is_some_and(|entry| !is_blank(entry));
        if !written {
            let mut diagnostic = match (self.name.as_str(), self.head) {
                ("", _) | (_, None) => {
                    Diagnostic::error("missing-field", format!("the kit has no `{key}`"))
                }
                (name, Some(head)) => {
                    Diagnostic::error("missing-field", format!("`{name}` needs a `{key}`")).at(head)
                }
            };
            diagnostic.hints.push(format!("add a line `{key} = …`"));
            self.say(diagnostic);
        }
        value
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
            _ => {
                self.wrong(entry, key, "a table");
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
        let mut values = Vec::new();
        for entry in self.items(key, about, Value::Null) {
            match entry.get_ref() {
                DeValue::Table(table) => {
                    let head = self.span(entry);
                    let name = self.nested_name(key, true);
                    values.extend(self.inside(table, name, head, &mut read));
                }
                _ => self.wrong(entry, key, "a list of tables"),
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

fn is_blank(entry: Entry<'_>) -> bool {
    matches!(entry.get_ref(), DeValue::String(text) if text.trim().is_empty())
}
