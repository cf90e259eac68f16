//! The first bytes of a file to what kind of file it is. Its name is never looked at: cameras,
//! chats and browsers give photos any name.

use super::Fault;

/// A kind of photo that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    Webp,
}

const EXPORT: &str = "open it in a photo app and export it as JPEG";

/// The kind of photo `bytes` hold; a fault that names what they are when it is no such kind.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.starts_with(&[0xff, 0xd8]) {
        return Ok(Kind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Kind::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Kind::Webp);
    }
    Err(foreign(bytes))
}

fn foreign(bytes: &[u8]) -> Fault {
    if bytes.is_empty() {
        return Fault {
            message: "is empty".to_owned(),
            ..Fault::incomplete()
        };
    }
    // Less than a signature: the beginning of one of ours is a photo cut short.
    if bytes.len() < 12
        && [&[0xff, 0xd8][..], b"\x89PNG\r\n\x1a\n", b"RIFF"]
            .iter()
            .any(|magic| magic.starts_with(bytes) || bytes.starts_with(magic))
    {
        return Fault::incomplete();
    }
    if let Some((name, hint)) = brand(bytes) {
        return Fault::format(format!("is {name}; photos are JPEG, PNG or WebP"), hint);
    }
    Fault::format(
        "is not a photo: it is neither JPEG nor PNG nor WebP",
        "put a JPEG, PNG or WebP file in its place",
    )
}

/// What else people have: its name and how to get to a JPEG.
fn brand(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const HEIC: &str = "export it as JPEG from your phone or computer; on an iPhone, Settings > \
                        Camera > Formats > Most Compatible makes new photos JPEG";
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(match bytes.get(8..12) {
            Some(b"avif" | b"avis") => ("an AVIF picture", EXPORT),
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => {
                ("a HEIC photo", HEIC)
            }
            Some(b"crx ") => ("a camera's raw file", EXPORT),
            _ => (
                "a video",
                "take a still of it and put that, as JPEG, in its place",
            ),
        });
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    let tagged = |tag: &[u8]| {
        text.get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    };
    let head = &text[..text.len().min(1024)];
    let has = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    if starts(b"GIF8") {
        Some(("a GIF", "export it as PNG, or take a still of it as JPEG"))
    } else if starts(b"II*\0") || starts(b"MM\0*") || starts(b"II+\0") || starts(b"MM\0+") {
        Some(("a TIFF or a camera's raw file", EXPORT))
    } else if starts(b"FUJIFILMCCD-RAW") || starts(b"IIRO") || starts(b"IIU\0") {
        Some(("a camera's raw file", EXPORT))
    } else if starts(b"BM") {
        Some(("a BMP picture", EXPORT))
    } else if starts(b"8BPS") {
        Some(("a Photoshop file", EXPORT))
    } else if starts(b"%PDF") {
        Some(("a PDF", "export the page you need as JPEG or PNG"))
    } else if starts(&[0xff, 0x0a]) || starts(b"\0\0\0\x0cJXL ") {
        Some(("a JPEG XL picture", EXPORT))
    } else if starts(b"\0\0\0\x0cjP  ") || starts(&[0xff, 0x4f, 0xff, 0x51]) {
        Some(("a JPEG 2000 picture", EXPORT))
    } else if starts(b"\0\0\x01\0") {
        Some(("an icon (ICO)", "export it as PNG"))
    } else if tagged(b"<svg") || (tagged(b"<?xml") || tagged(b"<!doctype svg")) && has(b"<svg") {
        Some((
            "an SVG drawing",
            "export it as PNG, at least 1600 pixels wide",
        ))
    } else if tagged(b"<!doctype html") || tagged(b"<html") {
        Some((
            "a web page, not a photo",
            "open it in a browser and save the photo itself",
        ))
    } else if tagged(b"version https://git-lfs") {
        Some((
            "a Git LFS pointer, not the photo",
            "run `git lfs pull` to get the photo itself",
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_content() {
        fn check(bytes: &[u8], expected: Result<Kind, &str>) {
            match (kind(bytes), expected) {
                (Ok(kind), Ok(expected)) => assert_eq!(kind, expected, "{bytes:?}"),
                (Err(fault), Err(expected)) => {
                    assert!(fault.message.contains(expected), "{bytes:?}: {fault:?}");
                    assert!(!fault.hint.is_empty());
                }
                (found, _) => panic!("{bytes:?}: {found:?} instead of {expected:?}"),
            }
        }
        check(&[0xff, 0xd8, 0xff], Ok(Kind::Jpeg));
        check(b"\x89PNG\r\n\x1a\n", Ok(Kind::Png));
        check(b"RIFF\x10\0\0\0WEBPVP8 ", Ok(Kind::Webp));
        check(b"", Err("is empty"));
        check(b"\x89PNG", Err("cut short"));
        check(b"RIFF\x10\0\0", Err("cut short"));
        check(b"RIFF\x10\0\0\0WAVEfmt ", Err("not a photo"));
        check(b"\0\0\0\x18ftypheic\0\0\0\0", Err("HEIC"));
        check(b"\0\0\0\x18ftypmif1\0\0\0\0", Err("HEIC"));
        check(b"\0\0\0\x18ftypavif\0\0\0\0", Err("AVIF"));
        check(b"\0\0\0\x14ftypqt  \0\0\0\0", Err("a video"));
        check(b"GIF89a", Err("GIF"));
        check(b"II*\0\x08\0\0\0", Err("TIFF"));
        check(b"BM\0\0\0\0", Err("BMP"));
        check(b"%PDF-1.7", Err("PDF"));
        check(b"\xff\x0a", Err("JPEG XL"));
        check(b"\0\0\x01\0\x01\0", Err("ICO"));
        check(b"<svg xmlns='http://www.w3.org/2000/svg'>", Err("SVG"));
        check(b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg>", Err("SVG"));
        check(b"<?xml version='1.0'?><kml>", Err("not a photo"));
        check(b"\n<!DOCTYPE HTML>", Err("web page"));
        check(
            b"version https://git-lfs.github.com/spec/v1\n",
            Err("Git LFS"),
        );
        check(b"hello", Err("not a photo"));
    }
}
