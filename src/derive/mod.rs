//! Kit to [`View`]: what one audience may see, with every number computed and written out.
//!
//! This is where private things are left out, so that nothing after can leak them, and where
//! numbers are made honest. It knows no theme, no page and no file.

pub mod format;
mod view;

pub use view::*;
