//! Photos with something private in every place where a file can hide it.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage, RgbaImage};
use moxcms::{ColorProfile, LocalizableString, ProfileText};
use std::io::Write;

/// What every secret contains.
pub const WORD: &str = "CANARY";

/// A latitude as EXIF holds it: 43 degrees, 15 minutes, 46.80 seconds.
pub const LATITUDE: [u8; 24] = [
    0, 0, 0, 43, 0, 0, 0, 1, 0, 0, 0, 15, 0, 0, 0, 1, 0, 0, 18, 72, 0, 0, 0, 100,
];

/// A secret for the place called `place`.
fn secret(place: &str) -> Vec<u8> {
    format!("{WORD} {place}, 43.263 N 2.935 W, +34 600 000 000").into_bytes()
}

fn wide(place: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(&secret(place)).into_owned();
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn scene() -> RgbImage {
    RgbImage::from_fn(640, 480, |x, y| {
        image::Rgb([(x / 3) as u8, (y / 2) as u8, (x ^ y) as u8])
    })
}

/// A JPEG of a camera, a phone and several programs at once.
pub fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85)
        .encode_image(&scene())
        .expect("a JPEG");
    let mut thumbnail = b"JFIF\0\x01\x02\0\0\x01\0\x01\x08\x08".to_vec();
    let mut pixels = secret("JFIF thumbnail");
    pixels.resize(8 * 8 * 3, b'.');
    thumbnail.extend(pixels);
    let extended = [
        b"http://ns.adobe.com/xmp/extension/\0".to_vec(),
        vec![b'A'; 32],
        vec![0, 0, 0, 80, 0, 0, 0, 0],
        secret("extended XMP"),
    ];
    let iptc = [
        b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x60\x1c\x02\x50\0\x40".to_vec(),
        secret("IPTC"),
    ];
    let profile = profile();
    let segments: [(u8, Vec<u8>); 11] = [
        (0xe0, thumbnail),
        (0xe0, [b"JFXX\0\x10".to_vec(), small("JFXX")].concat()),
        (0xe1, [b"Exif\0\0".to_vec(), exif()].concat()),
        (
            0xe1,
            [b"http://ns.adobe.com/xap/1.0/\0".to_vec(), xmp()].concat(),
        ),
        (0xe1, extended.concat()),
        (0xe2, [b"ICC_PROFILE\0\x01\x01".to_vec(), profile].concat()),
        (0xe2, [b"MPF\0MM\0*".to_vec(), secret("MPF")].concat()),
        (0xeb, [b"JP\0\x01".to_vec(), secret("JUMBF")].concat()),
        (0xed, iptc.concat()),
        (0xef, secret("APP15")),
        (0xfe, secret("comment")),
    ];
    let mut whole = bytes[..2].to_vec();
    for (marker, content) in segments {
        whole.extend(segment(marker, &content));
    }
    whole.extend(&bytes[2..]);
    // The second picture of MPF, then the film of a motion photo.
    whole.extend(small("second picture"));
    whole.extend(b"\0\0\0\x18ftypmp42");
    whole.extend(secret("motion photo"));
    whole
}

/// A PNG with all chunks that hold more than pixels. Some of it is transparent.
pub fn png() -> Vec<u8> {
    let dots = RgbaImage::from_fn(640, 480, |x, y| {
        image::Rgba([x as u8, y as u8, 90, if x < 99 { 120 } else { 255 }])
    });
    let mut bytes = Vec::new();
    dots.write_with_encoder(PngEncoder::new(&mut bytes))
        .expect("a PNG");
    let named = |before: &[u8], content: Vec<u8>| [before, &content].concat();
    let chunks: [(&[u8; 4], Vec<u8>); 9] = [
        (b"iCCP", named(b"P3\0\0", packed(&profile()))),
        (b"tEXt", named(b"Comment\0", secret("tEXt"))),
        (b"zTXt", named(b"Comment\0\0", packed(&secret("zTXt")))),
        (
            b"iTXt",
            named(b"XML:com.adobe.xmp\0\0\0\0\0", secret("iTXt")),
        ),
        (
            b"iTXt",
            named(b"Author\0\x01\0\0\0", packed(&secret("packed iTXt"))),
        ),
        (b"eXIf", exif()),
        (b"tIME", vec![7, 227, 5, 17, 4, 31, 7]),
        (b"caBX", secret("caBX")),
        (b"prVt", secret("a chunk of its own")),
    ];
    let mut whole = bytes[..33].to_vec();
    for (name, content) in chunks {
        whole.extend((content.len() as u32).to_be_bytes());
        whole.extend(name);
        whole.extend(&content);
        let mut sum = flate2::Crc::new();
        sum.update(name);
        sum.update(&content);
        whole.extend(sum.sum().to_be_bytes());
    }
    whole.extend(&bytes[33..]);
    whole.extend(secret("after IEND"));
    whole
}

/// A WebP with all chunks that hold more than pixels.
pub fn webp() -> Vec<u8> {
    let scene = scene();
    let mut bytes = Vec::new();
    WebPEncoder::new_lossless(&mut bytes)
        .write_image(&scene, 640, 480, ExtendedColorType::Rgb8)
        .expect("a WebP");
    // Profile, EXIF and XMP; a canvas of 640 x 480.
    let canvas = vec![0x2c, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0];
    let mut content = b"WEBP".to_vec();
    content.extend(chunk(b"VP8X", &canvas));
    content.extend(chunk(b"ICCP", &profile()));
    content.extend(&bytes[12..]);
    content.extend(chunk(b"EXIF", &exif()));
    content.extend(chunk(b"XMP ", &xmp()));
    content.extend(chunk(b"PRVT", &secret("a chunk of its own")));
    [chunk(b"RIFF", &content), secret("after RIFF")].concat()
}

/// A picture of a few pixels with a comment.
fn small(place: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes)
        .encode_image(&RgbImage::new(8, 8))
        .expect("a JPEG");
    let comment = segment(0xfe, &secret(place));
    [&bytes[..2], &comment, &bytes[2..]].concat()
}

/// A real profile of a wide gamut, which has to be looked at for the colours to come out right.
fn profile() -> Vec<u8> {
    let text = String::from_utf8_lossy(&secret("profile")).into_owned();
    let text = LocalizableString::new("en".to_string(), "US".to_string(), text);
    let mut profile = ColorProfile::new_display_p3();
    profile.description = Some(ProfileText::Localizable(vec![text]));
    profile.encode().expect("a profile")
}

fn xmp() -> Vec<u8> {
    let start = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF>".to_vec();
    [start, secret("XMP"), b"</rdf:RDF></x:xmpmeta>".to_vec()].concat()
}

/// An EXIF block: names, a serial number, a maker's note, a place, a thumbnail, turned by 90
/// degrees so that somebody has to read it.
fn exif() -> Vec<u8> {
    const SHORT: u16 = 3;
    const LONG: u16 = 4;
    const TEXT: u16 = 2;
    const BYTES: u16 = 1;
    const RATIONAL: u16 = 5;
    const ANY: u16 = 7;
    let long = |number: usize| (number as u32).to_be_bytes().to_vec();
    let camera_at = 8;
    let camera = table(
        camera_at,
        false,
        &[
            (0x927c, ANY, secret("maker note")),
            (0x9286, ANY, wide("user comment")),
            (0xa431, TEXT, secret("serial number")),
        ],
    );
    let place_at = camera_at + camera.len();
    let place = table(
        place_at,
        false,
        &[
            (1, TEXT, b"N\0".to_vec()),
            (2, RATIONAL, LATITUDE.to_vec()),
            (28, ANY, secret("area")),
        ],
    );
    let first_at = place_at + place.len();
    let first = table(
        first_at,
        true,
        &[
            (0x010e, TEXT, secret("description")),
            (0x0112, SHORT, vec![0, 6]),
            (0x013b, TEXT, secret("artist")),
            (0x8769, LONG, long(camera_at)),
            (0x8825, LONG, long(place_at)),
            (0x9c9c, BYTES, wide("comment of Windows")),
        ],
    );
    let thumbnail = small("thumbnail");
    let second_at = first_at + first.len();
    let second = table(
        second_at,
        false,
        &[
            (0x0201, LONG, long(second_at + 30)),
            (0x0202, LONG, long(thumbnail.len())),
        ],
    );
    let start = [b"MM\0*".to_vec(), long(first_at)].concat();
    [start, camera, place, first, second, thumbnail].concat()
}

/// A table of EXIF at the offset `at`, its values behind it; then another one, if there is one.
fn table(at: usize, another: bool, entries: &[(u16, u16, Vec<u8>)]) -> Vec<u8> {
    let size = 2 + 12 * entries.len() + 4;
    let mut table = (entries.len() as u16).to_be_bytes().to_vec();
    let mut values = Vec::new();
    for (tag, kind, value) in entries {
        let unit = match kind {
            3 => 2,
            4 => 4,
            5 => 8,
            _ => 1,
        };
        table.extend(tag.to_be_bytes());
        table.extend(kind.to_be_bytes());
        table.extend(((value.len() / unit) as u32).to_be_bytes());
        if value.len() <= 4 {
            let mut short = value.clone();
            short.resize(4, 0);
            table.extend(short);
        } else {
            table.extend(((at + size + values.len()) as u32).to_be_bytes());
            values.extend(value);
        }
    }
    let next = if another { at + size + values.len() } else { 0 };
    table.extend((next as u32).to_be_bytes());
    [table, values].concat()
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// A chunk of RIFF.
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u32).to_le_bytes();
    let filling = &[0][..content.len() % 2];
    [name, &length[..], content, filling].concat()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("it packs");
    encoder.finish().expect("it packs")
}
