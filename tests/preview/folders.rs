//! Folders that move, come back, and are somewhere else than they seem.

use super::events::Events;
use super::place::{Place, copy};
use super::server::Server;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Long enough for a watcher to see each of two changes by itself.
const WHILE: Duration = Duration::from_millis(200);

/// Adds words to the story in the folder `kit`, which are returned.
fn edit(kit: &Path, turn: usize) -> String {
    let words = format!("Zq{turn}.");
    let story = fs::read_to_string(example("story.md")).expect("a story");
    fs::write(kit.join("story.md"), format!("{story}\n\n{words}\n")).expect("a story");
    words
}

/// A file of the example kit.
fn example(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("example-kit")
        .join(path)
}

/// Panics unless listeners are told of a change in `kit` that nobody asks for.
fn assert_watched(server: &Server, events: &Events, kit: &Path, turn: usize) {
    events.rest();
    let words = edit(kit, turn);
    let state = events.next();
    let page = server.page();
    assert!(page.has(&words));
    if state.build.as_ref() != Some(&page.build) {
        // The story was empty for a moment.
        events.until(|state| state.build.as_ref() == Some(&page.build));
    }
    events.rest();
}

#[test]
fn a_kit_may_move_away_and_back() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    events.next();
    let away = place.at("away");
    let mut page = server.page();
    for (turn, asks) in [(0, true), (1, false), (2, true)] {
        fs::rename(&place.kit, &away).expect("a kit that moves");
        thread::sleep(WHILE);
        if asks {
            let now = server.page();
            assert_eq!(now.build, page.build, "the last good page stays");
            assert!(now.html == page.html);
        }
        let words = edit(&away, turn);
        thread::sleep(WHILE);
        fs::rename(&away, &place.kit).expect("a kit that moves");
        if asks {
            assert!(server.page().has(&words), "{turn}: an old page");
        }
        let build = |words: &str| {
            let page = server.page();
            page.has(words).then_some(page.build)
        };
        // Not before it is told does anybody ask.
        let states = events.until(|state| state.build.as_ref() != Some(&page.build));
        assert_eq!(states.last().and_then(|s| s.build.clone()), build(&words));
        events.rest();
        assert_watched(&server, &events, &place.kit, 10 + turn);
        page = server.page();
    }
}

/// Others in the network may listen.
#[test]
fn where_a_kit_lies_is_not_told() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    events.next();
    fs::rename(&place.kit, place.at("away")).expect("a kit that moves");
    let states = events.until(|state| !state.errors.is_empty());
    let told = format!("{:?}", states.last().map(|state| &state.errors));
    assert!(told.contains("the kit `kit`"), "{told}");
    let base = place.base.path().to_str().expect("a path in UTF-8");
    assert!(!told.contains(base), "{told}");
}

#[test]
fn another_folder_may_take_the_place_of_the_kit() {
    let place = Place::new();
    let other = place.at("other");
    copy(&place.kit, &other);
    let server = Server::start(&place);
    let events = server.events();
    let first = events.next();
    // As when a branch is checked out, and as when a backup is brought back.
    fs::remove_dir_all(&place.kit).expect("a kit to lose");
    thread::sleep(WHILE);
    assert_eq!(Some(server.page().build), first.build);
    let words = edit(&other, 0);
    copy(&other, &place.kit);
    assert!(server.page().has(&words), "an old page");
    assert_watched(&server, &events, &place.kit, 1);

    let words = edit(&other, 2);
    fs::rename(&place.kit, place.at("old")).expect("a kit that moves");
    fs::rename(&other, &place.kit).expect("a kit that moves");
    assert!(server.page().has(&words), "an old page");
    assert_watched(&server, &events, &place.kit, 3);
}

#[test]
fn folders_of_the_kit_may_move_away_and_back() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    let first = events.next();
    for folder in ["collaborations", "photos"] {
        let away = place.at("away");
        fs::rename(place.kit.join(folder), &away).expect("a folder that moves");
        let gone = |state: &super::events::State| {
            // Without collaborations it is another kit, without photos none.
            state.build != first.build || !state.errors.is_empty()
        };
        events.until(gone);
        fs::rename(&away, place.kit.join(folder)).expect("a folder that moves");
        events.until(|state| !gone(state));
        events.rest();
    }
    // They are still watched, and one that was not there is as soon as it is.
    let path = "collaborations/odd-salt-co.md";
    let text = place.read(path).replace("The caramel", "Zq. The caramel");
    place.write(path, text);
    events.until(|state| state.build != first.build && state.errors.is_empty());
    assert!(
        server
            .get("/work/odd-salt-co.html")
            .text()
            .contains("Zq. The caramel")
    );
    events.rest();
    fs::remove_file(place.kit.join("metrics.csv")).expect("numbers to lose");
    // The story tells of them.
    events.until(|state| !state.errors.is_empty());
    fs::create_dir(place.kit.join("metrics")).expect("a folder of numbers");
    thread::sleep(WHILE);
    fs::copy(example("metrics.csv"), place.kit.join("metrics/all.csv")).expect("numbers");
    events.until(|state| state.errors.is_empty());
}

#[test]
fn a_kit_may_be_a_link() {
    let place = Place::new();
    let link = place.at("link");
    symlink("kit", &link).expect("a link");
    let server = Server::start_with(&link, &place.cache, &["--port", "0"]);
    let events = server.events();
    events.next();
    assert_watched(&server, &events, &place.kit, 0);
    assert_watched(&server, &events, &link, 1);

    // It leads elsewhere from one moment to the next.
    let other = place.at("other");
    copy(&place.kit, &other);
    let words = edit(&other, 2);
    symlink("other", place.at("new")).expect("a link");
    fs::rename(place.at("new"), &link).expect("a link that takes its name");
    assert!(server.page().has(&words), "an old page");
    events.rest();
    let words = edit(&other, 3);
    assert!(server.page().has(&words), "an old page");
}

#[test]
fn files_and_folders_of_the_kit_may_be_links() {
    let place = Place::new();
    let kit = &place.kit;
    fs::create_dir(kit.join("texts")).expect("a folder");
    fs::rename(kit.join("story.md"), kit.join("texts/mine.md")).expect("a story that moves");
    symlink("texts/mine.md", kit.join("story.md")).expect("a link");
    fs::rename(kit.join("collaborations"), kit.join("texts/work")).expect("a folder that moves");
    symlink("texts/work", kit.join("collaborations")).expect("a link");
    let server = Server::start(&place);
    let events = server.events();
    let first = events.next();
    assert!(first.errors.is_empty(), "{first:?}");
    assert!(server.page().has("Most food films begin"));

    // Edited where they are, which is not where the kit has them.
    place.write("texts/mine.md", "# Something *else*\n\nZq.\n");
    events.told(&server);
    assert!(server.page().has("Zq."));
    let path = "texts/work/odd-salt-co.md";
    place.write(
        path,
        place.read(path).replace("The caramel", "Zq. The caramel"),
    );
    let states = events.told(&server);
    assert!(
        states.iter().all(|state| state.build != first.build),
        "{states:?}"
    );
    assert!(
        server
            .get("/work/odd-salt-co.html")
            .text()
            .contains("Zq. The caramel")
    );
}

#[test]
fn a_folder_that_is_not_there_is_no_kit() {
    let place = Place::new();
    for path in [place.at("nowhere"), place.kit.join("story.md")] {
        let (code, written, said) = super::process::refused(&path, &place.cache, &["--port", "0"]);
        assert_eq!(code, Some(1), "{written}{said}");
        assert_eq!(written, "");
        let name = path.file_name().expect("a name").to_string_lossy();
        assert!(said.contains(&*name), "{said}");
    }
}
