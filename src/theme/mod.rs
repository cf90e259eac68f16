//! A theme's folder to [`Theme`]: its manifest, its templates, its stylesheets, its fonts.
//!
//! The built-in themes are part of the program; a file in a kit's own `theme/` folder takes the
//! place of the built-in one of the same name, and a `theme.toml` of another name makes the folder
//! a theme of its own. This module knows nothing of any kit's content.

mod block;
mod colour;
mod face;
mod fault;
mod kind;
mod lint;
mod manifest;
mod masters;
mod option;
mod own_font;
mod pair;
mod template;
mod width;

pub use block::{Block, Outdated, outdated, strays};
pub use colour::Rgb;
pub use face::{Face, Fallback, Generic, Local, Master};
pub use lint::live;
pub use manifest::{Accent, Limits, Manifest, OnPaper, PaperPictures, Slot, Tokens};
pub use option::Choosable;
pub use template::{escape, heed};

use crate::kit::Setting;
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
pub const FIRST: &str = "editorial";

/// The stylesheet of a kit that comes after all of a theme's.
const STYLE: &str = "style.css";

/// What a theme cannot do without.
const NEEDED: [&str; 5] = ["404.css", "404.html", "case.html", "index.html", "kit.css"];

/// A look: everything that turns what may be seen into pages.
#[derive(Clone, Debug)]
pub struct Theme {
    /// What the theme says of itself.
    pub manifest: Manifest,
    /// BLAKE3 of its `theme.toml`.
    said: [u8; 32],
    files: Vec<File>,
    /// Templates of paper, which Typst reads.
    papers: Vec<File>,
    /// Every font that a face names, by its file's name.
    masters: BTreeMap<String, Arc<Master>>,
    /// The kit's own fonts that no face names, and their families: on paper they stand in for
    /// letters that the others lack.
    further: Vec<(String, Arc<Master>)>,
    /// The kit's own stylesheet, which is no template.
    style: Option<String>,
    options: BTreeMap<String, Setting>,
}

/// A template or a stylesheet of a theme.
#[derive(Clone, Debug)]
struct File {
    name: String,
    text: Cow<'static, str>,
    /// The file in the kit's own `theme/` folder; `None` for a built-in one.
    origin: Option<FileId>,
}

impl File {
    fn is_paper(&self) -> bool {
        self.name.ends_with(".typ")
    }
}

/// The names of the built-in themes.
pub fn names() -> impl Iterator<Item = &'static str> {
    let folders = BUILT_IN.dirs();
    folders.filter_map(|folder| folder.path().to_str())
}

/// What the built-in themes say of themselves.
pub fn manifests() -> impl Iterator<Item = Manifest> {
    BUILT_IN.dirs().filter_map(|folder| {
        let toml = folder.get_file(folder.path().join("theme.toml"))?;
        Manifest::parse(toml.contents_utf8()?, None, &mut Diagnostics::new())
    })
}

/// The files below `fonts/` of a built-in theme that are given along with it: its fonts and their
/// licence.
pub fn font_files(theme: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let fonts = folder(theme).and_then(|folder| folder.get_dir(folder.path().join("fonts")));
    let files = fonts.into_iter().flat_map(|fonts| fonts.files());
    files.filter_map(|file| {
        let name = file_name(file.path())?;
        let is_given = name.ends_with(".ttf") || name.ends_with(".txt");
        is_given.then_some((name, file.contents()))
    })
}

/// The picture that a built-in theme has of itself: its file's name and bytes.
pub fn preview(theme: &str) -> Option<(String, &'static [u8])> {
    let name = manifests().find(|one| one.name == theme)?.preview?;
    let file = BUILT_IN.get_file(Path::new(theme).join(&name))?;
    Some((name, file.contents()))
}

/// The theme that a kit asks for, else the one in its own `theme/` folder, else the first, with the
/// kit's own files over it. `None` after an error was reported: there is no such theme, or a file
/// of it cannot be used.
pub fn load(
    sources: &Sources,
    asked: Option<&Spanned<String>>,
    diags: &mut Diagnostics,
) -> Option<Theme> {
    let own = own(sources);
    let own_toml = own.iter().find(|file| file.name == "theme.toml");
    let own_name = own_toml.and_then(|toml| Manifest::name_in(&toml.text));
    let name = asked.map(|asked| asked.value.as_str());
    let name = name.or(own_name.as_deref()).unwrap_or(FIRST);
    if let (Some(own_name), Some(asked)) = (&own_name, asked)
        && *own_name != asked.value
    {
        let message = format!("`theme/theme.toml` makes the theme `{own_name}`, not `{name}`");
        let hint = "leave `theme` out here, or take `theme/theme.toml` away";
        let diagnostic = Diagnostic::error("unknown-theme", message);
        diags.push(diagnostic.at(asked.span).hint(hint));
        return None;
    }
    let built_in = folder(name);
    if built_in.is_none() && own_toml.is_none() {
        diags.push(unknown(name, asked));
        return None;
    }
    let found = own.iter().flat_map(lint::unsafe_places);
    let braces = own.iter().filter(|file| file.name == STYLE);
    let braces = braces.filter_map(|file| {
        let (at, what) = lint::unmatched(&file.text)?;
        let brace = &file.text[at..=at];
        let wrong = Diagnostic::error("theme-unsafe", format!("this `{brace}` {what}"));
        let wrong = wrong.hint("every `{` of a stylesheet has its `}`");
        Some(wrong.at(Span::new(file.origin?, at..at + 1)))
    });
    let found: Vec<Diagnostic> = found.chain(braces).collect();
    if !found.is_empty() {
        found.into_iter().for_each(|one| diags.push(one));
        return None;
    }
    let mut files: Vec<File> = built_in.map(built_in_files).unwrap_or_default();
    let mut style = None;
    for file in own {
        if file.name == STYLE {
            style = Some(file.text.into_owned());
            continue;
        }
        files.retain(|other| other.name != file.name);
        files.push(file);
    }
    let at = files.iter().position(|file| file.name == "theme.toml")?;
    let toml = files.swap_remove(at);
    let manifest = Manifest::parse(&toml.text, toml.origin, diags)?;
    for needed in NEEDED {
        if !files.iter().any(|file| file.name == needed) {
            let message = format!("the theme `{}` has no `{needed}`", manifest.name);
            let hint = "`pitchkit theme eject` copies one from a built-in theme";
            let mut diagnostic = Diagnostic::error("theme-file", message).hint(hint);
            diagnostic.span = toml.origin.map(|origin| Span::new(origin, 0..0));
            diags.push(diagnostic);
            return None;
        }
    }
    let masters = masters::named(&manifest, built_in, sources, toml.origin, diags)?;
    let (papers, files) = files.into_iter().partition(File::is_paper);
    Some(Theme {
        further: own_font::further(sources, &masters),
        manifest,
        said: blake3::hash(toml.text.as_bytes()).into(),
        files,
        papers,
        masters,
        style,
        options: BTreeMap::new(),
    })
}

fn unknown(name: &str, asked: Option<&Spanned<String>>) -> Diagnostic {
    let mut diagnostic = Diagnostic::error("unknown-theme", format!("there is no theme `{name}`"));
    diagnostic.span = asked.map(|asked| asked.span);
    match nearest(name, names()) {
        Some(known) => diagnostic.hint(format!("did you mean `{known}`?")),
        None => {
            let known: Vec<&str> = names().collect();
            diagnostic.hint(format!("the themes are {}", known.join(", ")))
        }
    }
}

/// The folder of the built-in theme of that name.
fn folder(name: &str) -> Option<&'static Dir<'static>> {
    BUILT_IN
        .dirs()
        .find(|folder| folder.path().to_str() == Some(name))
}

fn built_in_files(folder: &'static Dir<'_>) -> Vec<File> {
    let files = folder.files().filter_map(|file| {
        Some(File {
            name: file_name(file.path())?.to_string(),
            text: Cow::Borrowed(file.contents_utf8()?),
            origin: None,
        })
    });
    files.collect()
}

/// The files of the kit's own `theme/` folder.
fn own(sources: &Sources) -> Vec<File> {
    let extensions = ["css", "html", "toml", "typ"].into_iter();
    let ids = extensions.flat_map(|extension| sources.texts_in("theme", extension));
    let files = ids.map(|id| {
        let text = sources.text(id);
        let name = text.path.rsplit('/').next().unwrap_or_default();
        File {
            name: name.to_string(),
            text: Cow::Owned(text.text.clone()),
            origin: Some(id),
        }
    });
    files.collect()
}

fn file_name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

impl Theme {
    /// The templates of paper: their files' names and texts, and which file of the kit each is, if
    /// it is one.
    pub fn papers(&self) -> impl Iterator<Item = (&str, &str, Option<FileId>)> {
        let papers = self.papers.iter();
        papers.map(|file| (file.name.as_str(), file.text.as_ref(), file.origin))
    }

    /// Whether a template or a stylesheet of it is a file of the kit, and so may be a stranger's.
    pub fn is_foreign(&self) -> bool {
        self.files.iter().any(|file| file.origin.is_some())
    }

    /// The kit's own stylesheet, which comes after all of the theme's.
    pub fn style(&self) -> Option<&str> {
        self.style.as_deref()
    }

    /// BLAKE3 over its name and all that it is made of: equal themes have equal contents, wherever
    /// their files came from.
    pub fn content(&self) -> [u8; 32] {
        let mut files: Vec<&File> = self.files.iter().chain(&self.papers).collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let files = files.into_iter().map(|file| {
            (
                file.name.as_str(),
                blake3::hash(file.text.as_bytes()).into(),
            )
        });
        let further = self.further.iter().map(|(family, master)| (family, master));
        let fonts = self.masters.iter().chain(further);
        let fonts = fonts.map(|(name, master)| (name.as_str(), master.content));
        let style = self.style.as_deref().unwrap_or_default();
        let options = format!("{:?}", self.options);
        // A kit's own fonts take the place of faces that `theme.toml` names.
        let faces = format!("{:?}", self.manifest.faces);
        let own = [
            (self.manifest.name.as_str(), self.said),
            (STYLE, blake3::hash(style.as_bytes()).into()),
            ("options", blake3::hash(options.as_bytes()).into()),
            ("faces", blake3::hash(faces.as_bytes()).into()),
        ];
        let mut hasher = blake3::Hasher::new();
        for (name, content) in own.into_iter().chain(files).chain(fonts) {
            // The length keeps two names from being read as one.
            hasher.update(&(name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
            let content: [u8; 32] = content;
            hasher.update(&content);
        }
        hasher.finalize().into()
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
        check("editorial", "theme/new.html", "<script>", &["theme-unsafe"]);
        check("editoral", "story.md", "", &["unknown-theme"]);
    }

    #[test]
    fn a_folder_with_a_name_of_its_own_is_a_theme() {
        fn check(asked: Option<&str>, left_out: &str, expected: Result<&str, &str>) {
            let mut sources = Sources::new();
            for block in Block::all("editorial") {
                if block.name != left_out {
                    let text = block
                        .text
                        .replace("name = \"editorial\"", "name = \"mine\"");
                    sources.add_text(block.path(), text);
                }
            }
            for (file, bytes) in font_files("editorial") {
                sources.add_font(format!("theme/fonts/{file}"), bytes.to_vec());
            }
            let mut diags = Diagnostics::new();
            let place = Span::new(FileId::none(), 0..0);
            let asked = asked.map(|name| Spanned::new(name.to_string(), place));
            let theme = load(&sources, asked.as_ref(), &mut diags);
            let name = theme.map(|theme| theme.manifest.name);
            let said: Vec<_> = diags.iter().map(|one| one.message.clone()).collect();
            assert_eq!(name.as_deref().ok_or(said.concat().as_str()), expected);
        }
        check(None, "", Ok("mine"));
        check(Some("mine"), "", Ok("mine"));
        let other = "`theme/theme.toml` makes the theme `mine`, not `studio`";
        check(Some("studio"), "", Err(other));
        check(None, "kit.css", Err("the theme `mine` has no `kit.css`"));
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
