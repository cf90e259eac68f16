//! `[[accounts]]` and `[[posts]]`: where the creator is, and the best of it.

use super::contact::visibility;
use super::expected;
use super::fields::Fields;
use super::{Handle, PLATFORMS, PhotoRef, Platform, PostKind, Visibility, web_page};
use crate::source::{Diagnostic, Spanned, nearest};

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

/// How many accounts a kit can have.
const MOST_ACCOUNTS: usize = 100;

/// All `[[accounts]]`.
pub(super) fn accounts(f: &mut Fields<'_, '_, '_>) -> Vec<Account> {
    let mut accounts = f.tables("accounts", "Where you are", account);
    if let Some(surplus) = accounts.get(MOST_ACCOUNTS) {
        f.say(
            Diagnostic::error(
                "too-many",
                format!("there can be at most {MOST_ACCOUNTS} `accounts`"),
            )
            .at(surplus.platform.span)
            .hint("keep those that are in use"),
        );
        accounts.truncate(MOST_ACCOUNTS);
    }
    accounts
}

/// `[[accounts]]`
fn account(f: &mut Fields<'_, '_, '_>) -> Option<Account> {
    let place = f.place();
    let platform = platform(f, "Where: instagram, youtube, tiktok …");
    let platform = f.required("platform", platform);
    let handle = f.parsed(
        "handle",
        "Your name there, without @",
        expected::HANDLE,
        Handle::parse,
    );
    let url = f.parsed(
        "url",
        "Its address, where the handle does not give it",
        expected::PAGE,
        web_page,
    );
    if !f.has_any(&["handle", "url"]) {
        f.say(
            Diagnostic::error("missing-field", "an account needs a `handle` or a `url`").at(place),
        );
    }
    let account = Account {
        url: match (&url, &platform, &handle) {
            (None, Some(platform), Some(handle)) => profile_page(&platform.value, &handle.value)
                .map(|url| Spanned::new(url, handle.span)),
            _ => url,
        },
        handle,
        main: f.flag("main", "It is your main account on its platform"),
        about: f
            .text(
                "about",
                30,
                "To tell two accounts apart; 30 characters at most",
            )
            .map(|t| t.value),
        rhythm: f
            .text(
                "rhythm",
                60,
                "How often something appears: three posts a week",
            )
            .map(|t| t.value),
        visibility: visibility(f),
        platform: platform?,
    };
    Some(account)
}

/// The key `platform`; an id we do not know is a warning.
pub(super) fn platform(f: &mut Fields<'_, '_, '_>, about: &str) -> Option<Spanned<Platform>> {
    let platform = f.parsed("platform", about, expected::PLATFORM, Platform::parse)?;
    if !platform.value.is_known() {
        f.say(strange(&platform.value).at(platform.span));
    }
    Some(platform)
}

/// Warns of a platform that is not known; without a place.
pub fn strange(platform: &Platform) -> Diagnostic {
    let warning = Diagnostic::warning(
        "unknown-platform",
        format!("`{platform}` is not a platform known here"),
    );
    match nearest(platform.id(), PLATFORMS.iter().map(|(known, _)| *known)) {
        Some(near) => warning.hint(format!("did you mean `{near}`?")),
        None => warning.hint("it is shown by this name and without an icon"),
    }
}

/// Where an account is, for platforms whose addresses follow from the handle.
fn profile_page(platform: &Platform, handle: &Handle) -> Option<String> {
    let handle = handle.as_str();
    if platform.id() == "mastodon" {
        let (user, host) = handle.split_once('@')?;
        return web_page(&format!("https://{host}/@{user}"));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if !handle.chars().all(plain) {
        return None;
    }
    let address = match platform.id() {
        "instagram" => format!("https://www.instagram.com/{handle}/"),
        "youtube" => format!("https://www.youtube.com/@{handle}"),
        "tiktok" => format!("https://www.tiktok.com/@{handle}"),
        "facebook" => format!("https://www.facebook.com/{handle}"),
        "x" => format!("https://x.com/{handle}"),
        "threads" => format!("https://www.threads.com/@{handle}"),
        "snapchat" => format!("https://www.snapchat.com/add/{handle}"),
        "twitch" => format!("https://www.twitch.tv/{handle}"),
        "kick" => format!("https://kick.com/{handle}"),
        "pinterest" => format!("https://www.pinterest.com/{handle}/"),
        "linkedin" => format!("https://www.linkedin.com/in/{handle}/"),
        "bluesky" => format!("https://bsky.app/profile/{handle}"),
        "reddit" => format!("https://www.reddit.com/user/{handle}"),
        "telegram" => format!("https://t.me/{handle}"),
        "patreon" => format!("https://www.patreon.com/{handle}"),
        "substack" => format!("https://{handle}.substack.com"),
        "kwai" => format!("https://www.kwai.com/@{handle}"),
        "soundcloud" => format!("https://soundcloud.com/{handle}"),
        "vimeo" => format!("https://vimeo.com/{handle}"),
        _ => return None,
    };
    web_page(&address)
}

/// `[[posts]]`
pub(super) fn featured_post(f: &mut Fields<'_, '_, '_>) -> Option<FeaturedPost> {
    let url = f.parsed("url", "Where the post is", expected::PAGE, web_page);
    let url = f.required("url", url);
    let post = FeaturedPost {
        title: f.text("title", 160, "Title").map(|text| text.value),
        photo: f.photo("photo", "A still: photos/cheese.jpg"),
        kind: f.choice("kind", "What it is").map(|kind| kind.value),
        url: url?,
    };
    Some(post)
}
