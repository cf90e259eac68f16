//! What a kit's numbers still miss after an import, and where to get it.

use crate::kit::{Kit, MetricKind, Platform, Row};
use std::collections::BTreeSet;

/// What a brand looks for first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// How many followers there are.
    Followers,
    /// How many see or watch.
    Views,
    /// How old the audience is.
    Ages,
    /// Where the audience is.
    Countries,
    /// What single posts reached.
    Posts,
}

impl Part {
    /// All of them, in the order a kit shows them.
    pub const ALL: [Part; 5] = [
        Part::Followers,
        Part::Views,
        Part::Ages,
        Part::Countries,
        Part::Posts,
    ];

    /// As a person calls it.
    pub fn name(self) -> &'static str {
        match self {
            Part::Followers => "followers",
            Part::Views => "views or reach",
            Part::Ages => "audience ages",
            Part::Countries => "audience countries",
            Part::Posts => "posts",
        }
    }

    fn is_in(self, row: &Row) -> bool {
        let metric = row.metric.name();
        let is_share = row.metric.kind() == MetricKind::Share;
        match self {
            Part::Followers => metric == "followers",
            Part::Views => {
                row.post.is_none()
                    && matches!(metric, "views" | "reach" | "impressions" | "viewers")
            }
            Part::Ages => is_share && row.age.is_some(),
            Part::Countries => is_share && row.country.is_some(),
            Part::Posts => row.post.is_some(),
        }
    }
}

/// Something a kit does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Of which platform.
    pub platform: Platform,
    /// What.
    pub part: Part,
    /// Where to get it, as a sentence without a full stop; that it must be typed, where no export
    /// has it.
    pub way: String,
}

/// The parts of `platform` that `kit` has.
pub fn parts<'k>(rows: impl Iterator<Item = &'k Row>, platform: &Platform) -> BTreeSet<Part> {
    rows.filter(|row| row.platform == *platform)
        .flat_map(|row| Part::ALL.into_iter().filter(|part| part.is_in(row)))
        .collect()
}

/// What `kit` does not have, for each platform it has an account on.
pub fn missing(kit: &Kit) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut seen = BTreeSet::new();
    for account in &kit.profile.accounts {
        let platform = &account.platform.value;
        if !seen.insert(platform) {
            continue;
        }
        let has = parts(kit.rows.iter(), platform);
        let lacks = Part::ALL.into_iter().filter(|part| !has.contains(part));
        missing.extend(lacks.filter_map(|part| {
            Some(Missing {
                platform: platform.clone(),
                part,
                way: way(platform.id(), part)?,
            })
        }));
    }
    missing
}

/// Where to get `part` of `platform`; `None` where a kit is whole without it.
fn way(platform: &str, part: Part) -> Option<String> {
    let export = match (platform, part) {
        ("instagram" | "facebook", Part::Views) => {
            "Meta Business Suite, Insights › Results: export Views and Reach"
        }
        ("instagram" | "facebook", Part::Ages | Part::Countries) => {
            "Meta Business Suite, Insights › Audience: export"
        }
        ("instagram" | "facebook", Part::Posts) => {
            "Meta Business Suite, Insights › Content: export"
        }
        ("tiktok", Part::Followers | Part::Countries) => {
            "TikTok Studio, Analytics › Followers: download data"
        }
        ("tiktok", Part::Views) => "TikTok Studio, Analytics › Overview: download data",
        ("tiktok", Part::Posts) => "TikTok Studio, Analytics › Content: download data",
        ("youtube", Part::Views) => {
            "YouTube Studio, Analytics › Advanced mode › Date: export as CSV"
        }
        ("youtube", Part::Posts) => {
            "YouTube Studio, Analytics › Advanced mode › Content: export as CSV"
        }
        ("youtube", Part::Ages) => {
            "YouTube Studio, Analytics › Advanced mode › Viewer age: export as CSV"
        }
        ("youtube", Part::Countries) => {
            "YouTube Studio, Analytics › Advanced mode › Geography: export as CSV"
        }
        ("x", Part::Views) => "X, Analytics › Overview: download",
        ("x", Part::Posts) => "X, Analytics › Content: download",
        ("linkedin", Part::Followers | Part::Views | Part::Posts) => {
            "LinkedIn, Analytics › Post impressions: export"
        }
        ("pinterest", Part::Views | Part::Posts) => "Pinterest, Analytics › Overview: export",
        ("twitch", Part::Views) => "Twitch, Creator Dashboard › Analytics: export by day",
        ("instagram", Part::Followers) => {
            "Instagram’s data download has it; or type it, as a line of metrics.csv with \
             instagram,followers"
        }
        ("substack", Part::Followers) => "Substack, Settings › Export: its email_list is counted",
        ("beehiiv", Part::Followers) => {
            "beehiiv, Settings › Export data: its subscribers are counted"
        }
        ("website", Part::Followers) => return None,
        (_, Part::Followers) => {
            return Some(format!(
                "no export tells it: type it, as a line of metrics.csv with {platform},followers"
            ));
        }
        ("tiktok", Part::Ages) => "no export tells it: type what the app shows",
        _ => return None,
    };
    Some(export.to_string())
}
