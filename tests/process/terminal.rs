//! What a build says while it makes pictures: on a terminal, and nowhere else.

#![cfg(target_os = "linux")] // `script` gives a terminal, with other arguments elsewhere

use super::place::{BINARY, Place, text};
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Builds to `site` on a terminal, with `rest` of the arguments and the variables. The exit code,
/// and all that was written to the terminal.
fn on_terminal(
    place: &Place,
    site: &Path,
    rest: &str,
    variables: &[(&str, &str)],
) -> (Option<i32>, String) {
    let command = format!(
        "'{BINARY}' build '{}' -o '{}' {rest}",
        text(&place.kit),
        text(site)
    );
    let mut script = Command::new("script");
    script.args(["-qec", &command, "/dev/null"]);
    let output = place.at_home(&mut script, variables).output();
    let output = output.expect("`script`, of util-linux");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code(), said)
}

fn pictures(site: &Path) -> usize {
    let entries = walkdir::WalkDir::new(site).into_iter();
    let paths = entries.map(|entry| entry.expect("a readable site").into_path());
    let kinds = ["jpg", "webp", "avif"];
    paths
        .filter(|path| {
            let kind = path.extension().and_then(|kind| kind.to_str());
            kind.is_some_and(|kind| kinds.contains(&kind))
        })
        .count()
}

#[test]
fn pictures_are_counted_while_they_are_made() {
    let place = Place::new();
    let site = place.at("site");
    let (code, said) = on_terminal(&place, &site, "", &[("TERM", "xterm")]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("\r0 of 2 photos, 0 bytes\r"), "{said:?}");
    // The line is gone when the next begins: drawn over with blanks, the cursor at its start.
    let drawings: Vec<_> = said.split('\r').skip(1).collect();
    let is_line = |text: &&&str| text.contains(" of 2 photos, ");
    let lines: Vec<_> = drawings.iter().take_while(is_line).collect();
    let columns = |text: &str| text.trim_end_matches(' ').chars().count();
    let last = lines.last().map_or(0, |line| columns(line));
    assert_eq!(drawings[lines.len()], " ".repeat(last), "{said:?}");
    let rest = drawings[lines.len() + 1..].concat();
    assert!(!rest.contains(" of 2 photos"), "{said:?}");
    let summary = rest.lines().find(|line| line.starts_with("2 photos, "));
    let summary = summary.expect("a summary");
    // The card is no picture of a photo; paper has one of each photo for itself.
    let became = format!(", became {} pictures, ", pictures(&site) - 1 + 2);
    assert!(summary.contains(&became), "{said:?}");
    assert!(summary.ends_with(" s"), "{said:?}");

    // Nothing to make.
    let (code, said) = on_terminal(&place, &place.at("other"), "", &[("TERM", "xterm")]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("written"), "{said:?}");
    assert!(!said.contains("photos, "), "{said:?}");
}

#[test]
fn what_is_not_wanted_is_not_shown() {
    /// Builds on a terminal with nothing kept: whether the line and the summary show.
    fn check(rest: &str, variables: &[(&str, &str)], expected: [bool; 2]) {
        let place = Place::new();
        let (code, said) = on_terminal(&place, &place.at("site"), rest, variables);
        assert_eq!(code, Some(0), "{said}");
        let shown = [" of 2 photos", "2 photos, "].map(|words| said.contains(words));
        assert_eq!(shown, expected, "{rest} {variables:?} {said:?}");
    }
    let colours = &[("TERM", "xterm-256color")][..];
    check("--color never", colours, [true, true]);
    check("--quiet", colours, [false, false]);
    check("--format json", colours, [false, false]);
    check("--format short", colours, [false, false]);
    check("2>&1 | cat", colours, [false, false]);
    check("", &[("TERM", "dumb")], [false, true]);
    check("", &[("TERM", "xterm"), ("CI", "true")], [false, true]);
}

#[test]
fn the_line_is_gone_before_an_error() {
    let place = Place::new();
    let dots = place.kit.join("photos/dots.png");
    let mut bytes = fs::read(&dots).expect("a photo");
    // Only decoding finds it: no length is wrong.
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(dots, bytes).expect("a photo");
    let (code, said) = on_terminal(&place, &place.at("site"), "", &[("TERM", "xterm")]);
    assert_eq!(code, Some(1), "{said}");
    let (line, _) = said.split_once("\u{1b}[1m").expect("an error in colour");
    assert!(line.starts_with("\r0 of 2 photos"), "{said:?}");
    assert!(line.ends_with(" \r"), "{said:?}");
    assert!(!said.contains("became"), "{said:?}");
    // It is told where the photo is named.
    assert!(said.contains("profile.toml:20:8"), "{said:?}");
}

#[test]
fn a_signal_leaves_a_clean_terminal() {
    let place = Place::new();
    let profile = place.kit.join("profile.toml");
    let slow = fs::read_to_string(&profile).expect("a profile") + "[site]\nformats = [\"avif\"]\n";
    fs::write(profile, slow).expect("a profile");
    // The shell stays when the program is ended by a key, so that it can tell.
    let site = place.at("site");
    let command = format!(
        "trap : INT; '{BINARY}' build '{}' -o '{}'; echo ended with $?",
        text(&place.kit),
        text(&site)
    );
    let mut script = Command::new("script");
    script.args(["-qec", &command, "/dev/null"]);
    let variables = [("TERM", "xterm"), ("SHELL", "/bin/sh")];
    let mut script = place
        .at_home(&mut script, &variables)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script`, of util-linux");
    let mut keys = script.stdin.take().expect("its keys");
    let mut screen = script.stdout.take().expect("its screen");
    let mut said = Vec::new();
    let mut part = [0; 256];
    let mut pressed = false;
    loop {
        let length = screen.read(&mut part).expect("a screen to read");
        if length == 0 {
            break;
        }
        said.extend_from_slice(&part[..length]);
        if !pressed && String::from_utf8_lossy(&said).contains(" of 2 photos") {
            keys.write_all(b"\x03").expect("a key to press");
            pressed = true;
        }
    }
    script.wait().expect("a terminal that goes");
    let said = String::from_utf8_lossy(&said).into_owned();
    let (line, rest) = said.split_once("ended with ").expect("an exit code");
    assert!(rest.starts_with("130"), "{said:?}");
    assert!(line.ends_with(" \r"), "{said:?}");
    assert!(!site.exists(), "nothing was finished");
}
