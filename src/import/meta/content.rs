//! The content export: a row for each post, with what it has had in all its life.

use super::super::dates::{self, Order};
use super::super::export::Sheet;
use super::super::haul::{Haul, Post, first_line};
use super::super::header::Header;
use super::super::vocabulary::meaning;
use super::super::{Certainty, Match, values};
use crate::kit::{Choice, Handle, PostFormat};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;

pub(super) const KIND: &str = "content";

const SECTION: &str = "meta-content";

/// Columns and what they count. Facebook's reactions are what others call likes.
const METRICS: &[(&str, &str)] = &[
    ("views", "views"),
    ("impressions", "impressions"),
    ("reach", "reach"),
    ("likes", "likes"),
    ("reactions", "likes"),
    ("comments", "comments"),
    ("shares", "shares"),
    ("saves", "saves"),
    ("follows", "followers_gained"),
    ("link-clicks", "link_clicks"),
];

fn header(sheet: &Sheet<'_>) -> Option<Header> {
    let header = Header::read(SECTION, sheet.filled().next()?);
    header
        .has(&["post-id", "published", "permalink"])
        .then_some(header)
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

pub(super) fn read(sheet: &Sheet<'_>, asof: Date, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(header) = header(sheet) else {
        return;
    };
    let rows: Vec<&Record<'_>> = sheet.filled().skip(1).collect();
    let published: Vec<String> = rows
        .iter()
        .filter_map(|row| Some(header.cell(row, "published")?.text.into_owned()))
        .collect();
    let texts = published.iter().map(String::as_str);
    // Where the days allow both orders, the form tells: `09/12/2026` is Meta's own, `12.09.2026`
    // is German.
    let dotted = published.iter().all(|text| text.contains('.'));
    let order = dates::order(texts).unwrap_or(match dotted {
        true => Order::DayFirst,
        false => Order::MonthFirst,
    });
    let reader = Reader {
        header: &header,
        delimiter: sheet.delimiter,
        order,
        asof,
    };
    for record in rows {
        if let Err(wrong) = reader.post(record, haul) {
            diags.push(wrong);
        }
    }
    for name in &header.unknown {
        haul.note(format!("the column “{name}” was left out"));
    }
}

struct Reader<'a> {
    header: &'a Header,
    delimiter: u8,
    order: Order,
    asof: Date,
}

impl Reader<'_> {
    fn post(&self, record: &Record<'_>, haul: &mut Haul) -> Result<(), Diagnostic> {
        let header = self.header;
        let Some(link) = header.cell(record, "permalink") else {
            haul.note("posts without a link were left out");
            return Ok(());
        };
        let Some(published) = header.cell(record, "published") else {
            haul.note("posts without a day of publishing were left out");
            return Ok(());
        };
        let lifetime = header
            .cell(record, "date")
            .is_none_or(|date| dates::day(&date.text).is_none());
        if !lifetime {
            haul.note("numbers of single days of posts were left out: export them as “Lifetime”");
            return Ok(());
        }
        let Some(day) = dates::numeric(&published.text, self.order) else {
            return Err(dates::not_a_day(&published));
        };
        let kind = header.cell(record, "type");
        let format = kind.and_then(|kind| PostFormat::parse(meaning("meta-type", &kind.text)?));
        let title = ["title", "description"]
            .iter()
            .find_map(|column| header.cell(record, column))
            .map(|cell| first_line(&cell.text));
        let account = header.cell(record, "account");
        let account = account.and_then(|cell| Handle::parse(&cell.text));
        let post = Post {
            link: plain_link(&link.text),
            published: day,
            format,
            title,
        };
        let first = haul.rows.len();
        for (column, metric) in METRICS {
            let has_likes = haul.rows[first..]
                .iter()
                .any(|row| row.metric.name() == *metric);
            if let Some(cell) = header.cell(record, column)
                && !has_likes
                && let Some(value) = values::number(&cell, self.delimiter)?
            {
                haul.add_post(&post, metric, value, cell.span, self.asof);
            }
        }
        if let Some(cell) = header.cell(record, "duration")
            && let Some(seconds) = values::number(&cell, self.delimiter)?
            && seconds > crate::kit::exact(0)
        {
            haul.add_post(&post, "duration", seconds, cell.span, self.asof);
        }
        for row in &mut haul.rows[first..] {
            row.account.clone_from(&account);
        }
        Ok(())
    }
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
