//! Rows of pixels, which know nothing of the file they came from.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage, RgbaImage};
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

impl Raster {
    pub(super) fn of(image: DynamicImage) -> Raster {
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
    pub(super) fn without_idle_opacity(mut self) -> Raster {
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

    /// A part of it at another size, width and height; `None` if there is no such part.
    pub(super) fn shrunk(
        &self,
        part: Part,
        size: (u32, u32),
        filter: FilterType,
    ) -> Option<Raster> {
        let kind = match self.channels {
            4 => PixelType::U8x4,
            _ => PixelType::U8x3,
        };
        let source = ImageRef::new(self.width, self.height, &self.data, kind).ok()?;
        let mut target = Image::new(size.0, size.1, kind);
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(filter))
            .crop(part.0, part.1, part.2, part.3);
        Resizer::new().resize(&source, &mut target, &options).ok()?;
        Some(Raster {
            width: size.0,
            height: size.1,
            channels: self.channels,
            data: target.into_vec(),
        })
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

#[cfg(test)]
impl Raster {
    /// The samples of one pixel.
    pub(super) fn pixel(&self, x: u32, y: u32) -> &[u8] {
        let at = (y * self.width + x) as usize * self.channels;
        &self.data[at..at + self.channels]
    }
}
