//! A kit's site over HTTP, out of memory, up to date while the creator types.
//!
//! [`Live`] turns what lies on the disk into the site that is shown: the last good build. The
//! server answers from it by exact path, so there is no folder to walk out of, and speaks only to
//! pages it served itself. Pages are those of `pitchkit build` but for one tag: where the policy
//! stands, a script stands that brings the page up to date. Nothing here knows what a kit means or
//! how a terminal looks.

mod address;
mod answer;
mod events;
mod guard;
mod live;
mod pace;
mod server;
mod shown;
mod whole;

pub use address::{Bound, Port, Unbound, bind};
pub use live::{Attempt, Live, Settings};
pub use pace::pace;
pub use server::{Ended, Preview, Stop};
