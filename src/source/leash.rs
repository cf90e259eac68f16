//! How whoever waits for a build puts an end to it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

/// What a build and whoever waits for it have in common: what the one is at, which may be several
/// things at once, and that the other has waited long enough. Only templates can go on for ever, so only they are asked.
#[derive(Clone, Debug, Default)]
pub struct Leash(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    is_pulled: AtomicBool,
    /// What was begun and by which thread, in order.
    at: Mutex<Vec<(ThreadId, String)>>,
}

impl Leash {
    /// Notes what this thread begins.
    pub fn begin(&self, what: &str) {
        self.under_way()
            .push((thread::current().id(), what.to_string()));
    }

    /// Notes that `what` has ended, and all that this thread has begun since.
    pub fn end(&self, what: &str) {
        let here = thread::current().id();
        let mut under_way = self.under_way();
        let is_it = |(at, one): &(ThreadId, String)| *at == here && one == what;
        if let Some(first) = under_way.iter().position(is_it) {
            let mut index = 0;
            under_way.retain(|(at, _)| {
                index += 1;
                index <= first || *at != here
            });
        }
    }

    /// Notes that what this thread has begun last has ended.
    pub fn end_last(&self) {
        let here = thread::current().id();
        let mut under_way = self.under_way();
        if let Some(at) = under_way.iter().rposition(|(at, _)| *at == here) {
            under_way.remove(at);
        }
    }

    /// What was begun last of what has not ended; nothing if all has.
    pub fn at(&self) -> String {
        let under_way = self.under_way();
        let last = under_way.last();
        last.map(|(_, what)| what.clone()).unwrap_or_default()
    }

    /// The same of what this thread has begun.
    pub fn at_here(&self) -> String {
        let here = thread::current().id();
        let under_way = self.under_way();
        let mut own = under_way.iter().rev().filter(|(at, _)| *at == here);
        own.next().map(|(_, what)| what.clone()).unwrap_or_default()
    }

    fn under_way(&self) -> MutexGuard<'_, Vec<(ThreadId, String)>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_begun_last_is_known() {
        fn check(steps: &[&str], expected: &str) {
            let leash = Leash::default();
            for step in steps {
                match step.split_once(' ') {
                    Some(("into", name)) => leash.begin(name),
                    Some((_, name)) => leash.end(name),
                    None => leash.end_last(),
                }
            }
            assert_eq!(
                [leash.at(), leash.at_here()],
                [expected, expected],
                "{steps:?}"
            );
        }
        check(&["into a"], "a");
        check(&["into a", "into b"], "b");
        check(&["into a", "into b", "out"], "a");
        check(&["into a", "into b", "into c", "end a"], "");
        check(&["into a", "end b"], "a");
        check(&["out"], "");
    }
}
