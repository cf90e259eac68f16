//! Bytes of a text file to text, or the name of what they are instead.
//!
//! What a person writes is UTF-8, and nothing else is guessed: one wrong letter in a name would be
//! a published page. What a program exported may be read in more ways, since its letters are
//! mostly headers that are looked up in a list.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// In which encodings a file may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accept {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a mark too, and Windows-1252 where it is no UTF-8: what spreadsheets save.
    Spreadsheet,
    /// UTF-16 without a mark too: what platforms export.
    Export,
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark, line ends as they were.
    pub text: String,
    /// How it was written.
    pub letters: Letters,
}

/// How a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// In UTF-8.
    Utf8,
    /// In UTF-16.
    Utf16,
    /// It was no UTF-8 and had no mark, so that letters beyond ASCII are a guess.
    Guessed,
}

/// The text of `bytes`; or what the file is instead, as the end of "`metrics.csv` is …".
pub fn decode(mut bytes: Vec<u8>, accept: Accept) -> Result<Decoded, String> {
    // Programs that do not know the mark put theirs before it.
    while bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    if accept != Accept::Utf8
        && let Some((encoding, mark)) = utf16(&bytes, accept)
    {
        return match encoding.decode_without_bom_handling(&bytes[mark..]) {
            (text, false) if text.contains('\0') => Err(NUL.to_string()),
            (text, false) => Ok(Decoded {
                text: text.trim_start_matches('\u{feff}').to_string(),
                letters: Letters::Utf16,
            }),
            (_, true) => Err("UTF-16 with half letters in it: it was damaged or cut".to_string()),
        };
    }
    if let Some(other) = other_encoding(&bytes) {
        return Err(other.to_string());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded {
            text,
            letters: Letters::Utf8,
        }),
        Err(error) if accept == Accept::Utf8 => {
            let byte = place(error.as_bytes(), error.utf8_error().valid_up_to());
            Err(format!(
                "not UTF-8 ({byte}): it looks like Latin-1 or Windows-1252"
            ))
        }
        Err(error) => windows_1252(error.into_bytes(), accept),
    }
}

/// The text of `bytes`, which are no UTF-8, as old spreadsheets write it.
fn windows_1252(bytes: Vec<u8>, accept: Accept) -> Result<Decoded, String> {
    if accept == Accept::Spreadsheet {
        if let Some(at) = bytes.iter().position(|byte| UNUSED.contains(byte)) {
            let byte = place(&bytes, at);
            return Err(format!("not UTF-8, and not Windows-1252 either ({byte})"));
        }
        if let Some(at) = torn(&bytes) {
            let byte = place(&bytes, at);
            return Err(format!("UTF-8 in parts only ({byte})"));
        }
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    Ok(Decoded {
        text: text.into_owned(),
        letters: Letters::Guessed,
    })
}

/// What no letter of Windows-1252 is.
const UNUSED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// The first byte that is no UTF-8 in a text that is UTF-8 for the most part: letters of several
/// bytes come about by chance hardly ever.
fn torn(bytes: &[u8]) -> Option<usize> {
    let (mut whole, mut broken) = (0, 0);
    let (mut at, mut first) = (0, None);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            broken += 1;
            first = first.or(Some(at));
        }
        at += chunk.invalid().len();
    }
    first.filter(|_| whole > 0 && whole >= broken)
}

/// The byte `at` for a person: `byte 0xeb in line 2`.
fn place(bytes: &[u8], at: usize) -> String {
    let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    format!("byte {:#04x} in line {line}", bytes[at])
}

/// Which UTF-16 `bytes` are in, and how long its mark is; `None` when they are in none that is
/// accepted.
fn utf16(bytes: &[u8], accept: Accept) -> Option<(&'static Encoding, usize)> {
    if other_encoding(bytes) == Some(UTF_32) {
        return None;
    }
    match bytes {
        [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
        [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
        _ if accept != Accept::Export || other_encoding(bytes) != Some(UNMARKED) => None,
        // The small byte of a letter comes last in UTF-16LE.
        _ => {
            let zero = bytes.iter().position(|&byte| byte == 0)?;
            Some((if zero % 2 == 1 { UTF_16LE } else { UTF_16BE }, 0))
        }
    }
}

const UTF_32: &str = "UTF-32, not UTF-8";
const UNMARKED: &str = "UTF-16 without a byte order mark, not UTF-8";
const NUL: &str = "not text: it holds NUL bytes";

/// Names what can be told from the bytes before they are read as UTF-8.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Some(UTF_32);
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Some("UTF-16, not UTF-8");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some("a workbook or an archive, not text");
    }
    let zero = memchr::memchr(0, bytes)?;
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
        Some(UNMARKED)
    } else {
        Some(NUL)
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
            let decoded = decode(bytes.to_vec(), Accept::Utf8);
            let text = decoded.as_ref().map(|decoded| decoded.text.as_str());
            assert_eq!(text.map_err(String::as_str), expected, "{bytes:?}");
        }
        check(b"", Ok(""));
        check("Zoë\r\n".as_bytes(), Ok("Zoë\r\n"));
        check(b"\xef\xbb\xbfdate", Ok("date"));
        check(b"\xef\xbb\xbf\xef\xbb\xbfdate", Ok("date"));
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

    #[test]
    fn spreadsheets_and_exports_may_be_in_others() {
        fn check(bytes: &[u8], accept: Accept, expected: Result<(&str, Letters), &str>) {
            let decoded = decode(bytes.to_vec(), accept);
            let found = decoded.as_ref().map(|all| (all.text.as_str(), all.letters));
            assert_eq!(found.map_err(String::as_str), expected, "{bytes:?}");
        }
        let marked = |mark: &[u8], to_bytes| [mark, &utf16("Zoë 😀", to_bytes)].concat();
        let little = marked(b"\xff\xfe", u16::to_le_bytes as fn(u16) -> [u8; 2]);
        let big = marked(b"\xfe\xff", u16::to_be_bytes);
        for bytes in [&little, &big] {
            check(bytes, Accept::Spreadsheet, Ok(("Zoë 😀", Letters::Utf16)));
            check(bytes, Accept::Utf8, Err("UTF-16, not UTF-8"));
        }
        let twice = [b"\xff\xfe", &little[..]].concat();
        check(&twice, Accept::Spreadsheet, Ok(("Zoë 😀", Letters::Utf16)));
        let half = &little[..little.len() - 2];
        let damaged = "UTF-16 with half letters in it: it was damaged or cut";
        check(half, Accept::Export, Err(damaged));
        for to_bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let bytes = utf16("Date,Reach", to_bytes);
            check(&bytes, Accept::Export, Ok(("Date,Reach", Letters::Utf16)));
            check(&bytes, Accept::Spreadsheet, Err(UNMARKED));
        }
        check(
            b"Zo\xeb \x80",
            Accept::Spreadsheet,
            Ok(("Zoë €", Letters::Guessed)),
        );
        check(
            b"a\nCaf\x8e, cr\x90me",
            Accept::Spreadsheet,
            Err("not UTF-8, and not Windows-1252 either (byte 0x90 in line 2)"),
        );
        check(
            b"cr\x90me",
            Accept::Export,
            Ok(("cr\u{90}me", Letters::Guessed)),
        );
        check(
            b"Zo\xc3\xab\nZo\xeb",
            Accept::Spreadsheet,
            Err("UTF-8 in parts only (byte 0xeb in line 2)"),
        );
        check(
            b"CAF\xc9\xbb, \xe0, \xe8",
            Accept::Spreadsheet,
            Ok(("CAFÉ», à, è", Letters::Guessed)),
        );
        let nul = [&little[..], b"\0\0"].concat();
        check(&nul, Accept::Spreadsheet, Err(NUL));
        check(b"a\0b", Accept::Export, Err("not text: it holds NUL bytes"));
        check(b"\xff\xfe\0\0d\0\0\0", Accept::Export, Err(UTF_32));
    }
}
