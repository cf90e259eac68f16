//! The values of one field: text, numbers, days.

use super::expected::{self, Expected, invalid};
use super::fields::{Entry, Fields};
use super::{Exact, Markdown, Measured, When, parse_decimal};
use crate::source::{Diagnostic, Span, Spanned};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::ops::RangeInclusive;
use toml::de::DeValue;

impl<'t> Fields<'t, '_, '_> {
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

    pub(super) fn text_of(
        &mut self,
        entry: Entry<'t>,
        key: &str,
        limit: usize,
    ) -> Option<Spanned<String>> {
        let DeValue::String(text) = entry.get_ref() else {
            self.wrong(entry, key, "text in quotation marks");
            return None;
        };
        let span = self.span(entry);
        let clean = self.visible(text, span);
        let length = clean.chars().count();
        if length > limit {
            self.say(
                Diagnostic::error(
                    "too-long",
                    format!("`{key}` has {length} characters, and {limit} is the most"),
                )
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
                Diagnostic::warning(
                    "hidden-character",
                    "this text holds characters that cannot be seen",
                )
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

    /// Text that `parse` turns into a value; `expected` says what it must be.
    pub fn parsed<T>(
        &mut self,
        key: &'static str,
        about: &str,
        expected: Expected<'_>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let entry = self.ask(key, about, json!({ "type": "string" }))?;
        self.parsed_of(entry, key, expected, parse)
    }

    fn parsed_of<T>(
        &mut self,
        entry: Entry<'t>,
        key: &str,
        expected: Expected<'_>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let text = self.text_of(entry, key, 2_000)?;
        match parse(&text.value) {
            Some(value) => Some(Spanned::new(value, text.span)),
            None => {
                self.say(expected.missed(&text));
                None
            }
        }
    }

    /// A list of texts that `parse` turns into values.
    pub fn parsed_list<T>(
        &mut self,
        key: &'static str,
        about: &str,
        expected: Expected<'_>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<Spanned<T>> {
        let schema = json!({ "type": "array", "items": { "type": "string" } });
        let mut values = Vec::new();
        for entry in self.items(key, about, schema) {
            values.extend(self.parsed_of(entry, key, expected, &parse));
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
                    self.wrong(entry, key, "true or false, without quotation marks");
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
        let DeValue::Integer(_) = entry.get_ref() else {
            self.wrong(entry, key, "a whole number, without quotation marks");
            return None;
        };
        let (low, high) = (*range.start(), *range.end());
        let number = self.number_in(entry, range);
        if number.is_none() {
            let message = format!("`{key}` must be a whole number from {low} to {high}");
            let span = self.span(entry);
            self.say(Diagnostic::error("out-of-range", message).at(span));
        }
        number
    }

    fn number_in(&self, entry: Entry<'t>, range: RangeInclusive<u32>) -> Option<Spanned<u32>> {
        let DeValue::Integer(digits) = entry.get_ref() else {
            return None;
        };
        let value = u32::from_str_radix(digits.as_str(), digits.radix()).ok();
        let value = value.filter(|value| range.contains(value))?;
        Some(Spanned::new(value, self.span(entry)))
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
            DeValue::Array(items) => {
                let message = format!("`{key}` must be two whole numbers, not {}", items.len());
                let span = self.span(entry);
                self.say(Diagnostic::error("out-of-range", message).at(span));
                return None;
            }
            _ => {
                self.wrong(entry, key, "two whole numbers between `[` and `]`");
                return None;
            }
        };
        let first = self.whole_of(items.first()?, key, range.clone());
        let second = self.whole_of(items.get(1)?, key, range);
        Some(Spanned::new(
            (first?.value, second?.value),
            self.span(entry),
        ))
    }

    /// A number that is not negative, whole or with decimals.
    pub fn amount(&mut self, key: &'static str, about: &str) -> Option<Spanned<Exact>> {
        let entry = self.ask(key, about, json!({ "type": "number", "minimum": 0 }))?;
        let value = match entry.get_ref() {
            DeValue::Integer(digits) if digits.radix() == 10 => parse_decimal(digits.as_str()),
            DeValue::Float(digits) => parse_decimal(digits.as_str()),
            _ => {
                let what = "a number, without quotation marks or a currency sign";
                let mut wrong = self.wrong_type(entry, key, what);
                if let DeValue::String(text) = entry.get_ref() {
                    wrong = wrong.hint(expected::number_alone(key, text));
                }
                self.say(wrong);
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
        self.day(key, about, expected::DAY)
    }

    fn day(
        &mut self,
        key: &'static str,
        about: &str,
        expected: Expected<'_>,
    ) -> Option<Spanned<Date>> {
        let entry = self.ask(key, about, json!({ "type": "string", "format": "date" }))?;
        let span = self.span(entry);
        let text = match entry.get_ref() {
            DeValue::Datetime(value) => value.to_string(),
            DeValue::String(value) => value.to_string(),
            _ => {
                self.wrong(entry, key, expected.what);
                return None;
            }
        };
        let day = (text.len() == 10).then(|| text.parse().ok()).flatten();
        if day.is_none() {
            self.say(expected.missed(&Spanned::new(text, span)));
        }
        day.map(|day| Spanned::new(day, span))
    }

    /// A year, as a whole number.
    pub fn year(&mut self, key: &'static str, about: &str) -> Option<i16> {
        self.whole(key, 1900..=2100, about)
            .map(|year| year.value as i16)
    }

    /// A day, or a year.
    pub fn when(&mut self, key: &'static str, about: &str) -> Option<Spanned<When>> {
        if let Some(DeValue::Integer(_)) = self.table.get(key).map(|entry| entry.get_ref()) {
            let entry = self.ask(key, about, Value::Null)?;
            let year = self.number_in(entry, 1900..=2100);
            if year.is_none() {
                let message = format!(
                    "`{key}` must be a day such as 2027-01-31, or a year from 1900 to 2100"
                );
                let span = self.span(entry);
                self.say(Diagnostic::error("out-of-range", message).at(span));
            }
            return year.map(|year| year.map(|year| When::Year(year as i16)));
        }
        let when = self.day(key, about, expected::DAY_OR_YEAR);
        let when = when.map(|day| day.map(When::Day));
        if let Some(schema) = &mut self.schema {
            let year = json!({ "type": "integer", "minimum": 1900, "maximum": 2100 });
            let day = json!({ "type": "string", "format": "date" });
            schema.properties[key] = json!({ "anyOf": [year, day], "description": about });
        }
        when
    }

    /// A value as people type it: a number, or text such as `"8.1%"` or `">400"`.
    pub fn measured(&mut self, key: &'static str, about: &str) -> Option<Measured> {
        let schema = json!({ "type": ["number", "string"] });
        let entry = self.ask(key, about, schema)?;
        let span = self.span(entry);
        let text = match entry.get_ref() {
            DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str().to_string(),
            DeValue::Float(digits) => digits.as_str().to_string(),
            DeValue::String(text) => text.to_string(),
            _ => {
                self.wrong(entry, key, "a number, or text such as \"8.1%\"");
                return None;
            }
        };
        match Measured::parse(&text, span) {
            Some(measured) => Some(measured),
            None => {
                let text = Spanned::new(text, span);
                self.say(invalid(
                    &text,
                    "a number; write 1310000, \"8.1%\" or \">400\"",
                ));
                None
            }
        }
    }

    /// Markdown of at most `limit` characters.
    pub fn markdown(&mut self, key: &'static str, limit: usize, about: &str) -> Option<Markdown> {
        let text = self.text(key, limit, about)?;
        let raw = &self.reading.sources.text(text.span.file).text[text.span.range()];
        let offset = raw
            .find(text.value.as_str())
            .map(|at| at + text.span.start as usize);
        let place = |range: std::ops::Range<usize>| match offset {
            Some(offset) => Span::new(text.span.file, range).shifted(offset),
            None => text.span,
        };
        Some(self.reading.markdown(&text.value, &place))
    }

    /// Reads the text of `entry`, which [`Fields::text_or_table`] gave.
    pub fn plain(&mut self, entry: Entry<'t>, key: &str, limit: usize) -> Option<Spanned<String>> {
        self.text_of(entry, key, limit)
    }
}

/// A word of the creator's for a message: cut when it is long.
pub(super) fn printable(word: &str) -> String {
    if word.chars().count() <= 60 {
        return word.to_string();
    }
    let start: String = word.chars().take(57).collect();
    format!("{start}…")
}

/// `text` without the characters in it that nobody sees.
pub fn visible(text: &str) -> String {
    if text.bytes().all(|b| b == b' ' || b.is_ascii_graphic()) {
        return text.to_string();
    }
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

/// Controls, and marks that change the direction or stay unseen. Joiners stay: scripts and emoji
/// need them.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
