//! A zip to the files in it, in memory.

use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// How much may still be unpacked, in bytes, over all archives of one import.
pub(super) struct Room(u64);

impl Default for Room {
    fn default() -> Room {
        Room(256_000_000)
    }
}

/// How long one file in an archive may be, in bytes.
const MOST_BYTES: u64 = 64_000_000;

/// How many files an archive may have: a download of all of an account's pictures has tens of
/// thousands.
const MOST_ENTRIES: usize = 200_000;

/// The endings of files that may be an export, or hold one.
const ENDINGS: &[&str] = &["csv", "tsv", "txt", "json", "xlsx", "zip"];

/// A file that was in an archive.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) modified: Option<Date>,
    /// Whether it is the only one.
    pub(super) alone: bool,
}

/// Why nothing of an archive is used.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It cannot be read as one; cut short, most often.
    Broken,
    /// It has more files than any export.
    TooMany,
    /// This file of it has a name that leads out of it.
    Name(String),
    /// These two files of it would be one on many systems.
    Twins(String),
    /// This file of it is encrypted.
    Encrypted(String),
    /// This file of it is packed in a way no platform uses.
    Method(String),
    /// This file of it does not match its checksum, or is cut short.
    Damaged(String),
    /// This file of it is too long.
    TooLong(String),
}

impl Refused {
    /// The rule, the end of a sentence that begins with the archive, and what to do.
    pub(super) fn told(&self) -> (&'static str, String, &'static str) {
        let again = "download it again and import it as it comes";
        let apart = "unpack it yourself, look at what is in it, and import the files you know";
        match self {
            Refused::Broken => (
                "archive-broken",
                "is a broken archive, or cut short".into(),
                again,
            ),
            Refused::TooMany => (
                "archive-too-large",
                format!("has more than {MOST_ENTRIES} files"),
                apart,
            ),
            Refused::Name(name) => (
                "archive-name",
                format!("has a file with a name that leads elsewhere: `{name}`"),
                "no platform makes such an archive; find out where it comes from",
            ),
            Refused::Twins(name) => (
                "archive-name",
                format!("has two files of one name: `{name}`"),
                "no platform makes such an archive; find out where it comes from",
            ),
            Refused::Encrypted(name) => (
                "archive-encrypted",
                format!("is locked with a password: `{name}`"),
                "unpack it with the password, then import the files",
            ),
            Refused::Method(name) => (
                "archive-method",
                format!("is packed in a way that is not understood: `{name}`"),
                "unpack it yourself, then import the files",
            ),
            Refused::Damaged(name) => (
                "archive-broken",
                format!("is damaged: `{name}` is not what was packed"),
                again,
            ),
            Refused::TooLong(name) => (
                "archive-too-large",
                format!("unpacks to more than can be read: `{name}`"),
                apart,
            ),
        }
    }
}

/// Whether the zip in `bytes` is a workbook.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    let is_main = |name: Result<Cow<'_, str>, ZipError>| name.is_ok_and(|n| n == "xl/workbook.xml");
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| archive.file_names().any(is_main))
}

/// Unpacks into `entries` what may be an export. The number of files that may be none.
pub(super) fn unpack(
    bytes: Vec<u8>,
    room: &mut Room,
    entries: &mut Vec<Entry>,
) -> Result<usize, Refused> {
    let Sound { mut archive, names } = Sound::open(bytes)?;
    let mut aside = 0;
    let alone = names.iter().filter(|name| !name.ends_with('/')).count() == 1;
    for (index, name) in names.into_iter().enumerate() {
        let base = name.rsplit('/').next().unwrap_or_default();
        let ending = base
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase());
        let hidden = base.starts_with('.') || name.starts_with("__MACOSX/");
        if base.is_empty() {
            continue;
        }
        if hidden || !ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            aside += 1;
            continue;
        }
        let (bytes, modified) = read(&mut archive, index, &name, room)?;
        entries.push(Entry {
            name,
            bytes,
            modified,
            alone,
        });
    }
    Ok(aside)
}

/// Unpacks all of a workbook and forgets it: from then on its size is known, and that it is whole.
pub(super) fn measure(bytes: &[u8], room: &mut Room) -> Result<(), Refused> {
    let Sound { mut archive, names } = Sound::open(bytes.to_vec())?;
    for (index, name) in names.iter().enumerate() {
        read(&mut archive, index, name, room)?;
    }
    Ok(())
}

/// An archive all of whose names are safe.
struct Sound {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// By index.
    names: Vec<String>,
}

impl Sound {
    fn open(bytes: Vec<u8>) -> Result<Sound, Refused> {
        let listed = listed(&bytes);
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
        if archive.len() > MOST_ENTRIES {
            return Err(Refused::TooMany);
        }
        let mut names = Vec::new();
        let mut seen = BTreeSet::new();
        for name in archive.file_names() {
            let name = name.map_err(|_| Refused::Broken)?.into_owned();
            let leads_out = name.starts_with('/')
                || name.contains(['\\', '\0'])
                || name.split('/').any(|part| part == "..")
                || name.as_bytes().get(1) == Some(&b':');
            if leads_out {
                return Err(Refused::Name(name.escape_debug().to_string()));
            }
            if !seen.insert(name.to_lowercase()) {
                return Err(Refused::Twins(name));
            }
            names.push(name);
        }
        // Of two files of one name, the library keeps one.
        if listed.is_some_and(|listed| listed != names.len()) {
            return Err(Refused::Twins(names.pop().unwrap_or_default()));
        }
        Ok(Sound { archive, names })
    }
}

/// How many files the archive says that it has; `None` where the number is too large for its
/// place.
fn listed(bytes: &[u8]) -> Option<usize> {
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = bytes.get(end + 10..end + 12)?;
    let count = u16::from_le_bytes([count[0], count[1]]);
    (count != u16::MAX).then_some(usize::from(count))
}

fn read(
    archive: &mut ZipArchive<Cursor<Vec<u8>>>,
    index: usize,
    name: &str,
    room: &mut Room,
) -> Result<(Vec<u8>, Option<Date>), Refused> {
    let file = archive.by_index(index).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Refused::Encrypted(name.to_string())
        }
        ZipError::UnsupportedArchive(_) => Refused::Method(name.to_string()),
        _ => Refused::Broken,
    })?;
    let method = file.compression();
    if !matches!(
        method,
        CompressionMethod::Stored | CompressionMethod::Deflated
    ) {
        return Err(Refused::Method(name.to_string()));
    }
    // Tools that know no date write the first one there is, in 1980.
    let modified = file
        .last_modified()
        .and_then(|time| Date::new(time.year() as i16, time.month() as i8, time.day() as i8).ok())
        // Programs that know no time write the first there is.
        .filter(|day| day.year() > 1980);
    let limit = MOST_BYTES.min(room.0);
    let mut bytes = Vec::new();
    let read = file.take(limit + 1).read_to_end(&mut bytes);
    let length = read.map_err(|_| Refused::Damaged(name.to_string()))? as u64;
    if length > limit {
        return Err(Refused::TooLong(name.to_string()));
    }
    room.0 -= length;
    Ok((bytes, modified))
}
