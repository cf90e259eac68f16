//! Colours that could not be read as they were asked for.

use super::Subject;
use crate::render::Moved;
use crate::source::{Diagnostic, Diagnostics};

/// `accent-moved`: text in the accent would not stand out enough.
pub(super) fn moved(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let asked = &subject.kit.profile.site.accent;
    let (Some(asked), Some(moved)) = (asked, subject.moved.accent) else {
        return;
    };
    let (colour, hint) = match moved.dark {
        false => (
            asked.value.to_string(),
            format!("`accent = \"{}\"` says so, or choose another", moved.seen),
        ),
        true => (
            moved.from.to_string(),
            "on the dark page every accent is made lighter, and here that is not enough: choose \
             another, or a darker `ground`"
                .to_string(),
        ),
    };
    let message = format!(
        "letters cannot be read where `{colour}` meets `{}`{}: {}; the accent is seen in `{}`",
        moved.on,
        page(&moved),
        ratio(&moved),
        moved.seen
    );
    let said = Diagnostic::warning("accent-moved", message);
    diags.push(said.at(asked.span).hint(hint));
}

/// `ground-moved`: what is written in a colour of the theme could not be read on the kit's ground.
pub(super) fn by_ground(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let asked = &subject.kit.profile.site.ground;
    let (Some(asked), Some((moved, others))) = (asked, subject.moved.ground) else {
        return;
    };
    let others = match others {
        0 => String::new(),
        1 => ", and one more colour in another lightness".to_string(),
        more => format!(", and {more} more colours in another lightness"),
    };
    let message = format!(
        "the theme's `{}` cannot be made out where it meets `{}`{}: {}; it is seen in `{}`{others}",
        moved.from,
        moved.on,
        page(&moved),
        ratio(&moved),
        moved.seen,
    );
    let hint = match moved.dark {
        false => "a lighter `ground` leaves the theme's colours as they are",
        true => "a darker `ground` leaves the theme's colours as they are",
    };
    let said = Diagnostic::warning("ground-moved", message);
    diags.push(said.at(asked.span).hint(hint));
}

fn page(moved: &Moved) -> &'static str {
    if moved.dark { " on the dark page" } else { "" }
}

fn ratio(moved: &Moved) -> String {
    // Never as much as is needed.
    let contrast = (moved.contrast * 10.0).floor() / 10.0;
    let needed = (moved.needed * 10.0).ceil() / 10.0;
    format!("the contrast is {contrast:.1}:1, and {needed}:1 is needed")
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
            "[site]\nground = \"#5a4040\"\naccent = \"#b01f31\"\n",
            &[
                "profile.toml:12:10 letters cannot be read where `#ef6569` meets `#5a4040` on the dark page: the contrast is 3.0:1, and 4.5:1 is needed; the accent is seen in `#ff9896` | on the dark page every accent is made lighter, and here that is not enough: choose another, or a darker `ground`",
            ],
        );
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

    #[test]
    fn what_a_ground_moves_is_told_once() {
        let check =
            |more, expected: &[&str]| check("ground-moved", &Case::new().more(more), expected);
        check("[site]\naccent = \"#b01f31\"\n", &[]);
        check("[site]\nground = \"#fff4e0\"\n", &[]);
        check("[site]\nground = \"#000022\"\n", &[]);
        check(
            "[site]\nground = \"#888888\"\n",
            &[
                "profile.toml:11:10 the theme's `#788c97` cannot be made out where it meets `#888888`: the contrast is 1.0:1, and 3:1 is needed; it is seen in `#2d3f49`, and 2 more colours in another lightness | a lighter `ground` leaves the theme's colours as they are",
            ],
        );
        check(
            "[site]\nground = \"#4a3030\"\n",
            &[
                "profile.toml:11:10 the theme's `#6d838d` cannot be made out where it meets `#4a3030` on the dark page: the contrast is 3.0:1, and 4.5:1 is needed; it is seen in `#8ca3ad` | a darker `ground` leaves the theme's colours as they are",
            ],
        );
    }
}
