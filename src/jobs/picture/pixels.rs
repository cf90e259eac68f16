//! A photo's bytes to pixels.

use super::raster::{Part, Raster};
use crate::jobs::colour::{self, Samples};
use crate::jobs::cut::{Crop, Cut};
use crate::jobs::kind::Kind;
use crate::jobs::probe::{Header, header, turns};
use crate::jobs::{Fault, png};
use fast_image_resize::FilterType;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageResult, Limits, RgbImage};
use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most bytes a PNG's lines and its colour profile may take while it is read.
const PNG_BUFFERS: u64 = 64 << 20;

/// The longest side of a photo that is small enough to be shrunk from as it is, in pixels.
const SMALL: u32 = 1024;

/// A decoded photo in sRGB, ready to be cut and shrunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    raster: Raster,
    /// The photo at half its size, at a quarter and so on. They depend on nothing but the photo,
    /// so a picture shrunk from one of them is the same whatever else is made.
    halves: Vec<Raster>,
    /// What to do with a raster to see it upright. Done after shrinking, when there is less
    /// to turn.
    orientation: Orientation,
}

/// Decodes a photo: the first picture of it, in sRGB, with 8 bits for each colour.
pub fn decode(bytes: &[u8]) -> Result<Pixels, Fault> {
    let header = header(bytes)?;
    // The decoders are others' code and the bytes are anybody's: should one panic, then this
    // photo is damaged and the others go on.
    let raster = catch_unwind(AssertUnwindSafe(|| read(bytes, &header)))
        .ok()
        .and_then(ImageResult::ok)
        .filter(|raster| (raster.width, raster.height) == (header.width, header.height))
        .ok_or_else(Fault::damaged)?;
    Ok(Pixels {
        halves: halves(&raster),
        raster,
        orientation: header.orientation,
    })
}

/// Half the photo, half of that and so on, down to a small one.
fn halves(raster: &Raster) -> Vec<Raster> {
    let mut halves: Vec<Raster> = Vec::new();
    loop {
        let last = halves.last().unwrap_or(raster);
        if last.width.max(last.height) <= SMALL || last.width.min(last.height) == 1 {
            return halves;
        }
        let whole = (0.0, 0.0, f64::from(last.width), f64::from(last.height));
        let size = (last.width.div_ceil(2), last.height.div_ceil(2));
        // Smooth, so that an odd side, which is not quite halved, shows no beat.
        match last.shrunk(whole, size, FilterType::Hamming) {
            Some(half) => halves.push(half),
            None => return halves,
        }
    }
}

impl Pixels {
    /// The width in pixels, upright.
    pub fn width(&self) -> u32 {
        match turns(self.orientation) {
            true => self.raster.height,
            false => self.raster.width,
        }
    }

    /// The height in pixels, upright.
    pub fn height(&self) -> u32 {
        match turns(self.orientation) {
            true => self.raster.width,
            false => self.raster.height,
        }
    }

    /// Whether a pixel is transparent.
    pub fn transparent(&self) -> bool {
        self.raster.channels == 4
    }

    /// A part of the photo, upright and at its size; `None` if there is no such part.
    pub(super) fn cut(&self, cut: Cut) -> Option<Raster> {
        let whole = Crop {
            x: 0,
            y: 0,
            width: self.width(),
            height: self.height(),
        };
        let part = self.stored(cut.crop.unwrap_or(whole));
        let size = match turns(self.orientation) {
            true => (cut.height, cut.width),
            false => (cut.width, cut.height),
        };
        let (raster, part) = self.nearest(part, size);
        let shrunk = raster.shrunk(part, size, FilterType::Lanczos3)?;
        Some(shrunk.without_idle_opacity().upright(self.orientation))
    }

    /// What a file of this cut is made of, before it is encoded: upright, opaque, on white where
    /// the photo is transparent. `None` if there is no such part.
    pub fn shown(&self, cut: Cut) -> Option<RgbImage> {
        let raster = self.cut(cut)?;
        RgbImage::from_raw(raster.width, raster.height, raster.on_white().into_owned())
    }

    /// The smallest raster in which `part` is still twice as large as `size` both ways, or the
    /// photo itself, and where the part lies in it. The last step of two or more is left to the
    /// better filter.
    fn nearest(&self, part: Part, size: (u32, u32)) -> (&Raster, Part) {
        let mut nearest = (&self.raster, part);
        for half in &self.halves {
            let (raster, (x, y, width, height)) = nearest;
            if width < f64::from(4 * size.0) || height < f64::from(4 * size.1) {
                break;
            }
            let across = f64::from(half.width) / f64::from(raster.width);
            let down = f64::from(half.height) / f64::from(raster.height);
            let (x, y) = (x * across, y * down);
            // No rounding may lead out of the raster.
            let width = (width * across).min(f64::from(half.width) - x);
            let height = (height * down).min(f64::from(half.height) - y);
            nearest = (half, (x, y, width, height));
        }
        nearest
    }

    /// Where a part of the upright photo lies in the pixels as they are stored.
    fn stored(&self, part: Crop) -> Part {
        let (x, y) = (f64::from(part.x), f64::from(part.y));
        let (width, height) = (f64::from(part.width), f64::from(part.height));
        let right = f64::from(self.width()) - x - width;
        let below = f64::from(self.height()) - y - height;
        match self.orientation {
            Orientation::NoTransforms => (x, y, width, height),
            Orientation::FlipHorizontal => (right, y, width, height),
            Orientation::Rotate180 => (right, below, width, height),
            Orientation::FlipVertical => (x, below, width, height),
            Orientation::Rotate90FlipH => (y, x, height, width),
            Orientation::Rotate90 => (y, right, height, width),
            Orientation::Rotate270FlipH => (below, right, height, width),
            Orientation::Rotate270 => (below, x, height, width),
        }
    }
}

fn read(bytes: &[u8], header: &Header) -> ImageResult<Raster> {
    let bytes = match header.kind {
        Kind::Jpeg | Kind::Webp => Cow::Borrowed(bytes),
        Kind::Png => Cow::Owned(png::essence(bytes)),
    };
    let reader = Cursor::new(&*bytes);
    let mut decoder: Box<dyn ImageDecoder> = match header.kind {
        Kind::Jpeg => Box::new(JpegDecoder::new(reader)?),
        Kind::Webp => Box::new(WebPDecoder::new(reader)?),
        Kind::Png => {
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(PNG_BUFFERS);
            Box::new(PngDecoder::with_limits(reader, limits)?)
        }
    };
    // A profile that cannot be read is no reason to refuse the photo.
    let profile = decoder.icc_profile().unwrap_or_default();
    let grey = matches!(
        decoder.color_type(),
        ColorType::L8 | ColorType::La8 | ColorType::L16 | ColorType::La16
    );
    let mut raster = Raster::of(DynamicImage::from_decoder(decoder)?);
    if let Some(profile) = profile {
        let samples = Samples {
            width: raster.width,
            channels: raster.channels,
            grey,
            data: &mut raster.data,
        };
        colour::to_srgb(samples, &profile);
    }
    Ok(raster)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::sample::{
        self, CORNERS, corners, exif, near, png, progressive, with_chunk, with_profile,
        with_segment,
    };
    use image::{GrayImage, Luma, LumaA, Rgb, Rgba, RgbaImage};
    use moxcms::ColorProfile;

    fn whole(pixels: &Pixels) -> Raster {
        let all = Cut {
            crop: None,
            width: pixels.width(),
            height: pixels.height(),
        };
        pixels.cut(all).expect("there is such a part")
    }

    #[test]
    fn photos_are_upright_to_the_pixel() {
        let expected = corners(48, 32, 1).into_raw();
        for turn in 1..=8 {
            let stored = corners(48, 32, turn);
            let block = exif(turn, b"");
            let bytes = with_chunk(&png(&stored.clone().into()), b"eXIf", &block);
            let pixels = decode(&bytes).expect("it is a photo");
            assert_eq!((pixels.width(), pixels.height()), (48, 32), "{turn}");
            assert_eq!(whole(&pixels).data, expected, "{turn}");

            let part = Crop {
                x: 21,
                y: 14,
                width: 8,
                height: 3,
            };
            let part_cut = Cut {
                crop: Some(part),
                width: 8,
                height: 3,
            };
            let raster = pixels.cut(part_cut).expect("there is such a part");
            let scene = corners(48, 32, 1);
            let view = image::imageops::crop_imm(&scene, part.x, part.y, part.width, part.height);
            assert_eq!(raster.data, view.to_image().into_raw(), "{turn}");

            let block = [b"Exif\0\0", &block[..]].concat();
            let bytes = with_segment(&sample::jpeg(&stored), 0xe1, &block);
            let raster = whole(&decode(&bytes).expect("it is a photo"));
            near(raster.pixel(0, 0), &CORNERS[0], 6);
            near(raster.pixel(47, 0), &CORNERS[1], 6);
            near(raster.pixel(0, 31), &CORNERS[2], 6);
            near(raster.pixel(47, 31), &CORNERS[3], 6);
        }
    }

    #[test]
    fn steps_on_the_way_move_nothing() {
        // Odd sides all the way down, and edges that would show a shift of one pixel.
        let scene = RgbImage::from_fn(2303, 1791, |x, y| {
            let wave = |at: u32, length: f64| {
                let turn = f64::from(at) / length * std::f64::consts::TAU;
                (127.5 + 127.5 * turn.sin()) as u8
            };
            Rgb([wave(x, 97.0), wave(y, 61.0), wave(x + 2 * y, 211.0)])
        });
        for turn in 1..=8 {
            let bytes = with_chunk(&png(&scene.clone().into()), b"eXIf", &exif(turn, b""));
            let pixels = decode(&bytes).expect("it is a photo");
            assert_eq!(pixels.halves.len(), 2);
            let straight = Pixels {
                halves: Vec::new(),
                ..pixels.clone()
            };
            let (width, height) = (pixels.width(), pixels.height());
            let corner = |x, y| {
                Some(Crop {
                    x,
                    y,
                    width: width / 2,
                    height: height / 2,
                })
            };
            for (crop, size) in [
                (None, (width / 9, height / 9)),
                (corner(0, 0), (width / 9, height / 9)),
                (
                    corner(width - width / 2, height - height / 2),
                    (width / 5, height / 5),
                ),
            ] {
                let cut = Cut {
                    crop,
                    width: size.0,
                    height: size.1,
                };
                let seen = |pixels: &Pixels| pixels.cut(cut).expect("there is such a part").data;
                let (stepped, straight) = (seen(&pixels), seen(&straight));
                let all = stepped.iter().zip(&straight);
                let off: u32 = all.map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
                let mean = f64::from(off) / stepped.len() as f64;
                assert!(mean < 1.0, "{turn} {crop:?}: {mean}");
            }
        }
    }

    #[test]
    fn every_kind_of_sample_is_seen_right() {
        fn check(bytes: &[u8], expected: &[u8]) {
            let raster = whole(&decode(bytes).expect("it is a photo"));
            near(raster.pixel(3, 3), expected, 2);
        }
        let size = (16, 16);
        let fill = |colour| RgbImage::from_pixel(size.0, size.1, Rgb(colour));
        let p3 = ColorProfile::new_display_p3()
            .encode()
            .expect("it is written");
        let grey = ColorProfile::new_gray_with_gamma(1.8)
            .encode()
            .expect("it is written");
        let colour = [200, 100, 50];

        check(&sample::jpeg(&fill(colour)), &colour);
        check(&progressive(&fill(colour)), &colour);
        check(&png(&fill(colour).into()), &colour);
        check(&sample::webp(&fill(colour).into(), None), &colour);
        check(
            &with_profile(&sample::jpeg(&fill(colour)), &p3),
            &[215, 93, 31],
        );
        check(
            &sample::webp(&fill(colour).into(), Some(p3.clone())),
            &[215, 93, 31],
        );
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        image::ImageEncoder::set_icc_profile(&mut encoder, p3.clone()).expect("it takes profiles");
        DynamicImage::ImageRgb8(fill(colour))
            .write_with_encoder(encoder)
            .expect("it is made");
        check(&bytes, &[215, 93, 31]);
        // 16 bits, with and without opacity
        let deep = DynamicImage::ImageRgb8(fill(colour)).into_rgb16();
        check(&png(&deep.into()), &colour);
        let clear = RgbaImage::from_pixel(size.0, size.1, Rgba([200, 100, 50, 128]));
        let deep = DynamicImage::ImageRgba8(clear.clone()).into_rgba16();
        check(&png(&deep.into()), &[200, 100, 50, 128]);
        check(
            &sample::webp(&clear.clone().into(), None),
            &[200, 100, 50, 128],
        );
        // opaque is as good as without opacity
        let opaque = RgbaImage::from_pixel(size.0, size.1, Rgba([200, 100, 50, 255]));
        check(&png(&opaque.into()), &colour);
        // grey
        let shade = GrayImage::from_pixel(size.0, size.1, Luma([100]));
        check(&png(&shade.clone().into()), &[100; 3]);
        let clear = image::GrayAlphaImage::from_pixel(size.0, size.1, LumaA([100, 7]));
        check(&png(&clear.into()), &[100, 100, 100, 7]);
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95)
            .encode_image(&shade)
            .expect("it is made");
        check(&bytes, &[100; 3]);
        check(&with_profile(&bytes, &grey), &[119; 3]);
        // a palette of one colour, made transparent: 1 bit, all pixels the second entry
        check(PALETTE, &[200, 100, 50, 128]);
    }

    /// 16 x 16 pixels of the second of two colours, 200 100 50 at an opacity of 128.
    const PALETTE: &[u8] = include_bytes!("../../../tests/pictures/palette.png");
}
