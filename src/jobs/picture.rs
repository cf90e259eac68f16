//! A photo's bytes to pixels, and pixels to the files that pages show.

use super::colour::{self, Samples};
use super::cut::{Crop, Cut};
use super::kind::Kind;
use super::probe::{Header, header, turns};
use super::{Effort, Fault, Picture, png};
use crate::kit::Format;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageResult, Limits, RgbImage, RgbaImage};
use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Of 100; near the knee of size against quality for photos at screen sizes.
const JPEG_QUALITY: f32 = 75.0;
/// Of 100; the quality that looks like the above.
const WEBP_QUALITY: f32 = 80.0;

/// The most bytes a PNG's lines and its colour profile may take while it is read.
const PNG_BUFFERS: u64 = 64 << 20;

/// A decoded photo in sRGB, ready to be cut and shrunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    raster: Raster,
    /// What to do with the raster to see it upright. Done after shrinking, when there is less
    /// to turn.
    orientation: Orientation,
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
}

/// Rows of red, green and blue, and of opacity if one pixel is not opaque.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Raster {
    width: u32,
    height: u32,
    channels: usize,
    data: Vec<u8>,
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
        raster,
        orientation: header.orientation,
    })
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

impl Raster {
    fn of(image: DynamicImage) -> Raster {
        let (width, height) = (image.width(), image.height());
        let (channels, data) = match image.color().has_alpha() {
            true => (4, image.into_rgba8().into_raw()),
            false => (3, image.into_rgb8().into_raw()),
        };
        let raster = Raster {
            width,
            height,
            channels,
            data,
        };
        raster.without_idle_opacity()
    }

    /// Drops an opacity that is full everywhere: files are smaller without it.
    fn without_idle_opacity(mut self) -> Raster {
        if self.channels == 4 && self.data.chunks_exact(4).all(|pixel| pixel[3] == 255) {
            let pixels = self.data.len() / 4;
            for pixel in 0..pixels {
                self.data.copy_within(4 * pixel..4 * pixel + 3, 3 * pixel);
            }
            self.data.truncate(3 * pixels);
            self.channels = 3;
        }
        self
    }

    fn upright(self, orientation: Orientation) -> Raster {
        if orientation == Orientation::NoTransforms {
            return self;
        }
        let (width, height) = (self.width, self.height);
        let image = match self.channels {
            4 => RgbaImage::from_raw(width, height, self.data).map(DynamicImage::ImageRgba8),
            _ => RgbImage::from_raw(width, height, self.data).map(DynamicImage::ImageRgb8),
        };
        let mut image = image.unwrap_or_default();
        image.apply_orientation(orientation);
        Raster {
            width: image.width(),
            height: image.height(),
            channels: self.channels,
            data: image.into_bytes(),
        }
    }

    /// On white, for files that know no opacity.
    fn on_white(&self) -> Cow<'_, [u8]> {
        if self.channels == 3 {
            return Cow::Borrowed(&self.data);
        }
        let over = |colour: u8, opacity: u8| {
            let (colour, opacity) = (u16::from(colour), u16::from(opacity));
            ((colour * opacity + 255 * (255 - opacity) + 127) / 255) as u8
        };
        let data = self.data.chunks_exact(4).flat_map(|pixel| {
            let &[red, green, blue, opacity] = pixel else {
                return [255; 3];
            };
            [
                over(red, opacity),
                over(green, opacity),
                over(blue, opacity),
            ]
        });
        Cow::Owned(data.collect())
    }
}

/// Makes the files of `recipes` from the pixels of their photo, in that order.
///
/// The files hold pixels and nothing else: no place, camera, comment or profile. Each is made
/// straight from the photo, so its bytes do not depend on what else is made; recipes of one cut
/// beside each other share the work of cutting it.
pub fn encode(pixels: &Pixels, recipes: &[&Picture]) -> Vec<Result<Vec<u8>, Fault>> {
    let mut last: Option<(Cut, Raster)> = None;
    recipes
        .iter()
        .map(|recipe| {
            let raster = match last.take() {
                Some((made, raster)) if made == recipe.cut() => raster,
                _ => cut(pixels, recipe.cut()).ok_or_else(Fault::damaged)?,
            };
            // libjpeg reports its errors by unwinding.
            let bytes = catch_unwind(AssertUnwindSafe(|| match recipe.format {
                Format::Jpeg => jpeg(&raster, recipe.effort),
                Format::Webp => webp(&raster, recipe.effort),
            }))
            .ok()
            .flatten()
            .ok_or_else(Fault::damaged);
            last = Some((recipe.cut(), raster));
            bytes
        })
        .collect()
}

/// A part of the photo, upright and at its size; `None` if there is no such part.
fn cut(pixels: &Pixels, cut: Cut) -> Option<Raster> {
    let whole = Crop {
        x: 0,
        y: 0,
        width: pixels.width(),
        height: pixels.height(),
    };
    let part = stored(cut.crop.unwrap_or(whole), pixels);
    let (width, height) = match turns(pixels.orientation) {
        true => (cut.height, cut.width),
        false => (cut.width, cut.height),
    };
    let raster = &pixels.raster;
    let kind = match raster.channels {
        4 => PixelType::U8x4,
        _ => PixelType::U8x3,
    };
    let source = ImageRef::new(raster.width, raster.height, &raster.data, kind).ok()?;
    let mut target = Image::new(width, height, kind);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .crop(part.0, part.1, part.2, part.3);
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    let shrunk = Raster {
        width,
        height,
        channels: raster.channels,
        data: target.into_vec(),
    };
    Some(shrunk.without_idle_opacity().upright(pixels.orientation))
}

/// Where a part of the upright photo lies in the pixels as they are stored: left, top, width and
/// height.
fn stored(part: Crop, pixels: &Pixels) -> (f64, f64, f64, f64) {
    let (x, y) = (f64::from(part.x), f64::from(part.y));
    let (width, height) = (f64::from(part.width), f64::from(part.height));
    let right = f64::from(pixels.width()) - x - width;
    let below = f64::from(pixels.height()) - y - height;
    match pixels.orientation {
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

fn jpeg(raster: &Raster, effort: Effort) -> Option<Vec<u8>> {
    let mut settings = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
    match effort {
        // The encoder's own defaults: progressive, with trellis quantisation.
        Effort::Best => {}
        Effort::Quick => {
            settings.set_fastest_defaults();
            settings.set_optimize_coding(true);
        }
    }
    settings.set_size(raster.width as usize, raster.height as usize);
    settings.set_quality(JPEG_QUALITY);
    let mut compress = settings.start_compress(Vec::new()).ok()?;
    compress.write_scanlines(&raster.on_white()).ok()?;
    compress.finish().ok()
}

fn webp(raster: &Raster, effort: Effort) -> Option<Vec<u8>> {
    let mut config = ::webp::WebPConfig::new().ok()?;
    config.quality = WEBP_QUALITY;
    config.method = match effort {
        // 4, the encoder's default, takes twice as long for 2 to 5 % fewer bytes.
        Effort::Best => 2,
        Effort::Quick => 0,
    };
    let layout = match raster.channels {
        4 => ::webp::PixelLayout::Rgba,
        _ => ::webp::PixelLayout::Rgb,
    };
    let encoder = ::webp::Encoder::new(&raster.data, layout, raster.width, raster.height);
    Some(encoder.encode_advanced(&config).ok()?.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::plan;
    use crate::jobs::sample::{
        self, CORNERS, corners, exif, png, progressive, scene, with_chunk, with_profile,
        with_segment,
    };
    use crate::source::Photo;
    use image::{GrayImage, Luma, LumaA, Rgb, Rgba};
    use moxcms::ColorProfile;
    use std::sync::Arc;

    fn picture(width: u32, height: u32, format: Format) -> Picture {
        Picture {
            photo: Arc::new(Photo {
                path: String::new(),
                content: [0; 32],
                width,
                height,
                transparent: false,
            }),
            crop: None,
            width,
            height,
            format,
            effort: Effort::Best,
        }
    }

    fn whole(pixels: &Pixels) -> Raster {
        let all = Cut {
            crop: None,
            width: pixels.width(),
            height: pixels.height(),
        };
        cut(pixels, all).expect("there is such a part")
    }

    fn pixel(raster: &Raster, x: u32, y: u32) -> &[u8] {
        let at = (y * raster.width + x) as usize * raster.channels;
        &raster.data[at..at + raster.channels]
    }

    fn near(found: &[u8], expected: &[u8], most: u8) {
        let all = found
            .iter()
            .zip(expected)
            .all(|(a, b)| a.abs_diff(*b) <= most);
        assert!(
            all && found.len() == expected.len(),
            "{found:?} for {expected:?}"
        );
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
            let raster = cut(&pixels, part_cut).expect("there is such a part");
            let scene = corners(48, 32, 1);
            let view = image::imageops::crop_imm(&scene, part.x, part.y, part.width, part.height);
            assert_eq!(raster.data, view.to_image().into_raw(), "{turn}");

            let block = [b"Exif\0\0", &block[..]].concat();
            let bytes = with_segment(&sample::jpeg(&stored), 0xe1, &block);
            let raster = whole(&decode(&bytes).expect("it is a photo"));
            near(pixel(&raster, 0, 0), &CORNERS[0], 6);
            near(pixel(&raster, 47, 0), &CORNERS[1], 6);
            near(pixel(&raster, 0, 31), &CORNERS[2], 6);
            near(pixel(&raster, 47, 31), &CORNERS[3], 6);
        }
    }

    #[test]
    fn nothing_but_pixels_gets_out() {
        const CANARY: &[u8] = b"CANARY 43.2630 N 2.9350 W";
        let scene = scene(64, 48);
        let jpeg = sample::jpeg(&scene);
        let exif = [b"Exif\0\0", &exif(1, CANARY)[..]].concat();
        let xmp = [b"http://ns.adobe.com/xap/1.0/\0", CANARY].concat();
        let jpeg = with_segment(&jpeg, 0xe1, &exif);
        let jpeg = with_segment(&jpeg, 0xe1, &xmp);
        let jpeg = with_segment(&jpeg, 0xed, &[b"Photoshop 3.0\0", CANARY].concat());
        let jpeg = with_segment(&jpeg, 0xfe, CANARY);
        let jpeg = with_profile(&jpeg, CANARY);
        let jpeg = [&jpeg[..], CANARY].concat();
        let png = with_chunk(
            &png(&scene.clone().into()),
            b"tEXt",
            &[b"Comment\0", CANARY].concat(),
        );
        let png = with_chunk(&png, b"eXIf", &exif[6..]);
        let png = [&png[..], CANARY].concat();
        for bytes in [jpeg, png] {
            let pixels = decode(&bytes).expect("it is a photo");
            for format in [Format::Jpeg, Format::Webp] {
                let picture = picture(64, 48, format);
                let made = encode(&pixels, &[&picture]).remove(0).expect("it is made");
                assert!(!made.windows(6).any(|window| window == &CANARY[..6]));
                let markers: &[&[u8]] = &[b"Exif", b"EXIF", b"ICC", b"XMP", b"http", b"VP8X"];
                for marker in markers {
                    assert!(!made.windows(marker.len()).any(|window| window == *marker));
                }
            }
        }
    }

    #[test]
    fn every_kind_of_sample_is_seen_right() {
        fn check(bytes: &[u8], expected: &[u8]) {
            let raster = whole(&decode(bytes).expect("it is a photo"));
            near(pixel(&raster, 3, 3), expected, 2);
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
    const PALETTE: &[u8] = include_bytes!("../../tests/pictures/palette.png");

    #[test]
    fn transparent_pictures_stand_on_white_in_jpeg() {
        let half = RgbaImage::from_pixel(16, 16, Rgba([200, 100, 50, 128]));
        let pixels = decode(&png(&half.into())).expect("it is a photo");
        assert!(pixels.transparent());
        let recipes = [picture(16, 16, Format::Jpeg), picture(16, 16, Format::Webp)];
        let made = encode(&pixels, &[&recipes[0], &recipes[1]]);
        let seen = |n: usize| {
            let bytes = made[n].as_ref().expect("it is made");
            whole(&decode(bytes).expect("it can be read"))
        };
        near(pixel(&seen(0), 8, 8), &[227, 177, 152], 3);
        near(pixel(&seen(1), 8, 8), &[200, 100, 50, 128], 4);
    }

    #[test]
    fn odd_shapes_are_made() {
        for (width, height) in [(1, 1), (1, 20_000), (20_000, 1), (3, 2)] {
            let pixels = decode(&png(&scene(width, height).into())).expect("it is a photo");
            for ratio in [None, Some((4, 5)), Some((1, 100))] {
                let photo = Photo {
                    width,
                    height,
                    ..(*picture(1, 1, Format::Jpeg).photo).clone()
                };
                for cut in plan(&photo, &[480, 1], ratio, (50, 50)) {
                    for format in [Format::Jpeg, Format::Webp] {
                        let recipe = Picture {
                            crop: cut.crop,
                            width: cut.width,
                            height: cut.height,
                            ..picture(1, 1, format)
                        };
                        let made = encode(&pixels, &[&recipe]).remove(0).expect("it is made");
                        let made = decode(&made).expect("it can be read");
                        assert_eq!((made.width(), made.height()), (cut.width, cut.height));
                    }
                }
            }
        }
    }

    #[test]
    fn a_picture_does_not_depend_on_its_neighbours() {
        let pixels = decode(&sample::jpeg(&scene(400, 300))).expect("it is a photo");
        let sized = |width, height, format, effort| Picture {
            width,
            height,
            effort,
            ..picture(400, 300, format)
        };
        let recipes = [
            sized(400, 300, Format::Jpeg, Effort::Best),
            sized(200, 150, Format::Jpeg, Effort::Best),
            sized(200, 150, Format::Webp, Effort::Best),
            sized(200, 150, Format::Jpeg, Effort::Quick),
            sized(80, 60, Format::Webp, Effort::Quick),
        ];
        let all = encode(&pixels, &recipes.each_ref());
        for (recipe, made) in recipes.iter().zip(&all) {
            assert_eq!(&encode(&pixels, &[recipe])[0], made);
        }
        let length = |n: usize| all[n].as_ref().expect("it is made").len();
        assert!(length(1) < length(3));
    }

    #[test]
    fn damage_is_a_fault_and_never_a_panic() {
        let scene = scene(64, 48);
        let files = [
            sample::jpeg(&scene),
            progressive(&scene),
            png(&scene.clone().into()),
            sample::webp(&scene.into(), None),
        ];
        for bytes in files {
            // Deterministic rot: every file is hit in many places, three bytes at a time.
            for seed in 0..200_usize {
                let mut rotten = bytes.clone();
                for hit in 0..3 {
                    let at = (seed * 7919 + hit * 104_729) % rotten.len();
                    rotten[at] ^= (seed % 255 + 1) as u8;
                }
                if let Ok(pixels) = decode(&rotten) {
                    let recipe = picture(pixels.width().min(8), 8, Format::Jpeg);
                    assert_eq!(encode(&pixels, &[&recipe]).len(), 1);
                }
            }
        }
        let png = png(&sample::scene(64, 48).into());
        let mut rotten = png.clone();
        let middle = png.len() / 2;
        rotten[middle] ^= 0xff;
        assert_eq!(
            decode(&rotten).expect_err("its checksum is wrong").rule,
            "photo-damaged"
        );
    }
}
