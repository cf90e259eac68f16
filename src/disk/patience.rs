//! The clock that a build is held to: a theme's templates may run for ever.

use crate::source::Leash;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long a build may take. The largest kits take less than a second.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How long it may take to end once it was asked to.
const GRACE: Duration = Duration::from_secs(5);

/// Runs `build`, and pulls its `leash` after a time. A template that neither writes nor ends does
/// not feel that: then `give_up` is told its name, and had better end the program.
pub fn within<T>(
    patience: Duration,
    leash: &Leash,
    give_up: impl FnOnce(&str) + Send,
    build: impl FnOnce() -> T,
) -> T {
    let (done, waits) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            // What hangs up has ended.
            let goes_on = |time| waits.recv_timeout(time) == Err(mpsc::RecvTimeoutError::Timeout);
            if goes_on(patience) {
                leash.pull();
                if goes_on(GRACE.min(patience)) {
                    give_up(&leash.at());
                }
            }
        });
        let built = build();
        drop(done);
        built
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn what_does_not_end_is_asked_to_and_then_given_up() {
        fn check(ends: fn(&Leash), expected: (bool, &str)) {
            let (leash, given_up) = (Leash::default(), Mutex::new(String::new()));
            let give_up = |at: &str| *given_up.lock().unwrap() = at.to_string();
            within(Duration::from_millis(50), &leash, give_up, || {
                leash.begin("a.html");
                ends(&leash);
            });
            let given_up = given_up.into_inner().unwrap();
            assert_eq!((leash.is_pulled(), given_up.as_str()), expected);
        }
        check(|_| {}, (false, ""));
        let asked = |leash: &Leash| {
            while !leash.is_pulled() {
                thread::sleep(Duration::from_millis(1));
            }
        };
        check(asked, (true, ""));
        check(
            |_| thread::sleep(Duration::from_millis(300)),
            (true, "a.html"),
        );
    }
}
