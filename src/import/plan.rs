//! What an import would make of a kit, before anything is written.

use super::edit::{edit, may_edit};
use super::haul::Haul;
use super::link;
use super::merge::{Changes, merge};
use super::missing::{Missing, missing};
use super::read::Brought;
use super::substack;
use super::whose;
use crate::kit::{self, Kit};
use crate::source::{Diagnostic, Diagnostics, Severity, Sources};
use std::collections::{BTreeMap, BTreeSet};

/// What an import would make of a kit.
#[derive(Debug)]
pub struct Plan {
    /// What changes among its numbers.
    pub changes: Changes,
    /// The files that get another text, by path.
    pub texts: BTreeMap<String, String>,
    /// The kit as it would be.
    pub after: Sources,
    /// Errors in its numbers that it would have: nothing may be written with one.
    pub errors: Vec<Diagnostic>,
    /// What it would still not have.
    pub missing: Vec<Missing>,
}

/// Plans to put what was `brought` into the numbers of `kit`, which was read from `sources`.
/// `replace` takes every value of the exports. What is wrong with the exports beside the kit is
/// reported; nothing may be written with an error among that.
pub fn plan(
    sources: &Sources,
    kit: &Kit,
    brought: &mut [Brought],
    replace: bool,
    diags: &mut Diagnostics,
) -> Plan {
    whose::among(brought, &kit.profile.accounts);
    let mut told = BTreeSet::new();
    for file in brought.iter_mut() {
        if let Err(stranger) = whose::settle(&mut file.haul, &kit.profile.accounts) {
            diags.push(*stranger);
        }
        // Once for each platform is enough.
        if let Some(homeless) = homeless(&file.haul, kit)
            && told.insert(file.haul.platform.clone())
        {
            diags.push(homeless);
        }
    }
    link::spell_as_in(&kit.rows, brought);
    substack::call_as_in(&kit.rows, brought);
    let editable = |file| may_edit(sources.text(file));
    let changes = merge(&kit.rows, brought, replace, &editable, diags);
    let texts = edit(sources, &changes);
    let after = sources.with_texts(&texts);
    let mut found = Diagnostics::new();
    let whole = kit::parse(&after, &mut found);
    let errors = found
        .sorted()
        .into_iter()
        .filter(|found| found.severity == Severity::Error && is_of_numbers(found, &after))
        .collect();
    Plan {
        missing: whole.as_ref().map(missing).unwrap_or_default(),
        changes,
        texts,
        after,
        errors,
    }
}

/// That the kit has no account on the platform of `haul`, so that its pages leave it out.
fn homeless(haul: &Haul, kit: &Kit) -> Option<Diagnostic> {
    let platform = &haul.platform;
    let mut accounts = kit.profile.accounts.iter();
    if accounts.any(|account| account.platform.value == *platform) {
        return None;
    }
    let row = haul.rows.first()?;
    let message =
        format!("this kit has no account on {platform}: its pages leave these numbers out");
    let wrong = Diagnostic::warning("export-no-account", message).at(row.line);
    Some(wrong.hint(format!(
        "add it to profile.toml: [[accounts]] with platform = \"{platform}\" and handle or url"
    )))
}

/// Whether a diagnostic is of a file of numbers.
pub fn is_of_numbers(diagnostic: &Diagnostic, sources: &Sources) -> bool {
    diagnostic.span.is_some_and(|span| {
        let path = &sources.text(span.file).path;
        path == "metrics.csv" || path.starts_with("metrics/")
    })
}
