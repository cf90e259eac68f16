//! A page to one that shows nothing of it until it is given the passphrase of its lock.
//!
//! What comes out is one file of HTML with everything in it, for any host and any disk; what opens
//! it is the browser alone. `docs/editions.md` says how it is made, to the byte. Nothing is drawn by
//! chance: salt and nonce are cut from the kit's secret and from what is sealed, so that the same
//! page always gives the same bytes, and another page another key and another nonce.

use super::front::Front;
use super::keys::{Lock, drawn};
use super::passphrase::normalised;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use sha2::{Digest, Sha256};

/// How often a passphrase is hashed to a key.
const ROUNDS: u32 = 1_000_000;

/// A page's length is seen only in steps of so many bytes.
const STEP: usize = 4096;

/// How hard a page is packed, from 0 to 10. Most of it is pictures, which become no smaller than they
/// are without base64: more effort takes five times as long for a hundredth.
const EFFORT: u8 = 1;

/// What salt and nonce are cut for. It changes with all that the parameters say.
const PURPOSE: &[u8] = b"pitchkit sealed page 1";

/// Seals `page`, one whole page of HTML that asks for nothing, as [`super::pack`] makes it, with
/// `lock`, behind `front`. Takes as long as guessing once does, a good part of a second on a slow
/// machine: see [`seal_key`].
pub fn seal(page: &[u8], lock: &Lock, front: &Front<'_>) -> Vec<u8> {
    let padded = padded(page);
    let passphrase = normalised(&lock.passphrase);
    let (salt, nonce) = salt_and_nonce(&padded, &passphrase, &lock.secret);
    let parameters = parameters(&salt, &nonce);
    let mut key = Key::<Aes256Gcm>::default();
    pbkdf2::pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), &salt, ROUNDS, &mut key);
    let payload = Payload {
        msg: &padded,
        aad: parameters.as_bytes(),
    };
    // It fails for more than 64 GB alone. Then nothing is sealed, and nothing opens.
    let sealed = Aes256Gcm::new(&key).encrypt(Nonce::from_slice(&nonce), payload);
    let sealed = sealed.unwrap_or_default();
    let [before, between, after] = front.around();
    let mut out = before + &parameters + &between;
    out.reserve(sealed.len().div_ceil(3) * 4 + after.len());
    STANDARD.encode_string(sealed, &mut out);
    (out + &after).into_bytes()
}

/// What names the result of [`seal`] before it is made: equal where that would be equal. It tells
/// nothing of the page or the lock to who has not the kit's secret.
pub fn seal_key(page: &[u8], lock: &Lock, front: &Front<'_>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("pitchkit sealed page by its parts 1");
    hasher.update(&lock.secret);
    hasher.update(blake3::hash(page).as_bytes());
    // What is packed by another version may have other bytes.
    let version = env!("CARGO_PKG_VERSION");
    let passphrase = normalised(&lock.passphrase);
    for part in [version, &passphrase, &front.around().concat()] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().into()
}

/// What is sealed of a page: the length of the packed page in 8 bytes, the low ones first, the
/// packed page, and zeros up to a whole number of steps.
fn padded(page: &[u8]) -> Vec<u8> {
    // Of two ways in which the program can pack, this one does not depend on how it was built.
    let packed = compress_to_vec(page, EFFORT);
    let mut padded = (packed.len() as u64).to_le_bytes().to_vec();
    padded.extend_from_slice(&packed);
    padded.resize(padded.len().next_multiple_of(STEP), 0);
    padded
}

/// The salt of the key and the nonce of what is sealed with it.
fn salt_and_nonce(padded: &[u8], passphrase: &str, secret: &[u8; 32]) -> ([u8; 16], [u8; 12]) {
    let content = Sha256::digest(padded);
    let drawn = drawn(secret, &[PURPOSE, &content, passphrase.as_bytes()]);
    let (mut salt, mut nonce) = ([0; 16], [0; 12]);
    salt.copy_from_slice(&drawn[..16]);
    nonce.copy_from_slice(&drawn[16..28]);
    (salt, nonce)
}

/// What whoever opens the page has to know. Its bytes are sealed along, so that none can be changed.
fn parameters(salt: &[u8; 16], nonce: &[u8; 12]) -> String {
    format!(
        r#"{{"version":1,"key":"PBKDF2-HMAC-SHA-256","rounds":{ROUNDS},"salt":"{}","cipher":"AES-256-GCM","nonce":"{}","packing":"deflate-raw"}}"#,
        STANDARD.encode(salt),
        STANDARD.encode(nonce)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::{BrandKey, Keys};
    use crate::words::Words;
    use std::collections::BTreeSet;

    const SECRET: [u8; 32] = [7; 32];

    #[test]
    fn one_letter_makes_another_salt_and_another_nonce() {
        let of = |page: &str, passphrase: &str, secret| {
            salt_and_nonce(&padded(page.as_bytes()), passphrase, &secret)
        };
        let first = of("<p>900 EUR</p>", "a", SECRET);
        assert_eq!(of("<p>900 EUR</p>", "a", SECRET), first);
        for (salt, nonce) in [
            of("<p>901 EUR</p>", "a", SECRET),
            of("<p>900 EUR</p>", "b", SECRET),
            of("<p>900 EUR</p>", "a", [8; 32]),
        ] {
            assert_ne!(salt, first.0);
            assert_ne!(nonce, first.1);
        }
    }

    #[test]
    fn no_nonce_comes_twice() {
        let nonces = (0..10_000).map(|page| {
            let padded = padded(format!("<p>{page}</p>").as_bytes());
            salt_and_nonce(&padded, "a", &SECRET)
        });
        let (salts, nonces): (BTreeSet<_>, BTreeSet<_>) = nonces.unzip();
        assert_eq!((salts.len(), nonces.len()), (10_000, 10_000));
    }

    #[test]
    fn lengths_are_seen_in_steps() {
        fn check(length: usize, steps: usize) {
            // What cannot be packed, from a fixed beginning.
            let mut one = 1_u64;
            let noise = (0..length).map(|_| {
                one = one.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (one >> 56) as u8
            });
            let page: Vec<u8> = noise.collect();
            let padded = padded(&page);
            assert_eq!(padded.len(), steps * STEP, "{length}");
            let (head, rest) = padded.split_at(8);
            let packed = u64::from_le_bytes(head.try_into().expect("8 bytes")) as usize;
            let (packed, zeros) = rest.split_at(packed);
            assert!(zeros.len() < STEP && zeros.iter().all(|byte| *byte == 0));
            let opened = miniz_oxide::inflate::decompress_to_vec(packed);
            assert_eq!(opened.ok(), Some(page));
        }
        check(0, 1);
        check(4000, 1);
        check(4096, 2);
        check(100_000, 25);
    }

    #[test]
    fn equal_parts_give_equal_pages_and_keys() {
        let words = Words::load("en").expect("English");
        let front = |name| Front {
            name,
            language: "en",
            direction: "ltr",
            words: &words,
        };
        let keys = Keys::new(SECRET);
        let lock = keys.lock("northwind").expect("a lock");
        let page = b"<!doctype html><p>900 EUR</p>";
        let sealed = seal(page, &lock, &front("Maite"));
        assert_eq!(seal(page, &lock, &front("Maite")), sealed);
        let text = String::from_utf8(sealed).expect("text");
        assert!(!text.contains("900 EUR") && !text.contains("northwind"));
        assert!(!text.contains(&lock.passphrase) && !text.contains(&lock.path));
        assert!(text.contains("\"rounds\":1000000,"));

        let key = seal_key(page, &lock, &front("Maite"));
        assert_eq!(seal_key(page, &lock, &front("Maite")), key);
        let mut others = keys.clone();
        let passphrase = Some("marble otter violin canyon".to_string());
        let own = BrandKey {
            turn: 0,
            passphrase,
        };
        others.brands.insert("northwind".to_string(), own);
        let other = others.lock("northwind").expect("a lock");
        let another = Keys::new([8; 32]).lock("northwind").expect("a lock");
        let all: BTreeSet<_> = [
            key,
            seal_key(b"<p>", &lock, &front("Maite")),
            seal_key(page, &lock, &front("Robin")),
            seal_key(page, &other, &front("Maite")),
            seal_key(page, &another, &front("Maite")),
        ]
        .into();
        assert_eq!(all.len(), 5);
    }
}
