//! A kit in a theme, set.

use jiff::civil::date;
use pitchkit::cli::build::finished;
use pitchkit::derive::View;
use pitchkit::disk::store::Store;
use pitchkit::source::{Audience, Leash, Options};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// What was set.
pub struct Set {
    pub view: View,
    pub whole: Vec<u8>,
    pub page: Vec<u8>,
    pub card: Vec<u8>,
}

/// The documents of the kit in the folder `kit`, in another theme and on another sheet.
pub fn set(kit: &Path, theme: &str, sheet: &str) -> Set {
    set_copy(kit, theme, sheet, None, kept())
}

/// The same with nothing kept from before.
pub fn set_anew(kit: &Path, theme: &str, sheet: &str) -> Set {
    let cache = tempfile::tempdir().expect("a folder");
    let store = Store::open(Some(cache.path().to_path_buf()));
    set_copy(kit, theme, sheet, None, store)
}

/// The documents of a kit that has a font of its own.
pub fn set_with_font(kit: &Path, theme: &str, font: &Path) -> Set {
    set_copy(kit, theme, "a4", Some(font), kept())
}

/// A TrueType font of this machine with the letters of `language`, and its name.
pub fn font_for(language: &str) -> (PathBuf, String) {
    let asked = format!(":lang={language}:fontformat=TrueType");
    let found = Command::new("fc-list")
        .args(["--format", "%{file}\t%{postscriptname}\n", &asked])
        .output()
        .expect("fontconfig; tests/run installs it");
    let text = String::from_utf8(found.stdout).expect("paths");
    let fonts = text.lines().filter_map(|line| line.split_once('\t'));
    // Not collections of fonts.
    let font = fonts.filter(|(path, _)| path.ends_with(".ttf")).min();
    let (path, name) = font.unwrap_or_else(|| panic!("no font for {language}: see tests/run"));
    (PathBuf::from(path), name.to_string())
}

/// What was made in this run, and nothing older: documents are kept by what they are set from, not by
/// the code that sets them.
fn kept() -> Store {
    static KEPT: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
        // There is none the first time.
        let _ = fs::remove_dir_all(&folder);
        folder
    });
    Store::open(Some(KEPT.clone()))
}

fn set_copy(kit: &Path, theme: &str, sheet: &str, font: Option<&Path>, store: Store) -> Set {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("kit");
    copy(kit, &folder);
    choose(&folder.join("profile.toml"), theme, sheet);
    if let Some(font) = font {
        let fonts = folder.join("theme/fonts");
        fs::create_dir_all(&fonts).expect("a folder");
        fs::copy(font, fonts.join("own.ttf")).expect("a copy");
    }
    let options = Options {
        today: date(2026, 11, 24),
        base_url: None,
        audience: Audience::Public,
        pdf: true,
        leash: Leash::default(),
    };
    let sources = store.sources(&folder).expect("a readable kit");
    let build = pitchkit::build(&sources, &options);
    let site = build.site.expect("a site");
    let mut files = finished(site, &folder, &store, &|_| {})
        .expect("a disk")
        .unwrap_or_else(|faults| panic!("{} in {theme}: {faults:?}", kit.display()));
    let mut file = |path: &str| {
        let bytes = files.remove(path);
        let bytes = bytes.unwrap_or_else(|| panic!("{} in {theme}: no {path}", kit.display()));
        if let Some(kept) = std::env::var_os("PAPER") {
            let name = kit.file_name().expect("a name").to_string_lossy();
            let path = Path::new(&kept).join(format!("{name}-{theme}-{sheet}-{path}"));
            fs::write(path, &bytes).expect("a file to write");
        }
        bytes
    };
    Set {
        whole: file("kit.pdf"),
        page: file("kit-one-page.pdf"),
        card: file("og.jpg"),
        view: build.view.expect("a view"),
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("a readable kit");
        let inside = entry.path().strip_prefix(from).expect("inside");
        let is_kit = !inside.starts_with("expect") && !inside.starts_with("site");
        if entry.file_type().is_dir() && is_kit {
            fs::create_dir_all(to.join(inside)).expect("a folder");
        } else if is_kit {
            fs::copy(entry.path(), to.join(inside)).expect("a copy");
        }
    }
}

/// Sets the look in a profile.
fn choose(profile: &Path, theme: &str, sheet: &str) {
    let text = fs::read_to_string(profile).expect("a profile");
    let mut table: toml::Table = text.parse().expect("TOML");
    let site = table
        .entry("site")
        .or_insert_with(|| toml::Table::new().into());
    let site = site.as_table_mut().expect("a table");
    site.remove("options");
    for (name, value) in [("theme", theme), ("sheet", sheet), ("pdf", "both")] {
        site.insert(name.to_string(), value.into());
    }
    fs::write(profile, table.to_string()).expect("a profile to write");
}
