//! Which sizes a photo is made in.

use super::Crop;
use crate::source::Photo;

/// One size of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The part of the photo.
    pub crop: Option<Crop>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The sizes for `widths`, never larger than the photo.
pub fn plan(
    photo: &Photo,
    widths: &[u32],
    ratio: Option<(u32, u32)>,
    focus: (u8, u8),
) -> Vec<Planned> {
    let (mut w, mut h) = (photo.width.max(1), photo.height.max(1));
    let mut crop = None;
    if let Some((a, b)) = ratio {
        if w * b > h * a {
            w = (h * a / b).max(1);
        } else {
            h = (w * b / a).max(1);
        }
        crop = Some(Crop {
            x: (photo.width - w) * u32::from(focus.0) / 100,
            y: (photo.height - h) * u32::from(focus.1) / 100,
            width: w,
            height: h,
        });
    }
    let mut list: Vec<u32> = widths.iter().copied().filter(|&x| x < w).collect();
    if list.len() < widths.len() {
        list.push(w);
    }
    let one = |width: u32| Planned {
        crop,
        width,
        height: (h * width / w).max(1),
    };
    list.into_iter().map(one).collect()
}
