//! For whom an edition is.

use super::Day;
use serde::Serialize;

/// The brand for which alone a kit was made, and what is said to it. In what everybody gets there
/// is none.
#[derive(Clone, Debug, Serialize)]
pub struct EditionView {
    /// The brand's name.
    pub brand: String,
    /// "Prepared for Velmora on 24 November 2026", or without a day.
    pub title: String,
    /// What the creator says to the brand, in one or a few sentences.
    pub greeting: Option<String>,
    /// The day it was prepared.
    pub prepared: Option<Day>,
    /// The last day on which it holds.
    pub expires: Option<Day>,
    /// "What is said here holds until 31 January 2027.", or, after that day, that it has ended.
    pub until: Option<String>,
    /// That it is for this brand only.
    pub note: String,
}
