//! Folders: where a site goes and where it never goes.

use super::place::{BINARY, Place, differing, text, tree};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Names and values of the environment.
type Variables = &'static [(&'static str, &'static str)];

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
