//! Photos that say nothing to those who cannot see them.

use super::Subject;
use super::leaf::{Leaf, leaves};
use crate::kit::{Block, Example, PhotoNote, PhotoRef, Profile};
use crate::source::{Diagnostic, Diagnostics};
use std::collections::BTreeSet;

/// `alt-missing`: once for each photo that is shown, at the first place that gives it no words.
pub(super) fn alt_missing(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let shown = subject.view.photos();
    let notes = &subject.kit.profile.photos;
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for (photo, in_text) in uses(subject) {
        let path = photo.photo.path.as_str();
        let note = notes.iter().find(|note| note.file.photo.path == path);
        let silent = note.is_none_or(|note| note.alt.is_none() && !note.decorative);
        if silent && shown.contains_key(path) && said.insert(path) {
            let message = format!("nothing says what is seen in `{path}`");
            diags.push(
                Diagnostic::warning("alt-missing", message)
                    .at(photo.span)
                    .hint(what_to_write(path, note, in_text)),
            );
        }
    }
}

fn what_to_write(path: &str, note: Option<&PhotoNote>, in_text: bool) -> String {
    match note {
        _ if in_text => format!("say it between the brackets: `![Two dogs at a window]({path})`"),
        Some(_) => "say it in the photo's table: `alt = \"Two dogs at a window\"`, or \
             `decorative = true` when it adds nothing"
            .to_string(),
        None => format!(
            "add `[[photos]]` with `file = \"{path}\"` and `alt = \"Two dogs at a window\"`, or \
             `decorative = true` when it adds nothing"
        ),
    }
}

/// Every use of a photo without words of its own, in the order of the page, and whether it stands
/// in Markdown.
fn uses<'k>(subject: &Subject<'k>) -> Vec<(&'k PhotoRef, bool)> {
    let kit = subject.kit;
    let Profile {
        creator,
        audience,
        posts,
        services,
        testimonials,
        photos,
        ..
    } = &kit.profile;
    let services = services
        .iter()
        .filter_map(|service| match &service.example {
            Some(Example::Photo(photo)) => Some(photo),
            Some(Example::Link(_)) | None => None,
        });
    let gallery = photos
        .iter()
        .filter(|note| note.gallery)
        .map(|note| &note.file);
    let named = [&creator.hero, &creator.portrait]
        .into_iter()
        .flatten()
        .chain(posts.iter().filter_map(|post| post.photo.as_ref()))
        .chain(
            kit.collaborations
                .iter()
                .filter_map(|case| case.photo.as_ref()),
        )
        .chain(services)
        .chain(testimonials.iter().filter_map(|said| said.photo.as_ref()))
        .chain(gallery);
    let story = kit.story.iter().map(|story| story.body.as_slice());
    let texts = story
        .chain(audience.about.as_deref())
        .chain(kit.collaborations.iter().map(|case| case.body.as_slice()));
    let mut uses: Vec<(&PhotoRef, bool)> = named.map(|photo| (photo, false)).collect();
    uses.extend(texts.flat_map(undescribed).map(|photo| (photo, true)));
    uses
}

fn undescribed(blocks: &[Block]) -> impl Iterator<Item = &PhotoRef> {
    leaves(blocks).into_iter().filter_map(|leaf| match leaf {
        Leaf::Photo(photo, "") => Some(photo),
        Leaf::Photo(..) | Leaf::Text(_) | Leaf::Code(_) | Leaf::Address(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    fn kit() -> Case {
        Case::new().photo("photos/a.jpg").photo("photos/b.jpg")
    }

    #[test]
    fn a_photo_that_is_shown_has_words() {
        let check = |case: Case, expected: &[&str]| check("alt-missing", &case, expected);
        check(
            kit().creator("hero = \"photos/a.jpg\"\nportrait = \"photos/a.jpg\""),
            &[
                "profile.toml:3:8 nothing says what is seen in `photos/a.jpg` | add `[[photos]]` with `file = \"photos/a.jpg\"` and `alt = \"Two dogs at a window\"`, or `decorative = true` when it adds nothing",
            ],
        );
        check(
            kit().more("[[photos]]\nfile = \"photos/a.jpg\"\ngallery = true\n"),
            &[
                "profile.toml:11:8 nothing says what is seen in `photos/a.jpg` | say it in the photo's table: `alt = \"Two dogs at a window\"`, or `decorative = true` when it adds nothing",
            ],
        );
        check(
            kit().text(
                "story.md",
                "# One\n\n![](photos/a.jpg)\n\n![A hut](photos/b.jpg)\n",
            ),
            &[
                "story.md:3:1 nothing says what is seen in `photos/a.jpg` | say it between the brackets: `![Two dogs at a window](photos/a.jpg)`",
            ],
        );
    }

    #[test]
    fn what_has_words_or_is_not_shown_is_fine() {
        let check = |case: Case| check("alt-missing", &case, &[]);
        check(
            kit()
                .creator("hero = \"photos/a.jpg\"")
                .more("[[photos]]\nfile = \"photos/a.jpg\"\nalt = \"A\"\n"),
        );
        check(
            kit()
                .creator("hero = \"photos/a.jpg\"")
                .more("[[photos]]\nfile = \"photos/a.jpg\"\ndecorative = true\n"),
        );
        check(kit().more("[[photos]]\nfile = \"photos/a.jpg\"\n"));
        check(kit().text(
            "collaborations/one.md",
            "+++\nbrand = \"Velmora\"\nphoto = \"photos/a.jpg\"\npermission = \"nda\"\n+++\n",
        ));
    }
}
