//! What one input of a kit looks like from outside.

use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

/// What the file system says of one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glance {
    pub kind: Kind,
    /// Which file or folder of the machine it is, if the system says so.
    pub identity: Option<Identity>,
    length: u64,
    /// In nanoseconds of any epoch.
    modified: i128,
    /// When anything but the reading of it last happened, in nanoseconds: it tells what keeps or
    /// sets back the time of the change, as `cp -p` and many an editor do.
    pub touched: i128,
}

/// Whether what is touched at `now` may bear the time `touched`. A time that lies ahead is of
/// another clock, and says nothing.
pub(super) fn is_tick(touched: i128, now: i128) -> bool {
    // Times of whole seconds are of a file system that counts in one or two of them.
    let is_coarse = touched != 0 && touched % 1_000_000_000 == 0;
    let tick = if is_coarse { 2_000_000_000 } else { 20_000_000 };
    (touched - now).abs() < tick
}

/// The device and the number of the file on it.
pub(super) type Identity = (u64, u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    /// Nothing but its identity counts: its times change with every file of no interest in it.
    Folder,
    /// A link that leads out of the kit, or nowhere.
    Link,
    /// A pipe, a socket, a device.
    Other,
    /// Its name cannot be written in a kit's files, so it is never opened.
    Unnamed,
    /// The system does not say what it is, or does not let us see into it.
    Closed,
}

impl Glance {
    pub fn of(metadata: &Metadata) -> Glance {
        let kind = match metadata.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_dir() => Kind::Folder,
            kind if kind.is_symlink() => Kind::Link,
            _ => Kind::Other,
        };
        let identity = identity(metadata);
        if kind == Kind::Folder {
            return Glance {
                identity,
                ..Glance::bare(kind)
            };
        }
        Glance {
            kind,
            identity,
            length: metadata.len(),
            modified: modified(metadata),
            touched: touched(metadata),
        }
    }

    /// Of what is known by its kind alone.
    pub fn bare(kind: Kind) -> Glance {
        Glance {
            kind,
            identity: None,
            length: 0,
            modified: 0,
            touched: 0,
        }
    }
}

#[cfg(unix)]
pub(super) fn identity(metadata: &Metadata) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(unix)]
fn modified(metadata: &Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt;
    nanoseconds(metadata.mtime(), metadata.mtime_nsec())
}

#[cfg(unix)]
fn touched(metadata: &Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt;
    nanoseconds(metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(unix)]
fn nanoseconds(seconds: i64, rest: i64) -> i128 {
    i128::from(seconds) * 1_000_000_000 + i128::from(rest)
}

#[cfg(not(unix))]
pub(super) fn identity(_: &Metadata) -> Option<Identity> {
    None
}

#[cfg(not(unix))]
fn modified(metadata: &Metadata) -> i128 {
    nanoseconds(metadata.modified())
}

#[cfg(not(unix))]
fn touched(metadata: &Metadata) -> i128 {
    nanoseconds(metadata.created())
}

#[cfg(not(unix))]
fn nanoseconds(time: std::io::Result<SystemTime>) -> i128 {
    time.map_or(0, nanoseconds_since)
}

/// From the epoch of Unix to `time`.
pub(super) fn nanoseconds_since(time: SystemTime) -> i128 {
    let since = time.duration_since(UNIX_EPOCH).ok();
    since.map_or(0, |since| since.as_nanos() as i128)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_tells_nothing_within_a_tick() {
        fn check(touched: i128, now: i128, expected: bool) {
            assert_eq!(is_tick(touched, now), expected, "{touched} {now}");
        }
        let start = 1_700_000_000_123_456_789;
        check(start, start, true);
        check(start, start + 4_000_000, true);
        check(start, start + 20_000_000, false);
        // The clock of files is some milliseconds behind or, over a network, anywhere.
        check(start + 4_000_000, start, true);
        check(start + 4_000_000_000, start, false);
        let second = 1_700_000_000_000_000_000;
        check(second, second + 1_900_000_000, true);
        check(second, second + 2_000_000_000, false);
        // Of what has no time.
        check(0, 1_900_000_000, false);
    }
}
