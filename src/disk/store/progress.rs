//! How far a run of the store has come, told while it goes on.
//!
//! It counts and calls; when and how to show it is for whoever watches.

use std::sync::{Mutex, PoisonError};

/// How far the pictures of a run have come. No number ever falls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Photos of which something is to be made. Those whose pictures are all kept do not count.
    pub photos: usize,
    /// Photos that are finished with: all is made of them, or they have a fault.
    pub done: usize,
    /// The bytes of the photos that were read.
    pub read: u64,
    /// Pictures made of them.
    pub pictures: usize,
    /// The bytes of these pictures.
    pub made: u64,
}

/// Is told of every step, from any thread but one at a time: it should return quickly.
pub type Watch<'a> = dyn Fn(Progress) + Sync + 'a;

/// Counts the steps of a run.
pub(super) struct Tally<'a> {
    progress: Mutex<Progress>,
    watch: &'a Watch<'a>,
}

/// The work on one photo, which is finished with when this is dropped.
pub(super) struct Turn<'a>(&'a Tally<'a>);

impl<'a> Tally<'a> {
    /// Begins with so many photos. Without any there is nothing to watch, and `watch` is never
    /// called.
    pub fn begin(photos: usize, watch: &'a Watch<'a>) -> Tally<'a> {
        let tally = Tally {
            progress: Mutex::default(),
            watch,
        };
        if photos > 0 {
            tally.step(|progress| progress.photos = photos);
        }
        tally
    }

    pub fn turn(&'a self) -> Turn<'a> {
        Turn(self)
    }

    fn step(&self, change: impl FnOnce(&mut Progress)) {
        // Held while the watcher looks, so that it sees the steps in their order.
        let mut progress = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut progress);
        (self.watch)(*progress);
    }
}

impl Turn<'_> {
    /// The photo was read, and had so many bytes.
    pub fn read(&self, bytes: usize) {
        self.0.step(|progress| progress.read += bytes as u64);
    }

    /// A picture of so many bytes was made of it.
    pub fn made(&self, bytes: usize) {
        self.0.step(|progress| {
            progress.pictures += 1;
            progress.made += bytes as u64;
        });
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.step(|progress| progress.done += 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::store::Store;
    use crate::disk::store::sample::{Folder, damaged, forgetful, two_photos};

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

        let folder = Folder::new(vec![damaged()]);
        let faulty = Progress {
            photos: 1,
            done: 1,
            read: sum(&folder),
            ..Progress::default()
        };
        check(&folder, &store, faulty);
    }
}
