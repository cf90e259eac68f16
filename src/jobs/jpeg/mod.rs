//! A JPEG file to its [`Header`], segment by segment.

mod codes;
mod scan;
mod standard;
mod whole;

pub(super) use whole::whole;

use super::Fault;
use super::kind::Kind;
use super::probe::{Header, orientation, piece};
use image::metadata::Orientation;
use memchr::memchr;

/// Walks from marker to marker, through all scans, to the marker that ends the picture. What
/// follows it (a preview, a depth map, a second picture) is not ours.
pub(super) fn walk(bytes: &[u8]) -> Result<Header, Fault> {
    let mut at = 2;
    let mut frame: Option<Frame> = None;
    let mut upright = None;
    let mut scans = 0;
    let mut tables = false;
    loop {
        let (marker, body) = next_marker(bytes, at).ok_or_else(Fault::incomplete)?;
        if marker == END {
            break;
        }
        let length = piece(bytes, body, 2).ok_or_else(Fault::incomplete)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let segment = piece(bytes, body, length).ok_or_else(Fault::incomplete)?;
        let content = segment.get(2..).ok_or_else(Fault::damaged)?;
        match marker {
            0xc0..=0xc2 if frame.is_none() => frame = Some(Frame::read(marker, content)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err(Fault::format(
                    "is a JPEG of a rare kind (lossless, hierarchical or arithmetic)",
                    "open it in a photo app and export it as an ordinary JPEG",
                ));
            }
            0xc4 => tables = true,
            0xda => scans += 1,
            0xe1 if upright.is_none() && content.starts_with(b"Exif\0\0") => {
                upright = orientation(content);
            }
            _ => {}
        }
        at = body + length;
    }
    let frame = frame.filter(|_| scans > 0).ok_or_else(Fault::damaged)?;
    Ok(Header {
        kind: Kind::Jpeg,
        width: frame.width,
        height: frame.height,
        transparent: false,
        orientation: upright.unwrap_or(Orientation::NoTransforms),
        // Without tables it is copied to put them in.
        copies: if tables { 1 } else { 2 },
        decoding: frame.decoding(scans),
        decoded: 3,
    })
}

const END: u8 = 0xd9;

/// The next marker at or after `at`, and where its segment starts. Between segments, and in the
/// pixels of a scan, everything is passed over that is no marker: stuffed bytes and restarts too.
fn next_marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    loop {
        at += memchr(0xff, bytes.get(at..)?)? + 1;
        match *bytes.get(at)? {
            // Filling: this 0xff may start a marker.
            0xff => {}
            0x00 | 0x01 | 0xd0..=0xd8 => at += 1,
            marker => return Some((marker, at + 1)),
        }
    }
}

/// What a frame header says.
struct Frame {
    progressive: bool,
    width: u32,
    height: u32,
    /// The samples of each component in one unit of the picture, across times down.
    samples: Vec<u64>,
    /// The samples of a component of full size in such a unit.
    full: u64,
}

impl Frame {
    fn read(marker: u8, content: &[u8]) -> Result<Frame, Fault> {
        let &[precision, h1, h0, w1, w0, count, ref components @ ..] = content else {
            return Err(Fault::damaged());
        };
        if precision != 8 {
            return Err(Fault::format(
                format!("is a JPEG with {precision} bits for each colour"),
                "export it as an ordinary JPEG, with 8 bits",
            ));
        }
        if count == 4 {
            return Err(Fault::format(
                "has the colours of print (CMYK)",
                "open it in a photo app and export it as JPEG in sRGB",
            ));
        }
        let components = components
            .get(..3 * usize::from(count))
            .filter(|_| count == 1 || count == 3)
            .ok_or_else(Fault::damaged)?;
        let factors: Vec<(u64, u64)> = components
            .chunks_exact(3)
            .map(|component| (u64::from(component[1] >> 4), u64::from(component[1] & 15)))
            .collect();
        if factors
            .iter()
            .any(|&(h, v)| !(1..=4).contains(&h) || !(1..=4).contains(&v))
        {
            return Err(Fault::damaged());
        }
        let across = factors.iter().map(|&(h, _)| h).max().unwrap_or(1);
        let down = factors.iter().map(|&(_, v)| v).max().unwrap_or(1);
        Ok(Frame {
            progressive: marker == 0xc2,
            width: u32::from(u16::from_be_bytes([w1, w0])),
            height: u32::from(u16::from_be_bytes([h1, h0])),
            samples: factors.iter().map(|&(h, v)| h * v).collect(),
            full: across * down,
        })
    }

    /// Bytes of memory for each pixel while it is decoded: three of colour, beside the shade of
    /// grey they may be made of, and, where a scan holds less than the whole picture, two for each
    /// sample of all of them.
    fn decoding(&self, scans: usize) -> u64 {
        let colour = match self.samples.len() {
            1 => 4,
            _ => 3,
        };
        if self.progressive || scans > 1 {
            let samples: u64 = self.samples.iter().sum();
            colour + (2 * samples).div_ceil(self.full)
        } else {
            colour
        }
    }
}
