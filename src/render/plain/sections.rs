//! What each section of a kit says in plain text.

use super::{Text, plain};
use crate::derive::{AccountView, CaseView, ManagerView, Point, ResultView, Series};
use crate::derive::{ServiceView, View, Way};
use crate::words::Value;

impl Text<'_> {
    /// For which brand alone it is, and what is said to it.
    pub(super) fn greeting(&mut self, view: &View) {
        if let Some(edition) = &view.edition {
            self.line([&*edition.title]);
            self.line(edition.greeting.as_deref());
            self.gap();
        }
    }

    /// What is asked of the brand, and how long it holds.
    pub(super) fn asked(&mut self, view: &View) {
        if let Some(edition) = &view.edition {
            self.gap();
            self.line([&*edition.note]);
            self.line(edition.until.as_deref());
        }
    }

    pub(super) fn hero(&mut self, view: &View) {
        let creator = &view.creator;
        self.out += &format!("{}\n", creator.name);
        self.line(creator.tagline.as_deref());
        self.line(creator.standfirst.as_deref());
        self.line(
            [&creator.location, &creator.country]
                .into_iter()
                .flatten()
                .map(String::as_str),
        );
        self.line(creator.languages.iter().map(String::as_str));
        self.line(creator.pronouns.as_deref());
        for person in &creator.people {
            self.line(
                [Some(&*person.name), person.role.as_deref()]
                    .into_iter()
                    .flatten(),
            );
        }
        self.line(view.site.url.as_deref());
        self.gap();
        for figure in &view.lead {
            self.figure(&figure.label, figure);
        }
        if let Some(dated) = &view.dated {
            let as_of = self
                .words
                .say("as-of", &[("date", Value::Text(&dated.day.text))]);
            self.line([&*as_of]);
        }
    }

    pub(super) fn platforms(&mut self, view: &View) {
        let platforms = &view.platforms;
        self.line(platforms.finding.as_deref());
        for account in &platforms.accounts {
            self.gap();
            self.account(account);
            let figures = [&account.followers, &account.views, &account.rate];
            for figure in figures.into_iter().flatten().chain(&account.others) {
                self.figure(&figure.label, figure);
            }
            if let Some(growth) = &account.growth {
                self.figure(&growth.figure.label, &growth.figure);
            }
            account.notes.iter().for_each(|note| self.line([&**note]));
        }
        if let Some(total) = &platforms.total {
            self.gap();
            self.figure(&total.label, total);
        }
        if !platforms.also.is_empty() && !platforms.accounts.is_empty() {
            self.title_of("also-on");
        }
        platforms
            .also
            .iter()
            .for_each(|account| self.account(account));
    }

    fn account(&mut self, account: &AccountView) {
        let parts = [
            &account.handle,
            &account.about,
            &account.rhythm,
            &account.url,
        ];
        let parts = parts.into_iter().flatten().map(String::as_str);
        self.line([&*account.name].into_iter().chain(parts));
    }

    pub(super) fn posts(&mut self, view: &View) {
        for post in &view.posts {
            let figure = post
                .figure
                .as_ref()
                .map(|figure| format!("{} {}", self.value(figure), figure.short_label));
            let parts = [&post.title, &post.platform, &figure, &post.usual];
            let parts = parts.into_iter().flatten().map(String::as_str);
            self.line(parts.chain([&*post.url]));
        }
    }

    pub(super) fn audience(&mut self, view: &View) {
        self.blocks(&view.audience.about);
        self.line(view.audience.interests.iter().map(String::as_str));
        for group in &view.audience.groups {
            if let Some(pyramid) = &group.pyramid {
                self.line([&*pyramid.title]);
                self.line([&*pyramid.left, &*pyramid.right]);
                for band in &pyramid.bands {
                    let side = |point: &Option<Point>| {
                        let text = point.as_ref().map(|point| point.text.clone());
                        text.unwrap_or_else(|| self.words.say("not-reported", &[]))
                    };
                    let (left, right) = (side(&band.left), side(&band.right));
                    self.line([&*format!("{}: {left}", band.label), &*right]);
                }
                self.line(pyramid.rest.as_deref());
            }
            let series = [&group.ages, &group.genders, &group.countries, &group.cities];
            for series in series.into_iter().flatten().chain(&group.segments) {
                self.series(series);
            }
        }
    }

    fn series(&mut self, series: &Series) {
        let points = series.points.iter().chain(&series.rest);
        let points: Vec<String> = points
            .map(|point| format!("{} {}", point.label, point.text))
            .collect();
        let points: Vec<&str> = points.iter().map(String::as_str).collect();
        self.out += &format!("{}: {}\n", series.title, self.words.listed(&points));
    }

    pub(super) fn story(&mut self, view: &View) {
        let pull = plain(&view.story.pull);
        self.line([&*pull]);
        self.blocks(&view.story.blocks);
        if !view.creator.pillars.is_empty() {
            self.title_of("pillars");
        }
        for pillar in &view.creator.pillars {
            match &pillar.text {
                Some(text) => self.line([&*format!("- {}: {text}", pillar.name)]),
                None => self.line([&*format!("- {}", pillar.name)]),
            }
        }
        if !view.creator.highlights.is_empty() {
            self.gap();
        }
        for highlight in &view.creator.highlights {
            self.line([&*format!("- {highlight}")]);
        }
    }

    pub(super) fn milestones(&mut self, view: &View) {
        for stone in view.milestones.next.iter().chain(&view.milestones.past) {
            let parts = [&stone.place, &stone.url]
                .into_iter()
                .flatten()
                .map(String::as_str);
            self.line([&*stone.when, &*stone.title].into_iter().chain(parts));
        }
    }

    pub(super) fn work(&mut self, view: &View) {
        view.work.cases.iter().for_each(|case| self.case(case));
        if !view.work.also.is_empty() && !view.work.cases.is_empty() {
            self.title_of("also-with");
        }
        for also in &view.work.also {
            let parts = [&also.sector, &also.year, &also.relationship, &also.url];
            let parts = parts.into_iter().flatten().map(String::as_str);
            self.line([&*also.name].into_iter().chain(parts));
        }
    }

    fn case(&mut self, case: &CaseView) {
        self.gap();
        let parts = [&case.title, &case.when, &case.sector, &case.relationship];
        let parts = parts.into_iter().flatten().map(String::as_str);
        self.line([&*case.brand].into_iter().chain(parts));
        self.line(case.goal.as_deref());
        self.line(case.made.iter().map(String::as_str));
        case.results.iter().for_each(|result| self.result(result));
        if let Some(quote) = &case.quote {
            let said = self.quoted(&quote.text);
            self.line([&*said]);
            self.line(quote.by.as_deref());
        }
        self.line(case.note.as_deref());
        self.line(case.disclosure.as_deref());
        self.blocks(&case.body);
        case.links
            .iter()
            .for_each(|link| self.line([&*link.title, &*link.url]));
    }

    fn result(&mut self, result: &ResultView) {
        let Some(value) = &result.text else {
            let unknown = self.words.say("not-tracked", &[]);
            self.line([&*format!("{}: {unknown}", result.label)]);
            return;
        };
        let times = result.times_usual.as_ref().map(|times| {
            self.words
                .say("times-usual", &[("times", Value::Text(times))])
        });
        let usual = result.usual.as_ref().map(|usual| {
            self.words
                .say("usual-value", &[("value", Value::Text(usual))])
        });
        let target = result.target.as_ref().map(|target| {
            self.words
                .say("target-value", &[("value", Value::Text(target))])
        });
        let first = format!("{}: {value}", result.label);
        let rest = [
            &result.basis,
            &times,
            &usual,
            &target,
            &result.measured,
            &result.source,
        ];
        let rest = rest.into_iter().flatten().map(String::as_str);
        self.line([&*first].into_iter().chain(rest));
    }

    pub(super) fn rates(&mut self, view: &View) {
        let rates = &view.rates;
        for group in rates.groups.iter().chain(&rates.addons) {
            self.gap();
            self.line(
                group
                    .name
                    .as_deref()
                    .map(|name| name.replace('*', ""))
                    .as_deref(),
            );
            group
                .services
                .iter()
                .for_each(|service| self.service(service));
        }
        if let Some(note) = &rates.note {
            self.gap();
            self.line([&**note]);
        }
    }

    fn service(&mut self, service: &ServiceView) {
        let price = &service.price;
        let amount = match (price.kind, &price.to) {
            ("from", _) => format!("{} {}", self.words.say("from", &[]), price.text),
            ("range", Some(to)) => {
                let range = [("from", Value::Text(&price.text)), ("to", Value::Text(to))];
                self.words.say("span", &range)
            }
            _ => price.text.clone(),
        };
        let first = format!("{}: {amount}", service.name);
        let after = [&price.of, &price.per, &price.minimum, &service.platform];
        let after = after.into_iter().flatten().map(String::as_str);
        let includes = service.includes.iter().map(String::as_str);
        self.line(
            [&*first].into_iter().chain(after).chain(includes).chain(
                [&service.turnaround]
                    .into_iter()
                    .flatten()
                    .map(String::as_str),
            ),
        );
    }

    pub(super) fn process(&mut self, view: &View) {
        for (index, step) in view.process.steps.iter().enumerate() {
            let when = step.when.as_ref().map(|when| format!(" ({when})"));
            let first = format!("{}. {}{}", index + 1, step.name, when.unwrap_or_default());
            match &step.text {
                Some(text) => self.line([&*format!("{first}: {text}")]),
                None => self.line([&*first]),
            }
        }
        if !view.process.steps.is_empty() {
            self.gap();
        }
        for term in &view.process.terms {
            self.line([&*format!("{}: {}", term.label, term.text)]);
        }
        for list in &view.process.more {
            let items: Vec<&str> = list.items.iter().map(String::as_str).collect();
            self.line([&*format!("{}: {}", list.title, self.words.listed(&items))]);
        }
    }

    pub(super) fn press(&mut self, view: &View) {
        for item in &view.press.items {
            let quote = item.quote.as_ref().map(|quote| self.quoted(quote));
            let parts = [&item.title, &quote, &item.year, &item.url];
            let parts = parts.into_iter().flatten().map(String::as_str);
            self.line([&*item.outlet].into_iter().chain(parts));
        }
        for said in &view.press.testimonials {
            let when = said.when.as_deref().unwrap_or_default();
            let quote = self.quoted(&said.quote);
            self.gap();
            self.line([&*quote]);
            self.line([&*said.by, when]);
        }
    }

    pub(super) fn contact(&mut self, view: &View) {
        let contact = &view.contact;
        contact.ways.iter().for_each(|way| self.way(way));
        self.line(contact.reply.as_deref());
        for (word, person) in [
            ("management", &contact.manager),
            ("guardian", &contact.guardian),
        ] {
            if let Some(person) = person {
                self.person(word, person, &contact.ways);
            }
        }
        self.minor(view);
        if !view.facts.is_empty() || !view.links.is_empty() {
            self.gap();
        }
        for fact in &view.facts {
            self.line([&*format!("{}: {}", fact.label, fact.text)]);
        }
        for link in &view.links {
            self.line([&*link.title, &*link.url]);
        }
    }

    /// For brands: what it means to work with a minor.
    fn minor(&mut self, view: &View) {
        let guardian = view.contact.guardian.as_ref();
        let guardian = guardian.and_then(|guardian| guardian.name.as_deref());
        let Some(guardian) = guardian.filter(|_| view.creator.minor) else {
            return;
        };
        let who = [
            ("name", Value::Text(&view.creator.name)),
            ("guardian", Value::Text(guardian)),
        ];
        self.title_of("minor-title");
        let note = self.words.say("minor-note", &who);
        self.line([&*note]);
    }

    fn person(&mut self, word: &str, person: &ManagerView, above: &[Way]) {
        let names = [&person.name, &person.agency].into_iter().flatten();
        let names: Vec<&str> = names.map(String::as_str).collect();
        self.gap();
        self.named(word, &self.words.listed(&names));
        if !person.regions.is_empty() {
            let regions: Vec<&str> = person.regions.iter().map(String::as_str).collect();
            self.named("regions", &self.words.listed(&regions));
        }
        // A minor's ways are the guardian's, and stand above.
        let is_above = |way: &&Way| above.iter().any(|other| other.address == way.address);
        let further = person.ways.iter().filter(|way| !is_above(way));
        further.for_each(|way| self.way(way));
    }

    fn way(&mut self, way: &Way) {
        self.line([&*format!("{}: {}", way.label, way.text)]);
    }
}
