//! Editions for single brands, as the program makes them: what everybody gets holds nothing of them,
//! they stay the same where nothing changed, and each opens for its own brand alone.
//!
//! In `kit` all that is not for everybody holds `zqx` or `7351`, and stands between lines `# private`
//! and `# end`, in a file named `zqx-…`, or both. Its theme prints all that it is given.

#![cfg(unix)]

#[path = "../seal/opened.rs"]
mod opened;
mod place;

use opened::opened;
use place::{Place, files, text};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

/// In a theme's folder: a page and a document that show all that they are given.
const PAPER: &str =
    "#import \"/paper.typ\": *\n#show: document.with(text: (font: face(\"text\")))\n#repr(view)\n";

/// All that is private in the kit, as it may be written.
fn needles(place: &Place) -> Vec<Vec<u8>> {
    let mut words: Vec<String> = Vec::new();
    for (path, bytes) in files(&place.kit) {
        words.push(path);
        words.push(String::from_utf8_lossy(&bytes).into_owned());
    }
    let whole = words.join(" ").to_lowercase();
    let parted = whole.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let mut words: Vec<String> = parted
        .filter(|word| word.starts_with("zqx") && word.len() > 5)
        .map(str::to_string)
        .collect();
    words.sort();
    words.dedup();
    assert!(words.len() > 50, "only {words:?}");
    for number in [
        "600735190",
        "600 735 19",
        "73519",
        "73518",
        "73517",
        "735112",
        "735144",
    ] {
        words.push(number.to_string());
        words.push(format!(
            "{},{}",
            &number[..number.len() - 3],
            &number[number.len() - 3..]
        ));
    }
    words.into_iter().flat_map(|word| writings(&word)).collect()
}

fn writings(word: &str) -> Vec<Vec<u8>> {
    use base64::Engine;
    let units = || word.encode_utf16();
    let mut all = vec![
        word.as_bytes().to_vec(),
        units().flat_map(u16::to_le_bytes).collect(),
        units().flat_map(u16::to_be_bytes).collect(),
    ];
    for before in 0..3 {
        let bytes = [&vec![0; before][..], word.as_bytes()].concat();
        let text = base64::engine::general_purpose::STANDARD.encode(&bytes);
        let sure = (before * 8).div_ceil(6)..bytes.len() * 8 / 6;
        if sure.len() > 9 {
            all.push(text.as_bytes()[sure].to_vec());
        }
    }
    all
}

/// Where any of the needles is, in names and bytes.
fn found(needles: &[Vec<u8>], files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let holds = |bytes: &[u8]| {
        let lower = bytes.to_ascii_lowercase();
        let mut hits = needles.iter();
        hits.find(|needle| {
            let both = [bytes, &lower];
            both.iter()
                .any(|bytes| memchr::memmem::find(bytes, needle).is_some())
        })
    };
    let mut places = Vec::new();
    for (path, bytes) in files {
        if let Some(needle) = holds(path.as_bytes()).or_else(|| holds(bytes)) {
            places.push(format!("{path}: {}", String::from_utf8_lossy(needle)));
        }
    }
    places
}

#[test]
fn what_everybody_gets_holds_nothing_private() {
    for theme in pitchkit::theme::names() {
        let place = Place::new();
        place.in_theme(theme);
        place.keys();
        let needles = needles(&place);
        let built = place.run(&["build", "kit", "--format", "json"]);
        assert_eq!(built.status.code(), Some(0), "{theme}: {}", text(&built));
        let mut public = place.site();
        public.retain(|path, _| !path.starts_with("for/"));
        let pdf = Command::new("pdftotext")
            .arg(place.kit.join("site/kit.pdf"))
            .arg("-")
            .output()
            .expect("pdftotext, which tests/run installs on Debian");
        assert!(pdf.stdout.len() > 500, "{theme}: the document is empty");
        public.insert("what kit.pdf says".to_string(), pdf.stdout);
        let index = String::from_utf8_lossy(&public["index.html"]).into_owned();
        assert!(
            index.contains("&quot;version&quot;: 1"),
            "{theme}: not all was printed"
        );
        public.insert(
            "what was said".to_string(),
            [built.stdout, built.stderr].concat(),
        );
        assert_eq!(found(&needles, &public), [""; 0], "{theme}");

        // Nor does the cache hold it: documents of editions are not kept.
        let cache = files(&place.cache);
        assert_eq!(found(&needles, &cache), [""; 0], "{theme}, in the cache");
        let documents = cache.values();
        let documents = documents.filter(|bytes| memchr::memmem::find(bytes, b"%PDF-").is_some());
        assert_eq!(documents.count(), 1, "{theme}");
    }
}

#[test]
fn paper_that_prints_all_prints_nothing_private() {
    let place = Place::new();
    fs::write(place.kit.join("theme/kit.typ"), PAPER).expect("a template");
    place.keys();
    let built = place.run(&["build", "kit"]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built));
    let pdf = Command::new("pdftotext")
        .arg(place.kit.join("site/kit.pdf"))
        .arg("-")
        .output()
        .expect("pdftotext");
    let said = String::from_utf8_lossy(&pdf.stdout).replace(['\n', ' '], "");
    assert!(said.contains("Maite"), "{said}");
    assert!(!said.to_lowercase().contains("zqx"), "{said}");
}

#[test]
fn the_public_site_is_the_same_without_anything_private() {
    let place = Place::new();
    assert_eq!(place.run(&["build", "kit"]).status.code(), Some(0));
    let with = place.site();
    place.keys();
    assert_eq!(place.run(&["build", "kit"]).status.code(), Some(0));
    let mut sealed = place.site();
    let pages = sealed
        .keys()
        .filter(|path| path.starts_with("for/"))
        .count();
    assert_eq!(pages, 2);
    // The list of what is ours has their hashes.
    sealed.retain(|path, _| !path.starts_with("for/"));
    sealed.insert(".pitchkit".to_string(), with[".pitchkit"].clone());
    assert!(sealed == with, "other files with keys");

    place.make_public();
    assert_eq!(place.run(&["build", "kit"]).status.code(), Some(0));
    let without = place.site();
    for (path, bytes) in &without {
        assert!(with.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(with.len(), without.len());
}

#[test]
fn without_keys_editions_are_left_out_with_one_warning() {
    let place = Place::new();
    let built = place.run(&["build", "kit"]);
    assert_eq!(built.status.code(), Some(0));
    let said = text(&built);
    let warning = "warning: 2 editions for brands left out, since brand-keys.toml is not here";
    assert_eq!(said.matches(warning).count(), 1, "{said}");
    assert!(!place.kit.join("site/for").exists());
}

#[test]
fn each_edition_opens_for_its_brand_and_says_what_is_for_it() {
    let place = Place::new();
    place.keys();
    assert_eq!(place.run(&["build", "kit"]).status.code(), Some(0));
    let list = place.list();
    assert_eq!(list.len(), 2);
    for (name, other, link, passphrase) in [
        ("zqx-alpha", "zqx-beta", &list[0].1, &list[0].2),
        ("zqx-beta", "zqx-alpha", &list[1].1, &list[1].2),
    ] {
        let path = link
            .strip_prefix("https://maiteorrun.example/")
            .expect("a link");
        let page = fs::read(place.kit.join("site").join(path)).expect("a page");
        let page = String::from_utf8(page).expect("text");
        let (brand, other) = (&name[4..], &other[4..]);
        let open = opened(&page, passphrase).expect("it opens");
        let open = String::from_utf8(open).expect("text");
        for part in [
            format!("Zqx{brand} Foods"),
            format!("Zqxoffer for {brand}"),
            format!("Zqxnot for {brand}"),
            "Zqxservice for brands".to_string(),
            "Zqxtitle of brand".to_string(),
            "Zqxemphasis of brand".to_string(),
            "Zqxvalue of a fact".to_string(),
            "Zqxstep of the process".to_string(),
            "Zqxquote of a partner".to_string(),
            "600 735 190".to_string(),
            "€73,519".to_string(),
            "€73,517".to_string(),
            "735,112".to_string(),
            "data:application/pdf".to_string(),
        ] {
            assert!(open.contains(&part), "{name} has no {part}");
        }
        for part in [
            format!("for {other}"),
            "for nobody".to_string(),
            "Zqxvalue of another".to_string(),
            "zqx-never".to_string(),
            "zqx-booking".to_string(),
            "Zqxtitle of never".to_string(),
            "Zqxtitle of nda".to_string(),
            "Zqxtitle of embargo".to_string(),
            "Zqxmilestone".to_string(),
            "Zqxextra".to_string(),
            "735 191".to_string(),
            "Night trains".to_string(),
        ] {
            assert!(!open.contains(&part), "{name} has {part}");
        }
        assert!(opened(&page, "h7kq-m2xd-9rtv-c4wp").is_err());
    }
}

#[test]
fn an_edition_stays_the_same_until_it_says_something_else() {
    let place = Place::new();
    place.keys();
    let mode = fs::metadata(place.kit.join("brand-keys.toml"))
        .expect("keys")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let build = |place: &Place| {
        assert_eq!(place.run(&["build", "kit"]).status.code(), Some(0));
        let mut sealed = place.site();
        sealed.retain(|path, _| path.starts_with("for/"));
        sealed
    };
    let before = build(&place);
    // On another machine, with an empty cache.
    let other = Place::new();
    fs::copy(
        place.kit.join("brand-keys.toml"),
        other.kit.join("brand-keys.toml"),
    )
    .expect("keys");
    assert!(before == build(&other), "another machine makes other pages");

    let brand = other.kit.join("brands/zqx-alpha.toml");
    let said = fs::read_to_string(&brand).expect("a brand");
    fs::write(
        &brand,
        said.replace("greeting for alpha", "greeting to alpha"),
    )
    .expect("a brand");
    let after = build(&other);
    assert!(
        before.keys().eq(after.keys()),
        "a link changed with the words"
    );
    let changed = before
        .iter()
        .filter(|(path, bytes)| after[*path] != **bytes);
    assert_eq!(changed.count(), 1);

    let old = other.list();
    assert_eq!(
        other
            .run(&["brand", "rotate", "zqx-alpha", "kit"])
            .status
            .code(),
        Some(0)
    );
    let new = other.list();
    assert_ne!((&old[0].1, &old[0].2), (&new[0].1, &new[0].2));
    assert_eq!(old[1], new[1]);
    let rotated = build(&other);
    assert_eq!(rotated.len(), 2, "the old page is not removed");
    assert_eq!(
        other
            .run(&["brand", "remove", "zqx-alpha", "kit"])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(build(&other).len(), 1);
}

#[test]
fn a_leak_stops_the_build_and_is_not_repeated() {
    let place = Place::new();
    place.keys();
    assert_eq!(place.run(&["build", "kit"]).status.code(), Some(0));
    let before = place.site();
    let foot = "<p>Zqxgreeting for alpha</p>";
    fs::write(place.kit.join("theme/method.html"), foot).expect("a block");
    for format in ["human", "json", "short"] {
        let built = place.run(&["build", "kit", "--format", format]);
        let said = text(&built);
        assert_eq!(built.status.code(), Some(1), "{said}");
        assert!(said.contains("private-leak"), "{said}");
        assert!(said.contains("line 2 of `brands/zqx-alpha.toml`"), "{said}");
        assert!(!said.contains("Zqxgreeting"), "{said}");
    }
    assert!(before == place.site(), "something was written");
}
