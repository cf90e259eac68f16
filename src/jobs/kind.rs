//! The first bytes of a file to the kind of photo it is. Its name is never looked at: cameras,
//! chats and browsers give photos any name.

use super::foreign::foreign;
use super::{Fault, jpeg};
use std::borrow::Cow;

/// A kind of photo that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    Webp,
}

/// The kind of photo `bytes` hold; a fault that names what they are when it is no such kind.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.starts_with(&[0xff, 0xd8]) {
        return Ok(Kind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Kind::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Kind::Webp);
    }
    if is_beginning(bytes) {
        return Err(Fault::incomplete());
    }
    Err(foreign(bytes))
}

/// Whether a file that begins with `head` may be a photo: if not, what it is instead. Of a longer
/// file [`HEAD`](super::HEAD) bytes are enough.
pub fn may_be_photo(head: &[u8]) -> Result<(), Fault> {
    kind(head).map(|_| ())
}

/// The bytes of a photo of this kind with all that a decoder needs. Most decoders say what is
/// missing; those of JPEG fill it with grey.
pub(super) fn whole(bytes: &[u8], kind: Kind) -> Result<Cow<'_, [u8]>, Fault> {
    match kind {
        Kind::Jpeg => jpeg::whole(bytes),
        Kind::Png | Kind::Webp => Ok(Cow::Borrowed(bytes)),
    }
}

/// Whether a file of these few bytes could have become a photo.
fn is_beginning(bytes: &[u8]) -> bool {
    let signatures = [&[0xff, 0xd8][..], b"\x89PNG\r\n\x1a\n", b"RIFF"];
    bytes.len() < 12
        && !bytes.is_empty()
        && signatures
            .iter()
            .any(|magic| magic.starts_with(bytes) || bytes.starts_with(magic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_content() {
        fn check(bytes: &[u8], expected: Result<Kind, &str>) {
            match (kind(bytes), expected) {
                (Ok(kind), Ok(expected)) => assert_eq!(kind, expected, "{bytes:?}"),
                (Err(fault), Err(expected)) => {
                    assert!(fault.message.contains(expected), "{bytes:?}: {fault:?}");
                    assert!(!fault.hint.is_empty());
                }
                (found, _) => panic!("{bytes:?}: {found:?} instead of {expected:?}"),
            }
        }
        check(&[0xff, 0xd8, 0xff], Ok(Kind::Jpeg));
        check(b"\x89PNG\r\n\x1a\n", Ok(Kind::Png));
        check(b"RIFF\x10\0\0\0WEBPVP8 ", Ok(Kind::Webp));
        check(b"", Err("is empty"));
        check(b"\x89PNG", Err("cut short"));
        check(b"RIFF\x10\0\0", Err("cut short"));
        check(b"RIFF\x10\0\0\0WAVEfmt ", Err("not a photo"));
        check(b"GIF89a", Err("a GIF"));
        check(b"hello", Err("not a photo"));
    }
}
