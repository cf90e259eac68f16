//! Texts by which a stranger could find a child.

use super::Subject;
use super::texts::{FACT, FACT_LABEL, MILESTONE_PLACE, Told, of_case, of_profile};
use crate::derive::is_country;
use crate::kit::{Permission, Telling, email_address, telling};
use crate::source::{Diagnostic, Diagnostics};

/// Where a message goes to one person alone.
const MESSENGERS: [&str; 7] = [
    "wa.me",
    "api.whatsapp.com",
    "t.me",
    "m.me",
    "ig.me",
    "signal.me",
    "line.me",
];

/// What stands for the place of something that has none.
const NOWHERE: [&str; 2] = ["online", "オンライン"];

/// Texts that nobody reads as a story: what they tell of the body, they tell on purpose.
const LISTED: [&str; 8] = [
    "a highlight",
    "a pillar",
    "what is said of an account",
    "a service",
    "one of the terms",
    "a step",
    "a milestone",
    "a link",
];

/// `minor-private`: each text of a minor that leads to the child: by an address that is not the
/// guardian's, by a place nearer than a country, by its size or its date of birth.
pub(super) fn private(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let language = &subject.kit.profile.site.language;
    for text in texts(subject) {
        let Text { of, told } = &text;
        let leads = leading(subject, &told.text);
        if let Some(what) = leads {
            let hint = "take it out; brands write to the guardian";
            let message = format!("{of} of a minor {what}");
            say(
                told,
                Diagnostic::error("minor-private", message).hint(hint),
                diags,
            );
        }
        if told.part == MILESTONE_PLACE {
            let place = told.text.trim();
            let nowhere = NOWHERE.contains(&place.to_lowercase().as_str());
            if !nowhere && !is_country(place, language) {
                let message = format!("{of} of a minor is nearer than a country");
                let hint = "name the country alone, or leave `place` out";
                say(
                    told,
                    Diagnostic::error("minor-private", message).hint(hint),
                    diags,
                );
            }
        }
        let tells = telling(&told.text, language);
        if let Some(Telling { words, .. }) = tells.filter(|tells| tells.certain && text.is_listed())
        {
            let message = format!("{of} of a minor tells “{words}”");
            let hint = "take it out; what a job needs of it, the guardian tells the brand";
            say(
                told,
                Diagnostic::error("minor-private", message).hint(hint),
                diags,
            );
        }
    }
}

/// `minor-private-words`: each text of a minor with words that often tell age, school, home or size.
pub(super) fn words(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let language = &subject.kit.profile.site.language;
    for text in texts(subject) {
        let Text { of, told } = &text;
        // What was said already.
        let is_certain = text.is_listed() || told.part == FACT;
        let tells = telling(&told.text, language).filter(|tells| !(tells.certain && is_certain));
        if let Some(Telling { words, .. }) = tells.filter(|_| told.part != MILESTONE_PLACE) {
            let message = format!("{of} of a minor says “{words}”");
            let hint = "read it again: nobody may find the child by it";
            let warning = Diagnostic::warning("minor-private-words", message).hint(hint);
            say(told, warning, diags);
        }
    }
}

/// A text of a minor.
struct Text {
    /// What it is, for a message.
    of: String,
    told: Told,
}

impl Text {
    fn is_listed(&self) -> bool {
        LISTED.contains(&self.told.part)
    }
}

/// The texts of a minor; none of anybody else. Labels of facts were judged when they were read.
fn texts(subject: &Subject<'_>) -> Vec<Text> {
    let kit = subject.kit;
    if !kit.profile.creator.minor {
        return Vec::new();
    }
    let own = of_profile(kit).into_iter().map(|told| Text {
        of: told.part.to_string(),
        told,
    });
    let mut texts: Vec<Text> = own.filter(|text| text.told.part != FACT_LABEL).collect();
    for case in &kit.collaborations {
        let shown = kit.shows(case.visibility) && case.permission != Permission::Nda;
        texts.extend(of_case(case).into_iter().filter(|_| shown).map(|told| {
            let part = told.part.trim_end_matches(" of another campaign");
            Text {
                of: format!("{part} of a campaign"),
                told,
            }
        }));
    }
    for note in kit.profile.photos.iter().filter(|note| !note.gallery) {
        let of = "what is said of a photo";
        for text in [&note.alt, &note.credit, &note.licence]
            .into_iter()
            .flatten()
        {
            texts.push(Text {
                of: of.to_string(),
                told: Told {
                    part: of,
                    text: text.clone(),
                    place: Some(note.span),
                },
            });
        }
    }
    texts
}

/// What of `text` leads to anybody but the guardian.
fn leading(subject: &Subject<'_>, text: &str) -> Option<&'static str> {
    let guardian = subject.kit.profile.contact.guardian.as_ref();
    let email = guardian.and_then(|guardian| guardian.email.as_ref());
    let phone = guardian.and_then(|guardian| guardian.phone.as_ref());
    let around = |c: char| c.is_whitespace() || "<>()[]\"“”„,;:".contains(c);
    let mut addresses = text
        .split(around)
        .filter_map(|word| email_address(word.trim_matches(|c: char| !c.is_alphanumeric())));
    if addresses.any(|address| email.is_none_or(|email| email.value != address)) {
        return Some("holds an e-mail address");
    }
    if leads_to_a_messenger(text) {
        return Some("leads to a messenger");
    }
    let own = phone.map(|phone| digits(&phone.value));
    let mut numbers = telephones(text).into_iter();
    numbers
        .any(|number| own.as_ref() != Some(&number))
        .then_some("holds a telephone number")
}

fn leads_to_a_messenger(text: &str) -> bool {
    let hosts = text.split("//").skip(1).map(|rest| {
        let host = rest.split(['/', '?', '#', ':', ')', ' ']).next();
        host.unwrap_or_default().to_lowercase()
    });
    let bare = |host: String| host.trim_start_matches("www.").to_string();
    hosts
        .map(bare)
        .any(|host| MESSENGERS.contains(&host.as_str()))
}

/// The digits of each telephone number in `text`: with a plus before the country, or with a nought,
/// as they are dialled at home.
fn telephones(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let begins =
            matches!(c, '+' | '0') && !(before.is_alphanumeric() || "/=-_.,#%&+".contains(before));
        let inside = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}-().".contains(c);
        let end = rest[c.len_utf8()..].find(|c| !inside(c));
        let end = end.map_or(rest.len(), |end| end + c.len_utf8());
        let number = digits(&rest[..end]);
        let least = if c == '+' { 8 } else { 9 };
        if begins && (least..=15).contains(&number.len()) {
            found.push(number);
            before = '0';
            rest = &rest[end..];
        } else {
            before = c;
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
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

    const GUARDIAN: &str =
        "guardian = { name = \"Ines\", email = \"ines@example.com\", phone = \"+34 600 000 000\" }";

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
    fn a_telephone_a_messenger_a_place_and_a_size_are_errors() {
        let kit = Case::new()
            .contact(GUARDIAN)
            .creator("minor = true\nhighlights = [\"Call 0161 496 0000\", \"Call +34 600 000 000\", \"2,000,000 views in 2025\"]")
            .more("[[milestones]]\ndate = 2025\ntitle = \"Prize\"\nplace = \"Leeds\"\n\n[[milestones]]\ndate = 2024\ntitle = \"Prize\"\nplace = \"Spain\"\n\n[terms]\nmore = [{ title = \"For samples\", items = [\"Shoe size 35\"] }]\n\n[[links]]\ntitle = \"Write\"\nurl = \"https://wa.me/447700900000\"\n");
        let guardian = "take it out; brands write to the guardian";
        check(
            "minor-private",
            &kit,
            &[
                &format!(
                    "profile.toml:4:15 a highlight of a minor holds a telephone number | {guardian}"
                ),
                "profile.toml:22:43 one of the terms of a minor tells “shoe size” | take it out; what a job needs of it, the guardian tells the brand",
                "profile.toml:14:9 the place of a milestone of a minor is nearer than a country | name the country alone, or leave `place` out",
                &format!("profile.toml:26:7 a link of a minor leads to a messenger | {guardian}"),
            ],
        );
    }

    #[test]
    fn telephone_numbers_are_told_from_others() {
        fn check(text: &str, expected: &[&str]) {
            assert_eq!(super::telephones(text), expected, "{text}");
        }
        check(
            "+34 600 000 000, or 0161-496 0000.",
            &["34600000000", "01614960000"],
        );
        check("tel:+34600000000", &["34600000000"]);
        check("+12 % in 2025, 10,000,000 views", &[]);
        check("2026-10-31 and 0.5", &[]);
        check("https://example.com/0123456789", &[]);
    }

    #[test]
    fn words_that_tell_are_to_be_read_again() {
        let kit = Case::new()
            .contact(GUARDIAN)
            .creator("minor = true\ntagline = \"Twelve years old and reading\"\nhighlights = [\"School\", \"Schools write to me\"]")
            .more("[[milestones]]\ndate = 2025\ntitle = \"Book for my school\"\n")
            .text("story.md", "A pupil\n")
            .text("collaborations/a.md", "+++\nbrand = \"Salt\"\nnote = \"I live in Leeds\"\n+++\n");
        let hint = "read it again: nobody may find the child by it";
        check(
            "minor-private-words",
            &kit,
            &[
                &format!("profile.toml:4:11 the tagline of a minor says “years old” | {hint}"),
                &format!("profile.toml:13:8 a milestone of a minor says “school” | {hint}"),
                &format!("story.md:1:1 the story of a minor says “pupil” | {hint}"),
                &format!(
                    "collaborations/a.md:3:8 the note of a campaign of a minor says “live in” | {hint}"
                ),
            ],
        );
        check(
            "minor-private-words",
            &Case::new().creator("tagline = \"Born here\""),
            &[],
        );
    }
}
