//! `[[accounts]]` and `[[posts]]`: where the creator is, and the best of it.

use super::{Handle, PhotoRef, Platform, PostKind, Visibility};
use crate::source::Spanned;

/// `[[accounts]]`
#[derive(Clone, Debug)]
pub struct Account {
    /// Platform.
    pub platform: Spanned<Platform>,
    /// Handle; `None` when only a URL was given.
    pub handle: Option<Spanned<Handle>>,
    /// Where it is; made from the handle for platforms where that is possible.
    pub url: Option<Spanned<String>>,
    /// Whether it is the platform's main account.
    pub main: bool,
    /// To tell two accounts apart; at most 30 characters.
    pub about: Option<String>,
    /// How often something appears.
    pub rhythm: Option<String>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// `[[posts]]`: own best or recent work.
#[derive(Clone, Debug)]
pub struct FeaturedPost {
    /// Where it is; numbers join from `metrics.csv` by it.
    pub url: Spanned<String>,
    /// Title.
    pub title: Option<String>,
    /// A still.
    pub photo: Option<PhotoRef>,
    /// What sort of post.
    pub kind: Option<PostKind>,
}
