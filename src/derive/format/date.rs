//! Dates to text.

use super::Locale;
use crate::words::{Value, Words};
use icu_calendar::Gregorian;
use jiff::civil::Date;

impl Locale {
    /// A day that stays on one line: "31 Oct 2026".
    pub fn day(&self, day: Date) -> String {
        written(day, |day| self.day.format(&day).to_string())
    }

    /// A day whose year is said elsewhere: "3 Aug".
    pub fn day_of_year(&self, day: Date) -> String {
        written(day, |day| self.day_of_year.format(&day).to_string())
    }

    /// The month of a day: "October 2026".
    pub fn month(&self, day: Date) -> String {
        written(day, |day| self.month.format(&day).to_string())
    }

    /// The month of a day in little space: "Oct 2026".
    pub fn month_short(&self, day: Date) -> String {
        written(day, |day| self.month_short.format(&day).to_string())
    }

    /// The days from one to another: "3 Aug to 31 Oct 2026"; one day alone when both are the
    /// same.
    pub fn span(&self, words: &Words, from: Date, to: Date) -> String {
        if from == to {
            return self.day(to);
        }
        self.range(words, "span", from, to)
    }

    /// Two days that something lies between: "between 1 Aug and 31 Oct 2026".
    pub fn between(&self, words: &Words, from: Date, to: Date) -> String {
        self.range(words, "growth-between", from, to)
    }

    /// Two days in the sentence `key`, or `key-same-year` where the first needs no year. Where a
    /// language begins with the day, the first needs no month either if it is the same.
    fn range(&self, words: &Words, key: &str, from: Date, to: Date) -> String {
        let (key, first) = if from.year() == to.year() {
            let mut first = self.day_of_year(from);
            let is_one_month = from != to && from.month() == to.month();
            if is_one_month && first.starts_with(char::is_numeric) {
                first.truncate(first.find('\u{a0}').unwrap_or(first.len()));
            }
            (format!("{key}-same-year"), first)
        } else {
            (key.to_string(), self.day(from))
        };
        let last = self.day(to);
        words.say(
            &key,
            &[("from", Value::Text(&first)), ("to", Value::Text(&last))],
        )
    }
}

/// A day to see how a language writes one.
pub(super) const SAMPLE: Date = Date::constant(2026, 10, 31);

/// `day` as `write` writes it, with blanks at which no line ends.
pub(super) fn written(
    day: Date,
    write: impl Fn(icu_calendar::Date<Gregorian>) -> String,
) -> String {
    let (year, month) = (i32::from(day.year()), day.month().unsigned_abs());
    match icu_calendar::Date::try_new_gregorian(year, month, day.day().unsigned_abs()) {
        Ok(date) => write(date).replace(' ', "\u{a0}"),
        Err(_) => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;
    use crate::words::Words;
    use jiff::civil::{Date, date};

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn day() {
        fn check(language: &str, expected: &str) {
            let text = Locale::new(language).day(date(2026, 10, 31));
            assert!(!text.contains(' '), "{text:?} may break");
            assert_eq!(plain(&text), expected);
        }
        check("en", "31 Oct 2026");
        check("en-US", "Oct 31, 2026");
        check("de", "31. Oktober 2026");
        check("es", "31 oct 2026");
        check("fr", "31 oct. 2026");
        check("pt-BR", "31 de out. de 2026");
        check("ja", "2026年10月31日");
        check("ar", "31 أكتوبر 2026");
        check("th", "31 ต.ค. 2026");
    }

    #[test]
    fn month() {
        fn check(language: &str, long: &str, short: &str) {
            let locale = Locale::new(language);
            assert_eq!(plain(&locale.month(date(2026, 10, 31))), long);
            assert_eq!(plain(&locale.month_short(date(2026, 10, 31))), short);
        }
        check("en", "October 2026", "Oct 2026");
        check("de", "Oktober 2026", "10/2026");
        check("fr", "octobre 2026", "oct. 2026");
        check("ja", "2026年10月", "2026/10");
        check("es", "octubre de 2026", "oct 2026");
        check("pt-BR", "outubro de 2026", "out. de 2026");
        check("ar", "أكتوبر 2026", "10\u{200f}/2026");
    }

    #[test]
    fn ranges() {
        fn check(from: Date, to: Date, span: &str, between: &str) {
            let (locale, words) = (Locale::new("en"), Words::load("en").expect("built in"));
            assert_eq!(plain(&locale.span(&words, from, to)), span);
            assert_eq!(plain(&locale.between(&words, from, to)), between);
        }
        check(
            date(2026, 8, 3),
            date(2026, 10, 31),
            "3 Aug to 31 Oct 2026",
            "between 3 Aug and 31 Oct 2026",
        );
        check(
            date(2025, 11, 1),
            date(2026, 10, 31),
            "1 Nov 2025 to 31 Oct 2026",
            "between 1 Nov 2025 and 31 Oct 2026",
        );
        check(
            date(2026, 10, 3),
            date(2026, 10, 31),
            "3 to 31 Oct 2026",
            "between 3 and 31 Oct 2026",
        );
        fn in_language(language: &str, expected: &str, in_one_month: &str) {
            check_in(language, date(2026, 8, 3), expected);
            check_in(language, date(2026, 10, 3), in_one_month);
        }
        fn check_in(language: &str, from: Date, expected: &str) {
            let words = Words::load(language).expect("built in");
            let to = date(2026, 10, 31);
            let text = Locale::new(language).span(&words, from, to);
            assert_eq!(plain(&text), expected);
        }
        in_language(
            "de",
            "3. August bis 31. Oktober 2026",
            "3. bis 31. Oktober 2026",
        );
        in_language("es", "3 ago a 31 oct 2026", "3 a 31 oct 2026");
        in_language("fr", "3 août – 31 oct. 2026", "3 – 31 oct. 2026");
        in_language(
            "pt-BR",
            "3 de ago. a 31 de out. de 2026",
            "3 a 31 de out. de 2026",
        );
        in_language("ja", "8月3日〜2026年10月31日", "10月3日〜2026年10月31日");
        in_language("ar", "3 أغسطس إلى 31 أكتوبر 2026", "3 إلى 31 أكتوبر 2026");
        let day = date(2026, 10, 31);
        check(day, day, "31 Oct 2026", "between 31 Oct and 31 Oct 2026");
    }
}
