//! A kit in a folder of its own, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The program.
pub const BINARY: &str = env!("CARGO_BIN_EXE_pitchkit");

const PROFILE: &str = r#"
[creator]
name = "Maite Orrun"
tagline = "I walk to where the food comes from."
hero = "photos/coffee.jpg"

[contact]
email = "partners@maiteorrun.example"

[[accounts]]
platform = "instagram"
handle = "maiteorrun"

[[photos]]
file = "photos/coffee.jpg"
alt = "A small coffee."
gallery = true

[[photos]]
file = "photos/dots.png"
alt = "Dots."
gallery = true
"#;

/// The story of the kit.
pub const STORY: &str = "# Most films *begin* here\n\nI walk.\n\n![Dots](photos/dots.png)\n";

/// What is in a folder: path to mode and bytes; no bytes for a folder.
pub type Tree = BTreeMap<PathBuf, (u32, Option<Vec<u8>>)>;

/// A folder with a kit in it and a home beside.
pub struct Place {
    pub base: TempDir,
    pub kit: PathBuf,
    pub cache: PathBuf,
}

impl Place {
    pub fn new() -> Place {
        Place::with("kit", 0)
    }

    /// The kit in the folder `name`, its files written in an order that `turn` decides.
    pub fn with(name: &str, turn: usize) -> Place {
        let base = tempfile::tempdir().expect("a folder of its own");
        let kit = base.path().join(name);
        let cache = base.path().join("cache");
        fs::create_dir(base.path().join("home")).expect("a home");
        let mut files = kit_files();
        let turn = turn % files.len();
        files.rotate_left(turn);
        for (path, bytes) in files {
            let path = kit.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file of the kit");
        }
        Place { base, kit, cache }
    }

    /// The program with `arguments`, its umask and its variables.
    pub fn run_as(&self, arguments: &[&str], umask: &str, variables: &[(&str, &str)]) -> Output {
        let mut command = Command::new("sh");
        command
            .args(["-c", "umask $0 && exec \"$@\"", umask, BINARY])
            .args(arguments);
        let output = self.at_home(&mut command, variables).output();
        let output = output.expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked"), "{said}");
        output
    }

    /// The command, to be run at home, on a day that is always the same, with nothing else of the
    /// environment than `variables`.
    pub fn at_home<'a>(
        &self,
        command: &'a mut Command,
        variables: &[(&str, &str)],
    ) -> &'a mut Command {
        command
            .current_dir(self.base.path().join("home"))
            .env_clear()
            .env("HOME", self.base.path().join("home"))
            .env("PITCHKIT_CACHE", &self.cache)
            .env("SOURCE_DATE_EPOCH", "1795478400") // 2026-11-24
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
    }

    /// Builds the kit to `output`. The exit code.
    pub fn build(&self, output: &Path) -> Option<i32> {
        let arguments = ["build", text(&self.kit), "-o", text(output)];
        self.run_as(&arguments, "022", &[]).status.code()
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.base.path().join(path)
    }

    /// Panics unless everything is as it was before a build to `target`.
    pub fn assert_is(&self, before: &Tree, target: &Path) {
        let after = self.tree();
        assert!(
            after == *before,
            "{}: {:?}",
            target.display(),
            differing(&after, before)
        );
    }

    /// Everything but the cache, which may fill whatever comes of a build.
    pub fn tree(&self) -> Tree {
        let mut tree = tree(self.base.path());
        tree.retain(|path, _| !path.starts_with("cache"));
        tree
    }
}

/// The path as text.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn kit_files() -> Vec<(&'static str, Vec<u8>)> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-kit");
    let read = |path: &str| fs::read(example.join(path)).expect("a file of the example kit");
    let dots = image::RgbImage::from_fn(90, 60, |x, y| image::Rgb([x as u8, y as u8, 90]));
    let mut png = std::io::Cursor::new(Vec::new());
    dots.write_to(&mut png, image::ImageFormat::Png)
        .expect("a PNG");
    let case =
        b"+++\nbrand = \"Odd Salt Co.\"\ndate = 2026-06-05\n+++\n\nFour letters, four salts.\n";
    vec![
        ("profile.toml", PROFILE.into()),
        ("metrics.csv", read("metrics.csv")),
        ("story.md", STORY.into()),
        ("collaborations/salt.md", case.into()),
        ("collaborations/pepper.md", case.into()),
        ("photos/coffee.jpg", read("photos/coffee.jpg")),
        ("photos/dots.png", png.into_inner()),
        ("notes.txt", b"nobody's business".into()),
    ]
}

/// Everything in `folder`.
pub fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.expect("a readable folder");
        let mode = entry.metadata().expect("metadata").permissions().mode() & 0o777;
        let bytes = entry
            .file_type()
            .is_file()
            .then(|| fs::read(entry.path()).expect("a file"));
        let path = entry.path().strip_prefix(folder).expect("a path in it");
        tree.insert(path.to_path_buf(), (mode, bytes));
    }
    tree
}

/// What differs, for a message: trees are too long to be shown.
pub fn differing(one: &Tree, other: &Tree) -> Vec<PathBuf> {
    let paths = one.keys().chain(other.keys());
    paths
        .filter(|path| one.get(*path) != other.get(*path))
        .cloned()
        .collect()
}
