//! The editions of a kit, each sealed into a page of its own.

use super::build::finished;
use super::progress::Line;
use super::subject::Subject;
use super::{Stop, Terminal, keyring, pack};
use crate::disk::store::{Faults, Store};
use crate::disk::{Files, IoError, KEY_FILE};
use crate::finish::{Front, Packing, pack as packed, seal, seal_key};
use crate::jobs::Key;
use crate::words::Words;
use std::path::Path;

/// What came of the editions of a kit.
#[derive(Default)]
pub(super) struct Editions {
    /// The sealed pages, by path.
    pub(super) pages: Files,
    /// How many could not be sealed, since the kit's keys are not here.
    pub(super) left_out: usize,
}

impl Editions {
    /// What is to be said of them.
    pub(super) fn note(&self) -> Option<String> {
        let counted = |count: usize| match count {
            1 => "1 edition for a brand".to_string(),
            count => format!("{count} editions for brands"),
        };
        match (self.pages.len(), self.left_out) {
            (0, 0) => None,
            (0, count) => Some(format!(
                "warning: {} left out, since {KEY_FILE} is not here",
                counted(count)
            )),
            (count, _) => Some(format!(
                "{} sealed; `pitchkit brand list` has the links",
                counted(count)
            )),
        }
    }
}

/// Whether each edition of `subject` has a lock, where the kit has keys.
pub(super) fn locks(subject: &Subject, dir: &Path) -> Result<(), Stop> {
    if subject.editions.is_empty() {
        return Ok(());
    }
    let Some(keys) = keyring::keys(dir)? else {
        return Ok(());
    };
    let mut names = subject.editions.iter();
    names.try_for_each(|(name, _)| keyring::lock(dir, &keys, name).map(|_| ()))
}

/// Why an edition is not there.
enum Unmade {
    Stop(Stop),
    Faults(Faults),
}

impl From<IoError> for Unmade {
    fn from(error: IoError) -> Unmade {
        Unmade::Stop(error.into())
    }
}

/// Seals the editions of `subject`, the kit in the folder `dir`. `None` after a photo or a document
/// turned out to be one that nothing can be made of: then that is among what there is to say.
///
/// What is sealed is kept by the store as it is published; what it is made of is not.
pub(super) fn sealed(
    subject: &mut Subject,
    dir: &Path,
    store: &Store,
    terminal: &Terminal,
) -> Result<Option<Editions>, Stop> {
    let mut editions = Editions::default();
    let built = std::mem::take(&mut subject.editions);
    if built.is_empty() {
        return Ok(Some(editions));
    }
    let Some(keys) = keyring::keys(dir)? else {
        editions.left_out = built.len();
        return Ok(Some(editions));
    };
    if let Some(line) = keyring::warning(dir) {
        terminal.note(&line);
    }
    for (name, build) in built {
        let (Some(kit), Some(view), Some(site)) = (&build.kit, &build.view, build.site) else {
            continue;
        };
        let lock = keyring::lock(dir, &keys, &name)?;
        let words = Words::of(&view.language, &kit.profile.words);
        let front = Front {
            name: &view.creator.name,
            language: &view.language,
            direction: view.direction,
            words: &words,
        };
        let key = Key::of_hash(&seal_key(&site.content(), &lock, &front));
        let page = store.kept_or(key, || {
            let line = Line::new(terminal);
            let files = finished(site, dir, store, &|progress| line.show(progress));
            line.end();
            let files = files?.map_err(Unmade::Faults)?;
            let (file, date) = (pack::name_of(kit), pack::date_of(view));
            let page = packed(&files, Packing::Single, &file, "", date);
            let page = page.map(|page| page.bytes).unwrap_or_default();
            Ok(seal(&page, &lock, &front))
        });
        match page {
            Ok(page) => _ = editions.pages.insert(lock.path, page),
            Err(Unmade::Stop(stop)) => return Err(stop),
            Err(Unmade::Faults(faults)) => {
                subject.blame(faults);
                return Ok(None);
            }
        }
    }
    Ok(Some(editions))
}
