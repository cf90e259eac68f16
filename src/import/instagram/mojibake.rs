//! UTF-8 that was read as if each byte were a letter, and written again: `PÃ©riode`.

use encoding_rs::WINDOWS_1252;

/// `text` as it was meant. A text that was never damaged stays as it is: hardly any has letters
/// that are also bytes of one in UTF-8.
pub(super) fn repaired(text: &str) -> String {
    if text.is_ascii() {
        return text.to_string();
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    let repaired = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    repaired.unwrap_or_else(|| text.to_string())
}

/// The byte that was taken for `c`, in Latin-1 or as Windows has it.
fn byte(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let mut letter = [0; 4];
    let (bytes, _, unknown) = WINDOWS_1252.encode(c.encode_utf8(&mut letter));
    match bytes[..] {
        [byte] if !unknown => Some(byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_texts_are_repaired_and_others_kept() {
        fn check(text: &str, expected: &str) {
            assert_eq!(repaired(text), expected);
        }
        check("PÃ©riode", "Période");
        check("SÃ£o Paulo: 14.2%", "São Paulo: 14.2%");
        check(
            "Nombre d\u{e2}\u{80}\u{99}impressions",
            "Nombre d’impressions",
        );
        check("Nombre dâ€™impressions", "Nombre d’impressions");
        check("\u{f0}\u{9f}\u{8d}\u{9e} bread", "🍞 bread");
        check("São Paulo", "São Paulo");
        check("Période", "Période");
        check("日本", "日本");
        check("Followers", "Followers");
    }
}
