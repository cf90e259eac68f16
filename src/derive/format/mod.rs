//! Numbers, money, dates and names to text, in the kit's language.
//!
//! Exact values come in and are rounded here, once, by the rules of honest numbers: full forms
//! round half away from zero, short forms are cut, a loss is never shortened towards zero. The
//! habits of a language come from ICU's data and its words from `words`; nothing here knows a
//! language by name.

mod date;
mod money;
mod name;
mod number;
mod share;

pub use name::{autonym, is_country};
pub use share::share_word;

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{MD, YM, YMD};
use icu_decimal::{CompactDecimalFormatter, DecimalFormatter};
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_list::ListFormatter;
use icu_locale::LocaleDirectionality;
use icu_locale::extensions::unicode::{key, value};
use icu_locale::subtags::region;

/// How one language writes numbers, dates and names. Made once per kit; making it takes a few
/// dozen microseconds.
pub struct Locale {
    tag: icu_locale::Locale,
    decimal: DecimalFormatter,
    compact: CompactDecimalFormatter,
    percent: PercentFormatter<DecimalFormatter>,
    list: ListFormatter,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    day_of_year: FixedCalendarDateTimeFormatter<Gregorian, MD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    month_short: FixedCalendarDateTimeFormatter<Gregorian, YM>,
}

impl Locale {
    /// The habits of a BCP 47 tag. A tag without a region means the language as the world writes
    /// it, region `001`: for `en` that is `31 Oct 2026`, `a, b and c` and `US$`, while `en-US`
    /// keeps its own. Digits are Western and the calendar is Gregorian in every language. What is
    /// not a tag at all is read as the language `und`, which has habits too.
    pub fn new(language: &str) -> Locale {
        let mut tag: icu_locale::Locale = language.parse().unwrap_or(icu_locale::Locale::UNKNOWN);
        tag.id.region.get_or_insert(region!("001"));
        let keywords = &mut tag.extensions.unicode.keywords;
        keywords.set(key!("nu"), value!("latn"));
        // Every language falls back to `und`, whose data are compiled in: nothing can be missing.
        let compiled = "ICU's data are compiled in";
        let day = |fields: YMD| {
            FixedCalendarDateTimeFormatter::try_new((&tag).into(), fields).expect(compiled)
        };
        let day_of_year = |fields: MD| {
            FixedCalendarDateTimeFormatter::try_new((&tag).into(), fields).expect(compiled)
        };
        // Where the middle form is digits alone, as "31/10/2026", the month is written out: abroad
        // nobody takes it for another one.
        let is_digits = !date::written(date::SAMPLE, |date| {
            day(YMD::medium()).format(&date).to_string()
        })
        .contains(char::is_alphabetic);
        Locale {
            decimal: DecimalFormatter::try_new((&tag).into(), Default::default()).expect(compiled),
            compact: CompactDecimalFormatter::try_new_short((&tag).into(), Default::default())
                .expect(compiled),
            percent: PercentFormatter::try_new((&tag).into(), Default::default()).expect(compiled),
            list: ListFormatter::try_new_and((&tag).into(), Default::default()).expect(compiled),
            day: day(if is_digits {
                YMD::long()
            } else {
                YMD::medium()
            }),
            day_of_year: day_of_year(if is_digits { MD::long() } else { MD::medium() }),
            month: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YM::long())
                .expect(compiled),
            month_short: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YM::medium())
                .expect(compiled),
            tag,
        }
    }

    /// In which direction the language is read: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        if LocaleDirectionality::new_common().is_right_to_left(&self.tag.id) {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// Several things as a list: "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        self.list.format(items.iter()).to_string()
    }
}

/// `pattern` with the run from its first to its last digit replaced by `number`: how a number
/// that ICU would round for itself is put into ICU's pattern. A pattern without digits is
/// returned as it is.
fn filled(pattern: &str, number: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    match (pattern.find(is_digit), pattern.rfind(is_digit)) {
        (Some(first), Some(last)) => {
            format!("{}{number}{}", &pattern[..first], &pattern[last + 1..])
        }
        _ => pattern.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;
    use crate::kit::{Base, Choice, Gender, METRICS, PLATFORMS, Per, PostFormat};
    use crate::kit::{Relationship, SectionId, exact};
    use crate::words::Words;
    use jiff::civil::date;

    /// The languages that pages are to be in.
    pub(super) const ALL: [&str; 7] = ["en", "de", "es", "fr", "pt-BR", "ar", "ja"];

    #[test]
    fn every_language_writes_everything() {
        for language in ALL {
            let words = Words::load(language).expect("built in");
            let locale = Locale::new(language);
            let day = date(2026, 10, 31);
            let texts = [
                locale.full(&exact(-1_234_567)),
                locale.compact(&exact(1_234_567)),
                locale.percent(&exact(6), 1),
                locale.signed_percent(&exact(-6), 1),
                locale.hours(&exact(18_400)),
                locale.duration(&exact(268)),
                locale.money(&exact(6_800), "EUR"),
                locale.currency_name("EUR"),
                locale.day(day),
                locale.month(day),
                locale.month_short(day),
                locale.span(&words, date(2026, 8, 3), day),
                locale.country("ES"),
                locale.language_name("eu"),
                locale.list(&["a".to_string(), "b".to_string(), "c".to_string()]),
                super::autonym(language),
            ];
            for text in texts {
                assert!(!text.trim().is_empty(), "{language}: {text:?}");
                // Western digits, and one kind of minus.
                let foreign = |c: char| c.is_numeric() && !c.is_ascii_digit();
                let minus = text.contains('-');
                assert!(!text.contains(foreign) && !minus, "{language}: {text:?}");
            }
        }
    }

    #[test]
    fn direction() {
        fn check(language: &str, expected: &str) {
            assert_eq!(Locale::new(language).direction(), expected, "{language}");
        }
        check("en", "ltr");
        check("ar", "rtl");
        check("ja", "ltr");
        check("he", "rtl");
        check("not a tag", "ltr");
        check("", "ltr");
    }

    #[test]
    fn list() {
        fn check(language: &str, items: &[&str], expected: &str) {
            let items: Vec<_> = items.iter().map(ToString::to_string).collect();
            assert_eq!(Locale::new(language).list(&items), expected);
        }
        check("en", &[], "");
        check("en", &["a"], "a");
        check("en", &["a", "b", "c"], "a, b and c");
        check("en-US", &["a", "b", "c"], "a, b, and c");
        check("es", &["España", "Italia"], "España e Italia");
        check("ja", &["a", "b", "c"], "a、b、c");
    }

    /// `words` may not know the kit, so that its words are complete is held here.
    #[test]
    fn there_is_a_word_for_everything_a_kit_can_say() {
        fn keys<C: Choice>(family: &str) -> Vec<String> {
            let words = C::WORDS.iter();
            words.map(|(word, _)| format!("{family}-{word}")).collect()
        }
        let mut all = Vec::new();
        all.extend(keys::<SectionId>("section"));
        all.extend(keys::<SectionId>("nav"));
        all.extend(keys::<PostFormat>("format"));
        all.extend(keys::<PostFormat>("formats"));
        all.extend(keys::<Base>("base"));
        all.extend(keys::<Gender>("gender"));
        all.extend(keys::<Per>("per"));
        all.extend(keys::<Relationship>("relationship"));
        all.extend(PLATFORMS.iter().map(|(id, _)| format!("platform-{id}")));
        all.extend(METRICS.iter().map(|(name, ..)| format!("metric-{name}")));
        all.extend(super::share::keys().map(ToString::to_string));
        for language in crate::words::LANGUAGES {
            let words = Words::load(language).expect("listed");
            all.iter()
                .for_each(|key| assert!(words.has(key), "{language}: {key}"));
        }
    }
}
