//! The content export: a row for each post, with what it has had in all its life.

use super::super::dates::{self, Order};
use super::super::export::{Export, Sheet};
use super::super::haul::{Haul, Post, first_line};
use super::super::header::Header;
use super::super::vocabulary::{meaning, plain};
use super::super::written::{self, Written};
use super::super::{Certainty, Match, values, whole};
use crate::kit::{Choice, Handle, PostFormat, exact};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) const KIND: &str = "content";

const SECTION: &str = "meta-content";

/// Columns and what they count. Facebook's reactions are what others call likes, and replies to a
/// story its comments.
const METRICS: &[(&str, &str)] = &[
    ("views", "views"),
    ("video-views", "video_views"),
    ("impressions", "impressions"),
    ("reach", "reach"),
    ("likes", "likes"),
    ("reactions", "likes"),
    ("comments", "comments"),
    ("replies", "comments"),
    ("shares", "shares"),
    ("saves", "saves"),
    ("follows", "followers_gained"),
    ("profile-visits", "profile_visits"),
    ("link-clicks", "link_clicks"),
];

fn header(sheet: &Sheet<'_>) -> Option<Header> {
    let header = Header::read(SECTION, sheet.filled().next()?);
    let posts = header.has(&["post-id", "published", "permalink"]);
    let videos = header.has(&["video-id", "published", "page-id"]);
    (posts || videos).then_some(header)
}

pub(super) fn detect(sheet: &Sheet<'_>) -> Option<Match> {
    let header = header(sheet)?;
    let platform = match (header.has(&["page-id"]), header.has(&["account"])) {
        (true, _) => Some("facebook"),
        (false, true) => Some("instagram"),
        (false, false) => None,
    };
    Some(Match {
        kind: KIND,
        platform,
        certainty: Certainty::Sure,
    })
}

pub(super) fn read(
    export: &Export<'_>,
    sheet: &Sheet<'_>,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let Some(header) = header(sheet) else {
        return;
    };
    let rows: Vec<&Record<'_>> = sheet.filled().skip(1).collect();
    let reader = Reader {
        written: written(export, sheet, &header, &rows),
        header: &header,
        delimiter: sheet.delimiter,
        asof: export.modified,
    };
    for record in rows {
        if let Err(wrong) = reader.post(record, haul) {
            diags.push(wrong);
        }
    }
    haul.until = export.names().find_map(span).map(|(_, last)| last);
    haul.note_columns(&header.unknown);
}

/// How the days of publishing are written. Where they allow two orders, the time in the file's name
/// tells, else the day on which it was written. Meta itself writes `09/12/2026` in English and
/// `12.09.2026` in German.
fn written(
    export: &Export<'_>,
    sheet: &Sheet<'_>,
    header: &Header,
    rows: &[&Record<'_>],
) -> Written {
    let cells = rows.iter().filter_map(|row| header.cell(row, "published"));
    let texts: Vec<String> = cells.map(|cell| cell.text.into_owned()).collect();
    let texts = || texts.iter().map(String::as_str);
    let span = export.names().find_map(span);
    let in_span = |order| {
        let day = |text| dates::numeric(text, order);
        let inside = |day: Date| span.is_some_and(|(from, to)| (from..=to).contains(&day));
        texts().filter_map(day).all(inside)
    };
    let in_time = |order| written::none_after(texts(), order, export.modified);
    let first = sheet.filled().next();
    let mut names = first.into_iter().flat_map(|row| &row.cells);
    let english = names.any(|name| plain(&name.text) == "publish time");
    let own = match english {
        true => ('/', Order::MonthFirst),
        false => ('.', Order::DayFirst),
    };
    let is_own = texts().all(|text| text.contains(own.0));
    let own = |order| is_own && order == own.1;
    Written::told(texts(), &[&in_span, &in_time, &own])
}

/// The time in a name: `Oct-04-2026_Oct-31-2026_8123456789012345`.
fn span(name: &str) -> Option<(Date, Date)> {
    let mut days = name.split('_').map(dates::full_day);
    Some((days.next()??, days.next()??))
}

struct Reader<'a> {
    header: &'a Header,
    delimiter: u8,
    written: Written,
    asof: Date,
}

impl Reader<'_> {
    fn post(&self, record: &Record<'_>, haul: &mut Haul) -> Result<(), Diagnostic> {
        let cell = |column| self.header.cell(record, column);
        let Some(published) = cell("published") else {
            haul.note("posts without a day of publishing were left out");
            return Ok(());
        };
        let Some(link) = self.link(record, haul)? else {
            haul.note("posts without a link were left out");
            return Ok(());
        };
        if cell("date").is_some_and(|date| is_day(&date.text)) {
            haul.note("numbers of single days of posts were left out: export them as “Lifetime”");
            return Ok(());
        }
        let kind = cell("type");
        let title = cell("title").or_else(|| cell("description"));
        let post = Post {
            link,
            published: self.written.read(&published)?,
            format: kind.and_then(|kind| PostFormat::parse(meaning("meta-type", &kind.text)?)),
            title: title.map(|cell| first_line(&cell.text)),
        };
        let account = cell("account").and_then(|cell| Handle::parse(&cell.text));
        let first = haul.rows.len();
        let read = self.numbers(record, &post, haul);
        for row in &mut haul.rows[first..] {
            row.account.clone_from(&account);
        }
        read
    }

    fn numbers(&self, record: &Record<'_>, post: &Post, haul: &mut Haul) -> Result<(), Diagnostic> {
        let mut counts = BTreeMap::new();
        for (column, metric) in METRICS {
            if let Some(cell) = self.header.cell(record, column)
                && let Some(count) = whole::read(&cell)?
            {
                counts.entry(*metric).or_insert((count, cell.span));
            }
        }
        let is_zero = |metric| counts.get(metric).map(|(count, _)| count.is_zero());
        if is_zero("views") == Some(true) && is_zero("reach") == Some(false) {
            // Where “Views” stands twice, both may be of videos alone.
            counts.remove("views");
            haul.note("views that are 0 were left out for posts that reached people");
        }
        for (_, metric) in METRICS {
            if let Some((count, place)) = counts.remove(metric) {
                haul.add_post(post, metric, count, place, self.asof);
            }
        }
        if let Some(cell) = self.header.cell(record, "duration")
            && let Some(seconds) = values::number(&cell, self.delimiter)?
            && seconds > exact(0)
        {
            haul.add_post(post, "duration", seconds, cell.span, self.asof);
        }
        Ok(())
    }

    /// The link to a post. Those of videos are not in their file: each is told by its number.
    fn link(&self, record: &Record<'_>, haul: &mut Haul) -> Result<Option<String>, Diagnostic> {
        if self.header.has(&["permalink"]) {
            let link = self.header.cell(record, "permalink");
            return Ok(link.map(|link| plain_link(&link.text)));
        }
        let Some(id) = self.header.cell(record, "video-id") else {
            return Ok(None);
        };
        if !id.text.bytes().all(|b| b.is_ascii_digit()) {
            let message = format!("`{}` is not the number of a video", id.text);
            return Err(Diagnostic::error("export-value", message)
                .at(id.span)
                .hint("a spreadsheet has cut it: import the file as it was downloaded"));
        }
        haul.note(
            "videos have no links here, so each is told by its number: import the export of all \
             posts in place of this file if you can, and never both",
        );
        Ok(Some(id.text.into_owned()))
    }
}

/// Whether `text` is a day, and not `Lifetime`.
fn is_day(text: &str) -> bool {
    let numeric = |order| dates::numeric(text, order).is_some();
    dates::day(text).is_some() || numeric(Order::MonthFirst) || numeric(Order::DayFirst)
}

/// A link without what only tells where it was copied.
fn plain_link(link: &str) -> String {
    let end = link.find(['?', '#']).unwrap_or(link.len());
    match link.contains("facebook.com") {
        // On Facebook, a post may be told by its query.
        true => link.to_string(),
        false => link[..end].to_string(),
    }
}
