//! The key file of a kit: read and written for its owner alone.

use super::IoError;
use super::door::{self, Shut};
use super::durable::flush_folder;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// The name of the file in a kit's folder.
pub const KEY_FILE: &str = "brand-keys.toml";

/// What is longer than this in bytes is no key file.
const LONGEST: u64 = 1_000_000;

/// The key file of a kit.
#[derive(Debug)]
pub struct KeyFile {
    /// What it says.
    pub text: String,
    /// Whether others on this machine may read it.
    pub is_open: bool,
}

/// Reads the key file of the kit in the folder `kit`; `None` where there is none.
pub fn read_keys(kit: &Path) -> Result<Option<KeyFile>, IoError> {
    let failed = |error| IoError::new("read", kit.join(KEY_FILE), error);
    let (file, metadata) = match door::open(kit)?.file(KEY_FILE) {
        Ok(found) => found,
        Err(Shut::Missing) => return Ok(None),
        Err(Shut::Io(error)) => return Err(failed(error)),
        Err(Shut::Denied | Shut::Outside | Shut::Broken) => {
            return Err(failed(ErrorKind::PermissionDenied.into()));
        }
        Err(Shut::OtherKind) => return Err(failed(ErrorKind::IsADirectory.into())),
    };
    let mut text = String::new();
    let read = file.take(LONGEST + 1).read_to_string(&mut text);
    if read.map_err(failed)? as u64 > LONGEST {
        return Err(failed(ErrorKind::FileTooLarge.into()));
    }
    Ok(Some(KeyFile {
        text,
        is_open: is_open(&metadata),
    }))
}

/// Writes the key file of the kit in the folder `kit`, whole or not at all.
pub fn write_keys(kit: &Path, text: &str) -> Result<(), IoError> {
    let path = kit.join(KEY_FILE);
    let draft = kit.join(format!(".{KEY_FILE}.{}", std::process::id()));
    let write = || {
        let mut file = private(&draft)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&draft, &path)?;
        flush_folder(kit)
    };
    write().map_err(|error| {
        // What is half written is of no use to anybody.
        let _ = fs::remove_file(&draft);
        IoError::new("write", &path, error)
    })
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(unix)]
fn is_open(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open(_: &fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_for_their_owner() {
        let kit = tempfile::tempdir().unwrap();
        assert!(read_keys(kit.path()).unwrap().is_none());
        for text in ["one", "two"] {
            write_keys(kit.path(), text).unwrap();
            let read = read_keys(kit.path()).unwrap().expect("a file");
            assert_eq!((read.text.as_str(), read.is_open), (text, false));
        }
        assert_eq!(fs::read_dir(kit.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_kit_is_not_followed() {
        let kit = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        write_keys(other.path(), "one").unwrap();
        let link = kit.path().join(KEY_FILE);
        std::os::unix::fs::symlink(other.path().join(KEY_FILE), link).unwrap();
        assert!(read_keys(kit.path()).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn what_others_may_read_is_told() {
        use std::os::unix::fs::PermissionsExt;
        let kit = tempfile::tempdir().unwrap();
        write_keys(kit.path(), "one").unwrap();
        let path = kit.path().join(KEY_FILE);
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(read_keys(kit.path()).unwrap().expect("a file").is_open);
    }
}
