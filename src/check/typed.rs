//! Numbers typed in a text that are, or nearly are, a number of the kit.

use super::Subject;
use super::count::{Count, counts};
use super::leaf::{Leaf, leaves, leaves_of_line};
use crate::derive::Figure;
use crate::kit::{Exact, exact, parse_decimal};
use crate::source::{Diagnostic, Diagnostics, Span};
use num_traits::{Signed, Zero};

/// A typed number is close to another when it differs by no more than one in so many parts of it.
const CLOSE: i64 = 10;

/// A typed number and the number of the kit that it may be.
struct Pair<'v> {
    span: Span,
    figure: &'v Figure,
    is_equal: bool,
}

/// `number-typed`: each typed number that is close to one of the kit, and not equal.
pub(super) fn close(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for pair in pairs(subject).iter().filter(|pair| !pair.is_equal) {
        let typed = subject.written(pair.span);
        let Figure { id, text, .. } = pair.figure;
        diags.push(
            Diagnostic::warning(
                "number-typed",
                format!("{typed} is close to `{id}`, and that is {text}"),
            )
            .at(pair.span)
            .hint(format!(
                "when it is meant, write `{{{{ {id} }}}}`: the page prints the number, whatever it becomes"
            )),
        );
    }
}

/// `number-equal`: each typed number that one of the kit is today.
pub(super) fn equal(subject: &Subject<'_>, diags: &mut Diagnostics) {
    for pair in pairs(subject).iter().filter(|pair| pair.is_equal) {
        let typed = subject.written(pair.span);
        let id = &pair.figure.id;
        diags.push(
            Diagnostic::warning(
                "number-equal",
                format!("{typed} is `{id}` today, and stays when that moves on"),
            )
            .at(pair.span)
            .hint(format!(
                "write `{{{{ {id} }}}}`: the sentence then moves on with your numbers"
            )),
        );
    }
}

fn pairs<'v>(subject: &Subject<'v>) -> Vec<Pair<'v>> {
    let figures: Vec<(Exact, &Figure)> = subject
        .view
        .numbers
        .values()
        .filter(|figure| is_quoted(figure))
        .filter_map(|figure| Some((parse_decimal(&figure.value)?, figure)))
        .collect();
    let mut pairs = Vec::new();
    for place in places(subject) {
        let text = &subject.sources.text(place.file).text;
        for (range, count) in counts(text, place.range()) {
            if let Some((figure, is_equal)) = meant(&count, &figures) {
                let span = Span::new(place.file, range);
                pairs.push(Pair {
                    span,
                    figure,
                    is_equal,
                });
            }
        }
    }
    pairs
}

/// Whether it is a number that creators put into words: followers, or what is usual for a post.
fn is_quoted(figure: &Figure) -> bool {
    let known = figure.metric == "followers" || figure.id.ends_with(".median");
    known && figure.unit == "count" && !figure.floor
}

/// The figure that a typed number is, else the nearest that it is close to.
fn meant<'v>(count: &Count, figures: &[(Exact, &'v Figure)]) -> Option<(&'v Figure, bool)> {
    if let Some((_, figure)) = figures.iter().find(|(value, _)| is_cut_of(count, value)) {
        return Some((figure, true));
    }
    let distance = |value: &Exact| (&count.value - value).abs();
    figures
        .iter()
        .filter(|(value, _)| distance(value) * exact(CLOSE) <= *value)
        .min_by_key(|(value, _)| distance(value))
        .map(|(_, figure)| (*figure, false))
}

/// Whether a typed number is `value`, cut where it was cut: short forms are never rounded up. One
/// written in full may be rounded to a whole.
fn is_cut_of(count: &Count, value: &Exact) -> bool {
    let rest = value - &count.value;
    let cut = rest >= Exact::zero() && rest < count.step;
    cut || count.step == exact(1) && rest.abs() < exact(1)
}

/// Every place where the creator speaks of herself.
fn places(subject: &Subject<'_>) -> Vec<Span> {
    let profile = &subject.kit.profile;
    let creator = &profile.creator;
    let pillars = creator
        .pillars
        .iter()
        .flat_map(|pillar| [Some(&pillar.name), pillar.text.as_ref()]);
    let headings = profile.headings.values().map(|heading| &heading.value);
    let lines = creator
        .tagline
        .iter()
        .chain(&creator.standfirst)
        .chain(&creator.highlights)
        .chain(pillars.flatten())
        .chain(headings);
    let mut places: Vec<Span> = lines.map(|prose| prose.span).collect();
    let story = subject.kit.story.iter();
    let texts = story
        .flat_map(|story| {
            let pull = leaves_of_line(story.pull.as_deref().unwrap_or_default());
            pull.into_iter().chain(leaves(&story.body))
        })
        .chain(leaves(
            profile.audience.about.as_deref().unwrap_or_default(),
        ));
    for leaf in texts {
        if let Leaf::Text(text) = leaf {
            places.push(text.span);
        }
    }
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    fn kit() -> Case {
        Case::new().rows(
            "2026-11-01,instagram,,followers,248312\n2026-11-01,instagram,,median_views,31000,90d,reel,,12\n2026-11-01,instagram,,views,500000,28d\n",
        )
    }

    #[test]
    fn a_number_that_is_close_is_named() {
        let check = |case: Case, expected: &[&str]| check("number-typed", &case, expected);
        check(
            kit().creator(
                "tagline = \"For 250,000 people\"\nhighlights = [\"Two\", \"240K follow\"]",
            ),
            &[
                "profile.toml:3:16 250,000 is close to `instagram.followers`, and that is 248,312 | when it is meant, write `{{ instagram.followers }}`: the page prints the number, whatever it becomes",
                "profile.toml:4:23 240K is close to `instagram.followers`, and that is 248,312 | when it is meant, write `{{ instagram.followers }}`: the page prints the number, whatever it becomes",
            ],
        );
        check(
            kit().text(
                "story.md",
                "# Some *30,000* a time\n\nA list:\n\n- **249,000** [follow](https://example.com/249000)\n",
            ),
            &[
                "story.md:1:9 30,000 is close to `instagram.reel.views.median`, and that is 31,000 | when it is meant, write `{{ instagram.reel.views.median }}`: the page prints the number, whatever it becomes",
                "story.md:5:5 249,000 is close to `instagram.followers`, and that is 248,312 | when it is meant, write `{{ instagram.followers }}`: the page prints the number, whatever it becomes",
            ],
        );
    }

    #[test]
    fn a_number_that_is_far_or_equal_or_named_is_fine() {
        let fine = |text: &str| {
            check(
                "number-typed",
                &kit().text("story.md", format!("# One\n\n{text}\n")),
                &[],
            );
        };
        fine("{{ instagram.followers }} people, €250,000, 500,000 views");
        fine("At 100,000 I bought a boat. 248,312, or 248K, or 0.24M follow today.");
        fine("`250,000` as typed");
    }

    #[test]
    fn a_number_that_is_equal_is_told_in_a_review() {
        let check = |case: Case, expected: &[&str]| check("number-equal", &case, expected);
        check(
            kit().more("[audience]\nabout = \"\"\"\nThe 248K and the 250K.\n\"\"\"\n"),
            &[
                "profile.toml:12:5 248K is `instagram.followers` today, and stays when that moves on | write `{{ instagram.followers }}`: the sentence then moves on with your numbers",
            ],
        );
        check(
            kit().creator("tagline = \"{{ instagram.followers }} follow\""),
            &[],
        );
    }
}
