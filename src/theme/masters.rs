//! The fonts of a theme: those that its faces name, and the kit's own besides.

use super::{BUILT_IN, Manifest, Master, Theme, own_font};
use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span};
use include_dir::Dir;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

impl Theme {
    /// The font in the file `name` of the theme's `fonts/`; there for every file that a face
    /// names.
    pub fn master(&self, name: &str) -> Option<&Arc<Master>> {
        self.masters.get(name)
    }

    /// All fonts by family: those that faces name, and then the kit's own besides.
    pub fn fonts(&self) -> impl Iterator<Item = (&str, &Arc<Master>)> {
        let faces = self.manifest.faces.values();
        let named = faces.flat_map(|face| face.files().map(|file| (face.family.as_str(), file)));
        let named = named.filter_map(|(family, file)| Some((family, self.master(file)?)));
        let further = self.further.iter();
        named.chain(further.map(|(family, master)| (family.as_str(), master)))
    }
}

/// The fonts that `manifest` names: the kit's own, or of those that `built_in` has. `None` after an
/// error was reported: one of them is not there.
pub(super) fn named(
    manifest: &Manifest,
    built_in: Option<&'static Dir<'_>>,
    sources: &Sources,
    origin: Option<FileId>,
    diags: &mut Diagnostics,
) -> Option<BTreeMap<String, Arc<Master>>> {
    let mut masters = BTreeMap::new();
    for (name, file) in manifest
        .faces
        .iter()
        .flat_map(|(name, face)| face.files().map(move |file| (name, file)))
    {
        let own = own_font::bytes(sources, file).map(|bytes| {
            let master = Master::new(format!("fonts/{file}"), Cow::Owned(bytes));
            Arc::new(master)
        });
        let Some(master) = own.or_else(|| built_in_font(built_in?, file)) else {
            let message = format!("`[faces.{name}]`: the theme has no font `{file}`");
            let mut diagnostic = Diagnostic::error("theme-file", message);
            if let Some(origin) = origin {
                diagnostic = diagnostic.at(Span::new(origin, 0..0));
            }
            diags.push(diagnostic);
            return None;
        };
        masters.insert(file.to_string(), master);
    }
    Some(masters)
}

/// The font in the file `file` of a built-in theme. It is hashed once: a preview loads its theme at
/// every save.
fn built_in_font(folder: &'static Dir<'static>, file: &str) -> Option<Arc<Master>> {
    type Fonts = BTreeMap<&'static Path, OnceLock<Arc<Master>>>;
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
        let folders = BUILT_IN.dirs();
        let fonts = folders.filter_map(|folder| folder.get_dir(folder.path().join("fonts")));
        let files = fonts.flat_map(|fonts| fonts.files());
        files.map(|file| (file.path(), OnceLock::new())).collect()
    });
    let font = folder.get_file(folder.path().join("fonts").join(file))?;
    let master = FONTS.get(font.path())?.get_or_init(|| {
        let bytes = Cow::Borrowed(font.contents());
        Arc::new(Master::new(format!("fonts/{file}"), bytes))
    });
    Some(Arc::clone(master))
}
