//! What the account had over a time: how many it reached, and what they did.

use super::super::haul::Haul;
use super::said::Said;
use crate::kit::{Choice, Period, PostFormat, Segment};

pub(super) const REACH: &str = "profiles_reached.json";
pub(super) const INTERACTIONS: &str = "content_interactions.json";

/// How many people were reached, and which part of them are followers.
pub(super) fn reach(said: &mut Said<'_, '_>, haul: &mut Haul) {
    let Some(window) = said.window(haul) else {
        return;
    };
    let (place, period) = (said.place(), Some(Period::Days(window.days())));
    for metric in ["reach", "impressions", "profile_visits", "link_clicks"] {
        if let Some(count) = said.count(metric) {
            haul.add(window.to, metric, count, place).period = period;
        }
    }
    // In this file, `Followers` is a part of those who were reached.
    for (label, value) in [("followers", "yes"), ("others", "no")] {
        if let Some(share) = said.share(label) {
            let row = haul.add(window.to, "reach_share", share, place);
            row.period = period;
            row.segment = Some(Segment {
                set: "follow".to_string(),
                value: value.to_string(),
            });
        }
    }
}

/// What people did, in all and by the format of what they saw.
pub(super) fn interactions(said: &mut Said<'_, '_>, haul: &mut Haul) {
    let Some(window) = said.window(haul) else {
        return;
    };
    let (place, period) = (said.place(), Some(Period::Days(window.days())));
    for metric in ["interactions", "accounts_engaged"] {
        if let Some(count) = said.count(metric) {
            haul.add(window.to, metric, count, place).period = period;
        }
    }
    for format in ["post", "story", "reel", "video", "live"] {
        for metric in ["interactions", "likes", "comments", "shares", "saves"] {
            if let Some(count) = said.count(&format!("{format} {metric}")) {
                let row = haul.add(window.to, metric, count, place);
                (row.period, row.format) = (period, PostFormat::parse(format));
            }
        }
    }
}
