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
