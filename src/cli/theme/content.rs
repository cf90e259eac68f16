//! What of a view its pages should say.

use crate::derive::{AccountView, BlockView, CaseView, Figure, Series, View};
use serde_json::Value;

/// Something that should be said.
pub(super) struct Item {
    /// What it is.
    pub(super) what: &'static str,
    /// The texts of which one says it, the fullest first.
    pub(super) texts: Vec<String>,
}

impl Item {
    /// That it is not said.
    pub(super) fn unsaid(&self) -> String {
        let text = self.texts.first().map_or("", String::as_str);
        format!("{} is not shown: {text}", self.what)
    }
}

/// What should be said on the kit's own page.
pub(super) fn wanted(view: &View) -> Vec<Item> {
    let mut wanted = Wanted::default();
    if let Some(edition) = &view.edition {
        wanted.add("for whom it is", [&edition.title]);
        wanted.add("what is said to a brand", &edition.greeting);
        wanted.add("how long it holds", &edition.until);
        wanted.add("who alone may read it", [&edition.note]);
    }
    let creator = &view.creator;
    wanted.add("the name", [&creator.name]);
    wanted.add("the tagline", &creator.tagline);
    wanted.add("the standfirst", &creator.standfirst);
    wanted.add("a highlight", &creator.highlights);
    let pillars = creator.pillars.iter().map(|pillar| &pillar.name);
    wanted.add("what the work is about", pillars);
    let day = view.dated.iter().map(|dated| &dated.day.text);
    wanted.add("the numbers' date", day);
    wanted.add(
        "a way to write",
        view.contact.ways.iter().map(|way| &way.text),
    );
    for manager in view.contact.manager.iter().chain(&view.contact.guardian) {
        wanted.add("who is written to", &manager.name);
        wanted.add("a way to write", manager.ways.iter().map(|way| &way.text));
    }
    for account in view.platforms.accounts.iter().chain(&view.platforms.also) {
        wanted.account(account);
    }
    wanted.add(
        "a post",
        view.posts.iter().filter_map(|post| post.title.as_ref()),
    );
    wanted.add("an interest", &view.audience.interests);
    for group in &view.audience.groups {
        wanted.add("the date of an audience", [&group.date.text]);
        let series = [&group.ages, &group.countries].into_iter().flatten();
        series.for_each(|series| wanted.series(series));
    }
    let story = view.story.blocks.first();
    wanted.add("the story", story.map(first_words));
    let stones = view.milestones.next.iter().chain(&view.milestones.past);
    wanted.add("a milestone", stones.map(|stone| &stone.title));
    wanted.add(
        "a collaboration",
        view.work.cases.iter().map(|case| &case.brand),
    );
    let groups = view.rates.groups.iter().chain(&view.rates.addons);
    for service in groups.flat_map(|group| &group.services) {
        wanted.add("a service", [&service.name]);
        wanted.add("a price", [&service.price.text]);
        wanted.add("the upper end of a price", &service.price.to);
        wanted.add("what a price is for", &service.price.per);
        wanted.add("the least that is taken", &service.price.minimum);
        wanted.add("what a service includes", &service.includes);
    }
    wanted.add("a note on prices", &view.rates.note);
    wanted.add("a step", view.process.steps.iter().map(|step| &step.name));
    wanted.add("a term", view.process.terms.iter().map(|term| &term.text));
    let outlets = view.press.items.iter().map(|item| &item.outlet);
    wanted.add("who wrote of it", outlets);
    let quotes = view.press.testimonials.iter().map(|one| &one.quote);
    wanted.add("a testimonial", quotes);
    wanted.add("a fact", view.facts.iter().map(|fact| &fact.text));
    wanted.add("a note on the method", &view.method.notes);
    wanted.add("who took a photo", &view.method.credits);
    view.lead
        .iter()
        .for_each(|figure| wanted.fine_print(figure));
    let figures = view.lead.iter();
    wanted.add(
        "a source",
        figures.flat_map(|figure| own_sources(&figure.sources)),
    );
    wanted.0
}

/// What should be said of a collaboration, on the kit's page or on its own.
pub(super) fn of_case(case: &CaseView) -> Vec<Item> {
    let mut wanted = Wanted::default();
    wanted.add("its title", &case.title);
    wanted.add("what was made", &case.made);
    wanted.add("how it was marked", &case.disclosure);
    for result in &case.results {
        wanted.add("a result", [&result.label]);
        wanted.any("a result", result.text.iter().chain(&result.short));
    }
    wanted.add("its text", case.body.first().map(first_words));
    wanted.0
}

#[derive(Default)]
struct Wanted(Vec<Item>);

impl Wanted {
    /// Every one of `texts`.
    fn add<T: Into<String>>(&mut self, what: &'static str, texts: impl IntoIterator<Item = T>) {
        for text in texts {
            self.any(what, [text]);
        }
    }

    /// One of `texts`, if there are any.
    fn any<T: Into<String>>(&mut self, what: &'static str, texts: impl IntoIterator<Item = T>) {
        let texts: Vec<String> = texts.into_iter().map(Into::into).collect();
        if !texts.is_empty() {
            self.0.push(Item { what, texts });
        }
    }

    fn account(&mut self, account: &AccountView) {
        self.add("an account", [&account.name]);
        let growth = account.growth.as_ref().map(|growth| &growth.text);
        self.add("how an account grew", growth);
        let figures: [&Option<Figure>; 3] = [&account.followers, &account.views, &account.rate];
        for figure in figures.into_iter().flatten().chain(&account.others) {
            self.any("a number", [&figure.text, &figure.short]);
            self.fine_print(figure);
        }
        self.add("a note on an account", &account.notes);
    }

    /// What makes a number one that can be trusted: a rate says what it is divided by, and every number
    /// its day and the time it was counted over.
    fn fine_print(&mut self, figure: &Figure) {
        let base = figure.base_text.iter();
        self.any("what a rate is divided by", base.map(|base| base.as_str()));
        let window = figure.window.iter();
        self.any(
            "the time a number was counted over",
            window.map(|window| window.text.as_str()),
        );
        self.add("the date of a number", [&figure.date.text]);
    }

    fn series(&mut self, series: &Series) {
        self.add(
            "a part of an audience",
            series.points.iter().map(|point| &point.number),
        );
        self.add("a source", own_sources(&series.sources));
    }
}

/// Sources in the kit's words: numbers typed by hand are said to be so in the page's.
fn own_sources(sources: &[String]) -> impl Iterator<Item = &String> {
    sources.iter().filter(|source| *source != "hand")
}

/// The first text in a block, whatever kind it is of.
fn first_words(block: &BlockView) -> String {
    fn first(value: &Value) -> Option<&str> {
        match value {
            Value::Object(fields) => match fields.get("text").and_then(Value::as_str) {
                Some(text) => Some(text),
                None => fields.values().find_map(first),
            },
            Value::Array(values) => values.iter().find_map(first),
            _ => None,
        }
    }
    let block = serde_json::to_value(block).unwrap_or_default();
    first(&block).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::super::check::options;
    use super::super::fixtures;
    use super::*;

    #[test]
    fn numbers_are_wanted_with_what_makes_them_worth_trust() {
        fn check(fixture: &str, what: &str, expected: &str) {
            let mut all = fixtures::all(None).into_iter();
            let kit = all.find(|one| one.name == fixture).expect("a fixture");
            let view = crate::build(&kit.sources, &options(&kit.sources))
                .view
                .expect("a view");
            let wanted = wanted(&view);
            let texts = wanted.iter().filter(|item| item.what == what);
            let texts: Vec<&str> = texts
                .flat_map(|item| &item.texts)
                .map(String::as_str)
                .collect();
            assert!(texts.contains(&expected), "{fixture} {what}: {texts:?}");
        }
        check("full", "what a rate is divided by", "by reach");
        check("full", "the date of a number", "1\u{a0}Nov\u{a0}2026");
        check(
            "full",
            "the time a number was counted over",
            "28\u{a0}days to 1\u{a0}Nov\u{a0}2026",
        );
        check("a minor", "who is written to", "Una Vale");
        check("a minor", "a way to write", "una@example.com");
    }
}
