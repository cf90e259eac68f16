//! A preview that ends and begins again: open pages wait for it and catch up.

use super::place::Place;
use super::server::Server;
use super::tab::{FRAME, SAID, Tab};
use crate::kits::Look;
use crate::page::Page;
use serde_json::json;
use std::net::TcpListener;
use std::ops::Range;

/// What the browser itself says of a server that does not answer, whatever the page makes of it.
fn is_of_absence(line: &str, home: &str) -> bool {
    let is_log =
        line.starts_with("log: \"Failed to load resource: net::ERR_") && line.contains(home);
    // The stream that the page listened to was asked for long before.
    let is_ours = line.starts_with(home) || line.starts_with("a request fails:");
    let is_failure = is_ours && line.contains(" fails: \"net::ERR_");
    let errors = [
        "CONNECTION_REFUSED",
        "CONNECTION_RESET",
        "CONNECTION_CLOSED",
        "SOCKET_NOT_CONNECTED",
        "EMPTY_RESPONSE",
        "INCOMPLETE_CHUNKED_ENCODING",
    ];
    (is_log || is_failure) && errors.iter().any(|error| line.contains(error))
}

/// Ends the preview that is open at `path`, edits, and begins it again. `page` is the document
/// that shows the kit then, `ports` those of which one is taken.
fn check(path: &str, page: &str, mut ports: Range<u16>) {
    let place = Place::new();
    // Below those that the system gives to clients, so that nobody takes it meanwhile.
    let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    let port = ports.find(free).expect("a free port").to_string();
    let options = ["--port", &port, "--strict-port"];
    let server = Server::start_with(&place.kit, &place.cache, &options);
    let mut tab = Tab::of(place, server, path, Look::light(1280));
    let has = |words: &str| format!("{page}?.body?.textContent.includes({words:?})");
    tab.until(&has("My aunt is eighty-one."));
    tab.assert_kept_and_quiet();

    let ended = tab.server.process.kill();
    ended
        .and_then(|()| tab.server.process.wait().map(drop))
        .expect("an end");
    let away = format!("{SAID}?.querySelector('.away')?.checkVisibility()");
    tab.until(&away);
    assert!(tab.is(&has("My aunt is eighty-one.")));
    tab.edit("story.md", "My aunt is", "Zq my aunt is");
    tab.server = Server::start_with(&tab.place.kit, &tab.place.cache, &options);
    tab.until(&has("Zq my aunt is"));
    tab.until(&format!("!({away})"));

    let home = tab.home();
    let noise = tab.noise();
    assert!(!noise.is_empty(), "nobody missed it");
    for line in noise {
        assert!(is_of_absence(&line, &home), "{line}");
    }
    // All is as before: it hears of the next edit, too.
    tab.edit("story.md", "Zq my aunt is", "Zq and my aunt is");
    tab.until(&has("Zq and my aunt is"));
    assert!(tab.is(&format!("!{SAID}")));
    tab.assert_kept_and_quiet();
}

/// The new server has no page, and the browser still shows the one of before.
#[test]
fn a_kit_that_is_broken_meanwhile_is_said_to_be_over_its_last_good_page() {
    let place = Place::new();
    let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    let port = (20_000..21_000)
        .find(free)
        .expect("a free port")
        .to_string();
    let options = ["--port", &port, "--strict-port"];
    let server = Server::start_with(&place.kit, &place.cache, &options);
    let mut tab = Tab::of(place, server, "", Look::light(1280));
    let ended = tab.server.process.kill();
    ended
        .and_then(|()| tab.server.process.wait().map(drop))
        .expect("an end");
    tab.edit("profile.toml", "kind = \"person\"", "kind = \"persom\"");
    tab.server = Server::start_with(&tab.place.kit, &tab.place.cache, &options);
    let note = format!("{SAID}?.querySelector('section.errors header p')?.textContent");
    tab.until(&format!(
        "{note} === 'The page below is the last good one.'"
    ));
    tab.edit("profile.toml", "kind = \"persom\"", "kind = \"person\"");
    tab.until(&format!("!{SAID}"));
    assert!(tab.is("window.isMarked"), "the page was loaded anew");
}

#[test]
fn a_hidden_page_catches_up_when_it_is_seen() {
    let tab = Tab::open(Place::new(), "");
    tab.page.hide();
    tab.until("document.hidden");
    tab.edit("story.md", "My aunt is", "Zq my aunt is");
    tab.until_in_terminal("story.md");
    // It holds no connection, of which a browser has few.
    assert!(!tab.is("document.body.textContent.includes('Zq my aunt is')"));
    tab.page.send("Page.bringToFront", json!({}));
    tab.until_said("Zq my aunt is");
    tab.assert_kept_and_quiet();
}

/// A browser allows six connections to a server, over all its windows.
#[test]
fn many_windows_are_all_up_to_date() {
    let tab = Tab::open(Place::new(), "");
    let windows: Vec<_> = (0..8).map(|_| tab.page.beside()).collect();
    let until = |page: &Page, condition: &str| {
        tab.wait(condition, || page.run(&format!("Boolean({condition})")));
    };
    let paths = ["", "work/odd-salt-co.html", FRAME];
    for (page, path) in windows.iter().zip(paths.into_iter().cycle()) {
        page.visit(&format!("{}{path}", tab.home()));
        until(page, "window.pitchkit && !document.hidden");
    }
    let build = "pitchkit.state.build";
    let mut name = "name = \"Maite".to_string();
    for (turn, first) in windows.iter().enumerate().take(3) {
        let (before, words): (String, _) = (tab.run(build), format!("Zq{turn} Maite"));
        let edited = format!("name = \"{words}");
        tab.edit("profile.toml", &name, &edited);
        tab.until_said(&words);
        let after: String = tab.run(build);
        assert_ne!(before, after);
        for (page, path) in windows.iter().zip(paths.into_iter().cycle()).skip(turn) {
            let document = match path {
                FRAME => "frames.desktop.document",
                _ => "document",
            };
            until(page, &format!("{build} === {after:?}"));
            until(
                page,
                &format!("{document}.body.textContent.includes({words:?})"),
            );
        }
        // Some go, and the others are told all the same.
        first.visit("about:blank");
        name = edited;
    }
    tab.assert_kept_and_quiet();
}

#[test]
fn an_open_page_catches_up_with_a_new_server() {
    check("", "document", 21_000..22_000);
}

#[test]
fn open_frames_catch_up_with_a_new_server() {
    check(FRAME, "frames.phone.document", 22_000..23_000);
}
