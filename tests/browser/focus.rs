//! What matters in a photo stays in sight wherever a page crops it or lays a mark on it: in every
//! width of the window, and on paper.
//!
//! In the photos of the kit `corners` it is a magenta disc. Where that lies in the files is found
//! in the files themselves, so nothing is taken for granted of how they were cut.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};
use serde::Deserialize;

/// Windows, in CSS px.
const WIDTHS: [u32; 5] = [320, 390, 800, 1000, 1280];

/// Between the margins of A4 and of Letter, in CSS px.
const SHEETS: [u32; 2] = [688, 710];

/// How a page's pictures are shown.
#[derive(Deserialize)]
struct Seen {
    faults: Vec<String>,
    pictures: usize,
    /// How many of them are cut by their place.
    cut: usize,
}

#[test]
fn what_matters_stays_in_sight() {
    let mut findings = Findings::default();
    for kit in kits::all().iter().filter(|kit| kit.name == "corners") {
        for path in kit.sample().into_iter().filter(|path| path != "404.html") {
            let page = Page::open();
            page.visit_all_of(&format!("{}{path}", server::address(&kit.name)));
            let looks = WIDTHS.map(|width| ("screen", width));
            for (medium, width) in looks
                .into_iter()
                .chain(SHEETS.map(|width| ("print", width)))
            {
                page.look(Look::light(width));
                page.media(medium, &[]);
                let seen: Seen = page.run(include_str!("script/focus.js"));
                let place = format!("{path} {medium} {width}");
                println!("{place}: {} of {} are cut", seen.cut, seen.pictures);
                if seen.cut == 0 {
                    findings.add(&place, "no picture is cut: the kit shows nothing");
                }
                findings.extend(&place, seen.faults);
            }
        }
    }
    findings.none();
}
