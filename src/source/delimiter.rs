//! What stands between the cells of a table.

/// What may stand between two cells, the commonest first.
pub const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The delimiter of a table: the commonest of `,`, `;` and TAB outside quotation marks on the
/// first line that has one. `,` when there is none.
pub fn sniff_delimiter(text: &str) -> u8 {
    let counts = |line: &&str| !line.starts_with('#') && !names_delimiter(line);
    for line in text.split(['\n', '\r']).filter(counts) {
        let mut counts = DELIMITERS.map(|delimiter| (delimiter, 0));
        let mut quoted = false;
        for byte in line.bytes() {
            quoted ^= byte == b'"';
            for (delimiter, count) in &mut counts {
                *count += usize::from(byte == *delimiter && !quoted);
            }
        }
        // The first of the commonest: `max_by_key` would take the last.
        let commonest = counts.into_iter().rev().max_by_key(|(_, count)| *count);
        if let Some((delimiter, 1..)) = commonest {
            return delimiter;
        }
    }
    b','
}

/// Whether a first line is no row, but tells spreadsheets the delimiter: `sep=;`. One of them may
/// have made a row of it since.
pub fn names_delimiter(line: &str) -> bool {
    let line = line.trim_start_matches('"');
    let marks = |rest: &str| rest.chars().all(|c| ",;\t|\" ".contains(c));
    let named = line.get(..4).zip(line.get(4..));
    named.is_some_and(|(name, rest)| {
        name.eq_ignore_ascii_case("sep=") && !rest.is_empty() && marks(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_for_spreadsheets_names_the_delimiter() {
        fn check(line: &str, expected: bool) {
            assert_eq!(names_delimiter(line), expected, "{line:?}");
        }
        check("sep=;", true);
        check("SEP=,", true);
        check("sep=\t", true);
        check("\"sep=,\",,,", true);
        check("sep=;;;;", true);
        check("sep=", false);
        check("separator", false);
        check("sep=1,2", false);
        check("é=;", false);
    }

    #[test]
    fn sniffs_the_delimiter() {
        fn check(text: &str, expected: u8) {
            assert_eq!(sniff_delimiter(text), expected, "{text:?}");
        }
        check("", b',');
        check("date,platform", b',');
        check("date;platform\n1,2,3", b';');
        check("date\tplatform", b'\t');
        check("# a, b, c\ndate;platform", b';');
        check("\"a,b,c\";d", b';');
        check("a,b;c", b',');
        check("title\r\n\r\na;b", b';');
        check("sep=,\r\na;b", b';');
        check("\"sep=;\",,\r\na,b,", b',');
    }
}
