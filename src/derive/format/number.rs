//! Numbers to text.

use super::{Locale, filled};
use crate::kit::Exact;
use dashu_int::UBig;
use icu_decimal::input::{Decimal, SignDisplay};
use num_traits::{Signed, ToPrimitive};

/// From this value on, a short form differs from the full one.
const SHORTENED_FROM: u32 = 10_000;

/// Which way a value goes when it is written with fewer digits than it has.
#[derive(Clone, Copy)]
enum Rounding {
    /// To the nearer one; from the middle away from zero.
    HalfAway,
    /// Towards minus infinity: never more than the truth, be it a gain or a loss.
    Down,
    /// A gain as `HalfAway`, a loss as `Down`.
    HalfAwayOrDown,
}

impl Locale {
    /// A count in full, grouped: "92,400". Whole values are exact. Others are rounded, half away
    /// from zero: to a whole from ten up, to one place below ten, where a place still matters.
    pub fn full(&self, value: &Exact) -> String {
        let small = value.abs() < Exact::from(10);
        self.number(value, u32::from(small))
    }

    /// A number with at most `places` digits behind the point, rounded half away from zero,
    /// without zeros at the end: "3.2", "3".
    pub fn number(&self, value: &Exact, places: u32) -> String {
        self.write_trimmed(decimal(value, places, Rounding::HalfAway))
    }

    /// As [`Locale::number`], but cut: never more than the truth. For "3.2 times the usual".
    pub fn cut(&self, value: &Exact, places: u32) -> String {
        self.write_trimmed(decimal(value, places, Rounding::Down))
    }

    /// A value that is in percent already: "6.1%". It has `places` digits behind the point,
    /// rounded half away from zero, or none when the value is whole: "33%", but "6.0%" for 5.98.
    pub fn percent(&self, value: &Exact, places: u32) -> String {
        let places = if value.is_int() { 0 } else { places };
        self.write_percent(&decimal(value, places, Rounding::HalfAway))
    }

    /// The number of [`Locale::percent`] alone: "6.1".
    pub fn percent_bare(&self, value: &Exact, places: u32) -> String {
        let places = if value.is_int() { 0 } else { places };
        self.fixed(value, places)
    }

    /// A value in percent, cut to a whole: "38%" for 38.9.
    pub fn percent_cut(&self, value: &Exact) -> String {
        self.write_percent(&decimal(value, 0, Rounding::Down))
    }

    /// A change in percent, with its sign: "+4.8%", "−4.9%". Places as [`Locale::percent`]. A
    /// gain is rounded half away from zero; a loss always away from zero, so that it never looks
    /// smaller than it is. What rounds to zero has no sign.
    pub fn signed_percent(&self, value: &Exact, places: u32) -> String {
        let places = if value.is_int() { 0 } else { places };
        let mut change = decimal(value, places, Rounding::HalfAwayOrDown);
        change.apply_sign_display(SignDisplay::ExceptZero);
        self.write_percent(&change)
    }

    /// A count in little space: "99.9K", "631K", "1.2B". Three digits at most, one of them
    /// behind the point; cut, never rounded up, and a loss never shortened towards zero. Below
    /// ten thousand the same as [`Locale::full`], and above it where the language has no short
    /// form.
    pub fn compact(&self, value: &Exact) -> String {
        if value.abs() < Exact::from(SHORTENED_FROM) {
            return self.full(value);
        }
        // Twice, because a loss may gain a digit: -999,950 is a thousand thousands first, and
        // then a million.
        let value = &self.shortened(&self.shortened(value));
        let exponent = self.short_unit(value);
        if exponent == 0 {
            return self.full(value);
        }
        // ICU rounds short forms itself. It is therefore given the whole part alone, which it
        // does not round, and the digits in its answer are replaced by our own.
        let short = value / power(exponent);
        let mut whole = decimal(&short.trunc().into(), 0, Rounding::Down);
        whole.multiply_pow10(i16::try_from(exponent).unwrap_or(0));
        let pattern = self.compact.format(&whole).to_string();
        minus(&filled(&pattern, &self.number(&short.abs(), 1)))
    }

    /// A value cut to the digits of its short form.
    fn shortened(&self, value: &Exact) -> Exact {
        let exponent = self.short_unit(value);
        if exponent == 0 {
            return value.clone();
        }
        let digits = magnitude(value) + 1 - exponent;
        let unit = if digits < 3 {
            power(exponent - 1)
        } else {
            power(exponent)
        };
        Exact::from((value / &unit).floor()) * unit
    }

    /// The power of ten that the short form of a value counts in: 3 for thousands; 0 when there
    /// is no short form.
    fn short_unit(&self, value: &Exact) -> u32 {
        let magnitude = magnitude(value);
        let mut round = Decimal::from(1);
        round.multiply_pow10(i16::try_from(magnitude).unwrap_or(0));
        // A hundred thousand is "100K": the digits that are left say what was taken away.
        let text = self.compact.format(&round).to_string();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        (magnitude + 1).saturating_sub(u32::try_from(digits).unwrap_or(0))
    }

    /// Hours, as a number: whole from ten up, else with one place.
    pub fn hours(&self, value: &Exact) -> String {
        self.full(value)
    }

    /// A length in seconds: "4:28", "1:04:28"; rounded half away from zero to whole seconds.
    pub fn duration(&self, seconds: &Exact) -> String {
        let sign = if seconds.is_negative() {
            "\u{2212}"
        } else {
            ""
        };
        let Some(total) = seconds.abs().round().to_u64() else {
            return self.full(seconds);
        };
        let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60);
        if hours > 0 {
            format!("{sign}{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{sign}{minutes}:{seconds:02}")
        }
    }

    /// A value for money: `places` digits behind the point, zeros and all.
    pub(super) fn fixed(&self, value: &Exact, places: u32) -> String {
        self.write(&decimal(value, places, Rounding::HalfAway))
    }

    fn write(&self, value: &Decimal) -> String {
        minus(&self.decimal.format(value).to_string())
    }

    fn write_trimmed(&self, mut value: Decimal) -> String {
        value.trim_end();
        self.write(&value)
    }

    fn write_percent(&self, value: &Decimal) -> String {
        minus(&self.percent.format(value).to_string())
    }
}

/// `text` with a real minus in the place of a hyphen.
pub(super) fn minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

/// `value` with `places` digits behind the point.
fn decimal(value: &Exact, places: u32, rounding: Rounding) -> Decimal {
    let scaled = value * power(places);
    let down = match rounding {
        Rounding::HalfAway => false,
        Rounding::Down => true,
        Rounding::HalfAwayOrDown => value.is_negative(),
    };
    let whole = if down { scaled.floor() } else { scaled.round() };
    // Digits alone always make a decimal.
    let mut decimal: Decimal = whole.to_string().parse().unwrap_or_default();
    decimal.multiply_pow10(-i16::try_from(places).unwrap_or(0));
    decimal
}

/// Ten to the power of `exponent`.
fn power(exponent: u32) -> Exact {
    Exact::from(UBig::from(10u8).pow(exponent as usize))
}

/// The power of ten of the first digit: 4 for 92,400, and 0 below one.
fn magnitude(value: &Exact) -> u32 {
    let digits = value.abs().trunc().to_string().len();
    u32::try_from(digits).unwrap_or(u32::MAX).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::Locale;
    use crate::kit::{Exact, decimal_text, exact, parse_decimal};
    use num_traits::Signed;
    use proptest::prelude::*;

    fn value(text: &str) -> Exact {
        match text.split_once('/') {
            Some((above, below)) => value(above) / value(below),
            None => parse_decimal(text).expect("a number"),
        }
    }

    #[test]
    fn full() {
        fn check(language: &str, input: &str, expected: &str) {
            assert_eq!(Locale::new(language).full(&value(input)), expected);
        }
        check("en", "0", "0");
        check("en", "631000", "631,000");
        check("en", "1204000000", "1,204,000,000");
        check("en", "-320", "\u{2212}320");
        check("en", "92400.5", "92,401");
        check("en", "-92400.5", "\u{2212}92,401");
        check("en", "92400.4999", "92,400");
        check("en", "3.44", "3.4");
        check("en", "3.45", "3.5");
        check("en", "9.96", "10");
        check("en", "10.4", "10");
        check("en", "125000/3", "41,667");
        check(
            "en",
            "123456789012345678901234567890",
            "123,456,789,012,345,678,901,234,567,890",
        );
        check("de", "631000", "631.000");
        check("es", "6310", "6310");
        check("fr", "631000", "631\u{202f}000");
        check("pt-BR", "631000", "631.000");
        check("ar", "631000", "631,000");
        check("ja", "631000", "631,000");
    }

    #[test]
    fn cut() {
        fn check(input: &str, expected: &str) {
            assert_eq!(Locale::new("en").cut(&value(input), 1), expected);
        }
        check("3.29", "3.2");
        check("3.99", "3.9");
        check("4.05", "4");
        check("-3.21", "\u{2212}3.3");
        check("1499/1000", "1.4");
    }

    #[test]
    fn percent() {
        fn check(language: &str, input: &str, expected: &str) {
            assert_eq!(Locale::new(language).percent(&value(input), 1), expected);
        }
        check("en", "6.1", "6.1%");
        check("en", "33", "33%");
        check("en", "5.98", "6.0%");
        check("en", "4.625", "4.6%");
        check("en", "4.65", "4.7%");
        check("en", "0", "0%");
        check("en", "0.04", "0.0%");
        check("de", "6.1", "6,1\u{a0}%");
        check("ar", "6.1", "6.1\u{200e}%\u{200e}");
    }

    #[test]
    fn percent_cut() {
        fn check(input: &str, expected: &str) {
            assert_eq!(Locale::new("en").percent_cut(&value(input)), expected);
        }
        check("38.9", "38%");
        check("33", "33%");
        check("99.99", "99%");
    }

    #[test]
    fn signed_percent() {
        fn check(language: &str, input: &str, expected: &str) {
            let text = Locale::new(language).signed_percent(&value(input), 1);
            assert_eq!(text, expected);
        }
        check("en", "4.8", "+4.8%");
        check("en", "4.84", "+4.8%");
        check("en", "4.85", "+4.9%");
        check("en", "100", "+100%");
        check("en", "-4.81", "\u{2212}4.9%");
        check("en", "-0.01", "\u{2212}0.1%");
        check("en", "0", "0%");
        check("en", "0.01", "0.0%");
        check("de", "-4.8", "\u{2212}4,8\u{a0}%");
        check("es", "4.8", "+4,8\u{a0}%");
        check("fr", "4.8", "+4,8\u{a0}%");
        check("pt-BR", "4.8", "+4,8%");
        check("ja", "4.8", "+4.8%");
        check("ar", "4.8", "\u{200e}+4.8\u{200e}%\u{200e}");
        check("ar", "-4.8", "\u{200e}\u{2212}4.8\u{200e}%\u{200e}");
    }

    #[test]
    fn compact() {
        fn check(language: &str, input: &str, expected: &str) {
            assert_eq!(Locale::new(language).compact(&value(input)), expected);
        }
        check("en", "0", "0");
        check("en", "9999", "9,999");
        check("en", "10000", "10K");
        check("en", "92400", "92.4K");
        check("en", "99999", "99.9K");
        check("en", "631000", "631K");
        check("en", "631999", "631K");
        check("en", "999999", "999K");
        check("en", "1000000", "1M");
        check("en", "1249999", "1.2M");
        check("en", "1204000000", "1.2B");
        check("en", "999999999999999999", "999,999T");
        check("en", "-9999", "\u{2212}9,999");
        check("en", "-10001", "\u{2212}10.1K");
        check("en", "-631001", "\u{2212}632K");
        check("en", "-999950", "\u{2212}1M");
        check("en", "-999999", "\u{2212}1M");
        check("en", "-99999", "\u{2212}100K");
        check("de", "99999", "99.999");
        check("de", "1249999", "1,2\u{a0}Mio.");
        check("es", "99999", "99,9\u{a0}mil");
        check("es", "1204000000", "1204\u{a0}M");
        check("fr", "99999", "99,9\u{a0}k");
        check("pt-BR", "1249999", "1,2\u{a0}mi");
        check("ar", "99999", "99.9\u{a0}ألف");
        check("ja", "99999", "9.9万");
        check("ja", "1249999", "124万");
        check("ja", "120000000", "1.2億");
        check("de", "-1249999", "\u{2212}1,3\u{a0}Mio.");
        check("de", "92400", "92.400");
        check("es", "1249999", "1,2\u{a0}M");
        check("fr", "1249999", "1,2\u{a0}M");
        check("pt-BR", "99999", "99,9\u{a0}mil");
        check("ar", "1249999", "1.2\u{a0}مليون");
        check("ar", "-99999", "\u{200e}\u{2212}100\u{a0}ألف");
    }

    #[test]
    fn duration() {
        fn check(input: &str, expected: &str) {
            assert_eq!(Locale::new("en").duration(&value(input)), expected);
        }
        check("0", "0:00");
        check("7.5", "0:08");
        check("268", "4:28");
        check("3599.5", "1:00:00");
        check("3868", "1:04:28");
        check("363600", "101:00:00");
    }

    /// What an English short form stands for.
    fn read(text: &str) -> Exact {
        let (negative, text) = match text.strip_prefix('\u{2212}') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let digits = text.trim_end_matches(char::is_alphabetic);
        let unit = match &text[digits.len()..] {
            "" => 1,
            "K" => 1_000,
            "M" => 1_000_000,
            "B" => 1_000_000_000,
            "T" => 1_000_000_000_000,
            unit => panic!("unknown unit {unit:?}"),
        };
        let number = value(&digits.replace(',', "")) * exact(unit);
        if negative { -number } else { number }
    }

    proptest! {
        #[test]
        fn short_forms_never_flatter(number: i64, thirds in 0_i64..3) {
            let number = exact(number) + exact(thirds) / exact(3);
            prop_assume!(number.is_int() || number.abs() >= exact(10_000));
            let shown = read(&Locale::new("en").compact(&number));
            prop_assert!(shown <= number);
            // Near the truth, too: within a tenth, as 10.9K of 10,999 and 1M of 1,099,999.
            prop_assert!((&number - &shown) * exact(10) <= number.abs());
        }

        #[test]
        fn short_forms_of_everyday_numbers_never_flatter(number in -2_000_000_i64..2_000_000) {
            let number = exact(number);
            let shown = read(&Locale::new("en").compact(&number));
            prop_assert!(shown <= number);
        }

        #[test]
        fn full_forms_of_whole_numbers_are_exact(number: i64) {
            prop_assert_eq!(read(&Locale::new("en").full(&exact(number))), exact(number));
        }

        #[test]
        fn full_forms_are_the_nearest(above: i64, below in 1_i64..1_000_000) {
            let number = exact(above) / exact(below);
            let shown = read(&Locale::new("en").full(&number));
            prop_assert!((shown - number).abs() * exact(2) <= exact(1));
        }

        #[test]
        fn losses_are_never_made_smaller(hundredths in -100_000_i64..0) {
            let change = exact(hundredths) / exact(100);
            let text = Locale::new("en").signed_percent(&change, 1);
            let shown = read(&text.replace('%', ""));
            prop_assert!(shown <= change && &change - &shown < exact(1) / exact(10));
        }

        #[test]
        fn what_is_cut_keeps_its_first_digits(hundredths in 0_u32..100_000) {
            let number = exact(i64::from(hundredths)) / exact(100);
            let text = Locale::new("en").cut(&number, 1).replace(',', "");
            prop_assert_eq!(text, decimal_text(&number, 1));
        }
    }
}
