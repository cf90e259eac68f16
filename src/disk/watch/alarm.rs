//! What the system tells of changes, until the thread that watches asks for it.

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A bell between the threads that hear of changes and the one that looks for them. However often
/// it rings before somebody comes, it keeps one small message.
#[derive(Default)]
pub(super) struct Alarm {
    told: Mutex<Told>,
    rung: Condvar,
}

/// What was told since the last time.
#[derive(Default)]
pub(super) struct Told {
    rung: bool,
    pub stop: bool,
    pub lost: Lost,
}

/// The paths at which something was taken away or put in place of something else. The system
/// watches files and not paths: a watch on any of them, or on what lies in them, is none any more.
#[derive(Debug, PartialEq)]
pub(super) enum Lost {
    Paths(BTreeSet<PathBuf>),
    /// More than are worth telling apart.
    All,
}

const MOST_PATHS: usize = 100;

impl Alarm {
    /// Wakes the thread that waits.
    pub fn ring(&self) {
        self.lock().rung = true;
        self.rung.notify_all();
    }

    /// Wakes the thread that waits, for it to end.
    pub fn stop(&self) {
        self.lock().stop = true;
        self.rung.notify_all();
    }

    /// Waits until it is rung, or for `longest`.
    pub fn wait(&self, longest: Duration) {
        let told = self.lock();
        let quiet = |told: &mut Told| !told.rung && !told.stop;
        // Whether it rang or the time was up, the caller looks.
        let _ = self.rung.wait_timeout_while(told, longest, quiet);
    }

    /// Takes what was told.
    pub fn take(&self) -> Told {
        let mut told = self.lock();
        let stop = told.stop;
        let taken = std::mem::take(&mut *told);
        told.stop = stop;
        taken
    }

    /// Hears what the system tells, of the kit `kit` among others.
    pub fn hear(&self, kit: &Path, event: notify::Result<notify::Event>) {
        let (paths, lost) = match event {
            Ok(event) if event.need_rescan() => (Vec::new(), true),
            Ok(event) if is_reading(event.kind) => return,
            // The folder that the kit lies in is watched for the kit's own sake alone.
            Ok(event) if is_of_neighbours(kit, &event.paths) => return,
            Ok(event) => {
                let lost = moves(event.kind);
                (event.paths, lost)
            }
            Err(_) => (Vec::new(), true),
        };
        if lost {
            self.lock().lost.add(paths);
        }
        self.ring();
    }

    fn lock(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lost {
    /// Adds the paths of one event; one without paths is about all of them.
    fn add(&mut self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            *self = Lost::All;
        }
        if let Lost::Paths(known) = self {
            known.extend(paths);
            if known.len() > MOST_PATHS {
                *self = Lost::All;
            }
        }
    }

    pub fn has(&self, path: &Path) -> bool {
        match self {
            Lost::Paths(paths) => path.ancestors().any(|path| paths.contains(path)),
            Lost::All => true,
        }
    }
}

impl Default for Lost {
    fn default() -> Lost {
        Lost::Paths(BTreeSet::new())
    }
}

/// Whether it is about a file that was opened or read, as ours are by every look: what is heard of
/// that would never end.
fn is_reading(kind: EventKind) -> bool {
    let written = AccessKind::Close(AccessMode::Write);
    matches!(kind, EventKind::Access(access) if access != written)
}

fn moves(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
    )
}

fn is_of_neighbours(kit: &Path, paths: &[PathBuf]) -> bool {
    let is_neighbour = |path: &PathBuf| path != kit && path.parent() == kit.parent();
    !paths.is_empty() && paths.iter().all(is_neighbour)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::Event;
    use notify::event::{CreateKind, DataChange, Flag, RemoveKind, RenameMode};

    /// What is told after one event: whether it rings, and whether `kit/photos` is lost.
    fn check(event: notify::Result<Event>, rings: bool, lost: bool) {
        let alarm = Alarm::default();
        let shown = format!("{event:?}");
        alarm.hear(Path::new("/home/kit"), event);
        let told = alarm.take();
        assert_eq!(told.rung, rings, "{shown}");
        assert_eq!(
            told.lost.has(Path::new("/home/kit/photos")),
            lost,
            "{shown}"
        );
        assert!(!alarm.take().rung);
    }

    fn event(kind: EventKind, path: &str) -> notify::Result<Event> {
        Ok(Event::new(kind).add_path(PathBuf::from(path)))
    }

    #[test]
    fn reading_is_not_heard() {
        let open = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let read = EventKind::Access(AccessKind::Close(AccessMode::Read));
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        check(event(open, "/home/kit/story.md"), false, false);
        check(event(read, "/home/kit/story.md"), false, false);
        check(event(written, "/home/kit/story.md"), true, false);
    }

    #[test]
    fn neighbours_of_the_kit_are_not_heard() {
        let data = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let create = EventKind::Create(CreateKind::Folder);
        check(event(data, "/home/letter.md"), false, false);
        check(event(create, "/home/other"), false, false);
        check(event(create, "/home/kit"), true, false);
        check(event(data, "/home/kit/letter.md"), true, false);
    }

    #[test]
    fn what_is_taken_away_is_lost_with_all_in_it() {
        let remove = EventKind::Remove(RemoveKind::Folder);
        let rename = EventKind::Modify(ModifyKind::Name(RenameMode::From));
        let create = EventKind::Create(CreateKind::Folder);
        check(event(remove, "/home/kit/photos"), true, true);
        check(event(rename, "/home/kit"), true, true);
        check(event(rename, "/home/kit/photos/a"), true, false);
        check(event(create, "/home/kit/photos"), true, false);
    }

    #[test]
    fn when_the_system_lost_count_all_is_lost() {
        let rescan = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        check(Ok(rescan), true, true);
        check(Err(notify::Error::generic("")), true, true);
        let alarm = Alarm::default();
        for n in 0..=MOST_PATHS {
            let remove = EventKind::Remove(RemoveKind::File);
            let path = format!("/home/kit/theme/{n}");
            alarm.hear(Path::new("/home/kit"), event(remove, &path));
        }
        assert_eq!(alarm.take().lost, Lost::All);
    }
}
