//! `pitchkit clean`: an empty cache. Kits and sites stay as they are.

use super::{Stop, Terminal};
use crate::disk::store::clear;

pub(super) fn run(terminal: &Terminal) -> Result<(), Stop> {
    let freed = clear(None)?;
    terminal.note(&format!("the cache is empty; {} kB freed", freed / 1000));
    Ok(())
}
