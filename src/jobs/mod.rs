//! Slow work, written down as values: bytes in, bytes out.
//!
//! A page names a picture or a font before it exists, by the [`Key`] of the [`Job`] that makes it. Equal
//! jobs give equal bytes, whatever else is made beside them and on however many threads, so a
//! result can be kept by its key and taken from there by any other kit. Nothing here knows where
//! photos are read from or where results are kept: that is the store's business.

mod colour;
mod cut;
mod fault;
mod font;
mod foreign;
mod jpeg;
mod kind;
mod picture;
mod png;
mod probe;
#[cfg(test)]
pub(crate) mod sample;
mod typeset;
mod webp;
mod writing;

pub use cut::{Crop, Cut, plan};
pub use fault::Fault;
pub use font::{Font, beyond_ascii, covered, font};
pub use foreign::HEAD;
pub use kind::may_be_photo;
pub use picture::{Pixels, decode, encode, grey, transparent};
pub use probe::{Probe, probe, weight};
pub use typeset::{CAN_TYPESET, Document, Paper, Template, Typeset, missing, printable, typeset};

use crate::kit::Format;
use crate::source::Photo;
use std::fmt;
use std::sync::Arc;

/// Everything that pictures are made with. A new version of any of them may make other bytes of
/// the same recipe, so it is part of every key; the number in front counts changes of our own.
const MAKERS: &str = "4 zune-jpeg 0.5.15, png 0.18.1, image-webp 0.2.4, image 0.25.10, \
                      moxcms 0.9.2, fast_image_resize 6.1.0, mozjpeg-sys 2.2.3, \
                      libwebp-sys 0.9.6, ravif 0.13.0, rav1e 0.8.1";

/// A piece of slow work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// A picture made of a photo.
    Picture(Picture),
    /// A font with the characters that pages use.
    Font(Font),
    /// A document or a card, set by Typst.
    Typeset(Typeset),
}

/// One file made of a photo: upright, in sRGB, with nothing in it but pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The photo.
    pub photo: Arc<Photo>,
    /// The part of it to show; `None` for all of it.
    pub crop: Option<Crop>,
    /// The picture's width in pixels.
    pub width: u32,
    /// The picture's height in pixels.
    pub height: u32,
    /// The kind of file.
    pub format: Format,
    /// How long to look for a smaller file.
    pub effort: Effort,
}

/// How long an encoder may look for a smaller file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// For what is published: about twice the work for a twentieth fewer bytes.
    Best,
    /// For a preview.
    Quick,
}

/// The name of a job and of its result: 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 8]);

impl Key {
    /// The key of what was hashed.
    fn of(hasher: &blake3::Hasher) -> Key {
        let mut key = [0; 8];
        key.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        Key(key)
    }

    /// The key of what has this BLAKE3 hash.
    pub fn of_hash(hash: &[u8; 32]) -> Key {
        let mut key = [0; 8];
        key.copy_from_slice(&hash[..8]);
        Key(key)
    }

    /// The key as bytes.
    pub fn bytes(&self) -> &[u8; 8] {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Job {
    /// What names the job: all that decides its bytes, and nothing else. A photo counts by its
    /// content, not by its name.
    pub fn key(&self) -> Key {
        match self {
            Job::Picture(picture) => picture.key(),
            Job::Font(font) => font.key(),
            Job::Typeset(document) => document.key(),
        }
    }
}

/// What names whether anything can be made of a photo: its content, and what would read it.
pub fn proof(photo: &Photo) -> Key {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"pitchkit proof ");
    hasher.update(MAKERS.as_bytes());
    hasher.update(&photo.content);
    Key::of(&hasher)
}

impl Picture {
    /// The part of the photo and the size it is shown at.
    pub fn cut(&self) -> Cut {
        Cut {
            crop: self.crop,
            width: self.width,
            height: self.height,
        }
    }

    fn key(&self) -> Key {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"pitchkit picture ");
        hasher.update(MAKERS.as_bytes());
        hasher.update(&self.photo.content);
        // Every field has a fixed length, so no two recipes can read the same.
        let (given, crop) = match self.crop {
            Some(crop) => (1, crop),
            None => (0, Crop::default()),
        };
        hasher.update(&[
            given,
            match self.format {
                Format::Jpeg => 1,
                Format::Webp => 2,
                Format::Avif => 3,
            },
            match self.effort {
                Effort::Best => 1,
                Effort::Quick => 2,
            },
        ]);
        for number in [
            crop.x,
            crop.y,
            crop.width,
            crop.height,
            self.width,
            self.height,
        ] {
            hasher.update(&number.to_le_bytes());
        }
        Key::of(&hasher)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn picture() -> Picture {
        Picture {
            photo: Arc::new(Photo {
                path: "photos/a.jpg".to_owned(),
                content: [7; 32],
                width: 4000,
                height: 3000,
                transparent: false,
            }),
            crop: None,
            width: 960,
            height: 720,
            format: Format::Jpeg,
            effort: Effort::Best,
        }
    }

    #[test]
    fn a_key_is_what_it_always_was() {
        // Changes only with MAKERS or the layout of the hashed fields.
        assert_eq!(
            Job::Picture(picture()).key().to_string(),
            "f3a1ba9b7ccf12cb"
        );
    }

    #[test]
    fn a_key_is_of_all_that_decides_the_bytes() {
        let crop = |x, y, width, height| {
            Some(Crop {
                x,
                y,
                width,
                height,
            })
        };
        let other_photo = Arc::new(Photo {
            content: [8; 32],
            ..(*picture().photo).clone()
        });
        let all = [
            picture(),
            Picture {
                photo: other_photo,
                ..picture()
            },
            Picture {
                width: 961,
                ..picture()
            },
            Picture {
                height: 721,
                ..picture()
            },
            Picture {
                format: Format::Webp,
                ..picture()
            },
            Picture {
                format: Format::Avif,
                ..picture()
            },
            Picture {
                effort: Effort::Quick,
                ..picture()
            },
            Picture {
                crop: crop(0, 0, 0, 0),
                ..picture()
            },
            Picture {
                crop: crop(1, 0, 2, 3),
                ..picture()
            },
            Picture {
                crop: crop(0, 1, 2, 3),
                ..picture()
            },
            Picture {
                crop: crop(0, 1, 3, 2),
                ..picture()
            },
        ];
        let keys: BTreeSet<Key> = all.iter().map(Picture::key).collect();
        assert_eq!(keys.len(), all.len());

        let renamed = Picture {
            photo: Arc::new(Photo {
                path: "photos/b.jpg".to_owned(),
                ..(*picture().photo).clone()
            }),
            ..picture()
        };
        assert_eq!(renamed.key(), picture().key());
    }

    #[test]
    fn the_makers_are_those_that_are_built_in() {
        let lock = include_str!("../../Cargo.lock");
        for makers in [MAKERS, font::MAKERS, typeset::MAKERS] {
            let makers = makers.split_once(' ').expect("a number stands in front").1;
            for maker in makers.split(", ") {
                let (name, version) = maker.split_once(' ').expect("a name and a version");
                let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
                assert!(lock.contains(&entry), "{maker}");
            }
        }
    }
}
