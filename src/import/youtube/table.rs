//! A table of YouTube Studio: its rows, the row of totals, and the sentence below the last row.

use super::super::export::Sheet;
use super::super::haul::Haul;
use super::super::header::Header;
use super::super::values;
use super::super::vocabulary::meaning;
use super::SECTION;
use super::columns::{self, Money};
use super::kind::DIMENSIONS;
use super::window::Window;
use crate::kit::{Exact, Period, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics, Span};

pub(super) struct Table<'s, 't> {
    pub(super) header: Header,
    pub(super) rows: Vec<&'s Record<'t>>,
    pub(super) total: Option<&'s Record<'t>>,
    pub(super) delimiter: u8,
    pub(super) start: Span,
    names: &'s Record<'t>,
    /// Whether YouTube says that there are more rows than it lists.
    cut: bool,
    money: Vec<Money>,
    with_revenue: bool,
}

/// A number of a row, and what it counts.
pub(super) struct Counted {
    pub(super) metric: String,
    pub(super) number: Exact,
    pub(super) place: Span,
}

/// Whether `row` has the word for all in `column`.
pub(super) fn is_total(header: &Header, row: &Record<'_>, column: &str) -> bool {
    let cell = header.cell(row, column);
    cell.is_some_and(|cell| meaning("youtube-words", &cell.text) == Some("total"))
}

impl<'s, 't> Table<'s, 't> {
    pub(super) fn read(sheet: &'s Sheet<'t>, with_revenue: bool) -> Option<Table<'s, 't>> {
        let mut records = sheet.filled();
        let names = records.next()?;
        let mut table = Table {
            header: Header::read(SECTION, names),
            rows: Vec::new(),
            total: None,
            delimiter: sheet.delimiter,
            start: names.span,
            names,
            cut: false,
            money: columns::money(names),
            with_revenue,
        };
        for record in records {
            let mut by = DIMENSIONS.iter().map(|(column, _)| *column).chain(["date"]);
            if by.any(|column| is_total(&table.header, record, column)) {
                table.total = table.total.or(Some(record));
            } else if let Some(cell) = record.only_cell() {
                table.cut |= cell.text.contains("500");
            } else {
                table.rows.push(record);
            }
        }
        Some(table)
    }

    /// The name of a column of words that is not understood.
    pub(super) fn divided_by(&self) -> Option<&'s Cell<'t>> {
        let is_word = |cell: &Cell<'_>| {
            cell.text.contains(char::is_alphabetic) && !values::is_missing(&cell.text)
        };
        let has_words = |index: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.cells.get(index));
            cells.any(is_word)
        };
        let names = self.names.cells.iter().enumerate();
        names
            .filter(|(_, name)| meaning(SECTION, &name.text).is_none())
            .find(|(index, _)| has_words(*index))
            .map(|(_, name)| name)
    }

    /// The numbers of `row`, without those that are not there.
    pub(super) fn numbers(&self, row: &Record<'_>) -> Result<Vec<Counted>, Diagnostic> {
        let mut numbers = Vec::new();
        for metric in columns::metrics(&self.header) {
            if let Some(cell) = self.header.cell(row, metric)
                && let Some(number) = columns::number(metric, &cell, self.delimiter)?
            {
                numbers.push(Counted {
                    metric: metric.to_string(),
                    number,
                    place: cell.span,
                });
            }
        }
        for money in self.money.iter().filter(|_| self.with_revenue) {
            if let (Some(metric), Some(cell)) = (&money.metric, row.cells.get(money.index))
                && let Some(number) = values::number(cell, self.delimiter)?
            {
                numbers.push(Counted {
                    metric: metric.clone(),
                    number,
                    place: cell.span,
                });
            }
        }
        Ok(numbers)
    }

    /// Adds the totals of the whole channel in the time of `window`.
    pub(super) fn add_total(
        &self,
        window: Option<Window>,
        haul: &mut Haul,
        diags: &mut Diagnostics,
    ) {
        let Some(total) = self.total else {
            return;
        };
        let Some(window) = window else {
            haul.note(
                "the totals were left out: the name of the archive tells which days they cover, \
                 so import it as it came",
            );
            return;
        };
        let numbers = match self.numbers(total) {
            Ok(numbers) => numbers,
            Err(wrong) => return diags.push(wrong),
        };
        for Counted {
            metric,
            number,
            place,
        } in numbers
        {
            let unknown = number == exact(0) && columns::UNKNOWN_TOTALS.contains(&metric.as_str());
            if unknown || self.is_no_number(&metric, &number, haul) {
                continue;
            }
            let row = haul.add(window.last, &metric, number, place);
            row.period = Some(Period::Days(window.days()));
        }
    }

    /// Whether there is no such number in a kit: one below zero of what cannot be taken back.
    pub(super) fn is_no_number(&self, metric: &str, number: &Exact, haul: &mut Haul) -> bool {
        let below = *number < exact(0) && !columns::TAKEN_BACK.contains(&metric);
        if below {
            haul.note(format!("numbers of {metric} below zero were left out"));
        }
        below
    }

    /// Says what was left out of it.
    pub(super) fn note_left_out(&self, haul: &mut Haul) {
        if self.cut {
            haul.note("YouTube lists 500 rows and has more: the others are not in the file");
        }
        let is_money = |name: &String| self.money.iter().any(|money| money.name == *name);
        let is_read = |name: &String| {
            let mut money = self.money.iter();
            money.any(|money| money.name == *name && money.metric.is_some())
        };
        let unknown = self.header.unknown.iter();
        let (money, others): (Vec<String>, Vec<String>) = unknown.cloned().partition(is_money);
        if self.with_revenue {
            let unread: Vec<String> = money.into_iter().filter(|name| !is_read(name)).collect();
            haul.note_columns(&[others, unread].concat());
        } else {
            if !money.is_empty() {
                haul.note("money was left out: `--with-revenue` reads it");
            }
            haul.note_columns(&others);
        }
    }
}
