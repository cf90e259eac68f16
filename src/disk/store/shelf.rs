//! Results in the cache folder: one file each, found by key.
//!
//! A file begins with what it claims to hold. Whatever does not match (cut short, rotten, swapped
//! with another, of another version, never ours) is no result, and is written anew. Files appear
//! whole, by renaming, so builds at the same time do not see each other's halves.

use super::Stored;
use super::claim::{HEADER, claim, header};
use crate::disk::door::plain;
use crate::jobs::Key;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// Our own folder inside the one that was given, which may hold other things.
const FOLDER: &str = "pitchkit-1";

/// How much is kept before what was used least recently goes, in bytes.
const MOST: u64 = 2 << 30;

/// A use is noted once in this time: noting each would write to the disk on every build.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// An open cache folder.
pub(super) struct Shelf {
    root: PathBuf,
    most: u64,
    /// Names and numbers the files that are being written, so that no two processes (which may
    /// have the same id, in containers) and no two threads share one.
    session: u128,
    drafts: AtomicU64,
}

impl Shelf {
    /// Opens the folder, making it if need be; for its user alone.
    pub fn open(place: &Path) -> io::Result<Shelf> {
        let root = place.join(FOLDER);
        private().create(&root)?;
        if !fs::symlink_metadata(&root)?.is_dir() {
            return Err(io::Error::from(io::ErrorKind::NotADirectory));
        }
        seal(&root)?;
        let shelf = Shelf {
            root,
            most: MOST,
            session: SystemTime::now()
                .duration_since(SystemTime::UNIX_EPOCH)
                .map_or(0, |time| time.as_nanos()),
            drafts: AtomicU64::new(0),
        };
        // Tells backup programs to pass it by; and tells us whether anything can be kept.
        let tag = shelf.root.join("CACHEDIR.TAG");
        if !tag.exists() {
            let text = b"Signature: 8a477f597d28d172789f06886806bc55\n";
            shelf.replace(&tag, &[text])?;
        }
        Ok(shelf)
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What is claimed of the result of `key`, if one is there. Its bytes are not read.
    pub fn find(&self, key: Key) -> Option<Stored> {
        let mut file = plain(&self.path(key)).ok()?;
        let stored = claim(&mut file, key)?;
        let metadata = file.metadata().ok()?;
        if metadata.len() != HEADER as u64 + stored.length {
            return None;
        }
        if is_older(&metadata, DAY) {
            // Only the order in which files go depends on it.
            let _ = file.set_modified(SystemTime::now());
        }
        Some(stored)
    }

    /// The bytes of the result of `key`, if they are there and whole.
    pub fn read(&self, key: Key) -> Option<Vec<u8>> {
        let mut file = plain(&self.path(key)).ok()?;
        let stored = claim(&mut file, key)?;
        let mut bytes = Vec::new();
        // A claim beyond what is there must not cost memory.
        file.take(stored.length + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 == stored.length && blake3::hash(&bytes) == stored.hash)
            .then_some(bytes)
    }

    /// Keeps `bytes` as the result of `key`.
    pub fn write(&self, key: Key, bytes: &[u8]) -> io::Result<Stored> {
        let stored = Stored {
            length: bytes.len() as u64,
            hash: blake3::hash(bytes).into(),
            bytes: None,
        };
        self.replace(&self.path(key), &[&header(key, &stored), bytes])?;
        Ok(stored)
    }

    /// Puts a file in place, whole or not at all.
    pub fn replace(&self, path: &Path, parts: &[&[u8]]) -> io::Result<()> {
        let number = self.drafts.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{:x}-{number}.draft", std::process::id(), self.session);
        let draft = self.root.join(name);
        let write = || {
            // Not flushed to the disk: after a power cut the header tells.
            let mut file = File::create(&draft)?;
            parts.iter().try_for_each(|part| file.write_all(part))?;
            drop(file);
            match fs::rename(&draft, path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    if let Some(folder) = path.parent() {
                        fs::create_dir_all(folder)?;
                    }
                    fs::rename(&draft, path)
                }
                done => done,
            }
        };
        let done = write();
        if done.is_err() {
            let _ = fs::remove_file(&draft);
        }
        done
    }

    /// Notes that `bytes` were added, takes away what a build that was killed left behind, and
    /// makes room when there is too much. The folder is walked through only then: the sum of
    /// before is kept beside it.
    pub fn grew(&self, bytes: u64) {
        self.sweep();
        let path = self.root.join("size");
        let before = plain(&path)
            .and_then(io::read_to_string)
            .ok()
            .and_then(|text| text.trim().parse::<u64>().ok());
        let size = match before.and_then(|before| before.checked_add(bytes)) {
            Some(size) if size <= self.most => size,
            _ => self.make_room(),
        };
        // Without it the folder is walked through next time.
        let _ = self.replace(&path, &[size.to_string().as_bytes()]);
    }

    /// Removes drafts that nobody is writing any more.
    fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.root) else {
            return;
        };
        for entry in entries.filter_map(Result::ok) {
            let path = entry.path();
            let is_draft = path.extension().is_some_and(|ending| ending == "draft");
            if is_draft && entry.metadata().is_ok_and(|draft| is_older(&draft, DAY)) {
                // Another build may have been quicker.
                let _ = fs::remove_file(path);
            }
        }
    }

    /// Removes the results that were used least recently, down to three quarters of what may be
    /// kept, and says how many bytes are left. What is known of photos is small and saves opening
    /// them: it goes with the kits that are not built any more.
    fn make_room(&self) -> u64 {
        let mut files = Vec::new();
        let mut size = 0;
        for entry in walkdir::WalkDir::new(&self.root).min_depth(2).max_depth(2) {
            let Ok(entry) = entry else { continue };
            let Ok(metadata) = entry.metadata() else {
                continue;
            };
            if !metadata.is_file() {
                continue;
            }
            let is_index = entry.path().parent() == Some(&self.indexes());
            if is_index && !is_older(&metadata, DAY * 180) {
                continue;
            }
            size += metadata.len();
            let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            files.push((used, metadata.len(), entry.into_path()));
        }
        if size > self.most {
            files.sort();
            for (_, length, path) in files {
                if size <= self.most / 4 * 3 {
                    break;
                }
                if fs::remove_file(path).is_ok() {
                    size -= length;
                }
            }
        }
        size
    }

    /// The folder of what is known of photos.
    pub fn indexes(&self) -> PathBuf {
        self.root.join("photos")
    }

    /// Removes the folder inside `place`, which is ours alone, if it is there. How many bytes its
    /// files had.
    pub fn clear(place: &Path) -> io::Result<u64> {
        let root = place.join(FOLDER);
        match fs::symlink_metadata(&root) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            Err(error) => return Err(error),
        }
        let entries = walkdir::WalkDir::new(&root).into_iter();
        let files = entries.filter_map(|entry| entry.ok()?.metadata().ok());
        let files = files.filter(fs::Metadata::is_file);
        let size = files.map(|file| file.len()).sum();
        fs::remove_dir_all(&root)?;
        Ok(size)
    }

    fn path(&self, key: Key) -> PathBuf {
        let name = key.to_string();
        self.root.join(&name[..2]).join(name)
    }
}

/// Whether a file was last written longer ago than `age`.
fn is_older(file: &fs::Metadata, age: Duration) -> bool {
    let written = file.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    let now = SystemTime::now();
    now.duration_since(written).is_ok_and(|passed| passed > age)
}

/// Makes a folder, and those above it, for its user alone.
fn private() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Shuts others out of a folder that was there before. Fails for a folder of somebody else,
/// whose results we would not believe.
#[cfg(unix)]
fn seal(root: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(root)?.permissions().mode() & 0o077 != 0 {
        fs::set_permissions(root, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn seal(_root: &Path) -> io::Result<()> {
    // A folder in the user's profile is the user's alone.
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::{Effort, Job, Picture};
    use crate::kit::Format;
    use crate::source::Photo;
    use std::sync::Arc;

    fn key(number: u8) -> Key {
        let photo = Arc::new(Photo {
            path: String::new(),
            content: [number; 32],
            width: 1,
            height: 1,
            transparent: false,
        });
        Job::Picture(Picture {
            photo,
            crop: None,
            width: 1,
            height: 1,
            format: Format::Jpeg,
            effort: Effort::Best,
        })
        .key()
    }

    fn shelf(most: u64) -> (tempfile::TempDir, Shelf) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut shelf = Shelf::open(folder.path()).expect("it opens");
        shelf.most = most;
        (folder, shelf)
    }

    #[test]
    fn only_what_was_written_is_read() {
        let (_folder, shelf) = shelf(MOST);
        let (one, two) = (key(1), key(2));
        assert_eq!(shelf.find(one), None);
        assert_eq!(shelf.read(one), None);
        let stored = shelf.write(one, b"the first").expect("it is written");
        shelf.write(two, b"another").expect("it is written");
        assert_eq!(shelf.find(one), Some(stored.clone()));
        assert_eq!(shelf.read(one).as_deref(), Some(&b"the first"[..]));

        let path = shelf.path(one);
        let whole = fs::read(&path).expect("it is there");
        let swapped = fs::read(shelf.path(two)).expect("it is there");
        let mut damages = vec![Vec::new(), swapped, [&whole[..], b" and more"].concat()];
        for at in 0..whole.len() {
            damages.push(whole[..at].to_vec());
            let mut rotten = whole.clone();
            rotten[at] ^= 4;
            damages.push(rotten);
        }
        for (n, damaged) in damages.iter().enumerate() {
            fs::write(&path, damaged).expect("it is written");
            assert_eq!(shelf.read(one), None, "{n}");
            // The claim holds, or there is none; it never becomes another.
            assert!(shelf.find(one).is_none_or(|found| found == stored), "{n}");
        }
        shelf.write(one, b"the first").expect("it is written");
        assert_eq!(shelf.read(one).as_deref(), Some(&b"the first"[..]));
    }

    #[test]
    fn what_was_used_least_recently_goes_first() {
        let (_folder, shelf) = shelf(10_000);
        let put = |number: u8, days: u32| {
            shelf
                .write(key(number), &[number; 1010])
                .expect("it is written");
            let file = File::open(shelf.path(key(number))).expect("it is there");
            file.set_modified(SystemTime::now() - DAY * days)
                .expect("its date is set");
            shelf.grew(1010);
        };
        for number in 1..=9 {
            put(number, 100 - u32::from(number));
        }
        // Used again: no longer the oldest.
        assert!(shelf.find(key(1)).is_some());
        put(10, 0);
        let left: Vec<u8> = (1..=10)
            .filter(|&number| shelf.read(key(number)).is_some())
            .collect();
        assert_eq!(left, [1, 6, 7, 8, 9, 10]);
        let size = fs::read_to_string(shelf.root.join("size")).expect("it is there");
        assert!(size.parse::<u64>().expect("a number") <= 7500);
    }

    #[test]
    fn what_makes_the_folder_a_cache_never_goes() {
        let (_folder, shelf) = shelf(2000);
        let age = |path: &Path, days: u32| {
            let file = File::options()
                .append(true)
                .open(path)
                .expect("it is there");
            file.set_modified(SystemTime::now() - DAY * days)
                .expect("its date is set");
        };
        let index = shelf.indexes().join("0123456789abcdef");
        let forgotten = shelf.indexes().join("fedcba9876543210");
        let tag = shelf.root.join("CACHEDIR.TAG");
        for (path, days) in [(&index, 100), (&forgotten, 200), (&tag, 300)] {
            shelf.replace(path, &[b"known"]).expect("it is written");
            age(path, days);
        }
        for number in 1..=3 {
            shelf
                .write(key(number), &[number; 1010])
                .expect("it is written");
            age(&shelf.path(key(number)), 10 - u32::from(number));
            shelf.grew(1010);
        }
        assert!(shelf.find(key(1)).is_none());
        assert!(shelf.find(key(3)).is_some());
        let there = [&index, &forgotten, &tag].map(|path| path.exists());
        assert_eq!(there, [true, false, true]);
    }

    #[test]
    fn drafts_of_killed_builds_go() {
        let (_folder, shelf) = shelf(MOST);
        let draft = |name: &str, hours: u32| {
            let path = shelf.root.join(name);
            fs::write(&path, b"half").expect("it is written");
            let file = File::options()
                .append(true)
                .open(&path)
                .expect("it is there");
            file.set_modified(SystemTime::now() - Duration::from_secs(3600) * hours)
                .expect("its date is set");
            path
        };
        let (old, new) = (draft("1-2-3.draft", 25), draft("1-2-4.draft", 23));
        shelf.grew(0);
        assert_eq!([old.exists(), new.exists()], [false, true]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn pipes_are_not_waited_for() {
        use crate::disk::store::sample::{in_time, put_pipe};
        let (_folder, shelf) = shelf(MOST);
        shelf.write(key(1), b"the first").expect("it is written");
        put_pipe(&shelf.path(key(1)));
        put_pipe(&shelf.root.join("size"));
        let found = in_time(move || {
            shelf.grew(1);
            let found = (shelf.find(key(1)), shelf.read(key(1)));
            shelf.write(key(1), b"the first").expect("it is written");
            (found, shelf.read(key(1)))
        });
        assert_eq!(found, ((None, None), Some(b"the first".to_vec())));
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_its_users_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("a/b");
        let mode = |path: &Path| {
            fs::metadata(path)
                .expect("it is there")
                .permissions()
                .mode()
                & 0o777
        };
        let shelf = Shelf::open(&place).expect("it opens");
        assert_eq!((mode(&place), mode(&shelf.root)), (0o700, 0o700));
        fs::set_permissions(&shelf.root, fs::Permissions::from_mode(0o777)).expect("it opens up");
        Shelf::open(&place).expect("it opens");
        assert_eq!(mode(&shelf.root), 0o700);

        fs::remove_dir_all(&shelf.root).expect("it goes");
        std::os::unix::fs::symlink(folder.path(), &shelf.root).expect("a link");
        assert!(Shelf::open(&place).is_err());
    }
}
