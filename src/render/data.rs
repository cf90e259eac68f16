//! What may be seen, for programs: `kit.json` and `contact.vcf`.

use crate::derive::{AccountView, AudienceGroup, CaseView, ContactView, Dated, Figure};
use crate::derive::{PostView, ResultView, View, Way};
use serde::Serialize;
use std::collections::BTreeMap;

/// `kit.json`: every number with where it comes from.
pub(super) fn kit_json(view: &View) -> String {
    let accounts = view.platforms.accounts.iter().chain(&view.platforms.also);
    let data = Data {
        version: view.version,
        language: &view.language,
        url: view.site.url.as_deref(),
        creator: Creator {
            name: &view.creator.name,
            kind: view.creator.kind,
            tagline: view.creator.tagline.as_deref(),
            standfirst: view.creator.standfirst.as_deref(),
            location: view.creator.location.as_deref(),
            country: view.creator.country.as_deref(),
            languages: &view.creator.languages,
        },
        contact: &view.contact,
        dated: view.dated.as_ref(),
        lead: view.lead.iter().map(|figure| figure.id.as_str()).collect(),
        accounts: accounts.map(Account::new).collect(),
        audience: &view.audience.groups,
        posts: view.posts.iter().map(Post::new).collect(),
        work: view.work.cases.iter().map(Case::new).collect(),
        numbers: &view.numbers,
        method: &view.method.notes,
    };
    // Strings, numbers and lists always become JSON.
    let mut json = serde_json::to_string_pretty(&data).unwrap_or_default();
    json.push('\n');
    json
}

#[derive(Serialize)]
struct Data<'a> {
    version: u32,
    language: &'a str,
    url: Option<&'a str>,
    creator: Creator<'a>,
    contact: &'a ContactView,
    dated: Option<&'a Dated>,
    lead: Vec<&'a str>,
    accounts: Vec<Account<'a>>,
    audience: &'a [AudienceGroup],
    posts: Vec<Post<'a>>,
    work: Vec<Case<'a>>,
    numbers: &'a BTreeMap<String, Figure>,
    method: &'a [String],
}

#[derive(Serialize)]
struct Creator<'a> {
    name: &'a str,
    kind: &'a str,
    tagline: Option<&'a str>,
    standfirst: Option<&'a str>,
    location: Option<&'a str>,
    country: Option<&'a str>,
    languages: &'a [String],
}

#[derive(Serialize)]
struct Post<'a> {
    url: &'a str,
    title: Option<&'a str>,
    platform: Option<&'a str>,
    figure: Option<&'a Figure>,
}

impl Post<'_> {
    fn new(post: &PostView) -> Post<'_> {
        Post {
            url: &post.url,
            title: post.title.as_deref(),
            platform: post.platform.as_deref(),
            figure: post.figure.as_ref(),
        }
    }
}

#[derive(Serialize)]
struct Case<'a> {
    brand: &'a str,
    title: Option<&'a str>,
    when: Option<&'a str>,
    sector: Option<&'a str>,
    relationship: Option<&'a str>,
    results: &'a [ResultView],
}

impl Case<'_> {
    fn new(case: &CaseView) -> Case<'_> {
        Case {
            brand: &case.brand,
            title: case.title.as_deref(),
            when: case.when.as_deref(),
            sector: case.sector.as_deref(),
            relationship: case.relationship.as_deref(),
            results: &case.results,
        }
    }
}

#[derive(Serialize)]
struct Account<'a> {
    id: &'a str,
    platform: &'a str,
    name: &'a str,
    handle: Option<&'a str>,
    url: Option<&'a str>,
    main: bool,
    about: Option<&'a str>,
    rhythm: Option<&'a str>,
}

impl<'a> Account<'a> {
    fn new(account: &'a AccountView) -> Account<'a> {
        Account {
            id: &account.id,
            platform: &account.platform,
            name: &account.name,
            handle: account.handle.as_deref(),
            url: account.url.as_deref(),
            main: account.main,
            about: account.about.as_deref(),
            rhythm: account.rhythm.as_deref(),
        }
    }
}

/// `contact.vcf` (RFC 6350). The card of a minor is the guardian's.
pub(super) fn contact_vcf(view: &View) -> String {
    let creator = &view.creator;
    let contact = &view.contact;
    let guardian = contact.guardian.as_ref().filter(|_| creator.minor);
    let (name, ways) = match guardian {
        Some(guardian) => (
            guardian.name.as_ref().unwrap_or(&creator.name),
            &guardian.ways,
        ),
        None => (&creator.name, &contact.ways),
    };
    let kind = match creator.kind {
        _ if guardian.is_some() => "individual",
        "person" => "individual",
        "group" => "group",
        _ => "org",
    };

    let mut card = Card(String::new());
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    card.line("KIND", kind);
    card.line("FN", &escaped(name));
    for way in ways {
        card.way(way);
    }
    if let Some(url) = &view.site.url {
        card.line("URL", url);
    }
    card.line("END", "VCARD");
    card.0
}

/// The lines of a vCard so far.
struct Card(String);

impl Card {
    fn way(&mut self, way: &Way) {
        match (way.kind, way.href.split_once(':')) {
            ("email", Some(("mailto", _))) => self.line("EMAIL", &escaped(&way.text)),
            (_, Some(("tel", _))) => self.line("TEL;VALUE=uri", &way.href),
            _ => self.line("URL", &way.href),
        }
    }

    /// Adds a line, folded to 75 bytes.
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

    #[test]
    fn a_card_holds_what_may_be_seen() {
        fn check(name: &str, expected: &str) {
            let mut view = sample::sparse();
            view.creator.name = name.to_string();
            let card = contact_vcf(&view);
            assert!(card.contains(expected), "{card}");
            assert!(card.split("\r\n").all(|line| line.len() <= 75), "{card}");
            assert!(!card.replace("\r\n", "").contains(['\r', '\n']), "{card}");
        }
        check("Maite Orrun", "FN:Maite Orrun\r\n");
        check(
            "A, B; C\\D\nEND:VCARD",
            "FN:A\\, B\\; C\\\\D\\nEND:VCARD\r\n",
        );
        check(&"ñ".repeat(80), "ñ\r\n ñ");
    }

    #[test]
    fn a_minor_is_reached_through_the_guardian() {
        let mut view = sample::rich();
        view.creator.minor = true;
        view.contact.guardian = view.contact.manager.clone();
        let card = contact_vcf(&view);
        let guardian = view.contact.guardian.expect("a guardian");
        assert!(card.contains(&guardian.name.expect("a name")), "{card}");
        assert!(!card.contains(&view.contact.ways[0].text), "{card}");
    }

    #[test]
    fn posts_and_campaigns_are_in_the_data() {
        fn check(list: &str, key: &str, expected: &[Option<&str>]) {
            let json: serde_json::Value =
                serde_json::from_str(&kit_json(&sample::rich())).expect("JSON");
            let items = json[list].as_array().expect("a list").iter();
            let found: Vec<_> = items.map(|item| item[key].as_str()).collect();
            assert_eq!(found, expected, "{list}");
        }
        let view = sample::rich();
        let posts: Vec<_> = view
            .posts
            .iter()
            .map(|post| post.title.as_deref())
            .collect();
        let cases: Vec<_> = view
            .work
            .cases
            .iter()
            .map(|case| Some(&*case.brand))
            .collect();
        assert!(!posts.is_empty() && !cases.is_empty());
        check("posts", "title", &posts);
        check("work", "brand", &cases);
    }
}
