//! A place in one of the creator's files, and a value that knows its place.

use super::FileId;

/// A range of bytes in one file, `start..end`. An empty range points between two bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file the range is in.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `file`.
    ///
    /// Offsets beyond 4 GiB cannot occur: `disk` refuses texts far below that.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Span {
        Span {
            file,
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// The same range, `bytes` further into the file: for text that was parsed as a part of it.
    pub fn shifted(self, bytes: usize) -> Span {
        Span {
            file: self.file,
            start: self.start + bytes as u32,
            end: self.end + bytes as u32,
        }
    }

    /// The range as indices into the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where the creator wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value and its place together.
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }

    /// Another value at the same place.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned {
            value: f(self.value),
            span: self.span,
        }
    }
}

/// A position for people: both count from 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// The position of byte `offset` in `text`. An offset inside a character or past the end is
/// moved back to the nearest boundary.
pub fn position(text: &str, offset: usize) -> Position {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let (line, start) = line_of(text, offset);
    Position {
        line,
        column: text[start..offset].chars().count() + 1,
    }
}

/// The number of the line that byte `offset` of `text` is in, from 1, and where it begins.
pub fn line_of(text: &str, offset: usize) -> (usize, usize) {
    let starts = line_starts(text).take_while(|start| *start <= offset);
    starts.fold((1, 0), |(line, _), start| (line + 1, start))
}

/// Where each line of `text` but the first begins: behind `\n`, or behind a `\r` that stands alone,
/// as old spreadsheets write it.
pub fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
        .map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        fn check(text: &str, offset: usize, line: usize, column: usize) {
            assert_eq!(
                position(text, offset),
                Position { line, column },
                "{text:?} {offset}"
            );
        }
        check("", 0, 1, 1);
        check("ab\ncd", 1, 1, 2);
        check("ab\ncd", 3, 2, 1);
        check("éa", 2, 1, 2);
        check("éa", 1, 1, 1);
        check("ab", 99, 1, 3);
        check("a\r\nb", 3, 2, 1);
        check("a\r\nb", 2, 1, 3);
        check("a\rb\rc", 4, 3, 1);
    }
}
