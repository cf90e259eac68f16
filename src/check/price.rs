//! Prices whose time is over.

use super::Subject;
use crate::kit::{Price, Visibility};
use crate::source::{Diagnostic, Diagnostics};

/// `expired-price`: each price that held until an earlier day.
pub(super) fn expired(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for service in &subject.kit.profile.services {
        let priced = service.price != Price::OnRequest && service.visibility != Visibility::Never;
        if let Some(until) = &service.valid_until
            && priced
            && until.value < subject.today
        {
            let message = format!(
                "the price of “{}” was valid until {}: the page says “on request”",
                service.name.value, until.value
            );
            diags.push(
                Diagnostic::warning("expired-price", message)
                    .at(until.span)
                    .hint("set the price and a new `valid_until`"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    #[test]
    fn a_price_is_valid_through_its_last_day() {
        let check =
            |more, expected: &[&str]| check("expired-price", &Case::new().more(more), expected);
        check(
            "[[services]]\nname = \"Reel\"\nprice = 900\ncurrency = \"EUR\"\nvalid_until = 2026-11-23\n",
            &[
                "profile.toml:14:15 the price of “Reel” was valid until 2026-11-23: the page says “on request” | set the price and a new `valid_until`",
            ],
        );
        check(
            "[[services]]\nname = \"Reel\"\nprice = 900\ncurrency = \"EUR\"\nvalid_until = 2026-11-24\n",
            &[],
        );
        check(
            "[[services]]\nname = \"Reel\"\nvalid_until = 2026-11-23\n",
            &[],
        );
    }
}
