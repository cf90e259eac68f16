//! A PNG file to its [`Header`], chunk by chunk.

use super::Fault;
use super::kind::Kind;
use super::probe::{Header, orientation, piece};
use image::metadata::Orientation;

const SIGNATURE: usize = 8;

/// More than any colour profile has; one beyond it is left out.
const LONGEST_PROFILE: usize = 4 << 20;

/// Walks through all chunks to the one that ends the picture.
pub(super) fn walk(bytes: &[u8]) -> Result<Header, Fault> {
    let mut at = SIGNATURE;
    let mut header = None;
    let mut pixels = false;
    loop {
        let chunk = Chunk::at(bytes, at).ok_or_else(Fault::incomplete)?;
        match chunk.name {
            b"IHDR" if at == SIGNATURE => header = Some(read(chunk.content)?),
            b"tRNS" => {
                if let Some(header) = &mut header {
                    header.transparent = true;
                    header.decoded = 4;
                }
            }
            b"eXIf" => {
                if let (Some(header), Some(upright)) = (&mut header, orientation(chunk.content)) {
                    header.orientation = upright;
                }
            }
            b"IDAT" => pixels = true,
            b"IEND" => break,
            _ => {}
        }
        at += chunk.whole.len();
    }
    header.filter(|_| pixels).ok_or_else(Fault::damaged)
}

/// The same picture without the chunks that no pixel needs: texts, which may be packed a
/// thousandfold, times, further pictures of an animation. `bytes` must be those of a file that
/// [`walk`] walked through.
pub(super) fn essence(bytes: &[u8]) -> Vec<u8> {
    let mut essence = Vec::with_capacity(bytes.len());
    essence.extend_from_slice(&bytes[..SIGNATURE.min(bytes.len())]);
    let mut at = SIGNATURE;
    while let Some(chunk) = Chunk::at(bytes, at) {
        let keep = match chunk.name {
            b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND" => true,
            b"iCCP" => chunk.content.len() <= LONGEST_PROFILE,
            _ => false,
        };
        if keep {
            essence.extend_from_slice(chunk.whole);
        }
        if chunk.name == b"IEND" {
            break;
        }
        at += chunk.whole.len();
    }
    essence
}

/// One chunk of the file.
struct Chunk<'a> {
    name: &'a [u8; 4],
    content: &'a [u8],
    /// Length, name, content and checksum.
    whole: &'a [u8],
}

impl Chunk<'_> {
    fn at(bytes: &[u8], at: usize) -> Option<Chunk<'_>> {
        let (length, rest) = bytes.get(at..)?.split_first_chunk::<4>()?;
        let (name, _) = rest.split_first_chunk::<4>()?;
        let length = u32::from_be_bytes(*length) as usize;
        Some(Chunk {
            name,
            content: piece(bytes, at + 8, length)?,
            whole: piece(bytes, at, length.checked_add(12)?)?,
        })
    }
}

fn read(content: &[u8]) -> Result<Header, Fault> {
    let &[w3, w2, w1, w0, h3, h2, h1, h0, depth, colour, _, _, _] = content else {
        return Err(Fault::damaged());
    };
    let sample = if depth == 16 { 2 } else { 1 };
    // As they are stored, with a transparency they may have besides; for shades of grey these at 8
    // bits, beside the colours that are made of them.
    let (decoding, transparent) = match colour {
        0 => (6, false),
        2 | 3 => (4 * sample, false),
        4 => (6, true),
        6 => (4 * sample, true),
        _ => return Err(Fault::damaged()),
    };
    Ok(Header {
        kind: Kind::Png,
        width: u32::from_be_bytes([w3, w2, w1, w0]),
        height: u32::from_be_bytes([h3, h2, h1, h0]),
        transparent,
        orientation: Orientation::NoTransforms,
        copies: 2,
        decoding,
        decoded: if transparent { 4 } else { 3 },
    })
}
