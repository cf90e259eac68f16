//! beehiiv. That it exports two tables is known, and little of what is in them.

use super::export::{Export, Sheet};
use super::haul::Haul;
use super::header::Header;
use super::vocabulary::meaning;
use super::{Certainty, Importer, Match, Settings, whole};
use crate::kit::Exact;
use crate::source::Diagnostics;
use jiff::civil::Date;
use num_traits::Zero;

pub(super) const IMPORTER: Importer = Importer {
    id: "beehiiv",
    name: "beehiiv",
    platforms: &["beehiiv"],
    detect,
    read,
};

const SECTION: &str = "beehiiv";
const POSTS: &str = "posts";
const READERS: &str = "subscribers";

fn detect(export: &Export<'_>) -> Option<Match> {
    let header = Header::read(SECTION, export.sheet()?.filled().next()?);
    let of_readers =
        header.has(&["email", "status"]) && (header.has(&["source"]) || header.has(&["open-rate"]));
    let kind = match header.has(&["content"]) {
        true => POSTS,
        false if of_readers => READERS,
        false => return None,
    };
    // Others may write such a list too.
    let certainty = match kind {
        POSTS => Certainty::Sure,
        _ => Certainty::Likely,
    };
    Some(Match {
        kind,
        platform: Some("beehiiv"),
        certainty,
    })
}

fn read(export: &Export<'_>, _: &Settings, haul: &mut Haul, _: &mut Diagnostics) {
    let Some(sheet) = export.sheet() else {
        return;
    };
    match haul.kind {
        POSTS => haul.note(
            "the file holds the texts of your issues, and no number in it is understood: type \
             views, opens and clicks from the app, see `pitchkit import --template beehiiv`",
        ),
        _ => readers(sheet, export.modified, haul),
    }
}

/// Counts the readers that are active.
fn readers(sheet: &Sheet<'_>, day: Date, haul: &mut Haul) {
    let mut rows = sheet.filled();
    let Some(names) = rows.next() else {
        return;
    };
    let header = Header::read(SECTION, names);
    let mut active = Exact::zero();
    for row in rows {
        let (Some(people), Some(status)) = (header.cell(row, "email"), header.cell(row, "status"))
        else {
            continue;
        };
        // What is no number names somebody: it is shown to nobody, in no message either.
        if meaning("beehiiv-statuses", &status.text).is_some()
            && let Ok(Some(people)) = whole::read(&people)
        {
            active += people;
        }
    }
    haul.until = Some(day);
    if active.is_zero() {
        haul.note("no reader in the list has the status “active”, so nobody was counted");
        return;
    }
    haul.add(day, "followers", active, sheet.start);
    haul.note(
        "only how many readers are active was read: no address was kept, and what else is said of \
         each of them is not understood",
    );
}
