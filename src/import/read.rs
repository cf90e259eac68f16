//! All files of one import: each recognised, its platform settled, and read.

use super::haul::{Haul, MOST_NUMBERS};
use super::open::Opened;
use super::recognise::{Find, recognise};
use super::{Importer, Settings, substack};
use crate::kit::Platform;
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
    for (export, named) in substack::gather(opened.exports(diags)) {
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
        let Some(platform) = platform(find, &finds, settings) else {
            diags.push(unsettled(find));
            continue;
        };
        let mut haul = Haul::new(find.importer.id, find.found.kind, platform);
        (find.importer.read)(&find.export, settings, &mut haul, diags);
        let Some(left) = room.checked_sub(haul.rows.len()) else {
            diags.push(too_many(find));
            break;
        };
        room = left;
        brought.push(Brought {
            path: find.export.path.to_string(),
            importer: find.importer,
            haul,
        });
    }
    (brought, others)
}

/// Whose numbers are in `find`: as it tells, as it was said, as the files beside it or the folders
/// around it tell, or the only one of the kit's that may be meant.
fn platform(find: &Find<'_>, finds: &[Find<'_>], settings: &Settings) -> Option<Platform> {
    let may_be = find.importer.platforms;
    let only = |mut named: Vec<&str>| {
        named.sort_unstable();
        named.dedup();
        match named[..] {
            [platform] => Platform::parse(platform),
            _ => None,
        }
    };
    if let Some(own) = find.found.platform {
        return Platform::parse(own);
    }
    if let Some(wanted) = settings.wanted.as_deref().filter(|w| may_be.contains(w)) {
        return Platform::parse(wanted);
    }
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_string());
    let beside = finds.iter().filter(|other| {
        std::ptr::eq(other.importer, find.importer)
            && folder(other.export.path) == folder(find.export.path)
    });
    let path = find.export.path.to_lowercase();
    let around = may_be.iter().copied().filter(|name| path.contains(*name));
    let kits = settings.platforms.iter().map(Platform::id);
    only(beside.filter_map(|other| other.found.platform).collect())
        .or_else(|| only(around.collect()))
        .or_else(|| only(kits.filter(|id| may_be.contains(id)).collect()))
}

/// That a kit has no room for so many numbers.
fn too_many(find: &Find<'_>) -> Diagnostic {
    let path = find.export.path;
    let message =
        format!("with `{path}` there are more than {MOST_NUMBERS} numbers to import at once");
    Diagnostic::error("export-too-large", message)
        .at(find.export.start())
        .hint("choose a shorter time when you export; a kit holds the last two years")
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
