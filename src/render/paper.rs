//! What may be seen to the jobs of documents: the PDFs and the card.
//!
//! A document gets the view as JSON in letters that its fonts have. A kit in letters that none of
//! them has gets no documents, and is told so: boxes are worse than nothing.

use super::style::Look;
use crate::derive::{BlockView, PhotoView, View};
use crate::jobs::{
    CAN_TYPESET, Document, Effort, Job, Paper, Picture, Template, Typeset, covered, missing, plan,
    printable,
};
use crate::kit::Format;
use crate::source::{Diagnostic, Diagnostics};
use crate::theme::{PaperPictures, Theme};
use crate::words::{Words, bare};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The whole kit, or its one page where that is all there is.
pub(super) const PDF: &str = "kit.pdf";
/// The one page beside the whole kit.
pub(super) const ONE_PAGE: &str = "kit-one-page.pdf";
/// The card.
pub(super) const CARD: &str = "og.jpg";

/// The documents of a site: what they are made of, and how each is asked to look.
pub(super) struct Documents {
    paper: Arc<Paper>,
    /// By path in the site.
    looks: BTreeMap<&'static str, (Document, Value)>,
}

impl Documents {
    /// The documents there are to be; `seen` is the view as JSON.
    pub(super) fn plan(
        view: &View,
        seen: &str,
        theme: &Theme,
        words: &Words,
        look: &Look,
        diags: &mut Diagnostics,
    ) -> Documents {
        let has = |name: &str| theme.papers().any(|(paper, _, _)| paper == name);
        let forms: &[(&str, &str)] = match view.site.pdf {
            "full" => &[(PDF, "full")],
            "one-page" => &[(PDF, "one-page")],
            "both" => &[(PDF, "full"), (ONE_PAGE, "one-page")],
            _ => &[],
        };
        let mut asked: Vec<(&'static str, Document, &str)> = Vec::new();
        if has(Document::Pdf.template()) {
            asked.extend(
                forms
                    .iter()
                    .map(|&(path, form)| (path, Document::Pdf, form)),
            );
        }
        if has(Document::Card.template()) {
            asked.push((CARD, Document::Card, "full"));
        }
        let mut documents = Documents {
            paper: Arc::new(Paper::default()),
            looks: BTreeMap::new(),
        };
        if asked.is_empty() {
            return documents;
        }
        if !CAN_TYPESET {
            if !forms.is_empty() {
                diags.push(unable());
            }
            return documents;
        }
        let missing = missing(seen, |letters| lacked(theme, letters));
        if let Some(letter) = missing.iter().find(|c| c.is_alphanumeric()) {
            diags.push(no_letters(*letter, view, !forms.is_empty()));
            return documents;
        }
        let widths = &theme.manifest.paper.pictures;
        let has_card = asked
            .iter()
            .any(|(_, document, _)| *document == Document::Card);
        let pictures = pictures(view, widths, widths.card.filter(|_| has_card));
        for (path, document, form) in asked {
            let sizes = match document {
                Document::Pdf => &pictures.sizes,
                Document::Card => &pictures.on_card,
            };
            let look = asked_look(view, theme, words, look, sizes, form);
            documents.looks.insert(path, (document, look));
        }
        documents.paper = Arc::new(Paper {
            templates: theme
                .papers()
                .map(|(name, text, origin)| {
                    let text = text.to_string();
                    (name.to_string(), Template { text, origin })
                })
                .collect(),
            view: seen.to_string(),
            signs: missing,
            language: words.language().to_string(),
            own_words: words.own().clone(),
            fonts: theme
                .fonts()
                .map(|(family, master)| (family.to_string(), Arc::clone(master)))
                .collect(),
            pictures: pictures.made,
            url: view.site.url.clone(),
            is_private: view.edition.is_some(),
        });
        documents
    }

    /// The paths of the documents there will be.
    pub(super) fn paths(&self) -> impl Iterator<Item = &'static str> {
        self.looks.keys().copied()
    }

    /// The jobs, by path. `id` is the build's.
    pub(super) fn jobs(&self, id: &str) -> BTreeMap<String, Job> {
        let content = self.paper.content();
        let jobs = self.looks.iter().map(|(path, (document, look))| {
            let mut look = look.clone();
            look["id"] = json!(id);
            let job = Job::Typeset(Typeset {
                document: *document,
                look: look.to_string(),
                paper: Arc::clone(&self.paper),
                content,
            });
            ((*path).to_string(), job)
        });
        jobs.collect()
    }
}

/// `look` of the templates but for `id`: docs/paper.md has its fields.
fn asked_look(
    view: &View,
    theme: &Theme,
    words: &Words,
    look: &Look,
    sizes: &BTreeMap<String, Value>,
    form: &str,
) -> Value {
    let families: BTreeSet<&str> = theme.fonts().map(|(family, _)| family).collect();
    let faces = theme.manifest.faces.iter();
    let faces = faces.map(|(name, face)| {
        // What the face lacks, another of the theme's fonts may have.
        let first = face.family.as_str();
        let others = families.iter().copied().filter(|family| *family != first);
        (
            name,
            std::iter::once(first).chain(others).collect::<Vec<_>>(),
        )
    });
    let name = words.say(
        "media-kit-of",
        &[("name", crate::words::Value::Text(&view.creator.name))],
    );
    let iso = view.dated.as_ref().map(|dated| dated.day.iso.as_str());
    let date: Option<Vec<u32>> = iso.map(|iso| iso.split('-').flat_map(str::parse).collect());
    let url = view.site.url.as_deref();
    json!({
        "form": form,
        "sheet": view.site.sheet,
        "title": printable(&bare(&name)),
        "date": date,
        "colours": look.light,
        "company": look.company,
        "density": view.site.density,
        "options": theme.options(),
        "faces": faces.collect::<BTreeMap<_, _>>(),
        "pictures": sizes,
        "url": url,
        "web": url.map(printed),
    })
}

/// An address as it is printed.
fn printed(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.trim_end_matches('/').to_string()
}

/// Those of `letters` that no font of the theme has. A font that cannot be read has none.
fn lacked(theme: &Theme, mut letters: BTreeSet<char>) -> BTreeSet<char> {
    for (_, master) in theme.fonts() {
        if letters.is_empty() {
            break;
        }
        let there = covered(master, &letters).unwrap_or_default();
        letters.retain(|c| !there.contains(c));
    }
    letters
}

/// The pictures of photos that documents may show, and by the photos' paths what templates learn of
/// them.
#[derive(Default)]
struct Pictures {
    made: Vec<Picture>,
    sizes: BTreeMap<String, Value>,
    on_card: BTreeMap<String, Value>,
}

impl Pictures {
    /// Has a picture made of all of a photo, and tells its file and size.
    fn add(&mut self, photo: &PhotoView, width: u32) -> Option<Value> {
        let cut = *plan(&photo.photo, &[width], None, (50, 50)).first()?;
        let file = format!("picture/{}.jpg", self.made.len());
        self.made.push(Picture {
            photo: Arc::clone(&photo.photo),
            crop: cut.crop,
            width: cut.width,
            height: cut.height,
            format: Format::Jpeg,
            // Typst decodes each, for which a progressive file takes twice as long.
            effort: Effort::Quick,
        });
        Some(json!({ "file": file, "width": cut.width, "height": cut.height }))
    }
}

/// The pictures of a view. A photo that stands in two places is made for the larger; on a card it
/// fills `on_card`, or is as in the PDF.
fn pictures(view: &View, widths: &PaperPictures, on_card: Option<(u32, u32)>) -> Pictures {
    let story = view.story.blocks.iter().filter_map(|block| match block {
        BlockView::Photo { photo } => Some(photo),
        _ => None,
    });
    let cases = view.work.cases.iter().take(6);
    let posts = view.posts.iter().take(4);
    let places: [(Option<u32>, Vec<&PhotoView>); 6] = [
        (widths.hero, view.creator.hero.iter().collect()),
        (widths.portrait, view.creator.portrait.iter().collect()),
        (
            widths.case,
            cases.filter_map(|case| case.photo.as_ref()).collect(),
        ),
        (widths.gallery, view.gallery.iter().take(6).collect()),
        (widths.story, story.take(4).collect()),
        (
            widths.post,
            posts.filter_map(|post| post.photo.as_ref()).collect(),
        ),
    ];
    let mut wanted: BTreeMap<&str, (&PhotoView, u32)> = BTreeMap::new();
    for (width, photos) in places {
        for photo in photos {
            let Some(width) = width.map(|width| width.min(photo.width)) else {
                continue;
            };
            let known = wanted.entry(&photo.path).or_insert((photo, width));
            known.1 = known.1.max(width);
        }
    }
    let mut pictures = Pictures::default();
    for (path, (photo, width)) in wanted {
        if let Some(size) = pictures.add(photo, width) {
            pictures.sizes.insert(path.to_string(), size);
        }
    }
    pictures.on_card = pictures.sizes.clone();
    // A card sets the same photos much smaller, and to make them so there takes a tenth of all.
    let first = [&view.creator.hero, &view.creator.portrait];
    for photo in first.into_iter().flatten() {
        let shown = pictures.sizes.contains_key(&photo.path);
        if let Some((width, height)) = on_card.filter(|_| shown) {
            let as_high =
                u64::from(height) * u64::from(photo.width) / u64::from(photo.height.max(1));
            let width = u64::from(width).max(as_high).min(u64::from(photo.width));
            if let Some(size) = pictures.add(photo, width as u32) {
                pictures.on_card.insert(photo.path.clone(), size);
            }
        }
    }
    pictures
}

fn unable() -> Diagnostic {
    Diagnostic::warning(
        "no-pdf",
        "this pitchkit was built without what makes a PDF and a card",
    )
    .hint("`cargo install pitchkit` builds it with them; `pdf = \"none\"` asks for no PDF")
}

fn no_letters(letter: char, view: &View, is_pdf_asked: bool) -> Diagnostic {
    let what = if is_pdf_asked {
        "the PDF and the card are"
    } else {
        "the card is"
    };
    let message = format!("{what} left out: none of the theme's fonts has the letter `{letter}`");
    let language = &view.language;
    Diagnostic::warning("no-letters", message).hint(format!(
        "put a TrueType font (.ttf) for `{language}` into the folder `theme/fonts`; pages are shown \
         in the reader's own fonts and need none"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn on_a_card_photos_are_as_small_as_fills_their_place() {
        fn check(on_card: Option<(u32, u32)>, expected: &[(u64, u64)]) {
            let view = sample::rich();
            let hero = view.creator.hero.as_ref().expect("a photo");
            let widths = PaperPictures {
                hero: Some(1200),
                ..PaperPictures::default()
            };
            let pictures = pictures(&view, &widths, on_card);
            let size = |of: &BTreeMap<String, Value>| {
                let size = &of[&hero.path];
                (size["width"].as_u64(), size["height"].as_u64())
            };
            let found = [size(&pictures.sizes), size(&pictures.on_card)];
            let expected: Vec<_> = expected
                .iter()
                .map(|(width, height)| (Some(*width), Some(*height)))
                .collect();
            assert_eq!(found[..], expected[..], "{on_card:?}");
            let made = BTreeSet::from(found).len();
            assert_eq!(pictures.made.len(), made, "{on_card:?}");
        }
        check(None, &[(1200, 900), (1200, 900)]);
        check(Some((600, 100)), &[(1200, 900), (600, 450)]);
        check(Some((100, 600)), &[(1200, 900), (800, 600)]);
    }
}
