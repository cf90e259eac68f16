//! TikTok Studio: seven files in four archives, as CSV or as workbooks, and those of business
//! accounts.

mod audience;
mod content;
mod daily;
mod years;

use super::export::{Export, Sheet};
use super::haul::Haul;
use super::header::Header;
use super::{Certainty, Importer, Match, Settings};
use crate::kit::Handle;
use crate::source::Diagnostics;
use crate::source::csv::Record;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub(super) const IMPORTER: Importer = Importer {
    id: "tiktok-studio",
    name: "TikTok Studio",
    platforms: &["tiktok"],
    detect,
    read,
};

fn detect(export: &Export<'_>) -> Option<Match> {
    let names = export.sheet()?.filled().next()?;
    let (kind, certainty) = daily::kind(names)
        .or_else(|| content::kind(names))
        .map(|kind| (kind, Certainty::Sure))
        .or_else(|| audience::kind(names))?;
    Some(Match {
        kind,
        platform: Some("tiktok"),
        certainty,
    })
}

fn read(export: &Export<'_>, settings: &Settings, haul: &mut Haul, diags: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    haul.account = archives(export).find_map(|archive| archive.handle);
    if sheet.filled().nth(1).is_none() {
        haul.note("there is nothing in it but the names of its columns");
        return;
    }
    let latest = latest(export, settings);
    match haul.kind {
        audience::GENDERS | audience::TERRITORIES => {
            audience::read(sheet, export.modified, haul, diags);
        }
        content::KIND => content::read(sheet, export.modified, latest, haul, diags),
        _ => daily::read(sheet, latest, settings.latest(), haul, diags),
    }
}

/// A table under its column names.
struct Table<'s, 't> {
    header: Header,
    rows: Vec<&'s Record<'t>>,
    delimiter: u8,
}

impl<'s, 't> Table<'s, 't> {
    fn read(section: &str, sheet: &'s Sheet<'t>) -> Option<Table<'s, 't>> {
        let mut rows = sheet.filled();
        Some(Table {
            header: Header::read(section, rows.next()?),
            rows: rows.collect(),
            delimiter: sheet.delimiter,
        })
    }
}

/// The last day that can be in `export`. Wherever it was written, the day may have begun earlier
/// than where its time was noted.
fn latest(export: &Export<'_>, settings: &Settings) -> Date {
    let end = archives(export).find_map(|archive| archive.end);
    let day = end.unwrap_or(export.modified);
    day.tomorrow().unwrap_or(day).min(settings.today)
}

/// What the name of an archive tells: `Overview_2026-10-04_1793404800_maite.orrun`,
/// `Followers_maite.orrun`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Archive {
    /// When the time it covers ends. The day that is written out is when it begins.
    end: Option<Date>,
    handle: Option<Handle>,
}

/// The archives `export` was in, or the folders they were unpacked to.
fn archives(export: &Export<'_>) -> impl Iterator<Item = Archive> {
    export.names().skip(1).map(archive)
}

fn archive(name: &str) -> Archive {
    let Some((kind, rest)) = name.split_once('_') else {
        return Archive::default();
    };
    match kind {
        "Overview" => {
            let mut parts = rest.splitn(3, '_');
            let begin = parts.next().and_then(|day| day.parse::<Date>().ok());
            let end = parts.next().and_then(end).filter(|_| begin.is_some());
            Archive {
                end,
                handle: end.and(parts.next()).and_then(handle),
            }
        }
        "Followers" | "Viewers" | "Content" => Archive {
            end: None,
            handle: handle(rest),
        },
        _ => Archive::default(),
    }
}

/// The day of a time in seconds since 1970.
fn end(seconds: &str) -> Option<Date> {
    let time = Timestamp::from_second(seconds.parse().ok()?).ok()?;
    Some(TimeZone::UTC.to_datetime(time).date())
}

/// The handle that `text` begins with; what is behind it, a system has added to a second copy.
fn handle(text: &str) -> Option<Handle> {
    let in_handle = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let end = text.find(|c| !in_handle(c)).unwrap_or(text.len());
    let copy = text[end..].trim_start_matches([' ', '-', '(']);
    let is_copy = copy
        .trim_end_matches(')')
        .bytes()
        .all(|b| b.is_ascii_digit());
    Handle::parse(&text[..end]).filter(|_| is_copy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_of_archives_tell_whose_and_until_when() {
        fn check(name: &str, handle: Option<&str>, end: Option<Date>) {
            let found = archive(name);
            let found_handle = found.handle.as_ref().map(|handle| handle.as_str());
            assert_eq!((found_handle, found.end), (handle, end), "{name}");
        }
        let end = Some(date(2026, 10, 31));
        check(
            "Overview_2026-10-04_1793404800_maite.orrun",
            Some("maite.orrun"),
            end,
        );
        check("Overview_2026-10-04_1793404800_a_b_", Some("a_b_"), end);
        check("Overview_2026-10-04", None, None);
        check("Overview_of_the_year", None, None);
        check("Followers_maite_orrun2.0", Some("maite_orrun2.0"), None);
        check("Followers_maiteorrun-2", Some("maiteorrun"), None);
        check("Viewers_maiteorrun 2", Some("maiteorrun"), None);
        check("Content_made in October", None, None);
        check("Content", None, None);
        check("Audience_maiteorrun", None, None);
    }
}
