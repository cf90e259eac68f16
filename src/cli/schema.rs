//! `pitchkit schema`: what an editor must know to complete and check `profile.toml`.

use super::{Stop, Terminal, report};
use crate::kit;

pub(super) fn run(terminal: &Terminal) -> Result<(), Stop> {
    terminal.result(&report::json_text(&kit::profile_schema()))
}
