//! Templates: setting up Tera, and its errors in our words.

use super::{File, Theme};
use crate::source::{Diagnostic, Diagnostics, Span};
use std::io::{self, Write};
use std::ops::Range;
use tera::{ErrorKind, Kwargs, Tera, TeraResult};

/// What templates that are a kit's call where they begin and where they end, so that one which does
/// not end can be named.
const STEP: &str = "_step";

/// Has `heard` told of each template that begins, by its name, and of each that ends. Nobody else is.
pub fn heed(engine: &mut Tera, heard: impl Fn(Option<&str>) + Send + Sync + 'static) {
    engine.register_function(STEP, move |kwargs: Kwargs, _: &tera::State| {
        heard(kwargs.get("into")?);
        TeraResult::Ok("")
    });
}

/// What stands before and after the text of the template `name`, on the same lines.
fn steps(name: &str) -> (String, String) {
    let into = format!("{{{{ {STEP}(into=\"{name}\") }}}}");
    (into, format!("{{{{ {STEP}() }}}}"))
}

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
            TeraResult::<bool>::Err(tera::Error::message(message))
        });
        functions(&mut engine);
        heed(&mut engine, |_| {});
        let templates = self
            .files
            .iter()
            .map(|file| (file.name.as_str(), file.text.as_ref()));
        match engine.add_raw_templates(templates) {
            Ok(()) => {
                // They were found to be whole as they are. What is added to them is no longer told.
                let stepped = engine.add_raw_templates(self.stepped());
                stepped.ok().map(|()| engine)
            }
            Err(error) => {
                for diagnostic in self.unfitting(&error) {
                    diags.push(diagnostic);
                }
                None
            }
        }
    }

    /// The templates that are a kit's, with calls around them that tell where each begins and ends.
    fn stepped(&self) -> Vec<(&str, String)> {
        let own = self.files.iter().filter(|file| is_stepped(file));
        own.map(|file| {
            let (before, after) = steps(&file.name);
            (file.name.as_str(), format!("{before}{}{after}", file.text))
        })
        .collect()
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
                if let Some(file) = file
                    && let Some(origin) = file.origin
                {
                    let range = report.span().range.clone();
                    // While they are parsed for the first time there is nothing before them.
                    let is_made = matches!(error.kind(), ErrorKind::RenderingError(_));
                    let before = match is_made && is_stepped(file) {
                        true => steps(name).0.len(),
                        false => 0,
                    };
                    let at = |end: usize| end.saturating_sub(before).min(file.text.len());
                    diagnostic = diagnostic.at(Span::new(origin, at(range.start)..at(range.end)));
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

    /// The same, where the template `name` was at work. Components that call each other for ever are
    /// told without a place, so that they are looked for.
    pub fn blame_in(&self, error: &tera::Error, name: &str) -> Diagnostic {
        let is_endless = matches!(error.kind(), ErrorKind::Msg(text) if text.contains(ENDLESS));
        if !is_endless {
            return self.blame(error);
        }
        let called = self
            .files
            .iter()
            .find_map(|file| Some((file, calls_itself(&file.text)?)));
        let hint = "a component that is in itself is in itself again, and so on";
        let Some((file, (component, range))) = called else {
            let message =
                format!("the template `{name}` calls components that call each other for ever");
            return Diagnostic::error("theme-template", message).hint(hint);
        };
        let name = &file.name;
        let message = format!("the component `{component}` of the template `{name}` calls itself");
        let told = Diagnostic::error("theme-template", message).hint(hint);
        match file.origin {
            Some(origin) => told.at(Span::new(origin, range)),
            None => told,
        }
    }
}

/// What Tera says when components go on for ever.
const ENDLESS: &str = "recursion depth for components";

/// The first component of `text` that calls itself, and where it does.
fn calls_itself(text: &str) -> Option<(&str, Range<usize>)> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let tags = text.match_indices("component");
    let mut begun = tags.filter(|(at, _)| {
        let before = text[..*at].trim_end().trim_end_matches('-');
        before.ends_with("{%")
    });
    begun.find_map(|(at, tag)| {
        let rest = text[at + tag.len()..].trim_start();
        let from = text.len() - rest.len();
        let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let name = &rest[..length];
        let end = rest.find("endcomponent").unwrap_or(rest.len());
        let calls = rest[..end].match_indices('<').filter_map(|(open, _)| {
            let called = rest[open + 1..].trim_start();
            let start = rest.len() - called.len();
            let is_it = called.strip_prefix(name)?;
            let is_whole = !is_it.starts_with(is_name);
            (is_whole && !name.is_empty()).then_some(from + start..from + start + name.len())
        });
        Some((name, calls.into_iter().next()?))
    })
}

/// Whether a template can tell where it begins: it is a kit's, and nothing has to come first in it.
fn is_stepped(file: &File) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let extends = file.text.split("{%").any(|tag| {
        let tag = tag.trim_start_matches('-').trim_start();
        tag.starts_with("extends")
    });
    file.origin.is_some() && file.name.chars().all(is_plain) && !extends
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
    fn a_component_that_calls_itself_is_found() {
        fn check(text: &str, expected: Option<(&str, usize)>) {
            let found = calls_itself(text).map(|(name, range)| (name, range.start));
            assert_eq!(found, expected, "{text}");
        }
        check(
            "{% component a() %}{{ <a/> }}{% endcomponent a %}",
            Some(("a", 23)),
        );
        check(
            "{%- component a(of) -%}{{ <ab of={of}/> }}{% endcomponent %}",
            None,
        );
        check("{% component a() %}b{% endcomponent %}{{ <a/> }}", None);
        check("{{ <a/> }}", None);
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
