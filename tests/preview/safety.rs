//! Who is answered, and with what: other pages in the same browser, and other machines, get
//! nothing (R110, R111, R112, R115).

use super::events::Events;
use super::page::Page;
use super::place::Place;
use super::server::Server;

/// What only the pages of the example kit hold.
const CANARY: &str = "Maite Orrun";

#[test]
fn only_its_own_names_are_answered() {
    let place = Place::new();
    let server = Server::start(&place);
    let port = server.port;
    let names = ["localhost", "127.0.0.1", "[::1]"];
    for name in names {
        let request = format!("GET / HTTP/1.1\r\nHost: {name}:{port}\r\n\r\n");
        let answer = server.send(request).expect("an answer");
        assert_eq!(answer.status, 200, "{name}: {answer:?}");
    }
    let right = server.host();
    let other = if port == 4321 { 4322 } else { 4321 };
    let hosts = [
        "evil.example".to_string(),
        format!("evil.example:{port}"),
        String::new(),
        format!(":{port}"),
        port.to_string(),
        "localhost".to_string(),
        "127.0.0.1".to_string(),
        format!("localhost.evil:{port}"),
        format!("evil.localhost:{port}"),
        format!("localhost.:{port}"),
        format!("127.0.0.1.:{port}"),
        format!("127.0.0.2:{port}"),
        format!("127.1:{port}"),
        format!("2130706433:{port}"),
        format!("0.0.0.0:{port}"),
        format!("192.168.1.17:{port}"),
        format!("[::ffff:127.0.0.1]:{port}"),
        format!("::1:{port}"),
        format!("{right}0"),
        format!("{right} evil.example"),
        format!("{right}, evil.example"),
        format!("{right}@evil.example"),
        format!("evil.example@{right}"),
        format!("http://{right}"),
        format!("{right}/"),
        format!("{right}\u{e9}"),
        format!("localhost:{other}"),
        format!("localhost:0{port}"),
        "<b>evil</b>".to_string(),
    ];
    let refused = |lines: &str, canary: &str| {
        for target in ["/", "/favicon.svg", "/_pitchkit/", "/nothing"] {
            let request = format!("GET {target} HTTP/1.1\r\n{lines}\r\n");
            let answer = server.send(request).expect("an answer");
            answer.assert_refusal(&[400, 403], canary);
        }
    };
    for host in &hosts {
        refused(&format!("Host: {host}\r\n"), host);
    }
    refused("", "");
    refused(&format!("Host: {right}\r\nHost: {right}\r\n"), "");
    refused(
        &format!("Host: evil.example\r\nHost: {right}\r\n"),
        "evil.example",
    );
    refused(&format!("X-Forwarded-Host: {right}\r\n"), "");

    let old = server.send("GET / HTTP/1.0\r\n\r\n");
    assert!(old.is_none_or(|answer| [400, 403].contains(&answer.status)));
}

#[test]
fn pages_of_other_addresses_are_refused() {
    let place = Place::new();
    let server = Server::start(&place);
    let host = server.host();
    let token = server.page().token;
    let own = format!("Origin: http://{host}");
    let targets = [
        "/".to_string(),
        "/favicon.svg".to_string(),
        "/_pitchkit/".to_string(),
        format!("/_pitchkit/client.js?token={token}&build=000000000000"),
        format!("/_pitchkit/events?token={token}"),
    ];
    let origins = [
        "null".to_string(),
        String::new(),
        "http://evil.example".to_string(),
        "file://".to_string(),
        format!("https://{host}"),
        format!("http://localhost:{}", server.port),
        format!("http://{host}/"),
        format!("http://{host}0"),
        format!("http://{host}.evil.example"),
        format!("http://evil@{host}"),
        format!("HTTP://{host}"),
        format!("http://{host} http://evil.example"),
        "http://127.0.0.1".to_string(),
    ];
    for target in &targets {
        let ask = |lines: &[&str]| server.ask("GET", target, lines);
        for origin in &origins {
            ask(&[&format!("Origin: {origin}")]).assert_refusal(&[400, 403], origin);
            let both = [&format!("Origin: {origin}"), "Sec-Fetch-Site: same-origin"];
            ask(&both).assert_refusal(&[400, 403], origin);
        }
        ask(&[&own, "Origin: null"]).assert_refusal(&[400, 403], "");
        for site in ["cross-site", "same-site", "", "Same-Origin", "evil"] {
            ask(&[&format!("Sec-Fetch-Site: {site}")]).assert_refusal(&[400, 403], site);
            ask(&[&own, &format!("Sec-Fetch-Site: {site}")]).assert_refusal(&[400, 403], site);
        }
        let sites = ["Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"];
        ask(&sites).assert_refusal(&[400, 403], "");
    }
    for target in &targets[..4] {
        for lines in [
            vec![],
            vec![own.as_str()],
            vec!["Sec-Fetch-Site: none"],
            vec!["Sec-Fetch-Site: same-origin"],
            vec![own.as_str(), "Sec-Fetch-Site: same-origin"],
        ] {
            let answer = server.ask("GET", target, &lines);
            assert_eq!(answer.status, 200, "{target} {lines:?}");
        }
    }
}

#[test]
fn the_stream_is_for_pages_of_this_run() {
    let place = Place::new();
    let server = Server::start(&place);
    let own = format!("Origin: http://{}", server.host());
    let same = "Sec-Fetch-Site: same-origin";
    let token = server.page().token;
    let other = Server::start(&place).page().token;
    assert_ne!(token, other, "a token is of one run");

    let events = |query: &str| format!("/_pitchkit/events{query}");
    let right = events(&format!("?token={token}"));
    // Nothing that a page of the preview would send.
    for lines in [&[][..], &["Sec-Fetch-Site: none"]] {
        server
            .ask("GET", &right, lines)
            .assert_refusal(&[403], &token);
    }
    for query in [
        String::new(),
        "?".to_string(),
        "?token".to_string(),
        "?token=".to_string(),
        format!("?token={other}"),
        format!("?token={}", &token[1..]),
        format!("?token={token}0"),
        format!("?token={token}%20"),
        format!("?Token={token}"),
        format!("?x=1#token={token}"),
        format!("?xtoken={token}"),
    ] {
        for line in [own.as_str(), same] {
            let answer = server.ask("GET", &events(&query), &[line]);
            answer.assert_refusal(&[400, 403], &query);
        }
    }
    // And they are right: with them it is open.
    for proof in [own.as_str(), same] {
        let events = Events::open(server.connect(), &server.host(), &token, proof);
        assert!(events.next().build.is_some(), "{proof}");
    }
}

#[test]
fn only_files_of_the_site_are_served() {
    let place = Place::new();
    let server = Server::start(&place);
    let lost = server.get("/zq");
    assert_eq!(lost.status, 404);
    assert!(Page::of(&lost).has("This page"), "the kit's own page");
    let host = server.host();

    for target in [
        "/../profile.toml",
        "/../../../../../../etc/passwd",
        "/..%2fprofile.toml",
        "/%2e%2e/profile.toml",
        "/%2e%2e%2fprofile.toml",
        "/%252e%252e%252fprofile.toml",
        "/..\\profile.toml",
        "/..%5cprofile.toml",
        "/assets/../index.html",
        "/assets/%2e%2e/index.html",
        "/./index.html",
        "/%69ndex.html",
        "/index.html%00",
        "/index.html%00.css",
        "/index.html\0",
        "/index.html/",
        "/index.html/..",
        "/index.html;x",
        "/INDEX.HTML",
        "/index",
        "//",
        "//index.html",
        "//etc/passwd",
        "//evil.example/%2e%2e",
        "/%c0%ae%c0%ae/profile.toml",
        "/%c0%af",
        "/%ff%fe",
        "/%",
        "/%zz",
        "/\u{e9}",
        "/\u{ff}",
        "/@fs/etc/passwd",
        "/@fs/",
        "/file:///etc/passwd",
        "/profile.toml",
        "/profile.toml?raw",
        "/story.md",
        "/metrics.csv",
        "/photos/coffee.jpg",
        "/collaborations/odd-salt-co.md",
        "/.git/config",
        "/.pitchkit",
        "/assets",
        "/assets/",
        "/work",
        "/work/",
        "/site/index.html",
        "/_pitchkit/../index.html",
        "/_pitchkit/nothing",
        "/_pitchkit/client.js/",
        "/_pitchkit/%65vents",
        "http://evil.example/",
        "http://evil.example/favicon.svg",
        "http://127.0.0.1/",
        &format!("http://evil@{host}/"),
        "https://evil.example:443/",
        "ftp://evil.example/",
        "evil.example:443",
        "index.html",
        "?",
        "*",
        "",
        "/a b",
    ] {
        let answer = server.ask("GET", target, &[]);
        // What is always the same echoes nothing.
        if answer.status != 404 || answer.body != lost.body {
            answer.assert_refusal(&[400, 403, 404], target);
        }
        let said = server.said();
        assert!(!said.contains("panicked"), "{target:?}: {said}");
    }
    // A question is nobody's business but the script's.
    let page = server.get("/");
    for target in ["/?x=../../etc/passwd", "/index.html?raw", "/?%3Cb%3E", "/?"] {
        assert!(server.get(target).body == page.body, "{target}");
    }
}

#[test]
fn markup_in_a_path_stays_out_of_the_page() {
    let place = Place::new();
    let server = Server::start(&place);
    let lost = server.get("/zq");
    for (path, canary) in [
        ("/<script>alert(1)</script>", "alert"),
        ("/%3Cscript%3Ealert(1)%3C/script%3E", "alert"),
        ("/\"><img/src=x/onerror=alert(1)>", "alert"),
        ("/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "alert"),
        ("/zq?%3Cscript%3Ealert(1)%3C/script%3E", "alert"),
        ("/_pitchkit/%3Cscript%3Ealert(1)", "alert"),
        ("/%0d%0aX-Evil:%20alert", "alert"),
    ] {
        let answer = server.get(path);
        assert!(!answer.text().contains(canary), "{path}");
        assert_eq!(answer.header("x-evil"), None);
        if answer.status == 404 && answer.body == lost.body {
            // With its policy.
            Page::of(&answer);
        } else {
            answer.assert_refusal(&[400, 404], canary);
        }
    }
    // What the script is told by its address is not for the server to say again.
    let script = server.get("/_pitchkit/client.js?token=%22;alert(1)//&build=");
    assert!(!script.text().contains("alert(1)"));
}

#[test]
fn no_answer_is_kept_guessed_at_or_framed_elsewhere() {
    let place = Place::new();
    let server = Server::start(&place);
    let page = server.page();
    let style = page
        .html
        .split('"')
        .find(|text| text.ends_with(".css"))
        .expect("a style");
    let picture = page.pictures().pop_first().expect("a picture");
    let client = format!("/_pitchkit/client.js?token={}&build=x", page.token);
    let refused = server.ask("GET", "/", &["Origin: null"]);
    let answers = [
        server.get("/"),
        server.get(&format!("/{style}")),
        server.get(&picture),
        server.get("/kit.json"),
        server.get("/zq"),
        server.get("/_pitchkit/"),
        server.get(&client),
        server.ask("POST", "/", &[]),
        refused,
    ];
    for answer in &answers {
        let is = |name: &str, value: &str| {
            assert_eq!(answer.header(name), Some(value), "{answer:?}");
        };
        is("cache-control", "no-store");
        is("x-content-type-options", "nosniff");
        is("x-frame-options", "SAMEORIGIN");
        assert!(answer.header("content-type").is_some(), "{answer:?}");
        assert_eq!(answer.header("location"), None);
        assert_eq!(answer.header("set-cookie"), None);
    }
    // The page that frames the others has a policy too.
    let policy = answers[5].header("content-security-policy");
    let policy = policy.expect("a policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(answers[0].text().contains(CANARY));
}
