//! Bytes of a text file to text, or the name of the encoding they are in.
//!
//! Only UTF-8 is read: guessing would turn one wrong letter in a name into a published page. But
//! what an office program wrote instead can be told apart well enough to say so.

/// The text of `bytes`, without a byte order mark; or what the file is instead, as the end of
/// "`metrics.csv` is …".
pub fn decode(mut bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    if let Some(other) = other_encoding(&bytes) {
        return Err(other.to_string());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
        format!(
            "not UTF-8 (byte {:#04x} in line {line}): it looks like Latin-1 or Windows-1252",
            bytes[at]
        )
    })
}

/// Names what can be told from the bytes before they are read as UTF-8.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Some("UTF-32, not UTF-8");
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Some("UTF-16, not UTF-8");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some("a workbook or an archive, not text");
    }
    let zero = bytes.iter().position(|&byte| byte == 0)?;
    // In UTF-16, letters of most alphabets come as a small byte beside their own, always on the
    // same side; a stray NUL has no side.
    let sample = &bytes[zero & !1..];
    let sample = &sample[..sample.len().min(64) & !1];
    let pairs = sample.chunks_exact(2);
    let total = pairs.len();
    let mut sides = [0, 0];
    for pair in pairs {
        for side in 0..2 {
            sides[side] += usize::from(pair[side] < 8 && pair[1 - side] >= 8);
        }
    }
    if total >= 2 && sides.into_iter().any(|side| side * 4 >= total * 3) {
        Some("UTF-16 without a byte order mark, not UTF-8")
    } else {
        Some("not text: it holds NUL bytes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn utf8_alone_is_text() {
        fn check(bytes: &[u8], expected: Result<&str, &str>) {
            let decoded = decode(bytes.to_vec());
            assert_eq!(
                decoded.as_deref().map_err(String::as_str),
                expected,
                "{bytes:?}"
            );
        }
        check(b"", Ok(""));
        check("Zoë\r\n".as_bytes(), Ok("Zoë\r\n"));
        check(b"\xef\xbb\xbfdate", Ok("date"));
        check(b"\xef\xbb\xbf", Ok(""));
        // A mark that is not the first thing is the creator's.
        check("a\u{feff}b".as_bytes(), Ok("a\u{feff}b"));
        check(b"\xff\xfed\0a\0", Err("UTF-16, not UTF-8"));
        check(b"\xfe\xff\0d\0a", Err("UTF-16, not UTF-8"));
        check(b"\xff\xfe\0\0d\0\0\0", Err("UTF-32, not UTF-8"));
        let headers = "date,platform\n2026-10-31,instagram\n";
        let without_mark = Err("UTF-16 without a byte order mark, not UTF-8");
        check(&utf16(headers, u16::to_le_bytes), without_mark);
        check(&utf16(headers, u16::to_be_bytes), without_mark);
        check(&utf16("Ελένη, 2026", u16::to_le_bytes), without_mark);
        check(b"date,plat\0form", Err("not text: it holds NUL bytes"));
        check(b"abc\0", Err("not text: it holds NUL bytes"));
        check(
            b"PK\x03\x04\x14\0",
            Err("a workbook or an archive, not text"),
        );
        check(
            b"name = 1\nZo\xeb",
            Err("not UTF-8 (byte 0xeb in line 2): it looks like Latin-1 or Windows-1252"),
        );
    }
}
