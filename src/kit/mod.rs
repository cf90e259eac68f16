//! Text to [`Kit`]: what the creator wrote, typed and valid, each value still knowing its place.
//!
//! Nothing is computed here and nothing is left out here; what may be shown to whom is `derive`'s
//! business. Every problem of every file is reported in one run.

mod accounts;
mod cells;
mod choice;
mod collaborations;
mod columns;
mod contact;
pub mod country;
mod creator;
mod day;
mod ledger;
mod markdown;
mod meaning;
mod metrics;
mod number;
mod photos;
mod profile;
mod prose;
mod records;
mod row;
mod services;
mod shares;
mod site;
mod story;
mod value;

pub use accounts::*;
pub use choice::*;
pub use collaborations::*;
pub use contact::*;
pub use creator::*;
pub use markdown::*;
pub use metrics::*;
pub use photos::*;
pub use profile::*;
pub use prose::*;
pub use records::*;
pub use services::*;
pub use site::*;
pub use story::*;
pub use value::*;

/// A kit: everything the creator wrote.
#[derive(Clone, Debug)]
pub struct Kit {
    /// `profile.toml`.
    pub profile: Profile,
    /// `story.md`; `None` without one.
    pub story: Option<Story>,
    /// `metrics.csv` and `metrics/*.csv`, in the order of the files' lines.
    pub rows: Vec<Row>,
    /// `collaborations/*.md`, by file name.
    pub collaborations: Vec<Collaboration>,
}
