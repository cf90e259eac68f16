//! Jobs that have no result yet to what comes of them.
//!
//! It reads photos and makes things of them on all threads; where a result is kept, the caller
//! says.

use super::flight::Flight;
use super::progress::{Tally, Watch};
use super::{Open, Stored};
use crate::disk::IoError;
use crate::jobs::{Cut, Fault, Font, Job, Key, Picture, decode, encode, font, typeset, weight};
use crate::source::Photo;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};

/// Jobs to be done, those of one photo together.
#[derive(Default)]
pub(super) struct Work<'a> {
    /// By the content of the photo.
    batches: BTreeMap<[u8; 32], Batch<'a>>,
    fonts: BTreeMap<Key, &'a Font>,
}

/// All that is to be made of one photo, by where it is cut, so that recipes of one cut share the
/// work. It may be nothing: then the photo is only read to its last pixel.
struct Batch<'a> {
    photo: &'a Photo,
    cuts: BTreeMap<Cut, Vec<(Key, &'a Picture)>>,
}

/// One thing that came of it.
pub(super) enum Outcome<'a> {
    Made(Key, Stored),
    /// The photo was read to its last pixel, and this was found.
    Read(&'a Photo, Result<(), Fault>),
    /// Of the photo or font at this path nothing can be made.
    Fault(String, Fault),
    /// The photo at this path cannot be read.
    Trouble(PathBuf, IoError),
}

impl<'a> Work<'a> {
    /// Adds a job, by its key. A job that is there already is done once.
    pub fn add(&mut self, key: Key, job: &'a Job) {
        let picture = match job {
            Job::Picture(picture) => picture,
            Job::Font(font) => {
                self.fonts.insert(key, font);
                return;
            }
            // It waits for its pictures.
            Job::Typeset(_) => return,
        };
        let batch = self.batch(&picture.photo);
        let recipes = batch.cuts.entry(picture.cut()).or_default();
        if !recipes.iter().any(|&(known, _)| known == key) {
            recipes.push((key, picture));
        }
    }

    /// Adds a photo of which nothing need be made, to learn whether that could be.
    pub fn add_photo(&mut self, photo: &'a Photo) {
        self.batch(photo);
    }

    fn batch(&mut self, photo: &'a Photo) -> &mut Batch<'a> {
        let batch = self.batches.entry(photo.content);
        batch.or_insert_with(|| Batch {
            photo,
            cuts: BTreeMap::new(),
        })
    }

    /// Does all of it. Each photo is read and decoded once, as many at a time as `flight` has room
    /// for, and one more is read ahead. Each result is given to `keep`; `watch` is told of the photos.
    pub fn run(
        &self,
        flight: &Flight,
        open: &Open,
        watch: &Watch,
        keep: &(dyn Fn(Key, Vec<u8>) -> Stored + Sync),
    ) -> Vec<Outcome<'a>> {
        let (sender, outcomes) = mpsc::channel();
        let tally = Tally::begin(self.batches.len(), watch);
        // Nothing inside the scope waits for room but this thread, which holds none: so all that
        // holds room is able to go on and to give it back.
        rayon::in_place_scope(|scope| {
            for (&key, &job) in &self.fonts {
                let sender = sender.clone();
                scope.spawn(move |_| {
                    let _ = sender.send(match font(job) {
                        Ok(bytes) => Outcome::Made(key, keep(key, bytes)),
                        Err(fault) => Outcome::Fault(job.master.path.clone(), fault),
                    });
                });
            }
            for batch in self.batches.values() {
                let (sender, turn) = (sender.clone(), tally.turn());
                let path = &batch.photo.path;
                let bytes = match read(batch.photo, open) {
                    Ok(bytes) => bytes,
                    Err(error) => {
                        let _ = sender.send(Outcome::Trouble(path.into(), error));
                        continue;
                    }
                };
                turn.read(bytes.len());
                let room = flight.room(weight(&bytes));
                scope.spawn(move |scope| {
                    let read = decode(bytes);
                    let found = read.as_ref().map(|_| ()).map_err(Fault::clone);
                    let _ = sender.send(Outcome::Read(batch.photo, found));
                    let pixels = match read {
                        Ok(pixels) => pixels,
                        Err(fault) => {
                            let _ = sender.send(Outcome::Fault(path.clone(), fault));
                            return;
                        }
                    };
                    // With the last use of the pixels the room is given back, and the turn over.
                    let held = Arc::new((pixels, turn, room));
                    for recipes in batch.cuts.values() {
                        let (held, sender) = (Arc::clone(&held), sender.clone());
                        scope.spawn(move |_| {
                            let (pixels, turn, _) = &*held;
                            let pictures: Vec<&Picture> =
                                recipes.iter().map(|&(_, picture)| picture).collect();
                            let made = encode(pixels, &pictures);
                            for (&(key, _), made) in recipes.iter().zip(made) {
                                let _ = sender.send(match made {
                                    Ok(bytes) => {
                                        turn.made(bytes.len());
                                        Outcome::Made(key, keep(key, bytes))
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
}

/// Does a single job.
pub(super) fn one(job: &Job, open: &Open) -> Result<Vec<u8>, IoError> {
    match job {
        Job::Picture(picture) => {
            let failed = |fault: Fault| trouble(&picture.photo.path, &fault.message);
            let pixels = decode(read(&picture.photo, open)?).map_err(failed)?;
            encode(&pixels, &[picture]).swap_remove(0).map_err(failed)
        }
        Job::Font(job) => font(job).map_err(|fault| trouble(&job.master.path, &fault.message)),
        Job::Typeset(job) => {
            let pictures = job.paper.pictures.iter().cloned().map(Job::Picture);
            let pictures = pictures
                .map(|picture| one(&picture, open))
                .collect::<Result<_, _>>()?;
            let template = job.document.template();
            typeset(job, pictures).map_err(|fault| trouble(template, &fault.message))
        }
    }
}

/// Reads a photo, if it is still the one the build knows.
fn read(photo: &Photo, open: &Open) -> Result<Vec<u8>, IoError> {
    let bytes = open(photo)?;
    if blake3::hash(&bytes) != photo.content {
        return Err(trouble(
            &photo.path,
            "it changed while the kit was being built; build again",
        ));
    }
    Ok(bytes)
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
    use crate::disk::store::sample::{Folder, damaged, forgetful};
    use crate::disk::store::{Progress, Store};
    use crate::jobs::sample::{jpeg, scene};
    use crate::theme::Master;
    use std::path::Path;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn faults_are_of_photos_and_trouble_is_of_the_disk() {
        let folder = Folder::new(vec![jpeg(&scene(40, 30)), damaged()]);
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
    fn a_heavy_photo_is_alone() {
        let folder = Folder::new((0..9).map(|n| jpeg(&scene(400 + n, 300))).collect());
        let store = Store {
            flight: Flight::new(1),
            ..forgetful()
        };
        let (opened, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let open = |photo: &Photo| {
            let opened = opened.fetch_add(1, Ordering::SeqCst) + 1;
            // This one, which is read ahead, and the one that is being made.
            assert!(opened <= done.load(Ordering::SeqCst) + 2);
            folder.open(photo)
        };
        let watch = |progress: Progress| done.store(progress.done, Ordering::SeqCst);
        let results = store.run(&folder.jobs(), &open, &watch);
        assert!(
            !results
                .expect("nothing is wrong with the disk")
                .made
                .is_empty()
        );
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
