//! All files of one import: each recognised, its platform settled, and read.

use super::haul::{Haul, MOST_NUMBERS};
use super::open::Opened;
use super::recognise::{Find, recognise};
use super::whose::{self, only};
use super::{Importer, Settings, dates, meta, people, substack};
use crate::kit::{Row, visible};
use crate::source::{Diagnostic, Diagnostics};

/// What one file brought.
pub struct Brought {
    /// Where the file was found.
    pub path: String,
    /// Who wrote it.
    pub importer: &'static Importer,
    /// What was in it.
    pub haul: Haul,
}

/// Reads every file that is an export. What is wrong with one is reported; that a file is none is
/// an error if it was named itself. The second list holds the paths of the others.
pub fn read(
    opened: &Opened,
    settings: &Settings,
    diags: &mut Diagnostics,
) -> (Vec<Brought>, Vec<String>) {
    let mut finds = Vec::new();
    let mut others = Vec::new();
    for (export, named) in meta::apart(substack::gather(opened.exports(diags))) {
        let path = export.path.to_string();
        match recognise(export, settings.wanted.as_deref()) {
            Ok(find) => finds.push(find),
            Err(unknown) if named => diags.push(*unknown),
            Err(_) => others.push(path),
        }
    }
    let mut brought = Vec::new();
    let mut room = MOST_NUMBERS;
    for find in &finds {
        let told = whose::told(find, &finds, settings);
        let kits = || whose::kits(find, settings);
        let Some(platform) = only(&told).or_else(|| kits().filter(|_| told.is_empty())) else {
            diags.push(unsettled(find));
            continue;
        };
        let mut haul = Haul::new(find.importer.id, find.found.kind, platform.clone());
        if told.is_empty() {
            let may_be = find.importer.platforms.join(" and ");
            haul.note(format!(
                "nothing tells whose these numbers are: they are taken to be of {platform}, the \
                 only one of {may_be} that the kit has an account on"
            ));
        }
        (find.importer.read)(&find.export, settings, &mut haul, diags);
        haul.rows.iter_mut().for_each(seen);
        let Some(left) = room.checked_sub(haul.rows.len()) else {
            diags.push(too_many(find));
            break;
        };
        room = left;
        let to_come = haul.rows.iter().find(|row| row.date > settings.latest());
        if let Some(row) = to_come {
            diags.push(dates::to_come(row.line, row.date));
        }
        brought.push(Brought {
            path: find.export.path.to_string(),
            importer: find.importer,
            haul,
        });
    }
    (brought, others)
}

/// Takes out of the texts of `row` what nobody sees, which a kit does not keep.
fn seen(row: &mut Row) {
    for text in [&mut row.city, &mut row.label, &mut row.post] {
        *text = text.take().map(|text| visible(&text));
    }
    row.label = row.label.take().map(|label| people::left_out(&label));
    if let Some(segment) = &mut row.segment {
        segment.value = visible(&segment.value);
    }
}

/// That a kit has no room for so many numbers.
fn too_many(find: &Find<'_>) -> Diagnostic {
    let path = find.export.path;
    let message =
        format!("with `{path}` there are more than {MOST_NUMBERS} numbers to import at once");
    Diagnostic::error("export-too-large", message)
        .at(find.export.start())
        .hint("choose a shorter time when you export; older numbers than of two years say little")
}

/// That nobody can tell whose numbers are in a file.
fn unsettled(find: &Find<'_>) -> Diagnostic {
    let platforms = find.importer.platforms;
    let message = format!(
        "the file does not say whether it is of {}",
        platforms.join(" or ")
    );
    Diagnostic::error("export-platform", message)
        .at(find.export.start())
        .hint(format!("say so: --as {}", platforms.join(", or --as ")))
}
