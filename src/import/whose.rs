//! Whose account the numbers of an export are of: its own name for it, to the kit's.

use super::haul::Haul;
use crate::kit::{Account, Handle, Row};
use crate::source::Diagnostic;

/// Sets the account of every row as the kit has it: none for a platform's main account. An error
/// when the export is of an account that the kit does not have.
pub(super) fn settle(haul: &mut Haul, accounts: &[Account]) -> Result<(), Box<Diagnostic>> {
    let here: Vec<&Account> = accounts
        .iter()
        .filter(|account| account.platform.value == haul.platform)
        .collect();
    let platform = haul.platform.clone();
    let whole = haul.account.clone();
    for row in &mut haul.rows {
        let Some(named) = row.account.take().or_else(|| whole.clone()) else {
            continue;
        };
        if here.is_empty() {
            continue;
        }
        match here.iter().find(|account| is(account, &named)) {
            Some(account) if is_main(account, &here) => {}
            Some(account) => row.account = account.handle.as_ref().map(|h| h.value.clone()),
            None => return Err(Box::new(stranger(row, &named, &here, platform.id()))),
        }
    }
    Ok(())
}

/// Whether `account` has the name `named`. One of which only a link is known may have any.
fn is(account: &Account, named: &Handle) -> bool {
    let handle = account.handle.as_ref();
    handle.is_none_or(|handle| handle.value.is(named))
}

/// Whether rows without an account are of this one: it is the platform's main or first one.
fn is_main(account: &Account, here: &[&Account]) -> bool {
    let main = here.iter().find(|account| account.main).or(here.first());
    main.is_some_and(|main| std::ptr::eq(*main, account))
}

fn stranger(row: &Row, named: &Handle, here: &[&Account], platform: &str) -> Diagnostic {
    let named = named.as_str();
    let known: Vec<&str> = here
        .iter()
        .filter_map(|account| Some(account.handle.as_ref()?.value.as_str()))
        .collect();
    Diagnostic::error(
        "export-account",
        format!(
            "these numbers are of `{named}`, and on {platform} this kit has `{}`",
            known.join("`, `")
        ),
    )
    .at(row.line)
    .hint(format!(
        "if the account belongs to the kit, add it to profile.toml: [[accounts]] with platform = \
         \"{platform}\" and handle = \"{named}\""
    ))
}
