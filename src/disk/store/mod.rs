//! Jobs to their results, kept by key in the user's cache folder.
//!
//! The cache may be missing, read-only, damaged or emptied at any moment: it only ever saves
//! time, and a build with it equals one without. Nothing inside a kit is read as cache. The
//! store knows how to make a picture of a photo's bytes; where the bytes come from, the caller
//! says. A font comes with its job.

mod flight;
mod photos;
mod place;
mod progress;
mod shelf;

pub use photos::Photos;
pub use progress::{Progress, Watch};

use crate::disk::IoError;
use crate::jobs::{Cut, Fault, Font, Job, Key, Picture, Pixels, decode, encode, font};
use crate::source::Photo;
use flight::Flight;
use place::location;
use progress::{Tally, Turn};
use shelf::Shelf;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};

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
    /// Photos of which nothing can be made, by their paths in the kit, and such fonts, by theirs in
    /// the theme.
    pub faults: BTreeMap<String, Fault>,
}

/// All that is still to be made of one photo, by where it is cut, so that recipes of one cut
/// share the work.
struct Batch<'a> {
    photo: &'a Photo,
    cuts: BTreeMap<Cut, Vec<(Key, &'a Picture)>>,
}

/// One thing that came out of a batch.
enum Outcome {
    Made(Key, Stored),
    Fault(String, Fault),
    Trouble(PathBuf, IoError),
}

impl Store {
    /// Opens the cache in `dir`, or where `PITCHKIT_CACHE` says, or where this system keeps
    /// caches. Without a folder that can be used results are made each time; [`Store::note`]
    /// says so.
    pub fn open(dir: Option<PathBuf>) -> Store {
        let place = location(dir, &|name| std::env::var_os(name));
        let (shelf, note) = match place {
            None => (None, Some("no folder for it is known (no HOME)".to_owned())),
            Some(place) => match Shelf::open(&place) {
                Ok(shelf) => (Some(shelf), None),
                Err(error) => (None, Some(format!("`{}`: {error}", place.display()))),
            },
        };
        Store {
            shelf,
            flight: Flight::new(),
            note: Mutex::new(note),
        }
    }

    /// Removes all that is kept. How many bytes that were.
    pub fn clear(self) -> Result<u64, IoError> {
        let Some(shelf) = self.shelf else {
            return Ok(0);
        };
        let freed = shelf.clear();
        freed.map_err(|error| IoError::new("empty", shelf.root(), error))
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

    /// What is known of the photos of the kit in the folder `kit`, an absolute path.
    pub fn photos(&self, kit: &Path) -> Photos<'_> {
        Photos::load(self.shelf.as_ref(), kit)
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
        let mut batches: BTreeMap<[u8; 32], Batch> = BTreeMap::new();
        let mut fonts = BTreeMap::new();
        for job in jobs {
            let key = job.key();
            if results.made.contains_key(&key) {
                continue;
            }
            if let Some(stored) = self.shelf.as_ref().and_then(|shelf| shelf.find(key)) {
                results.made.insert(key, stored);
                continue;
            }
            let picture = match job {
                Job::Picture(picture) => picture,
                Job::Font(font) => {
                    fonts.insert(key, font);
                    continue;
                }
            };
            let batch = batches
                .entry(picture.photo.content)
                .or_insert_with(|| Batch {
                    photo: &picture.photo,
                    cuts: BTreeMap::new(),
                });
            let recipes = batch.cuts.entry(picture.cut()).or_default();
            if !recipes.iter().any(|&(known, _)| known == key) {
                recipes.push((key, picture));
            }
        }

        let mut written = 0;
        let mut troubles = BTreeMap::new();
        for outcome in self.make(&batches, &fonts, open, watch) {
            match outcome {
                Outcome::Made(key, stored) => {
                    written += stored.length;
                    results.made.insert(key, stored);
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
        let made = match job {
            Job::Picture(picture) => {
                let failed = |fault: Fault| trouble(&picture.photo.path, &fault.message);
                let pixels = read(&picture.photo, open, None)?.map_err(failed)?;
                encode(&pixels, &[picture]).swap_remove(0).map_err(failed)?
            }
            Job::Font(job) => {
                let failed = |fault: Fault| trouble(&job.master.path, &fault.message);
                font(job).map_err(failed)?
            }
        };
        if let Some(shelf) = &self.shelf {
            // The result was kept before, so what hinders it now is told when it next is.
            let _ = shelf.write(key, &made);
        }
        Ok(made)
    }

    fn make(
        &self,
        batches: &BTreeMap<[u8; 32], Batch>,
        fonts: &BTreeMap<Key, &Font>,
        open: &Open,
        watch: &Watch,
    ) -> Vec<Outcome> {
        let (sender, outcomes) = mpsc::channel();
        let tally = Tally::begin(batches.len(), watch);
        // Nothing inside the scope waits for room but this thread, which holds none: so all that
        // holds room is able to go on and to give it back.
        rayon::in_place_scope(|scope| {
            for (&key, &job) in fonts {
                let sender = sender.clone();
                scope.spawn(move |_| {
                    let _ = sender.send(match font(job) {
                        Ok(bytes) => Outcome::Made(key, self.keep(key, bytes)),
                        Err(fault) => Outcome::Fault(job.master.path.clone(), fault),
                    });
                });
            }
            for batch in batches.values() {
                let (sender, turn) = (sender.clone(), tally.turn());
                let pixels = u64::from(batch.photo.width) * u64::from(batch.photo.height);
                let room = self.flight.room(pixels);
                scope.spawn(move |scope| {
                    let path = &batch.photo.path;
                    let pixels = match read(batch.photo, open, Some(&turn)) {
                        Ok(Ok(pixels)) => pixels,
                        Ok(Err(fault)) => {
                            let _ = sender.send(Outcome::Fault(path.clone(), fault));
                            return;
                        }
                        Err(error) => {
                            let _ = sender.send(Outcome::Trouble(path.into(), error));
                            return;
                        }
                    };
                    // With the last use of the pixels the room is given back, and the turn over.
                    let held = Arc::new((pixels, room, turn));
                    for recipes in batch.cuts.values() {
                        let (held, sender) = (Arc::clone(&held), sender.clone());
                        scope.spawn(move |_| {
                            let pictures: Vec<&Picture> =
                                recipes.iter().map(|&(_, picture)| picture).collect();
                            let made = encode(&held.0, &pictures);
                            for (&(key, _), made) in recipes.iter().zip(made) {
                                let _ = sender.send(match made {
                                    Ok(bytes) => {
                                        held.2.made(bytes.len());
                                        Outcome::Made(key, self.keep(key, bytes))
                                    }
                                    Err(fault) => Outcome::Fault(path.clone(), fault),
                                });
                            }
                        });
                    }
                });
            }
        });
        drop(sender);
        outcomes.into_iter().collect()
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
        Stored {
            length: bytes.len() as u64,
            hash: blake3::hash(&bytes).into(),
            bytes: Some(Arc::new(bytes)),
        }
    }
}

/// Reads and decodes a photo, if it is still the one the build knows.
fn read(photo: &Photo, open: &Open, turn: Option<&Turn>) -> Result<Result<Pixels, Fault>, IoError> {
    let bytes = open(photo)?;
    if let Some(turn) = turn {
        turn.read(bytes.len());
    }
    if blake3::hash(&bytes) != photo.content {
        return Err(trouble(
            &photo.path,
            "it changed while the kit was being built; build again",
        ));
    }
    Ok(decode(&bytes))
}

fn trouble(path: &str, reason: &str) -> IoError {
    IoError {
        action: "read",
        path: PathBuf::from(path),
        source: std::io::Error::other(reason.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::sample::{jpeg, scene};
    use crate::jobs::{Effort, plan, probe};
    use crate::kit::Format;
    use crate::theme::Master;
    use rayon::prelude::{IntoParallelIterator, ParallelIterator};
    use std::fs;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// Photos in memory, and how often they were read.
    struct Folder {
        photos: Vec<(Arc<Photo>, Vec<u8>)>,
        opened: AtomicU32,
    }

    impl Folder {
        fn new(files: Vec<Vec<u8>>) -> Folder {
            let photo = |(number, bytes): (usize, Vec<u8>)| {
                let probe = probe(&bytes).expect("it is a photo");
                let photo = Photo {
                    path: format!("photos/{number}.jpg"),
                    content: blake3::hash(&bytes).into(),
                    width: probe.width,
                    height: probe.height,
                    transparent: probe.transparent,
                };
                (Arc::new(photo), bytes)
            };
            Folder {
                photos: files.into_iter().enumerate().map(photo).collect(),
                opened: AtomicU32::new(0),
            }
        }

        fn jobs(&self) -> Vec<Job> {
            let mut jobs = Vec::new();
            for (photo, _) in &self.photos {
                for ratio in [None, Some((1, 1))] {
                    for cut in plan(photo, &[40, 80], ratio, (50, 50)) {
                        for format in [Format::Jpeg, Format::Webp] {
                            jobs.push(Job::Picture(Picture {
                                photo: Arc::clone(photo),
                                crop: cut.crop,
                                width: cut.width,
                                height: cut.height,
                                format,
                                effort: Effort::Quick,
                            }));
                        }
                    }
                }
            }
            jobs
        }

        fn open(&self, photo: &Photo) -> Result<Vec<u8>, IoError> {
            self.opened.fetch_add(1, Ordering::SeqCst);
            let found = self
                .photos
                .iter()
                .find(|(known, _)| known.path == photo.path);
            Ok(found.expect("it is one of these").1.clone())
        }

        /// All bytes, by key, and how many photos were read for them.
        fn build(&self, store: &Store) -> (BTreeMap<Key, Vec<u8>>, u32) {
            self.opened.store(0, Ordering::SeqCst);
            let open = |photo: &Photo| self.open(photo);
            let jobs = self.jobs();
            let results = store
                .run(&jobs, &open, &|_| {})
                .expect("nothing is wrong with the disk");
            assert_eq!(results.faults, BTreeMap::new());
            let bytes = jobs.iter().map(|job| {
                let stored = &results.made[&job.key()];
                let bytes = store.bytes(job, stored, &open).expect("it is there");
                assert_eq!(bytes.len() as u64, stored.length);
                assert_eq!(blake3::hash(&bytes), stored.hash);
                (job.key(), bytes)
            });
            let bytes = bytes.collect();
            (bytes, self.opened.load(Ordering::SeqCst))
        }
    }

    fn two_photos() -> Folder {
        Folder::new(vec![jpeg(&scene(160, 120)), jpeg(&scene(90, 120))])
    }

    /// A store that keeps nothing.
    fn forgetful() -> Store {
        Store {
            shelf: None,
            flight: Flight::new(),
            note: Mutex::default(),
        }
    }

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
        // Each photo claims all the room there is, and builds wait for each other's.
        let folder = || {
            let mut folder = two_photos();
            for (photo, _) in &mut folder.photos {
                let photo = Arc::make_mut(photo);
                (photo.width, photo.height) = (30_000, 30_000);
            }
            folder
        };
        let expected = folder().build(&forgetful()).0;
        for threads in [1, 2, 8] {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("threads");
            let store = forgetful();
            let builds: Vec<_> = pool.install(|| {
                (0..6)
                    .into_par_iter()
                    .map(|_| folder().build(&store).0)
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

    #[test]
    fn faults_are_of_photos_and_trouble_is_of_the_disk() {
        let mut png = crate::jobs::sample::png(&scene(40, 30).into());
        let middle = png.len() / 2;
        png[middle] ^= 1;
        let folder = Folder::new(vec![jpeg(&scene(40, 30)), png]);
        let results = forgetful()
            .run(&folder.jobs(), &|photo| folder.open(photo), &|_| {})
            .expect("nothing is wrong with the disk");
        assert!(results.made.len() > 1);
        let faults: Vec<_> = results
            .faults
            .iter()
            .map(|(path, fault)| (path.as_str(), fault.rule))
            .collect();
        assert_eq!(faults, [("photos/1.jpg", "photo-damaged")]);

        let changed = forgetful()
            .run(&folder.jobs(), &|_| Ok(jpeg(&scene(41, 30))), &|_| {})
            .expect_err("these are not the photos");
        assert_eq!(changed.path, Path::new("photos/0.jpg"));
        assert!(changed.source.to_string().contains("changed"));
    }

    #[test]
    fn every_step_is_told_in_order() {
        fn check(folder: &Folder, store: &Store, expected: Progress) {
            let told = Mutex::new(Vec::new());
            let watch = |progress| told.lock().expect("no panic").push(progress);
            let results = store
                .run(&folder.jobs(), &|photo| folder.open(photo), &watch)
                .expect("nothing is wrong with the disk");
            let told = told.into_inner().expect("no panic");
            // The begin of all, each photo read and each finished with, each picture made.
            let steps = match expected.photos {
                0 => 0,
                photos => 1 + 2 * photos + expected.pictures,
            };
            assert_eq!(told.len(), steps);
            assert_eq!(told.last().copied().unwrap_or_default(), expected);
            let numbers = |p: &Progress| [p.done as u64, p.read, p.pictures as u64, p.made];
            assert!(told.first().is_none_or(|first| numbers(first) == [0; 4]));
            for pair in told.windows(2) {
                let (before, after) = (numbers(&pair[0]), numbers(&pair[1]));
                assert!(before.iter().zip(after).all(|(a, b)| *a <= b), "{pair:?}");
            }
            if expected.photos > 0 {
                let bytes: u64 = results.made.values().map(|stored| stored.length).sum();
                assert_eq!(bytes, expected.made);
            }
        }
        let cache = tempfile::tempdir().expect("a folder");
        let store = Store::open(Some(cache.path().to_owned()));
        let folder = two_photos();
        let sum = |folder: &Folder| -> u64 {
            let lengths = folder.photos.iter().map(|(_, bytes)| bytes.len() as u64);
            lengths.sum()
        };
        let made = folder.build(&forgetful()).0;
        let all = Progress {
            photos: 2,
            done: 2,
            read: sum(&folder),
            pictures: 16,
            made: made.values().map(|bytes| bytes.len() as u64).sum(),
        };
        check(&folder, &store, all);
        check(&folder, &store, Progress::default());

        let mut png = crate::jobs::sample::png(&scene(40, 30).into());
        let middle = png.len() / 2;
        png[middle] ^= 1;
        let folder = Folder::new(vec![png]);
        let damaged = Progress {
            photos: 1,
            done: 1,
            read: sum(&folder),
            ..Progress::default()
        };
        check(&folder, &store, damaged);
    }

    #[test]
    fn fonts_are_made_once_and_need_no_folder() {
        fn check(bytes: &'static [u8], expected: Result<&str, &str>) {
            let cache = tempfile::tempdir().expect("a folder");
            let master = Master::new("fonts/x.ttf".to_owned(), bytes.into());
            let job = Job::Font(Font {
                master: Arc::new(master),
                characters: ('a'..='z').collect(),
            });
            let open = |_: &Photo| panic!("no photo is asked for");
            let store = Store::open(Some(cache.path().to_owned()));
            let results = store
                .run([&job, &job], &open, &|_| panic!("no photo is made"))
                .expect("nothing is wrong with the disk");
            let faults: Vec<_> = results.faults.values().map(|fault| fault.rule).collect();
            match expected {
                Ok(start) => {
                    let made = store.bytes(&job, &results.made[&job.key()], &open);
                    let made = made.expect("it is there");
                    assert!(made.starts_with(start.as_bytes()));
                    let without = forgetful().run([&job], &open, &|_| {}).expect("no folder");
                    let stored = &without.made[&job.key()];
                    assert_eq!(forgetful().bytes(&job, stored, &open).ok(), Some(made));
                }
                Err(rule) => {
                    assert_eq!(faults, [rule]);
                    assert!(results.faults.contains_key("fonts/x.ttf"));
                }
            }
        }
        let whole = include_bytes!("../../../themes/editorial/fonts/instrument-sans.ttf");
        check(whole, Ok("wOF2"));
        check(b"", Err("theme-font"));
        check(&whole[..2000], Err("theme-font"));
    }
}
