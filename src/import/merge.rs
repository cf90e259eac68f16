//! What was read in exports beside what a kit holds already.
//!
//! A number that is not there yet is added. One that is there with another value is history: it
//! stays as it is, unless platforms are known to restate it, it was only read again later, or its
//! replacement was asked for.

use super::link::canonical;
use super::read::Brought;
use crate::kit::{MetricKind, Period, Row, RowKey, row_key};
use crate::source::{Diagnostic, Diagnostics, FileId};
use jiff::ToSpan;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How many days before the end of an export platforms still count.
const RESTATED_DAYS: i64 = 7;

/// What an import would do to a kit's numbers.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Numbers that are not there yet, by date and then as they came.
    pub added: Vec<Row>,
    /// Numbers that get another value.
    pub revised: Vec<Revision>,
    /// Numbers that differ and stay as they are.
    pub kept: Vec<Revision>,
    /// Parts of an audience, typed by hand, that go because all parts of the export were asked
    /// for in their place.
    pub removed: Vec<Row>,
    /// How many are there already, with the same value.
    pub same: usize,
}

/// A number with two values.
#[derive(Clone, Debug)]
pub struct Revision {
    /// As it is in the kit.
    pub old: Row,
    /// As it is in the export.
    pub new: Row,
    /// Why it is revised, or kept.
    pub why: Why,
}

/// Why one value wins over another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is of the last days of the export, which platforms restate.
    Restated,
    /// It was read later, and such a number grows.
    ReadLater,
    /// Its replacement was asked for.
    Asked,
    /// The kit's was typed by hand.
    Typed,
    /// The kit's division of the same audience was typed by hand, and two cannot stand side by
    /// side: its `old` is one of its parts.
    TypedParts,
    /// The kit's stands in a file of another form or encoding, which is never rewritten.
    Wide,
    /// The kit's was read later.
    Older,
    /// The kit's comes from a file that is about it, the export's from one that has it too.
    Better,
    /// It would rewrite history.
    History,
}

impl Why {
    /// Whether the export's value is taken.
    pub fn is_taken(self) -> bool {
        matches!(self, Why::Restated | Why::ReadLater | Why::Asked)
    }
}

/// A row that was brought, and until when its export counts.
struct Candidate<'r> {
    row: &'r Row,
    until: Option<Date>,
    minor: bool,
}

/// Puts what was brought beside the `rows` of a kit. `replace` takes every value of the exports;
/// but for files of which `may_edit` says that they are never rewritten.
pub(super) fn merge(
    rows: &[Row],
    brought: &[Brought],
    replace: bool,
    may_edit: &dyn Fn(FileId) -> bool,
    diags: &mut Diagnostics,
) -> Changes {
    let known: HashMap<Key<'_>, &Row> = rows.iter().map(|row| (Key::of(row), row)).collect();
    let typed_parts = typed_parts(rows);
    let mut changes = Changes::default();
    let mut added: Vec<&Row> = Vec::new();
    for (key, candidate) in one_of_each(brought, diags) {
        let new = candidate.row;
        let Some(old) = known.get(&key) else {
            match typed_parts.get(&Parts::of(new)).map(Vec::as_slice) {
                Some([old, ..]) if !replace => changes.kept.push(Revision {
                    old: (*old).clone(),
                    new: new.clone(),
                    why: Why::TypedParts,
                }),
                _ => added.push(new),
            }
            continue;
        };
        if old.value.value == new.value.value {
            changes.same += 1;
            continue;
        }
        let why = match why(old, &candidate, replace) {
            why if why.is_taken() && !may_edit(old.line.file) => Why::Wide,
            why => why,
        };
        let revision = Revision {
            old: (*old).clone(),
            new: new.clone(),
            why,
        };
        match why.is_taken() {
            true => changes.revised.push(revision),
            false => changes.kept.push(revision),
        }
    }
    added.sort_by_key(|row| row.date);
    changes.added = added.into_iter().cloned().collect();
    changes.removed = overruled(&changes, &typed_parts, brought);
    changes.removed.retain(|row| may_edit(row.line.file));
    changes
}

/// The rows typed by hand of every division of an audience that gets parts of an export, but for
/// those the export has too.
fn overruled(
    changes: &Changes,
    typed_parts: &BTreeMap<Option<Parts<'_>>, Vec<&Row>>,
    brought: &[Brought],
) -> Vec<Row> {
    let touched: BTreeSet<_> = changes.added.iter().map(Parts::of).collect();
    let mut rows = touched
        .iter()
        .filter_map(|parts| typed_parts.get(parts))
        .flatten()
        .peekable();
    let new: HashSet<Key<'_>> = match rows.peek() {
        Some(_) => {
            let rows = brought.iter().flat_map(|file| &file.haul.rows);
            rows.map(Key::of).collect()
        }
        None => HashSet::new(),
    };
    rows.filter(|row| !new.contains(&Key::of(row)))
        .map(|row| (*row).clone())
        .collect()
}

/// The divisions of audiences that were typed by hand, each with its rows.
fn typed_parts(rows: &[Row]) -> BTreeMap<Option<Parts<'_>>, Vec<&Row>> {
    let mut typed: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| is_typed(row)) {
        let parts = Parts::of(row);
        if parts.is_some() {
            typed.entry(parts).or_default().push(row);
        }
    }
    typed
}

/// What the parts of one audience have in common.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Parts<'r> {
    whole: RowKey<'r>,
    /// Whether it is divided by age, gender, country and city.
    by: [bool; 4],
    /// By what else it is divided.
    set: Option<&'r str>,
}

impl<'r> Parts<'r> {
    /// The division that `row` is a part of; `None` when it is no share.
    fn of(row: &'r Row) -> Option<Parts<'r>> {
        if row.metric.kind() != MetricKind::Share {
            return None;
        }
        let mut whole = row_key(row);
        let by = [
            whole.age.take().is_some(),
            whole.gender.take().is_some(),
            whole.country.take().is_some(),
            whole.city.take().is_some(),
        ];
        let set = whole.segment.take().map(|segment| segment.set.as_str());
        Some(Parts { whole, by, set })
    }
}

fn is_typed(row: &Row) -> bool {
    row.source.as_deref().is_none_or(|source| source == "hand")
}

fn why(old: &Row, new: &Candidate<'_>, replace: bool) -> Why {
    let row = new.row;
    if replace {
        return Why::Asked;
    }
    if is_typed(old) {
        return Why::Typed;
    }
    let is_lifetime = row.period == Some(Period::Lifetime);
    let read = |row: &Row| row.asof.unwrap_or(row.date);
    if is_lifetime && read(row) < read(old) {
        return Why::Older;
    }
    if new.minor && old.source != row.source {
        return Why::Better;
    }
    if is_lifetime && row.value.value.number > old.value.value.number {
        return Why::ReadLater;
    }
    let end = new.until.or(row.asof);
    let recent = end.and_then(|end| end.checked_sub(RESTATED_DAYS.days()).ok());
    match recent {
        Some(recent) if row.date > recent => Why::Restated,
        _ => Why::History,
    }
}

/// One row for each number that was brought: of two, the one of the later export, or else of the
/// one that is about it.
fn one_of_each<'r>(
    brought: &'r [Brought],
    diags: &mut Diagnostics,
) -> Vec<(Key<'r>, Candidate<'r>)> {
    let all = brought.iter().map(|file| file.haul.rows.len()).sum();
    let mut order = Vec::with_capacity(all);
    let mut places: HashMap<Key<'r>, usize> = HashMap::with_capacity(all);
    for file in brought {
        for row in &file.haul.rows {
            let candidate = Candidate {
                row,
                until: file.haul.until,
                minor: file.haul.minor,
            };
            let at = match places.entry(Key::of(row)) {
                Entry::Occupied(place) => *place.get(),
                Entry::Vacant(place) => {
                    order.push((place.key().clone(), candidate));
                    place.insert(order.len() - 1);
                    continue;
                }
            };
            let other = &mut order[at].1;
            let rank =
                |candidate: &Candidate<'_>| (candidate.until, candidate.row.asof, !candidate.minor);
            if rank(&candidate) > rank(other) {
                *other = candidate;
            } else if rank(&candidate) == rank(other) && row.value.value != other.row.value.value {
                let message = "this number is there twice, with another value each time";
                diags.push(
                    Diagnostic::error("export-twice", message)
                        .at(row.line)
                        .hint("export again, and import that file alone"),
                );
            }
        }
    }
    order
}

/// What makes two rows the same number. A post is the same however its link is spelled.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key<'r> {
    row: RowKey<'r>,
    post: Option<Cow<'r, str>>,
}

impl<'r> Key<'r> {
    fn of(row: &'r Row) -> Key<'r> {
        let mut key = row_key(row);
        let post = key.post.take();
        // A post has one format, which an export may not tell, and the creator may have typed.
        key.format = key.format.filter(|_| post.is_none());
        Key {
            row: key,
            post: post.map(|link| canonical(&row.platform, link)),
        }
    }
}
