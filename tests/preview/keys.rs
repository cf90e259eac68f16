//! Keys on a terminal, and how a preview ends.

use super::place::Place;
use super::server::{BINARY, PATIENCE, Server, TODAY, command};
use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Serves the kit on a terminal with these options, where keys are pressed once a line has certain
/// words, and more of them once a line after that has others. Then it has the terminal say how it
/// is set. All that was written to it.
pub fn pressed(options: &str, keys: &[(&str, &[u8])]) -> String {
    let place = Place::new();
    let path = |path: &Path| path.to_str().expect("a path in UTF-8").to_owned();
    // The shell stays when the program is ended by a key, so that it can tell.
    let command = format!(
        "trap : INT; '{BINARY}' serve '{}' --port 0 --today {TODAY} --cache '{}' {options}; \
         echo ended with $?; stty -a",
        path(&place.kit),
        path(&place.cache)
    );
    let mut script = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .env("SHELL", "/bin/sh")
        .env("TERM", "xterm")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script`, of util-linux");
    let mut stdin = script.stdin.take().expect("its keys");
    let mut keys = keys.iter().peekable();
    let mut said = String::new();
    for line in BufReader::new(script.stdout.take().expect("its screen")).lines() {
        let line = line.expect("text");
        if let Some((_, keys)) = keys.next_if(|(words, _)| line.contains(words)) {
            stdin.write_all(keys).expect("keys to press");
        }
        said += &(line + "\n");
    }
    script.wait().expect("a terminal that goes");
    said
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
    check(b"\x03", "130");
}

#[test]
fn a_key_builds_anew() {
    // Nothing changed, but who asked is told.
    let said = pressed("", &[("built", b"r"), ("built", b"q")]);
    assert!(said.contains("ended with 0"), "{said}");
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
