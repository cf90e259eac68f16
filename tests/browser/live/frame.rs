//! The page that shows the kit in frames: phone and desktop, light, dark and on paper.

use super::place::Place;
use super::server::Server;
use super::tab::{FRAME, SAID, Tab};
use crate::kits::Look;
use std::thread;
use std::time::{Duration, Instant};

/// The document of a frame.
fn document(frame: &str) -> String {
    format!("document.querySelector('iframe[name={frame}]').contentDocument")
}

/// Which frames are seen.
fn seen(tab: &Tab) -> Vec<String> {
    tab.run(
        "[...document.querySelectorAll('iframe')]
            .filter(frame => frame.checkVisibility() && frame.getBoundingClientRect().height > 300)
            .map(frame => frame.name)",
    )
}

/// Chooses a width or a look with the mouse.
#[track_caller]
fn choose(tab: &Tab, value: &str) {
    let input = format!("document.querySelector('input[value={value}]')");
    tab.click(&input);
    assert!(tab.is(&format!("{input}.checked")), "{value}");
}

/// Whether the page in a frame is dark.
fn is_dark(frame: &str) -> String {
    let body = format!("{}.body", document(frame));
    format!("rgba(getComputedStyle({body}).backgroundColor)[0] < 60")
}

/// Whether what only a screen or only paper shows is seen in a frame.
fn shows(frame: &str, part: &str) -> String {
    format!(
        "{}.querySelector('{part}').checkVisibility()",
        document(frame)
    )
}

/// The preview of the example kit in frames, in a window of this width, with the kit in them.
fn frames(width: u32) -> Tab {
    let place = Place::new();
    let server = Server::start(&place);
    let tab = Tab::of(place, server, FRAME, Look::light(width));
    for frame in ["phone", "desktop"] {
        let document = document(frame);
        tab.until(&format!(
            "{document}?.readyState === 'complete'
                && {document}.body.textContent.includes('Maite') && {document}.defaultView.pitchkit"
        ));
        tab.act(&format!("{document}.defaultView.isMarked = true"));
    }
    tab
}

/// Panics if anything was loaded anew or told what it should not have had to tell, or if the page
/// is wider than its window.
#[track_caller]
fn assert_well(tab: &Tab) {
    for frame in ["phone", "desktop"] {
        let kept = format!("{}.defaultView.isMarked", document(frame));
        assert!(tab.is(&kept), "the {frame} was loaded anew");
    }
    assert!(tab.is("document.documentElement.scrollWidth <= innerWidth"));
    tab.assert_kept_and_quiet();
}

#[test]
fn on_a_desktop_both_are_seen_as_wide_as_they_are() {
    let tab = frames(1280);
    assert_eq!(seen(&tab), ["phone", "desktop"]);
    for (frame, width) in [("phone", 390), ("desktop", 1280)] {
        let view = format!("{}.defaultView", document(frame));
        assert_eq!(tab.run::<u32>(&format!("{view}.innerWidth")), width);
        let caption: String = tab.run(&format!(
            "document.querySelector('#{frame} figcaption').textContent"
        ));
        assert!(caption.contains(&format!("{width} px")), "{caption}");
    }
    choose(&tab, "phone");
    assert_eq!(seen(&tab), ["phone"]);
    choose(&tab, "desktop");
    assert_eq!(seen(&tab), ["desktop"]);
    choose(&tab, "both");
    assert_eq!(seen(&tab), ["phone", "desktop"]);
    assert_well(&tab);
}

#[test]
fn on_a_phone_one_is_seen() {
    let tab = frames(390);
    assert_eq!(seen(&tab), ["phone"]);
    assert_eq!(
        tab.run::<u32>("document.querySelector('#phone .glass').offsetWidth"),
        390
    );
    choose(&tab, "desktop");
    assert_eq!(seen(&tab), ["desktop"]);
    assert_eq!(tab.run::<u32>("frames.desktop.innerWidth"), 1280);
    choose(&tab, "dark");
    assert!(tab.is(&is_dark("desktop")));
    choose(&tab, "phone");
    assert_eq!(seen(&tab), ["phone"]);
    assert!(tab.is(&is_dark("phone")));
    choose(&tab, "paper");
    assert_eq!(seen(&tab), ["desktop"]);
    choose(&tab, "light");
    assert_eq!(seen(&tab), ["phone"]);
    assert!(tab.is("document.querySelector('footer').checkVisibility()"));
    assert_well(&tab);
    // The phone is laid on its side, or was a narrow window.
    tab.page.look(Look::light(1280));
    tab.until("document.querySelector('.both').checkVisibility()");
    choose(&tab, "both");
    assert_eq!(seen(&tab), ["phone", "desktop"]);
    assert_well(&tab);
}

#[test]
fn a_look_is_put_on_both_and_stays_over_edits() {
    let tab = frames(1280);
    for (look, is_expected) in [("dark", true), ("light", false), ("dark", true)] {
        choose(&tab, look);
        for frame in ["phone", "desktop"] {
            assert_eq!(tab.is(&is_dark(frame)), is_expected, "{frame}: {look}");
        }
    }
    // A new text, and a new style, which has to be dressed as the old one was.
    tab.edit("story.md", "My aunt is", "Zq my aunt is");
    tab.edit(
        "profile.toml",
        "accent = \"#b01f31\"",
        "accent = \"#005f73\"",
    );
    for frame in ["phone", "desktop"] {
        let document = document(frame);
        tab.until(&format!(
            "{document}.body.textContent.includes('Zq my aunt is')"
        ));
        let style = "--accent: #005f73";
        tab.until(&format!(
            "[...{document}.styleSheets].some(sheet => sheet.cssRules.length
                && [...sheet.cssRules].some(rule => rule.cssText.includes({style:?})))"
        ));
        assert!(tab.is(&is_dark(frame)), "{frame}");
    }
    assert_well(&tab);
}

#[test]
fn paper_is_as_it_is_printed() {
    let tab = frames(1280);
    assert!(tab.is(&shows("desktop", ".anchors")));
    assert!(!tab.is(&shows("desktop", ".on-paper")));
    assert!(!tab.is("document.querySelector('#print').checkVisibility()"));
    choose(&tab, "paper");
    assert_eq!(seen(&tab), ["desktop"]);
    assert!(!tab.is(&shows("desktop", ".anchors")));
    assert!(tab.is(&shows("desktop", ".on-paper")));
    assert!(tab.is("document.querySelector('#print').checkVisibility()"));
    assert!(tab.is("document.querySelector('input[value=phone]').disabled"));
    // A sheet has no bar on it.
    let bar = |frame| {
        let root = format!("{}.documentElement", document(frame));
        tab.run::<String>(&format!("getComputedStyle({root}).scrollbarWidth"))
    };
    assert_eq!(bar("desktop"), "none");
    // It stays so over an edit.
    tab.edit("story.md", "My aunt is", "Zq my aunt is");
    tab.until(&format!(
        "{}.body.textContent.includes('Zq my aunt is')",
        document("desktop")
    ));
    assert!(!tab.is(&shows("desktop", ".anchors")));
    choose(&tab, "light");
    assert_eq!(seen(&tab), ["phone", "desktop"]);
    assert!(tab.is(&shows("desktop", ".anchors")));
    assert!(!tab.is(&shows("desktop", ".on-paper")));
    assert_eq!(
        (bar("phone"), bar("desktop")),
        ("none".into(), "auto".into())
    );
    assert_well(&tab);
}

/// Each build that is told is fetched by both frames, which must not lead to another.
#[test]
fn many_saves_at_once_are_built_twice_at_most() {
    let tab = frames(1280);
    let story = tab.place.read("story.md");
    let mut bursts = 1;
    let mut last = Instant::now();
    for turn in 0..50 {
        tab.place
            .write("story.md", format!("{story}\n\nZq{turn}.\n"));
        thread::sleep(Duration::from_millis(15));
        // The server waits for 40 ms.
        bursts += usize::from(last.elapsed() > Duration::from_millis(35));
        last = Instant::now();
    }
    for frame in ["phone", "desktop"] {
        let document = document(frame);
        tab.until(&format!("{document}.body.textContent.includes('Zq49.')"));
    }
    let said = tab.server.said();
    let builds = said.lines().count();
    assert!(builds <= 2 * bursts, "{bursts} bursts: {said}");
    assert_well(&tab);
}

#[test]
fn frames_go_to_a_page_together() {
    let tab = frames(1280);
    let path = "frame => frames[frame].location.pathname";
    let paths = format!("['phone', 'desktop'].map({path})");
    let case = "/work/odd-salt-co.html";
    tab.act(&format!(
        "frames.phone.document.querySelector('a[href=\"{}\"]').click()",
        &case[1..]
    ));
    tab.until(&format!("{paths}.every(path => path === {case:?})"));
    tab.until(&format!(
        "document.querySelector('#page').value === {case:?}"
    ));
    tab.act("document.querySelector('#page').select()");
    tab.page
        .send("Input.insertText", serde_json::json!({ "text": "/" }));
    tab.page.send(
        "Input.dispatchKeyEvent",
        serde_json::json!({ "type": "keyDown", "key": "Enter", "text": "\r", "windowsVirtualKeyCode": 13 }),
    );
    tab.until(&format!("{paths}.every(path => path === '/')"));
    tab.assert_kept_and_quiet();
}

#[test]
fn how_fresh_the_numbers_are_is_told() {
    let tab = frames(1280);
    let told = "[...document.querySelectorAll('footer li')].map(item => item.innerText)";
    tab.until(&format!("{told}.length > 0"));
    let before: Vec<String> = tab.run(told);
    let instagram = |told: &[String]| {
        let found = told.iter().find(|account| account.starts_with("Instagram"));
        found.unwrap_or_else(|| panic!("{told:?}")).clone()
    };
    assert!(instagram(&before).contains("fresh"), "{before:?}");
    let rows = tab.place.read("metrics.csv");
    let older = rows
        .lines()
        .filter(|row| !row.starts_with("2026-11-01,instagram,followers,"));
    let older: Vec<_> = older.collect();
    tab.place.write("metrics.csv", older.join("\n") + "\n");
    tab.until(&format!(
        "!{told}.some(item => item === {:?})",
        instagram(&before)
    ));
    let after: Vec<String> = tab.run(told);
    assert!(instagram(&after).contains("ageing"), "{after:?}");
    assert_well(&tab);
}

/// The frame tells what is wrong, once for both.
#[test]
fn a_mistake_is_told_above_the_frames() {
    let tab = frames(1280);
    let text = tab.place.read("profile.toml");
    tab.place.write(
        "profile.toml",
        text.replacen("kind = \"person\"", "kind = \"persom\"", 1),
    );
    tab.until(&format!(
        "{SAID}?.querySelector('section.errors')?.checkVisibility()"
    ));
    for frame in ["phone", "desktop"] {
        let document = document(frame);
        assert!(tab.is(&format!("!{document}.querySelector('pitchkit-said')")));
        assert!(tab.is(&format!("{document}.body.textContent.includes('Maite')")));
    }
    tab.place.write("profile.toml", text);
    tab.until(&format!("!{SAID}"));
    assert_well(&tab);
}
