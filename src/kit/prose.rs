//! Plain text in which numbers may be named, and the grammar of those names.

use super::{Base, Handle, Metric, Platform, PostFormat};
use crate::source::Spanned;

/// Plain text of the creator in which numbers may be named: `{{ instagram.followers }}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of [`Prose`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as written.
    Text(String),
    /// A number by its name.
    Number(Spanned<NumberName>),
}

/// The name of a number: `platform[@handle][/][.format].metric[.median|.p25|.p75|.<n>d]`, or
/// `followers` alone for the sum over accounts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumberName {
    /// Whose number; `None` for the sum over accounts.
    pub account: Option<AccountName>,
    /// Of posts of this format.
    pub format: Option<PostFormat>,
    /// What is counted.
    pub metric: Measure,
    /// Which figure of it.
    pub figure: Option<FigureName>,
}

/// What a named number counts: a metric of the file, or engagement on a base.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// A metric.
    Metric(Metric),
    /// `engagement_by_reach`, `engagement_by_followers`, `engagement_by_views`
    Engagement(Base),
}

/// An account in a number's name: `instagram`, `instagram@maite.studio`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccountName {
    /// The platform.
    pub platform: Platform,
    /// The handle; `None` for the platform's main account.
    pub handle: Option<Handle>,
}

/// Which figure of several values a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureName {
    /// The middle value.
    Median,
    /// The value a quarter lies below.
    P25,
    /// The value a quarter lies above.
    P75,
    /// The value over so many days.
    Days(u32),
}
