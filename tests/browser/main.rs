//! The built pages in a browser: what only a browser can tell.
//!
//! ```sh
//! cargo test --release --test browser                       all checks on all kits
//! KITS=sparse,typical cargo test --release --test browser axe      one check, two kits
//! SHOTS=/tmp/shots cargo test --release --test browser shots       only the pictures
//! ```
//!
//! Kits are plain folders: the example kit, `tests/kits/typical` and those in `tests/browser/kits`.
//! Each is built once by the program, served over HTTP, and looked at in one headless Chromium,
//! with a tab for each check. A new kit is a new folder; a new check is a new file here. In `live`
//! it is the preview that is looked at, while its kit is edited.
//!
//! `tests/run` installs what is needed on Debian. Elsewhere `CHROME=/path/to/chrome` names a
//! browser; the rest is said by the check that misses it.

mod chrome;
mod everything;
mod findings;
mod kits;
mod page;
mod server;
mod tools;
mod words;

mod axe;
mod bare;
mod choice;
mod crawl;
mod focus;
mod forced;
mod html;
mod keyboard;
mod live;
mod paint;
mod print;
mod quiet;
mod readme;
mod sealed;
mod shift;
mod shots;
mod sideways;
mod weight;
mod zoom;
