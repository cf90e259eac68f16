//! What opens a sealed page: one script and one style, the same in every kit.
//!
//! They are part of the page itself. They stand here because a host's header for all pages has to
//! allow them as well, in a kit with private editions and in one without, so that the header does
//! not tell which it is.

use super::files::source_hash;

/// The one script that any page of a kit runs.
pub const UNLOCK_SCRIPT: &str = include_str!("unlock.js");

/// How a sealed page looks until it is opened.
pub const UNLOCK_STYLE: &str = include_str!("unlock.css");

/// What a sealed page may do: run this script and look like this, and once it is opened show the
/// style, pictures and fonts that were sealed in it.
pub fn unlock_policy() -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}' blob:; img-src data: blob:; \
         font-src data: blob:; base-uri 'none'; form-action 'none'",
        source_hash(UNLOCK_SCRIPT),
        source_hash(UNLOCK_STYLE),
    )
}

/// `policy`, that of ordinary pages, with what a sealed page needs besides. What both hold applies,
/// so that an ordinary page may do no more than it says itself.
pub(super) fn allowed(policy: &str) -> String {
    let script = format!(
        "script-src '{}'; style-src 'self'",
        source_hash(UNLOCK_SCRIPT)
    );
    let style = format!("{script} '{}' blob:", source_hash(UNLOCK_STYLE));
    policy
        .replace("style-src 'self'", &style)
        .replace("img-src 'self'", "img-src 'self' data: blob:")
        .replace("font-src 'self'", "font-src 'self' data: blob:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::head::POLICY;
    use std::collections::BTreeMap;

    fn parts(policy: &str) -> BTreeMap<&str, Vec<&str>> {
        let parts = policy.split("; ").map(|part| {
            let mut words = part.split(' ');
            (words.next().unwrap_or_default(), words.collect())
        });
        parts.collect()
    }

    #[test]
    fn the_header_allows_what_a_sealed_page_allows_itself() {
        let (policy, header) = (unlock_policy(), allowed(POLICY));
        let (own, header) = (parts(&policy), parts(&header));
        for (name, sources) in own {
            let allowed = header.get(name).unwrap_or_else(|| panic!("{name}"));
            for source in sources {
                assert!(allowed.contains(&source), "{name} {source}: {allowed:?}");
            }
        }
    }

    #[test]
    fn neither_ends_its_own_element() {
        fn check(text: &str) {
            // A carriage return becomes another character on its way, and the hash would not fit.
            for part in ["</", "<!--", "\r"] {
                assert!(!text.contains(part), "{part}");
            }
            assert!(text.ends_with('\n'));
        }
        check(UNLOCK_SCRIPT);
        check(UNLOCK_STYLE);
    }
}
