//! Substack: the zip of a newsletter, and the tables its dashboard gives.

mod dated;
mod gather;
mod growth;
mod list;
mod posts;
mod same;
mod stats;

pub(super) use gather::gather;
pub(super) use same::call_as_in;

use super::export::{Export, Sheet};
use super::haul::Haul;
use super::header::Header;
use super::vocabulary::meaning;
use super::{Certainty, Importer, Match, Settings};
use crate::kit::Handle;
use crate::source::Diagnostics;

pub(super) const IMPORTER: Importer = Importer {
    id: "substack",
    name: "Substack",
    platforms: &["substack"],
    detect,
    read,
};

const OPENS: &str = "opens.csv";
const DELIVERS: &str = "delivers.csv";

/// Each kind of file, the section of its words, and the columns it is known by.
const KINDS: &[(&str, &str, &[&str])] = &[
    (posts::KIND, posts::SECTION, &["post-id", "published"]),
    (list::KIND, list::SECTION, &["email", "active"]),
    (
        stats::KIND,
        stats::SECTION,
        &["title", "date", "views", "open-rate"],
    ),
    (
        stats::KIND,
        stats::SECTION,
        &["title", "date", "views", "opens", "restacks"],
    ),
    (
        growth::KIND,
        growth::SECTION,
        &["date", "source", "category", "subscribers"],
    ),
];

fn detect(export: &Export<'_>) -> Option<Match> {
    Some(Match {
        kind: kind(export)?,
        platform: Some("substack"),
        certainty: Certainty::Sure,
    })
}

fn kind(export: &Export<'_>) -> Option<&'static str> {
    let names = export.sheets().first()?.filled().next()?;
    let has = |section, columns| Header::read(section, names).has(columns);
    let events = || {
        let name = export.name();
        let of = |ending, kind| name.ends_with(ending).then_some(kind);
        of(".opens", OPENS).or_else(|| of(".delivers", DELIVERS))
    };
    let known = || {
        let mut kinds = KINDS.iter();
        kinds.find(|(_, section, columns)| has(section, columns))
    };
    // Lists of who got a post say of them what the list of all readers says too.
    match has("substack-events", &["post-id", "email"]) {
        true => events(),
        false => known().map(|(kind, ..)| *kind),
    }
}

fn read(export: &Export<'_>, settings: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheets().first() else {
        return;
    };
    haul.account = account(export);
    match haul.kind {
        posts::KIND => posts::read(export, sheet, haul, diags),
        list::KIND => list::read(sheet, export.modified, haul),
        stats::KIND => stats::read(export, sheet, settings, haul, diags),
        growth::KIND => growth::read(sheet, settings, haul, diags),
        _ => haul.note(
            "who got or opened a post was left out: import it together with posts.csv, as in the \
             zip",
        ),
    }
}

/// The newsletter, which the list of its readers is named after: `email_list.maite`.
fn account(export: &Export<'_>) -> Option<Handle> {
    let mut names = export.sheets().iter().map(|sheet| sheet.name);
    let of_list = |name: &str| {
        // Between the two words may stand which of the readers: `email_list.paid.maite`.
        let newsletter = name.strip_prefix("email_list.")?.rsplit('.').next()?;
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        newsletter
            .bytes()
            .all(plain)
            .then(|| Handle::parse(newsletter))?
    };
    of_list(export.name()).or_else(|| names.find_map(of_list))
}

/// What a post is told by: its link, or its id where the newsletter is not known.
fn post_of(id: &str, newsletter: Option<&Handle>) -> String {
    match (id.split_once('.'), newsletter) {
        (Some((_, slug)), Some(newsletter)) if !slug.is_empty() => {
            format!("https://{}.substack.com/p/{slug}", newsletter.as_str())
        }
        _ => id.to_string(),
    }
}

/// The number that an id begins with: files are named after it.
fn number_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(number, _)| number)
}

fn is_true(text: &str) -> bool {
    meaning("substack-truths", text) == Some("true")
}

/// The sheets that [`gather`] put behind the first one, of those `wanted`.
fn behind<'s, 't>(
    export: &'s Export<'t>,
    wanted: impl Fn(&str) -> bool,
) -> impl Iterator<Item = &'s Sheet<'t>> {
    let sheets = export.sheets().iter().skip(1);
    sheets.filter(move |sheet| wanted(sheet.name))
}
