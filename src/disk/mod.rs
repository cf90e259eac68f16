//! The edge to the file system: a kit's folder to [`Sources`](crate::source::Sources), and a
//! site's [`Files`] to a folder.
//!
//! It knows no format of any file and nothing of what a kit means. What is wrong with one of the
//! creator's files is a [`Refusal`](crate::source::Refusal), so that all of them show at once;
//! what is wrong with the world is an [`IoError`] and ends the command.

mod create;
mod door;
mod durable;
mod exchange;
mod ignore;
mod journal;
mod keys;
mod name;
mod owned;
mod packed;
mod patience;
mod pick;
mod plan;
mod read;
#[cfg(test)]
mod sample;
mod staging;
mod step;
pub mod store;
mod target;
mod texts;
pub mod watch;
mod write;
mod write_error;

pub use crate::finish::Files;
pub use create::{create, remove_brand};
pub use ignore::{IGNORED, ignore};
pub use keys::{KEY_FILE, KeyFile, read_keys, write_keys};
pub use packed::{PackedAs, write_pack};
pub use patience::{PATIENCE, within};
pub use pick::pick;
pub use read::{Look, PhotoFile, read, read_theme, reread};
pub use texts::write_texts;
pub use write::{WriteOptions, Written, write};
pub use write_error::WriteError;

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The world did not do what was asked of it.
#[derive(Debug)]
pub struct IoError {
    /// What was tried: a verb that the path completes, such as `write`.
    pub action: &'static str,
    /// On which file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl IoError {
    /// Puts the three together.
    pub fn new(action: &'static str, path: impl Into<PathBuf>, source: io::Error) -> IoError {
        IoError {
            action,
            path: path.into(),
            source,
        }
    }

    /// What to do next: one clause without a full stop.
    pub fn hint(&self) -> &'static str {
        if is_file_limit(&self.source) {
            return "raise the limit with `ulimit -n 4096`, then try again";
        }
        match self.source.kind() {
            ErrorKind::NotFound => "check the path for a typing error",
            ErrorKind::PermissionDenied => {
                "give yourself the right to it, or choose another folder"
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "free some space, then try again",
            ErrorKind::ReadOnlyFilesystem => "choose a folder that can be written to",
            ErrorKind::NotADirectory | ErrorKind::IsADirectory | ErrorKind::AlreadyExists => {
                "move what is there out of the way, or choose another path"
            }
            ErrorKind::FileTooLarge => "raise the limit on the size of files, then try again",
            ErrorKind::InvalidFilename => "choose a shorter path",
            ErrorKind::InvalidInput | ErrorKind::InvalidData => "choose another file",
            ErrorKind::Interrupted
            | ErrorKind::TimedOut
            | ErrorKind::ResourceBusy
            | ErrorKind::WouldBlock => "try again",
            _ => "check that the disk is well and connected, then try again",
        }
    }
}

impl fmt::Display for IoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: ", self.action, shown(&self.path))?;
        if is_file_limit(&self.source) {
            return f.write_str("too many files are open");
        }
        f.write_str(match self.source.kind() {
            ErrorKind::NotFound => "it does not exist",
            ErrorKind::PermissionDenied => "permission denied",
            ErrorKind::StorageFull => "no space left on device",
            ErrorKind::QuotaExceeded => "the disk quota is used up",
            ErrorKind::ReadOnlyFilesystem => "the file system is read-only",
            ErrorKind::NotADirectory => "it is not a folder",
            ErrorKind::IsADirectory => "it is a folder",
            ErrorKind::AlreadyExists => "something else is there",
            ErrorKind::FileTooLarge => "the file would be larger than allowed",
            ErrorKind::InvalidFilename => "the name is too long or not allowed here",
            _ => return write!(f, "{}", self.source),
        })
    }
}

impl Error for IoError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

/// Whether the process or the machine has as many files open as it may: a kind that the standard
/// library has no name for.
fn is_file_limit(error: &io::Error) -> bool {
    const ENFILE: i32 = 23;
    const EMFILE: i32 = 24;
    cfg!(unix) && matches!(error.raw_os_error(), Some(ENFILE | EMFILE))
}

/// A path for a message: what could steer a terminal is written out.
fn shown(path: &Path) -> String {
    path.to_string_lossy()
        .chars()
        .flat_map(|c| {
            let plain =
                !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let escaped = (!plain).then(|| c.escape_unicode());
            plain
                .then_some(c)
                .into_iter()
                .chain(escaped.into_iter().flatten())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_one_plain_line() {
        fn check(path: &str, source: io::Error, line: &str, hint: &str) {
            let error = IoError::new("write", path, source);
            assert_eq!(error.to_string(), line);
            assert_eq!(error.hint(), hint);
        }
        check(
            "site/index.html",
            ErrorKind::StorageFull.into(),
            "cannot write `site/index.html`: no space left on device",
            "free some space, then try again",
        );
        check(
            "a\u{1b}[2J\n\u{202e}b",
            ErrorKind::PermissionDenied.into(),
            "cannot write `a\\u{1b}[2J\\u{a}\\u{202e}b`: permission denied",
            "give yourself the right to it, or choose another folder",
        );
        #[cfg(unix)]
        check(
            "site",
            io::Error::from_raw_os_error(24),
            "cannot write `site`: too many files are open",
            "raise the limit with `ulimit -n 4096`, then try again",
        );
    }
}
