//! Past campaigns: which may be shown, and how they read.

use super::numbers::Numbers;
use super::tongue::{Tongue, capitalised};
use super::view::{AlsoView, CaseView, LinkView, QuoteView, ResultView, WorkView};
use crate::kit::{
    CaseResult, Choice, Collaboration, Exact, Kit, Link, Measured, Metric, Permission,
    Relationship, Unit, WorkedWith, decimal_text, exact,
};
use jiff::civil::Date;
use serde_json::Value;

/// A result this many times the usual is worth saying.
const TIMES_FROM: (i64, i64) = (3, 2);

/// The campaigns that may be shown today, and the brands worked with besides.
pub fn work(kit: &Kit, numbers: &Numbers<'_>, tongue: &Tongue<'_>) -> WorkView {
    let mut shown: Vec<&Collaboration> = kit
        .collaborations
        .iter()
        .filter(|case| may_be_shown(case, kit, tongue))
        .collect();
    let chosen = kit.edition.as_ref().map(|brand| &brand.collaborations);
    // What a brand's edition names it names in order.
    if chosen.is_none_or(Vec::is_empty) {
        shown.sort_by_key(|case| {
            let day = case.date.as_ref().map(|date| date.value.last_day());
            (std::cmp::Reverse(case.featured), std::cmp::Reverse(day))
        });
    }
    let (named, told): (Vec<&Collaboration>, Vec<&Collaboration>) = shown
        .into_iter()
        .partition(|case| case.permission == Permission::LogoOnly);
    let mut cases: Vec<CaseView> = Vec::new();
    for case in told {
        let mut view = case_view(case, numbers, tongue);
        if case.permission == Permission::Anonymous {
            anonymise(&mut view, case, cases.len() + 1, tongue);
        }
        cases.push(view);
    }
    let mut also: Vec<AlsoView> = named.iter().map(|case| from_case(case, tongue)).collect();
    for brand in &kit.profile.worked_with {
        if is_silent(kit, &brand.name.value, tongue.today) {
            continue;
        }
        let known = |name: &str| name.to_lowercase() == brand.name.value.to_lowercase();
        let told = cases.iter().any(|case| known(&case.brand));
        if !told && !also.iter().any(|other| known(&other.name)) {
            also.push(also_view(brand, tongue));
        }
    }
    WorkView { cases, also }
}

/// Whether a campaign may be in this output at all: not under embargo, not under NDA, and for those
/// for whom the kit is.
fn may_be_shown(case: &Collaboration, kit: &Kit, tongue: &Tongue<'_>) -> bool {
    let embargoed = case
        .embargo_until
        .as_ref()
        .is_some_and(|day| day.value > tongue.today);
    let silent = case.permission == Permission::Nda;
    kit.shows(case.visibility) && !embargoed && !silent
}

/// Whether a brand's name may be nowhere in this output: a campaign with it is anonymous, under NDA
/// or under embargo.
pub fn is_silent(kit: &Kit, brand: &str, today: Date) -> bool {
    let silent = |case: &Collaboration| match case.permission {
        Permission::Anonymous | Permission::Nda => true,
        Permission::Public | Permission::LogoOnly => case
            .embargo_until
            .as_ref()
            .is_some_and(|day| day.value > today),
    };
    let brand = brand.trim().to_lowercase();
    let same = |case: &&Collaboration| case.brand.value.to_lowercase() == brand;
    kit.collaborations.iter().filter(same).any(silent)
}

fn case_view(case: &Collaboration, numbers: &Numbers<'_>, tongue: &Tongue<'_>) -> CaseView {
    let prose = |text: &Option<_>| text.as_ref().map(|text| numbers.prose(text));
    let brand = match case.permission {
        // `anonymise` finds the words for it.
        Permission::Anonymous => String::new(),
        Permission::Public | Permission::LogoOnly | Permission::Nda => case.brand.value.clone(),
    };
    CaseView {
        slug: case.slug.clone(),
        brand,
        title: prose(&case.title),
        when: case.date.as_ref().map(|date| tongue.when(date.value)),
        sector: case.sector.clone(),
        goal: prose(&case.goal),
        made: case.made.iter().map(|text| numbers.prose(text)).collect(),
        photo: case.photo.as_ref().map(|photo| numbers.photo(photo)),
        links: case.links.iter().map(link).collect(),
        relationship: case
            .relationship
            .map(|relationship| tongue.relationship(relationship)),
        disclosure: case.disclosure.clone(),
        results: case
            .results
            .iter()
            .map(|result| result_view(result, tongue))
            .collect(),
        quote: case.quote.as_ref().map(|quote| QuoteView {
            text: quote.text.clone(),
            by: match (&quote.person, &quote.role) {
                (Some(person), Some(role)) => {
                    Some(tongue.say("quote-by", &[("person", person), ("role", role)]))
                }
                (person, role) => person.clone().or_else(|| role.clone()),
            },
        }),
        note: prose(&case.note),
        renewed: case.renewed,
        featured: case.featured,
        body: numbers.blocks(&case.body),
    }
}

/// "A brand in outdoor clothing, 2025"
fn anonymous_brand(sector: &Option<String>, year: &Option<String>, tongue: &Tongue<'_>) -> String {
    match (sector, year) {
        (Some(sector), Some(year)) => {
            tongue.say("anonymous-brand", &[("sector", sector), ("year", year)])
        }
        (Some(sector), None) => tongue.say("anonymous-brand-sector", &[("sector", sector)]),
        (None, Some(year)) => tongue.say("anonymous-brand-year", &[("year", year)]),
        (None, None) => tongue.say("anonymous-brand-alone", &[]),
    }
}

/// Takes out what names the brand or leads to it: its links, its quote, the file's name, and
/// every text in which it is named.
fn anonymise(view: &mut CaseView, case: &Collaboration, number: usize, tongue: &Tongue<'_>) {
    let names = |text: &str| case.is_named_in(text);
    let silent = |text: &mut Option<String>| {
        if text.as_deref().is_some_and(names) {
            *text = None;
        }
    };
    view.slug = format!("case-{number}");
    view.links.clear();
    view.quote = None;
    view.when = case.date.as_ref().map(|date| date.value.year().to_string());
    silent(&mut view.title);
    silent(&mut view.goal);
    silent(&mut view.note);
    silent(&mut view.disclosure);
    silent(&mut view.sector);
    // What stands for the brand says both already.
    let (sector, year) = (view.sector.take(), view.when.take());
    view.brand = capitalised(&anonymous_brand(&sector, &year, tongue));
    let photo = view.photo.as_ref().is_some_and(|photo| {
        let credit = photo.credit.as_deref().unwrap_or_default();
        [&photo.path, &photo.alt, credit].into_iter().any(names)
    });
    if photo {
        view.photo = None;
    }
    view.made.retain(|text| !names(text));
    for result in &mut view.results {
        silent(&mut result.basis);
        silent(&mut result.source);
    }
    view.results.retain(|result| !names(&result.label));
    let body = serde_json::to_value(&view.body).unwrap_or_default();
    if names(&said(&body)) {
        view.body.clear();
    }
}

/// All that a body says, in one piece: emphasis inside a name does not hide it.
fn said(body: &Value) -> String {
    match body {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(said).collect(),
        Value::Object(parts) => {
            // What sort of block it is says nothing.
            let parts = parts.iter().filter(|(key, _)| *key != "kind");
            parts.map(|(_, part)| said(part)).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

impl Tongue<'_> {
    /// How a brand and the creator worked together.
    pub fn relationship(&self, relationship: Relationship) -> String {
        self.say(&format!("relationship-{}", relationship.word()), &[])
    }

    /// A value typed in a campaign, in full and in little space.
    fn measured(&self, value: &Measured) -> (String, String) {
        let unit = if value.percent {
            Unit::Percent
        } else {
            Unit::Count
        };
        let (text, short) = self.value(&value.number, unit);
        if !value.floor {
            return (text, short);
        }
        let over = |text: &str| self.say("over-value", &[("value", text)]);
        (over(&text), over(&short))
    }
}

fn result_view(result: &CaseResult, tongue: &Tongue<'_>) -> ResultView {
    let word = &result.metric.value;
    let standard =
        Metric::parse(word).filter(|metric| metric.is_standard() && metric.name() == word);
    let value = result.value.as_ref().map(|value| tongue.measured(value));
    let times = match (&result.value, &result.usual) {
        (Some(value), Some(usual)) if !value.floor && !usual.floor => {
            times_usual(&value.number, &usual.number).map(|times| tongue.locale.cut(&times, 1))
        }
        _ => None,
    };
    ResultView {
        label: match standard {
            Some(metric) => tongue.say(&format!("metric-{metric}"), &[]),
            None => result.metric.value.clone(),
        },
        text: value.as_ref().map(|value| value.0.clone()),
        short: value.map(|value| value.1),
        value: result
            .value
            .as_ref()
            .map(|value| decimal_text(&value.number, 12)),
        unit: match &result.value {
            Some(value) if value.percent => "percent",
            _ => "count",
        },
        floor: result.value.as_ref().is_some_and(|value| value.floor),
        basis: result.basis.clone(),
        usual: result.usual.as_ref().map(|usual| tongue.measured(usual).0),
        usual_value: result
            .usual
            .as_ref()
            .map(|usual| decimal_text(&usual.number, 12)),
        times_usual: times,
        target: result
            .target
            .as_ref()
            .map(|target| tongue.measured(target).0),
        measured: result
            .measured_on_day
            .map(|days| tongue.count("measured-after", days.into(), &[])),
        source: result.source.clone(),
    }
}

/// How many times the usual a value is, where that is worth saying.
pub(super) fn times_usual(value: &Exact, usual: &Exact) -> Option<Exact> {
    if *usual <= exact(0) {
        return None;
    }
    let times = value / usual;
    let (of, whole) = TIMES_FROM;
    (times >= exact(of) / exact(whole)).then_some(times)
}

/// A titled link of the kit.
pub fn link(link: &Link) -> LinkView {
    LinkView {
        title: link.title.clone(),
        url: link.url.value.clone(),
    }
}

fn from_case(case: &Collaboration, tongue: &Tongue<'_>) -> AlsoView {
    AlsoView {
        name: case.brand.value.clone(),
        url: None,
        sector: case.sector.clone(),
        year: case.date.as_ref().map(|date| date.value.year().to_string()),
        relationship: case
            .relationship
            .map(|relationship| tongue.relationship(relationship)),
        renewed: case.renewed,
    }
}

fn also_view(brand: &WorkedWith, tongue: &Tongue<'_>) -> AlsoView {
    AlsoView {
        name: brand.name.value.clone(),
        url: brand.url.as_ref().map(|url| url.value.clone()),
        sector: brand.sector.clone(),
        year: brand.year.map(|year| year.to_string()),
        relationship: brand
            .relationship
            .map(|relationship| tongue.relationship(relationship)),
        renewed: brand.renewed,
    }
}
