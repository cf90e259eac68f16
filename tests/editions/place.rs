//! The kit in a folder of its own, and the program run on it.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub struct Place {
    base: TempDir,
    pub kit: PathBuf,
    pub cache: PathBuf,
}

/// The kit's photos, by what they are made of.
const PHOTOS: [(&str, &str); 3] = [
    ("hero.jpg", "wide-top.jpg"),
    ("zqx-service.jpg", "tall-side.jpg"),
    ("zqx-case.jpg", "square.jpg"),
];

impl Place {
    pub fn new() -> Place {
        let base = tempfile::tempdir().expect("a folder of its own");
        let kit = base.path().join("kit");
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        for (path, bytes) in files(&tests.join("editions/kit")) {
            let path = kit.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        fs::create_dir(kit.join("photos")).expect("a folder");
        for (name, from) in PHOTOS {
            let from = tests.join("browser/kits/corners/photos").join(from);
            fs::copy(from, kit.join("photos").join(name)).expect("a photo");
        }
        let cache = base.path().join("cache");
        Place { base, kit, cache }
    }

    /// Sets the kit in `theme`.
    pub fn in_theme(&self, theme: &str) {
        self.edit(|profile| profile.replace("[site]", &format!("[site]\ntheme = \"{theme}\"")));
    }

    /// Makes the kit's keys.
    pub fn keys(&self) {
        let made = self.run_in("kit", &["brand", "rotate"]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made));
    }

    /// Takes out all that is not for everybody.
    pub fn make_public(&self) {
        self.edit(|profile| {
            let mut kept = String::new();
            let mut is_private = false;
            for line in profile.lines() {
                is_private |= line == "# private";
                if !is_private {
                    kept += line;
                    kept.push('\n');
                }
                is_private &= line != "# end";
            }
            kept
        });
        fs::remove_dir_all(self.kit.join("brands")).expect("brands");
        fs::remove_file(self.kit.join("brand-keys.toml")).expect("keys");
        for folder in ["collaborations", "photos"] {
            for (path, _) in files(&self.kit.join(folder)) {
                if path.starts_with("zqx-") {
                    fs::remove_file(self.kit.join(folder).join(path)).expect("a file");
                }
            }
        }
        let metrics = self.kit.join("metrics.csv");
        let lines = fs::read_to_string(&metrics).expect("numbers");
        let lines = lines.lines().filter(|line| !line.contains("zqx"));
        let lines: Vec<&str> = lines.collect();
        fs::write(metrics, lines.join("\n") + "\n").expect("numbers");
    }

    fn edit(&self, edit: impl Fn(String) -> String) {
        let path = self.kit.join("profile.toml");
        let profile = edit(fs::read_to_string(&path).expect("a profile"));
        fs::write(path, profile).expect("a profile");
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.run_in(".", arguments)
    }

    fn run_in(&self, folder: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_pitchkit"))
            .args(arguments)
            .current_dir(self.base.path().join(folder))
            .env("PITCHKIT_CACHE", &self.cache)
            .env("SOURCE_DATE_EPOCH", "1795478400") // 2026-11-24
            .stdin(Stdio::null())
            .output()
            .expect("the program")
    }

    /// The files of the site.
    pub fn site(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.kit.join("site"))
    }

    /// Name, link and passphrase of each edition.
    pub fn list(&self) -> Vec<(String, String, String)> {
        let listed = self.run(&["brand", "list", "kit", "--format", "json"]);
        let listed: Value = serde_json::from_slice(&listed.stdout).expect("JSON");
        let editions = listed["editions"].as_array().expect("a list");
        let text = |one: &Value| one.as_str().expect("a text").to_string();
        editions
            .iter()
            .map(|one| {
                (
                    text(&one["name"]),
                    text(&one["link"]),
                    text(&one["passphrase"]),
                )
            })
            .collect()
    }
}

/// All files below a folder, by path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("inside");
            let bytes = fs::read(entry.path()).expect("a readable file");
            files.insert(path.display().to_string(), bytes);
        }
    }
    files
}

/// All that was said.
pub fn text(output: &Output) -> String {
    let both = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8_lossy(&both).into_owned()
}
