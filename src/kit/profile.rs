//! `profile.toml`: table by table.

use super::*;
use crate::source::{FileId, Spanned};
use std::collections::BTreeMap;

/// `profile.toml`.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The file.
    pub file: FileId,
    /// `[creator]`
    pub creator: Creator,
    /// `[contact]`
    pub contact: Contact,
    /// `[audience]`
    pub audience: AudienceWords,
    /// `[[accounts]]`
    pub accounts: Vec<Account>,
    /// `[[posts]]`
    pub posts: Vec<FeaturedPost>,
    /// `[[services]]`
    pub services: Vec<Service>,
    /// `[terms]`
    pub terms: Terms,
    /// `[[steps]]`
    pub steps: Vec<Step>,
    /// `[[worked_with]]`
    pub worked_with: Vec<WorkedWith>,
    /// `[[milestones]]`
    pub milestones: Vec<Milestone>,
    /// `[[testimonials]]`
    pub testimonials: Vec<Testimonial>,
    /// `[[press]]`
    pub press: Vec<Press>,
    /// `[[facts]]`
    pub facts: Vec<Fact>,
    /// `[[links]]`
    pub links: Vec<Link>,
    /// `[[photos]]`
    pub photos: Vec<PhotoNote>,
    /// `[headings]`: section to text.
    pub headings: BTreeMap<SectionId, Spanned<Prose>>,
    /// `[numbers]`
    pub numbers: Numbers,
    /// `[site]`
    pub site: Site,
}
