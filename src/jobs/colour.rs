//! Samples in a photo's own colours to the same in sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Decoded samples, 8 bits each, to be seen with a colour profile.
pub(super) struct Samples<'a> {
    /// Row by row: red, green, blue and, with four channels, opacity.
    pub data: &'a mut [u8],
    /// The pixels in a row.
    pub width: u32,
    /// 3 or 4.
    pub channels: usize,
    /// Whether the file held shades of grey, so that all three colours are equal.
    pub grey: bool,
}

/// Turns `samples` into sRGB, in place.
///
/// They are taken to be sRGB already when `profile` is broken or not made for such samples, as
/// browsers do; and when it moves no colour, which is what most cameras' profiles do.
pub(super) fn to_srgb(samples: Samples, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    match (profile.color_space, samples.grey) {
        (DataColorSpace::Gray, true) => shades(samples, &profile),
        (DataColorSpace::Rgb, _) => colours(samples, &profile),
        _ => {}
    }
}

fn shades(samples: Samples, profile: &ColorProfile) {
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let Ok(transform) = profile.create_transform_8bit(Layout::Gray, &srgb, Layout::Rgb, options)
    else {
        return;
    };
    let all: Vec<u8> = (0..=255).collect();
    let mut seen = [0; 3 * 256];
    if transform.transform(&all, &mut seen).is_err() {
        return;
    }
    for pixel in samples.data.chunks_exact_mut(samples.channels) {
        let shade = seen[3 * usize::from(pixel[0]) + 1];
        pixel[..3].fill(shade);
    }
}

fn colours(samples: Samples, profile: &ColorProfile) {
    let layout = match samples.channels {
        4 => Layout::Rgba,
        _ => Layout::Rgb,
    };
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, options) else {
        return;
    };
    let swatches = swatches(samples.channels);
    let mut seen = vec![0; swatches.len()];
    if transform.transform(&swatches, &mut seen).is_err()
        || swatches.iter().zip(&seen).all(|(a, b)| a.abs_diff(*b) <= 1)
    {
        return;
    }
    let row = samples.width as usize * samples.channels;
    let mut before = vec![0; row];
    for row in samples.data.chunks_exact_mut(row.max(1)) {
        before.copy_from_slice(row);
        // It took the swatches, so it takes every whole number of pixels.
        let _ = transform.transform(&before, row);
    }
}

/// Colours from everywhere in the cube, opaque.
fn swatches(channels: usize) -> Vec<u8> {
    const LEVELS: [u8; 6] = [0, 51, 102, 153, 204, 255];
    let mut swatches = Vec::new();
    for red in LEVELS {
        for green in LEVELS {
            for blue in LEVELS {
                swatches.extend_from_slice(&[red, green, blue, 255][..channels]);
            }
        }
    }
    swatches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(profile: &ColorProfile, grey: bool, pixel: &[u8], expected: &[u8]) {
        let mut data = pixel.to_vec();
        let samples = Samples {
            data: &mut data,
            width: 1,
            channels: pixel.len(),
            grey,
        };
        to_srgb(
            samples,
            &profile.encode().expect("the profile can be written"),
        );
        let near = data.iter().zip(expected).all(|(a, b)| a.abs_diff(*b) <= 2);
        assert!(near, "{pixel:?} became {data:?}, not {expected:?}");
    }

    #[test]
    fn colours_are_seen_as_they_were_meant() {
        // Expected values by the matrices of the two spaces and the sRGB curve (CSS Color 4).
        let p3 = ColorProfile::new_display_p3();
        check(&p3, false, &[255, 0, 0], &[255, 0, 0]);
        check(&p3, false, &[200, 100, 50], &[215, 93, 31]);
        check(&p3, false, &[128, 128, 128], &[128, 128, 128]);
        check(&p3, false, &[200, 100, 50, 77], &[215, 93, 31, 77]);
        let adobe = ColorProfile::new_adobe_rgb();
        check(&adobe, false, &[128, 128, 128], &[129, 129, 129]);
        check(&adobe, false, &[180, 100, 60], &[203, 100, 55]);
        let grey = ColorProfile::new_gray_with_gamma(1.8);
        check(&grey, true, &[100, 100, 100], &[119, 119, 119]);
        check(&grey, true, &[100, 100, 100, 9], &[119, 119, 119, 9]);
    }

    #[test]
    fn what_moves_nothing_changes_nothing() {
        fn untouched(profile: &[u8], grey: bool) {
            let before: Vec<u8> = (0..=255).flat_map(|n| [n, 255 - n, n / 2]).collect();
            let mut data = before.clone();
            let samples = Samples {
                data: &mut data,
                width: 256,
                channels: 3,
                grey,
            };
            to_srgb(samples, profile);
            assert_eq!(data, before);
        }
        let encoded = |profile: ColorProfile| profile.encode().expect("it can be written");
        untouched(&encoded(ColorProfile::new_srgb()), false);
        // not for these samples
        untouched(&encoded(ColorProfile::new_gray_with_gamma(1.0)), false);
        // broken
        untouched(b"", false);
        untouched(&encoded(ColorProfile::new_display_p3())[..200], false);
    }
}
