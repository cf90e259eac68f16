//! Clients that mean no good or know no better: the page is served beside them, and memory stays
//! bounded (R114).

use super::answer::Answer;
use super::place::Place;
use super::server::{PATIENCE, Server};
use std::fs;
use std::io::{BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};
use std::{iter, thread};

/// What it may hold at most, in bytes.
const MEMORY: u64 = 200 << 20;

/// Panics unless the page is served and memory is bounded.
fn assert_well(server: &Server, beside: &str) {
    assert!(server.page().has("Maite Orrun"), "{beside}");
    let memory = server.memory();
    assert!(memory <= MEMORY, "{beside}: {} MiB", memory >> 20);
    let said = server.said();
    assert!(!said.contains("panicked"), "{beside}: {said}");
}

#[test]
fn only_reading_is_allowed() {
    let place = Place::new();
    let server = Server::start(&place);
    let page = server.page();
    let events = format!("/_pitchkit/events?token={}", page.token);
    let same = "Sec-Fetch-Site: same-origin";
    for method in [
        "TRACE", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "PRI", "get", "ZQZQ",
    ] {
        for target in ["/", "/favicon.svg", "/zq", "/_pitchkit/", &events] {
            let answer = server.ask(method, target, &[same, "X-Canary: zqzq"]);
            answer.assert_refusal(&[400, 403, 405, 501], "zqzq");
            if answer.status == 405 {
                assert_eq!(answer.header("allow"), Some("GET, HEAD"), "{method}");
            }
        }
    }
    // A form that a page elsewhere sends here.
    let host = server.host();
    let form = format!(
        "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 3\r\n\r\na=b"
    );
    let answer = server.send(form).expect("an answer");
    answer.assert_refusal(&[403, 405], "");
}

#[test]
fn what_is_too_long_or_no_request_is_refused() {
    let place = Place::new();
    let server = Server::start(&place);
    let host = server.host();
    let long = "a".repeat(1 << 20);
    let many: String = (0..20_000).map(|n| format!("X-{n}: a\r\n")).collect();
    let folded = "X: a\r\n".to_string() + &" a\r\n".repeat(50_000);
    for (what, request) in [
        (
            "a header",
            format!("GET / HTTP/1.1\r\nHost: {host}\r\nX: {long}\r\n\r\n"),
        ),
        (
            "headers",
            format!("GET / HTTP/1.1\r\nHost: {host}\r\n{many}\r\n"),
        ),
        (
            "folds",
            format!("GET / HTTP/1.1\r\nHost: {host}\r\n{folded}\r\n"),
        ),
        (
            "a target",
            format!("GET /{long} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        ),
        (
            "a query",
            format!("GET /?{long} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        ),
        ("a method", format!("{long} / HTTP/1.1\r\n\r\n")),
        ("a word", long.clone()),
        ("another protocol", "\u{16}\u{3}\u{1}\u{2}\0\u{1}".repeat(9)),
        (
            "HTTP/2",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_string() + &"\0".repeat(99),
        ),
        ("HTTP/9", format!("GET / HTTP/9.9\r\nHost: {host}\r\n\r\n")),
        ("no target", format!("GET\r\nHost: {host}\r\n\r\n")),
        (
            "two lengths",
            format!(
                "GET / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa"
            ),
        ),
    ] {
        let mut socket = server.connect();
        let _ = socket.write_all(request.as_bytes());
        let _ = socket.shutdown(Shutdown::Write);
        // Closed without a word is as good as refused.
        if let Some(answer) = Answer::read(&mut BufReader::new(socket), true) {
            assert!((400..600).contains(&answer.status), "{what}: {answer:?}");
            assert!(answer.body.len() < 200, "{what}: {answer:?}");
        }
        assert_well(&server, what);
    }
}

#[test]
fn requests_in_a_row_are_answered_in_a_row() {
    let place = Place::new();
    let server = Server::start(&place);
    let host = server.host();
    let get = |target: &str| format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let mut socket = server.connect();
    let targets = ["/", "/zq", "/favicon.svg", "/kit.json", "/"];
    let requests: String = targets.iter().map(|target| get(target)).collect();
    socket.write_all(requests.as_bytes()).expect("a connection");
    let mut reader = BufReader::new(socket);
    for target in targets {
        let answer = Answer::read(&mut reader, true).expect("an answer");
        let alone = server.get(target);
        assert_eq!(answer.status, alone.status, "{target}");
        assert!(answer.body == alone.body, "{target}");
    }
    // What is right in the first is not taken to be right in the next.
    let mut socket = server.connect();
    let evil = "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n";
    let requests = get("/favicon.svg") + evil + &get("/favicon.svg");
    socket.write_all(requests.as_bytes()).expect("a connection");
    let mut reader = BufReader::new(socket);
    let first = Answer::read(&mut reader, true).expect("an answer");
    assert_eq!(first.status, 200);
    let second = Answer::read(&mut reader, true).expect("an answer");
    second.assert_refusal(&[403], "evil.example");
    // The body of a request is no request.
    let mut socket = server.connect();
    let inner = get("/favicon.svg");
    let request = format!(
        "GET /zq HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n\
         {inner}",
        inner.len()
    );
    socket.write_all(request.as_bytes()).expect("a connection");
    let mut reader = BufReader::new(socket);
    let answer = Answer::read(&mut reader, true).expect("an answer");
    assert!([400, 404, 413].contains(&answer.status), "{answer:?}");
    assert!(Answer::read(&mut reader, true).is_none(), "a second answer");
}

#[test]
fn slow_clients_are_dropped() {
    let place = Place::new();
    let server = Server::start(&place);
    let host = server.host();
    let beginning = format!("GET / HTTP/1.1\r\nHost: {host}\r\nX-Slow: ");
    let mut slow: Vec<TcpStream> = (0..200).map(|_| server.connect()).collect();
    for socket in &mut slow {
        socket.write_all(beginning.as_bytes()).expect("a socket");
        socket.set_nonblocking(true).expect("a socket");
    }
    // Each of them sends a little all the time, so that none is ever idle.
    let started = Instant::now();
    while !slow.is_empty() {
        assert_well(&server, "slow clients");
        assert!(started.elapsed() < 2 * PATIENCE, "{} are left", slow.len());
        thread::sleep(Duration::from_millis(200));
        slow.retain_mut(|socket| socket.write_all(b"a").is_ok() && !has_ended(socket));
    }
}

#[test]
fn idle_clients_and_lost_ones_take_nothing_from_others() {
    let place = Place::new();
    let server = Server::start(&place);
    let host = server.host();
    let get = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
    // They say nothing.
    let idle: Vec<_> = (0..200).map(|_| server.connect()).collect();
    assert_well(&server, "idle clients");
    // They ask for much and read nothing.
    let mut deaf: Vec<_> = (0..200).map(|_| server.connect()).collect();
    let much = get.repeat(200);
    for socket in &mut deaf {
        socket.set_nonblocking(true).expect("a socket");
        let _ = socket.write(much.as_bytes());
    }
    assert_well(&server, "clients that do not read");
    // They ask and are gone.
    for end in [Shutdown::Write, Shutdown::Read, Shutdown::Both] {
        for _ in 0..200 {
            let mut socket = server.connect();
            let _ = socket.write_all(get.as_bytes());
            let _ = socket.shutdown(end);
        }
    }
    assert_well(&server, "clients that went");
    drop((idle, deaf));
    assert_well(&server, "clients that went");
}

#[test]
fn many_clients_are_bounded() {
    let place = Place::new();
    let server = Server::start(&place);
    let get = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", server.host());
    // They share the limit of this process with what other tests do at the same time.
    let count = 2_000.min(descriptors().saturating_sub(1_000) / 2).max(200);
    let crowd = iter::repeat_with(|| {
        let mut socket = server.connect();
        let _ = socket.write_all(&get.as_bytes()[..20]);
        socket
    });
    let crowd: Vec<_> = crowd.take(count).collect();
    assert_well(&server, "a crowd");
    let more = server.memory();
    drop(crowd);
    assert_well(&server, "a crowd that went");
    assert!(more <= MEMORY);
}

#[test]
fn listeners_that_stay_away_are_forgotten() {
    let place = Place::new();
    let server = Server::start(&place);
    for _ in 0..500 {
        // A tab that is closed at once.
        drop(server.events());
    }
    let events = server.events();
    let first = events.next();
    place.write("story.md", "# Something *else*\n\nzqzq\n");
    assert_ne!(events.next().build, first.build);
    assert_well(&server, "listeners that went");
    let started = Instant::now();
    let open = || fs::read_dir(server.proc("fd")).expect("its descriptors");
    while open().count() > 100 {
        assert!(started.elapsed() < PATIENCE, "they are still listened for");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Whether the other side has closed a socket that does not block.
fn has_ended(socket: &mut TcpStream) -> bool {
    let mut bytes = [0; 1_000];
    loop {
        match socket.read(&mut bytes) {
            Ok(0) => return true,
            // Perhaps a last word.
            Ok(_) => {}
            Err(error) => return error.kind() != std::io::ErrorKind::WouldBlock,
        }
    }
}

/// How many files this process may have open.
fn descriptors() -> usize {
    let limits = fs::read_to_string("/proc/self/limits").expect("limits");
    let line = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().next());
    soft.and_then(|soft| soft.parse().ok()).unwrap_or(20_000)
}
