//! Why a site was not written, in words that say what to do next.

use super::{IoError, shown};
use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a site was not written. Unless it is [`WriteError::Halfway`], the folder is as it was.
#[derive(Debug)]
pub enum WriteError {
    /// The target may never be written to, whatever the flags: wrong usage.
    Forbidden {
        /// The target as it was given.
        output: PathBuf,
        /// Why, as the end of "it …".
        reason: String,
    },
    /// Something there is not ours to replace.
    Refused {
        /// What it is about.
        path: PathBuf,
        /// Why, as a clause with "it" for the path.
        reason: String,
        /// What to do next.
        hint: String,
    },
    /// There is no space for the new files.
    Full {
        /// Where it ended.
        error: IoError,
        /// How many bytes the new files have.
        needed: u64,
    },
    /// An error came half-way and the next one while going back.
    Halfway(IoError),
    /// The world is wrong.
    Io(IoError),
}

impl WriteError {
    /// What to do next: one clause without a full stop.
    pub fn hint(&self) -> String {
        match self {
            WriteError::Forbidden { .. } => {
                "name a folder of its own for the site with `--output`".to_string()
            }
            WriteError::Refused { hint, .. } => hint.clone(),
            WriteError::Full { needed, .. } => {
                format!("free at least {needed} bytes, then build again; the old site is as it was")
            }
            WriteError::Halfway(error) => {
                format!("{}: the next build finishes the new site", error.hint())
            }
            WriteError::Io(error) => format!("{}; the old site is as it was", error.hint()),
        }
    }

    /// An error from writing new files that have `needed` bytes in all.
    pub(super) fn full(error: IoError, needed: u64) -> WriteError {
        match error.source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                WriteError::Full { error, needed }
            }
            _ => WriteError::Io(error),
        }
    }

    /// A file of the site whose name, which we chose, must not be written.
    pub(super) fn name(path: &str, flaw: &str) -> WriteError {
        WriteError::Refused {
            path: PathBuf::from(path),
            reason: format!("its name {flaw}"),
            hint: "rename what it is made from; if that does not help, it is our mistake: please \
                   report it"
                .to_string(),
        }
    }
}

impl From<IoError> for WriteError {
    fn from(error: IoError) -> WriteError {
        WriteError::Io(error)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Forbidden { output, reason } => {
                write!(f, "`{}` can never hold a site: it {reason}", shown(output))
            }
            WriteError::Refused { path, reason, .. } => {
                write!(f, "cannot write `{}`: {reason}", shown(path))
            }
            WriteError::Halfway(error) => write!(f, "{error}, and the site is half new"),
            WriteError::Full { error, .. } | WriteError::Io(error) => error.fmt(f),
        }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            WriteError::Forbidden { .. } | WriteError::Refused { .. } => None,
            WriteError::Full { error, .. } | WriteError::Halfway(error) | WriteError::Io(error) => {
                Some(error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_one_plain_line_and_a_next_step() {
        fn check(error: WriteError, line: &str, hint: &str) {
            assert_eq!(error.to_string(), line);
            assert_eq!(error.hint(), hint);
        }
        let full = || IoError::new("write", "site/a.css", io::ErrorKind::StorageFull.into());
        let denied = IoError::new("replace", "site", io::ErrorKind::PermissionDenied.into());
        check(
            WriteError::Forbidden {
                output: PathBuf::from("/"),
                reason: "is the root of the file system".to_string(),
            },
            "`/` can never hold a site: it is the root of the file system",
            "name a folder of its own for the site with `--output`",
        );
        check(
            WriteError::full(full(), 1200),
            "cannot write `site/a.css`: no space left on device",
            "free at least 1200 bytes, then build again; the old site is as it was",
        );
        check(
            WriteError::full(denied, 1200),
            "cannot replace `site`: permission denied",
            "give yourself the right to it, or choose another folder; the old site is as it was",
        );
        check(
            WriteError::Halfway(full()),
            "cannot write `site/a.css`: no space left on device, and the site is half new",
            "free some space, then try again: the next build finishes the new site",
        );
        check(
            WriteError::name("Ünsafe", "is wrong"),
            "cannot write `Ünsafe`: its name is wrong",
            "rename what it is made from; if that does not help, it is our mistake: please \
             report it",
        );
    }
}
