//! A photo's bytes to pixels, and pixels to the files that pages show.

mod pixels;
mod raster;

pub use pixels::{Pixels, decode, transparent};

use super::cut::Cut;
use super::{Effort, Fault, Picture};
use crate::kit::Format;
use mozjpeg::qtable;
use raster::Raster;
use rgb::FromSlice;
use std::panic::{AssertUnwindSafe, catch_unwind};

// Qualities of 100. What comes of them, against the pixels before encoding and beside what others
// publish, is measured in docs/pictures.md.
const JPEG_QUALITY: f32 = 81.3;
const QUICK_JPEG_QUALITY: f32 = 79.4;
const WEBP_QUALITY: f32 = 81.0;
const AVIF_QUALITY: f32 = 79.0;
#[cfg(feature = "paper")]
const SHARP_JPEG_QUALITY: f32 = 88.0;

/// Makes the files of `recipes` from the pixels of their photo, in that order.
///
/// The files hold pixels and nothing else: no place, camera, comment or profile. The bytes of each
/// do not depend on what else is made; recipes of one cut beside each other share the work of
/// cutting it.
pub fn encode(pixels: &Pixels, recipes: &[&Picture]) -> Vec<Result<Vec<u8>, Fault>> {
    let mut last: Option<(Cut, Raster)> = None;
    recipes
        .iter()
        .map(|recipe| {
            let raster = match last.take() {
                Some((made, raster)) if made == recipe.cut() => raster,
                _ => pixels.cut(recipe.cut()).ok_or_else(Fault::damaged)?,
            };
            // libjpeg reports its errors by unwinding.
            let bytes = catch_unwind(AssertUnwindSafe(|| match recipe.format {
                Format::Jpeg => jpeg(&raster, recipe.effort),
                Format::Webp => webp(&raster, recipe.effort),
                Format::Avif => avif(&raster, recipe.effort),
            }))
            .ok()
            .flatten()
            .ok_or_else(Fault::damaged);
            last = Some((recipe.cut(), raster));
            bytes
        })
        .collect()
}

fn jpeg(raster: &Raster, effort: Effort) -> Option<Vec<u8>> {
    let mut settings = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
    let quality = match effort {
        Effort::Best => {
            // Trellis quantisation, by the encoder's own defaults, in the usual order of scans: to
            // search for the best order doubles the work for 1 to 2 % fewer bytes.
            settings.set_optimize_scans(false);
            settings.set_progressive_mode();
            JPEG_QUALITY
        }
        Effort::Quick => {
            settings.set_fastest_defaults();
            settings.set_optimize_coding(true);
            QUICK_JPEG_QUALITY
        }
    };
    // With these tables the same score takes 2 to 10 % fewer bytes than with the encoder's own.
    // Colour bears a little more loss than light.
    settings.set_luma_qtable(&qtable::MSSSIM_Luma.scaled(quality, quality));
    let chroma = quality - 3.0;
    settings.set_chroma_qtable(&qtable::KleinSilversteinCarney.scaled(chroma, chroma));
    settings.set_size(raster.width as usize, raster.height as usize);
    let mut compress = settings.start_compress(Vec::new()).ok()?;
    compress.write_scanlines(&raster.on_white()).ok()?;
    compress.finish().ok()
}

/// A grey field in place of `picture`, for what is set without its photo.
pub fn grey(picture: &Picture) -> Result<Vec<u8>, Fault> {
    let pixels = picture.width as usize * picture.height as usize;
    let raster = Raster {
        data: vec![0x80; 3 * pixels],
        channels: 3,
        width: picture.width,
        height: picture.height,
    };
    jpeg(&raster, Effort::Quick).ok_or_else(Fault::damaged)
}

/// Flat colour and letters as a JPEG without a smear: `colours` are red, green and blue of each pixel.
#[cfg(feature = "paper")]
pub(super) fn sharp_jpeg(colours: &[u8], (width, height): (u32, u32)) -> Option<Vec<u8>> {
    let mut settings = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
    // To look for fewer bytes would take half as long again as all of the card.
    settings.set_fastest_defaults();
    settings.set_optimize_coding(true);
    settings.set_quality(SHARP_JPEG_QUALITY);
    // Red and pink edges would run over into their neighbours.
    settings.set_chroma_sampling_pixel_sizes((1, 1), (1, 1));
    settings.set_size(width as usize, height as usize);
    let mut compress = settings.start_compress(Vec::new()).ok()?;
    compress.write_scanlines(colours).ok()?;
    compress.finish().ok()
}

fn webp(raster: &Raster, effort: Effort) -> Option<Vec<u8>> {
    let mut config = ::webp::WebPConfig::new().ok()?;
    config.quality = WEBP_QUALITY;
    config.method = match effort {
        // 4, the encoder's default, takes twice as long for 2 to 5 % fewer bytes.
        Effort::Best => 2,
        Effort::Quick => 1,
    };
    let layout = match raster.channels {
        4 => ::webp::PixelLayout::Rgba,
        _ => ::webp::PixelLayout::Rgb,
    };
    let encoder = ::webp::Encoder::new(&raster.data, layout, raster.width, raster.height);
    Some(encoder.encode_advanced(&config).ok()?.to_vec())
}

fn avif(raster: &Raster, effort: Effort) -> Option<Vec<u8>> {
    let encoder = ravif::Encoder::new()
        .with_quality(AVIF_QUALITY)
        .with_alpha_quality(AVIF_QUALITY)
        .with_speed(match effort {
            // 6 takes half as long again for half a hundredth of the bytes.
            Effort::Best => 8,
            Effort::Quick => 10,
        })
        // All cores are busy with other pictures, and tiles would cost bytes.
        .with_num_threads(Some(1));
    let (width, height) = (raster.width as usize, raster.height as usize);
    let made = match raster.channels {
        4 => encoder.encode_rgba(ravif::Img::new(raster.data.as_rgba(), width, height)),
        _ => encoder.encode_rgb(ravif::Img::new(raster.data.as_rgb(), width, height)),
    };
    Some(made.ok()?.avif_file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::plan;
    use crate::jobs::sample::{
        self, exif, near, png, progressive, scene, with_chunk, with_profile, with_segment,
    };
    use crate::source::Photo;
    use image::{Rgba, RgbaImage};
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
            let pixels = decode(bytes.clone()).expect("it is a photo");
            for format in [Format::Jpeg, Format::Webp, Format::Avif] {
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
    fn transparent_pictures_stand_on_white_in_jpeg() {
        let half = RgbaImage::from_pixel(16, 16, Rgba([200, 100, 50, 128]));
        let pixels = decode(png(&half.into())).expect("it is a photo");
        assert!(pixels.transparent());
        let recipes = [picture(16, 16, Format::Jpeg), picture(16, 16, Format::Webp)];
        let made = encode(&pixels, &[&recipes[0], &recipes[1]]);
        let seen = |n: usize| {
            let bytes = made[n].as_ref().expect("it is made");
            let pixels = decode(bytes.clone()).expect("it can be read");
            pixels.cut(recipes[n].cut()).expect("there is such a part")
        };
        near(seen(0).pixel(8, 8), &[227, 177, 152], 3);
        near(seen(1).pixel(8, 8), &[200, 100, 50, 128], 4);
    }

    /// Width and height as the `ispe` box of an AVIF file says them.
    fn avif_size(bytes: &[u8]) -> Option<(u32, u32)> {
        assert_eq!(&bytes[4..12], b"ftypavif");
        let at = bytes.windows(4).position(|name| name == b"ispe")? + 8;
        let number = |at: usize| Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
        Some((number(at)?, number(at + 4)?))
    }

    #[test]
    fn odd_shapes_are_made() {
        for (width, height) in [(1, 1), (1, 20_000), (20_000, 1), (3, 2)] {
            let pixels = decode(png(&scene(width, height).into())).expect("it is a photo");
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
                        let made = decode(made).expect("it can be read");
                        assert_eq!((made.width(), made.height()), (cut.width, cut.height));
                    }
                    let recipe = Picture {
                        crop: cut.crop,
                        width: cut.width,
                        height: cut.height,
                        effort: Effort::Quick,
                        ..picture(1, 1, Format::Avif)
                    };
                    let made = encode(&pixels, &[&recipe]).remove(0).expect("it is made");
                    assert_eq!(avif_size(&made), Some((cut.width, cut.height)));
                }
            }
        }
    }

    #[test]
    fn a_picture_does_not_depend_on_its_neighbours() {
        let pixels = decode(sample::jpeg(&scene(400, 300))).expect("it is a photo");
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
    }

    #[test]
    fn what_is_published_is_smaller_than_what_is_previewed() {
        let photo = include_bytes!("../../../example-kit/photos/coffee.jpg");
        let pixels = decode(photo.to_vec()).expect("it is a photo");
        let length = |format, effort| {
            let recipe = Picture {
                effort,
                ..picture(480, 480 * pixels.height() / pixels.width(), format)
            };
            let made = encode(&pixels, &[&recipe]).remove(0);
            made.expect("it is made").len()
        };
        for format in [Format::Jpeg, Format::Webp, Format::Avif] {
            assert!(length(format, Effort::Best) < length(format, Effort::Quick));
        }
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
                if let Ok(pixels) = decode(rotten.clone()) {
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
            decode(rotten.clone())
                .expect_err("its checksum is wrong")
                .rule,
            "photo-damaged"
        );
    }
}
