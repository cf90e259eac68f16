//! The first bytes of a file that no platform exports to what it is, and the way to one that one
//! does: people save what they see, and give the first file of that name.

/// What a file is, as it reads after "is", and what to do.
type Name = (&'static str, &'static str);

const DOWNLOAD: &str = "download the numbers themselves, as CSV, XLSX or JSON";
const UNPACK: &str = "unpack it, then import the files";

const PICTURE: Name = ("a picture", DOWNLOAD);
const FILM: Name = ("a picture or a video", DOWNLOAD);
const ARCHIVE: Name = ("an archive of another kind than ZIP", UNPACK);

/// Files that are known by how they begin.
const BEGINNINGS: &[(&[u8], Name)] = &[
    (b"%PDF", ("a PDF, made to be looked at", DOWNLOAD)),
    (
        b"\xd0\xcf\x11\xe0",
        (
            "a document of old Office programs, as XLS is",
            "download it as CSV or XLSX; or open it and save it as XLSX",
        ),
    ),
    (b"{\\rtf", ("a text of a word processor", DOWNLOAD)),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"\x1f\x8b", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"Rar!", ARCHIVE),
];

/// What the file of `bytes` is; `None` where it may be an export.
pub(super) fn named(bytes: &[u8]) -> Option<Name> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some((
            "empty",
            "download it again; where it comes out empty too, there is nothing to import yet",
        ));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(FILM);
    }
    let mut known = BEGINNINGS.iter();
    let found = known.find(|(beginning, _)| bytes.starts_with(beginning));
    found.map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_how_they_begin() {
        fn check(bytes: &[u8], expected: Option<&str>) {
            assert_eq!(named(bytes).map(|(what, _)| what), expected, "{bytes:?}");
        }
        check(b"", Some("empty"));
        check(b" \r\n", Some("empty"));
        check(b"%PDF-1.7\n%\xe2\xe3", Some("a PDF, made to be looked at"));
        check(b"\0\0\0\x18ftypheic", Some(FILM.0));
        check(b"\x1f\x8b\x08\0", Some(ARCHIVE.0));
        check(b"Date,Views\n", None);
        check(b"sep=,\n", None);
        check(b"x", None);
    }
}
