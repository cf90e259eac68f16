//! A kit's folder to the moment when something in it has changed.
//!
//! What counts is what [`read`](super::read()) reads, or will read in a later version: nothing
//! else in the folder, and above all not a site that is written into it. Whether something changed
//! is decided by comparing two [`Stamp`]s and by nothing else; what the system tells of changes
//! only says when to look. So a lost, late or spurious event costs a look and never a change. Where
//! the file system's clock is too coarse to tell two changes apart, a stamp says so.
//!
//! It knows of no build and of no kind of change.

mod alarm;
mod folders;
mod glance;
#[cfg(test)]
mod sample;
mod stamp;
mod survey;
mod watcher;

pub use stamp::Stamp;
pub use watcher::{Means, Watcher};
