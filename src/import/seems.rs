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
    let cells: Vec<&str> = rows
        .flat_map(|row| &row.cells)
        .map(|cell| &*cell.text)
        .collect();
    let cells = || cells.iter().copied();
    let mut names = export.names();
    let mut links = cells().filter(|cell| cell.starts_with("https://"));
    // Texts of posts name other platforms too, and folders are named for many reasons.
    cells()
        .find_map(|cell| meaning("seems-column", cell))
        .or_else(|| names.next().and_then(named_in))
        .or_else(|| links.find_map(named_in))
        .or_else(|| cells().find_map(named_in))
        .or_else(|| names.find_map(named_in))
}

/// The platform that one word of `text` names, or two words together.
fn named_in(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let pair = || {
        let mut pairs = words.windows(2);
        pairs.find_map(|pair| meaning("seems-name", &pair.join(" ")))
    };
    let mut words = words.iter();
    words
        .find_map(|word| meaning("seems-name", word))
        .or_else(pair)
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
        check("account_overview_analytics", Some("x"));
        check("pinterest account analytics", Some("pinterest"));
        check("media-kit", None);
        check("unspotifyed", None);
        check("", None);
    }
}
