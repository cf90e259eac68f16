//! `pitchkit completions`: what a shell must know to complete our commands.

use super::{Stop, Terminal};
use clap::CommandFactory;
use clap_complete::{Shell, generate};

const AFTER_HELP: &str = "\
Examples:
  pitchkit completions bash > ~/.local/share/bash-completion/completions/pitchkit
  pitchkit completions fish > ~/.config/fish/completions/pitchkit.fish";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let mut script = Vec::new();
    let mut command = super::Args::command();
    generate(args.shell, &mut command, "pitchkit", &mut script);
    terminal.result(&String::from_utf8_lossy(&script))
}
