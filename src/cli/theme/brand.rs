//! The brand for which alone one of the kits is made that a theme is tried on.

use crate::source::{Audience, Sources};

/// What its file is called, without `.toml`.
const NAME: &str = "velmora";

/// The file.
pub(super) const PATH: &str = "brands/velmora.toml";

/// What stands in it.
pub(super) const TOML: &str = "\
for = \"Velmora Night Rail\"
greeting = \"Dear Ines, four night trains and one long film: this is how I would tell it.\"
prepared = 2026-11-20
expires = 2027-01-31
";

/// For whom a kit is made: the brand, where it has the file.
pub(super) fn audience(sources: &Sources) -> Audience {
    match sources.find(PATH) {
        Some(_) => Audience::Brand(NAME.to_string()),
        None => Audience::Public,
    }
}
