//! Services, prices, steps and terms.

use super::numbers::Numbers;
use super::tongue::Tongue;
use super::view::{
    Labelled, ListView, PriceView, ProcessView, RatesView, ServiceGroup, ServiceView, StepView,
};
use crate::kit::{Choice, Exact, Example, Kit, Price, Service};

/// The group whose services come last and smaller, whatever the kit's language.
const ADD_ONS: &str = "Add-ons";

/// The services that may be shown, by group.
pub fn rates(kit: &Kit, numbers: &Numbers<'_>, tongue: &Tongue<'_>) -> RatesView {
    let shown: Vec<&Service> = kit
        .profile
        .services
        .iter()
        .filter(|service| kit.shows(service.visibility))
        .collect();
    let mut groups: Vec<ServiceGroup> = Vec::new();
    let mut addons: Option<ServiceGroup> = None;
    let (first, others): (Vec<&Service>, Vec<&Service>) =
        shown.iter().copied().partition(|service| service.featured);
    for service in first.into_iter().chain(others) {
        let view = service_view(service, kit, numbers, tongue);
        if service.group.as_deref() == Some(ADD_ONS) {
            let empty = ServiceGroup {
                name: Some(tongue.say("add-ons", &[]).replace('*', "")),
                services: Vec::new(),
            };
            addons.get_or_insert(empty).services.push(view);
        } else if let Some(group) = groups.iter_mut().find(|group| group.name == service.group) {
            group.services.push(view);
        } else {
            groups.push(ServiceGroup {
                name: service.group.clone(),
                services: vec![view],
            });
        }
    }
    let views = || {
        groups
            .iter()
            .chain(&addons)
            .flat_map(|group| &group.services)
    };
    let priced = views().any(|service| service.price.kind != "request");
    let note = note(kit, &shown, priced, tongue);
    RatesView {
        priced,
        note,
        groups,
        addons,
    }
}

/// Currency and validity when all prices share them; that rates are on request when there is no
/// price.
fn note(kit: &Kit, shown: &[&Service], priced: bool, tongue: &Tongue<'_>) -> Option<String> {
    if !priced {
        return Some(match &kit.profile.contact.reply_within {
            Some(time) => tongue.say("rates-on-request-reply", &[("time", time)]),
            None => tongue.say("rates-on-request", &[]),
        });
    }
    let priced: Vec<&&Service> = shown
        .iter()
        .filter(|service| amount(&service.price).is_some() && !is_on_request(service, kit, tongue))
        .collect();
    let currencies: Vec<&str> = priced
        .iter()
        .filter_map(|service| currency(service, kit))
        .collect();
    let currency = currencies
        .first()
        .filter(|first| currencies.iter().all(|other| other == *first));
    let dates: Vec<_> = priced
        .iter()
        .map(|service| service.valid_until.as_ref().map(|day| day.value))
        .collect();
    let date = dates
        .first()
        .copied()
        .flatten()
        .filter(|first| dates.iter().all(|d| *d == Some(*first)));
    let currency = currency.map(|currency| tongue.locale.currency_name(currency));
    let date = date.map(|date| tongue.locale.day(date));
    match (currency, date) {
        (Some(currency), Some(date)) => Some(tongue.say(
            "prices-in-valid-until",
            &[("currency", &currency), ("date", &date)],
        )),
        (Some(currency), None) => Some(tongue.say("prices-in", &[("currency", &currency)])),
        (None, Some(date)) => Some(tongue.say("valid-until", &[("date", &date)])),
        (None, None) => None,
    }
}

fn currency<'k>(service: &'k Service, kit: &'k Kit) -> Option<&'k str> {
    let own = service
        .currency
        .as_ref()
        .or(kit.profile.terms.currency.as_ref());
    own.map(|currency| currency.value.as_str())
}

fn amount(price: &Price) -> Option<&Exact> {
    match price {
        Price::Exactly(amount) | Price::From(amount) | Price::Range(amount, _) => Some(amount),
        Price::OnRequest | Price::Percent(..) => None,
    }
}

/// Whether a price that there may be is not told: it held only until an earlier day, or is not for
/// those for whom the kit is.
fn is_on_request(service: &Service, kit: &Kit, tongue: &Tongue<'_>) -> bool {
    let valid_until = service.valid_until.as_ref();
    let is_over = valid_until.is_some_and(|day| day.value < tongue.today);
    is_over || !kit.shows(kit.profile.visibility.prices)
}

fn service_view(
    service: &Service,
    kit: &Kit,
    numbers: &Numbers<'_>,
    tongue: &Tongue<'_>,
) -> ServiceView {
    let (example, photo) = match &service.example {
        Some(Example::Link(url)) => (Some(url.value.clone()), None),
        Some(Example::Photo(photo)) => (None, Some(numbers.photo(photo))),
        None => (None, None),
    };
    ServiceView {
        name: service.name.value.clone(),
        platform: service
            .platform
            .as_ref()
            .map(|platform| tongue.platform(&platform.value, false)),
        includes: service
            .includes
            .iter()
            .map(|text| numbers.prose(text))
            .collect(),
        price: price_view(service, kit, tongue),
        turnaround: service
            .turnaround_days
            .map(|days| tongue.count("turnaround-days", days.into(), &[])),
        valid_until: service
            .valid_until
            .as_ref()
            .filter(|_| !is_on_request(service, kit, tongue))
            .map(|day| tongue.day(day.value)),
        example,
        photo,
        featured: service.featured,
    }
}

fn price_view(service: &Service, kit: &Kit, tongue: &Tongue<'_>) -> PriceView {
    let code = currency(service, kit).unwrap_or_default();
    let money = |amount: &Exact| tongue.locale.money(amount, code);
    let request = || tongue.say("on-request", &[]);
    let (kind, text, to, of) = match &service.price {
        _ if is_on_request(service, kit, tongue) => ("request", request(), None, None),
        Price::OnRequest => ("request", request(), None, None),
        Price::Exactly(amount) => ("exact", money(amount), None, None),
        Price::From(amount) => ("from", money(amount), None, None),
        Price::Range(low, high) => ("range", money(low), Some(money(high)), None),
        Price::Percent(percent, what) => {
            let of = tongue.say("of", &[("what", what)]);
            ("percent", tongue.locale.percent(percent, 1), None, Some(of))
        }
    };
    let unit = service.per.filter(|_| kind != "request");
    PriceView {
        kind,
        text,
        to,
        of,
        per: unit.map(|per| tongue.say(&format!("per-{}", per.word()), &[])),
        minimum: service
            .minimum
            .as_ref()
            .map(|minimum| tongue.say("at-least", &[("minimum", minimum)])),
    }
}

/// The steps in order, and the terms that were given.
pub fn process(kit: &Kit, numbers: &Numbers<'_>, tongue: &Tongue<'_>) -> ProcessView {
    let terms = &kit.profile.terms;
    let prose = |text: &Option<_>| text.as_ref().map(|text| numbers.prose(text));
    // "Bread, cheese and salt", but "small regions; bread, cheese, salt".
    let list = |items: &[String]| match items {
        [] => None,
        items if items.iter().any(|item| item.contains(',')) => Some(items.join("; ")),
        items => Some(tongue.locale.list(items)),
    };
    let revisions = terms.revisions.map(|rounds| {
        let spelled = tongue.spelled(rounds as usize);
        tongue.count(
            "terms-revisions-count",
            rounds.into(),
            &[("rounds", &spelled)],
        )
    });
    let given = [
        ("payment", prose(&terms.payment)),
        ("usage", prose(&terms.usage)),
        ("exclusivity", prose(&terms.exclusivity)),
        ("revisions", revisions),
        ("disclosure", prose(&terms.disclosure)),
        ("good-for", list(&terms.good_for)),
        ("not-for", list(&terms.not_for)),
    ];
    let steps = &kit.profile.steps;
    ProcessView {
        steps: steps
            .iter()
            .map(|step| StepView {
                name: step.name.clone(),
                text: step.text.clone(),
                when: step.when.clone(),
                weeks: step.weeks,
            })
            .collect(),
        terms: given
            .into_iter()
            .filter_map(|(word, text)| {
                Some(Labelled {
                    label: tongue.say(&format!("terms-{word}"), &[]),
                    text: text?,
                })
            })
            .collect(),
        more: terms
            .more
            .iter()
            .map(|more| ListView {
                title: more.title.value.clone(),
                items: more.items.iter().map(|item| item.value.clone()).collect(),
            })
            .collect(),
        scheduled: !steps.is_empty() && steps.iter().all(|step| step.weeks.is_some()),
    }
}
