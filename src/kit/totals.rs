//! The row of totals that a spreadsheet has below its numbers. It is no number of a day: what may
//! be added up is added up from the lines.

use super::columns::{Column, Columns};
use crate::source::Diagnostic;
use crate::source::csv::Record;

/// What such a row is called, in the languages of spreadsheets.
const WORDS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "sum",
    "gesamt",
    "gesamtergebnis",
    "insgesamt",
    "summe",
    "total general",
    "total geral",
    "total général",
    "somma",
    "somme",
    "soma",
    "suma",
    "suma total",
    "totale",
    "totale complessivo",
    "totaal",
    "eindtotaal",
    "totalt",
    "summa",
    "i alt",
    "razem",
    "suma końcowa",
    "celkem",
    "toplam",
    "genel toplam",
    "yhteensä",
    "összesen",
    "jumlah",
    "σύνολο",
    "итого",
    "всего",
    "общий итог",
    "合計",
    "合计",
    "总计",
    "总和",
    "합계",
];

/// That `record` is a row of totals, where it has such a word in place of a date or a platform.
pub(super) fn row(columns: &Columns, record: &Record<'_>) -> Option<Diagnostic> {
    let date = columns.cell(record, Column::Date);
    let platform = columns.cell(record, Column::Platform);
    let is_total = match (&date, &platform) {
        (Some(date), Some(platform)) => is_word(&date.text) || is_word(&platform.text),
        _ => record.cells.iter().any(|cell| is_word(&cell.text)),
    };
    is_total.then(|| {
        Diagnostic::warning("totals-row", "this row of totals is left out")
            .at(record.span)
            .hint("take it out: what may be added up is added up from the other lines")
            .hint(format!("row {}", record.row))
    })
}

fn is_word(text: &str) -> bool {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let text = text.trim().trim_end_matches([':', ' ']);
    match text.is_ascii() {
        true => WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)),
        false => WORDS.contains(&&*text.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::metrics;
    use crate::source::{Diagnostics, Sources, position};

    /// Which lines below `header` are left out as totals, and how many rows are read.
    fn check(header: &str, lines: &[&str], totals: &[usize], rows: usize) {
        let text = format!("{header}\n{}\n", lines.join("\n"));
        let mut sources = Sources::new();
        let file = sources.add_text("metrics.csv", text.as_str());
        let mut diags = Diagnostics::new();
        let read = metrics::read(file, &sources, &mut diags).len();
        assert!(
            diags.iter().all(|wrong| wrong.rule == "totals-row"),
            "{diags:?}"
        );
        let line = |start: u32| position(&text, start as usize).line - 1;
        let found: Vec<usize> = diags
            .iter()
            .filter_map(|wrong| wrong.span)
            .map(|span| line(span.start))
            .collect();
        assert_eq!((found.as_slice(), read), (totals, rows), "{text}");
    }

    #[test]
    fn totals_are_told_from_numbers() {
        let long = "date,platform,metric,value,label";
        let one = "2026-10-31,x,followers,1,Total";
        check(long, &[one, "Total,,,1,"], &[2], 1);
        check(long, &[one, "TOTAL:,,,,"], &[2], 1);
        check(long, &[one, ",,,1,Summe"], &[2], 1);
        check(long, &[one, "2026-10-31,total,followers,1,"], &[2], 1);
        check(long, &[one, "2026-10-31,Yhteensä,followers,1,"], &[2], 1);
        check(long, &["2026-10-31,x,custom:total,1,"], &[], 1);
        let wide = "date,platform,followers,likes 7d";
        let two = "2026-10-31,x,1,2";
        check(wide, &[two, "Grand total,,1,2"], &[2], 2);
        check(wide, &[two, ",Total général,1,2"], &[2], 2);
    }
}
