//! What is edited is seen, in a page that is not loaded anew and stays where it was.

use super::place::Place;
use super::tab::{FRAME, Tab};
use std::fs;

/// How far below the upper edge of the window an element stands.
fn top_of(tab: &Tab, element: &str) -> f64 {
    tab.run(&format!("({element}).getBoundingClientRect().top"))
}

#[test]
fn an_edited_text_is_seen_where_the_reader_is() {
    let tab = Tab::open(Place::new(), "");
    tab.page.scroll_through();
    let reader = "document.querySelector('#milestones h2')";
    tab.act(&format!(
        "{reader}.scrollIntoView({{ behavior: 'instant' }})"
    ));
    let link = "document.querySelector('#milestones a')";
    tab.act(&format!("{link}.focus({{ preventScroll: true }})"));
    let before = top_of(&tab, reader);
    let scrolled: f64 = tab.run("scrollY");
    assert!(scrolled > 1000.0, "{scrolled}");

    // Above what is read, and more of it than there was.
    let aunt = "My aunt is eighty-one.";
    let more = "Zq my aunt is eighty-two.\n\n".repeat(9);
    tab.edit("story.md", aunt, &format!("{more}{aunt}"));
    tab.until_said("Zq my aunt is eighty-two.");
    assert!(tab.run::<f64>("scrollY") > scrolled + 100.0);
    // Below it.
    tab.edit("profile.toml", "The invoice was", "Zq the invoice was");
    tab.until_said("Zq the invoice was");
    // And the line at the top of the page.
    tab.edit("profile.toml", "I walk to where", "Zq I walk to where");
    tab.until_said("Zq I walk to where");

    let after = top_of(&tab, reader);
    assert!((after - before).abs() <= 1.0, "{before} became {after}");
    assert!(tab.is(&format!("document.activeElement === {link}")));
    tab.assert_kept_and_quiet();
}

#[test]
fn a_collaboration_is_followed_on_its_own_page() {
    let tab = Tab::open(Place::new(), "work/odd-salt-co.html");
    let path = "collaborations/odd-salt-co.md";
    tab.edit(path, "The caramel one", "Zq the caramel one");
    tab.until_said("Zq the caramel one");
    tab.assert_kept_and_quiet();
}

/// Its page is of another kind while it is gone, so it is loaded anew, by itself.
#[test]
fn a_collaboration_goes_and_comes_back() {
    let path = "work/odd-salt-co.html";
    let tab = Tab::open(Place::new(), path);
    let elsewhere = tab.place.at("odd-salt-co.md");
    let file = tab.place.kit.join("collaborations/odd-salt-co.md");
    let title: String = tab.run("document.title");
    fs::rename(&file, &elsewhere).expect("a collaboration that moves");
    tab.page.wait_for("Page.loadEventFired");
    tab.until(&format!("window.pitchkit && document.title !== {title:?}"));
    // That it is not there is all that the browser says.
    let noise = tab.noise();
    let is_of_page = |line: &String| line.contains("404") && line.contains(path);
    assert!(
        !noise.is_empty() && noise.iter().all(is_of_page),
        "{noise:?}"
    );
    fs::rename(&elsewhere, &file).expect("a collaboration that moves");
    tab.page.wait_for("Page.loadEventFired");
    tab.until(&format!("window.pitchkit && document.title === {title:?}"));
    assert_eq!(tab.noise(), [""; 0]);
}

#[test]
fn an_edited_style_is_seen() {
    let tab = Tab::open(Place::new(), "");
    tab.page.scroll_through();
    let colour = "rgba(getComputedStyle(document.querySelector('.lead dd')).color)";
    let sheet = "document.querySelector('link[rel=stylesheet]').href";
    let before: (Vec<f64>, String) = tab.run(&format!("[{colour}, {sheet}]"));
    // From now on it is looked at whenever the browser draws. Fonts of its own have an address;
    // those that stand in for them are of the system.
    let fonts: u32 = tab.run(
        "window.bare = [];
        const face = ({ family, style }) => family.replaceAll('\"', '') + style;
        const shown = () => [...document.fonts].filter(font => font.status === 'loaded').map(face);
        const own = [...document.styleSheets[0].cssRules]
            .filter(rule => rule.style?.getPropertyValue('src').startsWith('url('))
            .map(({ style }) => face({ family: style.fontFamily, style: style.fontStyle }))
            .filter(name => shown().includes(name));
        (function look() {
            if (!own.every(name => shown().includes(name))) bare.push('without its fonts');
            const { fontFamily } = getComputedStyle(document.querySelector('.lead dd'));
            if (!fontFamily.includes('Newsreader')) bare.push('without its style');
            requestAnimationFrame(look);
        })();
        own.length",
    );
    assert!(fonts > 2, "{fonts} fonts are seen");
    tab.edit(
        "profile.toml",
        "accent = \"#b01f31\"",
        "accent = \"#005f73\"",
    );
    tab.until(&format!("{sheet} !== {:?}", before.1));
    let after: Vec<f64> = tab.run(colour);
    assert_eq!(before.0, [176.0, 31.0, 49.0, 1.0]);
    assert_eq!(after, [0.0, 95.0, 115.0, 1.0]);
    assert_eq!(tab.run::<u32>("document.styleSheets.length"), 1);
    tab.run::<bool>("new Promise(requestAnimationFrame).then(() => true)");
    assert_eq!(tab.run::<Vec<String>>("bare"), [""; 0], "the page was seen");
    tab.assert_kept_and_quiet();
}

#[test]
fn the_icon_of_the_tab_is_as_the_kit_is() {
    let tab = Tab::open(Place::new(), "");
    let frame = tab.page.beside();
    frame.visit(&format!("{}{FRAME}", tab.home()));
    tab.wait("a state", || frame.run("Boolean(window.pitchkit)"));
    let icon = "document.querySelector('link[rel=icon]').href";
    let first: String = tab.run(icon);
    let of_frame: String = frame.run(icon);
    tab.edit("story.md", "My aunt is", "Zq my aunt is");
    tab.until_said("Zq my aunt is");
    assert_eq!(tab.run::<String>(icon), first, "it is no other icon");
    for (old, new, part) in [
        ("accent = \"#b01f31\"", "accent = \"#005f73\"", "005f73"),
        ("name = \"Maite Orrun\"", "name = \"Zoe Quist\"", ">ZQ<"),
    ] {
        let before: String = tab.run(icon);
        tab.edit("profile.toml", old, new);
        tab.until(&format!("{icon} !== {before:?}"));
        let shown: String = tab.run(&format!("fetch({icon}).then(icon => icon.text())"));
        assert!(shown.contains(part), "{shown}");
    }
    let is_other = format!("{icon} !== {of_frame:?}");
    tab.wait("another icon", || frame.run(&is_other));
    // And it is still there when the page is brought up to date.
    let last: String = tab.run(icon);
    tab.edit("story.md", "Zq my aunt is", "And my aunt is");
    tab.until_said("And my aunt is");
    assert_eq!(tab.run::<String>(icon), last);
    assert!(tab.is("document.querySelectorAll('link[rel=icon]').length === 1"));
    tab.assert_kept_and_quiet();
}

#[test]
fn another_photo_is_seen() {
    let tab = Tab::open(Place::new(), "");
    tab.page.scroll_through();
    let image = "document.querySelector('img[alt^=\"A small coffee\"]')";
    // The colour in the middle of the picture as it is drawn.
    let middle = format!(
        "(image => {{
            const canvas = new OffscreenCanvas(1, 1).getContext('2d');
            const {{ naturalWidth: width, naturalHeight: height }} = image;
            canvas.drawImage(image, width / 2, height / 2, 1, 1, 0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
        }})({image})"
    );
    let is_green = |colour: &[u8]| colour[1] > 150 && colour[0] < 60 && colour[2] < 60;
    let before: Vec<u8> = tab.run(&middle);
    assert!(!is_green(&before), "{before:?}");

    let photo = image::RgbImage::from_pixel(1600, 1200, image::Rgb([20, 190, 20]));
    let green = tab.place.at("green.jpg");
    photo.save(&green).expect("a JPEG");
    let source = format!("{image}.currentSrc");
    let old: String = tab.run(&source);
    fs::rename(green, tab.place.kit.join("photos/coffee.jpg")).expect("a photo that moves");
    tab.until(&format!("{source} !== {old:?} && {image}.complete"));
    tab.run::<bool>(&format!("{image}.decode().then(() => true)"));
    let after: Vec<u8> = tab.run(&middle);
    assert!(is_green(&after), "{after:?}");
    tab.assert_kept_and_quiet();
}

#[test]
fn an_edited_number_is_seen() {
    let tab = Tab::open(Place::new(), "");
    let number = "document.querySelector('.lead dd').textContent";
    let before: String = tab.run(number);
    assert!(before.contains("631,000"), "{before}");
    let row = "2026-11-01,instagram,followers,";
    tab.edit(
        "metrics.csv",
        &format!("{row}248000"),
        &format!("{row}251400"),
    );
    tab.until(&format!("{number} !== {before:?}"));
    let after: String = tab.run(number);
    assert!(after.contains("634,400"), "{after}");
    // In the text of the story, too.
    assert!(tab.is("document.querySelector('#story').textContent.includes('251,400')"));
    tab.assert_kept_and_quiet();
}

/// Who is told of a change finds it there, however quickly it asks.
#[test]
fn what_is_told_can_be_fetched_at_once() {
    let tab = Tab::open(Place::new(), "");
    tab.act(
        "window.told = []; document.addEventListener('pitchkit:state', async ({ detail }) => {
            const page = await (await fetch('/')).text();
            told.push({ build: detail.build, page });
        })",
    );
    let mut before = "My aunt is".to_string();
    for turn in 1..=10 {
        let words = format!("Zq{turn} My aunt is");
        tab.edit("story.md", &before, &words);
        tab.until_said(&words);
        let build: String = tab.run("pitchkit.state.build");
        let of_it = format!("told.filter(({{ build }}) => build === {build:?})");
        tab.until(&format!("{of_it}.length"));
        let is_there = format!("{of_it}.every(({{ page }}) => page.includes({words:?}))");
        assert!(tab.is(&is_there), "the event came before the page");
        before = words;
    }
    tab.assert_kept_and_quiet();
}
