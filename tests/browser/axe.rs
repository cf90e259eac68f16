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
    let axe = tools::package("axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe.min.js");
    // Its own value cannot be handed over.
    let axe = format!("{axe}\n;null");
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        for path in kit.sample() {
            page.visit_all_of(&format!("{}{path}", server::address(&kit.name)));
            let () = page.run(&axe);
            for look in kit.looks() {
                page.look(look);
                let violations: Vec<Violation> = page.run(include_str!("script/axe.js"));
                for violation in violations {
                    let help = format!("{}: {}", violation.id, violation.help);
                    for Node { target, summary } in violation.nodes {
                        let place = format!("{} {path} {look}", kit.name);
                        findings.add(&place, format!("{help}\n    {target}\n    {summary}"));
                    }
                }
            }
        }
    }
    findings.none();
}
