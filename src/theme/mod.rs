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
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The version of what a theme may rely on: the [`crate::derive::View`], the functions that
/// templates call, and the manifest.
pub const API: u32 = 1;

/// A theme that is part of the program.
struct BuiltIn {
    name: &'static str,
    /// Its texts by name.
    files: &'static [(&'static str, &'static str)],
    /// What is in its `fonts/`, by name.
    fonts: &'static [(&'static str, &'static [u8])],
}

#[rustfmt::skip]
const BUILT_IN: &[BuiltIn] = &[BuiltIn { name: "editorial", files: &[
    ("theme.toml", include_str!("../../themes/editorial/theme.toml")),
    ("404.css", include_str!("../../themes/editorial/404.css")),
    ("404.html", include_str!("../../themes/editorial/404.html")),
    ("audience.css", include_str!("../../themes/editorial/audience.css")),
    ("audience.html", include_str!("../../themes/editorial/audience.html")),
    ("case.html", include_str!("../../themes/editorial/case.html")),
    ("chart.css", include_str!("../../themes/editorial/chart.css")),
    ("contact.css", include_str!("../../themes/editorial/contact.css")),
    ("contact.html", include_str!("../../themes/editorial/contact.html")),
    ("gallery.css", include_str!("../../themes/editorial/gallery.css")),
    ("gallery.html", include_str!("../../themes/editorial/gallery.html")),
    ("ground.css", include_str!("../../themes/editorial/ground.css")),
    ("hero.css", include_str!("../../themes/editorial/hero.css")),
    ("hero.html", include_str!("../../themes/editorial/hero.html")),
    ("index.html", include_str!("../../themes/editorial/index.html")),
    ("kit.css", include_str!("../../themes/editorial/kit.css")),
    ("masthead.css", include_str!("../../themes/editorial/masthead.css")),
    ("masthead.html", include_str!("../../themes/editorial/masthead.html")),
    ("method.css", include_str!("../../themes/editorial/method.css")),
    ("method.html", include_str!("../../themes/editorial/method.html")),
    ("milestones.css", include_str!("../../themes/editorial/milestones.css")),
    ("milestones.html", include_str!("../../themes/editorial/milestones.html")),
    ("parts.html", include_str!("../../themes/editorial/parts.html")),
    ("platforms.css", include_str!("../../themes/editorial/platforms.css")),
    ("platforms.html", include_str!("../../themes/editorial/platforms.html")),
    ("posts.css", include_str!("../../themes/editorial/posts.css")),
    ("posts.html", include_str!("../../themes/editorial/posts.html")),
    ("press.css", include_str!("../../themes/editorial/press.css")),
    ("press.html", include_str!("../../themes/editorial/press.html")),
    ("print.css", include_str!("../../themes/editorial/print.css")),
    ("process.css", include_str!("../../themes/editorial/process.css")),
    ("process.html", include_str!("../../themes/editorial/process.html")),
    ("rates.css", include_str!("../../themes/editorial/rates.css")),
    ("rates.html", include_str!("../../themes/editorial/rates.html")),
    ("scripts.css", include_str!("../../themes/editorial/scripts.css")),
    ("story.css", include_str!("../../themes/editorial/story.css")),
    ("story.html", include_str!("../../themes/editorial/story.html")),
    ("work.css", include_str!("../../themes/editorial/work.css")),
    ("work.html", include_str!("../../themes/editorial/work.html")),
], fonts: &[
    ("instrument-sans.ttf", include_bytes!("../../themes/editorial/fonts/instrument-sans.ttf")),
    ("newsreader-display-italic.ttf", include_bytes!("../../themes/editorial/fonts/newsreader-display-italic.ttf")),
    ("newsreader-display.ttf", include_bytes!("../../themes/editorial/fonts/newsreader-display.ttf")),
    ("newsreader-text-italic.ttf", include_bytes!("../../themes/editorial/fonts/newsreader-text-italic.ttf")),
    ("newsreader-text.ttf", include_bytes!("../../themes/editorial/fonts/newsreader-text.ttf")),
] }];

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
    BUILT_IN.iter().map(|theme| theme.name)
}

/// The theme that a kit asks for, else the first, with the kit's own files over it. `None` after an error was reported: there
/// is no such theme, or the manifest of the kit's own `theme/` folder cannot be used.
pub fn load(
    sources: &Sources,
    asked: Option<&Spanned<String>>,
    diags: &mut Diagnostics,
) -> Option<Theme> {
    let name = asked.map_or(BUILT_IN[0].name, |asked| asked.value.as_str());
    let Some(built_in) = BUILT_IN.iter().find(|theme| theme.name == name) else {
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
        .files
        .iter()
        .map(|(name, text)| File {
            name: (*name).to_string(),
            text: Cow::Borrowed(*text),
            origin: None,
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

/// The fonts that `manifest` names, of those that `built_in` has. `None` after an error was
/// reported: one of them is not there.
fn masters(
    manifest: &Manifest,
    built_in: &BuiltIn,
    origin: Option<FileId>,
    diags: &mut Diagnostics,
) -> Option<BTreeMap<String, Arc<Master>>> {
    let mut masters = BTreeMap::new();
    for (name, file) in manifest
        .faces
        .iter()
        .flat_map(|(name, face)| face.files().map(move |file| (name, file)))
    {
        let Some((_, bytes)) = built_in.fonts.iter().find(|(known, _)| *known == file) else {
            let message = format!("`[faces.{name}]`: the theme has no font `{file}`");
            let mut diagnostic = Diagnostic::error("theme-file", message);
            if let Some(origin) = origin {
                diagnostic = diagnostic.at(Span::new(origin, 0..0));
            }
            diags.push(diagnostic);
            return None;
        };
        let master = Master::new(format!("fonts/{file}"), Cow::Borrowed(*bytes));
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

    #[test]
    fn every_font_that_a_theme_names_is_there() {
        fn check(from: &str, to: &str, expected: &[&str]) {
            let toml = BUILT_IN[0].files[0].1;
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
