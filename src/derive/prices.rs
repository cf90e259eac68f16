//! What is not for everybody of prices and counts, as it may be written.

use super::accounts::account_of;
use super::format::Locale;
use crate::kit::{Exact, Kit, Price, Row, SectionId, Service, Visibility, decimal_text};
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
            let printed = locale.money(amount, code);
            let is_number = |c: char| c.is_numeric() || c.is_whitespace() || ".,'’".contains(c);
            let symbol = printed.replace(is_number, "");
            let mut texts = vec![printed];
            for number in written(&decimal_text(amount, 2)) {
                for currency in [code, &symbol] {
                    for between in ["", " "] {
                        texts.push(format!("{number}{between}{currency}"));
                        texts.push(format!("{currency}{between}{number}"));
                    }
                }
            }
            texts.sort();
            texts.dedup();
            found.extend(texts.into_iter().map(|text| (text, service.name.span)));
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

/// Every count of an account that not everybody may see, of five digits and more.
pub fn secret_counts(kit: &Kit) -> Vec<(String, Span)> {
    let accounts = &kit.profile.accounts;
    let is_hidden = |row: &&Row| {
        account_of(accounts, row).is_some_and(|own| own.visibility != Visibility::Public)
    };
    let hidden = kit.rows.iter().filter(is_hidden);
    let counts = hidden.map(|row| {
        let value = &row.value;
        (decimal_text(&value.value.number, 0), value.span)
    });
    counts.filter(|(text, _)| text.len() >= 5).collect()
}

/// A number as people write it, given with a decimal point and nothing else: its thousands apart or
/// not, in each of the usual ways.
pub fn written(number: &str) -> Vec<String> {
    let (whole, rest) = match number.split_once('.') {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (number, None),
    };
    let apart = |mark: &str| {
        let mut text = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push_str(mark);
            }
            text.push(digit);
        }
        text
    };
    let ways = [("", "."), (",", "."), (".", ","), (" ", ","), ("'", ".")];
    let mut all: Vec<String> = ways
        .iter()
        .map(|(mark, point)| match rest {
            Some(rest) => format!("{}{point}{rest}", apart(mark)),
            None => apart(mark),
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

fn amounts(price: &Price) -> Vec<&Exact> {
    match price {
        Price::OnRequest | Price::Percent(..) => Vec::new(),
        Price::Exactly(amount) | Price::From(amount) => vec![amount],
        Price::Range(low, high) => vec![low, high],
    }
}
