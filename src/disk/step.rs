//! One step from an old site to a new one: whether it may be taken, taking it, and taking it back.
//!
//! `index` is the place of the step among all steps; what it replaces is kept under that number.

use super::IoError;
use super::durable::make_folder;
use super::owned::Digest;
use super::plan::digest_of_file;
use super::staging::Staging;
use super::write_error::WriteError;
use std::fs;
use std::io;
use std::path::Path;

/// One change to the folder of a site. Paths are output paths; the empty path is the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Put the staged file or folder of that path in its place.
    Place {
        /// The path.
        path: String,
        /// The hash of the file that it replaces; `None` when nothing is there.
        old: Option<Digest>,
    },
    /// Take a file of ours away.
    Remove {
        /// The path.
        path: String,
        /// The hash of its bytes.
        old: Digest,
    },
    /// Take a folder of ours away, if nothing is in it any more.
    Close {
        /// The path.
        path: String,
    },
}

impl Step {
    /// Refuses a step if what it replaces or removes is not what it was when it was planned.
    pub fn check(&self, staging: &Staging<'_>) -> Result<(), WriteError> {
        let (path, old) = match self {
            Step::Place { path, old } => (path, old.as_ref()),
            Step::Remove { path, old } => (path, Some(old)),
            Step::Close { .. } => return Ok(()),
        };
        match digest_at(&staging.placed(path))? {
            At::File(now) if Some(&now) == old => Ok(()),
            // Taken already, or taken back half-way.
            At::Nothing => Ok(()),
            _ if self.was_taken(staging) => Ok(()),
            _ => Err(WriteError::Refused {
                path: staging.shown(path),
                reason: "it changed while the site was being written".to_string(),
                hint: "build again; if it is yours, move it away first, or say `--adopt`"
                    .to_string(),
            }),
        }
    }

    /// Whether a file or folder was put in its place.
    pub fn was_taken(&self, staging: &Staging<'_>) -> bool {
        match self {
            Step::Place { path, .. } => staging.staged(path).symlink_metadata().is_err(),
            Step::Remove { .. } | Step::Close { .. } => false,
        }
    }

    /// Takes one step, unless it was taken before.
    pub fn take(&self, staging: &Staging<'_>, index: usize) -> Result<(), IoError> {
        match self {
            Step::Place { path, .. } if !self.was_taken(staging) => rename(
                &staging.staged(path),
                &staging.placed(path),
                &staging.shown(path),
            ),
            Step::Place { .. } => Ok(()),
            Step::Remove { path, .. } => {
                let place = staging.placed(path);
                match place.symlink_metadata() {
                    Ok(_) => rename(&place, &staging.kept(index), &staging.shown(path)),
                    Err(_) => Ok(()),
                }
            }
            Step::Close { path } => match fs::remove_dir(staging.placed(path)) {
                Err(error)
                    if !matches!(
                        error.kind(),
                        io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty
                    ) =>
                {
                    Err(IoError::new("remove", staging.shown(path), error))
                }
                _ => Ok(()),
            },
        }
    }

    /// Takes one step back. The new file goes back to where it was staged *before* the old one
    /// returns: killed in between, the next build still finds every file it needs to go forward.
    pub fn take_back(&self, staging: &Staging<'_>, index: usize) -> Result<(), IoError> {
        match self {
            Step::Place { path, old } => {
                let (new, place) = (staging.staged(path), staging.placed(path));
                rename(&place, &new, &staging.shown(path))?;
                if old.is_some() {
                    rename(&staging.kept(index), &place, &staging.shown(path))?;
                }
            }
            Step::Remove { path, .. } => {
                let old = staging.kept(index);
                if old.symlink_metadata().is_ok() {
                    rename(&old, &staging.placed(path), &staging.shown(path))?;
                }
            }
            Step::Close { path } => {
                let place = staging.placed(path);
                if !place.exists() {
                    make_folder(&place)
                        .map_err(|error| IoError::new("make", staging.shown(path), error))?;
                }
            }
        }
        Ok(())
    }
}

/// What is at a path.
enum At {
    Nothing,
    File(Digest),
    Other,
}

fn digest_at(path: &Path) -> Result<At, IoError> {
    match path.symlink_metadata() {
        Ok(metadata) if metadata.is_file() => digest_of_file(path).map(At::File),
        Ok(_) => Ok(At::Other),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(At::Nothing),
        Err(error) => Err(IoError::new("read", path, error)),
    }
}

fn rename(from: &Path, to: &Path, shown: &Path) -> Result<(), IoError> {
    fs::rename(from, to).map_err(|error| IoError::new("replace", shown, error))
}
