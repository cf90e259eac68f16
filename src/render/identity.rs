//! Which state of a kit a file shows: the build id.
//!
//! It stands in the page, `kit.json`, `kit.txt`, `kit.csv` and `contact.vcf`, so that whoever holds
//! one of them can tell whether another says the same.

use crate::derive::View;
use crate::theme::Theme;

/// How many hexadecimal digits are told: enough to tell a kit's states apart, few enough to be read
/// out.
const DIGITS: usize = 12;

/// The build id of what `theme` shows of `view`: equal on every machine and every day that gives
/// the same view, another as soon as a number, a word, a photo, the theme or the program is.
pub fn build_id(view: &View, theme: &Theme) -> String {
    // A view holds text, numbers and lists, which always become JSON.
    let seen = serde_json::to_string(view).unwrap_or_default();
    named(view, &seen, &theme.content())
}

/// The same, of a view that is JSON already and of a theme's content.
pub(super) fn named(view: &View, seen: &str, theme: &[u8; 32]) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        // The length keeps the end of one part from being read as the beginning of the next.
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    add(env!("CARGO_PKG_VERSION").as_bytes());
    add(theme);
    add(seen.as_bytes());
    // The JSON names photos; what they show is another matter.
    for (path, photo) in view.photos() {
        add(path.as_bytes());
        add(&photo.photo.content);
    }
    let mut id = hasher.finalize().to_hex().to_string();
    id.truncate(DIGITS);
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::source::{Diagnostics, Sources};
    use std::collections::BTreeMap;
    use std::sync::Arc;

    fn theme(files: &[(&str, &str)]) -> Theme {
        let mut sources = Sources::new();
        for (path, text) in files {
            sources.add_text(*path, *text);
        }
        crate::theme::load(&sources, None, &mut Diagnostics::new()).expect("a theme")
    }

    #[test]
    fn the_same_is_called_the_same_and_what_differs_is_not() {
        let id = build_id(&sample::rich(), &theme(&[]));
        assert_eq!(id.len(), DIGITS);
        assert!(id.bytes().all(|b| b.is_ascii_hexdigit()), "{id}");
        assert_eq!(id, build_id(&sample::rich(), &theme(&[])));

        let mut seen = BTreeMap::from([(id, "nothing")]);
        let mut check = |what: &'static str, view: &View, theme: &Theme| {
            let other = seen.insert(build_id(view, theme), what);
            assert_eq!(other, None, "{what}");
        };
        let mut view = sample::rich();
        view.lead[0].value += "1";
        check("a number", &view, &theme(&[]));
        let mut view = sample::rich();
        let hero = view.creator.hero.as_mut().expect("a photo");
        Arc::make_mut(&mut hero.photo).content[0] ^= 1;
        check("a photo", &view, &theme(&[]));
        let view = &sample::rich();
        check("a template", view, &theme(&[("theme/hero.html", "x")]));
        check("a style", view, &theme(&[("theme/style.css", "a { }")]));
        check(
            "another style",
            view,
            &theme(&[("theme/style.css", "b { }")]),
        );
        for name in ["studio", "pop"] {
            let mut sources = Sources::new();
            let file = sources.add_text("profile.toml", name);
            let place = crate::source::Span::new(file, 0..0);
            let asked = crate::source::Spanned::new(name.to_string(), place);
            let theme = crate::theme::load(&sources, Some(&asked), &mut Diagnostics::new());
            check(name, view, &theme.expect("a theme"));
        }
    }
}
