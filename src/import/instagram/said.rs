//! What a record says, read as numbers.

use super::super::export::Export;
use super::super::haul::Haul;
use super::super::values;
use super::super::whole;
use super::record::{Entry, Record};
use super::window::{self, Window};
use crate::kit::Exact;
use crate::source::csv::Cell;
use crate::source::{Diagnostic, Diagnostics, Span};
use jiff::civil::Date;

/// What one record says, in the words of its file. What is wrong with it is reported.
pub(super) struct Said<'a, 'e> {
    pub(super) record: &'a Record,
    pub(super) section: &'static str,
    pub(super) export: &'a Export<'e>,
    pub(super) diags: &'a mut Diagnostics,
}

impl Said<'_, '_> {
    /// The entry whose label means `wanted`.
    pub(super) fn get(&self, wanted: &str) -> Option<&Entry> {
        self.record.get(self.section, wanted)
    }

    /// Where everything is: JSON has no places.
    pub(super) fn place(&self) -> Span {
        self.export.start()
    }

    /// The time that the record is of.
    pub(super) fn window(&self, haul: &mut Haul) -> Option<Window> {
        let range = self.get("range").map(|entry| entry.value.as_str());
        let window = range.and_then(|range| window::window(self.export, range));
        match window {
            Some(window) => haul.until = haul.until.max(Some(window.to)),
            None => haul.note(
                "the file does not say which days it covers: what is counted over a time was left \
                 out",
            ),
        }
        window
    }

    /// The day that shares and totals are of.
    pub(super) fn day(&self, window: Option<Window>) -> Date {
        window.map_or_else(|| window::written(self.export), |window| window.to)
    }

    /// The number of people, views or actions that `wanted` is.
    pub(super) fn count(&mut self, wanted: &str) -> Option<Exact> {
        let entry = self.record.get(self.section, wanted)?;
        let cell = Cell {
            text: entry.value.as_str().into(),
            span: self.place(),
        };
        whole::read(&cell).unwrap_or_else(|_| {
            self.refuse(entry, "is not a number");
            None
        })
    }

    /// The seconds that `wanted` lasts.
    pub(super) fn seconds(&mut self, wanted: &str) -> Option<Exact> {
        let entry = self.record.get(self.section, wanted)?;
        let cell = Cell {
            text: entry.value.as_str().into(),
            span: self.place(),
        };
        values::seconds(&cell, b',').unwrap_or_else(|_| {
            self.refuse(entry, "is not a time");
            None
        })
    }

    /// The share that `wanted` is, in percent.
    pub(super) fn share(&mut self, wanted: &str) -> Option<Exact> {
        let entry = self.record.get(self.section, wanted)?;
        let share = values::percent(&entry.value);
        if share.is_none() {
            self.refuse(entry, "is not a share");
        }
        share
    }

    /// The parts that `wanted` lists, each with its share in percent: `Bilbao: 14.2%, Vigo: 3.1%`.
    pub(super) fn shares(&mut self, wanted: &str) -> Vec<(String, Exact)> {
        let Some(entry) = self.record.get(self.section, wanted) else {
            return Vec::new();
        };
        let parts = parts(&entry.value);
        if parts.is_none() {
            self.refuse(entry, "is not a list of shares");
        }
        parts.unwrap_or_default()
    }

    fn refuse(&mut self, entry: &Entry, what: &str) {
        let message = format!("“{}” is `{}`, which {what}", entry.label, entry.value);
        self.diags.push(
            Diagnostic::error("export-number", message)
                .at(self.place())
                .hint("download your information again and import it as it comes"),
        );
    }
}

/// `Bilbao: 14.2%, Vitoria, Álava: 3,1%`. `None` when it is something else.
fn parts(text: &str) -> Option<Vec<(String, Exact)>> {
    let mut parts = Vec::new();
    for part in text.split_inclusive('%') {
        let part = part.trim_start_matches([',', ';', ' ', '\u{a0}']).trim();
        if part.is_empty() {
            continue;
        }
        let (name, share) = part.rsplit_once(':')?;
        // Of `< 0.1%` nobody knows how much it is.
        if !share.trim_start().starts_with('<') {
            parts.push((name.trim().to_string(), values::percent(share)?));
        }
    }
    let named = parts.iter().all(|(name, _)| !name.is_empty());
    named.then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::decimal_text;

    #[test]
    fn lists_of_shares_are_taken_apart() {
        fn check(text: &str, expected: Option<&[(&str, &str)]>) {
            let found = parts(text).map(|parts| {
                let written = |(name, share): (String, Exact)| (name, decimal_text(&share, 2));
                parts.into_iter().map(written).collect::<Vec<_>>()
            });
            let expected = expected.map(|parts| {
                let owned = |(name, share): &(&str, &str)| (name.to_string(), share.to_string());
                parts.iter().map(owned).collect::<Vec<_>>()
            });
            assert_eq!(found, expected, "{text}");
        }
        let two = [("Stockholm", "14.2"), ("Göteborg", "3")];
        check("Stockholm: 14.2%, Göteborg: 3%", Some(&two));
        check("Stockholm: 14,2%, Göteborg: 3%", Some(&two));
        check("Stockholm : 14,2\u{a0}%, Göteborg : 3\u{a0}%,", Some(&two));
        check(
            "Springfield, Illinois: 12.3%, 65+: 1%",
            Some(&[("Springfield, Illinois", "12.3"), ("65+", "1")]),
        );
        check("Stockholm: 14.2%, Göteborg: 3%, Lund: < 0.1%", Some(&two));
        check("", Some(&[]));
        check("Stockholm 14.2%", None);
        check("Stockholm: many%", None);
        check("Stockholm: 140%", None);
        check(": 14%", None);
        check("Stockholm: 14", None);
    }
}
