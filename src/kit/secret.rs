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
    /// Whether it is the name of a brand that an edition is for: not even that is told.
    pub is_name: bool,
    /// From which day on everybody may read them; `None` is never.
    pub until: Option<Date>,
}

impl Secret {
    /// That this brand's name is told to nobody.
    pub(super) fn name(brand: &Spanned<String>) -> Secret {
        Secret {
            text: brand.value.clone(),
            span: brand.span,
            is_name: true,
            until: None,
        }
    }
}

/// The fewest characters that tell something by themselves.
const SHORTEST: usize = 6;

/// What is one of a few words, or a code: that it is chosen tells nothing.
const CHOSEN: [&str; 13] = [
    "country",
    "currency",
    "disclosure",
    "featured",
    "group",
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

    /// Keeps all words of what stands behind `keys`.
    pub(super) fn keep_behind(&mut self, keys: &[&str]) {
        let mut found = Vec::new();
        for key in keys {
            if let Some(entry) = self.table.get(*key) {
                value(entry, false, &mut found);
            }
        }
        self.keep(found);
    }

    fn keep(&mut self, found: Vec<(Entry<'t>, bool)>) {
        for (entry, is_name) in found {
            let span = self.span(entry);
            if let DeValue::String(text) = entry.get_ref() {
                let secrets = secrets_in(text, span, is_name);
                self.reading().secrets.extend(secrets);
            }
        }
    }
}

fn table<'t>(read: &'t DeTable<'t>, found: &mut Vec<(Entry<'t>, bool)>) {
    for (key, entry) in read {
        let key = key.get_ref().as_ref();
        if !CHOSEN.contains(&key) {
            value(entry, key == "for", found);
        }
    }
}

fn value<'t>(entry: Entry<'t>, is_name: bool, found: &mut Vec<(Entry<'t>, bool)>) {
    match entry.get_ref() {
        DeValue::String(_) => found.push((entry, is_name)),
        DeValue::Array(items) => items.iter().for_each(|item| value(item, false, found)),
        DeValue::Table(read) => table(read, found),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

/// The secrets in a Markdown text, which begins at byte `start` of `file`.
pub(super) fn secrets_of_markdown(text: &str, file: FileId, start: usize) -> Vec<Secret> {
    let mut secrets = Vec::new();
    let mut at = start;
    for line in text.split_inclusive('\n') {
        let span = Span::new(file, 0..line.trim_end().len()).shifted(at);
        secrets.extend(secrets_in(line, span, false));
        at += line.len();
    }
    secrets
}

/// What of `text` reads the same wherever it is printed: what stands between marks of Markdown,
/// names of numbers and ends of lines.
fn secrets_in(text: &str, span: Span, is_name: bool) -> Vec<Secret> {
    let whole = |text: &str| Secret {
        text: visible(text).trim().to_string(),
        span,
        is_name,
        until: None,
    };
    if is_name {
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

/// Whether a text tells something by itself, and not as one of the words that stand everywhere.
fn is_telling(text: &str) -> bool {
    let is_word = text.chars().all(|c| c.is_lowercase() || c == '-');
    text.chars().count() >= SHORTEST && text.chars().any(char::is_alphanumeric) && !is_word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_as_written_is_a_secret() {
        fn check(text: &str, expected: &[&str]) {
            let mut sources = crate::source::Sources::new();
            let file = sources.add_text("brands/a.toml", text.to_string());
            let found = secrets_in(text, Span::new(file, 0..text.len()), false);
            let found: Vec<_> = found.iter().map(|secret| secret.text.as_str()).collect();
            assert_eq!(found, expected, "{text:?}");
        }
        check("Only for you", &["Only for you"]);
        check("short", &[]);
        check("height", &[]);
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
