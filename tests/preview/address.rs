//! Where it listens (R116).

use super::place::Place;
use super::process::refused;
use super::server::{Server, command};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};

/// The addresses that a process listens at, as the kernel writes them.
fn listening(server: &Server) -> BTreeSet<String> {
    let descriptors = fs::read_dir(server.proc("fd")).expect("its descriptors");
    let links = descriptors.filter_map(|entry| fs::read_link(entry.ok()?.path()).ok());
    let sockets: BTreeSet<_> = links
        .filter_map(|link| {
            let link = link.to_str()?.strip_prefix("socket:[")?;
            Some(link.strip_suffix(']')?.to_string())
        })
        .collect();
    let mut found = BTreeSet::new();
    for table in ["net/tcp", "net/tcp6"] {
        let table = fs::read_to_string(server.proc(table)).unwrap_or_default();
        for line in table.lines().skip(1) {
            let fields: Vec<_> = line.split_whitespace().collect();
            let [_, local, _, state, _, _, _, _, _, inode, ..] = fields[..] else {
                panic!("{line}");
            };
            if state == "0A" && sockets.contains(inode) {
                found.insert(local.to_string());
            }
        }
    }
    found
}

/// The address by which this machine speaks to others, if there is one.
fn outward() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // Nothing is sent: this only asks for a way.
    socket.connect("192.0.2.1:9").ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}

#[test]
fn only_this_machine_is_listened_to() {
    let place = Place::new();
    let server = Server::start(&place);
    server.page();
    let port = format!("{:04X}", server.port);
    let four = format!("0100007F:{port}");
    let six = format!("00000000000000000000000001000000:{port}");
    let found = listening(&server);
    assert!(found.contains(&four), "{found:?}");
    // Both, so that `localhost` leads here whatever it means to a browser.
    let has_six = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok();
    let expected = [Some(four), has_six.then_some(six)];
    assert_eq!(found, expected.into_iter().flatten().collect());
    if let Some(address) = outward() {
        assert!(server.connect_at(address).is_none(), "{address}");
    }
}

#[test]
fn others_are_listened_to_only_when_asked_and_with_a_warning() {
    let place = Place::new();
    let quiet = Server::start(&place);
    quiet.page();
    assert!(!quiet.said().contains("network"), "{}", quiet.said());

    let server = Server::start_with(&place.kit, &place.cache, &["--port", "0", "--host"]);
    server.page();
    let said = server.said();
    assert!(said.contains("warning"), "{said}");
    assert!(said.contains("network"), "{said}");
    let Some(address) = outward() else {
        return;
    };
    let ask = |host: &str, target: &str| {
        let mut socket = server.connect_at(address).expect("a server that listens");
        let request = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        std::io::Write::write_all(&mut socket, request.as_bytes()).expect("a connection");
        let mut reader = std::io::BufReader::new(socket);
        super::answer::Answer::read(&mut reader, true).expect("an answer")
    };
    let host = SocketAddr::new(address, server.port).to_string();
    let answer = ask(&host, "/");
    assert_eq!(answer.status, 200, "{answer:?}");
    let evil = format!("evil.example:{}", server.port);
    ask(&evil, "/").assert_refusal(&[400, 403], &evil);
    ask(&host, "/_pitchkit/events?token=0").assert_refusal(&[403], "token");
}

/// What a camera reads is the address in the network: dark on light, on a dark terminal.
#[test]
fn on_a_terminal_a_code_for_phones_is_drawn() {
    let said = super::keys::pressed("--host", &[("q quit", b"q")]);
    let Some((_, rest)) = said.split_once("can see the preview: ") else {
        assert_eq!(outward(), None, "{said}");
        return;
    };
    let (page, rest) = rest.split_once('\n').expect("a line");
    let is_drawn =
        |line: &&str| !line.is_empty() && line.chars().all(|letter| "█▀▄ ".contains(letter));
    // Each letter is two dots, one above the other.
    let mut drawn: Vec<Vec<bool>> = Vec::new();
    for line in rest.lines().filter(is_drawn) {
        for half in ['▀', '▄'] {
            let dots = line.chars().map(|letter| letter == half || letter == '█');
            drawn.push(dots.collect());
        }
    }
    let code = qrcode::QrCode::new(page).expect("a code");
    // Without four light dots around it, cameras do not find it.
    let side = code.width() + 8;
    assert!(drawn.iter().all(|line| line.len() == side), "{said}");
    for (y, line) in drawn.iter().take(side).enumerate() {
        for (x, is_light) in line.iter().enumerate() {
            let is_inside = |at: usize| (4..side - 4).contains(&at);
            let is_dark =
                is_inside(x) && is_inside(y) && code[(x - 4, y - 4)] == qrcode::Color::Dark;
            assert_eq!(*is_light, !is_dark, "{x} {y}: {said}");
        }
    }
    assert!(drawn.len() >= side, "{said}");
}

#[test]
fn an_address_of_another_machine_is_none_to_listen_at() {
    let place = Place::new();
    // Of a network that is kept for examples.
    let options = ["--port", "0", "--host", "203.0.113.7"];
    let (code, written, said) = refused(&place.kit, &place.cache, &options);
    assert_eq!(code, Some(1), "{written}{said}");
    assert_eq!(written, "");
    assert!(
        said.contains("does not have the address 203.0.113.7"),
        "{said}"
    );
    assert!(said.contains("--host"), "{said}");
}

#[test]
fn a_word_after_host_is_no_address() {
    let place = Place::new();
    let (code, _, said) = refused(&place.kit, &place.cache, &["--host", "my-kit"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("after the kit's folder"), "{said}");
}

/// Programs read it.
#[test]
fn the_address_is_told_as_it_is_asked_for() {
    let place = Place::new();
    let told = |options: &[&str]| {
        let options = [&["--port", "0"], options].concat();
        let mut server = command(&place.kit, &place.cache, &options)
            .spawn()
            .expect("the program");
        let mut stdout = server.stdout.take().expect("its lines");
        let mut first = String::new();
        BufReader::new(&mut stdout)
            .read_line(&mut first)
            .expect("a line");
        server.kill().and_then(|()| server.wait()).expect("an end");
        let mut rest = String::new();
        stdout.read_to_string(&mut rest).expect("text");
        (first, rest)
    };
    let (quiet, rest) = told(&["--quiet"]);
    let port = quiet
        .strip_prefix("http://127.0.0.1:")
        .and_then(|rest| rest.strip_suffix("/\n"));
    assert!(
        port.is_some_and(|port| port.parse::<u16>().is_ok()),
        "{quiet}"
    );
    assert_eq!(rest, "");
    let (json, rest) = told(&["--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&json).expect("a line of JSON");
    let page = told["page"].as_str().expect("an address");
    assert!(page.starts_with("http://127.0.0.1:"), "{json}");
    assert_eq!(told["frame"], format!("{page}_pitchkit/"));
    assert_eq!(rest, "");
}

#[test]
fn a_port_that_is_taken_is_left_to_who_has_it() {
    let place = Place::new();
    let start = |port: u16, options: &[&str]| {
        let port = port.to_string();
        let options = [&["--port", &port], options].concat();
        Server::start_with(&place.kit, &place.cache, &options)
    };
    let mut holders = vec![TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port")];
    // Whoever has only one of the two addresses would get half of the requests to `localhost`.
    holders.extend(TcpListener::bind((Ipv6Addr::LOCALHOST, 0)));
    for holder in &holders {
        let taken = holder.local_addr().expect("an address").port();
        let server = start(taken, &[]);
        assert!(server.port > taken, "{} is not after {taken}", server.port);
        server.page();

        let port = taken.to_string();
        let options = ["--port", &port, "--strict-port"];
        let (code, written, said) = refused(&place.kit, &place.cache, &options);
        assert_eq!(code, Some(1), "{written}{said}");
        assert!(said.contains(&port), "{said}");
        assert_eq!(written, "");
    }
    // Below those that the system gives to clients, of which other tests have many.
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let port = (23_000..32_000).find(free).expect("a free port");
    assert_eq!(start(port, &["--strict-port"]).port, port);
}
