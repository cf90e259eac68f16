//! Links to posts, to what tells two posts apart: people copy them in many spellings.

use super::read::Brought;
use crate::kit::{Platform, Row};
use std::borrow::Cow;
use std::collections::HashMap;

/// What `link` has in common with every other link to the same post on `platform`.
pub(super) fn canonical<'l>(platform: &Platform, link: &'l str) -> Cow<'l, str> {
    let bare = link.split_once("://").map_or(link, |(_, rest)| rest);
    let (address, query) = bare.split_once(['?', '#']).unwrap_or((bare, ""));
    let mut parts = address.split('/').filter(|part| !part.is_empty());
    let host = parts.next().unwrap_or_default().to_lowercase();
    let host = ["www.", "m.", "mobile."]
        .iter()
        .find_map(|prefix| host.strip_prefix(prefix))
        .unwrap_or(&host);
    let parts: Vec<&str> = parts.collect();
    let behind = |words: &[&str]| {
        let at = parts.iter().position(|part| words.contains(part))?;
        parts.get(at + 1).copied()
    };
    let id = match host {
        "youtu.be" => parts.first().copied(),
        "youtube.com" => query
            .split(['&', '#'])
            .find_map(|pair| pair.strip_prefix("v="))
            .or_else(|| behind(&["shorts", "live", "embed", "v"])),
        "instagram.com" => behind(&["p", "reel", "reels", "tv"]),
        "x.com" | "twitter.com" => behind(&["status", "statuses"]),
        "tiktok.com" => behind(&["video", "photo"]),
        "linkedin.com" => return Cow::Borrowed(address.trim_end_matches('/')),
        // An id by itself.
        _ if address == link => Some(link),
        _ => None,
    };
    match id {
        Some(id) => Cow::Owned(format!("{platform} {id}")),
        None => Cow::Borrowed(link.trim_end_matches('/')),
    }
}

/// Spells the links of what was brought as the kit spells them, so that all numbers of a post stay
/// together.
pub(super) fn spell_as_in(rows: &[Row], brought: &mut [Brought]) {
    let mut spelled: HashMap<Cow<'_, str>, &str> = HashMap::new();
    for row in rows {
        if let Some(post) = &row.post {
            spelled
                .entry(canonical(&row.platform, post))
                .or_insert(post);
        }
    }
    if spelled.is_empty() {
        return;
    }
    for row in brought.iter_mut().flat_map(|file| &mut file.haul.rows) {
        let Some(post) = &row.post else { continue };
        let known = spelled.get(&canonical(&row.platform, post)).copied();
        if let Some(known) = known.filter(|known| known != post) {
            row.post = Some(known.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_post_has_many_links() {
        fn check(platform: &str, links: &[&str], other: &str) {
            let platform = Platform::parse(platform).expect("a platform");
            let first = canonical(&platform, links[0]);
            for link in links {
                assert_eq!(canonical(&platform, link), first, "{link}");
            }
            assert_ne!(canonical(&platform, other), first, "{other}");
        }
        check(
            "youtube",
            &[
                "https://www.youtube.com/watch?v=qZ3kd0Ab7Lw",
                "https://youtube.com/watch?v=qZ3kd0Ab7Lw&t=5s",
                "https://m.youtube.com/watch?app=desktop&v=qZ3kd0Ab7Lw",
                "https://youtu.be/qZ3kd0Ab7Lw?si=abc",
                "https://www.youtube.com/shorts/qZ3kd0Ab7Lw",
                "qZ3kd0Ab7Lw",
            ],
            "https://youtu.be/qZ3kd0Ab7lw",
        );
        check(
            "instagram",
            &[
                "https://www.instagram.com/reel/DEMO1/",
                "https://instagram.com/p/DEMO1",
                "https://www.instagram.com/maite/reel/DEMO1/?igsh=x",
            ],
            "https://www.instagram.com/reel/DEMO2/",
        );
        check(
            "x",
            &[
                "https://x.com/maite/status/1980123456789012345",
                "https://twitter.com/maite/status/1980123456789012345?s=20",
                "1980123456789012345",
            ],
            "https://x.com/maite/status/1980123456789012346",
        );
        check(
            "linkedin",
            &[
                "https://www.linkedin.com/feed/update/urn:li:activity:74/",
                "https://www.linkedin.com/feed/update/urn:li:activity:74?utm=x",
            ],
            "https://www.linkedin.com/feed/update/urn:li:activity:75",
        );
        check(
            "website",
            &["https://a.example/?p=1", "https://a.example/?p=1/"],
            "https://a.example/?p=2",
        );
    }
}
