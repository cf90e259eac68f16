//! A kit and its site in a folder of their own, for tests.

use super::{WriteError, WriteOptions, write};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with a kit in it, whose site goes to `site` beside it.
pub(super) struct Place {
    pub base: TempDir,
    pub identity: &'static str,
    pub adopt: bool,
}

impl Place {
    pub fn new() -> Place {
        let base = tempfile::tempdir().unwrap();
        fs::create_dir(base.path().join("kit")).unwrap();
        Place {
            base,
            identity: "Maite Orrun, en",
            adopt: false,
        }
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.base.path().join("site").join(path)
    }

    /// Puts a file into the site by hand.
    pub fn put(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn build(&self, files: &[(&str, &str)]) -> Result<[usize; 4], WriteError> {
        self.build_to("site", files)
    }

    /// Builds, and counts what was written, unchanged, removed and kept.
    pub fn build_to(&self, output: &str, files: &[(&str, &str)]) -> Result<[usize; 4], WriteError> {
        let files = files
            .iter()
            .map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()))
            .collect();
        let options = WriteOptions {
            kit: &self.base.path().join("kit"),
            identity: self.identity,
            adopt: self.adopt,
        };
        let done = write(&self.base.path().join(output), &files, &options)?;
        Ok([
            done.written,
            done.unchanged,
            done.removed,
            done.kept_foreign,
        ])
    }

    /// Builds, and expects a refusal with these words that changes nothing at all.
    pub fn refuses(&self, files: &[(&str, &str)], words: &str) {
        let before = self.listed();
        let error = self.build(files).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
        assert!(!error.hint().is_empty());
        assert_eq!(self.listed(), before);
    }

    /// Every path beneath the folder with the content of files, but for our list.
    pub fn listed(&self) -> Vec<String> {
        let mut lines: Vec<_> = walkdir::WalkDir::new(self.base.path())
            .min_depth(1)
            .into_iter()
            .map(|entry| entry.unwrap().into_path())
            .filter(|path| !path.ends_with("site/.pitchkit"))
            .map(|path| {
                let shown = path.strip_prefix(self.base.path()).unwrap().display();
                match fs::read_to_string(&path) {
                    Ok(text) => format!("{shown}: {text}"),
                    Err(_) => shown.to_string(),
                }
            })
            .collect();
        lines.sort();
        lines
    }
}
