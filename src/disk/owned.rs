//! The ownership list: what in a site's folder is ours, as text and back.
//!
//! Only what the list names with the same bytes is ever replaced or removed. It is published with
//! the site, so it holds hashes alone: no name of a file, a creator or a brand.
//!
//! ```text
//! pitchkit files 1
//! kit <what sets the kit apart>
//! file <path> <bytes>
//! folder <path>
//! end <all lines before>
//! ```

use blake3::Hash;
use std::collections::{BTreeMap, BTreeSet};

/// The name of the list in a site's folder.
pub const NAME: &str = ".pitchkit";

/// The first line of the only version there is.
const HEAD: &str = "pitchkit files ";
const VERSION: &str = "1";

/// A BLAKE3 hash.
pub type Digest = [u8; 32];

/// What is ours in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owned {
    /// Whose folder it is: the hash of what sets the kit apart from others.
    pub kit: Digest,
    /// Hash of a file's path to hash of its bytes.
    pub files: BTreeMap<Digest, Digest>,
    /// Hashes of the paths of folders.
    pub folders: BTreeSet<Digest>,
}

/// Why a list cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is of a version that we do not know.
    Newer,
    /// It is not as we wrote it.
    Damaged,
}

impl Owned {
    /// An empty list for the kit that `identity` sets apart from others.
    pub fn new(identity: &str) -> Owned {
        Owned {
            kit: digest(identity.as_bytes()),
            files: BTreeMap::new(),
            folders: BTreeSet::new(),
        }
    }

    /// The hash that the bytes at `path` should have, if it is ours.
    pub fn file(&self, path: &str) -> Option<&Digest> {
        self.files.get(&digest(path.as_bytes()))
    }

    /// Whether `path` is a folder that holds, or held, something of ours.
    pub fn has_folder(&self, path: &str) -> bool {
        self.folders.contains(&digest(path.as_bytes()))
    }

    /// Reads a list.
    pub fn parse(bytes: &[u8]) -> Result<Owned, Flaw> {
        let text = str::from_utf8(bytes).map_err(|_| Flaw::Damaged)?;
        let (head, _) = text.split_once('\n').ok_or(Flaw::Damaged)?;
        let version = head.strip_prefix(HEAD).ok_or(Flaw::Damaged)?;
        if version != VERSION {
            let is_number = !version.is_empty() && version.bytes().all(|b| b.is_ascii_digit());
            return Err(if is_number {
                Flaw::Newer
            } else {
                Flaw::Damaged
            });
        }
        let body = checked(text).ok_or(Flaw::Damaged)?;
        Owned::body(body).ok_or(Flaw::Damaged)
    }

    fn body(body: &str) -> Option<Owned> {
        let mut lines = body.lines().skip(1);
        let mut owned = Owned {
            kit: from_hex(lines.next()?.strip_prefix("kit ")?)?,
            files: BTreeMap::new(),
            folders: BTreeSet::new(),
        };
        for line in lines {
            if let Some(hashes) = line.strip_prefix("file ") {
                let (path, bytes) = hashes.split_once(' ')?;
                owned.files.insert(from_hex(path)?, from_hex(bytes)?);
            } else {
                owned
                    .folders
                    .insert(from_hex(line.strip_prefix("folder ")?)?);
            }
        }
        Some(owned)
    }

    /// Writes the list. Equal lists give equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{HEAD}{VERSION}\nkit {}\n", to_hex(&self.kit));
        for (path, bytes) in &self.files {
            text += &format!("file {} {}\n", to_hex(path), to_hex(bytes));
        }
        for path in &self.folders {
            text += &format!("folder {}\n", to_hex(path));
        }
        sealed(text).into_bytes()
    }
}

/// The text with a last line that tells whether it is whole.
pub fn sealed(mut text: String) -> String {
    let end = format!("end {}\n", to_hex(&digest(text.as_bytes())));
    text += &end;
    text
}

/// The text without the last line that [`sealed`] added, if it is whole.
pub fn checked(text: &str) -> Option<&str> {
    let start = text.strip_suffix('\n')?.rfind('\n')? + 1;
    let (body, end) = text.split_at(start);
    (end == format!("end {}\n", to_hex(&digest(body.as_bytes())))).then_some(body)
}

/// The hash of `bytes`.
pub fn digest(bytes: &[u8]) -> Digest {
    *blake3::hash(bytes).as_bytes()
}

/// A hash as 64 hexadecimal digits.
pub fn to_hex(digest: &Digest) -> String {
    Hash::from_bytes(*digest).to_hex().to_string()
}

/// The hash that 64 hexadecimal digits mean.
pub fn from_hex(hex: &str) -> Option<Digest> {
    Hash::from_hex(hex).ok().map(|hash| *hash.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Owned {
        let mut owned = Owned::new("Maite Orrun, en");
        owned
            .files
            .insert(digest(b"index.html"), digest(b"<!doctype html>"));
        owned.files.insert(digest(b"a/b.css"), digest(b"p{}"));
        owned.folders.insert(digest(b"a"));
        owned
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let owned = sample();
        assert_eq!(Owned::parse(&owned.to_bytes()), Ok(owned.clone()));
        assert_eq!(owned.file("index.html"), Some(&digest(b"<!doctype html>")));
        assert_eq!(owned.file("other.html"), None);
        assert!(owned.has_folder("a") && !owned.has_folder("b"));
    }

    #[test]
    fn a_list_holds_no_names() {
        let text = String::from_utf8(sample().to_bytes()).unwrap();
        for name in ["Maite", "index", "a/b", "css"] {
            assert!(!text.contains(name), "{name}");
        }
    }

    #[test]
    fn damage_is_found() {
        fn check(bytes: &[u8], flaw: Flaw) {
            let text = String::from_utf8_lossy(bytes);
            assert_eq!(Owned::parse(bytes), Err(flaw), "{text}");
        }
        let whole = sample().to_bytes();
        for length in 0..whole.len() {
            check(&whole[..length], Flaw::Damaged);
        }
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 1;
            // The version's own digit turns into that of another version.
            let flaw = if at == HEAD.len() {
                Flaw::Newer
            } else {
                Flaw::Damaged
            };
            check(&flipped, flaw);
        }
        check(b"pitchkit files 2\nanything", Flaw::Newer);
        check(b"pitchkit files x\n", Flaw::Damaged);
        check(b"another program's\n", Flaw::Damaged);
        let unknown =
            "pitchkit files 1\nkit ".to_string() + &to_hex(&digest(b"")) + "\npath ../../x\n";
        check(sealed(unknown).as_bytes(), Flaw::Damaged);
        check(
            sealed("pitchkit files 1\n".to_string()).as_bytes(),
            Flaw::Damaged,
        );
    }
}
