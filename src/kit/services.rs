//! `[[services]]`, `[terms]` and `[[steps]]`: what is offered, and how it goes.

use super::accounts::platform;
use super::contact::visibility;
use super::expected;
use super::fields::Fields;
use super::{Exact, Per, PhotoRef, Platform, Prose, Visibility, currency, web_page};
use crate::source::{Diagnostic, Span, Spanned};
use jiff::civil::Date;

/// `[[services]]`
#[derive(Clone, Debug)]
pub struct Service {
    /// Name.
    pub name: Spanned<String>,
    /// Heading it stands under.
    pub group: Option<String>,
    /// Platform.
    pub platform: Option<Spanned<Platform>>,
    /// What is in it.
    pub includes: Vec<Prose>,
    /// What it costs.
    pub price: Price,
    /// What the price is for.
    pub per: Option<Per>,
    /// Smallest booking, in words.
    pub minimum: Option<String>,
    /// ISO 4217, upper case; `None` falls back to `[terms]`.
    pub currency: Option<Spanned<String>>,
    /// Days until delivery.
    pub turnaround_days: Option<u32>,
    /// Last day the price holds.
    pub valid_until: Option<Spanned<Date>>,
    /// A link or a photo that shows one.
    pub example: Option<Example>,
    /// Whether it comes first.
    pub featured: bool,
    /// Who may see it.
    pub visibility: Visibility,
}

/// What a service costs. Money is in the major unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Price {
    /// Nothing is said, or "on request".
    OnRequest,
    /// Exactly.
    Exactly(Exact),
    /// At least.
    From(Exact),
    /// Between two.
    Range(Exact, Exact),
    /// So many percent of something.
    Percent(Exact, String),
}

/// An example of a service.
#[derive(Clone, Debug)]
pub enum Example {
    /// A page elsewhere.
    Link(Spanned<String>),
    /// A photo of the kit.
    Photo(PhotoRef),
}

/// `[terms]`
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// ISO 4217, upper case.
    pub currency: Option<Spanned<String>>,
    /// How content may be used.
    pub usage: Option<Prose>,
    /// What is closed to rivals, how long.
    pub exclusivity: Option<Prose>,
    /// When money is due.
    pub payment: Option<Prose>,
    /// Rounds of changes in the price.
    pub revisions: Option<u32>,
    /// How advertising is marked.
    pub disclosure: Option<Prose>,
    /// What fits.
    pub good_for: Vec<String>,
    /// What does not.
    pub not_for: Vec<String>,
    /// Further lists.
    pub more: Vec<MoreTerms>,
}

/// A further list of terms.
#[derive(Clone, Debug)]
pub struct MoreTerms {
    /// Title.
    pub title: Spanned<String>,
    /// Items.
    pub items: Vec<Spanned<String>>,
}

/// `[[steps]]`
#[derive(Clone, Debug)]
pub struct Step {
    /// Name.
    pub name: String,
    /// What happens.
    pub text: Option<String>,
    /// When, in words.
    pub when: Option<String>,
    /// First and last week, from 0.
    pub weeks: Option<(u32, u32)>,
}

/// `[[services]]`; `one_currency` says that the terms have one for all prices.
pub(super) fn service(f: &mut Fields<'_, '_, '_>, one_currency: bool) -> Option<Service> {
    let name = f.text("name", 120, "What you offer");
    let name = f.required("name", name);
    let service = Service {
        group: f
            .text(
                "group",
                60,
                "Heading it stands under; Add-ons comes last and smaller",
            )
            .map(|t| t.value),
        platform: platform(f, "Where it is published"),
        includes: f.proses("includes", 160, "What is in it"),
        price: price(f, one_currency),
        per: f
            .choice("per", "What the price is for")
            .map(|per| per.value),
        minimum: f
            .text("minimum", 60, "The smallest booking: four weeks")
            .map(|t| t.value),
        currency: f.parsed(
            "currency",
            "Currency of the price, as a code: EUR",
            expected::CURRENCY,
            currency,
        ),
        turnaround_days: f
            .whole("turnaround_days", 1..=730, "Days until delivery")
            .map(|n| n.value),
        valid_until: f.date("valid_until", "The last day the price holds"),
        example: example(f),
        featured: f.flag("featured", "It comes first"),
        visibility: visibility(f),
        name: name?,
    };
    Some(service)
}

fn price(f: &mut Fields<'_, '_, '_>, one_currency: bool) -> Price {
    let from = f.amount("from", "The lowest price, in whole units of the currency");
    let to = f.amount("to", "The highest price, beside from");
    let price = f.amount("price", "The price, when there is just one");
    let percent = f.amount("percent", "The price in percent of something");
    let percent_of = f.text("percent_of", 60, "What the percentage is of: the fee");
    let on_request = f.flag("on_request", "The price is given on request");
    let money = price.as_ref().or(from.as_ref());
    if let (Some(money), false) = (money, one_currency || f.has_any(&["currency"])) {
        f.say(
            Diagnostic::error("no-currency", "this price has no currency")
                .at(money.span)
                .hint("add `currency = \"EUR\"` here, or once in `[terms]`"),
        );
    }
    let mut ways: Vec<Span> = Vec::new();
    ways.extend(from.as_ref().or(to.as_ref()).map(|value| value.span));
    ways.extend(price.as_ref().map(|value| value.span));
    ways.extend(percent.as_ref().map(|value| value.span));
    ways.sort();
    if let Some(second) = ways.get(1) {
        f.say(
            Diagnostic::error("two-prices", "a service has one price")
                .at(*second)
                .hint("use `price`, or `from`, or `from` with `to`, or `percent`"),
        );
    } else if let (Some(way), true) = (ways.first(), on_request) {
        f.say(
            Diagnostic::error("two-prices", "a price on request shows no amount")
                .at(*way)
                .hint("take out the amount, or `on_request = true`"),
        );
    }
    match (from, to) {
        (Some(from), Some(to)) => {
            if from.value >= to.value {
                f.say(
                    Diagnostic::error("out-of-range", "`to` must be more than `from`").at(to.span),
                );
            }
            return Price::Range(from.value, to.value);
        }
        (Some(from), None) => return Price::From(from.value),
        (None, Some(to)) if !f.has_any(&["from"]) => f.say(
            Diagnostic::error("missing-field", "`to` needs a `from`")
                .at(to.span)
                .hint("for one price, write `price`"),
        ),
        (None, _) => {}
    }
    match (price, percent) {
        (Some(price), _) => Price::Exactly(price.value),
        (None, Some(percent)) => {
            if !f.has_any(&["percent_of"]) {
                f.say(
                    Diagnostic::error("missing-field", "`percent` needs a `percent_of`")
                        .at(percent.span)
                        .hint("say what it is a part of: `percent_of = \"the fee\"`"),
                );
            }
            Price::Percent(
                percent.value,
                percent_of.map(|of| of.value).unwrap_or_default(),
            )
        }
        (None, None) => Price::OnRequest,
    }
}

fn example(f: &mut Fields<'_, '_, '_>) -> Option<Example> {
    let text = f.text(
        "example",
        2_000,
        "One you made: a link, or a photo of the kit",
    )?;
    if let Some(page) = web_page(&text.value) {
        return Some(Example::Link(text.map(|_| page)));
    }
    let ending = text.value.rsplit('.').next().unwrap_or_default();
    let picture = ["jpg", "jpeg", "png", "webp", "heic"];
    if !picture.contains(&ending.to_lowercase().as_str()) {
        f.say(expected::EXAMPLE.missed(&text));
        return None;
    }
    f.reading().photo(&text).map(Example::Photo)
}

/// `[terms]`
pub(super) fn terms(f: &mut Fields<'_, '_, '_>) -> Option<Terms> {
    Some(Terms {
        currency: f.parsed(
            "currency",
            "Currency of all prices, as a code: EUR",
            expected::CURRENCY,
            currency,
        ),
        usage: f.prose("usage", 400, "How your content may be used"),
        exclusivity: f.prose("exclusivity", 400, "What is closed to rivals, and how long"),
        payment: f.prose("payment", 400, "When money is due"),
        revisions: f
            .whole("revisions", 0..=20, "Rounds of changes in the price")
            .map(|n| n.value),
        disclosure: f.prose("disclosure", 400, "How advertising is marked"),
        good_for: plain(f.texts("good_for", 80, "What fits you")),
        not_for: plain(f.texts("not_for", 80, "What does not")),
        more: f.tables("more", "Further lists", |f| {
            let title = f.text("title", 80, "Title");
            let title = f.required("title", title);
            let items = f.texts("items", 200, "Items");
            Some(MoreTerms {
                title: title?,
                items,
            })
        }),
    })
}

fn plain(texts: Vec<Spanned<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}

/// `[[steps]]`
pub(super) fn step(f: &mut Fields<'_, '_, '_>) -> Option<Step> {
    let name = f.text("name", 80, "What the step is called");
    let name = f.required("name", name);
    let weeks = f.pair(
        "weeks",
        0..=104,
        "First and last week, counted from 0: [2, 5]",
    );
    if let Some(weeks) = weeks.as_ref().filter(|weeks| weeks.value.0 > weeks.value.1) {
        let message = "the first of the `weeks` comes after the last";
        f.say(Diagnostic::error("out-of-range", message).at(weeks.span));
    }
    let step = Step {
        text: f.text("text", 300, "What happens").map(|text| text.value),
        when: f.text("when", 60, "When, in words").map(|text| text.value),
        weeks: weeks.map(|weeks| weeks.value),
        name: name?.value,
    };
    Some(step)
}
