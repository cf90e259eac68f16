//! Whatever is saved and however, the page that follows is of it, and listeners are told once
//! (R117).

use super::page::Page;
use super::place::Place;
use super::save::{SAVES, Save};
use super::server::{Server, command};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Cursor;
use std::os::unix::fs::FileExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How many saves make a burst.
const MANY: usize = 50;
/// Saves that follow each other faster than this are one burst; the server waits for 40 ms.
const GAP: Duration = Duration::from_millis(25);

#[test]
fn every_way_of_saving_leads_to_one_fresh_page() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    let first = events.next();
    assert_eq!(first.build, Some(server.page().build));
    assert!(first.errors.is_empty(), "{first:?}");
    assert!(!first.numbers.is_empty(), "{first:?}");
    let mut builds = BTreeSet::from([first.build]);

    let files = [
        ("story.md", "Most food films begin", "/"),
        ("profile.toml", "I walk to where", "/"),
        (
            "collaborations/odd-salt-co.md",
            "The caramel one",
            "/work/odd-salt-co.html",
        ),
    ];
    let files = files.map(|(path, words, page)| (path, place.read(path), words, page));
    for (turn, way) in SAVES.into_iter().cycle().take(4 * SAVES.len()).enumerate() {
        for (path, text, before, page) in &files {
            let words = format!("Zq{turn} {before}");
            let text = text.replacen(before, &words, 1);
            let started = Instant::now();
            way.write(&place.kit.join(path), text.as_bytes());
            let was_quick = started.elapsed() < GAP;
            // In the first half somebody asks before anybody was told.
            let has_words = || server.get(page).text().contains(&words);
            if turn < 2 * SAVES.len() {
                assert!(has_words(), "{way:?} {path}: an old page");
            }
            let states = events.told(&server);
            assert!(has_words(), "{way:?} {path}: an old page");
            let most = if way == Save::Renamed { 1 } else { 2 };
            assert!(states.len() <= most, "{way:?} {path}: {states:?}");
            let last = states.last().expect("a state");
            assert!(last.errors.is_empty(), "{way:?} {path}: {last:?}");
            assert!(
                builds.insert(last.build.clone()),
                "{way:?} {path}: {last:?}"
            );
            if was_quick {
                // Half a file is no mistake, and nothing to show.
                assert_eq!(states.len(), 1, "{way:?} {path}: {states:?}");
            }
        }
    }
}

#[test]
fn many_saves_at_once_are_built_twice_at_most() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    events.next();
    let story = place.read("story.md");
    for way in [None, Some(Save::InPlace), Some(Save::Renamed)] {
        let mut words = String::new();
        let bursts = save_many(|turn| {
            let way = way.unwrap_or(SAVES[turn % SAVES.len()]);
            words = format!("Zq{way:?}{turn}");
            let text = format!("{story}\n\n{words}\n");
            way.write(&place.kit.join("story.md"), text.as_bytes());
        });
        assert!(server.page().has(&words), "no {words}: an old page");
        let states = events.told(&server);
        assert!(states.len() <= 2 * bursts, "{bursts} bursts: {states:#?}");
    }
}

/// Saves fifty times, as quickly as it goes. How many bursts it was on this machine.
fn save_many(mut save: impl FnMut(usize)) -> usize {
    let mut bursts = 1;
    let mut last = Instant::now();
    for turn in 0..MANY {
        save(turn);
        bursts += usize::from(last.elapsed() > GAP);
        thread::sleep(Duration::from_millis(15));
        bursts += usize::from(last.elapsed() > 2 * GAP);
        last = Instant::now();
    }
    bursts
}

/// What a page asks for of the build that it is told of leads to no other build.
#[test]
fn pages_that_are_open_lead_to_no_builds() {
    // It is built in no time, so that a page could lead to many builds.
    let place = Place::with("tests/kits/one-account-nothing-else");
    let words = |turn| format!("Zq{turn:02}");
    let last_words = words(MANY - 1);
    place.write("story.md", words(MANY));
    let story = File::options().write(true).open(place.kit.join("story.md"));
    let story = story.expect("a story");
    let server = Server::start(&place);
    let (events, page) = (server.events(), server.events());
    page.next();
    // The first build is over, and this burst the first.
    events.next();
    assert_eq!(events.rest(), []);
    let (asked, awaited) = (&server, &last_words);
    let bursts = thread::scope(|scope| {
        // What client.js asks for.
        scope.spawn(move || {
            loop {
                let build = page.next().build.expect("a build");
                let fresh = Page::of(&asked.get(&format!("/?build={build}")));
                asked.get(&format!("/favicon.svg?build={build}"));
                if fresh.has(awaited) {
                    break;
                }
            }
        });
        // At one stroke: what may be half saved is held and told to nobody.
        save_many(|turn| {
            let saved = story.write_all_at(words(turn).as_bytes(), 0);
            saved.expect("a story");
        })
    });
    let states = events.rest();
    assert!(states.len() <= 2 * bursts, "{bursts} bursts: {states:#?}");
    // But who names a build of long ago gets the page of now.
    let build = states[0].build.clone().expect("a build");
    let page = Page::of(&server.get(&format!("/?build={build}")));
    assert!(page.has(&last_words), "an old page");
}

#[test]
fn a_page_is_never_older_than_a_file() {
    // Nobody listens, and nothing is waited for.
    let place = Place::new();
    let server = Server::start(&place);
    let story = place.read("story.md");
    for turn in 0..100 {
        let way = SAVES[turn % SAVES.len()];
        let words = format!("Zq{turn}");
        let text = format!("{story}\n\n{words}\n");
        way.write(&place.kit.join("story.md"), text.as_bytes());
        assert!(server.page().has(&words), "{way:?}: an old page");
    }
    // Of the same length within one tick of a coarse clock.
    for turn in 100..200 {
        let words = format!("Zq{turn}");
        place.write("story.md", format!("{story}\n\n{words}\n"));
        assert!(server.page().has(&words), "an old page");
    }
}

/// Some editors write a file piece by piece.
#[test]
fn half_a_text_is_never_seen() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    events.next();
    let (end, story) = ("Zq ends.", place.read("story.md"));
    let story = format!("{story}\n{end}\n");
    place.write("story.md", &story);
    events.told(&server);
    for turn in 0..20 {
        let whole = story.replacen("# ", &format!("# Zq{turn:02} "), 1);
        let half = &whole.as_bytes()[..whole.len() * turn / 20];
        let started = Instant::now();
        place.write("story.md", half);
        thread::sleep(Duration::from_millis(5));
        place.write("story.md", &whole);
        let was_quick = started.elapsed() < GAP;
        assert!(server.page().has(&format!("Zq{turn:02}")), "{turn}");
        let states = events.told(&server);
        assert!(server.page().has(end), "{turn}");
        assert!(!was_quick || states.len() == 1, "{turn}: {states:?}");
    }
}

#[test]
fn collaborations_come_and_go() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    events.next();
    let before = server.page().build;
    let path = place.kit.join("collaborations/zq.md");
    let text = "+++\nbrand = \"Zq Salts\"\ndate = 2026-06-05\n+++\n\nFour letters, four salts.\n";
    for way in SAVES {
        assert_eq!(server.get("/work/zq.html").status, 404);
        way.write(&path, text.as_bytes());
        assert_eq!(server.get("/work/zq.html").status, 200, "{way:?}");
        assert!(server.page().has("Zq Salts"), "{way:?}");
        events.told(&server);

        fs::remove_file(&path).expect("a collaboration");
        // What is gone might come back at once, so who asks may wait, but not for an old page.
        assert_eq!(server.get("/work/zq.html").status, 404, "{way:?}");
        let states = events.told(&server);
        let last = states.last().and_then(|state| state.build.clone());
        // The same site has the same name.
        assert_eq!(last, Some(before.clone()), "{way:?}");
    }
}

#[test]
fn a_photo_takes_anothers_place() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    let mut before = events.next().build;
    let mut pictures = server.page().pictures();
    for (turn, way) in SAVES.into_iter().enumerate() {
        let photo = image::RgbImage::from_fn(1200, 900, |x, y| {
            image::Rgb([(x / 5) as u8, (y / 5) as u8, 60 * turn as u8])
        });
        let mut bytes = Cursor::new(Vec::new());
        let written = photo.write_to(&mut bytes, image::ImageFormat::Png);
        written.expect("a PNG");
        way.write(&place.kit.join("photos/coffee.jpg"), &bytes.into_inner());
        let after = server.page().pictures();
        assert_ne!(after, pictures, "{way:?}");
        for path in after.difference(&pictures) {
            let answer = server.get(path);
            assert_eq!(answer.status, 200, "{path}");
            let picture = image::load_from_memory(&answer.body);
            picture.unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        let states = events.told(&server);
        let last = states.last().expect("a state");
        assert!(last.errors.is_empty(), "{last:?}");
        assert_ne!(last.build, before, "{way:?}");
        before = last.build.clone();
        pictures = after;
    }
}

#[test]
fn a_server_that_starts_again_serves_the_same_site() {
    let place = Place::new();
    let first = Server::start(&place);
    let events = first.events();
    let build = events.next().build;
    let page = first.page();
    drop(first);
    // Also where nothing is kept of the first.
    for cache in [place.cache.clone(), place.at("other")] {
        let second = Server::start_with(&place.kit, &cache, &["--port", "0"]);
        let again = second.page();
        assert_eq!(Some(&again.build), build.as_ref());
        assert_ne!(again.token, page.token);
        assert!(again.html == page.html);
        assert_eq!(second.events().next().build, build);
    }
    place.write("story.md", "# Something *else*\n\nZq.\n");
    let third = Server::start(&place);
    assert_ne!(Some(third.page().build), build);
}

/// The preview sees every save, though it may take its time.
fn assert_follows(place: &Place, server: &Server) {
    let events = server.events();
    let first = events.next();
    assert_eq!(events.rest(), []);
    for way in SAVES {
        let words = format!("Zq{way:?}");
        let text = format!("# Something *else*\n\n{words}\n");
        way.write(&place.kit.join("story.md"), text.as_bytes());
        let state = events.next();
        assert_ne!(state.build, first.build);
        assert!(server.page().has(&words), "{way:?}: an old page");
        events.rest();
    }
}

#[test]
fn without_the_systems_help_it_looks_by_itself() {
    let place = Place::new();
    let options = ["--port", "0", "--watch", "poll"];
    let server = Server::start_with(&place.kit, &place.cache, &options);
    assert_follows(&place, &server);
    assert!(!server.said().contains("five times"), "{}", server.said());
}

#[test]
fn where_the_system_watches_no_more_folders_it_says_that_it_looks_by_itself() {
    let place = Place::new();
    let plain = command(&place.kit, &place.cache, &["--port", "0"]);
    // With -D the program itself is the process that is started and ended.
    let mut strace = Command::new("strace");
    strace
        .args(["-D", "-f", "-qq", "-o", "/dev/null"])
        .args(["-e", "trace=inotify_add_watch"])
        .args(["-e", "inject=inotify_add_watch:error=ENOSPC"])
        .arg(plain.get_program())
        .args(plain.get_args())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let server = Server::run(strace);
    assert_follows(&place, &server);
    let said = server.said();
    assert!(said.contains("five times a second"), "{said}");
    assert!(said.contains("fs.inotify.max_user_watches"), "{said}");
}
