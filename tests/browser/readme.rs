//! The pictures of the README: two screens of the example kit, on a desktop and a phone, in light
//! and dark. They are taken each time, and those of the README are held to their number and size.
//!
//! ```sh
//! README=docs/pictures cargo test --release --test browser readme
//! ```
//!
//! puts new ones in their place.

use crate::kits::Look;
use crate::page::Page;
use crate::{kits, server, shots, tools};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// What all four may weigh together, in bytes.
const MOST: usize = 1_500_000;

#[test]
fn pictures_of_the_readme_are_taken() {
    let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let folder = std::env::var_os("README").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| tools::folder().join("readme"));
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    let Some(kit) = kits::all().iter().find(|kit| kit.name == "example") else {
        // `KITS` names others.
        return;
    };
    let address = server::address(&kit.name);
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
            let name = format!("{device}-{light}.jpg");
            fs::write(folder.join(&name), &bytes).expect("a picture to write");
            let size = |file: &Path| image::image_dimensions(file).expect("a picture");
            assert_eq!(
                size(&shown.join(&name)),
                size(&folder.join(&name)),
                "{name}"
            );
            sum += bytes.len();
        }
    }
    println!("{} kB in {}", sum / 1000, folder.display());
    assert!(sum < MOST, "{sum} bytes are too much for a README");
}
