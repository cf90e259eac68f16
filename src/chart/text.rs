//! Numbers and words to text that may stand in an SVG, and how wide it is, roughly.

use super::lettering::Anchor;
use std::borrow::Cow;

/// How far words may reach beyond a chart, as a share of its width: into the margin of the page.
const MARGIN: f64 = 0.05;

/// A number with at most two decimals, as short as it can be. What is no number is 0.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_string();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" | "" => "0".to_string(),
        text => text.to_string(),
    }
}

/// How wide `text` is, in its own size: an estimate for sans faces, on the wide side.
pub(super) fn em_width(text: &str) -> f64 {
    let width = |character: char| match character {
        // Marks of direction and of joining have no width.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => 0.0,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | '\'' | ':' | 'i' | 'j' | 'l' | 'I' => 0.28,
        'f' | 'r' | 't' | '(' | ')' | '-' => 0.37,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.88,
        '\u{1100}'.. if character.is_alphanumeric() => 1.0,
        '\u{1f000}'.. => 1.3,
        _ if character.is_uppercase() => 0.68,
        _ if character.is_lowercase() => 0.55,
        _ => 0.6,
    };
    text.chars().map(width).sum()
}

/// Where words about `x` stand that are `wide`, both as shares of the chart's width: at an end of
/// the chart where they would reach too far beyond it.
pub(super) fn about(x: f64, wide: f64) -> (f64, Anchor) {
    if x + wide / 2.0 > 1.0 + MARGIN {
        (1.0, Anchor::End)
    } else if x - wide / 2.0 < -MARGIN {
        (0.0, Anchor::Start)
    } else {
        (x, Anchor::Middle)
    }
}

/// `text` with its end cut off, and said so, when it is wider than `room` times its size.
pub(super) fn cut(text: &str, room: f64) -> Cow<'_, str> {
    let text = text.trim();
    if em_width(text) <= room {
        return Cow::Borrowed(text);
    }
    let mut width = em_width("…");
    let end = text.char_indices().find(|(index, character)| {
        width += em_width(&text[*index..*index + character.len_utf8()]);
        width > room
    });
    let end = end.map_or(text.len(), |(index, _)| index);
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// `text` in lines at most `room` times its size wide, and how wide the widest is; that is more than
/// the room where a word alone is wider. Breaks are at blanks, and between letters that are as wide
/// as high.
pub(super) fn wrapped(text: &str, room: f64) -> (Vec<String>, f64) {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(text.trim()) {
        match lines.last_mut() {
            Some(line) if em_width((line.clone() + piece).trim_end()) <= room => *line += piece,
            _ => lines.push(piece.to_string()),
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    let widths = lines.iter().map(|line| em_width(line));
    let widest = widths.fold(0.0, f64::max);
    (lines, widest)
}

/// What of `text` stays together, each piece with the blank behind it.
fn pieces(text: &str) -> Vec<&str> {
    let is_wide = |c: char| c >= '\u{2e80}' && c.is_alphanumeric();
    let mut pieces = Vec::new();
    let (mut from, mut before) = (0, 'x');
    for (at, character) in text.char_indices() {
        // No line begins with a comma or a bracket that closes.
        let breaks = before == ' ' || is_wide(character) && before >= '\u{2e80}';
        if breaks && at > from {
            pieces.push(&text[from..at]);
            from = at;
        }
        before = character;
    }
    pieces.push(&text[from..]);
    pieces
}

/// `text` as XML, without the characters XML has no place for. Words that run from right to left
/// keep their own order, isolated from the chart's.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
    if text.chars().any(runs_left) {
        out = format!("\u{2068}{out}\u{2069}");
    }
    out
}

/// Whether a letter belongs to a script that runs from right to left.
fn runs_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_in_the_chart() {
        fn check(x: f64, wide: f64, expected: (f64, Anchor)) {
            assert_eq!(about(x, wide), expected);
        }
        check(0.5, 0.2, (0.5, Anchor::Middle));
        check(0.9, 0.28, (0.9, Anchor::Middle));
        check(0.9, 0.6, (1.0, Anchor::End));
        check(0.1, 0.6, (0.0, Anchor::Start));
    }

    #[test]
    fn numbers() {
        fn check(value: f64, expected: &str) {
            assert_eq!(number(value), expected);
        }
        check(0.0, "0");
        check(-0.001, "0");
        check(-0.5, "-0.5");
        check(100.0, "100");
        check(33.333_333, "33.33");
        check(12.3, "12.3");
        check(f64::NAN, "0");
        check(f64::INFINITY, "0");
    }

    #[test]
    fn words_become_xml() {
        fn check(text: &str, expected: &str) {
            assert_eq!(escaped(text), expected);
        }
        check("Tallow & Tin", "Tallow &amp; Tin");
        check("<b style=\"x\">'", "&lt;b style=&quot;x&quot;&gt;&#39;");
        check("a\u{0}\u{b}b\nc", "ab c");
        check("نساء 58%", "\u{2068}نساء 58%\u{2069}");
    }

    #[test]
    fn words_are_wrapped() {
        fn check(text: &str, room: f64, expected: &[&str], fits: bool) {
            let (lines, widest) = wrapped(text, room);
            assert_eq!(lines, expected, "{text} in {room}");
            assert_eq!(widest <= room, fits, "{text} in {room}");
        }
        let text = "Another age, or not given";
        check(text, 20.0, &[text], true);
        check(text, 4.5, &["Another", "age, or", "not given"], true);
        check(text, 2.0, &["Another", "age,", "or", "not", "given"], false);
        check("その他、無回答", 4.0, &["その他、", "無回答"], true);
        check("", 4.0, &[""], true);
    }

    #[test]
    fn words_are_cut() {
        fn check(text: &str, room: f64, expected: &str) {
            assert_eq!(cut(text, room), expected);
        }
        check(" Spain ", 10.0, "Spain");
        check("Bosnia and Herzegovina", 8.0, "Bosnia and Her…");
        check("日本語のとても長い名前", 4.0, "日本語…");
        check("Spain", 0.0, "…");
    }
}
