//! An accent that cannot be read.

use super::Subject;
use crate::source::{Diagnostic, Diagnostics};

/// `accent-moved`: text in the accent would not stand out enough.
pub(super) fn moved(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let asked = &subject.kit.profile.site.accent;
    let (Some(asked), Some(moved)) = (asked, subject.accent) else {
        return;
    };
    let message = format!(
        "letters cannot be read where `{}` meets `{}`: the contrast is {:.1}:1, and {}:1 is needed; \
         the accent is seen in `{}`",
        asked.value,
        moved.on,
        // Never as much as is needed.
        (moved.contrast * 10.0).floor() / 10.0,
        moved.needed,
        moved.seen
    );
    let hint = format!("`accent = \"{}\"` says so, or choose another", moved.seen);
    let said = Diagnostic::warning("accent-moved", message);
    diags.push(said.at(asked.span).hint(hint));
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    #[test]
    fn an_accent_that_cannot_be_read_is_told() {
        let check =
            |more, expected: &[&str]| check("accent-moved", &Case::new().more(more), expected);
        check("[site]\naccent = \"#b01f31\"\n", &[]);
        check("[site]\nground = \"#111111\"\naccent = \"#b01f31\"\n", &[]);
        check(
            "[site]\naccent = \"#ff0\"\n",
            &[
                "profile.toml:11:10 letters cannot be read where `#ffff00` meets `#fbfbfa`: the contrast is 1.0:1, and 4.5:1 is needed; the accent is seen in `#686800` | `accent = \"#686800\"` says so, or choose another",
            ],
        );
        check(
            "[site]\ntheme = \"pop\"\naccent = \"#0a58ff\"\n",
            &[
                "profile.toml:12:10 letters cannot be read where `#0a58ff` meets `#1c0c3f`: the contrast is 3.2:1, and 7:1 is needed; the accent is seen in `#73a2fe` | `accent = \"#73a2fe\"` says so, or choose another",
            ],
        );
    }
}
