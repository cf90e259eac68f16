//! Where things are said: results on stdout, all else on stderr.
//!
//! A reader that goes away is not our failure: a broken pipe is ignored. Any other trouble with
//! stdout is one, since the result did not arrive.

use super::{Format, Global, Reason, Stop, report};
use anstream::ColorChoice;
use clap::ValueEnum;
use serde_json::json;
use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}

/// The two streams, and how much is said on them.
#[derive(Clone, Copy)]
pub(super) struct Terminal {
    /// How problems and results are told.
    pub(super) format: Format,
    /// Whether only errors are said.
    pub(super) quiet: bool,
    verbose: bool,
}

impl Terminal {
    pub(super) fn new(global: &Global) -> Terminal {
        let choice = match global.color {
            Colour::Auto => ColorChoice::Auto,
            Colour::Always => ColorChoice::Always,
            Colour::Never => ColorChoice::Never,
        };
        choice.write_global();
        Terminal {
            format: global.format,
            quiet: global.quiet,
            verbose: global.verbose,
        }
    }

    /// A result: on stdout.
    pub(super) fn result(&self, text: &str) -> Result<(), Stop> {
        let mut stdout = anstream::stdout().lock();
        let written = stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush());
        match written {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let message = format!("cannot write to the standard output: {error}");
                Err(Stop::Failed(Reason::new(message)))
            }
            _ => Ok(()),
        }
    }

    /// Something that must be said whatever was asked for: on stderr, as it is.
    pub(super) fn alert(&self, text: &str) {
        // There is nowhere left to say that stderr is broken.
        let _ = anstream::stderr().lock().write_all(text.as_bytes());
    }

    /// Why the command failed; as the document too, where one is waited for.
    pub(super) fn reason(&self, reason: &Reason) {
        let Reason { message, hint } = reason;
        self.alert(&report::failure(message, hint.as_deref()));
        if self.format == Format::Json {
            let document = json!({"version": 1, "error": message, "hint": hint});
            // The message is already out, and the command fails in any case.
            let _ = self.result(&report::json_text(&document));
        }
    }

    /// A line that is good to know.
    pub(super) fn note(&self, line: &str) {
        if !self.quiet {
            self.alert(&format!("{line}\n"));
        }
    }

    /// A line for those who asked for more.
    pub(super) fn detail(&self, line: &str) {
        if self.verbose {
            self.alert(&format!("{line}\n"));
        }
    }

    /// Whether somebody is there to answer.
    pub(super) fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Whether results are seen by somebody, and not only by a program.
    pub(super) fn shows_results(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// The answer to `question`, without blanks around it; empty when there is none.
    pub(super) fn ask(&self, question: &str) -> String {
        // A closed or unreadable input is an empty answer, for which there is a default.
        self.answer(question).unwrap_or_default()
    }

    /// The answer to a question; `None` when there is none because the input has ended.
    pub(super) fn answer(&self, question: &str) -> Option<String> {
        self.alert(&format!("{question} "));
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer).ok()?;
        (read > 0).then(|| answer.trim().to_string())
    }
}
