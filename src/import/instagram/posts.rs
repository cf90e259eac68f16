//! `posts.json` and `reels.json`: what each post has had in all its life.

use super::super::dates;
use super::super::haul::{Haul, Post, first_line};
use super::said::Said;
use crate::kit::PostFormat;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub(super) const POSTS: &str = "posts.json";
pub(super) const REELS: &str = "reels.json";

/// What is counted, by the metric it is.
const METRICS: &[&str] = &[
    "views",
    "impressions",
    "reach",
    "likes",
    "comments",
    "shares",
    "saves",
    "followers_gained",
    "profile_visits",
    "link_clicks",
];

pub(super) fn read(said: &mut Said<'_, '_>, haul: &mut Haul) {
    let name = said
        .record
        .media
        .as_ref()
        .and_then(|media| name(&media.file));
    let (Some(name), Some(published)) = (name, published(said)) else {
        haul.note("posts without a picture or a day were left out");
        return;
    };
    haul.note(
        "posts have no links here, so each is told by the name of its picture: import the content \
         export of Meta Business Suite in place of this file if you can, and never both",
    );
    let caption = said.get("caption").map(|entry| entry.value.clone());
    let text = caption.or_else(|| Some(said.record.media.as_ref()?.text.clone()));
    let title = text
        .map(|text| first_line(&text))
        .filter(|title| !title.is_empty());
    let post = Post {
        link: name,
        published,
        // Pictures, carousels and videos are not told apart.
        format: (haul.kind == REELS).then_some(PostFormat::Reel),
        title,
    };
    let (place, asof) = (said.place(), super::window::written(said.export));
    for metric in METRICS {
        if let Some(count) = said.count(metric) {
            haul.add_post(&post, metric, count, place, asof);
        }
    }
    if let Some(seconds) = said.seconds("duration") {
        haul.add_post(&post, "duration", seconds, place, asof);
    }
}

/// The name of a picture's file, without folder and ending.
fn name(file: &str) -> Option<String> {
    let name = file.rsplit('/').next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    (!stem.is_empty() && stem.chars().all(plain)).then(|| stem.to_string())
}

/// The day on which the post was published.
fn published(said: &Said<'_, '_>) -> Option<Date> {
    let entry = said.get("published");
    let written = entry.and_then(|entry| dates::full_day(&entry.value));
    let second = entry
        .and_then(|entry| entry.time)
        .or_else(|| said.record.media.as_ref()?.time);
    written.or_else(|| {
        let time = Timestamp::from_second(second?).ok()?;
        Some(TimeZone::UTC.to_datetime(time).date())
    })
}
