//! The bytes of a photo to what must be known of it before anything is made of it.
//!
//! Only the file's own structure is walked: no pixel is decoded, so thousands of photos can be
//! looked at, and a file that lies about its size costs nothing.

use super::kind::{Kind, kind};
use super::{Fault, jpeg, png, webp};
use image::metadata::Orientation;

/// The longest side that is read, in pixels.
const LONGEST_SIDE: u32 = 30_000;

/// The most memory that one photo may take, in bytes: 130 megapixels of an ordinary JPEG, half of
/// that of one that has to be held whole before it can be shown.
const MEMORY: u64 = 400_000_000;

/// A photo of more pixels than this is kept at half its size: no page shows that many.
pub(super) const HUGE: u64 = 64_000_000;

/// What a page must know of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Its width in pixels, upright.
    pub width: u32,
    /// Its height in pixels, upright.
    pub height: u32,
    /// Whether a pixel of it may be transparent.
    pub transparent: bool,
}

/// Looks at a photo: whether it is one, complete, and not too large to be read.
///
/// Of an animation the first picture counts. The kind is taken from the content, never from a
/// name.
pub fn probe(bytes: &[u8]) -> Result<Probe, Fault> {
    let header = header(bytes)?;
    let (width, height) = match turns(header.orientation) {
        true => (header.height, header.width),
        false => (header.width, header.height),
    };
    Ok(Probe {
        width,
        height,
        transparent: header.transparent,
    })
}

/// What the structure of a photo's file says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Header {
    /// The kind of file.
    pub kind: Kind,
    /// The width of the pixels as they are stored.
    pub width: u32,
    /// The height of the pixels as they are stored.
    pub height: u32,
    /// Whether a pixel may be transparent.
    pub transparent: bool,
    /// What to do with the stored pixels to see them upright.
    pub orientation: Orientation,
    /// How often the file is held while it is decoded.
    pub copies: u64,
    /// The most bytes of memory for each pixel while it is decoded.
    pub decoding: u64,
    /// The same once it is: of three colours and, for some, opacity.
    pub decoded: u64,
}

impl Header {
    /// The most bytes of memory that a file of `length` bytes takes until its pictures are made:
    /// while it is decoded, or afterwards, when half of it, half of that and so on come to a third
    /// more, unless it is huge.
    fn weight(&self, length: u64) -> u64 {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let decoding = self.copies * length + self.decoding * pixels;
        decoding.max((4 * self.decoded * pixels.min(HUGE)).div_ceil(3))
    }

    /// The most pixels that such a file may have.
    fn most(&self, length: u64) -> u64 {
        MEMORY.saturating_sub(self.copies * length) / self.decoding
    }
}

/// The most bytes of memory that making pictures of a photo takes, besides the pictures: 0 for
/// what is none.
pub fn weight(bytes: &[u8]) -> u64 {
    header(bytes).map_or(0, |header| header.weight(bytes.len() as u64))
}

/// Walks through the file of a photo to its end.
pub(super) fn header(bytes: &[u8]) -> Result<Header, Fault> {
    let header = match kind(bytes)? {
        Kind::Jpeg => jpeg::walk(bytes)?,
        Kind::Png => png::walk(bytes)?,
        Kind::Webp => webp::walk(bytes)?,
    };
    let (width, height) = (header.width, header.height);
    if width == 0 || height == 0 {
        return Err(Fault::damaged());
    }
    if width > LONGEST_SIDE || height > LONGEST_SIDE {
        return Err(Fault::too_large(format!(
            "is {width} x {height} pixels; a side may have at most {LONGEST_SIDE}"
        )));
    }
    let length = bytes.len() as u64;
    if header.weight(length) > MEMORY {
        let pixels = u64::from(width) * u64::from(height);
        return Err(Fault::too_large(format!(
            "is {width} x {height} pixels, {} megapixels; a file of its kind may have at most {}",
            pixels.div_ceil(1_000_000),
            header.most(length) / 1_000_000
        )));
    }
    Ok(header)
}

/// Whether `orientation` makes width of height.
pub(super) fn turns(orientation: Orientation) -> bool {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => true,
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => false,
    }
}

/// The orientation that an EXIF block asks for, whatever its writer put in front of it.
pub(super) fn orientation(exif: &[u8]) -> Option<Orientation> {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    Orientation::from_exif_chunk(exif)
}

/// The bytes of `bytes` from `at` on, `length` of them, if they are all there.
pub(super) fn piece(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::sample::{
        corners, exif, jpeg, png, progressive, scene, webp, with_chunk, with_segment,
    };
    use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbaImage};

    fn check(bytes: &[u8], expected: Result<(u32, u32, bool), (&str, &str)>) {
        match (probe(bytes), expected) {
            (Ok(probe), Ok(expected)) => {
                assert_eq!((probe.width, probe.height, probe.transparent), expected);
            }
            (Err(fault), Err((rule, words))) => {
                assert_eq!(fault.rule, rule, "{fault:?}");
                assert!(fault.message.contains(words), "{fault:?}");
            }
            (found, expected) => panic!("{found:?} instead of {expected:?}"),
        }
    }

    #[test]
    fn sizes_and_opacity() {
        let rgb = DynamicImage::ImageRgb8(scene(40, 30));
        let rgba = DynamicImage::ImageRgba8(RgbaImage::new(40, 30));
        check(&jpeg(&scene(40, 30)), Ok((40, 30, false)));
        check(&progressive(&scene(40, 30)), Ok((40, 30, false)));
        check(&jpeg(&scene(1, 1)), Ok((1, 1, false)));
        check(&jpeg(&scene(1, 20_000)), Ok((1, 20_000, false)));
        check(&png(&rgb), Ok((40, 30, false)));
        check(&png(&rgba), Ok((40, 30, true)));
        check(&png(&GrayImage::new(7, 9).into()), Ok((7, 9, false)));
        check(&png(&GrayAlphaImage::new(7, 9).into()), Ok((7, 9, true)));
        check(
            &with_chunk(&png(&rgb), b"tRNS", &[0; 6]),
            Ok((40, 30, true)),
        );
        check(&webp(&rgb, None), Ok((40, 30, false)));
        check(&webp(&rgba, None), Ok((40, 30, true)));
        let lossy = ::webp::Encoder::from_rgb(&scene(40, 30), 40, 30).encode(80.0);
        check(&lossy, Ok((40, 30, false)));
    }

    #[test]
    fn sizes_are_those_of_the_upright_photo() {
        for turn in 1..=8 {
            let stored = corners(48, 32, turn);
            let block = exif(turn, b"");
            let photo = jpeg(&stored);
            let turned = with_segment(&photo, 0xe1, &[b"Exif\0\0", &block[..]].concat());
            check(&turned, Ok((48, 32, false)));
            check(
                &with_chunk(&png(&stored.into()), b"eXIf", &block),
                Ok((48, 32, false)),
            );
        }
        // not an orientation
        let odd = [b"Exif\0\0", &exif(9, b"")[..]].concat();
        check(
            &with_segment(&jpeg(&scene(48, 32)), 0xe1, &odd),
            Ok((48, 32, false)),
        );
    }

    #[test]
    fn a_photo_cut_anywhere_is_incomplete() {
        let scene = scene(160, 120);
        let image = DynamicImage::ImageRgb8(scene.clone());
        let lossy = ::webp::Encoder::from_rgb(&scene, 160, 120).encode(80.0);
        // A preview inside, with an end of its own, is not the end.
        let preview = [b"Exif\0\0", &exif(6, &jpeg(&corners(16, 16, 1)))[..]].concat();
        let whole = [
            jpeg(&scene),
            progressive(&scene),
            with_segment(&jpeg(&scene), 0xe1, &preview),
            png(&image),
            webp(&image, None),
            webp(&image, Some(vec![1; 100])),
            lossy.to_vec(),
        ];
        for bytes in whole {
            assert!(probe(&bytes).is_ok());
            for part in 0..16 {
                let cut = &bytes[..bytes.len() * part / 16];
                let fault = probe(cut).expect_err("it is cut short");
                assert_eq!(fault.rule, "photo-incomplete", "{part}/16: {fault:?}");
            }
            let last = &bytes[..bytes.len() - 1];
            assert_eq!(
                probe(last).expect_err("a byte is missing").rule,
                "photo-incomplete"
            );
            // What follows a photo is not part of it.
            assert_eq!(
                probe(&[&bytes[..], b"\xff\xd8 more"].concat()),
                probe(&bytes)
            );
        }
    }

    #[test]
    fn a_file_that_claims_to_go_on_is_incomplete() {
        // Cut between two parts, where only the claim tells.
        let mut bytes = webp(&scene(40, 30).into(), None);
        let claimed = bytes.len() as u32 - 8 + 20;
        bytes[4..8].copy_from_slice(&claimed.to_le_bytes());
        check(&bytes, Err(("photo-incomplete", "")));
    }

    #[test]
    fn what_is_too_large_is_refused_with_numbers() {
        let mut huge = png(&scene(4, 4).into());
        huge[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        check(
            &huge,
            Err(("photo-too-large", "30000 x 30000 pixels, 900 megapixels")),
        );
        huge[16..20].copy_from_slice(&[0x80, 0, 0, 0]);
        check(&huge, Err(("photo-too-large", "2147483648 x 30000")));
        huge[16..20].copy_from_slice(&[0; 4]);
        check(&huge, Err(("photo-damaged", "")));

        let resized = |bytes: Vec<u8>, width: u16, height: u16| {
            let mut bytes = bytes;
            let frame = bytes
                .windows(2)
                .position(|window| matches!(window, [0xff, 0xc0 | 0xc2]))
                .expect("it has a frame");
            bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
            bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
            bytes
        };
        let plain = jpeg(&scene(16, 16));
        check(
            &resized(plain.clone(), 12_000, 9000),
            Ok((12_000, 9000, false)),
        );
        check(
            &resized(plain.clone(), 16_320, 12_240),
            Err((
                "photo-too-large",
                "200 megapixels; a file of its kind may have at most 133",
            )),
        );
        check(
            &resized(plain, 65_535, 1),
            Err((
                "photo-too-large",
                "65535 x 1 pixels; a side may have at most 30000",
            )),
        );
        check(
            &resized(progressive(&scene(16, 16)), 12_000, 9000),
            Err(("photo-too-large", "at most 66")),
        );
    }

    #[test]
    fn weight_is_the_memory_it_takes() {
        fn check(image: DynamicImage, megabytes: u64, most: &str) {
            let sized = |width: u32, height: u32| {
                let mut bytes = png(&image);
                bytes[16..20].copy_from_slice(&width.to_be_bytes());
                bytes[20..24].copy_from_slice(&height.to_be_bytes());
                bytes
            };
            let file = 2 * sized(1, 1).len() as u64;
            let million = weight(&sized(1000, 1000)) - file;
            assert_eq!(million.div_ceil(1_000_000), megabytes);
            super::tests::check(&sized(20_000, 10_000), Err(("photo-too-large", most)));
        }
        let small = DynamicImage::ImageRgb8(scene(4, 4));
        check(small.clone(), 4, "at most 99");
        check(small.to_rgba8().into(), 6, "at most 99");
        check(small.to_rgb16().into(), 8, "at most 49");
        check(small.to_rgba16().into(), 8, "at most 49");
        check(small.to_luma8().into(), 6, "at most 66");

        let photo = jpeg(&scene(16, 16));
        assert_eq!(weight(&photo), (4 * 256).max(3 * 256 + photo.len() as u64));
        assert_eq!(weight(b"none"), 0);
    }

    #[test]
    fn what_holds_no_picture_is_damaged() {
        check(&[0xff, 0xd8, 0xff, 0xd9], Err(("photo-damaged", "")));
        check(
            &[0xff, 0xd8, 0xff, 0xe0, 0, 9],
            Err(("photo-incomplete", "")),
        );
        check(
            &[0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9],
            Err(("photo-damaged", "")),
        );
        check(b"RIFF\x04\0\0\0WEBP", Err(("photo-damaged", "")));
        check(
            b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82",
            Err(("photo-damaged", "")),
        );
        let print = with_segment(
            &[0xff, 0xd8, 0xff, 0xd9],
            0xc0,
            &[
                8, 0, 9, 0, 9, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0,
            ],
        );
        check(&print, Err(("photo-format", "CMYK")));
        let lossless = with_segment(&[0xff, 0xd8, 0xff, 0xd9], 0xc3, &[8, 0, 9, 0, 9, 1]);
        check(&lossless, Err(("photo-format", "rare kind")));
    }
}
