//! New texts for files of a kit: all of them or none.

use super::IoError;
use super::durable::flush_folder;
use super::store::lies_in;
use crate::source::encoding::{self, Accept};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const MARK: &[u8] = b"\xef\xbb\xbf";

/// One file that gets a new text.
struct Change {
    /// As it is called in the kit, for messages.
    named: PathBuf,
    place: PathBuf,
    new: PathBuf,
    /// The file as it was, kept until all are in place; `None` where there was none.
    old: Option<PathBuf>,
}

/// Writes `new` texts, by path in the kit, over the `old` ones. A file that is no longer what
/// `old` says has changed meanwhile, and nothing is written; after any failure all is as it was.
/// What an earlier import left behind that was killed goes.
pub fn write_texts(
    kit: &Path,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) -> Result<(), IoError> {
    // Two at once would each keep the other's lines from being seen.
    let locked = File::open(kit).and_then(|folder| folder.lock().map(|()| folder));
    let _locked = locked.map_err(|error| IoError::new("lock", kit, error))?;
    sweep(kit, new.keys());
    let (mut changes, mut made) = (Vec::new(), Vec::new());
    let mut written = stage(kit, old, new, &mut changes, &mut made);
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
    if written.is_err() {
        for folder in made {
            // One that somebody has put something into meanwhile stays.
            let _ = fs::remove_dir(folder);
        }
    }
    written
}

/// Where the file at `path` in the kit is. A link stays one, and what it leads to is written.
fn place_of(kit: &Path, path: &str) -> PathBuf {
    let named = kit.join(path);
    named.canonicalize().unwrap_or(named)
}

/// Writes a draft of every new text beside its place, and keeps the file that is there. Folders
/// that were `made` for it, and `changes` begun, are told whatever comes of it.
fn stage(
    kit: &Path,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
    changes: &mut Vec<Change>,
    made: &mut Vec<PathBuf>,
) -> Result<(), IoError> {
    for (path, text) in new {
        let named = kit.join(path);
        let place = place_of(kit, path);
        let failed = |error| IoError::new("write", &named, error);
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
            Err(error) => return Err(IoError::new("read", &named, error)),
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
        if !folder.is_dir() {
            fs::create_dir_all(&folder).map_err(|error| IoError::new("make", &folder, error))?;
            made.push(folder.clone());
        }
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let beside = |what: &str| folder.join(format!(".{name}.{what}-{}", std::process::id()));
        let change = Change {
            new: beside("new"),
            old: current.is_some().then(|| beside("old")),
            named: named.clone(),
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

/// Takes away what an import that was killed has left in the folders of numbers, and in those of
/// the files at `paths`. Nobody else is at work there: the kit is locked.
fn sweep<'p>(kit: &Path, paths: impl Iterator<Item = &'p String>) {
    let places = paths.map(|path| place_of(kit, path));
    let folders = places.filter_map(|place| Some(place.parent()?.to_path_buf()));
    let usual = [kit.to_path_buf(), kit.join("metrics")];
    let folders: BTreeSet<PathBuf> = usual.into_iter().chain(folders).collect();
    for folder in folders.iter().filter(|folder| lies_in(folder, kit)) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if is_left_over(&entry.file_name().to_string_lossy()) {
                // What cannot be taken away does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Whether a file called `name` is a draft of new numbers, or numbers that were kept meanwhile:
/// `.metrics.csv.new-4711`.
fn is_left_over(name: &str) -> bool {
    let ours = |(file, process): (&str, &str)| {
        let of_us = file.ends_with(".csv.new") || file.ends_with(".csv.old");
        of_us && !process.is_empty() && process.bytes().all(|b| b.is_ascii_digit())
    };
    name.starts_with('.') && name.rsplit_once('-').is_some_and(ours)
}

fn exchange(changes: &[Change]) -> Result<(), IoError> {
    let mut taken = 0;
    let moved = changes.iter().try_for_each(|change| {
        let failed = |error| IoError::new("write", &change.named, error);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_import_made_is_left_over() {
        fn check(name: &str, expected: bool) {
            assert_eq!(is_left_over(name), expected, "{name}");
        }
        check(".metrics.csv.new-4711", true);
        check(".my own-numbers.csv.old-1", true);
        check("metrics.csv.old-4711", false);
        check(".metrics.csv.old", false);
        check(".metrics.csv.old-", false);
        check(".metrics.csv.old-2024a", false);
        check(".metrics.csv", false);
        check(".notes.old-4711", false);
    }
}
