//! `pitchkit clean`: an empty cache. Kits and sites stay as they are.

use super::{Reason, Stop, Terminal};
use crate::disk::store::Store;

pub(super) fn run(terminal: &Terminal) -> Result<(), Stop> {
    let store = Store::open(None);
    let freed = store.clear()?;
    if let Some(trouble) = store.trouble() {
        return Err(Stop::Failed(
            Reason::new(format!("the cache cannot be emptied: {trouble}"))
                .hint("remove it yourself, or name another folder in PITCHKIT_CACHE"),
        ));
    }
    terminal.note(&format!("the cache is empty; {} kB freed", freed / 1000));
    Ok(())
}
