//! `story.md`: the story.

use super::{Inlines, Markdown};

/// `story.md`
#[derive(Clone, Debug)]
pub struct Story {
    /// The first heading: the pull line.
    pub pull: Option<Inlines>,
    /// The rest.
    pub body: Markdown,
}
