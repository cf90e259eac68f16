//! Every case under `tests/import/`: files as a platform exports them, against what is read in
//! them.
//!
//! A case has its files in `files/`, byte for byte as they are downloaded, and what comes of them
//! in `expect.txt`: each file that was recognised with its rows, then what is said of it.
//! `options.toml` may hold `as`, `today`, `modified` (the day the files were written),
//! `with_revenue` and `platforms` (those of the kit).
//!
//! `UPDATE=1 cargo test --release --test import` writes what came out over what was expected; read
//! the diff, and compare it with the files by eye, before you commit it.

use jiff::civil::Date;
use pitchkit::cli::{explain, report};
use pitchkit::import::{Dropped, Settings, line, open, read};
use pitchkit::kit::Platform;
use pitchkit::source::Diagnostics;
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Options {
    r#as: Option<String>,
    today: String,
    modified: String,
    with_revenue: bool,
    platforms: Vec<String>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            r#as: None,
            today: "2026-11-24".to_string(),
            modified: "2026-11-02".to_string(),
            with_revenue: false,
            platforms: Vec::new(),
        }
    }
}

#[test]
fn every_export_is_read_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let only = std::env::var("CASE").unwrap_or_default();
    let mut failures = String::new();
    for case in sorted(&root) {
        if !case.to_string_lossy().contains(&only) {
            continue;
        }
        let actual = outcome(&case);
        let expect = case.join("expect.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expect, &actual).expect("a case to write to");
        }
        let expected = fs::read_to_string(&expect).unwrap_or_default();
        if expected != actual {
            let lines = expected.lines().zip(actual.lines()).enumerate();
            let differs = lines.clone().find(|(_, (one, other))| one != other);
            let (line, (one, other)) = differs.unwrap_or((lines.count(), ("", "")));
            let _ = writeln!(
                failures,
                "{} line {}:\n  expected {one}\n  found    {other}",
                expect.display(),
                line + 1
            );
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}\nUPDATE=1 writes what came out"
    );
}

fn outcome(case: &Path) -> String {
    let options = fs::read_to_string(case.join("options.toml")).unwrap_or_default();
    let options: Options = toml::from_str(&options).expect("options of the case");
    let settings = Settings {
        today: day(&options.today),
        with_revenue: options.with_revenue,
        wanted: options.r#as,
        platforms: options
            .platforms
            .iter()
            .filter_map(|id| Platform::parse(id))
            .collect(),
    };
    let files = case.join("files");
    let mut dropped = Vec::new();
    collect(&files, &files, day(&options.modified), &mut dropped);
    let mut diags = Diagnostics::new();
    let opened = open(dropped, &mut diags);
    let (brought, others) = read(&opened, &settings, &mut diags);

    let mut text = String::new();
    for file in &brought {
        let haul = &file.haul;
        let _ = write!(
            text,
            "{}: {} of {}",
            file.path, file.importer.name, haul.platform
        );
        if let Some(account) = &haul.account {
            let _ = write!(text, " {}", account.as_str());
        }
        if let Some(until) = haul.until {
            let _ = write!(text, " until {until}");
        }
        let used: Vec<&str> = line::COLUMNS
            .iter()
            .copied()
            .filter(|column| {
                haul.rows
                    .iter()
                    .any(|row| !line::cell(row, column).is_empty())
            })
            .collect();
        let _ = writeln!(text, "\n{}", used.join(","));
        for row in &haul.rows {
            let _ = writeln!(text, "{}", line::line(row, used.iter().copied(), ','));
        }
        for note in &haul.notes {
            let _ = writeln!(text, "note: {note}");
        }
        text.push('\n');
    }
    for path in others {
        let _ = writeln!(text, "left aside: {path}");
    }
    if opened.aside > 0 {
        let _ = writeln!(text, "left aside by name: {}", opened.aside);
    }
    let diagnostics = diags.sorted();
    for diagnostic in &diagnostics {
        let explained = explain::all().any(|one| one.code == diagnostic.rule);
        assert!(explained, "`{}` is not explained", diagnostic.rule);
    }
    let drawn = report::human(&opened.sources, &diagnostics, usize::MAX);
    text + &anstream::adapter::strip_str(&drawn).to_string()
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn collect(root: &Path, folder: &Path, modified: Date, dropped: &mut Vec<Dropped>) {
    for path in sorted(folder) {
        if path.is_dir() {
            collect(root, &path, modified, dropped);
            continue;
        }
        let inside = path.strip_prefix(root).expect("a path in the case");
        dropped.push(Dropped {
            path: inside.to_str().expect("a name in UTF-8").to_string(),
            bytes: fs::read(&path).expect("a readable file"),
            modified,
            named: true,
        });
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a readable folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}
