//! What in a pack weighs how much.

/// A kind of files, and what all of it weighs in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is: `pages`, `pictures`, `fonts` or `documents`.
    pub what: &'static str,
    /// How many files, or how many times something stands in the page.
    pub files: usize,
    /// How many bytes of the pack.
    pub bytes: u64,
}

const KINDS: [&str; 4] = ["pages", "pictures", "fonts", "documents"];

/// The scales, with nothing on them yet.
pub(super) fn parts() -> Vec<Part> {
    let empty = |what| Part {
        what,
        files: 0,
        bytes: 0,
    };
    KINDS.into_iter().map(empty).collect()
}

/// Adds a file of the site.
pub(super) fn add(parts: &mut [Part], path: &str, bytes: u64) {
    let kind = kind(path);
    for part in parts.iter_mut().filter(|part| part.what == kind) {
        part.files += 1;
        part.bytes += bytes;
    }
}

/// What a file of a site is, by its name.
pub(super) fn kind(path: &str) -> &'static str {
    match extension(path) {
        "html" | "css" => "pages",
        "jpg" | "jpeg" | "png" | "webp" | "avif" | "svg" | "ico" => "pictures",
        "woff2" => "fonts",
        _ => "documents",
    }
}

/// The media type of a file of a site, by its name.
pub(super) fn media_type(path: &str) -> &'static str {
    match extension(path) {
        "html" => "text/html;charset=utf-8",
        "css" => "text/css;charset=utf-8",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "json" => "application/json",
        "vcf" => "text/vcard;charset=utf-8",
        "csv" => "text/csv;charset=utf-8",
        "txt" => "text/plain;charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_name() {
        fn check(path: &str, expected: [&str; 2]) {
            assert_eq!([kind(path), media_type(path)], expected, "{path}");
        }
        check("work/a.html", ["pages", "text/html;charset=utf-8"]);
        check("assets/1.2.webp", ["pictures", "image/webp"]);
        check("assets/a.woff2", ["fonts", "font/woff2"]);
        check("kit.pdf", ["documents", "application/pdf"]);
        check("a.css/none", ["documents", "application/octet-stream"]);
    }
}
