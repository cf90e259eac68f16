//! A theme's folder to [`Theme`]: its manifest, its templates, its stylesheets, its fonts.
//!
//! The built-in themes are part of the program; a file in a kit's own `theme/` folder takes the
//! place of the built-in one of the same name. This module knows nothing of any kit's content.

mod colour;
mod face;
mod manifest;
mod template;
mod width;

pub use colour::Rgb;
pub use face::{Face, Fallback, Generic, Local, Master};
pub use manifest::{Accent, Limits, Manifest, Slot, Tokens};
pub use template::escape;

use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span, Spanned, nearest};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The version of what a theme may rely on: the [`crate::derive::View`], the functions that
/// templates call, and the manifest.
pub const API: u32 = 1;

/// The folders of the themes that are part of the program: templates, stylesheets and
/// `theme.toml`, and what they are set in below `fonts/`.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The theme of a kit that asks for none.
const FIRST: &str = "editorial";

/// A look: everything that turns what may be seen into pages.
#[derive(Clone, Debug)]
pub struct Theme {
    /// What the theme says of itself.
    pub manifest: Manifest,
    files: Vec<File>,
    /// Every font that the manifest names, by its file's name.
    masters: BTreeMap<String, Arc<Master>>,
}

/// A template or a stylesheet of a theme.
#[derive(Clone, Debug)]
struct File {
    name: String,
    text: Cow<'static, str>,
    /// The file in the kit's own `theme/` folder; `None` for a built-in one.
    origin: Option<FileId>,
}

/// The names of the built-in themes.
pub fn names() -> impl Iterator<Item = &'static str> {
    let folders = BUILT_IN.dirs();
    folders.filter_map(|folder| folder.path().to_str())
}

/// The theme that a kit asks for, else the first, with the kit's own files over it. `None` after
/// an error was reported: there is no such theme, or its manifest cannot be used.
pub fn load(
    sources: &Sources,
    asked: Option<&Spanned<String>>,
    diags: &mut Diagnostics,
) -> Option<Theme> {
    let name = asked.map_or(FIRST, |asked| asked.value.as_str());
    let Some(built_in) = folder(name) else {
        let mut diagnostic =
            Diagnostic::error("unknown-theme", format!("there is no theme `{name}`"));
        diagnostic.span = asked.map(|asked| asked.span);
        diags.push(match nearest(name, names()) {
            Some(known) => diagnostic.hint(format!("did you mean `{known}`?")),
            None => {
                let known: Vec<&str> = names().collect();
                diagnostic.hint(format!("the themes are {}", known.join(", ")))
            }
        });
        return None;
    };
    let mut files: Vec<File> = built_in
        .files()
        .filter_map(|file| {
            Some(File {
                name: file_name(file.path())?.to_string(),
                text: Cow::Borrowed(file.contents_utf8()?),
                origin: None,
            })
        })
        .collect();
    for extension in ["css", "html", "toml"] {
        for id in sources.texts_in("theme", extension) {
            let text = sources.text(id);
            let name = text.path.rsplit('/').next().unwrap_or_default();
            files.retain(|file| file.name != name);
            files.push(File {
                name: name.to_string(),
                text: Cow::Owned(text.text.clone()),
                origin: Some(id),
            });
        }
    }
    let at = files.iter().position(|file| file.name == "theme.toml")?;
    let toml = files.swap_remove(at);
    let manifest = Manifest::parse(&toml.text, toml.origin, diags)?;
    let masters = masters(&manifest, built_in, toml.origin, diags)?;
    Some(Theme {
        manifest,
        files,
        masters,
    })
}

/// The folder of the built-in theme of that name.
fn folder(name: &str) -> Option<&'static Dir<'static>> {
    BUILT_IN
        .dirs()
        .find(|folder| folder.path().to_str() == Some(name))
}

fn file_name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

/// The fonts that `manifest` names, of those that `built_in` has. `None` after an error was
/// reported: one of them is not there.
fn masters(
    manifest: &Manifest,
    built_in: &'static Dir<'_>,
    origin: Option<FileId>,
    diags: &mut Diagnostics,
) -> Option<BTreeMap<String, Arc<Master>>> {
    let mut masters = BTreeMap::new();
    for (name, file) in manifest
        .faces
        .iter()
        .flat_map(|(name, face)| face.files().map(move |file| (name, file)))
    {
        let path = built_in.path().join("fonts").join(file);
        let Some(font) = built_in.get_file(path) else {
            let message = format!("`[faces.{name}]`: the theme has no font `{file}`");
            let mut diagnostic = Diagnostic::error("theme-file", message);
            if let Some(origin) = origin {
                diagnostic = diagnostic.at(Span::new(origin, 0..0));
            }
            diags.push(diagnostic);
            return None;
        };
        let master = Master::new(format!("fonts/{file}"), Cow::Borrowed(font.contents()));
        masters.insert(file.to_string(), Arc::new(master));
    }
    Some(masters)
}

impl Theme {
    /// The font in the file `name` of the theme's `fonts/`; there for every file that the
    /// manifest names.
    pub fn master(&self, name: &str) -> Option<&Arc<Master>> {
        self.masters.get(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kit_may_replace_files_of_a_theme() {
        fn check(name: &str, path: &str, text: &str, expected: &[&str]) {
            let mut sources = Sources::new();
            sources.add_text(path, text);
            let mut diags = Diagnostics::new();
            let place = Span::new(FileId::none(), 0..0);
            let asked = Spanned::new(name.to_string(), place);
            let theme = load(&sources, Some(&asked), &mut diags);
            let rules: Vec<_> = diags.iter().map(|d| d.rule).collect();
            assert_eq!(rules, expected, "{name} {path}");
            assert_eq!(theme.is_some(), expected.is_empty(), "{name} {path}");
            if let Some(theme) = theme
                && let Some(file) = path.strip_prefix("theme/")
            {
                let found: Vec<_> = theme.files.iter().filter(|f| f.name == file).collect();
                assert_eq!(found.len(), 1);
                assert_eq!(found[0].text, text);
            }
        }
        check("editorial", "story.md", "", &[]);
        check("editorial", "theme/hero.html", "<h1>x</h1>", &[]);
        check("editorial", "theme/new.html", "x", &[]);
        check("editorial", "theme/theme.toml", "api = ", &["theme-file"]);
        check("editoral", "story.md", "", &["unknown-theme"]);
    }

    /// A file that is added is built in only when this file is compiled again.
    #[test]
    fn what_is_built_in_is_what_the_folders_hold() {
        for folder in BUILT_IN.dirs() {
            let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
            let entries = std::fs::read_dir(place.join(folder.path())).expect("a folder");
            let mut there: Vec<String> = entries
                .map(|entry| entry.expect("a name").file_name())
                .map(|name| name.into_string().expect("UTF-8"))
                .collect();
            there.sort_unstable();
            let built_in = folder.entries().iter().map(include_dir::DirEntry::path);
            let mut built_in: Vec<&str> = built_in.filter_map(file_name).collect();
            built_in.sort_unstable();
            assert_eq!(built_in, there, "touch src/theme/mod.rs");
        }
    }

    #[test]
    fn every_font_that_a_theme_names_is_there() {
        fn check(from: &str, to: &str, expected: &[&str]) {
            let toml = BUILT_IN.get_file("editorial/theme.toml");
            let toml = toml.and_then(|file| file.contents_utf8()).expect("a text");
            assert!(toml.contains(from), "{from}");
            let mut sources = Sources::new();
            sources.add_text("theme/theme.toml", toml.replace(from, to));
            let mut diags = Diagnostics::new();
            let theme = load(&sources, None, &mut diags);
            let said: Vec<_> = diags.iter().map(|d| d.message.as_str()).collect();
            assert_eq!(said, expected);
            assert_eq!(theme.is_some(), expected.is_empty());
            for face in theme.iter().flat_map(|theme| theme.manifest.faces.values()) {
                let theme = theme.as_ref().expect("a theme");
                assert!(face.files().all(|file| theme.master(file).is_some()));
            }
        }
        check("roman", "roman", &[]);
        check(
            "\"newsreader-text.ttf\"",
            "\"mine.ttf\"",
            &["`[faces.text]`: the theme has no font `mine.ttf`"],
        );
    }
}
