//! What only a header can say, for hosts that read a `_headers` file and for those that have a file
//! of their own.
//!
//! Where two rules fit a path, some hosts send both values of a header and some only one. So no
//! header of one path stands in two rules that fit it, but for those of equal value.

use super::files::source_hash;
use super::{head, unlock};
use crate::derive::View;

/// Headers for all files at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRule {
    /// The path from the host's root; `*` at its end stands for any rest.
    pub path: &'static str,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
}

/// What is beside the pages for programs. Search engines should show the page instead.
const DATA: [(&str, Option<&str>); 4] = [
    ("/contact.vcf", Some("text/vcard; charset=utf-8")),
    ("/kit.csv", Some("text/csv; charset=utf-8")),
    ("/kit.json", None),
    ("/kit.txt", Some("text/plain; charset=utf-8")),
];

/// Where the private editions of a kit lie, if it has any: nothing of a site tells that.
const EDITIONS: &str = "/for/*";

/// The headers of a site that search engines may list, or not. `lost` is the style inside
/// `404.html`; without it the policy leaves styles, which change with a kit's look, to what every
/// page says for itself. What a sealed page needs is allowed whether there is one or not.
pub fn header_rules(indexing: bool, lost: Option<&str>) -> Vec<HeaderRule> {
    let policy = unlock::allowed(head::POLICY);
    let policy = match lost {
        Some(lost) => {
            let both = format!("style-src 'self' '{}'", source_hash(lost));
            policy.replace("style-src 'self'", &both)
        }
        None => {
            let fixed = |part: &&str| {
                !["default-src", "style-src"]
                    .iter()
                    .any(|s| part.starts_with(s))
            };
            policy
                .split("; ")
                .filter(fixed)
                .collect::<Vec<_>>()
                .join("; ")
        }
    };
    let mut all = vec![
        (
            "Content-Security-Policy",
            format!("{policy}; frame-ancestors 'none'"),
        ),
        ("X-Content-Type-Options", "nosniff".to_string()),
        ("Referrer-Policy", "no-referrer".to_string()),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()".to_string(),
        ),
    ];
    let noindex = ("X-Robots-Tag", "noindex".to_string());
    if !indexing {
        all.push(noindex.clone());
    }
    // What is in there is named by what is in it.
    let forever = "public, max-age=31536000, immutable".to_string();
    let mut rules = vec![
        HeaderRule {
            path: "/*",
            headers: all,
        },
        HeaderRule {
            path: "/assets/*",
            headers: vec![("Cache-Control", forever)],
        },
    ];
    if indexing {
        rules.push(HeaderRule {
            path: EDITIONS,
            headers: vec![noindex.clone()],
        });
    }
    for (path, kind) in DATA {
        let kind = kind.map(|kind| ("Content-Type", kind.to_string()));
        let noindex = indexing.then(|| noindex.clone());
        let headers: Vec<_> = kind.into_iter().chain(noindex).collect();
        if !headers.is_empty() {
            rules.push(HeaderRule { path, headers });
        }
    }
    rules
}

/// `_headers`. `lost` is the style inside `404.html`.
pub(super) fn text(view: &View, lost: &str) -> String {
    let mut out = String::new();
    for rule in header_rules(view.site.indexing, Some(lost)) {
        out += rule.path;
        out.push('\n');
        for (name, value) in rule.headers {
            out += &format!("  {name}: {value}\n");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_header_is_sent_twice_with_two_values() {
        for (indexing, lost) in [
            (true, Some("x")),
            (false, Some("x")),
            (true, None),
            (false, None),
        ] {
            let rules = header_rules(indexing, lost);
            // Cloudflare's limits.
            assert!(rules.len() <= 100);
            for rule in &rules {
                for (name, value) in &rule.headers {
                    assert!(name.len() + value.len() < 2000);
                    assert!(!value.contains(['\n', '\r']));
                    let fits = |other: &&HeaderRule| {
                        let start = other.path.strip_suffix('*');
                        start.map_or(other.path == rule.path, |start| {
                            rule.path.starts_with(start)
                        })
                    };
                    let same = rules.iter().filter(fits).flat_map(|rule| &rule.headers);
                    assert_eq!(same.filter(|(other, _)| other == name).count(), 1, "{name}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_to_be_listed_says_so_once() {
        fn check(indexing: bool, expected: &[&str]) {
            let rules = header_rules(indexing, None);
            let says =
                |rule: &&HeaderRule| rule.headers.iter().any(|(name, _)| *name == "X-Robots-Tag");
            let paths: Vec<_> = rules.iter().filter(says).map(|rule| rule.path).collect();
            assert_eq!(paths, expected);
        }
        check(false, &["/*"]);
        let data = ["/contact.vcf", "/kit.csv", "/kit.json", "/kit.txt"];
        check(true, &[&["/for/*"][..], &data].concat());
    }

    #[test]
    fn a_policy_without_styles_says_nothing_else() {
        let parts = |lost| {
            let rules = header_rules(true, lost);
            let policy = rules[0].headers[0].1.clone();
            policy.split("; ").map(str::to_string).collect::<Vec<_>>()
        };
        let (whole, fixed) = (parts(Some("x")), parts(None));
        assert!(fixed.iter().all(|part| whole.contains(part)), "{fixed:?}");
        assert_eq!(fixed.len() + 2, whole.len());
        assert!(fixed.contains(&"frame-ancestors 'none'".to_string()));
    }
}
