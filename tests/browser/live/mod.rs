//! The preview of a kit in a browser: what is saved is seen in the page that is open.
//!
//! Each test has a kit of its own and a preview of it, open in a tab. How fresh a preview is over
//! HTTP, and to whom it speaks, is tested in `tests/preview`, from where the kit and the preview
//! come.

#[path = "../../preview/place.rs"]
mod place;
#[path = "../../preview/server.rs"]
mod server;
mod tab;

mod away;
mod broken;
mod edits;
mod frame;
