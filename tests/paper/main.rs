//! The PDF and the card of the example kit and of kits that are hard to set, in every theme, as
//! programs of others read them: poppler, and qpdf by pikepdf.
//!
//! `PAPER=folder` keeps what was set there, to be looked at.

#![cfg(feature = "paper")]

mod reader;
mod sheet;

use pitchkit::derive::View;
use reader::Pdf;
use sheet::{Set, set};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const THEMES: [(&str, usize); 3] = [("editorial", 4), ("studio", 4), ("pop", 5)];

/// Kits of `tests/kits` that are set in every theme.
const HARD: [&str; 9] = [
    "accounts-of-one-platform",
    "embargo-nda-anonymous",
    "four-accounts",
    "french",
    "german",
    "one-account-nothing-else",
    "portuguese",
    "signs-alone",
    "typical",
];

/// Words that no line holds.
const LONG: &str = "tests/browser/kits/awkward-words";

fn kits() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let hard = HARD.iter().map(|name| root.join("tests/kits").join(name));
    [root.join("example-kit"), root.join(LONG)]
        .into_iter()
        .chain(hard)
        .collect()
}

#[test]
fn the_example_kit_has_as_many_pages_as_it_was_drawn_with() {
    let kit = &kits()[0];
    for (theme, most) in THEMES {
        for sheet in ["a4", "letter"] {
            let Set { whole, page, .. } = set(kit, theme, sheet);
            let pages = Pdf::read(&whole).pages();
            assert!(pages <= most, "{theme} {sheet}: {pages} pages");
            assert_eq!(Pdf::read(&page).pages(), 1, "{theme} {sheet}, one page");
            let size = if sheet == "a4" {
                "595.28 x 841.89"
            } else {
                "612 x 792"
            };
            for pdf in [&whole, &page] {
                assert!(
                    Pdf::read(pdf).info("Page size").starts_with(size),
                    "{theme} {sheet}"
                );
                assert!(
                    pdf.len() <= 2_000_000,
                    "{theme} {sheet}: {} bytes",
                    pdf.len()
                );
            }
        }
    }
}

#[test]
fn every_kit_is_set_in_every_theme_and_says_its_numbers() {
    for kit in kits() {
        for (theme, _) in THEMES {
            let Set {
                view,
                whole,
                page,
                card,
                ..
            } = set(&kit, theme, "a4");
            let name = format!("{} in {theme}", kit.display());
            let one = Pdf::read(&page);
            assert_eq!(one.pages(), 1, "{name}");
            let pdf = Pdf::read(&whole);
            assert_eq!(pdf.info("Tagged"), "yes", "{name}");
            assert_eq!(pdf.info("Creator"), "pitchkit", "{name}");
            assert!(!pdf.info("Title").is_empty(), "{name}");
            // A ribbon may run over both edges, with words that stand elsewhere too.
            let (whole, cut): (Vec<_>, Vec<_>) = pdf.words().into_iter().partition(|w| w.is_whole);
            let whole: String = whole.iter().map(|word| unparted(&word.text)).collect();
            for word in cut {
                let again = whole.contains(&unparted(&word.text));
                assert!(again, "{name}: `{}` is cut off", word.text);
            }
            pdf.opens_without_a_warning(&name);
            one.opens_without_a_warning(&name);
            for (font, is_embedded) in pdf.fonts() {
                assert!(is_embedded, "{name}: {font}");
            }
            says_its_numbers(&view, &pdf.text(), &name);

            let picture = image::load_from_memory(&card).expect("a card");
            assert_eq!((picture.width(), picture.height()), (1200, 630), "{name}");
            assert!(
                card.len() < 300_000,
                "{name}: a card of {} bytes",
                card.len()
            );
        }
    }
}

/// Every number of the first screen and of each account stands in `text` as the page prints it.
fn says_its_numbers(view: &View, text: &str, name: &str) {
    let text = unspaced(text);
    let lead = view.lead.iter();
    let accounts = view.platforms.accounts.iter();
    let of_accounts = accounts.flat_map(|account| account.followers.iter().chain(&account.rate));
    for figure in lead.chain(of_accounts) {
        let is_there = [&figure.text, &figure.short]
            .iter()
            .any(|form| text.contains(&unspaced(form)));
        assert!(
            is_there,
            "{name}: `{}` ({}) is not printed",
            figure.text, figure.id
        );
    }
}

/// Without hyphens, which a word has where a line ends.
fn unparted(text: &str) -> String {
    text.replace(['-', '\u{ad}'], "")
}

/// Without spaces of any kind: a line may end wherever one stands. Nor marks of direction, for which
/// paper has no use.
fn unspaced(text: &str) -> String {
    let marks = '\u{200e}'..='\u{200f}';
    text.chars()
        .filter(|c| !c.is_whitespace() && !marks.contains(c))
        .collect()
}

#[test]
fn equal_kits_give_equal_bytes() {
    let kit = &kits()[0];
    let first = set(kit, "editorial", "a4");
    let again = sheet::set_anew(kit, "editorial", "a4");
    assert!(first.whole == again.whole, "the PDF differs");
    assert!(first.page == again.page, "the one page differs");
    assert!(first.card == again.card, "the card differs");
}

#[test]
fn a_document_is_set_in_the_fonts_of_its_theme() {
    let kit = &kits()[0];
    for (theme, families) in [
        ("editorial", ["Newsreader", "InstrumentSans"].as_slice()),
        ("studio", &["Archivo", "GeistMono"]),
        ("pop", &["BagelFatOne", "Figtree"]),
    ] {
        let set = set(kit, theme, "a4");
        let pdf = Pdf::read(&set.whole);
        let fonts: BTreeSet<String> = pdf.fonts().into_iter().map(|(font, _)| font).collect();
        assert!(fonts.len() >= 2, "{theme}: {fonts:?}");
        for font in fonts {
            // Six letters and `+` stand before the name of a subset.
            let bare = font.split_once('+').map_or("", |(_, name)| name);
            let is_known = families.iter().any(|family| bare.starts_with(family));
            assert!(is_known, "{theme}: {font}");
        }
    }
}

#[test]
fn what_can_be_followed_can_be_followed() {
    let kit = &kits()[0];
    for (theme, _) in THEMES {
        let Set {
            view, whole, page, ..
        } = set(kit, theme, "a4");
        for pdf in [&whole, &page] {
            let links = Pdf::read(pdf).links();
            let url = view.site.url.clone().expect("an address");
            let manager = view.contact.manager.as_ref().expect("a manager");
            for wanted in [&view.contact.ways[0].href, &manager.ways[0].href, &url] {
                let bare = wanted.trim_end_matches('/');
                let is_there = links.iter().any(|link| link.trim_end_matches('/') == bare);
                assert!(is_there, "{theme}: no link to {wanted} among {links:?}");
            }
        }
    }
}

/// The themes' fonts have neither Arabic nor Japanese; a font in the kit's `theme/fonts` is enough.
#[test]
fn a_kit_brings_the_letters_that_a_theme_lacks() {
    let kits = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kits");
    for (kit, language) in [("arabic", "ar"), ("japanese", "ja")] {
        let (font, own) = sheet::font_for(language);
        for (theme, _) in THEMES {
            let Set {
                view, whole, page, ..
            } = sheet::set_with_font(&kits.join(kit), theme, &font);
            let name = format!("{kit} in {theme}");
            assert_eq!(Pdf::read(&page).pages(), 1, "{name}");
            let pdf = Pdf::read(&whole);
            pdf.opens_without_a_warning(&name);
            says_its_numbers(&view, &pdf.text(), &name);
            let fonts = pdf.fonts();
            let is_set = fonts.iter().any(|(font, _)| font.contains(&own));
            assert!(is_set, "{name}: {own} is not among {fonts:?}");
        }
    }
}
