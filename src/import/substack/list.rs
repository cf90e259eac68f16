//! The list of readers, of which it is known how many each line stands for.

use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::vocabulary::meaning;
use super::super::whole;
use super::is_true;
use crate::kit::exact;
use crate::source::csv::Record;
use jiff::civil::Date;
use num_traits::ToPrimitive;

pub(super) const KIND: &str = "email_list.csv";
pub(super) const SECTION: &str = "substack-list";

/// How many readers there are of each sort.
#[derive(Default)]
struct Readers {
    free: u64,
    paying: u64,
    given: u64,
    silent: u64,
}

pub(super) fn read(sheet: &Sheet<'_>, day: Date, haul: &mut Haul) {
    let mut rows = sheet.filled();
    let Some(names) = rows.next() else {
        return;
    };
    let header = Header::read(SECTION, names);
    let mut readers = Readers::default();
    for row in rows {
        readers.add(row, &header);
    }
    haul.until = Some(day);
    let Readers {
        free,
        paying,
        given,
        silent,
    } = readers;
    let all = free + paying + given;
    if all == 0 {
        return haul.note("there is no address in the list, so nobody was counted");
    }
    // A list of those alone who pay does not tell how many there are.
    if free + given > 0 {
        haul.add(day, "followers", exact(all as i64), sheet.start);
    }
    haul.add(day, "paid_subscribers", exact(paying as i64), sheet.start);
    haul.note("only how many readers there are was kept, no address and nothing of any of them");
    if silent > 0 {
        haul.note(format!("{silent} who take no e-mail were not counted"));
    }
    if given > 0 {
        haul.note(format!(
            "{given} who were given their subscription are not among those who pay"
        ));
    }
}

impl Readers {
    fn add(&mut self, row: &Record<'_>, header: &Header) {
        let says = |column| {
            header
                .cell(row, column)
                .is_some_and(|cell| is_true(&cell.text))
        };
        // What is no number names somebody: it is shown to nobody, in no message either.
        let count = header.cell(row, "email").map(|cell| whole::read(&cell));
        let Some(Ok(Some(count))) = count else {
            return;
        };
        let count = count.to_u64().unwrap_or(0);
        let plan = header.cell(row, "plan");
        let is_given = plan.is_some_and(|plan| meaning("substack-plans", &plan.text).is_some());
        let sort = match (says("active"), says("disabled")) {
            (true, _) if !is_given => &mut self.paying,
            (_, true) => &mut self.silent,
            (true, false) => &mut self.given,
            (false, false) => &mut self.free,
        };
        *sort += count;
    }
}
