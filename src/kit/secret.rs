//! What is not for everybody, as it stands in the kit's files: what must be found nowhere in what
//! everybody gets.
//!
//! It is kept while a table is read, whole: what a later version of this program adds to a table is
//! kept with the rest.

use super::Visibility;
use super::fields::{Entry, Fields};
use super::values::visible;
use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

/// Words that nobody but those for whom they are may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// The words, on one line.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// What they are.
    pub kind: SecretKind,
    /// From which day on everybody may read them; `None` is never.
    pub until: Option<Date>,
}

/// What is not for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    /// Words of any kind.
    Words,
    /// The name of a brand of which not even that is told, however short it is.
    Name,
    /// A number, as digits.
    Number,
}

impl Secret {
    /// That this brand's name is told to nobody.
    pub(super) fn name(brand: &Spanned<String>) -> Secret {
        Secret {
            text: brand.value.clone(),
            span: brand.span,
            kind: SecretKind::Name,
            until: None,
        }
    }
}

/// The fewest characters that tell something by themselves.
const SHORTEST: usize = 6;

/// The fewest digits of a number that tells something by itself.
const DIGITS: usize = 5;

/// What is one of a few words, or a code: that it is chosen tells nothing.
const CHOSEN: [&str; 11] = [
    "country",
    "currency",
    "featured",
    "hide",
    "kind",
    "per",
    "permission",
    "platform",
    "regions",
    "sections",
    "visibility",
];

impl<'t> Fields<'t, '_, '_> {
    /// Keeps all words of the table being read, unless everybody may see it.
    pub(super) fn keep_unless_public(&mut self, visibility: Visibility) {
        if visibility != Visibility::Public {
            self.keep_secret();
        }
    }

    /// Keeps all words of the table being read.
    pub(super) fn keep_secret(&mut self) {
        let mut found = Vec::new();
        table(self.table, &mut found);
        self.keep(found);
    }

    /// Keeps all words of what stands behind `keys`; `a.b` is `b` in the table `a`.
    pub(super) fn keep_behind(&mut self, keys: &[&str]) {
        let mut found = Vec::new();
        for key in keys {
            let (first, rest) = key.split_once('.').unwrap_or((key, ""));
            let mut entry = self.table.get(first);
            if !rest.is_empty() {
                entry = entry
                    .and_then(|entry| entry.get_ref().as_table())
                    .and_then(|table| table.get(rest));
            }
            if let Some(entry) = entry {
                value(entry, SecretKind::Words, &mut found);
            }
        }
        self.keep(found);
    }

    fn keep(&mut self, found: Vec<(Entry<'t>, SecretKind)>) {
        for (entry, kind) in found {
            let span = self.span(entry);
            let secrets = match entry.get_ref() {
                DeValue::String(text) => secrets_in(text, span, kind),
                DeValue::Integer(digits) if digits.as_str().len() >= DIGITS => vec![Secret {
                    text: digits.as_str().replace('_', ""),
                    span,
                    kind: SecretKind::Number,
                    until: None,
                }],
                _ => Vec::new(),
            };
            self.reading().secrets.extend(secrets);
        }
    }
}

fn table<'t>(read: &'t DeTable<'t>, found: &mut Vec<(Entry<'t>, SecretKind)>) {
    for (key, entry) in read {
        let kind = match key.get_ref().as_ref() {
            "for" => SecretKind::Name,
            key if CHOSEN.contains(&key) => continue,
            _ => SecretKind::Words,
        };
        value(entry, kind, found);
    }
}

fn value<'t>(entry: Entry<'t>, kind: SecretKind, found: &mut Vec<(Entry<'t>, SecretKind)>) {
    match entry.get_ref() {
        DeValue::String(_) | DeValue::Integer(_) => found.push((entry, kind)),
        DeValue::Array(items) => {
            let items = items.iter();
            items.for_each(|item| value(item, SecretKind::Words, found));
        }
        DeValue::Table(read) => table(read, found),
        DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

/// The secrets in a Markdown text, which begins at byte `start` of `file`.
pub(super) fn secrets_of_markdown(text: &str, file: FileId, start: usize) -> Vec<Secret> {
    let mut secrets = Vec::new();
    let mut at = start;
    for line in text.split_inclusive('\n') {
        let span = Span::new(file, 0..line.trim_end().len()).shifted(at);
        secrets.extend(secrets_in(line, span, SecretKind::Words));
        at += line.len();
    }
    secrets
}

/// What of `text` reads the same wherever it is printed: what stands between marks of Markdown,
/// names of numbers and ends of lines.
fn secrets_in(text: &str, span: Span, kind: SecretKind) -> Vec<Secret> {
    let whole = |text: &str| Secret {
        text: visible(text).trim().to_string(),
        span,
        kind,
        until: None,
    };
    if kind == SecretKind::Name {
        return vec![whole(text)];
    }
    let mut secrets = Vec::new();
    for (index, outside) in text.split("{{").enumerate() {
        let outside = match outside.split_once("}}") {
            Some((_, after)) if index > 0 => after,
            _ => outside,
        };
        let pieces = outside.split(|c: char| "*`[]()<>|\\\n\r\t".contains(c));
        secrets.extend(pieces.map(whole).filter(|secret| is_telling(&secret.text)));
    }
    secrets
}

/// Whether a text tells something by itself.
fn is_telling(text: &str) -> bool {
    text.chars().count() >= SHORTEST && text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_as_written_is_a_secret() {
        fn check(text: &str, expected: &[&str]) {
            let mut sources = crate::source::Sources::new();
            let file = sources.add_text("brands/a.toml", text.to_string());
            let found = secrets_in(text, Span::new(file, 0..text.len()), SecretKind::Words);
            let found: Vec<_> = found.iter().map(|secret| secret.text.as_str()).collect();
            assert_eq!(found, expected, "{text:?}");
        }
        check("Only for you", &["Only for you"]);
        check("short", &[]);
        check("height", &["height"]);
        check("Height", &["Height"]);
        check("------- ", &[]);
        check(
            "Six thousand for *three films*, {{ youtube.followers }} who follow",
            &["Six thousand for", "three films", "who follow"],
        );
        check("a\u{200b}bcdefG", &["abcdefG"]);
        check("open {{ brace of mine", &["brace of mine"]);
    }
}
