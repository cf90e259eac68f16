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
            Some(changes) => warning
                .hint(shown(changes))
                .hint(format!("take over what you want of it, {seen}")),
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

fn shown(changes: &[String]) -> String {
    let lines: Vec<&str> = changes
        .iter()
        .take(MOST_LINES)
        .map(String::as_str)
        .collect();
    let rest = changes.len() - lines.len();
    let more = match rest {
        0 => String::new(),
        rest => format!("\n… and {rest} lines more"),
    };
    format!("what has changed:\n{}{more}", lines.join("\n"))
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
