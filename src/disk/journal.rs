//! The steps that turn an old site into a new one, as text and back.
//!
//! They are written down before the first is taken. Each says what must be there for it to be
//! right, so that taking them again after a crash is harmless.
//!
//! ```text
//! pitchkit steps 1
//! place <hash of the old bytes, or -> <path>
//! remove <hash of the bytes> <path>
//! close <path>
//! end <all lines before>
//! ```

use super::name;
use super::owned::{checked, from_hex, sealed, to_hex};
use super::step::Step;

const HEAD: &str = "pitchkit steps 1";

/// Writes steps down.
pub fn to_bytes(steps: &[Step]) -> Vec<u8> {
    let mut text = format!("{HEAD}\n");
    for step in steps {
        text += &match step {
            Step::Place { path, old: None } => format!("place - {path}\n"),
            Step::Place {
                path,
                old: Some(old),
            } => format!("place {} {path}\n", to_hex(old)),
            Step::Remove { path, old } => format!("remove {} {path}\n", to_hex(old)),
            Step::Close { path } => format!("close {path}\n"),
        };
    }
    sealed(text).into_bytes()
}

/// Reads steps; `None` if they are not whole, which means that none was taken yet.
pub fn parse(bytes: &[u8]) -> Option<Vec<Step>> {
    let body = checked(str::from_utf8(bytes).ok()?)?;
    let mut lines = body.lines();
    if lines.next()? != HEAD {
        return None;
    }
    lines.map(step).collect()
}

fn step(line: &str) -> Option<Step> {
    let (verb, rest) = line.split_once(' ')?;
    let (old, path) = match verb {
        "close" => (None, rest),
        _ => {
            let (old, path) = rest.split_once(' ')?;
            let old = if old == "-" {
                None
            } else {
                Some(from_hex(old)?)
            };
            (old, path)
        }
    };
    let whole_site = verb == "place" && path.is_empty();
    if !whole_site && name::flaw(path).is_some() {
        return None;
    }
    let path = path.to_string();
    match verb {
        "place" => Some(Step::Place { path, old }),
        "remove" => Some(Step::Remove { path, old: old? }),
        "close" => Some(Step::Close { path }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::owned::digest;

    #[test]
    fn steps_are_read_as_they_were_written() {
        fn check(steps: &[Step]) {
            let bytes = to_bytes(steps);
            assert_eq!(parse(&bytes).as_deref(), Some(steps));
            for length in 0..bytes.len() {
                assert_eq!(parse(&bytes[..length]), None);
            }
        }
        let place = |path: &str, old| Step::Place {
            path: path.to_string(),
            old,
        };
        check(&[]);
        check(&[place("", None)]);
        check(&[
            place("a/b.css", None),
            place(".pitchkit", Some(digest(b"old"))),
            Step::Remove {
                path: "old/x.js".to_string(),
                old: digest(b"x"),
            },
            Step::Close {
                path: "old".to_string(),
            },
        ]);
    }

    #[test]
    fn paths_stay_in_the_site() {
        fn check(line: &str) {
            let text = sealed(format!("{HEAD}\n{line}\n"));
            assert_eq!(parse(text.as_bytes()), None, "{line}");
        }
        let hash = to_hex(&digest(b""));
        check("place - ../index.html");
        check("place - /etc/passwd");
        check(&format!("remove {hash} ../../x"));
        check(&format!("remove {hash} "));
        check("remove - index.html");
        check("close .");
        check("close ");
        check("burn index.html");
    }
}
