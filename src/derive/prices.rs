//! What is not for everybody of prices, as a page would print it.

use super::format::Locale;
use crate::kit::{Exact, Kit, Price, SectionId, Service, Visibility, decimal_text};
use crate::source::Span;

/// Every amount that not everybody may see, in each of the ways in which it may be written with its
/// currency, and where its service stands.
pub fn secret_prices(kit: &Kit) -> Vec<(String, Span)> {
    let locale = Locale::new(&kit.profile.site.language);
    let own = &kit.profile;
    let are_all =
        own.visibility.prices != Visibility::Public || !kit.shows_section(SectionId::Rates);
    let hidden = |service: &&Service| are_all || service.visibility != Visibility::Public;
    let mut found = Vec::new();
    let mut add = |service: &Service, fallback: Option<&str>| {
        let code = service.currency.as_ref().map(|code| code.value.as_str());
        let Some(code) = code.or(fallback) else {
            return;
        };
        for amount in amounts(&service.price) {
            let (plain, printed) = (decimal_text(amount, 2), locale.money(amount, code));
            for text in [
                printed,
                format!("{plain} {code}"),
                format!("{code} {plain}"),
            ] {
                found.push((text, service.name.span));
            }
        }
    };
    let usual = own.terms.currency.as_ref();
    let usual = usual.map(|code| code.value.as_str());
    for service in own.services.iter().filter(hidden) {
        add(service, usual);
    }
    for brand in &kit.brands {
        let terms = brand.terms.currency.as_ref();
        let fallback = terms.map(|code| code.value.as_str()).or(usual);
        for service in &brand.services {
            add(service, fallback);
        }
    }
    found
}

fn amounts(price: &Price) -> Vec<&Exact> {
    match price {
        Price::OnRequest | Price::Percent(..) => Vec::new(),
        Price::Exactly(amount) | Price::From(amount) => vec![amount],
        Price::Range(low, high) => vec![low, high],
    }
}
