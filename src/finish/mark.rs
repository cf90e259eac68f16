//! The last line of a pack: that it is ours, whose it is, and what it held when it was made. By it a
//! pack may take the place of an older one, and of nothing else.
//!
//! It is a comment in a page and in an archive alike. It holds hashes alone: no name of a creator.

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whether it is of the kit in question.
    pub same_kit: bool,
    /// Whether what stands before it is as it was made.
    pub intact: bool,
}

const START: &str = "<!-- pitchkit pack 1 ";
const END: &str = " -->\n";
const DIGITS: usize = 32;

/// How many bytes a mark has.
const LENGTH: usize = START.len() + DIGITS + 1 + DIGITS + END.len();

/// What stands in the place of a mark while it is not known.
pub(super) fn blank() -> String {
    " ".repeat(LENGTH)
}

/// Writes the mark of the kit that `identity` sets apart from others over the last bytes of
/// `pack`, which are [`blank`].
pub(super) fn sign(mut pack: Vec<u8>, identity: &str) -> Vec<u8> {
    let body = pack.len().saturating_sub(LENGTH);
    let mark = format!(
        "{START}{} {}{END}",
        hash(identity.as_bytes()),
        hash(&pack[..body])
    );
    pack.truncate(body);
    pack.extend_from_slice(mark.as_bytes());
    pack
}

/// Reads the mark at the end of a file; `None` when there is none, so that the file is not ours.
pub fn marked(file: &[u8], identity: &str) -> Option<Mark> {
    let body = file.len().checked_sub(LENGTH)?;
    let mark = std::str::from_utf8(&file[body..]).ok()?;
    let hashes = mark.strip_prefix(START)?.strip_suffix(END)?;
    let (kit, content) = hashes.split_once(' ')?;
    Some(Mark {
        same_kit: kit == hash(identity.as_bytes()),
        intact: content == hash(&file[..body]),
    })
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..DIGITS].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_knows_its_kit_and_its_content() {
        fn check(file: &[u8], identity: &str, expected: Option<(bool, bool)>) {
            let found = marked(file, identity);
            let found = found.map(|mark| (mark.same_kit, mark.intact));
            assert_eq!(found, expected);
        }
        let whole = sign(format!("page{}", blank()).into_bytes(), "Maite");
        assert_eq!(whole.len(), 4 + LENGTH);
        check(&whole, "Maite", Some((true, true)));
        check(&whole, "Robin", Some((false, true)));
        let edited = [b"pages", &whole[4..]].concat();
        check(&edited, "Maite", Some((true, false)));
        check(&whole[..whole.len() - 1], "Maite", None);
        check(b"page", "Maite", None);
        check(b"", "Maite", None);
    }
}
