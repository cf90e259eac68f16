//! What a click on an address begins: a mail or a message with the questions that every enquiry has
//! to answer, in the kit's language. Whoever writes deletes what does not fit.

use super::tongue::Tongue;
use crate::words::bare;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is filled in, a line each.
const ASKED: [&str; 7] = [
    "enquiry-brand",
    "enquiry-product",
    "enquiry-goal",
    "enquiry-dates",
    "enquiry-wanted",
    "enquiry-budget",
    "enquiry-usage",
];

/// How long an address with an enquiry may be: some mail programs on Windows cut or refuse what has
/// more than about two thousand characters.
const LONGEST: usize = 1_800;

/// What RFC 3986 never encodes.
const TEXT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What RFC 6068 leaves as it is in an e-mail address besides.
const ADDRESS: &AsciiSet = &TEXT.remove(b'@').remove(b'+');

/// An enquiry that is not filled in yet.
pub struct Enquiry {
    subject: String,
    /// From the best to what fits everywhere: with the kit's address, without it, and no text.
    bodies: [String; 3],
}

impl Enquiry {
    /// The enquiry for the creator called `name`, whose kit is at `url`; its first line is filled in
    /// where it is known `from` which brand it comes.
    pub fn new(name: &str, from: Option<&str>, url: Option<&str>, tongue: &Tongue<'_>) -> Enquiry {
        let answer = |key: &str| match (key, from) {
            ("enquiry-brand", Some(brand)) => plain(brand),
            _ => String::new(),
        };
        let asked: String = ASKED
            .iter()
            .map(|key| format!("{} {}\r\n", plain(&tongue.say(key, &[])), answer(key)))
            .collect();
        let kit = url.map(|url| plain(&tongue.say("enquiry-kit", &[("url", url)])) + "\r\n");
        let whole = format!("{asked}\r\n{}", kit.as_deref().unwrap_or_default());
        Enquiry {
            subject: plain(&match from {
                Some(brand) => {
                    tongue.say("enquiry-subject-from", &[("name", name), ("brand", brand)])
                }
                None => tongue.say("enquiry-subject", &[("name", name)]),
            }),
            bodies: [whole, asked, String::new()],
        }
    }

    /// The address of a mail with the enquiry in it, out of one without (RFC 6068).
    pub fn mail(&self, address: &str) -> String {
        let subject = utf8_percent_encode(&self.subject, TEXT);
        self.fitting(|body| {
            let body = utf8_percent_encode(body.trim_end(), TEXT).to_string();
            let body = Some(body).filter(|body| !body.is_empty());
            let body = body.map(|body| format!("&body={body}"));
            format!("{address}?subject={subject}{}", body.unwrap_or_default())
        })
        .unwrap_or_else(|| address.to_string())
    }

    /// The address of a WhatsApp message with the enquiry in it. It has no subject, so the subject
    /// is its first line.
    pub fn message(&self, address: &str) -> String {
        self.fitting(|body| {
            let text = format!("{}\r\n\r\n{body}", self.subject);
            let text = utf8_percent_encode(text.trim_end(), TEXT);
            format!("{address}?text={text}")
        })
        .unwrap_or_else(|| address.to_string())
    }

    /// The first of the bodies with which `link` makes no address that is too long.
    fn fitting(&self, link: impl Fn(&str) -> String) -> Option<String> {
        let links = self.bodies.iter().map(|body| link(body));
        links.into_iter().find(|link| link.len() <= LONGEST)
    }
}

/// The address of a mail to `email`, without an enquiry.
pub fn mail_address(email: &str) -> String {
    format!("mailto:{}", utf8_percent_encode(email, ADDRESS))
}

/// A line without the marks that set a name apart in a page that is read from the right: in a mail
/// they would become part of an address.
fn plain(line: &str) -> String {
    bare(line).replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::super::format::Locale;
    use super::*;
    use crate::words::{LANGUAGES, Words};
    use jiff::civil::date;
    use percent_encoding::percent_decode_str;

    fn enquiry(language: &str, name: &str, url: Option<&str>) -> Enquiry {
        let words = Words::load(language).expect("a language");
        let tongue = Tongue {
            words: &words,
            locale: Locale::new(language),
            today: date(2026, 11, 24),
        };
        Enquiry::new(name, None, url, &tongue)
    }

    #[test]
    fn a_mail_asks_for_what_an_enquiry_needs() {
        let url = Some("https://example.com/kit/?a=b&c");
        let mail = enquiry("en", "R&D? 100% Ñandú", url).mail("mailto:a@example.com");
        let (subject, body) = mail
            .strip_prefix("mailto:a@example.com?subject=")
            .and_then(|rest| rest.split_once("&body="))
            .expect("a subject and a body");
        assert_eq!(
            subject,
            "Enquiry%20for%20R%26D%3F%20100%25%20%C3%91and%C3%BA"
        );
        assert!(body.starts_with("Brand%3A%20%0D%0AProduct"), "{body}");
        let body = percent_decode_str(body).decode_utf8().expect("UTF-8");
        let lines: Vec<&str> = body.split("\r\n").collect();
        assert_eq!(
            lines,
            [
                "Brand: ",
                "Product or service: ",
                "Goal: ",
                "Dates: ",
                "Channels and services wanted: ",
                "Budget: ",
                "Usage rights: ",
                "",
                "Media kit: https://example.com/kit/?a=b&c",
            ]
        );
    }

    #[test]
    fn a_message_begins_with_its_subject() {
        let message = enquiry("en", "Ida", None).message("https://wa.me/34600000000");
        let start = "https://wa.me/34600000000?text=Enquiry%20for%20Ida%0D%0A%0D%0ABrand%3A";
        assert!(message.starts_with(start), "{message}");
        assert!(message.ends_with("Usage%20rights%3A"), "{message}");
    }

    #[test]
    fn every_language_fits_an_address() {
        let url = Some("https://mediakit.a-rather-long-name.example/creators/");
        for language in LANGUAGES {
            let enquiry = enquiry(language, "Konstantin Wolkenstein-Abendroth", url);
            let links = [
                enquiry.mail("mailto:partners@example.com"),
                enquiry.message("https://wa.me/34600000000"),
            ];
            for link in links {
                assert!(link.len() <= LONGEST, "{language}: {}", link.len());
                assert!(link.contains("a-rather-long-name"), "{language}: {link}");
                assert!(link.bytes().all(|b| b.is_ascii_graphic()), "{link}");
                // Marks of direction would stick to the address.
                assert!(!link.contains("%E2%81%A"), "{language}: {link}");
            }
        }
    }

    #[test]
    fn what_is_too_long_loses_its_end_first() {
        fn check(name: &str, url: Option<&str>, expected: &[bool]) {
            let mail = enquiry("en", name, url).mail("mailto:a@example.com");
            let parts = ["?subject=", "&body=", "Media%20kit%3A"];
            assert_eq!(parts.map(|part| mail.contains(part)), expected, "{mail}");
            assert!(mail.len() <= LONGEST, "{}", mail.len());
        }
        let long = format!("https://example.com/{}", "x".repeat(1_700));
        check("Ida", Some("https://example.com/"), &[true, true, true]);
        check("Ida", Some(&long), &[true, true, false]);
        check(&"é".repeat(280), None, &[true, false, false]);
        check(&"é".repeat(400), None, &[false, false, false]);
    }

    #[test]
    fn addresses_are_encoded() {
        fn check(email: &str, expected: &str) {
            assert_eq!(mail_address(email), expected);
        }
        check("a.b-c_d+e@example.com", "mailto:a.b-c_d+e@example.com");
        check("a?b&c%d@example.com", "mailto:a%3Fb%26c%25d@example.com");
        check("ñ@example.com", "mailto:%C3%B1@example.com");
    }
}
