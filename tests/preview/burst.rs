//! A thousand edits at random, in bursts: after each the preview is what a fresh build is.

use super::events::State;
use super::page::Page;
use super::place::Place;
use super::save::SAVES;
use super::server::{Server, TODAY};
use pitchkit::disk::store::Store;
use pitchkit::render::{Asset, Site};
use pitchkit::source::{Audience, Leash, Options};
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

const EDITS: usize = 1_000;
/// Edits that follow each other faster than this are one burst; the server waits for 40 ms.
const GAP: Duration = Duration::from_millis(25);
/// How much more memory it may hold at the end than when it had warmed up, in bytes. A site of
/// which nothing but texts were kept at each build would come to more.
const GROWTH: u64 = 32 << 20;

/// Numbers that look like chance and are the same in every run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

/// Somebody who edits a kit.
struct Editor<'a> {
    kit: &'a Path,
    chance: Chance,
    /// The texts of the kit at first.
    story: String,
    metrics: String,
    profile: String,
    photos: Vec<Vec<u8>>,
    /// Whether the profile is as it must not be.
    is_broken: bool,
}

impl Editor<'_> {
    fn new(place: &Place) -> Editor<'_> {
        let photos = (0..3u8).map(|shade| {
            let photo = image::RgbImage::from_fn(300, 200, |x, y| {
                image::Rgb([x as u8, y as u8, 80 * shade])
            });
            let mut bytes = Cursor::new(Vec::new());
            let written = photo.write_to(&mut bytes, image::ImageFormat::Png);
            written.expect("a PNG");
            bytes.into_inner()
        });
        Editor {
            kit: &place.kit,
            chance: Chance(4711),
            story: place.read("story.md"),
            metrics: place.read("metrics.csv"),
            profile: place.read("profile.toml"),
            photos: photos.collect(),
            is_broken: false,
        }
    }

    /// Saves one file as some editor would.
    fn edit(&mut self, turn: usize) {
        let (path, bytes) = match self.chance.below(12) {
            0..5 => ("story.md", format!("{}\n\nZq{turn}.\n", self.story).into()),
            5..7 => {
                let newest = "2026-11-01,instagram,followers,";
                let value = format!("{newest}{}", 100_000 + turn);
                let metrics = self.metrics.replacen(&format!("{newest}248000"), &value, 1);
                ("metrics.csv", metrics.into())
            }
            7 => ("profile.toml", self.profile(turn)),
            8 => {
                self.is_broken = true;
                return self.save("profile.toml", b"[creator\n");
            }
            9 => {
                let case =
                    format!("+++\nbrand = \"Zq Salts\"\ndate = 2026-06-05\n+++\n\nZq{turn}.\n");
                ("collaborations/zq.md", case.into())
            }
            10 => {
                // Perhaps it is not there.
                let _ = fs::remove_file(self.kit.join("collaborations/zq.md"));
                return;
            }
            _ => {
                let photo = self.chance.below(self.photos.len());
                ("photos/coffee.jpg", self.photos[photo].clone())
            }
        };
        self.is_broken &= path != "profile.toml";
        self.save(path, &bytes);
    }

    /// Ends a mistake. Most bursts end with a kit that can be built.
    fn mend(&mut self, turn: usize) {
        self.is_broken = false;
        let profile = self.profile(turn);
        self.save("profile.toml", &profile);
    }

    fn profile(&self, turn: usize) -> Vec<u8> {
        let words = format!("Zq{turn} I walk to where");
        self.profile.replacen("I walk to where", &words, 1).into()
    }

    fn save(&mut self, path: &str, bytes: &[u8]) {
        let way = SAVES[self.chance.below(SAVES.len())];
        way.write(&self.kit.join(path), bytes);
    }
}

/// What a build of the folder as it is now comes to.
fn built(kit: &Path, store: &Store) -> Site {
    let sources = store.sources(kit).expect("a readable kit");
    let options = Options {
        today: TODAY.parse().expect("a day"),
        base_url: None,
        audience: Audience::Public,
        pdf: true,
        leash: Leash::default(),
    };
    let build = pitchkit::build(&sources, &options);
    assert!(!build.diagnostics.has_errors(), "{:?}", build.diagnostics);
    build.site.expect("a site")
}

/// Panics unless all that is served is of this site.
fn assert_serves(server: &Server, site: &Site) {
    for (path, asset) in &site.files {
        let Asset::Bytes(bytes) = asset else {
            continue;
        };
        let answer = server.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        if path.ends_with(".html") {
            let html = Page::of(&answer).html;
            assert!(html.as_bytes() == bytes, "{path}: another page");
        } else {
            assert!(answer.body == *bytes, "{path}: other bytes");
        }
    }
    let has_case = site.files.contains_key("work/zq.html");
    let status = if has_case { 200 } else { 404 };
    assert_eq!(server.get("/work/zq.html").status, status);
}

#[test]
fn a_thousand_edits_are_all_seen() {
    let place = Place::new();
    let store = Store::open(Some(place.at("builds")));
    let mut editor = Editor::new(&place);
    let server = Server::start(&place);
    let events = server.events();
    // The sites that were served, by what the preview calls them.
    let mut sites: BTreeMap<String, Site> = BTreeMap::new();
    let mut last = events.next();
    let (mut turn, mut round, mut warm) = (0, 0, 0);
    let (mut told, mut bursts, mut refused) = (0, 0, 0);
    while turn < EDITS {
        // The burst.
        let mut pieces = 1;
        let mut ended = Instant::now();
        for _ in 0..4 + editor.chance.below(17) {
            editor.edit(turn);
            turn += 1;
            thread::sleep(Duration::from_millis(editor.chance.below(12) as u64));
            pieces += usize::from(ended.elapsed() > GAP);
            ended = Instant::now();
        }
        if editor.is_broken && editor.chance.below(3) > 0 {
            editor.mend(turn);
            turn += 1;
        }

        // The page is of what was saved a moment ago, and nobody waits.
        let page = server.page();
        if editor.is_broken {
            refused += 1;
        } else {
            let site = built(&place.kit, &store);
            let first = Asset::Bytes(page.html.into_bytes());
            let is_first = site.files.get("index.html") == Some(&first);
            assert!(is_first, "an old page at edit {turn}");
            assert_serves(&server, &site);
            for (build, other) in &sites {
                let is_same = other.files == site.files;
                assert_eq!(*build == page.build, is_same, "{build} {}", page.build);
            }
            sites.insert(page.build.clone(), site);
        }
        let is_told = |state: &State| match editor.is_broken {
            true => !state.errors.is_empty(),
            false => state.errors.is_empty() && state.build.as_ref() == Some(&page.build),
        };
        let mut states = events.rest();
        if !is_told(states.last().unwrap_or(&last)) {
            states.extend(events.until(is_told));
            states.extend(events.rest());
        }
        assert!(
            states.len() <= 2 * pieces,
            "at most 2 builds for each of {pieces}, up to edit {turn}: {states:#?}"
        );
        (told, bursts) = (told + states.len(), bursts + pieces);
        last = states.pop().unwrap_or(last);
        assert!(is_told(&last), "{last:?}");
        round += 1;
        if round == 15 {
            warm = server.memory();
        }
    }
    let memory = server.memory();
    println!(
        "{turn} edits in {round} rounds, {bursts} bursts of which {refused} end with a mistake: \
         {told} messages, {} sites; {} MiB, at the end {} MiB",
        sites.len(),
        warm >> 20,
        memory >> 20
    );
    assert!(refused > 3 && sites.len() > 20);
    assert!(memory <= warm + GROWTH, "{warm} bytes have become {memory}");
    assert!(!server.said().contains("panicked"), "{}", server.said());
}
