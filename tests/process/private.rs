//! What a photo's file holds besides its pixels stays where it is: nothing of it is in a site, in
//! the cache, in a name, or in what is said.

use super::canaries::{self, LATITUDE, WORD};
use super::place::{Place, text};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pitchkit::kit::{Choice, Format};
use rgb::RGB8;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::process::Output;

const PHOTOS: [&str; 3] = ["coffee.jpg", "dots.png", "path.webp"];

/// A kit whose photos hold secrets, with pictures of one format.
fn place(format: &str) -> Place {
    let place = Place::new();
    let photos = [canaries::jpeg(), canaries::png(), canaries::webp()];
    let mut story = "I walk.\n".to_string();
    let mut profile = fs::read_to_string(place.kit.join("profile.toml")).expect("a profile");
    profile.push_str("\n[[photos]]\nfile = \"photos/path.webp\"\nalt = \"A path.\"\n");
    profile.push_str(&format!("\n[site]\nformats = [\"{format}\"]\n"));
    for (name, bytes) in PHOTOS.iter().zip(photos) {
        fs::write(place.kit.join("photos").join(name), bytes).expect("a photo");
        story.push_str(&format!("\n![Seen](photos/{name})\n"));
    }
    fs::write(place.kit.join("story.md"), story).expect("a story");
    fs::write(place.kit.join("profile.toml"), profile).expect("a profile");
    place
}

/// The ways in which a secret could have been written.
fn needles() -> Vec<Vec<u8>> {
    let word = WORD.as_bytes();
    let utf16 = || WORD.encode_utf16();
    let hex: String = word.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut needles = vec![
        word.to_vec(),
        word.to_ascii_lowercase(),
        utf16().flat_map(u16::to_be_bytes).collect(),
        utf16().flat_map(u16::to_le_bytes).collect(),
        hex.to_ascii_uppercase().into_bytes(),
        hex.into_bytes(),
        LATITUDE.to_vec(),
    ];
    // In base64 it looks different after one and two bytes; the digits that hold a part of a
    // neighbour do not count.
    for before in 0..3 {
        let text = STANDARD.encode([&vec![0; before][..], word].concat());
        let digits = (before * 8).div_ceil(6)..(before + word.len()) * 8 / 6;
        needles.push(text.as_bytes()[digits].to_vec());
    }
    needles
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// Panics if one of the ways to write a secret is in `bytes`.
fn assert_silent(what: &str, bytes: &[u8]) {
    for needle in needles() {
        let shown = String::from_utf8_lossy(&needle).into_owned();
        assert!(!holds(bytes, &needle), "{shown:?} is in {what}");
    }
}

/// Panics if a secret is in what was said, or anywhere but in the kit, by content or by name.
fn assert_nothing_got_out(place: &Place, output: &Output) {
    assert_silent("stdout", &output.stdout);
    assert_silent("stderr", &output.stderr);
    let mut files = 0;
    for entry in walkdir::WalkDir::new(place.base.path()) {
        let path = entry.expect("a readable folder").into_path();
        if path.starts_with(&place.kit) {
            continue;
        }
        assert_silent("a name", path.as_os_str().as_encoded_bytes());
        if path.is_file() {
            files += 1;
            let bytes = fs::read(&path).expect("a file");
            assert_silent(text(&path), &bytes);
        }
        // The cache knows a photo by its content alone.
        if path.starts_with(&place.cache) {
            let bytes = fs::read(&path).unwrap_or_default();
            for name in PHOTOS {
                let name = name.as_bytes();
                assert!(!holds(path.as_os_str().as_encoded_bytes(), name));
                assert!(!holds(&bytes, name), "{}", path.display());
            }
        }
    }
    assert!(files > 0, "nothing was looked at");
}

/// The kind of picture `bytes` are, if they are one. Panics if there is anything in it but
/// pixels and what is needed to read them.
fn assert_bare(path: &Path, bytes: &[u8]) -> Option<&'static str> {
    match path.extension()?.to_str()? {
        "jpg" => {
            let mut at = 2;
            loop {
                assert_eq!(bytes[at], 0xff, "{}", path.display());
                let marker = bytes[at + 1];
                let length = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
                match marker {
                    // JFIF without a thumbnail
                    0xe0 => assert_eq!((length, &bytes[at + 4..at + 9]), (16, &b"JFIF\0"[..])),
                    // Frame and tables
                    0xc0 | 0xc2 | 0xc4 | 0xdb | 0xdd | 0xda => {}
                    _ => panic!("{}: marker {marker:x}", path.display()),
                }
                at += 2 + length;
                if marker == 0xda {
                    // To the next marker after the pixels: another table or scan, or the end.
                    while bytes[at] != 0xff || matches!(bytes[at + 1], 0 | 0xd0..=0xd7) {
                        at += 1;
                    }
                    if bytes[at + 1] == 0xd9 {
                        break;
                    }
                }
            }
            assert_eq!(at + 2, bytes.len(), "{}: more after it", path.display());
            Some("jpeg")
        }
        "webp" => {
            assert_eq!((&bytes[..4], &bytes[8..12]), (&b"RIFF"[..], &b"WEBP"[..]));
            let mut at = 12;
            while at < bytes.len() {
                let name = &bytes[at..at + 4];
                let length: [u8; 4] = bytes[at + 4..at + 8].try_into().expect("four bytes");
                let length = u32::from_le_bytes(length) as usize;
                match name {
                    b"VP8 " | b"VP8L" | b"ALPH" => {}
                    // Transparent, and nothing else.
                    b"VP8X" => assert_eq!(bytes[at + 8] & !0x10, 0, "{}", path.display()),
                    _ => panic!("{}: {}", path.display(), String::from_utf8_lossy(name)),
                }
                at += 8 + length + length % 2;
            }
            assert_eq!(at, bytes.len(), "{}: more after it", path.display());
            Some("webp")
        }
        "avif" => {
            let mut at = 0;
            while at < bytes.len() {
                let length: [u8; 4] = bytes[at..at + 4].try_into().expect("four bytes");
                let length = u32::from_be_bytes(length) as usize;
                let whole = &bytes[at..at + length];
                match &whole[4..8] {
                    b"ftyp" | b"mdat" => {}
                    // No item but pixels, and no profile.
                    b"meta" => {
                        for name in [b"Exif", b"mime", b"uri ", b"prof", b"rICC"] {
                            let has = whole.windows(4).any(|window| window == name);
                            assert!(!has, "{}", path.display());
                        }
                    }
                    name => panic!("{}: {}", path.display(), String::from_utf8_lossy(name)),
                }
                at += length;
            }
            Some("avif")
        }
        "html" | "css" | "svg" | "json" | "txt" | "csv" | "vcf" | "woff2" | "xml" | "pdf" => None,
        other => panic!("what may a .{other} hold? {}", path.display()),
    }
}

#[test]
fn only_pixels_of_a_photo_get_out() {
    let photos = [canaries::jpeg(), canaries::png(), canaries::webp()];
    for photo in &photos {
        assert!(holds(photo, &LATITUDE));
        assert!(needles().iter().any(|needle| holds(photo, needle)));
    }
    for &(format, _) in Format::WORDS {
        let place = place(format);
        let site = place.at("site");
        let arguments = ["build", text(&place.kit), "-o", text(&site), "--verbose"];
        // Cold, and from the cache.
        for _ in 0..2 {
            let output = place.run_as(&arguments, "022", &[]);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert_nothing_got_out(&place, &output);
        }
        let mut pictures = 0;
        for entry in walkdir::WalkDir::new(&site) {
            let path = entry.expect("a readable site").into_path();
            if path.is_file() && !path.ends_with(".pitchkit") {
                let bytes = fs::read(&path).expect("a file");
                pictures += usize::from(assert_bare(&path, &bytes) == Some(format));
            }
        }
        assert!(pictures > 2, "{format}: {pictures}");
    }
}

/// The look at the files of a site would see what does not belong there.
#[test]
fn more_than_pixels_is_seen() {
    fn check(name: &str, bytes: &[u8]) {
        let looked = catch_unwind(|| assert_bare(Path::new(name), bytes));
        assert!(looked.is_err(), "{name} is no bare picture");
    }
    check("a.jpg", &canaries::jpeg());
    check("a.webp", &canaries::webp());
    let pixels = [RGB8::new(1, 2, 3); 64];
    let image = || ravif::Img::new(&pixels[..], 8, 8);
    let encoder = ravif::Encoder::new().with_speed(10);
    let bare = encoder.encode_rgb(image()).expect("an AVIF").avif_file;
    assert_eq!(assert_bare(Path::new("a.avif"), &bare), Some("avif"));
    let told = encoder.with_exif(WORD.as_bytes());
    let told = told.encode_rgb(image()).expect("an AVIF");
    check("a.avif", &told.avif_file);
    check("a.avif", &[&bare[..], b"\0\0\0\x08free"].concat());
}

/// A message about a photo says what is wrong, and quotes nothing of it.
#[test]
fn a_refusal_tells_nothing_of_the_photo() {
    let refused: [fn(&mut Vec<u8>); 3] = [
        |bytes| bytes.truncate(bytes.len() / 2),
        // The first mark of a kind of file: now it is none.
        |bytes| bytes[0] = b'?',
        // In the middle of the pixels, whatever the kind.
        |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle..middle + 64].fill(0xff);
        },
    ];
    for name in PHOTOS {
        for refuse in &refused {
            let place = place("webp");
            let photo = place.kit.join("photos").join(name);
            let mut bytes = fs::read(&photo).expect("a photo");
            refuse(&mut bytes);
            fs::write(&photo, bytes).expect("a photo");
            let site = place.at("site");
            for format in ["human", "json"] {
                let arguments = ["build", text(&place.kit), "-o", text(&site), "--format"];
                let arguments = [&arguments[..], &[format, "--verbose"]].concat();
                let output = place.run_as(&arguments, "022", &[]);
                assert_nothing_got_out(&place, &output);
            }
        }
    }
}
