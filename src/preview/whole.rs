//! Whether files are saved to their ends.

use crate::source::Sources;

/// Whether no text is gone that was there `before`, and none is cut short: a file that is being
/// saved is there, and shorter than it was, before its end is.
pub(super) fn has_whole_texts(before: &Sources, now: &Sources) -> bool {
    before.texts().all(|before| {
        let now = now.find(&before.path).map(|file| &now.text(file).text);
        now.is_some_and(|now| is_whole(&before.text, now))
    })
}

/// Whether a text is as long as it was, or ends as it did.
fn is_whole(before: &str, now: &str) -> bool {
    /// So much that no other place in a text is likely to end like it.
    const END: usize = 16;
    let end = before.len() - before.len().min(END);
    now.len() >= before.len() || now.as_bytes().ends_with(&before.as_bytes()[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_being_saved_has_no_end_yet() {
        fn check(before: &str, now: &str, expected: bool) {
            assert_eq!(is_whole(before, now), expected, "{before:?} {now:?}");
        }
        let story = "# Ane\n\nShe swims in lakes, mostly in October.\n";
        check(story, story, true);
        check(story, "", false);
        check(story, &story[..20], false);
        // Half of another text.
        check(story, "# Ane Li\n\nShe swims in la", false);
        // A word is taken out.
        check(story, &story.replace("lakes, ", ""), true);
        check(story, &format!("{story}\nAnd in rivers.\n"), true);
        check("", "", true);
        check("", "a", true);
        check("short", "shor", false);
        // The bytes of one letter are not taken apart.
        check(&"é".repeat(40), &"é".repeat(39), true);
    }

    #[test]
    fn a_text_that_is_gone_may_come_back() {
        let kit = |paths: &[&str]| {
            let mut sources = Sources::new();
            for path in paths {
                sources.add_text(*path, "text");
            }
            sources
        };
        let check = |before: &[&str], now: &[&str], expected: bool| {
            assert_eq!(has_whole_texts(&kit(before), &kit(now)), expected);
        };
        check(&["a", "b"], &["a", "b"], true);
        check(&["a", "b"], &["a"], false);
        check(&["a"], &["a", "b"], true);
        check(&[], &[], true);
    }
}
