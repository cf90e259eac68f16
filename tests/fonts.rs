//! What the fonts of the example kit weigh: its pages hold characters from far beyond ASCII.

use jiff::civil::date;
use pitchkit::disk::store::Store;
use pitchkit::jobs::{Job, font};
use pitchkit::render::Asset;
use pitchkit::source::{Audience, Leash, Options};
use std::path::Path;

/// Bytes of all fonts of a site together.
const MOST: usize = 115_000;

#[test]
fn the_fonts_of_a_whole_kit_are_light() {
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-kit");
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("store");
    let sources = Store::open(Some(cache))
        .sources(&kit)
        .expect("a readable kit");
    let options = Options {
        today: date(2026, 11, 24),
        base_url: None,
        audience: Audience::Public,
        pdf: true,
        leash: Leash::default(),
    };
    let site = pitchkit::build(&sources, &options).site.expect("a site");

    let mut weights = Vec::new();
    for asset in site.files.values() {
        if let Asset::Job(Job::Font(job)) = asset {
            let beyond = job.characters.iter().filter(|c| !c.is_ascii()).count();
            let bytes = font(job).expect("a whole master").len();
            weights.push((job.master.path.as_str(), beyond, bytes));
        }
    }
    assert_eq!(weights.len(), 5, "{weights:?}");
    let all: usize = weights.iter().map(|(_, _, bytes)| bytes).sum();
    assert!(all <= MOST, "{all} bytes: {weights:?}");
    // The theme's punctuation alone is 23 characters.
    assert!(
        weights.iter().all(|(_, beyond, _)| *beyond > 23),
        "{weights:?}"
    );
}
