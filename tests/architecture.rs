//! The shape of the program: which module may use which, and who may touch the world.

use pitchkit::cli::explain;
use pitchkit::kit::PLATFORMS;
use pitchkit::words::Words;
use std::fs;
use std::path::{Path, PathBuf};

/// Every module, what it may use to its left. `lib` is `src/lib.rs`, where `build` is.
const LAYERS: [&str; 16] = [
    "source", "words", "chart", "kit", "import", "derive", "theme", "jobs", "render", "check",
    "finish", "lib", "disk", "preview", "cli", "main",
];
const EDGES: [&str; 4] = ["disk", "preview", "cli", "main"];
const WORLD: [&str; 8] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "SystemTime",
    "Instant::now",
    "::now()",
    "std::io::std",
];

#[test]
fn modules_use_only_what_stands_to_their_left() {
    let place = |module: &str| LAYERS.iter().position(|layer| *layer == module);
    for (path, text) in sources() {
        let own = place(module(&path)).unwrap_or_else(|| panic!("{path:?} is in no layer"));
        for used in text.split("crate::").skip(1) {
            let word = |c: char| !c.is_alphanumeric() && c != '_';
            let used = used.split(word).next().unwrap_or_default();
            // What is not a module is something that `lib.rs` itself defines.
            let used = place(used).or(place("lib")).unwrap_or_default();
            assert!(used <= own, "{path:?} uses {}", LAYERS[used]);
        }
    }
}

#[test]
fn nothing_is_taken_by_a_glob_from_another_module() {
    for (path, text) in sources() {
        for used in text.split("use crate::").skip(1) {
            let used = used.split(';').next().unwrap_or_default();
            assert!(!used.contains('*'), "{path:?}: use crate::{used}");
        }
    }
}

#[test]
fn only_the_edges_touch_the_world() {
    for (path, text) in sources() {
        if !EDGES.contains(&module(&path)) {
            for world in WORLD {
                assert!(!text.contains(world), "{path:?} uses {world}");
            }
        }
    }
}

#[test]
fn every_code_is_explained_and_every_explanation_has_a_code() {
    let explained: Vec<_> = explain::all().map(|one| one.code).collect();
    let sources = sources();
    let outside = |(path, _): &&(PathBuf, String)| module(path) != "cli";
    let texts: Vec<_> = sources
        .iter()
        .filter(outside)
        .map(|(_, text)| text)
        .collect();

    let mut unexplained = Vec::new();
    for text in &texts {
        for before in ["Diagnostic::error(", "Diagnostic::warning(", "rule: "] {
            for after in text.split(before).skip(1) {
                let literal = after.trim_start().strip_prefix('"').unwrap_or_default();
                let code = literal.split('"').next().unwrap_or_default();
                if !code.is_empty() && !explained.contains(&code) {
                    unexplained.push(code);
                }
            }
        }
    }
    // A code may be handed on before it becomes a diagnostic, so here any literal counts.
    let is_said = |code: &&&str| {
        texts
            .iter()
            .any(|text| text.contains(&format!("\"{code}\"")))
    };
    let unsaid: Vec<_> = explained.iter().filter(|code| !is_said(code)).collect();
    assert!(
        unexplained.is_empty(),
        "without an explanation: {unexplained:?}"
    );
    assert!(unsaid.is_empty(), "explained, and never said: {unsaid:?}");
}

/// Every source file with its text, but for comments and the unit tests at its end.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a readable file");
                let text = text
                    .split("#[cfg(test)]\nmod tests")
                    .next()
                    .unwrap_or_default();
                let code = |line: &&str| !line.trim_start().starts_with("//");
                let text = text.lines().filter(code).collect::<Vec<_>>().join("\n");
                let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
                let path = path
                    .strip_prefix(root)
                    .expect("a path in src")
                    .to_path_buf();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    assert!(found.len() > 20, "the sources were not found");
    found
}

/// The layer a file belongs to: the first folder, or the file's name.
fn module(path: &Path) -> &str {
    let first = path
        .iter()
        .next()
        .and_then(|part| part.to_str())
        .unwrap_or_default();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// A word is said where its key is written out, or where a key is put together that begins or ends
/// as it does.
#[test]
fn every_word_is_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<String> = sources().into_iter().map(|(_, text)| text).collect();
    for path in theme_files() {
        texts.push(fs::read_to_string(path).unwrap_or_default());
    }
    let all = texts.concat();
    let is_said = |key: &str| {
        let cuts = || key.match_indices('-').map(|(at, _)| key.split_at(at));
        let begins = |key: &str| {
            key.match_indices('-')
                .any(|(at, _)| all.contains(&format!("\"{}{{", &key[..=at])))
        };
        let whole = |key: &str| {
            let mut ends = ["\"", ".", "{"].iter();
            ends.any(|end| all.contains(&format!("\"{key}{end}")))
        };
        // `{key}-alone`, `{plain}-{platform}`
        let ends = |(start, end): (&str, &str)| {
            let platform = PLATFORMS.iter().any(|(id, _)| end[1..] == **id);
            whole(start) && (platform || all.contains(&format!("}}{end}\"")))
        };
        whole(key) || begins(key) || cuts().any(ends)
    };
    let words = fs::read_to_string(root.join("src/words/en.ftl")).expect("English");
    let keys = words
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key);
    let keys = keys.filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()));
    let unsaid: Vec<_> = keys.filter(|key| !is_said(key)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

/// What templates ask for by name is there.
#[test]
fn every_word_that_a_theme_asks_for_exists() {
    let words = Words::load("en").expect("English");
    for path in theme_files() {
        let text = fs::read_to_string(&path).expect("a readable file");
        for asked in text.split("word(key=\"").skip(1) {
            let key = asked.split('"').next().unwrap_or_default();
            assert!(words.has(key), "{path:?} asks for `{key}`");
        }
    }
}

/// The texts of all themes that are part of the program.
fn theme_files() -> Vec<PathBuf> {
    let inside = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("a readable folder");
        let paths = entries.map(|entry| entry.expect("a readable entry").path());
        paths.collect::<Vec<_>>()
    };
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let themes = inside(&themes).into_iter().filter(|path| path.is_dir());
    let files = themes.flat_map(|theme| inside(&theme));
    let is_text =
        |path: &PathBuf| path.is_file() && path.extension().is_none_or(|ending| ending != "jpg");
    files.filter(is_text).collect()
}
