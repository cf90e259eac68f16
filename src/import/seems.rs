//! Whose a file seems to be that nobody here can read: told from words in its name and its first
//! rows. It is good enough to say where to go on, and never to read a number by.

use super::export::Export;
use super::vocabulary::{meaning, plain};

/// In how many rows of each table is looked for words.
const ROWS: usize = 3;

/// The id of the platform that `export` seems to be of.
pub(super) fn whose(export: &Export<'_>) -> Option<&'static str> {
    let rows = export
        .sheets()
        .iter()
        .flat_map(|sheet| sheet.filled().take(ROWS));
    let mut cells = rows.flat_map(|row| &row.cells);
    cells
        .find_map(|cell| meaning("seems-column", &cell.text).or_else(|| named_in(&cell.text)))
        .or_else(|| export.names().find_map(named_in))
}

/// The platform that one word of `text` names, or two words together.
fn named_in(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let one = || words.iter().find_map(|word| meaning("seems-name", word));
    let mut pairs = words.windows(2);
    pairs
        .find_map(|pair| meaning("seems-name", &pair.join(" ")))
        .or_else(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_tells_whose_a_file_seems_to_be() {
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(named_in(text), expected, "{text}");
        }
        check("Snapchat_insights-2026", Some("snapchat"));
        check("apple-podcasts export", Some("apple_podcasts"));
        check("podcasts connect", Some("apple_podcasts"));
        check("ConvertKit subscribers", Some("kit"));
        check("media-kit", None);
        check("unspotifyed", None);
        check("", None);
    }
}
