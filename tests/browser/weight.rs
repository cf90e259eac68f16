//! The first view is light: the page, its styles, its fonts and the pictures in sight, together,
//! as a host sends them: texts compressed.

use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};
use std::collections::{BTreeMap, BTreeSet};

/// On a phone with a fine screen, in bytes.
const MOST: u64 = 250_000;

/// On a laptop with a coarse or a fine screen, in bytes.
const MOST_WIDE: u64 = 450_000;

#[test]
fn the_first_view_is_light_on_a_phone() {
    let kits = kits::all().iter().map(|kit| kit.name.as_str());
    // Twenty thousand words are heavy by themselves.
    let kits: Vec<_> = kits.filter(|kit| *kit != "everything").collect();
    light(&kits, 390, 2.0, MOST);
}

/// How heavy a large photograph is depends on what it shows; what is promised is promised of the
/// example.
#[test]
fn the_first_view_is_light_on_a_laptop() {
    let kits = kits::all().iter().map(|kit| kit.name.as_str());
    let kits: Vec<_> = kits.filter(|kit| *kit == "example").collect();
    light(&kits, 1280, 1.0, MOST_WIDE);
    light(&kits, 1280, 2.0, MOST_WIDE);
}

/// Weighs the first view of some kits in a viewport of `width` CSS px with `scale` dots for each,
/// and fails where it has more than `most` bytes.
fn light(kits: &[&str], width: u32, scale: f64, most: u64) {
    let mut too_heavy = Vec::new();
    for kit in kits {
        // A new profile for each: nothing comes from a cache.
        let page = Page::open();
        page.size(width, Look::light(width).height(), scale);
        page.visit(&server::address(kit));
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
            "{kit} {width} at {scale}x: {} kB, {weights:?}; with all pictures and unpacked {} kB",
            sum / 1000,
            unpacked / 1000
        );
        assert!(sum > 5_000, "{kit}: nothing was weighed");
        if sum > most {
            too_heavy.push(format!(
                "{kit} {width} at {scale}x: {sum} bytes, {weights:?}"
            ));
        }
    }
    assert!(too_heavy.is_empty(), "{}", too_heavy.join("\n"));
}
