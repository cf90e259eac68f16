//! Which of a theme's own colours are read on which, and whether they can be.
//!
//! A manifest says it by names: `ink` and `soft` are letters on `ground`, `on_x` and `x_ink` on `x`; an
//! accent is on the token that it names. What it lists as `marks` is no letters.

use super::{Manifest, Rgb, Tokens};

/// The contrast that letters need (WCAG 2.2, 1.4.3).
const LETTERS: f64 = 4.5;

/// Letters on the ground by name.
const ON_GROUND: [&str; 2] = ["ink", "soft"];

impl Manifest {
    /// What is hard to read in the theme's own colours, in words.
    pub fn hard_to_read(&self) -> Vec<String> {
        let mut hard = Vec::new();
        for (name, token) in &self.tokens {
            let Some((on, ground)) = self.under(name) else {
                continue;
            };
            for (page, contrast) in pages(|page| page(token).contrast(page(ground))) {
                if contrast < LETTERS {
                    // Never as much as is needed.
                    let contrast = (contrast * 10.0).floor() / 10.0;
                    hard.push(format!(
                        "`{name}` on `{on}` has a contrast of {contrast:.1}:1 on the {page} page, and \
                         letters need {LETTERS}:1"
                    ));
                }
            }
        }
        for (name, rule) in self.accents.iter().filter(|(name, _)| !self.is_mark(name)) {
            for (page, limits) in [("light", rule.light), ("dark", rule.dark)] {
                if limits.contrast < LETTERS {
                    hard.push(format!(
                        "`{name}` on `{}` may have a contrast of {}:1 on the {page} page, and letters \
                         need {LETTERS}:1",
                        rule.on, limits.contrast
                    ));
                }
            }
        }
        hard
    }

    /// The token that letters in the token `name` stand on, if they are letters.
    fn under(&self, name: &str) -> Option<(&str, &Tokens)> {
        let on = match name {
            _ if self.is_mark(name) => return None,
            name if ON_GROUND.contains(&name) => "ground",
            name => name.strip_prefix("on_").or(name.strip_suffix("_ink"))?,
        };
        let (on, token) = self.tokens.get_key_value(on)?;
        Some((on, token))
    }

    fn is_mark(&self, name: &str) -> bool {
        self.marks.iter().any(|mark| mark == name)
    }
}

/// What `of` is on the light page, and on the dark one.
fn pages(of: impl Fn(fn(&Tokens) -> Rgb) -> f64) -> [(&'static str, f64); 2] {
    [
        ("light", of(|token| token.light)),
        ("dark", of(|token| token.dark)),
    ]
}

#[cfg(test)]
mod tests {
    use crate::source::{Diagnostics, Sources};

    #[test]
    fn colours_that_are_hard_to_read_are_told() {
        fn check(from: &str, to: &str, expected: &[&str]) {
            let block = super::super::Block::all("editorial");
            let toml = block.iter().find(|block| block.is_manifest());
            let toml = &toml.expect("a manifest").text;
            assert!(toml.contains(from), "{from}");
            let mut sources = Sources::new();
            sources.add_text("theme/theme.toml", toml.replace(from, to));
            let theme = crate::theme::load(&sources, None, &mut Diagnostics::new());
            let hard = theme.expect("a theme").manifest.hard_to_read();
            assert_eq!(hard, expected);
        }
        check("", "", &[]);
        check(
            "soft = { light = \"#565c60\"",
            "soft = { light = \"#9aa0a4\"",
            &[
                "`soft` on `ground` has a contrast of 2.5:1 on the light page, and letters need 4.5:1",
            ],
        );
        check(
            "dark = { darkest = 0.76, chroma = 0.13 }",
            "dark = { darkest = 0.5, contrast = 3 }",
            &[
                "`accent` on `ground` may have a contrast of 3:1 on the dark page, and letters need 4.5:1",
            ],
        );
    }

    #[test]
    fn the_built_in_themes_can_be_read() {
        for manifest in crate::theme::manifests() {
            assert!(manifest.hard_to_read().is_empty(), "{}", manifest.name);
        }
    }
}
