//! How far the work on photos has come, on a line of the terminal that is drawn over and over.
//!
//! Only people watch: in a pipe, in a log or beside a document nothing of it is written. The line
//! is made of plain characters and carriage returns, so it needs nothing of the terminal, and is
//! gone before anything else is said.

use super::{Format, Terminal, signals};
use crate::disk::store::Progress;
use std::io::{IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The time between two drawings: more often than this nobody reads.
const PAUSE: Duration = Duration::from_millis(100);

/// The line, before, while and after it is shown.
pub(super) struct Line {
    /// Whether somebody is there to read a summary.
    read: bool,
    /// Whether the line may be drawn over.
    drawn: bool,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    last: Progress,
    /// When the first picture was begun.
    begun: Option<Instant>,
    drawn: Option<Instant>,
    /// How many columns the line takes.
    columns: usize,
}

impl Line {
    pub(super) fn new(terminal: &Terminal) -> Line {
        let human = terminal.format == Format::Human && !terminal.quiet;
        let read = human && std::io::stderr().is_terminal();
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let drawn = read && !dumb && std::env::var_os("CI").is_none();
        let state = Arc::new(Mutex::new(State::default()));
        if drawn {
            let shown = Arc::clone(&state);
            signals::before_the_end(move || lock(&shown).take_away());
        }
        Line { read, drawn, state }
    }

    /// Notes `progress` and draws it, if the last drawing was long enough ago.
    pub(super) fn show(&self, progress: Progress) {
        let mut state = lock(&self.state);
        let now = Instant::now();
        state.begun.get_or_insert(now);
        state.last = progress;
        if self.drawn && is_due(state.drawn, now) {
            let text = line(&progress);
            draw(&over(&text, state.columns));
            state.columns = text.chars().count();
            state.drawn = Some(now);
        }
    }

    /// Takes the line away. What is to be said of it afterwards: nothing where nobody reads it,
    /// or nothing was made.
    pub(super) fn end(self) -> Option<String> {
        let mut state = lock(&self.state);
        state.take_away();
        let begun = state.begun.filter(|_| self.read)?;
        Some(summary(&state.last, begun.elapsed()))
    }
}

impl State {
    fn take_away(&mut self) {
        if self.columns > 0 {
            draw(&over("", self.columns));
            self.columns = 0;
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Straight to stderr: where colours are not wanted, `anstream` would take carriage returns out.
fn draw(text: &str) {
    // A terminal that went away is no reason to stop.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

fn is_due(drawn: Option<Instant>, now: Instant) -> bool {
    drawn.is_none_or(|drawn| now.duration_since(drawn) >= PAUSE)
}

/// `text` in place of a line of `columns`; with no text, the cursor is back at the start.
fn over(text: &str, columns: usize) -> String {
    let rest = columns.saturating_sub(text.chars().count());
    let back = if text.is_empty() { "\r" } else { "" };
    format!("\r{text}{:rest$}{back}", "")
}

fn line(progress: &Progress) -> String {
    // Short enough for a terminal of 40 columns, where a longer one would leave pieces behind.
    let made = match progress.made {
        0 => String::new(),
        made => format!(" → {}", size(made)),
    };
    let read = size(progress.read);
    format!(
        "{} of {} photos, {read}{made}",
        progress.done, progress.photos
    )
}

fn summary(progress: &Progress, time: Duration) -> String {
    let seconds = time.as_secs_f64();
    let digits = if seconds < 1.0 { 2 } else { 1 };
    format!(
        "{}, {}, became {}, {}, in {seconds:.digits$} s",
        count(progress.photos, "photo"),
        size(progress.read),
        count(progress.pictures, "picture"),
        size(progress.made),
    )
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// A number of bytes as people say it.
pub(super) fn size(bytes: u64) -> String {
    // Where rounding would write 1000 of a unit, it is one of the next.
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..999_500 => format!("{:.0} kB", bytes as f64 / 1e3),
        999_500..999_950_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.1} GB", bytes as f64 / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOME: Progress = Progress {
        photos: 24,
        done: 12,
        read: 49_040_000,
        pictures: 48,
        made: 612_400,
    };

    #[test]
    fn a_line_is_short_and_a_summary_a_sentence() {
        fn check(progress: Progress, milliseconds: u64, expected: [&str; 2]) {
            let time = Duration::from_millis(milliseconds);
            let said = [line(&progress), summary(&progress, time)];
            assert_eq!(said, expected);
        }
        check(
            SOME,
            6_420,
            [
                "12 of 24 photos, 49.0 MB → 612 kB",
                "24 photos, 49.0 MB, became 48 pictures, 612 kB, in 6.4 s",
            ],
        );
        let looked_at = Progress {
            pictures: 0,
            made: 0,
            ..SOME
        };
        assert_eq!(line(&looked_at), "12 of 24 photos, 49.0 MB");
        let one = Progress {
            photos: 1,
            done: 1,
            read: 3_000_000_000,
            pictures: 1,
            made: 97,
        };
        check(
            one,
            41,
            [
                "1 of 1 photos, 3.0 GB → 97 bytes",
                "1 photo, 3.0 GB, became 1 picture, 97 bytes, in 0.04 s",
            ],
        );
        let most = Progress {
            photos: 999,
            done: 999,
            read: 999_900_000,
            made: 999_900_000,
            ..SOME
        };
        assert!(line(&most).chars().count() < 40, "{}", line(&most));
    }

    #[test]
    fn sizes_are_of_the_unit_that_fits() {
        fn check(bytes: u64, expected: &str) {
            assert_eq!(size(bytes), expected);
        }
        check(0, "0 bytes");
        check(999, "999 bytes");
        check(1_000, "1 kB");
        check(999_499, "999 kB");
        check(999_500, "1.0 MB");
        check(98_140_000, "98.1 MB");
        check(999_949_999, "999.9 MB");
        check(999_950_000, "1.0 GB");
    }

    #[test]
    fn it_is_drawn_ten_times_a_second_at_most() {
        let start = Instant::now();
        let mut drawn = None;
        let mut times = 0;
        for millisecond in 0..1000 {
            let now = start + Duration::from_millis(millisecond);
            if is_due(drawn, now) {
                drawn = Some(now);
                times += 1;
            }
        }
        assert_eq!(times, 10);
    }

    #[test]
    fn nothing_is_left_of_the_line_before() {
        fn check(text: &str, columns: usize, expected: &str) {
            assert_eq!(over(text, columns), expected);
        }
        check("a → b", 0, "\ra → b");
        check("a → b", 7, "\ra → b  ");
        check("a → b", 3, "\ra → b");
        check("", 3, "\r   \r");
    }
}
