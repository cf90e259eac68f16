//! The built kits over HTTP, one host name each: `http://sparse.localhost:PORT/`.
//!
//! Every kit is served from `/` and from `/a/b/`, and from hosts that begin with `slow-` only after
//! a while, as from far away. Browsers know that whatever ends in `.localhost` is this machine.
//!
//! The host `sealed` has the sealed pages, and sends the headers that a kit asks hosts to send.

use crate::{kits, sealed};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

/// How long a slow host thinks before it sends what is not a page or a style.
const DELAY: Duration = Duration::from_millis(200);

/// The same for a font: a busy machine draws the page later than that, and nothing would be seen to
/// move.
const FONT_DELAY: Duration = Duration::from_millis(700);

/// The address of a kit, at the root of its host.
pub fn address(kit: &str) -> String {
    format!("http://{kit}.localhost:{}/", port())
}

/// The same from far away: fonts and pictures come after the page has been drawn.
pub fn slow_address(kit: &str) -> String {
    format!("http://slow-{kit}.localhost:{}/", port())
}

/// A sealed page.
pub fn sealed_address(page: &str) -> String {
    format!("http://sealed.localhost:{}/for/{page}.html", port())
}

/// The same on a host that the browser does not trust.
pub fn untrusted_address(page: &str) -> String {
    format!("http://sealed.test:{}/for/{page}.html", port())
}

fn port() -> u16 {
    static PORT: OnceLock<u16> = OnceLock::new();
    *PORT.get_or_init(|| {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("its number").port();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                thread::spawn(move || serve(stream));
            }
        });
        port
    })
}

/// Answers one request. A browser that goes away in between is no fault.
fn serve(mut stream: TcpStream) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let request = lines.next()?.ok()?;
    let path = request.split(' ').nth(1)?.to_string();
    let headers = lines.map_while(Result::ok);
    let headers = headers.take_while(|line| !line.is_empty());
    let host = headers
        .filter_map(|line| {
            line.to_lowercase()
                .strip_prefix("host:")
                .map(str::to_string)
        })
        .last()?;
    let host = host.trim().split('.').next()?;
    let (kit, slow) = match host.strip_prefix("slow-") {
        Some(kit) => (kit, true),
        None => (host, false),
    };

    let (status, file) = find(kit, &path)?;
    let more = if kit == "sealed" {
        sealed::headers()
    } else {
        ""
    };
    let kind = kind(&file);
    if slow && !kind.starts_with("text/") {
        let is_font = kind.starts_with("font/");
        thread::sleep(if is_font { FONT_DELAY } else { DELAY });
    }
    let mut body = std::fs::read(file).ok()?;
    let mut encoding = "";
    if kind.starts_with("text/") {
        // Hosts send text as small as they can, and browsers always let them.
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&body).ok()?;
        body = encoder.finish().ok()?;
        encoding = "content-encoding: gzip\r\n";
    }
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\n{encoding}content-length: {length}\r\n\
         {more}connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&body).ok()
}

/// The file at an address, else the page that says that there is none, as hosts do it.
fn find(kit: &str, path: &str) -> Option<(&'static str, PathBuf)> {
    let site = match kit {
        "sealed" => sealed::site(),
        kit => kits::site(kit)?,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix("/a/b/").or(path.strip_prefix('/'))?;
    let plain = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let mut file = site.join(path);
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    if plain && file.is_file() {
        return Some(("200 OK", file));
    }
    Some(("404 Not Found", site.join("404.html")))
}

fn kind(file: &Path) -> &'static str {
    let ending = file.extension().and_then(|ending| ending.to_str());
    match ending.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "vcf" => "text/vcard; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
