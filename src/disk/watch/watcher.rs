//! The thread that waits for the next change.

use super::alarm::{Alarm, Lost};
use super::folders::{self, WatchedFolders};
use super::stamp::Stamp;
use super::survey::{self, Folder, Survey};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How a change is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The system tells of it; where it cannot, as [`Means::Poll`].
    Auto,
    /// Every input is looked at five times a second.
    Poll,
}

/// Watches the inputs of a kit until it is dropped.
pub struct Watcher {
    alarm: Arc<Alarm>,
    note: Arc<Note>,
}

/// One line for the creator, until it is told.
type Note = Mutex<Option<String>>;

/// How long a change may stay unnoticed at most.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    /// If nothing is heard of it: not every system tells of all that happens, and none of what
    /// happens on the other side of a network.
    pub told: Duration,
    /// If nothing can be heard, or the kit or what a link in it leads to is away.
    pub untold: Duration,
}

const PACE: Pace = Pace {
    told: Duration::from_secs(1),
    untold: Duration::from_millis(200),
};

/// The least time between two looks.
const REST: Duration = Duration::from_millis(2);

impl Watcher {
    /// Calls `changed` as soon as the [`Stamp`] of the kit in the folder `kit` is another than it
    /// was when this returned, and after every change from then on, from a thread of its own. It
    /// may call once too often, never too seldom. The kit may come, go and be replaced.
    ///
    /// Looks stop when it is dropped; a call that is about to be made then may still come.
    pub fn start(kit: &Path, means: Means, changed: impl Fn() + Send + Sync + 'static) -> Watcher {
        let system = match means {
            Means::Auto => Some(system as System),
            Means::Poll => None,
        };
        Watcher::start_with(kit, PACE, system, changed)
    }

    /// Why files are looked at every so often although [`Means::Auto`] was asked for, and what to
    /// do about it: one line, told once. It may come up later, when a kit gets more folders.
    pub fn note(&self) -> Option<String> {
        let mut note = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        note.take()
    }

    pub(super) fn start_with(
        kit: &Path,
        pace: Pace,
        system: Option<System>,
        changed: impl Fn() + Send + Sync + 'static,
    ) -> Watcher {
        let watcher = Watcher {
            alarm: Arc::default(),
            note: Arc::default(),
        };
        // Should the working folder change or be moved, it is still the same kit.
        let kit = std::path::absolute(kit).unwrap_or_else(|_| kit.to_path_buf());
        let Survey { stamp, folders } = survey::take(&kit);
        let mut watch = Watch {
            kit,
            pace,
            stamp,
            folders: None,
            alarm: watcher.alarm.clone(),
            note: watcher.note.clone(),
        };
        match system.map(|system| system(&watch.kit, &watch.alarm)) {
            Some(Ok(system)) => {
                watch.folders = Some(system);
                watch.listen(folders, &Lost::default());
            }
            Some(Err(error)) => watch.give_up(&error),
            None => {}
        }
        let thread = thread::Builder::new().name("watch".to_string());
        if let Err(error) = thread.spawn(move || watch.run(changed)) {
            set(&watcher.note, format!("changes are not noticed: {error}"));
        }
        watcher
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.alarm.stop();
    }
}

fn set(note: &Note, line: String) {
    *note.lock().unwrap_or_else(PoisonError::into_inner) = Some(line);
}

/// What makes the system ring the alarm.
pub(super) type System = fn(&Path, &Arc<Alarm>) -> notify::Result<WatchedFolders>;

pub(super) fn system(kit: &Path, alarm: &Arc<Alarm>) -> notify::Result<WatchedFolders> {
    let (kit, alarm) = (kit.to_path_buf(), alarm.clone());
    let system = notify::recommended_watcher(move |event| alarm.hear(&kit, event))?;
    Ok(WatchedFolders::new(Box::new(system)))
}

/// What the thread knows.
struct Watch {
    kit: PathBuf,
    pace: Pace,
    /// Of the last look.
    stamp: Stamp,
    /// `None` if nothing is heard of changes.
    folders: Option<WatchedFolders>,
    alarm: Arc<Alarm>,
    note: Arc<Note>,
}

impl Watch {
    fn run(mut self, changed: impl Fn()) {
        let mut took = Duration::ZERO;
        loop {
            // A kit so large that looking at it takes long is looked at less often, so that it
            // keeps no processor busy.
            self.alarm.wait(self.patience().max(took * 10));
            let told = self.alarm.take();
            if told.stop {
                return;
            }
            let begun = Instant::now();
            let Survey { stamp, folders } = survey::take(&self.kit);
            took = begun.elapsed();
            if self.stamp.may_differ(&stamp, &self.kit) {
                changed();
            }
            self.stamp = stamp;
            self.listen(folders, &told.lost);
            thread::sleep(REST.max(took));
        }
    }

    fn patience(&self) -> Duration {
        // What is missing may come back where nothing is watched.
        if self.folders.is_some() && self.stamp.is_whole() {
            self.pace.told
        } else {
            self.pace.untold
        }
    }

    /// Lets the system tell of changes in `folders`, after what was `lost`.
    fn listen(&mut self, mut folders: Vec<Folder>, lost: &Lost) {
        let Some(watched) = &mut self.folders else {
            return;
        };
        // Where the kit itself comes and goes.
        folders.extend(self.kit.parent().and_then(Folder::at));
        match watched.set(folders, lost) {
            // Something may have happened in a folder before it was watched.
            Ok(true) => self.alarm.ring(),
            Ok(false) => {}
            Err(error) => self.give_up(&error),
        }
    }

    fn give_up(&mut self, error: &notify::Error) {
        self.folders = None;
        set(&self.note, folders::note(error));
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{
        EAGER, PATIENT, PATIENT_IF_WHOLE, Watched, base, deaf, limited, rings, told, write,
    };
    use super::*;
    use std::fs;
    use std::sync::mpsc;

    #[test]
    fn inputs_are_noticed() {
        let kit = told();
        kit.expect_write("kit/story.md");
        kit.expect_write("kit/metrics.csv");
        kit.expect_write("kit/collaborations/b.md");
        kit.expect_write("kit/photos/2026/b.jpg");
        kit.rename("kit/story.md", "kit/story.md~");
        kit.expect("renamed");
        kit.rename("kit/story.md~", "kit/story.md");
        kit.expect("renamed back");
        fs::remove_file(kit.at("kit/photos/2026/a.jpg")).unwrap();
        kit.expect("removed");
        assert_eq!(kit.watcher.note(), None);
    }

    #[test]
    fn new_folders_are_watched() {
        let kit = told();
        for path in [
            "metrics/a.csv",
            "theme/fonts/a.ttf",
            "photos/2027/May/a.jpg",
        ] {
            kit.expect_write(&format!("kit/{path}"));
            kit.expect_write(&format!("kit/{path}"));
        }
        fs::remove_dir_all(kit.at("kit/photos")).unwrap();
        kit.expect("removed");
        kit.expect_write("kit/photos/2026/a.jpg");
        kit.expect_write("kit/photos/2026/a.jpg");
        kit.rename("kit/photos/2026", "kit/photos/2025");
        kit.expect("renamed");
        kit.expect_write("kit/photos/2025/a.jpg");
        kit.rename("kit/photos", "photos");
        kit.rename("photos", "kit/photos");
        kit.settle();
        kit.expect_write("kit/photos/2025/a.jpg");
    }

    #[test]
    fn the_site_and_passing_files_are_not() {
        let kit = told();
        for n in 0..50 {
            kit.write("kit/site/index.html");
            kit.write(&format!("kit/site/{n}.html"));
            kit.write(&format!("kit/site.{n}/index.html"));
            kit.rename(&format!("kit/site.{n}"), &format!("kit/.old.{n}"));
            kit.write("kit/4913");
            fs::remove_file(kit.at("kit/4913")).unwrap();
            kit.write("kit/collaborations/.a.md.swp");
            kit.write("kit/collaborations/a.md~");
            kit.write("kit/.git/index");
            kit.write("letter.md");
            assert!(fs::read(kit.at("kit/story.md")).is_ok());
        }
        kit.expect_nothing();
        kit.expect_write("kit/story.md");
    }

    #[test]
    fn a_kit_may_be_moved_away_and_back() {
        let kit = told();
        for _ in 0..3 {
            kit.rename("kit", "away");
            kit.expect("moved away");
            kit.write("away/story.md");
            kit.expect_nothing();
            kit.rename("away", "kit");
            kit.expect("moved back");
            kit.expect_write("kit/story.md");
            kit.expect_write("kit/photos/2026/a.jpg");
            kit.rename("kit", "away");
            kit.rename("away", "kit");
            kit.settle();
            kit.expect_write("kit/story.md");
            kit.expect_write("kit/photos/2026/a.jpg");
        }
    }

    #[test]
    fn a_kit_may_be_replaced() {
        let kit = told();
        kit.write("other/story.md");
        kit.write("other/photos/b.jpg");
        kit.rename("kit", "away");
        kit.rename("other", "kit");
        kit.expect("replaced");
        kit.expect_write("kit/story.md");
        kit.expect_write("kit/photos/b.jpg");
        kit.write("away/story.md");
        kit.write("away/photos/2026/a.jpg");
        kit.expect_nothing();
        fs::remove_dir_all(kit.at("kit")).unwrap();
        kit.expect("removed");
    }

    #[test]
    fn a_kit_may_come_later() {
        let kit = Watched::start(tempfile::tempdir().unwrap(), PATIENT, Some(system));
        kit.write("letter.md");
        kit.expect_nothing();
        kit.expect_write("kit/story.md");
        kit.expect_write("kit/story.md");
        kit.expect_write("kit/photos/a.jpg");
    }

    #[test]
    fn a_kit_may_come_later_with_its_folder() {
        let base = tempfile::tempdir().unwrap();
        let kit = Watched::start_at(base, "a/b/kit", PATIENT_IF_WHOLE, Some(system));
        kit.expect_write("a/b/kit/story.md");
        kit.expect_write("a/b/kit/story.md");
        kit.rename("a", "c");
        // A folder above the one that the kit lies in is not watched.
        kit.watcher.alarm.ring();
        kit.expect("moved away");
        kit.rename("c", "a");
        kit.expect("moved back");
        kit.expect_write("a/b/kit/story.md");
        kit.write("d/b/kit/story.md");
        kit.rename("a", "c");
        kit.rename("d", "a");
        kit.watcher.alarm.ring();
        kit.expect("replaced");
        kit.expect_write("a/b/kit/story.md");
    }

    #[test]
    #[cfg(unix)]
    fn links_are_followed() {
        use std::os::unix::fs::symlink;
        let base = base();
        let at = |path: &str| base.path().join(path);
        fs::rename(at("kit"), at("first")).unwrap();
        fs::create_dir_all(at("second/photos")).unwrap();
        fs::create_dir_all(at("first/more/drafts")).unwrap();
        fs::rename(at("first/photos"), at("first/more/pictures")).unwrap();
        fs::rename(at("first/story.md"), at("first/more/drafts/1.md")).unwrap();
        symlink("more/pictures", at("first/photos")).unwrap();
        symlink("more/drafts/1.md", at("first/story.md")).unwrap();
        symlink("first", at("kit")).unwrap();

        let kit = Watched::start(base, PATIENT_IF_WHOLE, Some(system));
        kit.expect_write("first/more/pictures/b.jpg");
        kit.expect_write("kit/photos/2026/b.jpg");
        kit.expect_write("first/more/drafts/1.md");
        kit.rename("first/more/pictures", "first/more/other");
        kit.expect("leads nowhere");
        kit.rename("first/more/other", "first/more/pictures");
        kit.expect("leads somewhere again");
        kit.expect_write("kit/photos/2026/b.jpg");

        symlink("photos", kit.at("kit/brands")).unwrap();
        kit.expect("a second way to the photos");
        fs::remove_file(kit.at("kit/brands")).unwrap();
        kit.expect("the first way only");
        kit.expect_write("kit/photos/2026/b.jpg");

        fs::remove_file(kit.at("kit")).unwrap();
        kit.expect("the kit is away");
        symlink("second", kit.at("kit")).unwrap();
        kit.expect("the kit is another");
        kit.expect_write("second/story.md");
        kit.expect_write("kit/photos/b.jpg");
        symlink("first", kit.at("link")).unwrap();
        kit.rename("link", "kit");
        kit.expect("the kit is the first again");
        kit.expect_write("first/more/drafts/1.md");
    }

    #[test]
    fn what_nobody_tells_is_noticed_all_the_same() {
        let kit = Watched::start(base(), EAGER, Some(deaf));
        kit.expect_write("kit/story.md");
        assert_eq!(kit.watcher.note(), None);
        let kit = Watched::start(base(), EAGER, None);
        kit.expect_write("kit/story.md");
        kit.rename("kit", "away");
        kit.expect("moved away");
        kit.rename("away", "kit");
        kit.expect("moved back");
        kit.expect_write("kit/photos/2026/a.jpg");
        kit.expect_nothing();
        assert_eq!(kit.watcher.note(), None);
    }

    #[test]
    fn a_limit_of_the_system_is_noted_once() {
        let kit = Watched::start(base(), PATIENT_IF_WHOLE, Some(limited));
        let note = kit.watcher.note().unwrap();
        assert!(note.contains("five times a second"), "{note}");
        assert_eq!(kit.watcher.note(), None);
        kit.expect_write("kit/story.md");
        kit.expect_write("kit/photos/2027/a.jpg");
    }

    #[test]
    fn both_means_notice() {
        for means in [Means::Auto, Means::Poll] {
            let base = base();
            let (sender, calls) = mpsc::channel();
            let watcher = Watcher::start(&base.path().join("kit"), means, rings(sender));
            write(&base, "kit/story.md");
            assert!(calls.recv_timeout(Duration::from_secs(30)).is_ok());
            assert_eq!(watcher.note(), None);
        }
    }

    #[test]
    fn what_is_dropped_stops() {
        let kit = told();
        drop(kit.watcher);
        // The channel closes when the thread ends.
        let end = kit.calls.recv_timeout(Duration::from_secs(30));
        assert_eq!(end, Err(mpsc::RecvTimeoutError::Disconnected));
    }
}
