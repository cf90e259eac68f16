//! A theme's documents, set for the kits that it is tried on.

use crate::jobs::{self, Fault, Job, Typeset};
use crate::render::Site;
use crate::source::Diagnostic;

/// What is wrong with the templates that the documents of `site` are set from. These kits name
/// photos that are nowhere, so grey stands in their place.
pub(super) fn faults(site: &Site) -> Vec<Diagnostic> {
    let jobs = site.files.iter();
    let jobs = jobs.filter_map(|(path, asset)| match asset.job()? {
        Job::Typeset(document) => Some((path, document)),
        Job::Picture(_) | Job::Font(_) => None,
    });
    let faults = jobs.filter_map(|(path, document)| Some(set(document).err()?.diagnostic(path)));
    faults.collect()
}

fn set(document: &Typeset) -> Result<Vec<u8>, Fault> {
    let pictures = document.paper.pictures.iter().map(jobs::grey);
    jobs::typeset(document, pictures.collect::<Result<_, _>>()?)
}
