//! The pictures in `photos/`: found, named as what they are, and given to the caller.

use super::{MEGABYTE, Reading};
use crate::disk::IoError;
use crate::disk::door::Shut;
use crate::source::{Photo, Refusal};
use std::fs::{File, Metadata};

/// The folder of pictures.
pub const PHOTO_FOLDER: &str = "photos";
const PHOTO_LIMIT: u64 = 200 * MEGABYTE;

/// How deep folders in `photos/` may lie in each other, and how many names they may hold in all:
/// links to folders can make endless ones.
pub const DEEPEST: usize = 8;
/// See [`DEEPEST`].
pub const MOST_NAMES: usize = 20_000;

/// A picture file of the kit, found and not looked at yet.
pub struct PhotoFile<'a> {
    /// Its path in the kit, with `/` between the parts.
    pub path: &'a str,
    /// The file, opened for reading and at its start.
    pub file: &'a File,
    /// What the file system knows of it; its length is within the limit.
    pub metadata: &'a Metadata,
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
            match PictureKind::of(&name) {
                Some(PictureKind::Photo) => self.photo(&path, photos)?,
                Some(PictureKind::Unusable(hint)) => self.refuse(
                    &path,
                    "photo-format",
                    "is not a JPEG, PNG or WebP file".to_string(),
                    hint,
                ),
                None if entry.may_be_folder => self.photo_folder(&path, depth + 1, photos)?,
                None => {}
            }
        }
        Ok(())
    }

    fn photo(&mut self, path: &str, photos: &mut Look<'_>) -> Result<(), IoError> {
        let (file, metadata) = match self.door.file(path) {
            Ok(opened) => opened,
            Err(shut) => return self.shut(path, "a file", shut),
        };
        if metadata.len() > PHOTO_LIMIT {
            self.too_large(path, metadata.len(), PHOTO_LIMIT);
            return Ok(());
        }
        let looked_at = photos(PhotoFile {
            path,
            file: &file,
            metadata: &metadata,
        })?;
        match looked_at {
            Ok(photo) => self.sources.add_photo(photo),
            Err(refusal) => self.sources.refuse(refusal),
        }
        Ok(())
    }
}

/// Whether a file of this name in `photos/` is read, or refused for the kind of picture it is.
pub fn is_picture(name: &str) -> bool {
    PictureKind::of(name).is_some()
}

/// What the ending of a name in `photos/` says.
#[derive(Debug, PartialEq)]
enum PictureKind {
    Photo,
    /// A picture we do not read, with the way to one that we do.
    Unusable(&'static str),
}

impl PictureKind {
    fn of(name: &str) -> Option<PictureKind> {
        let (_, ending) = name.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "png" | "webp" => PictureKind::Photo,
            "heic" | "heif" => PictureKind::Unusable(
                "export it as JPEG; an iPhone takes JPEG itself with Settings > Camera > Formats > \
                 Most Compatible",
            ),
            "gif" => PictureKind::Unusable("export the best moment of it as JPEG or PNG"),
            "svg" => PictureKind::Unusable("export it as PNG, at least 1600 pixels wide"),
            "avif" | "tif" | "tiff" | "bmp" => {
                PictureKind::Unusable("open it in any photo program and export it as JPEG")
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picture_kinds_go_by_the_ending() {
        fn check(name: &str, photo: Option<bool>) {
            let kind = PictureKind::of(name).map(|kind| kind == PictureKind::Photo);
            assert_eq!(kind, photo, "{name}");
        }
        check("a.JPEG", Some(true));
        check("a.b.webp", Some(true));
        check("a.HEIC", Some(false));
        check("a.jpg~", None);
        check("jpg", None);
    }
}
