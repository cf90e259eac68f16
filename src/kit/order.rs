//! All dates of a file of numbers to the order in which day and month are written in it.

use super::day::{Order, Slashed};
use crate::source::{Diagnostic, Diagnostics, Span, Spanned, position};

/// The order of day and month in `dates`, all dates with slashes in the file with this `text`.
/// `None` after it was reported that they allow both orders, or none; a file without such dates
/// has any order.
pub(super) fn of_dates(
    dates: &[Spanned<Slashed>],
    text: &str,
    diags: &mut Diagnostics,
) -> Option<Order> {
    let proof = |order| dates.iter().find(|date| date.value.order() == Some(order));
    let line = |span: Span| position(text, span.range().start).line;
    let in_other_ways = "write all dates as year, month, day: 2026-10-31";
    match (proof(Order::DayFirst), proof(Order::MonthFirst)) {
        (Some(day_first), Some(month_first)) => {
            let later = day_first.span.max(month_first.span);
            let earlier = day_first.span.min(month_first.span);
            diags.push(
                Diagnostic::error(
                    "mixed-dates",
                    format!(
                        "day and month stand the other way round than in line {}",
                        line(earlier)
                    ),
                )
                .at(later)
                .hint(in_other_ways),
            );
            None
        }
        (Some(_), None) => Some(Order::DayFirst),
        (None, Some(_)) => Some(Order::MonthFirst),
        (None, None) => {
            let Some(first) = dates.first() else {
                return Some(Order::DayFirst);
            };
            let [one, other] = first.value.readings();
            diags.push(
                Diagnostic::error("ambiguous-date", format!("this may be {one} or {other}"))
                    .at(first.span)
                    .hint(format!(
                        "no date in the file tells which, see line {}: {in_other_ways}",
                        line(first.span)
                    )),
            );
            None
        }
    }
}
