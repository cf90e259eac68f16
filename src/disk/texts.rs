//! New texts for files of a kit: all of them or none.

use super::IoError;
use super::durable::flush_folder;
use super::store::lies_in;
use crate::source::encoding::{self, Accept};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const MARK: &[u8] = b"\xef\xbb\xbf";

/// One file that gets a new text.
struct Change {
    place: PathBuf,
    new: PathBuf,
    /// The file as it was, kept until all are in place; `None` where there was none.
    old: Option<PathBuf>,
}

/// Writes `new` texts, by path in the kit, over the `old` ones. A file that is no longer what
/// `old` says has changed meanwhile, and nothing is written; after any failure all is as it was.
pub fn write_texts(
    kit: &Path,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) -> Result<(), IoError> {
    // Two at once would each keep the other's lines from being seen.
    let locked = File::open(kit).and_then(|folder| folder.lock().map(|()| folder));
    let _locked = locked.map_err(|error| IoError::new("lock", kit, error))?;
    let mut changes = Vec::new();
    let mut written = stage(kit, old, new, &mut changes);
    if written.is_ok() {
        written = exchange(&changes);
    }
    for change in &changes {
        // What is left of it is of no use to anybody.
        let _ = fs::remove_file(&change.new);
        if let Some(old) = &change.old {
            let _ = fs::remove_file(old);
        }
    }
    written
}

fn stage(
    kit: &Path,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
    changes: &mut Vec<Change>,
) -> Result<(), IoError> {
    for (path, text) in new {
        // A link stays one, and what it leads to is written.
        let named = kit.join(path);
        let place = named.canonicalize().unwrap_or(named);
        let failed = |error| IoError::new("write", &place, error);
        if !lies_in(&place, kit) {
            let outside = "a link leads out of the kit";
            return Err(failed(io::Error::new(io::ErrorKind::InvalidInput, outside)));
        }
        if place
            .metadata()
            .is_ok_and(|found| found.permissions().readonly())
        {
            return Err(failed(io::ErrorKind::PermissionDenied.into()));
        }
        let current = match fs::read(&place) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(IoError::new("read", &place, error)),
        };
        let text_of = |bytes: &Vec<u8>| encoding::decode(bytes.clone(), Accept::Utf8).ok();
        let found = current
            .as_ref()
            .and_then(text_of)
            .map(|decoded| decoded.text);
        if found.as_ref() != old.get(path) {
            let changed = "it changed while it was being imported into, or is not UTF-8";
            return Err(failed(io::Error::new(io::ErrorKind::ResourceBusy, changed)));
        }
        let folder = place.parent().unwrap_or(kit).to_path_buf();
        fs::create_dir_all(&folder).map_err(|error| IoError::new("make", &folder, error))?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        clear(&folder, &name);
        let beside = |what: &str| folder.join(format!(".{name}.{what}-{}", std::process::id()));
        let change = Change {
            new: beside("new"),
            old: current.is_some().then(|| beside("old")),
            place: place.clone(),
        };
        let (draft, kept) = (change.new.clone(), change.old.clone());
        changes.push(change);
        let mut file = File::options()
            .write(true)
            .create_new(true)
            .open(&draft)
            .map_err(failed)?;
        let marked = current
            .as_ref()
            .is_some_and(|bytes| bytes.starts_with(MARK));
        let mark = if marked { MARK } else { b"" };
        file.write_all(mark)
            .and_then(|()| file.write_all(text.as_bytes()))
            .and_then(|()| match place.metadata() {
                Ok(metadata) => file.set_permissions(metadata.permissions()),
                Err(_) => Ok(()),
            })
            .and_then(|()| file.sync_all())
            .map_err(failed)?;
        if let Some(kept) = kept {
            fs::hard_link(&place, &kept)
                .or_else(|_| fs::copy(&place, &kept).map(|_| ()))
                .map_err(failed)?;
        }
    }
    Ok(())
}

/// Takes away what an import that was killed has left beside the file `name`. Nobody else is at
/// work here: the kit is locked.
fn clear(folder: &Path, name: &str) {
    let (new, old) = (format!(".{name}.new-"), format!(".{name}.old-"));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let found = entry.file_name();
        let found = found.to_string_lossy();
        if found.starts_with(&new) || found.starts_with(&old) {
            // What cannot be taken away does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn exchange(changes: &[Change]) -> Result<(), IoError> {
    let mut taken = 0;
    let moved = changes.iter().try_for_each(|change| {
        let failed = |error| IoError::new("write", &change.place, error);
        fs::rename(&change.new, &change.place).map_err(failed)?;
        taken += 1;
        let folder = change.place.parent().unwrap_or(Path::new("."));
        flush_folder(folder).map_err(failed)
    });
    if moved.is_err() {
        for change in &changes[..taken] {
            // Should this fail too, the next import finds the same rows and changes nothing.
            let _ = match &change.old {
                Some(old) => fs::rename(old, &change.place),
                None => fs::remove_file(&change.place),
            };
        }
    }
    moved
}
