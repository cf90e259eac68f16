//! Method and sources: how the numbers of this kit were made, in sentences.

use super::tongue::Tongue;
use super::view::{Figure, MethodView, View};
use std::collections::BTreeSet;

/// The ways that occur among the kit's numbers, each in one sentence, and the photos' credits.
pub fn method(view: &View, window_days: u32, tongue: &Tongue<'_>) -> MethodView {
    let (numbers, platforms, audience) = (&view.numbers, &view.platforms, &view.audience);
    let any = |test: &dyn Fn(&Figure) -> bool| numbers.values().any(test);
    // Only for rates that were computed here is it known how.
    let on = |base: &'static str| {
        move |figure: &Figure| {
            figure.middle.is_some() && figure.metric == format!("engagement_by_{base}")
        }
    };
    let medians = any(&|figure| figure.middle.is_some());
    let notes: Vec<&String> = platforms
        .accounts
        .iter()
        .chain(&platforms.also)
        .flat_map(|account| &account.notes)
        .collect();
    let typed = any(&|figure| figure.sources.iter().any(|source| source == "hand"));
    let shares: BTreeSet<&str> = audience
        .groups
        .iter()
        .flat_map(|group| [&group.ages, &group.genders, &group.countries, &group.cities])
        .flatten()
        .map(|series| series.basis.as_str())
        .collect();
    let apart = audience
        .groups
        .iter()
        .any(|group| group.ages.is_some() && group.genders.is_some());
    let rates = any(&|figure| figure.base.is_some());
    let plain = |key: &str| tongue.say(key, &[]);
    let mut sentences: Vec<String> = Vec::new();
    let mut add = |holds: bool, sentence: String| {
        if holds {
            sentences.push(sentence);
        }
    };
    add(numbers.is_empty(), plain("method-no-numbers"));
    add(!numbers.is_empty(), plain("method-dates"));
    add(!numbers.is_empty(), plain("method-sources"));
    add(
        typed,
        tongue.say("method-typed", &[("source", &plain("source-hand"))]),
    );
    add(platforms.total.is_some(), plain("method-sum"));
    add(
        medians,
        tongue.count("method-window", window_days.into(), &[]),
    );
    add(medians, plain("method-median"));
    add(medians, plain("method-middle"));
    add(medians, plain("method-latest"));
    add(medians, plain("method-few"));
    add(any(&on("reach")), plain("method-engagement-reach"));
    add(any(&on("views")), plain("method-engagement-views"));
    add(any(&on("followers")), plain("method-engagement-followers"));
    add(
        any(&on("followers")),
        plain("method-followers-at-publishing"),
    );
    add(rates, plain("method-engagement-apart"));
    let stated: Vec<String> = platforms
        .accounts
        .iter()
        .filter(|account| {
            account
                .figures()
                .any(|f| f.base.is_some() && f.middle.is_none())
        })
        .map(|account| match (&account.handle, account.main) {
            (Some(handle), false) => format!("{} {handle}", account.name),
            _ => account.name.clone(),
        })
        .collect();
    add(
        !stated.is_empty(),
        tongue.say(
            "method-engagement-typed",
            &[("accounts", &tongue.locale.list(&stated))],
        ),
    );
    add(
        any(&|figure| figure.base == Some("unknown")),
        plain("method-engagement-unknown"),
    );
    add(medians, plain("method-young"));
    add(!notes.is_empty() && medians, plain("method-paid"));
    add(
        platforms
            .accounts
            .iter()
            .any(|account| account.growth.is_some()),
        plain("method-growth"),
    );
    let bases: Vec<String> = shares.iter().map(|basis| (*basis).to_string()).collect();
    let bases_list = tongue.locale.list(&bases);
    add(
        !bases.is_empty(),
        tongue.say("method-shares", &[("basis", &bases_list)]),
    );
    add(apart, plain("method-margins"));
    add(any(&|figure| figure.floor), plain("method-floor"));
    add(!numbers.is_empty(), plain("method-rounding"));
    add(!numbers.is_empty(), plain("method-unknown"));
    let against_usual = view
        .work
        .cases
        .iter()
        .flat_map(|case| &case.results)
        .any(|result| result.usual.is_some());
    add(against_usual, plain("method-results"));
    let mut credits: Vec<String> = view
        .photos()
        .values()
        .filter_map(|photo| photo.credit.clone())
        .collect();
    credits.sort();
    credits.dedup();
    MethodView {
        notes: sentences,
        credits,
    }
}
