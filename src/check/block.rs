//! Copies of a theme's blocks in the kit's own `theme/`.

use super::Subject;
use crate::source::{Diagnostic, Diagnostics, Span};
use crate::theme::{Outdated, outdated, strays};

/// How many changed lines are shown.
const MOST_LINES: usize = 12;

/// `block-outdated`: copies whose originals have changed since.
pub(super) fn changed(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for copy in outdated(subject.sources) {
        let path = &subject.sources.text(copy.file).path;
        let name = path.rsplit('/').next().unwrap_or_default();
        let place = Span::new(copy.file, 0..0);
        let warning = Diagnostic::warning("block-outdated", message(&copy, name)).at(place);
        let seen = format!("then say so: pitchkit theme eject {name} --seen");
        diags.push(match &copy.changes {
            Some(changes) => {
                let told = warning.hint("what has changed:");
                let told = shown(changes).fold(told, Diagnostic::hint);
                told.hint(format!("take over what you want of it, {seen}"))
            }
            None if copy.is_there => warning.hint(format!("compare it with the original, {seen}")),
            None => warning,
        });
    }
}

fn message(copy: &Outdated, name: &str) -> String {
    let (theme, since) = (&copy.theme, &copy.since);
    match copy.is_there {
        true => format!("the original in `{theme}` has changed since this was copied from {since}"),
        false => format!("`{theme}` has no `{name}` any more, as it had in {since}"),
    }
}

/// The first of the lines that went and came, and how many there are beside them.
fn shown(changes: &[String]) -> impl Iterator<Item = String> {
    let rest = changes.len().saturating_sub(MOST_LINES);
    let more = (rest > 0).then(|| format!("… and {rest} lines more"));
    changes.iter().take(MOST_LINES).cloned().chain(more)
}

/// `block-of-other-theme`: copies of a theme that the kit does not have.
pub(super) fn foreign(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let asked = subject.kit.profile.site.theme.as_ref();
    for (file, theme) in strays(subject.sources, asked.map(|asked| asked.value.as_str())) {
        let message =
            format!("this is a copy of a block of `{theme}`, which is not the kit's theme");
        let hint = "take it away, or let the kit have that theme";
        let warning = Diagnostic::warning("block-of-other-theme", message);
        diags.push(warning.at(Span::new(file, 0..0)).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_that_changed_is_told_by_itself() {
        let changes: Vec<String> = (0..MOST_LINES + 2).map(|n| format!("+ {n}")).collect();
        let told: Vec<String> = shown(&changes).collect();
        assert_eq!(told.len(), MOST_LINES + 1);
        assert_eq!(told[1], "+ 1");
        assert_eq!(told[MOST_LINES], "… and 2 lines more");
    }
}
