//! What is on record: milestones, press, testimonials, facts, links, best posts.

use super::accounts::Holder;
use super::figures::{Parts, sources_of};
use super::numbers::Numbers;
use super::posts::Post;
use super::tongue::Tongue;
use super::view::{
    Figure, Labelled, MilestoneView, MilestonesView, PostView, PressItem, PressView,
    TestimonialView,
};
use super::work::times_usual;
use crate::kit::{
    Choice, FeaturedPost, Kit, Milestone, Permission, Row, When, parse_decimal, web_address,
};
use std::collections::{BTreeMap, BTreeSet};

/// The metrics of a single post, the one to show first.
const POST_METRICS: [&str; 7] = [
    "views",
    "viewers",
    "listeners",
    "downloads",
    "live_views",
    "impressions",
    "reach",
];

/// Milestones, those still ahead apart.
pub fn milestones(kit: &Kit, tongue: &Tongue<'_>) -> MilestonesView {
    // A year of which nothing more is known has come when it has begun.
    let ahead = |milestone: &Milestone| {
        let end = milestone.until.as_ref().unwrap_or(&milestone.date);
        match end.value {
            When::Year(year) => year > tongue.today.year(),
            When::Day(day) => day > tongue.today,
        }
    };
    let mut sorted: Vec<&Milestone> = kit.profile.milestones.iter().collect();
    sorted.sort_by_key(|milestone| milestone.date.value.first_day());
    let (next, mut past): (Vec<&Milestone>, Vec<&Milestone>) =
        sorted.into_iter().partition(|milestone| ahead(milestone));
    past.reverse();
    let views = |list: Vec<&Milestone>| {
        list.into_iter()
            .map(|m| milestone_view(m, tongue))
            .collect()
    };
    MilestonesView {
        next: views(next),
        past: views(past),
    }
}

fn milestone_view(milestone: &Milestone, tongue: &Tongue<'_>) -> MilestoneView {
    let date = milestone.date.value;
    let when = match (date, milestone.until.as_ref().map(|until| until.value)) {
        (When::Day(from), Some(When::Day(to))) => tongue.locale.span(tongue.words, from, to),
        (from, Some(to)) if from.year() != to.year() => tongue.say(
            "span",
            &[
                ("from", &from.year().to_string()),
                ("to", &to.year().to_string()),
            ],
        ),
        (When::Day(day), _) => tongue.locale.day(day),
        (When::Year(year), _) => year.to_string(),
    };
    MilestoneView {
        iso: match date {
            When::Year(year) => year.to_string(),
            When::Day(day) => day.to_string(),
        },
        year: date.year().to_string(),
        when,
        title: milestone.title.clone(),
        place: milestone.place.as_ref().map(|place| place.value.clone()),
        url: milestone.url.as_ref().map(|url| url.value.clone()),
        kind: milestone.kind.map(Choice::word),
    }
}

/// Press and the testimonials that may be shown.
pub fn press(kit: &Kit, numbers: &Numbers<'_>, tongue: &Tongue<'_>) -> PressView {
    let mut items: Vec<PressItem> = Vec::new();
    let mut sorted: Vec<_> = kit.profile.press.iter().collect();
    sorted.sort_by_key(|item| std::cmp::Reverse(item.year));
    for item in sorted {
        let language = item.language.as_ref().map(|tag| tag.value.clone());
        let foreign = language.filter(|tag| *tag != kit.profile.site.language);
        items.push(PressItem {
            outlet: item.outlet.clone(),
            title: item.title.clone(),
            quote: item.quote.clone(),
            year: item.year.map(|year| year.to_string()),
            url: item.url.as_ref().map(|url| url.value.clone()),
            language_name: foreign.as_ref().map(|tag| tongue.locale.language_name(tag)),
            language: foreign,
        });
    }
    let named = |company: &String| super::work::is_silent(kit, company, tongue.today);
    let public = kit.profile.testimonials.iter().filter(|said| {
        said.permission == Permission::Public && !said.company.as_ref().is_some_and(named)
    });
    PressView {
        quoted: items.iter().any(|item| item.quote.is_some()),
        items,
        testimonials: public
            .map(|said| {
                let parts = [
                    Some(&said.person.value),
                    said.role.as_ref(),
                    said.company.as_ref(),
                ];
                let parts: Vec<&String> = parts.into_iter().flatten().collect();
                let by = match parts.as_slice() {
                    [person, role, company] => tongue.say(
                        "quote-by-of",
                        &[("person", person), ("role", role), ("company", company)],
                    ),
                    [person, role] => tongue.say("quote-by", &[("person", person), ("role", role)]),
                    _ => said.person.value.clone(),
                };
                TestimonialView {
                    quote: said.quote.clone(),
                    by,
                    when: said.date.map(|when| tongue.when(when)),
                    link: said.link.as_ref().map(|link| link.value.clone()),
                    photo: said.photo.as_ref().map(|photo| numbers.photo(photo)),
                }
            })
            .collect(),
    }
}

/// The facts that may be shown.
pub fn facts(kit: &Kit) -> Vec<Labelled> {
    let shown = kit
        .profile
        .facts
        .iter()
        .filter(|fact| kit.shows(fact.visibility));
    shown
        .map(|fact| Labelled {
            label: fact.label.value.clone(),
            text: fact.value.clone(),
        })
        .collect()
}

/// The creator's own best posts, each with its first number and the usual beside it.
pub fn best_posts(
    kit: &Kit,
    holders: &[Holder<'_>],
    numbers: &Numbers<'_>,
    tongue: &Tongue<'_>,
) -> Vec<PostView> {
    let counted = counted(kit, holders);
    let view = |post: &FeaturedPost| {
        let found = counted.get(&post.url.value).and_then(|(holder, own)| {
            let figure = post_figure(holder, own, kit, tongue)?;
            Some((holder, own, figure))
        });
        let usual = found
            .as_ref()
            .and_then(|(holder, _, figure)| usual(holder, figure, numbers, tongue));
        let (usual, times_usual) = usual.unzip();
        PostView {
            url: post.url.value.clone(),
            title: post.title.clone(),
            photo: post.photo.as_ref().map(|photo| numbers.photo(photo)),
            kind: post.kind.map(Choice::word),
            platform: found
                .as_ref()
                .map(|(holder, ..)| tongue.platform(holder.platform(), false)),
            format: found
                .as_ref()
                .and_then(|(_, own, _)| Some(tongue.format(own.format?))),
            month: found
                .as_ref()
                .map(|(_, own, _)| tongue.locale.month_short(own.date)),
            figure: found.map(|(.., figure)| figure),
            usual,
            times_usual: times_usual.flatten(),
        }
    };
    kit.profile.posts.iter().map(view).collect()
}

/// The posts that have numbers, by the addresses that browsers would show, and whose they are: none
/// where the kit shows no posts.
fn counted<'h>(
    kit: &Kit,
    holders: &'h [Holder<'_>],
) -> BTreeMap<String, (&'h Holder<'h>, &'h Post<'h>)> {
    let mut counted = BTreeMap::new();
    if kit.profile.posts.is_empty() {
        return counted;
    }
    for holder in holders {
        for post in &holder.posts {
            if let Some(address) = web_address(post.name) {
                counted.entry(address).or_insert((holder, post));
            }
        }
    }
    counted
}

/// The first number of a holder's post.
fn post_figure(
    holder: &Holder<'_>,
    post: &Post<'_>,
    kit: &Kit,
    tongue: &Tongue<'_>,
) -> Option<Figure> {
    let own =
        |row: &&Row| row.post.as_deref() == Some(post.name) && row.platform == *holder.platform();
    let rows = || kit.rows.iter().filter(own);
    let row = POST_METRICS
        .iter()
        .find_map(|metric| rows().find(|row| row.metric.name() == *metric))?;
    let name = tongue.metric(row.metric.name(), holder.platform(), false);
    let format = post.format.map(|format| format!("{}.", format.word()));
    let format = format.unwrap_or_default();
    let joint = joint(holder);
    let mut figure = tongue.figure(Parts {
        id: format!("{}{joint}{format}{}", holder.name, row.metric),
        metric: row.metric.name(),
        labels: (name.clone(), name),
        value: &row.value.value.number,
        unit: row.metric.unit(),
        date: row.asof.unwrap_or(row.date),
        method: tongue.say("made-post", &[]),
        sources: BTreeSet::new(),
    });
    figure.floor = row.value.value.floor;
    figure.sources = sources_of([row]);
    figure.format = post.format.map(Choice::word);
    figure.format_text = post.format.map(|format| tongue.formats(format, false));
    figure.posts = Some(1);
    figure.window = Some(tongue.window(post.date, row.asof.unwrap_or(post.date)));
    Some(figure)
}

/// What stands between an account and the rest of a number's name.
fn joint(holder: &Holder<'_>) -> char {
    match &holder.name.handle {
        Some(_) => '/',
        None => '.',
    }
}

/// "A usual Reel has 92,400 views", where the median of the format is known; and how many times
/// as many the post has, where that is worth saying.
fn usual(
    holder: &Holder<'_>,
    figure: &Figure,
    numbers: &Numbers<'_>,
    tongue: &Tongue<'_>,
) -> Option<(String, Option<String>)> {
    let format = figure.format?;
    let joint = joint(holder);
    let id = format!("{}{joint}{format}.{}.median", holder.name, figure.metric);
    let median = numbers.figures().get(&id)?;
    let one = tongue.say(&format!("format-{format}.inner"), &[]);
    let metric = tongue.metric(&figure.metric, holder.platform(), true);
    let sentence = tongue.say(
        "usual",
        &[
            ("format", &one),
            ("value", &median.text),
            ("metric", &metric),
        ],
    );
    let exact = |figure: &Figure| parse_decimal(&figure.value).filter(|_| !figure.floor);
    let times = exact(figure).zip(exact(median));
    let times = times.and_then(|(value, usual)| times_usual(&value, &usual));
    Some((sentence, times.map(|times| tongue.locale.cut(&times, 1))))
}
