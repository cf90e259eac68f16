//! Signals that end the program while something of it stands on the terminal.

/// Runs `last`, then ends the program by the usual exit code, when a signal asks it to end. From
/// then on no signal ends it without.
#[cfg(unix)]
pub(super) fn before_the_end(last: impl FnOnce() + Send + 'static) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    // Without it a line stays on the terminal, and nothing else is lost.
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP]) else {
        return;
    };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            last();
            std::process::exit(128 + signal);
        }
    });
}

#[cfg(not(unix))]
pub(super) fn before_the_end(_: impl FnOnce() + Send + 'static) {}
