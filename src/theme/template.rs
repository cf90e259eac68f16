//! Templates: setting up Tera, and its errors in our words.

use super::{File, Theme};
use crate::source::{Diagnostic, Diagnostics, Span};
use std::io::{self, Write};
use tera::{ErrorKind, Kwargs, Tera};

impl Theme {
    /// Parses the theme's templates into an engine with no functions but those that `functions`
    /// adds: Tera wants to know their names first. `None` after an error was reported.
    ///
    /// What templates print is always escaped, whatever they are called.
    pub fn engine(&self, functions: impl Fn(&mut Tera), diags: &mut Diagnostics) -> Option<Tera> {
        let mut engine = Tera::new();
        engine.autoescape_on([""]);
        engine.set_escape_fn(escape_into);
        engine.register_filter("safe", |_: tera::Value, _: Kwargs, _: &tera::State| {
            let message = "there is no `safe`: a kit's text is always escaped";
            tera::TeraResult::<bool>::Err(tera::Error::message(message))
        });
        functions(&mut engine);
        let templates = self
            .files
            .iter()
            .map(|file| (file.name.as_str(), file.text.as_ref()));
        match engine.add_raw_templates(templates) {
            Ok(()) => Some(engine),
            Err(error) => {
                for diagnostic in self.unfitting(&error) {
                    diags.push(diagnostic);
                }
                None
            }
        }
    }

    /// What keeps templates from fitting together: names of templates, functions and filters that
    /// there are not come as finished reports, in one text.
    fn unfitting(&self, error: &tera::Error) -> Vec<Diagnostic> {
        let ErrorKind::Msg(text) = error.kind() else {
            return vec![self.blame(error)];
        };
        let reports = text.split("error: ").filter(|report| !report.is_empty());
        let found: Option<Vec<_>> = reports.map(|report| self.reported(report)).collect();
        found
            .filter(|found| !found.is_empty())
            .unwrap_or_else(|| vec![self.blame(error)])
    }

    /// What one report says: a message, a line with `--> name:line:column`, the line, and `^` below
    /// what is meant.
    fn reported(&self, report: &str) -> Option<Diagnostic> {
        let (message, drawing) = report.split_once('\n')?;
        let (_, place) = drawing.lines().next()?.split_once("--> ")?;
        let mut place = place.rsplitn(3, ':');
        let column: usize = place.next()?.parse().ok()?;
        let line: usize = place.next()?.parse().ok()?;
        let name = place.next()?;
        let message = format!("the template `{name}` fails: {message}");
        let diagnostic = Diagnostic::error("theme-template", message);
        let file = self.files.iter().find(|file| file.name == name)?;
        let Some(origin) = file.origin else {
            return Some(diagnostic);
        };
        let start = match line {
            1 => 0,
            _ => file.text.match_indices('\n').nth(line - 2)?.0 + 1,
        };
        let at = |letters: usize| {
            let rest = &file.text[start..];
            let end = rest.char_indices().nth(letters);
            start + end.map_or(rest.len(), |(at, _)| at)
        };
        let width = drawing.lines().nth(3)?.matches('^').count();
        let range = at(column - 1)..at(column - 1 + width);
        Some(diagnostic.at(Span::new(origin, range)))
    }

    /// What a template did wrong, with its place when it is a file of the kit.
    pub fn blame(&self, error: &tera::Error) -> Diagnostic {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let name = report.filename();
                let message = format!("the template `{name}` fails: {}", report.message());
                let mut diagnostic = Diagnostic::error("theme-template", message);
                let file = self.files.iter().find(|file| file.name == name);
                if let Some(origin) = file.and_then(|file: &File| file.origin) {
                    diagnostic = diagnostic.at(Span::new(origin, report.span().range.clone()));
                }
                diagnostic
            }
            _ => Diagnostic::error(
                "theme-template",
                "the theme's templates do not fit together",
            )
            .hint(error.to_string()),
        }
    }
}

/// `text` for HTML, in an element or between quotes of an attribute. Characters that a reader
/// cannot see but that could turn what stands around them are dropped.
pub fn escape(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len() + 16);
    // Writing to memory cannot fail.
    let _ = escape_into(text, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

fn escape_into(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let instead: &[u8] = match c {
            '&' => b"&amp;",
            '<' => b"&lt;",
            '>' => b"&gt;",
            '"' => b"&quot;",
            '\'' => b"&#39;",
            '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => b"",
            // Overrides and embeddings of direction, and spaces of no width. The joiners that
            // emoji and Persian are written with stay, and so do the marks and isolates.
            '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => b"",
            _ => continue,
        };
        out.write_all(&text.as_bytes()[plain..at])?;
        out.write_all(instead)?;
        plain = at + c.len_utf8();
    }
    out.write_all(&text.as_bytes()[plain..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, position};
    use crate::theme::load;

    #[test]
    fn text_cannot_leave_its_place() {
        fn check(text: &str, expected: &str) {
            assert_eq!(escape(text), expected);
        }
        check("plain", "plain");
        check(
            "<b> & \"q\" 'a'",
            "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;",
        );
        check("a\u{1b}[2J\u{85}b", "a[2Jb");
        check("a\u{202e}b\u{200b}c\u{feff}", "abc");
        check("line\nand\ttab", "line\nand\ttab");
        check("👩\u{200d}🌾 é", "👩\u{200d}🌾 é");
    }

    #[test]
    fn template_errors_have_a_place() {
        fn check(text: &str, expected: &[&str]) {
            let mut sources = Sources::new();
            let file = sources.add_text("theme/extra.html", text);
            let mut diags = Diagnostics::new();
            let theme = load(&sources, None, &mut diags).expect("a theme");
            let named = |engine: &mut Tera| {
                for name in [
                    "asset", "blocks", "case", "chart", "ems", "heading", "href", "inlines",
                    "listed", "picture", "word",
                ] {
                    engine.register_function(name, |_: Kwargs, _: &tera::State| "");
                }
            };
            if let Some(engine) = theme.engine(named, &mut diags)
                && let Err(error) = engine.render("extra.html", &tera::Context::new())
            {
                diags.push(theme.blame(&error));
            }
            let shown: Vec<_> = diags
                .iter()
                .map(|d| match d.span {
                    Some(span) => {
                        assert_eq!(span.file, file);
                        let at = position(text, span.start as usize);
                        let meant = &text[span.start as usize..span.end as usize];
                        format!("{}:{} {meant}: {}", at.line, at.column, d.message)
                    }
                    None => format!("{} {}", d.message, d.hints.concat()),
                })
                .collect();
            let is_found = |(shown, expected): (&String, &&str)| shown.contains(expected);
            let are_found = shown.iter().zip(expected).all(is_found);
            assert!(shown.len() == expected.len() && are_found, "{shown:#?}");
        }
        check("a\n{{ b", &["2:"]);
        check("a {{ nothing }}", &["1:6 nothing: "]);
        check("{{ '<b>' | safe }}", &["always escaped"]);
        check(
            "{% include '../../secret' %}",
            &["1:12 '../../secret': the template `extra.html` fails: Unknown template"],
        );
        check(
            "é\n\té {{ get_env(name='HOME') }}\n{{ 'a' | shell }}",
            &[
                "2:7 get_env",
                "3:10 shell: the template `extra.html` fails: Unknown filter `shell`",
            ],
        );
    }
}
