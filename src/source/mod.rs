//! The ground state: the creator's files as they were read, and places in them.
//!
//! `disk` turns a folder into [`Sources`]; everything after looks at nothing else. This module
//! knows no format of any file beyond how bytes are letters and how CSV is cut into cells.

pub mod csv;
mod delimiter;
mod diagnostic;
pub mod encoding;
pub mod formula;
mod leash;
mod span;
mod suggest;

pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use leash::Leash;
pub use span::{Position, Span, Spanned, line_of, line_starts, position};
pub use suggest::nearest;

use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which file of [`Sources`] something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// The id of no file, for reading what is in none.
    pub fn none() -> FileId {
        FileId(u32::MAX)
    }
}

/// A text file of the kit.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its path in the kit, with `/` between the parts.
    pub path: String,
    /// Its content: UTF-8, without a byte order mark, line ends as they were.
    pub text: String,
    /// How the file is written.
    pub letters: encoding::Letters,
}

/// A photo of the kit: what must be known of it to name and size everything made of it. Its
/// pixels are read only by the job that needs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Its path in the kit, with `/` between the parts.
    pub path: String,
    /// BLAKE3 of its bytes.
    pub content: [u8; 32],
    /// Its width in pixels, after orientation.
    pub width: u32,
    /// Its height in pixels, after orientation.
    pub height: u32,
    /// Whether a pixel of it may be transparent.
    pub transparent: bool,
}

/// A file that is there and cannot be used, with the reason in the creator's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its path in the kit.
    pub path: String,
    /// The rule that refused it, such as `photo-incomplete`.
    pub rule: &'static str,
    /// What is wrong, as it reads after the file's name: "is cut short: …".
    pub message: String,
    /// What to do next.
    pub hint: String,
}

/// Every input of one build.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: Vec<Text>,
    photos: BTreeMap<String, Arc<Photo>>,
    fonts: BTreeMap<String, Arc<[u8]>>,
    refused: BTreeMap<String, Refusal>,
}

impl Sources {
    /// An empty kit.
    pub fn new() -> Sources {
        Sources::default()
    }

    /// Adds a text. Texts are looked at in the order of their paths, whatever order they come in
    /// here, so add them sorted: file ids follow that order.
    pub fn add_text(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let text = text.into();
        let letters = encoding::Letters::Utf8;
        let decoded = encoding::Decoded { text, letters };
        self.add_decoded(path, decoded)
    }

    /// [`Sources::add_text`] with what is known of how the text was written.
    pub fn add_decoded(&mut self, path: impl Into<String>, decoded: encoding::Decoded) -> FileId {
        self.texts.push(Text {
            path: path.into(),
            text: decoded.text,
            letters: decoded.letters,
        });
        FileId(self.texts.len() as u32 - 1)
    }

    /// The same with other `texts`, by path, in place of those there are or beside them.
    pub fn with_texts(&self, texts: &BTreeMap<String, String>) -> Sources {
        let own = self.texts.iter().cloned();
        let new = texts.iter().map(|(path, text)| Text {
            path: path.clone(),
            text: text.clone(),
            letters: encoding::Letters::Utf8,
        });
        let all: BTreeMap<_, _> = own
            .chain(new)
            .map(|text| (text.path.clone(), text))
            .collect();
        Sources {
            texts: all.into_values().collect(),
            photos: self.photos.clone(),
            fonts: self.fonts.clone(),
            refused: self.refused.clone(),
        }
    }

    /// The same with the texts and the fonts of `other` beside its own.
    pub fn over(&self, other: &Sources) -> Sources {
        let texts = self.texts.iter().chain(&other.texts).cloned();
        let texts: BTreeMap<_, _> = texts.map(|text| (text.path.clone(), text)).collect();
        let mut both = self.clone();
        both.texts = texts.into_values().collect();
        both.fonts.extend(other.fonts.clone());
        both.refused.extend(other.refused.clone());
        both
    }

    /// Adds a photo.
    pub fn add_photo(&mut self, photo: Photo) {
        self.photos.insert(photo.path.clone(), Arc::new(photo));
    }

    /// Adds a font of the kit's own.
    pub fn add_font(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.fonts.insert(path.into(), bytes.into());
    }

    /// Adds a file that cannot be used. A photo at its path is none any more.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.photos.remove(&refusal.path);
        self.refused.insert(refusal.path.clone(), refusal);
    }

    /// The text of `file`.
    pub fn text(&self, file: FileId) -> &Text {
        &self.texts[file.0 as usize]
    }

    /// All texts, in the order of their ids.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter()
    }

    /// The text at `path`, if there is one.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.texts.iter().position(|text| text.path == path)?;
        Some(FileId(index as u32))
    }

    /// All texts directly inside `folder` whose names end in `.extension`, by path.
    pub fn texts_in<'a>(
        &'a self,
        folder: &'a str,
        extension: &'a str,
    ) -> impl Iterator<Item = FileId> + 'a {
        let inside = move |path: &str| {
            path.strip_prefix(folder)
                .and_then(|rest| rest.strip_prefix('/'))
                .and_then(|name| name.strip_suffix(extension))
                .and_then(|stem| stem.strip_suffix('.'))
                .is_some_and(|stem| !stem.is_empty() && !stem.contains('/'))
        };
        (0..self.texts.len())
            .filter(move |&index| inside(&self.texts[index].path))
            .map(|index| FileId(index as u32))
    }

    /// The photo at `path`, if there is one and it can be used.
    pub fn photo(&self, path: &str) -> Option<&Arc<Photo>> {
        self.photos.get(path)
    }

    /// The paths of all photos that hold the same as the one at `path`: its own, and those of
    /// copies of it. None if there is no photo.
    pub fn copies(&self, path: &str) -> Vec<String> {
        let Some(photo) = self.photos.get(path) else {
            return Vec::new();
        };
        let same = self.photos().filter(|one| one.content == photo.content);
        same.map(|one| one.path.clone()).collect()
    }

    /// All photos that can be used, by path.
    pub fn photos(&self) -> impl Iterator<Item = &Arc<Photo>> {
        self.photos.values()
    }

    /// The bytes of the kit's own fonts, by path.
    pub fn fonts(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.fonts
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Why the file at `path` cannot be used, if that is so.
    pub fn refusal(&self, path: &str) -> Option<&Refusal> {
        self.refused.get(path)
    }

    /// All files that cannot be used, by path.
    pub fn refusals(&self) -> impl Iterator<Item = &Refusal> {
        self.refused.values()
    }
}

/// For whom a build is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// For everybody: what is `brand` or `never` is left out.
    #[default]
    Public,
    /// For the brand of `brands/NAME.toml`: with what that says, and what is `brand`. A kit without
    /// such a file gives nothing.
    Brand(String),
}

/// Overrides from outside; what is `None` comes from the kit.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the build is made for. It decides what is stale, embargoed, expired or still
    /// ahead, and nothing else.
    pub today: Date,
    /// Where the site will be published.
    pub base_url: Option<url::Url>,
    /// Who may see the result.
    pub audience: Audience,
    /// Whether PDFs are made, where the kit asks for them.
    pub pdf: bool,
    /// By which whoever waits for it can put an end to it.
    pub leash: Leash,
}
