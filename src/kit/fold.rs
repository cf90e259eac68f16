//! Text to the letters and digits that tell one name from another.

/// The letters and digits of `text` in lower case and without the common accents; everything
/// else is left out: `Z-anzor Böots!` as `zanzorboots`.
pub(super) fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ą' => 'a',
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ç' | 'ć' | 'č' => 'c',
            'ñ' | 'ń' | 'ň' => 'n',
            'ś' | 'š' | 'ş' | 'ș' => 's',
            'ź' | 'ż' | 'ž' => 'z',
            'ł' => 'l',
            'ř' => 'r',
            'ğ' => 'g',
            'ý' | 'ÿ' => 'y',
            c => c,
        })
}

/// The words of `text`, each [`plain`].
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| plain(word).collect())
}

/// A name for files that says `text` on every file system: `elodie-b-dancer`. Empty where it has no
/// letters or digits of ASCII.
pub fn file_name(text: &str) -> String {
    let ascii = |word: String| word.chars().filter(char::is_ascii).collect::<String>();
    let words: Vec<String> = words(text)
        .map(ascii)
        .filter(|word| !word.is_empty())
        .collect();
    let mut name = words.join("-");
    name.truncate(60);
    name.trim_end_matches('-').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_count() {
        fn check(text: &str, expected: &str) {
            assert_eq!(plain(text).collect::<String>(), expected, "{text}");
        }
        check("Z-anzor Böots!", "zanzorboots");
        check("Caf\u{65}\u{301} №7", "cafe7");
        check("ŁÓDŹ", "lodz");
        check("日本", "日本");
        check("–", "");
    }

    #[test]
    fn files_are_named_after_people() {
        fn check(text: &str, expected: &str) {
            assert_eq!(file_name(text), expected, "{text}");
        }
        check("Maite Orrun", "maite-orrun");
        check("Élodie B., Dancer/2", "elodie-b-dancer-2");
        check("日本", "");
        check("../..", "");
        check(&"ab ".repeat(40), &"ab-".repeat(20)[..59]);
    }
}
