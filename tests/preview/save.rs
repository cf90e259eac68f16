//! The ways in which editors save a file.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// A way to save a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Save {
    /// Over what is there.
    InPlace,
    /// Empty first, and after a moment what it holds.
    Truncated,
    /// Another file, which then takes its name.
    Renamed,
    /// What is there gets another name, and a new file its own.
    Backup,
}

/// All ways.
pub const SAVES: [Save; 4] = [Save::InPlace, Save::Truncated, Save::Renamed, Save::Backup];

impl Save {
    /// Saves `bytes` at `path`, where there may be a file already.
    pub fn write(self, path: &Path, bytes: &[u8]) {
        let name = path.file_name().expect("a name").to_string_lossy();
        let saved = match self {
            Save::InPlace => fs::write(path, bytes),
            Save::Truncated => fs::write(path, b"").and_then(|()| {
                thread::sleep(Duration::from_millis(5));
                fs::write(path, bytes)
            }),
            Save::Renamed => {
                let beside = path.with_file_name(format!(".{name}.{}", bytes.len()));
                fs::write(&beside, bytes).and_then(|()| fs::rename(beside, path))
            }
            Save::Backup => {
                let backup = path.with_file_name(format!("{name}~"));
                let moved = match path.exists() {
                    true => fs::rename(path, backup),
                    false => Ok(()),
                };
                moved.and_then(|()| fs::write(path, bytes))
            }
        };
        saved.expect("a file that can be saved");
    }
}
