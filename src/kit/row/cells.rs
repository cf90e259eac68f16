//! The cells of a line of `metrics.csv` but for its numbers, each read by itself.

use super::line::{Line, Reported};
use super::number::Number;
use crate::kit::columns::Column;
use crate::kit::day::{self, Order, Written};
use crate::kit::manner::Manner;
use crate::kit::{
    AgeBand, Base, Gender, Handle, Paid, Period, Platform, PostFormat, Row, Segment, cells,
};
use crate::source::{Diagnostic, Span};
use jiff::civil::Date;

/// A value that was read, or whose cell was reported.
type Read<T> = Result<T, Reported>;

/// All cells of a line that are no numbers.
#[derive(Clone)]
pub(super) struct Cells {
    line: Span,
    pub date: Read<Date>,
    pub platform: Read<Platform>,
    pub account: Read<Option<Handle>>,
    pub period: Read<Option<Period>>,
    pub format: Read<Option<PostFormat>>,
    pub base: Read<Option<Base>>,
    pub n: Read<Option<u32>>,
    pub paid: Read<Option<Paid>>,
    pub segment: Read<Option<Segment>>,
    pub age: Read<Option<AgeBand>>,
    pub gender: Read<Option<Gender>>,
    pub country: Read<Option<String>>,
    pub city: Read<Option<String>>,
    pub post: Read<Option<String>>,
    pub label: Read<Option<String>>,
    pub source: Read<Option<String>>,
    pub asof: Read<Option<Date>>,
}

impl Cells {
    /// Reads the cells of `line`, in the manner of its file.
    pub(super) fn read(line: &mut Line<'_, '_>, manner: &Manner) -> Cells {
        // Where there is no one order, any will do to find what else is wrong with a date.
        let order = manner.order.unwrap_or(Order::DayFirst);
        let rounded = manner.ids_rounded;
        let paid = line.optional(Column::Paid, cells::paid);
        Cells {
            line: line.record.span,
            date: line.needed(Column::Date, |text| day(text, order)),
            platform: line.needed(Column::Platform, cells::platform),
            account: line.optional(Column::Account, cells::handle),
            period: line.optional(Column::Period, cells::period),
            format: line.optional(Column::Format, |text| cells::choice(text, "a format")),
            base: line.optional(Column::Base, |text| cells::choice(text, "a base")),
            n: line.optional(Column::N, cells::posts_covered),
            paid: paid.map(Option::flatten),
            segment: line.optional(Column::Segment, cells::segment),
            age: line.optional(Column::Age, cells::age),
            gender: line.optional(Column::Gender, |text| cells::choice(text, "a gender")),
            country: line.optional(Column::Country, cells::country),
            city: line.text(Column::City),
            post: line.optional(Column::Post, |text| cells::post(text, rounded)),
            label: line.text(Column::Label),
            source: line.text(Column::Source),
            asof: line.optional(Column::Asof, |text| day(text, order)),
        }
    }

    /// The same of another line.
    pub(super) fn of_line(self, line: Span) -> Cells {
        Cells { line, ..self }
    }

    /// The row of one of the numbers; `None` when a cell was reported.
    pub(super) fn row(self, number: Number) -> Option<Row> {
        self.period.ok()?;
        Some(Row {
            line: match number.of_many {
                true => number.value.span,
                false => self.line,
            },
            date: self.date.ok()?,
            platform: self.platform.ok()?,
            account: self.account.ok()?,
            metric: number.metric,
            value: number.value,
            period: number.period,
            format: self.format.ok()?,
            base: self.base.ok()?.filter(|_| number.has_base),
            n: self.n.ok()?.filter(|_| number.has_n),
            paid: self.paid.ok()?,
            segment: self.segment.ok()?,
            age: self.age.ok()?,
            gender: self.gender.ok()?,
            country: self.country.ok()?,
            city: self.city.ok()?,
            post: self.post.ok()?,
            label: self.label.ok()?,
            source: self.source.ok()?,
            asof: self.asof.ok()?,
        })
    }
}

fn day(text: &str, order: Order) -> Result<Date, Diagnostic> {
    match day::parse(text)? {
        Written::Day(day) => Ok(day),
        Written::Slashed(slashed) => slashed.day(slashed.order().unwrap_or(order)),
    }
}
