//! How a file writes its days: so that each has one reading, or as three numbers whose order the
//! whole file must tell.
//!
//! Spreadsheets put days into the order of their own language: `04/10/2026` may be in April or in
//! October, and only the days around it tell which.

use super::dates::{self, Order};
use crate::source::Diagnostic;
use crate::source::csv::Cell;
use jiff::civil::Date;

/// How a file writes its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written(Option<Order>);

impl Written {
    /// What `texts` tell together. Where they allow both orders, the first of `proofs` tells that
    /// one order passes and the other does not; before that, points do, as nobody who puts the
    /// month first writes them.
    pub(super) fn of<'t>(
        texts: impl Iterator<Item = &'t str>,
        proofs: &[&dyn Fn(Order) -> bool],
    ) -> Written {
        let numbers = numbers(texts);
        let pointed = numbers.iter().all(|text| text.contains('.'));
        let points = |order| order == Order::DayFirst || !pointed;
        let proofs: Vec<_> = std::iter::once(&points as &dyn Fn(Order) -> bool)
            .chain(proofs.iter().copied())
            .collect();
        Written::by(&numbers, &proofs)
    }

    /// The same, where a spreadsheet may have written points.
    pub(super) fn told<'t>(
        texts: impl Iterator<Item = &'t str>,
        proofs: &[&dyn Fn(Order) -> bool],
    ) -> Written {
        Written::by(&numbers(texts), proofs)
    }

    /// What `numbers` tell, the days that are of three numbers.
    fn by(numbers: &[&str], proofs: &[&dyn Fn(Order) -> bool]) -> Written {
        let valid = |order| {
            let reads = |text: &&str| dates::numeric(text, order).is_some();
            numbers.iter().all(reads)
        };
        let told = std::iter::once(&valid as &dyn Fn(Order) -> bool)
            .chain(proofs.iter().copied())
            .find_map(
                |passes| match (passes(Order::MonthFirst), passes(Order::DayFirst)) {
                    (true, false) => Some(Order::MonthFirst),
                    (false, true) => Some(Order::DayFirst),
                    _ => None,
                },
            );
        Written(told)
    }

    /// The day in `text`; `None` when there is none, or two.
    pub(super) fn day(self, text: &str) -> Option<Date> {
        dates::full_day(text).or_else(|| dates::numeric(text, self.0?))
    }

    /// The day in `cell`.
    pub(super) fn read(self, cell: &Cell<'_>) -> Result<Date, Diagnostic> {
        self.day(&cell.text)
            .ok_or_else(|| match is_numbers(&cell.text) {
                false => dates::not_a_day(cell),
                true => Diagnostic::error(
                    "export-date",
                    format!("`{}` can be two days", cell.text),
                )
                .at(cell.span)
                .hint(
                    "export it again, over a month or more, and import it as it comes: then other \
                     days tell which it is",
                ),
            })
    }
}

/// Whether `texts`, read in `order`, are days one after the other, up or down, as where there is a
/// row for each day. One day alone follows none.
pub(super) fn follow<'t>(mut texts: impl Iterator<Item = &'t str>, order: Order) -> bool {
    let written = Written(Some(order));
    let Some(mut last) = texts.next().and_then(|text| written.day(text)) else {
        return false;
    };
    let mut pairs = 0;
    let follows = texts.all(|text| {
        let beside = [last.tomorrow().ok(), last.yesterday().ok()];
        let next = written.day(text);
        (last, pairs) = (next.unwrap_or(last), pairs + 1);
        next.is_some() && beside.contains(&next)
    });
    follows && pairs > 0
}

/// Whether none of `texts`, read in `order`, is later than the day after `last`: the file was
/// written then, perhaps in another zone.
pub(super) fn none_after<'t>(
    mut texts: impl Iterator<Item = &'t str>,
    order: Order,
    last: Date,
) -> bool {
    let written = Written(Some(order));
    let last = last.tomorrow().unwrap_or(last);
    texts.all(|text| written.day(text).is_none_or(|day| day <= last))
}

/// Those of `texts` that are days of three numbers. Rows of one day stand together.
fn numbers<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut last = ("", false);
    let numbers = texts.filter(|text| {
        if *text != last.0 {
            last = (text, is_numbers(text));
        }
        last.1
    });
    numbers.collect()
}

/// Whether `text` is a day of three numbers, in one order at least.
fn is_numbers(text: &str) -> bool {
    let reads = |order| dates::numeric(text, order).is_some();
    dates::day(text).is_none() && (reads(Order::MonthFirst) || reads(Order::DayFirst))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_whole_file_tells_the_order_of_its_days() {
        fn check(texts: &[&str], expected: Option<(i8, i8)>) {
            let proof = |order| follow(texts.iter().copied(), order);
            let written = Written::of(texts.iter().copied(), &[&proof]);
            let expected = expected.map(|(month, day)| date(2026, month, day));
            assert_eq!(written.day(texts[0]), expected, "{texts:?}");
        }
        check(&["10/4/2026", "10/31/2026"], Some((10, 4)));
        check(&["4/10/2026", "31/10/2026"], Some((10, 4)));
        check(&["04/10/2026", "05/10/2026", "06/10/2026"], Some((10, 4)));
        check(&["10/06/2026", "10/05/2026"], Some((10, 6)));
        check(&["10/06/2026", "10/04/2026"], None);
        check(&["04.10.2026"], Some((10, 4)));
        check(&["04/10/2026"], None);
        check(&["31/10/2026", "10/31/2026"], None);
        check(&["2026-10-04", "04/05/2026"], Some((10, 4)));
    }

    #[test]
    fn days_follow_each_other_up_or_down() {
        fn check(texts: &[&str], expected: bool) {
            assert_eq!(
                follow(texts.iter().copied(), Order::DayFirst),
                expected,
                "{texts:?}"
            );
        }
        check(&["30/09/2026", "01/10/2026", "02/10/2026"], true);
        check(&["02/10/2026", "01/10/2026"], true);
        check(&["2026-10-01", "02/10/2026"], true);
        check(&["01/10/2026", "03/10/2026"], false);
        check(&["01/10/2026", "02/10/2026", "total"], false);
        check(&["01/10/2026"], false);
        check(&[], false);
    }

    #[test]
    fn what_can_be_two_days_is_said_to_be() {
        fn check(text: &str, expected: &str) {
            let cell = Cell {
                text: text.into(),
                span: crate::source::Span::new(crate::source::FileId::none(), 0..0),
            };
            let wrong = Written::of([text].into_iter(), &[])
                .read(&cell)
                .unwrap_err();
            assert_eq!(wrong.message, expected);
        }
        check("04/10/2026", "`04/10/2026` can be two days");
        check("soon", "`soon` is not a day");
        check("31/31/2026", "`31/31/2026` is not a day");
    }
}
