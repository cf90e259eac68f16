//! What may be seen, as plain text: `kit.txt`.

use crate::derive::{
    AccountView, BlockView, CaseView, Figure, InlineView, ResultView, Series, ServiceView, View,
    Way,
};
use crate::words::{Value, Words};

/// `kit.txt`: the whole kit for a mail, a terminal or a reader's ears.
pub(super) fn kit_txt(view: &View, words: &Words) -> String {
    let mut text = Text {
        out: String::new(),
        words,
    };
    text.hero(view);
    for section in &view.sections {
        text.title(&section.heading.replace('*', ""));
        match section.id {
            "platforms" => text.platforms(view),
            "posts" => text.posts(view),
            "audience" => text.audience(view),
            "story" => text.story(view),
            "milestones" => text.milestones(view),
            "gallery" => view
                .gallery
                .iter()
                .for_each(|photo| text.line([&*photo.alt])),
            "work" => text.work(view),
            "rates" => text.rates(view),
            "process" => text.process(view),
            "press" => text.press(view),
            "contact" => text.contact(view),
            _ => {}
        }
    }
    text.title(&words.say("section-method", &[]).replace('*', ""));
    for note in view.method.notes.iter().chain(&view.method.credits) {
        text.line([&**note]);
    }
    let visible = |c: &char| !matches!(c, '\u{0}'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}');
    text.out.chars().filter(visible).collect()
}

/// A text being written.
struct Text<'a> {
    out: String,
    words: &'a Words,
}

impl Text<'_> {
    /// A line of the pieces that are not empty, with a comma between them.
    fn line<'p>(&mut self, pieces: impl IntoIterator<Item = &'p str>) {
        let pieces: Vec<&str> = pieces
            .into_iter()
            .filter(|piece| !piece.is_empty())
            .collect();
        if !pieces.is_empty() {
            self.out += &pieces.join(", ");
            self.out.push('\n');
        }
    }

    fn title(&mut self, title: &str) {
        let rule = "=".repeat(title.chars().count());
        self.out += &format!("\n{title}\n{rule}\n");
    }

    fn figure(&mut self, label: &str, figure: &Figure) {
        let value = self.value(figure);
        let base = figure
            .base_text
            .as_deref()
            .filter(|base| !label.contains(base));
        let base = base.map(|base| format!(" ({base})")).unwrap_or_default();
        self.out += &format!("{label}: {value}{base}, {}\n", figure.date.text);
    }

    fn value(&self, figure: &Figure) -> String {
        if figure.floor {
            let amount = [("value", Value::Text(&figure.text))];
            return self.words.say("over-value", &amount);
        }
        figure.text.clone()
    }

    fn quoted(&self, text: &str) -> String {
        self.words.say("quoted", &[("text", Value::Text(text))])
    }

    fn hero(&mut self, view: &View) {
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
        self.out.push('\n');
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

    fn platforms(&mut self, view: &View) {
        let platforms = &view.platforms;
        self.line(platforms.finding.as_deref());
        for account in &platforms.accounts {
            self.account(account);
            let figures = [&account.followers, &account.views, &account.rate];
            for figure in figures.into_iter().flatten().chain(&account.others) {
                self.figure(&figure.label, figure);
            }
            if let Some(growth) = &account.growth {
                self.line([&*growth.text, &*growth.between]);
            }
            account.notes.iter().for_each(|note| self.line([&**note]));
        }
        if let Some(total) = &platforms.total {
            self.figure(&total.label, total);
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

    fn posts(&mut self, view: &View) {
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

    fn audience(&mut self, view: &View) {
        self.blocks(&view.audience.about);
        self.line(view.audience.interests.iter().map(String::as_str));
        for group in &view.audience.groups {
            if let Some(pyramid) = &group.pyramid {
                self.line([&*pyramid.title]);
                self.line([&*pyramid.left, &*pyramid.right]);
                for band in &pyramid.bands {
                    let side = |point: &Option<crate::derive::Point>| {
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
        self.out += &format!("{}: {}\n", series.title, points.join(", "));
    }

    fn story(&mut self, view: &View) {
        let pull = plain(&view.story.pull);
        self.line([&*pull]);
        self.blocks(&view.story.blocks);
        for pillar in &view.creator.pillars {
            self.line(
                [Some(&*pillar.name), pillar.text.as_deref()]
                    .into_iter()
                    .flatten(),
            );
        }
        for highlight in &view.creator.highlights {
            self.line([&**highlight]);
        }
    }

    fn milestones(&mut self, view: &View) {
        for stone in view.milestones.next.iter().chain(&view.milestones.past) {
            let parts = [&stone.place, &stone.url]
                .into_iter()
                .flatten()
                .map(String::as_str);
            self.line([&*stone.when, &*stone.title].into_iter().chain(parts));
        }
    }

    fn work(&mut self, view: &View) {
        view.work.cases.iter().for_each(|case| self.case(case));
        for also in &view.work.also {
            let parts = [&also.sector, &also.year, &also.relationship, &also.url];
            let parts = parts.into_iter().flatten().map(String::as_str);
            self.line([&*also.name].into_iter().chain(parts));
        }
    }

    fn case(&mut self, case: &CaseView) {
        self.out.push('\n');
        let parts = [&case.title, &case.when, &case.sector, &case.relationship];
        let parts = parts.into_iter().flatten().map(String::as_str);
        self.line([&*case.brand].into_iter().chain(parts));
        self.line(case.goal.as_deref());
        self.line(case.made.iter().map(String::as_str));
        case.results.iter().for_each(|result| self.result(result));
        if let Some(quote) = &case.quote {
            let said = self.quoted(&quote.text);
            self.line([&*said, quote.by.as_deref().unwrap_or_default()]);
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

    fn rates(&mut self, view: &View) {
        let rates = &view.rates;
        for group in rates.groups.iter().chain(&rates.addons) {
            self.line(group.name.as_deref());
            group
                .services
                .iter()
                .for_each(|service| self.service(service));
        }
        self.line(rates.note.as_deref());
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

    fn process(&mut self, view: &View) {
        for (index, step) in view.process.steps.iter().enumerate() {
            let first = format!("{}. {}", index + 1, step.name);
            let rest = [&step.text, &step.when]
                .into_iter()
                .flatten()
                .map(String::as_str);
            self.line([&*first].into_iter().chain(rest));
        }
        for term in &view.process.terms {
            self.line([&*format!("{}: {}", term.label, term.text)]);
        }
        for list in &view.process.more {
            self.line([&*format!("{}: {}", list.title, list.items.join(", "))]);
        }
    }

    fn press(&mut self, view: &View) {
        for item in &view.press.items {
            let quote = item.quote.as_ref().map(|quote| self.quoted(quote));
            let parts = [&item.title, &quote, &item.year, &item.url];
            let parts = parts.into_iter().flatten().map(String::as_str);
            self.line([&*item.outlet].into_iter().chain(parts));
        }
        for said in &view.press.testimonials {
            let when = said.when.as_deref().unwrap_or_default();
            let quote = self.quoted(&said.quote);
            self.line([&*quote, &*said.by, when]);
        }
    }

    fn contact(&mut self, view: &View) {
        let contact = &view.contact;
        contact.ways.iter().for_each(|way| self.way(way));
        self.line(contact.reply.as_deref());
        for person in [&contact.manager, &contact.guardian].into_iter().flatten() {
            let names = [&person.name, &person.agency]
                .into_iter()
                .flatten()
                .map(String::as_str);
            self.line(names.chain(person.regions.iter().map(String::as_str)));
            // A minor's ways are the guardian's, and stand above.
            let above = |way: &&Way| contact.ways.iter().any(|other| other.href == way.href);
            let further = person.ways.iter().filter(|way| !above(way));
            further.for_each(|way| self.way(way));
        }
        for fact in &view.facts {
            self.line([&*format!("{}: {}", fact.label, fact.text)]);
        }
        for link in &view.links {
            self.line([&*link.title, &*link.url]);
        }
    }

    fn way(&mut self, way: &Way) {
        self.line([&*format!("{}: {}", way.label, way.text)]);
    }

    fn blocks(&mut self, blocks: &[BlockView]) {
        for block in blocks {
            match block {
                BlockView::Heading { inlines, .. } | BlockView::Paragraph { inlines } => {
                    self.out += &format!("\n{}\n", plain(inlines));
                }
                BlockView::Quote { blocks } => self.blocks(blocks),
                BlockView::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                BlockView::Code { text } => self.out += &format!("\n{text}\n"),
                BlockView::Photo { photo } => self.line([&*photo.alt]),
                BlockView::Table { head, rows } => {
                    for row in std::iter::once(head).chain(rows) {
                        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                        self.line(cells.iter().map(String::as_str));
                    }
                }
                BlockView::Footnote { number, blocks } => {
                    self.out += &format!("\n[{number}]");
                    self.blocks(blocks);
                }
                BlockView::Rule => self.out += "\n* * *\n",
            }
        }
    }
}

/// Inlines without their marks; a link's address stands after its text.
fn plain(inlines: &[InlineView]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            InlineView::Text { text } | InlineView::Code { text } => out += text,
            InlineView::Emphasis { inlines } | InlineView::Strong { inlines } => {
                out += &plain(inlines);
            }
            InlineView::Link { url, inlines } => out += &format!("{} ({url})", plain(inlines)),
            InlineView::Footnote { number } => out += &format!("[{number}]"),
            InlineView::Break => out.push('\n'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn the_text_says_what_the_page_says() {
        fn check(view: &View, expected: &str) {
            let words = Words::load("en").expect("English");
            let text = kit_txt(view, &words);
            assert!(text.contains(expected), "{expected}\n{text}");
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text}");
        }
        let mut rich = sample::rich();
        rich.platforms.accounts[0]
            .followers
            .as_mut()
            .expect("followers")
            .floor = true;
        rich.creator.tagline = Some("a\u{1b}[31m b".to_string());
        check(&rich, "Maite Orrun\na[31m b\n");
        check(&rich, "Followers on Instagram: over 248,000, 31 Oct 2026\n");
        check(
            &rich,
            "Engagement, Instagram Reels, 24 posts: 6.1% (by reach), 31 Oct 2026\n",
        );
        check(&rich, "\nWhere they follow\n=================\n");
        check(&rich, "Sales: not tracked\n");
        check(&rich, "Women 58%, Men 40%\n18 to 24: 12%, not reported\n");
        check(
            &rich,
            "Film, dedicated: from €6,800, YouTube, 10 to 15 min, one brand, six weeks\n",
        );
        check(&rich, "salt pans (https://example.com/salt)");
        let mut young = sample::rich();
        young.creator.minor = true;
        let guardian = young.contact.manager.take().expect("a manager");
        young.contact.ways = guardian.ways.clone();
        young.contact.guardian = Some(guardian);
        let way = young.contact.ways[0].text.clone();
        let text = kit_txt(&young, &Words::load("en").expect("English"));
        assert_eq!(text.matches(&way).count(), 1, "{text}");
        check(
            &sample::sparse(),
            "Konstantin Wolkenstein-Abendroth\n\nFollowers on TikTok: 9,800",
        );
    }
}
