//! [`Files`] to something else to hand on: one archive, or one page.
//!
//! A site is made for a host. What is sent by mail is opened from a disk, by someone who never saw
//! a folder of a web site: it holds what a reader opens and nothing that only a host reads. Like
//! all before it, this is pure, and equal files give equal bytes.

mod address;
mod html;
mod mark;
mod pack;
mod single;
mod weight;
mod zipped;

pub use mark::{Mark, marked};
pub use pack::{Pack, Packing, pack};
pub use weight::Part;

use std::collections::BTreeMap;

/// A finished site: output path, with `/` between the parts, to bytes.
pub type Files = BTreeMap<String, Vec<u8>>;
