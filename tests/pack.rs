//! What is packed is whole: in an archive every link leads to a file of it, and a single page asks
//! for nothing.

use jiff::civil::date;
use pitchkit::cli::build::finished;
use pitchkit::disk::store::Store;
use pitchkit::finish::{Files, Packing, pack};
use pitchkit::source::{Audience, Leash, Options};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

const KITS: [&str; 5] = [
    "example-kit",
    "tests/kits/studio",
    "tests/kits/pop",
    "tests/kits/arabic",
    "tests/kits/typical",
];

fn site(kit: &str) -> Files {
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join(kit);
    let store = Store::open(Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("store")));
    let options = Options {
        today: date(2026, 11, 24),
        // An address makes pages ask for more.
        base_url: Some("https://example.com/kit/".parse().expect("an address")),
        audience: Audience::Public,
        pdf: true,
        leash: Leash::default(),
    };
    let build = pitchkit::build(&store.sources(&kit).expect("a kit"), &options);
    let site = build.site.expect("a site");
    let files = finished(site, &kit, &store, &|_| {}).expect("files");
    files.expect("whole photos")
}

/// The values of these attributes in `page`, wherever they stand.
fn values<'p>(page: &'p str, attributes: &[&str]) -> Vec<&'p str> {
    let mut found = Vec::new();
    for attribute in attributes {
        for (at, start) in page.match_indices(&format!(" {attribute}=\"")) {
            let value = &page[at + start.len()..];
            found.push(value.split('"').next().unwrap_or_default());
        }
    }
    found
}

fn is_outside(link: &str) -> bool {
    ["https:", "http:", "mailto:", "tel:", "sms:"]
        .iter()
        .any(|scheme| link.starts_with(scheme))
}

/// The path that `link` in the file `from` leads to, and the anchor in it.
fn target<'l>(from: &str, link: &'l str) -> (String, Option<&'l str>) {
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (link, None),
    };
    if path.is_empty() {
        return (from.to_string(), anchor);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            parts.pop().expect("a link that stays inside");
        } else if part != "." {
            parts.push(part);
        }
    }
    (parts.join("/"), anchor)
}

#[test]
fn every_link_in_an_archive_leads_to_a_file_of_it() {
    for kit in KITS {
        let pack = pack(&site(kit), Packing::Zip, "kit", "me", None).expect("a pack");
        let mut archive = zip::ZipArchive::new(Cursor::new(pack.bytes)).expect("an archive");
        let mut files = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).expect("a file");
            let name = file.name().expect("a name").into_owned();
            let name = name.strip_prefix("kit/").expect("one folder").to_string();
            assert!(
                !name.contains("/.") && !name.starts_with(['.', '_']),
                "{name}"
            );
            assert!(!name.ends_with(".js"), "{name}");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("bytes");
            files.insert(name, bytes);
        }
        let mut used = vec!["index.html".to_string()];
        for (path, bytes) in &files {
            let text = String::from_utf8_lossy(bytes);
            let mut links: Vec<String> = Vec::new();
            if path.ends_with(".html") {
                links.extend(
                    values(&text, &["href", "src"])
                        .into_iter()
                        .map(str::to_string),
                );
                for set in values(&text, &["srcset"]) {
                    let files = set
                        .split(',')
                        .filter_map(|one| one.trim().split(' ').next());
                    links.extend(files.map(str::to_string));
                }
            } else if path.ends_with(".css") {
                let urls = text.split("url(\"").skip(1);
                links.extend(
                    urls.filter_map(|rest| rest.split('"').next())
                        .map(str::to_string),
                );
            }
            for link in links.iter().filter(|link| !is_outside(link)) {
                let (target, anchor) = target(path, link);
                let found = files.get(&target);
                let found = found.unwrap_or_else(|| panic!("{kit}: {path} leads to {link}"));
                let page = String::from_utf8_lossy(found);
                if let Some(anchor) = anchor.filter(|_| target.ends_with(".html")) {
                    assert!(
                        page.contains(&format!(" id=\"{anchor}\"")),
                        "{kit}: {path} {link}"
                    );
                }
                used.push(target);
            }
        }
        let unused = files
            .keys()
            .find(|path| path.starts_with("assets/") && !used.contains(path));
        assert_eq!(unused, None, "{kit}");
    }
}

#[test]
fn a_single_page_asks_for_nothing_and_every_jump_lands_once() {
    for kit in KITS {
        let site = site(kit);
        let pack = pack(&site, Packing::Single, "kit", "me", None).expect("a pack");
        let page = String::from_utf8(pack.bytes).expect("text");
        assert_eq!(values(&page, &["srcset"]), Vec::<&str>::new());
        assert!(
            !page.contains("@import") && !page.contains("url(\""),
            "{kit}"
        );
        let ids = values(&page, &["id"]);
        for id in &ids {
            assert_eq!(
                ids.iter().filter(|other| *other == id).count(),
                1,
                "{kit}: {id} twice"
            );
        }
        for link in values(&page, &["href", "src", "xlink:href"]) {
            let lands = |anchor: &str| anchor.is_empty() || ids.contains(&anchor);
            let anchored = link.strip_prefix('#').is_some_and(lands);
            let start: String = link.chars().take(80).collect();
            assert!(
                anchored || link.starts_with("data:") || is_outside(link),
                "{kit}: {start}"
            );
        }
        for name in values(&page, &["aria-labelledby", "aria-describedby"]) {
            for id in name.split(' ') {
                assert!(ids.contains(&id), "{kit}: nothing is called {id}");
            }
        }
        // What stood on a page of its own stands here.
        let cases = site.keys().filter(|path| path.starts_with("work/")).count();
        assert_eq!(
            page.matches("<div class=\"packed\"").count(),
            cases,
            "{kit}"
        );
        assert_eq!(page.matches("<main").count(), 1, "{kit}");
        // The style is the one that the policy names, letter by letter.
        let policy = pitchkit::render::policy(&page).expect("a policy").policy;
        assert!(
            !policy.contains("unsafe") && !policy.contains("self"),
            "{policy}"
        );
        let style = page
            .split("<style>")
            .nth(1)
            .and_then(|rest| rest.split("</style>").next());
        let digest = <sha2::Sha256 as sha2::Digest>::digest(style.expect("a style"));
        let hash = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, digest);
        assert!(
            policy.contains(&format!("style-src 'sha256-{hash}'")),
            "{policy}"
        );
        assert!(!page.contains(" style=\""), "{kit}");
    }
}
