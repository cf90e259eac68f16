//! What is wrong in a kit stands over its last good page, and goes by itself.

use super::place::Place;
use super::tab::{SAID, Tab};

/// What is seen of one mistake.
#[derive(Debug, serde::Deserialize)]
struct Seen {
    message: String,
    place: String,
    /// The terminal's drawing, of which a part is shown.
    drawing: String,
    snippet: String,
    hint: String,
}

/// The first mistake that the open panel of this kind shows.
fn seen(tab: &Tab, kind: &str) -> Seen {
    tab.run(&format!(
        "(item => {{
            const text = part => item.querySelector(part)?.textContent ?? '';
            return {{
                message: text('.message'), place: text('.where'), drawing: text('pre'),
                snippet: item.querySelector('pre')?.innerText ?? '', hint: text('.hint'),
            }};
        }})({SAID}.querySelector('section.{kind} li'))"
    ))
}

/// Whether the panel of this kind is open, and nothing stands over it.
fn is_open(kind: &str) -> String {
    format!(
        "(panel => {{
            const {{ x, y, width, height }} = panel?.getBoundingClientRect() ?? {{}};
            return width > 0 && y >= 0 && y + height <= innerHeight
                && document.elementFromPoint(x + width / 2, y + height / 2)?.shadowRoot
                    === panel.getRootNode();
        }})({SAID}?.querySelector('section.{kind}'))"
    )
}

#[test]
fn a_mistake_stands_over_the_last_good_page_until_it_is_mended() {
    let tab = Tab::open(Place::new(), "");
    assert!(tab.is(&format!("!{SAID}")));
    tab.act("scrollTo({ top: 900, behavior: 'instant' })");
    let text = tab.place.read("profile.toml");
    let broken = text.replacen("kind = \"person\"", "kind = \"persom\"", 1);
    tab.place.write("profile.toml", broken);
    tab.until(&is_open("errors"));

    let mistake = seen(&tab, "errors");
    assert_eq!(mistake.place, "profile.toml:7:8");
    assert!(mistake.snippet.contains("kind = \"persom\""), "{mistake:?}");
    assert!(mistake.snippet.contains("^^^^^^^^"), "{mistake:?}");
    assert!(!mistake.snippet.contains("-->"), "{mistake:?}");
    // The words of the terminal. What stands in backticks there is shown as code here.
    assert!(mistake.drawing.len() > 100, "{mistake:?}");
    let said = tab.until_in_terminal(mistake.drawing.trim_end());
    let plain = said.replace('`', "");
    for words in [&mistake.message, &mistake.hint] {
        assert!(
            !words.is_empty() && plain.contains(words),
            "{mistake:?}\n{said}"
        );
    }
    // And the page as it was.
    assert!(tab.is("document.body.textContent.includes('Maite') && scrollY === 900"));

    // Another mistake takes its place.
    tab.place
        .write("profile.toml", text.replacen("[contact]", "[contact", 1));
    tab.until(&format!("{SAID}?.textContent.includes('[contact')"));
    assert_eq!(
        seen(&tab, "errors").place.split(':').next(),
        Some("profile.toml")
    );
    assert!(tab.is(&is_open("errors")));

    // It can be folded, and is still told.
    tab.page.press("Escape", 27, false);
    tab.until(&format!("!({})", is_open("errors")));
    assert_eq!(
        tab.run::<String>(&format!(
            "{SAID}.querySelector('.badge.errors').textContent"
        )),
        "1 error"
    );

    let mended = text.replacen("I walk to where", "Zq I walk to where", 1);
    tab.place.write("profile.toml", mended);
    tab.until(&format!("!{SAID}"));
    tab.until_said("Zq I walk to where");
    assert_eq!(tab.run::<f64>("scrollY"), 900.0);
    tab.assert_kept_and_quiet();
}

/// The same mistake, in a line that is still typed.
#[test]
fn a_mistake_is_shown_as_its_line_is_now() {
    let tab = Tab::open(Place::new(), "");
    let text = tab.place.read("profile.toml");
    let write = |line: &str| {
        let broken = text.replacen("[creator]\n", &format!("[creator]\n{line}\n"), 1);
        tab.place.write("profile.toml", broken);
        tab.until(&format!("{SAID}?.textContent.includes({line:?})"));
        seen(&tab, "errors")
    };
    let first = write("tagine = \"xAAA\"");
    let second = write("tagine = \"xBBB\"");
    assert_eq!(first.message, second.message);
    assert!(second.snippet.contains("xBBB"), "{second:?}");
    assert!(!second.drawing.contains("xAAA"), "{second:?}");
    tab.until_in_terminal(second.drawing.trim_end());

    // Folded, it stays so as long as it is the same.
    tab.page.press("Escape", 27, false);
    tab.until(&format!("!({})", is_open("errors")));
    let third = write("tagine = \"xCCC\"");
    assert!(third.drawing.contains("xCCC"), "{third:?}");
    assert!(!tab.is(&is_open("errors")));
    write("tagin = \"xCCC\"");
    tab.until(&is_open("errors"));
    tab.place.write("profile.toml", &text);
    tab.until(&format!("!{SAID}"));
    tab.assert_kept_and_quiet();
}

#[test]
fn a_warning_is_folded_into_the_corner_until_it_is_asked_for() {
    let tab = Tab::open(Place::new(), "");
    let alt = "alt = \"Low water between boulders, with brown leaves on the stone.\"\n";
    let text = tab.place.read("profile.toml");
    assert!(text.contains(alt));
    tab.place.write("profile.toml", text.replacen(alt, "", 1));
    let badge = format!("{SAID}?.querySelector('.badge.warnings')");
    tab.until(&format!("{badge}?.checkVisibility()"));
    assert_eq!(
        tab.run::<String>(&format!("{badge}.textContent")),
        "1 warning"
    );
    assert!(!tab.is(&is_open("warnings")));

    tab.click(&badge);
    tab.until(&is_open("warnings"));
    let warning = seen(&tab, "warnings");
    let (file, place) = warning.place.split_once(':').expect("a place");
    assert_eq!(file, "collaborations/rain-jacket-2025.md");
    assert!(
        place.starts_with(|c: char| c.is_ascii_digit()),
        "{warning:?}"
    );
    assert!(warning.message.contains("photos/pool.jpg"), "{warning:?}");
    assert!(warning.hint.contains("alt ="), "{warning:?}");

    tab.click(&format!("{SAID}.querySelector('section.warnings .fold')"));
    tab.until(&format!("!({})", is_open("warnings")));
    assert!(tab.is(&format!("{badge}.checkVisibility()")));

    // Open, it stays so beside another edit, and goes with what it says.
    tab.click(&badge);
    tab.until(&is_open("warnings"));
    tab.edit("story.md", "My aunt is", "Zq my aunt is");
    tab.until_said("Zq my aunt is");
    assert!(tab.is(&is_open("warnings")));
    tab.place.write("profile.toml", text);
    tab.until(&format!("!{SAID}"));
    tab.assert_kept_and_quiet();
}

/// There is no page to keep: that it is not there is told, and then it comes.
#[test]
fn a_kit_that_is_broken_from_the_start_comes_when_it_is_mended() {
    let place = Place::new();
    let text = place.read("profile.toml");
    place.write("profile.toml", text.replacen("[contact]", "[contact", 1));
    let tab = Tab::open(place, "");
    tab.until(&is_open("errors"));
    assert!(tab.is(&format!(
        "{SAID}.textContent.includes('There is no page yet')"
    )));
    assert_eq!(
        seen(&tab, "errors").place.split(':').next(),
        Some("profile.toml")
    );
    // The one thing that a browser says of its own accord: that the page is not there.
    let noise = tab.noise();
    let is_of_page = |line: &String| line.contains("503") && line.contains(&tab.home());
    assert!(
        !noise.is_empty() && noise.iter().all(is_of_page),
        "{noise:?}"
    );

    tab.place.write("profile.toml", text);
    tab.page.wait_for("Page.loadEventFired");
    tab.until_said("Maite Orrun");
    tab.until("window.pitchkit");
    assert!(tab.is(&format!("!{SAID}")));
    assert_eq!(tab.noise(), [""; 0]);
}
