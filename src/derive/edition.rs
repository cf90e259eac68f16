//! For whom an edition is, and what is said to them.

use super::numbers::Numbers;
use super::tongue::Tongue;
use super::view::EditionView;
use crate::kit::Kit;

/// The brand for which alone `kit` is.
pub fn edition(kit: &Kit, numbers: &Numbers<'_>, tongue: &Tongue<'_>) -> Option<EditionView> {
    let brand = kit.edition.as_ref()?;
    let name = brand.brand.value.as_str();
    let prepared = brand.prepared.as_ref().map(|day| tongue.day(day.value));
    let expires = brand.expires.as_ref().map(|day| tongue.day(day.value));
    let is_over = brand
        .expires
        .as_ref()
        .is_some_and(|day| day.value < tongue.today);
    Some(EditionView {
        brand: name.to_string(),
        title: match &prepared {
            Some(day) => tongue.say("edition-for-on", &[("brand", name), ("date", &day.text)]),
            None => tongue.say("edition-for", &[("brand", name)]),
        },
        greeting: brand.greeting.as_ref().map(|text| numbers.prose(text)),
        until: expires.as_ref().map(|day| {
            let key = match is_over {
                true => "edition-over",
                false => "edition-until",
            };
            tongue.say(key, &[("date", &day.text)])
        }),
        prepared,
        expires,
        note: tongue.say("edition-only", &[("brand", name)]),
    })
}
