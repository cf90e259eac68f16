//! The letters of a file that does not say how it is written: which of them are a guess.

use super::values::printable;
use crate::source::encoding::Letters;
use crate::source::{Diagnostic, FileId, Span, Text};
use std::collections::BTreeSet;

/// How many letters are named.
const MOST: usize = 12;

/// What there is to say of the letters of `file`, if they are a guess.
pub(super) fn guessed(file: FileId, text: &Text) -> Option<Diagnostic> {
    let text = (text.letters == Letters::Guessed).then_some(&*text.text)?;
    let at = text.find(|c: char| !c.is_ascii())?;
    let start = text[..at].rfind(is_mark).map_or(0, |mark| mark + 1);
    let end = text[at..].find(is_mark).map_or(text.len(), |end| at + end);
    let mut seen = BTreeSet::new();
    let letters = text.chars().filter(|c| !c.is_ascii() && seen.insert(*c));
    let letters: Vec<String> = letters.map(shown).collect();
    let mut listed = letters[..letters.len().min(MOST)].join(" ");
    if letters.len() > MOST {
        listed += &format!(" and {} more", letters.len() - MOST);
    }
    let message = format!("this file is not UTF-8, so these letters are a guess: {listed}");
    let word = printable(text[start..end].trim());
    Some(
        Diagnostic::warning("letters-guessed", message)
            .at(Span::new(file, start..end))
            .hint(format!("see whether `{word}` is right"))
            .hint("a spreadsheet exports letters that are sure as “CSV UTF-8”"),
    )
}

/// What stands between two words or two cells.
fn is_mark(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '\'' | '-' | '.')
}

fn shown(letter: char) -> String {
    match letter {
        '\u{a0}' => "the blank inside numbers".to_string(),
        '\u{ad}' => "the soft hyphen".to_string(),
        letter => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::source::encoding::{Accept, decode};

    fn check(bytes: &[u8], expected: Option<(&str, &str)>) {
        let decoded = decode(bytes.to_vec(), Accept::Spreadsheet).expect("a text");
        let mut sources = Sources::new();
        let file = sources.add_decoded("metrics.csv", decoded);
        let text = sources.text(file);
        let found = guessed(file, text);
        let found = found.as_ref().map(|warning| {
            let (_, letters) = warning.message.split_once(": ").expect("letters");
            let place = warning.span.expect("a place").range();
            (&text.text[place], letters)
        });
        assert_eq!(found, expected, "{bytes:?}");
    }

    #[test]
    fn the_letters_are_named_and_the_first_word_shown() {
        check("Zoë".as_bytes(), None);
        check(b"a,Zo\xeb Bj\xf6rk,Zo\xeb", Some(("Zoë", "ë ö")));
        check(b"\xc9lan vital\n", Some(("Élan", "É")));
        check(
            b"x,1\xa0234,2",
            Some(("1\u{a0}234", "the blank inside numbers")),
        );
        check(
            b"\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed",
            Some(("àáâãäåæçèéêëìí", "à á â ã ä å æ ç è é ê ë and 2 more")),
        );
    }
}
