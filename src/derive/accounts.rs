//! Whose a number is: the accounts of the profile, each with its rows.

use super::posts::{Post, posts, stands_for};
use crate::kit::{Account, AccountName, Exact, Kit, Platform, Row};
use jiff::civil::Date;

/// An account with everything that is known of it.
#[derive(Clone, Debug)]
pub struct Holder<'k> {
    /// The account.
    pub account: &'k Account,
    /// Its name in format.md's grammar: `instagram`, `instagram@maite.studio`.
    pub name: AccountName,
    /// Whether it is its platform's main account.
    pub main: bool,
    /// Its rows that are of no single post.
    pub rows: Vec<&'k Row>,
    /// Its posts, oldest first.
    pub posts: Vec<Post<'k>>,
    /// Its counts of followers, oldest first; "more than" numbers are not among them.
    pub followers: Vec<(Date, &'k Row)>,
}

impl<'k> Holder<'k> {
    /// Its platform.
    pub fn platform(&self) -> &'k Platform {
        &self.account.platform.value
    }

    /// The followers on the day of a post: the nearest earlier count, at most 31 days older.
    pub fn followers_at(&self, published: Date) -> Option<&'k Exact> {
        let (date, row) = self
            .followers
            .iter()
            .rev()
            .find(|(date, _)| *date <= published)?;
        stands_for(*date, published).then_some(&row.value.value.number)
    }
}

/// The main account of `platform`: the one that says so, else the first.
pub fn main_account<'k>(accounts: &'k [Account], platform: &Platform) -> Option<&'k Account> {
    let on = |account: &&Account| account.platform.value == *platform;
    let main = accounts.iter().filter(on).find(|account| account.main);
    main.or_else(|| accounts.iter().find(on))
}

/// The account of the profile that `row` belongs to, if there is one.
pub fn account_of<'k>(accounts: &'k [Account], row: &Row) -> Option<&'k Account> {
    let Some(handle) = &row.account else {
        return main_account(accounts, &row.platform);
    };
    accounts.iter().find(|account| {
        let own = account.handle.as_ref();
        account.platform.value == row.platform && own.is_some_and(|own| own.value.is(handle))
    })
}

/// The accounts of the kit that `shown` lets through, in the profile's order, with their rows.
pub fn holders<'k>(kit: &'k Kit, shown: impl Fn(&Account) -> bool) -> Vec<Holder<'k>> {
    let accounts = &kit.profile.accounts;
    let owners: Vec<Option<&Account>> = kit
        .rows
        .iter()
        .map(|row| account_of(accounts, row))
        .collect();
    let mut holders = Vec::new();
    for account in accounts.iter().filter(|account| shown(account)) {
        let is_it = |other: &Account| std::ptr::eq(other, account);
        let rows: Vec<&Row> = kit
            .rows
            .iter()
            .zip(&owners)
            .filter(|(_, owner)| owner.is_some_and(is_it))
            .map(|(row, _)| row)
            .collect();
        let counted = |row: &&&Row| {
            row.metric.name() == "followers" && row.format.is_none() && !row.value.value.floor
        };
        let mut followers: Vec<(Date, &Row)> = rows
            .iter()
            .filter(counted)
            .map(|row| (row.date, *row))
            .collect();
        followers.sort_by_key(|(date, _)| *date);
        let main = main_account(accounts, &account.platform.value).is_some_and(is_it);
        let handle = account.handle.as_ref().map(|handle| handle.value.clone());
        holders.push(Holder {
            account,
            name: AccountName {
                platform: account.platform.value.clone(),
                handle: handle.filter(|_| !main),
            },
            main,
            posts: posts(&rows),
            followers,
            rows: rows.into_iter().filter(|row| row.post.is_none()).collect(),
        });
    }
    holders
}
