//! Keys on a terminal, and how a preview ends.

use super::answer::Answer;
use super::place::Place;
use super::screen::Screen;
use super::server::{BINARY, PATIENCE, Server, TODAY, command};
use std::fs::{self, Permissions};
use std::io::{BufReader, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// The command that serves the kit of `place` on a terminal.
fn serve(place: &Place, options: &str) -> String {
    let path = |path: &Path| path.to_str().expect("a path in UTF-8").to_owned();
    format!(
        "'{BINARY}' serve '{}' --port 0 --today {TODAY} --cache '{}' {options}",
        path(&place.kit),
        path(&place.cache)
    )
}

/// Serves the kit on a terminal, and has the terminal say in the end how it is set.
fn on_a_terminal(place: &Place, options: &str) -> Screen {
    // The shell stays when the program is ended by a key, so that it can tell.
    let serve = serve(place, options);
    Screen::run(&format!(
        "trap : INT QUIT; {serve}; echo ended with $?; stty -a"
    ))
}

/// Serves the kit on a terminal with these options, where keys are pressed once a line has certain
/// words, and more of them once a line after that has others. All that was written to it.
pub fn pressed(options: &str, keys: &[(&str, &[u8])]) -> String {
    let place = Place::new();
    let mut screen = on_a_terminal(&place, options);
    for (words, keys) in keys {
        screen.until(words);
        screen.press(keys);
    }
    screen.all()
}

/// The address and port that stand in `line`.
#[track_caller]
fn host(line: &str) -> &str {
    let (_, address) = line.split_once("http://").expect("an address");
    let (host, _) = address.split_once('/').expect("an address");
    host
}

/// Panics unless the preview answers whose address stands in `line`.
#[track_caller]
fn assert_answers(line: &str) {
    let host = host(line);
    let mut socket = TcpStream::connect(host).expect("a server that listens");
    socket.set_read_timeout(Some(PATIENCE)).expect("a socket");
    let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let sent = socket.write_all(request.as_bytes());
    sent.expect("a server that listens");
    let answer = Answer::read(&mut BufReader::new(socket), true);
    assert_eq!(answer.expect("an answer").status, 200);
}

/// Waits until nobody listens at the address that stands in `line`.
#[track_caller]
fn until_gone(line: &str) {
    let end = Instant::now() + PATIENCE;
    while TcpStream::connect(host(line)).is_ok() {
        assert!(Instant::now() < end, "it still listens: {line}");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_key_ends_it_and_the_terminal_is_as_before() {
    fn check(keys: &[u8], code: &str) {
        let said = pressed("", &[("q quit", keys)]);
        assert!(said.contains(&format!("ended with {code}")), "{said}");
        for setting in ["icanon", "echo"] {
            let set = |word: &str| word.trim_end_matches(';') == setting;
            assert!(said.split_whitespace().any(set), "{setting}: {said}");
        }
    }
    check(b"q", "0");
    check(b"xq", "0");
    check(b"\x1c", "0");
    check(b"\x03", "130");
}

#[test]
fn a_key_builds_anew() {
    // Nothing changed, but who asked is told.
    let said = pressed("", &[("q quit", b"r"), ("built", b"q")]);
    assert!(said.contains("ended with 0"), "{said}");
}

#[test]
fn it_begins_with_two_lines() {
    let place = Place::new();
    let mut screen = on_a_terminal(&place, "");
    // Who has an answer knows that the kit was built.
    assert_answers(&screen.until("Preview"));
    screen.press(b"q");
    let said = screen.all();
    let (beginning, _) = said.split_once("ended with").expect("an end");
    let lines: Vec<_> = beginning.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    for (line, words) in lines.iter().zip(["q quit", "/_pitchkit/"]) {
        assert!(line.contains(words), "{said}");
        assert!(line.trim_end().chars().count() < 80, "{said}");
    }
    // And where nobody can press keys, none are offered.
    let server = Server::start(&place);
    server.page();
    place.write("story.md", "# Something *else*\n");
    let said = until_said(&server, "story.md");
    assert!(said.starts_with("story.md"), "{said}");
}

#[test]
fn what_is_wrong_from_the_start_is_told() {
    let place = Place::with("tests/kits/numbers-out-of-date");
    until_said(&Server::start(&place), "warning");
}

/// Waits until it says these words, and gives all that it said.
#[track_caller]
fn until_said(server: &Server, words: &str) -> String {
    let end = Instant::now() + PATIENCE;
    while !server.said().contains(words) {
        assert!(Instant::now() < end, "never: {words}\n{}", server.said());
        thread::sleep(Duration::from_millis(5));
    }
    server.said()
}

/// A shell that a person types into, which says `ready` with a number whenever it is told to.
fn shell() -> Screen {
    let mut shell = Screen::run("bash --norc --noprofile -i");
    shell.press(b"echo ready $((1 + 1))\n");
    shell.until("ready 2");
    shell
}

#[test]
fn in_the_background_it_serves_and_leaves_the_terminal_alone() {
    let place = Place::new();
    let mut shell = shell();
    shell.press(format!("{} &\n", serve(&place, "")).as_bytes());
    let line = shell.until("Preview  http");
    assert_answers(&line);
    // What is typed is the shell's, all of it.
    shell.press(b"echo quiet $((1 + 1))\n");
    shell.until("quiet 2");
    assert_answers(&line);
    // Brought to the foreground it hears keys.
    shell.press(b"fg\n");
    shell.until("serve");
    shell.press(b"r");
    shell.until("built");
    shell.press(b"q");
    // Until then what is typed may be heard by the preview.
    until_gone(&line);
    shell.press(b"echo ended with $((1 + $?))\nexit\n");
    shell.until("ended with 1");
    shell.all();
}

#[test]
fn after_a_stop_it_hears_keys_again() {
    let place = Place::new();
    let mut shell = shell();
    shell.press(format!("{}\n", serve(&place, "")).as_bytes());
    let line = shell.until("Preview  http");
    assert_answers(&line);
    for way in ["fg", "bg"] {
        shell.press(b"\x1a");
        shell.until("Stopped");
        shell.press(format!("{way}\n").as_bytes());
        shell.until("serve");
        if way == "bg" {
            shell.press(b"echo quiet $((1 + 1))\n");
            shell.until("quiet 2");
            assert_answers(&line);
            shell.press(b"fg\n");
            shell.until("serve");
        }
        shell.press(b"r");
        shell.until("built");
    }
    shell.press(b"q");
    // Until then what is typed may be heard by the preview.
    until_gone(&line);
    shell.press(b"echo ended with $((1 + $?))\nexit\n");
    shell.until("ended with 1");
    shell.all();
}

/// A program in the place of the one that opens browsers, which writes what it is asked to open.
/// The search path to find it by, and what it writes.
fn opener(folder: &Path) -> (String, PathBuf) {
    let opened = folder.join("opened");
    let program = folder.join("xdg-open");
    let text = format!("#!/bin/sh\necho \"$1\" >>'{}'\n", opened.display());
    fs::write(&program, text).expect("a program");
    fs::set_permissions(&program, Permissions::from_mode(0o755)).expect("a program");
    let path = std::env::var("PATH").expect("a search path");
    (format!("{}:{path}", folder.display()), opened)
}

#[test]
fn the_page_is_opened_when_asked() {
    let place = Place::new();
    let (path, opened) = opener(place.base.path());
    let mut command = command(&place.kit, &place.cache, &["--port", "0", "--open"]);
    command.env("PATH", path);
    let server = Server::run(command);
    let page = format!("http://{}/\n", server.host());
    let end = Instant::now() + PATIENCE;
    while fs::read_to_string(&opened).unwrap_or_default() != page {
        assert!(Instant::now() < end, "{}", server.said());
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn without_a_browser_the_preview_goes_on() {
    let place = Place::new();
    let mut command = command(&place.kit, &place.cache, &["--port", "0", "--open"]);
    command.env("PATH", place.base.path());
    let server = Server::run(command);
    assert!(server.page().has("Maite Orrun"));
    let said = server.said();
    assert!(said.contains("warning: no browser"), "{said}");
    assert!(said.contains(&server.host()), "{said}");
}
