//! The kits that are looked at, each built once a run by the program itself.
//!
//! `KITS=sparse,typical` looks at those alone.

use crate::{everything, tools};
use rayon::prelude::*;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The day of all builds.
const TODAY: &str = "2026-11-24";

/// What is looked at in every width and light. The others are there for what they are made of,
/// and a narrow dark page and a wide light one show that.
const IN_FULL: [&str; 4] = ["example", "typical", "sparse", "broken-ish"];

/// The themes besides `editorial`.
const THEMES: [&str; 2] = ["studio", "pop"];

/// What is looked at in the other themes too.
const IN_ALL_THEMES: [&str; 9] = [
    "example",
    "typical",
    "sparse",
    "broken-ish",
    "nothing",
    "right-to-left",
    "german",
    "arabic",
    "japanese",
];

/// The kits of `tests/kits` that are looked at: an ordinary one, and one in each language.
const OF_KITS: [&str; 7] = [
    "typical",
    "german",
    "spanish",
    "french",
    "portuguese",
    "arabic",
    "japanese",
];

/// A built kit.
pub struct Kit {
    /// `typical`
    pub name: String,
    /// The folder with its site.
    pub site: PathBuf,
}

/// How a page is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Of the viewport, in CSS px.
    pub width: u32,
    pub dark: bool,
}

impl Look {
    pub fn light(width: u32) -> Look {
        Look { width, dark: false }
    }

    pub fn dark(width: u32) -> Look {
        Look { width, dark: true }
    }

    /// Of the viewport, in CSS px, as devices of this width have it.
    pub fn height(self) -> u32 {
        match self.width {
            320 => 640,
            390 => 844,
            768 => 1024,
            _ => 860,
        }
    }
}

impl fmt::Display for Look {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let light = if self.dark { "dark" } else { "light" };
        write!(out, "{}-{light}", self.width)
    }
}

impl Kit {
    /// In which widths and lights its pages are looked at.
    pub fn looks(&self) -> Vec<Look> {
        if !self.in_full() {
            return vec![Look::dark(320), Look::light(1280)];
        }
        let widths = self.widths().iter();
        let looks = widths.flat_map(|width| [Look::light(*width), Look::dark(*width)]);
        looks.collect()
    }

    /// In which widths, where light makes no difference.
    pub fn widths(&self) -> &'static [u32] {
        if self.in_full() {
            &[320, 390, 768, 1280]
        } else {
            &[320, 1280]
        }
    }

    /// Whether it is a kit of an ordinary kind, which is looked at in every width.
    pub fn in_full(&self) -> bool {
        IN_FULL.contains(&self.name.as_str())
    }

    /// One page of each kind by path: the first page, a collaboration, the one for wrong addresses.
    pub fn sample(&self) -> Vec<String> {
        let mut pages = self.pages();
        let mut seen = false;
        pages.retain(|path| !(path.starts_with("work/") && std::mem::replace(&mut seen, true)));
        pages
    }

    /// Its pages by path, the first page first.
    pub fn pages(&self) -> Vec<String> {
        let files = walkdir::WalkDir::new(&self.site).sort_by_file_name();
        let files = files.into_iter().map(|entry| entry.expect("a built site"));
        let paths = files.map(|entry| {
            let path = entry.path().strip_prefix(&self.site).expect("a path in it");
            path.to_string_lossy().replace('\\', "/")
        });
        let mut pages: Vec<_> = paths.filter(|path| path.ends_with(".html")).collect();
        pages.sort_by_key(|path| path != "index.html");
        pages
    }
}

/// All kits of this run.
pub fn all() -> &'static [Kit] {
    static KITS: OnceLock<Vec<Kit>> = OnceLock::new();
    KITS.get_or_init(|| {
        let folders = wanted(folders());
        folders.par_iter().map(|folder| build(folder)).collect()
    })
}

/// The folder with the site of a kit.
pub fn site(name: &str) -> Option<&'static Path> {
    let kit = all().iter().find(|kit| kit.name == name)?;
    Some(&kit.site)
}

/// The folders of all kits there are.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("example-kit")];
    folders.extend(OF_KITS.map(|kit| root.join("tests/kits").join(kit)));
    let kits = fs::read_dir(root.join("tests/browser/kits")).expect("the kits of these tests");
    let mut kits: Vec<_> = kits.map(|kit| kit.expect("a kit").path()).collect();
    kits.retain(|kit| kit.is_dir());
    kits.sort();
    folders.extend(kits);
    let plain = folders
        .iter()
        .filter(|kit| IN_ALL_THEMES.contains(&name(kit).as_str()));
    let dressed = plain.flat_map(|kit| THEMES.map(|theme| dressed_in(theme, kit)));
    let dressed: Vec<_> = dressed.collect();
    folders.extend(dressed);
    folders.push(everything::written());
    folders
}

/// A copy of a kit that asks for `theme`: `typical-studio`.
fn dressed_in(theme: &str, kit: &Path) -> PathBuf {
    let copy = format!("{}-{theme}", name(kit));
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(copy);
    let _ = fs::remove_dir_all(&copy);
    for entry in walkdir::WalkDir::new(kit) {
        let entry = entry.expect("a file of the kit");
        let to = copy.join(entry.path().strip_prefix(kit).expect("a path in it"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder to write to");
        } else {
            fs::copy(entry.path(), to).expect("a file to copy");
        }
    }
    let path = copy.join("profile.toml");
    let profile = fs::read_to_string(&path).expect("a profile");
    let asked = format!("[site]\ntheme = \"{theme}\"");
    let profile = profile.replace("theme = \"editorial\"\n", "");
    let profile = match profile.contains("\n[site]") {
        true => profile.replacen("[site]", &asked, 1),
        false => format!("{profile}\n{asked}\n"),
    };
    fs::write(path, profile).expect("a profile to write");
    copy
}

/// Those that `KITS` names, else all.
fn wanted(mut folders: Vec<PathBuf>) -> Vec<PathBuf> {
    let Ok(names) = std::env::var("KITS") else {
        return folders;
    };
    let names: Vec<_> = names.split(',').map(str::trim).collect();
    let known: Vec<_> = folders.iter().map(|folder| name(folder)).collect();
    for wanted in &names {
        assert!(
            known.iter().any(|name| name == wanted),
            "KITS names `{wanted}`; there are {}",
            known.join(", ")
        );
    }
    folders.retain(|folder| names.contains(&name(folder).as_str()));
    folders
}

fn name(folder: &Path) -> String {
    let name = folder.file_name().expect("a folder with a name");
    let name = name.to_string_lossy();
    name.strip_suffix("-kit").unwrap_or(&name).to_string()
}

fn build(folder: &Path) -> Kit {
    let name = name(folder);
    let site = tools::folder().join("sites").join(&name);
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("store");
    let built = Command::new(env!("CARGO_BIN_EXE_pitchkit"))
        .args(["build", "--quiet", "--today", TODAY, "--output"])
        .arg(&site)
        .arg("--cache")
        .arg(cache)
        .arg(folder)
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{name} cannot be built:\n{said}");
    Kit { name, site }
}
