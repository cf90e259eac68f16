//! The first bytes of a file that is no photo of ours to what it is, and the way to one that is.
//!
//! People rename what they have until a program takes it, and downloads give them something else
//! than they asked for. So the name that is told is that of the content.

use super::Fault;
use super::writing::{Writing, writing};
use memchr::memmem;

/// How many bytes at the start of a file are looked at.
pub const HEAD: usize = 4096;

/// What a file is, as it reads after "is", and what to do.
type Name = (&'static str, &'static str);

const EXPORT: &str = "open it in a photo app and export it as JPEG";
const STILL: &str = "take a still of it and put that, as JPEG, in its place";
const UNPACK: &str = "unpack it and put the photo from it in its place";

const RAW: Name = ("a camera's raw file", EXPORT);
const TIFF: Name = ("a TIFF file", EXPORT);
const JPEG_2000: Name = ("a JPEG 2000 picture", EXPORT);
const JPEG_XL: Name = ("a JPEG XL picture", EXPORT);
const PNM: Name = ("a PNM picture (PBM, PGM, PPM)", EXPORT);
const HDR: Name = ("a picture of high dynamic range (HDR)", EXPORT);
const BMP: Name = ("a BMP picture", EXPORT);
const AVIF: Name = ("an AVIF picture", EXPORT);
const HEIF: Name = ("a HEIF picture", EXPORT);
const HEIC: Name = (
    "a HEIC photo",
    "export it as JPEG from your phone or computer; on an iPhone, Settings > Camera > Formats > \
     Most Compatible makes new photos JPEG",
);
const GIF: Name = ("a GIF", "export it as PNG");
const ANIMATION: Name = ("an animated GIF", "export its best moment as PNG or JPEG");
const ICON: Name = ("an icon (ICO)", "export it as PNG");
const SVG: Name = (
    "an SVG drawing",
    "export it as PNG, at least 1600 pixels wide",
);
const DRAWING: Name = (
    "a PostScript drawing",
    "export it as PNG, at least 1600 pixels wide",
);
const PDF: Name = ("a PDF", "export the page you need as JPEG or PNG");
const DOCUMENT: Name = (
    "a document, not a photo",
    "open it in its program and export the picture as JPEG or PNG",
);
const VIDEO: Name = ("a video", STILL);
const SOUND: Name = ("a sound, not a photo", "put a photo in its place");
const ZIP: Name = ("a ZIP archive, not a photo", UNPACK);
const ARCHIVE: Name = ("an archive, not a photo", UNPACK);
const WEB_PAGE: Name = (
    "a web page, not a photo",
    "open it in a browser and save the photo itself",
);
const LFS: Name = (
    "a Git LFS pointer, not the photo",
    "run `git lfs pull` to get the photo itself",
);
const ANNEX: Name = (
    "a git-annex pointer, not the photo",
    "run `git annex get` to get the photo itself",
);
const XML: Name = ("an XML text, not a photo", TEXT.1);
const TEXT: Name = (
    "a text, not a photo",
    "a server may have sent it instead of the photo: download or copy that once more",
);

/// Files that are known by how they begin.
#[rustfmt::skip]
const BEGINNINGS: &[(&[u8], Name)] = &[
    (b"8BPS", ("a Photoshop file", EXPORT)),
    (b"gimp xcf", ("a GIMP file", EXPORT)),
    (b"%PDF", PDF),
    (b"%!PS", DRAWING),
    (&[0xff, 0x0a], JPEG_XL),
    (b"\0\0\0\x0cJXL ", JPEG_XL),
    (b"\0\0\0\x0cjP  ", JPEG_2000),
    (&[0xff, 0x4f, 0xff, 0x51], JPEG_2000),
    (b"II\xbc\x01", ("a JPEG XR picture", EXPORT)),
    (b"\0\0\x01\0", ICON),
    (b"\0\0\x02\0", ICON),
    (b"icns", ("a macOS icon", "export it as PNG")),
    (b"#?RADIANCE", HDR),
    (b"#?RGBE", HDR),
    (b"\x76\x2f\x31\x01", HDR),
    (b"FUJIFILMCCD-RAW", RAW),
    (b"IIRO", RAW),
    (b"IIRS", RAW),
    (b"MMOR", RAW),
    (b"IIU\0", RAW),
    (b"FOVb", RAW),
    (b"\0MRM", RAW),
    (b"II\x1a\0\0\0HEAPCCDR", RAW),
    (b"\x1a\x45\xdf\xa3", VIDEO),
    (b"\0\0\x01\xba", VIDEO),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", VIDEO),
    (b"FLV\x01", VIDEO),
    (b"ID3", SOUND),
    (b"OggS", SOUND),
    (b"fLaC", SOUND),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOCUMENT),
    (b"version https://git-lfs", LFS),
    (b"/annex/objects/", ANNEX),
];

/// What is wrong with a file that begins with `head` and is no photo of ours.
pub(super) fn foreign(head: &[u8]) -> Fault {
    let head = &head[..head.len().min(HEAD)];
    if head.is_empty() {
        return Fault {
            message: "is empty".to_owned(),
            ..Fault::incomplete()
        };
    }
    // As a copy leaves it that broke off after room for the file was made.
    if head.len() >= 16 && head.iter().all(|&byte| byte == 0) {
        return Fault {
            message: "holds zeros where a photo would begin".to_owned(),
            ..Fault::incomplete()
        };
    }
    match name(head) {
        // Of a picture people may not know that it is none to us; the others say so themselves.
        Some((name, hint)) if name.contains(", not ") => Fault::format(format!("is {name}"), hint),
        Some((name, hint)) => {
            Fault::format(format!("is {name}; photos are JPEG, PNG or WebP"), hint)
        }
        None => Fault::format(
            "is not a photo: it is neither JPEG nor PNG nor WebP",
            "put a JPEG, PNG or WebP file in its place",
        ),
    }
}

fn name(head: &[u8]) -> Option<Name> {
    let known = BEGINNINGS.iter().find(|(start, _)| head.starts_with(start));
    known
        .map(|&(_, name)| name)
        .or_else(|| boxed(head))
        .or_else(|| bmp(head))
        .or_else(|| tiff(head))
        .or_else(|| gif(head))
        .or_else(|| riff(head))
        .or_else(|| zip(head))
        .or_else(|| pnm(head))
        .or_else(|| writing(head).map(written))
}

fn written(writing: Writing) -> Name {
    match writing {
        Writing::Drawing => SVG,
        Writing::Page => WEB_PAGE,
        Writing::Xml => XML,
        Writing::Plain => TEXT,
    }
}

/// Files of boxes: of still pictures and of films. What comes first is the box that names the
/// brands a file belongs to, the main one first; older films begin without it.
fn boxed(head: &[u8]) -> Option<Name> {
    let (length, rest) = head.split_first_chunk::<4>()?;
    match rest.get(..4)? {
        b"ftyp" => {}
        b"moov" | b"mdat" | b"wide" | b"pnot" => return Some(VIDEO),
        _ => return None,
    }
    let end = head.len().min(u32::from_be_bytes(*length) as usize);
    let main = rest.get(4..8)?;
    // A version lies between it and the others.
    let others = head.get(16..end).unwrap_or_default().chunks_exact(4);
    let brands: Vec<&[u8]> = std::iter::once(main).chain(others).collect();
    let known = brands.iter().find_map(|&brand| match brand {
        b"avif" | b"avis" => Some(AVIF),
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs" => Some(HEIC),
        b"crx " => Some(RAW),
        b"jp2 " | b"jpx " | b"jph " => Some(JPEG_2000),
        b"M4A " | b"M4B " | b"M4P " => Some(SOUND),
        _ => None,
    });
    let still = |brand: &&[u8]| matches!(*brand, b"mif1" | b"mif2" | b"msf1" | b"miaf");
    let otherwise = if brands.iter().any(still) {
        HEIF
    } else {
        VIDEO
    };
    Some(known.unwrap_or(otherwise))
}

/// TIFF, in which most cameras write their raw files too: there the first picture is a small one,
/// and what was recorded lies in a directory below.
fn tiff(head: &[u8]) -> Option<Name> {
    const SMALL_ONE: u16 = 254;
    const BELOW: u16 = 330;
    const DNG: u16 = 50_706;
    let little = match head.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = *head.get(at..)?.first_chunk()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let long = |at: usize| {
        let (one, other) = (u32::from(short(at)?), u32::from(short(at + 2)?));
        Some(if little {
            other << 16 | one
        } else {
            one << 16 | other
        })
    };
    match short(2)? {
        42 => {}
        43 => return Some(TIFF),
        _ => return None,
    }
    let start = long(4)? as usize;
    let (mut small, mut below, mut raw) = (false, false, head.get(8..10) == Some(b"CR"));
    for entry in 0..short(start).unwrap_or(0) {
        let at = start + 2 + 12 * usize::from(entry);
        match short(at) {
            Some(SMALL_ONE) => small = long(at + 8).is_some_and(|kind| kind & 1 == 1),
            Some(BELOW) => below = true,
            Some(DNG) => raw = true,
            Some(_) => {}
            None => break,
        }
    }
    Some(if raw || small && below { RAW } else { TIFF })
}

fn bmp(head: &[u8]) -> Option<Name> {
    // Words may begin so too, but not with what follows the length.
    let reserved = head.get(6..10)?;
    (head.starts_with(b"BM") && reserved == [0; 4]).then_some(BMP)
}

fn gif(head: &[u8]) -> Option<Name> {
    if !head.starts_with(b"GIF8") {
        return None;
    }
    // What says how often to play it.
    let animated = memmem::find(head, b"NETSCAPE2.0").is_some();
    Some(if animated { ANIMATION } else { GIF })
}

fn riff(head: &[u8]) -> Option<Name> {
    match (head.starts_with(b"RIFF"), head.get(8..12)?) {
        (true, b"AVI ") => Some(VIDEO),
        (true, b"WAVE") => Some(SOUND),
        _ => None,
    }
}

/// ZIP, of which documents of office programs are made as well.
fn zip(head: &[u8]) -> Option<Name> {
    if !(head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")) {
        return None;
    }
    // The name of the first file in it.
    let first = head.get(30..).unwrap_or_default();
    let documents: [&[u8]; 4] = [b"[Content_Types].xml", b"mimetype", b"_rels/", b"docProps/"];
    let is_document = documents.iter().any(|name| first.starts_with(name));
    Some(if is_document { DOCUMENT } else { ZIP })
}

fn pnm(head: &[u8]) -> Option<Name> {
    let &[b'P', kind, blank, ..] = head else {
        return None;
    };
    let is_blank = blank.is_ascii_whitespace() || blank == b'#';
    (matches!(kind, b'1'..=b'7' | b'F' | b'f') && is_blank).then_some(PNM)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let fault = foreign(bytes);
        assert!(fault.message.contains(expected), "{bytes:?}: {fault:?}");
        assert!(!fault.hint.is_empty());
    }

    #[test]
    fn files_of_boxes_go_by_their_brands() {
        let file = |main: &str, others: &str| {
            let length = (16 + others.len() as u32).to_be_bytes();
            let head = [
                &length,
                &b"ftyp"[..],
                main.as_bytes(),
                &[0; 4],
                others.as_bytes(),
            ];
            [&head.concat()[..], b"\0\0\0\x08mdatheic"].concat()
        };
        check(&file("avif", "mif1miaf"), "an AVIF");
        check(&file("mif1", "mif1miafavif"), "an AVIF");
        check(&file("miaf", "avifmif1"), "an AVIF");
        check(&file("msf1", "msf1avis"), "an AVIF");
        check(&file("heic", "mif1heic"), "a HEIC");
        check(&file("mif1", "mif1heic"), "a HEIC");
        check(&file("mif1", "mif1"), "a HEIF");
        check(&file("crx ", "crx isom"), "a camera's raw file");
        check(&file("qt  ", "qt  "), "a video");
        check(&file("isom", "isomiso2avc1mp41"), "a video");
        check(&file("M4A ", "M4A mp42"), "a sound");
        check(b"\0\0\0\x08wide\0\0\0\0mdat", "a video");
        check(b"\0\0\0\x18ftypmif1", "a HEIF");
        check(b"\0\0\0\x18fty", "not a photo");
    }

    #[test]
    fn raw_files_are_told_from_tiff() {
        let file = |little: bool, entries: &[(u16, u32)]| {
            let short = |number: u16| match little {
                true => number.to_le_bytes(),
                false => number.to_be_bytes(),
            };
            let long = |number: u32| match little {
                true => number.to_le_bytes(),
                false => number.to_be_bytes(),
            };
            let mut bytes = if little { b"II" } else { b"MM" }.to_vec();
            bytes.extend(short(42));
            bytes.extend(long(8));
            bytes.extend(short(entries.len() as u16));
            for &(tag, value) in entries {
                bytes.extend([short(tag), short(4)].concat());
                bytes.extend([long(1), long(value)].concat());
            }
            bytes
        };
        for little in [true, false] {
            check(&file(little, &[]), "a TIFF");
            check(&file(little, &[(254, 0), (256, 9), (330, 99)]), "a TIFF");
            check(&file(little, &[(254, 1), (256, 9), (330, 99)]), "raw");
            check(&file(little, &[(254, 1), (256, 9)]), "a TIFF");
            check(&file(little, &[(254, 0), (50_706, 0x104)]), "raw");
            // a directory at its end, and one cut off
            check(&[&file(little, &[])[..4], &[9; 4]].concat(), "a TIFF");
            check(&file(little, &[(256, 9), (257, 9)])[..20], "a TIFF");
        }
        check(b"II*\0\x10\0\0\0CR\x02\0", "raw");
        check(b"II+\0\x08\0\0\0", "a TIFF");
        check(b"MMOR\0\0\0\x08", "raw");
        check(b"II\0\0", "not a photo");
    }

    #[test]
    fn everything_else_that_people_have() {
        check(b"", "is empty");
        check(&[0; 600], "zeros");
        check(b"BM\x9a\0\0\0\0\0\0\0\x36", "a BMP");
        check(b"BMX and more of it", "a text");
        check(b"GIF89a\x01\0\x01\0\x80\0\0", "a GIF");
        check(
            b"GIF89a\x01\0\x01\0\0\0\0!\xff\x0bNETSCAPE2.0",
            "an animated",
        );
        check(b"P6\n8 8\n255\n", "a PNM");
        check(b"P1#", "a PNM");
        check(b"P5x", "a text");
        check(b"P8\n", "a text");
        check(b"8BPS\0\x01", "a Photoshop");
        check(b"%PDF-1.7", "a PDF");
        check(b"\xff\x0a\xfa", "a JPEG XL");
        check(b"\0\0\0\x0cJXL \r\n\x87\n", "a JPEG XL");
        check(b"\0\0\x01\0\x01\0", "(ICO)");
        check(b"RIFF\x10\0\0\0AVI LIST", "a video");
        check(b"RIFF\x10\0\0\0WAVEfmt ", "a sound");
        check(b"RIFF\x10\0\0\0ACONanih", "not a photo");
        check(b"\x1a\x45\xdf\xa3\x01", "a video");
        let zip = |name: &str| [b"PK\x03\x04", &[0; 26][..], name.as_bytes()].concat();
        check(&zip("IMG_0412.jpg"), "a ZIP archive");
        check(&zip("[Content_Types].xml"), "a document");
        check(b"PK\x05\x06\0\0", "a ZIP archive");
        check(b"\n<!DOCTYPE HTML>", "a web page");
        check(b"<!-- made by hand --><svg>", "an SVG");
        check(b"<?xml version='1.0'?><Error>", "an XML text");
        check(b"not found", "a text");
        check(b"version https://git-lfs.github.com/spec/v1\n", "Git LFS");
        check(b"/annex/objects/SHA256E-s1--a.jpg\n", "git-annex");
        check(&[0x93, 1, 2, 3], "not a photo");
    }
}
