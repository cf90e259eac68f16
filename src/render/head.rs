//! A page's body to a whole document: everything around what a theme writes.

use super::page::Page;
use super::paper::CARD;
use super::style::Look;
use crate::derive::{AccountView, View};
use crate::theme::escape;
use icu_locale::{LanguageIdentifier, LocaleExpander};
use serde_json::{Value, json};
use std::fmt::Write;

/// What a page may do: show its own styles, pictures and fonts, and nothing else.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     font-src 'self'; base-uri 'none'; form-action 'none'";

/// What every page's head says of the site: the files that are needed before it can be shown, by
/// their paths in it, and which state of the kit it is.
pub(super) struct Needs<'a> {
    /// The stylesheet.
    pub(super) style: String,
    /// Fonts of the first screen.
    pub(super) fonts: Vec<String>,
    /// What the card shows, if there is one.
    pub(super) card: Option<String>,
    /// The build id.
    pub(super) build: &'a str,
}

/// A document around `page`.
pub(super) fn document(page: &Page, view: &View, look: &Look, needs: &Needs<'_>) -> String {
    let root = page.root;
    let is_first = page.path == "index.html";
    let mut head = opening(view, POLICY, &page.title);
    let description = escape(&page.description);
    let _ = writeln!(head, r#"<meta name="description" content="{description}">"#);
    let build = needs.build;
    let _ = writeln!(head, r#"<meta name="pitchkit-build" content="{build}">"#);
    for (mode, colours) in [("light", &look.light), ("dark", &look.dark)] {
        if let Some(ground) = colours.get("ground") {
            let _ = writeln!(
                head,
                r#"<meta name="theme-color" media="(prefers-color-scheme: {mode})" content="{ground}">"#
            );
        }
    }
    if !view.site.indexing {
        head += "<meta name=\"robots\" content=\"noindex\">\n";
    }
    // From disk, browsers refuse a font that is asked for here and say so in their console, though
    // they take the same font from the stylesheet. A kit without an address may be on a disk.
    let asked = view.site.url.iter().flat_map(|_| &needs.fonts);
    for font in asked {
        let _ = writeln!(
            head,
            r#"<link rel="preload" as="font" type="font/woff2" href="{root}{font}" crossorigin>"#
        );
    }
    let style = &needs.style;
    let _ = writeln!(head, r#"<link rel="stylesheet" href="{root}{style}">"#);
    let _ = writeln!(
        head,
        r#"<link rel="icon" type="image/svg+xml" href="{root}favicon.svg">"#
    );
    if let Some(url) = &view.site.url {
        let address = address(url, &page.path);
        let _ = writeln!(
            head,
            r#"<link rel="canonical" href="{}">"#,
            escape(&address)
        );
        head += &open_graph(page, view, &address);
        if let Some(title) = &needs.card {
            head += &card(title, url);
        }
        if is_first && !view.site.versions.is_empty() {
            head += &alternate(&view.language, &address);
        }
    }
    if is_first {
        for version in &view.site.versions {
            head += &alternate(&version.language, &version.url);
        }
        let _ = writeln!(
            head,
            r#"<script type="application/ld+json">{}</script>"#,
            inert(&profile(page, view, build))
        );
    }
    closing(head, &page.body)
}

/// The beginning of any document, up to its title. `policy` is the policy of its meta tag.
pub(super) fn opening(view: &View, policy: &str, title: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="{}" dir="{}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{}</title>
"#,
        escape(&view.language),
        view.direction,
        escape(title),
    )
}

/// A page's policy, and what stands before and after the tag that sets it.
pub struct Policy<'a> {
    /// The page up to the tag.
    pub before: &'a str,
    /// What may be done in it.
    pub policy: &'a str,
    /// The page after the tag.
    pub after: &'a str,
}

/// Finds the policy of a page of ours. A creator's text never comes before it.
pub fn policy(document: &str) -> Option<Policy<'_>> {
    let (before, rest) =
        document.split_once(r#"<meta http-equiv="Content-Security-Policy" content=""#)?;
    let (policy, after) = rest.split_once(r#"">"#)?;
    Some(Policy {
        before,
        policy,
        after,
    })
}

/// The whole document of a head, from its beginning, and a body.
pub(super) fn closing(head: String, body: &str) -> String {
    format!("{head}</head>\n<body>\n{}\n</body>\n</html>\n", body.trim())
}

/// The address of a page of the site at `url`.
pub(super) fn address(url: &str, path: &str) -> String {
    let path = if path == "index.html" { "" } else { path };
    format!("{url}{path}")
}

fn alternate(language: &str, url: &str) -> String {
    let (language, url) = (escape(language), escape(url));
    format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\">\n")
}

fn open_graph(page: &Page, view: &View, address: &str) -> String {
    let kind = if page.root.is_empty() {
        "profile"
    } else {
        "article"
    };
    let properties = [
        ("type", kind),
        ("title", &page.title),
        ("description", &page.description),
        ("url", address),
        ("site_name", &view.creator.name),
    ];
    let own = locale(&view.language);
    let versions = view.site.versions.iter();
    let others = versions.filter_map(|version| locale(&version.language));
    let others = others.filter(|other| Some(other) != own.as_ref());
    let locales: Vec<_> = own
        .iter()
        .cloned()
        .map(|own| ("locale", own))
        .chain(others.map(|other| ("locale:alternate", other)))
        .collect();
    let locales = locales
        .iter()
        .map(|(property, locale)| (*property, locale.as_str()));
    let mut out = String::new();
    for (property, content) in properties.into_iter().chain(locales) {
        let content = escape(content);
        let _ = writeln!(
            out,
            r#"<meta property="og:{property}" content="{content}">"#
        );
    }
    out
}

/// A language and where it is spoken most, as Open Graph writes it: `pt_BR`, and `de_DE` for `de`.
fn locale(language: &str) -> Option<String> {
    let mut tag: LanguageIdentifier = language.parse().ok()?;
    LocaleExpander::new_common().maximize(&mut tag);
    Some(format!("{}_{}", tag.language, tag.region?))
}

/// The card that chats and networks show where the page is linked; `title` says what is on it.
fn card(title: &str, url: &str) -> String {
    let image = escape(&address(url, CARD));
    let title = escape(title);
    format!(
        "<meta property=\"og:image\" content=\"{image}\">\n\
         <meta property=\"og:image:type\" content=\"image/jpeg\">\n\
         <meta property=\"og:image:width\" content=\"1200\">\n\
         <meta property=\"og:image:height\" content=\"630\">\n\
         <meta property=\"og:image:alt\" content=\"{title}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\n\
         <meta name=\"twitter:image:alt\" content=\"{title}\">\n"
    )
}

/// The page as search engines read it (schema.org, `ProfilePage`).
fn profile(page: &Page, view: &View, build: &str) -> Value {
    let creator = &view.creator;
    let accounts = view.platforms.accounts.iter().chain(&view.platforms.also);
    let same: Vec<&str> = accounts
        .filter_map(|account| account.url.as_deref())
        .collect();
    let kind = if creator.kind == "person" {
        "Person"
    } else {
        "Organization"
    };
    let mut entity = json!({ "@type": kind, "name": creator.name });
    if creator.tagline.is_some() || creator.standfirst.is_some() {
        entity["description"] = json!(page.description);
    }
    if !same.is_empty() {
        entity["sameAs"] = json!(same);
    }
    let counters: Vec<Value> = view.platforms.accounts.iter().filter_map(counter).collect();
    if !counters.is_empty() {
        entity["interactionStatistic"] = json!(counters);
    }
    let mut profile = json!({
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "inLanguage": view.language,
        "version": build,
        "mainEntity": entity,
    });
    if let Some(url) = &view.site.url {
        profile["url"] = json!(url);
        profile["mainEntity"]["url"] = json!(url);
    }
    if let Some(dated) = &view.dated {
        profile["dateModified"] = json!(dated.day.iso);
    }
    profile
}

/// How many follow one account, which is never added to another's. What is known as "more than" is
/// left out, because here a number means exactly itself.
fn counter(account: &AccountView) -> Option<Value> {
    let followers = account.followers.as_ref().filter(|figure| !figure.floor)?;
    let count: u64 = followers.value.parse().ok()?;
    let mut service = json!({ "@type": "WebSite", "name": account.name });
    if let Some(url) = &account.url {
        service["url"] = json!(url);
    }
    // Following is done to the creator: what she does herself would be `agentInteractionStatistic`.
    Some(json!({
        "@type": "InteractionCounter",
        "name": followers.label,
        "interactionType": "https://schema.org/FollowAction",
        "interactionService": service,
        "userInteractionCount": count,
    }))
}

/// JSON that no HTML parser can mistake for the end of its element.
fn inert(value: &Value) -> String {
    let json = value.to_string();
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_element() {
        fn check(text: &str, expected: &str) {
            let inert = inert(&json!(text));
            assert_eq!(inert, expected);
            assert_eq!(
                serde_json::from_str::<String>(&inert).ok().as_deref(),
                Some(text)
            );
        }
        check("plain", r#""plain""#);
        check("</script>", r#""\u003c/script\u003e""#);
        check("<!-- & \" -->", r#""\u003c!-- \u0026 \" --\u003e""#);
    }

    #[test]
    fn every_account_is_counted_by_itself_and_exactly() {
        fn check(value: &str, floor: bool, expected: Option<u64>) {
            let mut account = crate::render::sample::rich().platforms.accounts[0].clone();
            let followers = account.followers.as_mut().expect("followers");
            followers.value = value.to_string();
            followers.floor = floor;
            let counter = counter(&account);
            let count = counter.map(|counter| counter["userInteractionCount"].as_u64());
            assert_eq!(count.flatten(), expected, "{value}");
        }
        check("248000", false, Some(248_000));
        check("3000000", true, None);
        check("0", false, Some(0));
        check("12.5", false, None);
    }

    #[test]
    fn addresses_are_the_site_s_and_the_page_s() {
        fn check(path: &str, expected: &str) {
            assert_eq!(address("https://example.com/kit/", path), expected);
        }
        check("index.html", "https://example.com/kit/");
        check("work/a.html", "https://example.com/kit/work/a.html");
    }
}
