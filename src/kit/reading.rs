//! What all readers of one kit share, and the way from a TOML text to its tables.

use super::fields::Fields;
use super::{NumberName, Secret, syntax};
use crate::source::{Diagnostic, Diagnostics, FileId, Photo, Sources, Span, Spanned};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use toml::de::DeTable;

/// What all readers of one kit share.
pub(super) struct Reading<'a> {
    /// The kit's files.
    pub sources: &'a Sources,
    /// What there is to say.
    pub diags: &'a mut Diagnostics,
    /// Every number that a text names.
    pub named: Vec<Spanned<NumberName>>,
    /// Every photo that a file names, by path.
    pub photos: BTreeMap<String, Arc<Photo>>,
    /// The files that cannot be used and of which this was said, by path.
    pub unusable: BTreeSet<String>,
    /// What is not for everybody.
    pub secrets: Vec<Secret>,
}

impl<'a> Reading<'a> {
    /// A kit of which nothing was read.
    pub fn new(sources: &'a Sources, diags: &'a mut Diagnostics) -> Reading<'a> {
        Reading {
            sources,
            diags,
            named: Vec::new(),
            photos: BTreeMap::new(),
            unusable: BTreeSet::new(),
            secrets: Vec::new(),
        }
    }

    /// Reads the TOML in `text`, which begins at byte `offset` of `file`, with `read`. Around
    /// mistakes in its form the rest is read all the same, for what else there is to say of it.
    pub fn toml<T>(
        &mut self,
        file: FileId,
        text: &str,
        offset: usize,
        read: impl FnOnce(&mut Fields<'_, '_, '_>) -> Option<T>,
    ) -> Option<T> {
        if let Ok(table) = DeTable::parse(text) {
            let mut fields = Fields::new(self, table.get_ref(), file, offset);
            let value = read(&mut fields);
            fields.finish();
            return value;
        }
        let (mistakes, rest) = syntax::mistakes(text);
        for mistake in mistakes {
            let span = Span::new(file, mistake.range).shifted(offset);
            let error = Diagnostic::error("toml-syntax", mistake.message);
            self.diags.push(error.at(span).hint(mistake.hint));
        }
        let mut said = Diagnostics::new();
        let mut reading = Reading::new(self.sources, &mut said);
        reading.unusable = std::mem::take(&mut self.unusable);
        let (table, _) = DeTable::parse_recoverable(&rest);
        let mut fields = Fields::new(&mut reading, table.get_ref(), file, offset);
        read(&mut fields);
        fields.finish();
        self.photos.append(&mut reading.photos);
        self.unusable = reading.unusable;
        // What is missing may stand where the mistakes are.
        for diagnostic in said.sorted() {
            if !MISSING.contains(&diagnostic.rule) {
                self.diags.push(diagnostic);
            }
        }
        None
    }
}

/// The rules that say that something is not there.
const MISSING: &[&str] = &[
    "missing-field",
    "minor-guardian",
    "no-account",
    "no-contact",
    "no-currency",
];
