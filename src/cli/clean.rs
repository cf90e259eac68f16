//! `pitchkit clean`: an empty cache. Kits and sites stay as they are.

use super::{Stop, Terminal};
use crate::disk::store::Store;

pub(super) fn run(terminal: &Terminal) -> Result<(), Stop> {
    let removed = Store::open(None)?.clear()?;
    terminal.note(&format!("{removed} files removed from the cache"));
    Ok(())
}
