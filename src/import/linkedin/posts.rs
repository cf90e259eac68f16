//! The posts that had most: two tables side by side, one by engagements and one by impressions.

use super::super::export::Sheet;
use super::super::haul::{Haul, Post};
use super::super::vocabulary::meaning;
use super::super::whole;
use super::{Book, Read, TAKEN_BACK};
use crate::kit::PostFormat;
use crate::source::Diagnostics;
use crate::source::csv::{Cell, Record};
use num_traits::Signed;

/// One of the tables: where its columns stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    link: usize,
    published: usize,
    counted: usize,
    metric: &'static str,
}

/// The row that names the columns, and the rows under it: the first with a link to LinkedIn
/// follows the names.
fn parted<'s, 't>(sheet: &'s Sheet<'t>) -> Option<(&'s Record<'t>, Vec<&'s Record<'t>>)> {
    let rows: Vec<&Record<'t>> = sheet.filled().collect();
    let first = rows.iter().position(|row| row.cells.iter().any(is_link))?;
    let header = rows.get(first.checked_sub(1)?)?;
    Some((header, rows[first..].to_vec()))
}

fn is_link(cell: &Cell<'_>) -> bool {
    let text = cell.text.trim();
    text.starts_with("https://") && text.contains("linkedin.com/")
}

/// The tables of `sheet`: three columns each, with an empty one between them.
pub(super) fn tables(sheet: &Sheet<'_>) -> Vec<Table> {
    let Some((header, rows)) = parted(sheet) else {
        return Vec::new();
    };
    let linked = |column: &usize| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(*column));
        cells.any(is_link)
    };
    let mut blocks: Vec<Vec<usize>> = vec![Vec::new()];
    for (column, cell) in header.cells.iter().enumerate() {
        if cell.text.trim().is_empty() {
            blocks.push(Vec::new());
        } else if let Some(block) = blocks.last_mut() {
            block.push(column);
        }
    }
    let table = |block: &Vec<usize>| {
        let &[one, two, three] = &block[..] else {
            return None;
        };
        let link = block.iter().copied().find(linked)?;
        let others = [one, two, three]
            .into_iter()
            .filter(|column| *column != link);
        let metric = |column: usize| match meaning("linkedin", &header.cells[column].text) {
            Some(metric @ ("impressions" | "interactions")) => Some((column, metric)),
            _ => None,
        };
        let (counted, metric) = others.clone().find_map(metric)?;
        let published = others.clone().find(|column| *column != counted)?;
        Some(Table {
            link,
            published,
            counted,
            metric,
        })
    };
    blocks.iter().filter_map(table).collect()
}

/// The days of publishing in `sheet`, as they are written.
pub(super) fn days(sheet: &Sheet<'_>) -> Vec<String> {
    let tables = tables(sheet);
    let rows = parted(sheet).map(|(_, rows)| rows).unwrap_or_default();
    let cells = rows.iter().flat_map(|row| {
        let day = |table: &Table| row.cells.get(table.published);
        tables.iter().filter_map(day)
    });
    cells.map(|cell| cell.text.trim().to_string()).collect()
}

pub(super) fn read(book: &Book, sheet: &Sheet<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let rows = parted(sheet).map(|(_, rows)| rows).unwrap_or_default();
    for table in tables(sheet) {
        for row in &rows {
            if let Err(wrong) = post(book, &table, row, haul) {
                diags.push(wrong);
            }
        }
    }
}

fn post(book: &Book, table: &Table, row: &Record<'_>, haul: &mut Haul) -> Read {
    let cell = |column: usize| {
        row.cells
            .get(column)
            .filter(|cell| !cell.text.trim().is_empty())
    };
    let (Some(link), Some(published), Some(value), Some(window)) = (
        cell(table.link),
        cell(table.published),
        cell(table.counted),
        book.window,
    ) else {
        return Ok(());
    };
    let published = book.written.read(&published.trimmed())?;
    if published < window.from {
        // What such a post had before is not in its number.
        haul.note(format!(
            "posts from before {} were left out, as the file counts only what they had since",
            window.from
        ));
        return Ok(());
    }
    let Some(count) = whole::read(value)? else {
        return Ok(());
    };
    if count.is_negative() {
        haul.note(TAKEN_BACK);
        return Ok(());
    }
    let text = link.text.trim();
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let article = text.contains("/pulse/");
    let post = Post {
        link: text[..end].trim_end_matches('/').to_string(),
        published,
        format: (!article).then_some(PostFormat::Post),
        title: None,
    };
    haul.add_post(&post, table.metric, count, value.span, book.asof);
    Ok(())
}
