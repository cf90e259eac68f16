//! Single Pins. Their numbers are of the time the export is of: only of a Pin that was published
//! in that time they are all it has had.

use super::super::haul::{Haul, Post, first_line};
use super::super::header::Header;
use super::super::vocabulary::{meaning, plain};
use super::super::whole;
use super::super::written::Written;
use super::overview::Table;
use crate::kit::{Choice, Paid, PostFormat};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

const METRICS: &[(&str, &str)] = &[
    ("impressions", "impressions"),
    ("interactions", "interactions"),
    ("link-clicks", "link_clicks"),
    ("saves", "saves"),
    ("video-views", "video_views"),
];

pub(super) fn read(
    table: &Table<'_, '_>,
    header: &Header,
    window: Option<(Date, Date)>,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let (Some(window), true) = (window, header.has(&["published"])) else {
        haul.note(
            "the numbers of single Pins were left out: the file does not tell when they were \
             published",
        );
        return;
    };
    let cells = table.rows.iter().map(|row| header.cell(row, "published"));
    let texts: Vec<String> = cells.flatten().map(|c| c.text.into_owned()).collect();
    let pins = Pins {
        header,
        window,
        written: Written::of(texts.iter().map(String::as_str), &[]),
    };
    for row in &table.rows {
        if let Err(wrong) = pins.pin(row, haul) {
            diags.push(wrong);
        }
    }
    haul.note_columns(&header.unknown);
}

struct Pins<'h> {
    header: &'h Header,
    window: (Date, Date),
    written: Written,
}

impl Pins<'_> {
    fn pin(&self, row: &Record<'_>, haul: &mut Haul) -> Result<(), Diagnostic> {
        let cell = |column| self.header.cell(row, column);
        let (first, last) = self.window;
        let Some(link) = self.link(row) else {
            haul.note("Pins without a link or a sound number were left out");
            return Ok(());
        };
        let Some(published) = cell("published") else {
            haul.note("Pins without a day of publishing were left out");
            return Ok(());
        };
        let published = self.written.read(&published)?;
        if !(first..=last).contains(&published) {
            haul.note(format!(
                "Pins published before {first} were left out: the file has only a part of their \
                 numbers"
            ));
            return Ok(());
        }
        let format = cell("format")
            .and_then(|format| PostFormat::parse(meaning("pinterest-formats", &format.text)?));
        let post = Post {
            link,
            published,
            format,
            title: cell("title").map(|title| first_line(&title.text)),
        };
        let paid = cell("content").filter(|content| plain(&content.text).starts_with("paid"));
        let begin = haul.rows.len();
        for (column, metric) in METRICS {
            if let Some(cell) = cell(column)
                && let Some(value) = whole::read(&cell)?
            {
                haul.add_post(&post, metric, value, cell.span, last);
            }
        }
        for row in &mut haul.rows[begin..] {
            row.paid = paid.as_ref().map(|_| Paid::Boosted);
        }
        Ok(())
    }

    /// The link to a Pin, as it is or made of its number. A number that a spreadsheet has cut
    /// short ends in zeros, and one of more than fifteen digits may.
    fn link(&self, row: &Record<'_>) -> Option<String> {
        if let Some(link) = self.header.cell(row, "link") {
            let end = link.text.find(['?', '#']).unwrap_or(link.text.len());
            return Some(link.text[..end].to_string());
        }
        let id = self.header.cell(row, "pin-id")?.text;
        let sound = id.bytes().all(|b| b.is_ascii_digit()) && !id.ends_with("0000");
        sound.then(|| format!("https://www.pinterest.com/pin/{id}/"))
    }
}
