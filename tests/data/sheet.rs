//! `kit.csv`, read back.

use super::{BUILT, Built, said};
use std::collections::BTreeMap;

/// The cells of a text, line by line, as RFC 4180 has them.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = letters.next() {
        match c {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted && letters.peek() == Some(&'\n') => {
                letters.next();
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            c => cell.push(c),
        }
    }
    assert!(cell.is_empty() && line.is_empty() && !is_quoted, "{text}");
    lines
}

/// The one row of a kit by the heads of its columns.
pub(super) fn row(built: &Built) -> BTreeMap<String, String> {
    let csv = &built.texts["kit.csv"];
    let text = csv.strip_prefix('\u{feff}').expect("a mark of UTF-8");
    let lines = read(text);
    let [heads, values] = lines.as_slice() else {
        panic!("{}: {} lines", built.name, lines.len());
    };
    assert_eq!(heads.len(), values.len(), "{}", built.name);
    heads.iter().cloned().zip(values.iter().cloned()).collect()
}

#[test]
fn all_kits_fit_under_one_line_of_heads() {
    let heads = |built: &Built| built.texts["kit.csv"].lines().next().map(str::to_string);
    let first = heads(&BUILT[0]);
    for built in BUILT.iter() {
        assert_eq!(heads(built), first, "{}", built.name);
    }
}

#[test]
fn every_column_is_explained() {
    let page = include_str!("../../docs/data.md");
    for head in row(&BUILT[0]).keys() {
        let head = match head.strip_prefix("account_") {
            Some(of) => format!("account_N{}", of.trim_start_matches(char::is_numeric)),
            None => head.clone(),
        };
        assert!(page.contains(&format!("| `{head}` |")), "{head}");
    }
}

#[test]
fn no_cell_begins_as_a_formula_does() {
    for built in BUILT.iter() {
        for (head, cell) in row(built) {
            let first = cell.chars().next();
            assert!(
                !matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r')),
                "{head}: {cell}"
            );
        }
    }
}

#[test]
fn cells_hold_exactly_the_numbers_of_the_data() {
    let mut compared = 0;
    for built in BUILT.iter() {
        let row = row(built);
        let cell = |head: &str| row.get(head).unwrap_or_else(|| panic!("{head}")).as_str();
        let mut holds = |head: &str, name: &serde_json::Value| {
            let number = built.number(name).filter(|number| number["floor"] == false);
            let value = number.map_or("", |number| said(&number["value"]));
            assert_eq!(cell(head), value, "{}: {head}", built.name);
            compared += usize::from(!value.is_empty());
            number
        };
        holds("followers_sum", &built.json["total"]);
        for (index, account) in built.list("/accounts").take(8).enumerate() {
            let head = |name: &str| format!("account_{}_{name}", index + 1);
            assert_eq!(cell(&head("platform")), said(&account["platform"]));
            holds(&head("followers"), &account["followers"]);
            holds(&head("views"), &account["views"]);
            let rate = holds(&head("rate_percent"), &account["rate"]);
            let base = rate.map_or("", |rate| said(&rate["base"]));
            assert_eq!(cell(&head("rate_base")), base, "{}", built.name);
        }
        let count = built.list("/accounts").count().to_string();
        assert_eq!(cell("accounts"), count, "{}", built.name);
        assert_eq!(cell("build"), said(&built.json["build"]));
    }
    assert!(compared > 100, "only {compared} numbers were compared");
}
