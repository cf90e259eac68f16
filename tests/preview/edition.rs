//! An edition for one brand: opened, marked, and on this machine alone (R120).

use super::place::Place;
use super::process::refused;
use super::server::Server;

/// A kit without photos, with an edition.
fn place() -> Place {
    let place = Place::with("tests/kits/one-account-nothing-else");
    std::fs::create_dir(place.kit.join("brands")).expect("a folder");
    let fact = "\n[[facts]]\nlabel = \"Camera\"\nvalue = \"Zqxcamera\"\nvisibility = \"brand\"\n";
    place.write("profile.toml", place.read("profile.toml") + fact);
    let brand = "for = \"Zqxbrand Foods\"\n[[services]]\nname = \"Zqxfilm\"\nprice = 900\ncurrency = \"EUR\"\n";
    place.write("brands/zqx.toml", brand);
    place
}

#[test]
fn an_edition_is_shown_where_it_is_asked_for_alone() {
    let place = place();
    let server = Server::start(&place);
    assert!(!server.get("/").text().contains("Zqx"));
    assert_eq!(server.events().next().brand, None);
    drop(server);

    let server = Server::start_with(&place.kit, &place.cache, &["--brand", "zqx"]);
    let page = server.get("/");
    assert!(page.text().contains("Zqxfilm"), "{page:?}");
    assert!(page.text().contains("€900"), "{page:?}");
    let events = server.events();
    assert_eq!(events.next().brand.as_deref(), Some("zqx"));
    // It follows its file as it follows the rest.
    place.write(
        "brands/zqx.toml",
        place.read("brands/zqx.toml").replace("900", "800"),
    );
    events.until(|state| state.errors.is_empty() && state.build.is_some());
    assert!(server.get("/").text().contains("€800"));
    assert!(
        server.said().contains("the edition for zqx alone"),
        "{}",
        server.said()
    );
}

#[test]
fn nobody_else_is_let_in() {
    let place = place();
    for host in [
        &["--brand", "zqx", "--host"][..],
        &["--brand", "zqx", "--host", "127.0.0.1"],
    ] {
        let (code, out, said) = refused(&place.kit, &place.cache, host);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{said}");
        assert!(said.contains("--host"), "{said}");
    }
}

#[test]
fn an_edition_that_is_not_there_is_named() {
    let place = place();
    let server = Server::start_with(&place.kit, &place.cache, &["--brand", "zqy"]);
    let answer = server.get("/");
    assert_eq!(answer.status, 503);
    assert!(!answer.text().contains("Zqx"), "{answer:?}");
    let said = server.said();
    assert!(said.contains("the kit has no edition `zqy`"), "{said}");
    assert!(said.contains("did you mean `zqx`?"), "{said}");
}
