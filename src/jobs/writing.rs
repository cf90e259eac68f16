//! The first bytes of a file that is written in letters to what it is: a drawing, a page, a text.

use memchr::memmem;

/// What is written in letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// SVG.
    Drawing,
    /// HTML.
    Page,
    /// Any other XML.
    Xml,
    /// Anything else.
    Plain,
}

/// What the file is that begins with `head`, if it is written in letters.
pub(super) fn writing(head: &[u8]) -> Option<Writing> {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if let Some(element) = first_element(text) {
        // `svg:svg` is one with the name of its language in front.
        let name = element.rsplit(|&byte| byte == b':').next()?;
        if name.eq_ignore_ascii_case(b"svg") {
            return Some(Writing::Drawing);
        }
        let of_pages: [&[u8]; 6] = [b"html", b"head", b"body", b"title", b"meta", b"script"];
        if of_pages.iter().any(|one| name.eq_ignore_ascii_case(one)) {
            return Some(Writing::Page);
        }
    }
    let start = text.trim_ascii_start();
    let tagged = |tag: &[u8]| {
        start
            .get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    };
    if tagged(b"<!doctype html") {
        return Some(Writing::Page);
    }
    if tagged(b"<!doctype svg") {
        return Some(Writing::Drawing);
    }
    if tagged(b"<?xml") {
        return Some(Writing::Xml);
    }
    is_plain(text).then_some(Writing::Plain)
}

/// The name of the first element of an XML or HTML text, behind all that may stand before it.
fn first_element(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        rest = rest.trim_ascii_start().strip_prefix(b"<")?;
        let length = if rest.starts_with(b"!--") {
            memmem::find(rest, b"-->")? + 3
        } else if rest.starts_with(b"?") {
            memmem::find(rest, b"?>")? + 2
        } else if rest.starts_with(b"!") {
            let end = rest.iter().position(|byte| matches!(byte, b'[' | b'>'))?;
            // Between brackets names are given to pieces of text, each in a tag of its own.
            let closed = match rest[end] {
                b'[' => end + rest[end..].iter().position(|&byte| byte == b']')?,
                _ => end,
            };
            closed + rest[closed..].iter().position(|&byte| byte == b'>')? + 1
        } else {
            let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
            return rest.split(is_end).next().filter(|name| !name.is_empty());
        };
        rest = &rest[length..];
    }
}

/// Whether it is text, as far as it is seen: its last letter may be cut.
fn is_plain(text: &[u8]) -> bool {
    let Some(chunk) = text.utf8_chunks().next() else {
        return false;
    };
    let whole = chunk.valid().len() + 3 >= text.len();
    let is_odd = |c: char| c.is_control() && !c.is_whitespace();
    whole && !chunk.valid().is_empty() && !chunk.valid().contains(is_odd)
}

#[cfg(test)]
mod tests {
    use super::Writing::{Drawing, Page, Plain, Xml};
    use super::*;

    fn check(bytes: &[u8], expected: Option<Writing>) {
        assert_eq!(writing(bytes), expected, "{:?}", bytes.utf8_chunks().next());
    }

    #[test]
    fn drawings_and_pages_are_known_whatever_stands_before_them() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg'/>";
        for before in [
            "",
            "\u{feff}",
            "\n <?xml version='1.0' encoding='utf-8'?>\n",
            "<!-- Generator: Adobe Illustrator 27 -->",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">\n",
            "\u{feff}<?xml version='1.0'?><!-- <html> --><!doctype svg [\n<!ENTITY a \"b\">\n] >",
        ] {
            check(&format!("{before}{svg}").into_bytes(), Some(Drawing));
        }
        check(
            b"<svg:svg xmlns:svg='http://www.w3.org/2000/svg'>",
            Some(Drawing),
        );
        // A comment longer than what is looked at.
        check(b"<!DOCTYPE svg><!-- and so on", Some(Drawing));

        check(b"<!DOCTYPE HTML>", Some(Page));
        check(b"<!-- saved from url --><HTML lang=en>", Some(Page));
        check(b"<head><title>403</title>", Some(Page));
        check(b"<?xml version='1.0'?><Error>", Some(Xml));
        check(b"<?xml version='1.0'?><!-- <svg> --><kml>", Some(Xml));
        check(b"{\"message\": \"Not Found\"}", Some(Plain));
        check("Nicht gefunden: für".as_bytes(), Some(Plain));
        check(&"für".as_bytes()[..2], Some(Plain));
        check(b"II\0\0", None);
        check(b"", None);
    }
}
