//! `[[photos]]` and the photos that other tables name.

use crate::source::{Photo, Span};
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
