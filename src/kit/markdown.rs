//! Markdown to blocks: the story, the bodies of campaigns, the words on the audience.
//!
//! CommonMark with tables and footnotes. What comes out holds no markup: raw HTML has become
//! text, every address is one that is safe to follow, every picture is a photo of the kit.

use super::photos::photo_as_text;
use super::prose::{Braced, braced, split_braces, unknown_name};
use super::reading::Reading;
use super::values::visible;
use super::{NumberName, PhotoRef, web_address};
use crate::source::{Diagnostic, Span, Spanned};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::collections::BTreeMap;
use std::ops::Range;

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
    Text(Spanned<String>),
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

/// How deep blocks and emphasis may nest; what is deeper stands at this depth.
const DEPTH: usize = 24;

impl Reading<'_> {
    /// Reads Markdown; `place` gives the span of a byte range of `text`.
    pub(super) fn markdown(
        &mut self,
        text: &str,
        place: &dyn Fn(Range<usize>) -> Span,
    ) -> Markdown {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let mut builder = Builder {
            reading: self,
            text,
            place,
            blocks: vec![Open::new(Kind::Root)],
            inlines: vec![Vec::new()],
            links: Vec::new(),
            flat: Vec::new(),
            photos: Vec::new(),
            image: None,
            notes: BTreeMap::new(),
        };
        let events = Parser::new_ext(text, options).into_offset_iter();
        for (event, range) in TextMergeWithOffset::new(events) {
            builder.event(event, range);
        }
        builder.blocks.swap_remove(0).blocks
    }
}

/// A block that has begun and not ended.
struct Open {
    kind: Kind,
    blocks: Vec<Block>,
}

impl Open {
    fn new(kind: Kind) -> Open {
        Open {
            kind,
            blocks: Vec::new(),
        }
    }
}

enum Kind {
    Root,
    Quote,
    List(Option<u64>, Vec<Vec<Block>>),
    Item,
    Footnote(u32),
    Code(String),
    Table(Vec<Inlines>, Vec<Vec<Inlines>>),
}

struct Builder<'b, 's> {
    reading: &'b mut Reading<'s>,
    text: &'b str,
    place: &'b dyn Fn(Range<usize>) -> Span,
    blocks: Vec<Open>,
    inlines: Vec<Inlines>,
    /// For each open link, where it leads; `None` when nobody should follow it.
    links: Vec<Option<String>>,
    /// For each open tag that may nest, whether it was too deep to be opened.
    flat: Vec<bool>,
    /// Photos inside the paragraph being read.
    photos: Vec<Block>,
    /// The image being read: its photo and its description so far.
    image: Option<(Option<PhotoRef>, String)>,
    /// The numbers of footnotes by their labels, in the order they are met.
    notes: BTreeMap<String, u32>,
}

impl Builder<'_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.words(&text, range),
            Event::Code(text) => self.push(Inline::Code(visible(&text))),
            Event::Html(html) => self.push_text(visible(&html), range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::SoftBreak => self.push_text(" ".to_string(), range),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::FootnoteReference(label) => {
                let number = self.note(&label);
                self.push(Inline::Footnote(number));
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text, range),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::BlockQuote(_) => self.open(Kind::Quote),
            Tag::List(start) => self.open(Kind::List(start, Vec::new())),
            Tag::Item => self.open(Kind::Item),
            Tag::FootnoteDefinition(label) => {
                let number = self.note(&label);
                self.open(Kind::Footnote(number));
            }
            Tag::CodeBlock(_) => self.blocks.push(Open::new(Kind::Code(String::new()))),
            Tag::Table(_) => {
                self.blocks
                    .push(Open::new(Kind::Table(Vec::new(), Vec::new())));
            }
            Tag::TableRow => {
                if let Some(Open {
                    kind: Kind::Table(_, rows),
                    ..
                }) = self.blocks.last_mut()
                {
                    rows.push(Vec::new());
                }
            }
            Tag::TableCell | Tag::Paragraph | Tag::Heading { .. } => {
                self.inlines = vec![Vec::new()];
            }
            Tag::Emphasis | Tag::Strong => self.open_inline(),
            Tag::Link { dest_url, .. } => {
                let address = web_address(&dest_url);
                if address.is_none() {
                    let span = (self.place)(range);
                    let message = "this link is left out";
                    self.reading.diags.push(
                        Diagnostic::warning("unsafe-link", message)
                            .at(span)
                            .hint("links begin with `https://`, `http://`, `mailto:` or `tel:`; its words stay"),
                    );
                }
                self.links.push(address);
                self.open_inline();
            }
            Tag::Image { dest_url, .. } => {
                let path = self.reading.unescaped(&dest_url);
                let photo = self.reading.photo(&Spanned::new(path, (self.place)(range)));
                self.image = Some((photo, String::new()));
            }
            Tag::HtmlBlock => self.warn_of_html(range),
            Tag::TableHead
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close()
            }
            TagEnd::CodeBlock | TagEnd::Table => self.close_kind(),
            TagEnd::Paragraph => {
                let inlines = self.taken();
                let empty = inlines
                    .iter()
                    .all(|i| matches!(i, Inline::Text(t) if t.value.trim().is_empty()));
                if !empty {
                    self.block(Block::Paragraph(inlines));
                }
                self.lift_photos();
            }
            TagEnd::Heading(level) => {
                let inlines = self.taken();
                self.block(Block::Heading((level as u8).max(2), inlines));
                self.lift_photos();
            }
            TagEnd::TableCell => {
                let cell = self.taken();
                if let Some(Open {
                    kind: Kind::Table(head, rows),
                    ..
                }) = self.blocks.last_mut()
                {
                    rows.last_mut().unwrap_or(head).push(cell);
                }
            }
            TagEnd::Emphasis => self.wrap(Inline::Emphasis),
            TagEnd::Strong => self.wrap(Inline::Strong),
            TagEnd::Link => match self.links.pop().flatten() {
                Some(address) => self.wrap(|inlines| Inline::Link(address, inlines)),
                None => {
                    let words = self.close_inline().unwrap_or_default();
                    words.into_iter().for_each(|word| self.push(word));
                }
            },
            TagEnd::Image => {
                if let Some((Some(photo), alt)) = self.image.take() {
                    self.photos
                        .push(Block::Photo(photo, alt.trim().to_string()));
                }
            }
            TagEnd::HtmlBlock => self.flush(),
            TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Text, with the numbers it names.
    fn words(&mut self, text: &str, range: Range<usize>) {
        if let Some(Open {
            kind: Kind::Code(code),
            ..
        }) = self.blocks.last_mut()
        {
            code.push_str(&visible(text));
            return;
        }
        if let Some((_, alt)) = &mut self.image {
            alt.push_str(&visible(text));
            return;
        }
        if let Some(lost) = photo_as_text(text) {
            self.reading
                .diags
                .push(lost.at((self.place)(range.clone())));
        }
        let same = self.text.get(range.clone()) == Some(text);
        for (piece, is_braced) in split_braces(text) {
            let words = &text[piece.clone()];
            let inner = words.trim_start_matches('{').trim_end_matches('}');
            let place = if same {
                range.start + piece.start..range.start + piece.end
            } else {
                range.clone()
            };
            match is_braced.then(|| braced(inner)) {
                Some(Braced::Number(name)) => {
                    let name = Spanned::new(name, (self.place)(place));
                    self.reading.named.push(name.clone());
                    self.push(Inline::Number(name));
                }
                Some(Braced::Unknown) => {
                    self.reading
                        .diags
                        .push(unknown_name(inner, (self.place)(place)));
                }
                Some(Braced::Literal) | None => self.push_text(visible(words), place),
            }
        }
    }

    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        // A pair of tags is one thing to say, and it was said of the first.
        if !html.starts_with("</") {
            self.warn_of_html(range.clone());
        }
        self.push_text(visible(html), range);
    }

    fn warn_of_html(&mut self, range: Range<usize>) {
        let span = (self.place)(range);
        self.reading.diags.push(
            Diagnostic::warning(
                "raw-html",
                "HTML is not read here; it will be shown as text",
            )
            .at(span)
            .hint("write it in Markdown, or take it out"),
        );
    }

    fn push_text(&mut self, text: String, range: Range<usize>) {
        let span = (self.place)(range);
        self.push(Inline::Text(Spanned::new(text, span)));
    }

    fn push(&mut self, inline: Inline) {
        if let Some(open) = self.inlines.last_mut() {
            open.push(inline);
        }
    }

    fn open_inline(&mut self) {
        let flat = self.inlines.len() > DEPTH;
        self.flat.push(flat);
        if !flat {
            self.inlines.push(Vec::new());
        }
    }

    /// What stands in the tag that ends; `None` when it was too deep to be opened.
    fn close_inline(&mut self) -> Option<Inlines> {
        match self.flat.pop() {
            Some(false) => self.inlines.pop(),
            Some(true) | None => None,
        }
    }

    fn wrap(&mut self, wrap: impl FnOnce(Inlines) -> Inline) {
        if let Some(inlines) = self.close_inline() {
            self.push(wrap(inlines));
        }
    }

    fn taken(&mut self) -> Inlines {
        std::mem::replace(&mut self.inlines, vec![Vec::new()]).swap_remove(0)
    }

    /// Text that stands in a block without a paragraph, as in a tight list, becomes one.
    fn flush(&mut self) {
        let inlines = self.taken();
        if !inlines.is_empty() {
            self.add(Block::Paragraph(inlines));
        }
        self.lift_photos();
    }

    fn block(&mut self, block: Block) {
        self.flush();
        self.add(block);
    }

    fn add(&mut self, block: Block) {
        if let Some(open) = self.blocks.last_mut() {
            open.blocks.push(block);
        }
    }

    fn lift_photos(&mut self) {
        for photo in std::mem::take(&mut self.photos) {
            self.add(photo);
        }
    }

    fn open(&mut self, kind: Kind) {
        self.flush();
        // A list without room for its items would hold nothing.
        let inside = usize::from(matches!(kind, Kind::List(..)));
        let flat = self.blocks.len() + inside > DEPTH;
        self.flat.push(flat);
        if !flat {
            self.blocks.push(Open::new(kind));
        }
    }

    fn close(&mut self) {
        self.flush();
        if self.flat.pop() == Some(false) {
            self.close_kind();
        }
    }

    fn close_kind(&mut self) {
        let Some(open) = self.blocks.pop() else {
            return;
        };
        match open.kind {
            Kind::Root => self.blocks.push(open),
            Kind::Quote => self.add(Block::Quote(open.blocks)),
            Kind::List(start, items) => self.add(Block::List(start, items)),
            Kind::Footnote(number) => self.add(Block::Footnote(number, open.blocks)),
            Kind::Code(code) => self.add(Block::Code(code.trim_end().to_string())),
            Kind::Table(head, rows) => self.add(Block::Table(head, rows)),
            Kind::Item => match self.blocks.last_mut() {
                Some(Open {
                    kind: Kind::List(_, items),
                    ..
                }) => items.push(open.blocks),
                _ => open.blocks.into_iter().for_each(|block| self.add(block)),
            },
        }
    }

    fn note(&mut self, label: &str) -> u32 {
        let next = self.notes.len() as u32 + 1;
        *self.notes.entry(label.to_string()).or_insert(next)
    }
}
