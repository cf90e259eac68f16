//! The cache of finished pictures, as several builds use it.

use super::place::{BINARY, Place, differing, text, tree};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The files of the cache of `place`, in order.
fn kept(place: &Place) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(&place.cache).sort_by_file_name();
    let entries = entries.into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.into_path()).collect()
}

#[test]
fn builds_at_the_same_time_share_a_cache() {
    let place = Place::new();
    assert_eq!(place.build(&place.at("alone")), Some(0));
    let expected = tree(&place.at("alone"));
    fs::remove_dir_all(&place.cache).expect("a cache to lose");
    let sites: Vec<PathBuf> = (0..4).map(|n| place.at(&format!("site{n}"))).collect();
    let builds: Vec<_> = sites
        .iter()
        .map(|site| {
            let mut command = Command::new(BINARY);
            command.args(["build", text(&place.kit), "-o", text(site)]);
            place.at_home(&mut command, &[]).stderr(Stdio::piped());
            command.spawn().expect("the program")
        })
        .collect();
    for (build, site) in builds.into_iter().zip(&sites) {
        let output = build.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(!said.contains("not kept"), "{said}");
        let actual = tree(site);
        assert!(actual == expected, "{:?}", differing(&actual, &expected));
    }
    let drafts = kept(&place);
    let drafts = drafts
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "draft"));
    assert_eq!(drafts.count(), 0);
}

#[test]
fn damage_in_the_cache_is_mended() {
    let place = Place::new();
    assert_eq!(place.build(&place.at("site")), Some(0));
    let expected = tree(&place.at("site"));
    let files = kept(&place);
    assert!(files.len() > 10, "{files:?}");
    let damages: [fn(&mut Vec<u8>); 4] = [
        |bytes| bytes.iter_mut().take(1).for_each(|first| *first ^= 1),
        |bytes| bytes.iter_mut().rev().take(1).for_each(|last| *last ^= 1),
        |bytes| bytes.truncate(bytes.len() / 2),
        |bytes| bytes.clear(),
    ];
    for (turn, damage) in damages.iter().enumerate() {
        for path in &files {
            let mut bytes = fs::read(path).expect("a file of the cache");
            damage(&mut bytes);
            fs::write(path, bytes).expect("a file of the cache");
        }
        let site = place.at(&format!("site{turn}"));
        assert_eq!(place.build(&site), Some(0), "{turn}");
        let actual = tree(&site);
        assert!(
            actual == expected,
            "{turn}: {:?}",
            differing(&actual, &expected)
        );
    }
}

#[test]
fn pictures_that_no_page_uses_any_more_go() {
    let place = Place::new();
    let site = place.at("site");
    let files = || -> BTreeSet<PathBuf> { tree(&site).into_keys().collect() };
    assert_eq!(place.build(&site), Some(0));
    let before = files();

    // A photo without a page.
    fs::write(place.kit.join("story.md"), "I walk.\n").expect("a story");
    let profile = place.kit.join("profile.toml");
    let text = fs::read_to_string(&profile).expect("a profile");
    let (rest, dots) = text.rsplit_once("[[photos]]").expect("a second photo");
    assert!(dots.contains("dots.png"));
    fs::write(&profile, rest).expect("a profile");
    assert_eq!(place.build(&site), Some(0));
    let without = files();
    let gone: Vec<_> = before.difference(&without).collect();
    assert!(!gone.is_empty());
    for path in gone {
        let kind = path.extension().and_then(|kind| kind.to_str());
        assert!(matches!(kind, Some("jpg" | "webp")), "{path:?}");
    }
    let new = place.at("new");
    assert_eq!(place.build(&new), Some(0));
    assert_eq!(files(), tree(&new).into_keys().collect());

    // And back, as if nothing had been.
    fs::write(&profile, text).expect("a profile");
    fs::write(place.kit.join("story.md"), super::place::STORY).expect("a story");
    assert_eq!(place.build(&site), Some(0));
    assert_eq!(files(), before);
}

#[test]
fn what_cannot_be_emptied_is_not_called_empty() {
    let place = Place::new();
    let clean = || place.run_as(&["clean"], "022", &[]);
    assert_eq!(place.build(&place.at("site")), Some(0));
    assert_eq!(clean().status.code(), Some(0));
    assert!(kept(&place).is_empty());
    std::fs::remove_dir_all(&place.cache).expect("a cache to take away");
    assert_eq!(clean().status.code(), Some(0));
    assert!(!place.cache.exists(), "a cache was made to be emptied");
    std::fs::write(&place.cache, "no folder").expect("a file");
    let output = clean();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("cannot empty the cache"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_known_photo_is_not_opened_for_reading() {
    let place = Place::new();
    let site = place.at("site");
    // Once more, since photos that were written just now are not trusted to stay as they are.
    for _ in 0..2 {
        assert_eq!(place.build(&site), Some(0));
    }
    let trace = place.at("trace");
    let mut strace = std::process::Command::new("strace");
    strace
        .args(["-f", "-qq", "-e", "trace=open,openat,openat2", "-o"])
        .arg(&trace)
        .args([BINARY, "build", text(&place.kit), "-o", text(&site)]);
    let status = place.at_home(&mut strace, &[]).status();
    assert!(status.expect("strace").success());
    let trace = std::fs::read_to_string(trace).expect("a trace");
    let photos: Vec<_> = trace.lines().filter(|l| l.contains("\"photos/")).collect();
    assert_eq!(photos.len(), 2, "{photos:#?}");
    assert!(photos.iter().all(|l| l.contains("O_PATH")), "{photos:#?}");
}
