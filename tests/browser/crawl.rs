//! Every link leads somewhere and every page is reached: at the root of a host, in a folder of it,
//! and from disk. The pages are the same in all three.

use crate::findings::Findings;
use crate::kits::{self, Kit};
use crate::page::Page;
use crate::quiet::noise;
use crate::server;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What `script/links.js` gives.
#[derive(Deserialize)]
struct Links {
    /// The whole document as the browser has it.
    document: String,
    /// Addresses of links, pictures, styles and fonts, resolved.
    links: Vec<String>,
    /// What can be jumped to.
    ids: BTreeSet<String>,
}

#[test]
fn every_link_leads_somewhere() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        let address = server::address(&kit.name);
        let at_root = crawl(&page, kit, &address, &mut findings);
        let homes = [format!("{address}a/b/"), on_disk(kit)];
        for home in homes {
            let elsewhere = crawl(&page, kit, &home, &mut findings);
            for (path, document) in &at_root {
                if elsewhere.get(path) != Some(document) {
                    findings.add(&home, format!("{path} is another page than at the root"));
                }
            }
        }
    }
    findings.none();
}

/// A wrong address deep in the site gives a whole page too.
#[test]
fn the_page_for_wrong_addresses_needs_no_place() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        let address = server::address(&kit.name);
        let home = format!("{address}a/b/");
        page.visit(&format!("{home}no/such/page.html"));
        let mut noise = noise(&page.tell(), &home);
        // The address itself is missing, and that is said.
        noise.retain(|line| !line.contains("no/such/page.html"));
        findings.extend(&kit.name, noise);
        let Links { links, .. } = page.run(include_str!("script/links.js"));
        for link in links.iter().filter(|link| link.starts_with(&address)) {
            findings.add(&kit.name, format!("404.html leads to {link}"));
        }
    }
    findings.none();
}

/// Follows all links from the first page and gives the documents found, by path.
fn crawl(page: &Page, kit: &Kit, home: &str, findings: &mut Findings) -> BTreeMap<String, String> {
    let mut documents = BTreeMap::new();
    let mut ids = BTreeMap::new();
    // Page, path of the target, anchor.
    let mut jumps: Vec<(String, String, String)> = Vec::new();
    let mut next = vec!["index.html".to_string()];
    while let Some(path) = next.pop() {
        if documents.contains_key(&path) {
            continue;
        }
        page.visit(&format!("{home}{path}"));
        if path == "index.html" {
            page.scroll_through();
        }
        let place = format!("{home}{path}");
        let mut noise = noise(&page.tell(), home);
        if home.starts_with("file:") {
            // Chromium asks for no font early from disk, and says so. The stylesheet's own request
            // is what counts there.
            noise.retain(|line| !line.contains(".woff2"));
            let missing: Vec<String> = page.run(include_str!("script/fonts.js"));
            let missing = missing.iter().map(|font| format!("{font} is not there"));
            findings.extend(&place, missing.collect());
        }
        findings.extend(&place, noise);
        let links: Links = page.run(include_str!("script/links.js"));
        documents.insert(path.clone(), links.document);
        ids.insert(path.clone(), links.ids);
        for link in links.links {
            let (url, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let Some(target) = url.strip_prefix(home) else {
                if own(url, &kit.name) {
                    findings.add(&place, format!("{link} leads out of the site"));
                }
                continue;
            };
            let mut target = target.to_string();
            if target.is_empty() && home.starts_with("http") {
                target = "index.html".to_string();
            }
            // From disk a folder shows its list of files.
            if !kit.site.join(&target).is_file() {
                findings.add(&place, format!("{link} leads nowhere"));
                continue;
            }
            if !anchor.is_empty() {
                jumps.push((place.clone(), target.clone(), anchor.to_string()));
            }
            if target.ends_with(".html") {
                next.push(target);
            }
        }
    }
    for (place, target, anchor) in jumps {
        if !ids.get(&target).is_some_and(|ids| ids.contains(&anchor)) {
            findings.add(&place, format!("{target} has no #{anchor}"));
        }
    }
    for path in kit.pages() {
        if path != "404.html" && !documents.contains_key(&path) {
            findings.add(home, format!("nothing leads to {path}"));
        }
    }
    documents
}

/// Whether an address is one of this kit, as served here.
fn own(url: &str, kit: &str) -> bool {
    url.starts_with("file:") || url.starts_with(&format!("http://{kit}.localhost"))
}

fn on_disk(kit: &Kit) -> String {
    let folder = url::Url::from_directory_path(&kit.site).expect("a whole path");
    folder.to_string()
}
