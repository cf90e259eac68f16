//! What a table of YouTube Studio is by.

use super::super::Certainty;
use super::super::export::{Export, Sheet};
use super::super::header::Header;
use super::super::vocabulary::meaning;
use super::columns;
use super::window::Window;
use super::{SECTION, table};

/// What a table is by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Content,
    Date,
    Totals,
    Chart,
    Geography,
    Age,
    Gender,
    Cities,
    Source,
    Subscription,
    Other,
}

/// The columns that a table can be by, and what it then is.
pub(super) const DIMENSIONS: &[(&str, Kind)] = &[
    ("content", Kind::Content),
    ("geography", Kind::Geography),
    ("age", Kind::Age),
    ("gender", Kind::Gender),
    ("city", Kind::Cities),
    ("source", Kind::Source),
    ("subscription", Kind::Subscription),
];

impl Kind {
    /// As it stands in the column `source`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Content => "Content",
            Kind::Date => "Date",
            Kind::Totals => "Totals.csv",
            Kind::Chart => "Chart data.csv",
            Kind::Geography => "Geography",
            Kind::Age => "Viewer age",
            Kind::Gender => "Viewer gender",
            Kind::Cities => "Cities",
            Kind::Source => "Traffic source",
            Kind::Subscription => "Subscription status",
            Kind::Other => "Table data.csv",
        }
    }

    /// The column it is by.
    pub(super) fn column(self) -> &'static str {
        let found = DIMENSIONS.iter().find(|(_, kind)| *kind == self);
        found.map_or("date", |(column, _)| column)
    }
}

/// What `export` is, and how sure that is. Column names such as `Date` and `Views` are everybody's,
/// so something else must tell that it is YouTube's.
pub(super) fn of(export: &Export<'_>) -> Option<(Kind, Certainty)> {
    let sheet = export.sheet()?;
    let header = Header::read(SECTION, sheet.filled().next()?);
    let own = columns::OWN
        .iter()
        .filter(|name| header.has(&[name]))
        .count();
    let certainty = if own > 0 || has_total(sheet, &header) {
        Certainty::Sure
    } else if header.unknown.is_empty() && is_named(export) {
        Certainty::Likely
    } else {
        return None;
    };
    let by = dimension(&header);
    let counts = columns::metrics(&header).count();
    let kind = match (header.has(&["date"]), by) {
        (_, Some(Kind::Chart)) | (true, Some(_)) => Kind::Chart,
        (true, None) if counts > 1 => Kind::Date,
        (true, None) if counts == 1 => Kind::Totals,
        (false, Some(kind @ (Kind::Age | Kind::Gender))) if header.has(&["views-share"]) => kind,
        (false, Some(kind)) if counts > 0 => kind,
        (false, None) if own > 1 => Kind::Other,
        _ => return None,
    };
    Some((kind, certainty))
}

/// What a table with `header` is by besides days. By two at once, it is as what a chart shows, but
/// for ages of each gender, and cities with their countries.
fn dimension(header: &Header) -> Option<Kind> {
    let here = DIMENSIONS
        .iter()
        .filter(|(column, _)| header.has(&[column]));
    let here: Vec<Kind> = here.map(|(_, kind)| *kind).collect();
    match here[..] {
        [] => None,
        [kind] => Some(kind),
        [Kind::Age, Kind::Gender] => Some(Kind::Age),
        [Kind::Geography, Kind::Cities] => Some(Kind::Cities),
        _ => Some(Kind::Chart),
    }
}

/// Whether the first row under the column names is that of the totals.
fn has_total(sheet: &Sheet<'_>, header: &Header) -> bool {
    let is_total = |row| {
        let mut columns = DIMENSIONS.iter().map(|(column, _)| *column).chain(["date"]);
        columns.any(|column| table::is_total(header, row, column))
    };
    sheet.filled().nth(1).is_some_and(is_total)
}

/// Whether its own name or that of its archive is one that YouTube gives.
fn is_named(export: &Export<'_>) -> bool {
    let own = meaning("youtube-files", export.name()).is_some();
    own || (Window::of(export).is_some() && export.names().nth(1).is_some())
}
