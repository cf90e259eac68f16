//! What is asked of an import, whatever bytes come: of tests and of fuzzing alike.

use jiff::civil::date;
use pitchkit::import::{self, Brought, Dropped, Settings};
use pitchkit::kit::{self, Kit, Row, row_key};
use pitchkit::source::{Diagnostics, Sources};
use std::collections::BTreeMap;

const PROFILE: &str = "[creator]\nname = \"Maite Orrun\"\n[contact]\nemail = \"m@example.com\"\n";

/// What is read in a file of this name, as an export of `wanted` or of whatever it looks like.
pub fn brought(
    name: &str,
    bytes: Vec<u8>,
    wanted: Option<&str>,
    diags: &mut Diagnostics,
) -> Vec<Brought> {
    let dropped = Dropped {
        path: name.to_string(),
        bytes,
        modified: date(2026, 11, 2),
        named: true,
    };
    let settings = Settings {
        today: date(2026, 11, 24),
        with_revenue: false,
        wanted: wanted.map(String::from),
        platforms: Vec::new(),
    };
    let opened = import::open(vec![dropped], diags);
    import::read(&opened, &settings, diags).0
}

/// Imports a file into a kit without numbers, and then again. What was read must stand in the
/// kit, and importing it again must change nothing; or all of it was refused.
pub fn twice(name: &str, bytes: Vec<u8>, wanted: Option<&str>) -> Result<(), String> {
    let mut diags = Diagnostics::new();
    let mut read = brought(name, bytes, wanted, &mut diags);
    let mut texts = BTreeMap::from([("profile.toml".to_string(), PROFILE.to_string())]);
    let (sources, kit) = kit_of(&texts);
    let plan = import::plan(&sources, &kit, &mut read, false, &mut diags);
    if diags.has_errors() || !plan.errors.is_empty() {
        return Ok(());
    }
    texts.extend(plan.texts);
    let (sources, kit) = kit_of(&texts);
    for row in &plan.changes.added {
        if value(&kit, row) != Some(&row.value.value) {
            return Err(format!("not in the kit as it was read: {row:?}"));
        }
    }
    let again = import::plan(&sources, &kit, &mut read, false, &mut diags);
    match again.texts.is_empty() && again.changes.same == plan.changes.added.len() {
        true => Ok(()),
        false => Err(format!("changed by importing again: {:?}", again.texts)),
    }
}

fn kit_of(texts: &BTreeMap<String, String>) -> (Sources, Kit) {
    let mut sources = Sources::new();
    for (path, text) in texts {
        sources.add_text(path, text);
    }
    let kit = kit::parse(&sources, &mut Diagnostics::new()).expect("a kit with a profile");
    (sources, kit)
}

fn value<'k>(kit: &'k Kit, row: &Row) -> Option<&'k kit::RowValue> {
    let same = |other: &&Row| row_key(other) == row_key(row);
    Some(&kit.rows.iter().find(same)?.value.value)
}
