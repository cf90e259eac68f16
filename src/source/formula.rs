//! What a spreadsheet leaves in a cell that it computes: a formula that failed, or a text made sure
//! not to be a number.

/// What stands behind `#` where a formula failed, in the languages of spreadsheets, without `¡`
/// and `¿`.
const FAILED: &str = "N/A N/D N/D! N/B NV I/T Н/Д YOK DIV/0! DEEL/0! DIVISION/0! DZIEL/0! SAYI/0! \
ДЕЛ/0! JAKO/0! REF! BEZUG! RIF! VERW! REFERENS! REFERENCE! ADR! BAŞV! ССЫЛКА! ODKAZ! VIITTAUS! \
VALUE! WERT! VALEUR! VALOR! VALORE! WAARDE! VÄRDEFEL! VÆRDI! VERDI! ARG! DEĞER! ЗНАЧ! HODNOTA! \
ARVO! NAME? NOM? NOMBRE? NOME? NAAM? NAMN? NAVN? NAZWA? AD? ИМЯ? NÁZEV? NIMI? NUM! ZAHL! NOMBRE! \
NÚM! GETAL! OGILTIGT! LICZBA! SAYI! ЧИСЛО! ČÍSLO! LUKU! NULL! NUL! NULO! NULLO! LEEG! SKÄRNING! \
ZERO! BOŞ! ПУСТО! TYHJÄ! SAKNAS! PUUTTUU! ERROR! SPILL! CALC! FIELD! BUSY! CONNECT! BLOCKED! \
UNKNOWN! GETTING_DATA ÜBERLAUF! PROPAGATION! DESBORDAMIENTO! DESPEJAR! ESPANSIONE!";

/// Whether `text` stands where a formula failed, as `#REF!` or `Err:502`, or where a column was too
/// narrow, as `####`.
pub fn failed(text: &str) -> bool {
    let text = text.trim_start();
    if !text.starts_with(['#', 'E']) {
        return false;
    }
    let text = text.trim_end();
    if let Some(code) = text.strip_prefix("Err:") {
        return code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit());
    }
    let Some(rest) = text.strip_prefix('#') else {
        return false;
    };
    // A comment, which may be long.
    if rest.contains(' ') {
        return false;
    }
    let word = rest.trim_start_matches(['¡', '¿']);
    let narrow = !rest.is_empty() && rest.bytes().all(|b| b == b'#');
    narrow || FAILED.split(' ').any(|known| known == word)
}

/// Where in `text` the content of `="…"` is: so programs write a text that a spreadsheet shall not
/// take for a number.
pub fn literal(text: &str) -> Option<std::ops::Range<usize>> {
    let inside = text.strip_prefix("=\"")?.strip_suffix('"')?;
    (!inside.contains('"')).then(|| 2..2 + inside.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_failed_formulas_from_words() {
        fn check(text: &str, expected: bool) {
            assert_eq!(failed(text), expected, "{text}");
        }
        check("#REF!", true);
        check(" #N/A ", true);
        check("#DIV/0!", true);
        check("#NV", true);
        check("#¡REF!", true);
        check("#¿NOMBRE?", true);
        check("#ЗНАЧ!", true);
        check("Err:502", true);
        check("########", true);
        check("#", false);
        check("# N/A", false);
        check("#REF! again", false);
        check("#OOTD!", false);
        check("Err: all", false);
        check("", false);
    }

    #[test]
    fn finds_a_text_made_sure() {
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(literal(text).map(|range| &text[range]), expected, "{text}");
        }
        check("=\"1980000000000000001\"", Some("1980000000000000001"));
        check("=\"\"", Some(""));
        check("=A1&\"x\"", None);
        check("=\"a\"&\"b\"", None);
        check("=\"", None);
        check("=12", None);
    }
}
