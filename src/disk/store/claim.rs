//! What a file in the cache folder says of itself in its first bytes.

use super::Stored;
use crate::jobs::Key;
use std::fs::File;
use std::io::Read;

/// Changes when the layout of the folder or of its files does.
const MAGIC: &[u8; 8] = b"pitchk1\n";

/// Magic, key, length, hash of the bytes, hash of all this.
pub(super) const HEADER: usize = 8 + 8 + 8 + 32 + 8;

/// What a file begins with that holds `stored` as the result of `key`.
pub(super) fn header(key: Key, stored: &Stored) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..8].copy_from_slice(MAGIC);
    header[8..16].copy_from_slice(key.bytes());
    header[16..24].copy_from_slice(&stored.length.to_le_bytes());
    header[24..56].copy_from_slice(&stored.hash);
    let hash = blake3::hash(&header[..56]);
    header[56..].copy_from_slice(&hash.as_bytes()[..8]);
    header
}

/// Reads what a file claims to be, if that is the result of `key`.
pub(super) fn claim(file: &mut File, key: Key) -> Option<Stored> {
    let mut found = [0; HEADER];
    file.read_exact(&mut found).ok()?;
    let mut length = [0; 8];
    length.copy_from_slice(&found[16..24]);
    let mut hash = [0; 32];
    hash.copy_from_slice(&found[24..56]);
    let stored = Stored {
        length: u64::from_le_bytes(length),
        hash,
        bytes: None,
    };
    (found == header(key, &stored)).then_some(stored)
}
