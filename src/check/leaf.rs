//! What Markdown is made of once its blocks are taken apart.

use crate::kit::{Block, Inline, PhotoRef};
use crate::source::Spanned;

/// The smallest parts of Markdown that hold words of the creator.
#[derive(Clone, Copy, Debug)]
pub(super) enum Leaf<'a> {
    /// Running text.
    Text(&'a Spanned<String>),
    /// Text as typed.
    Code(&'a str),
    /// Where a link leads.
    Address(&'a str),
    /// A photo with the description beside it, which may be empty.
    Photo(&'a PhotoRef, &'a str),
}

/// The leaves of `blocks`, in reading order.
pub(super) fn leaves(blocks: &[Block]) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    blocks_into(blocks, &mut leaves);
    leaves
}

/// The leaves of one paragraph.
pub(super) fn leaves_of_line(inlines: &[Inline]) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    inlines_into(inlines, &mut leaves);
    leaves
}

fn blocks_into<'a>(blocks: &'a [Block], leaves: &mut Vec<Leaf<'a>>) {
    for block in blocks {
        match block {
            Block::Heading(_, inlines) | Block::Paragraph(inlines) => inlines_into(inlines, leaves),
            Block::Quote(blocks) | Block::Footnote(_, blocks) => blocks_into(blocks, leaves),
            Block::List(_, items) => items.iter().for_each(|item| blocks_into(item, leaves)),
            Block::Code(text) => leaves.push(Leaf::Code(text)),
            Block::Photo(photo, alt) => leaves.push(Leaf::Photo(photo, alt)),
            Block::Table(head, rows) => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| inlines_into(cell, leaves));
            }
            Block::Rule => {}
        }
    }
}

fn inlines_into<'a>(inlines: &'a [Inline], leaves: &mut Vec<Leaf<'a>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => leaves.push(Leaf::Text(text)),
            Inline::Code(text) => leaves.push(Leaf::Code(text)),
            Inline::Emphasis(inlines) | Inline::Strong(inlines) => inlines_into(inlines, leaves),
            Inline::Link(address, inlines) => {
                leaves.push(Leaf::Address(address));
                inlines_into(inlines, leaves);
            }
            Inline::Number(_) | Inline::Footnote(_) | Inline::Break => {}
        }
    }
}
