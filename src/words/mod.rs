//! Words.

/// Languages.
pub const LANGUAGES: &[&str] = &["en"];
