//! A photo that stands in until the creator has put her own in its place: hills in a haze.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

const QUALITY: u8 = 85;
const HILLS: u32 = 5;

/// A JPEG of `width` by `height` pixels; another `seed`, other hills.
pub(super) fn jpeg(seed: u32, width: u32, height: u32) -> Result<Vec<u8>, String> {
    let far = tint(seed, 0.93);
    let near = tint(seed + 2, 0.28);
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let (x, y) = (x as f32 / width as f32, y as f32 / height as f32);
        let hidden_by = (0..HILLS).rev().find(|&hill| y > ridge(seed, hill, x));
        let depth = hidden_by.map_or(y * 0.15, |hill| {
            (hill + 1) as f32 / HILLS as f32 * 0.85 + (1.0 - y) * 0.15
        });
        Rgb([0, 1, 2].map(|i| (far[i] + (near[i] - far[i]) * depth) as u8))
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode_image(&picture)
        .map_err(|error| format!("cannot make the placeholder photo: {error}"))?;
    Ok(bytes)
}

/// How far down a hill's ridge is at `x`; both from 0 to 1.
fn ridge(seed: u32, hill: u32, x: f32) -> f32 {
    let phase = (seed * 7 + hill * 3) as f32;
    let base = 0.42 + hill as f32 * 0.12;
    base + 0.05 * (x * 5.0 + phase).sin() + 0.02 * (x * 13.0 + phase * 1.7).sin()
}

/// A colour of some lightness from 0 to 1, in 0 to 255.
fn tint(seed: u32, lightness: f32) -> [f32; 3] {
    [0.0, 2.1, 4.2].map(|turn| {
        let hue = (seed as f32 * 1.3 + turn).sin();
        255.0 * (lightness + 0.12 * hue * (1.0 - lightness * 0.6)).clamp(0.0, 1.0)
    })
}
