//! Money to text.

use super::number::minus;
use super::{Locale, filled};
use crate::kit::Exact;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_locale::extensions::unicode::Value;
use num_traits::Signed;

impl Locale {
    /// An amount in the major unit of an ISO 4217 currency: "€6,800", "€6,800.50". The minor
    /// unit is written only when there is some of it. A code that is not one stands before the
    /// number: "QQ 6,800".
    pub fn money(&self, amount: &Exact, currency: &str) -> String {
        let one = if amount.is_negative() { -1 } else { 1 };
        let pattern = code(currency).and_then(|code| {
            let format =
                CurrencyFormatter::try_new_symbol((&self.tag).into(), code, Default::default());
            Some(format.ok()?.format_fixed_decimal(&one.into()).to_string())
        });
        let Some(pattern) = pattern else {
            return format!("{currency}\u{a0}{}", self.number(amount, 2));
        };
        // "€1.00": the digits behind the first are those of the minor unit.
        let minor = pattern.bytes().filter(u8::is_ascii_digit).skip(1).count();
        let places = if amount.is_int() { 0 } else { minor };
        minus(&filled(&pattern, &self.fixed(&amount.abs(), places as u32)))
    }

    /// The name of a currency, in the plural: "euros". A code that is not one is returned as it is.
    pub fn currency_name(&self, currency: &str) -> String {
        let name = code(currency).and_then(|code| {
            let format = CurrencyFormatter::try_new_name((&self.tag).into(), code).ok()?;
            Some(format.format_fixed_decimal(&100.into()).to_string())
        });
        // "100.00 euros" without its number.
        let number = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',');
        name.map_or_else(
            || currency.to_string(),
            |name| name.trim_matches(number).to_string(),
        )
    }
}

fn code(currency: &str) -> Option<CurrencyType> {
    let value = Value::try_from_str(currency).ok()?;
    CurrencyType::try_from(&value).ok()
}

#[cfg(test)]
mod tests {
    use super::Locale;
    use crate::kit::parse_decimal;

    #[test]
    fn money() {
        fn check(language: &str, amount: &str, currency: &str, expected: &str) {
            let amount = parse_decimal(amount).expect("a number");
            assert_eq!(Locale::new(language).money(&amount, currency), expected);
        }
        check("en", "6800", "EUR", "€6,800");
        check("en", "6800.00", "EUR", "€6,800");
        check("en", "6800.5", "EUR", "€6,800.50");
        check("en", "0.015", "EUR", "€0.02");
        check("en", "6.999", "EUR", "€7.00");
        check("en", "-900", "EUR", "\u{2212}€900");
        check("en", "900", "USD", "US$900");
        check("en-US", "900", "USD", "$900");
        check("en", "250000", "JPY", "JP¥250,000");
        check("ja", "250000", "JPY", "￥250,000");
        check("de", "6800", "EUR", "6.800\u{a0}€");
        check("fr", "6800", "EUR", "6\u{202f}800\u{a0}€");
        check("pt-BR", "6800.5", "BRL", "R$\u{a0}6.800,50");
        check("es", "6800.5", "MXN", "6800,50\u{a0}MX$");
        check("es-MX", "6800.5", "MXN", "$6,800.50");
        check("ar", "6800", "SAR", "\u{200f}6,800\u{a0}ر.س.\u{200f}");
        check("ar", "6800", "EUR", "\u{200f}6,800\u{a0}€");
        check("en", "5", "XXQ", "XXQ\u{a0}5");
        check("en", "5", "no code", "no code\u{a0}5");
    }

    #[test]
    fn currency_name() {
        fn check(language: &str, currency: &str, expected: &str) {
            assert_eq!(Locale::new(language).currency_name(currency), expected);
        }
        check("en", "EUR", "euros");
        check("en", "USD", "US dollars");
        check("de", "EUR", "Euro");
        check("ja", "JPY", "円");
        check("es", "MXN", "pesos mexicanos");
        check("fr", "EUR", "euros");
        check("pt-BR", "BRL", "Reais brasileiros");
        check("ar", "SAR", "ريال سعودي");
        check("en", "BGM", "Bulgarian socialist leva");
        check("en", "BGO", "Bulgarian leva (1879–1952)");
        check("en", "XXQ", "XXQ");
        check("en", "", "");
    }
}
