//! `contact.vcf`, read by two libraries that know nothing of us or of each other.

use super::{BUILT, Built, said};
use calcard::vcard::{VCard, VCardProperty, VCardVersion};
use serde_json::Value;
use vcard4::property::TextOrUriProperty;

/// What a reader finds in a card.
#[derive(Debug, Default, PartialEq)]
struct Found {
    name: String,
    /// Family name first.
    parts: Vec<String>,
    mails: Vec<String>,
    phones: Vec<String>,
    pages: Vec<String>,
    note: String,
}

fn with_calcard(card: &str) -> Found {
    let card = VCard::parse(card).expect("a card");
    assert_eq!(card.version(), Some(VCardVersion::V4_0));
    let all = |name: VCardProperty| -> Vec<String> {
        let entries = card.entries.iter().filter(|entry| entry.name == name);
        let values = entries.flat_map(|entry| &entry.values);
        values
            .map(|value| value.as_text().unwrap_or_default().to_string())
            .collect()
    };
    Found {
        name: all(VCardProperty::Fn).concat(),
        parts: all(VCardProperty::N),
        mails: all(VCardProperty::Email),
        phones: all(VCardProperty::Tel),
        pages: all(VCardProperty::Url),
        note: all(VCardProperty::Note).concat(),
    }
}

fn with_vcard4(card: &str) -> Found {
    let cards = vcard4::parse(card).unwrap_or_else(|error| panic!("{error}\n{card}"));
    let [card] = cards.as_slice() else {
        panic!("{} cards", cards.len());
    };
    let texts = |list: &[vcard4::property::TextProperty]| -> Vec<String> {
        list.iter().map(|one| one.value.clone()).collect()
    };
    let phone = |phone: &TextOrUriProperty| match phone {
        TextOrUriProperty::Text(text) => text.value.clone(),
        TextOrUriProperty::Uri(uri) => uri.value.to_string(),
    };
    Found {
        name: texts(&card.formatted_name).concat(),
        parts: card.name.as_ref().expect("a name in parts").value.clone(),
        mails: texts(&card.email),
        phones: card.tel.iter().map(phone).collect(),
        pages: card.url.iter().map(|url| url.value.to_string()).collect(),
        note: texts(&card.note).concat(),
    }
}

/// What `kit.json` says that a card shall hold.
fn expected(built: &Built) -> (String, Vec<String>, Vec<String>) {
    let guardian = &built.json["contact"]["guardian"];
    // The ways of a minor are the guardian's.
    let ways = |of: &Value| of["ways"].clone();
    let is_guarded = !guardian.is_null() && ways(guardian) == ways(&built.json["contact"]);
    let name = if is_guarded {
        &guardian["name"]
    } else {
        &built.json["creator"]["name"]
    };
    let texts = |kinds: &[&str]| {
        let ways = built.list("/contact/ways");
        let ways = ways.filter(|way| kinds.contains(&said(&way["kind"])));
        ways.map(|way| said(&way["text"]).to_string()).collect()
    };
    (
        said(name).to_string(),
        texts(&["email"]),
        texts(&["phone", "whatsapp"]),
    )
}

#[test]
fn two_readers_find_the_same_and_what_the_kit_says() {
    for built in BUILT.iter() {
        let card = &built.texts["contact.vcf"];
        assert!(card.split("\r\n").all(|line| line.len() <= 75), "{card}");
        let (one, other) = (with_calcard(card), with_vcard4(card));
        assert_eq!(one, other, "{}\n{card}", built.name);
        let (name, mails, phones) = expected(built);
        assert_eq!(one.name, name, "{}", built.name);
        assert_eq!(one.mails, mails, "{}", built.name);
        assert!(
            one.phones.iter().all(|phone| phones.contains(phone)),
            "{}: {:?}",
            built.name,
            one.phones
        );
        assert_eq!(one.phones.is_empty(), phones.is_empty(), "{}", built.name);
        if let Some(url) = built.json["url"].as_str() {
            assert!(one.pages.iter().any(|page| page == url), "{}", built.name);
        }
        let said: String = one.parts.concat();
        let is_part = |word: &str| said.is_empty() || said.contains(word);
        assert!(
            name.split_whitespace().all(is_part),
            "{}: {said}",
            built.name
        );
    }
}
