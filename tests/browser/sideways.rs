//! Nothing is wider than the window: no page scrolls sideways, no word is cut off or lies on
//! another.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};

#[test]
fn nothing_is_wider_than_the_window() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        // All collaborations: one has more results, or longer ones, than the other.
        for path in kit.pages() {
            page.visit_all_of(&format!("{}{path}", server::address(&kit.name)));
            for width in kit.widths() {
                page.look(Look::light(*width));
                let place = format!("{} {path} {width}", kit.name);
                findings.extend(&place, layout_faults(&page));
            }
        }
    }
    findings.none();
}

/// What does not fit on the page as it is laid out now.
pub fn layout_faults(page: &Page) -> Vec<String> {
    page.run(include_str!("script/layout.js"))
}
