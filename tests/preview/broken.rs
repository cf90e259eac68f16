//! Kits with mistakes: the last good page stays, and the mistakes are told as the terminal tells
//! them.

use super::events::State;
use super::place::Place;
use super::save::Save;
use super::server::Server;
use serde_json::Value;
use std::fs;

/// What `pitchkit build` says: as it is drawn, and as values.
fn said(place: &Place) -> (String, Vec<Value>) {
    let output = place.at("said");
    let output = output.to_str().expect("a path in UTF-8");
    let arguments = ["build", "--output", output];
    let drawn = place.run(&arguments, &place.at("builds")).stderr;
    let json = [&arguments[..], &["--format", "json"]].concat();
    let json = place.run(&json, &place.at("builds")).stdout;
    let mut json: Value = serde_json::from_slice(&json).expect("JSON");
    let Value::Array(values) = json["diagnostics"].take() else {
        panic!("{json}");
    };
    (String::from_utf8(drawn).expect("text"), values)
}

/// Panics unless the state says all that `pitchkit build` says, and in the same words.
fn assert_said(state: &State, place: &Place) {
    let (drawn, expected) = said(place);
    let told = state.errors.iter().chain(&state.warnings);
    let told: Vec<Value> = told
        .map(|diagnostic| {
            let mut diagnostic = diagnostic.clone();
            let values = diagnostic.as_object_mut().expect("a diagnostic");
            let text = values.remove("text").expect("its drawing");
            let text = text.as_str().expect("a text");
            assert!(!text.contains('\u{1b}'), "{text:?}");
            assert!(
                drawn.contains(text.trim_end()),
                "{text}\nis not in\n{drawn}"
            );
            diagnostic
        })
        .collect();
    assert_eq!(told, expected);
    let severities = |list: &[Value], severity: &str| {
        assert!(
            list.iter().all(|one| one["severity"] == severity),
            "{list:?}"
        );
    };
    severities(&state.errors, "error");
    severities(&state.warnings, "warning");
}

#[test]
fn a_mistake_keeps_the_last_good_page() {
    let place = Place::new();
    let server = Server::start(&place);
    let events = server.events();
    let good = events.next();
    assert_said(&good, &place);
    let page = server.page();
    let pages = ["/", "/work/odd-salt-co.html", "/kit.json", "/zq"];
    let before = pages.map(|path| server.get(path));

    let profile = place.read("profile.toml");
    for (turn, (path, text, line)) in [
        ("profile.toml", "[creator\n".to_string(), Some(1)),
        (
            "profile.toml",
            profile.replace("kind = \"person\"", "kind = 7"),
            Some(7),
        ),
        (
            "profile.toml",
            profile.replace("tagline", "\u{2028}tagline"),
            Some(8),
        ),
        ("metrics.csv", "date\n".to_string(), Some(1)),
        (
            "collaborations/odd-salt-co.md",
            "+++\nbrand = \n+++\n".to_string(),
            Some(2),
        ),
        (
            "story.md",
            "![Gone](photos/gone.jpg)\n".to_string(),
            Some(1),
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let mended = place.read(path);
        // At one stroke, so that this is the only mistake.
        let save = |text: &str| Save::Renamed.write(&place.kit.join(path), text.as_bytes());
        save(&text);
        // The page is still there for who asks at once, and for who waits to be told.
        if turn % 2 == 0 {
            assert_eq!(server.page().build, page.build, "{path}");
        }
        let states = events.until(|state| !state.errors.is_empty());
        let broken = states.last().expect("a state");
        let of_file = broken.errors.iter().find(|error| error["file"] == path);
        let error = of_file.unwrap_or_else(|| panic!("{path}: {broken:?}"));
        assert_eq!(error["line"].as_u64(), line, "{error}");
        let place_of_it = format!("{path}:{}:", line.unwrap_or_default());
        let drawing = error["text"].as_str().expect("a drawing");
        assert!(drawing.contains(&place_of_it), "{drawing}");
        assert_said(broken, &place);
        assert_eq!(broken.build, good.build, "{path}: the last good site");
        assert_eq!(broken.numbers, good.numbers, "{path}: their age");
        // Who comes later is told the same.
        assert_eq!(server.events().next(), *broken);
        let now = pages.map(|path| server.get(path));
        for (before, now) in before.iter().zip(&now) {
            assert_eq!(before.status, now.status);
            assert!(before.body == now.body, "{path}: another page");
        }

        save(&mended);
        let states = events.until(|state| state.errors.is_empty());
        assert_eq!(states.last(), Some(&good), "{path}");
        assert_eq!(events.rest(), [], "{path}");
    }
}

#[test]
fn a_kit_may_be_broken_from_the_start() {
    let place = Place::new();
    let profile = place.read("profile.toml");
    place.write("profile.toml", profile.replace("[contact]", "[contact"));
    let server = Server::start(&place);
    let first = server.get("/");
    assert_eq!(first.status, 503, "{first:?}");
    let text = first.text();
    assert!(!text.contains("Maite"), "{text}");
    let token = text.split_once("<script type=\"module\" src=\"/_pitchkit/client.js?token=");
    let (_, token) = token.unwrap_or_else(|| panic!("no script: {text}"));
    let token = token.split(['&', '"']).next().expect("a token");
    let policy = first.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_ne!(server.get("/zq").status, 200);
    assert_eq!(server.get("/_pitchkit/").status, 200);

    let proof = "Sec-Fetch-Site: same-origin";
    let events = super::events::Events::open(server.connect(), &server.host(), token, proof);
    let state = events.next();
    assert_eq!(state.build, None);
    assert_eq!(state.errors[0]["file"], "profile.toml");
    assert_said(&state, &place);

    place.write("profile.toml", &profile);
    let states = events.until(|state| state.build.is_some());
    let state = states.last().expect("a state");
    assert!(state.errors.is_empty(), "{state:?}");
    let page = server.page();
    assert_eq!(Some(page.build), state.build);
    assert_eq!(page.token, token);
}

/// R096: a theme of the kit's own is as much in the making as its texts.
#[test]
fn a_broken_theme_keeps_the_last_good_page() {
    let place = Place::new();
    let eject = ["theme", "eject", "hero.html", "kit.css", "--to"];
    let ejected = place.run(&eject, &place.cache);
    assert!(ejected.status.success(), "{ejected:?}");
    let server = Server::start(&place);
    let events = server.events();
    let good = events.next();
    let page = server.page();
    for (path, broken, rule) in [
        (
            "theme/hero.html",
            "{{ view.creator.nane }}",
            "theme-template",
        ),
        ("theme/hero.html", "{% if %}", "theme-template"),
        (
            "theme/hero.html",
            "<script src=\"a.js\"></script>",
            "theme-unsafe",
        ),
        (
            "theme/kit.css",
            "{% include \"nothing.css\" %}",
            "theme-template",
        ),
    ] {
        let mended = place.read(path);
        Save::Renamed.write(
            &place.kit.join(path),
            format!("{mended}\n{broken}\n").as_bytes(),
        );
        let states = events.until(|state| !state.errors.is_empty());
        let state = states.last().expect("a state");
        assert_eq!(state.errors[0]["file"], path, "{state:?}");
        assert_eq!(state.errors[0]["rule"], rule, "{state:?}");
        assert!(state.errors[0]["line"].is_u64(), "{state:?}");
        assert_said(state, &place);
        assert_eq!(state.build, good.build, "{path}: the last good site");
        assert!(server.page().html == page.html, "{path}: another page");
        Save::Renamed.write(&place.kit.join(path), mended.as_bytes());
        let states = events.until(|state| state.errors.is_empty());
        assert_eq!(states.last(), Some(&good), "{path}");
    }
}

#[test]
fn a_kit_may_be_empty_at_first() {
    let place = Place::new();
    let elsewhere = place.at("elsewhere");
    fs::rename(&place.kit, &elsewhere).expect("a kit that moves");
    fs::create_dir(&place.kit).expect("an empty folder");
    let server = Server::start(&place);
    assert_eq!(server.get("/").status, 503);
    super::place::copy(&elsewhere, &place.kit);
    assert!(server.page().has("Maite Orrun"));
}

#[test]
fn warnings_are_told_beside_the_page() {
    let place = Place::with("tests/kits/numbers-out-of-date");
    let server = Server::start(&place);
    let events = server.events();
    let state = events.next();
    assert!(!state.warnings.is_empty(), "{state:?}");
    assert_said(&state, &place);
    let stale = |number: &&Value| number["state"] == "stale";
    assert!(
        state.numbers.iter().any(|n| stale(&n)),
        "{:?}",
        state.numbers
    );
    for number in &state.numbers {
        for key in ["name", "date", "shown"] {
            assert!(
                number[key].as_str().is_some_and(|text| !text.is_empty()),
                "{number}"
            );
        }
        let known = ["fresh", "ageing", "stale"];
        assert!(
            known.iter().any(|state| number["state"] == *state),
            "{number}"
        );
    }
    // What is not ours to say is not said, however often it is asked for.
    server.page();
    server.page();
    assert_eq!(events.rest(), []);
}

#[test]
fn a_photo_of_which_a_part_is_missing_is_told_where_it_is_named() {
    let place = Place::new();
    // Only who makes a picture of it finds out.
    let photo = fs::read(place.kit.join("photos/trail.jpg")).expect("a photo");
    let half = [&photo[..photo.len() / 2], b"\xff\xd9"].concat();
    place.write("photos/trail.jpg", half);
    let server = Server::start(&place);
    let events = server.events();
    assert!(events.next().errors.is_empty());
    let html = server.page().html;
    let (hero, _) = html.split_once("fetchpriority").expect("a hero");
    let (_, picture) = hero.rsplit_once(" src=\"").expect("its source");
    let (picture, _) = picture.split_once('"').expect("its path");
    assert_eq!(server.get(&format!("/{picture}")).status, 500);
    let told = events.until(|state| !state.errors.is_empty());
    let told = told.last().expect("a message");
    assert_eq!(told.errors[0]["rule"], "photo-incomplete");
    assert_eq!(told.errors[0]["file"], "profile.toml");
    assert!(told.errors[0]["line"].is_u64(), "{told:?}");
    assert_said(told, &place);
    // The page stays, and a whole photo clears it.
    assert_eq!(server.page().html, html);
    place.write("photos/trail.jpg", photo);
    events.until(|state| state.errors.is_empty());
}
