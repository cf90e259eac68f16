//! pitchkit
pub mod derive;
pub mod disk;
pub mod kit;
pub mod source;
