//! Rows of pixels, which know nothing of the file they came from.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{InnerPixel, U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, RgbImage, RgbaImage};
use std::borrow::Cow;

/// A part of a raster in pixels of it: left, top, width and height.
pub(super) type Part = (f64, f64, f64, f64);

/// Rows of red, green and blue, and of opacity if one pixel is not opaque.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Raster {
    pub width: u32,
    pub height: u32,
    /// 3, or 4 with opacity.
    pub channels: usize,
    pub data: Vec<u8>,
}

/// How many bytes of a raster are shrunk at once: shrinking takes half as much again, or with
/// opacity twice as much. Many bands would cost time.
const BAND: usize = 20_000_000;

/// Smooth, so that an odd side, which is not quite halved, shows no beat.
pub(super) const HALVING: FilterType = FilterType::Hamming;

/// How far the widest filter reaches, in pixels of the smaller picture.
const REACH: f64 = 3.0;

impl Raster {
    /// Puts together what a decoder gave. Nothing that is large is held twice.
    pub(super) fn of(size: (u32, u32), colour: ColorType, samples: Vec<u8>) -> Option<Raster> {
        let samples = match colour {
            ColorType::L16 | ColorType::La16 | ColorType::Rgb16 | ColorType::Rgba16 => {
                eight_bits(samples)
            }
            _ => samples,
        };
        let (channels, data) = match colour {
            ColorType::L8 | ColorType::L16 => {
                (3, samples.iter().flat_map(|&shade| [shade; 3]).collect())
            }
            ColorType::La8 | ColorType::La16 => {
                let (pixels, _) = samples.as_chunks();
                let seen = |&[shade, opacity]: &[u8; 2]| [shade, shade, shade, opacity];
                (4, pixels.iter().flat_map(seen).collect())
            }
            ColorType::Rgb8 | ColorType::Rgb16 => (3, samples),
            ColorType::Rgba8 | ColorType::Rgba16 => (4, samples),
            _ => return None,
        };
        let raster = Raster {
            width: size.0,
            height: size.1,
            channels,
            data,
        };
        Some(raster.without_idle_opacity())
    }

    /// Drops an opacity that is full everywhere: files are smaller without it.
    pub(super) fn without_idle_opacity(mut self) -> Raster {
        if self.channels == 4 && self.data.chunks_exact(4).all(|pixel| pixel[3] == 255) {
            let pixels = self.data.len() / 4;
            for pixel in 0..pixels {
                self.data.copy_within(4 * pixel..4 * pixel + 3, 3 * pixel);
            }
            self.data.truncate(3 * pixels);
            self.data.shrink_to_fit();
            self.channels = 3;
        }
        self
    }

    /// A part of it at another size, width and height; `None` if there is no such part.
    pub(super) fn shrunk(
        &self,
        part: Part,
        size: (u32, u32),
        filter: FilterType,
    ) -> Option<Raster> {
        self.shrunk_in_bands(part, size, filter, BAND)
    }

    fn shrunk_in_bands(
        &self,
        part: Part,
        size: (u32, u32),
        filter: FilterType,
        band: usize,
    ) -> Option<Raster> {
        let row = self.width as usize * self.channels;
        let target_row = size.0 as usize * self.channels;
        let mut data = vec![0; size.1 as usize * target_row];
        let mut free = &mut data[..];
        let mut resizer = Resizer::new();
        for band in bands(self.height, part, size.1, band / row) {
            let source = self.data.get(band.first * row..band.end * row)?;
            let (target, rest) = free.split_at_mut_checked(band.rows as usize * target_row)?;
            free = rest;
            band.shrink(&mut resizer, source, target, self.channels, filter)?;
        }
        Some(Raster {
            width: size.0,
            height: size.1,
            channels: self.channels,
            data,
        })
    }

    /// The same at half its size, in the memory that it has.
    pub(super) fn halved(self) -> Option<Raster> {
        self.halved_in_bands(BAND)
    }

    fn halved_in_bands(mut self, band: usize) -> Option<Raster> {
        let (width, height) = (self.width.div_ceil(2), self.height.div_ceil(2));
        let whole = (0.0, 0.0, f64::from(self.width), f64::from(self.height));
        let row = self.width as usize * self.channels;
        let target_row = width as usize * self.channels;
        let mut made = 0;
        let mut resizer = Resizer::new();
        for band in bands(self.height, whole, height, band / row) {
            // Half as many rows of half the length never reach those that are still to be read.
            let source = self.data.get(band.first * row..band.end * row)?.to_vec();
            let end = made + band.rows as usize * target_row;
            let target = self.data.get_mut(made..end)?;
            band.shrink(&mut resizer, &source, target, self.channels, HALVING)?;
            made = end;
        }
        self.data.truncate(made);
        self.data.shrink_to_fit();
        (self.width, self.height) = (width, height);
        Some(self)
    }

    /// Turned and mirrored as `orientation` says.
    pub(super) fn upright(self, orientation: Orientation) -> Raster {
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
    pub(super) fn on_white(&self) -> Cow<'_, [u8]> {
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

/// Some rows of a smaller picture, and what of the larger one they are made of.
struct Band {
    rows: u32,
    /// The rows of the larger one that have a part in them.
    first: usize,
    end: usize,
    /// Where they lie in these: left, top, width and height.
    part: Part,
}

/// The bands that make `rows` rows of `part` of a raster of `height` rows, each of no more than
/// about `most` of these.
fn bands(height: u32, part: Part, rows: u32, most: usize) -> impl Iterator<Item = Band> {
    let (left, top, width, tall) = part;
    let step = tall / f64::from(rows);
    // What lies this far above and below a row of the target has a part in it.
    let reach = (REACH * step.max(1.0)).ceil() + 1.0;
    let each = ((most as f64 / step) as u32).clamp(1, rows.max(1));
    (0..rows).step_by(each as usize).map(move |row| {
        let rows = (rows - row).min(each);
        let above = top + f64::from(row) * step;
        let tall = f64::from(rows) * step;
        let first = (above - reach).floor().max(0.0);
        let end = (above + tall + reach).ceil().min(f64::from(height));
        let above = above - first;
        Band {
            rows,
            first: first as usize,
            end: end as usize,
            // No rounding may lead out of them.
            part: (left, above, width, tall.min(end - first - above)),
        }
    })
}

impl Band {
    /// Makes these rows.
    fn shrink(
        &self,
        resizer: &mut Resizer,
        source: &[u8],
        target: &mut [u8],
        channels: usize,
        filter: FilterType,
    ) -> Option<()> {
        let width = |bytes: usize, rows: usize| (bytes / channels / rows.max(1)) as u32;
        let tall = self.end - self.first;
        let from = (width(source.len(), tall), tall as u32, source);
        let to = (width(target.len(), self.rows as usize), self.rows, target);
        match channels {
            4 => resize::<U8x4>(resizer, from, to, self.part, filter),
            _ => resize::<U8x3>(resizer, from, to, self.part, filter),
        }
    }
}

/// Shrinks `part` of `source` to `target`, each with its width and height. The kind of pixels is
/// named, since the library would bring along its code for every other.
fn resize<P: PixelTrait + InnerPixel>(
    resizer: &mut Resizer,
    source: (u32, u32, &[u8]),
    target: (u32, u32, &mut [u8]),
    (left, top, width, height): Part,
    filter: FilterType,
) -> Option<()> {
    let source = TypedImageRef::<P>::from_buffer(source.0, source.1, source.2).ok()?;
    let mut target = TypedImage::<P>::from_buffer(target.0, target.1, target.2).ok()?;
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(filter))
        .crop(left, top, width, height);
    resizer.resize_typed(&source, &mut target, &options).ok()
}

/// Samples of 16 bits, of this machine's order, to the nearest of 8 in their place.
fn eight_bits(mut samples: Vec<u8>) -> Vec<u8> {
    let count = samples.len() / 2;
    for sample in 0..count {
        let deep = u16::from_ne_bytes([samples[2 * sample], samples[2 * sample + 1]]);
        samples[sample] = ((u32::from(deep) + 128) / 257) as u8;
    }
    samples.truncate(count);
    samples.shrink_to_fit();
    samples
}

#[cfg(test)]
impl Raster {
    /// The samples of one pixel.
    pub(super) fn pixel(&self, x: u32, y: u32) -> &[u8] {
        let at = (y * self.width + x) as usize * self.channels;
        &self.data[at..at + self.channels]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_leave_no_seam() {
        fn check(channels: usize, part: Part, size: (u32, u32), filter: FilterType) {
            let (width, height) = (24, 3333);
            let grain = |at: usize| ((at * 7919) ^ (at >> 3)).wrapping_mul(2_654_435_761) >> 13;
            // Where nearly nothing is to be seen, its colour is anything.
            let least = |at: usize| if at % channels == 3 { 128 } else { 0 };
            let raster = Raster {
                width,
                height,
                channels,
                data: (0..channels * (width * height) as usize)
                    .map(|at| grain(at) as u8 | least(at))
                    .collect(),
            };
            let mut at_once = vec![0; channels * (size.0 * size.1) as usize];
            let source = (width, height, raster.data.as_slice());
            let target = (size.0, size.1, at_once.as_mut_slice());
            let resizer = &mut Resizer::new();
            let done = match channels {
                4 => resize::<U8x4>(resizer, source, target, part, filter),
                _ => resize::<U8x3>(resizer, source, target, part, filter),
            };
            done.expect("it is made");
            let mut made = vec![raster.shrunk_in_bands(part, size, filter, 20_000)];
            if filter == HALVING {
                made.push(raster.halved_in_bands(20_000));
            }
            for made in made {
                let made = made.expect("it is made").data;
                assert_eq!(made.len(), at_once.len());
                let both = made.iter().zip(&at_once);
                let off: Vec<u8> = both.map(|(a, b)| a.abs_diff(*b)).collect();
                // Rounding differs by a step here and there; a seam would be off by dozens.
                assert!(off.iter().all(|&off| off <= 2), "{part:?} to {size:?}");
                let some = off.iter().filter(|&&off| off > 0).count();
                assert!(some <= off.len() / 100, "{part:?} to {size:?}: {some}");
            }
        }
        let whole = (0.0, 0.0, 24.0, 3333.0);
        check(3, whole, (12, 1667), HALVING);
        check(4, whole, (12, 1667), HALVING);
        check(3, whole, (24, 3333), FilterType::Lanczos3);
        check(3, whole, (7, 1201), FilterType::Lanczos3);
        check(
            4,
            (3.5, 100.25, 20.0, 3200.5),
            (10, 900),
            FilterType::Lanczos3,
        );
        check(
            3,
            (0.0, 1000.0, 24.0, 2333.0),
            (24, 3),
            FilterType::Lanczos3,
        );
        check(3, whole, (30, 4000), FilterType::Lanczos3);
    }
}
