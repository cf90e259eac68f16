//! A JPEG to whether the whole picture is in it.
//!
//! A decoder fills what is missing with grey and says nothing, and the marker that ends a file is
//! easily put behind half of it. So the codes of every scan are walked through and counted, up to
//! the last block of the last row. No pixel is made of them.
//!
//! One kind of damage cannot be told: in the scans that only refine a progressive picture nearly any
//! bits are right. They change the last bit of what is seen, which is hardly to be seen.

use super::codes::Codes;
use super::scan::{Kind, Part, Scan};
use super::{END, next_marker, standard};
use crate::jobs::Fault;
use crate::jobs::probe::piece;
use std::borrow::Cow;

/// The most scans and tables: each takes its time, however few bytes it has.
const SCANS: usize = 100;
const TABLES: usize = 1000;

/// The bits of a coefficient, as long as nothing is known of it.
const UNKNOWN: u8 = u8::MAX;

/// Walks through the scans of a file that [`walk`](super::walk) walked through. The same file, with
/// the [standard] tables where it has none.
pub(in crate::jobs) fn whole(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Fault> {
    let mut picture: Option<Picture> = None;
    let mut tables = Tables::default();
    let (mut scans, mut at) = (0, 2);
    let mut lent = false;
    loop {
        let (marker, body) = next_marker(bytes, at).ok_or_else(Fault::incomplete)?;
        if marker == END {
            break;
        }
        let length = piece(bytes, body, 2).ok_or_else(Fault::incomplete)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        at = body + length;
        let content = bytes.get(body + 2..at).ok_or_else(Fault::damaged)?;
        match (marker, &mut picture) {
            (0xc0..=0xc2, None) => {
                picture = Some(Picture::read(marker, content).ok_or_else(Fault::damaged)?);
            }
            (0xc4, _) => tables.read(content).ok_or_else(Fault::damaged)?,
            (0xdd, _) => {
                let restart = content.first_chunk().ok_or_else(Fault::damaged)?;
                tables.restart = u32::from(u16::from_be_bytes(*restart));
            }
            (0xda, Some(picture)) => {
                scans += 1;
                if scans > SCANS {
                    return Err(Fault::damaged());
                }
                let scan = Scan::read(content, picture).ok_or_else(Fault::damaged)?;
                if tables.count == 0 && scan.kind == Kind::Sequential {
                    tables.read(standard::tables()).ok_or_else(Fault::damaged)?;
                    lent = true;
                }
                if !scan.parts.iter().all(|part| tables.have(part, &scan)) {
                    return Err(Fault::damaged());
                }
                at = scan.walk(bytes, at, picture, &tables)?;
            }
            _ => {}
        }
    }
    match picture {
        Some(picture) if picture.is_whole() => Ok(match lent {
            true => Cow::Owned(standard::with_tables(bytes)),
            false => Cow::Borrowed(bytes),
        }),
        _ => Err(Fault::incomplete()),
    }
}

#[derive(Default)]
pub(super) struct Tables {
    pub dc: [Option<Codes>; 4],
    pub ac: [Option<Codes>; 4],
    /// How many were read.
    count: usize,
    /// How many units lie between two restarts; 0 for no restarts.
    pub restart: u32,
}

impl Tables {
    fn read(&mut self, mut content: &[u8]) -> Option<()> {
        // Less than a table is filling.
        while content.len() > 16 {
            self.count += 1;
            let (place, codes, rest) = Codes::read(content).filter(|_| self.count <= TABLES)?;
            let tables = match place >> 4 {
                0 => &mut self.dc,
                1 => &mut self.ac,
                _ => return None,
            };
            *tables.get_mut(usize::from(place & 15))? = Some(codes);
            content = rest;
        }
        Some(())
    }

    fn have(&self, part: &Part, scan: &Scan) -> bool {
        let dc = self.dc[part.dc].is_some() || scan.high > 0;
        match scan.kind {
            Kind::Sequential => dc && self.ac[part.ac].is_some(),
            Kind::Dc => dc,
            Kind::Ac => self.ac[part.ac].is_some(),
        }
    }
}

pub(super) struct Picture {
    pub progressive: bool,
    pub components: Vec<Component>,
    /// Units of the picture, across and down.
    pub units: (u32, u32),
}

pub(super) struct Component {
    pub name: u8,
    /// Blocks in a unit of the picture, across and down.
    pub blocks: (u32, u32),
    /// Blocks in a scan of this component alone.
    pub alone: (u32, u32),
    /// The bits of each coefficient that are still to come.
    pub to_come: [u8; 64],
    /// Which coefficients of each block are not 0, as far as they have come.
    pub filled: Vec<u64>,
}

impl Picture {
    fn read(marker: u8, content: &[u8]) -> Option<Picture> {
        let &[_, h1, h0, w1, w0, count, ref components @ ..] = content else {
            return None;
        };
        let progressive = marker == 0xc2;
        let height = u32::from(u16::from_be_bytes([h1, h0]));
        let width = u32::from(u16::from_be_bytes([w1, w0]));
        let components = components.get(..3 * usize::from(count))?;
        let factors = |at: usize| {
            let factor = move |component: &[u8]| (component[1] >> (4 * at)) & 15;
            components.chunks_exact(3).map(factor).map(u32::from)
        };
        let (across, down) = (factors(1).max()?, factors(0).max()?);
        if across == 0 || down == 0 {
            return None;
        }
        let units = (width.div_ceil(8 * across), height.div_ceil(8 * down));
        let component = |(component, blocks): (&[u8], (u32, u32))| Component {
            name: component[0],
            blocks,
            alone: (
                (width * blocks.0).div_ceil(8 * across),
                (height * blocks.1).div_ceil(8 * down),
            ),
            to_come: [UNKNOWN; 64],
            filled: match progressive {
                true => vec![0; (units.0 * blocks.0 * units.1 * blocks.1) as usize],
                false => Vec::new(),
            },
        };
        Some(Picture {
            progressive,
            units,
            components: components
                .chunks_exact(3)
                .zip(factors(1).zip(factors(0)))
                .map(component)
                .collect(),
        })
    }

    /// Whether all coefficients have come to their last bit. Colour may do without its finer ones.
    fn is_whole(&self) -> bool {
        self.components.iter().enumerate().all(|(n, component)| {
            let [dc, ac @ ..] = &component.to_come;
            let without = n > 0 && ac.iter().all(|&bits| bits == UNKNOWN);
            *dc == 0 && (without || ac.iter().all(|&bits| bits == 0))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::standard;
    use crate::jobs::sample::{jpeg, progressive, scene, with_segment};
    use crate::jobs::{Pixels, decode};
    use image::DynamicImage;
    use image::codecs::jpeg::JpegEncoder;

    /// 160 x 108 pixels at half the colour: with a restart after every seven units, and in ten
    /// scans.
    const RESTARTS: &[u8] = include_bytes!("../../../tests/pictures/restarts.jpg");
    const REFINED: &[u8] = include_bytes!("../../../tests/pictures/refined.jpg");

    fn photos() -> [Vec<u8>; 5] {
        let mut grey = Vec::new();
        JpegEncoder::new(&mut grey)
            .encode_image(&DynamicImage::from(scene(160, 120)).into_luma8())
            .expect("it is made");
        [
            jpeg(&scene(160, 120)),
            grey,
            progressive(&scene(160, 120)),
            RESTARTS.to_vec(),
            REFINED.to_vec(),
        ]
    }

    fn pixels(bytes: &[u8]) -> Pixels {
        decode(bytes.to_vec()).expect("it is a photo")
    }

    fn rule(bytes: &[u8]) -> &'static str {
        decode(bytes.to_vec()).map_or_else(|fault| fault.rule, |_| "none")
    }

    /// Where the marker is, and where the first scan's bits begin.
    fn at(bytes: &[u8], marker: u8) -> Vec<usize> {
        let pairs = bytes.windows(2).enumerate();
        let found = pairs.filter(|(_, pair)| *pair == [0xff, marker]);
        found.map(|(at, _)| at).collect()
    }

    fn scan(bytes: &[u8]) -> usize {
        let start = at(bytes, 0xda)[0];
        start + 2 + usize::from(bytes[start + 3])
    }

    #[test]
    fn a_photo_cut_anywhere_is_incomplete_whatever_ends_it() {
        for bytes in photos() {
            pixels(&bytes);
            let scan = scan(&bytes);
            for part in 1..32 {
                let mut cut = bytes[..scan + (bytes.len() - scan) * part / 32].to_vec();
                while cut.last() == Some(&0xff) {
                    cut.pop();
                }
                cut.extend_from_slice(b"\xff\xd9");
                assert_eq!(rule(&cut), "photo-incomplete", "{part}/32");
            }
        }
        // between two scans, where only what they hold tells
        for last in &at(REFINED, 0xda)[1..] {
            let cut = [&REFINED[..*last], b"\xff\xd9"].concat();
            assert_eq!(rule(&cut), "photo-incomplete");
        }
    }

    #[test]
    fn a_hole_is_damage() {
        for bytes in photos() {
            let (scan, end) = (scan(&bytes), bytes.len() - 2);
            let middle = usize::midpoint(scan, end);
            for hole in [middle..end, middle - 200..middle + 200] {
                let mut bytes = bytes.clone();
                bytes[hole].fill(0);
                assert_ne!(rule(&bytes), "none");
            }
            let gap = [&bytes[..middle - 200], &bytes[middle + 200..]].concat();
            assert_ne!(rule(&gap), "none");
        }
        // A restart that comes too late, and one that is not the next.
        let second = at(RESTARTS, 0xd1)[0];
        let other = [&RESTARTS[..second], b"\xff\xd3", &RESTARTS[second + 2..]].concat();
        assert_eq!(rule(&other), "photo-damaged");
        let late = [&RESTARTS[..second], &[3; 40], &RESTARTS[second..]].concat();
        assert_eq!(rule(&late), "photo-damaged");
    }

    #[test]
    fn a_picture_from_a_video_is_read_by_the_standard_tables() {
        let without_tables = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            while let Some(&start) = at(&bytes, 0xc4).first() {
                let length = u16::from_be_bytes([bytes[start + 2], bytes[start + 3]]);
                bytes.drain(start..start + 2 + usize::from(length));
            }
            bytes
        };
        let [colour, grey, progressive, ..] = photos();
        for bytes in [colour, grey] {
            let frame = without_tables(&bytes);
            assert!(frame.len() < bytes.len() && pixels(&frame) == pixels(&bytes));
            let avi = with_segment(&frame, 0xe0, b"AVI1\0\0\0\0");
            assert!(pixels(&avi) == pixels(&bytes));
            // Half of it is still half of it.
            let half = [&frame[..frame.len() / 2], b"\xff\xd9"].concat();
            assert_eq!(rule(&half), "photo-incomplete");
        }
        // Only videos leave them out, and videos are not progressive.
        assert_eq!(rule(&without_tables(&progressive)), "photo-damaged");
        // Some tables, but not those that are needed.
        let one = with_segment(
            &without_tables(&photos()[0]),
            0xc4,
            &standard::tables()[..29],
        );
        assert_eq!(rule(&one), "photo-damaged");
    }

    #[test]
    fn what_a_careless_camera_writes_is_read() {
        for bytes in photos() {
            let clean = pixels(&bytes);
            let end = bytes.len() - 2;
            let first = at(&bytes, 0xc4)[0];
            for careless in [
                [&bytes[..first], &[0xff; 9], &bytes[first..]].concat(),
                [&bytes[..end], &[0; 200], b"\xff\xd9"].concat(),
                [&bytes[..end], b"odd bytes\xff\x00\xff\xff\xff\xd9"].concat(),
                [&bytes, &bytes[..40]].concat(),
                [&bytes[..], b"\0\0\0\xff\xd8\xff\xe1\0\x10MPF"].concat(),
            ] {
                assert!(pixels(&careless) == clean);
            }
        }
        // One more restart, or a few bytes before one.
        let last = RESTARTS.len() - 2;
        let marker = RESTARTS[at(RESTARTS, 0xd0).into_iter().next_back().unwrap_or(0) + 1];
        let more = [&RESTARTS[..last], &[0xff, marker], &RESTARTS[last..]].concat();
        assert!(pixels(&more) == pixels(RESTARTS));
        let second = at(RESTARTS, 0xd1)[0];
        let few = [&RESTARTS[..second], &[0; 3], &RESTARTS[second..]].concat();
        assert!(pixels(&few) == pixels(RESTARTS));
    }
}
