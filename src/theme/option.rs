//! `[options]` of `theme.toml`: what a kit may choose of a theme's looks, in `[site.options]`.
//!
//! Stylesheets are made with what is chosen, so it is a number, a yes or no, or one of the theme's
//! own words.

use super::Theme;
use crate::kit::Setting;
use crate::source::{Diagnostic, Diagnostics, Spanned, nearest};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What may be chosen, and what is taken when nothing is.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub enum Choosable {
    /// One of some words.
    Choice {
        /// What it does, in a sentence.
        about: String,
        /// The words.
        values: Vec<String>,
        /// The one that is taken when nothing is chosen.
        default: String,
    },
    /// Yes or no.
    Switch {
        /// What it does, in a sentence.
        about: String,
        /// What is taken when nothing is chosen.
        default: bool,
    },
    /// A number.
    Number {
        /// What it does, in a sentence.
        about: String,
        /// The least it may be.
        least: f64,
        /// The most it may be.
        most: f64,
        /// What is taken when nothing is chosen.
        default: f64,
    },
}

impl Choosable {
    /// What makes the option unusable though it can be read.
    pub(super) fn problem(&self, name: &str) -> Option<String> {
        if !is_word(name) {
            return Some("a name is of small letters, digits and `_`".to_string());
        }
        match self {
            Choosable::Choice {
                values, default, ..
            } => {
                if let Some(value) = values.iter().find(|value| !is_word(value)) {
                    return Some(format!(
                        "`{value}` is no word of small letters, digits and `_`"
                    ));
                }
                let has_default = values.contains(default);
                (!has_default).then(|| format!("`{default}` is not among its `values`"))
            }
            Choosable::Switch { .. } => None,
            Choosable::Number {
                least,
                most,
                default,
                ..
            } => {
                let fits =
                    least.is_finite() && most.is_finite() && (least..=most).contains(&default);
                (!fits).then(|| "`default` lies between `least` and `most`".to_string())
            }
        }
    }

    /// What else than the default shows what it does, as `profile.toml` has it: every other word,
    /// the other switch, the least and the most.
    pub fn others(&self) -> Vec<String> {
        match self {
            Choosable::Choice {
                values, default, ..
            } => {
                let others = values.iter().filter(|value| *value != default);
                others.map(|value| format!("\"{value}\"")).collect()
            }
            Choosable::Switch { default, .. } => vec![(!default).to_string()],
            Choosable::Number {
                least,
                most,
                default,
                ..
            } => {
                let others = [least, most].into_iter().filter(|end| *end != default);
                others.map(ToString::to_string).collect()
            }
        }
    }

    fn default(&self) -> Setting {
        match self {
            Choosable::Choice { default, .. } => Setting::Word(default.clone()),
            Choosable::Switch { default, .. } => Setting::Switch(*default),
            Choosable::Number { default, .. } => Setting::Number(*default),
        }
    }

    /// What is wrong with `chosen`, as it reads after "takes".
    fn refusal(&self, chosen: &Setting) -> Option<String> {
        let (fits, takes) = match (self, chosen) {
            (Choosable::Choice { values, .. }, chosen) => {
                let fits = matches!(chosen, Setting::Word(word) if values.contains(word));
                (fits, values.join(", "))
            }
            (Choosable::Switch { .. }, chosen) => (
                matches!(chosen, Setting::Switch(_)),
                "true or false".to_string(),
            ),
            (Choosable::Number { least, most, .. }, chosen) => {
                let fits =
                    matches!(chosen, Setting::Number(number) if (least..=most).contains(&number));
                (fits, format!("a number from {least} to {most}"))
            }
        };
        (!fits).then_some(takes)
    }
}

/// What stands in templates and stylesheets as it is.
fn is_word(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    !text.is_empty() && text.chars().all(fits)
}

impl Theme {
    /// The theme with what a kit has chosen. `None` after an error was reported: it has no such
    /// option, or that cannot be chosen.
    pub fn with_options(
        mut self,
        chosen: &BTreeMap<String, Spanned<Setting>>,
        diags: &mut Diagnostics,
    ) -> Option<Theme> {
        let offered = &self.manifest.options;
        let mut options: BTreeMap<String, Setting> = offered
            .iter()
            .map(|(name, option)| (name.clone(), option.default()))
            .collect();
        let mut is_whole = true;
        for (name, value) in chosen {
            let theme = &self.manifest.name;
            let refused = match offered.get(name) {
                None => {
                    let message = format!("the theme `{theme}` has no option `{name}`");
                    let known = || offered.keys().map(String::as_str);
                    let diagnostic = Diagnostic::error("unknown-option", message);
                    Some(match nearest(name, known()) {
                        Some(near) => diagnostic.hint(format!("did you mean `{near}`?")),
                        None if offered.is_empty() => {
                            diagnostic.hint("it has no options; leave it out")
                        }
                        None => diagnostic
                            .hint(format!("it has {}", known().collect::<Vec<_>>().join(", "))),
                    })
                }
                Some(option) => option.refusal(&value.value).map(|takes| {
                    let message = format!("the option `{name}` of `{theme}` takes {takes}");
                    Diagnostic::error("unknown-option", message)
                }),
            };
            match refused {
                Some(refused) => {
                    diags.push(refused.at(value.span));
                    is_whole = false;
                }
                None => {
                    options.insert(name.clone(), value.value.clone());
                }
            }
        }
        self.options = options;
        is_whole.then_some(self)
    }

    /// What is chosen of the theme's options.
    pub fn options(&self) -> &BTreeMap<String, Setting> {
        &self.options
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Sources, Span};

    const OPTIONS: &str = r#"
[options.corners]
type = "choice"
about = "How corners are."
values = ["round", "sharp"]
default = "sharp"
[options.grid]
type = "switch"
about = "Whether lines are drawn."
default = true
[options.columns]
type = "number"
about = "How many columns there are."
least = 2
most = 6
default = 4
"#;

    fn theme(options: &str) -> Result<Theme, String> {
        let toml = crate::theme::Block::find("editorial", "theme.toml").expect("a manifest");
        let mut sources = Sources::new();
        sources.add_text("theme/theme.toml", format!("{}{options}", toml.text));
        let mut diags = Diagnostics::new();
        let theme = crate::theme::load(&sources, None, &mut diags);
        theme.ok_or_else(|| diags.iter().map(|one| one.message.as_str()).collect())
    }

    #[test]
    fn a_kit_chooses_what_a_theme_offers() {
        fn check(name: &str, chosen: Setting, expected: Result<Setting, &str>) {
            let mut diags = Diagnostics::new();
            let place = Span::new(FileId::none(), 0..0);
            let chosen = BTreeMap::from([(name.to_string(), Spanned::new(chosen, place))]);
            let theme = theme(OPTIONS).expect("a theme");
            let theme = theme.with_options(&chosen, &mut diags);
            match expected {
                Ok(expected) => {
                    let theme = theme.expect("it can be chosen");
                    assert_eq!(theme.options()[name], expected);
                    assert_eq!(theme.options().len(), 3);
                }
                Err(part) => {
                    assert!(theme.is_none());
                    let said: Vec<_> = diags.iter().map(|one| &one.message).collect();
                    assert!(said.len() == 1 && said[0].contains(part), "{said:?}");
                }
            }
        }
        let word = |text: &str| Setting::Word(text.to_string());
        check("corners", word("round"), Ok(word("round")));
        check("grid", Setting::Switch(false), Ok(Setting::Switch(false)));
        check("columns", Setting::Number(6.0), Ok(Setting::Number(6.0)));
        check(
            "columns",
            Setting::Number(7.0),
            Err("takes a number from 2 to 6"),
        );
        check("corners", word("red; }"), Err("takes round, sharp"));
        check("grid", word("yes"), Err("takes true or false"));
        check("corner", word("round"), Err("no option `corner`"));
    }

    #[test]
    fn what_nobody_chooses_is_as_the_theme_says() {
        let theme = theme(OPTIONS).expect("a theme");
        let theme = theme.with_options(&BTreeMap::new(), &mut Diagnostics::new());
        let options = theme.expect("a theme").options().clone();
        assert_eq!(options["corners"], Setting::Word("sharp".to_string()));
        assert_eq!(options["grid"], Setting::Switch(true));
        assert_eq!(options["columns"], Setting::Number(4.0));
    }

    #[test]
    fn options_that_cannot_be_are_refused() {
        fn check(from: &str, to: &str, expected: &str) {
            let said = theme(&OPTIONS.replacen(from, to, 1)).expect_err("no theme");
            assert!(said.contains(expected), "{said}");
        }
        check(
            "default = \"sharp\"",
            "default = \"blunt\"",
            "`blunt` is not among",
        );
        check("\"round\", ", "\"a; b\", ", "`a; b` is no word");
        check("most = 6", "most = 3", "lies between");
        check("[options.grid]", "[options.Grid]", "small letters");
        check("\"switch\"", "\"lever\"", "lever");
    }
}
