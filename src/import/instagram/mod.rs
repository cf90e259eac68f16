//! Instagram's "Download your information", as JSON: what `past_instagram_insights` holds.
//!
//! Labels come in the account's language, and the same label may mean two things in two files: what
//! it means is looked up for each file.

mod account;
mod audience;
mod mojibake;
mod posts;
mod record;
mod said;
mod window;

use super::export::{Content, Export};
use super::haul::Haul;
use super::{Certainty, Importer, Match, Settings};
use crate::source::{Diagnostic, Diagnostics};
use said::Said;
use serde_json::Value as Json;

pub(super) const IMPORTER: Importer = Importer {
    id: "instagram",
    name: "Instagram’s data download",
    platforms: &["instagram"],
    detect,
    read,
};

/// A kind of file.
struct Kind {
    /// Its usual name.
    file: &'static str,
    /// How its only key begins.
    root: &'static str,
    /// The section of the list of words that has its labels.
    section: &'static str,
    /// Labels of which no other kind has two, to tell files without that key.
    own: &'static [&'static str],
}

const LIVE: &str = "live_videos.json";

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    Kind {
        file: audience::FILE,
        root: "organic_insights_audience",
        section: "instagram-audience",
        own: &["cities", "countries", "ages", "male", "female", "followers_lost"],
    },
    Kind {
        file: account::REACH,
        root: "organic_insights_reach",
        section: "instagram-reach",
        own: &["reach", "impressions", "profile_visits", "link_clicks"],
    },
    Kind {
        file: account::INTERACTIONS,
        root: "organic_insights_interactions",
        section: "instagram-interactions",
        own: &["interactions", "accounts_engaged", "reel interactions", "story interactions"],
    },
    Kind { file: posts::REELS, root: "organic_insights_reels", section: "instagram-posts", own: &[] },
    Kind { file: posts::POSTS, root: "organic_insights_posts", section: "instagram-posts", own: &[] },
    Kind { file: LIVE, root: "organic_insights_live", section: "instagram-posts", own: &[] },
];

fn json<'e>(export: &'e Export<'_>) -> Option<&'e Json> {
    match &export.content {
        Content::Json(_, json) => Some(json),
        Content::Sheets(_) => None,
    }
}

fn kind(json: &Json) -> Option<(&'static Kind, Certainty)> {
    if let Some(root) = record::root(json) {
        let kind = KINDS.iter().find(|kind| root.starts_with(kind.root))?;
        return Some((kind, Certainty::Sure));
    }
    // Without it, labels tell; most files of a download are something else and have other shapes.
    let first = json.as_array().map_or(Some(json), |list| list.first())?;
    let record = record::bare(first)?;
    let told = |kind: &&Kind| {
        let has = |label: &&&str| record.get(kind.section, label).is_some();
        has(&&"range") && kind.own.iter().filter(has).count() > 1
    };
    let kind = KINDS.iter().find(told)?;
    Some((kind, Certainty::Likely))
}

fn detect(export: &Export<'_>) -> Option<Match> {
    let (kind, certainty) = kind(json(export)?)?;
    Some(Match {
        kind: kind.file,
        platform: Some("instagram"),
        certainty,
    })
}

fn read(export: &Export<'_>, _: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let kind = KINDS.iter().find(|kind| kind.file == haul.kind);
    let (Some(json), Some(kind)) = (json(export), kind) else {
        return;
    };
    haul.account = window::account(export);
    let mut records = record::records(json);
    // Some downloads say everything twice.
    records.dedup();
    if kind.file == LIVE && !records.is_empty() {
        return haul.note("live videos were left out, as nothing tells what their numbers mean");
    }
    let labels: Vec<String> = records
        .iter()
        .flat_map(|record| record.unknown(kind.section))
        .collect();
    let known = |record: &record::Record| record.is_known(kind.section);
    if !labels.is_empty() && !records.iter().any(known) {
        return diags.push(unknown_words(export, &labels));
    }
    for record in &records {
        let mut said = Said {
            record,
            section: kind.section,
            export,
            diags,
        };
        match kind.file {
            audience::FILE => audience::read(&mut said, haul),
            account::REACH => account::reach(&mut said, haul),
            account::INTERACTIONS => account::interactions(&mut said, haul),
            _ => posts::read(&mut said, haul),
        }
    }
    let mut left: Vec<String> = Vec::new();
    for label in labels {
        if !left.contains(&label) {
            left.push(label);
        }
    }
    match &left[..] {
        [] => {}
        [one] => haul.note(format!("{one} was left out")),
        _ => haul.note(format!("{} were left out", left.join(", "))),
    }
}

/// That nothing in a file is understood, such as `labels`.
fn unknown_words(export: &Export<'_>, labels: &[String]) -> Diagnostic {
    let some = &labels[..labels.len().min(3)];
    let message = format!("the words of this file are not known: {}", some.join(", "));
    Diagnostic::error("unknown-export", message)
        .at(export.start())
        .hint("set Instagram to English, download your information again and import it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_key_or_by_their_labels() {
        fn check(json: &str, expected: Option<&str>) {
            let json = serde_json::from_str(json).unwrap();
            assert_eq!(kind(&json).map(|(kind, _)| kind.file), expected, "{json}");
        }
        check(r#"{"organic_insights_reels":[]}"#, Some("reels.json"));
        check(r#"{"organic_insights_stars":[]}"#, None);
        check(
            r#"{"title":"","data":{"Date Range":"Aug 3 - Oct 31","Accounts Reached":"9","Impressions":"9"}}"#,
            Some("profiles_reached.json"),
        );
        check(
            r#"[{"data":{"Date Range":"Aug 3 - Oct 31","Unfollows":"9","Follower Percentage by City":""}}]"#,
            None,
        );
        check(
            r#"{"data":{"Accounts Reached":"9","Impressions":"9"}}"#,
            None,
        );
        check(r#"{"title":"Settings","data":{"Theme":"dark"}}"#, None);
        check(
            r#"{"Date Range":"","Accounts Reached":"9","Impressions":"9"}"#,
            None,
        );
        check("[]", None);
        check("{}", None);
    }
}
