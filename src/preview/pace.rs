//! When to look at the disk.

use super::live::Live;
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// How long nothing moves before what is there counts as settled: longer than an editor takes
/// between emptying a file and filling it.
const QUIET: Duration = Duration::from_millis(40);

/// Looks at the disk whenever `moved` says that something may have moved there, until nothing can
/// say so any more: at the first sign at once, and once more when all is quiet again. So a burst
/// of changes is built twice at most.
pub fn pace(live: &Live, moved: &Receiver<()>) {
    while moved.recv().is_ok() {
        live.look(false);
        while moved.recv_timeout(QUIET).is_ok() {}
        live.look(true);
    }
}
