//! With the tab key alone: first the skip link, then every link in the order of the page, each in
//! sight and with a ring, and out at the end.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};
use serde::Deserialize;

#[derive(Deserialize)]
struct Stop {
    /// Its place among all that can have the focus; none outside the page.
    place: Option<usize>,
    name: String,
    faults: Vec<String>,
}

#[test]
fn the_tab_key_reaches_everything() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        for path in kit.sample() {
            for look in [Look::light(1280), Look::dark(390)] {
                page.look(look);
                page.visit(&format!("{}{path}", server::address(&kit.name)));
                let place = format!("{} {path} {look}", kit.name);
                findings.extend(&place, walk(&page));
                findings.extend(&place, page.run(include_str!("script/targets.js")));
            }
        }
    }
    findings.none();
}

/// What is wrong with the way of the focus through a page.
fn walk(page: &Page) -> Vec<String> {
    let all: usize = page.run("stops().length");
    let mut faults = Vec::new();
    for expected in 0..all {
        page.press("Tab", 9, false);
        let stop: Stop = page.run(include_str!("script/stop.js"));
        if stop.place != Some(expected) {
            faults.push(format!("stop {expected} of {all} is {}", stop.name));
            return faults;
        }
        if expected == 0 && !stop.faults.is_empty() {
            faults.push(format!("the first stop is not in sight: {}", stop.name));
        }
        faults.extend(stop.faults);
    }
    page.press("Tab", 9, false);
    let stop: Stop = page.run(include_str!("script/stop.js"));
    if stop.place.is_some_and(|place| place > 0) {
        faults.push(format!("the focus does not leave: {}", stop.name));
    }
    faults
}
