//! The console transcripts of `tests/cli/*.md`, run again.
//!
//! A ```` ```console ```` block is a session in an empty folder that all blocks of a file share:
//!
//! - `$ command` is run by `sh`, with `pitchkit` on its path and no terminal;
//! - `? 1` after it is its exit code, where that is not 0;
//! - the lines after are what it wrote, on stdout and stderr; `[..]` stands for anything in a
//!   line, a line `...` for any lines.
//!
//! A line `Kit: tests/kits/NAME as DIR` outside of a block copies a kit there first.
//! `UPDATE=1 cargo test --release` writes what came out into blocks that differ.

#![cfg(unix)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[test]
fn every_transcript_runs_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let entries = fs::read_dir(&folder).expect("a readable folder");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(files.len() > 3, "the transcripts were not found");
    let mut failures = String::new();
    for path in files {
        let written = fs::read_to_string(&path).expect("a transcript");
        let actual = run_again(&written);
        if actual != written && std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &actual).expect("a transcript to write");
        } else if actual != written {
            let _ = writeln!(
                failures,
                "\n{}\n{}",
                path.display(),
                changes(&written, &actual)
            );
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}\nUPDATE=1 writes what came out"
    );
}

/// The transcript with every session as it went this time; what matches is left as it is.
fn run_again(transcript: &str) -> String {
    let home = tempfile::tempdir().expect("a folder of its own");
    let mut lines = transcript.lines().peekable();
    let mut result = String::new();
    let mut in_session = false;
    while let Some(line) = lines.next() {
        result.push_str(line);
        result.push('\n');
        match line.strip_prefix("$ ").filter(|_| in_session) {
            None if in_session => in_session = line != "```",
            None if line == "```console" => in_session = true,
            None => {
                if let Some(kit) = line.strip_prefix("Kit: ") {
                    copy_kit(kit, home.path());
                }
            }
            Some(command) => {
                let ends = |line: &&str| *line != "```" && !line.starts_with("$ ");
                let mut expected = Vec::new();
                while let Some(line) = lines.next_if(ends) {
                    expected.push(line);
                }
                let actual = outcome(command, home.path());
                let actual: Vec<_> = actual.lines().collect();
                let kept = if matches(&expected, &actual) {
                    expected
                } else {
                    actual
                };
                for line in kept {
                    result.push_str(line);
                    result.push('\n');
                }
            }
        }
    }
    result
}

fn outcome(command: &str, home: &Path) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_pitchkit"));
    let folder = binary.parent().expect("a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("({command}) 2>&1")])
        .current_dir(home)
        .env_clear()
        .env("PATH", format!("{folder}:{path}"))
        .env("HOME", home)
        .env("PITCHKIT_CACHE", home.join(".cache"))
        .env("SOURCE_DATE_EPOCH", "1795478400") // 2026-11-24
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    let mut text = match output.status.code() {
        Some(0) => String::new(),
        Some(code) => format!("? {code}\n"),
        None => "? signal\n".to_string(),
    };
    text.push_str(&String::from_utf8_lossy(&output.stdout));
    text
}

/// `tests/kits/NAME as DIR`
fn copy_kit(line: &str, home: &Path) {
    let (kit, name) = line.split_once(" as ").expect("Kit: FOLDER as NAME");
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join(kit);
    for entry in walkdir::WalkDir::new(&kit) {
        let entry = entry.expect("a readable kit");
        let inside = entry.path().strip_prefix(&kit).expect("a path in the kit");
        let target: PathBuf = home.join(name).join(inside);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder to copy to");
        } else {
            fs::copy(entry.path(), target).expect("a file to copy");
        }
    }
}

fn matches(expected: &[&str], actual: &[&str]) -> bool {
    match (expected.split_first(), actual.split_first()) {
        (None, None) => true,
        (Some((&"...", rest)), _) => (0..=actual.len()).any(|skip| matches(rest, &actual[skip..])),
        (Some((wanted, rest)), Some((line, left))) => {
            line_matches(wanted, line) && matches(rest, left)
        }
        _ => false,
    }
}

fn line_matches(expected: &str, actual: &str) -> bool {
    let Some((start, rest)) = expected.split_once("[..]") else {
        return expected == actual;
    };
    let Some(left) = actual.strip_prefix(start) else {
        return false;
    };
    left.char_indices()
        .map(|(at, _)| at)
        .chain([left.len()])
        .any(|at| line_matches(rest, &left[at..]))
}

/// Lines that are only in one of the two.
fn changes(expected: &str, actual: &str) -> String {
    let only = |of: &str, other: &str, mark: char| {
        let other: Vec<_> = other.lines().collect();
        let lines = of.lines().filter(|line| !other.contains(line));
        lines
            .map(|line| format!("{mark} {line}\n"))
            .collect::<String>()
    };
    only(expected, actual, '-') + &only(actual, expected, '+')
}

#[test]
fn wildcards_match_what_they_stand_for() {
    fn check(expected: &str, actual: &str, same: bool) {
        let expected: Vec<_> = expected.lines().collect();
        let actual: Vec<_> = actual.lines().collect();
        assert_eq!(matches(&expected, &actual), same, "{expected:?} {actual:?}");
    }
    check("a\nb", "a\nb", true);
    check("a\nb", "a", false);
    check("a", "a\nb", false);
    check("a[..]d", "a bc d", true);
    check("a[..]d", "a bc", false);
    check("[..]é", "éé", true);
    check("a\n...\nz", "a\nb\nc\nz", true);
    check("a\n...\nz", "a\nz", true);
    check("a\n...\nz", "a\nb", false);
    check("...", "", true);
}
