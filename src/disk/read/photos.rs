//! The pictures in `photos/`: found, opened, and given to the caller.

use super::reading::Reading;
use crate::disk::IoError;
use crate::disk::door::Shut;
use crate::kit::is_picture;
use crate::source::{Photo, Refusal};
use std::cell::Cell;
use std::fs::{File, Metadata};
use std::io;

/// The folder of pictures.
pub const PHOTO_FOLDER: &str = "photos";

/// How deep folders in `photos/` may lie in each other, and how many names they may hold in all:
/// links to folders can make endless ones.
pub const DEEPEST: usize = 8;
/// See [`DEEPEST`].
pub const MOST_NAMES: usize = 20_000;

/// A picture file of the kit, found and not looked at yet.
pub struct PhotoFile<'a> {
    /// Its path in the kit, with `/` between the parts.
    pub path: &'a str,
    /// What the file system knows of it.
    pub metadata: &'a Metadata,
    /// Opens it for reading.
    pub open: &'a dyn Fn() -> Result<File, IoError>,
}

/// What looks at each picture: says what it is, or why it cannot be used.
pub type Look<'a> = dyn FnMut(PhotoFile<'_>) -> Result<Result<Photo, Refusal>, IoError> + 'a;

impl Reading<'_> {
    /// Reads the pictures in `folder`, which lies `depth` folders deep, and in its folders.
    pub(super) fn photo_folder(
        &mut self,
        folder: &str,
        depth: usize,
        photos: &mut Look<'_>,
    ) -> Result<(), IoError> {
        if depth > DEEPEST {
            self.refuse(
                folder,
                "folder-depth",
                format!("lies more than {DEEPEST} folders deep"),
                "move the photos up; a link in there may lead back to a folder above it",
            );
            return Ok(());
        }
        let names = match self.door.names(folder) {
            Ok(names) => names,
            // Only the walk down looks for a folder in what may as well be a file.
            Err(Shut::OtherKind) if depth > 1 => return Ok(()),
            Err(shut) => return self.shut(folder, "a folder", shut),
        };
        for entry in names {
            self.names += 1;
            if self.names > MOST_NAMES {
                self.refuse(
                    PHOTO_FOLDER,
                    "folder-size",
                    format!("holds more than {MOST_NAMES} files"),
                    "keep only the photos of this kit in it",
                );
                return Ok(());
            }
            let Some(name) = self.readable(folder, entry.name) else {
                continue;
            };
            let path = format!("{folder}/{name}");
            if is_picture(&name) {
                self.photo(&path, photos)?;
            } else if entry.may_be_folder {
                self.photo_folder(&path, depth + 1, photos)?;
            }
        }
        Ok(())
    }

    fn photo(&mut self, path: &str, photos: &mut Look<'_>) -> Result<(), IoError> {
        let metadata = match self.door.sight(path) {
            Ok(metadata) => metadata,
            Err(shut) => return self.shut(path, "a file", shut),
        };
        let not_opened = Cell::new(None);
        let looked_at = photos(PhotoFile {
            path,
            metadata: &metadata,
            open: &|| match self.door.file(path) {
                Ok((file, _)) => Ok(file),
                Err(shut) => {
                    not_opened.set(Some(shut));
                    let error = io::ErrorKind::Other.into();
                    Err(IoError::new("read", self.kit.join(path), error))
                }
            },
        });
        if let Some(shut) = not_opened.into_inner() {
            return self.shut(path, "a file", shut);
        }
        match looked_at? {
            Ok(photo) => self.sources.add_photo(photo),
            Err(refusal) => self.sources.refuse(refusal),
        }
        Ok(())
    }
}
