//! The edge to the file system.

pub mod store;

use std::path::PathBuf;

/// The world is wrong: a file could not be read, written or removed.
#[derive(Debug)]
pub struct IoError {
    /// What was being done: "read", "write".
    pub action: &'static str,
    /// To what.
    pub path: PathBuf,
    /// Why it failed.
    pub source: std::io::Error,
}
