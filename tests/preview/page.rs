//! A page of the preview, taken apart into what `pitchkit build` writes and what the preview put
//! into it.

use super::answer::Answer;
use std::collections::BTreeSet;

/// What the preview adds to the policy of a page.
const ADDED: &str = "; script-src 'self'; connect-src 'self'";
const BEFORE_TOKEN: &str = r#"<script type="module" src="/_pitchkit/client.js?token="#;
const BEFORE_BUILD: &str = "&build=";
const AFTER_BUILD: &str = r#""></script>"#;

/// A page.
pub struct Page {
    /// As it is built.
    pub html: String,
    /// Which site it is of: 12 hexadecimal digits.
    pub build: String,
    /// What the event stream asks for.
    pub token: String,
}

impl Page {
    /// Panics unless the answer is a page with exactly one replacement: a script where the policy
    /// was, and the policy in a header.
    pub fn of(answer: &Answer) -> Page {
        let html = answer.text();
        let (before, rest) = html.split_once(BEFORE_TOKEN).expect("the preview's script");
        let (token, rest) = rest.split_once(BEFORE_BUILD).expect("a build");
        let (build, after) = rest.split_once(AFTER_BUILD).expect("an end of the script");
        assert!(!after.contains("/_pitchkit/"), "a second script: {after}");
        assert!(!html.contains("http-equiv"), "{html}");
        let hexadecimal = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        assert!(
            build.len() == 12 && build.bytes().all(hexadecimal),
            "{build}"
        );
        assert!(
            token.len() >= 16 && token.bytes().all(|c| c.is_ascii_alphanumeric()),
            "{token}"
        );
        let policy = answer.header("content-security-policy");
        let policy = policy.expect("a policy").strip_suffix(ADDED);
        let policy = policy.expect("what the preview's script needs, and no more");
        Page {
            html: format!(
                r#"{before}<meta http-equiv="Content-Security-Policy" content="{policy}">{after}"#
            ),
            build: build.to_string(),
            token: token.to_string(),
        }
    }

    /// The addresses of its pictures, as the first page has them.
    pub fn pictures(&self) -> BTreeSet<String> {
        let words = self.html.split(['"', ' ', ',']);
        let is_picture = |word: &&str| {
            let kinds = [".jpg", ".png", ".webp", ".avif"];
            word.starts_with("assets/") && kinds.iter().any(|kind| word.ends_with(kind))
        };
        let pictures = words.filter(is_picture);
        pictures.map(|path| format!("/{path}")).collect()
    }

    pub fn has(&self, words: &str) -> bool {
        self.html.contains(words)
    }
}
