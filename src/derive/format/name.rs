//! Countries and languages by name.

use super::Locale;
use crate::kit::country;
use icu_experimental::displaynames::multi::{LocaleDisplayNamesFormatter, RegionDisplayNames};

impl Locale {
    /// A country by its ISO 3166-1 code: "Spain". A code without a name is returned as it is.
    pub fn country(&self, code: &str) -> String {
        let name = || {
            let names = RegionDisplayNames::try_new((&self.tag).into(), Default::default()).ok()?;
            let name = names.of(code.parse().ok()?)?;
            Some(name.to_string())
        };
        name().unwrap_or_else(|| code.to_string())
    }

    /// A language by its BCP 47 tag, in the kit's language: "Basque". What is not a tag is
    /// returned as it is.
    pub fn language_name(&self, tag: &str) -> String {
        name(&self.tag, tag)
    }
}

/// Whether `name` is that of a country and of nothing nearer: in English, by its code, or in
/// `language`.
pub fn is_country(name: &str, language: &str) -> bool {
    let name = name.trim();
    if country::parse(name).is_some() {
        return true;
    }
    let locale = Locale::new(language);
    let mut codes = country::names().filter_map(country::parse);
    codes.any(|code| locale.country(code).to_lowercase() == name.to_lowercase())
}

/// A language in its own words: "español". What is not a tag is returned as it is.
pub fn autonym(tag: &str) -> String {
    match tag.parse() {
        Ok(own) => name(&own, tag),
        Err(_) => tag.to_string(),
    }
}

fn name(speaker: &icu_locale::Locale, tag: &str) -> String {
    let name = || {
        let language: icu_locale::Locale = tag.parse().ok()?;
        let names =
            LocaleDisplayNamesFormatter::try_new(speaker.into(), Default::default()).ok()?;
        Some(names.of(&language).to_string())
    };
    name().unwrap_or_else(|| tag.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Locale, autonym, is_country};

    #[test]
    fn country() {
        fn check(language: &str, code: &str, expected: &str) {
            assert_eq!(Locale::new(language).country(code), expected);
        }
        check("en", "ES", "Spain");
        check("en", "XK", "Kosovo");
        check("de", "ES", "Spanien");
        check("ja", "ES", "スペイン");
        check("ar", "ES", "إسبانيا");
        check("en", "QX", "QX");
        check("en", "no code", "no code");
    }

    #[test]
    fn language_name() {
        fn check(language: &str, tag: &str, expected: &str) {
            assert_eq!(Locale::new(language).language_name(tag), expected);
        }
        check("en", "eu", "Basque");
        check("en", "pt-BR", "Brazilian Portuguese");
        check("de", "eu", "Baskisch");
        check("en", "no tag", "no tag");
    }

    #[test]
    fn what_is_a_country() {
        fn check(language: &str, name: &str, expected: bool) {
            assert_eq!(is_country(name, language), expected, "{name}");
        }
        check("de", "Spain", true);
        check("de", "spanien ", true);
        check("ja", "スペイン", true);
        check("en", "Spanien", false);
        check("en", "Bilbao", false);
        check("en", "Bilbao, Spain", false);
        check("en", "", false);
    }

    #[test]
    fn own_name() {
        fn check(tag: &str, expected: &str) {
            assert_eq!(autonym(tag), expected);
        }
        check("es", "español");
        check("de", "Deutsch");
        check("ja", "日本語");
        check("ar", "العربية");
        check("pt-BR", "português (Brasil)");
        check("no tag", "no tag");
    }
}
