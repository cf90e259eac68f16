//! The small files of a site: the page for what is not there, the icon, what search engines and
//! hosts read.

use super::head;
use super::page::Page;
use super::style::Look;
use crate::derive::View;
use crate::theme::{Rgb, escape};
use crate::words::Words;
use base64::Engine;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// `404.html`. A host shows it at any depth, so it holds its own style and links to nothing
/// beside it.
pub(super) fn lost_page(body: &str, style: &str, view: &View, words: &Words) -> String {
    let hash = source_hash(style);
    let policy =
        format!("default-src 'none'; style-src '{hash}'; base-uri 'none'; form-action 'none'");
    let mut top = head::opening(view, &policy, &words.say("not-found-title", &[]));
    let _ = writeln!(
        top,
        "<meta name=\"robots\" content=\"noindex\">\n<style>{style}</style>"
    );
    head::closing(top, body)
}

/// `favicon.svg`: the initials on the accent.
pub(super) fn favicon(initials: &str, look: &Look) -> String {
    let hex = |name: &str| look.light.get(name).and_then(|hex| Rgb::parse(hex));
    let ground = hex("accent").unwrap_or(Rgb(0, 0, 0));
    let (light, dark) = (Rgb(255, 255, 255), Rgb(0, 0, 0));
    let ink = if ground.contrast(light) >= ground.contrast(dark) {
        light
    } else {
        dark
    };
    let size = if initials.chars().count() > 1 { 30 } else { 40 };
    let base = 32 + size * 35 / 100;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\
         <rect width=\"64\" height=\"64\" fill=\"{ground}\"/>\
         <text x=\"32\" y=\"{base}\" fill=\"{ink}\" font-family=\"Georgia, serif\" \
         font-size=\"{size}\" text-anchor=\"middle\">{}</text></svg>\n",
        escape(initials),
    )
}

/// `sitemap.xml` of a site at `url`: its pages, since when they are so, and of the first the same in
/// other languages.
pub(super) fn sitemap(url: &str, pages: &[Page], view: &View) -> String {
    let versions = &view.site.versions;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
    );
    if !versions.is_empty() {
        out += " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
    }
    out += ">\n";
    for page in pages {
        let address = head::address(url, &page.path);
        let _ = write!(out, "<url><loc>{}</loc>", escape(&address));
        if let Some(dated) = &view.dated {
            let _ = write!(out, "<lastmod>{}</lastmod>", dated.day.iso);
        }
        if page.root.is_empty() && !versions.is_empty() {
            let others = versions.iter().map(|other| (&other.language, &other.url));
            // Each version names all, itself too.
            for (language, url) in std::iter::once((&view.language, &address)).chain(others) {
                let (language, url) = (escape(language), escape(url));
                let _ = write!(
                    out,
                    "\n<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\"/>"
                );
            }
        }
        out += "</url>\n";
    }
    out + "</urlset>\n"
}

/// `robots.txt` of a site at `url` that may be listed. One that may not be has none: a page that
/// is not read cannot say that it must not be listed.
pub(super) fn robots(url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n")
}

/// What a policy calls the style or script `text` by.
pub(super) fn source_hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    format!(
        "sha256-{}",
        base64::engine::general_purpose::STANDARD.encode(digest)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_as_a_policy_writes_them() {
        fn check(text: &str, expected: &str) {
            assert_eq!(source_hash(text), expected);
        }
        check("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
