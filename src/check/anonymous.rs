//! Brands that may not be named, and are.

use super::Subject;
use super::leaf::{Leaf, leaves};
use super::texts::{Told, of_case, of_profile, of_prose};
use crate::kit::{Collaboration, Permission, PhotoRef, Prose};
use crate::source::{Diagnostic, Diagnostics, Span};

/// `anonymous-named`: each part of an anonymous collaboration that names its brand. Such parts are
/// left out, so that nobody reads the name. And each other text of the kit that names it: that is
/// shown as it was written.
pub(super) fn named(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for case in &subject.kit.collaborations {
        let embargo = case.embargo_until.as_ref();
        let ahead = embargo.is_some_and(|until| until.value > subject.today);
        let anonymous = case.permission == Permission::Anonymous;
        if anonymous && subject.kit.shows(case.visibility) && !ahead {
            for (part, span) in telling(subject, case) {
                let brand = &case.brand.value;
                let message = format!("{part} names {brand}, who stays anonymous: it is left out");
                diags.push(
                    Diagnostic::warning("anonymous-named", message)
                        .at(span)
                        .hint(
                            "say it without the name; or ask, and write `permission = \"public\"`",
                        ),
                );
            }
            for told in elsewhere(subject, case) {
                let brand = &case.brand.value;
                let message = format!(
                    "{} names {brand}, who stays anonymous, and it is shown",
                    told.part
                );
                let hint = "say it without the name: only what the campaign's own file says of it \
                            is left out";
                let warning = Diagnostic::warning("anonymous-named", message).hint(hint);
                diags.push(match told.place {
                    Some(place) => warning.at(place),
                    None => warning,
                });
            }
        }
    }
}

/// What is said outside the campaign and names the brand.
fn elsewhere(subject: &Subject<'_>, case: &Collaboration) -> Vec<Told> {
    let mut told = of_profile(subject.kit);
    for brand in &subject.kit.profile.worked_with {
        let also = &subject.view.work.also;
        if also.iter().any(|also| also.name == brand.name.value) {
            told.push(Told {
                part: "a brand worked with",
                text: brand.name.value.clone(),
                place: Some(brand.name.span),
            });
        }
    }
    for other in &subject.kit.collaborations {
        let embargo = other.embargo_until.as_ref();
        let ahead = embargo.is_some_and(|until| until.value > subject.today);
        let said = matches!(other.permission, Permission::Public | Permission::Anonymous);
        // A campaign of the same brand names it on purpose, or is left out where it does.
        let same = case.is_named_in(&other.brand.value);
        if said && !same && !ahead && subject.kit.shows(other.visibility) {
            told.extend(of_case(other));
        }
    }
    told.retain(|told| case.is_named_in(&told.text));
    told.dedup_by(|one, before| one.part == before.part && one.place == before.place);
    told
}

/// The parts that name the brand, and where.
fn telling(subject: &Subject<'_>, case: &Collaboration) -> Vec<(&'static str, Span)> {
    let mut parts: Vec<(&'static str, Span)> = Vec::new();
    let single = [
        ("the title", &case.title),
        ("the goal", &case.goal),
        ("the note", &case.note),
    ];
    for (part, prose) in single {
        let told = prose.iter().filter(|prose| says(case, prose));
        parts.extend(told.map(|prose| (part, prose.span)));
    }
    let made = case.made.iter().filter(|prose| says(case, prose));
    parts.extend(made.map(|prose| ("what was made", prose.span)));
    let named = |text: &Option<String>| text.as_deref().is_some_and(|text| case.is_named_in(text));
    if named(&case.sector) {
        parts.push(("the sector", case.brand.span));
    }
    if named(&case.disclosure) {
        parts.push(("the disclosure", case.brand.span));
    }
    for result in &case.results {
        if case.is_named_in(&result.metric.value) || named(&result.basis) || named(&result.source) {
            parts.push(("this result", result.metric.span));
        }
    }
    if let Some(photo) = &case.photo
        && note_tells(subject, case, photo)
    {
        parts.push(("what is said of the photo", photo.span));
    }
    parts.extend(body(subject, case).map(|span| ("the text below the facts", span)));
    parts
}

fn says(case: &Collaboration, prose: &Prose) -> bool {
    case.is_named_in(&of_prose(prose))
}

fn note_tells(subject: &Subject<'_>, case: &Collaboration, photo: &PhotoRef) -> bool {
    let notes = &subject.kit.profile.photos;
    let note = notes
        .iter()
        .find(|note| note.file.photo.path == photo.photo.path);
    let said = note.map(|note| [&note.alt, &note.credit, &note.licence]);
    said.is_some_and(|said| {
        said.into_iter()
            .flatten()
            .any(|text| case.is_named_in(text))
    })
}

/// The first place of the text that names the brand; the brand's own where it is not in the words.
fn body(subject: &Subject<'_>, case: &Collaboration) -> Option<Span> {
    leaves(&case.body).into_iter().find_map(|leaf| match leaf {
        Leaf::Text(text) => case.is_named_in(&text.value).then_some(text.span),
        Leaf::Code(text) | Leaf::Address(text) => case.is_named_in(text).then_some(case.brand.span),
        Leaf::Photo(photo, alt) => {
            let told = case.is_named_in(alt)
                || case.is_named_in(&photo.photo.path)
                || note_tells(subject, case, photo);
            told.then_some(photo.span)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    const HINT: &str =
        "it is left out | say it without the name; or ask, and write `permission = \"public\"`";

    fn case(facts: &str, body: &str, expected: &[&str]) {
        let text = format!("+++\nbrand = \"Velmora Night Rail\"\n{facts}\n+++\n{body}");
        let kit = Case::new()
            .photo("photos/a.jpg")
            .more("[[photos]]\nfile = \"photos/a.jpg\"\nalt = \"A Velmora train\"\n")
            .text("collaborations/one.md", text);
        let expected: Vec<String> = expected
            .iter()
            .map(|said| format!("collaborations/one.md:{said}, who stays anonymous: {HINT}"))
            .collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("anonymous-named", &kit, &expected);
    }

    #[test]
    fn every_part_that_names_the_brand_is_said() {
        case(
            "permission = \"anonymous\"\ntitle = \"By night train\"",
            "A night train.\n",
            &[],
        );
        case(
            "permission = \"anonymous\"\ntitle = \"Velmora by night\"\nmade = [\"a film\", \"a velmora film\"]\nphoto = \"photos/a.jpg\"\n[[results]]\nmetric = \"Bookings\"\nsource = \"Velmora\"",
            "We left.\n\nThen *Velmora* called.\n",
            &[
                "4:9 the title names Velmora Night Rail",
                "5:19 what was made names Velmora Night Rail",
                "8:10 this result names Velmora Night Rail",
                "6:9 what is said of the photo names Velmora Night Rail",
                "13:7 the text below the facts names Velmora Night Rail",
            ],
        );
        case(
            "permission = \"anonymous\"",
            "[Here](https://velmora.example/).\n",
            &["2:9 the text below the facts names Velmora Night Rail"],
        );
    }

    #[test]
    fn what_names_the_brand_elsewhere_is_said() {
        let facts = "+++\nbrand = \"Velmora Night Rail\"\npermission = \"anonymous\"\n+++\n";
        let kit = Case::new()
            .creator("tagline = \"I slept in a Vélmora\"")
            .more("[[press]]\noutlet = \"Gazette\"\ntitle = \"VelmoraNight\"\nurl = \"https://example.com\"\n[[worked_with]]\nname = \"Velmora\"\n")
            .text("story.md", "I left.\n\nThen #velmora called.\n")
            .text("collaborations/one.md", facts)
            .text("collaborations/two.md", "+++\nbrand = \"Rye\"\ngoal = \"As Velmora did\"\n+++\n");
        let place = |at: &str, part: &str| {
            format!(
                "{at} {part} names Velmora Night Rail, who stays anonymous, and it is shown | say it without the name: only what the campaign's own file says of it is left out"
            )
        };
        let expected = [
            place("profile.toml:3:11", "the tagline"),
            place("profile.toml:13:7", "what was written about you"),
            place("story.md:3:1", "the story"),
            place("profile.toml:15:8", "a brand worked with"),
            place("collaborations/two.md:3:8", "the goal of another campaign"),
        ];
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("anonymous-named", &kit, &expected);
    }

    #[test]
    fn what_may_be_named_or_is_not_shown_is_fine() {
        case("title = \"Velmora\"", "", &[]);
        case(
            "permission = \"anonymous\"\nvisibility = \"never\"\ntitle = \"Velmora\"",
            "",
            &[],
        );
        case(
            "permission = \"anonymous\"\nembargo_until = 2026-12-24\ntitle = \"Velmora\"",
            "",
            &[],
        );
    }
}
