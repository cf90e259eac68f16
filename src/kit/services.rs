//! `[[services]]`, `[terms]` and `[[steps]]`: what is offered, and how it goes.

use super::{Exact, Per, PhotoRef, Platform, Prose, Visibility};
use crate::source::Spanned;
use jiff::civil::Date;

/// `[[services]]`
#[derive(Clone, Debug)]
pub struct Service {
    /// Name.
    pub name: Spanned<String>,
    /// Heading it stands under.
    pub group: Option<String>,
    /// Platform.
    pub platform: Option<Spanned<Platform>>,
    /// What is in it.
    pub includes: Vec<Prose>,
    /// What it costs.
    pub price: Price,
    /// What the price is for.
    pub per: Option<Per>,
    /// Smallest booking, in words.
    pub minimum: Option<String>,
    /// ISO 4217, upper case; `None` falls back to `[terms]`.
    pub currency: Option<Spanned<String>>,
    /// Days until delivery.
    pub turnaround_days: Option<u32>,
    /// Last day the price holds.
    pub valid_until: Option<Spanned<Date>>,
    /// A link or a photo that shows one.
    pub example: Option<Example>,
    /// Whether it comes first.
    pub featured: bool,
    /// Who may see it.
    pub visibility: Visibility,
}

/// What a service costs. Money is in the major unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Price {
    /// Nothing is said, or "on request".
    OnRequest,
    /// Exactly.
    Exactly(Exact),
    /// At least.
    From(Exact),
    /// Between two.
    Range(Exact, Exact),
    /// So many percent of something.
    Percent(Exact, String),
}

/// An example of a service.
#[derive(Clone, Debug)]
pub enum Example {
    /// A page elsewhere.
    Link(Spanned<String>),
    /// A photo of the kit.
    Photo(PhotoRef),
}

/// `[terms]`
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// ISO 4217, upper case.
    pub currency: Option<Spanned<String>>,
    /// How content may be used.
    pub usage: Option<Prose>,
    /// What is closed to rivals, how long.
    pub exclusivity: Option<Prose>,
    /// When money is due.
    pub payment: Option<Prose>,
    /// Rounds of changes in the price.
    pub revisions: Option<u32>,
    /// How advertising is marked.
    pub disclosure: Option<Prose>,
    /// What fits.
    pub good_for: Vec<String>,
    /// What does not.
    pub not_for: Vec<String>,
    /// Further lists.
    pub more: Vec<MoreTerms>,
}

/// A further list of terms.
#[derive(Clone, Debug)]
pub struct MoreTerms {
    /// Title.
    pub title: String,
    /// Items.
    pub items: Vec<String>,
}

/// `[[steps]]`
#[derive(Clone, Debug)]
pub struct Step {
    /// Name.
    pub name: String,
    /// What happens.
    pub text: Option<String>,
    /// When, in words.
    pub when: Option<String>,
    /// First and last week, from 0.
    pub weeks: Option<(u32, u32)>,
}
