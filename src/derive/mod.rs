//! Kit to [`View`]: what one audience may see, with every number computed and written out.
//!
//! This is where private things are left out, so that nothing after can leak them, and where
//! numbers are made honest. It knows no theme, no page and no file.

mod accounts;
mod audience;
mod edition;
mod enquiry;
mod figures;
mod findings;
mod format;
mod growth;
mod method;
mod numbers;
mod parts;
mod people;
mod platforms;
mod posts;
mod prices;
mod rates;
mod records;
mod segments;
mod series;
mod stats;
mod tongue;
mod typed;
mod typical;
mod view;
mod work;

pub use accounts::{account_of, main_account};
pub use format::is_country;
pub use numbers::find_figure;
pub use prices::{secret_counts, secret_prices, written};
pub use view::*;

use crate::kit::{Choice, Kit, SectionId};
use crate::source::Options;
use crate::words::{Value, Words};
use format::Locale;
use numbers::Numbers;
use tongue::Tongue;

/// The version of the contract with themes.
pub const VERSION: u32 = 1;

/// Works out what the audience of `options` may see of `kit`, in the language of `words`.
///
/// Nothing can go wrong here: what a kit names and does not have is left as it was written, and
/// `check` says so.
pub fn derive(kit: &Kit, words: &Words, options: &Options) -> View {
    let language = &kit.profile.site.language;
    let tongue = &Tongue {
        words,
        locale: Locale::new(language),
        today: options.today,
    };
    let window_days = kit.profile.numbers.window_days;
    let holders = accounts::holders(kit, |account| {
        kit.shows(account.visibility) && kit.shows_section(SectionId::Platforms)
    });
    let known = platforms::platforms(&holders, tongue, window_days);
    let mut figures: Vec<Figure> = known.quiet;
    figures.extend(known.view.total.clone());
    for account in known.view.accounts.iter().chain(&known.view.also) {
        figures.extend(account.figures().cloned());
    }
    let numbers = Numbers::new(kit, tongue, figures);
    let chosen = &kit.profile.numbers.lead;
    let lead: Vec<Figure> = if chosen.is_empty() {
        platforms::usual_lead(&known.view)
    } else {
        chosen
            .iter()
            .filter_map(|name| numbers.find(&name.value).cloned())
            .collect()
    };
    let mut groups: Vec<AudienceGroup> = holders
        .iter()
        .filter_map(|holder| audience::audience(holder, tongue))
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(audience::weight(group)));
    let audience = AudienceView {
        finding: groups
            .iter()
            .find_map(|group| findings::non_followers(group, tongue)),
        about: numbers.blocks(kit.profile.audience.about.as_deref().unwrap_or_default()),
        interests: kit.profile.audience.interests.clone(),
        groups,
    };
    let story = kit.story.as_ref();
    let mut view = View {
        version: VERSION,
        language: language.clone(),
        direction: tongue.locale.direction(),
        creator: people::creator(kit, &numbers, tongue),
        edition: edition::edition(kit, &numbers, tongue),
        dated: platforms::dated(&lead, tongue),
        lead,
        contact: people::contact(kit, tongue, options),
        sections: Vec::new(),
        platforms: known.view,
        posts: records::best_posts(kit, &holders, &numbers, tongue),
        audience,
        story: StoryView {
            pull: numbers.inlines(story.and_then(|s| s.pull.as_deref()).unwrap_or_default()),
            blocks: numbers.blocks(story.map(|s| s.body.as_slice()).unwrap_or_default()),
        },
        milestones: records::milestones(kit, tongue),
        gallery: gallery(kit, &numbers),
        work: work::work(kit, &numbers, tongue),
        rates: rates::rates(kit, &numbers, tongue),
        process: rates::process(kit, &numbers, tongue),
        press: records::press(kit, &numbers, tongue),
        facts: records::facts(kit),
        links: kit.profile.links.iter().map(work::link).collect(),
        method: MethodView::default(),
        numbers: Default::default(),
        site: people::site(kit, options),
    };
    hide(kit, &mut view);
    view.sections = sections(kit, &view, &numbers, tongue);
    view.numbers = numbers.into_figures();
    view.method = method::method(&view, window_days, tongue);
    view
}

/// Takes out the sections that are not for those for whom the kit is. Of the accounts, whose numbers
/// stand all over a kit, nothing came in.
fn hide(kit: &Kit, view: &mut View) {
    let hidden = SectionId::WORDS.iter().map(|(_, section)| *section);
    for section in hidden.filter(|section| !kit.shows_section(*section)) {
        match section {
            SectionId::Posts => view.posts.clear(),
            SectionId::Audience => view.audience = AudienceView::default(),
            SectionId::Story => {
                view.story = StoryView::default();
                view.creator.highlights.clear();
                view.creator.pillars.clear();
            }
            SectionId::Milestones => view.milestones = MilestonesView::default(),
            SectionId::Gallery => view.gallery.clear(),
            SectionId::Work => view.work = WorkView::default(),
            SectionId::Rates => view.rates = RatesView::default(),
            SectionId::Process => view.process = ProcessView::default(),
            SectionId::Press => view.press = PressView::default(),
            SectionId::Platforms | SectionId::Contact => {}
        }
    }
}

fn gallery(kit: &Kit, numbers: &Numbers<'_>) -> Vec<PhotoView> {
    let shown = kit.profile.photos.iter().filter(|note| note.gallery);
    shown.map(|note| numbers.photo(&note.file)).collect()
}

/// The sections that have something to show, in the kit's order, with their headings.
fn sections(
    kit: &Kit,
    view: &View,
    numbers: &Numbers<'_>,
    tongue: &Tongue<'_>,
) -> Vec<SectionView> {
    let asked = &kit.profile.site.sections;
    let order: Vec<SectionId> = if asked.is_empty() {
        SectionId::WORDS
            .iter()
            .map(|(_, section)| *section)
            .collect()
    } else {
        asked.iter().map(|section| section.value).collect()
    };
    let shown = order
        .into_iter()
        .filter(|section| kit.shows_section(*section) && has_content(*section, view));
    shown
        .map(|section| SectionView {
            id: section.word(),
            heading: match kit.profile.headings.get(&section) {
                Some(heading) => numbers.prose(&heading.value),
                None => heading(section, view, tongue),
            },
            nav: tongue.say(&format!("nav-{}", section.word()), &[]),
        })
        .collect()
}

fn has_content(section: SectionId, view: &View) -> bool {
    match section {
        SectionId::Platforms => {
            !view.platforms.accounts.is_empty() || !view.platforms.also.is_empty()
        }
        SectionId::Posts => !view.posts.is_empty(),
        SectionId::Audience => {
            let audience = &view.audience;
            !audience.about.is_empty()
                || !audience.interests.is_empty()
                || !audience.groups.is_empty()
        }
        SectionId::Story => {
            !view.story.pull.is_empty()
                || !view.story.blocks.is_empty()
                || !view.creator.highlights.is_empty()
                || !view.creator.pillars.is_empty()
        }
        SectionId::Milestones => {
            !view.milestones.next.is_empty() || !view.milestones.past.is_empty()
        }
        SectionId::Gallery => !view.gallery.is_empty(),
        SectionId::Work => !view.work.cases.is_empty() || !view.work.also.is_empty(),
        // Without a service the section is one sentence: rates on request.
        SectionId::Rates => true,
        SectionId::Process => {
            let process = &view.process;
            !process.steps.is_empty() || !process.terms.is_empty() || !process.more.is_empty()
        }
        SectionId::Press => !view.press.items.is_empty() || !view.press.testimonials.is_empty(),
        SectionId::Contact => {
            let contact = &view.contact;
            !contact.ways.is_empty() || contact.manager.is_some() || contact.guardian.is_some()
        }
    }
}

/// How many quotations there are from the press and from partners.
fn said(press: &PressView) -> usize {
    let quoted = press.items.iter().filter(|item| item.quote.is_some());
    quoted.count() + press.testimonials.len()
}

/// A finding when the data supports one, else the plain heading for what the section holds.
fn heading(section: SectionId, view: &View, tongue: &Tongue<'_>) -> String {
    let plain = |key: &str| tongue.heading(key, 0);
    let accounts = &view.platforms;
    match section {
        SectionId::Platforms => match (accounts.accounts.as_slice(), accounts.also.as_slice()) {
            ([one], []) | ([], [one]) => {
                let platform = [("platform", Value::Text(&one.name))];
                tongue.words.heading("section-one-platform", &platform)
            }
            (accounts, also) => {
                let counted = if accounts.is_empty() { also } else { accounts };
                tongue.heading("section-platforms", counted.len())
            }
        },
        SectionId::Audience => {
            let finding = view
                .audience
                .groups
                .first()
                .and_then(|group| findings::audience(group, tongue));
            finding.unwrap_or_else(|| plain("section-audience"))
        }
        SectionId::Work => match view.work.cases.len() {
            0 => plain("section-worked-with"),
            1 => plain("section-one-case"),
            _ => plain("section-work"),
        },
        SectionId::Rates if !view.rates.priced => match view.creator.kind {
            "person" => plain("section-services"),
            _ => plain("section-services-several"),
        },
        SectionId::Press if view.press.items.is_empty() => plain("section-testimonials"),
        SectionId::Press => tongue.heading("section-press", said(&view.press)),
        SectionId::Process if view.process.steps.is_empty() => plain("section-terms"),
        SectionId::Posts
        | SectionId::Story
        | SectionId::Milestones
        | SectionId::Gallery
        | SectionId::Rates
        | SectionId::Process
        | SectionId::Contact => plain(&format!("section-{}", section.word())),
    }
}
