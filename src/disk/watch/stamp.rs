//! What the inputs of a kit looked like at one moment.

use super::glance::{Glance, Kind, is_tick, nanoseconds_since};
use super::survey;
use blake3::Hash;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What the inputs of a kit looked like at one moment, told without opening any of them but those
/// that were touched just then.
#[derive(Clone, Debug, Default)]
pub struct Stamp {
    /// By path in the kit, with `/` between the parts; the kit's own folder is `.`.
    inputs: BTreeMap<String, Glance>,
    /// What is in the inputs that were touched so shortly before that the next touch may bear the
    /// same time; none for what is long.
    young: BTreeMap<String, Option<Hash>>,
}

impl Stamp {
    /// Takes it. A kit that is not there has an empty one, which differs from every other.
    pub fn of(kit: &Path) -> Stamp {
        survey::take(kit).stamp
    }

    /// Whether a reader may see something else in the folder `kit` at `later` than at this moment: a
    /// stamp differs; or this one was taken within a tick of the file system's clock after a change,
    /// so that another may have left no trace, and what is in the file has changed since.
    pub fn may_differ(&self, later: &Stamp, kit: &Path) -> bool {
        let is_other = |(path, before): (&String, &Option<Hash>)| {
            before.is_none() || *before != content(&kit.join(path))
        };
        self.inputs != later.inputs || self.young.iter().any(is_other)
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

    /// Takes note of what is young when the clock said `begun` as the taking began.
    pub(super) fn date(&mut self, begun: SystemTime, kit: &Path) {
        let begun = nanoseconds_since(begun);
        let inputs = self.inputs.iter();
        let young = inputs.filter(|(_, glance)| is_tick(glance.touched, begun));
        self.young = young
            .map(|(path, _)| (path.clone(), content(&kit.join(path))))
            .collect();
    }
}

/// How long a file may be that is read to learn whether it has changed.
const LONGEST: u64 = 1 << 20;

/// What is in a file, if it is a short one and can be read.
fn content(path: &Path) -> Option<Hash> {
    let metadata = fs::metadata(path).ok()?;
    let is_short = metadata.is_file() && metadata.len() <= LONGEST;
    let bytes = is_short.then(|| fs::read(path).ok())??;
    Some(blake3::hash(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
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
            "brands/acme.toml",
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
        assert_eq!(later.inputs, Stamp::of(kit).inputs);
        let changes = before.changes(&later);
        assert_eq!(changes.is_empty(), before.inputs == later.inputs);
        assert!(changes.is_empty() || before.may_differ(&later, kit));
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
            "brands/b.toml",
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
        assert!(Stamp::of(&gone).inputs.is_empty());
        let create = |gone: &Path| fs::create_dir(gone).unwrap();
        assert_eq!(after(&gone, create), ["."]);
        fs::write(kit.path().join("file"), "").unwrap();
        assert!(Stamp::of(&kit.path().join("file")).inputs.is_empty());
    }

    #[test]
    fn what_was_touched_within_a_tick_may_differ_without_a_trace() {
        let kit = kit();
        let kit = kit.path();
        std::thread::sleep(std::time::Duration::from_millis(30));
        let old = Stamp::of(kit);
        assert!(old.young.is_empty());
        assert!(!old.may_differ(&old, kit));

        fs::write(kit.join("story.md"), "news").unwrap();
        let written = fs::metadata(kit.join("story.md")).unwrap();
        let mut young = Stamp::of(kit);
        // Where the machine dawdles it is old already, and another time makes it young.
        let begun = written.modified().unwrap();
        young.date(begun, kit);
        assert!(young.young.contains_key("story.md"), "{young:?}");
        assert!(!young.may_differ(&young, kit));
        // As if the clock had not gone on.
        fs::write(kit.join("story.md"), "olds").unwrap();
        assert!(young.may_differ(&young.clone(), kit));

        fs::write(kit.join("photos/hero.jpg"), vec![0; 2 << 20]).unwrap();
        let mut young = Stamp::of(kit);
        let written = fs::metadata(kit.join("photos/hero.jpg")).unwrap();
        young.date(written.modified().unwrap(), kit);
        assert!(young.may_differ(&young.clone(), kit));
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
