//! The browser chooses the right file of every picture: the smallest that has a pixel for every dot
//! of the screen, in the widths of a phone, a tablet, a laptop and a large screen, coarse and fine.
//!
//! Chromium chooses by `sizes` before it knows the layout, so `sizes` that are not true show up
//! here. On fine screens it takes a smaller file than it should when the one it should take is far
//! larger: the geometric mean of the two decides. The widths of a theme's slots lie so that this
//! does not happen here.

use crate::findings::Findings;
use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};
use serde::Deserialize;

/// Viewports, in CSS px.
const WIDTHS: [u32; 4] = [390, 768, 1280, 1920];

/// Dots for each px.
const SCALES: [f64; 2] = [1.0, 2.0];

/// How a page's pictures were chosen.
#[derive(Deserialize)]
struct Choice {
    faults: Vec<String>,
    /// Of each picture: where it is, how large it is shown, and how large its file is.
    choices: Vec<String>,
}

#[test]
fn the_smallest_file_that_suffices_is_chosen() {
    let mut findings = Findings::default();
    let mut seen = 0;
    for kit in kits::all() {
        for path in kit.sample() {
            for (width, scale) in WIDTHS
                .into_iter()
                .flat_map(|width| SCALES.map(|scale| (width, scale)))
            {
                // A new profile for each: a browser keeps to a larger file that it has already.
                let page = Page::open();
                page.size(width, Look::light(width).height(), scale);
                page.visit(&format!("{}{path}", server::address(&kit.name)));
                let choice: Choice = page.run(include_str!("script/choice.js"));
                let place = format!("{} {path} {width} at {scale}x", kit.name);
                for chosen in &choice.choices {
                    println!("{place}: {chosen}");
                }
                seen += choice.choices.len();
                findings.extend(&place, choice.faults);
            }
        }
    }
    println!("{seen} choices");
    findings.none();
}
