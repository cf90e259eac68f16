//! The accounts with their numbers, and what they add up to.

use super::accounts::Holder;
use super::figures::{AccountFigures, Parts, account_figures};
use super::tongue::Tongue;
use super::view::{AccountView, Dated, Figure, PlatformsView};
use super::{findings, parts, series};
use crate::kit::{Exact, Platform, Unit};
use num_traits::Zero;
use std::collections::BTreeSet;

/// Platforms on which a handle is written with `@`.
const WITH_AT: &[&str] = &[
    "instagram",
    "tiktok",
    "youtube",
    "x",
    "threads",
    "snapchat",
    "twitch",
    "kick",
    "pinterest",
    "bluesky",
    "mastodon",
    "telegram",
    "kwai",
];

/// Everything known of the accounts.
pub struct Accounts {
    /// What the page shows.
    pub view: PlatformsView,
    /// Figures that have a name but no place on the page.
    pub quiet: Vec<Figure>,
}

/// The accounts, most followers first, and those of one platform together; those without numbers
/// apart.
pub fn platforms(holders: &[Holder<'_>], tongue: &Tongue<'_>, window_days: u32) -> Accounts {
    let mut quiet: Vec<Figure> = Vec::new();
    let mut made: Vec<(Option<Exact>, AccountView)> = Vec::new();
    for holder in holders {
        let mut figures = account_figures(holder, tongue, window_days);
        quiet.append(&mut figures.quiet);
        let followers = holder
            .followers
            .last()
            .map(|(_, row)| row.value.value.number.clone());
        made.push((followers, account_view(holder, figures, tongue)));
    }
    made.sort_by(|a, b| b.0.cmp(&a.0));
    let order: Vec<String> = made.iter().map(|(_, view)| view.platform.clone()).collect();
    made.sort_by_key(|(_, view)| order.iter().position(|platform| *platform == view.platform));
    let (accounts, also): (Vec<AccountView>, Vec<AccountView>) = made
        .into_iter()
        .map(|(_, view)| view)
        .partition(has_numbers);
    let finding = findings::growth(&accounts, tongue);
    Accounts {
        view: PlatformsView {
            total: total(holders, tongue),
            parts: parts::parts(holders, tongue),
            powers: parts::powers(&accounts, tongue),
            accounts,
            also,
            finding,
        },
        quiet,
    }
}

fn has_numbers(account: &AccountView) -> bool {
    account.followers.is_some()
        || account.views.is_some()
        || account.rate.is_some()
        || !account.others.is_empty()
}

fn account_view(holder: &Holder<'_>, figures: AccountFigures, tongue: &Tongue<'_>) -> AccountView {
    let account = holder.account;
    let handle = account
        .handle
        .as_ref()
        .map(|handle| written(holder.platform(), handle.value.as_str()));
    AccountView {
        id: holder.name.to_string(),
        platform: holder.platform().id().to_string(),
        name: tongue.platform(holder.platform(), false),
        handle,
        url: account.url.as_ref().map(|url| url.value.clone()),
        main: holder.main,
        about: account.about.clone(),
        rhythm: account.rhythm.clone(),
        followers: figures.followers,
        growth: figures.growth,
        history: series::history(holder, tongue),
        views: figures.views,
        rate: figures.rate,
        others: figures.others,
        notes: figures.notes,
    }
}

/// A handle as its platform writes it.
fn written(platform: &Platform, handle: &str) -> String {
    let plain = !handle.contains(' ');
    match platform.id() {
        id if WITH_AT.contains(&id) && plain => format!("@{handle}"),
        "facebook" if plain => format!("/{handle}"),
        "reddit" if plain => format!("u/{handle}"),
        _ => handle.to_string(),
    }
}

/// The newest followers of all accounts added up: as followers, never as people. Numbers that are
/// only "more than" are not in it. `None` with fewer than two accounts that are counted.
fn total(holders: &[Holder<'_>], tongue: &Tongue<'_>) -> Option<Figure> {
    let counted: Vec<_> = holders
        .iter()
        .filter_map(|holder| Some((holder, holder.followers.last()?)))
        .collect();
    if counted.len() < 2 {
        return None;
    }
    let mut sum = Exact::zero();
    let mut sources = BTreeSet::new();
    let mut platforms = BTreeSet::new();
    for (holder, (_, row)) in &counted {
        sum += &row.value.value.number;
        sources.insert(row.source.as_deref().unwrap_or("hand"));
        platforms.insert(holder.platform());
    }
    let oldest = counted.iter().map(|(_, (date, _))| *date).min()?;
    let spelled = tongue.spelled(platforms.len());
    let label = if platforms.len() < 2 {
        let platform = tongue.platform(counted.first()?.0.platform(), true);
        tongue.say("label-followers", &[("platform", &platform)])
    } else {
        tongue.say("label-followers-total", &[("platforms", &spelled)])
    };
    Some(tongue.figure(Parts {
        id: "followers".to_string(),
        metric: "followers",
        labels: (label.clone(), label),
        value: &sum,
        unit: Unit::Count,
        date: oldest,
        method: tongue.say("made-sum", &[("platforms", &spelled)]),
        sources,
    }))
}

/// The three numbers that say most when the kit does not choose: followers, what a usual post of
/// the main account gets, and a rate with a base; where one is missing, a "more than" number may
/// stand in the third place.
pub fn usual_lead(view: &PlatformsView) -> Vec<Figure> {
    let mut accounts: Vec<&AccountView> = view.accounts.iter().collect();
    accounts.sort_by_key(|account| {
        (
            account.views.is_none(),
            !account.main || !is_chosen(account, view),
        )
    });
    let followers = view
        .total
        .clone()
        .or_else(|| {
            view.accounts
                .iter()
                .find_map(|account| account.followers.clone())
        })
        .filter(|figure| !figure.floor);
    let first = accounts.first();
    let views = first.and_then(|account| account.views.clone());
    let based = |figure: &&Figure| {
        figure.base.is_some_and(|base| base != "unknown") || figure.base.is_none()
    };
    let rate = first
        .and_then(|account| account.rate.as_ref().filter(based))
        .or_else(|| {
            accounts
                .iter()
                .find_map(|account| account.rate.as_ref().filter(based))
        })
        .cloned();
    let floor = || {
        let others = view.accounts.iter().flat_map(|account| &account.others);
        others.into_iter().find(|figure| figure.floor).cloned()
    };
    let rate = rate.or_else(floor);
    [followers, views, rate].into_iter().flatten().collect()
}

/// Whether an account is its platform's main one by the creator's choice: there is another on the
/// same platform.
fn is_chosen(account: &AccountView, view: &PlatformsView) -> bool {
    let all = view.accounts.iter().chain(&view.also);
    all.filter(|other| other.platform == account.platform)
        .count()
        > 1
}

/// The date that stands beside the first screen's numbers: the oldest among them.
pub fn dated(lead: &[Figure], tongue: &Tongue<'_>) -> Option<Dated> {
    let oldest = lead.iter().min_by(|a, b| a.date.iso.cmp(&b.date.iso))?;
    let date = oldest.date.iso.parse().ok()?;
    Some(Dated {
        day: oldest.date.clone(),
        month: tongue.locale.month(date),
        freshness: oldest.freshness,
    })
}
