//! The terminal: arguments to calls of the library, and what came of them to words.
//!
//! One file per command. A command reads a kit through `disk`, calls the library, and hands the
//! result to one edge; it decides nothing about kits. The clock is read here and nowhere else.

mod brand;
pub mod build;
mod check;
mod clean;
mod clock;
mod completions;
mod editions;
mod endless;
pub mod explain;
mod host;
mod import;
mod keyring;
mod keys;
mod new;
mod pack;
mod progress;
pub mod report;
mod schema;
mod serve;
mod signals;
mod subject;
mod terminal;
mod theme;

use crate::disk::{IoError, WriteError};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::Path;
use terminal::{Colour, Terminal};

const AFTER_HELP: &str = "\
Exit codes:
  0    done
  1    refused or failed, with a message
  2    wrong usage, or a target that may never be written
  130, 143, 129    ended by a signal

Examples:
  pitchkit new my-kit       a kit to start from
  pitchkit check my-kit     what is wrong in it, or could be better
  pitchkit serve my-kit     the page in the browser, while you edit
  pitchkit build my-kit     the site, in my-kit/site
  pitchkit pack my-kit --single     one page to send by mail";

/// Turns one folder of plain files into a media kit that a brand can trust
#[derive(Debug, Parser)]
#[command(name = "pitchkit", version, after_help = AFTER_HELP, disable_help_subcommand = true, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    global: Global,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Everywhere")]
struct Global {
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more: which files, which folders
    #[arg(short, long, global = true)]
    verbose: bool,
    /// When to use colours; `auto` is on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
    /// How problems and results are told: with the line shown, one a line, or one JSON document
    #[arg(long, global = true, value_enum, default_value_t)]
    format: Format,
}

/// How problems and results are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    #[default]
    Human,
    Short,
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a kit that looks finished, to put your own words into
    #[command(visible_alias = "init")]
    New(new::Args),
    /// Write the site of a kit
    Build(build::Args),
    /// Show the site of a kit in the browser, up to date while you edit
    #[command(visible_aliases = ["preview", "dev"])]
    Serve(serve::Args),
    /// Say what is wrong in a kit or could be better; write nothing
    #[command(visible_alias = "validate")]
    Check(check::Args),
    /// Add the numbers a platform exports to a kit
    Import(import::Args),
    /// Make one file of a kit, to send it by mail
    Pack(pack::Args),
    /// The editions of a kit for single brands: their links and passphrases
    Brand(brand::Args),
    /// Write the settings with which a host builds and publishes a kit
    Host(host::Args),
    /// Looks: which there are, how to make one your own, whether one holds
    Theme(theme::Args),
    /// Explain the code of a problem, such as unknown-key
    Explain(explain::Args),
    /// Print the JSON Schema of profile.toml
    Schema,
    /// Empty the cache of finished pictures
    Clean,
    /// Print the completions for a shell
    Completions(completions::Args),
}

/// Why a command ends without having done its work.
enum Stop {
    /// The report has said it.
    Told,
    /// It failed.
    Failed(Reason),
    /// It was asked for something it never does.
    Usage(Reason),
    /// By the signal of this number.
    Signal(u8),
}

/// What is said when a command stops.
struct Reason {
    /// What went wrong, in one line.
    message: String,
    /// What to do next.
    hint: Option<String>,
}

impl Reason {
    fn new(message: impl Into<String>) -> Reason {
        Reason {
            message: message.into(),
            hint: None,
        }
    }

    fn hint(mut self, hint: impl Into<String>) -> Reason {
        self.hint = Some(hint.into());
        self
    }
}

impl From<IoError> for Stop {
    fn from(error: IoError) -> Stop {
        Stop::Failed(Reason::new(error.to_string()).hint(error.hint()))
    }
}

impl From<WriteError> for Stop {
    fn from(error: WriteError) -> Stop {
        let reason = Reason::new(error.to_string()).hint(error.hint());
        match error {
            WriteError::Forbidden { .. } => Stop::Usage(reason),
            WriteError::Refused { .. }
            | WriteError::Full { .. }
            | WriteError::Halfway(_)
            | WriteError::Io(_) => Stop::Failed(reason),
        }
    }
}

/// Runs the command that `arguments` ask for, the program's own name first. The exit code: 0
/// done, 1 refused or failed, 2 wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            // A reader that went away is no reason for another exit code.
            let _ = error.print();
            return if error.use_stderr() { 2 } else { 0 };
        }
    };
    let terminal = Terminal::new(&args.global);
    let Some(command) = args.command else {
        return bare(&terminal);
    };
    let done = match command {
        Command::New(args) => new::run(&args, &terminal),
        Command::Build(args) => build::run(&args, &terminal),
        Command::Serve(args) => serve::run(&args, &terminal),
        Command::Check(args) => check::run(&args, &terminal),
        Command::Import(args) => import::run(&args, &terminal),
        Command::Pack(args) => pack::run(&args, &terminal),
        Command::Brand(args) => brand::run(&args, &terminal),
        Command::Host(args) => host::run(&args, &terminal),
        Command::Theme(args) => theme::run(&args, &terminal),
        Command::Explain(args) => explain::run(&args, &terminal),
        Command::Schema => schema::run(&terminal),
        Command::Clean => clean::run(&terminal),
        Command::Completions(args) => completions::run(&args, &terminal),
    };
    match done {
        Ok(()) => 0,
        Err(Stop::Told) => 1,
        Err(Stop::Failed(reason)) => {
            terminal.reason(&reason);
            1
        }
        Err(Stop::Usage(reason)) => {
            terminal.reason(&reason);
            2
        }
        Err(Stop::Signal(number)) => 128 + number,
    }
}

/// No command: never an accidental build, but a word on what could be meant.
fn bare(terminal: &Terminal) -> u8 {
    terminal.alert(&Args::command().render_help().ansi().to_string());
    if Path::new("profile.toml").is_file() {
        terminal.alert("There is a kit in this folder; try: pitchkit build\n");
    }
    2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn wrong_usage_is_two_and_help_is_zero() {
        fn check(arguments: &str, expected: u8) {
            let arguments = arguments.split(' ').map(OsString::from);
            assert_eq!(run(arguments), expected);
        }
        check("pitchkit --version", 0);
        check("pitchkit build --help", 0);
        check("pitchkit buidl", 2);
        check("pitchkit check --today yesterday", 2);
        check("pitchkit build --base-url example.com", 2);
        check("pitchkit explain no-such-code-at-all", 2);
        check("pitchkit check /no/such/folder", 1);
    }
}
