//! Whose the numbers of an export are: their platform, and its own name for an account to the
//! kit's.

use super::Settings;
use super::haul::Haul;
use super::read::Brought;
use super::recognise::Find;
use crate::kit::{Account, Handle, Platform, Row};
use crate::source::Diagnostic;
use std::mem;

/// What tells whose numbers are in `find`: the file itself, else what was said, else its name, else
/// the files beside it and the folders around it.
pub(super) fn told(find: &Find<'_>, finds: &[Find<'_>], settings: &Settings) -> Vec<Platform> {
    let may_be = find.importer.platforms;
    let said = settings.wanted.as_deref().filter(|w| may_be.contains(w));
    let mut names = find.export.names();
    let own = || find.found.platform.or(said).and_then(Platform::parse);
    let by_name = |name: Option<&str>| named_in(name?, may_be);
    if let Some(platform) = own().or_else(|| by_name(names.next())) {
        return vec![platform];
    }
    let beside = finds.iter().filter(|other| {
        std::ptr::eq(other.importer, find.importer)
            && folder(other.export.path) == folder(find.export.path)
    });
    let beside = beside.filter_map(|other| Platform::parse(other.found.platform?));
    let around = names.find_map(|name| named_in(name, may_be));
    beside.chain(around).collect()
}

/// The only one of the kit's platforms that `find` may be of.
pub(super) fn kits(find: &Find<'_>, settings: &Settings) -> Option<Platform> {
    let kits = settings.platforms.iter().cloned();
    let may_be = |platform: &Platform| find.importer.platforms.contains(&platform.id());
    only(&kits.filter(may_be).collect::<Vec<_>>())
}

/// The one platform that all of `platforms` are.
pub(super) fn only(platforms: &[Platform]) -> Option<Platform> {
    let (first, others) = platforms.split_first()?;
    others
        .iter()
        .all(|other| other == first)
        .then(|| first.clone())
}

/// The one of `may_be` that a word of `name` tells: `IG_REACH`, `InstagramOctober`.
fn named_in(name: &str, may_be: &[&str]) -> Option<Platform> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let platforms = words.filter_map(|word| {
        let lower = word.to_lowercase();
        let part = || may_be.iter().find(|id| lower.contains(**id));
        let whole = Platform::parse(word).filter(|one| may_be.contains(&one.id()));
        whole.or_else(|| Platform::parse(part()?))
    });
    only(&platforms.collect::<Vec<_>>())
}

fn folder(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// Sets the account of files that name none, where the kit has several on their platform: as the
/// folders around them tell, else the files beside them. Where nothing does, that is said.
pub(super) fn among(brought: &mut [Brought], accounts: &[Account]) {
    let named: Vec<(Option<String>, Platform, Vec<Handle>)> = brought
        .iter()
        .map(|file| {
            let folder = folder(&file.path).map(str::to_string);
            let here = on(&file.haul.platform, accounts);
            let mut handles = handles(&file.haul);
            handles.retain(|handle| here.iter().any(|account| is(account, handle)));
            (folder, file.haul.platform.clone(), handles)
        })
        .collect();
    for (file, (folder, platform, _)) in brought.iter_mut().zip(&named) {
        let here = on(platform, accounts);
        if !handles(&file.haul).is_empty() || here.len() < 2 {
            continue;
        }
        let beside = named
            .iter()
            .filter(|(other, of, _)| other == folder && of == platform);
        let mut beside = beside.flat_map(|(_, _, handles)| handles);
        let first = beside
            .next()
            .filter(|first| beside.all(|other| other.is(first)));
        let told = around(&file.path, &here).or(first);
        match (told, main(&here)) {
            (Some(handle), _) => file.haul.account = Some(handle.clone()),
            (None, Some(main)) => file.haul.note(format!(
                "no account is named: these numbers are taken to be of `{}` (put those of another \
                 into a folder with its name)",
                main.handle
                    .as_ref()
                    .map_or(platform.id(), |handle| handle.value.as_str())
            )),
            (None, None) => {}
        }
    }
}

/// The accounts that a file names.
fn handles(haul: &Haul) -> Vec<Handle> {
    let rows = haul.rows.iter().filter_map(|row| row.account.as_ref());
    let mut handles: Vec<Handle> = Vec::new();
    for handle in rows.chain(&haul.account) {
        if !handles.contains(handle) {
            handles.push(handle.clone());
        }
    }
    handles
}

/// The account of `here` that a folder or a word of its name tells: `maite.studio`,
/// `instagram maite.studio`.
fn around<'a>(path: &str, here: &[&'a Account]) -> Option<&'a Handle> {
    let parts = path.rsplit('/').skip(1);
    let mut words = parts.flat_map(|part| std::iter::once(part).chain(part.split([' ', '_', '-'])));
    words.find_map(|word| {
        let word = Handle::parse(word)?;
        let mut handles = here.iter().filter_map(|account| account.handle.as_ref());
        handles
            .find(|handle| handle.value.is(&word))
            .map(|handle| &handle.value)
    })
}

fn on<'a>(platform: &Platform, accounts: &'a [Account]) -> Vec<&'a Account> {
    let here = accounts.iter();
    here.filter(|account| account.platform.value == *platform)
        .collect()
}

/// Sets the account of every row as the kit has it: none for a platform's main account. An error
/// when the export is of accounts that the kit does not have; single posts of others, which were
/// published together, are left out.
pub(super) fn settle(haul: &mut Haul, accounts: &[Account]) -> Result<(), Box<Diagnostic>> {
    let here = on(&haul.platform, accounts);
    let whole = haul.account.clone();
    let mut own = Vec::new();
    let mut strangers: Vec<Handle> = Vec::new();
    let mut refusal = None;
    for mut row in mem::take(&mut haul.rows) {
        let named = row.account.take().or_else(|| whole.clone());
        let Some(named) = named.filter(|_| !here.is_empty()) else {
            own.push(row);
            continue;
        };
        match here.iter().find(|account| is(account, &named)) {
            Some(account) => {
                let other = Some(account).filter(|account| !is_main(account, &here));
                row.account = other.and_then(|other| Some(other.handle.as_ref()?.value.clone()));
                own.push(row);
            }
            None => {
                let id = haul.platform.id();
                refusal.get_or_insert_with(|| stranger(&row, &named, &here, id));
                if !strangers.contains(&named) {
                    strangers.push(named);
                }
            }
        }
    }
    haul.rows = own;
    match refusal.filter(|_| haul.rows.is_empty()) {
        Some(refusal) => Err(Box::new(refusal)),
        None => {
            for handle in strangers {
                let handle = handle.as_str();
                haul.note(format!(
                    "posts of `{handle}` were left out: the kit has no such account"
                ));
            }
            Ok(())
        }
    }
}

/// Whether `account` has the name `named`. One of which only a link is known may have any, unless
/// the link begins with another, as `oatember.substack.com`.
fn is(account: &Account, named: &Handle) -> bool {
    name(account).is_none_or(|name| name.is(named))
}

/// The name of `account`, as far as its handle or its link tells.
fn name(account: &Account) -> Option<Handle> {
    let site = || {
        let (_, rest) = account.url.as_ref()?.value.split_once("://")?;
        Handle::parse(rest.split('/').next()?.strip_suffix(".substack.com")?)
    };
    let handle = account.handle.as_ref().map(|handle| handle.value.clone());
    handle.or_else(site)
}

/// The account that rows without one are of: the platform's main or first one.
fn main<'a>(here: &[&'a Account]) -> Option<&'a Account> {
    let main = here.iter().find(|account| account.main);
    main.or(here.first()).copied()
}

/// Whether rows without an account are of this one.
fn is_main(account: &Account, here: &[&Account]) -> bool {
    main(here).is_some_and(|main| std::ptr::eq(main, account))
}

fn stranger(row: &Row, named: &Handle, here: &[&Account], platform: &str) -> Diagnostic {
    let named = named.as_str();
    let known: Vec<Handle> = here.iter().filter_map(|account| name(account)).collect();
    let known: Vec<&str> = known.iter().map(Handle::as_str).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_one_platform_or_none() {
        fn check(name: &str, expected: Option<&str>) {
            let found = named_in(name, &["instagram", "facebook"]);
            assert_eq!(found.as_ref().map(Platform::id), expected, "{name}");
        }
        check("IG_REACH", Some("instagram"));
        check("fb october", Some("facebook"));
        check("InstagramOctober", Some("instagram"));
        check("instagram and facebook", None);
        check("big_reach", None);
        check("tiktok", None);
        check("Reach", None);
    }
}
