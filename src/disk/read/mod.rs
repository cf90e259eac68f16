//! A kit's folder to [`Sources`].
//!
//! What is read is an allow-list: the texts of a kit, and pictures in `photos/`. Anything else in
//! the folder, and all that is hidden, is none of our business. Photos are looked at by the
//! caller, who may know them already.

mod photos;
mod reading;
mod theme;

pub use photos::{DEEPEST, Look, MOST_NAMES, PHOTO_FOLDER, PhotoFile};
pub use theme::read_theme;

use super::IoError;
use super::door::{self, Shut};
use crate::source::Sources;
use reading::Reading;
use std::io::{self, Read};
use std::path::Path;

/// The texts at the root of a kit, and how long each may be in bytes.
pub const TEXTS: &[(&str, u64)] = &[
    ("profile.toml", MEGABYTE),
    ("story.md", 2 * MEGABYTE),
    ("metrics.csv", 32 * MEGABYTE),
];

/// The folders of texts, the ending of their files, and how long each may be in bytes.
pub const TEXT_FOLDERS: &[(&str, &str, u64)] = &[
    ("brands", "toml", MEGABYTE),
    ("collaborations", "md", 2 * MEGABYTE),
    ("metrics", "csv", 32 * MEGABYTE),
];

const MEGABYTE: u64 = 1_000_000;

/// Every folder of a kit that is read, now or by a later version.
pub const FOLDERS: &[&str] = &["brands", "collaborations", "metrics", PHOTO_FOLDER, "theme"];

/// Reads the kit in the folder `kit`. Each picture is given to `photos`, by path; that a picture
/// cannot be used is a [`crate::source::Refusal`], as everything that is wrong with a single file.
///
/// A missing file is no error here: the kit's parser knows which are needed.
pub fn read(kit: &Path, photos: &mut Look<'_>) -> Result<Sources, IoError> {
    let mut reading = Reading::open(kit)?;
    for &(path, limit) in TEXTS {
        reading.text(path, limit)?;
    }
    for &(folder, extension, limit) in TEXT_FOLDERS {
        for path in reading.files_in(folder, extension)? {
            reading.text(&path, limit)?;
        }
    }
    reading.theme("theme")?;
    reading.photo_folder(PHOTO_FOLDER, 1, photos)?;

    let mut sources = reading.sources;
    for (path, text) in reading.texts {
        sources.add_decoded(path, text);
    }
    Ok(sources)
}

/// The bytes of one file of the kit, read again through the same door: for the job that needs a
/// photo.
pub fn reread(kit: &Path, path: &str) -> Result<Vec<u8>, IoError> {
    let failed = |error| IoError::new("read", kit.join(path), error);
    let mut file = match door::open(kit)?.file(path) {
        Ok((file, _)) => file,
        Err(Shut::Io(error)) => return Err(failed(error)),
        Err(Shut::Missing | Shut::Broken) => return Err(failed(io::ErrorKind::NotFound.into())),
        Err(Shut::Denied | Shut::Outside) => {
            return Err(failed(io::ErrorKind::PermissionDenied.into()));
        }
        Err(Shut::OtherKind) => return Err(failed(io::ErrorKind::IsADirectory.into())),
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Photo, Refusal};
    use std::fs::{self, File};
    use tempfile::TempDir;

    /// A kit of these files: path and content.
    fn kit(files: &[(&str, &[u8])]) -> TempDir {
        let kit = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = kit.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        kit
    }

    fn look(photo: PhotoFile<'_>) -> Result<Result<Photo, Refusal>, IoError> {
        Ok(Ok(Photo {
            path: photo.path.to_string(),
            content: [0; 32],
            width: photo.metadata.len() as u32,
            height: 1,
            transparent: false,
        }))
    }

    /// All that was read, one thing a line.
    fn listed(kit: &Path) -> Vec<String> {
        let sources = read(kit, &mut look).unwrap();
        let mut lines = Vec::new();
        let mut id = 0;
        for (folder, extension) in [("collaborations", "md"), ("metrics", "csv")] {
            let inside = sources.texts_in(folder, extension);
            lines.extend(inside.map(|file| format!("text {}", sources.text(file).path)));
        }
        for (path, _) in TEXTS {
            if let Some(file) = sources.find(path) {
                lines.push(format!("text {path} {:?}", sources.text(file).text));
                id += 1;
            }
        }
        assert!(id <= TEXTS.len());
        lines.extend(
            sources
                .photos()
                .map(|photo| format!("photo {}", photo.path)),
        );
        lines.extend(
            sources
                .refusals()
                .map(|refusal| format!("{} {}: {}", refusal.rule, refusal.path, refusal.message)),
        );
        lines
    }

    fn check(files: &[(&str, &[u8])], expected: &[&str]) {
        assert_eq!(listed(kit(files).path()), expected);
    }

    #[test]
    fn an_allow_list_is_read() {
        check(&[], &[]);
        check(
            &[
                ("profile.toml", b"\xef\xbb\xbfa = 1"),
                ("story.md", b"# A"),
                ("metrics.csv", b"date"),
                ("metrics/youtube.csv", b""),
                ("metrics/notes.txt", b""),
                ("collaborations/b.md", b""),
                ("collaborations/a.md", b""),
                ("collaborations/.draft.md", b""),
                ("collaborations/a.md~", b""),
                ("collaborations/more/c.md", b""),
                ("photos/hero.jpg", b"1"),
                ("photos/2026/May/walk.PNG", b"1"),
                ("photos/.hidden.jpg", b"1"),
                ("photos/raw.heic", b"1"),
                ("photos/CREDITS.md", b""),
                ("hero.jpg", b"1"),
                (".env", b"secret"),
                ("theme/theme.toml", b""),
                ("site/index.html", b""),
            ],
            &[
                "text collaborations/a.md",
                "text collaborations/b.md",
                "text metrics/youtube.csv",
                "text profile.toml \"a = 1\"",
                "text story.md \"# A\"",
                "text metrics.csv \"date\"",
                "photo photos/2026/May/walk.PNG",
                "photo photos/hero.jpg",
                "photo photos/raw.heic",
            ],
        );
    }

    #[test]
    fn texts_are_numbered_by_path() {
        let kit = kit(&[
            ("story.md", b""),
            ("metrics/a.csv", b""),
            ("metrics.csv", b""),
            ("profile.toml", b""),
            ("collaborations/z.md", b""),
        ]);
        let sources = read(kit.path(), &mut look).unwrap();
        let order = [
            "collaborations/z.md",
            "metrics.csv",
            "metrics/a.csv",
            "profile.toml",
            "story.md",
        ];
        let mut files: Vec<_> = order.iter().map(|path| sources.find(path)).collect();
        assert!(files.iter().all(Option::is_some));
        let in_order = files.clone();
        files.sort();
        assert_eq!(files, in_order);
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        check(
            &[
                ("profile.toml", b"\xff\xfea\0"),
                ("story.md/oops", b""),
                ("collaborations/A.MD", b""),
                ("metrics", b"not a folder"),
                ("photos/folder.jpg/c.jpg", b""),
                ("photos/1/2/3/4/5/6/7/8/d.jpg", b""),
            ],
            &[
                "file-name collaborations/A.MD: ends in `.MD`",
                "not-a-file metrics: is not a folder",
                "folder-depth photos/1/2/3/4/5/6/7/8: lies more than 8 folders deep",
                "not-a-file photos/folder.jpg: is not a file",
                "encoding profile.toml: is UTF-16, not UTF-8",
                "not-a-file story.md: is not a file",
            ],
        );
    }

    #[test]
    fn sizes_are_checked() {
        let kit = kit(&[("profile.toml", b"")]);
        let grow = |path: &str, length| {
            let file = File::options().write(true).open(kit.path().join(path));
            file.unwrap().set_len(length).unwrap();
        };
        grow("profile.toml", 1_000_001);
        assert_eq!(
            listed(kit.path()),
            ["too-large profile.toml: has 2 MB, more than 1 MB"]
        );
    }

    #[test]
    #[cfg(unix)]
    fn odd_names_and_links_are_named() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;
        let outer = kit(&[
            ("kit/profile.toml", b""),
            ("kit/photos/real.jpg", b"1"),
            ("elsewhere/secret.jpg", b"1"),
            ("elsewhere/story.md", b""),
        ]);
        let kit = outer.path().join("kit");
        let photos = kit.join("photos");
        symlink("../elsewhere/story.md", kit.join("story.md")).unwrap();
        symlink("real.jpg", photos.join("again.jpg")).unwrap();
        symlink("gone.jpg", photos.join("broken.jpg")).unwrap();
        symlink("../../elsewhere/secret.jpg", photos.join("out.jpg")).unwrap();
        symlink("../../elsewhere", photos.join("outer")).unwrap();
        fs::write(photos.join(OsStr::from_bytes(b"caf\xe9.jpg")), "").unwrap();
        assert_eq!(
            listed(&kit),
            [
                "text profile.toml \"\"",
                "photo photos/again.jpg",
                "photo photos/real.jpg",
                "broken-link photos/broken.jpg: is a link that leads nowhere",
                "file-name photos/caf\u{fffd}.jpg: has a name that is not UTF-8",
                "outside-kit photos/out.jpg: is a link that leads out of the kit",
                "outside-kit photos/outer: is a link that leads out of the kit",
                "outside-kit story.md: is a link that leads out of the kit",
            ]
        );
    }

    #[test]
    #[cfg(unix)]
    fn links_in_circles_end() {
        let kit = kit(&[("photos/a.jpg", b"1")]);
        std::os::unix::fs::symlink("../photos", kit.path().join("photos/again")).unwrap();
        std::os::unix::fs::symlink("../photos", kit.path().join("photos/and-again")).unwrap();
        let sources = read(kit.path(), &mut look).unwrap();
        assert!(sources.photo("photos/a.jpg").is_some());
        assert!(sources.refusals().any(|r| r.rule == "folder-depth"));
    }

    #[test]
    fn a_kit_must_be_a_folder() {
        fn check(kit: &Path, expected: &str) {
            let error = read(kit, &mut look).unwrap_err();
            let line = error.to_string();
            assert!(line.starts_with("cannot open the kit `"), "{line}");
            assert!(line.ends_with(expected), "{line}");
        }
        let folder = kit(&[("file", b"")]);
        check(&folder.path().join("gone"), ": it does not exist");
        check(&folder.path().join("file"), ": it is not a folder");
    }

    #[test]
    fn a_photo_is_opened_again_by_the_same_door() {
        let kit = kit(&[("photos/a.jpg", b"bytes")]);
        assert_eq!(reread(kit.path(), "photos/a.jpg").unwrap(), b"bytes");
        assert!(reread(kit.path(), "../a.jpg").is_err());
        assert!(reread(kit.path(), "photos").is_err());
    }
}
