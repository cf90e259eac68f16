//! Texts and photos: the creator's own words with their numbers filled in.

use crate::source::Photo;
use serde::Serialize;
use std::sync::Arc;

/// Something with what it is.
#[derive(Clone, Debug, Serialize)]
pub struct Labelled {
    /// What it is.
    pub label: String,
    /// The thing.
    pub text: String,
}

/// A titled list.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Title.
    pub title: String,
    /// Items.
    pub items: Vec<String>,
}

/// A titled link.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// What it leads to.
    pub title: String,
    /// Address.
    pub url: String,
}

/// A photo with what there is to say of it.
#[derive(Clone, Debug, Serialize)]
pub struct PhotoView {
    /// Its path in the kit: how templates name it.
    pub path: String,
    /// Its width in pixels, after orientation.
    pub width: u32,
    /// Its height in pixels, after orientation.
    pub height: u32,
    /// What it shows; empty when it only decorates.
    pub alt: String,
    /// The point that must stay in sight, in percent from the left and the top, where the kit
    /// names one.
    pub focus: Option<(u8, u8)>,
    /// Who took it and how it may be used.
    pub credit: Option<String>,
    /// Whether it may be downloaded.
    pub download: bool,
    /// The photo itself.
    #[serde(skip)]
    pub photo: Arc<Photo>,
}

/// A block of Markdown with its numbers filled in.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockView {
    /// A heading.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Text.
        inlines: Vec<InlineView>,
    },
    /// A paragraph.
    Paragraph {
        /// Text.
        inlines: Vec<InlineView>,
    },
    /// A quotation.
    Quote {
        /// Content.
        blocks: Vec<BlockView>,
    },
    /// A list.
    List {
        /// Number of the first item; `None` for bullets.
        start: Option<u64>,
        /// Items.
        items: Vec<Vec<BlockView>>,
    },
    /// Text as typed.
    Code {
        /// Text.
        text: String,
    },
    /// A photo on its own.
    Photo {
        /// The photo.
        photo: PhotoView,
    },
    /// A table.
    Table {
        /// Head cells.
        head: Vec<Vec<InlineView>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<InlineView>>>,
    },
    /// A footnote.
    Footnote {
        /// Its number.
        number: u32,
        /// Content.
        blocks: Vec<BlockView>,
    },
    /// A break between scenes.
    Rule,
}

/// A piece of a paragraph with its numbers filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum InlineView {
    /// Text.
    Text {
        /// Text.
        text: String,
    },
    /// Emphasis.
    Emphasis {
        /// Content.
        inlines: Vec<InlineView>,
    },
    /// Strong emphasis.
    Strong {
        /// Content.
        inlines: Vec<InlineView>,
    },
    /// Text as typed.
    Code {
        /// Text.
        text: String,
    },
    /// A link to an address that is safe to follow.
    Link {
        /// Address.
        url: String,
        /// Content.
        inlines: Vec<InlineView>,
    },
    /// A reference to a footnote.
    Footnote {
        /// Its number.
        number: u32,
    },
    /// A line break.
    Break,
}
