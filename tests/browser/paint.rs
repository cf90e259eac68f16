//! How soon a page is there on a phone far from a host: what is reported and nothing that passes or
//! fails, since it is time.
//!
//! ```sh
//! PAINT=9 cargo test --release --test browser paint -- --nocapture
//! ```
//!
//! visits the example kit and the typical one so often in each theme, and prints the medians in a
//! table. The line is like fast 4G: 1 MB/s, 165 ms until the first byte.

use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server};
use serde::Deserialize;
use serde_json::json;

/// Bytes in a second, and the milliseconds of a request there and back.
const LINE: (f64, f64) = (1_012_500.0, 165.0);

#[derive(Deserialize)]
struct Paint {
    /// When the largest thing in the first view was painted, in ms.
    largest: f64,
    /// What of tasks longer than 50 ms was beyond that.
    blocked: f64,
    /// How far things moved.
    shift: f64,
}

#[test]
fn paints_are_reported() {
    let runs: usize = match std::env::var("PAINT") {
        Ok(runs) => runs.parse().expect("a number in PAINT"),
        Err(_) => return,
    };
    println!("kit                  largest paint  blocked  shift");
    let is_usual = |name: &str| name.starts_with("example") || name.starts_with("typical");
    for kit in kits::all().iter().filter(|kit| is_usual(&kit.name)) {
        let paints: Vec<Paint> = (0..runs).map(|_| visit(&kit.name)).collect();
        let median = |of: fn(&Paint) -> f64| {
            let mut values: Vec<f64> = paints.iter().map(of).collect();
            values.sort_by(f64::total_cmp);
            values[values.len() / 2]
        };
        println!(
            "{:20} {:10.0} ms {:5.0} ms  {:.3}",
            kit.name,
            median(|paint| paint.largest),
            median(|paint| paint.blocked),
            median(|paint| paint.shift)
        );
    }
}

fn visit(kit: &str) -> Paint {
    // A new profile for each: nothing comes from a cache.
    let page = Page::open();
    page.size(390, Look::light(390).height(), 2.0);
    let (speed, latency) = LINE;
    page.send(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed }),
    );
    page.visit(&server::address(kit));
    page.run(include_str!("script/paint.js"))
}
