//! Sealed pages: the right passphrase opens them, whatever is wrong says the same and shows nothing,
//! and nothing is kept or told to anybody.

mod site;

pub use site::{headers, site};

use crate::axe;
use crate::findings::Findings;
use crate::html::checked;
use crate::kits::Look;
use crate::page::Page;
use crate::quiet::noise;
use crate::{server, shots, tools};
use pitchkit::words::LANGUAGES;
use serde_json::json;
use site::{SEEN, broken, lock};
use std::fs;
use std::time::Instant;

/// Waits until it is open, or has said that it cannot be opened; which of both.
const IS_OPEN: &str = r#"new Promise((done, failed) => {
  const end = Date.now() + 60_000;
  const look = () => {
    if (Date.now() > end) failed(new Error("nothing happens"));
    if (document.querySelector("[data-opened]")) done(true);
    else if (document.getElementById("fault")?.textContent) done(false);
    else setTimeout(look, 10);
  };
  look();
})"#;

/// A tab with a locked page in it.
fn locked(address: &str) -> Page {
    let page = Page::open();
    page.visit(address);
    page
}

fn is_open(page: &Page) -> bool {
    page.run(IS_OPEN)
}

/// Types a passphrase and presses Enter.
fn enter(page: &Page, text: &str) {
    let () = page.run("document.getElementById('passphrase').focus(), null");
    page.send("Input.insertText", json!({ "text": text }));
    let mut key = json!({
        "type": "keyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r",
    });
    page.send("Input.dispatchKeyEvent", key.clone());
    key["type"] = json!("keyUp");
    page.send("Input.dispatchKeyEvent", key);
}

/// What is left behind, other than the page itself. There shall be nothing.
fn kept(page: &Page) -> String {
    page.run(
        r#"[location.hash, location.search, history.state, document.cookie, localStorage.length || "",
          sessionStorage.length || "", navigator.serviceWorker?.controller || "",
          document.getElementById("passphrase")?.value].join("")"#,
    )
}

#[test]
fn a_whole_kit_opens_by_keyboard() {
    let address = server::sealed_address("kit");
    let page = locked(&address);
    let title: String = page.run("document.title");
    // From the first tab stop on.
    let () = page.run("document.activeElement.blur(), null");
    page.press("Tab", 9, false);
    let first: String = page.run("document.activeElement.id");
    assert_eq!(first, "show");
    page.press("Tab", 9, false);
    let second: String = page.run("document.activeElement.id");
    assert_eq!(second, "passphrase");
    enter(&page, &lock().passphrase);
    assert!(is_open(&page));
    assert_eq!(kept(&page), "");
    page.scroll_through();
    // As it is without a lock: text, pictures, fonts, attributes, places.
    let seen = r#"(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map(image => image.decode()));
      const attributes = element => [...element.attributes].map(({ name, value }) => `${name}=${value}`);
      const box = element => Object.values(element.getBoundingClientRect().toJSON()).map(Math.round);
      return JSON.stringify([
        document.body.innerText, document.images.length, attributes(document.documentElement),
        attributes(document.body), [...document.fonts].map(font => `${font.family} ${font.status}`).sort(),
        [...document.querySelectorAll("h1, h2, img, figure, table")].map(box),
      ]);
    })()"#;
    let opened: String = page.run(seen);
    let focused: bool = page.run("document.activeElement.matches('main h1')");
    assert!(focused);
    let at: (String, String, f64) = page.run("[document.title, location.href, scrollY]");
    assert_eq!(at, (title, address.clone(), 0.0));
    assert_eq!(noise(&page.tell(), &address), [""; 0]);

    let other = Page::open();
    let unsealed = site().join("for/kit-unsealed.html");
    other.visit_all_of(&format!("file://{}", unsealed.display()));
    let plain: String = other.run(seen);
    assert!(opened == plain, "{opened}\n\n{plain}");
    let loaded = opened.matches(" loaded").count();
    assert!(loaded > 0, "no font is there");
}

#[test]
fn what_is_in_the_page_is_shown_and_does_not_act() {
    let address = server::sealed_address("note-en");
    let page = locked(&address);
    let typed = lock().passphrase.to_uppercase().replace('-', " ");
    enter(&page, &typed);
    assert!(is_open(&page));
    let found: (String, String, String) = page.run(
        r#"[document.documentElement.outerHTML, document.getElementById("note").textContent,
          [...document.querySelectorAll("*")].flatMap(element => [...element.attributes])
            .filter(({ name }) => /^on|^style$|^srcdoc$/.test(name)).map(({ name }) => name).join()]"#,
    );
    let (html, note, acts) = found;
    assert!(note.starts_with("<img src=x onerror="), "{note}");
    assert_eq!(acts, "");
    for gone in [
        "<script",
        "<iframe",
        "<base",
        "refresh",
        "javascript",
        "unlock",
    ] {
        assert!(!html.contains(gone), "{gone}: {html}");
    }
    let start = r#"<html lang="de" dir="ltr" class="kit" data-theme="x">"#;
    assert!(html.starts_with(start), "{html}");
    assert!(html.contains(r#"<body class="paper" data-part="rates">"#));
    let colour: String = page.run("getComputedStyle(document.querySelector('.price')).color");
    assert_eq!(colour, "rgb(0, 102, 0)");
    let file: (String, String) = page.run(
        r#"(async () => {
          const link = document.getElementById("file");
          return [link.href.slice(0, 5), link.download];
        })()"#,
    );
    assert_eq!(file, ("blob:".to_string(), "northwind.txt".to_string()));
    // A link into the page leads there, and says nothing of a passphrase.
    let () = page.run("document.getElementById('jump').click(), null");
    let hash: (String, String) = page.run("[location.hash, document.title]");
    assert_eq!(hash.0, "#rates");
    assert!(
        !hash.1.contains("acted") && !hash.1.contains("Northwind"),
        "{hash:?}"
    );
    // What would have acted is refused before it is taken out, and the browser says so.
    let mut noise = noise(&page.tell(), &address);
    noise.retain(|said| !said.contains("The action has been blocked."));
    assert_eq!(noise, [""; 0]);
}

#[test]
fn whatever_is_wrong_it_says_the_same_and_shows_nothing() {
    let right = lock().passphrase;
    let note = fs::read_to_string(site().join("for/note-en.html")).expect("a page");
    let mut cases: Vec<(&str, &str)> = vec![
        ("note-en", ""),
        ("note-en", "h7kq-m2xd-9rtv-c4wp"),
        ("note-en", &right[1..]),
    ];
    let broken = broken(&note);
    cases.extend(broken.iter().map(|(name, _)| (*name, right.as_str())));
    let page = Page::open();
    let mut said = Vec::new();
    for (name, passphrase) in &cases {
        let address = server::sealed_address(name);
        page.visit(&address);
        enter(&page, passphrase);
        assert!(!is_open(&page), "{name} opens");
        let state: (String, String, bool, bool) = page.run(
            r#"[document.getElementById("fault").textContent, document.documentElement.outerHTML,
              document.activeElement === document.getElementById("passphrase"),
              document.getElementById("progress").hidden]"#,
        );
        let (fault, html, has_focus, has_ended) = state;
        assert!(
            !html.contains(SEEN) && !html.contains("Northwind"),
            "{name}"
        );
        assert!(has_focus && has_ended, "{name}");
        assert_eq!(noise(&page.tell(), &address), [""; 0], "{name}");
        said.push(fault);
    }
    said.dedup();
    assert_eq!(said.len(), 1, "{said:?}");
    // The next try may be the right one.
    page.visit(&server::sealed_address("note-en"));
    enter(&page, "not this one");
    assert!(!is_open(&page));
    enter(&page, &right);
    let () = page.run("document.getElementById('fault').textContent = '', null");
    assert!(is_open(&page));
}

#[test]
fn a_host_that_browsers_do_not_trust_is_named_as_the_reason() {
    let page = Page::open();
    page.visit(&server::untrusted_address("note-en"));
    let is_trusted: bool = page.run("isSecureContext");
    assert!(!is_trusted, "this test needs a host that is not trusted");
    let seen: String = page.run("document.body.innerText");
    assert!(seen.contains("begins with https"), "{seen}");
    let form: bool = page.run("document.getElementById('unlock').checkVisibility()");
    assert!(!form);
}

#[test]
fn without_scripts_it_says_what_is_missing() {
    let page = Page::open();
    page.send(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    );
    for language in LANGUAGES {
        page.visit(&server::sealed_address(&format!("note-{language}")));
        let seen: (String, bool) = page
            .run("[document.body.innerText, document.getElementById('unlock').checkVisibility()]");
        assert!(seen.0.contains("JavaScript") && !seen.1, "{seen:?}");
    }
}

#[test]
fn it_opens_from_a_disk() {
    let file = site().join("for/note-en.html");
    let address = format!("file://{}", file.display());
    let page = locked(&address);
    enter(&page, &lock().passphrase);
    assert!(is_open(&page));
    let seen: (String, String) = page.run("[document.body.innerText, location.href]");
    assert!(seen.0.contains(SEEN), "{seen:?}");
    assert_eq!(seen.1, address);
    let address = format!("{address}#k={}", lock().passphrase);
    let page = locked(&address);
    assert!(is_open(&page));
    assert_eq!(page.run::<String>("location.hash"), "");
}

#[test]
fn a_passphrase_in_the_link_leaves_the_address() {
    let address = server::sealed_address("note-en");
    let with = format!("{address}#k={}", lock().passphrase.replace('-', "%20"));
    let page = locked(&with);
    // Before it is open, too.
    let at: String = page.run("location.href");
    assert_eq!(at, address);
    assert!(is_open(&page));
    assert_eq!(kept(&page), "");
    // What is wrong in a link says so as well, and what follows it can be right.
    page.visit("about:blank");
    page.visit(&format!("{address}#k=%E0%A4%A"));
    assert!(!is_open(&page));
    assert_eq!(kept(&page), "");
    let hash = format!("#k={}", lock().passphrase);
    let () = page.run(&format!(
        "location.hash = '{hash}', document.getElementById('fault').textContent = '', null"
    ));
    assert!(is_open(&page));
    assert_eq!(page.run::<String>("location.href"), address);
    let () = page.run("location.hash = '#k=again', null");
    let left: String = page.run("new Promise(done => setTimeout(() => done(location.hash), 100))");
    assert_eq!(left, "");
    let is_open: bool = page.run("!!document.querySelector('[data-opened]')");
    assert!(is_open);
}

/// Times are told and not judged: a busy machine takes longer.
#[test]
fn a_slow_machine_shows_that_it_works() {
    let page = locked(&server::sealed_address("kit"));
    page.send("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    let () = page.run(
        r#"(() => {
          window.gaps = [];
          let before = performance.now();
          setInterval(() => {
            const now = performance.now();
            gaps.push(now - before);
            before = now;
          }, 10);
        })(), null"#,
    );
    let start = Instant::now();
    enter(&page, &lock().passphrase);
    page.send("Input.insertText", json!({ "text": "x" }));
    let during: (bool, String, bool, bool) = page.run(
        r#"[document.getElementById("progress").checkVisibility(), document.getElementById("state").textContent,
          document.getElementById("passphrase").value.endsWith("x"), document.getElementById("passphrase").disabled]"#,
    );
    let (is_shown, state, is_typed, is_disabled) = &during;
    let is_usable = *is_typed && !is_disabled;
    assert!(
        is_usable && *is_shown && state.starts_with("Opening"),
        "{during:?}"
    );
    assert!(is_open(&page));
    let took = start.elapsed();
    let gap: f64 = page.run("Math.max(...gaps)");
    let bytes = fs::metadata(site().join("for/kit.html"))
        .expect("a page")
        .len();
    println!(
        "{bytes} bytes are open after {} ms at a quarter of the speed; the longest pause was {gap:.0} ms",
        took.as_millis()
    );
}

#[test]
fn fronts_are_sound_in_all_languages() {
    let mut findings = Findings::default();
    let page = Page::open();
    for language in LANGUAGES {
        page.visit(&server::sealed_address(&format!("note-{language}")));
        let () = page.run(&axe::source());
        for is_wrong in [false, true] {
            if is_wrong {
                enter(&page, "wrong");
                assert!(!is_open(&page));
            }
            for look in [320, 390, 1280]
                .into_iter()
                .flat_map(|width| [Look::light(width), Look::dark(width)])
            {
                page.look(look);
                let place = format!(
                    "{language} {look} {}",
                    if is_wrong { "wrong" } else { "locked" }
                );
                findings.extend(&place, axe::violations(&page));
                let outside: Vec<String> = page.run(
                    r#"[...document.body.querySelectorAll("*")].filter(element => {
                      const { left, right } = element.getBoundingClientRect();
                      return left < -1 || right > innerWidth + 1;
                    }).map(name)"#,
                );
                let outside = outside.into_iter();
                let outside = outside.map(|name| format!("outside of the screen: {name}"));
                findings.extend(&place, outside.collect());
                findings.extend(&place, page.run(include_str!("../script/targets.js")));
            }
        }
    }
    page.visit(&server::sealed_address("kit"));
    enter(&page, &lock().passphrase);
    assert!(is_open(&page));
    let () = page.run(&axe::source());
    for look in [Look::light(1280), Look::dark(390)] {
        page.look(look);
        findings.extend(&format!("kit {look} open"), axe::violations(&page));
    }
    let files = LANGUAGES.iter().map(|language| {
        let file = site().join(format!("for/note-{language}.html"));
        file.to_string_lossy().into_owned()
    });
    for message in checked("html", &files.collect::<Vec<_>>()) {
        if message["type"] != "info" {
            findings.add(&message["url"].to_string(), message["message"].to_string());
        }
    }
    findings.none();
}

/// Pictures for people to look at, beside those of the kits.
#[test]
fn shots_of_locks_are_taken() {
    let asked = std::env::var_os("SHOTS").map(std::path::PathBuf::from);
    let folder = asked.unwrap_or_else(|| tools::folder().join("shots"));
    fs::create_dir_all(&folder).expect("a folder for the shots");
    let page = Page::open();
    let take = |name: &str, looks: &[Look]| {
        for look in looks {
            page.look(*look);
            let shot = page.send("Page.captureScreenshot", json!({ "format": "png" }));
            let file = folder.join(format!("sealed-{name}-{look}.png"));
            fs::write(file, shots::bytes(&shot["data"])).expect("a picture to write");
        }
    };
    let all = [
        Look::light(390),
        Look::dark(390),
        Look::light(1280),
        Look::dark(1280),
    ];
    for language in ["en", "ar", "ja", "de"] {
        page.visit(&server::sealed_address(&format!("note-{language}")));
        take(&format!("{language}-locked"), &all);
    }
    page.visit(&server::sealed_address("kit"));
    enter(&page, "wrong");
    assert!(!is_open(&page));
    take("en-wrong", &all);
    page.visit(&server::untrusted_address("note-en"));
    take("en-untrusted", &all[..1]);
    page.visit(&server::sealed_address("kit"));
    enter(&page, &lock().passphrase);
    take("en-opening", &all[..1]);
    assert!(is_open(&page));
    take("en-open", &all);
}
