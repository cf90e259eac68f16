//! pitchkit
pub mod chart;
pub mod derive;
pub mod kit;
pub mod source;
pub mod words;
