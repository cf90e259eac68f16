//! Sealed pages, opened by a program that shares nothing with ours but `docs/editions.md`:
//! `tests/seal/open.py`.
//!
//! `tests/run` installs what it needs on Debian.

mod opened;

use opened::opened;
use pitchkit::finish::{Front, Keys, Lock, seal};
use pitchkit::words::Words;

const PAGE: &str = "<!doctype html><title>x</title><p>900 EUR, ü, 日本語</p>";

fn sealed(page: &[u8], lock: &Lock) -> String {
    let words = Words::load("en").expect("English");
    let front = Front {
        name: "Maite Orrun",
        language: "en",
        direction: "ltr",
        words: &words,
    };
    String::from_utf8(seal(page, lock, &front)).expect("text")
}

fn lock(passphrase: Option<&str>) -> Lock {
    let mut keys = Keys::new(std::array::from_fn(|at| at as u8));
    keys.rotate("northwind");
    let brand = keys.brands.get_mut("northwind").expect("the brand");
    brand.passphrase = passphrase.map(str::to_string);
    keys.lock("northwind").expect("a lock")
}

#[test]
fn another_program_opens_what_is_sealed() {
    fn check(page: &[u8], own: Option<&str>, typed: &[&str]) {
        let lock = lock(own);
        let sealed = sealed(page, &lock);
        for typed in typed.iter().copied().chain([&*lock.passphrase]) {
            let opened = opened(&sealed, typed);
            assert!(opened.as_deref() == Ok(page), "{typed}: {opened:?}");
        }
    }
    let made = lock(None).passphrase;
    let (upper, bare) = (made.to_uppercase(), made.replace('-', ""));
    let dashes = made.replace('-', "\u{2014}\u{a0}");
    check(PAGE.as_bytes(), None, &[&upper, &bare, &dashes]);
    let own = "Ｍarble–OTTER ﬁddle Σίσυφος Straße";
    check(&[], Some(own), &["marble otter fiddle ΣΊΣΥΦΟΣ straße"]);
    // Larger than what is read in one piece.
    let long: Vec<u8> = (0..3_000_000_u32)
        .map(|n| (n.wrapping_mul(n) >> 8) as u8)
        .collect();
    check(&long, None, &[]);
}

#[test]
fn whatever_is_wrong_it_says_the_same() {
    let lock = lock(None);
    let whole = sealed(PAGE.as_bytes(), &lock);
    let check = |page: &str, passphrase: &str| {
        assert_eq!(opened(page, passphrase), Err("could not open".to_string()));
    };
    check(&whole, "");
    check(&whole, &lock.passphrase[1..]);
    check(&whole, "h7kq-m2xd-9rtv-c4wp");
    // One letter changed in every field, each still of its own form.
    for field in ["salt\":\"", "nonce\":\"", "sealed-data\">"] {
        let at = whole.find(field).expect(field) + field.len();
        let other = if &whole[at..=at] == "A" { "B" } else { "A" };
        check(
            &[&whole[..at], other, &whole[at + 1..]].concat(),
            &lock.passphrase,
        );
    }
    for (from, to) in [
        ("\"rounds\":1000000", "\"rounds\":1000001"),
        ("\"rounds\":1000000", "\"rounds\":999999"),
        ("\"rounds\":1000000", "\"rounds\":1"),
        ("\"rounds\":1000000", "\"rounds\":10000001"),
        ("\"version\":1", "\"version\": 1"),
        ("\"version\":1", "\"version\":2"),
        ("AES-256-GCM", "AES-128-GCM"),
        ("PBKDF2-HMAC-SHA-256", "PBKDF2-HMAC-SHA-512"),
        ("deflate-raw", "deflate"),
    ] {
        let page = whole.replace(from, to);
        assert_ne!(page, whole, "{from}");
        check(&page, &lock.passphrase);
    }
    let data = whole.find("sealed-data\">").expect("the data") + "sealed-data\">".len();
    let end = data + whole[data..].find('<').expect("its end");
    // The last bytes are what tells whether the others are right.
    for kept in [end - 4, end - 1, data + 400, data] {
        check(&[&whole[..kept], &whole[end..]].concat(), &lock.passphrase);
        check(&whole[..kept], &lock.passphrase);
    }
}
