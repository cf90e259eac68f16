//! The folders of a kit that the system watches for us.

use super::alarm::Lost;
use super::glance::Identity;
use super::survey::Folder;
use crate::disk::is_file_limit;
use notify::{ErrorKind, RecursiveMode};
use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::PathBuf;

/// The watched folders, each by itself: what is watched with all that is in it would take the
/// site along, and would follow links its own way.
pub(super) struct WatchedFolders {
    system: Box<dyn notify::Watcher + Send>,
    watched: BTreeMap<PathBuf, Option<Identity>>,
}

impl WatchedFolders {
    pub fn new(system: Box<dyn notify::Watcher + Send>) -> WatchedFolders {
        WatchedFolders {
            system,
            watched: BTreeMap::new(),
        }
    }

    /// Lets `wanted` be watched and nothing else, and tells whether any is watched anew: what
    /// happened in it before is only seen by looking. A folder that is gone again or closed to us
    /// is left out; an error means that the system will not do it.
    pub fn set(&mut self, wanted: Vec<Folder>, lost: &Lost) -> notify::Result<bool> {
        // The system has one watch for a folder, however many paths lead to it.
        let mut seen = HashSet::new();
        let wanted: BTreeMap<_, _> = wanted
            .into_iter()
            .filter(|folder| folder.identity.is_none_or(|identity| seen.insert(identity)))
            .map(|folder| (folder.path, folder.identity))
            .collect();
        let is_stale = |path: &PathBuf, identity: &Option<Identity>| {
            wanted.get(path) != Some(identity) || lost.has(path)
        };
        if wanted.len() == self.watched.len() && !self.watched.iter().any(|(p, i)| is_stale(p, i)) {
            return Ok(false);
        }

        let mut system = self.system.paths_mut();
        self.watched.retain(|path, identity| {
            let stale = is_stale(path, identity);
            if stale {
                // The system has often forgotten it already.
                let _ = system.remove(path);
            }
            !stale
        });
        let mut is_new = false;
        for (path, identity) in wanted {
            if self.watched.contains_key(&path) {
                continue;
            }
            match system.add(&path, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    is_new = true;
                    self.watched.insert(path, identity);
                }
                Err(error) if is_passing(&error) => {}
                Err(error) => return Err(error),
            }
        }
        system.commit()?;
        Ok(is_new)
    }
}

/// Whether it is about the folder, and not about the system.
fn is_passing(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
        ErrorKind::Io(error) => matches!(
            error.kind(),
            io::ErrorKind::NotFound
                | io::ErrorKind::NotADirectory
                | io::ErrorKind::PermissionDenied
        ),
        ErrorKind::MaxFilesWatch | ErrorKind::Generic(_) | ErrorKind::InvalidConfig(_) => false,
    }
}

/// Why changes are looked for instead of being told: one line, which says what to do.
pub(super) fn note(error: &notify::Error) -> String {
    let (reason, remedy) = match &error.kind {
        ErrorKind::MaxFilesWatch => (
            "the system watches as many folders as it may".to_string(),
            if cfg!(target_os = "linux") {
                "; close other previews and editors, or raise the limit with \
                 `sudo sysctl fs.inotify.max_user_watches=524288`, then start again"
            } else {
                "; close other previews and editors, then start again"
            },
        ),
        ErrorKind::Io(error) if is_file_limit(error) => (
            "as many programs watch folders as may".to_string(),
            if cfg!(target_os = "linux") {
                "; close other previews and editors, or raise the limit with \
                 `sudo sysctl fs.inotify.max_user_instances=1024`, then start again"
            } else {
                "; close other previews and editors, then start again"
            },
        ),
        _ => (format!("the system does not tell of changes ({error})"), ""),
    };
    format!("{reason}, so your files are looked at five times a second{remedy}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::{Config, EventHandler, WatcherKind};
    use std::path::Path;
    use std::sync::mpsc::{self, Receiver, Sender};

    /// A system that watches three folders at most, and says what is asked of it.
    struct Small {
        asked: Sender<String>,
        watched: Vec<PathBuf>,
    }

    impl notify::Watcher for Small {
        fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<Small> {
            Err(notify::Error::generic("made by hand"))
        }

        fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
            let _ = self.asked.send(format!("+{}", path.display()));
            if path.ends_with("gone") {
                return Err(notify::Error::path_not_found());
            }
            if self.watched.len() == 3 {
                return Err(notify::Error::new(ErrorKind::MaxFilesWatch));
            }
            self.watched.push(path.to_path_buf());
            Ok(())
        }

        fn unwatch(&mut self, path: &Path) -> notify::Result<()> {
            let _ = self.asked.send(format!("-{}", path.display()));
            self.watched.retain(|watched| watched != path);
            Ok(())
        }

        fn kind() -> WatcherKind {
            WatcherKind::NullWatcher
        }
    }

    #[test]
    fn the_system_is_asked_for_what_differs() {
        let (asked, answers) = mpsc::channel();
        let watched = Vec::new();
        let mut folders = WatchedFolders::new(Box::new(Small { asked, watched }));
        let asked = |answers: &Receiver<String>| answers.try_iter().collect::<Vec<_>>().join(" ");
        let mut check = |wanted: &[(&str, u64)], lost: &[&str], expected: &str, is_new| {
            let folder = |(path, number): &(&str, u64)| Folder {
                path: PathBuf::from(path),
                identity: Some((1, *number)),
            };
            let lost = Lost::Paths(lost.iter().map(PathBuf::from).collect());
            let done = folders.set(wanted.iter().map(folder).collect(), &lost);
            assert_eq!(asked(&answers), expected);
            assert_eq!(done.ok(), is_new);
        };
        check(&[("a", 1), ("a/b", 2)], &[], "+a +a/b", Some(true));
        check(&[("a", 1), ("a/b", 2)], &["a/b/c", "d"], "", Some(false));
        check(
            &[("a", 1), ("a/b", 2)],
            &["a"],
            "-a -a/b +a +a/b",
            Some(true),
        );
        check(&[("a", 1), ("a/b", 3)], &[], "-a/b +a/b", Some(true));
        check(&[("a", 1), ("a/c", 3)], &[], "-a/b +a/c", Some(true));
        check(&[("a", 1), ("a/c", 3), ("a/b", 3)], &[], "", Some(false));
        check(&[("a", 1), ("a/gone", 4)], &[], "-a/c +a/gone", Some(false));
        check(&[("a", 1), ("b", 2), ("c", 3)], &[], "+b +c", Some(true));
        check(&[("a", 1), ("b", 2), ("c", 3), ("d", 4)], &[], "+d", None);
    }

    #[test]
    fn what_only_concerns_a_folder_is_passed_over() {
        fn check(error: notify::Error, passing: bool) {
            assert_eq!(is_passing(&error), passing, "{error:?}");
        }
        let io = |kind: io::ErrorKind| notify::Error::io(kind.into());
        check(notify::Error::path_not_found(), true);
        check(io(io::ErrorKind::NotFound), true);
        check(io(io::ErrorKind::PermissionDenied), true);
        check(io(io::ErrorKind::Unsupported), false);
        check(notify::Error::new(ErrorKind::MaxFilesWatch), false);
        check(notify::Error::generic("no such thing"), false);
    }

    #[test]
    fn a_note_is_one_line_that_says_what_to_do() {
        fn check(error: notify::Error, words: &[&str]) {
            let note = note(&error);
            assert!(!note.contains('\n'), "{note}");
            for words in words {
                assert!(note.contains(words), "{note}");
            }
        }
        let often = "your files are looked at five times a second";
        check(
            notify::Error::new(ErrorKind::MaxFilesWatch),
            &["folders as it may", often, "close other previews"],
        );
        check(notify::Error::generic("broken"), &["(broken)", often]);
        #[cfg(target_os = "linux")]
        {
            let limit = notify::Error::new(ErrorKind::MaxFilesWatch);
            check(limit, &["max_user_watches"]);
            let limit = notify::Error::io(io::Error::from_raw_os_error(24));
            check(limit, &["max_user_instances"]);
        }
    }
}
