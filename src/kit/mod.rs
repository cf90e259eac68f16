//! Text to [`Kit`]: what the creator wrote, typed and valid, each value still knowing its place.
//!
//! Nothing is computed here and nothing is left out here; what may be shown to whom is `derive`'s
//! business. Every problem of every file is reported in one run.

mod accounts;
mod address;
mod brand;
mod cells;
mod choice;
mod chosen;
mod code;
mod collaborations;
mod columns;
mod contact;
pub mod country;
mod creator;
mod damage;
mod day;
mod expected;
mod fields;
mod fold;
mod form;
mod ledger;
mod letters;
mod lines;
mod manner;
mod markdown;
mod marks;
mod meaning;
mod metrics;
mod minor;
mod months;
mod number;
mod order;
mod own;
mod photos;
mod profile;
mod prose;
mod public;
mod reading;
mod records;
mod row;
mod schema;
mod secret;
mod services;
mod setting;
mod shares;
mod site;
mod story;
mod syntax;
mod table;
mod telling;
mod totals;
mod value;
mod values;
mod visible;
mod wide;

pub use accounts::*;
pub use address::*;
pub use brand::*;
pub use choice::*;
pub use code::*;
pub use collaborations::*;
pub use contact::*;
pub use creator::*;
pub use fields::kind_of;
pub use fold::file_name;
pub use form::{TableForm, table_form};
pub use ledger::{RowKey, row_key};
pub use markdown::*;
pub use metrics::*;
pub use own::*;
pub use photos::*;
pub use profile::*;
pub use prose::*;
pub use records::*;
pub use secret::{Secret, SecretKind};
pub use services::*;
pub use setting::Setting;
pub use site::*;
pub use story::*;
pub use telling::{Telling, telling, tells_in_label};
pub use value::*;
pub use values::visible;
pub use visible::PartVisibility;

use crate::source::{
    Diagnostic, Diagnostics, FileId, Photo, Refusal, Severity, Sources, Span, Spanned,
};
use reading::Reading;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
    /// Every number that a text names, wherever it stands.
    pub named: Vec<Spanned<NumberName>>,
    /// `brands/*.toml`, by file name.
    pub brands: Vec<Brand>,
    /// The one among them for which this kit is; `None` for everybody.
    pub edition: Option<Brand>,
    /// What is not for everybody, as it is written.
    pub secrets: Vec<Secret>,
}

impl Kit {
    /// Whether those for whom the kit is may see what is for `visibility`.
    pub fn shows(&self, visibility: Visibility) -> bool {
        match visibility {
            Visibility::Public => true,
            Visibility::Brand => self.edition.is_some(),
            Visibility::Never => false,
        }
    }

    /// Whether what stands at `place` is not for everybody.
    pub fn is_secret(&self, place: Span) -> bool {
        let mut secrets = self.secrets.iter().map(|secret| secret.span);
        secrets.any(|span| {
            span.file == place.file && span.start <= place.start && place.end <= span.end
        })
    }

    /// Whether those for whom the kit is may see this section of it.
    pub fn shows_section(&self, section: SectionId) -> bool {
        let visibility = self.profile.visibility.sections.get(&section);
        visibility.is_none_or(|visibility| self.shows(*visibility))
    }
}

/// How many bytes the story and all collaborations may have together. Markdown can become several
/// hundred times as much in memory, and no brand reads a hundred thousand words.
const MOST_PROSE: usize = 700_000;

/// Reads every file of a kit and reports every problem in them. `None` when there is no profile
/// to speak of; after any other error the kit holds what could be read.
pub fn parse(sources: &Sources, diags: &mut Diagnostics) -> Option<Kit> {
    let kit = texts(sources, diags);
    let rows = numbers(sources, diags);
    Some(Kit { rows, ..kit? })
}

/// All of a kit but its numbers, as [`parse`] reads it.
pub fn texts(sources: &Sources, diags: &mut Diagnostics) -> Option<Kit> {
    Reading::new(sources, diags).kit()
}

/// The numbers of a kit, from all its files.
pub fn numbers(sources: &Sources, diags: &mut Diagnostics) -> Vec<Row> {
    let files = sources.find("metrics.csv").into_iter();
    let mut rows = Vec::new();
    let mut room = metrics::Room::default();
    for file in files.chain(sources.texts_in("metrics", "csv")) {
        if room.take(file, sources, diags) {
            rows.extend(metrics::read(file, sources, diags));
        }
    }
    ledger::settle(rows, sources, diags)
}

/// Every photo that a file of the kit names, by path, whatever else is wrong with that file.
pub fn named_photos(sources: &Sources) -> BTreeMap<String, Arc<Photo>> {
    let mut said = Diagnostics::new();
    let mut reading = Reading::new(sources, &mut said);
    reading.kit();
    reading.photos
}

impl Reading<'_> {
    fn kit(&mut self) -> Option<Kit> {
        let sources = self.sources;
        let profile = match sources.find("profile.toml") {
            Some(file) => self.toml(file, &sources.text(file).text, 0, profile::profile),
            None => {
                if sources.refusal("profile.toml").is_none() {
                    self.diags.push(
                        Diagnostic::error("no-profile", "this folder has no `profile.toml`").hint(
                            "`pitchkit new` makes a kit; a kit's folder holds a `profile.toml`",
                        ),
                    );
                }
                None
            }
        };
        let mut room = MOST_PROSE;
        let story = sources
            .find("story.md")
            .filter(|file| self.fits(*file, &mut room))
            .map(|file| self.story(file));
        let files: Vec<_> = sources.texts_in("collaborations", "md").collect();
        let mut collaborations: Vec<Collaboration> = Vec::new();
        for file in files {
            if self.fits(file, &mut room) {
                collaborations.extend(self.collaboration(file));
            }
        }
        distinct_slugs(&mut collaborations);
        if let Some(profile) = &profile {
            let is_hidden = |section| !profile.visibility.is_public(section);
            let story = sources.find("story.md").into_iter();
            let cases = sources.texts_in("collaborations", "md");
            let files = story.filter(|_| is_hidden(SectionId::Story));
            let files = files.chain(cases.filter(|_| is_hidden(SectionId::Work)));
            for file in files {
                let text = &sources.text(file).text;
                self.secrets
                    .extend(secret::secrets_of_markdown(text, file, 0));
            }
        }
        let files: Vec<_> = sources.texts_in("brands", "toml").collect();
        let read = files.into_iter();
        let brands = read.filter_map(|file| self.brand(file, profile.as_ref(), &collaborations));
        let brands = brands.collect();
        self.refusals();
        Some(Kit {
            profile: profile?,
            story,
            rows: Vec::new(),
            collaborations,
            named: std::mem::take(&mut self.named),
            brands,
            edition: None,
            secrets: std::mem::take(&mut self.secrets),
        })
    }

    /// Takes the bytes of `file` out of `room`; `false` after it was reported that they are too
    /// many.
    fn fits(&mut self, file: FileId, room: &mut usize) -> bool {
        let text = self.sources.text(file);
        let Some(left) = room.checked_sub(text.text.len()) else {
            let message = format!(
                "with `{}` the story and the collaborations have more than {} kB",
                text.path,
                MOST_PROSE / 1_000
            );
            self.diags.push(
                Diagnostic::error("too-much-prose", message)
                    .at(Span::new(file, 0..0))
                    .hint("keep what a brand would read"),
            );
            return false;
        };
        *room = left;
        true
    }

    /// Reports what cannot be used and was not reported where it is named. A photo that nothing
    /// names is in nobody's way.
    fn refusals(&mut self) {
        let sources = self.sources;
        let silent = |path: &str| !self.unusable.contains(path);
        for refusal in sources.refusals().filter(|refusal| silent(&refusal.path)) {
            let severity = match refusal.path.starts_with("photos/") {
                true => Severity::Warning,
                false => Severity::Error,
            };
            let diagnostic = unusable(refusal);
            self.diags.push(Diagnostic {
                severity,
                ..diagnostic
            });
        }
    }
}

/// Why a file cannot be used, as an error without a place.
fn unusable(refusal: &Refusal) -> Diagnostic {
    let message = format!("`{}` {}", refusal.path, refusal.message);
    Diagnostic::error(refusal.rule, message).hint(refusal.hint.clone())
}

/// Gives each collaboration a name of its own, whatever its file is called.
fn distinct_slugs(collaborations: &mut [Collaboration]) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for collaboration in collaborations {
        let plain = match collaboration.slug.as_str() {
            "" => "case".to_string(),
            slug => slug.to_string(),
        };
        let mut slug = plain.clone();
        let count = counts.entry(plain.clone()).or_insert(1);
        while taken.contains(&slug) {
            *count += 1;
            slug = format!("{plain}-{count}");
        }
        taken.insert(slug.clone());
        collaboration.slug = slug;
    }
}
