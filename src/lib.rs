//! pitchkit
pub mod chart;
pub mod derive;
pub mod disk;
pub mod jobs;
pub mod kit;
pub mod render;
pub mod source;
pub mod theme;
pub mod words;
