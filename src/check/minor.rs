//! Texts by which a stranger could find a child.

use super::Subject;
use super::texts::{FACT_LABEL, Told, of_profile};
use crate::kit::email_address;
use crate::source::{Diagnostic, Diagnostics};

/// `minor-private`: each text of a minor that holds an e-mail address, unless it is the
/// guardian's.
pub(super) fn addresses(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let guardian = subject.kit.profile.contact.guardian.as_ref();
    let guardian = guardian.and_then(|guardian| guardian.email.as_ref());
    let holds = |told: &&Told| {
        let around = |c: char| c.is_whitespace() || "<>()[]\"“”„,;:".contains(c);
        let words = told.text.split(around);
        let mut found = words
            .filter_map(|word| email_address(word.trim_matches(|c: char| !c.is_alphanumeric())));
        found.any(|address| guardian.is_none_or(|guardian| guardian.value != address))
    };
    for told in texts(subject).iter().filter(holds) {
        let message = format!("{} of a minor holds an e-mail address", told.part);
        let hint = "take it out; brands write to the guardian";
        say(
            told,
            Diagnostic::error("minor-private", message).hint(hint),
            diags,
        );
    }
}

/// `minor-private-words`: each text of a minor with a word that often tells school or age.
pub(super) fn words(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for told in texts(subject) {
        if let Some(word) = telling(&told.text) {
            let message = format!("{} of a minor says “{word}”", told.part);
            let hint = "read it again: nobody may find the child by it";
            let warning = Diagnostic::warning("minor-private-words", message).hint(hint);
            say(&told, warning, diags);
        }
    }
}

/// The texts of a minor; none of anybody else. Labels of facts were judged when they were read.
fn texts(subject: &Subject<'_>) -> Vec<Told> {
    if !subject.kit.profile.creator.minor {
        return Vec::new();
    }
    let mut texts = of_profile(subject.kit);
    texts.retain(|told| told.part != FACT_LABEL);
    texts
}

/// The first word of `text` that may tell something private, with more words around it.
fn telling(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let age = words.windows(2).any(|two| two == ["years", "old"]);
    let single = ["born", "birthday", "school", "pupil"];
    let single = single.into_iter().find(|word| words.contains(word));
    let found = single.or(age.then_some("years old"))?;
    (words.len() > found.split(' ').count()).then_some(found)
}

fn say(told: &Told, diagnostic: Diagnostic, diags: &mut Diagnostics) {
    diags.push(match told.place {
        Some(place) => diagnostic.at(place),
        None => diagnostic,
    });
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    const GUARDIAN: &str = "guardian = { name = \"Ines\", email = \"ines@example.com\" }";

    #[test]
    fn an_address_in_a_text_is_an_error() {
        let kit = Case::new()
            .contact(GUARDIAN)
            .creator("minor = true\ntagline = \"Write to kit@example.com.\"\nhighlights = [\"Write to ines@example.com\", \"Two @ once\"]")
            .text("story.md", "Hello.\n\n[Write](mailto:kit@example.com) or <kit@example.com>!\n");
        let hint = "of a minor holds an e-mail address | take it out; brands write to the guardian";
        check(
            "minor-private",
            &kit,
            &[
                &format!("profile.toml:4:11 the tagline {hint}"),
                &format!("story.md:3:37 the story {hint}"),
                &format!("story.md:3:2 the story {hint}"),
            ],
        );
        let grown = Case::new().creator("tagline = \"Write to kit@example.com\"");
        check("minor-private", &grown, &[]);
    }

    #[test]
    fn words_that_tell_are_to_be_read_again() {
        let kit = Case::new()
            .contact(GUARDIAN)
            .creator("minor = true\ntagline = \"Twelve years old and reading\"\nhighlights = [\"School\", \"Schools write to me\"]")
            .more("[[milestones]]\ndate = 2025\ntitle = \"Book\"\nplace = \"Fell School\"\n")
            .text("story.md", "A pupil\n");
        let hint = "read it again: nobody may find the child by it";
        check(
            "minor-private-words",
            &kit,
            &[
                &format!("profile.toml:4:11 the tagline of a minor says “years old” | {hint}"),
                &format!("profile.toml:13:8 a milestone of a minor says “school” | {hint}"),
                &format!("story.md:1:1 the story of a minor says “pupil” | {hint}"),
            ],
        );
        check(
            "minor-private-words",
            &Case::new().creator("tagline = \"Born here\""),
            &[],
        );
    }
}
