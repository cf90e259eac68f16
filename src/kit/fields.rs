//! One table of TOML, read field by field.
//!
//! A reader asks for each field it knows; what was never asked for is unknown. The same calls,
//! made on an empty table that records them, give the JSON Schema, so the two cannot disagree.

use super::{Choice, Exact, NumberName, parse_decimal};
use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span, Spanned, nearest};
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;
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
        let broken_at = errors.iter().filter_map(|e| e.span()).map(|span| span.start).min();
        let Some(broken_at) = broken_at else {
            let mut fields = Fields::new(self, table.get_ref(), file, offset);
            let value = read(&mut fields);
            fields.finish();
            return value;
        };
        for error in &errors {
            self.diags.push(toml_error(error, text, file, offset));
        }
        let line_start = text[..broken_at.min(text.len())].rfind('\n').map_or(0, |at| at + 1);
        let mut consequences = Diagnostics::new();
        let mut quiet = Reading {
            sources: self.sources,
            diags: &mut consequences,
            named: Vec::new(),
        };
        let mut fields = Fields::new(&mut quiet, table.get_ref(), file, offset);
        read(&mut fields);
        fields.finish();
        let before = |span: &Span| (span.end as usize) <= offset + line_start && span.start < span.end;
        for diagnostic in consequences.sorted() {
            let missing = diagnostic.rule == "missing-field";
            if !missing && diagnostic.span.as_ref().is_some_and(before) {
                self.diags.push(diagnostic);
            }
        }
        None
    }
}

/// The one place where an error of the TOML library becomes ours.
fn toml_error(error: &toml::de::Error, text: &str, file: FileId, offset: usize) -> Diagnostic {
    let mut range = error.span().unwrap_or(0..0);
    if range.is_empty() && range.start < text.len() && text.is_char_boundary(range.start + 1) {
        range.end = range.start + 1;
    }
    Diagnostic::error("toml-syntax", format!("this is not TOML: {}", error.message()))
        .at(Span::new(file, range).shifted(offset))
        .hint("text stands between quotes, numbers and true or false do not: `name = \"Maite\"`, `minor = false`")
}

/// The JSON Schema of the table that `read` reads.
pub(super) fn schema_of<T>(read: impl FnOnce(&mut Fields<'_, '_, '_>) -> Option<T>) -> Value {
    let sources = Sources::new();
    let mut said = Diagnostics::new();
    let mut reading = Reading {
        sources: &sources,
        diags: &mut said,
        named: Vec::new(),
    };
    let empty = DeTable::new();
    let mut fields = Fields::new(&mut reading, &empty, FileId::none(), 0);
    fields.schema = Some(Schema::default());
    read(&mut fields);
    fields.schema.take().map_or(Value::Null, Schema::into_value)
}

#[derive(Default)]
struct Schema {
    properties: Map<String, Value>,
    required: Vec<Value>,
    open: bool,
}

impl Schema {
    fn into_value(self) -> Value {
        let mut object = json!({ "type": "object", "additionalProperties": self.open });
        if !self.properties.is_empty() {
            object["properties"] = Value::Object(self.properties);
        }
        if !self.required.is_empty() {
            object["required"] = Value::Array(self.required);
        }
        object
    }
}

/// A table being read.
pub(super) struct Fields<'t, 'r, 's> {
    reading: &'r mut Reading<'s>,
    table: &'t DeTable<'t>,
    file: FileId,
    offset: usize,
    /// Name for messages: `[creator]`; empty for the file itself.
    name: String,
    /// Where the table stands; `None` for the file itself.
    head: Option<Span>,
    asked: Vec<&'static str>,
    /// Present while the schema is being made.
    schema: Option<Schema>,
}

type Entry<'t> = &'t toml::Spanned<DeValue<'t>>;

impl<'t, 'r, 's> Fields<'t, 'r, 's> {
    fn new(
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
        self.head.unwrap_or(Span::new(self.file, self.offset..self.offset))
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
                    format!("it can have {}; anything else goes into `[extra]`", known.join(", "))
                }
            };
            unknown.push(Diagnostic::error("unknown-key", place).at(span).hint(hint));
        }
        unknown.into_iter().for_each(|d| self.reading.diags.push(d));
    }

    fn ask(&mut self, key: &'static str, about: &str, mut schema: Value) -> Option<Entry<'t>> {
        self.asked.push(key);
        if let Some(recorded) = &mut self.schema {
            if !about.is_empty() {
                schema["description"] = Value::from(about);
            }
            recorded.properties.insert(key.to_string(), schema);
        }
        self.table.get(key)
    }

    fn span(&self, entry: Entry<'t>) -> Span {
        Span::new(self.file, entry.span()).shifted(self.offset)
    }

    fn wrong(&mut self, entry: Entry<'t>, key: &str, expected: &str) {
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
            Diagnostic::error("wrong-type", format!("`{key}` must be {expected}, and this is {found}"))
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

    /// Plain text of at most `limit` characters, without hidden characters; blank is absent.
    pub fn text(
        &mut self,
        key: &'static str,
        limit: usize,
        about: &str,
    ) -> Option<Spanned<String>> {
        let entry = self.ask(key, about, json!({ "type": "string", "maxLength": limit }))?;
        self.text_of(entry, key, limit)
    }

    fn text_of(&mut self, entry: Entry<'t>, key: &str, limit: usize) -> Option<Spanned<String>> {
        let DeValue::String(text) = entry.get_ref() else {
            self.wrong(entry, key, "text between quotes");
            return None;
        };
        let span = self.span(entry);
        let clean = self.visible(text, span);
        let length = clean.chars().count();
        if length > limit {
            self.say(
                Diagnostic::error("too-long", format!("`{key}` has {length} characters, and {limit} is the most"))
                    .at(span),
            );
            return None;
        }
        (!clean.is_empty()).then(|| Spanned::new(clean, span))
    }

    /// `text` without characters that nobody sees and that can turn a line round.
    fn visible(&mut self, text: &str, span: Span) -> String {
        let clean: String = text.chars().filter(|c| !is_hidden(*c)).collect();
        if clean.chars().count() != text.chars().count() {
            self.say(
                Diagnostic::warning("hidden-character", "this text holds characters that cannot be seen")
                    .at(span)
                    .hint("they are left out; type the text again to be sure"),
            );
        }
        clean.trim().to_string()
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str, limit: usize, about: &str) -> Vec<Spanned<String>> {
        let schema = json!({ "type": "array", "items": { "type": "string", "maxLength": limit } });
        let mut texts = Vec::new();
        for entry in self.items(key, about, schema) {
            texts.extend(self.text_of(entry, key, limit));
        }
        texts
    }

    fn items(&mut self, key: &'static str, about: &str, schema: Value) -> Vec<Entry<'t>> {
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

    /// Text that `parse` turns into a value; `expected` completes "is not …".
    pub fn parsed<T>(
        &mut self,
        key: &'static str,
        about: &str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let entry = self.ask(key, about, json!({ "type": "string" }))?;
        self.parsed_of(entry, key, expected, parse)
    }

    fn parsed_of<T>(
        &mut self,
        entry: Entry<'t>,
        key: &str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let text = self.text_of(entry, key, 2_000)?;
        match parse(&text.value) {
            Some(value) => Some(Spanned::new(value, text.span)),
            None => {
                self.say(invalid(&text, expected));
                None
            }
        }
    }

    /// A list of texts that `parse` turns into values.
    pub fn parsed_list<T>(
        &mut self,
        key: &'static str,
        about: &str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<Spanned<T>> {
        let schema = json!({ "type": "array", "items": { "type": "string" } });
        let mut values = Vec::new();
        for entry in self.items(key, about, schema) {
            values.extend(self.parsed_of(entry, key, expected, &parse));
        }
        values
    }

    /// One of a few words.
    pub fn choice<C: Choice>(&mut self, key: &'static str, about: &str) -> Option<Spanned<C>> {
        let entry = self.ask(key, about, json!({ "enum": words::<C>() }))?;
        self.choice_of(entry, key)
    }

    fn choice_of<C: Choice>(&mut self, entry: Entry<'t>, key: &str) -> Option<Spanned<C>> {
        let text = self.text_of(entry, key, 200)?;
        if let Some(value) = C::parse(&text.value) {
            return Some(Spanned::new(value, text.span));
        }
        let hint = match nearest(&text.value, words::<C>()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let known: Vec<String> = words::<C>().iter().map(|w| format!("`{w}`")).collect();
                format!("it can be {}", known.join(", "))
            }
        };
        let message = format!("`{}` is not a {key} we know", printable(&text.value));
        self.say(Diagnostic::error("unknown-value", message).at(text.span).hint(hint));
        None
    }

    /// A list of words out of a few.
    pub fn choices<C: Choice>(&mut self, key: &'static str, about: &str) -> Vec<Spanned<C>> {
        let schema = json!({ "type": "array", "items": { "enum": words::<C>() } });
        let mut values = Vec::new();
        for entry in self.items(key, about, schema) {
            values.extend(self.choice_of(entry, key));
        }
        values
    }

    /// True or false; false when left out.
    pub fn flag(&mut self, key: &'static str, about: &str) -> bool {
        self.flag_or(key, false, about)
    }

    /// True or false, with what it is when left out.
    pub fn flag_or(&mut self, key: &'static str, otherwise: bool, about: &str) -> bool {
        let schema = json!({ "type": "boolean", "default": otherwise });
        match self.ask(key, about, schema) {
            None => otherwise,
            Some(entry) => match entry.get_ref() {
                DeValue::Boolean(value) => *value,
                _ => {
                    self.wrong(entry, key, "true or false, without quotes");
                    otherwise
                }
            },
        }
    }

    /// A whole number within `range`.
    pub fn whole(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u32>,
        about: &str,
    ) -> Option<Spanned<u32>> {
        let (low, high) = (*range.start(), *range.end());
        let schema = json!({ "type": "integer", "minimum": low, "maximum": high });
        let entry = self.ask(key, about, schema)?;
        self.whole_of(entry, key, range)
    }

    fn whole_of(
        &mut self,
        entry: Entry<'t>,
        key: &str,
        range: RangeInclusive<u32>,
    ) -> Option<Spanned<u32>> {
        let DeValue::Integer(digits) = entry.get_ref() else {
            self.wrong(entry, key, "a whole number, without quotes");
            return None;
        };
        let span = self.span(entry);
        let value = u32::from_str_radix(digits.as_str(), digits.radix()).ok();
        match value.filter(|value| range.contains(value)) {
            Some(value) => Some(Spanned::new(value, span)),
            None => {
                let (low, high) = range.into_inner();
                let message = format!("`{key}` must be a whole number from {low} to {high}");
                self.say(Diagnostic::error("out-of-range", message).at(span));
                None
            }
        }
    }

    /// A list of exactly two whole numbers within `range`.
    pub fn pair(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u32>,
        about: &str,
    ) -> Option<Spanned<(u32, u32)>> {
        let (low, high) = (*range.start(), *range.end());
        let item = json!({ "type": "integer", "minimum": low, "maximum": high });
        let schema = json!({ "type": "array", "minItems": 2, "maxItems": 2, "items": item });
        let entry = self.ask(key, about, schema)?;
        let items = match entry.get_ref() {
            DeValue::Array(items) if items.len() == 2 => items,
            _ => {
                self.wrong(entry, key, "two whole numbers between `[` and `]`");
                return None;
            }
        };
        let first = self.whole_of(items.get(0)?, key, range.clone());
        let second = self.whole_of(items.get(1)?, key, range);
        Some(Spanned::new((first?.value, second?.value), self.span(entry)))
    }

    /// A number that is not negative, whole or with decimals.
    pub fn amount(&mut self, key: &'static str, about: &str) -> Option<Spanned<Exact>> {
        let entry = self.ask(key, about, json!({ "type": "number", "minimum": 0 }))?;
        let value = match entry.get_ref() {
            DeValue::Integer(digits) if digits.radix() == 10 => parse_decimal(digits.as_str()),
            DeValue::Float(digits) => parse_decimal(digits.as_str()),
            _ => {
                self.wrong(entry, key, "a number, without quotes or a currency sign");
                return None;
            }
        };
        let span = self.span(entry);
        match value.filter(|value| *value >= super::exact(0)) {
            Some(value) => Some(Spanned::new(value, span)),
            None => {
                let message = format!("`{key}` must be a plain number that is not negative");
                self.say(Diagnostic::error("out-of-range", message).at(span));
                None
            }
        }
    }

    /// A day, written `2027-01-31` without quotes, or with them.
    pub fn date(&mut self, key: &'static str, about: &str) -> Option<Spanned<Date>> {
        let entry = self.ask(key, about, json!({ "type": "string", "format": "date" }))?;
        let span = self.span(entry);
        let text = match entry.get_ref() {
            DeValue::Datetime(value) => value.to_string(),
            DeValue::String(value) => value.to_string(),
            _ => {
                self.wrong(entry, key, "a day such as 2027-01-31");
                return None;
            }
        };
        let day = (text.len() == 10).then(|| text.parse().ok()).flatten();
        if day.is_none() {
            self.say(invalid(&Spanned::new(text, span), "a day such as 2027-01-31"));
        }
        day.map(|day| Spanned::new(day, span))
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
            self.record(key, about, read, |table| json!({ "type": "array", "items": table }));
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
            self.record(key, about, read, |table| json!({ "anyOf": [{ "type": "string" }, table] }));
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

    /// Reads the text of `entry`, which [`Fields::text_or_table`] gave.
    pub fn plain(&mut self, entry: Entry<'t>, key: &str, limit: usize) -> Option<Spanned<String>> {
        self.text_of(entry, key, limit)
    }

    /// Takes every key that was not asked for so far, as text each.
    pub fn remaining_texts(&mut self, about: &str) -> Vec<(Spanned<String>, Spanned<String>)> {
        if let Some(schema) = &mut self.schema {
            schema.open = true;
            schema.properties.insert(String::from("…"), json!({ "description": about }));
            schema.properties.remove("…");
        }
        let mut texts = Vec::new();
        for (key, entry) in self.table.iter() {
            let word = key.get_ref().to_string();
            let span = Span::new(self.file, key.span()).shifted(self.offset);
            let value = self.text_of(entry, &word, 400);
            texts.extend(value.map(|value| (Spanned::new(word, span), value)));
        }
        texts
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
        let path = if path.is_empty() { key.to_string() } else { format!("{path}.{key}") };
        if list { format!("[[{path}]]") } else { format!("[{path}]") }
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

/// "`12o` is not a whole number", at the value's place.
pub(super) fn invalid(text: &Spanned<String>, expected: &str) -> Diagnostic {
    Diagnostic::error("invalid-value", format!("`{}` is not {expected}", printable(&text.value)))
        .at(text.span)
}

/// A word of the creator's for a message: cut when it is long.
pub(super) fn printable(word: &str) -> String {
    if word.chars().count() <= 60 {
        return word.to_string();
    }
    let start: String = word.chars().take(57).collect();
    format!("{start}…")
}

/// Controls, and marks that change the direction or stay unseen. Joiners stay: scripts and emoji
/// need them.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn is_blank(entry: Entry<'_>) -> bool {
    matches!(entry.get_ref(), DeValue::String(text) if text.trim().is_empty())
}

fn words<C: Choice>() -> Vec<&'static str> {
    C::WORDS.iter().map(|(word, _)| *word).collect()
}
