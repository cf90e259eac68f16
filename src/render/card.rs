//! What may be seen, for address books: `contact.vcf` (RFC 6350).
//!
//! The card is of version 4.0 and written so that what reads 3.0 finds its way: `N` is there, a
//! telephone number is a text, each type stands by itself.

use crate::derive::{ManagerView, View, Way};
use crate::words::{Value, Words, bare};

/// `contact.vcf`. The card of a minor is the guardian's.
pub(super) fn contact_vcf(view: &View, words: &Words, build: &str) -> String {
    let creator = &view.creator;
    let contact = &view.contact;
    let mut card = Card(String::new());
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    match contact.guardian.as_ref().filter(|_| creator.minor) {
        Some(guardian) => card.guardian(guardian, view, words),
        None => card.creator(view),
    }
    if let Some(url) = &view.site.url {
        card.line("URL", url);
    }
    card.line("X-PITCHKIT-BUILD", build);
    card.line("END", "VCARD");
    card.0
}

/// The lines of a vCard so far.
struct Card(String);

impl Card {
    fn creator(&mut self, view: &View) {
        let creator = &view.creator;
        let name = escaped(&creator.name);
        if creator.kind == "person" {
            self.line("KIND", "individual");
            self.line("FN", &name);
            self.line("N", &parts(&creator.name));
        } else {
            // An address book takes `group` for a list of people that it may have already.
            self.line("KIND", "org");
            self.line("FN", &name);
            self.line("N", ";;;;");
            self.line("ORG", &name);
        }
        self.ways(&view.contact.ways);
        for tag in &creator.language_tags {
            self.line("LANG", tag);
        }
        let said = [&creator.tagline, &creator.standfirst];
        let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
        self.note(&said.join("\n"));
    }

    fn guardian(&mut self, guardian: &ManagerView, view: &View, words: &Words) {
        let creator = &view.creator.name;
        let name = guardian.name.as_ref().unwrap_or(creator);
        self.line("KIND", "individual");
        self.line("FN", &escaped(name));
        self.line("N", &parts(name));
        self.ways(&guardian.ways);
        let who = [
            ("name", Value::Text(creator)),
            ("guardian", Value::Text(name)),
        ];
        self.note(&bare(&words.say("guardian-note", &who)));
    }

    fn ways(&mut self, ways: &[Way]) {
        let digits = |way: &Way| -> String {
            let digits = way.text.chars().filter(char::is_ascii_digit);
            digits.collect()
        };
        let mut numbers = Vec::new();
        for way in ways {
            match way.kind {
                "email" => self.line("EMAIL;TYPE=work", &escaped(&way.text)),
                // RFC 6350 would rather have `VALUE=uri`, which 3.0 does not know.
                "phone" | "whatsapp" if !numbers.contains(&digits(way)) => {
                    let kind = if way.kind == "phone" { "voice" } else { "cell" };
                    self.line(&format!("TEL;TYPE=work;TYPE={kind}"), &escaped(&way.text));
                    numbers.push(digits(way));
                }
                _ => {}
            }
            if !matches!(way.kind, "email" | "phone") {
                self.line("URL", &way.address);
            }
        }
    }

    fn note(&mut self, text: &str) {
        if !text.is_empty() {
            self.line("NOTE", &escaped(text));
        }
    }

    /// Adds a line, folded to 75 bytes and never inside a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in format!("{name}:{value}")
            .chars()
            .filter(|c| !c.is_control())
        {
            if length + c.len_utf8() > 75 {
                self.0 += "\r\n ";
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0 += "\r\n";
    }
}

/// The parts of a person's name, family name first, as `N` has them. Only a name of two words is
/// taken apart: where the family name of three begins, nobody said.
fn parts(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(escaped).collect();
    // Written so, the family name comes first.
    let is_east_asian = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    match words.as_slice() {
        [first, second] if name.contains(is_east_asian) => format!("{first};{second};;;"),
        [first, second] => format!("{second};{first};;;"),
        _ => format!(";{};;;", escaped(name)),
    }
}

/// Text as the value of a vCard's line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ',' | ';' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    fn card(view: &View) -> String {
        contact_vcf(view, &Words::load("en").expect("English"), "0123456789ab")
    }

    #[test]
    fn a_card_holds_what_may_be_seen() {
        fn check(name: &str, expected: &str) {
            let mut view = sample::sparse();
            view.creator.name = name.to_string();
            let card = card(&view);
            assert!(card.contains(expected), "{card}");
            assert!(card.split("\r\n").all(|line| line.len() <= 75), "{card}");
            assert!(!card.replace("\r\n", "").contains(['\r', '\n']), "{card}");
        }
        check("Maite Orrun", "FN:Maite Orrun\r\nN:Orrun;Maite;;;\r\n");
        check("山田 花子", "N:山田;花子;;;\r\n");
        check("Ana María López García", "N:;Ana María López García;;;\r\n");
        check("Ida", "N:;Ida;;;\r\n");
        check(
            "A, B; C\\D\nEND:VCARD",
            "FN:A\\, B\\; C\\\\D\\nEND:VCARD\r\n",
        );
        check(&"ñ".repeat(80), "ñ\r\n ñ");
        check("Ida", "X-PITCHKIT-BUILD:0123456789ab\r\n");
    }

    #[test]
    fn a_show_is_an_organisation() {
        let mut view = sample::rich();
        view.creator.kind = "show";
        let expected = "KIND:org\r\nFN:Maite Orrun\r\nN:;;;;\r\nORG:Maite Orrun\r\n";
        assert!(card(&view).contains(expected), "{}", card(&view));
    }

    #[test]
    fn a_number_is_there_once_and_an_address_without_an_enquiry() {
        fn check(kinds: &[&'static str], expected: &[&str]) {
            let mut view = sample::sparse();
            let way = |kind: &&'static str| Way {
                kind,
                label: "x".to_string(),
                text: "+34 600 000 000".to_string(),
                href: "https://wa.me/34600000000?text=x".to_string(),
                address: "https://wa.me/34600000000".to_string(),
            };
            view.contact.ways = kinds.iter().map(way).collect();
            let card = card(&view);
            let lines = card.lines();
            let found: Vec<&str> = lines
                .filter(|line| line.starts_with("TEL") || line.starts_with("URL"))
                .collect();
            assert_eq!(found, expected);
        }
        let voice = "TEL;TYPE=work;TYPE=voice:+34 600 000 000";
        let cell = "TEL;TYPE=work;TYPE=cell:+34 600 000 000";
        let url = "URL:https://wa.me/34600000000";
        check(&["phone"], &[voice]);
        check(&["whatsapp"], &[cell, url]);
        check(&["phone", "whatsapp"], &[voice, url]);
        check(&["whatsapp", "phone"], &[cell, url]);
    }

    #[test]
    fn a_minor_is_reached_through_the_guardian() {
        let mut view = sample::rich();
        view.creator.minor = true;
        view.contact.guardian = view.contact.manager.clone();
        let card = card(&view).replace("\r\n ", "");
        let guardian = view.contact.guardian.expect("a guardian");
        let name = guardian.name.expect("a name");
        assert!(card.contains(&format!("FN:{name}\r\n")), "{card}");
        assert!(card.contains("NOTE:Maite Orrun is under age."), "{card}");
        assert!(!card.contains(&view.contact.ways[0].text), "{card}");
    }
}
