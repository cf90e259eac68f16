//! The keys of a kit, from its key file and back.

use super::{Reason, Stop, report};
use crate::disk::{KEY_FILE, read_keys, write_keys};
use crate::finish::{Keys, Lock};
use std::path::Path;

/// The keys of the kit in the folder `dir`; `None` where it has no key file. What is wrong with the
/// file is said with its line, and the line is not shown.
pub(super) fn keys(dir: &Path) -> Result<Option<Keys>, Stop> {
    let Some(file) = read_keys(dir)? else {
        return Ok(None);
    };
    Keys::parse(&file.text).map(Some).map_err(|flaw| {
        let place = format!("{}:{}", shown(dir), flaw.line);
        let reason = Reason::new(format!("{place}: {}", flaw.message));
        Stop::Failed(
            reason.hint(
            "bring back the file as it was from your copy, or use the newest pitchkit; nothing was changed",
        ),
        )
    })
}

/// The keys of the kit in the folder `dir`, which has to have them: links and passphrases made of
/// others would be others.
pub(super) fn needed(dir: &Path) -> Result<Keys, Stop> {
    keys(dir)?.ok_or_else(|| {
        let reason = Reason::new(format!("`{}` is not here", shown(dir)));
        Stop::Failed(reason.hint(
            "bring it back from your copy; if there is none, `pitchkit brand rotate` makes new keys, and with them new links and passphrases for all",
        ))
    })
}

/// What is to be said of a key file that others on this machine may read.
pub(super) fn warning(dir: &Path) -> Option<String> {
    let file = read_keys(dir).ok()??;
    let warning = format!(
        "warning: others on this machine can read {}: run chmod 600 on it",
        shown(dir)
    );
    file.is_open.then_some(warning)
}

/// The path of the key file, for messages.
pub(super) fn shown(dir: &Path) -> String {
    report::visible(&dir.join(KEY_FILE).display().to_string())
}

/// New keys, out of the system's source of chance.
pub(super) fn new_keys() -> Result<Keys, Stop> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(|error| {
        let message = format!("this system gives no random numbers to make keys of: {error}");
        Stop::Failed(Reason::new(message))
    })?;
    Ok(Keys::new(secret))
}

/// Writes the keys of the kit in the folder `dir`.
pub(super) fn save(dir: &Path, keys: &Keys) -> Result<(), Stop> {
    Ok(write_keys(dir, &keys.to_text())?)
}

/// The lock of the edition `name` of the kit in the folder `dir`.
pub(super) fn lock(dir: &Path, keys: &Keys, name: &str) -> Result<Lock, Stop> {
    keys.lock(name).map_err(|weakness| {
        let message = format!("{}: {}", shown(dir), weakness.message);
        Stop::Failed(Reason::new(message).hint(weakness.hint))
    })
}
