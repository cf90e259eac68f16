//! Typst at work: what it finds on its desk, and what comes of it.

use super::{COMMON, Document, Typeset, code, texts, words};
use crate::jobs::{Fault, picture};
use crate::source::Span;
use crate::theme::Master;
use std::collections::HashMap;
use std::sync::Arc;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

/// The size of a card in pixels.
const CARD: (u32, u32) = (1200, 630);

/// How long Typst remembers what it worked out, in documents: a preview sets the same ones again.
const REMEMBERED: usize = 8;

pub(super) fn typeset(job: &Typeset, pictures: Vec<Vec<u8>>) -> Result<Vec<u8>, Fault> {
    let desk = Desk::new(job, pictures);
    let made = desk.work();
    comemo::evict(REMEMBERED);
    made
}

/// All that Typst can see.
struct Desk<'a> {
    job: &'a Typeset,
    standard: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    main: FileId,
}

/// A font's bytes, where they are.
struct Shared(Arc<Master>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0.bytes
    }
}

impl<'a> Desk<'a> {
    fn new(job: &'a Typeset, pictures: Vec<Vec<u8>>) -> Desk<'a> {
        let paper = &*job.paper;
        let mut book = FontBook::new();
        let mut fonts = Vec::new();
        for (family, master) in &paper.fonts {
            let Some(font) = Font::new(Bytes::new(Shared(Arc::clone(master))), 0) else {
                continue;
            };
            // Under the theme's name for it, whatever it calls itself.
            let mut info = font.info().clone();
            info.family.clone_from(family);
            book.push(info);
            fonts.push(font);
        }
        let mut templates = HashMap::new();
        let theirs = paper.templates.iter();
        let theirs = theirs.map(|(name, template)| (name.as_str(), template.text.as_str()));
        for (name, text) in theirs.chain(COMMON) {
            templates.insert(file(name), Source::new(file(name), text.to_string()));
        }
        let mut files = HashMap::new();
        let view = texts::set(&paper.view, &paper.signs);
        files.insert(file("view.json"), Bytes::from_string(view));
        files.insert(file("look.json"), Bytes::from_string(job.look.clone()));
        files.insert(file(words::FILE), words::file(paper));
        if let Some(url) = &paper.url {
            files.insert(file("qr.svg"), Bytes::from_string(code::drawn(url)));
        }
        for (number, bytes) in pictures.into_iter().enumerate() {
            files.insert(file(&format!("picture/{number}.jpg")), Bytes::new(bytes));
        }
        let mut standard = Library::default();
        words::define(standard.global.scope_mut());
        Desk {
            job,
            standard: LazyHash::new(standard),
            book: LazyHash::new(book),
            fonts,
            templates,
            files,
            main: file(job.document.template()),
        }
    }

    fn work(&self) -> Result<Vec<u8>, Fault> {
        let set = typst::compile::<PagedDocument>(self);
        let blame = |all: &[SourceDiagnostic]| self.blame(all);
        let document = set.output.map_err(|errors| blame(&errors))?;
        if !set.warnings.is_empty() {
            return Err(blame(&set.warnings));
        }
        match self.job.document {
            Document::Pdf => {
                let pages = document.pages().len();
                if self.job.form() == "one-page" && pages > 1 {
                    let message = format!("takes {pages} pages, and is to be one page");
                    return Err(Fault::template(message));
                }
                let standards = PdfStandards::new(&[PdfStandard::Ua_1])
                    .map_err(|error| Fault::template(error.message().to_string()))?;
                let options = PdfOptions {
                    creator: Smart::Custom(Some("pitchkit".to_string())),
                    standards,
                    ..PdfOptions::default()
                };
                let pdf = typst_pdf::pdf(&document, &options);
                pdf.map(unsuspected).map_err(|errors| blame(&errors))
            }
            Document::Card => card(&document),
        }
    }

    /// The first thing that is wrong, with its place where that is a file of the kit.
    fn blame(&self, all: &[SourceDiagnostic]) -> Fault {
        let Some(first) = all.first() else {
            return Fault::template("fails, and Typst does not say why".to_string());
        };
        let hints = first.hints.iter().map(|hint| format!("; {}", hint.v));
        let mut message = format!("fails: {}{}", first.message, hints.collect::<String>());
        // What is wrong inside of what all templates share is told where it was called.
        let calls = first.trace.iter().map(|call| call.span.into());
        let places = std::iter::once(first.span).chain(calls);
        let mut places = places.filter_map(|span: typst::syntax::DiagSpan| {
            let name = span.id()?.vpath().get_without_slash().to_string();
            let template = self.job.paper.templates.get(&name)?;
            Some((name, template, self.range(span)?))
        });
        let Some((name, template, range)) = places.next() else {
            return Fault::template(message);
        };
        if template.origin.is_none() {
            let line = 1 + template.text[..range.start].matches('\n').count();
            message = format!("{message} (in `{name}`, line {line})");
        }
        let place = template.origin.map(|origin| Span::new(origin, range));
        Fault {
            place,
            ..Fault::template(message)
        }
    }
}

/// A PDF without a word that says what is so without it, and that poppler takes for a mistake. It is
/// in the last of the objects. Blanks are in its place, since the file tells where each object begins.
fn unsuspected(mut pdf: Vec<u8>) -> Vec<u8> {
    const WORD: &[u8] = b"/Suspects false";
    if let Some(at) = memchr::memmem::rfind(&pdf, WORD) {
        pdf[at..at + WORD.len()].fill(b' ');
    }
    pdf
}

/// The one page of a card as a picture.
fn card(document: &PagedDocument) -> Result<Vec<u8>, Fault> {
    let [page] = document.pages() else {
        let pages = document.pages().len();
        return Err(Fault::template(format!("makes {pages} pages of one card")));
    };
    let options = RenderOptions {
        pixel_per_pt: Scalar::ONE,
        render_bleed: false,
    };
    let pixels = typst_render::render(page, &options);
    if (pixels.width(), pixels.height()) != CARD {
        let (width, height) = (pixels.width(), pixels.height());
        let message = format!("makes a card of {width} x {height}, not of 1200 x 630");
        return Err(Fault::template(message));
    }
    // A page has a ground, so that every pixel is opaque.
    let colours = pixels.pixels().iter();
    let colours: Vec<u8> = colours
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    picture::sharp_jpeg(&colours, CARD)
        .ok_or_else(|| Fault::template("makes a card that cannot be kept as JPEG".to_string()))
}

/// A file on the desk. There are few names: Typst remembers each for as long as the program runs.
fn file(name: &str) -> FileId {
    // A name that leads out of the desk is none of ours; it names nothing.
    let path = VirtualPath::new(name)
        .or_else(|_| VirtualPath::new("none"))
        .expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.templates.get(&id).cloned();
        source.ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let bytes = self.files.get(&id).cloned();
        bytes.ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
