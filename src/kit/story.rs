//! `story.md`: the story.

use super::reading::Reading;
use super::{Block, Inlines, Markdown};
use crate::source::{FileId, Span};

/// `story.md`
#[derive(Clone, Debug)]
pub struct Story {
    /// The first heading: the pull line.
    pub pull: Option<Inlines>,
    /// The rest.
    pub body: Markdown,
}

impl Reading<'_> {
    /// `story.md`
    pub(super) fn story(&mut self, file: FileId) -> Story {
        let sources = self.sources;
        let mut body = self.markdown(&sources.text(file).text, &|range| Span::new(file, range));
        let first = body
            .iter()
            .position(|block| matches!(block, Block::Heading(..)));
        let pull = match first.map(|index| body.remove(index)) {
            Some(Block::Heading(_, inlines)) => Some(inlines),
            _ => None,
        };
        Story { pull, body }
    }
}
