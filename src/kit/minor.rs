//! `minor = true`: what must not be in the kit of a child.

use super::fields::Fields;
use super::{Profile, Telling, telling, tells_in_label};
use crate::source::{Diagnostic, Span};

/// Says of all that leads to the child that it has to go: the guardian is the only contact, and no
/// place is nearer than a country.
pub(super) fn check(f: &mut Fields<'_, '_, '_>, profile: &Profile) {
    let contact = &profile.contact;
    let own = [
        ("email", &contact.email),
        ("phone", &contact.phone),
        ("whatsapp", &contact.whatsapp),
        ("dm", &contact.dm),
        ("booking", &contact.booking),
    ];
    let own = own
        .into_iter()
        .filter_map(|(key, way)| Some((key, way.as_ref()?.value.span)));
    let place = profile.creator.location.as_ref();
    for (key, span) in own.chain(place.map(|place| ("location", place.span))) {
        let message = format!("the kit of a minor shows no `{key}` of the child");
        let hint = "take it out; a `country` and the guardian's address are enough";
        f.say(private(message, span).hint(hint));
    }
    let manager = contact.manager.iter();
    let theirs = manager.flat_map(|one| [("email", &one.email), ("phone", &one.phone)]);
    for (key, way) in theirs.filter_map(|(key, way)| Some((key, way.as_ref()?))) {
        let message = format!("the kit of a minor shows no `{key}` but the guardian's");
        let hint = "take it out; a manager may be named, and brands write to the guardian";
        f.say(private(message, way.span).hint(hint));
    }
    let language = &profile.site.language;
    for fact in &profile.facts {
        let label = &fact.label.value;
        let body = telling(&fact.value, language);
        let is_told = body.is_some_and(|Telling { certain, .. }| certain);
        if is_told || tells_in_label(label, language) {
            let message = format!("the kit of a minor does not tell “{label}”");
            f.say(private(message, fact.label.span).hint("take this fact out"));
        }
    }
}

fn private(message: String, place: Span) -> Diagnostic {
    Diagnostic::error("minor-private", message).at(place)
}
