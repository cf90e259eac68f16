//! What every target asks of the bytes it is given. A panic is a find.

#[path = "../../properties/imported.rs"]
mod imported;

use pitchkit::kit;
use pitchkit::source::{Diagnostics, Sources};

/// Imports `bytes` as an export of the importer of this id.
pub fn import(id: &str, bytes: &[u8]) {
    held(imported::twice("export.csv", bytes.to_vec(), Some(id)));
}

/// Imports `bytes` as whatever they look like.
pub fn import_any(bytes: &[u8]) {
    held(imported::twice("export.zip", bytes.to_vec(), None));
}

/// Reads `bytes` as a kit's numbers.
pub fn metrics(bytes: &[u8]) {
    let mut sources = Sources::new();
    sources.add_text("profile.toml", "[creator]\nname = \"M\"\n");
    sources.add_text("metrics.csv", String::from_utf8_lossy(bytes));
    let mut diags = Diagnostics::new();
    kit::parse(&sources, &mut diags);
    for found in diags.sorted() {
        let Some(span) = found.span else { continue };
        let text = &sources.text(span.file).text;
        assert!(text.get(span.range()).is_some(), "{found:?}");
    }
}

fn held(result: Result<(), String>) {
    if let Err(wrong) = result {
        panic!("{wrong}");
    }
}
