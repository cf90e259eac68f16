//! New files of a kit that never take another's place, and the one kind that is taken away again.

use super::IoError;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Makes the file `path` with these bytes, and the folders it lies in. One that is there already is
/// left as it is, and an error.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), IoError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| File::create_new(path))
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| IoError::new("write", path, error))
}

/// Removes the file of the edition `name` of the kit in the folder `kit`. Its path.
pub fn remove_brand(kit: &Path, name: &str) -> Result<PathBuf, IoError> {
    let path = kit.join("brands").join(format!("{name}.toml"));
    fs::remove_file(&path).map_err(|error| IoError::new("remove", &path, error))?;
    Ok(path)
}
