//! What a link in a page says to the file of the site that it leads to.

/// Where a link leads inside of a site.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place<'a> {
    /// The path in the site; ends in `/`, or is empty, where it is a folder.
    pub(super) path: String,
    /// What comes after the `#`, if there is one.
    pub(super) anchor: Option<&'a str>,
}

/// Where `link`, in the page or stylesheet at `from`, leads inside of the site; `None` when it leads
/// out of it.
pub(super) fn place<'a>(from: &str, link: &'a str) -> Option<Place<'a>> {
    let (rest, anchor) = match link.split_once('#') {
        Some((rest, anchor)) => (rest, Some(anchor)),
        None => (link, None),
    };
    let path = rest.split('?').next().unwrap_or_default();
    if path.starts_with('/')
        || path
            .split('/')
            .next()
            .is_some_and(|part| part.contains(':'))
    {
        return None;
    }
    if path.is_empty() {
        let path = from.to_string();
        return Some(Place { path, anchor });
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let mut is_folder = false;
    for part in path.split('/') {
        is_folder = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let mut path = parts.join("/");
    if is_folder && !path.is_empty() {
        path.push('/');
    }
    Some(Place { path, anchor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_files() {
        fn check(from: &str, link: &str, expected: Option<(&str, Option<&str>)>) {
            let found = place(from, link);
            let found = found.as_ref().map(|place| (&*place.path, place.anchor));
            assert_eq!(found, expected, "{from} {link}");
        }
        check("index.html", "kit.txt", Some(("kit.txt", None)));
        check("index.html", "#work", Some(("index.html", Some("work"))));
        check("index.html", "./", Some(("", None)));
        check("index.html", "work/", Some(("work/", None)));
        check(
            "work/a.html",
            "../index.html#x",
            Some(("index.html", Some("x"))),
        );
        check("work/a.html", "..", Some(("", None)));
        check(
            "work/a.html",
            "b.html?x=1#y",
            Some(("work/b.html", Some("y"))),
        );
        check("work/a.html", "../../x", None);
        check("index.html", "https://example.com/", None);
        check("index.html", "mailto:a@example.com", None);
        check("index.html", "//example.com/x", None);
        check("index.html", "/x", None);
        check("assets/kit.css", "a.woff2", Some(("assets/a.woff2", None)));
    }
}
