//! What platforms export, to rows of a kit's numbers.
//!
//! ```text
//!  bytes --open--> Export --read--> Haul --merge--> Changes --edit--> the kit's new texts
//! ```
//!
//! What a file is, is told by its content; its name is a hint. Each exporter has one file here
//! that knows how it writes and what its words mean; the words themselves, in every language, are
//! data: `headers.toml`. This module never guesses a number: what has two readings is refused.

mod beehiiv;
mod dates;
mod days;
mod edit;
mod export;
mod ga4;
mod haul;
mod header;
mod instagram;
pub mod line;
mod link;
mod linkedin;
mod merge;
mod meta;
mod missing;
mod open;
mod people;
mod pinterest;
mod places;
mod plan;
mod read;
mod recognise;
mod seems;
mod substack;
mod template;
mod tiktok;
mod twitch;
mod values;
mod vocabulary;
mod whole;
mod whose;
mod written;
mod x;
mod youtube;

pub use export::{Content, Export, Sheet};
pub use haul::{Haul, Post};
pub use merge::{Changes, Revision, Why};
pub use missing::{Missing, Part, parts};
pub use open::{Dropped, Opened, open};
pub use plan::{Plan, is_of_numbers, plan};
pub use read::{Brought, read};
pub use recognise::names;
pub use template::template;

use crate::kit::Platform;
use crate::source::Diagnostics;
use jiff::civil::Date;

/// How sure a [`Match`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Another program may write such a file too.
    Likely,
    /// Nobody else writes such a file.
    Sure,
}

/// What a file was recognised as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The kind of file, as it stands in the column `source` behind the importer's id:
    /// `Audience.csv`.
    pub kind: &'static str,
    /// Whose numbers are in it; `None` where only its surroundings can tell.
    pub platform: Option<&'static str>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// What is known besides the files.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The day of the import, where it is done.
    pub today: Date,
    /// Whether money is read too.
    pub with_revenue: bool,
    /// What the files are, if that was said: an importer's id or a platform.
    pub wanted: Option<String>,
    /// The platforms the kit has accounts on.
    pub platforms: Vec<Platform>,
}

impl Settings {
    /// The last day that a number may be of: where the day is ahead of here, it is tomorrow.
    pub fn latest(&self) -> Date {
        self.today.tomorrow().unwrap_or(self.today)
    }
}

/// One exporter.
pub struct Importer {
    /// What `--as` takes, and what begins the column `source`: `meta`.
    pub id: &'static str,
    /// Its name: `Meta Business Suite`.
    pub name: &'static str,
    /// The platforms whose numbers it exports, for `--as`.
    pub platforms: &'static [&'static str],
    /// What the file is, if it is one of this exporter's.
    pub detect: fn(&Export<'_>) -> Option<Match>,
    /// Reads a file that was recognised into a haul that knows kind and platform. What is wrong
    /// with it is reported; with an error among that, nothing of the import is written.
    pub read: fn(&Export<'_>, &Settings, &mut Haul, &mut Diagnostics),
}

/// Every exporter that is understood.
pub const IMPORTERS: &[Importer] = &[
    meta::IMPORTER,
    tiktok::IMPORTER,
    twitch::IMPORTER,
    youtube::IMPORTER,
    x::IMPORTER,
    linkedin::IMPORTER,
    instagram::IMPORTER,
    pinterest::IMPORTER,
    ga4::IMPORTER,
    substack::IMPORTER,
    beehiiv::IMPORTER,
];
