//! Every kit under `tests/kits/` and the example kit, against what is expected of it.
//!
//! Beside a kit's files, in `expect/` (for the example kit in `tests/example-kit/`):
//!
//! - `diagnostics.txt`: the report as people see it, whole and without colours, of damaged photos
//!   too. Always.
//! - `view.json`: what themes are given. Only where it is there.
//! - `site/`: the texts of the site in full, and `pictures.txt`, a line for each file that is not
//!   text. Only where the folder is there.
//!
//! What is wrong, missing or left over fails. `UPDATE=1 cargo test --release` writes what came
//! out over what was expected; read the diff before you commit it.

use jiff::civil::date;
use pitchkit::cli::build::{faults, finished};
use pitchkit::cli::{explain, report};
use pitchkit::disk::Files;
use pitchkit::disk::store::Store;
use pitchkit::source::{Audience, Leash, Options};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// Path below `expect/` to text.
type Texts = BTreeMap<String, String>;

#[test]
fn every_kit_gives_what_is_expected_of_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kits = folders(&root.join("tests/kits"));
    let mut cases: Vec<_> = kits
        .into_iter()
        .map(|kit| (kit.join("expect"), kit))
        .collect();
    cases.push((root.join("tests/example-kit"), root.join("example-kit")));
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("store");
    let store = Store::open(Some(cache));

    let mut failures = String::new();
    for (expect, kit) in cases {
        let actual = outcome(&kit, &expect, &store);
        if std::env::var_os("UPDATE").is_some() {
            update(&expect, &actual);
        }
        for failure in differences(&read_texts(&expect), &actual) {
            let _ = writeln!(failures, "\n{}/{failure}", expect.display());
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}\nUPDATE=1 writes what came out"
    );
}

/// What comes of `kit`, as far as `expect` asks for it.
fn outcome(kit: &Path, expect: &Path, store: &Store) -> Texts {
    let mut sources = store.sources(kit).expect("a readable kit");
    let options = Options {
        today: date(2026, 11, 24),
        base_url: None,
        audience: Audience::Public,
        pdf: true,
        leash: Leash::default(),
    };
    let mut build = pitchkit::build(&sources, &options);
    let whole = build
        .site
        .as_ref()
        .filter(|_| !build.diagnostics.has_errors());
    let faults = faults(whole, &sources, kit, store, &|_| {}).expect("readable photos");
    let mut homeless = Vec::new();
    for (path, fault) in faults {
        for copy in sources.copies(&path) {
            sources.refuse(fault.clone().refusal(&copy));
        }
        if sources.refusal(&path).is_none() {
            homeless.push(fault.diagnostic(&path));
        }
        build = pitchkit::build(&sources, &options);
    }
    homeless
        .into_iter()
        .for_each(|said| build.diagnostics.push(said));
    let refused = build.diagnostics.has_errors();
    // Of a kit with an error nothing is published, whatever could be made of it.
    let site = build.site.filter(|_| !refused);
    assert_eq!(
        site.is_none(),
        refused,
        "{}: a site, or an error",
        kit.display()
    );
    let diagnostics = build.diagnostics.sorted();
    for diagnostic in &diagnostics {
        let explained = explain::all().any(|one| one.code == diagnostic.rule);
        assert!(explained, "`{}` is not explained", diagnostic.rule);
    }

    let mut texts = Texts::new();
    let drawn = report::human(&sources, &diagnostics, usize::MAX);
    let drawn = anstream::adapter::strip_str(&drawn).to_string();
    let counts = report::counts(&diagnostics);
    texts.insert("diagnostics.txt".to_string(), format!("{drawn}{counts}\n"));
    if let Some(view) = build.view.filter(|_| expect.join("view.json").exists()) {
        let view = serde_json::to_string_pretty(&view).expect("a view as JSON");
        texts.insert("view.json".to_string(), view + "\n");
    }
    if let Some(site) = site.filter(|_| expect.join("site").exists()) {
        let files = finished(site, kit, store, &|_| {}).expect("finished files");
        let files = files.expect("photos that a picture can be made of");
        texts.extend(site_texts(files));
    }
    texts
}

fn site_texts(files: Files) -> Texts {
    let mut texts = Texts::new();
    let mut pictures = String::new();
    for (path, bytes) in files {
        match String::from_utf8(bytes) {
            Ok(text) => {
                texts.insert(format!("site/{path}"), text);
            }
            Err(error) => {
                let _ = writeln!(pictures, "{path} {}", picture(error.as_bytes()));
            }
        }
    }
    texts.insert("site/pictures.txt".to_string(), pictures);
    texts
}

/// `800x600 webp`, or `font`. The bytes themselves may differ from one processor to another.
fn picture(bytes: &[u8]) -> String {
    if bytes.starts_with(b"wOF2") {
        return "font".to_string();
    }
    if bytes.starts_with(b"%PDF-") {
        return "document".to_string();
    }
    let reader = image::ImageReader::new(Cursor::new(bytes));
    let reader = reader.with_guessed_format().expect("bytes in memory");
    let Some(format) = reader.format() else {
        return "no picture".to_string();
    };
    let (width, height) = reader.into_dimensions().expect("a whole picture");
    format!("{width}x{height} {}", format.extensions_str()[0])
}

fn differences(expected: &Texts, actual: &Texts) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in actual {
        match expected.get(path) {
            None => found.push(format!("{path} is missing")),
            Some(wanted) if wanted != text => found.push(format!("{path}{}", first(wanted, text))),
            Some(_) => {}
        }
    }
    let left_over = expected.keys().filter(|path| !actual.contains_key(*path));
    found.extend(left_over.map(|path| format!("{path} is left over")));
    found
}

/// The first line that differs.
fn first(expected: &str, actual: &str) -> String {
    let mut expected = expected.split('\n');
    let mut actual = actual.split('\n');
    let mut number = 1;
    loop {
        match (expected.next(), actual.next()) {
            (Some(wanted), Some(line)) if wanted == line => number += 1,
            (wanted, line) => {
                let end = "(the end)";
                let (wanted, line) = (wanted.unwrap_or(end), line.unwrap_or(end));
                return format!(":{number}\n  expected {wanted}\n  but got  {line}");
            }
        }
    }
}

fn update(expect: &Path, texts: &Texts) {
    for path in read_texts(expect)
        .keys()
        .filter(|path| !texts.contains_key(*path))
    {
        fs::remove_file(expect.join(path)).expect("a file to remove");
    }
    for (path, text) in texts {
        let path = expect.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
        fs::write(path, text).expect("a file to write");
    }
}

/// Every file in `folder`, by path with `/` between the parts.
fn read_texts(folder: &Path) -> Texts {
    let mut texts = Texts::new();
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok);
    for entry in files.filter(|entry| entry.file_type().is_file()) {
        let path = entry
            .path()
            .strip_prefix(folder)
            .expect("a path in the folder");
        let path = path.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(entry.path()).expect("a text");
        texts.insert(path, text);
    }
    texts
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let mut folders: Vec<_> = paths.filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no kits in {}", parent.display());
    folders
}
