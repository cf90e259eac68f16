//! What git is to leave out of a kit.

use super::IoError;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The line that keeps the key file out of git.
pub const IGNORED: &str = "/brand-keys.toml";

/// Adds `line` to the `.gitignore` of the kit in the folder `kit`, unless it is there. Whether it
/// was added.
pub fn ignore(kit: &Path, line: &str) -> Result<bool, IoError> {
    let path = kit.join(".gitignore");
    let failed = |error| IoError::new("write", &path, error);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(error)),
    };
    let bare = line.trim_start_matches('/');
    if text
        .lines()
        .any(|own| own.trim() == line || own.trim() == bare)
    {
        return Ok(false);
    }
    let break_before = match text.is_empty() || text.ends_with('\n') {
        true => "",
        false => "\n",
    };
    let mut options = OpenOptions::new();
    let file = options.append(true).create(true).open(&path);
    file.and_then(|mut file| writeln!(file, "{break_before}{line}"))
        .map_err(failed)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::KEY_FILE;

    #[test]
    fn a_line_is_added_once() {
        fn check(before: Option<&str>, expected: &str) {
            let kit = tempfile::tempdir().unwrap();
            let path = kit.path().join(".gitignore");
            if let Some(before) = before {
                fs::write(&path, before).unwrap();
            }
            for _ in 0..2 {
                ignore(kit.path(), IGNORED).unwrap();
                assert_eq!(fs::read_to_string(&path).unwrap(), expected);
            }
        }
        assert_eq!(IGNORED.trim_start_matches('/'), KEY_FILE);
        check(None, "/brand-keys.toml\n");
        check(Some("/site"), "/site\n/brand-keys.toml\n");
        check(Some("/site\n"), "/site\n/brand-keys.toml\n");
        check(Some("brand-keys.toml\n/site\n"), "brand-keys.toml\n/site\n");
    }
}
