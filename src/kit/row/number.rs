//! One number of a line of `metrics.csv`: what it counts, and whether the line's other cells make
//! sense beside it.

use super::cells::Cells;
use super::line::Line;
use crate::kit::columns::Column;
use crate::kit::marks::DecimalMark;
use crate::kit::{Metric, Period, RowValue, cells, meaning, number};
use crate::source::Spanned;

/// A number that fits its line.
pub(super) struct Number {
    pub metric: Metric,
    pub value: Spanned<RowValue>,
    /// What time it covers, in the form that is kept.
    pub period: Option<Period>,
    /// Whether its line may hold other numbers.
    pub of_many: bool,
    /// Whether the line's base is its own.
    pub has_base: bool,
    /// Whether the line's count of posts is its own.
    pub has_n: bool,
}

impl Number {
    /// Reads the number that `line` looks at. `None` after all that is wrong with it was reported.
    ///
    /// A line of a wide table says what its numbers need together; each takes what is meant for it.
    pub(super) fn read(
        line: &mut Line<'_, '_>,
        beside: &Cells,
        mark: DecimalMark,
    ) -> Option<Number> {
        let heading = line.number.and_then(|column| column.heading.as_ref());
        let cell = line.cell(Column::Value)?;
        let metric = match heading {
            Some(heading) => Ok(heading.metric.clone()),
            None => line.needed(Column::Metric, cells::metric),
        };
        let typed = line.needed(Column::Value, |text| number::parse(text, mark));
        let metric = metric.ok()?;
        let value = typed.and_then(|typed| {
            typed
                .counted_in(metric.unit())
                .map_err(|wrong| line.report(Column::Value, wrong))
        });

        let of_many = heading.is_some();
        let has_base = !of_many || meaning::takes_base(&metric);
        let has_n = !of_many || meaning::takes_posts(&metric);
        let of_post = line.cell(Column::Post).is_some();
        let mut sound = true;
        let mut kept = None;
        if let Ok(period) = beside.period {
            let period = heading.map_or(period, |heading| heading.period(period));
            kept = meaning::kept_period(&metric, period, of_post);
            if let Ok(value) = &value {
                let wrong = meaning::value(&metric, value, &cell.text, kept);
                sound &= line.judge(Column::Value, wrong);
            }
            let wrong = meaning::period(&metric, period, of_post, || line.as_typed());
            // What is wrong is told once: at the name of the column, or for all numbers of a line
            // that share its cell.
            let told = line.period_told || heading.is_some_and(|heading| heading.period.is_some());
            match wrong {
                Some(_) if told => sound = false,
                wrong => {
                    line.period_told = wrong.is_some();
                    sound &= line.judge(Column::Period, wrong);
                }
            }
        }
        if let Ok(base) = beside.base {
            let base = base.filter(|_| has_base);
            sound &= line.judge(Column::Base, meaning::base(&metric, base));
        }
        if let Ok(n) = beside.n {
            let n = n.filter(|_| has_n);
            sound &= line.judge(Column::N, meaning::posts_covered(&metric, n));
        }
        let filled: Vec<Column> = meaning::DIMENSIONS
            .into_iter()
            .filter(|column| line.cell(*column).is_some())
            .collect();
        if let Some((column, wrong)) = meaning::dimensions(&metric, &filled) {
            sound &= line.judge(column, Some(wrong));
        }
        let value = Spanned::new(value.ok()?, cell.span);
        sound.then_some(Number {
            metric,
            value,
            period: kept,
            of_many,
            has_base,
            has_n,
        })
    }
}
