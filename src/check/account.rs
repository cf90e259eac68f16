//! Numbers that belong to no account.

use super::{Subject, listed};
use crate::derive::account_of;
use crate::kit::{Handle, Platform, Row};
use crate::source::{Diagnostic, Diagnostics, nearest};
use std::collections::BTreeMap;

/// Lines of one platform and handle that no account has.
struct Stray<'k> {
    first: &'k Row,
    lines: usize,
}

/// `row-without-account`: once for each platform and handle, at the first of its lines.
pub(super) fn stray_rows(subject: &Subject<'_>, diags: &mut Diagnostics) {
    // An account that could not be read is no reason to speak against its numbers.
    if subject.is_unread("profile.toml", diags) {
        return;
    }
    let accounts = &subject.kit.profile.accounts;
    let mut strays: Vec<Stray<'_>> = Vec::new();
    let mut known: BTreeMap<(&Platform, Option<String>), usize> = BTreeMap::new();
    for row in &subject.kit.rows {
        if account_of(accounts, row).is_some() {
            continue;
        }
        // The case of a handle does not matter.
        let handle = row.account.as_ref().map(|own| own.as_str().to_lowercase());
        let index = *known.entry((&row.platform, handle)).or_insert(strays.len());
        match strays.get_mut(index) {
            Some(stray) => stray.lines += 1,
            None => strays.push(Stray {
                first: row,
                lines: 1,
            }),
        }
    }
    for stray in strays {
        let row = stray.first;
        let lines = match stray.lines {
            1 => "this number is left out".to_string(),
            lines => format!("its {lines} numbers are left out"),
        };
        let message = match &row.account {
            Some(handle) => format!(
                "you have no account `{}` on {}: {lines}",
                handle.as_str(),
                row.platform
            ),
            None => format!("you have no account on {}: {lines}", row.platform),
        };
        diags.push(
            Diagnostic::warning("row-without-account", message)
                .at(row.line)
                .hint(way_out(subject, &row.platform, row.account.as_ref())),
        );
    }
}

fn way_out(subject: &Subject<'_>, platform: &Platform, handle: Option<&Handle>) -> String {
    let accounts = subject.kit.profile.accounts.iter();
    let on_platform = accounts.filter(|account| account.platform.value == *platform);
    let handles: Vec<&str> = on_platform
        .filter_map(|account| Some(account.handle.as_ref()?.value.as_str()))
        .collect();
    let add = "add it to `profile.toml`";
    match handle {
        Some(handle) if !handles.is_empty() => {
            match nearest(handle.as_str(), handles.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "{add} as another `[[accounts]]`, or name one you have there: {}",
                    listed(&handles, "or")
                ),
            }
        }
        _ => format!(
            "{add}: `[[accounts]]`, `platform = \"{platform}\"` and your `handle`; or take the lines out"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    #[test]
    fn numbers_of_no_account_are_said_once() {
        let check = |case: Case, expected: &[&str]| check("row-without-account", &case, expected);
        check(
            Case::new().rows("2026-11-01,instagram,,followers,9\n2026-11-01,ig,ADA,views,9,28d\n"),
            &[],
        );
        check(
            Case::new().rows(
                "2026-11-01,tiktok,,followers,9\n2026-11-01,instagram,adda,followers,9\n2026-11-02,tiktok,,followers,9\n",
            ),
            &[
                "metrics.csv:2:1 you have no account on tiktok: its 2 numbers are left out | add it to `profile.toml`: `[[accounts]]`, `platform = \"tiktok\"` and your `handle`; or take the lines out",
                "metrics.csv:3:1 you have no account `adda` on instagram: this number is left out | did you mean `ada`?",
            ],
        );
        check(
            Case::new().rows("2026-11-01,instagram,maite.studio,followers,9\n"),
            &[
                "metrics.csv:2:1 you have no account `maite.studio` on instagram: this number is left out | add it to `profile.toml` as another `[[accounts]]`, or name one you have there: `ada`",
            ],
        );
    }

    #[test]
    fn an_account_that_could_not_be_read_is_no_reason() {
        let rows = "2026-11-01,tiktok,,followers,9\n";
        let unread = Case::new().more("[[accounts]]\nplatfrom = \"tiktok\"\nhandle = \"ada\"\n");
        check("row-without-account", &unread.rows(rows), &[]);
    }
}
