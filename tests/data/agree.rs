//! The page, `kit.txt`, `kit.json`, `contact.vcf` and what search engines read say the same.

use super::{BUILT, Built, said};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How far behind its label a number may stand, in bytes: between them are the marks of a table.
const NEAR: usize = 160;

/// A text as a reader takes it: blanks are all alike, marks of direction are not seen.
fn plain(text: &str) -> String {
    let is_mark = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let seen: String = text.chars().filter(|c| !is_mark(c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a page says, without its marks.
fn page(html: &str) -> String {
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let mut out = String::new();
    let mut is_mark = false;
    for c in body.chars() {
        match c {
            '<' => is_mark = true,
            '>' if is_mark => {
                is_mark = false;
                out.push(' ');
            }
            c if !is_mark => out.push(c),
            _ => {}
        }
    }
    let letters = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    let out = letters
        .iter()
        .fold(out, |text, (name, letter)| text.replace(name, letter));
    plain(&out)
}

/// Whether `number` stands shortly behind `label` in `text`, and not as a part of a longer number.
fn stands(text: &str, label: &str, number: &str) -> bool {
    let is_alone = |before: Option<char>, after: &str| {
        let mut after = after.chars();
        let next = after.next();
        let goes_on = next.is_some_and(|c| c.is_numeric())
            || (matches!(next, Some('.' | ',' | '٫' | '٬'))
                && after.next().is_some_and(char::is_numeric));
        !goes_on && !before.is_some_and(|c| c.is_numeric() || matches!(c, '.' | ',' | '٫' | '٬'))
    };
    text.match_indices(label).any(|(at, label)| {
        let behind = &text[at + label.len()..];
        behind.match_indices(number).any(|(gap, number)| {
            let before = behind[..gap].chars().next_back();
            gap <= NEAR && is_alone(before, &behind[gap + number.len()..])
        })
    })
}

#[test]
fn a_number_is_not_found_in_another() {
    fn check(text: &str, expected: bool) {
        assert_eq!(stands(text, "Views", "6.1%"), expected, "{text}");
    }
    check("Views: 6.1%, today", true);
    check("Views: 16.1%", false);
    check("Views: 6.1", false);
    check("6.1% Views", false);
    assert!(!stands("Views 1,234,567", "Views", "1,234"));
    assert!(!stands("Views 1,234,567", "Views", "234,567"));
    assert!(stands("Views 1,234, 567", "Views", "1,234"));
}

/// The names of the numbers that a text of the whole kit holds: those of the first screen, the sum,
/// and each account's main ones.
fn main_numbers(built: &Built) -> BTreeSet<String> {
    let accounts = built.list("/accounts");
    let of = accounts.flat_map(|account| ["followers", "views", "rate"].map(|key| &account[key]));
    let names = of.chain(built.list("/lead")).chain([&built.json["total"]]);
    names
        .filter_map(Value::as_str)
        .map(str::to_string)
        .collect()
}

#[test]
fn the_text_and_the_page_print_the_numbers_of_the_data() {
    let mut compared = 0;
    for built in BUILT.iter() {
        let txt = plain(&built.texts["kit.txt"]);
        let page = page(&built.texts["index.html"]);
        let holds = |text: &str, whose: &str, number: &Value| {
            let (label, printed) = (plain(said(&number["label"])), plain(said(&number["text"])));
            assert!(
                stands(text, &label, &printed),
                "{}: {whose} does not say \"{label}\": {printed}",
                built.name
            );
        };
        for name in main_numbers(built) {
            let number = built.number(&json!(name)).expect("a number");
            holds(&txt, "kit.txt", number);
            compared += 1;
        }
        for (name, number) in built.json["numbers"].as_object().expect("numbers") {
            let end = name
                .rsplit('.')
                .next()
                .filter(|end| ["p25", "p75"].contains(end));
            let Some(end) = end else {
                holds(&page, "the page", number);
                compared += 1;
                continue;
            };
            // The ends of a middle half stand beside their median.
            let key = if end == "p25" { "low" } else { "high" };
            let median = built.number(&json!(name.replace(&format!(".{end}"), ".median")));
            let middle = &median.expect("a median")["middle"];
            assert_eq!(middle[key], number["text"], "{}: {name}", built.name);
            assert_eq!(middle[format!("{key}_value")], number["value"], "{name}");
            compared += 1;
        }
    }
    assert!(compared > 900, "only {compared} numbers were compared");
}

/// What search engines read in the first page.
fn linked(built: &Built) -> Value {
    let html = &built.texts["index.html"];
    let (_, after) = html
        .split_once(r#"<script type="application/ld+json">"#)
        .expect("data for search engines");
    let (json, _) = after.split_once("</script>").expect("an end");
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn search_engines_read_each_account_s_own_exact_count() {
    let (mut counted, mut floors) = (0, 0);
    for built in BUILT.iter() {
        let mut expected = Vec::new();
        for account in built.list("/accounts") {
            let Some(number) = built.number(&account["followers"]) else {
                continue;
            };
            if number["floor"] == true {
                floors += 1;
                continue;
            }
            let count: u64 = said(&number["value"]).parse().expect("a whole number");
            expected.push((said(&account["name"]).to_string(), count));
        }
        let entity = &linked(built)["mainEntity"];
        let counters = entity["interactionStatistic"].as_array();
        let found: Vec<(String, u64)> = counters
            .into_iter()
            .flatten()
            .map(|counter| {
                assert_eq!(
                    counter["interactionType"],
                    "https://schema.org/FollowAction"
                );
                let service = said(&counter["interactionService"]["name"]).to_string();
                (
                    service,
                    counter["userInteractionCount"]
                        .as_u64()
                        .expect("an integer"),
                )
            })
            .collect();
        assert_eq!(found, expected, "{}", built.name);
        counted += found.len();
    }
    assert!(
        counted > 100 && floors > 0,
        "{counted} counts, {floors} floors"
    );
}

#[test]
fn every_file_has_the_same_build_id() {
    let mut ids = BTreeSet::new();
    for built in BUILT.iter() {
        let name = &built.name;
        let id = said(&built.json["build"]);
        assert!(
            id.len() == 12 && id.bytes().all(|b| b.is_ascii_hexdigit()),
            "{name}: {id}"
        );
        let meta = format!(r#"<meta name="pitchkit-build" content="{id}">"#);
        let pages = built
            .texts
            .iter()
            .filter(|(path, _)| path.ends_with(".html") && **path != "404.html");
        for (path, html) in pages {
            assert_eq!(html.matches("pitchkit-build").count(), 1, "{name}: {path}");
            assert!(html.contains(&meta), "{name}: {path}");
        }
        assert!(
            page(&built.texts["index.html"]).contains(id),
            "{name}: the page"
        );
        assert_eq!(linked(built)["version"], *id, "{name}");
        let last = built.texts["kit.txt"].lines().last().unwrap_or_default();
        assert!(last.contains(id), "{name}: {last}");
        let line = format!("\r\nX-PITCHKIT-BUILD:{id}\r\n");
        assert!(
            built.texts["contact.vcf"].contains(&line),
            "{name}: the card"
        );
        assert_eq!(super::sheet::row(built)["build"], id, "{name}: the sheet");
        ids.insert((name.split(' ').next(), id));
    }
    // Two kits may say the same, but not in two themes.
    assert_eq!(ids.len(), BUILT.len());
}
