//! What is served is what is built.

use super::answer::Answer;
use super::page::Page;
use super::place::Place;
use super::server::Server;
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// Every file in a folder by path with `/` between the parts.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("a path in it");
            let path = path.to_str().expect("a path in UTF-8").to_string();
            files.insert(path, fs::read(entry.path()).expect("a file"));
        }
    }
    files
}

/// The type of a file, as far as it must be the same on any host.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("txt") => "text/plain",
        Some("xml") => "application/xml",
        Some("vcf") => "text/vcard",
        Some("csv") => "text/csv",
        Some("pdf") => "application/pdf",
        _ => "",
    }
}

/// Its format and its size in pixels.
fn picture(bytes: &[u8]) -> (Option<image::ImageFormat>, (u32, u32)) {
    let reader = image::ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let reader = reader.expect("bytes in memory");
    let format = reader.format();
    let size = reader.into_dimensions().expect("a whole picture");
    (format, size)
}

fn assert_same(path: &str, built: &[u8], answer: &Answer) {
    assert_eq!(answer.status, 200, "{path}");
    let told = answer.header("content-type").unwrap_or_default();
    assert!(told.starts_with(kind(path)), "{path}: {told}");
    let is_picture = kind(path).starts_with("image/") && !path.ends_with(".svg");
    if path.ends_with(".html") {
        let html = Page::of(answer).html;
        assert!(html.as_bytes() == built, "{path}: another page");
    } else if is_picture {
        assert_eq!(picture(&answer.body), picture(built), "{path}");
    } else {
        assert!(answer.body == built, "{path}: other bytes");
    }
    if !path.ends_with(".html") {
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(!policy.contains("script-src 'self'"), "{path}: {policy}");
    }
}

fn check(kit: &str) {
    let place = Place::with(kit);
    let site = place.build("site", &place.at("builds"));
    let mut files = files(&site);
    // Which files are ours is a matter of the folder they lie in.
    files
        .remove(".pitchkit")
        .expect("the list of a folder's files");
    assert!(files.len() > 8, "{:?}", files.keys());

    // Nothing is there yet of what is slow to make.
    let server = Server::start(&place);
    for (path, built) in &files {
        let answer = server.get(&format!("/{path}"));
        assert_same(path, built, &answer);
        let head = server.ask("HEAD", &format!("/{path}"), &[]);
        assert_eq!(head.status, 200, "{path}");
        let headers = |answer: &Answer| {
            let mut headers = answer.headers.clone();
            headers.retain(|(name, _)| name != "date");
            headers.sort();
            headers
        };
        assert_eq!(headers(&head), headers(&answer), "{path}");
        let length = answer.header("content-length").map(str::to_string);
        assert_eq!(length, Some(answer.body.len().to_string()), "{path}");
    }
    let first = server.get("/");
    assert!(first.body == server.get("/index.html").body);
    let lost = Page::of(&server.get("/zq"));
    assert!(
        lost.html.as_bytes() == files["404.html"],
        "the page for wrong addresses"
    );
    let answer = server.get("/");
    assert_same("index.html", &files["index.html"], &answer);

    // What was made in a hurry is not kept as if it had been made with care.
    let again = self::files(&place.build("again", &place.cache));
    for (path, built) in &files {
        assert!(
            again.get(path) == Some(built),
            "{path}: kept by the preview"
        );
    }
    // And what was made with care is served.
    let server = Server::start(&place);
    for (path, built) in &files {
        let answer = server.get(&format!("/{path}"));
        assert_same(path, built, &answer);
        if !path.ends_with(".html") {
            assert!(answer.body == *built, "{path}: made again");
        }
    }
}

/// HEAD has no body: what follows on the connection is the next answer.
#[test]
fn a_head_has_no_body() {
    let place = Place::new();
    let server = Server::start(&place);
    let host = server.host();
    let request = |method: &str| format!("{method} / HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let mut socket = server.connect();
    let requests = request("HEAD") + &request("GET");
    std::io::Write::write_all(&mut socket, requests.as_bytes()).expect("a connection");
    let mut reader = std::io::BufReader::new(socket);
    let head = Answer::read(&mut reader, false).expect("a head");
    let page = Answer::read(&mut reader, true).expect("a page");
    assert_eq!((head.status, page.status), (200, 200));
    assert!(Page::of(&page).has("Maite Orrun"));
}

#[test]
fn the_example_kit_is_served_as_it_is_built() {
    check("example-kit");
}

#[test]
fn awkward_words_are_served_as_they_are_built() {
    check("tests/browser/kits/awkward-words");
}

#[test]
fn odd_photos_are_served_as_they_are_built() {
    check("tests/browser/kits/odd-photos");
}

#[test]
fn right_to_left_is_served_as_it_is_built() {
    check("tests/browser/kits/right-to-left");
}
