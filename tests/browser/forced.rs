//! In forced colours, what was seen is still seen: the marks of charts, and where the focus is.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};

/// The marks of charts that stand out from their ground, by their place on the page.
fn marks(page: &Page) -> Vec<(String, f64)> {
    page.run(include_str!("script/marks.js"))
}

#[test]
fn forced_colours_hide_nothing() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        page.visit(&server::address(&kit.name));
        for scheme in ["light", "dark"] {
            let place = format!("{} {scheme}", kit.name);
            page.look(Look::light(1280));
            page.media("screen", &[("prefers-color-scheme", scheme)]);
            let usual = marks(&page);
            page.media(
                "screen",
                &[
                    ("prefers-color-scheme", scheme),
                    ("forced-colors", "active"),
                ],
            );
            let forced = marks(&page);
            assert_eq!(usual.len(), forced.len(), "{place}: as many marks");
            for ((mark, before), (_, after)) in usual.into_iter().zip(forced) {
                // By WCAG 1.4.11. What was paler before carries no meaning by itself.
                if before >= 3.0 && after < 3.0 {
                    findings.add(&place, format!("hardly seen, {after:.1}:1: {mark}"));
                }
            }
            findings.extend(&place, page.run(include_str!("script/rings.js")));
        }
    }
    findings.none();
}
