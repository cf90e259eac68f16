//! A small kit for the tests of rules, read and derived as any other.

use super::{RULES, Subject};
use crate::derive::derive;
use crate::kit::parse;
use crate::render::moved_colours;
use crate::source::{Audience, Diagnostic, Diagnostics, Leash, Options, Photo, Sources, position};
use crate::theme;
use crate::words::Words;
use jiff::civil::date;

/// A kit in the making: a name, an address, and what a test adds.
#[derive(Clone, Debug)]
pub(super) struct Case {
    creator: &'static str,
    contact: &'static str,
    accounts: &'static str,
    more: &'static str,
    rows: String,
    texts: Vec<(&'static str, String)>,
    photos: Vec<&'static str>,
}

impl Case {
    /// A kit with one account, `ada` on Instagram, and nothing else.
    pub fn new() -> Case {
        Case {
            creator: "",
            contact: "email = \"ada@lind.example\"",
            accounts: "[[accounts]]\nplatform = \"instagram\"\nhandle = \"ada\"\n",
            more: "",
            rows: String::new(),
            texts: Vec::new(),
            photos: Vec::new(),
        }
    }

    /// Lines of `[creator]` after the name, which is line 2.
    pub fn creator(self, creator: &'static str) -> Case {
        Case { creator, ..self }
    }

    /// Lines of `[contact]` in place of the address.
    pub fn contact(self, contact: &'static str) -> Case {
        Case { contact, ..self }
    }

    /// Tables `[[accounts]]` in place of the one.
    pub fn accounts(self, accounts: &'static str) -> Case {
        Case { accounts, ..self }
    }

    /// Further tables of `profile.toml`.
    pub fn more(self, more: &'static str) -> Case {
        Case { more, ..self }
    }

    /// Lines of `metrics.csv` after the names of its columns, so that the first is line 2:
    /// `date,platform,account,metric,value,period,format,base,n,age,country,post`.
    pub fn rows(self, rows: impl Into<String>) -> Case {
        Case {
            rows: rows.into(),
            ..self
        }
    }

    /// A further text file.
    pub fn text(mut self, path: &'static str, text: impl Into<String>) -> Case {
        self.texts.push((path, text.into()));
        self
    }

    /// A photo.
    pub fn photo(mut self, path: &'static str) -> Case {
        self.photos.push(path);
        self
    }

    fn sources(&self) -> Sources {
        let mut sources = Sources::new();
        sources.add_text(
            "profile.toml",
            format!(
                "[creator]\nname = \"Ada Lind\"\n{}\n[contact]\n{}\n{}\n{}",
                self.creator, self.contact, self.accounts, self.more
            ),
        );
        sources.add_text(
            "metrics.csv",
            format!(
                "date,platform,account,metric,value,period,format,base,n,age,country,post\n{}",
                self.rows
            ),
        );
        for (path, text) in &self.texts {
            sources.add_text(*path, text);
        }
        for path in &self.photos {
            sources.add_photo(Photo {
                path: path.to_string(),
                content: [0; 32],
                width: 1600,
                height: 900,
                transparent: false,
            });
        }
        sources
    }

    /// What `said_by` says of the kit on 24 November 2026, after reading has said its part.
    pub fn run(&self, said_by: impl Fn(&Subject<'_>, &mut Diagnostics)) -> Vec<Diagnostic> {
        let sources = self.sources();
        let today = date(2026, 11, 24);
        let mut diags = Diagnostics::new();
        let kit = parse(&sources, &mut diags).expect("the kit can be read");
        let words = Words::load("en").expect("English is built in");
        let options = Options {
            today,
            base_url: None,
            audience: Audience::Public,
            pdf: true,
            leash: Leash::default(),
        };
        let view = derive(&kit, &words, &options);
        let theme = theme::load(&sources, kit.profile.site.theme.as_ref(), &mut diags);
        let subject = Subject {
            sources: &sources,
            kit: &kit,
            view: &view,
            moved: moved_colours(&view, &theme.expect("a theme")),
            today,
        };
        let before = diags.iter().count();
        said_by(&subject, &mut diags);
        diags.iter().skip(before).cloned().collect()
    }
}

/// Holds that the rule `id` says `expected` of a kit, each as `file:line:column message | hint`.
pub(super) fn check(id: &str, case: &Case, expected: &[&str]) {
    let rule = RULES.iter().find(|rule| rule.id == id).expect("a rule");
    let sources = case.sources();
    let line = |said: &Diagnostic| {
        assert_eq!(said.rule, id);
        let place = said.span.map_or(String::new(), |span| {
            let text = sources.text(span.file);
            let at = position(&text.text, span.range().start);
            format!("{}:{}:{} ", text.path, at.line, at.column)
        });
        let hints: String = said.hints.iter().map(|hint| format!(" | {hint}")).collect();
        format!("{place}{}{hints}", said.message)
    };
    let said: Vec<String> = case.run(rule.run).iter().map(line).collect();
    assert_eq!(said, expected, "{case:#?}");
}
