//! Photos and a store in memory, for tests.

use super::Store;
use super::flight::{Flight, MOST};
use crate::disk::IoError;
use crate::jobs::sample::{jpeg, png, scene};
use crate::jobs::{Effort, Job, Key, Picture, plan, probe};
use crate::kit::Format;
use crate::source::Photo;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

/// Photos in memory, and how often they were read.
pub(super) struct Folder {
    pub photos: Vec<(Arc<Photo>, Vec<u8>)>,
    opened: AtomicU32,
}

impl Folder {
    pub fn new(files: Vec<Vec<u8>>) -> Folder {
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

    pub fn jobs(&self) -> Vec<Job> {
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

    pub fn open(&self, photo: &Photo) -> Result<Vec<u8>, IoError> {
        self.opened.fetch_add(1, Ordering::SeqCst);
        let found = self
            .photos
            .iter()
            .find(|(known, _)| known.path == photo.path);
        Ok(found.expect("it is one of these").1.clone())
    }

    /// All bytes, by key, and how many photos were read for them.
    pub fn build(&self, store: &Store) -> (BTreeMap<Key, Vec<u8>>, u32) {
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

pub(super) fn two_photos() -> Folder {
    Folder::new(vec![jpeg(&scene(160, 120)), jpeg(&scene(90, 120))])
}

/// A store that keeps nothing.
pub(super) fn forgetful() -> Store {
    Store {
        shelf: None,
        flight: Flight::new(MOST),
        note: Mutex::default(),
    }
}

/// Puts a pipe at `path`: whoever opens it waits for somebody who writes into it.
#[cfg(target_os = "linux")]
pub(super) fn put_pipe(path: &std::path::Path) {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let _ = std::fs::remove_file(path);
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
}

/// What `work` gives, unless it waits for ever.
#[cfg(target_os = "linux")]
pub(super) fn in_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, given) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(work()));
    given
        .recv_timeout(std::time::Duration::from_secs(60))
        .expect("it does not wait")
}

/// A PNG that only decoding finds to be damaged.
pub(super) fn damaged() -> Vec<u8> {
    let mut png = png(&scene(40, 30).into());
    let middle = png.len() / 2;
    png[middle] ^= 1;
    png
}
