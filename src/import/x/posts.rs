//! A row for each post, with what it has had in all its life: X's content export, and Twitter's
//! activity by tweet.

use super::super::dates::{self, Order};
use super::super::export::Sheet;
use super::super::haul::{Haul, Post, first_line};
use super::super::header::Header;
use super::super::values::{self, Scale};
use super::super::whole;
use super::super::written::Written;
use super::note_left_out;
use super::status::Status;
use crate::kit::{Base, Handle, PostFormat};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use std::collections::BTreeSet;

pub(super) const KIND: &str = "content";

/// The columns that are counted, by the metric they are.
const METRICS: &[&str] = &[
    "impressions",
    "likes",
    "interactions",
    "saves",
    "shares",
    "followers_gained",
    "comments",
    "reposts",
    "profile_visits",
    "link_clicks",
];

/// Columns that other platforms do not call so.
const OWN: &[&str] = &["text", "link", "saves", "reposts"];

fn header(record: &Record<'_>) -> Option<Header> {
    let header = Header::read("x-posts", record);
    let counted = METRICS.iter().filter(|column| header.has(&[column]));
    // Others have numbers of posts too, but do not call all of these so.
    let own = OWN.iter().any(|column| header.has(&[column]));
    let ours = header.has(&["id", "impressions"]) && counted.count() >= 3 && own;
    let named = header.has(&["link", "text", "impressions"]);
    (header.has(&["date"]) && (ours || named)).then_some(header)
}

pub(super) fn detect(sheet: &Sheet<'_>) -> Option<&'static str> {
    header(sheet.filled().next()?).map(|_| KIND)
}

pub(super) fn read(sheet: &Sheet<'_>, asof: Date, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(header) = sheet.filled().next().and_then(header) else {
        return;
    };
    let rows: Vec<&Record<'_>> = sheet.filled().skip(1).collect();
    let mut posts = Vec::new();
    for record in rows {
        match status(record, &header) {
            Ok(status) => posts.push((record, status)),
            Err(wrong) => diags.push(wrong),
        }
    }
    let reader = Reader {
        written: written(&posts, &header),
        header: &header,
        delimiter: sheet.delimiter,
        asof,
    };
    let authors: BTreeSet<String> = posts
        .iter()
        .filter_map(|(_, status)| Some(status.author.as_ref()?.as_str().to_lowercase()))
        .collect();
    let several = authors.len() > 1;
    for (record, status) in &posts {
        let first = haul.rows.len();
        if let Err(wrong) = reader.post(record, status, haul) {
            diags.push(wrong);
        }
        let author: Option<&Handle> = status.author.as_ref().filter(|_| several);
        for row in &mut haul.rows[first..] {
            row.account = author.cloned();
        }
    }
    if !several {
        haul.account = posts.into_iter().find_map(|(_, status)| status.author);
    }
    note_left_out(&header, haul);
}

/// Which post `record` is of.
fn status(record: &Record<'_>, header: &Header) -> Result<Status, Diagnostic> {
    let link = header.cell(record, "link");
    let id = header.cell(record, "id");
    let status = link
        .as_ref()
        .and_then(|link| Status::of_link(&link.text))
        .or_else(|| Status::of_id(&id.as_ref()?.text).filter(|status| !status.is_rounded()));
    status.ok_or_else(|| {
        let place = id.or(link).map_or(record.span, |cell| cell.span);
        Diagnostic::error("export-post", "nothing tells which post this row is of")
            .at(place)
            .hint(
                "export the file again and import it as it comes: spreadsheets change long numbers",
            )
    })
}

/// How the days of `posts` are written. A post's number tells its day, give or take one for where
/// its author is.
fn written(posts: &[(&Record<'_>, Status)], header: &Header) -> Written {
    let days: Vec<_> = posts
        .iter()
        .filter_map(|(record, status)| Some((header.cell(record, "date")?.text, status.day())))
        .collect();
    let near = |order: Order| {
        days.iter().any(|(_, day)| day.is_some())
            && days.iter().all(|(text, day)| {
                let written = dates::numeric(text, order);
                let apart = written
                    .zip(*day)
                    .map(|(one, other)| (other - one).get_days());
                apart.is_none_or(|days| days.abs() <= 1)
            })
    };
    Written::of(days.iter().map(|(text, _)| &**text), &[&near])
}

struct Reader<'a> {
    header: &'a Header,
    written: Written,
    delimiter: u8,
    asof: Date,
}

impl Reader<'_> {
    fn post(
        &self,
        record: &Record<'_>,
        status: &Status,
        haul: &mut Haul,
    ) -> Result<(), Diagnostic> {
        let header = self.header;
        let published = match header.cell(record, "date") {
            Some(cell) => Some(self.written.read(&cell)?),
            None => status.day(),
        };
        let Some(published) = published else {
            haul.note("posts without a day were left out");
            return Ok(());
        };
        let text = header
            .cell(record, "text")
            .map(|cell| unescaped(&cell.text));
        let text = text.unwrap_or_default();
        let reply = text.starts_with('@');
        if reply {
            haul.note("replies, which begin with `@`, are in no format, so that they do not count among the posts");
        }
        let post = Post {
            link: status.link.clone(),
            published,
            format: (!reply).then_some(PostFormat::Post),
            title: title(&text),
        };
        for metric in METRICS {
            if let Some(cell) = header.cell(record, metric)
                && let Some(value) = whole::read(&cell)?
            {
                haul.add_post(&post, metric, value, cell.span, self.asof);
            }
        }
        if let Some(cell) = header.cell(record, "rate")
            && let Some(rate) = values::share(&cell, self.delimiter, Scale::Fraction)?
        {
            haul.add_post(&post, "engagement_rate", rate, cell.span, self.asof);
            if let Some(row) = haul.rows.last_mut() {
                row.base = Some(Base::Unknown);
            }
        }
        Ok(())
    }
}

/// How a post's text begins; `None` where that is but a link.
fn title(text: &str) -> Option<String> {
    let title = first_line(text);
    let only_link = title.starts_with("http") && !title.contains(' ');
    (!title.is_empty() && !only_link).then_some(title)
}

/// A text without the marks that X puts in place of `&`, `<` and `>`.
fn unescaped(text: &str) -> String {
    text.trim()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
