//! `[[photos]]` and the photos that other tables name.

use super::fields::Fields;
use super::reading::Reading;
use super::unusable;
use super::values::printable;
use crate::source::{Diagnostic, Photo, Span, Spanned, nearest};
use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::percent_decode_str;
use std::sync::Arc;

/// A photo named in a file of the kit; it exists and can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoRef {
    /// Where it was named.
    pub span: Span,
    /// The photo.
    pub photo: Arc<Photo>,
}

/// `[[photos]]`: what there is to say of a photo, wherever it is used.
#[derive(Clone, Debug)]
pub struct PhotoNote {
    /// The table.
    pub span: Span,
    /// The photo.
    pub file: PhotoRef,
    /// What it shows, in words; `None` when it is decorative or nothing was said.
    pub alt: Option<String>,
    /// Whether it only decorates.
    pub decorative: bool,
    /// Who took it.
    pub credit: Option<String>,
    /// Under which licence it is used.
    pub licence: Option<String>,
    /// The point that matters, in percent from the left and the top.
    pub focus: Option<(u8, u8)>,
    /// Whether it belongs to the gallery.
    pub gallery: bool,
    /// Whether it may be downloaded.
    pub download: bool,
}

/// Whether a file of this name in `photos/` is looked at: whether it ends as those of pictures do.
/// What kind of picture it is, its content says.
pub fn is_picture(name: &str) -> bool {
    const ENDINGS: [&str; 17] = [
        "jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif", "hif", "avif", "jxl", "gif",
        "svg", "bmp", "tif", "tiff", "apng",
    ];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ENDINGS.iter().any(|one| one.eq_ignore_ascii_case(ending)))
}

/// After how many things said no photo is suggested any more.
const MOST_HINTS: usize = 100;

impl<'s> Reading<'s> {
    /// The only photo whose path is written with the same letters, put together in another way: a
    /// Mac writes the two dots of an `ü` by themselves.
    fn same_letters(&self, path: &str) -> Option<&'s Arc<Photo>> {
        if path.is_ascii() {
            return None;
        }
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let wanted = nfc.normalize(path);
        let same = |photo: &&Arc<Photo>| nfc.normalize(&photo.path) == wanted;
        let mut found = self.sources.photos().filter(same);
        found.next().filter(|_| found.next().is_none())
    }

    /// The path that an address in Markdown stands for, where a blank may be written `%20`.
    pub(super) fn unescaped(&self, address: &str) -> String {
        let decoded = percent_decode_str(address).decode_utf8_lossy();
        match self.sources.photo(address) {
            None if self.sources.photo(&decoded).is_some() => decoded.into_owned(),
            _ => address.to_string(),
        }
    }

    /// The photo at `path`, which a file of the kit names; says why when there is none.
    pub(super) fn photo(&mut self, path: &Spanned<String>) -> Option<PhotoRef> {
        let written = path.value.trim();
        let clean = written.strip_prefix("./").unwrap_or(written);
        if let Some(photo) = self
            .sources
            .photo(clean)
            .or_else(|| self.same_letters(clean))
        {
            self.photos.insert(photo.path.clone(), Arc::clone(photo));
            return Some(PhotoRef {
                span: path.span,
                photo: photo.clone(),
            });
        }
        let name = printable(clean);
        let lower = clean.to_lowercase();
        let elsewhere = ["http:", "https:", "data:", "//"];
        let diagnostic = if let Some(refusal) = self.sources.refusal(clean) {
            // One file is to be mended, however many places name it.
            if !self.unusable.insert(clean.to_string()) {
                return None;
            }
            unusable(refusal)
        } else if elsewhere.iter().any(|start| lower.starts_with(start)) {
            Diagnostic::error(
                "remote-photo",
                format!("`{name}` is not a photo of this kit"),
            )
            .hint("save the photo into the folder `photos` and name it from there")
        } else if clean.starts_with(['/', '~'])
            || clean.contains([':', '\\'])
            || clean.split('/').any(|part| part == "..")
        {
            Diagnostic::error(
                "photo-outside",
                format!("`{name}` lies outside the kit's `photos`"),
            )
            .hint("copy the photo into the folder `photos` and name it from there")
        } else {
            let diagnostic =
                Diagnostic::error("photo-missing", format!("there is no photo `{name}`"));
            // The folder, which all have in common, would make any two names alike.
            let in_folder = |path: &'_ str| path.strip_prefix("photos/").map(str::to_string);
            let written = in_folder(clean).unwrap_or_else(|| clean.to_string());
            // Thousands of names against thousands of photos would take minutes.
            let compared = if self.diags.len() < MOST_HINTS {
                usize::MAX
            } else {
                0
            };
            let known: Vec<String> = self
                .sources
                .photos()
                .take(compared)
                .filter_map(|photo| in_folder(&photo.path))
                .collect();
            match nearest(&written, known.iter().map(String::as_str)) {
                Some(near) if near == written => diagnostic.hint(format!("write `photos/{near}`")),
                Some(near) => diagnostic.hint(format!("did you mean `photos/{near}`?")),
                None if clean.starts_with("photos/") && !is_picture(clean) => diagnostic
                    .hint("photos are JPEG, PNG or WebP files and named so: `photos/portrait.jpg`"),
                None => diagnostic.hint("photos lie in the folder `photos`: `photos/portrait.jpg`"),
            }
        };
        self.diags.push(diagnostic.at(path.span));
        None
    }
}

/// What there is to say of a text that was meant to be a photo: with a blank in its name it is none
/// to Markdown.
pub(super) fn photo_as_text(text: &str) -> Option<Diagnostic> {
    let (_, rest) = text.split_once("![")?;
    let (_, rest) = rest.split_once("](")?;
    let (name, _) = rest.split_once(')')?;
    let name = name.trim();
    (is_picture(name) && name.contains(' ')).then(|| {
        let shown = printable(name);
        let message = format!("`{shown}` is shown as text, not as a photo: its name has a blank");
        Diagnostic::warning("photo-as-text", message)
            .hint(format!("put the name between `<` and `>`: ![…](<{shown}>)"))
    })
}

impl Fields<'_, '_, '_> {
    /// A photo of the kit.
    pub(super) fn photo(&mut self, key: &'static str, about: &str) -> Option<PhotoRef> {
        let path = self.text(key, 400, about)?;
        self.reading().photo(&path)
    }
}

/// `[[photos]]`
pub(super) fn photo_note(f: &mut Fields<'_, '_, '_>) -> Option<PhotoNote> {
    let place = f.place();
    let file = f.photo("file", "A photo in the folder photos: photos/portrait.jpg");
    let file = f.required("file", file);
    let alt = f.text(
        "alt",
        400,
        "What the photo shows, for those who cannot see it",
    );
    let decorative = f.flag(
        "decorative",
        "The photo only decorates: it is passed over by screen readers",
    );
    if let (Some(alt), true) = (&alt, decorative) {
        f.say(
            Diagnostic::warning("alt-and-decorative", "a decorative photo has no `alt`")
                .at(alt.span)
                .hint("take out one of the two"),
        );
    }
    let focus = f.pair(
        "focus",
        0..=100,
        "The point that matters, in percent from the left and the top",
    );
    let note = PhotoNote {
        alt: alt.map(|alt| alt.value),
        decorative,
        credit: f.text("credit", 200, "Who took it").map(|t| t.value),
        licence: f
            .text("licence", 200, "The licence it is used under")
            .map(|t| t.value),
        focus: focus.map(|focus| (focus.value.0 as u8, focus.value.1 as u8)),
        gallery: f.flag("gallery", "It belongs to the gallery"),
        download: f.flag("download", "Brands may download it"),
        file: file?,
        span: place,
    };
    Some(note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_that_is_text_is_told() {
        fn check(text: &str, expected: bool) {
            assert_eq!(photo_as_text(text).is_some(), expected, "{text}");
        }
        check("![pan](photos/my pan.jpg)", true);
        check("see ![pan](photos/my pan.jpg) there", true);
        check("![pan](photos/my pan", false);
        check("![pan](what I mean)", false);
        check("[pan](photos/pan.jpg)", false);
        check("", false);
    }

    #[test]
    fn pictures_go_by_the_ending() {
        fn check(name: &str, expected: bool) {
            assert_eq!(is_picture(name), expected, "{name}");
        }
        check("a.JPEG", true);
        check("a.b.webp", true);
        check("a.jfif", true);
        check("a.HEIC", true);
        check("a.jpg~", false);
        check("a.mp4", false);
        check("jpg", false);
    }
}
