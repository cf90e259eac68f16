//! The dashboard's numbers of posts. It names no link; the list of posts does, if it is there.

use super::super::Settings;
use super::super::export::{Export, Sheet};
use super::super::haul::{Haul, Post, first_line};
use super::super::people;
use super::super::values::{self, Scale};
use super::super::vocabulary::plain;
use super::super::whole;
use super::behind;
use super::dated::Dated;
use super::posts::Posts;
use crate::kit::{Base, PostFormat};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) const KIND: &str = "stats";
pub(super) const SECTION: &str = "substack-stats";

/// Columns and what they count. Sign-ups are new readers who do not pay.
const COUNTS: &[(&str, &str)] = &[
    ("views", "views"),
    ("likes", "likes"),
    ("comments", "comments"),
    ("shares", "shares"),
    ("restacks", "reposts"),
    ("clicks", "link_clicks"),
    ("signups", "followers_gained"),
];

/// Columns with fractions.
const RATES: &[(&str, &str)] = &[
    ("open-rate", "open_rate"),
    ("engagement", "engagement_rate"),
];

pub(super) fn read(
    export: &Export<'_>,
    sheet: &Sheet<'_>,
    settings: &Settings,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    let stats = Stats {
        table: Dated::of(SECTION, sheet),
        posts: known_posts(export, haul),
        asof: export.modified,
        with_revenue: settings.with_revenue,
    };
    let table = &stats.table;
    haul.until = Some(export.modified);
    // What is counted in the export itself is exact.
    haul.minor = true;
    for row in &table.rows {
        if let Err(wrong) = stats.row(row, haul) {
            diags.push(wrong);
        }
    }
    let mut left_out = table.header.unknown.clone();
    let money = ("value", "estimated_value");
    for (column, name) in [money, ("opens", "opens")] {
        let is_read = column == money.0 && settings.with_revenue;
        if table.header.has(&[column]) && !is_read {
            left_out.push(name.to_string());
        }
    }
    haul.note_columns(&left_out);
}

/// The posts in the lists of posts beside the file, by the time they were published.
fn known_posts(export: &Export<'_>, haul: &Haul) -> BTreeMap<String, Post> {
    let mut known = BTreeMap::new();
    for sheet in behind(export, |name| name == "posts") {
        let posts = Posts::of(sheet);
        for row in posts.rows() {
            if let (Some(time), Ok(Some((post, _)))) =
                (posts.time(row), posts.post(row, haul.account.as_ref()))
            {
                known.insert(time.text.into_owned(), post);
            }
        }
    }
    known
}

struct Stats<'s, 't> {
    table: Dated<'s, 't>,
    posts: BTreeMap<String, Post>,
    asof: Date,
    with_revenue: bool,
}

impl Stats<'_, '_> {
    fn row(&self, row: &Record<'_>, haul: &mut Haul) -> Result<(), Diagnostic> {
        let cell = |column| self.table.header.cell(row, column);
        let Some(post) = self.post(row)? else {
            haul.note("posts without a day of publishing were left out");
            return Ok(());
        };
        for (column, metric) in COUNTS {
            if let Some(cell) = cell(column)
                && let Some(value) = whole::read(&cell)?
            {
                haul.add_post(&post, metric, value, cell.span, self.asof);
            }
        }
        for (column, metric) in RATES {
            if let Some(cell) = cell(column)
                && let Some(value) = values::share(&cell, self.table.delimiter, Scale::Part)?
            {
                haul.add_post(&post, metric, value, cell.span, self.asof);
                // Substack does not say what it divides by.
                let base = (*metric == "engagement_rate").then_some(Base::Unknown);
                if let Some(row) = haul.rows.last_mut() {
                    row.base = base;
                }
            }
        }
        if let Some(cell) = cell("value").filter(|_| self.with_revenue)
            && let Some(value) = values::number(&cell, self.table.delimiter)?
        {
            haul.add_post(&post, "custom:revenue", value, cell.span, self.asof);
        }
        Ok(())
    }

    /// The post in `row`: as the list of posts has it, or told by the time it was published.
    fn post(&self, row: &Record<'_>) -> Result<Option<Post>, Diagnostic> {
        let Some(time) = self.table.header.cell(row, "date") else {
            return Ok(None);
        };
        let published = self.table.written.read(&time)?;
        if let Some(post) = self.posts.get(time.text.as_ref()) {
            return Ok(Some(post.clone()));
        }
        let title = self.table.header.cell(row, "title");
        let title = title.map(|title| first_line(&title.text));
        let id = match time.text.contains(':') {
            true => time.text.replace(' ', "T"),
            // Without a time of day, two posts of a day are told apart by their titles.
            false => match &title {
                Some(title) => {
                    let title = plain(&people::left_out(title));
                    format!("{published}-{}", title.replace(' ', "-"))
                }
                None => published.to_string(),
            },
        };
        Ok(Some(Post {
            link: id,
            published,
            format: Some(PostFormat::Issue),
            title,
        }))
    }
}
