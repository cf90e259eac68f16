//! A theme's folder: that of a kit, or one by itself.

use super::MEGABYTE;
use super::reading::Reading;
use crate::disk::IoError;
use crate::source::{Refusal, Sources};
use std::path::Path;

/// The endings of a theme's texts. Whatever else lies there is not read, so it is not published.
const TEXTS: [&str; 4] = ["css", "html", "toml", "typ"];

/// How long each may be in bytes.
const LONGEST: u64 = MEGABYTE;

/// How long a font may be in bytes.
const LARGEST: u64 = 16 * MEGABYTE;

/// Reads the theme in `folder` as if it were the `theme/` of a kit that has nothing else.
pub fn read_theme(folder: &Path) -> Result<Sources, IoError> {
    let mut reading = Reading::open(folder)?;
    reading.theme(".")?;
    let inside = |path: &str| path.replacen('.', "theme", 1);
    let mut sources = Sources::new();
    for refusal in reading.sources.refusals() {
        sources.refuse(Refusal {
            path: inside(&refusal.path),
            ..refusal.clone()
        });
    }
    for (path, bytes) in reading.sources.fonts() {
        sources.add_font(inside(path), bytes.to_vec());
    }
    for (path, text) in reading.texts {
        sources.add_decoded(inside(&path), text);
    }
    Ok(sources)
}

impl Reading<'_> {
    /// Reads the theme in `folder`: its texts, the originals of blocks that were copied, its fonts.
    pub(super) fn theme(&mut self, folder: &str) -> Result<(), IoError> {
        for folder in [folder.to_string(), format!("{folder}/originals")] {
            for extension in TEXTS {
                for path in self.files_in(&folder, extension)? {
                    self.text(&path, LONGEST)?;
                }
            }
        }
        for path in self.files_in(&format!("{folder}/fonts"), "ttf")? {
            if let Some(bytes) = self.bytes(&path, LARGEST)? {
                self.sources.add_font(path, bytes);
            }
        }
        Ok(())
    }
}
