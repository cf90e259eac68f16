//! Photos for tests, made on the spot.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage};

/// A photo with something to see everywhere, so that no part of its file can be missed.
pub(crate) fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = (x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)).wrapping_mul(2_654_435_761);
        let wave = |n: u32, of: u32| (n * 255 / of.max(1)) as u8;
        Rgb([
            wave(x, width),
            wave(y, height),
            (grain >> 24) as u8 / 2 + wave(x + y, width + height) / 2,
        ])
    })
}

/// Left upper, right upper, left lower and right lower corner: each a quarter of the photo.
pub(crate) const CORNERS: [[u8; 3]; 4] = [[230, 20, 20], [20, 200, 30], [30, 40, 220], [240; 3]];

/// A photo whose quarters have the colours of [`CORNERS`], stored as a camera held as EXIF
/// orientation `turn` says stores it.
pub(crate) fn corners(width: u32, height: u32, turn: u8) -> RgbImage {
    let (across, down) = if turn > 4 {
        (height, width)
    } else {
        (width, height)
    };
    RgbImage::from_fn(across, down, |column, row| {
        // EXIF 2.32, 4.6.4: which side of the scene row 0 and column 0 are.
        let (x, y) = match turn {
            1 => (column, row),
            2 => (width - 1 - column, row),
            3 => (width - 1 - column, height - 1 - row),
            4 => (column, height - 1 - row),
            5 => (row, column),
            6 => (width - 1 - row, column),
            7 => (width - 1 - row, height - 1 - column),
            _ => (row, height - 1 - column),
        };
        let corner = u32::from(x >= width / 2) + 2 * u32::from(y >= height / 2);
        Rgb(CORNERS[corner as usize])
    })
}

/// The image as a baseline JPEG.
pub(crate) fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 95)
        .encode_image(image)
        .expect("a JPEG can be made");
    bytes
}

/// The image as a progressive JPEG.
pub(crate) fn progressive(image: &RgbImage) -> Vec<u8> {
    let mut settings = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
    settings.set_size(image.width() as usize, image.height() as usize);
    settings.set_quality(90.0);
    let mut compress = settings.start_compress(Vec::new()).expect("it starts");
    compress.write_scanlines(image).expect("it takes pixels");
    compress.finish().expect("it ends")
}

/// The image as PNG, of the depth and with the opacity it has.
pub(crate) fn png(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image
        .write_with_encoder(PngEncoder::new(&mut bytes))
        .expect("a PNG can be made");
    bytes
}

/// The image as lossless WebP, with a colour profile if one is given.
pub(crate) fn webp(image: &DynamicImage, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut bytes);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).expect("it takes profiles");
    }
    let colour: ExtendedColorType = image.color().into();
    encoder
        .write_image(image.as_bytes(), image.width(), image.height(), colour)
        .expect("a WebP can be made");
    bytes
}

/// The JPEG with one more segment, right at its start.
pub(crate) fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// The PNG with one more chunk, right after its header.
pub(crate) fn with_chunk(png: &[u8], name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u32).to_be_bytes();
    let sum = checksum(&[name, content].concat()).to_be_bytes();
    [&png[..33], &length, name, content, &sum, &png[33..]].concat()
}

/// The JPEG with a colour profile.
pub(crate) fn with_profile(jpeg: &[u8], profile: &[u8]) -> Vec<u8> {
    with_segment(jpeg, 0xe2, &[b"ICC_PROFILE\0\x01\x01", profile].concat())
}

/// An EXIF block, without the six bytes JPEG puts before it: an orientation, and a place whose
/// reference is `canary`.
pub(crate) fn exif(turn: u8, canary: &[u8]) -> Vec<u8> {
    let mut block = b"MM\0*\0\0\0\x08".to_vec();
    block.extend_from_slice(&[0, 2]);
    block.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0]);
    // GPS information, at offset 38
    block.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    block.extend_from_slice(&[0, 0, 0, 0]);
    // its area (tag 28), at offset 56
    block.extend_from_slice(&[0, 1, 0, 28, 0, 7]);
    block.extend_from_slice(&(canary.len() as u32).to_be_bytes());
    block.extend_from_slice(&[0, 0, 0, 56, 0, 0, 0, 0]);
    block.extend_from_slice(canary);
    block
}

/// Checks that samples differ from those expected by `most` at most.
pub(crate) fn near(found: &[u8], expected: &[u8], most: u8) {
    let all = found
        .iter()
        .zip(expected)
        .all(|(a, b)| a.abs_diff(*b) <= most);
    assert!(
        all && found.len() == expected.len(),
        "{found:?} for {expected:?}"
    );
}

/// The checksum of a PNG chunk (CRC-32).
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, &byte: &u8| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}
