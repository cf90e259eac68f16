//! Files of Insights to their blocks: a title alone in its row, and the rows under it.
//!
//! One file may hold blocks of Instagram beside blocks of Facebook. Each platform's are then read
//! as if they were a file of their own.

use super::super::export::{Content, Export, Sheet};
use super::super::vocabulary::meaning;
use crate::source::csv::{Cell, Record, names_delimiter};

/// A title, and the rows under it that have something in them.
pub(super) struct Block<'s, 't> {
    pub(super) title: &'s Cell<'t>,
    pub(super) topic: Option<Topic>,
    pub(super) rows: Vec<&'s Record<'t>>,
    head: &'s Record<'t>,
}

impl<'t> Block<'_, 't> {
    /// Its rows as they stand in a file, with a blank one before.
    fn records(&self) -> impl Iterator<Item = Record<'t>> {
        let blank = Record {
            cells: Vec::new(),
            ..self.head.clone()
        };
        let rows = self.rows.iter().copied();
        let own = std::iter::once(self.head).chain(rows);
        std::iter::once(blank).chain(own.cloned())
    }
}

/// What a title says: what is under it, and whose it is if it names a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Topic {
    pub(super) what: &'static str,
    pub(super) platform: Option<&'static str>,
}

impl Topic {
    fn of(title: &str) -> Option<Topic> {
        let words = meaning("meta-title", title)?;
        let (what, platform) = match words.split_once(' ') {
            Some((what, platform)) => (what, Some(platform)),
            None => (words, None),
        };
        Some(Topic { what, platform })
    }
}

/// The blocks of `sheet`. A title that is not known is told by the blank row before it.
pub(super) fn blocks<'s, 't>(sheet: &'s Sheet<'t>) -> Vec<Block<'s, 't>> {
    let mut blocks: Vec<Block<'s, 't>> = Vec::new();
    let mut after_blank = true;
    for record in &sheet.records {
        let alone = record.only_cell();
        if record.is_blank() || alone.is_some_and(|cell| names_delimiter(&cell.text)) {
            after_blank = true;
            continue;
        }
        let topic = alone.and_then(|cell| Topic::of(&cell.text));
        let is_title = |cell: &&Cell<'_>| {
            topic.is_some() || after_blank && cell.text.contains(char::is_alphabetic)
        };
        let title = alone.filter(is_title);
        match (title, blocks.last_mut()) {
            (Some(title), _) => blocks.push(Block {
                title,
                topic,
                rows: Vec::new(),
                head: record,
            }),
            (None, Some(block)) => block.rows.push(record),
            (None, None) => {}
        }
        after_blank = false;
    }
    blocks
}

/// The platform that any of `blocks` names.
pub(super) fn named(blocks: &[Block<'_, '_>]) -> Option<&'static str> {
    blocks.iter().find_map(|block| block.topic?.platform)
}

/// Takes files apart that have blocks of both platforms: one export for each, and one more for the
/// blocks of which nothing tells whose they are.
pub(in super::super) fn apart(exports: Vec<(Export<'_>, bool)>) -> Vec<(Export<'_>, bool)> {
    let mut all = Vec::new();
    for (export, named) in exports {
        match parts(&export) {
            Some(parts) => all.extend(parts.into_iter().map(|part| (part, named))),
            None => all.push((export, named)),
        }
    }
    all
}

fn parts<'t>(export: &Export<'t>) -> Option<Vec<Export<'t>>> {
    let sheet = export.sheet()?;
    let blocks = blocks(sheet);
    let owners = owners(&blocks);
    let both = ["facebook", "instagram"].map(Some);
    if !both.iter().all(|platform| owners.contains(platform)) {
        return None;
    }
    let part = |platform| {
        let all = blocks.iter().zip(&owners);
        let own = all.filter(|(_, owner)| **owner == platform);
        let records: Vec<_> = own.flat_map(|(block, _)| block.records()).collect();
        let sheet = Sheet {
            records,
            ..sheet.clone()
        };
        (!sheet.records.is_empty()).then(|| Export {
            platform,
            content: Content::Sheets(vec![sheet]),
            ..export.clone()
        })
    };
    Some(both.into_iter().chain([None]).filter_map(part).collect())
}

/// Whose each of `blocks` is. Where one beside it has the same of one platform, it can only be the
/// other's; one that is not known goes with the one before.
fn owners(blocks: &[Block<'_, '_>]) -> Vec<Option<&'static str>> {
    let mut before = None;
    let owner = |block: &Block<'_, '_>| {
        let Some(topic) = block.topic else {
            return before;
        };
        let topics = blocks.iter().filter_map(|other| other.topic);
        let mut same = topics.filter(|other| other.what == topic.what);
        let other = || match same.find_map(|other| other.platform)? {
            "instagram" => Some("facebook"),
            _ => Some("instagram"),
        };
        before = topic.platform.or_else(other);
        before
    };
    blocks.iter().map(owner).collect()
}
