//! Addresses that a page may lead to.

use url::Url;

/// The address as a browser would follow it, or `None` when a page must not lead there: only
/// `https`, `http`, `mailto` and `tel` are safe, whatever tricks the text plays with tabs, case
/// or entities.
pub fn web_address(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    let safe = match url.scheme() {
        "https" | "http" => url.has_host() && url.username().is_empty() && url.password().is_none(),
        "mailto" | "tel" => !url.path().is_empty(),
        _ => false,
    };
    safe.then(|| url.to_string())
}

/// A page on the web: [`web_address`], and neither `mailto` nor `tel`.
pub fn web_page(text: &str) -> Option<String> {
    web_address(text).filter(|address| address.starts_with("http"))
}

/// An e-mail address: one `@`, something before it, a host with a dot behind it, no blanks.
pub fn email_address(text: &str) -> Option<String> {
    let text = text.trim();
    let (name, host) = text.split_once('@')?;
    let host_ok = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains("..")
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    let name_ok = !name.is_empty()
        && name.chars().all(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(
                    c,
                    '@' | '<' | '>' | '"' | '(' | ')' | ',' | ';' | ':' | '\\'
                )
        });
    (host_ok && name_ok && text.len() <= 254).then(|| text.to_string())
}

/// A telephone number as people write it: 5 to 15 digits with an optional `+` in front, and
/// blanks, dots, dashes, slashes and brackets between.
pub fn phone_number(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let written = text.chars().enumerate().all(|(index, c)| {
        c.is_ascii_digit()
            || (c == '+' && index == 0)
            || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '(' | ')')
    });
    (written && (5..=15).contains(&digits)).then(|| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_addresses_are_followed() {
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(web_address(text).as_deref(), expected, "{text:?}");
        }
        check(
            "https://example.com/a?b#c",
            Some("https://example.com/a?b#c"),
        );
        check("HTTPS://Example.com", Some("https://example.com/"));
        check("mailto:a@b.example", Some("mailto:a@b.example"));
        check("tel:+34600", Some("tel:+34600"));
        check("javascript:alert(1)", None);
        check("java\tscript:alert(1)", None);
        check("JaVaScRiPt:alert(1)", None);
        check("\u{1}javascript:alert(1)", None);
        check("data:text/html,x", None);
        check("vbscript:x", None);
        check("file:///etc/passwd", None);
        check("//example.com", None);
        check("\\\\example.com", None);
        check("https://user:word@example.com", None);
        check("www.example.com", None);
    }

    #[test]
    fn mail_and_telephone() {
        fn check(text: &str, mail: bool, phone: bool) {
            assert_eq!(email_address(text).is_some(), mail, "{text:?}");
            assert_eq!(phone_number(text).is_some(), phone, "{text:?}");
        }
        check("maite@example.com", true, false);
        check("maite@example", false, false);
        check("maite @example.com", false, false);
        check("a@b@c.example", false, false);
        check("+34 600 000 000", false, true);
        check("(020) 555-0144", false, true);
        check("12", false, false);
        check("call me", false, false);
    }
}
