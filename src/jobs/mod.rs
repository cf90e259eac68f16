//! Slow work as values.

pub mod picture;

use crate::kit::Format;
use crate::source::Photo;
use std::fmt;
use std::sync::Arc;

/// Work to do later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// A picture made of a photo.
    Picture(Picture),
}

impl Job {
    /// What names the file it makes.
    pub fn key(&self) -> Key {
        let Job::Picture(picture) = self;
        let recipe = format!(
            "{:?} {:?} {} {} {:?}",
            picture.photo.content, picture.crop, picture.width, picture.height, picture.format
        );
        let hash = blake3::hash(recipe.as_bytes());
        Key(u64::from_be_bytes(
            hash.as_bytes()[..8].try_into().unwrap_or_default(),
        ))
    }
}

/// A picture made of a photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The photo.
    pub photo: Arc<Photo>,
    /// The part of it.
    pub crop: Option<Crop>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Format.
    pub format: Format,
    /// How hard to try.
    pub effort: Effort,
}

/// A part of a photo, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crop {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// For publishing.
    Best,
    /// For the preview.
    Quick,
}

/// A job's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u64);

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
