//! A kit that is watched, for tests.

use super::alarm::Alarm;
use super::folders::WatchedFolders;
use super::watcher::{Pace, System, Watcher, system};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use tempfile::TempDir;

/// Looks of its own accord come so late that a test would fail before.
pub const NEVER: Duration = Duration::from_secs(3600);
pub const SOON: Duration = Duration::from_millis(10);
pub const PATIENT: Pace = Pace {
    told: NEVER,
    untold: NEVER,
};
pub const PATIENT_IF_WHOLE: Pace = Pace {
    told: NEVER,
    untold: SOON,
};
pub const EAGER: Pace = Pace {
    told: SOON,
    untold: SOON,
};

/// A watched kit in the folder `kit` of a folder of its own.
pub struct Watched {
    pub base: TempDir,
    pub watcher: Watcher,
    pub calls: Receiver<()>,
}

impl Watched {
    pub fn start(base: TempDir, pace: Pace, system: Option<System>) -> Watched {
        Watched::start_at(base, "kit", pace, system)
    }

    pub fn start_at(base: TempDir, kit: &str, pace: Pace, system: Option<System>) -> Watched {
        // Else the making of the kit counts as a change that may have left no trace.
        std::thread::sleep(Duration::from_millis(30));
        let (sender, calls) = mpsc::channel();
        let kit = base.path().join(kit);
        Watched {
            watcher: Watcher::start_with(&kit, pace, system, rings(sender)),
            base,
            calls,
        }
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.base.path().join(path)
    }

    pub fn write(&self, path: &str) {
        write(&self.base, path);
    }

    pub fn rename(&self, from: &str, to: &str) {
        fs::rename(self.at(from), self.at(to)).unwrap();
    }

    /// Waits for a call, and until all of them have come.
    pub fn expect(&self, what: &str) {
        let call = self.calls.recv_timeout(Duration::from_secs(30));
        assert!(call.is_ok(), "not noticed: {what}");
        self.settle();
    }

    pub fn settle(&self) {
        while self.calls.recv_timeout(Duration::from_millis(50)).is_ok() {}
    }

    pub fn expect_write(&self, path: &str) {
        self.write(path);
        self.expect(path);
    }

    /// Nothing that happened so far makes a call, however long one waits.
    pub fn expect_nothing(&self) {
        let call = self.calls.recv_timeout(Duration::from_millis(200));
        assert!(call.is_err());
    }
}

/// What is called: it fails silently when the test is over.
pub fn rings(sender: Sender<()>) -> impl Fn() + Send + Sync + 'static {
    move || {
        let _ = sender.send(());
    }
}

pub fn write(base: &TempDir, path: &str) {
    let path = base.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(path, before + "text").unwrap();
}

pub fn base() -> TempDir {
    let base = tempfile::tempdir().unwrap();
    for path in [
        "profile.toml",
        "story.md",
        "collaborations/a.md",
        "photos/2026/a.jpg",
        "site/index.html",
    ] {
        write(&base, &format!("kit/{path}"));
    }
    base
}

/// A watcher that hears of everything and looks at nothing of its own accord.
pub fn told() -> Watched {
    Watched::start(base(), PATIENT, Some(system))
}

pub fn deaf(_: &Path, _: &Arc<Alarm>) -> notify::Result<WatchedFolders> {
    Ok(WatchedFolders::new(Box::new(notify::NullWatcher)))
}

pub fn limited(_: &Path, _: &Arc<Alarm>) -> notify::Result<WatchedFolders> {
    Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch))
}
