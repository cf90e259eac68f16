//! The first view on a phone with a fine screen is light: the page, its styles, its fonts and the
//! pictures in sight are under 250 kB together, as a host sends them: texts compressed.

use crate::page::Page;
use crate::{kits, server};
use std::collections::{BTreeMap, BTreeSet};

/// In bytes.
const MOST: u64 = 250_000;

#[test]
fn the_first_view_is_light() {
    let page = Page::open();
    let mut too_heavy = Vec::new();
    for kit in kits::all() {
        if kit.name == "everything" {
            // Twenty thousand words are heavy by themselves.
            continue;
        }
        page.size(390, 844, 2.0);
        page.visit(&server::address(&kit.name));
        // What is on its way still belongs to this page.
        let true = page.run("document.fonts.ready.then(() => true)") else {
            panic!("the fonts are never ready");
        };
        let in_sight: BTreeSet<String> = page.run(
            "[...document.images].filter(image => image.getBoundingClientRect().top < innerHeight)
                .map(image => image.currentSrc)",
        );
        let mut kinds = BTreeMap::new();
        let mut sizes = BTreeMap::new();
        let mut weights = BTreeMap::new();
        let mut unpacked = 0;
        for event in page.tell() {
            let request = event.params["requestId"].as_str().unwrap_or_default();
            if event.method == "Network.responseReceived" {
                let url = event.params["response"]["url"].as_str().unwrap_or_default();
                let kind = event.params["type"].as_str().unwrap_or_default();
                if kind != "Image" || in_sight.contains(url) {
                    kinds.insert(request.to_string(), kind.to_string());
                }
            }
            if event.method == "Network.dataReceived" {
                let length = event.params["dataLength"].as_u64().unwrap_or_default();
                unpacked += length;
            }
            if event.method == "Network.loadingFinished" {
                let length = event.params["encodedDataLength"]
                    .as_f64()
                    .unwrap_or_default();
                sizes.insert(request.to_string(), length as u64);
            }
        }
        for (request, kind) in kinds {
            *weights.entry(kind).or_insert(0) += sizes.get(&request).copied().unwrap_or_default();
        }
        let sum: u64 = weights.values().sum();
        println!(
            "{}: {} kB, {weights:?}; with all pictures and unpacked {} kB",
            kit.name,
            sum / 1000,
            unpacked / 1000
        );
        assert!(sum > 5_000, "{}: nothing was weighed", kit.name);
        if sum > MOST {
            too_heavy.push(format!("{}: {sum} bytes, {weights:?}", kit.name));
        }
    }
    assert!(too_heavy.is_empty(), "{}", too_heavy.join("\n"));
}
