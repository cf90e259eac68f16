//! What is shown: the last good site, and what pages are told of it.

use crate::derive::View;
use crate::render::{Asset, Site};
use serde_json::{Value, json};
use std::sync::Arc;

/// What is shown to whoever asks.
pub(super) struct Shown {
    /// The last good site, and what names its content: 12 hexadecimal digits.
    pub(super) site: Option<(Arc<Site>, String)>,
    /// How old its numbers are, as pages are told.
    pub(super) numbers: Value,
    /// What pages are told: one line of JSON.
    pub(super) state: String,
}

/// Names the content of a site: equal sites have equal names.
pub(super) fn name(site: &Site) -> String {
    short(&blake3::Hash::from_bytes(site.content()))
}

/// Names the content of the icon, which has the same path in every site.
pub(super) fn icon(site: &Site) -> Option<String> {
    let Asset::Bytes(bytes) = site.files.get("favicon.svg")? else {
        return None;
    };
    Some(short(&blake3::hash(bytes)))
}

/// The first digits of a hash: enough to tell apart what one kit becomes.
fn short(hash: &blake3::Hash) -> String {
    hash.to_hex()[..12].to_owned()
}

/// The accounts, and how old the oldest number is that is shown of each.
pub(super) fn numbers(view: &View) -> Value {
    let accounts = view.platforms.accounts.iter();
    let oldest = accounts.filter_map(|account| {
        let shown = [&account.followers, &account.views, &account.rate];
        let oldest = shown
            .into_iter()
            .flatten()
            .min_by(|a, b| a.date.iso.cmp(&b.date.iso))?;
        let name = match &account.handle {
            Some(handle) => format!("{} {handle}", account.name),
            None => account.name.clone(),
        };
        Some(json!({
            "name": name,
            "date": oldest.date.iso,
            "shown": oldest.date.text,
            "state": oldest.freshness,
        }))
    });
    oldest.collect()
}

/// What pages are told; `brand` is the one whose edition is shown.
pub(super) fn state(
    build: Option<&str>,
    icon: Option<&str>,
    said: &Value,
    numbers: &Value,
    brand: Option<&str>,
) -> String {
    let of = |severity: &str| -> Vec<&Value> {
        let said = said.as_array().into_iter().flatten();
        said.filter(|one| one["severity"] == severity).collect()
    };
    json!({
        "build": build,
        "icon": icon,
        "errors": of("error"),
        "warnings": of("warning"),
        "numbers": numbers,
        "brand": brand,
    })
    .to_string()
}
