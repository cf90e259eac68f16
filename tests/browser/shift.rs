//! Nothing moves by itself, with fonts and pictures that come late: layout shift of at most 0.02,
//! or 0.1 for awkward kits, whose words are cut at other letters in the font that stands in.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};
use serde::Deserialize;

const MOST: f64 = 0.02;
const MOST_AWKWARD: f64 = 0.1;

#[derive(Deserialize)]
struct Shift {
    total: f64,
    /// What took part in the largest one.
    most: Vec<String>,
}

#[test]
fn nothing_moves_by_itself() {
    let mut findings = Findings::default();
    for kit in kits::all() {
        let most = if kit.in_full() { MOST } else { MOST_AWKWARD };
        for width in kit.widths() {
            // A new profile for each: nothing comes from a cache.
            let page = Page::open();
            page.look(Look::light(*width));
            page.visit(&server::slow_address(&kit.name));
            let shift: Shift = page.run(include_str!("script/shift.js"));
            println!("{} {width}: {:.3}", kit.name, shift.total);
            if shift.total > most {
                let place = format!("{} {width} ({:.3})", kit.name, shift.total);
                findings.add(&place, format!("it moves: {}", shift.most.join(", ")));
            }
        }
    }
    findings.none();
}
