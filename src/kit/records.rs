//! What is on record: brands, milestones, testimonials, press, facts, links.

use super::{MilestoneKind, Permission, PhotoRef, Relationship, Visibility};
use crate::source::Spanned;
use jiff::civil::Date;

/// `[[worked_with]]`
#[derive(Clone, Debug)]
pub struct WorkedWith {
    /// Brand.
    pub name: Spanned<String>,
    /// Its page.
    pub url: Option<Spanned<String>>,
    /// Its trade.
    pub sector: Option<String>,
    /// When.
    pub year: Option<i16>,
    /// How.
    pub relationship: Option<Relationship>,
    /// Whether it came back.
    pub renewed: bool,
}

/// A day, or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// A year.
    Year(i16),
    /// A day.
    Day(Date),
}

/// `[[milestones]]`
#[derive(Clone, Debug)]
pub struct Milestone {
    /// When it begins.
    pub date: Spanned<When>,
    /// When it ends, for a span.
    pub until: Option<Spanned<When>>,
    /// What.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// A page about it.
    pub url: Option<Spanned<String>>,
    /// What sort.
    pub kind: Option<MilestoneKind>,
}

/// `[[testimonials]]`
#[derive(Clone, Debug)]
pub struct Testimonial {
    /// What was said.
    pub quote: String,
    /// By whom.
    pub person: Spanned<String>,
    /// Their role.
    pub role: Option<String>,
    /// Their company.
    pub company: Option<String>,
    /// When.
    pub date: Option<When>,
    /// Whether it may be shown.
    pub permission: Permission,
    /// Where it stands.
    pub link: Option<Spanned<String>>,
    /// A photo beside the typed quote.
    pub photo: Option<PhotoRef>,
}

/// `[[press]]`
#[derive(Clone, Debug)]
pub struct Press {
    /// Who wrote.
    pub outlet: String,
    /// Title of the piece.
    pub title: Option<String>,
    /// A line of it.
    pub quote: Option<String>,
    /// When.
    pub year: Option<i16>,
    /// Where it is.
    pub url: Option<Spanned<String>>,
    /// Its language, a BCP 47 tag.
    pub language: Option<Spanned<String>>,
}

/// `[[facts]]`
#[derive(Clone, Debug)]
pub struct Fact {
    /// What.
    pub label: String,
    /// The fact.
    pub value: String,
    /// Who may see it.
    pub visibility: Visibility,
}

/// `[[links]]`
#[derive(Clone, Debug)]
pub struct Link {
    /// What it leads to.
    pub title: String,
    /// Address.
    pub url: Spanned<String>,
}
