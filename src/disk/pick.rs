//! Files and folders that somebody gave us from outside a kit, to bytes.

use super::IoError;
use super::door;
use crate::import::Dropped;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fs::Metadata;
use std::io::{self, Read};
use std::path::Path;
use walkdir::WalkDir;

/// How long a file may be, in bytes: the largest archives of pictures are longer, and hold their
/// numbers in files that can be given by themselves.
const MOST_BYTES: u64 = 512_000_000;

/// The same of a file that is no archive: a table of so many bytes holds far more than a kit.
const MOST_TEXT: u64 = 64_000_000;

/// How deep and how full a folder may be.
const DEEPEST: usize = 12;
const MOST_FILES: usize = 100_000;

/// The endings of files in a folder that may be an export.
const ENDINGS: &[&str] = &["csv", "tsv", "txt", "json", "xlsx", "zip"];

/// Reads `paths`: files as they are, and in folders all that may be an export. `today` stands in
/// for a day that the system does not tell.
pub fn pick(paths: &[impl AsRef<Path>], today: Date) -> Result<Vec<Dropped>, IoError> {
    let mut dropped = Vec::new();
    for path in paths {
        let path = path.as_ref();
        let unread = |error| IoError::new("read", path, error);
        let metadata = path.metadata().map_err(unread)?;
        if metadata.is_dir() {
            folder(path, today, &mut dropped)?;
        } else {
            dropped.push(file(path, shown(path), today, true)?);
        }
    }
    Ok(dropped)
}

/// The name of the file at `path`, behind that of its folder if it is given: the folder may tell
/// whose the file is.
fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    match path.parent().and_then(Path::file_name) {
        Some(folder) => format!("{}/{name}", folder.to_string_lossy()),
        None => name.into_owned(),
    }
}

fn folder(root: &Path, today: Date, dropped: &mut Vec<Dropped>) -> Result<(), IoError> {
    let resolved = root
        .canonicalize()
        .map_err(|error| IoError::new("read", root, error))?;
    let base = resolved
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let walk = WalkDir::new(root)
        .follow_root_links(true)
        .max_depth(DEEPEST)
        .sort_by_file_name();
    for (count, entry) in walk.into_iter().enumerate() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(root).to_path_buf();
            IoError::new("read", path, error.into())
        })?;
        if count > MOST_FILES {
            let error = io::Error::other(format!("it holds more than {MOST_FILES} files"));
            return Err(IoError::new("read", root, error));
        }
        let name = entry.file_name().to_string_lossy();
        let ending = name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase());
        let fits = ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
        if !entry.file_type().is_file() || name.starts_with('.') || !fits {
            continue;
        }
        let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let parts = inside.iter().map(|part| part.to_string_lossy());
        let mut path = base.clone().unwrap_or_default();
        for part in parts {
            path.push('/');
            path.push_str(&part);
        }
        dropped.push(file(entry.path(), path, today, false)?);
    }
    Ok(())
}

fn file(path: &Path, name: String, today: Date, named: bool) -> Result<Dropped, IoError> {
    let unread = |error| IoError::new("read", path, error);
    let file = door::plain(path).map_err(unread)?;
    let metadata = file.metadata().map_err(unread)?;
    let mut bytes = Vec::new();
    (&file).take(4).read_to_end(&mut bytes).map_err(unread)?;
    let most = match bytes.starts_with(b"PK") {
        true => MOST_BYTES,
        false => MOST_TEXT,
    };
    let too_long = || {
        let mb = most / 1_000_000;
        {
            let what = format!("it has more than {mb} MB, and an export has less");
            unread(io::Error::new(io::ErrorKind::InvalidData, what))
        }
    };
    if metadata.len() > most {
        return Err(too_long());
    }
    bytes.reserve(metadata.len() as usize);
    // One byte more than allowed tells a file that grows from one that fits.
    file.take(most).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > most {
        return Err(too_long());
    }
    Ok(Dropped {
        path: name,
        bytes,
        modified: written_on(&metadata).map_or(today, |day| day.min(today)),
        named,
    })
}

/// The day a file was last written, where this machine is.
fn written_on(metadata: &Metadata) -> Option<Date> {
    let modified = Timestamp::try_from(metadata.modified().ok()?).ok()?;
    let zone = TimeZone::try_system().ok()?;
    Some(zone.to_datetime(modified).date())
}
