//! The columns of YouTube's tables, and how each is written.

use super::super::header::Header;
use super::super::values::{self, Scale};
use super::super::vocabulary::{meaning, plain};
use super::super::whole;
use crate::kit::Exact;
use crate::source::Diagnostic;
use crate::source::csv::{Cell, Record};

/// Columns that nobody else's tables have.
pub(super) const OWN: &[&str] = &[
    "watch_hours",
    "avg_view_duration",
    "avg_view_percentage",
    "ctr",
    "views-share",
    "published",
];

/// Columns that count; each has the name of what it counts.
const METRICS: &[&str] = &[
    "views",
    "engaged_views",
    "watch_hours",
    "avg_view_duration",
    "avg_view_percentage",
    "followers_net",
    "followers_gained",
    "followers_lost",
    "impressions",
    "ctr",
    "viewers",
    "viewers_new",
    "viewers_returning",
    "likes",
    "comments",
    "shares",
];

/// What YouTube takes back: the number of a time may be below zero.
pub(super) const TAKEN_BACK: &[&str] = &["followers_net", "likes", "comments", "shares"];

/// In the row of totals, these are 0 where they are not known.
pub(super) const UNKNOWN_TOTALS: &[&str] = &["viewers", "viewers_new", "viewers_returning"];

/// The columns of `header` that count, in the order they stand in.
pub(super) fn metrics(header: &Header) -> impl Iterator<Item = &'static str> {
    let columns = header.columns().into_iter();
    columns.filter(|column| METRICS.contains(column))
}

/// The number in `cell`, in a column that counts `metric`.
pub(super) fn number(
    metric: &str,
    cell: &Cell<'_>,
    delimiter: u8,
) -> Result<Option<Exact>, Diagnostic> {
    match metric {
        "watch_hours" => values::number(cell, delimiter),
        "avg_view_duration" => values::seconds(cell, delimiter),
        "ctr" | "avg_view_percentage" => values::share(cell, delimiter, Scale::Percent),
        _ => whole::read(cell),
    }
}

/// A column of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Money {
    pub(super) index: usize,
    pub(super) name: String,
    /// What it counts, with its currency; `None` for one that says nothing on its own.
    pub(super) metric: Option<String>,
}

/// The columns of money in `names`, as `Estimated revenue (EUR)`.
pub(super) fn money(names: &Record<'_>) -> Vec<Money> {
    let cells = names.cells.iter().enumerate();
    cells
        .filter_map(|(index, cell)| {
            let plain = plain(&cell.text);
            let (name, currency) = plain.strip_suffix(')')?.rsplit_once('(')?;
            let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_lowercase());
            let is_revenue = meaning("youtube-money", name) == Some("revenue");
            is_code.then(|| Money {
                index,
                name: cell.text.trim().to_string(),
                metric: is_revenue.then(|| format!("custom:revenue_{currency}")),
            })
        })
        .collect()
}
