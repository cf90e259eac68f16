//! The names of months, as spreadsheets write them into days.

use super::fold;

/// For each month its names without accents, in the languages of spreadsheets. A short name is the
/// beginning of one.
const NAMES: [&str; 12] = [
    "january januar janvier enero janeiro gennaio januari janner",
    "february februar fevrier febrero fevereiro febbraio februari",
    "march marz mars marzo marco maart mrz mrt",
    "april avril abril aprile",
    "may mai mayo maio maggio mei maj",
    "june juni juin junio junho giugno",
    "july juli juillet julio julho luglio",
    "august aout agosto augustus augusti",
    "september septembre septiembre setembro settembre",
    "october oktober octobre octubre outubro ottobre",
    "november novembre noviembre novembro",
    "december dezember decembre diciembre dezembro dicembre",
];

/// The month that `word` names: `Oct`, `Okt`, `octubre`. `None` when it names none, or several.
pub(super) fn named(word: &str) -> Option<i8> {
    let word: String = fold::plain(word).collect();
    if word.len() < 3 {
        return None;
    }
    let fits = |names: &&str| names.split(' ').any(|name| name.starts_with(&word));
    let mut months = (1..).zip(&NAMES).filter(|(_, names)| fits(names));
    let (month, _) = months.next()?;
    months.next().is_none().then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_names() {
        fn check(word: &str, expected: Option<i8>) {
            assert_eq!(named(word), expected, "{word}");
        }
        check("Oct", Some(10));
        check("OKTOBER", Some(10));
        check("out", Some(10));
        check("Mär", Some(3));
        check("mai", Some(5));
        check("maj", Some(5));
        check("déc", Some(12));
        check("août", Some(8));
        check("juin", Some(6));
        check("juil", Some(7));
        check("jui", None);
        check("ma", None);
        check("Marketing", None);
        check("", None);
    }
}
