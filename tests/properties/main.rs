//! What holds for every kit, whatever stands in it.
//!
//! Kits are built in memory, out of the example kit's texts and of whatever proptest makes of
//! them. `held` is what every other file here asks of a build besides its own question. The number
//! of cases is proptest's own, 256, or `PROPTEST_CASES`.

mod arbitrary;
mod import;
mod imported;
mod markup;
mod numbers;
mod private;

use jiff::civil::date;
use pitchkit::Build;
use pitchkit::cli::{explain, report};
use pitchkit::derive::View;
use pitchkit::render::{Asset, Site};
use pitchkit::source::{Audience, Leash, Options, Photo, Sources};
use proptest::test_runner::Config as ProptestConfig;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The texts of a kit: path to text.
type Texts = BTreeMap<String, String>;

/// The texts of the example kit.
static EXAMPLE: LazyLock<Texts> = LazyLock::new(|| {
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-kit");
    let mut paths: Vec<String> = ["profile.toml", "story.md", "metrics.csv"]
        .map(String::from)
        .to_vec();
    for entry in fs::read_dir(kit.join("collaborations")).expect("a readable folder") {
        let name = entry.expect("a readable entry").file_name();
        paths.push(format!("collaborations/{}", name.to_string_lossy()));
    }
    let text = |path: &String| fs::read_to_string(kit.join(path)).expect("a text");
    paths
        .iter()
        .map(|path| (path.clone(), text(path)))
        .collect()
});

/// The photos that the example kit names; a build looks at none of their pixels.
const PHOTOS: &[&str] = &[
    "coffee", "dogs", "fig", "meadow", "pool", "ridge", "snow", "stream", "summit", "trail",
];

/// One try for every `of` that proptest would make by itself.
fn tries(of: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.div_ceil(of),
        failure_persistence: None,
        ..usual
    }
}

fn sources(texts: &Texts, photos: &[String]) -> Sources {
    let mut sources = Sources::new();
    for (path, text) in texts {
        sources.add_text(path, text);
    }
    for path in photos {
        sources.add_photo(Photo {
            path: path.clone(),
            content: *blake3::hash(path.as_bytes()).as_bytes(),
            width: 1600,
            height: 1200,
            transparent: false,
        });
    }
    sources
}

fn example_photos() -> Vec<String> {
    PHOTOS
        .iter()
        .map(|name| format!("photos/{name}.jpg"))
        .collect()
}

/// A build with all that there is to say.
fn build(sources: &Sources) -> Build {
    let options = Options {
        today: date(2026, 11, 24),
        base_url: None,
        audience: Audience::Public,
        pdf: true,
        leash: Leash::default(),
    };
    pitchkit::review(sources, &options)
}

/// Builds the kit of `texts` with the example's photos and asks all that must hold of any build.
/// What comes out, when nothing was wrong with the kit.
fn held(texts: &Texts) -> Option<(View, Site)> {
    let sources = sources(texts, &example_photos());
    let built = build(&sources);
    let again = build(&sources);

    let refused = built.diagnostics.has_errors();
    let said = built.diagnostics.sorted();
    assert_eq!(said, again.diagnostics.sorted(), "said another time");
    for diagnostic in &said {
        let known = explain::all().any(|one| one.code == diagnostic.rule);
        assert!(known, "`{}` is not explained", diagnostic.rule);
        assert!(!diagnostic.message.is_empty());
        if let Some(span) = diagnostic.span {
            let text = &sources.text(span.file).text;
            let place = text.get(span.range());
            assert!(place.is_some(), "{diagnostic:?} is outside of its file");
        }
    }
    // Reports are drawn of any text whatever.
    for text in [
        report::human(&sources, &said, 20),
        report::short(&sources, &said),
        report::json_text(&report::json(&sources, &said)),
    ] {
        let plain = anstream::adapter::strip_str(&text).to_string();
        let steering = plain
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        assert_eq!(steering, None, "{plain:?} steers a terminal");
    }

    if refused {
        return None;
    }
    let (Some(view), Some(site), Some(twin)) = (built.view, built.site, again.site) else {
        panic!("no error, and yet no site");
    };
    assert!(site.files == twin.files, "equal kits, other sites");
    markup::check_site(&site);
    Some((view, site))
}

/// The bytes of every file that is there before pictures are made.
fn texts_of(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    site.files.iter().filter_map(|(path, asset)| match asset {
        Asset::Bytes(bytes) => Some((path.as_str(), std::str::from_utf8(bytes).ok()?)),
        Asset::Job(_) => None,
    })
}

#[test]
fn the_example_kit_holds() {
    let (_, site) = held(&EXAMPLE).expect("a kit without an error");
    assert!(texts_of(&site).count() > 10);
}
