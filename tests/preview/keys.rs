//! Keys on a terminal, and how a preview ends.

use super::place::Place;
use super::server::{BINARY, TODAY};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// Serves the kit on a terminal until `keys` are pressed, then has the terminal say how it is set.
/// All that was written to it.
fn pressed(keys: &[u8]) -> String {
    let place = Place::new();
    let path = |path: &std::path::Path| path.to_str().expect("a path in UTF-8").to_owned();
    // The shell stays when the program is ended by a key, so that it can tell.
    let command = format!(
        "trap : INT; '{BINARY}' serve '{}' --port 0 --today {TODAY} --cache '{}'; \
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
    let mut said = String::new();
    for line in BufReader::new(script.stdout.take().expect("its screen")).lines() {
        let line = line.expect("text");
        if line.contains("q quit") {
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
        let said = pressed(keys);
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
    // Nothing changed, so there is nothing to tell; the preview goes on and ends as asked.
    let said = pressed(b"rq");
    assert!(said.contains("ended with 0"), "{said}");
}
