//! [`Files`] to a folder: only what changed, only what is ours, all or nothing.
//!
//! Nothing is ever emptied. The site's folder holds a list of what we put there, by hashes; what
//! is not on it, or is not as we left it, is not touched unless the person says so. A build that
//! fails leaves the old site; one that is killed is finished by the next.

use super::plan::{Plan, plan};
use super::staging::{self, Staging};
use super::target::{self, Precious, Target};
use super::write_error::WriteError;
use super::{Files, exchange};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a build waits for another one that writes to the same folder.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whose site it is, and what the person allowed.
#[derive(Clone, Copy, Debug)]
pub struct WriteOptions<'a> {
    /// The folder of the kit that was built.
    pub kit: &'a Path,
    /// What sets the kit apart from others wherever it is built, such as its creator's name and
    /// language. Only its hash is written.
    pub identity: &'a str,
    /// Whether files that are in the way may be replaced, whoever made them. What is not in the
    /// way is kept all the same.
    pub adopt: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The folder that was written to, links resolved.
    pub folder: PathBuf,
    /// How many files of the site were written.
    pub written: usize,
    /// How many were as they should be, and were left alone.
    pub unchanged: usize,
    /// How many old files of ours were removed.
    pub removed: usize,
    /// How many entries of the folder are not ours and were kept; a folder counts once.
    pub kept_foreign: usize,
}

/// Writes `files` to the folder `output`, which need not exist.
pub fn write(
    output: &Path,
    files: &Files,
    options: &WriteOptions<'_>,
) -> Result<Written, WriteError> {
    let target = target::resolve(output, &Precious::of(options.kit))?;
    write_to(&target, files, options)
}

/// Writes `files` to a target that was resolved.
pub(super) fn write_to(
    target: &Target,
    files: &Files,
    options: &WriteOptions<'_>,
) -> Result<Written, WriteError> {
    let planned = || plan(target, files, options.identity, options.adopt);
    // Most builds change nothing. They take no lock and make no file, so they run on a disk that
    // cannot be written to; whoever writes at this moment has a staging folder to tell.
    if !staging::is_left(target)
        && let Ok(plan) = planned()
        && plan.is_empty()
        && !staging::is_left(target)
    {
        return Ok(Written::by(&plan, target));
    }
    let mut staging = Staging::claim(target, PATIENCE)?;
    staging.recover(options.adopt)?;
    let plan = planned()?;
    if !plan.is_empty() {
        exchange::publish(&mut staging, &plan)?;
    }
    Ok(Written::by(&plan, target))
}

impl Written {
    fn by(plan: &Plan<'_>, target: &Target) -> Written {
        let list = super::owned::NAME;
        Written {
            folder: target.root.clone(),
            written: plan
                .place
                .iter()
                .filter(|placed| placed.path != list)
                .count(),
            unchanged: plan.unchanged,
            removed: plan.remove.len(),
            kept_foreign: plan.kept_foreign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::sample::Place;
    use std::fs::{self, File};
    use std::time::SystemTime;

    #[test]
    fn only_what_changed_is_written() {
        let place = Place::new();
        let site = [("index.html", "1"), ("a/b.css", "2"), ("a/c.css", "3")];
        assert_eq!(place.build(&site).unwrap(), [3, 0, 0, 0]);
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        for (path, _) in site {
            let file = File::options().write(true).open(place.at(path)).unwrap();
            file.set_modified(long_ago).unwrap();
        }
        assert_eq!(place.build(&site).unwrap(), [0, 3, 0, 0]);
        let site = [("index.html", "1"), ("a/b.css", "x"), ("d/e/f.css", "4")];
        assert_eq!(place.build(&site).unwrap(), [2, 1, 1, 0]);
        let modified = |path: &str| place.at(path).metadata().unwrap().modified().unwrap();
        assert_eq!(modified("index.html"), long_ago);
        assert_ne!(modified("a/b.css"), long_ago);
        assert_eq!(place.build(&[("index.html", "1")]).unwrap(), [0, 1, 2, 0]);
        assert_eq!(place.listed(), ["kit", "site", "site/index.html: 1"]);
    }

    #[test]
    fn a_file_that_went_missing_is_written_again() {
        let place = Place::new();
        let site = [("index.html", "1"), ("a/b.css", "2")];
        place.build(&site).unwrap();
        fs::remove_dir_all(place.at("a")).unwrap();
        assert_eq!(place.build(&site).unwrap(), [1, 1, 0, 0]);
    }

    #[test]
    fn what_is_not_ours_is_kept() {
        let place = Place::new();
        place
            .build(&[("index.html", "1"), ("a/b.css", "2")])
            .unwrap();
        place.put("CNAME", "example.com");
        place.put(".git/HEAD", "ref");
        place.put("a/notes.txt", "mine");
        assert_eq!(place.build(&[("index.html", "2")]).unwrap(), [1, 0, 1, 3]);
        assert_eq!(
            place.listed(),
            [
                "kit",
                "site",
                "site/.git",
                "site/.git/HEAD: ref",
                "site/CNAME: example.com",
                "site/a",
                "site/a/notes.txt: mine",
                "site/index.html: 2",
            ]
        );
        // The folder is theirs now: emptied by them, it stays.
        fs::remove_file(place.at("a/notes.txt")).unwrap();
        assert_eq!(place.build(&[("index.html", "2")]).unwrap(), [0, 1, 0, 3]);
    }

    #[test]
    fn a_folder_we_did_not_make_is_refused() {
        let mut place = Place::new();
        let site = [("index.html", "1")];
        place.put("notes.txt", "mine");
        place.put("index.html", "mine");
        place.refuses(&site, "it is not empty and was not made by pitchkit");
        place.adopt = true;
        assert_eq!(place.build(&site).unwrap(), [1, 0, 0, 1]);
        place.adopt = false;
        assert_eq!(place.build(&site).unwrap(), [0, 1, 0, 1]);
    }

    #[test]
    fn an_empty_folder_is_free() {
        let place = Place::new();
        fs::create_dir(place.at("")).unwrap();
        assert_eq!(place.build(&[("a/index.html", "1")]).unwrap(), [1, 0, 0, 0]);
    }

    #[test]
    fn edits_by_hand_are_not_lost() {
        let mut place = Place::new();
        place
            .build(&[("index.html", "1"), ("b.css", "2"), ("c.css", "3")])
            .unwrap();
        place.put("index.html", "edited");
        place.put("b.css", "edited");
        let site = [("index.html", "new"), ("c.css", "new")];
        place.refuses(&site, "site/index.html`: it was edited by hand");
        // A page that is the same whoever wrote it is in nobody's way.
        place
            .build(&[
                ("index.html", "edited"),
                ("b.css", "edited"),
                ("c.css", "3"),
            ])
            .unwrap();
        place.put("b.css", "again");
        // No longer made, but not as we left it.
        assert_eq!(place.build(&site).unwrap(), [2, 0, 0, 1]);
        place.put("index.html", "edited");
        place.adopt = true;
        assert_eq!(place.build(&site).unwrap(), [1, 1, 0, 1]);
        assert_eq!(
            place.listed(),
            [
                "kit",
                "site",
                "site/b.css: again",
                "site/c.css: new",
                "site/index.html: new",
            ]
        );
    }

    #[test]
    fn foreign_files_in_the_way_are_named() {
        let place = Place::new();
        place.build(&[("index.html", "1")]).unwrap();
        place.put("robots.txt", "mine");
        let site = [("index.html", "1"), ("robots.txt", "ours")];
        place.refuses(&site, "site/robots.txt`: it was not made by pitchkit");
        place.put("work", "a file");
        place.refuses(
            &[("work/index.html", "1")],
            "a folder of the site belongs there",
        );
        place.put("kit.txt/x", "a folder");
        place.refuses(&[("kit.txt", "1")], "a file of the site belongs there");
    }

    #[test]
    fn a_list_that_is_not_as_we_wrote_it_ends_the_build() {
        let mut place = Place::new();
        let site = [("index.html", "1"), ("a.css", "2")];
        place.build(&site).unwrap();
        let list = fs::read_to_string(place.at(".pitchkit")).unwrap();
        let next = [("index.html", "2")];
        place.put(".pitchkit", &list[..list.len() / 2]);
        place.refuses(&next, "is damaged");
        place.put(".pitchkit", "");
        place.refuses(&next, "is damaged");
        place.put(".pitchkit", &list.replacen("files 1", "files 2", 1));
        place.refuses(&next, "a newer pitchkit");
        place.adopt = true;
        place.refuses(&next, "a newer pitchkit");
        // Adopted, all that was ours is foreign, and only what is in the way goes.
        place.put(".pitchkit", "damaged");
        assert_eq!(place.build(&next).unwrap(), [1, 0, 0, 1]);
        fs::remove_file(place.at(".pitchkit")).unwrap();
        fs::create_dir(place.at(".pitchkit")).unwrap();
        place.refuses(&next, "is not a file");
    }

    #[test]
    fn another_kit_has_another_folder() {
        let mut place = Place::new();
        place.build(&[("index.html", "1"), ("a.css", "2")]).unwrap();
        place.identity = "Somebody Else, en";
        place.refuses(&[("index.html", "2")], "the site of another kit");
        place.adopt = true;
        assert_eq!(place.build(&[("index.html", "2")]).unwrap(), [1, 0, 1, 0]);
        place.adopt = false;
        assert_eq!(place.build(&[("index.html", "2")]).unwrap(), [0, 1, 0, 0]);
    }

    #[test]
    fn precious_folders_are_never_written() {
        let place = Place::new();
        for output in ["kit", "", "kit/photos", "/"] {
            let before = place.listed();
            let error = place.build_to(output, &[("index.html", "1")]).unwrap_err();
            assert!(matches!(error, WriteError::Forbidden { .. }), "{error}");
            assert_eq!(place.listed(), before);
        }
        place.build_to("kit/site", &[("index.html", "1")]).unwrap();
        place
            .build_to("new/deep/site", &[("index.html", "1")])
            .unwrap();
    }

    #[test]
    fn unsafe_names_are_refused() {
        let place = Place::new();
        place.refuses(&[("../index.html", "1")], "its name has");
        place.refuses(&[("index.html", "1"), (".pitchkit", "1")], "its name is");
    }

    #[test]
    fn staging_takes_nobody_elses_place() {
        let place = Place::new();
        place.build(&[("index.html", "1")]).unwrap();
        let precious = Precious::of(Path::new("kit"));
        let target = target::resolve(&place.at(""), &precious).unwrap();
        let beside = Staging::claim(&target, PATIENCE)
            .unwrap()
            .folder()
            .to_path_buf();
        assert!(!beside.exists());
        fs::write(&beside, "mine").unwrap();
        let second = format!("{}-2", beside.display());
        fs::create_dir_all(Path::new(&second).join("mine")).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&second, fs::Permissions::from_mode(0o700)).unwrap();
        }
        let before = place.listed().len();
        assert_eq!(place.build(&[("index.html", "2")]).unwrap(), [1, 0, 0, 0]);
        assert_eq!(place.listed().len(), before);
        assert_eq!(fs::read(&beside).unwrap(), b"mine");
    }

    #[test]
    fn a_second_build_waits_and_then_refuses() {
        let place = Place::new();
        let precious = Precious::of(Path::new("kit"));
        let target = target::resolve(&place.at(""), &precious).unwrap();
        let first = Staging::claim(&target, PATIENCE).unwrap();
        let process = format!("(process {})", std::process::id());
        std::thread::scope(|scope| {
            let second = Staging::claim(&target, Duration::from_millis(50));
            let line = second.map(drop).unwrap_err().to_string();
            assert!(line.contains(&process), "{line}");
            let third = scope.spawn(|| place.build(&[("index.html", "1")]));
            std::thread::sleep(Duration::from_millis(100));
            assert!(!third.is_finished());
            drop(first);
            third.join().unwrap().unwrap();
        });
        assert_eq!(place.listed(), ["kit", "site", "site/index.html: 1"]);
    }

    #[test]
    fn builds_at_once_leave_one_whole_site() {
        let place = Place::new();
        let build = |text: &'static str| {
            for round in 0..10 {
                let name = format!("{text}-{}.css", round % 3);
                let site = [("index.html", text), (name.as_str(), text)];
                // A build that has waited long enough refuses by name.
                let built = place.build(&site);
                assert!(
                    matches!(built, Ok(_) | Err(WriteError::Refused { .. })),
                    "{built:?}"
                );
            }
        };
        std::thread::scope(|scope| {
            for text in ["one", "two", "three"] {
                scope.spawn(move || build(text));
            }
        });
        let listed = place.listed();
        let text = fs::read_to_string(place.at("index.html")).unwrap();
        assert_eq!(listed.len(), 4, "{listed:?}");
        assert!(place.at(&format!("{text}-0.css")).exists(), "{listed:?}");
    }

    #[test]
    #[cfg(unix)]
    fn links_are_not_written_through() {
        use std::os::unix::fs::symlink;
        let place = Place::new();
        let elsewhere = place.base.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        // The folder itself may be one.
        symlink("elsewhere", place.at("").components().as_path()).unwrap();
        place.build(&[("index.html", "1")]).unwrap();
        assert!(elsewhere.join("index.html").exists());
        // What is in it may not.
        symlink("../kit", place.at("a")).unwrap();
        place.refuses(&[("a/b.css", "1")], "a folder of the site belongs there");
        fs::remove_file(place.at("index.html")).unwrap();
        symlink("../kit/x", place.at("index.html")).unwrap();
        place.refuses(&[("index.html", "1")], "a file of the site belongs there");
    }

    #[test]
    #[cfg(unix)]
    fn a_web_server_may_read_it_and_nobody_else_may_write_it() {
        use std::os::unix::fs::PermissionsExt;
        let place = Place::new();
        place.build(&[("a/index.html", "1")]).unwrap();
        place
            .build(&[("a/index.html", "2"), ("b/c.css", "1")])
            .unwrap();
        for (path, mode) in [
            ("", 0o755),
            ("a", 0o755),
            ("b", 0o755),
            ("a/index.html", 0o644),
            ("b/c.css", 0o644),
            (".pitchkit", 0o644),
        ] {
            let found = place.at(path).metadata().unwrap().permissions().mode() & 0o7777;
            assert_eq!(found, mode, "{path}");
        }
    }
}
