//! The pages say nothing in the console and ask nobody for anything: no message, no exception, no
//! request to elsewhere, none that fails.

use crate::chrome::Event;
use crate::findings::Findings;
use crate::page::Page;
use crate::{kits, server};
use std::collections::HashMap;

#[test]
fn pages_are_quiet() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        let address = server::address(&kit.name);
        for path in kit.sample() {
            for look in kit.looks() {
                page.look(look);
                page.visit_all_of(&format!("{address}{path}"));
                let place = format!("{} {path} {look}", kit.name);
                findings.extend(&place, noise(&page.tell(), &address));
            }
        }
    }
    findings.none();
}

/// What of all that a page told it should not have had to tell. Everything it needs is at `home`.
pub fn noise(events: &[Event], home: &str) -> Vec<String> {
    // The icon of the page before may be asked for only now.
    let pages = events
        .iter()
        .filter(|event| event.method == "Page.frameNavigated");
    let frames = pages.map(|page| &page.params["frame"]);
    // Of each frame, what is in it now.
    let loaders: HashMap<_, _> = frames
        .map(|frame| (frame["id"].as_str(), &frame["loaderId"]))
        .collect();
    let mut asked = HashMap::new();
    let mut noise = Vec::new();
    for Event { method, params } in events {
        let request = params["requestId"].as_str().unwrap_or_default();
        match method.as_str() {
            "Log.entryAdded" => {
                let entry = &params["entry"];
                noise.push(format!("log: {} {}", entry["text"], entry["url"]));
            }
            "Runtime.consoleAPICalled" => noise.push(format!("console: {}", params["args"])),
            "Runtime.exceptionThrown" => {
                noise.push(format!("exception: {}", params["exceptionDetails"]["text"]));
            }
            "Network.requestWillBeSent"
                if loaders
                    .get(&params["frameId"].as_str())
                    .is_none_or(|loader| **loader == params["loaderId"]) =>
            {
                let url = params["request"]["url"].as_str().unwrap_or_default();
                let is_here = ["data:", "blob:"].iter().any(|here| url.starts_with(here));
                if !url.starts_with(home) && !is_here {
                    noise.push(format!("asks elsewhere: {url}"));
                }
                asked.insert(request, url);
            }
            "Network.responseReceived" => {
                let response = &params["response"];
                if response["status"]
                    .as_u64()
                    .is_some_and(|status| status >= 400)
                {
                    noise.push(format!("{}: {}", response["status"], response["url"]));
                }
            }
            // What the browser takes back itself has not failed: another size of a picture fits
            // the window, or the page is left.
            "Network.loadingFailed" if params["canceled"] != true => {
                let url = asked.get(request).copied().unwrap_or("a request");
                noise.push(format!("{url} fails: {}", params["errorText"]));
            }
            _ => {}
        }
    }
    noise
}
