//! A list of people to how many they are.
//!
//! Whoever reads a newsletter has not agreed to be in a media kit. A list of addresses is counted
//! as soon as it is opened. Nothing after that sees an address, so none can be kept, shown or
//! written.

use super::vocabulary::meaning;
use crate::source::csv::{self, Dialect, Record};
use crate::source::{Diagnostics, FileId};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a column of a list is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It says who somebody is.
    Address,
    /// It says on which of several lists the row is. The same person may be on each.
    List,
    /// It says something about many of them.
    Kept,
    /// It says something about one of them.
    Private,
}

/// The list in `text`, with the number of people in the column of their addresses: one row for all
/// of whom the same is said. Of somebody who is there twice the last row counts. `None` when it is
/// no such list.
pub(super) fn counted(text: &str) -> Option<String> {
    // `sep=;` is for spreadsheets: it names the delimiter, and is no row.
    let text = match text.trim_start().starts_with("sep=") {
        true => text.trim_start().split_once('\n')?.1,
        false => text,
    };
    let delimiter = csv::sniff_delimiter(text);
    // Nearly all files are seen to be none by their first line.
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let names = parse(first, delimiter);
    let names = names.first()?;
    let uses: Vec<Use> = names.cells.iter().map(|cell| usage(&cell.text)).collect();
    let address = uses.iter().position(|usage| *usage == Use::Address)?;
    let records = parse(text, delimiter);
    let rows = records.iter().filter(|record| !record.is_blank()).skip(1);
    let people = rows.filter(|row| cell(row, address).contains('@'));

    let mut last: BTreeMap<(Vec<&str>, String), &Record<'_>> = BTreeMap::new();
    for row in people {
        let list = cells(row, &uses, &[Use::List]);
        last.insert((list, cell(row, address).to_lowercase()), row);
    }
    if last.is_empty() {
        return None;
    }
    let mut groups: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in last.values() {
        *groups
            .entry(cells(row, &uses, &[Use::List, Use::Kept]))
            .or_default() += 1;
    }

    let mut counted = String::new();
    line(
        &mut counted,
        names.cells.iter().map(|cell| cell.text.trim()),
        delimiter,
    );
    for (said, count) in &groups {
        let count = count.to_string();
        let mut said = said.iter().copied();
        let cells = uses.iter().map(|usage| match usage {
            Use::Address => count.as_str(),
            Use::List | Use::Kept => said.next().unwrap_or_default(),
            Use::Private => "",
        });
        line(&mut counted, cells, delimiter);
    }
    Some(counted)
}

/// `text` with `…` in place of every e-mail address in it.
pub(super) fn left_out(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(address) = address(rest) {
        left.push_str(&rest[..address.start]);
        left.push('…');
        rest = &rest[address.end..];
    }
    left + rest
}

/// Where the first address in `text` stands: `me@a.example`, not `@maite` nor `coffee @home`.
fn address(text: &str) -> Option<Range<usize>> {
    let of_name = |c: char| c.is_alphanumeric() || "_-+.%'".contains(c);
    let of_site = |c: char| c.is_alphanumeric() || "-.".contains(c);
    text.match_indices('@').find_map(|(at, _)| {
        let name = &text[..at];
        let start = name.trim_end_matches(of_name).len();
        let site = &text[at + 1..];
        let site = &site[..site.len() - site.trim_start_matches(of_site).len()];
        let site = site.trim_end_matches(['-', '.']);
        let dotted = site.find('.').is_some_and(|dot| dot > 0);
        (start < at && dotted).then(|| start..at + 1 + site.len())
    })
}

fn parse(text: &str, delimiter: u8) -> Vec<Record<'_>> {
    let dialect = Dialect {
        delimiter,
        comments: false,
    };
    csv::parse(text, FileId::none(), dialect, &mut Diagnostics::new())
}

fn usage(name: &str) -> Use {
    match meaning("people", name) {
        Some("address") => Use::Address,
        Some("list") => Use::List,
        Some("kept") => Use::Kept,
        _ => Use::Private,
    }
}

fn cell<'r>(row: &'r Record<'_>, index: usize) -> &'r str {
    row.cells.get(index).map_or("", |cell| cell.text.trim())
}

/// The cells of the columns that are for one of `wanted`, in the order of the columns.
fn cells<'r>(row: &'r Record<'_>, uses: &[Use], wanted: &[Use]) -> Vec<&'r str> {
    let columns = uses.iter().enumerate();
    columns
        .filter(|(_, usage)| wanted.contains(usage))
        .map(|(index, _)| cell(row, index))
        .collect()
}

fn line<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>, delimiter: u8) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(char::from(delimiter));
        }
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = counted(text).map(|text| text.replace('"', ""));
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_list_of_people_is_counted() {
        check(
            "email,plan,email_disabled,created_at\n\
             a@example.com,other,false,2026-01-01\n\
             b@example.com,yearly,false,2026-01-02\n\
             c@example.com,other,false,2026-01-03\n",
            Some("email,plan,email_disabled,created_at\n2,other,false,\n1,yearly,false,\n"),
        );
        check(
            "Name;E-Mail\nAnn;ann@example.com\n",
            Some("Name;E-Mail\n;1\n"),
        );
        check(
            "sep=;\r\nemail;plan\r\nann@example.com;other\r\n",
            Some("email;plan\n1;other\n"),
        );
    }

    #[test]
    fn nobody_is_counted_twice() {
        check(
            "email,plan\nann@example.com,other\nAnn@Example.com ,yearly\n,other\nnobody,other\n",
            Some("email,plan\n1,yearly\n"),
        );
        check(
            "post_id,email\n1,ann@example.com\n1,ann@example.com\n2,ann@example.com\n",
            Some("post_id,email\n1,1\n2,1\n"),
        );
    }

    #[test]
    fn addresses_are_left_out_of_texts() {
        fn check(text: &str, expected: &str) {
            assert_eq!(left_out(text), expected);
        }
        check("Write to me@a.example", "Write to …");
        check("“me+bread@oat.a.example”, twice", "“…”, twice");
        check("me@a.example,you@b.example.", "…,….");
        check("<Zoë.Ï@ünï.example>", "<…>");
        check(
            "with @nuria, coffee @home, a@b",
            "with @nuria, coffee @home, a@b",
        );
        check("@a.example", "@a.example");
        check("me@.example", "me@.example");
        check("", "");
    }

    #[test]
    fn what_is_no_list_stays_as_it_is() {
        check("Date,Views\n2026-10-04,12\n", None);
        check("Title,Views\nWrite to me@example.com,12\n", None);
        check("Nth day,Email,Direct\n0000,12,3\nsomething@,x,y\n", None);
        check("email,plan\n", None);
        check("", None);
    }
}
