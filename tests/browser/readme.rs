//! The pictures of the README: two screens of the example kit, on a desktop and a phone, in light
//! and dark.
//!
//! ```sh
//! cargo test --release --test browser readme -- --ignored
//! ```

use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server, shots};
use serde_json::json;
use std::fs;
use std::path::Path;

/// What all four may weigh together, in bytes.
const MOST: usize = 1_500_000;

#[test]
#[ignore = "writes docs/pictures"]
fn pictures_of_the_readme_are_taken() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    let kit = kits::all().iter().find(|kit| kit.name == "example");
    let address = server::address(&kit.expect("KITS must name `example`").name);
    let page = Page::open();
    let mut sum = 0;
    for (device, width, scale) in [("desktop", 1280, 1.0), ("phone", 390, 1.5)] {
        for look in [Look::light(width), Look::dark(width)] {
            page.look(look);
            page.size(width, look.height(), scale);
            page.visit_all_of(&address);
            let clip = json!({
                "x": 0, "y": 0, "width": width, "height": 2 * look.height(), "scale": 1,
            });
            let bytes = shots::picture(&page, &clip, "jpeg");
            let light = if look.dark { "dark" } else { "light" };
            let file = folder.join(format!("{device}-{light}.jpg"));
            fs::write(file, &bytes).expect("a picture to write");
            sum += bytes.len();
        }
    }
    println!("{} kB in {}", sum / 1000, folder.display());
    assert!(sum < MOST, "{sum} bytes are too much for a README");
}
