//! Pictures of kits for people to look at: of the ordinary ones in `target/browser/shots`, or of all
//! of them, or those that `KITS` names, in the folder `SHOTS`.
//!
//! Of each kit: the whole page and the first screen on a phone and a desktop, in light and dark,
//! and the printed pages.

use crate::kits::{self, Look};
use crate::page::Page;
use crate::{print, server, tools};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// How much of a page Chromium draws at once, in px.
const PIECE: f64 = 16_000.0;

#[test]
fn shots_are_taken() {
    let asked = std::env::var_os("SHOTS").map(PathBuf::from);
    let is_wanted = |kit: &&kits::Kit| asked.is_some() || kit.in_full();
    let folder = asked
        .clone()
        .unwrap_or_else(|| tools::folder().join("shots"));
    fs::create_dir_all(&folder).expect("a folder for the shots");
    let page = Page::open();
    for kit in kits::all().iter().filter(is_wanted) {
        let address = server::address(&kit.name);
        for width in [1280, 390] {
            page.look(Look::light(width));
            page.visit_all_of(&address);
            for look in [Look::light(width), Look::dark(width)] {
                page.look(look);
                for (index, piece) in pieces(&page).iter().enumerate() {
                    let more = if index == 0 {
                        ""
                    } else {
                        &format!("-{}", index + 1)
                    };
                    let file = folder.join(format!("{}-{look}{more}.png", kit.name));
                    write(&file, &picture(&page, piece, "png"));
                }
                let file = folder.join(format!("{}-{look}-first.png", kit.name));
                write(&file, &picture(&page, &screen(look), "png"));
            }
        }
        page.look(Look::light(1280));
        page.visit_all_of(&address);
        let file = folder.join(format!("{}.pdf", kit.name));
        write(&file, &print::a4(&page));
        draw_sheets(&file);
    }
    println!("the shots are in {}", folder.display());
}

/// Each sheet of a PDF as a picture beside it, the first eight of them.
fn draw_sheets(pdf: &Path) {
    let (from, to) = (pdf.to_string_lossy(), pdf.with_extension(""));
    let to = format!("{}-print", to.display());
    let arguments = ["-png", "-r", "80", "-l", "8", &from, &to];
    let drawn = tools::output("pdftoppm", &arguments);
    assert!(drawn.status.success(), "pdftoppm cannot read {from}");
}

/// The whole page in pieces that Chromium draws at once, two at most.
fn pieces(page: &Page) -> Vec<Value> {
    let metrics = page.send("Page.getLayoutMetrics", json!({}));
    let size = &metrics["cssContentSize"];
    let end = size["height"].as_f64().expect("a height");
    let tops = [0.0, PIECE].into_iter().filter(|top| *top < end);
    tops.map(|top| {
        let height = (end - top).min(PIECE);
        json!({ "x": 0, "y": top, "width": size["width"], "height": height, "scale": 1 })
    })
    .collect()
}

/// What is seen before anything is scrolled.
fn screen(look: Look) -> Value {
    json!({ "x": 0, "y": 0, "width": look.width, "height": look.height(), "scale": 1 })
}

/// A part of the page as `png` or `jpeg`.
pub fn picture(page: &Page, clip: &Value, format: &str) -> Vec<u8> {
    let mut wanted = json!({ "format": format, "clip": clip, "captureBeyondViewport": true });
    if format == "jpeg" {
        wanted["quality"] = json!(84);
    } else {
        wanted["optimizeForSpeed"] = json!(true);
    }
    let shot = page.send("Page.captureScreenshot", wanted);
    bytes(&shot["data"])
}

/// What the protocol sends as base64.
pub fn bytes(data: &Value) -> Vec<u8> {
    let data = data.as_str().expect("base64");
    BASE64_STANDARD.decode(data).expect("base64")
}

fn write(file: &Path, bytes: &[u8]) {
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
