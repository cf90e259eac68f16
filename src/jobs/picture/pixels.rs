//! A photo's bytes to pixels.

use super::raster::{HALVING, Part, Raster};
use crate::jobs::colour::{self, Samples};
use crate::jobs::cut::{Crop, Cut};
use crate::jobs::kind::{Kind, whole};
use crate::jobs::probe::{HUGE, Header, header, turns};
use crate::jobs::{Fault, png};
use fast_image_resize::FilterType;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{ColorType, ImageDecoder, Limits, RgbImage};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;

/// The most bytes a PNG's lines and its colour profile may take while it is read.
const PNG_BUFFERS: u64 = 64 << 20;

/// The longest side of a photo that is small enough to be shrunk from as it is, in pixels.
const SMALL: u32 = 1024;

/// A decoded photo in sRGB, ready to be cut and shrunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width and height as they are stored.
    size: (u32, u32),
    /// The photo, unless it is huge, then half of it, half of that and so on. They depend on nothing
    /// but the photo, so a picture shrunk from one of them is the same whatever else is made.
    rasters: Vec<Raster>,
    /// What to do with a raster to see it upright. Done after shrinking, when there is less
    /// to turn.
    orientation: Orientation,
}

/// Decodes a photo: the first picture of it, in sRGB, with 8 bits for each colour.
pub fn decode(bytes: Vec<u8>) -> Result<Pixels, Fault> {
    let header = header(&bytes)?;
    let raster = raster(&bytes, &header)?;
    // A file may be as large as its pixels: it goes before more memory is asked for.
    drop(bytes);
    Ok(Pixels {
        size: (header.width, header.height),
        rasters: halves(raster).ok_or_else(Fault::damaged)?,
        orientation: header.orientation,
    })
}

/// Whether a pixel of a photo is transparent.
pub fn transparent(bytes: &[u8]) -> Result<bool, Fault> {
    let header = header(bytes)?;
    Ok(header.transparent && raster(bytes, &header)?.channels == 4)
}

fn raster(bytes: &[u8], header: &Header) -> Result<Raster, Fault> {
    let bytes = whole(bytes, header.kind)?;
    // The decoders are others' code and the bytes are anybody's: should one panic, then this
    // photo is damaged and the others go on.
    catch_unwind(AssertUnwindSafe(|| read(&bytes, header)))
        .ok()
        .flatten()
        .ok_or_else(Fault::damaged)
}

/// The photo, unless it is huge, half of it, half of that and so on, down to a small one.
fn halves(photo: Raster) -> Option<Vec<Raster>> {
    let mut last = photo;
    if u64::from(last.width) * u64::from(last.height) > HUGE {
        last = last.halved()?;
    }
    let mut rasters = Vec::new();
    while last.width.max(last.height) > SMALL && last.width.min(last.height) > 1 {
        let whole = (0.0, 0.0, f64::from(last.width), f64::from(last.height));
        let size = (last.width.div_ceil(2), last.height.div_ceil(2));
        let half = last.shrunk(whole, size, HALVING)?;
        rasters.push(std::mem::replace(&mut last, half));
    }
    rasters.push(last);
    Some(rasters)
}

impl Pixels {
    /// The width in pixels, upright.
    pub fn width(&self) -> u32 {
        match turns(self.orientation) {
            true => self.size.1,
            false => self.size.0,
        }
    }

    /// The height in pixels, upright.
    pub fn height(&self) -> u32 {
        match turns(self.orientation) {
            true => self.size.0,
            false => self.size.1,
        }
    }

    /// Whether a pixel is transparent.
    pub fn transparent(&self) -> bool {
        self.rasters.iter().any(|raster| raster.channels == 4)
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
        let (raster, part) = self.nearest(part, size)?;
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
    /// largest there is, and where the part lies in it. The last step of two or more is left to the
    /// better filter.
    fn nearest(&self, part: Part, size: (u32, u32)) -> Option<(&Raster, Part)> {
        let mut nearest = None;
        let (mut here, mut part) = (self.size, part);
        for raster in &self.rasters {
            let (x, y, width, height) = part;
            let small = width < f64::from(4 * size.0) || height < f64::from(4 * size.1);
            if small && nearest.is_some() {
                break;
            }
            let across = f64::from(raster.width) / f64::from(here.0);
            let down = f64::from(raster.height) / f64::from(here.1);
            let (x, y) = (x * across, y * down);
            // No rounding may lead out of the raster.
            let width = (width * across).min(f64::from(raster.width) - x);
            let height = (height * down).min(f64::from(raster.height) - y);
            part = (x, y, width, height);
            here = (raster.width, raster.height);
            nearest = Some((raster, part));
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

/// The pixels of a file, in sRGB; `None` if it holds others than its header says.
fn read(bytes: &[u8], header: &Header) -> Option<Raster> {
    let stored = match header.kind {
        Kind::Jpeg => jpeg_samples(bytes),
        Kind::Png => {
            let bytes = png::essence(bytes);
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(PNG_BUFFERS);
            samples(PngDecoder::with_limits(Cursor::new(&bytes), limits).ok()?)
        }
        Kind::Webp => samples(WebPDecoder::new(Cursor::new(bytes)).ok()?),
    }?;
    if stored.size != (header.width, header.height) {
        return None;
    }
    let grey = matches!(
        stored.colour,
        ColorType::L8 | ColorType::La8 | ColorType::L16 | ColorType::La16
    );
    let mut raster = Raster::of(stored.size, stored.colour, stored.samples)?;
    if let Some(profile) = stored.profile {
        let samples = Samples {
            width: raster.width,
            channels: raster.channels,
            grey,
            data: &mut raster.data,
        };
        colour::to_srgb(samples, &profile);
    }
    Some(raster)
}

/// What a decoder gives.
struct Stored {
    size: (u32, u32),
    colour: ColorType,
    samples: Vec<u8>,
    profile: Option<Vec<u8>>,
}

fn samples(mut decoder: impl ImageDecoder) -> Option<Stored> {
    let mut samples = vec![0; usize::try_from(decoder.total_bytes()).ok()?];
    Some(Stored {
        size: decoder.dimensions(),
        colour: decoder.color_type(),
        // A profile that cannot be read is no reason to refuse the photo.
        profile: decoder.icc_profile().unwrap_or_default(),
        samples: {
            decoder.read_image(&mut samples).ok()?;
            samples
        },
    })
}

fn jpeg_samples(bytes: &[u8]) -> Option<Stored> {
    let any_size = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), any_size);
    decoder.decode_headers().ok()?;
    let (space, colour) = match decoder.input_colorspace()? {
        ColorSpace::Luma => (ColorSpace::Luma, ColorType::L8),
        _ => (ColorSpace::RGB, ColorType::Rgb8),
    };
    decoder.set_options(any_size.jpeg_set_out_colorspace(space));
    let (width, height) = decoder.dimensions()?;
    let mut samples = vec![0; decoder.output_buffer_size()?];
    decoder.decode_into(&mut samples).ok()?;
    Some(Stored {
        size: (width as u32, height as u32),
        colour,
        samples,
        profile: decoder.icc_profile(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::sample::{
        self, CORNERS, corners, exif, near, png, progressive, with_chunk, with_profile,
        with_segment,
    };
    use image::{DynamicImage, GrayImage, Luma, LumaA, Rgb, Rgba, RgbaImage};
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
            let pixels = decode(bytes.clone()).expect("it is a photo");
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
            let raster = whole(&decode(bytes.clone()).expect("it is a photo"));
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
            let pixels = decode(bytes.clone()).expect("it is a photo");
            assert_eq!(pixels.rasters.len(), 3);
            let mut straight = pixels.clone();
            straight.rasters.truncate(1);
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
    fn a_huge_photo_is_kept_at_half_its_size() {
        let corners = corners(48, 32, 1);
        let huge = image::imageops::resize(&corners, 9600, 6800, image::imageops::Nearest);
        let pixels = decode(sample::jpeg(&huge)).expect("it is a photo");
        assert_eq!((pixels.width(), pixels.height()), (9600, 6800));
        let sizes = pixels.rasters.iter().map(|raster| raster.width);
        assert_eq!(sizes.collect::<Vec<_>>(), [4800, 2400, 1200, 600]);
        for (crop, corner) in [(0, 0), (1, 1), (2, 2), (3, 3)] {
            let cut = Cut {
                crop: Some(Crop {
                    x: crop % 2 * 4810,
                    y: crop / 2 * 3410,
                    width: 4790,
                    height: 3390,
                }),
                width: 479,
                height: 339,
            };
            let raster = pixels.cut(cut).expect("there is such a part");
            for (x, y) in [(9, 9), (469, 9), (9, 329), (469, 329)] {
                near(raster.pixel(x, y), &CORNERS[corner], 6);
            }
        }
    }

    #[test]
    fn every_kind_of_sample_is_seen_right() {
        fn check(bytes: &[u8], expected: &[u8]) {
            let raster = whole(&decode(bytes.to_vec()).expect("it is a photo"));
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
