//! Bytes to [`Export`]s: archives, workbooks, JSON and text.
//!
//! Whoever made the bytes may be hostile or broken. Nothing is written to disk, and what is
//! unpacked is bounded before it is read.

mod archive;
mod foreign;
mod workbook;

use super::export::{Content, Export, Sheet};
use super::people;
use crate::source::csv::{self, Dialect};
use crate::source::encoding::{self, Accept, Letters};
use crate::source::{Diagnostic, Diagnostics, FileId, Sources, Span};
use jiff::civil::Date;

/// A file as it was given to us.
#[derive(Clone, Debug)]
pub struct Dropped {
    /// Its name, or its path in the folder that was given, beginning with that folder's name.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// When it was last written.
    pub modified: Date,
    /// Whether it was named, or is only one of many in a folder: those may be anything.
    pub named: bool,
}

/// All that was in the files that were given.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// Their texts; a workbook's sheets are one text each.
    pub sources: Sources,
    /// How many files in archives and folders were left aside, as no export has such a name.
    pub aside: usize,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    path: String,
    modified: Date,
    named: bool,
    form: Form,
}

#[derive(Clone, Debug)]
enum Form {
    /// Sheets: name and text.
    Sheets(Vec<(String, FileId)>),
    Json(FileId),
}

/// How many rows all tables together may have: what a kit can hold, and as much again that an
/// export has beside it.
const MOST_ROWS: usize = 400_000;

/// How many cells.
const MOST_CELLS: usize = 4_000_000;

/// How long a cell may be, in bytes: the longest texts of posts have a tenth.
const LONGEST_CELL: usize = 500_000;

/// How long a JSON document may be, in bytes. It takes ten times as much when it is read.
const LONGEST_JSON: usize = 20_000_000;

/// Opens what was given. What cannot be opened is reported.
pub fn open(dropped: Vec<Dropped>, diags: &mut Diagnostics) -> Opened {
    let mut opening = Opening {
        opened: Opened::default(),
        room: archive::Room::default(),
        diags,
    };
    for file in dropped {
        opening.file(file, false);
    }
    opening.opened
}

struct Opening<'d> {
    opened: Opened,
    room: archive::Room,
    diags: &'d mut Diagnostics,
}

impl Opening<'_> {
    fn file(&mut self, file: Dropped, archived: bool) {
        let Dropped {
            path,
            bytes,
            modified,
            named,
        } = file;
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return match archive::is_workbook(&bytes) {
                true => self.workbook(path, bytes, modified, named),
                false if archived => self.refuse(
                    path,
                    "archive-nested",
                    "is an archive inside an archive",
                    "unpack the outer one, then import the inner one by itself",
                ),
                false => self.archive(&path, bytes, modified, named),
            };
        }
        if let Some((what, hint)) = foreign::named(&bytes) {
            match named {
                true => self.refuse(path, "export-encoding", &format!("is {what}"), hint),
                false => self.opened.aside += 1,
            }
            return;
        }
        match encoding::decode(bytes, Accept::Export) {
            Err(what) if named => {
                let hint = "import a CSV, XLSX or JSON file, or the zip, as the platform gave it";
                self.refuse(path, "export-encoding", &format!("is {what}"), hint);
            }
            Err(_) => self.opened.aside += 1,
            Ok(decoded) => {
                let json = decoded.text.trim_start().starts_with(['{', '[']);
                let text = people::counted(&decoded.text).unwrap_or(decoded.text);
                let file = self.opened.sources.add_text(path.as_str(), text);
                if decoded.letters == Letters::Guessed {
                    self.diags.push(
                        Diagnostic::warning(
                            "export-guessed",
                            format!("`{path}` is not UTF-8: letters beyond A to Z are a guess"),
                        )
                        .at(Span::new(file, 0..0))
                        .hint("export it again and import it as it comes, should names look wrong"),
                    );
                }
                let form = match json {
                    true => Form::Json(file),
                    false => Form::Sheets(vec![(String::new(), file)]),
                };
                self.piece(path, modified, named, form);
            }
        }
    }

    fn archive(&mut self, path: &str, bytes: Vec<u8>, modified: Date, named: bool) {
        let mut entries = Vec::new();
        match archive::unpack(bytes, &mut self.room, &mut entries) {
            Ok(aside) => self.opened.aside += aside,
            Err(refusal) => {
                let (rule, what, hint) = refusal.told();
                return self.refuse(path.to_string(), rule, &what, hint);
            }
        }
        for entry in entries {
            let inner = Dropped {
                path: format!("{path}/{}", entry.name),
                bytes: entry.bytes,
                modified: entry.modified.unwrap_or(modified).min(modified),
                named: named && entry.alone,
            };
            self.file(inner, true);
        }
    }

    fn workbook(&mut self, path: String, bytes: Vec<u8>, modified: Date, named: bool) {
        match workbook::sheets(bytes, &mut self.room) {
            Ok(sheets) => {
                let mut texts = Vec::new();
                for (name, text) in sheets {
                    let shown = format!("{path} › {name}");
                    let text = people::counted(&text).unwrap_or(text);
                    texts.push((name, self.opened.sources.add_text(shown, text)));
                }
                self.piece(path, modified, named, Form::Sheets(texts));
            }
            Err(refusal) => {
                let (rule, what, hint) = refusal.told();
                self.refuse(path, rule, &what, hint);
            }
        }
    }

    fn piece(&mut self, path: String, modified: Date, named: bool, form: Form) {
        self.opened.pieces.push(Piece {
            path,
            modified,
            named,
            form,
        });
    }

    fn refuse(&mut self, path: String, rule: &'static str, what: &str, hint: &str) {
        self.diags
            .push(Diagnostic::error(rule, format!("`{path}` {what}")).hint(hint));
    }
}

impl Opened {
    /// The files, each with whether it was named by the person or only lay beside others. What
    /// cannot be read at all is reported.
    pub fn exports<'t>(&'t self, diags: &mut Diagnostics) -> Vec<(Export<'t>, bool)> {
        let mut rows = MOST_ROWS;
        let mut exports = Vec::new();
        for piece in &self.pieces {
            let content = match &piece.form {
                Form::Json(file) => {
                    let text = &self.sources.text(*file).text;
                    if text.len() > LONGEST_JSON {
                        diags.push(too_large(&piece.path, "more than 20 MB of JSON"));
                        continue;
                    }
                    match serde_json::from_str(text) {
                        Ok(json) => Content::Json(*file, json),
                        Err(error) => {
                            diags.push(broken_json(*file, text, &error));
                            continue;
                        }
                    }
                }
                Form::Sheets(sheets) => {
                    let texts = sheets
                        .iter()
                        .map(|(_, file)| &self.sources.text(*file).text);
                    let breaks =
                        |text: &String| memchr::memchr_iter(b'\n', text.as_bytes()).count();
                    let lines = texts.map(breaks).sum();
                    let Some(left) = rows.checked_sub(lines) else {
                        let what = format!("with what is beside it more than {MOST_ROWS} rows");
                        diags.push(too_large(&piece.path, &what));
                        continue;
                    };
                    rows = left;
                    if sheets
                        .iter()
                        .any(|(_, file)| self.has_too_many_cells(*file))
                    {
                        let what = format!("more than {MOST_CELLS} cells");
                        diags.push(too_large(&piece.path, &what));
                        continue;
                    }
                    let sheets = sheets.iter();
                    let sheets: Vec<_> =
                        sheets.map(|(name, file)| self.sheet(name, *file)).collect();
                    let cells = sheets.iter().flat_map(|sheet| &sheet.records);
                    let mut cells = cells.flat_map(|record| &record.cells);
                    if cells.any(|cell| cell.text.len() > LONGEST_CELL) {
                        diags.push(too_large(
                            &piece.path,
                            "a cell longer than any text of a post",
                        ));
                        continue;
                    }
                    Content::Sheets(sheets)
                }
            };
            let export = Export {
                path: &piece.path,
                modified: piece.modified,
                platform: None,
                content,
            };
            exports.push((export, piece.named));
        }
        exports
    }

    fn has_too_many_cells(&self, file: FileId) -> bool {
        let text = self.sources.text(file).text.as_bytes();
        let marks = csv::DELIMITERS.map(|mark| memchr::memchr_iter(mark, text).count());
        marks.into_iter().sum::<usize>() > MOST_CELLS
    }

    fn sheet<'t>(&'t self, name: &'t str, file: FileId) -> Sheet<'t> {
        let text = &self.sources.text(file).text;
        // `sep=,` is for spreadsheets: it names the delimiter, and is no row.
        let first = text.lines().next().unwrap_or_default();
        let named = first.trim_start().strip_prefix("sep=");
        let delimiter = match name {
            "" => named
                .and_then(|rest| rest.bytes().next())
                .filter(|byte| csv::DELIMITERS.contains(byte))
                // A spreadsheet may have kept the line and changed what it names.
                .filter(|byte| memchr::memchr(*byte, &text.as_bytes()[first.len()..]).is_some())
                .unwrap_or_else(|| csv::sniff_delimiter(text)),
            // Sheets of workbooks were written with it, whatever stands in their first line.
            _ => b'\t',
        };
        let dialect = Dialect {
            delimiter,
            comments: false,
        };
        // A mark that is never closed is no news to somebody who did not write the file; its
        // row will not fit, and that is said.
        let mut records = csv::parse(text, file, dialect, &mut Diagnostics::new());
        if named.is_some() {
            records.remove(0);
        }
        Sheet {
            name,
            start: Span::new(file, 0..0),
            // Numbers in a workbook have no marks that depend on a language.
            delimiter: match name {
                "" => delimiter,
                _ => b',',
            },
            records,
        }
    }
}

fn broken_json(file: FileId, text: &str, error: &serde_json::Error) -> Diagnostic {
    let line_start = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let at = (line_start + error.column().saturating_sub(1)).min(text.len());
    let at = (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        // A line with somebody's address in it is not shown.
        .filter(|_| !text.contains('@'))
        .unwrap_or(0);
    Diagnostic::error("export-json", "the JSON is broken here, or cut off")
        .at(Span::new(file, at..at))
        .hint("download the file again")
}

fn too_large(path: &str, what: &str) -> Diagnostic {
    Diagnostic::error("export-too-large", format!("`{path}` has {what}"))
        .hint("choose a shorter time when you export; older numbers than of two years say little")
}
