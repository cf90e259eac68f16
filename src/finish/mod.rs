//! [`Files`] to something else to hand on: one archive, one page, or one page that only a passphrase
//! opens.
//!
//! A site is made for a host. What is sent by mail is opened from a disk, by someone who never saw
//! a folder of a web site: it holds what a reader opens and nothing that only a host reads. Like
//! all before it, this is pure, and equal files give equal bytes.

mod address;
mod front;
mod html;
mod keys;
mod mark;
mod pack;
mod passphrase;
mod scan;
mod seal;
mod single;
mod weight;
mod zipped;

pub use front::Front;
pub use keys::{BrandKey, Keys, KeysFlaw, Lock};
pub use mark::{Mark, marked};
pub use pack::{Pack, Packing, pack};
pub use passphrase::Weakness;
pub use scan::{Kind, Leak, Needle, leaks};
pub use seal::{seal, seal_key};
pub use weight::Part;

use std::collections::BTreeMap;

/// A finished site: output path, with `/` between the parts, to bytes.
pub type Files = BTreeMap<String, Vec<u8>>;
