//! What a text must be, and what to do when it is something else.

use super::values::printable;
use super::{PLATFORMS, country, currencies, web_page};
use crate::source::{Diagnostic, Spanned, nearest};

/// What a text must be.
#[derive(Clone, Copy)]
pub(super) struct Expected<'a> {
    /// Completes "is not …".
    pub what: &'a str,
    /// What to write instead of a text that is something else, where that can be told.
    pub hint: fn(&str) -> Option<String>,
}

pub(super) const EMAIL: Expected<'_> = Expected {
    what: "an e-mail address",
    hint: |_| Some("write the whole address, as `name@example.com`".to_string()),
};
pub(super) const PHONE: Expected<'_> = Expected {
    what: "a telephone number with 5 to 15 digits",
    hint: |_| Some("write it with its country, as `+34 600 000 000`".to_string()),
};
pub(super) const HANDLE: Expected<'_> = Expected {
    what: "a handle",
    hint: |_| Some("write your name on the platform, as `maiteorrun`".to_string()),
};
pub(super) const PLATFORM: Expected<'_> = Expected {
    what: "the name of a platform",
    hint: |text| {
        let names = PLATFORMS.iter().map(|(name, _)| *name);
        Some(match nearest(text, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write it in small letters, as `instagram` or `newsletter`".to_string(),
        })
    },
};
pub(super) const COLOUR: Expected<'_> = Expected {
    what: "a colour such as `#b01f31`",
    hint: |_| Some("write `#` and six of 0 to 9 and a to f: red, green and blue".to_string()),
};
pub(super) const PAGE: Expected<'_> = Expected {
    what: "a plain link that begins with `https://`",
    hint: |text| Some(page(text)),
};
pub(super) const EXAMPLE: Expected<'_> = Expected {
    what: "a plain link that begins with `https://`, nor a photo of the kit",
    hint: PAGE.hint,
};
pub(super) const SITE: Expected<'_> = Expected {
    what: "an address such as `https://example.com/kit/`",
    hint: |text| match web_page(text) {
        Some(_) if text.contains(['?', '#']) => {
            Some("leave out what begins with `?` or `#`".to_string())
        }
        Some(_) => Some("write the address of the folder, without the page at its end".to_string()),
        None => Some(page(text)),
    },
};
pub(super) const COUNTRY: Expected<'_> = Expected {
    what: "a country",
    hint: |text| Some(country(text)),
};
pub(super) const LANGUAGE: Expected<'_> = Expected {
    what: "a language code such as `es`",
    hint: |text| Some(language(text)),
};
pub(super) const CURRENCY: Expected<'_> = Expected {
    what: "a currency code such as `EUR`",
    hint: |text| Some(currency(text)),
};
pub(super) const DAY: Expected<'_> = Expected {
    what: "a day such as 2027-01-31",
    hint: |_| Some("write a day, 2026-05-31, without quotes".to_string()),
};
pub(super) const DAY_OR_YEAR: Expected<'_> = Expected {
    what: "a day such as 2027-01-31",
    hint: |_| Some("write a day, 2026-05-31, without quotes, or a year, 2026".to_string()),
};

impl Expected<'_> {
    /// That `text` is something else, and what to write.
    pub fn missed(&self, text: &Spanned<String>) -> Diagnostic {
        let diagnostic = invalid(text, self.what);
        match (self.hint)(&text.value) {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        }
    }
}

/// "`12o` is not a whole number", at the value's place.
pub(super) fn invalid(text: &Spanned<String>, expected: &str) -> Diagnostic {
    Diagnostic::error(
        "invalid-value",
        format!("`{}` is not {expected}", printable(&text.value)),
    )
    .at(text.span)
}

/// What to write for a country that is not one.
pub(super) fn country(text: &str) -> String {
    match nearest(text, country::names()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "write its code of two letters, as SE, or its English name".to_string(),
    }
}

/// What to write for an amount given as text: `price = 450` for `€450`.
pub(super) fn number_alone(key: &str, text: &str) -> String {
    let mut runs = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty());
    // In "1.200" or "450-600" it cannot be told which number was meant.
    let number = match (runs.next(), runs.next()) {
        (Some(number), None) if number.len() <= 12 => number,
        _ => "450",
    };
    if key == "percent" {
        return format!("write the number alone, `percent = {number}`");
    }
    format!("write the number alone, `{key} = {number}`, and the currency once in `[terms]`")
}

fn page(text: &str) -> String {
    let bare = text.trim().trim_start_matches('/');
    let host = bare.split('/').next().unwrap_or_default();
    let whole = format!("https://{bare}");
    if host.contains('.') && !host.contains([':', '@']) && web_page(&whole).is_some() {
        return format!("write `https://` in front: `{}`", printable(&whole));
    }
    "copy the address of the page from the browser, from `https://` on".to_string()
}

#[rustfmt::skip]
const LANGUAGES: [(&str, &str); 20] = [
    ("Arabic", "ar"), ("Chinese", "zh"), ("Danish", "da"), ("Dutch", "nl"), ("English", "en"),
    ("Finnish", "fi"), ("French", "fr"), ("German", "de"), ("Hindi", "hi"), ("Italian", "it"),
    ("Japanese", "ja"), ("Korean", "ko"), ("Norwegian", "nb"), ("Polish", "pl"),
    ("Portuguese", "pt"), ("Russian", "ru"), ("Spanish", "es"), ("Swedish", "sv"),
    ("Turkish", "tr"), ("Welsh", "cy"),
];

fn language(text: &str) -> String {
    let near = nearest(text, LANGUAGES.iter().map(|(name, _)| *name));
    match LANGUAGES.iter().find(|(name, _)| near == Some(*name)) {
        Some((name, code)) => format!("write its code: `{code}` for {name}"),
        None => "write its code of two or three letters, as `en` for English".to_string(),
    }
}

/// Only names that mean one currency to everybody, or nearly so.
#[rustfmt::skip]
const CURRENCIES: [(&str, &str); 12] = [
    ("€", "EUR"), ("euro", "EUR"), ("£", "GBP"), ("pound", "GBP"), ("sterling", "GBP"),
    ("$", "USD"), ("dollar", "USD"), ("us dollar", "USD"), ("¥", "JPY"), ("yen", "JPY"),
    ("rupee", "INR"), ("zloty", "PLN"),
];

fn currency(text: &str) -> String {
    let name = text.trim().to_lowercase();
    let name = name.strip_suffix('s').unwrap_or(&name);
    if let Some((_, code)) = CURRENCIES.iter().find(|(known, _)| *known == name) {
        return format!("write its code: `{code}`");
    }
    match nearest(name, currencies()).filter(|_| name.chars().count() <= 4) {
        Some(code) => format!("did you mean `{code}`?"),
        None => "write its three letters, as `EUR`".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: Expected<'_>, text: &str, hint: &str) {
        assert_eq!((expected.hint)(text).as_deref(), Some(hint), "{text}");
    }

    #[test]
    fn what_to_write_is_said() {
        check(COUNTRY, "Irland", "did you mean `Ireland`?");
        let code = "write its code of two letters, as SE, or its English name";
        check(COUNTRY, "Xanadu-upon-Sea", code);
        check(LANGUAGE, "english", "write its code: `en` for English");
        check(LANGUAGE, "Potuguese", "write its code: `pt` for Portuguese");
        let code = "write its code of two or three letters, as `en` for English";
        check(LANGUAGE, "Klingonese", code);
        check(CURRENCY, "Euro", "write its code: `EUR`");
        check(CURRENCY, "Pounds", "write its code: `GBP`");
        check(CURRENCY, "$", "write its code: `USD`");
        check(CURRENCY, "SEKK", "did you mean `SEK`?");
        let letters = "write its three letters, as `EUR`";
        check(CURRENCY, "Canadian dollars", letters);
        let front = "write `https://` in front: `https://example.com/film`";
        check(PAGE, "example.com/film", front);
        check(PAGE, "//example.com/film", front);
        let copy = "copy the address of the page from the browser, from `https://` on";
        check(PAGE, "javascript:alert(1)", copy);
        check(PAGE, "file:///a.b/c", copy);
        check(PAGE, "ida@example.com", copy);
        let query = "leave out what begins with `?` or `#`";
        check(SITE, "https://example.com/?a=b", query);
        let folder = "write the address of the folder, without the page at its end";
        check(SITE, "https://example.com/kit/index.html", folder);
        check(
            EMAIL,
            "ida",
            "write the whole address, as `name@example.com`",
        );
        check(PLATFORM, "Insta gram", "did you mean `instagram`?");
        check(
            COLOUR,
            "red",
            "write `#` and six of 0 to 9 and a to f: red, green and blue",
        );
    }

    #[test]
    fn an_amount_is_a_number_alone() {
        fn check(key: &str, text: &str, expected: &str) {
            assert_eq!(number_alone(key, text), expected, "{text}");
        }
        let money = "write the number alone, `price = 450`, and the currency once in `[terms]`";
        check("price", "€450", money);
        check("price", "1.200 €", money);
        check("percent", "10%", "write the number alone, `percent = 10`");
    }
}
