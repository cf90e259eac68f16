//! Editions that do not hold any more, or ask for what nobody may see.

use super::Subject;
use crate::kit::{Permission, Visibility};
use crate::source::{Diagnostic, Diagnostics};

/// `edition-ended`: each edition whose last day is over.
pub(super) fn ended(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for brand in &subject.kit.brands {
        if let Some(expires) = &brand.expires
            && expires.value < subject.today
        {
            let message = format!(
                "the edition for {} held until {}: its page says so, and is still there",
                brand.brand.value, expires.value
            );
            let hint = format!(
                "set a new day, or take it away with `pitchkit brand remove {}`",
                brand.name
            );
            let warning = Diagnostic::warning("edition-ended", message);
            diags.push(warning.at(expires.span).hint(hint));
        }
    }
}

/// `chosen-not-shown`: each campaign that an edition asks for and that nobody may see today.
pub(super) fn chosen(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for brand in &subject.kit.brands {
        for chosen in &brand.collaborations {
            let mut cases = subject.kit.collaborations.iter();
            let Some(case) = cases.find(|case| case.is_called(&chosen.value)) else {
                continue;
            };
            let embargo = case.embargo_until.as_ref().map(|day| day.value);
            let reason = match (case.permission, embargo) {
                (Permission::Nda, _) => "is under an NDA".to_string(),
                (_, Some(day)) if day > subject.today => format!("is under embargo until {day}"),
                _ if case.visibility == Visibility::Never => "is for nobody".to_string(),
                _ => continue,
            };
            let message = format!("`{}` {reason}, and is not shown here either", chosen.value);
            diags.push(Diagnostic::warning("chosen-not-shown", message).at(chosen.span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    #[test]
    fn an_edition_holds_through_its_last_day() {
        fn expires(day: &str) -> Case {
            let brand = format!("for = \"Zanzor\"\nexpires = {day}\n");
            Case::new().text("brands/zanzor.toml", brand)
        }
        check(
            "edition-ended",
            &expires("2026-11-23"),
            &[
                "brands/zanzor.toml:2:11 the edition for Zanzor held until 2026-11-23: its page says so, and is still there | set a new day, or take it away with `pitchkit brand remove zanzor`",
            ],
        );
        check("edition-ended", &expires("2026-11-24"), &[]);
    }

    #[test]
    fn what_nobody_may_see_is_told_where_it_is_chosen() {
        fn with(line: &str, expected: &[&str]) {
            let brand = "for = \"Zanzor\"\ncollaborations = [\"one\"]\n";
            let case = format!("+++\nbrand = \"One\"\n{line}\n+++\n");
            let case = Case::new()
                .text("brands/zanzor.toml", brand)
                .text("collaborations/one.md", case);
            check("chosen-not-shown", &case, expected);
        }
        with("", &[]);
        with("visibility = \"brand\"", &[]);
        with("embargo_until = 2026-11-24", &[]);
        with(
            "embargo_until = 2026-11-25",
            &[
                "brands/zanzor.toml:2:19 `one` is under embargo until 2026-11-25, and is not shown here either",
            ],
        );
        with(
            "permission = \"nda\"",
            &["brands/zanzor.toml:2:19 `one` is under an NDA, and is not shown here either"],
        );
        with(
            "visibility = \"never\"",
            &["brands/zanzor.toml:2:19 `one` is for nobody, and is not shown here either"],
        );
    }
}
