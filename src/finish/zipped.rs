//! A site to an archive that a mail carries: one folder, opened from disk.

use super::html::{Tag, rewritten, tags};
use super::pack::{Pack, is_for_hosts};
use super::{Files, address, mark, single, weight};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Pictures wider than this are for screens that few read a mail on, and half of the weight.
const WIDEST: u32 = 1600;

/// The archive of `site`, in a folder called `name`; `None` if there is no first page.
pub(super) fn zip(site: &Files, name: &str, date: Option<Date>) -> Option<Pack> {
    site.get("index.html")?;
    let mut files = Files::new();
    for (path, bytes) in site.iter().filter(|(path, _)| !is_for_hosts(path)) {
        if path.ends_with(".html") {
            let page = String::from_utf8_lossy(bytes);
            let page = rewritten(&page, |tag| opened_from_disk(tag, path, site));
            files.insert(path.clone(), page.into_bytes());
        } else if !path.ends_with(".js") {
            files.insert(path.clone(), bytes.clone());
        }
    }
    let used = used(&files);
    // Only what has no name to be found by lies there.
    files.retain(|path, _| !path.starts_with("assets/") || used.contains(path));
    written(&files, name, date)
}

/// What a tag becomes where no host stands between the page and its files.
fn opened_from_disk(tag: &Tag, path: &str, site: &Files) -> Option<String> {
    let mut new = tag.clone();
    match &*tag.name {
        // From disk, browsers refuse what is asked for early, and many mails what is a script.
        "link" if tag.get("rel").as_deref() == Some("preload") => return Some(String::new()),
        "script" if tag.get("src").is_some() => return Some(String::new()),
        "a" => {
            let link = tag.get("href")?;
            let place = address::place(path, &link)?;
            let whole = format!("{}index.html", place.path);
            // A host shows a folder's page by itself, a disk its list of files.
            if !(place.path.is_empty() || place.path.ends_with('/')) || !site.contains_key(&whole) {
                return None;
            }
            let (folder, anchor) = match link.split_once('#') {
                Some((folder, anchor)) => (folder, format!("#{anchor}")),
                None => (&*link, String::new()),
            };
            let between = if folder.is_empty() || folder.ends_with('/') {
                ""
            } else {
                "/"
            };
            let folder = folder.trim_start_matches("./");
            new.set("href", &format!("{folder}{between}index.html{anchor}"));
        }
        "img" | "source" => {
            let choices = single::choices(&tag.get("srcset")?);
            let narrow = |width: u32| width <= WIDEST;
            let least = choices.iter().map(|(_, width)| *width).min()?;
            let kept = choices
                .iter()
                .filter(|(_, width)| narrow(*width) || *width == least);
            let kept: Vec<String> = kept
                .map(|(file, width)| format!("{file} {width}w"))
                .collect();
            if kept.len() == choices.len() {
                return None;
            }
            new.set("srcset", &kept.join(", "));
        }
        _ => return None,
    }
    Some(new.to_string())
}

/// The files that pages and styles ask for.
fn used(files: &Files) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let mut note = |from: &str, link: &str| {
        used.extend(address::place(from, link).map(|place| place.path));
    };
    for (path, bytes) in files {
        let text = || String::from_utf8_lossy(bytes);
        if path.ends_with(".html") {
            for (_, tag) in tags(&text()) {
                for attribute in ["href", "src", "xlink:href"] {
                    if let Some(link) = tag.get(attribute) {
                        note(path, &link);
                    }
                }
                let set = tag.get("srcset").unwrap_or_default();
                for (link, _) in single::choices(&set) {
                    note(path, &link);
                }
            }
        } else if path.ends_with(".css") {
            for (_, link) in single::addresses(&text()) {
                note(path, &link);
            }
        }
    }
    used
}

fn written(files: &Files, name: &str, date: Option<Date>) -> Option<Pack> {
    let day = |date: Date| {
        let (month, day) = (date.month().try_into().ok()?, date.day().try_into().ok()?);
        DateTime::from_date_and_time(date.year().try_into().ok()?, month, day, 0, 0, 0).ok()
    };
    let date = date.and_then(day).unwrap_or_default();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut parts = weight::parts();
    for (path, bytes) in files {
        let options = SimpleFileOptions::default()
            .last_modified_time(date)
            .unix_permissions(0o644)
            .system(System::Unix);
        // What is compressed already becomes no smaller.
        let options = match weight::kind(path) {
            "pictures" | "fonts" if !path.ends_with(".svg") => {
                options.compression_method(CompressionMethod::Stored)
            }
            _ => options
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(9)),
        };
        archive.start_file(format!("{name}/{path}"), options).ok()?;
        archive.write_all(bytes).ok()?;
    }
    archive.set_comment(mark::blank()).ok()?;
    let bytes = archive.finish().ok()?.into_inner();
    let mut reader = zip::ZipArchive::new(Cursor::new(&bytes)).ok()?;
    for (index, path) in files.keys().enumerate() {
        let size = reader.by_index_raw(index).ok()?.compressed_size();
        weight::add(&mut parts, path, size);
    }
    Some(Pack { bytes, parts })
}
