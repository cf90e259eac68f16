//! What programs read of a site: that every file says the same numbers under the same build id, that
//! `kit.json` is what its schema promises, and that others can read the contact card.
//!
//! Every kit of `tests/kits/` that builds, and the example kit, in each of the built-in themes.

mod agree;
mod card;
mod schema;
mod sheet;

use jiff::civil::date;
use pitchkit::disk::store::Store;
use pitchkit::render::Asset;
use pitchkit::source::{Audience, Leash, Options, Sources};
use pitchkit::theme;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A kit in a theme, as `build` writes it.
struct Built {
    /// Its folder and its theme, for messages.
    name: String,
    /// Path in the site to text.
    texts: BTreeMap<String, String>,
    /// `kit.json`.
    json: Value,
}

/// All kits in all themes.
static BUILT: LazyLock<Vec<Built>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join("tests/kits")).expect("kits");
    let mut kits: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.is_dir())
        .collect();
    kits.push(root.join("example-kit"));
    kits.sort();
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("data-store");
    let store = Store::open(Some(cache));
    let mut built = Vec::new();
    for kit in kits {
        let sources = store.sources(&kit).expect("a readable kit");
        if texts(&sources).is_none() {
            continue;
        }
        for theme in theme::names() {
            let kit_name = kit.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{kit_name} in {theme}");
            let texts = texts(&set_in(theme, &sources)).unwrap_or_else(|| panic!("{name}"));
            let json = serde_json::from_str(&texts["kit.json"]).expect("JSON");
            built.push(Built { name, texts, json });
        }
    }
    // Many kits of the golden tests are broken on purpose; if all were, nothing would be held here.
    assert!(built.len() >= 90, "only {} were built", built.len());
    built
});

/// The texts of the site that `sources` make; `None` where they hold an error.
fn texts(sources: &Sources) -> Option<BTreeMap<String, String>> {
    let options = Options {
        today: date(2026, 11, 24),
        base_url: None,
        audience: Audience::Public,
        pdf: true,
        leash: Leash::default(),
    };
    let build = pitchkit::build(sources, &options);
    let site = build.site.filter(|_| !build.diagnostics.has_errors())?;
    let texts = site.files.into_iter().filter_map(|(path, asset)| {
        let Asset::Bytes(bytes) = asset else {
            return None;
        };
        Some((path, String::from_utf8(bytes).ok()?))
    });
    Some(texts.collect())
}

/// The same kit in another theme.
fn set_in(theme: &str, sources: &Sources) -> Sources {
    let file = sources.find("profile.toml").expect("a profile");
    let text = &sources.text(file).text;
    let others = text.lines().filter(|line| !line.starts_with("theme ="));
    let said = format!("[site]\ntheme = \"{theme}\"\n");
    let mut profile = String::new();
    for line in others {
        profile += &match line.trim() {
            "[site]" => said.clone(),
            _ => format!("{line}\n"),
        };
    }
    if !profile.contains(&said) {
        profile += &format!("\n{said}");
    }
    sources.with_texts(&BTreeMap::from([("profile.toml".to_string(), profile)]))
}

impl Built {
    /// A list in `kit.json`.
    fn list(&self, pointer: &str) -> impl Iterator<Item = &Value> {
        let list = self.json.pointer(pointer).and_then(Value::as_array);
        list.unwrap_or_else(|| panic!("{}: {pointer}", self.name))
            .iter()
    }

    /// A number of `kit.json` by its name.
    fn number(&self, name: &Value) -> Option<&Value> {
        let name = name.as_str()?;
        let number = self.json["numbers"].get(name);
        assert!(number.is_some(), "{}: {name} is no number", self.name);
        number
    }
}

/// What is in a text of JSON, or nothing.
fn said(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
