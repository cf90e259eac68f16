//! What a run of the program does to folders: the same site from the same kit wherever and however
//! it is built, and nothing at all where it refuses.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_pitchkit");

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

/// What is in a folder: path to mode and bytes; no bytes for a folder.
type Tree = BTreeMap<PathBuf, (u32, Option<Vec<u8>>)>;

/// Names and values of the environment.
type Variables = &'static [(&'static str, &'static str)];

/// A folder with a kit in it and a home beside.
struct Place {
    base: TempDir,
    kit: PathBuf,
    cache: PathBuf,
}

impl Place {
    fn new() -> Place {
        Place::with("kit", 0)
    }

    /// The kit in the folder `name`, its files written in an order that `turn` decides.
    fn with(name: &str, turn: usize) -> Place {
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
    fn run_as(&self, arguments: &[&str], umask: &str, variables: &[(&str, &str)]) -> Output {
        let mut command = Command::new("sh");
        command
            .args(["-c", "umask $0 && exec \"$@\"", umask, BINARY])
            .args(arguments)
            .current_dir(self.base.path().join("home"))
            .env_clear()
            .env("HOME", self.base.path().join("home"))
            .env("PITCHKIT_CACHE", &self.cache)
            .env("SOURCE_DATE_EPOCH", "1795478400") // 2026-11-24
            .envs(variables.iter().copied())
            .stdin(Stdio::null());
        let output = command.output().expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked"), "{said}");
        output
    }

    /// Builds the kit to `output`. The exit code.
    fn build(&self, output: &Path) -> Option<i32> {
        let arguments = ["build", text(&self.kit), "-o", text(output)];
        self.run_as(&arguments, "022", &[]).status.code()
    }

    fn at(&self, path: &str) -> PathBuf {
        self.base.path().join(path)
    }

    /// Panics unless everything is as it was before a build to `target`.
    fn assert_is(&self, before: &Tree, target: &Path) {
        let after = self.tree();
        assert!(
            after == *before,
            "{}: {:?}",
            target.display(),
            differing(&after, before)
        );
    }

    /// Everything but the cache, which may fill whatever comes of a build.
    fn tree(&self) -> Tree {
        let mut tree = tree(self.base.path());
        tree.retain(|path, _| !path.starts_with("cache"));
        tree
    }
}

fn text(path: &Path) -> &str {
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
        (
            "story.md",
            b"# Most films *begin* here\n\nI walk.\n\n![Dots](photos/dots.png)\n".into(),
        ),
        ("collaborations/salt.md", case.into()),
        ("collaborations/pepper.md", case.into()),
        ("photos/coffee.jpg", read("photos/coffee.jpg")),
        ("photos/dots.png", png.into_inner()),
        ("notes.txt", b"nobody's business".into()),
    ]
}

fn tree(folder: &Path) -> Tree {
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
fn differing(one: &Tree, other: &Tree) -> Vec<PathBuf> {
    let paths = one.keys().chain(other.keys());
    paths
        .filter(|path| one.get(*path) != other.get(*path))
        .cloned()
        .collect()
}

#[test]
fn the_same_kit_gives_the_same_bytes_everywhere() {
    let first = Place::new();
    assert_eq!(first.build(&first.at("site")), Some(0));
    let expected = tree(&first.at("site"));
    assert!(expected.len() > 15, "{:?}", expected.keys());
    for (mode, bytes) in expected.values() {
        assert_eq!(*mode, if bytes.is_some() { 0o644 } else { 0o755 });
    }
    let pictures = expected
        .keys()
        .filter(|path| path.extension().is_some_and(|e| e == "jpg"));
    assert!(pictures.count() > 1);

    let ways: &[(&str, &str, Variables)] = &[
        (
            "other",
            "077",
            &[
                ("TZ", "Pacific/Auckland"),
                ("RAYON_NUM_THREADS", "1"),
                ("LANG", "C"),
            ],
        ),
        (
            "a b",
            "000",
            &[
                ("TZ", "America/Los_Angeles"),
                ("RAYON_NUM_THREADS", "2"),
                ("LANG", "de_DE.UTF-8"),
            ],
        ),
        (
            "it's \"mine\" #1 100% ünï 🙂 $HOME `x`",
            "027",
            &[("RAYON_NUM_THREADS", "8"), ("LC_ALL", "tr_TR.UTF-8")],
        ),
        ("-o", "022", &[("USER", "somebody"), ("NO_COLOR", "1")]),
    ];
    for (turn, (name, umask, variables)) in ways.iter().enumerate() {
        let place = Place::with(name, turn + 1);
        // Cold, warm to another folder, and over what is there.
        for site in ["site", "deeper/down/site", "site"] {
            let site = place.at(site);
            let arguments = ["build", "-o", text(&site), "--", text(&place.kit)];
            let output = place.run_as(&arguments, umask, variables);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{name}: {said}");
            let actual = tree(&site);
            assert!(
                actual == expected,
                "{name}: {:?}",
                differing(&actual, &expected)
            );
        }
        // Into its own folder, which is where a site goes unless asked otherwise.
        let output = place.run_as(&["build", "--", text(&place.kit)], umask, variables);
        assert_eq!(output.status.code(), Some(0), "{name}");
        assert!(tree(&place.kit.join("site")) == expected, "{name}");
        let home = text(place.base.path()).as_bytes().to_vec();
        for (path, (_, bytes)) in &expected {
            let bytes = bytes.as_deref().unwrap_or_default();
            let told = bytes.windows(home.len()).any(|window| window == home);
            assert!(!told, "{} names a folder of this machine", path.display());
        }
    }
}

#[test]
fn dangerous_targets_are_never_written_to() {
    let place = Place::new();
    fs::create_dir_all(place.kit.join("theme/mine")).expect("a theme");
    symlink(&place.kit, place.at("link")).expect("a link");
    let before = place.tree();
    for target in [
        place.kit.clone(),
        place.kit.join("."),
        place.kit.join("photos/.."),
        place.at("link"),
        place.base.path().to_path_buf(),
        place.at("home"),
        PathBuf::from("."),
        PathBuf::from("/"),
        place.kit.join("photos"),
        place.kit.join("photos/site"),
        place.kit.join("PHOTOS/site"),
        place.kit.join("theme/mine"),
        place.kit.join("collaborations/site"),
    ] {
        assert_eq!(place.build(&target), Some(2), "{}", target.display());
        place.assert_is(&before, &target);
    }
}

#[test]
fn what_is_not_ours_is_not_touched() {
    let place = Place::new();
    let foreign = place.at("foreign");
    fs::create_dir(&foreign).expect("a folder");
    fs::write(foreign.join("index.html"), "mine").expect("a file");
    let file = place.at("file");
    fs::write(&file, "not a folder").expect("a file");
    let before = place.tree();
    for target in [foreign, file.clone(), file.join("below")] {
        assert_eq!(place.build(&target), Some(1), "{}", target.display());
        place.assert_is(&before, &target);
    }
}

#[test]
fn an_edited_page_is_not_overwritten() {
    let place = Place::new();
    let site = place.at("site");
    assert_eq!(place.build(&site), Some(0));
    fs::write(site.join("index.html"), "edited by hand").expect("a page");
    fs::write(place.kit.join("story.md"), "Another story.\n").expect("a story");
    let before = place.tree();
    assert_eq!(place.build(&site), Some(1));
    let after = place.tree();
    assert!(after == before, "{:?}", differing(&after, &before));
}

#[test]
fn a_broken_kit_leaves_the_old_site() {
    fn check(break_it: impl Fn(&Path)) {
        let place = Place::new();
        let site = place.at("site");
        assert_eq!(place.build(&site), Some(0));
        break_it(&place.kit);
        let before = tree(&site);
        let started = Instant::now();
        assert_eq!(place.build(&site), Some(1));
        assert!(started.elapsed() < Duration::from_secs(10));
        let after = tree(&site);
        assert!(after == before, "{:?}", differing(&after, &before));
    }
    fn replaced(path: &Path) {
        fs::remove_file(path).expect("a file to take away");
    }
    check(|kit| fs::write(kit.join("profile.toml"), "[creator").expect("a file"));
    check(|kit| fs::write(kit.join("profile.toml"), [0xff, 0xfe, 0x41]).expect("a file"));
    check(|kit| fs::write(kit.join("metrics.csv"), "date\n").expect("a file"));
    check(|kit| replaced(&kit.join("profile.toml")));
    check(|kit| replaced(&kit.join("photos/coffee.jpg")));
    check(|kit| {
        // Half a photo is no photo.
        let path = kit.join("photos/coffee.jpg");
        let bytes = fs::read(&path).expect("a photo");
        fs::write(path, &bytes[..bytes.len() / 2]).expect("half a photo");
    });
    check(|kit| {
        replaced(&kit.join("photos/coffee.jpg"));
        let made = Command::new("mkfifo")
            .arg(kit.join("photos/coffee.jpg"))
            .status();
        assert!(made.expect("mkfifo").success());
    });
    check(|kit| {
        let outside = kit.join("../outside.jpg");
        fs::rename(kit.join("photos/coffee.jpg"), &outside).expect("a photo to move");
        symlink("../../outside.jpg", kit.join("photos/coffee.jpg")).expect("a link");
    });
    check(|kit| {
        replaced(&kit.join("story.md"));
        symlink("/etc/passwd", kit.join("story.md")).expect("a link");
    });
}

/// Readers that go away, such as `| head -1`: no panic, and no other exit code than usual.
#[test]
fn a_reader_may_leave() {
    let place = Place::new();
    let site = place.at("site");
    for arguments in [
        vec!["schema"],
        vec!["--help"],
        vec!["completions", "bash"],
        vec!["explain", "unknown-key"],
        vec!["check", text(&place.kit), "--format", "json"],
        vec![
            "build",
            text(&place.kit),
            "-o",
            text(&site),
            "--format",
            "json",
        ],
        vec!["build", text(&place.kit), "-o", text(&site), "-v"],
    ] {
        for redirected in [
            "\"$@\" | true",
            "\"$@\" 2>&1 | true",
            "\"$@\" >&- 2>&-",
            "\"$@\" >/dev/full 2>/dev/full",
        ] {
            let output = Command::new("bash")
                .args([
                    "-c",
                    &format!("set -o pipefail; {redirected}"),
                    "bash",
                    BINARY,
                ])
                .args(&arguments)
                .env("PITCHKIT_CACHE", &place.cache)
                .env("SOURCE_DATE_EPOCH", "1795478400")
                .stdin(Stdio::null())
                .stderr(Stdio::piped())
                .stdout(Stdio::null())
                .output()
                .expect("bash");
            let code = output.status.code();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(
                matches!(code, Some(0 | 1)),
                "{arguments:?} {redirected}: {code:?} {said}"
            );
            assert!(
                !said.contains("panicked"),
                "{arguments:?} {redirected}: {said}"
            );
        }
    }
    assert!(site.join("index.html").exists());
}
