//! What keeps its own order where lines are read from the right: handles, addresses, tags and
//! numbers with a sign. A sign at the end of what stands among such letters would go to its other
//! side: `@layla` would be seen as `layla@`.

use std::borrow::Cow;

/// Before what is read from the left, and after it.
const ISOLATE: (char, char) = ('\u{2066}', '\u{2069}');

/// Whether a character sets what follows apart, or ends that.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// Whether a character belongs to a script that is read from the right, or is a mark that says so.
pub(super) fn is_from_the_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// `text` set apart as a whole.
pub(super) fn isolated(text: &str) -> String {
    format!("{}{text}{}", ISOLATE.0, ISOLATE.1)
}

/// `text` without the marks of this module, for files and addresses that are no page: whoever
/// copies from them copies what was written.
pub fn bare(text: &str) -> Cow<'_, str> {
    match text.contains(is_mark) {
        true => Cow::Owned(text.replace(is_mark, "")),
        false => Cow::Borrowed(text),
    }
}

/// `text`, which stands where lines are read from the right, with all set apart that has its own
/// order and is not yet. Equal to [`bare`] but for marks.
pub fn apart(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_ascii_alphanumeric()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut depth = 0_usize;
    let mut before = ' ';
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if depth == 0 { run(rest) } else { 0 };
        if length == 0 {
            match c {
                '\u{2066}'..='\u{2068}' => depth += 1,
                '\u{2069}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            out.push(c);
            before = c;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (word, after) = rest.split_at(length);
        match token(word, before) {
            Some((start, end)) => {
                // A per cent sign behind a blank, and the groups of a telephone number, belong to it.
                let end = end + more(&word[start..end], &rest[end..]);
                out += &rest[..start];
                out += &isolated(&rest[start..end]);
                before = '\u{2069}';
                rest = &rest[end..];
            }
            None => {
                out += word;
                before = word.chars().next_back().unwrap_or(' ');
                rest = after;
            }
        }
    }
    match out.len() == text.len() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(out),
    }
}

/// How far a word goes that is neither blank, nor mark, nor of letters that are read from the right.
fn run(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || is_mark(c) || is_from_the_right(c));
    end.unwrap_or(text.len())
}

/// What of `word` is set apart, as a range: without the quotation marks, brackets and full stops
/// around it, it begins or ends with a sign, and `before` it is no letter that the sign binds to it.
fn token(word: &str, before: char) -> Option<(usize, usize)> {
    let around = |c: char| {
        !c.is_alphanumeric()
            && !matches!(
                c,
                '@' | '#' | '+' | '-' | '−' | '±' | '~' | '%' | '/' | '_' | '€' | '$' | '£' | '¥'
            )
    };
    let start = word.len() - word.trim_start_matches(around).len();
    let core = word[start..].trim_end_matches(around);
    // Nothing is told by a dash, a stroke or a tilde behind a word.
    let core = match core.contains("://") || core.starts_with("www.") {
        true => core,
        false => core.trim_end_matches(['-', '−', '/', '~', '_']),
    };
    let (first, last) = (core.chars().next()?, core.chars().next_back()?);
    if !core.contains(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    // In "of-3", written in one, the dash belongs to both.
    let is_bound = start == 0 && is_from_the_right(before) && !matches!(first, '@' | '#');
    let has_sign = !first.is_alphanumeric() && !is_bound;
    (has_sign || !last.is_alphanumeric()).then_some((start, start + core.len()))
}

/// How much of what follows `token` goes with it.
fn more(token: &str, after: &str) -> usize {
    let blank = |text: &str| {
        let c = text.chars().next()?;
        matches!(c, ' ' | '\u{a0}' | '\u{202f}').then_some(c.len_utf8())
    };
    let is_number = token.ends_with(|c: char| c.is_ascii_digit());
    let mut length = 0;
    if token.starts_with('+') {
        let is_dialled = |c: char| c.is_ascii_digit() || matches!(c, '-' | '(' | ')');
        while let Some(width) = blank(&after[length..]) {
            let group = &after[length + width..];
            let end = group.find(|c| !is_dialled(c)).unwrap_or(group.len());
            let digits = group[..end].bytes().filter(u8::is_ascii_digit).count();
            if digits < 2 {
                break;
            }
            length += width + end;
        }
        let all = token.bytes().chain(after[..length].bytes());
        if all.filter(u8::is_ascii_digit).count() < 8 {
            length = 0;
        }
    }
    match blank(&after[length..]) {
        Some(width) if is_number && after[length + width..].starts_with('%') => length + width + 1,
        _ => length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_its_own_order_is_set_apart() {
        fn check(text: &str, expected: &str) {
            let expected = expected.replace('<', "\u{2066}").replace('>', "\u{2069}");
            assert_eq!(apart(text), expected, "{text}");
            assert_eq!(apart(&expected), expected, "{text}");
            assert_eq!(bare(&expected), text);
        }
        check("تابع @layla.cooks، من فضلك", "تابع <@layla.cooks>، من فضلك");
        check("مع @layla.", "مع <@layla>.");
        check("و@layla", "و<@layla>");
        check("#ad إعلان", "<#ad> إعلان");
        check("نمو +12 % في", "نمو <+12 %> في");
        check("نمو +12\u{a0}%، و-3", "نمو <+12\u{a0}%>، و-3");
        check("من -3 إلى 4", "من <-3> إلى 4");
        check("كوفيد-19", "كوفيد-19");
        check("38% من", "<38%> من");
        check("(«+5»)", "(«<+5>»)");
        check("https://example.com/ هنا", "<https://example.com/> هنا");
        check("a@example.com", "a@example.com");
        check("هاتف +34 600 000 000.", "هاتف <+34 600 000 000>.");
        check("زاد +12 منشورات 30", "زاد <+12> منشورات 30");
        check("3M+ متابع", "<3M+> متابع");
        check("25-34 و 12,000", "25-34 و 12,000");
        check(
            "قالت \u{2066}@layla\u{2069} ذلك"
                .replace(['\u{2066}', '\u{2069}'], "")
                .as_str(),
            "قالت <@layla> ذلك",
        );
        check("layla kitchen – ليلى", "layla kitchen – ليلى");
        check("", "");
    }
}
