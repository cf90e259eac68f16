//! Photos on the disk to what must be known of them, without opening those already known.

use super::flight::Flight;
use super::shelf::Shelf;
use crate::disk::IoError;
use crate::disk::door::plain;
use crate::jobs::{Fault, HEAD, may_be_photo, probe, transparent, weight};
use crate::source::{Photo, Refusal};
use std::collections::BTreeMap;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// The largest file that is read as a photo, in bytes.
const LARGEST: u64 = 100_000_000;

const MAGIC: &[u8; 8] = b"photos2\n";
const RECORD: usize = 32 + 32 + 4 + 4 + 1;

/// The photos of one kit. What is known of a photo is kept under its path, size, times and
/// inode: a photo with the same is the same.
pub(super) struct Photos<'a> {
    shelf: Option<&'a Shelf>,
    flight: &'a Flight,
    kit: PathBuf,
    /// What was known when the kit was last built.
    known: BTreeMap<Sight, Known>,
    /// What of it was met in this build, and what is new.
    met: Mutex<BTreeMap<Sight, Known>>,
}

/// BLAKE3 of where a file is and of all that changes with it.
type Sight = [u8; 32];

/// A [`Photo`] but for its path.
#[derive(Clone, Copy, PartialEq)]
struct Known {
    content: [u8; 32],
    width: u32,
    height: u32,
    transparent: bool,
}

impl<'a> Photos<'a> {
    pub(super) fn load(shelf: Option<&'a Shelf>, flight: &'a Flight, kit: &Path) -> Photos<'a> {
        let known = shelf
            .and_then(|shelf| {
                let mut bytes = Vec::new();
                let mut index = plain(&file(shelf, kit)).ok()?;
                index.read_to_end(&mut bytes).ok()?;
                parse(&bytes)
            })
            .unwrap_or_default();
        Photos {
            shelf,
            flight,
            kit: kit.to_owned(),
            known,
            met: Mutex::default(),
        }
    }

    /// The photo at `path` in the kit, or why it cannot be used. `open` is asked only if the
    /// file's `metadata` is new; it must open a plain file without following a link out of the
    /// kit.
    pub(super) fn photo(
        &self,
        path: &str,
        metadata: &Metadata,
        open: &dyn Fn() -> Result<File, IoError>,
    ) -> Result<Result<Photo, Refusal>, IoError> {
        let sight = self.sight(path, metadata);
        if let Some(known) = self.known.get(&sight) {
            self.met().insert(sight, *known);
            return Ok(Ok(known.photo(path)));
        }
        let failed = |source| IoError {
            action: "read",
            path: self.kit.join(path),
            source,
        };
        let mut file = open()?;
        // What was opened is what is known afterwards, whatever lay there before.
        let metadata = file.metadata().map_err(failed)?;
        let bytes = match bytes(&mut file, metadata.len()).map_err(failed)? {
            Ok(bytes) => bytes,
            Err(fault) => return Ok(Err(fault.refusal(path))),
        };
        let known = match self.look(&bytes) {
            Ok(known) => known,
            Err(fault) => return Ok(Err(fault.refusal(path))),
        };
        if settled(&metadata) {
            self.met().insert(self.sight(path, &metadata), known);
        }
        Ok(Ok(known.photo(path)))
    }

    fn look(&self, bytes: &[u8]) -> Result<Known, Fault> {
        let probe = probe(bytes)?;
        // Many programs write an opacity that is full everywhere: only the pixels tell.
        let transparent = probe.transparent && {
            let _room = self.flight.room(weight(bytes));
            transparent(bytes)?
        };
        Ok(Known {
            content: blake3::hash(bytes).into(),
            width: probe.width,
            height: probe.height,
            transparent,
        })
    }

    /// Keeps what was met for the next build, if it differs from what was known. Should that
    /// fail, the photos are opened again next time.
    pub(super) fn save(self) {
        let Some(shelf) = self.shelf else { return };
        let met = self
            .met
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        if met == self.known {
            return;
        }
        let mut records = Vec::with_capacity(met.len() * RECORD);
        for (sight, known) in &met {
            records.extend_from_slice(sight);
            records.extend_from_slice(&known.content);
            records.extend_from_slice(&known.width.to_le_bytes());
            records.extend_from_slice(&known.height.to_le_bytes());
            records.push(u8::from(known.transparent));
        }
        let hash = blake3::hash(&records);
        let _ = shelf.replace(&file(shelf, &self.kit), &[MAGIC, hash.as_bytes(), &records]);
    }

    fn met(&self) -> MutexGuard<'_, BTreeMap<Sight, Known>> {
        self.met.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sight(&self, path: &str, metadata: &Metadata) -> Sight {
        let mut hasher = blake3::Hasher::new();
        // Another version may look for other things in a photo.
        hasher.update(concat!("pitchkit ", env!("CARGO_PKG_VERSION"), " photo\0").as_bytes());
        hasher.update(self.kit.as_os_str().as_encoded_bytes());
        hasher.update(b"\0");
        hasher.update(path.as_bytes());
        hasher.update(b"\0");
        hasher.update(&metadata.len().to_le_bytes());
        for number in marks(metadata) {
            hasher.update(&number.to_le_bytes());
        }
        hasher.finalize().into()
    }
}

impl Known {
    fn photo(&self, path: &str) -> Photo {
        Photo {
            path: path.to_owned(),
            content: self.content,
            width: self.width,
            height: self.height,
            transparent: self.transparent,
        }
    }
}

/// All bytes of a file that has `length` of them, unless its first ones say that it is no photo, or
/// it is too large for one.
fn bytes(file: &mut File, length: u64) -> io::Result<Result<Vec<u8>, Fault>> {
    let mut bytes = Vec::with_capacity(length.min(LARGEST) as usize);
    file.by_ref().take(HEAD as u64).read_to_end(&mut bytes)?;
    if let Err(fault) = may_be_photo(&bytes) {
        return Ok(Err(fault));
    }
    if length > LARGEST {
        return Ok(Err(too_large(length)));
    }
    file.take(LARGEST).read_to_end(&mut bytes)?;
    let length = bytes.len() as u64;
    Ok(if length > LARGEST {
        Err(too_large(length))
    } else {
        Ok(bytes)
    })
}

fn too_large(length: u64) -> Fault {
    Fault::too_large(format!(
        "is {} MB; a photo may have at most {}",
        length.div_ceil(1_000_000),
        LARGEST / 1_000_000
    ))
}

/// Where what is known of the photos of `kit` is kept.
fn file(shelf: &Shelf, kit: &Path) -> PathBuf {
    let hash = blake3::hash(kit.as_os_str().as_encoded_bytes()).to_hex();
    shelf.indexes().join(&hash.as_str()[..16])
}

fn parse(bytes: &[u8]) -> Option<BTreeMap<Sight, Known>> {
    let (hash, records) = bytes.strip_prefix(MAGIC)?.split_first_chunk::<32>()?;
    if blake3::hash(records) != *hash {
        return None;
    }
    records
        .chunks(RECORD)
        .map(|record| {
            let (sight, record) = record.split_first_chunk()?;
            let (content, record) = record.split_first_chunk()?;
            let (width, record) = record.split_first_chunk()?;
            let (height, record) = record.split_first_chunk()?;
            let known = Known {
                content: *content,
                width: u32::from_le_bytes(*width),
                height: u32::from_le_bytes(*height),
                transparent: *record.first()? != 0,
            };
            Some((*sight, known))
        })
        .collect()
}

/// What changes when a file is written or replaced, besides its length.
#[cfg(unix)]
fn marks(metadata: &Metadata) -> [u64; 6] {
    use std::os::unix::fs::MetadataExt;
    [
        metadata.dev(),
        metadata.ino(),
        metadata.mtime() as u64,
        metadata.mtime_nsec() as u64,
        // Cannot be set back, as copying programs do with the other.
        metadata.ctime() as u64,
        metadata.ctime_nsec() as u64,
    ]
}

#[cfg(not(unix))]
fn marks(metadata: &Metadata) -> [u64; 2] {
    let modified = metadata.modified().ok();
    let since = modified.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    let since = since.unwrap_or_default();
    [since.as_secs(), u64::from(since.subsec_nanos())]
}

/// Whether a later change of the file is sure to show in its times. One within the same tick of
/// the file system's clock would not: so what was written just now is looked at again next time.
fn settled(metadata: &Metadata) -> bool {
    let Some(changed) = changed(metadata) else {
        return false;
    };
    let whole_seconds = changed
        .duration_since(SystemTime::UNIX_EPOCH)
        .is_ok_and(|time| time.subsec_nanos() == 0);
    // Clocks of whole seconds tick every two of them at worst (FAT), others every 10 ms.
    let tick = match whole_seconds {
        true => Duration::from_secs(2),
        false => Duration::from_millis(50),
    };
    SystemTime::now()
        .duration_since(changed)
        .is_ok_and(|age| age > tick)
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(metadata.ctime()).ok()?;
    let nanos = u32::try_from(metadata.ctime_nsec()).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, nanos))
}

#[cfg(not(unix))]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    metadata.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::store::Store;
    use crate::jobs::sample::{jpeg, png, scene};
    use image::{DynamicImage, Rgba};
    use std::cell::Cell;
    use std::fs;

    /// A kit with one photo, old enough to be trusted.
    fn kit() -> tempfile::TempDir {
        let kit = tempfile::tempdir().expect("a folder");
        fs::write(kit.path().join("a.jpg"), jpeg(&scene(40, 30))).expect("a photo");
        std::thread::sleep(Duration::from_millis(80));
        kit
    }

    /// Looks at the photo as a new build would, and says what it saw and how often it opened it.
    fn look(cache: &Path, kit: &Path) -> (Result<Photo, Refusal>, u32) {
        let store = Store::open(Some(cache.to_owned()));
        assert_eq!(store.note(), None);
        let photos = Photos::load(store.shelf.as_ref(), &store.flight, kit);
        let path = kit.join("a.jpg");
        let opened = Cell::new(0);
        let open = || {
            opened.set(opened.get() + 1);
            Ok(File::open(&path).expect("it is there"))
        };
        let metadata = fs::metadata(&path).expect("it is there");
        let seen = photos.photo("a.jpg", &metadata, &open).expect("it is read");
        photos.save();
        (seen, opened.get())
    }

    #[test]
    fn a_known_photo_is_not_opened() {
        let (kit, cache) = (kit(), tempfile::tempdir().expect("a folder"));
        let (first, opened) = look(cache.path(), kit.path());
        assert_eq!(opened, 1);
        let photo = first.clone().expect("it can be used");
        assert_eq!(
            (photo.path.as_str(), photo.width, photo.height),
            ("a.jpg", 40, 30)
        );
        let bytes = fs::read(kit.path().join("a.jpg")).expect("it is there");
        assert_eq!(photo.content, <[u8; 32]>::from(blake3::hash(&bytes)));
        assert_eq!(look(cache.path(), kit.path()), (first.clone(), 0));
        assert_eq!(look(cache.path(), kit.path()), (first, 0));
    }

    #[test]
    fn a_changed_photo_is_opened_though_its_size_and_date_are_as_before() {
        let (kit, cache) = (kit(), tempfile::tempdir().expect("a folder"));
        assert_eq!(look(cache.path(), kit.path()).1, 1);
        let path = kit.path().join("a.jpg");
        let before = fs::metadata(&path).expect("it is there");
        let mut bytes = fs::read(&path).expect("it is there");
        let last = bytes.len() - 3;
        bytes[last] ^= 1;
        fs::write(&path, &bytes).expect("it is written");
        let file = File::options().write(true).open(&path).expect("it opens");
        file.set_modified(before.modified().expect("it has a date"))
            .expect("the date is set");
        let (seen, opened) = look(cache.path(), kit.path());
        assert_eq!(opened, 1);
        let content = seen.expect("it can be used").content;
        assert_eq!(content, <[u8; 32]>::from(blake3::hash(&bytes)));
        // It was written just now: a change within the same tick could not be told.
        assert_eq!(look(cache.path(), kit.path()).1, 1);
    }

    #[test]
    fn what_cannot_be_used_is_looked_at_each_time() {
        let (kit, cache) = (kit(), tempfile::tempdir().expect("a folder"));
        let path = kit.path().join("a.jpg");
        let bytes = fs::read(&path).expect("it is there");
        fs::write(&path, &bytes[..bytes.len() / 2]).expect("it is written");
        std::thread::sleep(Duration::from_millis(80));
        for _ in 0..2 {
            let (seen, opened) = look(cache.path(), kit.path());
            let refusal = seen.expect_err("it is cut short");
            assert_eq!((refusal.rule, opened), ("photo-incomplete", 1));
            assert!(refusal.message.starts_with("is cut short"));
        }
    }

    #[test]
    fn what_is_no_photo_is_named_however_large_it_is() {
        let (kit, cache) = (kit(), tempfile::tempdir().expect("a folder"));
        let path = kit.path().join("a.jpg");
        let check = |start: &[u8], rule: &str, words: &str| {
            fs::write(&path, start).expect("it is written");
            let file = File::options().write(true).open(&path).expect("it opens");
            file.set_len(LARGEST + 1).expect("it grows");
            let (seen, _) = look(cache.path(), kit.path());
            let refusal = seen.expect_err("it cannot be used");
            assert_eq!(refusal.rule, rule);
            assert!(refusal.message.contains(words), "{refusal:?}");
        };
        check(b"MM\0*\0\0\0\x08", "photo-format", "a TIFF file");
        check(&jpeg(&scene(40, 30)), "photo-too-large", "is 101 MB");
    }

    #[test]
    fn transparent_is_what_has_a_transparent_pixel() {
        let (kit, cache) = (kit(), tempfile::tempdir().expect("a folder"));
        let put = |bytes: &[u8]| {
            fs::write(kit.path().join("a.jpg"), bytes).expect("it is written");
            std::thread::sleep(Duration::from_millis(80));
        };
        let transparent = |seen: Result<Photo, Refusal>| seen.map(|photo| photo.transparent);
        let mut image = DynamicImage::from(scene(40, 30)).into_rgba8();
        let opaque = png(&image.clone().into());
        put(&opaque);
        for opened in [1, 0] {
            let (seen, times) = look(cache.path(), kit.path());
            assert_eq!((transparent(seen), times), (Ok(false), opened));
        }
        image.put_pixel(39, 29, Rgba([9, 9, 9, 254]));
        put(&png(&image.into()));
        for opened in [1, 0] {
            let (seen, times) = look(cache.path(), kit.path());
            assert_eq!((transparent(seen), times), (Ok(true), opened));
        }
        let mut rotten = opaque;
        let middle = rotten.len() / 2;
        rotten[middle] ^= 1;
        put(&rotten);
        let refusal = look(cache.path(), kit.path()).0;
        assert_eq!(refusal.expect_err("it is damaged").rule, "photo-damaged");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_for_an_index_is_not_waited_for() {
        use crate::disk::store::sample::{in_time, put_pipe};
        let (kit, cache) = (kit(), tempfile::tempdir().expect("a folder"));
        let (first, _) = look(cache.path(), kit.path());
        let shelf = Shelf::open(cache.path()).expect("it opens");
        put_pipe(&file(&shelf, kit.path()));
        assert_eq!(in_time(move || look(cache.path(), kit.path())), (first, 1));
    }

    #[test]
    fn a_damaged_index_is_made_anew() {
        let (kit, cache) = (kit(), tempfile::tempdir().expect("a folder"));
        let (first, _) = look(cache.path(), kit.path());
        let shelf = Shelf::open(cache.path()).expect("it opens");
        let index = file(&shelf, kit.path());
        let whole = fs::read(&index).expect("it is there");
        let damages = [
            whole[..whole.len() - 1].to_vec(),
            whole[..20].to_vec(),
            Vec::new(),
            [&whole[..60], &[whole[60] ^ 1], &whole[61..]].concat(),
            [b"photos9\n", &whole[8..]].concat(),
        ];
        for damaged in damages {
            fs::write(&index, damaged).expect("it is written");
            assert_eq!(look(cache.path(), kit.path()), (first.clone(), 1));
            assert_eq!(fs::read(&index).expect("it is there"), whole);
        }
    }
}
