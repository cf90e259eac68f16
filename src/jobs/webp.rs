//! A WebP file to its [`Header`], chunk by chunk.

use super::Fault;
use super::kind::Kind;
use super::probe::{Header, orientation, piece};
use image::metadata::Orientation;

/// Bytes of memory for each pixel: the planes of the codec, the colours of a picture, and the
/// colours of the canvas that an animation's first picture is put on.
const DECODING: u64 = 10;

/// Walks through all chunks the file claims to have.
pub(super) fn walk(bytes: &[u8]) -> Result<Header, Fault> {
    let claimed = u32_at(bytes, 4).ok_or_else(Fault::incomplete)? as usize;
    // A last byte of filling is often left out.
    if claimed.saturating_add(8) > bytes.len() + claimed % 2 {
        return Err(Fault::incomplete());
    }
    let bytes = &bytes[..bytes.len().min(claimed + 8)];
    let mut at = 12;
    let mut canvas = None;
    let mut picture = None;
    let mut upright = None;
    let mut animated = false;
    while at < bytes.len() {
        let (Some(name), Some(length)) = (piece(bytes, at, 4), u32_at(bytes, at + 4)) else {
            return Err(Fault::incomplete());
        };
        let length = length as usize;
        let content = piece(bytes, at + 8, length).ok_or_else(Fault::incomplete)?;
        match name {
            b"VP8X" if canvas.is_none() => {
                let &[flags, _, _, _, w0, w1, w2, h0, h1, h2, ..] = content else {
                    return Err(Fault::damaged());
                };
                canvas = Some(Size {
                    width: u32::from_le_bytes([w0, w1, w2, 0]) + 1,
                    height: u32::from_le_bytes([h0, h1, h2, 0]) + 1,
                    transparent: flags & 0x10 != 0,
                });
                animated = flags & 0x02 != 0;
            }
            b"VP8 " if picture.is_none() => picture = Some(lossy(content)?),
            b"VP8L" if picture.is_none() => picture = Some(lossless(content)?),
            b"ANMF" => picture = picture.or(canvas),
            b"EXIF" if upright.is_none() => upright = orientation(content),
            _ => {}
        }
        at += 8 + length + length % 2;
    }
    let picture = picture.ok_or_else(Fault::damaged)?;
    let size = canvas.unwrap_or(picture);
    if !animated && (size.width, size.height) != (picture.width, picture.height) {
        return Err(Fault::damaged());
    }
    Ok(Header {
        kind: Kind::Webp,
        width: size.width,
        height: size.height,
        transparent: size.transparent,
        orientation: upright.unwrap_or(Orientation::NoTransforms),
        copies: 1,
        decoding: DECODING,
        decoded: if size.transparent { 4 } else { 3 },
    })
}

#[derive(Clone, Copy)]
struct Size {
    width: u32,
    height: u32,
    transparent: bool,
}

fn lossy(content: &[u8]) -> Result<Size, Fault> {
    let &[_, _, _, 0x9d, 0x01, 0x2a, w0, w1, h0, h1, ..] = content else {
        return Err(Fault::damaged());
    };
    Ok(Size {
        width: u32::from(u16::from_le_bytes([w0, w1]) & 0x3fff),
        height: u32::from(u16::from_le_bytes([h0, h1]) & 0x3fff),
        transparent: false,
    })
}

fn lossless(content: &[u8]) -> Result<Size, Fault> {
    let &[0x2f, b0, b1, b2, b3, ..] = content else {
        return Err(Fault::damaged());
    };
    let bits = u32::from_le_bytes([b0, b1, b2, b3]);
    Ok(Size {
        width: (bits & 0x3fff) + 1,
        height: (bits >> 14 & 0x3fff) + 1,
        transparent: bits >> 28 & 1 != 0,
    })
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let (number, _) = bytes.get(at..)?.split_first_chunk::<4>()?;
    Some(u32::from_le_bytes(*number))
}
