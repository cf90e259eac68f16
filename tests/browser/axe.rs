//! axe-core finds nothing, by WCAG 2.0 to 2.2 A and AA and its best practices.

use crate::findings::Findings;
use crate::page::Page;
use crate::{kits, server, tools};
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    target: String,
    summary: String,
}

#[test]
fn axe_finds_nothing() {
    let axe = source();
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        for path in kit.sample() {
            page.visit_all_of(&format!("{}{path}", server::address(&kit.name)));
            let () = page.run(&axe);
            for look in kit.looks() {
                page.look(look);
                let place = format!("{} {path} {look}", kit.name);
                findings.extend(&place, violations(&page));
            }
        }
    }
    findings.none();
}

/// The script that has to run in a page before it is looked at.
pub fn source() -> String {
    let axe = tools::package("axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe.min.js");
    // Its own value cannot be handed over.
    format!("{axe}\n;null")
}

/// What is wrong with the page as it is seen now.
pub fn violations(page: &Page) -> Vec<String> {
    let violations: Vec<Violation> = page.run(include_str!("script/axe.js"));
    let told = violations.into_iter().flat_map(|violation| {
        let help = format!("{}: {}", violation.id, violation.help);
        let nodes = violation.nodes.into_iter();
        nodes.map(move |Node { target, summary }| format!("{help}\n    {target}\n    {summary}"))
    });
    told.collect()
}
