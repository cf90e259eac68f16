//! Enlarged, every page still says all, in one column of sight.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::sideways::layout_faults;
use crate::{kits, server, words};
use serde_json::json;

/// A window of 1280 x 1024 px, in percent of its size.
const ZOOMS: [u32; 2] = [200, 400];

#[test]
fn zoom_loses_nothing() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        for path in kit.sample() {
            page.look(Look::light(1280));
            page.visit_all_of(&format!("{}{path}", server::address(&kit.name)));
            let usual = words::without(words::seen(&page), &words::columns(&page));
            for zoom in ZOOMS {
                let scale = f64::from(zoom) / 100.0;
                page.size(1280 * 100 / zoom, 1024 * 100 / zoom, scale);
                let place = format!("{} {path} {zoom} %", kit.name);
                let lost = words::lost(&usual, &words::seen(&page));
                if !lost.is_empty() {
                    findings.add(&place, words::loss(&lost));
                }
                findings.extend(&place, layout_faults(&page));
            }
        }
    }
    findings.none();
}

/// Readers who have set their browser's type to twice its size get it, and all still fits: 640 px
/// are then what 320 px are with usual type.
#[test]
fn large_type_fits() {
    let mut findings = Findings::default();
    for kit in kits::all() {
        let page = Page::open();
        for width in [640, 1280] {
            page.look(Look::light(width));
            page.visit_all_of(&server::address(&kit.name));
            let before = smallest_type(&page);
            let usual = words::without(words::seen(&page), &words::columns(&page));
            set_type(&page, 32);
            let place = format!("{} {width}", kit.name);
            let after = smallest_type(&page);
            if after < before * 1.9 {
                findings.add(&place, format!("type of {before} px is {after} px large"));
            }
            let lost = words::lost(&usual, &words::seen(&page));
            if !lost.is_empty() {
                findings.add(&place, words::loss(&lost));
            }
            findings.extend(&place, layout_faults(&page));
            set_type(&page, 16);
        }
    }
    findings.none();
}

fn set_type(page: &Page, size: u32) {
    let sizes = json!({ "standard": size, "fixed": size * 13 / 16 });
    page.send("Page.setFontSizes", json!({ "fontSizes": sizes }));
}

/// The size of the smallest words outside drawings, in px.
fn smallest_type(page: &Page) -> f64 {
    page.run(
        "Math.min(...texts().filter(text => !text.parentElement.closest('svg'))
            .map(text => parseFloat(getComputedStyle(text.parentElement).fontSize)))",
    )
}
