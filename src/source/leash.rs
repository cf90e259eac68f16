//! How whoever waits for a build puts an end to it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// What a build and whoever waits for it have in common: what the one is at, and that the other has
/// waited long enough. Only templates can go on for ever, so only they are asked.
#[derive(Clone, Debug, Default)]
pub struct Leash(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    is_pulled: AtomicBool,
    at: Mutex<String>,
}

impl Leash {
    /// Notes what is begun.
    pub fn begin(&self, what: &str) {
        *self.0.at.lock().unwrap_or_else(PoisonError::into_inner) = what.to_string();
    }

    /// What was begun last.
    pub fn at(&self) -> String {
        let at = self.0.at.lock().unwrap_or_else(PoisonError::into_inner);
        at.clone()
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
