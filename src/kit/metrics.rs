//! `metrics.csv`: one number a line.

use super::{Base, Exact, Gender, Handle, Metric, Paid, Platform, PostFormat};
use crate::source::{Span, Spanned};
use jiff::civil::Date;

/// A line of `metrics.csv`.
#[derive(Clone, Debug)]
pub struct Row {
    /// The whole line.
    pub line: Span,
    /// Day of the number; for a period its last day; for a post the day of publishing.
    pub date: Date,
    /// Platform.
    pub platform: Platform,
    /// Account, when several share a platform.
    pub account: Option<Handle>,
    /// What is counted.
    pub metric: Metric,
    /// The value.
    pub value: Spanned<RowValue>,
    /// What time a number covers.
    pub period: Option<Period>,
    /// Of posts of this format.
    pub format: Option<PostFormat>,
    /// What an engagement rate is divided by.
    pub base: Option<Base>,
    /// How many posts a typed average covers.
    pub n: Option<u32>,
    /// How the post was helped.
    pub paid: Option<Paid>,
    /// `set:value` of a share.
    pub segment: Option<Segment>,
    /// Ages of a share.
    pub age: Option<AgeBand>,
    /// Gender of a share.
    pub gender: Option<Gender>,
    /// Country of a share: ISO 3166-1 alpha-2, upper case; `XK` and `ZZ` occur.
    pub country: Option<String>,
    /// City of a share.
    pub city: Option<String>,
    /// URL or id of the post.
    pub post: Option<String>,
    /// Title of the post, or a note.
    pub label: Option<String>,
    /// Where the number came from; `hand` when typed.
    pub source: Option<String>,
    /// When the number was read, if not on `date`.
    pub asof: Option<Date>,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowValue {
    /// The number.
    pub number: Exact,
    /// Whether it was written with `>`: at least, more than.
    pub floor: bool,
}

/// What time a number covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// So many days, ending on the date. `day` is 1.
    Days(u32),
    /// The calendar month of the date.
    Month,
    /// The calendar year of the date.
    Year,
    /// All the time there was.
    Lifetime,
}

/// An own division of an audience: `follow:no`, `device:mobile`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// The division.
    pub set: String,
    /// The part.
    pub value: String,
}

/// Ages from one to another, both included; open upwards without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeBand {
    /// Youngest.
    pub from: u8,
    /// Oldest; `None` for `55+`.
    pub to: Option<u8>,
}

impl super::fields::Reading<'_> {
    pub(super) fn metrics(&mut self) -> Vec<Row> {
        Vec::new()
    }
}
