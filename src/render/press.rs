//! A template to its text, within bounds: a theme may come from a stranger.

use crate::source::{Diagnostic, Leash};
use crate::theme::{self, Theme};
use std::io::{self, Write};
use tera::{Context, Tera};

/// How long a page or a stylesheet may be, in bytes.
const LONGEST: usize = 64_000_000;

/// Renders the templates of one theme.
pub(super) struct Press<'a> {
    pub(super) theme: &'a Theme,
    pub(super) leash: &'a Leash,
}

impl Press<'_> {
    /// What the template `name` makes of `context`.
    pub(super) fn print(
        &self,
        engine: &Tera,
        name: &str,
        context: &Context,
    ) -> Result<String, Diagnostic> {
        self.leash.begin(name);
        let mut sheet = Sheet {
            text: Vec::new(),
            leash: self.leash,
            is_full: false,
        };
        let done = engine.render_to(name, context, &mut sheet);
        // What was begun inside of it and has not ended is where it came to a halt.
        let inside = self.leash.at_here();
        self.leash.end(name);
        let of = match inside == name {
            true => String::new(),
            false => format!(", which is part of `{name}`,"),
        };
        let endless = |what: &str| {
            let message = format!("the template `{inside}`{of} {what}");
            Diagnostic::error("theme-template", message)
                .hint("look for loops inside loops, and for one over numbers that grow")
        };
        if sheet.is_full {
            let most = LONGEST / 1_000_000;
            return Err(endless(&format!("writes more than {most} MB")));
        }
        if self.leash.is_pulled() {
            return Err(endless("does not come to an end"));
        }
        done.map_err(|error| self.theme.blame_in(&error, &inside))?;
        let text = String::from_utf8(sheet.text);
        let text =
            text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        // Our own templates are known to write nothing of it.
        let found = self.theme.is_foreign().then(|| theme::live(name, &text));
        match found.flatten() {
            None => Ok(text),
            Some(what) => {
                let message = format!("the template `{name}` writes what it may not: {what}");
                Err(Diagnostic::error("theme-unsafe", message).hint(
                    "a page loads nothing from elsewhere and runs nothing; see docs/themes.md",
                ))
            }
        }
    }
}

/// What a template writes on.
struct Sheet<'a> {
    text: Vec<u8>,
    leash: &'a Leash,
    is_full: bool,
}

impl Write for Sheet<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_full |= self.text.len() + bytes.len() > LONGEST;
        if self.is_full || self.leash.is_pulled() {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        self.text.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Kept, render, sample, templates};
    use crate::source::{Diagnostics, Sources};
    use crate::words::Words;

    #[test]
    fn a_template_that_does_not_end_is_ended() {
        fn check(template: &str, is_pulled: bool, expected: &str) {
            let mut sources = Sources::new();
            sources.add_text("theme/x.html", template);
            let theme = crate::theme::load(&sources, None, &mut Diagnostics::new());
            let (theme, leash) = (theme.expect("a theme"), Leash::default());
            if is_pulled {
                leash.pull();
            }
            let mut engine = Tera::new();
            engine.add_raw_template("x", template).expect("it parses");
            let press = Press {
                theme: &theme,
                leash: &leash,
            };
            let made = press.print(&engine, "x", &Context::new());
            let made = made
                .map_err(|said| said.message)
                .unwrap_or_else(|said| said);
            assert_eq!(made, expected, "{template}");
            assert_eq!(leash.at(), "");
        }
        check("a", false, "a");
        check("a", true, "the template `x` does not come to an end");
        check(
            "<sc{{ 'ript' }}>x",
            false,
            "the template `x` writes what it may not: `<script>` has no place in a theme",
        );
        check(
            "<a href=\"java{{ 'script' }}:x\">x</a>",
            false,
            "the template `x` writes what it may not: `href` runs a script, and a theme has none",
        );
        let endless = "{% for a in range(end=90000) %}{% for b in range(end=90000) %}word {% endfor %}{% endfor %}";
        check(endless, false, "the template `x` writes more than 64 MB");
    }

    #[test]
    fn a_template_that_goes_on_for_ever_is_named() {
        fn check(files: &[(&str, &str)], is_pulled: bool, expected: &str) {
            let mut sources = Sources::new();
            for (name, text) in files {
                sources.add_text(format!("theme/{name}"), *text);
            }
            let mut diags = Diagnostics::new();
            let theme = crate::theme::load(&sources, None, &mut diags).expect("a theme");
            let words = Words::load("en").expect("English");
            let parsed = templates(&theme, &Kept::default(), &mut diags);
            let (view, leash) = (sample::sparse(), Leash::default());
            if is_pulled {
                leash.pull();
            }
            let mut templates = parsed.expect("they parse");
            let made = render(&view, &theme, &mut templates, &words, &leash, &mut diags);
            assert!(made.is_none());
            let said: Vec<_> = diags.iter().map(|said| said.message.as_str()).collect();
            assert_eq!(said, [expected]);
            assert_eq!(leash.at(), "");
        }
        let endless = "{% for a in range(end=90000) %}{% for b in range(end=90000) %}word {% endfor %}{% endfor %}";
        check(
            &[("hero.html", endless)],
            false,
            "the template `hero.html`, which is part of `index.html`, writes more than 64 MB",
        );
        check(
            &[
                ("hero.html", "{% include 'inner.html' %}"),
                ("inner.html", endless),
            ],
            false,
            "the template `inner.html`, which is part of `index.html`, writes more than 64 MB",
        );
        check(
            &[(
                "hero.html",
                "{% component again() %}{{ <again/> }}{% endcomponent again %}{{ <again/> }}",
            )],
            false,
            "the component `again` of the template `hero.html` calls itself",
        );
        check(
            &[(
                "hero.html",
                "{% component one() %}{{ <two/> }}{% endcomponent one %}{% component two() %}{{ <one/> }}{% endcomponent two %}{{ <one/> }}",
            )],
            false,
            "the template `hero.html` calls components that call each other for ever",
        );
    }
}
