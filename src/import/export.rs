//! A file that a platform wrote, cut into cells and not yet understood.

use crate::source::csv::Record;
use crate::source::{FileId, Span};
use jiff::civil::Date;
use serde_json::Value as Json;

/// A file that a platform wrote.
#[derive(Clone, Debug)]
pub struct Export<'t> {
    /// Where it was found, with `/` between the parts; the parts before the last are folders and
    /// archives: `Overview_2026-10-04_1793404800_maite.zip/Overview.csv`.
    pub path: &'t str,
    /// When the file was written, as far as its folder or archive tells; else the day of import.
    pub modified: Date,
    /// Whose numbers are in it, where the file it was taken from told so.
    pub platform: Option<&'static str>,
    /// What is in it.
    pub content: Content<'t>,
}

/// The content of an [`Export`].
#[derive(Clone, Debug)]
pub enum Content<'t> {
    /// One table, or the sheets of a workbook; never empty.
    Sheets(Vec<Sheet<'t>>),
    /// A JSON document.
    Json(FileId, Json),
}

/// One table.
#[derive(Clone, Debug)]
pub struct Sheet<'t> {
    /// The sheet's name in its workbook; empty for a file that is one table.
    pub name: &'t str,
    /// Where it begins, for what is wrong with all of it.
    pub start: Span,
    /// What stands between two cells, a comma for the sheets of a workbook. A spreadsheet that
    /// saved it with `;` has made decimal commas.
    pub delimiter: u8,
    /// Its rows, blank ones too.
    pub records: Vec<Record<'t>>,
}

impl<'t> Export<'t> {
    /// The parts of its path, the innermost first, without what browsers add to a name that is
    /// there already: ` (1)`.
    pub fn names(&self) -> impl Iterator<Item = &'t str> {
        self.path.rsplit('/').map(without_ending).map(without_count)
    }

    /// Its name without ending.
    pub fn name(&self) -> &'t str {
        self.names().next().unwrap_or_default()
    }

    /// Its sheets; none when it is no table.
    pub fn sheets(&self) -> &[Sheet<'t>] {
        match &self.content {
            Content::Sheets(sheets) => sheets,
            Content::Json(..) => &[],
        }
    }

    /// Its only table; `None` when there are more, or none.
    pub fn sheet(&self) -> Option<&Sheet<'t>> {
        match self.sheets() {
            [sheet] => Some(sheet),
            _ => None,
        }
    }

    /// Where it begins.
    pub fn start(&self) -> Span {
        match &self.content {
            Content::Sheets(sheets) => sheets[0].start,
            Content::Json(file, _) => Span::new(*file, 0..0),
        }
    }
}

impl<'t> Sheet<'t> {
    /// Its rows that have something in them.
    pub fn filled(&self) -> impl Iterator<Item = &Record<'t>> {
        self.records.iter().filter(|record| !record.is_blank())
    }
}

/// Folders may have dots in their names, as `Followers_maite.orrun`.
const ENDINGS: &[&str] = &["csv", "tsv", "txt", "json", "xlsx", "zip"];

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) => stem,
        _ => name,
    }
}

fn without_count(name: &str) -> &str {
    let count = name
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("));
    match count {
        Some((stem, digits)) if digits.bytes().all(|b| b.is_ascii_digit()) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_without_what_was_added_to_them() {
        fn check(name: &str, expected: &str) {
            assert_eq!(without_count(without_ending(name)), expected);
        }
        check("Reach.csv", "Reach");
        check("Reach (1).csv", "Reach");
        check("Reach (copy).csv", "Reach (copy)");
        check(
            "Oct-04-2026_Oct-31-2026_123.csv",
            "Oct-04-2026_Oct-31-2026_123",
        );
        check("email_list.maite.csv", "email_list.maite");
        check("v1.5 numbers", "v1.5 numbers");
        check("Followers_maite.orr.ZIP", "Followers_maite.orr");
        check("Followers_maite.orr", "Followers_maite.orr");
    }
}
