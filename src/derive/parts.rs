//! What the sum of all followers is made of, and the scale that accounts share.

use super::accounts::Holder;
use super::tongue::Tongue;
use super::view::{AccountView, PartView, Point};
use crate::kit::{Exact, Platform, exact};
use num_traits::Zero;

/// A platform with less than this share of the sum, in percent, is not named apart.
const NAMED_FROM: i64 = 6;

/// The highest power of ten that a count of people comes near.
const HIGHEST: u32 = 12;

/// One platform's accounts.
struct Part<'k> {
    platform: &'k Platform,
    accounts: Vec<&'k Exact>,
    sum: Exact,
}

/// The platforms that the sum of all followers is made of, largest first, those that are small
/// together and last. Empty with fewer than two platforms.
pub fn parts(holders: &[Holder<'_>], tongue: &Tongue<'_>) -> Vec<PartView> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for holder in holders {
        let Some((_, row)) = holder.followers.last() else {
            continue;
        };
        let (platform, count) = (holder.platform(), &row.value.value.number);
        match parts.iter_mut().find(|part| part.platform == platform) {
            Some(part) => {
                part.accounts.push(count);
                part.sum += count;
            }
            None => parts.push(Part {
                platform,
                accounts: vec![count],
                sum: count.clone(),
            }),
        }
    }
    let total = parts
        .iter()
        .fold(Exact::zero(), |sum, part| sum + &part.sum);
    if parts.len() < 2 || total.is_zero() {
        return Vec::new();
    }
    parts.sort_by(|a, b| b.sum.cmp(&a.sum));
    let is_small = |part: &Part<'_>| &part.sum * exact(100) < &total * exact(NAMED_FROM);
    let (small, named): (Vec<_>, Vec<_>) = parts.into_iter().partition(is_small);
    let mut views: Vec<PartView> = named.iter().map(|part| part.view(false, tongue)).collect();
    match small.as_slice() {
        [] => {}
        [one] => views.push(one.view(true, tongue)),
        several => {
            let sum = several
                .iter()
                .fold(Exact::zero(), |sum, part| sum + &part.sum);
            views.push(PartView {
                label: tongue.count("parts-rest", several.len() as u64, &[]),
                text: tongue.locale.full(&sum),
                values: several.iter().flat_map(Part::values).collect(),
                rest: true,
            });
        }
    }
    views
}

impl Part<'_> {
    fn view(&self, rest: bool, tongue: &Tongue<'_>) -> PartView {
        let sum = tongue.locale.full(&self.sum);
        let accounts = tongue.spelled(self.accounts.len());
        PartView {
            label: tongue.platform(self.platform, false),
            text: match self.accounts.len() {
                1 => sum,
                _ => tongue.say(
                    "part-of-accounts",
                    &[("value", &sum), ("accounts", &accounts)],
                ),
            },
            values: self.values(),
            rest,
        }
    }

    fn values(&self) -> Vec<f64> {
        let mut values: Vec<f64> = self
            .accounts
            .iter()
            .map(|count| count.to_f64().value())
            .collect();
        values.sort_by(|a, b| b.total_cmp(a));
        values
    }
}

/// The powers of ten that followers and views of `accounts` lie between.
pub fn powers(accounts: &[AccountView], tongue: &Tongue<'_>) -> Vec<Point> {
    let figures = accounts
        .iter()
        .flat_map(|account| [&account.followers, &account.views]);
    let values = figures
        .flatten()
        .filter_map(|figure| figure.value.parse::<f64>().ok());
    let values: Vec<f64> = values.filter(|value| *value > 0.0).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(0.0, f64::max);
    let powers = (0..=HIGHEST).map(|power| exact(10).pow(power as isize));
    let near = |power: &Exact| {
        let value = power.to_f64().value();
        value * 10.0 > low && value < high * 10.0
    };
    let point = |power: Exact| {
        let text = tongue.locale.compact(&power);
        Point {
            label: text.clone(),
            short_label: text.clone(),
            key: power.to_string(),
            value: power.to_f64().value(),
            text: text.clone(),
            number: text,
        }
    };
    powers.filter(near).map(point).collect()
}
