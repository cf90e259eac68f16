//! A photo's size and the widths a page wants to what is cut out of it, and at which sizes.

use crate::source::Photo;

/// The longest side a WebP file can have; pictures in both formats keep to it.
const LONGEST: u64 = 16_383;

/// A part of a photo, in pixels of the upright photo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Crop {
    /// Pixels left of it.
    pub x: u32,
    /// Pixels above it.
    pub y: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// A part of a photo and the size it is shown at, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cut {
    /// The part; `None` for the whole photo.
    pub crop: Option<Crop>,
    /// The width of the result.
    pub width: u32,
    /// The height of the result.
    pub height: u32,
}

impl Cut {
    /// Where `focus`, a point of `photo` in percent from the left and the top, lies in what this
    /// cut shows, in whole percent of that.
    ///
    /// A part whose edges are not the photo's was cut round the point and has it in its middle.
    /// Otherwise the nearer edge is the photo's own, and a fraction counts towards it: so what is
    /// cut at this place once more never loses the point.
    pub fn place(&self, photo: &Photo, focus: (u8, u8)) -> (u8, u8) {
        let Some(part) = self.crop else {
            return (focus.0.min(100), focus.1.min(100));
        };
        let place = |length: u32, start: u32, part: u32, percent: u8| {
            let (length, start, part) = (u64::from(length), u64::from(start), u64::from(part));
            let percent = u64::from(percent.min(100));
            let from = |percent: u64| (length * percent / part.max(1)).min(100);
            let place = if start == 0 {
                from(percent)
            } else if start + part == length {
                100 - from(100 - percent)
            } else {
                50
            };
            place as u8
        };
        (
            place(photo.width, part.x, part.width, focus.0),
            place(photo.height, part.y, part.height, focus.1),
        )
    }
}

/// The cuts to make of `photo` for a place that wants it `widths` pixels wide, by width.
///
/// `ratio` (width to height) cuts the largest part of that shape round `focus`, the point that
/// matters in percent from the left and the top; without it the photo keeps its shape. Nothing
/// is ever made larger than it is: wider wishes become the width there is, once. There is always
/// at least one cut, and no side is ever zero.
pub fn plan(photo: &Photo, widths: &[u32], ratio: Option<(u32, u32)>, focus: (u8, u8)) -> Vec<Cut> {
    let ratio = ratio.filter(|&(width, height)| width > 0 && height > 0);
    let whole = Crop {
        x: 0,
        y: 0,
        width: photo.width.max(1),
        height: photo.height.max(1),
    };
    let part = ratio.map_or(whole, |ratio| shaped(whole, ratio, focus));
    let crop = (part != whole).then_some(part);

    // The shape that was asked for, not that of the part in whole pixels: so all widths of one
    // place have the same shape.
    let (across, down) = ratio.unwrap_or((part.width, part.height));
    let (across, down) = (u64::from(across), u64::from(down));
    let widest = u64::from(part.width)
        .min(LONGEST)
        .min(LONGEST.saturating_mul(across) / down)
        .max(1);
    let tallest = u64::from(part.height).min(LONGEST);

    let mut widths: Vec<u64> = match widths {
        [] => vec![widest],
        _ => widths
            .iter()
            .map(|&width| u64::from(width).clamp(1, widest))
            .collect(),
    };
    widths.sort_unstable();
    widths.dedup();
    widths
        .into_iter()
        .map(|width| Cut {
            crop,
            width: width as u32,
            height: (width * down + across / 2)
                .div_euclid(across)
                .clamp(1, tallest) as u32,
        })
        .collect()
}

/// The largest part of `whole` of the shape `ratio`, as near to `focus` as the edges let it.
fn shaped(whole: Crop, ratio: (u32, u32), focus: (u8, u8)) -> Crop {
    let (across, down) = (u64::from(ratio.0), u64::from(ratio.1));
    let (width, height) = (u64::from(whole.width), u64::from(whole.height));
    let (part_width, part_height) = if width * down > height * across {
        (
            ((height * across + down / 2) / down).clamp(1, width),
            height,
        )
    } else {
        (
            width,
            ((width * down + across / 2) / across).clamp(1, height),
        )
    };
    let start = |length: u64, part: u64, percent: u8| {
        let middle = length * u64::from(percent.min(100)) / 100;
        middle.saturating_sub(part / 2).min(length - part) as u32
    };
    Crop {
        x: start(width, part_width, focus.0),
        y: start(height, part_height, focus.1),
        width: part_width as u32,
        height: part_height as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(width: u32, height: u32) -> Photo {
        Photo {
            path: String::new(),
            content: [0; 32],
            width,
            height,
            transparent: false,
        }
    }

    /// Cuts as `x,y,w,h>W,H` or `W,H`.
    fn check(
        size: (u32, u32),
        widths: &[u32],
        ratio: Option<(u32, u32)>,
        focus: (u8, u8),
        expected: &[&str],
    ) {
        let cuts: Vec<String> = plan(&photo(size.0, size.1), widths, ratio, focus)
            .iter()
            .map(|cut| {
                let size = format!("{},{}", cut.width, cut.height);
                match cut.crop {
                    Some(c) => format!("{},{},{},{}>{size}", c.x, c.y, c.width, c.height),
                    None => size,
                }
            })
            .collect();
        assert_eq!(cuts, expected, "{size:?} {widths:?} {ratio:?} {focus:?}");
    }

    #[test]
    fn places() {
        fn check(size: (u32, u32), ratio: Option<(u32, u32)>, focus: (u8, u8), expected: (u8, u8)) {
            let photo = photo(size.0, size.1);
            for cut in plan(&photo, &[1, 400, 9000], ratio, focus) {
                let place = cut.place(&photo, focus);
                assert_eq!(place, expected, "{size:?} {ratio:?} {focus:?}");
            }
        }
        let wide = (4000, 3000);
        // all of the photo
        check(wide, None, (46, 52), (46, 52));
        check(wide, None, (0, 255), (0, 100));
        check(wide, Some((4, 3)), (5, 95), (5, 95));
        // round the point
        check(wide, Some((1, 1)), (40, 5), (50, 5));
        check(wide, Some((8, 3)), (95, 50), (95, 50));
        check((1001, 333), Some((1, 1)), (49, 50), (50, 50));
        // in corners, as near to the point as the edges let it
        check(wide, Some((1, 1)), (0, 0), (0, 0));
        check(wide, Some((1, 1)), (100, 100), (100, 100));
        check(wide, Some((1, 1)), (10, 90), (13, 90));
        check(wide, Some((1, 1)), (90, 10), (87, 10));
        check(wide, Some((8, 3)), (0, 8), (0, 16));
        check(wide, Some((8, 3)), (100, 92), (100, 84));
        // 6.67 percent from an edge: the fraction counts towards it.
        check(wide, Some((1, 1)), (5, 50), (6, 50));
        check(wide, Some((1, 1)), (95, 50), (94, 50));
        // odd photos
        check((1, 1), Some((4, 5)), (0, 100), (0, 100));
        check((1, 20_000), Some((4, 5)), (50, 0), (50, 0));
        check((1, 20_000), Some((4, 5)), (50, 100), (50, 100));
        check((1, 20_000), Some((4, 5)), (50, 60), (50, 50));
        check((30_000, 20), Some((u32::MAX, 1)), (7, 0), (7, 0));
    }

    #[test]
    fn what_is_cut_twice_keeps_the_point() {
        let sizes = [
            (4000, 3000),
            (997, 1499),
            (600, 2400),
            (2400, 601),
            (333, 335),
        ];
        for (width, height) in sizes {
            let photo = photo(width, height);
            for ratio in [
                None,
                Some((2, 1)),
                Some((10, 7)),
                Some((1, 1)),
                Some((4, 5)),
            ] {
                for left in 0..=100 {
                    let focus = (left, 100 - left);
                    let cut = plan(&photo, &[], ratio, focus)[0];
                    let place = cut.place(&photo, focus);
                    let part = cut.crop.unwrap_or(Crop {
                        x: 0,
                        y: 0,
                        width,
                        height,
                    });
                    // The second cut shows a tenth of each side. A pixel is none to quarrel about.
                    let shown = |length: u32, start: u32, part: u32, percent: u8, place: u8| {
                        let (length, part) = (f64::from(length), f64::from(part));
                        let point = length * f64::from(percent) / 100.0 - f64::from(start);
                        let from = (part - part / 10.0) * f64::from(place) / 100.0;
                        assert!(
                            (from - 1.0..=from + part / 10.0 + 1.0).contains(&point),
                            "{width} {height} {ratio:?} {focus:?} {place}"
                        );
                    };
                    shown(width, part.x, part.width, focus.0, place.0);
                    shown(height, part.y, part.height, focus.1, place.1);
                }
            }
        }
    }

    #[test]
    fn sizes() {
        let centre = (50, 50);
        let wide = (4000, 3000);
        check(wide, &[480, 960], None, centre, &["480,360", "960,720"]);
        check(
            wide,
            &[960, 480, 480],
            None,
            centre,
            &["480,360", "960,720"],
        );
        // never larger than it is, and then only once
        check(
            (800, 600),
            &[480, 960, 1600],
            None,
            centre,
            &["480,360", "800,600"],
        );
        check((300, 200), &[480, 960], None, centre, &["300,200"]);
        check((300, 200), &[], None, centre, &["300,200"]);
        check((300, 200), &[0], None, centre, &["1,1"]);
        // a shape
        check(
            wide,
            &[400],
            Some((1, 1)),
            centre,
            &["500,0,3000,3000>400,400"],
        );
        check(wide, &[400], Some((4, 3)), centre, &["400,300"]);
        check(
            wide,
            &[400],
            Some((8, 3)),
            centre,
            &["0,750,4000,1500>400,150"],
        );
        check(wide, &[400], Some((0, 3)), centre, &["400,300"]);
        check(
            wide,
            &[9000],
            Some((1, 1)),
            centre,
            &["500,0,3000,3000>3000,3000"],
        );
        // round the focus, but inside
        check(
            wide,
            &[400],
            Some((1, 1)),
            (40, 0),
            &["100,0,3000,3000>400,400"],
        );
        check(
            wide,
            &[400],
            Some((1, 1)),
            (0, 0),
            &["0,0,3000,3000>400,400"],
        );
        check(
            wide,
            &[400],
            Some((1, 1)),
            (100, 255),
            &["1000,0,3000,3000>400,400"],
        );
        check(
            wide,
            &[400],
            Some((8, 3)),
            (50, 90),
            &["0,1500,4000,1500>400,150"],
        );
        // odd photos
        check((1, 1), &[480], None, centre, &["1,1"]);
        check((1, 1), &[480], Some((4, 5)), centre, &["1,1"]);
        check((1, 20_000), &[480], None, centre, &["1,16383"]);
        check(
            (20_000, 1),
            &[480, 30_000],
            None,
            centre,
            &["480,1", "16383,1"],
        );
        check(
            (1, 20_000),
            &[480],
            Some((4, 5)),
            centre,
            &["0,10000,1,1>1,1"],
        );
        check(
            (20_000, 1),
            &[480],
            Some((1, 20_000)),
            centre,
            &["10000,0,1,1>1,1"],
        );
        check((30_000, 30_000), &[30_000], None, centre, &["16383,16383"]);
        check(
            (30_000, 20),
            &[u32::MAX],
            Some((u32::MAX, 1)),
            centre,
            &["0,10,30000,1>16383,1"],
        );
    }
}
