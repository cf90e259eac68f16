//! All figures of a kit by name, and the texts that name them.

use super::accounts::main_account;
use super::tongue::Tongue;
use super::view::{BlockView, Figure, InlineView, PhotoView};
use crate::kit::{Block, Inline, Kit, NumberName, PhotoRef, Piece, Prose};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The windows that stand for a number named without one, the best first.
const USUAL_WINDOWS: [&str; 4] = ["28d", "30d", "90d", "month"];

/// Every figure by id, and the kit whose texts name them.
pub struct Numbers<'k> {
    kit: &'k Kit,
    tongue: &'k Tongue<'k>,
    figures: BTreeMap<String, Figure>,
}

impl<'k> Numbers<'k> {
    /// Puts figures under their ids.
    pub fn new(
        kit: &'k Kit,
        tongue: &'k Tongue<'k>,
        figures: impl IntoIterator<Item = Figure>,
    ) -> Numbers<'k> {
        let figures = figures
            .into_iter()
            .map(|figure| (figure.id.clone(), figure))
            .collect();
        Numbers {
            kit,
            tongue,
            figures,
        }
    }

    /// The figures by id.
    pub fn into_figures(self) -> BTreeMap<String, Figure> {
        self.figures
    }

    /// The figures by id.
    pub fn figures(&self) -> &BTreeMap<String, Figure> {
        &self.figures
    }

    /// The figure that `name` means, if the kit has it and its audience may see it.
    pub fn find(&self, name: &NumberName) -> Option<&Figure> {
        let accounts = &self.kit.profile.accounts;
        let mut name = name.clone();
        if let Some(account) = &mut name.account
            && let Some(main) = main_account(accounts, &account.platform)
            && let (Some(handle), Some(own)) = (&account.handle, &main.handle)
            && own.value.is(handle)
        {
            account.handle = None;
        }
        find_figure(&self.figures, &name)
    }

    /// A text with its numbers as printed on the page.
    pub fn prose(&self, prose: &Prose) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Number(name) => self.printed(&name.value),
        };
        prose.pieces.iter().map(piece).collect()
    }

    /// A number as running text prints it; a name without a figure stays as it is, and `check`
    /// has said so.
    fn printed(&self, name: &NumberName) -> String {
        match self.find(name) {
            Some(figure) if figure.floor => {
                self.tongue.say("over-value", &[("value", &figure.text)])
            }
            Some(figure) => figure.text.clone(),
            None => name.to_string(),
        }
    }

    /// Markdown with its numbers filled in.
    pub fn blocks(&self, blocks: &[Block]) -> Vec<BlockView> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> BlockView {
        match block {
            Block::Heading(level, inlines) => BlockView::Heading {
                level: *level,
                inlines: self.inlines(inlines),
            },
            Block::Paragraph(inlines) => BlockView::Paragraph {
                inlines: self.inlines(inlines),
            },
            Block::Quote(blocks) => BlockView::Quote {
                blocks: self.blocks(blocks),
            },
            Block::List(start, items) => BlockView::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Block::Code(text) => BlockView::Code { text: text.clone() },
            Block::Photo(photo, alt) => {
                let mut photo = self.photo(photo);
                if !alt.is_empty() {
                    photo.alt = alt.clone();
                }
                BlockView::Photo { photo }
            }
            Block::Table(head, rows) => {
                let cells =
                    |row: &Vec<Vec<Inline>>| row.iter().map(|cell| self.inlines(cell)).collect();
                BlockView::Table {
                    head: cells(head),
                    rows: rows.iter().map(cells).collect(),
                }
            }
            Block::Footnote(number, blocks) => BlockView::Footnote {
                number: *number,
                blocks: self.blocks(blocks),
            },
            Block::Rule => BlockView::Rule,
        }
    }

    /// Text of a paragraph with its numbers filled in; neighbouring texts become one.
    pub fn inlines(&self, inlines: &[Inline]) -> Vec<InlineView> {
        let mut views: Vec<InlineView> = Vec::new();
        for inline in inlines {
            let view = match inline {
                Inline::Text(text) => InlineView::Text {
                    text: text.value.clone(),
                },
                Inline::Number(name) => InlineView::Text {
                    text: self.printed(&name.value),
                },
                Inline::Emphasis(inlines) => InlineView::Emphasis {
                    inlines: self.inlines(inlines),
                },
                Inline::Strong(inlines) => InlineView::Strong {
                    inlines: self.inlines(inlines),
                },
                Inline::Code(text) => InlineView::Code { text: text.clone() },
                Inline::Link(url, inlines) => InlineView::Link {
                    url: url.clone(),
                    inlines: self.inlines(inlines),
                },
                Inline::Footnote(number) => InlineView::Footnote { number: *number },
                Inline::Break => InlineView::Break,
            };
            match (views.last_mut(), view) {
                (Some(InlineView::Text { text }), InlineView::Text { text: more }) => {
                    text.push_str(&more)
                }
                (_, view) => views.push(view),
            }
        }
        views
    }

    /// A photo with what the kit says of it.
    pub fn photo(&self, photo: &PhotoRef) -> PhotoView {
        let notes = &self.kit.profile.photos;
        let note = notes
            .iter()
            .find(|note| note.file.photo.path == photo.photo.path);
        let credit = note.and_then(|note| {
            let licence = note.licence.as_deref();
            match (note.credit.as_deref(), licence) {
                (Some(credit), Some(licence)) => Some(
                    self.tongue
                        .say("photo-credit", &[("credit", credit), ("licence", licence)]),
                ),
                (credit, licence) => credit.or(licence).map(str::to_string),
            }
        });
        PhotoView {
            path: photo.photo.path.clone(),
            width: photo.photo.width,
            height: photo.photo.height,
            alt: note.and_then(|note| note.alt.clone()).unwrap_or_default(),
            focus: note.and_then(|note| note.focus),
            credit,
            download: note.is_some_and(|note| note.download),
            photo: Arc::clone(&photo.photo),
        }
    }
}

/// The figure that `name` means among `figures`: of this very id; or, named without a window or
/// a figure, the one over the usual window, or the median.
pub fn find_figure<'f>(
    figures: &'f BTreeMap<String, Figure>,
    name: &NumberName,
) -> Option<&'f Figure> {
    let id = name.to_string();
    let exact = figures.get(&id);
    // An engagement rate is a median by definition.
    let exact = exact.or_else(|| figures.get(id.strip_suffix(".median")?));
    if exact.is_some() || name.figure.is_some() {
        return exact;
    }
    let usual = USUAL_WINDOWS
        .iter()
        .find_map(|window| figures.get(&format!("{id}.{window}")));
    let longest = || {
        let windows = figures.iter().filter_map(|(known, figure)| {
            let days: u32 = known
                .strip_prefix(&id)?
                .strip_prefix('.')?
                .strip_suffix('d')?
                .parse()
                .ok()?;
            Some((days, figure))
        });
        windows
            .max_by_key(|(days, _)| *days)
            .map(|(_, figure)| figure)
    };
    usual
        .or_else(longest)
        .or_else(|| figures.get(&format!("{id}.median")))
}
