//! What may be seen, as plain text: `kit.txt`.

mod sections;

use crate::derive::{BlockView, Figure, InlineView, View};
use crate::words::{Value, Words, bare};

/// `kit.txt`: the whole kit for a mail, a terminal or a reader's ears.
pub(super) fn kit_txt(view: &View, words: &Words, build: &str) -> String {
    let mut text = Text {
        out: String::new(),
        words,
    };
    text.greeting(view);
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
    view.method
        .notes
        .iter()
        .for_each(|note| text.line([&**note]));
    if !view.method.credits.is_empty() {
        let credits = view.method.credits.join("; ");
        text.named("photo-credits", &credits);
    }
    text.asked(view);
    let edition = [("id", Value::Text(build))];
    text.gap();
    text.out += &format!("{}\n", words.say("edition", &edition));
    let visible = |c: &char| !matches!(c, '\u{0}'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}');
    let text: String = text.out.chars().filter(visible).collect();
    plain_text(&text)
}

/// `text` as files for programs and terminals have it: without the marks that set something apart
/// in a page, and with plain blanks where a page would not break a line.
pub(super) fn plain_text(text: &str) -> String {
    bare(text).replace('\u{a0}', " ")
}

/// A text being written.
struct Text<'a> {
    out: String,
    words: &'a Words,
}

impl Text<'_> {
    /// A line of the pieces that are not empty, with a comma between them.
    fn line<'p>(&mut self, pieces: impl IntoIterator<Item = &'p str>) {
        let pieces: Vec<&str> = pieces.into_iter().collect();
        let line = self.words.listed(&pieces);
        if !line.is_empty() {
            self.out += &line;
            self.out.push('\n');
        }
    }

    fn title(&mut self, title: &str) {
        let rule = "=".repeat(bare(title).chars().count());
        self.gap();
        self.out += &format!("{title}\n{rule}\n");
    }

    /// An empty line, unless what comes next comes first below a heading or after one.
    fn gap(&mut self) {
        if !self.out.is_empty() && !["\n\n", "=\n"].iter().any(|end| self.out.ends_with(end)) {
            self.out.push('\n');
        }
    }

    /// What the next lines are, below a heading.
    fn title_of(&mut self, word: &str) {
        let title = self.words.say(word, &[]).replace('*', "");
        self.gap();
        self.out += &format!("{title}\n");
    }

    /// A line with a word of the kit's language before a text.
    fn named(&mut self, word: &str, text: &str) {
        let word = self.words.say(word, &[]);
        self.out += &format!("{word}: {text}\n");
    }

    /// A figure, and what its label does not say: the middle half, its base, its date.
    fn figure(&mut self, label: &str, figure: &Figure) {
        let middle = figure.middle.as_ref().map(|middle| {
            let name = self.words.say("middle-half", &[]);
            format!("{name}: {}", middle.text)
        });
        let base = figure.base_text.clone();
        let date = Some(figure.date.text.clone());
        let more = [middle, base, date].into_iter().flatten();
        let more: Vec<String> = more.filter(|one| !label.contains(&**one)).collect();
        let value = self.value(figure);
        let more = match more.as_slice() {
            [] => String::new(),
            more => format!(" ({})", more.join("; ")),
        };
        self.out += &format!("{label}: {value}{more}\n");
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

    fn blocks(&mut self, blocks: &[BlockView]) {
        for block in blocks {
            match block {
                BlockView::Heading { inlines, .. } | BlockView::Paragraph { inlines } => {
                    self.gap();
                    self.out += &format!("{}\n", plain(inlines));
                }
                BlockView::Quote { blocks } => self.blocks(blocks),
                BlockView::List { start, items } => self.list(*start, items),
                BlockView::Code { text } => {
                    self.gap();
                    self.out += &format!("{text}\n");
                }
                BlockView::Photo { photo } if photo.alt.is_empty() => {}
                BlockView::Photo { photo } => {
                    self.gap();
                    self.out += &format!("[{}]\n", photo.alt);
                }
                BlockView::Table { head, rows } => {
                    for row in std::iter::once(head).chain(rows) {
                        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                        self.line(cells.iter().map(String::as_str));
                    }
                }
                BlockView::Footnote { number, blocks } => {
                    let mut inner = Text {
                        out: String::new(),
                        words: self.words,
                    };
                    inner.blocks(blocks);
                    self.gap();
                    self.out += &format!("[{number}] {}\n", inner.out.trim());
                }
                BlockView::Rule => {
                    self.gap();
                    self.out += "* * *\n";
                }
            }
        }
    }

    /// Items with their bullets or numbers; what is below a first line stands under it.
    fn list(&mut self, start: Option<u64>, items: &[Vec<BlockView>]) {
        self.gap();
        for (index, item) in items.iter().enumerate() {
            let mut inner = Text {
                out: String::new(),
                words: self.words,
            };
            inner.blocks(item);
            let mark = match start {
                Some(start) => format!("{}. ", start + index as u64),
                None => "- ".to_string(),
            };
            let below = format!("\n{}", " ".repeat(mark.len()));
            let text = inner.out.trim().replace("\n\n", "\n").replace('\n', &below);
            self.out += &format!("{mark}{text}\n");
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
            let text = kit_txt(view, &words, "0123456789ab");
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
        check(
            &rich,
            "Followers on Instagram: over 248,000 (31 Oct 2026)\n",
        );
        check(
            &rich,
            "Engagement, Instagram Reels, 24 posts: 6.1% (Middle half: 5.2% to 7.4%; by reach; 31 Oct 2026)\n",
        );
        check(&rich, "\n\nEdition 0123456789ab\n");
        check(&rich, "\nWhere they follow\n=================\n");
        check(&rich, "Sales: not tracked\n");
        check(&rich, "Women 58%, Men 40%\n18 to 24: 12%, not reported\n");
        check(
            &rich,
            "Film, dedicated: from €6,800, YouTube, 10 to 15 min, one brand, six weeks\n",
        );
        check(&rich, "salt pans (https://example.com/salt)");
        let brand = sample::for_brand(sample::sparse());
        check(
            &brand,
            "Konstantin Wolkenstein-Abendroth\n\nFollowers on TikTok: 9,800",
        );
        let text = kit_txt(&brand, &Words::load("en").expect("English"), "0");
        let opening = "Prepared for Velmora on 24 Nov 2026\nDear Ines, four night trains and one long film.\n\nKonstantin";
        assert!(text.starts_with(opening), "{text}");
        let end = "\nFor Velmora only. Please do not pass it on.\nWhat is said here holds until 31 Jan 2027.\n\nEdition 0\n";
        assert!(text.ends_with(end), "{text}");
        let mut young = sample::rich();
        young.creator.minor = true;
        let guardian = young.contact.manager.take().expect("a manager");
        young.contact.ways = guardian.ways.clone();
        young.contact.guardian = Some(guardian);
        let way = young.contact.ways[0].text.clone();
        let text = kit_txt(&young, &Words::load("en").expect("English"), "0");
        assert_eq!(text.matches(&way).count(), 1, "{text}");
        check(
            &sample::sparse(),
            "Konstantin Wolkenstein-Abendroth\n\nFollowers on TikTok: 9,800",
        );
    }
}
