//! Countries by the names platforms write, in the language of whoever exports.

use super::vocabulary::plain;
use crate::kit::country;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use icu_locale::Locale;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The languages beside English whose names of countries are known.
const LANGUAGES: &[&str] = &[
    "ar", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hu", "id", "it", "ja", "ko", "nb", "nl",
    "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
];

/// By name as [`plain`] writes it, the code; none for a name that means two countries.
static NAMES: LazyLock<BTreeMap<String, Option<&'static str>>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for language in LANGUAGES {
        for (name, code) in names_in(language).unwrap_or_default() {
            let code_of_name = names.entry(name).or_insert(Some(code));
            if *code_of_name != Some(code) {
                *code_of_name = None;
            }
        }
    }
    names
});

/// The code of the country called `name`; `None` when there is none, or two.
pub(super) fn country(name: &str) -> Option<&'static str> {
    let listed = |name: &str| NAMES.get(&plain(name)).copied().flatten();
    // Lists in the order of the alphabet turn names round: `Congo, Democratic Republic of the`.
    let turned = || {
        let (last, first) = name.split_once(", ")?;
        country::parse(&format!("{first} {last}"))
    };
    country::parse(name)
        .or_else(|| listed(name))
        .or_else(turned)
}

fn names_in(language: &str) -> Option<Vec<(String, &'static str)>> {
    let locale: Locale = language.parse().ok()?;
    let shown = RegionDisplayNames::try_new((&locale).into(), Default::default()).ok()?;
    let codes = country::names().filter_map(country::parse);
    let name = |code: &'static str| Some((plain(shown.of(code.parse().ok()?)?), code));
    Some(codes.filter_map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_in_many_languages() {
        fn check(name: &str, expected: Option<&str>) {
            assert_eq!(country(name), expected, "{name}");
        }
        check("Germany", Some("DE"));
        check("Deutschland", Some("DE"));
        check("Alemania", Some("DE"));
        check("Allemagne", Some("DE"));
        check("Países Bajos", Some("NL"));
        check("Reino Unido", Some("GB"));
        check("ドイツ", Some("DE"));
        check("United States", Some("US"));
        check("Vereinigte Staaten", Some("US"));
        check("Congo, Democratic Republic of the", Some("CD"));
        check("Bilbao, Spain", None);
        check("Wonderland", None);
        check("", None);
    }
}
