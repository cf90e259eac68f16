//! A workbook to one text per sheet: cells with tabs between them, as a spreadsheet would save
//! it, so that what is wrong in it has a row and a column to be shown at.

use super::archive::{self, Refused, Room};
use calamine::{DataRef, Reader, Xlsx};
use std::io::Cursor;

/// No row or column of an export lies beyond these.
const LAST_ROW: u32 = 400_000;
const LAST_COLUMN: u32 = 1_000;

/// The sheets of the workbook in `bytes`: name and text.
pub(super) fn sheets(bytes: Vec<u8>, room: &mut Room) -> Result<Vec<(String, String)>, Refused> {
    archive::measure(&bytes, room)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let text = sheet(&mut workbook, &name)?;
        sheets.push((name, text));
    }
    Ok(sheets)
}

fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<String, Refused> {
    let damaged = || Refused::Damaged(name.to_string());
    let mut text = String::new();
    let (mut row, mut column) = (0, 0);
    let mut cells = workbook
        .worksheet_cells_reader(name)
        .map_err(|_| damaged())?;
    while let Some(cell) = cells.next_cell().map_err(|_| damaged())? {
        let (cell_row, cell_column) = cell.get_position();
        // Cells come in order; where they do not, the file is none of a spreadsheet's.
        if cell_row < row || cell_row > LAST_ROW || cell_column > LAST_COLUMN {
            return Err(damaged());
        }
        while row < cell_row {
            text.push('\n');
            (row, column) = (row + 1, 0);
        }
        if cell_column < column {
            return Err(damaged());
        }
        while column < cell_column {
            text.push('\t');
            column += 1;
        }
        push(&mut text, &written(cell.get_value()));
    }
    text.push('\n');
    Ok(text)
}

/// A cell's value as text.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Int(number) => number.to_string(),
        // Fifteen digits are what is kept of a number: more would be a guess.
        DataRef::Float(number) if number.abs() >= 1e15 => format!("{number:e}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Adds a cell, in quotation marks if it needs them. Line breaks become blanks, so that a row of
/// the sheet is a line of the text.
fn push(text: &mut String, cell: &str) {
    let cell = cell.replace(['\n', '\r', '\t'], " ");
    if cell.contains('"') {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(&cell);
    }
}
