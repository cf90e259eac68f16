//! Which line of `metrics.csv` stands behind a figure.

use crate::derive::{Figure, account_of, main_account};
use crate::kit::{AccountName, Choice, Kit, Row};
use jiff::civil::Date;

/// The line that gave `figure` its date: of the same account and day, and of the same metric and
/// format where one is. Behind the sum over accounts stands the newest line of one of them.
pub(super) fn origin<'k>(kit: &'k Kit, figure: &Figure) -> Option<&'k Row> {
    let date: Date = figure.date.iso.parse().ok()?;
    let is_sum = figure.id == "followers";
    let of_account = |row: &&Row| is_sum || is_of(figure, kit, row);
    kit.rows
        .iter()
        .filter(|row| row.date == date)
        .filter(of_account)
        .min_by_key(|row| {
            (
                !counts(row, &figure.metric),
                is_sum && is_superseded(kit, row),
                row.format.map(Choice::word) != figure.format,
                row.base.map(Choice::word) != figure.base,
                row.value.value.floor != figure.floor,
            )
        })
}

/// The name of the account a line belongs to, as in the ids of figures.
pub(super) fn account_name(kit: &Kit, row: &Row) -> Option<AccountName> {
    let accounts = &kit.profile.accounts;
    let account = account_of(accounts, row)?;
    let main = main_account(accounts, &account.platform.value)?;
    let handle = account.handle.as_ref().map(|handle| handle.value.clone());
    Some(AccountName {
        platform: account.platform.value.clone(),
        handle: handle.filter(|_| !std::ptr::eq(account, main)),
    })
}

fn is_superseded(kit: &Kit, row: &Row) -> bool {
    let newer = |other: &Row| {
        other.date > row.date
            && other.metric == row.metric
            && account_name(kit, other) == account_name(kit, row)
    };
    kit.rows.iter().any(newer)
}

fn is_of(figure: &Figure, kit: &Kit, row: &Row) -> bool {
    let Some(name) = account_name(kit, row) else {
        return false;
    };
    let joint = if name.handle.is_some() { '/' } else { '.' };
    let rest = figure.id.strip_prefix(&name.to_string());
    rest.is_some_and(|rest| rest.starts_with(joint))
}

fn counts(row: &Row, metric: &str) -> bool {
    let rate = row.metric.name() == "engagement_rate" && metric.starts_with("engagement");
    let averaged = row.metric.averaged();
    rate || row.metric.name() == metric || averaged.is_some_and(|(_, of)| of.name() == metric)
}
