//! A request's head to what it asks for, or to why it gets nothing.
//!
//! A page on any web site can send requests to this machine. So a request must name us by one of
//! our own addresses, and must not come from a page of another origin. What is refused is told in
//! fixed words: nothing of a request is ever written into an answer.

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::http::request::Parts;
use hyper::{Method, StatusCode};
use std::net::SocketAddr;

/// What a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A file of the site.
    File {
        /// Its path in the site.
        path: String,
        /// The build that a page of ours was told of, and asks for a file of.
        build: Option<String>,
    },
    /// A file of ours, by what stands behind the folder.
    Own(String),
    /// Our folder without its slash.
    Frame,
    /// To be told what changes.
    Events,
}

/// Why a request gets nothing: the status, and all that is said.
pub(super) type Refusal = (StatusCode, &'static str);

/// The folder of what is no part of any site. A path in a site never begins so.
const OWN: &str = "/_pitchkit/";

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Judges a request that came in at the address `here`. `token` is what pages of this run know.
pub(super) fn judge(head: &Parts, here: SocketAddr, token: &str) -> Result<Wanted, Refusal> {
    // Who listens to all addresses hears of the old ones as if they were new: ::ffff:192.0.2.1.
    let here = SocketAddr::new(here.ip().to_canonical(), here.port());
    if head.method != Method::GET && head.method != Method::HEAD {
        return Err((StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.\n"));
    }
    let path = head.uri.path();
    let plain = head.uri.authority().is_none() && head.uri.scheme().is_none();
    if !plain || !path.starts_with('/') {
        return Err((StatusCode::BAD_REQUEST, "Ask for a path.\n"));
    }
    let host = match single(&head.headers, &HOST) {
        Ok(Some(host)) => host,
        Ok(None) | Err(()) => return Err((StatusCode::BAD_REQUEST, "One Host, please.\n")),
    };
    if !names(here).iter().any(|name| name == host) {
        let why = "This preview answers to its own address only.\n";
        return Err((StatusCode::FORBIDDEN, why));
    }
    let foreign = (StatusCode::FORBIDDEN, "Not for pages of other sites.\n");
    let origin = single(&head.headers, &ORIGIN).map_err(|()| foreign)?;
    if origin.is_some_and(|origin| origin.strip_prefix("http://") != Some(host)) {
        return Err(foreign);
    }
    let site = single(&head.headers, &SITE).map_err(|()| foreign)?;
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return Err(foreign);
    }
    let Some(own) = path.strip_prefix(OWN) else {
        if path == OWN.trim_end_matches('/') {
            return Ok(Wanted::Frame);
        }
        let path = path.trim_start_matches('/');
        // A path is exact, so what begins with two slashes is none of ours.
        let path = match (path, head.uri.path()) {
            ("", "/") => "index.html".to_owned(),
            (path, whole) if whole.len() == path.len() + 1 => path.to_owned(),
            _ => String::new(),
        };
        let build = told(head, "build").map(str::to_owned);
        return Ok(Wanted::File { path, build });
    };
    if own != "events" {
        return Ok(Wanted::Own(own.to_owned()));
    }
    let known = told(head, "token") == Some(token);
    // Browsers say where a request comes from only to addresses they trust: in a network the token
    // is all there is.
    let ours = origin.is_some() || site == Some("same-origin") || !here.ip().is_loopback();
    if !known || !ours {
        return Err((StatusCode::FORBIDDEN, "Reload the page.\n"));
    }
    Ok(Wanted::Events)
}

/// What the query of a request says of `name`.
fn told<'a>(head: &'a Parts, name: &str) -> Option<&'a str> {
    let mut parts = head.uri.query()?.split('&');
    parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
}

/// The only value of a header. `Err` if there are several, or one that is no text.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, ()> {
    let mut values = headers.get_all(name).iter();
    let value = values.next();
    if values.next().is_some() {
        return Err(());
    }
    value
        .map(|value| value.to_str().map_err(|_| ()))
        .transpose()
}

/// What we are called by whoever came in at `here`.
fn names(here: SocketAddr) -> Vec<String> {
    let hosts = match here.ip().is_loopback() {
        true => vec!["127.0.0.1".into(), "localhost".into(), "[::1]".into()],
        false if here.is_ipv6() => vec![format!("[{}]", here.ip())],
        false => vec![here.ip().to_string()],
    };
    let port = here.port();
    let named = |host: &String| match port {
        // Browsers leave out the usual one.
        80 => host.clone(),
        _ => format!("{host}:{port}"),
    };
    hosts.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::Request;

    fn judged(here: &str, request: &str) -> Result<Wanted, u16> {
        let mut lines = request.lines();
        let (method, target) = lines
            .next()
            .and_then(|line| line.split_once(' '))
            .expect("a line");
        let mut builder = Request::builder().method(method).uri(target);
        for line in lines {
            let (name, value) = line.split_once(": ").expect("a header");
            builder = builder.header(name, value);
        }
        let (head, ()) = builder.body(()).expect("a request").into_parts();
        let here = here.parse().expect("an address");
        judge(&head, here, "secret").map_err(|(status, _)| status.as_u16())
    }

    #[test]
    fn paths_are_exact() {
        fn check(target: &str, expected: Result<Wanted, u16>) {
            let request = format!("GET {target}\nHost: localhost:4321");
            assert_eq!(judged("127.0.0.1:4321", &request), expected, "{target}");
        }
        let told = |path: &str, build: Option<&str>| {
            let (path, build) = (path.to_owned(), build.map(str::to_owned));
            Ok(Wanted::File { path, build })
        };
        let file = |path| told(path, None);
        check("/", file("index.html"));
        check("/?utm_source=mail", file("index.html"));
        check("/?build=4f5e", told("index.html", Some("4f5e")));
        check("/favicon.svg?a&build=4f", told("favicon.svg", Some("4f")));
        check("/?rebuild=4f5e", file("index.html"));
        check("/work/velmora.html", file("work/velmora.html"));
        check("/../secret", file("../secret"));
        check("/%2e%2e/secret", file("%2e%2e/secret"));
        check("//index.html", file(""));
        check("//", file(""));
        check(
            "/_pitchkit/client.js?token=x",
            Ok(Wanted::Own("client.js".to_owned())),
        );
        check("/_pitchkit/", Ok(Wanted::Own(String::new())));
        check("/_pitchkit", Ok(Wanted::Frame));
        check("http://localhost:4321/", Err(400));
        check("*", Err(400));
    }

    #[test]
    fn hosts_and_origins_are_ours() {
        fn check(here: &str, headers: &str, expected: u16) {
            let status = judged(here, &format!("GET /\n{headers}"))
                .err()
                .unwrap_or(200);
            assert_eq!(status, expected, "{headers}");
        }
        let loopback = "127.0.0.1:4321";
        for host in ["localhost:4321", "127.0.0.1:4321", "[::1]:4321"] {
            check(loopback, &format!("Host: {host}"), 200);
            check("[::1]:4321", &format!("Host: {host}"), 200);
            check(
                loopback,
                &format!("Host: {host}\nOrigin: http://{host}"),
                200,
            );
        }
        for host in [
            "evil.example",
            "localhost",
            "localhost.:4321",
            "localhost:80",
            "192.0.2.1:4321",
        ] {
            check(loopback, &format!("Host: {host}"), 403);
        }
        check(loopback, "Accept: */*", 400);
        check(loopback, "Host: localhost:4321\nHost: localhost:4321", 400);
        check("192.0.2.1:4321", "Host: 192.0.2.1:4321", 200);
        check("192.0.2.1:4321", "Host: localhost:4321", 403);
        check("[::ffff:192.0.2.1]:4321", "Host: 192.0.2.1:4321", 200);
        check("[::ffff:192.0.2.1]:4321", "Host: localhost:4321", 403);
        check("[::ffff:127.0.0.1]:4321", "Host: localhost:4321", 200);
        check("[2001:db8::1]:4321", "Host: [2001:db8::1]:4321", 200);
        check("127.0.0.1:80", "Host: localhost", 200);
        let ours = "Host: localhost:4321\n";
        for (header, expected) in [
            ("Origin: null", 403),
            ("Origin: https://localhost:4321", 403),
            ("Origin: http://127.0.0.1:4321", 403),
            ("Origin: http://evil.example", 403),
            ("Sec-Fetch-Site: cross-site", 403),
            ("Sec-Fetch-Site: same-site", 403),
            ("Sec-Fetch-Site: same-origin", 200),
            ("Sec-Fetch-Site: none", 200),
        ] {
            check(loopback, &format!("{ours}{header}"), expected);
        }
    }

    #[test]
    fn the_stream_is_for_our_pages() {
        fn check(here: &str, rest: &str, expected: Result<Wanted, u16>) {
            let request = format!("GET /_pitchkit/events{rest}");
            assert_eq!(judged(here, &request), expected, "{rest}");
        }
        let local = "\nHost: localhost:4321";
        let page = "\nSec-Fetch-Site: same-origin";
        let here = "127.0.0.1:4321";
        check(
            here,
            &format!("?token=secret{local}{page}"),
            Ok(Wanted::Events),
        );
        check(
            here,
            &format!("?token=secret{local}\nOrigin: http://localhost:4321"),
            Ok(Wanted::Events),
        );
        check(here, &format!("?token=secret{local}"), Err(403));
        check(here, &format!("?token=guess{local}{page}"), Err(403));
        check(here, &format!("{local}{page}"), Err(403));
        check(
            "192.0.2.1:4321",
            "?token=secret\nHost: 192.0.2.1:4321",
            Ok(Wanted::Events),
        );
        check("192.0.2.1:4321", "?token=\nHost: 192.0.2.1:4321", Err(403));
        // Of this machine a browser says where it comes from, whatever is listened to.
        check(
            "[::ffff:127.0.0.1]:4321",
            &format!("?token=secret{local}"),
            Err(403),
        );
    }

    #[test]
    fn nothing_is_changed_by_a_request() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"] {
            let request = format!("{method} /\nHost: localhost:4321");
            assert_eq!(judged("127.0.0.1:4321", &request), Err(405));
        }
    }
}
