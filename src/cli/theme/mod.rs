//! `pitchkit theme`: what looks there are, and how to make one one's own.

mod brand;
mod check;
mod content;
mod document;
mod eject;
mod fixtures;
mod list;
mod page;

use super::{Stop, Terminal};
use clap::Subcommand;

const AFTER_HELP: &str = "\
A kit's `theme/` folder lies over the theme that its profile names: `theme/style.css` comes after all
styles, a file of the same name takes the place of a block, and a `theme.toml` with a name of its own
makes the folder a theme by itself. docs/themes.md says how.

Exit codes: 0 done · 1 refused, or something breaks · 2 wrong usage

Examples:
  pitchkit theme list
  pitchkit theme eject hero.html --to my-kit
  pitchkit theme check my-kit/theme";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Name the looks that pitchkit brings along, and a kit's own
    List(list::Args),
    /// Copy blocks of a look into a kit, to change them there
    Eject(eject::Args),
    /// Try a theme on kits of all kinds, and say what breaks
    Check(check::Args),
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    match &args.command {
        Command::List(args) => list::run(args, terminal),
        Command::Eject(args) => eject::run(args, terminal),
        Command::Check(args) => check::run(args, terminal),
    }
}
