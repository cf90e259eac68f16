//! What is no change of the kit leads to nothing, and no build to another (R118).

use super::events::Events;
use super::place::Place;
use super::server::Server;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::thread;
use std::time::{Duration, SystemTime};

/// A preview of a kit, and its listener when it is quiet.
fn quiet(place: &Place) -> (Server, Events, Option<String>) {
    let server = Server::start(place);
    let events = server.events();
    let build = events.next().build;
    assert_eq!(events.rest(), []);
    (server, events, build)
}

#[test]
fn a_site_in_the_kit_is_no_part_of_it() {
    let place = Place::new();
    let (server, events, build) = quiet(&place);
    for way in ["", "# Something *else*\n\nZq.\n"] {
        if !way.is_empty() {
            place.write("story.md", way);
            events.told(&server);
        }
        // Where a site goes unless asked otherwise: into the folder that is watched.
        let built = place.run(&["build"], &place.cache);
        assert!(built.status.success());
        assert!(place.kit.join("site/index.html").exists());
        assert_eq!(events.rest(), []);
    }
    fs::remove_dir_all(place.kit.join("site")).expect("a site to lose");
    assert_eq!(events.rest(), []);
    assert_ne!(Some(server.page().build), build);
    assert_eq!(events.rest(), []);
}

#[test]
fn what_editors_leave_beside_a_file_is_no_part_of_it() {
    let place = Place::new();
    let (server, events, build) = quiet(&place);
    for path in [
        ".story.md.swp",
        ".story.md.swx",
        "story.md~",
        "4913",
        "#story.md#",
        "story.md.tmp",
        "story.md.bak",
        "story.md___jb_tmp___",
        "sed1a2B3c",
        ".goutputstream-ABC123",
        ".DS_Store",
        "Thumbs.db",
        "notes.txt",
        "metrics.xlsx",
        "~$metrics.xlsx",
        ".~lock.metrics.csv#",
        "profile.toml.orig",
        "collaborations/.odd-salt-co.md.swp",
        "collaborations/odd-salt-co.md~",
        "collaborations/4913",
        "photos/.DS_Store",
        "photos/.coffee.jpg.part",
    ] {
        place.write(path, "+++\nbrand = \n");
        assert_eq!(Some(server.page().build), build, "{path}");
        fs::rename(place.kit.join(path), place.kit.join("notes.txt")).expect("a file");
        place.write(path, "zq");
        fs::remove_file(place.kit.join(path)).expect("a file");
        assert_eq!(Some(server.page().build), build, "{path}");
    }
    // A lock of Emacs is a link that leads nowhere.
    for lock in [".#story.md", "collaborations/.#odd-salt-co.md"] {
        symlink("maite@host.4711:1795478400", place.kit.join(lock)).expect("a link");
    }
    fs::create_dir_all(place.kit.join(".git/objects/4f")).expect("a folder");
    place.write(".git/objects/4f/5e", "zq");
    place.write(".git/index.lock", "zq");
    assert_eq!(Some(server.page().build), build);
    // Listeners may be told again how things are, but of no other site and of no mistake.
    for state in events.rest() {
        assert_eq!(state.build, build);
        assert!(state.errors.is_empty(), "{state:?}");
    }
    assert_eq!(events.rest(), []);
}

#[test]
fn a_touch_is_no_change() {
    let place = Place::new();
    let (server, events, build) = quiet(&place);
    let is_same = || {
        let states = events.rest();
        assert!(states.len() <= 1, "{states:?}");
        assert!(
            states.iter().all(|state| state.build == build),
            "{states:?}"
        );
        assert_eq!(Some(server.page().build), build);
        assert!(events.rest().iter().all(|state| state.build == build));
    };
    for path in ["story.md", "profile.toml", "photos/coffee.jpg"] {
        let file = File::options().append(true).open(place.kit.join(path));
        let file = file.expect("a file of the kit");
        file.set_modified(SystemTime::now() + Duration::from_secs(3))
            .expect("a time");
        is_same();
        let bytes = fs::read(place.kit.join(path)).expect("a file of the kit");
        let renamed = super::save::Save::Renamed;
        renamed.write(&place.kit.join(path), &bytes);
        is_same();
    }
    let kit = File::open(&place.kit).expect("a folder");
    kit.set_modified(SystemTime::now()).expect("a time");
    is_same();
}

#[test]
fn nothing_leads_to_nothing() {
    let place = Place::new();
    let (server, events, build) = quiet(&place);
    // Pictures are made and kept meanwhile, and listeners come and go.
    for path in server.page().pictures().iter().take(8) {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    for _ in 0..5 {
        assert_eq!(server.events().next().build, build);
        thread::sleep(Duration::from_millis(50));
    }
    fs::read(place.kit.join("story.md")).expect("who reads a file does not change it");
    assert_eq!(events.rest(), []);
}
