//! The names of a site's files: the same on every file system and every web host.

use super::Files;
use super::owned;
use super::write_error::WriteError;
use std::collections::BTreeSet;

/// Why `path` cannot be the name of a file on every file system and web host, as the end of "its
/// name …".
pub fn flaw(path: &str) -> Option<&'static str> {
    if path.len() > 100 {
        return Some("is longer than 100 letters");
    }
    path.split('/').find_map(|part| {
        let stem = part.split('.').next().unwrap_or(part);
        let reserved = matches!(stem, "con" | "prn" | "aux" | "nul")
            || stem
                .strip_prefix("com")
                .or(stem.strip_prefix("lpt"))
                .is_some_and(|port| matches!(port.as_bytes(), [b'0'..=b'9']));
        let safe = |c| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_' | '.');
        if part.is_empty() || part.bytes().all(|byte| byte == b'.') {
            Some("has an empty part, or one of dots alone")
        } else if !part.chars().all(safe) {
            Some("has other letters than a to z, 0 to 9, `-`, `_` and `.`")
        } else if part.ends_with('.') {
            Some("ends in a dot")
        } else if reserved {
            Some("is reserved on Windows")
        } else {
            None
        }
    })
}

/// All folders that the files lie in, after a look at the names.
pub fn folders(files: &Files) -> Result<BTreeSet<&str>, WriteError> {
    let mut folders = BTreeSet::new();
    for path in files.keys() {
        let found = match flaw(path) {
            None if path == owned::NAME => Some("is that of our own list"),
            found => found,
        };
        if let Some(found) = found {
            return Err(WriteError::name(path, found));
        }
        folders.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
    }
    match folders.iter().find(|folder| files.contains_key(**folder)) {
        Some(both) => Err(WriteError::name(both, "is that of a folder as well")),
        None => Ok(folders),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_work_everywhere() {
        fn check(path: &str, expected: Option<&str>) {
            let found = flaw(path);
            match expected {
                None => assert_eq!(found, None, "{path}"),
                Some(part) => assert!(found.is_some_and(|f| f.contains(part)), "{path} {found:?}"),
            }
        }
        check("index.html", None);
        check("work/rail-journey/index.html", None);
        check("_headers", None);
        check(".nojekyll", None);
        check("a/b_c-0.min.css", None);
        check("console.html", None);
        check("com10.html", None);
        check("", Some("empty"));
        check("/index.html", Some("empty"));
        check("a//b", Some("empty"));
        check("a/", Some("empty"));
        check("../x", Some("dots"));
        check("a/./b", Some("dots"));
        check("...", Some("dots"));
        check("Index.html", Some("other letters"));
        check("a b", Some("other letters"));
        check("a\\b", Some("other letters"));
        check("c:/x", Some("other letters"));
        check("é.html", Some("other letters"));
        check("a\0", Some("other letters"));
        check("a./b", Some("ends in a dot"));
        check("con", Some("reserved"));
        check("a/nul.html", Some("reserved"));
        check("lpt1.css", Some("reserved"));
        check(&"a".repeat(100), None);
        check(&"a".repeat(101), Some("longer"));
    }

    #[test]
    fn names_fit_each_other() {
        fn check(paths: &[&str], expected: Result<&[&str], &str>) {
            let files: Files = paths.iter().map(|p| (p.to_string(), Vec::new())).collect();
            let found = folders(&files).map(|set| set.into_iter().collect::<Vec<_>>());
            match (found, expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected),
                (Err(error), Err(part)) => {
                    assert!(error.to_string().contains(part), "{error}");
                }
                (got, _) => panic!("{paths:?}: {got:?}"),
            }
        }
        check(&["index.html"], Ok(&[]));
        check(&["a/b/c.css", "a/d.css"], Ok(&["a", "a/b"]));
        check(&["a", "a/b"], Err("folder as well"));
        check(&["A"], Err("other letters"));
        check(&[".pitchkit"], Err("our own list"));
    }
}
