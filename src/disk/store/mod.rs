//! Jobs to their results, kept by key in the user's cache folder.
//!
//! The cache may be missing, read-only, damaged or emptied at any moment: it only ever saves
//! time, and a build with it equals one without. Nothing inside a kit is read as cache. The
//! store knows how to make a picture of a photo's bytes; where the bytes come from, the caller
//! says. A font comes with its job.

mod claim;
mod flight;
mod photos;
mod place;
mod progress;
mod proof;
#[cfg(test)]
mod sample;
mod shelf;
mod work;

pub use progress::{Progress, Watch};

use crate::disk::{IoError, read};
use crate::jobs::{Fault, Job, Key, Picture, Typeset, typeset};
use crate::source::{Photo, Sources};
use flight::{Flight, MOST};
use photos::Photos;
pub(super) use place::lies_in;
use place::location;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use shelf::Shelf;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use work::{Outcome, Work};

/// Reads the bytes of a photo of the kit.
pub type Open<'a> = dyn Fn(&Photo) -> Result<Vec<u8>, IoError> + Sync + 'a;

/// Makes results and keeps them for next time. One store serves any number of kits at once.
pub struct Store {
    /// `None` when there is no folder that can be used.
    shelf: Option<Shelf>,
    flight: Flight,
    /// What stands in the way of keeping results.
    note: Mutex<Option<String>>,
}

/// The result of a job: what it is, and its bytes when they are asked for.
///
/// Whoever has a file of this hash already need not look at the bytes at all: a build in which
/// nothing changed reads a few dozen bytes for each picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// How many bytes it has.
    pub length: u64,
    /// BLAKE3 of them.
    pub hash: [u8; 32],
    /// The bytes, if no folder keeps them.
    bytes: Option<Arc<Vec<u8>>>,
}

/// What came of a number of jobs: every one of them has a result, or its photo or font a fault.
#[derive(Debug, Default)]
pub struct Results {
    /// The results, by key.
    pub made: BTreeMap<Key, Stored>,
    /// What nothing can be made of.
    pub faults: Faults,
}

/// Photos of which nothing can be made, by their paths in the kit, and such fonts and templates of
/// paper, by theirs in the theme.
pub type Faults = BTreeMap<String, Fault>;

/// Removes all that a cache keeps, where [`Store::open`] would open it, and makes nothing there.
/// How many bytes that were.
pub fn clear(dir: Option<PathBuf>) -> Result<u64, IoError> {
    let Some(place) = location(dir, &|name| std::env::var_os(name)) else {
        return Ok(0);
    };
    Shelf::clear(&place).map_err(|error| IoError::new("empty the cache in", place, error))
}

impl Store {
    /// Opens the cache in `dir`, or where `PITCHKIT_CACHE` says, or where this system keeps
    /// caches. Without a folder that can be used results are made each time; [`Store::note`]
    /// says so.
    pub fn open(dir: Option<PathBuf>) -> Store {
        Store::at(location(dir, &|name| std::env::var_os(name)), None)
    }

    /// [`Store::open`] for the kit in the folder `kit`. A cache inside it is not used: whoever sent
    /// the kit could have filled it.
    pub fn open_for(kit: &Path, dir: Option<PathBuf>) -> Store {
        Store::at(location(dir, &|name| std::env::var_os(name)), Some(kit))
    }

    fn at(place: Option<PathBuf>, kit: Option<&Path>) -> Store {
        let (shelf, note) = match place {
            None => (None, Some("no folder for it is known (no HOME)".to_owned())),
            Some(place) if kit.is_some_and(|kit| lies_in(&place, kit)) => {
                let place = place.display();
                (
                    None,
                    Some(format!("`{place}` lies in the kit, where no cache is read")),
                )
            }
            Some(place) => match Shelf::open(&place) {
                Ok(shelf) => (Some(shelf), None),
                Err(error) => (None, Some(format!("`{}`: {error}", place.display()))),
            },
        };
        Store {
            shelf,
            flight: Flight::new(MOST),
            note: Mutex::new(note),
        }
    }

    /// What keeps the cache from being used, if anything did since it was last asked: one line
    /// to be told once. The build itself is not harmed.
    pub fn note(&self) -> Option<String> {
        let reason = self.reason().take()?;
        Some(format!(
            "pictures and fonts are not kept for the next build: {reason}"
        ))
    }

    fn reason(&self) -> MutexGuard<'_, Option<String>> {
        self.note.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The files of the kit in the folder `kit`. Photos that the store has met are not opened.
    pub fn sources(&self, kit: &Path) -> Result<Sources, IoError> {
        let place = std::path::absolute(kit).map_err(|error| IoError::new("find", kit, error))?;
        let photos = Photos::load(self.shelf.as_ref(), &self.flight, &place);
        let sources = read(kit, &mut |found| {
            photos.photo(found.path, found.metadata, found.open)
        })?;
        photos.save();
        Ok(sources)
    }

    /// Finds or makes the results of `jobs`. Each photo is read and decoded at most once, and
    /// only if something is to be made of it; `watch` is told how far that has come. Results and
    /// faults are the same on any number of threads.
    pub fn run<'a>(
        &self,
        jobs: impl IntoIterator<Item = &'a Job>,
        open: &Open,
        watch: &Watch,
    ) -> Result<Results, IoError> {
        let mut results = Results::default();
        let mut missing = Vec::new();
        let mut documents = BTreeMap::new();
        for job in jobs {
            let key = job.key();
            if self.look(key, &mut results) {
                continue;
            }
            match job {
                Job::Typeset(document) => _ = documents.insert(key, document),
                Job::Picture(_) | Job::Font(_) => missing.push((key, job)),
            }
        }
        // What documents show is made like all other pictures.
        let shown = documents
            .values()
            .flat_map(|document| &document.paper.pictures);
        let shown: Vec<Job> = shown.cloned().map(Job::Picture).collect();
        let further = shown.iter().map(|job| (job.key(), job));
        missing.extend(further.filter(|(key, _)| !self.look(*key, &mut results)));
        let mut work = Work::default();
        for (key, job) in missing {
            work.add(key, job);
        }
        let results = self.work(&work, results, open, watch)?;
        self.set(&documents, results, open)
    }

    /// Whether there is a result for `key`, which is then among `results`.
    fn look(&self, key: Key, results: &mut Results) -> bool {
        if results.made.contains_key(&key) {
            return true;
        }
        let found = self.shelf.as_ref().and_then(|shelf| shelf.find(key));
        found.map(|stored| results.made.insert(key, stored));
        results.made.contains_key(&key)
    }

    /// Sets `documents` with the pictures among `results`, to which it adds what comes of it. A
    /// document with a picture that has a fault is not set: the fault is told.
    fn set(
        &self,
        documents: &BTreeMap<Key, &Typeset>,
        mut results: Results,
        open: &Open,
    ) -> Result<Results, IoError> {
        let picture = |picture: &Picture| {
            let job = Job::Picture(picture.clone());
            let stored = results.made.get(&job.key());
            stored
                .map(|stored| self.bytes(&job, stored, open))
                .transpose()
        };
        let set: Vec<_> = documents
            .par_iter()
            .map(|(key, document)| {
                let pictures = document.paper.pictures.iter().map(picture);
                let pictures: Option<Vec<_>> = pictures.collect::<Result<_, _>>()?;
                let Some(pictures) = pictures else {
                    return Ok(None);
                };
                let made = typeset(document, pictures);
                let template = format!("theme/{}", document.document.template());
                Ok(Some((*key, made.map_err(|fault| (template, fault)))))
            })
            .collect::<Result<_, IoError>>()?;
        let mut written = 0;
        for (key, made) in set.into_iter().flatten() {
            match made {
                Ok(bytes) => {
                    written += bytes.len() as u64;
                    let is_private = documents.get(&key).is_some_and(|it| it.paper.is_private);
                    let stored = match is_private {
                        true => Stored::in_memory(bytes),
                        false => self.keep(key, bytes),
                    };
                    results.made.insert(key, stored);
                }
                Err((template, fault)) => _ = results.faults.insert(template, fault),
            }
        }
        if let (Some(shelf), true) = (&self.shelf, written > 0) {
            shelf.grew(written);
        }
        Ok(results)
    }

    /// Which of `photos` nothing can be made of. Each that was never read to its last pixel is,
    /// one time for good; `watch` is told how far that has come.
    pub fn faults<'a>(
        &self,
        photos: impl IntoIterator<Item = &'a Photo>,
        open: &Open,
        watch: &Watch,
    ) -> Result<Faults, IoError> {
        let mut results = Results::default();
        let mut work = Work::default();
        for photo in photos {
            let shelf = self.shelf.as_ref();
            match shelf.and_then(|shelf| proof::find(shelf, photo)) {
                Some(Ok(())) => {}
                Some(Err(fault)) => {
                    results.faults.insert(photo.path.clone(), fault);
                }
                None => work.add_photo(photo),
            }
        }
        Ok(self.work(&work, results, open, watch)?.faults)
    }

    /// Does `work` and puts what comes of it to `results`.
    fn work(
        &self,
        work: &Work,
        mut results: Results,
        open: &Open,
        watch: &Watch,
    ) -> Result<Results, IoError> {
        let mut written = 0;
        let mut troubles = BTreeMap::new();
        let keep = |key, bytes| self.keep(key, bytes);
        for outcome in work.run(&self.flight, open, watch, &keep) {
            match outcome {
                Outcome::Made(key, stored) => {
                    written += stored.length;
                    results.made.insert(key, stored);
                }
                Outcome::Read(photo, found) => {
                    let shelf = self.shelf.as_ref();
                    let kept = shelf.and_then(|shelf| proof::keep(shelf, photo, &found).ok());
                    written += kept.unwrap_or(0);
                }
                Outcome::Fault(path, fault) => {
                    results.faults.insert(path, fault);
                }
                Outcome::Trouble(path, error) => {
                    troubles.insert(path, error);
                }
            }
        }
        if let (Some(shelf), true) = (&self.shelf, written > 0) {
            shelf.grew(written);
        }
        match troubles.into_values().next() {
            Some(error) => Err(error),
            None => Ok(results),
        }
    }

    /// The bytes of a result that is kept already.
    pub fn kept(&self, job: &Job) -> Option<Vec<u8>> {
        self.shelf.as_ref()?.read(job.key())
    }

    /// The bytes of a result. Should they be lost or damaged since it was found, they are made
    /// again.
    pub fn bytes(&self, job: &Job, stored: &Stored, open: &Open) -> Result<Vec<u8>, IoError> {
        if let Some(bytes) = &stored.bytes {
            return Ok(bytes.to_vec());
        }
        let key = job.key();
        if let Some(bytes) = self.shelf.as_ref().and_then(|shelf| shelf.read(key)) {
            return Ok(bytes);
        }
        let made = work::one(job, open)?;
        if let Some(shelf) = &self.shelf {
            // The result was kept before, so what hinders it now is told when it next is.
            let _ = shelf.write(key, &made);
        }
        Ok(made)
    }

    /// Keeps a result in the folder, or in memory if that cannot be.
    fn keep(&self, key: Key, bytes: Vec<u8>) -> Stored {
        if let Some(shelf) = &self.shelf {
            match shelf.write(key, &bytes) {
                Ok(stored) => return stored,
                Err(error) => {
                    let reason = format!("`{}`: {error}", shelf.root().display());
                    self.reason().get_or_insert(reason);
                }
            }
        }
        Stored::in_memory(bytes)
    }

    /// What is kept under `key`, else what `make` makes, which is kept from then on.
    pub fn kept_or<E>(
        &self,
        key: Key,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        if let Some(bytes) = self.shelf.as_ref().and_then(|shelf| shelf.read(key)) {
            return Ok(bytes);
        }
        let bytes = make()?;
        self.keep(key, bytes.clone());
        Ok(bytes)
    }
}

impl Stored {
    /// A result that no folder keeps.
    fn in_memory(bytes: Vec<u8>) -> Stored {
        Stored {
            length: bytes.len() as u64,
            hash: blake3::hash(&bytes).into(),
            bytes: Some(Arc::new(bytes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{forgetful, two_photos};
    use super::*;
    use rayon::prelude::{IntoParallelIterator, ParallelIterator};
    use std::fs;

    #[test]
    fn each_photo_is_read_once_and_then_never() {
        let cache = tempfile::tempdir().expect("a folder");
        let folder = two_photos();
        let cold = folder.build(&forgetful());
        assert_eq!((cold.0.len(), cold.1), (16, 2));
        let open = || Store::open(Some(cache.path().to_owned()));
        assert_eq!(folder.build(&open()), cold);
        assert_eq!(folder.build(&open()), (cold.0, 0));
        assert_eq!(open().note(), None);
    }

    #[test]
    fn a_damaged_cache_changes_nothing() {
        let cache = tempfile::tempdir().expect("a folder");
        let folder = two_photos();
        let store = Store::open(Some(cache.path().to_owned()));
        let (expected, _) = folder.build(&store);
        let shelf = Shelf::open(cache.path()).expect("it opens");
        let path = |key: &Key| {
            let name = key.to_string();
            shelf.root().join(&name[..2]).join(name)
        };
        let paths: Vec<PathBuf> = expected.keys().map(path).collect();
        for (n, path) in paths.iter().enumerate() {
            let mut bytes = fs::read(path).expect("it is there");
            match n % 4 {
                0 => bytes.truncate(n * 20),
                // in what a warm build looks at, and where only reading tells
                1 => bytes[n % 64] ^= 1,
                2 => bytes[64 + n] ^= 1,
                _ => bytes = fs::read(&paths[n - 1]).expect("it is there"),
            }
            fs::write(path, bytes).expect("it is written");
        }
        assert_eq!(folder.build(&store).0, expected);
        assert_eq!(folder.build(&store), (expected, 0));
    }

    #[test]
    fn results_do_not_depend_on_threads() {
        let expected = two_photos().build(&forgetful()).0;
        for threads in [1, 2, 8] {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("threads");
            // Each photo claims all the room there is, and builds wait for each other's.
            let store = Store {
                flight: Flight::new(1),
                ..forgetful()
            };
            let builds: Vec<_> = pool.install(|| {
                (0..6)
                    .into_par_iter()
                    .map(|_| two_photos().build(&store).0)
                    .collect()
            });
            assert!(builds.iter().all(|build| *build == expected), "{threads}");
        }
    }

    #[test]
    fn without_a_folder_the_build_goes_on_and_says_so_once() {
        let place = tempfile::NamedTempFile::new().expect("a file");
        let store = Store::open(Some(place.path().to_owned()));
        let folder = two_photos();
        assert_eq!(folder.build(&store), folder.build(&forgetful()));
        let note = store.note().expect("it cannot be used");
        assert!(note.contains(&place.path().display().to_string()), "{note}");
        assert_eq!(store.note(), None);

        // The folder goes while it is in use.
        let cache = tempfile::tempdir().expect("a folder");
        let store = Store::open(Some(cache.path().to_owned()));
        drop(cache);
        assert_eq!(folder.build(&store), folder.build(&forgetful()));
        assert!(store.note().is_some());
    }
}
