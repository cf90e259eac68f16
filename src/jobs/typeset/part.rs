//! Long words to words with soft hyphens, where their language parts them. Codes, numbers and parts
//! of addresses may be parted anywhere, and get no hyphen, which would be read as theirs.
//!
//! Paper has columns in which one long word finds no room, and there what does not fit lies over
//! what stands beside it.

use hypher::Lang;

/// The longest word, in letters, that is left whole.
const LONGEST: usize = 15;

/// The longest part, in letters, of a word that no rule parts.
const LONGEST_PART: usize = 12;

const SOFT_HYPHEN: char = '\u{ad}';

/// Where a line may end without a hyphen.
const NO_SPACE: char = '\u{200b}';

/// `text` with soft hyphens in words of more than [`LONGEST`] letters.
pub(super) fn parted(text: &str, language: &str) -> String {
    // Most texts have no such word.
    if text.len() <= LONGEST {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_joined) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c| !is_joined(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out += before;
        if word.len() <= LONGEST || word.chars().count() <= LONGEST {
            out += word;
        } else if word.chars().all(is_letter) && !is_in_address(before, after) {
            part(word, language, &mut out);
        } else {
            chop(word, NO_SPACE, &mut out);
        }
        rest = after;
    }
    out + rest
}

/// Whether what stands between the two is a part of an address, a path or a handle.
fn is_in_address(before: &str, after: &str) -> bool {
    let joins = ['@', '/', '.', ':', '#'];
    let mut after = after.chars();
    let goes_on = after.next().is_some_and(|c| joins.contains(&c))
        && after.next().is_some_and(|c| !c.is_whitespace());
    goes_on || before.ends_with(joins)
}

/// What no line ends in.
fn is_joined(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit() || c == '_'
}

/// A letter of a script whose words are parted with a hyphen: Latin, Greek, Cyrillic.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{52f}' | '\u{1e00}'..='\u{1fff}')
}

/// Adds a word with soft hyphens between its syllables.
fn part(word: &str, language: &str, out: &mut String) {
    let code = language.as_bytes().first_chunk().copied();
    let syllables: Vec<&str> = match code.and_then(Lang::from_iso) {
        Some(language) => hypher::hyphenate(word, language).collect(),
        None => vec![word],
    };
    for (index, syllable) in syllables.iter().enumerate() {
        if index > 0 {
            out.push(SOFT_HYPHEN);
        }
        chop(syllable, SOFT_HYPHEN, out);
    }
}

/// Adds `text` with `sign` after every [`LONGEST_PART`] letters.
fn chop(text: &str, sign: char, out: &mut String) {
    for (index, letter) in text.chars().enumerate() {
        if index > 0 && index % LONGEST_PART == 0 {
            out.push(sign);
        }
        out.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_may_be_parted() {
        fn check(text: &str, language: &str, expected: &str) {
            let parted = parted(text, language);
            let parted = parted.replace(SOFT_HYPHEN, "|").replace(NO_SPACE, "/");
            assert_eq!(parted, expected);
        }
        check("Responsibilities", "en", "Re|spon|si|bil|i|ties");
        check(
            "der Donaudampfschifffahrt wegen",
            "de",
            "der Do|nau|dampf|schiff|fahrt wegen",
        );
        check("Responsibility,  a word", "en", "Responsibility,  a word");
        check(
            "partners-and-more@example.com",
            "en",
            "partners-and-more@example.com",
        );
        check(
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "xx",
            "xxxxxxxxxxxx|xxxxxxxxxxxx|xxxxxx",
        );
        check(
            "朝市で育てた人に話を聞きながら料理をしています",
            "ja",
            "朝市で育てた人に話を聞きながら料理をしています",
        );
        check(
            "a.featherstonehaugh@example.com",
            "en",
            "a.featherstone/haugh@example.com",
        );
        check("@featherstonehaugh: x", "en", "@featherstone/haugh: x");
        check("Featherstonehaugh. Yes", "en", "Feath|er|stone|haugh. Yes");
        check("DE000000000000000000", "de", "DE0000000000/00000000");
        check("of_a_name_of_things", "en", "of_a_name_of/_things");
        check("631000 of 1204000", "en", "631000 of 1204000");
        check("                    ", "pt-BR", "                    ");
    }
}
