//! One metric by day: a title line, `Date,Primary`, and a row for each day; often in UTF-16.
//! Several such blocks may follow each other.

use super::super::dates::{self, Day};
use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::vocabulary::meaning;
use super::super::{Certainty, Match, values};
use crate::source::csv::Record;
use crate::source::{Diagnostic, Diagnostics};

/// The metrics, and the usual name of their file.
const KINDS: &[(&str, &str)] = &[
    ("views", "Views.csv"),
    ("viewers", "Viewers.csv"),
    ("reach", "Reach.csv"),
    ("interactions", "Interactions.csv"),
    ("followers_gained", "Follows.csv"),
    ("profile_visits", "Visits.csv"),
    ("link_clicks", "Link clicks.csv"),
];

/// What a title says: the metric, its kind of file, and the platform if it names one.
fn title(record: &Record<'_>) -> Option<(&'static str, &'static str, Option<&'static str>)> {
    let title = meaning("meta-title", &record.only_cell()?.text)?;
    let (metric, platform) = match title.split_once(' ') {
        Some((metric, platform)) => (metric, Some(platform)),
        None => (title, None),
    };
    let (_, kind) = KINDS.iter().find(|(name, _)| *name == metric)?;
    Some((metric, kind, platform))
}

fn header(record: &Record<'_>) -> Option<Header> {
    let header = Header::read("meta-daily", record);
    header.has(&["date", "value"]).then_some(header)
}

pub(super) fn detect(sheet: &Sheet<'_>) -> Option<Match> {
    let rows: Vec<_> = sheet.filled().collect();
    let block = rows
        .windows(2)
        .find_map(|pair| title(pair[0]).filter(|_| header(pair[1]).is_some()));
    // Of several blocks, any may name the platform.
    let platform = rows
        .windows(2)
        .filter_map(|pair| Some((title(pair[0])?.2?, pair[1])))
        .find_map(|(platform, below)| header(below).map(|_| platform));
    let (_, kind, _) = block?;
    Some(Match {
        kind,
        platform,
        certainty: Certainty::Sure,
    })
}

pub(super) fn read(sheet: &Sheet<'_>, haul: &mut Haul, diags: &mut Diagnostics) {
    let mut metric = None;
    let mut columns = None;
    for record in sheet.filled() {
        if let Some(found) = header(record) {
            columns = Some(found);
        } else if record.only_cell().is_some() {
            metric = title(record).map(|(metric, kind, _)| {
                haul.kind = kind;
                metric
            });
            columns = None;
            if metric.is_none() {
                haul.note(format!(
                    "`{}` is no metric that is known, and was left out",
                    record.cells[0].text.trim()
                ));
            }
        } else if let (Some(metric), Some(columns)) = (metric, &columns)
            && let Err(wrong) = day(record, columns, metric, sheet.delimiter, haul)
        {
            diags.push(wrong);
        }
    }
}

fn day(
    record: &Record<'_>,
    columns: &Header,
    metric: &str,
    delimiter: u8,
    haul: &mut Haul,
) -> Result<(), Diagnostic> {
    let (Some(date), Some(value)) = (columns.cell(record, "date"), columns.cell(record, "value"))
    else {
        return Ok(());
    };
    let Some(Day::Full(date)) = dates::day(&date.text) else {
        return Err(dates::not_a_day(&date));
    };
    if let Some(number) = values::number(&value, delimiter)? {
        haul.add_day(date, metric, number, value.span);
    }
    Ok(())
}
