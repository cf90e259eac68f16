//! What a kit says in words: each text that is shown, and where it stands.

use super::leaf::{Leaf, leaves, leaves_of_line};
use crate::kit::{Collaboration, Example, Kit, Markdown, Permission, Piece, Prose};
use crate::source::Span;

/// The part that is the label of a fact.
pub(super) const FACT_LABEL: &str = "the label of a fact";

/// The part that is where a milestone was.
pub(super) const MILESTONE_PLACE: &str = "the place of a milestone";

/// The part that is what a fact says.
pub(super) const FACT: &str = "a fact";

/// A text that is shown.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// What it is, for a message: "the tagline".
    pub part: &'static str,
    /// The words.
    pub text: String,
    /// Where it stands, or the table it is in does; `None` where the kit does not know.
    pub place: Option<Span>,
}

/// The words of `prose`, with a digit for each number that it names.
pub(super) fn of_prose(prose: &Prose) -> String {
    let words = prose.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.as_str(),
        Piece::Number(_) => "0",
    });
    words.collect()
}

/// The texts of the profile and the story that those may see for whom the kit is.
pub(super) fn of_profile(kit: &Kit) -> Vec<Told> {
    let mut texts = Texts(Vec::new());
    texts.creator(kit);
    texts.offer(kit);
    texts.record(kit);
    if let Some(story) = &kit.story {
        let pull = story.pull.as_deref().unwrap_or_default();
        texts.leaves("the story", leaves_of_line(pull), None);
        texts.blocks("the story", &story.body, None);
    }
    texts.0
}

/// The texts of a campaign.
pub(super) fn of_case(case: &Collaboration) -> Vec<Told> {
    let mut texts = Texts(Vec::new());
    texts.prose("the title of another campaign", &case.title);
    texts.prose("the goal of another campaign", &case.goal);
    texts.prose("what was made in another campaign", &case.made);
    texts.prose("the note of another campaign", &case.note);
    let body = "the text of another campaign";
    texts.blocks(body, &case.body, Some(case.brand.span));
    texts.0
}

struct Texts(Vec<Told>);

impl Texts {
    fn say(&mut self, part: &'static str, text: &str, place: Option<Span>) {
        self.0.push(Told {
            part,
            text: text.to_string(),
            place,
        });
    }

    fn say_all<'a>(
        &mut self,
        part: &'static str,
        texts: impl IntoIterator<Item = Option<&'a String>>,
        place: Option<Span>,
    ) {
        let texts = texts.into_iter().flatten();
        texts.for_each(|text| self.say(part, text, place));
    }

    fn prose<'a>(&mut self, part: &'static str, texts: impl IntoIterator<Item = &'a Prose>) {
        for prose in texts {
            self.say(part, &of_prose(prose), Some(prose.span));
        }
    }

    /// `place` stands for what has no place of its own, and no words behind it that have one.
    fn blocks(&mut self, part: &'static str, blocks: &Markdown, place: Option<Span>) {
        self.leaves(part, leaves(blocks), place);
    }

    fn leaves(&mut self, part: &'static str, leaves: Vec<Leaf<'_>>, place: Option<Span>) {
        let mut near = place;
        // From the end: the words of a link come after its address.
        for leaf in leaves.into_iter().rev() {
            match leaf {
                Leaf::Text(text) => {
                    near = Some(text.span);
                    self.say(part, &text.value, near);
                }
                Leaf::Code(text) | Leaf::Address(text) => self.say(part, text, near),
                Leaf::Photo(photo, alt) => self.say(part, alt, Some(photo.span)),
            }
        }
    }

    fn creator(&mut self, kit: &Kit) {
        let profile = &kit.profile;
        let creator = &profile.creator;
        if let Some(brand) = &kit.edition {
            self.prose("the greeting", &brand.greeting);
        }
        self.prose("the tagline", &creator.tagline);
        self.prose("the standfirst", &creator.standfirst);
        self.prose("a highlight", &creator.highlights);
        for pillar in &creator.pillars {
            self.prose("a pillar", [&pillar.name]);
            self.prose("a pillar", &pillar.text);
        }
        let people = creator.people.iter();
        let people = people.flat_map(|person| [Some(&person.name), person.role.as_ref()]);
        self.say_all("one of the people", people, Some(creator.name.span));
        for heading in profile.headings.values() {
            self.prose("a heading", [&heading.value]);
        }
        let audience = &profile.audience;
        let about = "what is said of the audience";
        let markdown = audience.about.as_ref();
        markdown
            .into_iter()
            .for_each(|text| self.blocks(about, text, None));
        self.say_all(about, audience.interests.iter().map(Some), None);
        for account in &profile.accounts {
            if kit.shows(account.visibility) {
                let texts = [account.about.as_ref(), account.rhythm.as_ref()];
                self.say_all(
                    "what is said of an account",
                    texts,
                    Some(account.platform.span),
                );
            }
        }
        for post in &profile.posts {
            let texts = [post.title.as_ref(), Some(&post.url.value)];
            self.say_all("a post", texts, Some(post.url.span));
        }
        for note in profile.photos.iter().filter(|note| note.gallery) {
            let texts = [&note.alt, &note.credit, &note.licence];
            let texts = texts.map(Option::as_ref);
            self.say_all("what is said of a photo", texts, Some(note.span));
        }
    }

    fn offer(&mut self, kit: &Kit) {
        let profile = &kit.profile;
        for service in &profile.services {
            if kit.shows(service.visibility) {
                let page = match &service.example {
                    Some(Example::Link(page)) => Some(&page.value),
                    Some(Example::Photo(_)) | None => None,
                };
                let name = Some(&service.name.value);
                let texts = [name, service.group.as_ref(), service.minimum.as_ref(), page];
                self.say_all("a service", texts, Some(service.name.span));
                self.prose("a service", &service.includes);
            }
        }
        let terms = &profile.terms;
        for prose in [
            &terms.usage,
            &terms.exclusivity,
            &terms.payment,
            &terms.disclosure,
        ] {
            self.prose("one of the terms", prose);
        }
        let fits = terms.good_for.iter().chain(&terms.not_for);
        self.say_all("one of the terms", fits.map(Some), None);
        let more = terms.more.iter();
        for text in more.flat_map(|list| std::iter::once(&list.title).chain(&list.items)) {
            self.say("one of the terms", &text.value, Some(text.span));
        }
        for step in &profile.steps {
            let texts = [Some(&step.name), step.text.as_ref(), step.when.as_ref()];
            self.say_all("a step", texts, None);
        }
    }

    fn record(&mut self, kit: &Kit) {
        let profile = &kit.profile;
        for milestone in &profile.milestones {
            let page = milestone.url.as_ref().map(|url| &url.value);
            let texts = [Some(&milestone.title), page];
            self.say_all("a milestone", texts, Some(milestone.date.span));
            if let Some(place) = &milestone.place {
                self.say(MILESTONE_PLACE, &place.value, Some(place.span));
            }
        }
        for said in &profile.testimonials {
            let public = said.permission == Permission::Public;
            let by = [
                Some(&said.person.value),
                said.role.as_ref(),
                said.company.as_ref(),
            ];
            let by = by.into_iter().filter(|_| public);
            let quote = Some(&said.quote).filter(|_| said.permission != Permission::Nda);
            let texts = by.chain([quote]);
            self.say_all("what a partner says", texts, Some(said.person.span));
        }
        for press in &profile.press {
            let url = press.url.as_ref();
            let page = url.map(|url| &url.value);
            let outlet = Some(&press.outlet);
            let texts = [outlet, press.title.as_ref(), press.quote.as_ref(), page];
            let place = url.map(|url| url.span);
            self.say_all("what was written about you", texts, place);
        }
        for fact in &profile.facts {
            if kit.shows(fact.visibility) {
                self.say(FACT_LABEL, &fact.label.value, Some(fact.label.span));
                self.say(FACT, &fact.value, Some(fact.label.span));
            }
        }
        for link in &profile.links {
            let texts = [Some(&link.title), Some(&link.url.value)];
            self.say_all("a link", texts, Some(link.url.span));
        }
    }
}
