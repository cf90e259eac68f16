//! Markdown: the story, the bodies of campaigns, the words on the audience.

use super::{NumberName, PhotoRef};
use crate::source::Spanned;

/// Markdown, parsed: blocks in order.
pub type Markdown = Vec<Block>;

/// A block of Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, level 2 to 6.
    Heading(u8, Inlines),
    /// A paragraph.
    Paragraph(Inlines),
    /// A quotation.
    Quote(Vec<Block>),
    /// A list; numbered from the given number, or with bullets.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Text as typed.
    Code(String),
    /// A photo of the kit, on its own, with its description.
    Photo(PhotoRef, String),
    /// A table: head cells and rows.
    Table(Vec<Inlines>, Vec<Vec<Inlines>>),
    /// A footnote's text, by its number.
    Footnote(u32, Vec<Block>),
    /// A break between scenes.
    Rule,
}

/// Text of one paragraph.
pub type Inlines = Vec<Inline>;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// A number by its name.
    Number(Spanned<NumberName>),
    /// Emphasis: `*…*`.
    Emphasis(Inlines),
    /// Strong emphasis: `**…**`.
    Strong(Inlines),
    /// Text as typed.
    Code(String),
    /// A link to an address that is safe to follow.
    Link(String, Inlines),
    /// A reference to a footnote, by its number.
    Footnote(u32),
    /// A line break.
    Break,
}
