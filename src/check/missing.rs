//! What a brand looks for and does not find.

use super::Subject;
use crate::kit::Relationship;
use crate::source::{Diagnostic, Diagnostics, Span};

/// `no-tagline`
pub(super) fn tagline(subject: &Subject<'_>, diags: &mut Diagnostics) {
    if subject.view.creator.tagline.is_none() {
        let message = "no line says what you do and for whom";
        let hint = "add a `tagline` to `[creator]`, as you would say it to somebody on a train: \
                    it is the first thing a brand reads, and often the last";
        advise(subject, diags, "no-tagline", message, hint);
    }
}

/// `no-hero`
pub(super) fn hero(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let creator = &subject.view.creator;
    if creator.hero.is_none() && creator.portrait.is_none() {
        let message = "the first screen has no photo";
        let hint = "add `hero = \"photos/….jpg\"` to `[creator]`, your best picture, or a \
                    `portrait`: a brand buys your eye before it buys your numbers";
        advise(subject, diags, "no-hero", message, hint);
    }
}

/// `no-audience`
pub(super) fn audience(subject: &Subject<'_>, diags: &mut Diagnostics) {
    if subject.view.audience.groups.is_empty() {
        let message = "no numbers say who follows you";
        let hint = "add ages, genders and countries to `metrics.csv` as `followers_share`, from \
                    the statistics of your app: the wrong audience is the commonest no";
        advise(subject, diags, "no-audience", message, hint);
    }
}

/// `no-country-share`
pub(super) fn countries(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let groups = &subject.view.audience.groups;
    if !groups.is_empty() && groups.iter().all(|group| group.countries.is_none()) {
        let message = "no numbers say in which countries your followers live";
        let hint = "add a `followers_share` for each of your first five countries: a brand pays \
                    for people it can deliver to";
        advise(subject, diags, "no-country-share", message, hint);
    }
}

/// `no-email`
pub(super) fn email(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let contact = &subject.view.contact;
    let others = [&contact.manager, &contact.guardian];
    let others = others.into_iter().flatten().flat_map(|other| &other.ways);
    if !contact
        .ways
        .iter()
        .chain(others)
        .any(|way| way.kind == "email")
    {
        let message = "there is no e-mail address that everybody may see";
        let hint = "add an `email` to `[contact]`: offers, contracts and invoices come by mail, \
                    and are forwarded by mail";
        advise(subject, diags, "no-email", message, hint);
    }
}

/// `no-reply-time`
pub(super) fn reply_time(subject: &Subject<'_>, diags: &mut Diagnostics) {
    if subject.view.contact.reply.is_none() {
        let message = "nothing says how soon you answer";
        let hint = "add `reply_within = \"two days\"` to `[contact]`, and keep to it: a campaign \
                    has a date, and mail without an answer is the complaint heard most";
        advise(subject, diags, "no-reply-time", message, hint);
    }
}

/// `no-price`
pub(super) fn price(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let rates = &subject.view.rates;
    if rates.groups.is_empty() && rates.addons.is_none() {
        let message = "nothing says what can be booked, or for how much";
        let hint = "add `[[services]]`, with a `from` price or `on_request = true`: whoever does \
                    not know whether you fit the budget asks somebody else";
        advise(subject, diags, "no-price", message, hint);
    }
}

/// `no-work`
pub(super) fn work(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let work = &subject.view.work;
    if work.cases.is_empty() && work.also.is_empty() {
        let message = "no brand is named that trusted you before";
        let hint = "add a file to `collaborations/`, or names as `[[worked_with]]`; a present or \
                    a thing of your own counts when it says so: `relationship = \"gifted\"`";
        advise(subject, diags, "no-work", message, hint);
    }
}

/// `no-relationship`: once, at the first brand.
pub(super) fn relationship(subject: &Subject<'_>, diags: &mut Diagnostics) {
    let unsaid = |relationship: &Option<Relationship>| relationship.is_none();
    let cases = subject.kit.collaborations.iter();
    let cases = cases
        .filter(|case| subject.kit.shows(case.visibility) && unsaid(&case.relationship))
        .map(|case| &case.brand);
    let others = subject.kit.profile.worked_with.iter();
    let others = others
        .filter(|brand| unsaid(&brand.relationship))
        .map(|brand| &brand.name);
    let brands: Vec<_> = others.chain(cases).collect();
    let Some(first) = brands.first() else {
        return;
    };
    let others = match brands.len() - 1 {
        0 => String::new(),
        1 => ", nor with another brand".to_string(),
        count => format!(", nor with {count} other brands"),
    };
    let message = format!("nothing says how you worked with {}{others}", first.value);
    let hint = "add a `relationship`: paid, gifted, affiliate or own; a name without one may be \
                a thing you bought";
    diags.push(at("no-relationship", message, first.span).hint(hint));
}

/// Says what is missing in `profile.toml`, at the name: there is no better place for what is not.
fn advise(
    subject: &Subject<'_>,
    diags: &mut Diagnostics,
    rule: &'static str,
    message: &str,
    hint: &str,
) {
    let place = subject.kit.profile.creator.name.span;
    diags.push(at(rule, message.to_string(), place).hint(hint));
}

fn at(rule: &'static str, message: String, place: Span) -> Diagnostic {
    Diagnostic::warning(rule, message).at(place)
}

#[cfg(test)]
mod tests {
    use super::super::case::Case;
    use super::super::{RULES, Rule};

    /// Holds that the rule `id` speaks of a bare kit, at its name, and not of `whole`.
    fn check(id: &str, bare: Case, whole: Case) {
        let rule: &Rule = RULES.iter().find(|rule| rule.id == id).expect("a rule");
        let said = bare.run(rule.run);
        let codes: Vec<&str> = said.iter().map(|said| said.rule).collect();
        assert_eq!(codes, [id]);
        assert!(said[0].span.is_some() && said[0].hints.len() == 1, "{id}");
        assert!(whole.run(rule.run).is_empty(), "{id}");
    }

    #[test]
    fn what_is_missing_is_said_and_what_is_there_is_not() {
        let kit = Case::new;
        check("no-tagline", kit(), kit().creator("tagline = \"I walk\""));
        let photo = || kit().photo("photos/a.jpg");
        check("no-hero", kit(), photo().creator("hero = \"photos/a.jpg\""));
        check(
            "no-hero",
            kit(),
            photo().creator("portrait = \"photos/a.jpg\""),
        );
        let gender = "2026-11-01,instagram,,followers_share,60,,,,,18-34\n2026-11-01,instagram,,followers_share,20,,,,,35-44\n2026-11-01,instagram,,followers_share,10,,,,,45+\n";
        let country = "2026-11-01,instagram,,followers_share,60,,,,,,ES\n";
        check("no-audience", kit(), kit().rows(gender));
        check("no-country-share", kit().rows(gender), kit().rows(country));
        let phone = "phone = \"+34 600 000 000\"";
        check("no-email", kit().contact(phone), kit());
        let hidden = "phone = \"+34 600 000 000\"\nemail = { value = \"a@b.example\", visibility = \"brand\" }";
        let manager =
            "phone = \"+34 600 000 000\"\nmanager = { name = \"Jo\", email = \"jo@b.example\" }";
        check("no-email", kit().contact(hidden), kit().contact(manager));
        let reply = "email = \"a@b.example\"\nreply_within = \"two days\"";
        check("no-reply-time", kit(), kit().contact(reply));
        let hidden = "[[services]]\nname = \"Reel\"\nvisibility = \"brand\"\n";
        check(
            "no-price",
            kit().more(hidden),
            kit().more("[[services]]\nname = \"Reel\"\n"),
        );
        let brand = "[[worked_with]]\nname = \"Velmora\"\n";
        let paid = "[[worked_with]]\nname = \"Velmora\"\nrelationship = \"paid\"\n";
        check("no-work", kit(), kit().more(brand));
        check("no-relationship", kit().more(brand), kit().more(paid));
        let case = "+++\nbrand = \"Velmora\"\n+++\n";
        check(
            "no-relationship",
            kit().text("collaborations/one.md", case),
            kit(),
        );
    }

    #[test]
    fn nothing_is_said_of_countries_before_there_is_an_audience() {
        let rule = RULES
            .iter()
            .find(|rule| rule.id == "no-country-share")
            .expect("a rule");
        assert!(Case::new().run(rule.run).is_empty());
    }
}
