//! pitchkit
pub mod chart;
pub mod check;
pub mod derive;
pub mod disk;
pub mod jobs;
pub mod kit;
pub mod source;
pub mod words;
