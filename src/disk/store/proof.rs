//! A photo to what came of reading it to its last pixel, kept by its content.
//!
//! Some damage shows only then, and it takes as long as making a picture. So it is done once for
//! each photo, whichever kit it is in and whatever was asked for: a picture, or a look.

use super::shelf::Shelf;
use crate::jobs::{Fault, proof};
use crate::source::Photo;
use std::io;

/// Whether anything can be made of `photo`, if that is known.
pub(super) fn find(shelf: &Shelf, photo: &Photo) -> Option<Result<(), Fault>> {
    let key = proof(photo);
    if shelf.find(key)?.length == 0 {
        return Some(Ok(()));
    }
    let rule = shelf.read(key)?;
    let faults = [Fault::incomplete(), Fault::damaged()];
    let fault = faults
        .into_iter()
        .find(|fault| fault.rule.as_bytes() == rule);
    fault.map(Err)
}

/// Keeps what was found. How many bytes that takes.
pub(super) fn keep(shelf: &Shelf, photo: &Photo, found: &Result<(), Fault>) -> io::Result<u64> {
    let rule = found.as_ref().err().map_or("", |fault| fault.rule);
    let stored = shelf.write(proof(photo), rule.as_bytes())?;
    Ok(stored.length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::store::sample::{Folder, damaged, forgetful};
    use crate::disk::store::{Faults, Store};
    use crate::jobs::sample::{jpeg, scene};
    use std::fs;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A whole photo, a damaged one, and half a JPEG with an end.
    fn folder() -> Folder {
        let half = jpeg(&scene(90, 60));
        let half = [&half[..half.len() / 2], b"\xff\xd9"].concat();
        Folder::new(vec![jpeg(&scene(40, 30)), damaged(), half])
    }

    const EXPECTED: [(&str, &str); 2] = [
        ("photos/1.jpg", "photo-damaged"),
        ("photos/2.jpg", "photo-incomplete"),
    ];

    fn rules(faults: &Faults) -> Vec<(&str, &str)> {
        let faults = faults.iter();
        faults
            .map(|(path, fault)| (path.as_str(), fault.rule))
            .collect()
    }

    /// Looks for faults and finds those expected; how many photos were opened for that.
    fn look(store: &Store, folder: &Folder) -> u32 {
        let opened = AtomicU32::new(0);
        let open = |photo: &Photo| {
            opened.fetch_add(1, Ordering::SeqCst);
            folder.open(photo)
        };
        let photos = folder.photos.iter().map(|(photo, _)| &**photo);
        let faults = store.faults(photos, &open, &|_| {});
        let faults = faults.expect("nothing is wrong with the disk");
        assert_eq!(rules(&faults), EXPECTED);
        opened.into_inner()
    }

    #[test]
    fn a_photo_is_looked_through_once() {
        let cache = tempfile::tempdir().expect("a folder");
        let folder = folder();
        let open = || Store::open(Some(cache.path().to_owned()));
        assert_eq!(look(&open(), &folder), 3);
        assert_eq!(look(&open(), &folder), 0);
        assert_eq!(look(&forgetful(), &folder), 3);

        // What does not say anything known is looked at again.
        let shelf = Shelf::open(cache.path()).expect("it opens");
        let photo = &folder.photos[1].0;
        shelf.write(proof(photo), b"rotten").expect("it is written");
        assert_eq!(look(&open(), &folder), 1);
        fs::remove_dir_all(shelf.root()).expect("it goes");
        assert_eq!(look(&open(), &folder), 3);
    }

    #[test]
    fn making_pictures_is_looking_through() {
        let cache = tempfile::tempdir().expect("a folder");
        let folder = folder();
        let store = Store::open(Some(cache.path().to_owned()));
        let made = store.run(&folder.jobs(), &|photo| folder.open(photo), &|_| {});
        let made = made.expect("nothing is wrong with the disk");
        assert_eq!(rules(&made.faults), EXPECTED);
        assert_eq!(look(&store, &folder), 0);
    }
}
