//! What the inputs of a kit looked like at one moment.

use super::survey;
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::Path;

/// What the inputs of a kit looked like at one moment, told without opening any of them. Two
/// stamps are equal exactly if nothing a reader could see has changed, as far as the file system
/// can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// By path in the kit, with `/` between the parts; the kit's own folder is `.`.
    inputs: BTreeMap<String, Glance>,
}

impl Stamp {
    /// Takes it. A kit that is not there has an empty one, which differs from every other.
    pub fn of(kit: &Path) -> Stamp {
        survey::take(kit).stamp
    }

    /// The paths in the kit that differ, sorted; `.` is the kit's folder itself.
    pub fn changes(&self, later: &Stamp) -> Vec<String> {
        let mut paths: Vec<_> = self.inputs.keys().chain(later.inputs.keys()).collect();
        paths.sort();
        paths.dedup();
        paths.retain(|path| self.inputs.get(*path) != later.inputs.get(*path));
        paths.into_iter().cloned().collect()
    }

    /// Whether the kit is there, and all that links in it lead to.
    pub(super) fn is_whole(&self) -> bool {
        let is_astray = |glance: &Glance| glance.kind == Kind::Link;
        !self.inputs.is_empty() && !self.inputs.values().any(is_astray)
    }

    pub(super) fn note(&mut self, path: &str, glance: Glance) {
        self.inputs.insert(path.to_string(), glance);
    }
}

/// What the file system says of one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glance {
    pub kind: Kind,
    /// Which file or folder of the machine it is, if the system says so.
    pub identity: Option<Identity>,
    length: u64,
    /// In nanoseconds of any epoch.
    modified: i128,
    /// When anything but the reading of it last happened, in nanoseconds: it tells what keeps or
    /// sets back the time of the change, as `cp -p` and many an editor do.
    touched: i128,
}

/// The device and the number of the file on it.
pub(super) type Identity = (u64, u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    /// Nothing but its identity counts: its times change with every file of no interest in it.
    Folder,
    /// A link that leads out of the kit, or nowhere.
    Link,
    /// A pipe, a socket, a device.
    Other,
    /// Its name cannot be written in a kit's files, so it is never opened.
    Unnamed,
    /// The system does not say what it is, or does not let us see into it.
    Closed,
}

impl Glance {
    pub fn of(metadata: &Metadata) -> Glance {
        let kind = match metadata.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_dir() => Kind::Folder,
            kind if kind.is_symlink() => Kind::Link,
            _ => Kind::Other,
        };
        let identity = identity(metadata);
        if kind == Kind::Folder {
            return Glance {
                identity,
                ..Glance::bare(kind)
            };
        }
        Glance {
            kind,
            identity,
            length: metadata.len(),
            modified: modified(metadata),
            touched: touched(metadata),
        }
    }

    /// Of what is known by its kind alone.
    pub fn bare(kind: Kind) -> Glance {
        Glance {
            kind,
            identity: None,
            length: 0,
            modified: 0,
            touched: 0,
        }
    }
}

#[cfg(unix)]
pub(super) fn identity(metadata: &Metadata) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(unix)]
fn modified(metadata: &Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt;
    nanoseconds(metadata.mtime(), metadata.mtime_nsec())
}

#[cfg(unix)]
fn touched(metadata: &Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt;
    nanoseconds(metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(unix)]
fn nanoseconds(seconds: i64, rest: i64) -> i128 {
    i128::from(seconds) * 1_000_000_000 + i128::from(rest)
}

#[cfg(not(unix))]
pub(super) fn identity(_: &Metadata) -> Option<Identity> {
    None
}

#[cfg(not(unix))]
fn modified(metadata: &Metadata) -> i128 {
    nanoseconds(metadata.modified())
}

#[cfg(not(unix))]
fn touched(metadata: &Metadata) -> i128 {
    nanoseconds(metadata.created())
}

#[cfg(not(unix))]
fn nanoseconds(time: std::io::Result<std::time::SystemTime>) -> i128 {
    let since = time
        .ok()
        .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos() as i128)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Write;
    use tempfile::TempDir;

    fn kit() -> TempDir {
        let kit = tempfile::tempdir().unwrap();
        for path in [
            "profile.toml",
            "story.md",
            "collaborations/a.md",
            "metrics/youtube.csv",
            "photos/hero.jpg",
            "photos/2026/May/walk.png",
            "theme/styles.css",
            "brands/acme.md",
            "site/index.html",
            "notes/story.md",
        ] {
            let path = kit.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "text").unwrap();
        }
        kit
    }

    /// The paths whose stamps differ after `edit`.
    fn after(kit: &Path, edit: impl FnOnce(&Path)) -> Vec<String> {
        let before = Stamp::of(kit);
        // The clock of a file system may be as coarse as this.
        std::thread::sleep(std::time::Duration::from_millis(20));
        edit(kit);
        let later = Stamp::of(kit);
        assert_eq!(later, Stamp::of(kit));
        let changes = before.changes(&later);
        assert_eq!(changes.is_empty(), before == later);
        assert_eq!(changes, later.changes(&before));
        changes
    }

    fn check(edit: impl FnOnce(&Path), expected: &[&str]) {
        let kit = kit();
        assert_eq!(after(kit.path(), edit), expected);
    }

    fn write(kit: &Path, path: &str) {
        let path = kit.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "new").unwrap();
    }

    #[test]
    fn every_way_of_saving_shows() {
        let story = &["story.md"];
        check(|kit| write(kit, "story.md"), story);
        check(|kit| fs::write(kit.join("story.md"), "").unwrap(), story);
        let in_place = |kit: &Path| {
            let mut file = fs::File::options().write(true).open(kit.join("story.md"));
            file.as_mut().unwrap().write_all(b"TEXT").unwrap();
        };
        check(in_place, story);
        let rename_over = |kit: &Path| {
            write(kit, ".story.md.swp");
            fs::rename(kit.join(".story.md.swp"), kit.join("story.md")).unwrap();
        };
        check(rename_over, story);
        let backup = |kit: &Path| {
            fs::rename(kit.join("story.md"), kit.join("story.md~")).unwrap();
            fs::write(kit.join("story.md"), "text").unwrap();
        };
        check(backup, story);
        let touch = |kit: &Path| {
            let file = fs::File::open(kit.join("story.md")).unwrap();
            file.set_modified(std::time::SystemTime::now()).unwrap();
        };
        check(touch, story);
        check(|kit| fs::remove_file(kit.join("story.md")).unwrap(), story);
    }

    #[test]
    #[cfg(unix)]
    fn an_edit_that_sets_back_the_time_shows() {
        let edit = |kit: &Path| {
            let path = kit.join("story.md");
            let time = fs::metadata(&path).unwrap().modified().unwrap();
            fs::write(&path, "TEXT").unwrap();
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_modified(time).unwrap();
        };
        check(edit, &["story.md"]);
    }

    #[test]
    fn all_that_is_read_counts() {
        for path in [
            "metrics.csv",
            "collaborations/b.md",
            "collaborations/b.MD",
            "metrics/tiktok.csv",
            "photos/b.webp",
            "photos/2026/May/b.heic",
            "theme/fonts",
            "brands/b.md",
        ] {
            check(|kit| write(kit, path), &[path]);
        }
        check(
            |kit| write(kit, "theme/fonts/a/b.ttf"),
            &["theme/fonts", "theme/fonts/a", "theme/fonts/a/b.ttf"],
        );
        check(
            |kit| fs::rename(kit.join("photos/2026"), kit.join("photos/2027")).unwrap(),
            &[
                "photos/2026",
                "photos/2026/May",
                "photos/2026/May/walk.png",
                "photos/2027",
                "photos/2027/May",
                "photos/2027/May/walk.png",
            ],
        );
    }

    #[test]
    fn nothing_else_counts() {
        for path in [
            "site/index.html",
            "site/photos/a.jpg",
            "notes/story.md",
            "story.md~",
            "4913",
            "hero.jpg",
            ".git/index",
            "node_modules/a/b.css",
            "collaborations/.a.md.swp",
            "collaborations/a.md~",
            "collaborations/4913",
            "collaborations/more/b.md",
            "metrics/notes.txt",
            "photos/.hidden.jpg",
            "photos/.hidden/a.jpg",
            "photos/hero.jpg~",
            "photos/CREDITS.md",
            "theme/.styles.css.swp",
            "theme/styles.css~",
            "theme/4913",
            "theme/node_modules/a/b.css",
        ] {
            check(|kit| write(kit, path), &[]);
        }
        let read = |kit: &Path| assert_eq!(fs::read(kit.join("story.md")).unwrap(), b"text");
        check(read, &[]);
    }

    #[test]
    fn a_kit_that_is_not_there_is_like_no_other() {
        let kit = tempfile::tempdir().unwrap();
        let gone = kit.path().join("gone");
        assert_eq!(Stamp::of(&gone), Stamp::default());
        let create = |gone: &Path| fs::create_dir(gone).unwrap();
        assert_eq!(after(&gone, create), ["."]);
        fs::write(kit.path().join("file"), "").unwrap();
        assert_eq!(Stamp::of(&kit.path().join("file")), Stamp::default());
    }

    #[cfg(unix)]
    mod links {
        use super::*;
        use crate::disk::read::DEEPEST;
        use std::os::unix::fs::symlink;

        #[test]
        fn what_they_lead_to_counts() {
            let kit = kit();
            let kit = kit.path();
            fs::rename(kit.join("photos"), kit.join("pictures")).unwrap();
            symlink("pictures", kit.join("photos")).unwrap();
            symlink("notes/story.md", kit.join("metrics.csv")).unwrap();
            let edit = |kit: &Path| write(kit, "pictures/hero.jpg");
            assert_eq!(after(kit, edit), ["photos/hero.jpg"]);
            let edit = |kit: &Path| write(kit, "notes/story.md");
            assert_eq!(after(kit, edit), ["metrics.csv"]);
            let edit = |kit: &Path| {
                fs::remove_file(kit.join("metrics.csv")).unwrap();
                symlink("metrics/youtube.csv", kit.join("metrics.csv")).unwrap();
            };
            assert_eq!(after(kit, edit), ["metrics.csv"]);
            let edit = |kit: &Path| fs::remove_file(kit.join("metrics/youtube.csv")).unwrap();
            assert_eq!(after(kit, edit), ["metrics.csv", "metrics/youtube.csv"]);
        }

        #[test]
        fn those_out_of_the_kit_count_alone() {
            let (kit, other) = (kit(), self::kit());
            let photos = kit.path().join("photos");
            fs::remove_dir_all(&photos).unwrap();
            symlink(other.path().join("photos"), &photos).unwrap();
            let edit = |_: &Path| write(other.path(), "photos/hero.jpg");
            assert_eq!(after(kit.path(), edit), [""; 0]);
            let edit = |_: &Path| fs::remove_file(&photos).unwrap();
            assert_eq!(after(kit.path(), edit), ["photos"]);
        }

        #[test]
        fn circles_end() {
            let kit = kit();
            let kit = kit.path();
            for name in ["a", "b", "c", "d", "e"] {
                symlink("../photos", kit.join("photos").join(name)).unwrap();
                symlink(".", kit.join("theme").join(name)).unwrap();
            }
            symlink("itself.jpg", kit.join("photos/itself.jpg")).unwrap();
            let edit = |kit: &Path| write(kit, "photos/hero.jpg");
            assert_eq!(after(kit, edit), ["photos/hero.jpg"]);
        }

        #[test]
        fn a_folder_is_entered_by_the_shortest_way() {
            let kit = kit();
            for (from, to) in [("2026", "2027"), ("2027", "2026")] {
                let long = kit.path().join(format!("photos/{from}/1/2/3/4/5"));
                fs::create_dir_all(&long).unwrap();
                symlink(format!("../../../../../../{to}"), long.join("a")).unwrap();
            }
            for path in ["photos/2026/May/b.png", "photos/2027/1/b.png"] {
                let edit = |kit: &Path| write(kit, path);
                assert_eq!(after(kit.path(), edit), [path]);
            }
        }

        #[test]
        fn folders_deeper_than_is_read_do_not_count() {
            let kit = kit();
            let folder = |depth: usize| format!("photos{}", "/x".repeat(depth - 1));
            write(kit.path(), &format!("{}/a.jpg", folder(DEEPEST + 1)));
            let edit = |kit: &Path| write(kit, &format!("{}/b.jpg", folder(DEEPEST + 1)));
            assert_eq!(after(kit.path(), edit), [""; 0]);
            let path = format!("{}/b.jpg", folder(DEEPEST));
            let edit = |kit: &Path| write(kit, &path);
            assert_eq!(after(kit.path(), edit), [path.as_str()]);
        }
    }

    #[test]
    fn a_huge_folder_ends() {
        use crate::disk::read::MOST_NAMES;
        let kit = kit();
        for n in 0..MOST_NAMES - 4 {
            fs::File::create(kit.path().join(format!("photos/{n}.jpg"))).unwrap();
        }
        let count = || Stamp::of(kit.path()).inputs.len();
        let before = count();
        for n in 0..100 {
            fs::File::create(kit.path().join(format!("photos/more{n}.jpg"))).unwrap();
        }
        assert!(count() > before && count() <= before + 10);
    }
}
