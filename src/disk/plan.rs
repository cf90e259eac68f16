//! What a folder holds and what it should hold, to the least that must change.
//!
//! Nothing is written here. A file that is not ours, or that somebody has edited since we wrote
//! it, is never part of a plan unless the person said so; then the plan is refused as a whole.

use super::name;
use super::owned::{self, Digest, Flaw, Owned, digest};
use super::target::Target;
use super::write_error::WriteError;
use super::{Files, IoError};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The changes that a site's folder needs.
pub struct Plan<'a> {
    /// Whether the folder itself is there.
    pub root_exists: bool,
    /// Files to be written, the list among them.
    pub place: Vec<Placed<'a>>,
    /// Files of ours that are no longer made, with the hash of their bytes.
    pub remove: Vec<(String, Digest)>,
    /// Folders of ours that hold nothing any more after that, inner ones first.
    pub close: Vec<String>,
    /// How many of the site's files stay as they are.
    pub unchanged: usize,
    /// How many entries of the folder are not ours; a folder counts once.
    pub kept_foreign: usize,
}

/// A file to be written.
pub struct Placed<'a> {
    /// Its output path.
    pub path: String,
    /// Its bytes.
    pub bytes: Cow<'a, [u8]>,
    /// The hash of the file that it replaces.
    pub old: Option<Digest>,
}

/// What stands in the place of one of the site's files.
enum Found {
    Nothing,
    /// The same bytes.
    Same,
    /// A file of other bytes, with their hash.
    Other(Digest),
    /// A folder, a link or something stranger.
    NoFile,
}

impl Plan<'_> {
    /// Whether the folder is as it should be.
    pub fn is_empty(&self) -> bool {
        self.place.is_empty() && self.remove.is_empty() && self.close.is_empty()
    }
}

/// Compares `target` with `files`. `identity` sets the kit apart from others; with `adopt` the
/// person said that files in the way may be replaced, whoever made them.
pub fn plan<'a>(
    target: &Target,
    files: &'a Files,
    identity: &str,
    adopt: bool,
) -> Result<Plan<'a>, WriteError> {
    let folders = name::folders(files)?;
    let root_exists = match fs::symlink_metadata(&target.root) {
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(IoError::new("open", &target.given, error).into()),
    };
    let owned = match root_exists {
        true => read_list(target, identity, adopt)?,
        false => None,
    };
    let looker = Looker {
        target,
        owned: owned.as_ref().map(|(_, owned)| owned),
    };
    if root_exists {
        looker.folders_are_free(&folders)?;
    }
    let found = looker.look_at_all(files, root_exists)?;

    let mut plan = Plan {
        root_exists,
        place: Vec::new(),
        remove: Vec::new(),
        close: Vec::new(),
        unchanged: 0,
        kept_foreign: 0,
    };
    let mut next = Owned::new(identity);
    next.folders = folders.iter().map(|path| digest(path.as_bytes())).collect();
    let mut in_the_way = Vec::new();
    for ((path, bytes), (content, found)) in files.iter().zip(found) {
        next.files.insert(digest(path.as_bytes()), content);
        let old = match found {
            Found::Nothing => None,
            Found::Same => {
                plan.unchanged += 1;
                continue;
            }
            Found::NoFile => return Err(looker.blocked(path, "a file")),
            Found::Other(old) => {
                let listed = looker.owned.and_then(|owned| owned.file(path));
                if listed != Some(&old) && !adopt {
                    in_the_way.push((path.as_str(), listed.is_some()));
                }
                Some(old)
            }
        };
        plan.place.push(Placed {
            path: path.clone(),
            bytes: Cow::Borrowed(bytes),
            old,
        });
    }
    if let Some(&(path, ours)) = in_the_way.first() {
        return Err(looker.in_the_way(path, ours, in_the_way.len() - 1));
    }
    if root_exists {
        looker.left_over("", files, &folders, &mut plan)?;
    }
    let list = next.to_bytes();
    let old_list = owned.map(|(bytes, _)| bytes);
    if old_list.as_ref() != Some(&list) {
        plan.place.push(Placed {
            path: owned::NAME.to_string(),
            bytes: Cow::Owned(list),
            old: old_list.map(|bytes| digest(&bytes)),
        });
    }
    Ok(plan)
}

/// The list of a folder that exists, with its bytes. `None` for an empty folder, or one that the
/// person lets us adopt.
fn read_list(
    target: &Target,
    identity: &str,
    adopt: bool,
) -> Result<Option<(Vec<u8>, Owned)>, WriteError> {
    let path = target.root.join(owned::NAME);
    let refused = |reason: &str, hint: &str| {
        Err(WriteError::Refused {
            path: target.given.clone(),
            reason: reason.to_string(),
            hint: hint.to_string(),
        })
    };
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => {
            return refused(
                "its `.pitchkit` is not a file",
                "move `.pitchkit` away, or choose another folder with `--output`",
            );
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return if adopt || is_vacant(target)? {
                Ok(None)
            } else {
                refused(
                    "it is not empty and was not made by pitchkit",
                    "choose another folder with `--output`, or say `--adopt` to build into this one",
                )
            };
        }
        Err(error) => return Err(IoError::new("read", &path, error).into()),
    }
    let bytes = fs::read(&path).map_err(|error| IoError::new("read", &path, error))?;
    match Owned::parse(&bytes) {
        Ok(owned) if owned.kit == Owned::new(identity).kit || adopt => Ok(Some((bytes, owned))),
        Ok(_) => refused(
            "it holds the site of another kit",
            "choose another folder with `--output`, or say `--adopt` if this kit takes its place",
        ),
        // What is ours cannot be told any more, so all there is becomes foreign.
        Err(Flaw::Damaged) if adopt => {
            let nothing = Owned::new(identity);
            Ok(Some((bytes, nothing)))
        }
        Err(Flaw::Damaged) => refused(
            "its list of our files, `.pitchkit`, is damaged",
            "choose another folder with `--output`, or say `--adopt` to build over it",
        ),
        Err(Flaw::Newer) => refused(
            "it was made by a newer pitchkit",
            "update pitchkit, or choose another folder with `--output`",
        ),
    }
}

/// Whether nothing but our own staging is in the folder.
fn is_vacant(target: &Target) -> Result<bool, IoError> {
    let failed = |error| IoError::new("read", &target.given, error);
    for entry in fs::read_dir(&target.root).map_err(failed)? {
        if !target.is_staging(&entry.map_err(failed)?.path()) {
            return Ok(false);
        }
    }
    Ok(true)
}

struct Looker<'a> {
    target: &'a Target,
    owned: Option<&'a Owned>,
}

impl Looker<'_> {
    /// A file where a folder of the site belongs is refused, and a link all the more: what it
    /// leads to is not this folder.
    fn folders_are_free(&self, folders: &BTreeSet<&str>) -> Result<(), WriteError> {
        for folder in folders {
            let path = self.target.root.join(folder);
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(_) => return Err(self.blocked(folder, "a folder")),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(IoError::new("open", path, error).into()),
            }
        }
        Ok(())
    }

    /// The hash of each file, and what is in its place.
    fn look_at_all(
        &self,
        files: &Files,
        root_exists: bool,
    ) -> Result<Vec<(Digest, Found)>, IoError> {
        let files: Vec<_> = files.iter().collect();
        files
            .par_iter()
            .map(|(path, bytes)| {
                let found = match root_exists {
                    true => look(&self.target.root.join(path), bytes)?,
                    false => Found::Nothing,
                };
                Ok((digest(bytes), found))
            })
            .collect()
    }

    /// Adds to `plan` what in `folder` is ours and no longer made. Returns whether anything stays.
    fn left_over(
        &self,
        folder: &str,
        files: &Files,
        folders: &BTreeSet<&str>,
        plan: &mut Plan<'_>,
    ) -> Result<bool, IoError> {
        let here = self.target.root.join(folder);
        let failed = |error| IoError::new("read", &here, error);
        let mut stays = false;
        let mut entries = Vec::new();
        for entry in fs::read_dir(&here).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            entries.push((entry.file_name(), entry.file_type().map_err(failed)?));
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        for (name, kind) in entries {
            let full = here.join(&name);
            if folder.is_empty() && (name == owned::NAME || self.target.is_staging(&full)) {
                continue;
            }
            let path = match name.to_str() {
                Some(name) if folder.is_empty() => name.to_string(),
                Some(name) => format!("{folder}/{name}"),
                None => String::new(),
            };
            if files.contains_key(&path) {
                stays = true;
                continue;
            }
            let needed = folders.contains(path.as_str());
            let ours = self.owned.is_some_and(|owned| owned.has_folder(&path));
            if kind.is_dir() && name::flaw(&path).is_none() && (needed || ours) {
                if self.left_over(&path, files, folders, plan)? || needed {
                    stays = true;
                } else {
                    plan.close.push(path);
                }
                continue;
            }
            match self.old_of_ours(&path, kind, &full)? {
                Some(old) => plan.remove.push((path, old)),
                None => {
                    plan.kept_foreign += 1;
                    stays = true;
                }
            }
        }
        Ok(stays)
    }

    /// The hash of the file, if it is ours and as we wrote it.
    fn old_of_ours(
        &self,
        path: &str,
        kind: fs::FileType,
        full: &Path,
    ) -> Result<Option<Digest>, IoError> {
        if !kind.is_file() || name::flaw(path).is_some() {
            return Ok(None);
        }
        let Some(listed) = self.owned.and_then(|owned| owned.file(path)) else {
            return Ok(None);
        };
        let now = digest_of_file(full)?;
        Ok((now == *listed).then_some(now))
    }

    fn blocked(&self, path: &str, what: &str) -> WriteError {
        WriteError::Refused {
            path: self.target.given.join(path),
            reason: format!("{what} of the site belongs there, and something else is in its place"),
            hint: "move it out of the site's folder, then build again".to_string(),
        }
    }

    fn in_the_way(&self, path: &str, ours: bool, more: usize) -> WriteError {
        let reason = match ours {
            true => "it was edited by hand after it was built",
            false => "it was not made by pitchkit",
        };
        let more = match more {
            0 => String::new(),
            1 => " (and one other file)".to_string(),
            more => format!(" (and {more} other files)"),
        };
        WriteError::Refused {
            path: self.target.given.join(path),
            reason: format!("{reason}{more}"),
            hint: "move it away to keep it, or say `--adopt` to have it replaced".to_string(),
        }
    }
}

/// Compares the file at `path` with `bytes`.
fn look(path: &Path, bytes: &[u8]) -> Result<Found, IoError> {
    let failed = |error| IoError::new("read", path, error);
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(failed(error)),
    };
    if !metadata.is_file() {
        return Ok(Found::NoFile);
    }
    if metadata.len() == bytes.len() as u64 && same_bytes(path, bytes).map_err(failed)? {
        return Ok(Found::Same);
    }
    digest_of_file(path).map(Found::Other)
}

fn same_bytes(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; bytes.len().min(1 << 16)];
    for chunk in bytes.chunks(buffer.len().max(1)) {
        let buffer = &mut buffer[..chunk.len()];
        match file.read_exact(buffer) {
            Ok(()) if buffer == chunk => {}
            Ok(()) => return Ok(false),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// The hash of the bytes of the file at `path`.
pub fn digest_of_file(path: &Path) -> Result<Digest, IoError> {
    let hash = || {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(File::open(path)?)?;
        Ok(*hasher.finalize().as_bytes())
    };
    hash().map_err(|error| IoError::new("read", path, error))
}
