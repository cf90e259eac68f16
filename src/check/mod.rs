//! Kit and view to more diagnostics: what is well formed and still wrong, and what a brand would
//! miss.
//!
//! A rule looks and says; it changes nothing, reads no file and asks no clock. It never says
//! again what reading the files has said, nor what follows from it.

mod accent;
mod account;
mod anonymous;
mod block;
#[cfg(test)]
mod case;
mod count;
mod edition;
mod format;
mod freshness;
mod implausible;
mod leaf;
mod minor;
mod missing;
mod number;
mod origin;
mod photo;
mod price;
mod texts;
mod typed;
mod vague;

use crate::derive::View;
use crate::kit::Kit;
use crate::render::MovedColours;
use crate::source::{Diagnostics, Severity, Sources, Span};
use jiff::civil::Date;

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The kit's files, to point at a place and to quote it.
    pub sources: &'a Sources,
    /// What the creator wrote.
    pub kit: &'a Kit,
    /// What everybody may see of it.
    pub view: &'a View,
    /// What could not be read in the kit's colours.
    pub moved: MovedColours,
    /// The day the kit is judged on.
    pub today: Date,
}

/// When a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// At every build, and whenever the kit is checked: what is wrong.
    Build,
    /// Only when the kit is checked: what a brand would miss.
    Review,
}

/// One thing to look for.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The code of its diagnostics.
    pub id: &'static str,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// When it speaks.
    pub when: Occasion,
    /// Says what it finds. All it says has its code.
    pub run: fn(&Subject<'_>, &mut Diagnostics),
}

/// Every rule. Those that speak at every build come first.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    build("unknown-number", "a number is named that the kit does not have", number::unknown),
    build("stale-number", "the first screen has a number older than 90 days", freshness::stale),
    build("ageing-number", "the first screen has a number older than 30 days", freshness::ageing),
    build("future-number", "a number is of a day still to come", freshness::future),
    build("row-without-account", "numbers belong to no account of the profile", account::stray_rows),
    build("alt-missing", "a photo is shown, and nothing says what is seen in it", photo::alt_missing),
    build("expired-price", "a price is no longer valid", price::expired),
    build("edition-ended", "an edition for a brand does not hold any more", edition::ended),
    build("chosen-not-shown", "an edition asks for a campaign that nobody may see", edition::chosen),
    build("anonymous-named", "a text names a brand that may not be named", anonymous::named),
    build("minor-private", "a text of a minor leads to the child", minor::private),
    build("minor-private-words", "a text of a minor may tell age, school, home or size", minor::words),
    build("number-typed", "a typed number is close to one of the kit's, and not equal", typed::close),
    build("implausible", "numbers contradict each other", implausible::run),
    build("post-without-format", "posts without a format are in no median", format::missing),
    build("accent-moved", "text in the accent could not be read, so it is seen in another lightness", accent::moved),
    build("ground-moved", "a colour of the theme could not be read on the ground, so it is seen in another lightness", accent::by_ground),
    build("block-of-other-theme", "a copied block is of a theme that the kit does not have", block::foreign),
    review("block-outdated", "a copied block has an original that changed since", block::changed),
    review("no-tagline", "no line says what the creator does", missing::tagline),
    review("no-hero", "the first screen has no photo", missing::hero),
    review("no-audience", "no numbers say who follows", missing::audience),
    review("no-country-share", "no numbers say in which countries followers live", missing::countries),
    review("no-email", "there is no e-mail address", missing::email),
    review("no-reply-time", "nothing says how soon an answer comes", missing::reply_time),
    review("no-price", "nothing says what can be booked", missing::price),
    review("no-work", "no brand is named that came before", missing::work),
    review("no-relationship", "a brand is named, and not how the two worked together", missing::relationship),
    review("few-posts", "a format has fewer than ten posts to stand on", format::few_posts),
    review("base-not-stated", "an engagement rate does not say what it is divided by", vague::base),
    review("floor-number", "a number is only \"more than\"", vague::floor),
    review("number-equal", "a typed number is one of the kit's today", typed::equal),
];

const fn build(
    id: &'static str,
    summary: &'static str,
    run: fn(&Subject<'_>, &mut Diagnostics),
) -> Rule {
    Rule {
        id,
        summary,
        when: Occasion::Build,
        run,
    }
}

const fn review(
    id: &'static str,
    summary: &'static str,
    run: fn(&Subject<'_>, &mut Diagnostics),
) -> Rule {
    Rule {
        id,
        summary,
        when: Occasion::Review,
        run,
    }
}

/// Runs the rules of `occasion`; a review is all a build says, and more. `diags` holds what
/// reading the kit has said, so that nothing is blamed for what another mistake has caused.
pub fn run(subject: &Subject<'_>, occasion: Occasion, diags: &mut Diagnostics) {
    for rule in RULES.iter().filter(|rule| rule.when <= occasion) {
        (rule.run)(subject, diags);
    }
}

impl Subject<'_> {
    /// What stands at a place, as it was written.
    fn written(&self, span: Span) -> &str {
        let text = &self.sources.text(span.file).text;
        text.get(span.range()).unwrap_or_default()
    }

    /// Whether something of the kit may be missing because a file whose path begins with `path`
    /// could not be read whole.
    fn is_unread(&self, path: &str, diags: &Diagnostics) -> bool {
        let refused = self.sources.refusals().any(|r| r.path.starts_with(path));
        refused
            || diags.iter().any(|said| {
                let file = said.span.map(|span| &self.sources.text(span.file).path);
                said.severity == Severity::Error
                    && said.rule != "unknown-number"
                    && file.is_some_and(|file| file.starts_with(path))
            })
    }
}

/// "a", "`a` and `b`", "`a`, `b` and `c`": names in a sentence.
fn listed<T: std::fmt::Display>(names: &[T], last: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., end] => format!("{} {last} {end}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn rules_have_codes_of_their_own_and_build_rules_come_first() {
        let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        assert!(RULES.is_sorted_by_key(|rule| rule.when));
        for rule in RULES {
            assert!(!rule.summary.ends_with('.'), "{}", rule.id);
        }
    }

    #[test]
    fn a_review_says_all_a_build_says_and_more() {
        let case = case::Case::new().more("[[services]]\nname = \"Film\"\nprice = 5\ncurrency = \"EUR\"\nvalid_until = 2026-01-01\n");
        let rules = |occasion| {
            let said = case.run(|subject, diags| run(subject, occasion, diags));
            said.into_iter()
                .map(|said| said.rule)
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(rules(Occasion::Build), ["expired-price"].into());
        assert!(rules(Occasion::Review).is_superset(&["expired-price", "no-tagline"].into()));
    }

    #[test]
    fn lists_names_as_a_sentence_does() {
        assert_eq!(listed::<&str>(&[], "or"), "");
        assert_eq!(listed(&["a"], "or"), "`a`");
        assert_eq!(listed(&["a", "b"], "or"), "`a` or `b`");
        assert_eq!(listed(&["a", "b", "c"], "and"), "`a`, `b` and `c`");
    }
}
