//! How whoever waits for a build puts an end to it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a build and whoever waits for it have in common: what the one is at, which may be several
/// things at once, and that the other has waited long enough. Only templates can go on for ever, so only they are asked.
#[derive(Clone, Debug, Default)]
pub struct Leash(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    is_pulled: AtomicBool,
    at: Mutex<Vec<String>>,
}

impl Leash {
    /// Notes what is begun.
    pub fn begin(&self, what: &str) {
        self.under_way().push(what.to_string());
    }

    /// Notes what has ended.
    pub fn end(&self, what: &str) {
        let mut under_way = self.under_way();
        if let Some(at) = under_way.iter().rposition(|one| one == what) {
            under_way.remove(at);
        }
    }

    /// What was begun last of what has not ended; nothing if all has.
    pub fn at(&self) -> String {
        self.under_way().last().cloned().unwrap_or_default()
    }

    fn under_way(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the build to end.
    pub fn pull(&self) {
        self.0.is_pulled.store(true, Ordering::Relaxed);
    }

    /// Whether the build should end.
    pub fn is_pulled(&self) -> bool {
        self.0.is_pulled.load(Ordering::Relaxed)
    }
}
