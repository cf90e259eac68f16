//! The words that people see, counted, to compare one state of a page with another.

use crate::page::Page;
use std::collections::BTreeMap;

/// How often each word is there, in small letters, without signs.
pub type Words = BTreeMap<String, usize>;

/// Those on the page as it is laid out now. Navigation and what is kept for screen readers are not
/// among them.
pub fn seen(page: &Page) -> Words {
    let text: String = page.run(include_str!("script/words.js"));
    counted(&text)
}

/// Those of links and buttons that do something: fold out, save, open a file. On paper they can do
/// nothing.
pub fn actions(page: &Page) -> Words {
    let text: String = page.run(
        "[...document.querySelectorAll('summary, button, a[href]')]
            .filter(one => !one.href || /[.](vcf|json|txt|pdf)$/.test(one.pathname))
            .map(one => one.innerText).join(' ')",
    );
    counted(&text)
}

/// Those that head the columns of tables. Where rows are stacked for want of width, each cell says
/// by itself what it is, or needs no word for it.
pub fn columns(page: &Page) -> Words {
    let text: String =
        page.run("[...document.querySelectorAll('thead')].map(head => head.innerText).join(' ')");
    counted(&text)
}

/// Those of a text.
pub fn counted(text: &str) -> Words {
    let mut words = Words::new();
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    for part in parts.filter(|part| !part.is_empty()) {
        *words.entry(part.to_lowercase()).or_default() += 1;
    }
    words
}

/// The words of `before` that `after` has not, or not as often.
pub fn lost(before: &Words, after: &Words) -> Vec<String> {
    let lost = before.iter().filter(|(word, count)| {
        let left = after
            .iter()
            .filter(|(other, _)| *other == *word || is_part(word, other));
        left.map(|(_, count)| count).sum::<usize>() < **count
    });
    lost.map(|(word, _)| word.clone()).collect()
}

/// Whether a word is a part of another, in scripts that have no blanks.
fn is_part(word: &str, other: &str) -> bool {
    word.chars().all(|letter| letter >= '\u{2e80}') && other.contains(word)
}

/// `words` without `others`.
pub fn without(mut words: Words, others: &Words) -> Words {
    for (word, count) in &mut words {
        *count -= others.get(word).copied().unwrap_or_default().min(*count);
    }
    words
}

/// What to say of lost words.
pub fn loss(lost: &[String]) -> String {
    let shown = &lost[..lost.len().min(12)];
    format!("{} words are lost: {}", lost.len(), shown.join(" "))
}
