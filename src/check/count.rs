//! Running text to the counts typed in it: numbers of a thousand or more that may be numbers of
//! people or views.
//!
//! A number that may be anything else (a year, a price, a time, a distance, a telephone number) is
//! no count: a warning that is wrong costs more than one that is missing.

use crate::kit::{Exact, exact, parse_decimal};
use std::ops::Range;

/// A count as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// The value: 1200000 for `1.2M`.
    pub value: Exact,
    /// What one in the last typed place stands for: 100000 for `1.2M`, 1 for `12,345`.
    pub step: Exact,
}

/// Smaller numbers are not looked at.
const LEAST: i64 = 1_000;
/// Four digits alone in this range are a year.
const YEARS: Range<i64> = 1900..2101;
/// Marks of currencies.
const MONEY: &str = "€$£¥₹₽₩₺₫₪฿₴₦";
/// A number before one of these words counts no people and no views.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "m", "km", "cm", "mm", "metre", "metres", "meter", "meters", "kilometres", "kilometers",
    "mi", "miles", "ft", "feet", "kg", "g", "ml", "l", "kcal", "calories", "h", "am", "pm",
    "seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years", "steps",
    "euro", "euros", "dollars", "pounds", "francs",
];

/// The counts in `range` of `text`; what stands around it is looked at too. Numbers named between
/// double braces are passed over.
pub(super) fn counts(text: &str, range: Range<usize>) -> Vec<(Range<usize>, Count)> {
    let mut counts = Vec::new();
    let mut at = range.start;
    // A text full of braces that never close is searched for their end once, not for each.
    let mut closes = true;
    while let Some(rest) = text.get(at..range.end) {
        if closes && rest.starts_with("{{") {
            match rest.find("}}") {
                Some(end) => {
                    at += end + 2;
                    continue;
                }
                None => closes = false,
            }
        }
        let Some(c) = rest.chars().next() else { break };
        if !c.is_ascii_digit() {
            at += c.len_utf8();
            continue;
        }
        let typed = Typed::read(text, at);
        at = typed.range.end;
        if at <= range.end
            && let Some(count) = typed.count()
            && count.value >= exact(LEAST)
            && stands_alone(&text[..typed.range.start], &text[at..])
        {
            counts.push((typed.range, count));
        }
    }
    counts
}

/// A number with its thousands apart, and how it is shortened.
struct Typed<'a> {
    range: Range<usize>,
    groups: Vec<&'a str>,
    marks: Vec<char>,
    /// 1000 for `K` and "thousand", a million for `M` and "million", else 1.
    unit: i64,
}

impl<'a> Typed<'a> {
    /// Reads the number that begins at the digit at `start`.
    fn read(text: &'a str, start: usize) -> Typed<'a> {
        let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
        let mut end = start + digits(start);
        let mut groups = vec![&text[start..end]];
        let mut marks = Vec::new();
        while let Some(mark) = text[end..].chars().next() {
            let from = end + mark.len_utf8();
            let length = digits(from);
            let joins = match mark {
                ',' | '.' | '\'' | '’' => length > 0,
                ' ' | '\u{a0}' | '\u{202f}' => length == 3 && groups[0].len() <= 3,
                _ => false,
            };
            if !joins {
                break;
            }
            groups.push(&text[from..from + length]);
            marks.push(mark);
            end = from + length;
        }
        let (unit, length) = shortened(&text[end..]);
        Typed {
            range: start..end + length,
            groups,
            marks,
            unit,
        }
    }

    fn count(&self) -> Option<Count> {
        let first = *self.groups.first()?;
        let thousands = self.groups[1..].iter().all(|group| group.len() == 3)
            && self.marks.iter().all(|mark| *mark == self.marks[0]);
        // `4000m` is a distance: what is shortened has few digits left.
        if self.unit > 1 && first.len() > 3 {
            return None;
        }
        let (digits, places) = match (self.groups.as_slice(), self.unit) {
            ([one], _) => ((*one).to_string(), 0),
            ([whole, fraction], unit) if unit > 1 && matches!(self.marks[0], '.' | ',') => {
                (format!("{whole}.{fraction}"), fraction.len())
            }
            (groups, 1) if thousands && first.len() <= 3 => (groups.concat(), 0),
            _ => return None,
        };
        let alone = self.groups.len() == 1 && self.unit == 1;
        let value = parse_decimal(&digits)?;
        let year =
            alone && first.len() == 4 && value >= exact(YEARS.start) && value < exact(YEARS.end);
        if year || first.starts_with('0') && self.unit == 1 {
            return None;
        }
        let tenths = (0..places).fold(exact(1), |parts, _| parts * exact(10));
        Some(Count {
            value: value * exact(self.unit),
            step: exact(self.unit) / tenths,
        })
    }
}

/// What a number is multiplied by, and how many bytes say so.
fn shortened(after: &str) -> (i64, usize) {
    let ends = |length: usize| !after[length..].starts_with(char::is_alphanumeric);
    let units = [
        ("K", 1_000),
        ("k", 1_000),
        ("M", 1_000_000),
        ("m", 1_000_000),
        (" thousand", 1_000),
        (" million", 1_000_000),
    ];
    let found = units
        .into_iter()
        .find(|(word, _)| after.starts_with(word) && ends(word.len()));
    found.map_or((1, 0), |(word, unit)| (unit, word.len()))
}

/// Whether a number between these texts is a count by itself.
fn stands_alone(before: &str, after: &str) -> bool {
    let mut near = before.chars().rev();
    let (last, second) = (near.next(), near.next());
    let joined = last.is_some_and(|c| c.is_alphanumeric() || "_/\\#&=@:+<-".contains(c));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let gap = |c: Option<char>| c.is_some_and(|c| " \u{a0}-/".contains(c));
    let mut next = after.chars();
    let (first, following) = (next.next(), next.next());
    let goes_on = first.is_some_and(|c| c.is_alphanumeric() || "_/@=".contains(c))
        || first == Some(':') && digit(following);
    let in_groups = gap(last) && digit(second) || gap(first) && digit(following);
    if joined || goes_on || in_groups {
        return false;
    }
    let markup = |c: char| c.is_whitespace() || "*_".contains(c);
    let before = before.trim_end_matches(markup);
    let after = after.trim_start_matches(markup);
    let money = |c: char| MONEY.contains(c);
    if before.ends_with(money) || after.starts_with(money) || after.starts_with(['%', '‰', '°'])
    {
        return false;
    }
    let letters = |word: &&str| !word.is_empty();
    let word_before = before
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .filter(letters);
    let word_after = after
        .split(|c: char| !c.is_alphabetic())
        .next()
        .filter(letters);
    let currency = |word: &str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    !word_before.is_some_and(currency)
        && !word_after.is_some_and(|word| currency(word) || UNITS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::decimal_text;

    #[test]
    fn counts_are_found_and_other_numbers_are_not() {
        fn check(text: &str, expected: &[&str]) {
            let found: Vec<String> = counts(text, 0..text.len())
                .into_iter()
                .map(|(range, count)| {
                    let value = decimal_text(&count.value, 2);
                    format!("{} {value} {}", &text[range], decimal_text(&count.step, 2))
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        }
        check("248,000 people", &["248,000 248000 1"]);
        check(
            "248.000, *248 000* und 248’000.",
            &["248.000 248000 1", "248 000 248000 1", "248’000 248000 1"],
        );
        check(
            "248K, 248k or 1.2M!",
            &[
                "248K 248000 1000",
                "248k 248000 1000",
                "1.2M 1200000 100000",
            ],
        );
        check("1,25 million views", &["1,25 million 1250000 10000"]);
        check(
            "12 thousand, 12000+",
            &["12 thousand 12000 1000", "12000 12000 1"],
        );
        check(
            "10,000–12,000 and 1830 readers",
            &["10,000 10000 1", "12,000 12000 1", "1830 1830 1"],
        );
        check("999 of 14", &[]);
        check("since 2019, until 2030", &[]);
        check(
            "€1,200, 1.200 €, **$**1,200, EUR 1200, 1200 CHF, 1,200.50, 1200 euros",
            &[],
        );
        check("at 19:30, 1200 m up, 4000m, 1,200 km, 1200 %", &[]);
        check(
            "+34 600 000 000, +353 20 910 0144, 020 7946 0018, 555-1234",
            &[],
        );
        check(
            "2026-10-31, 31.10.2026, 31/10/2026, 1000th, A1200, #1200, &#8217;, \\u2019",
            &[],
        );
        check(
            "{{ instagram@ada.4000/followers }} {{ 5000 }} 6000",
            &["6000 6000 1"],
        );
    }

    #[test]
    fn what_stands_around_a_range_counts_too() {
        let text = "€*1,200* and *1,300*";
        assert_eq!(counts(text, 4..9), []);
        let found = counts(text, 16..21);
        assert_eq!(found[0].1.value, exact(1300));
        assert_eq!(found.len(), 1);
    }
}
