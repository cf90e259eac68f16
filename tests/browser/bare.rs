//! All is there with scripts off, and with pictures off.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::sideways::layout_faults;
use crate::{kits, server, words};
use serde_json::json;

/// What pictures end in.
const PICTURES: [&str; 5] = ["*.jpg", "*.jpeg", "*.png", "*.webp", "*.avif"];

#[test]
fn all_is_there_without_scripts() {
    check(|page| {
        page.send(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
    });
}

#[test]
fn all_is_there_without_pictures() {
    check(|page| {
        page.send("Network.setBlockedURLs", json!({ "urls": PICTURES }));
    });
}

/// Every page says as much, and fits as well as usual, after `taken` has taken something away.
fn check(taken: fn(&Page)) {
    let mut findings = Findings::default();
    let usual = Page::open();
    let bare = Page::open();
    taken(&bare);
    for kit in kits::all() {
        for path in kit.sample() {
            let url = format!("{}{path}", server::address(&kit.name));
            for look in [Look::light(1280), Look::dark(390)] {
                let place = format!("{} {path} {look}", kit.name);
                for page in [&usual, &bare] {
                    page.look(look);
                    page.visit(&url);
                }
                let expected = words::seen(&usual);
                assert!(!expected.is_empty(), "{place} says nothing at all");
                let lost = words::lost(&expected, &words::seen(&bare));
                if !lost.is_empty() {
                    findings.add(&place, words::loss(&lost));
                }
                let known = layout_faults(&usual);
                let mut faults = layout_faults(&bare);
                faults.retain(|fault| !known.contains(fault));
                findings.extend(&place, faults);
                findings.extend(&place, bare.run(include_str!("script/alts.js")));
            }
        }
    }
    findings.none();
}
