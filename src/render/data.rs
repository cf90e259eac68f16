//! What may be seen, for programs: `kit.json`, and the schema that says what is in it.

use super::plain::plain_text;
use crate::derive::{AccountView, AudienceGroup, CaseView, ContactView, Dated, Figure};
use crate::derive::{Day, EditionView, ManagerView, PostView, ResultView, View, Way};
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of what `kit.json` looks like. A field that is new leaves it as it is; one that
/// goes, or means something else, makes a new one.
const VERSION: u32 = 1;

/// The path of the schema in a site: `kit.json` names it, relatively, so that a copy of the folder
/// explains itself wherever it lies.
pub(super) const SCHEMA_PATH: &str = "kit.schema.json";

/// JSON Schema of `kit.json`.
pub(super) const SCHEMA: &str = include_str!("../../docs/kit.schema.json");

/// `kit.json`: every number with where it comes from.
pub(super) fn kit_json(view: &View, build: &str) -> String {
    let accounts = view.platforms.accounts.iter().chain(&view.platforms.also);
    let data = Data {
        schema: SCHEMA_PATH,
        version: VERSION,
        build,
        language: &view.language,
        url: view.site.url.as_deref(),
        edition: view.edition.as_ref().map(Edition::new),
        creator: Creator {
            name: &view.creator.name,
            kind: view.creator.kind,
            tagline: view.creator.tagline.as_deref(),
            standfirst: view.creator.standfirst.as_deref(),
            location: view.creator.location.as_deref(),
            country: view.creator.country.as_deref(),
            country_code: view.creator.country_code.as_deref(),
            languages: &view.creator.languages,
            language_tags: &view.creator.language_tags,
        },
        contact: Contact::new(&view.contact),
        dated: view.dated.as_ref(),
        lead: view.lead.iter().map(|figure| figure.id.as_str()).collect(),
        total: id(&view.platforms.total),
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
    plain_text(&json)
}

#[derive(Serialize)]
struct Data<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: u32,
    build: &'a str,
    language: &'a str,
    url: Option<&'a str>,
    /// Left out of what everybody gets.
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<Edition<'a>>,
    creator: Creator<'a>,
    contact: Contact<'a>,
    dated: Option<&'a Dated>,
    lead: Vec<&'a str>,
    total: Option<&'a str>,
    accounts: Vec<Account<'a>>,
    audience: &'a [AudienceGroup],
    posts: Vec<Post<'a>>,
    work: Vec<Case<'a>>,
    numbers: &'a BTreeMap<String, Figure>,
    method: &'a [String],
}

/// For which brand alone it is, and from when to when.
#[derive(Serialize)]
struct Edition<'a> {
    brand: &'a str,
    prepared: Option<&'a Day>,
    expires: Option<&'a Day>,
    note: &'a str,
}

impl Edition<'_> {
    fn new(edition: &EditionView) -> Edition<'_> {
        Edition {
            brand: &edition.brand,
            prepared: edition.prepared.as_ref(),
            expires: edition.expires.as_ref(),
            note: &edition.note,
        }
    }
}

#[derive(Serialize)]
struct Creator<'a> {
    name: &'a str,
    kind: &'a str,
    tagline: Option<&'a str>,
    standfirst: Option<&'a str>,
    location: Option<&'a str>,
    country: Option<&'a str>,
    country_code: Option<&'a str>,
    languages: &'a [String],
    language_tags: &'a [String],
}

/// How to write. An address has nothing in it here: what a program writes to it is its own.
#[derive(Serialize)]
struct Contact<'a> {
    ways: Vec<Reach<'a>>,
    reply: Option<&'a str>,
    manager: Option<Manager<'a>>,
    guardian: Option<Manager<'a>>,
}

impl Contact<'_> {
    fn new(contact: &ContactView) -> Contact<'_> {
        Contact {
            ways: contact.ways.iter().map(Reach::new).collect(),
            reply: contact.reply.as_deref(),
            manager: contact.manager.as_ref().map(Manager::new),
            guardian: contact.guardian.as_ref().map(Manager::new),
        }
    }
}

#[derive(Serialize)]
struct Reach<'a> {
    kind: &'a str,
    label: &'a str,
    text: &'a str,
    href: &'a str,
}

impl Reach<'_> {
    fn new(way: &Way) -> Reach<'_> {
        Reach {
            kind: way.kind,
            label: &way.label,
            text: &way.text,
            href: &way.address,
        }
    }
}

#[derive(Serialize)]
struct Manager<'a> {
    name: Option<&'a str>,
    agency: Option<&'a str>,
    ways: Vec<Reach<'a>>,
    regions: &'a [String],
}

impl Manager<'_> {
    fn new(manager: &ManagerView) -> Manager<'_> {
        Manager {
            name: manager.name.as_deref(),
            agency: manager.agency.as_deref(),
            ways: manager.ways.iter().map(Reach::new).collect(),
            regions: &manager.regions,
        }
    }
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
    followers: Option<&'a str>,
    views: Option<&'a str>,
    rate: Option<&'a str>,
}

/// The name of a figure, to be found among `numbers`.
fn id(figure: &Option<Figure>) -> Option<&str> {
    figure.as_ref().map(|figure| figure.id.as_str())
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
            followers: id(&account.followers),
            views: id(&account.views),
            rate: id(&account.rate),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn whom_it_is_for_is_in_the_data_of_editions_alone() {
        fn check(view: &View, expected: Option<&str>) {
            let json: serde_json::Value = serde_json::from_str(&kit_json(view, "0")).expect("JSON");
            let edition = json.get("edition");
            let told = edition.map(|edition| {
                let day = |name: &str| edition[name]["iso"].as_str().unwrap_or("none");
                let brand = edition["brand"].as_str().unwrap_or_default();
                format!("{brand}, {} to {}", day("prepared"), day("expires"))
            });
            assert_eq!(told.as_deref(), expected);
        }
        check(&sample::sparse(), None);
        let mut view = sample::for_brand(sample::sparse());
        check(&view, Some("Velmora, 2026-11-24 to 2027-01-31"));
        let edition = view.edition.as_mut().expect("an edition");
        edition.expires = None;
        check(&view, Some("Velmora, 2026-11-24 to none"));
    }

    #[test]
    fn posts_and_campaigns_are_in_the_data() {
        fn check(list: &str, key: &str, expected: &[Option<&str>]) {
            let json: serde_json::Value =
                serde_json::from_str(&kit_json(&sample::rich(), "0")).expect("JSON");
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
