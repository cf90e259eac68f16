//! A theme's templates, parsed once for all sites that are made with it.

use super::functions;
use crate::source::Diagnostics;
use crate::theme::{self, Theme};
use std::fmt;
use std::sync::{Mutex, PoisonError};
use tera::Tera;

/// How many are kept: those of a few themes, for several sites at once.
const MOST: usize = 16;

/// What pages need of a theme whatever is seen.
pub struct Templates {
    pub(super) engine: Tera,
    /// [`Theme::content`].
    pub(super) content: [u8; 32],
}

/// Templates that were parsed for one site and are kept for the next: to parse them takes a sixth of
/// a site's time, and equal themes have equal ones.
#[derive(Default)]
pub struct Kept(Mutex<Vec<Templates>>);

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept")
    }
}

impl Kept {
    fn take(&self, content: &[u8; 32]) -> Option<Templates> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().rposition(|one| one.content == *content)?;
        Some(kept.remove(at))
    }

    /// Keeps `templates`, and nothing of the site that was made with them.
    pub fn put(&self, mut templates: Templates) {
        functions::name(&mut templates.engine);
        theme::heed(&mut templates.engine, |_| {});
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == MOST {
            kept.remove(0);
        }
        kept.push(templates);
    }
}

/// The templates of `theme`, from what was `kept` of equal ones or parsed. `None` after an error was
/// reported.
pub fn templates(theme: &Theme, kept: &Kept, diags: &mut Diagnostics) -> Option<Templates> {
    let content = theme.content();
    if let Some(templates) = kept.take(&content) {
        return Some(templates);
    }
    Some(Templates {
        engine: theme.engine(functions::name, diags)?,
        content,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use tera::{Context, Kwargs, State};

    fn theme(files: &[(&str, &str)]) -> Theme {
        let mut sources = Sources::new();
        for (path, text) in files {
            sources.add_text(*path, *text);
        }
        crate::theme::load(&sources, None, &mut Diagnostics::new()).expect("a theme")
    }

    fn of(theme: &Theme, kept: &Kept) -> Templates {
        templates(theme, kept, &mut Diagnostics::new()).expect("it parses")
    }

    fn held(kept: &Kept) -> usize {
        kept.0.lock().expect("no panic").len()
    }

    #[test]
    fn what_is_kept_is_of_an_equal_theme() {
        let kept = Kept::default();
        let (plain, own) = (theme(&[]), theme(&[("theme/hero.html", "<h1>x</h1>")]));
        kept.put(of(&plain, &kept));
        kept.put(of(&own, &kept));
        assert_eq!(held(&kept), 2);
        let taken = of(&own, &kept);
        assert_eq!(held(&kept), 1);
        let hero = taken.engine.render("hero.html", &Context::new());
        assert_eq!(hero.expect("a template"), "<h1>x</h1>");
        for _ in 0..MOST + 2 {
            kept.put(of(&plain, &Kept::default()));
        }
        assert_eq!(held(&kept), MOST);
    }

    #[test]
    fn what_is_kept_says_nothing_of_the_site_before() {
        let kept = Kept::default();
        let theme = theme(&[("theme/hero.html", "{{ word(key='as-of') }}")]);
        let mut templates = of(&theme, &kept);
        let secret = |_: Kwargs, _: &State| "Velmora";
        templates.engine.register_function("word", secret);
        let said = |templates: &Templates| templates.engine.render("hero.html", &Context::new());
        assert_eq!(said(&templates).expect("a word"), "Velmora");
        kept.put(templates);
        assert!(said(&of(&theme, &kept)).is_err());
    }
}
