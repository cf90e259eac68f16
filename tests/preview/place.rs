//! A kit in a folder of its own, with a cache beside it.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with a kit in it.
pub struct Place {
    pub base: TempDir,
    pub kit: PathBuf,
    pub cache: PathBuf,
}

impl Place {
    /// With the example kit.
    pub fn new() -> Place {
        Place::with("example-kit")
    }

    /// With a copy of the kit at `path` of the repository.
    pub fn with(path: &str) -> Place {
        let base = tempfile::tempdir().expect("a folder of its own");
        let kit = base.path().join("kit");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &kit);
        let cache = base.path().join("cache");
        Place { base, kit, cache }
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.base.path().join(path)
    }

    /// The text of a file of the kit.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.kit.join(path)).expect("a text of the kit")
    }

    /// Writes a file of the kit in place.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.kit.join(path), bytes).expect("a file of the kit");
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("a readable folder");
        let path = entry.path().strip_prefix(from).expect("a path in it");
        let to = to.join(path);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder");
        } else {
            fs::copy(entry.path(), to).expect("a file");
        }
    }
}
