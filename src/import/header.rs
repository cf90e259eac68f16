//! A row of column names to where each column stands.

use super::vocabulary;
use crate::source::csv::{Cell, Record};
use std::collections::BTreeMap;

/// Where each column stands that is understood.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    at: BTreeMap<&'static str, usize>,
    /// The names that are not understood, as they stand there.
    pub(super) unknown: Vec<String>,
}

impl Header {
    /// Reads the names in `record` by the words of `section`. Where a name stands twice, the
    /// first counts.
    pub(super) fn read(section: &str, record: &Record<'_>) -> Header {
        let mut header = Header {
            at: BTreeMap::new(),
            unknown: Vec::new(),
        };
        for (index, cell) in record.cells.iter().enumerate() {
            match vocabulary::meaning(section, &cell.text) {
                Some(meaning) => {
                    header.at.entry(meaning).or_insert(index);
                }
                None if cell.text.trim().is_empty() => {}
                None => header.unknown.push(cell.text.trim().to_string()),
            }
        }
        header
    }

    /// Whether all of `columns` are there.
    pub(super) fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|column| self.at.contains_key(column))
    }

    /// The columns that are there, in the order they stand in.
    pub(super) fn columns(&self) -> Vec<&'static str> {
        let mut columns: Vec<_> = self.at.iter().collect();
        columns.sort_by_key(|(_, index)| **index);
        columns.into_iter().map(|(column, _)| *column).collect()
    }

    /// The cell of `column`, without blanks around it; `None` when it is empty.
    pub(super) fn cell<'t>(&self, record: &Record<'t>, column: &str) -> Option<Cell<'t>> {
        let cell = record.cells.get(*self.at.get(column)?)?.trimmed();
        (!cell.text.is_empty()).then_some(cell)
    }
}
