//! Codes with an outside meaning: languages, countries, currencies.

/// A BCP 47 tag in its usual form: `es`, `pt-BR`.
pub fn language_tag(text: &str) -> Option<String> {
    let tag: unic_langid::LanguageIdentifier = text.trim().parse().ok()?;
    // Longer ones are reserved by the standard and used by nobody.
    let known = matches!(tag.language.as_str().len(), 2 | 3) && !tag.language.is_empty();
    known.then(|| tag.to_string())
}

/// The ISO 3166-1 alpha-2 code of a country given by its code or its English name, in upper case.
pub fn country_code(text: &str) -> Option<String> {
    super::country::parse(text).map(str::to_string)
}

/// An ISO 4217 currency in use, in upper case.
pub fn currency(text: &str) -> Option<String> {
    let code = text.trim().to_ascii_uppercase();
    (code.len() == 3 && currencies().any(|known| known == code)).then_some(code)
}

/// The code of every currency in use, for suggestions.
pub(super) fn currencies() -> impl Iterator<Item = &'static str> {
    CURRENCIES.split(' ')
}

const CURRENCIES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL \
BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP \
GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF \
KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN \
NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD \
SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND \
VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_ones() {
        fn check(text: &str, tag: Option<&str>, money: Option<&str>) {
            assert_eq!(language_tag(text).as_deref(), tag, "{text}");
            assert_eq!(currency(text).as_deref(), money, "{text}");
        }
        check("pt-br", Some("pt-BR"), None);
        check("EUR", Some("eur"), Some("EUR"));
        check("euro", None, None);
        check("english", None, None);
        check("", None, None);
    }
}
