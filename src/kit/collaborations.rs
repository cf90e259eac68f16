//! `collaborations/*.md`: past campaigns.

use super::contact::visibility;
use super::fields::Fields;
use super::fold::{plain, words};
use super::marks::DecimalMark;
use super::reading::Reading;
use super::secret::secrets_of_markdown;
use super::{
    Exact, Link, Markdown, Permission, PhotoRef, Prose, Relationship, Secret, Unit, Visibility,
    When, number, records,
};
use crate::source::{Diagnostic, FileId, Span, Spanned};
use jiff::civil::Date;

/// `collaborations/NAME.md`
#[derive(Clone, Debug)]
pub struct Collaboration {
    /// The file.
    pub file: FileId,
    /// The file's name without `.md`.
    pub slug: String,
    /// Brand.
    pub brand: Spanned<String>,
    /// Title.
    pub title: Option<Prose>,
    /// When.
    pub date: Option<Spanned<When>>,
    /// The brand's trade.
    pub sector: Option<String>,
    /// What was wanted.
    pub goal: Option<Prose>,
    /// What was made.
    pub made: Vec<Prose>,
    /// A photo.
    pub photo: Option<PhotoRef>,
    /// Where to see it.
    pub links: Vec<Link>,
    /// How they worked together.
    pub relationship: Option<Relationship>,
    /// How it was marked.
    pub disclosure: Option<String>,
    /// What came of it.
    pub results: Vec<CaseResult>,
    /// What the brand said.
    pub quote: Option<CaseQuote>,
    /// The creator's own line.
    pub note: Option<Prose>,
    /// What the brand allows.
    pub permission: Permission,
    /// Not before this day.
    pub embargo_until: Option<Spanned<Date>>,
    /// Whether the brand came back.
    pub renewed: bool,
    /// Whether it comes first.
    pub featured: bool,
    /// Keywords.
    pub tags: Vec<String>,
    /// Who may see it.
    pub visibility: Visibility,
    /// The text below the facts.
    pub body: Markdown,
}

/// `[[results]]` of a collaboration.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// What was counted, in the creator's words or a metric's name.
    pub metric: Spanned<String>,
    /// The value; `None` is "not tracked".
    pub value: Option<Measured>,
    /// What it is measured against, in words.
    pub basis: Option<String>,
    /// What is usual for this creator.
    pub usual: Option<Measured>,
    /// What was hoped for.
    pub target: Option<Measured>,
    /// How many days after publishing.
    pub measured_on_day: Option<u32>,
    /// Where the number came from.
    pub source: Option<String>,
}

/// A value typed in a collaboration: a number, perhaps with a percent sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Where.
    pub span: Span,
    /// The number.
    pub number: Exact,
    /// Whether it was written with `>`.
    pub floor: bool,
    /// Whether it was written with `%`.
    pub percent: bool,
}

/// What a brand said of a collaboration.
#[derive(Clone, Debug)]
pub struct CaseQuote {
    /// What was said.
    pub text: String,
    /// By whom.
    pub person: Option<String>,
    /// Their role.
    pub role: Option<String>,
}

impl Collaboration {
    /// Whether `name` is that of the file.
    pub fn is_called(&self, name: &str) -> bool {
        self.slug == slug(name.strip_suffix(".md").unwrap_or(name))
    }

    /// What of the text, which begins at byte `start` of the file, is not for everybody; with it
    /// the name of a brand that wants to stay unnamed.
    fn kept(&self, text: &str, start: usize) -> Vec<Secret> {
        let is_open = self.visibility == Visibility::Public && self.embargo_until.is_none();
        match self.permission {
            Permission::Public if is_open => Vec::new(),
            Permission::Anonymous if is_open => vec![Secret::name(&self.brand)],
            _ => secrets_of_markdown(text, self.file, start),
        }
    }

    /// The day from which everybody may read it, where a day is all that it waits for.
    fn told_from(&self) -> Option<Date> {
        let day = self.embargo_until.as_ref()?.value;
        let is_open = self.visibility == Visibility::Public;
        let is_named = !matches!(self.permission, Permission::Nda | Permission::Anonymous);
        (is_open && is_named).then_some(day)
    }

    /// Whether `text` names the brand: by its whole name, or by the first word of it that is long
    /// enough to tell. Case, accents, blanks and signs do not matter, nor what is written around
    /// the name: `#zanzorboots` names Zanzor Boots.
    pub fn is_named_in(&self, text: &str) -> bool {
        let brand: String = plain(&self.brand.value).collect();
        if brand.is_empty() {
            return text.contains(&self.brand.value);
        }
        // In bytes: two signs of a script without blanks tell as much as a word.
        if brand.len() < 4 {
            return has_words(text, &brand);
        }
        let text: String = plain(text).collect();
        let telling = words(&self.brand.value).find(|word| word.len() > 3);
        text.contains(&brand) || telling.is_some_and(|telling| text.contains(&telling))
    }
}

/// Whether a word of `text`, or some in a row, are `name` and no more: `ask` is not in "a mask".
fn has_words(text: &str, name: &str) -> bool {
    let words: Vec<String> = words(text).collect();
    (0..words.len()).any(|first| {
        let mut row = String::new();
        words[first..].iter().take(name.len()).any(|word| {
            row.push_str(word);
            row == name
        })
    })
}

impl Measured {
    /// Reads a number as people type it: `1310000`, `8.1%`, `>400`.
    pub(super) fn parse(text: &str, span: Span) -> Option<Measured> {
        let text = text.trim();
        let percent = text.ends_with('%');
        let unit = if percent { Unit::Percent } else { Unit::Count };
        let typed = number::parse(text, DecimalMark::Point).ok()?;
        let value = typed.counted_in(unit).ok()?;
        Some(Measured {
            span,
            number: value.number,
            floor: value.floor,
            percent,
        })
    }
}

impl Reading<'_> {
    /// One file of `collaborations/`.
    pub(super) fn collaboration(&mut self, file: FileId) -> Option<Collaboration> {
        let sources = self.sources;
        let text = &sources.text(file).text;
        let Some((facts, body)) = front_matter(text) else {
            let line = text.lines().next().unwrap_or_default();
            let (message, hint) = if line.trim_end() == "+++" {
                (
                    "the facts that begin here have no end",
                    "write `+++` once more, in a line of its own behind the last fact",
                )
            } else {
                (
                    "a collaboration begins with its facts between two lines `+++`",
                    "write `+++`, then lines such as `brand = \"…\"`, then `+++` again, then the text",
                )
            };
            let place = Span::new(file, 0..line.len());
            self.diags.push(
                Diagnostic::error("no-front-matter", message)
                    .at(place)
                    .hint(hint),
            );
            return None;
        };
        let known = self.secrets.len();
        let collaboration = self.toml(file, &text[facts.clone()], facts.start, collaboration);
        let start = body.start;
        if let Some(case) = &collaboration {
            let kept = case.kept(&text[body.clone()], start);
            self.secrets.extend(kept);
            let until = case.told_from();
            self.secrets[known..]
                .iter_mut()
                .for_each(|secret| secret.until = until);
        }
        let blocks = self.markdown(&text[body], &|range| Span::new(file, range).shifted(start));
        let path = &sources.text(file).path;
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut collaboration = collaboration?;
        collaboration.slug = slug(name.strip_suffix(".md").unwrap_or(name));
        collaboration.body = blocks;
        Some(collaboration)
    }
}

/// The ranges of the TOML between two `+++` lines, and of what follows.
fn front_matter(text: &str) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "+++")?;
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == "+++" {
            return Some((first.len()..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

/// A name that is safe in an address and on every file system: letters, digits and `-`.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(60);
    slug.trim_end_matches('-').to_string()
}

fn collaboration(f: &mut Fields<'_, '_, '_>) -> Option<Collaboration> {
    let brand = f.text("brand", 120, "The brand");
    let brand = f.required("brand", brand);
    let permission = f.choice("permission", "What the brand allows; public unless said");
    let permission = permission.map_or(Permission::Public, |choice| choice.value);
    let embargo_until = f.date("embargo_until", "It is shown from this day on");
    match permission {
        Permission::Nda => f.keep_secret(),
        _ if embargo_until.is_some() => f.keep_secret(),
        // What is printed of it everybody reads, and is looked for in vain.
        Permission::LogoOnly => f.keep_secret(),
        Permission::Anonymous => f.keep_behind(&["links", "quote"]),
        Permission::Public => {}
    }
    let collaboration = Collaboration {
        file: f.file(),
        slug: String::new(),
        title: f.prose("title", 160, "Title"),
        date: f.when("date", "When: a day, or a year"),
        sector: f
            .text("sector", 80, "The brand's trade")
            .map(|text| text.value),
        goal: f.prose("goal", 300, "What was wanted"),
        made: f.proses("made", 160, "What was made"),
        photo: f.photo("photo", "A photo: photos/pan.jpg"),
        links: f.tables("links", "Where to see it", records::link),
        relationship: f
            .choice("relationship", "How you worked together")
            .map(|choice| choice.value),
        disclosure: f
            .text("disclosure", 200, "How it was marked")
            .map(|text| text.value),
        results: f.tables("results", "What came of it", result),
        quote: f.table("quote", "What the brand said", quote),
        note: f.prose("note", 300, "A line of your own"),
        permission,
        embargo_until,
        renewed: f.flag("renewed", "The brand came back"),
        featured: f.flag("featured", "It comes first"),
        tags: f
            .texts("tags", 60, "Keywords")
            .into_iter()
            .map(|tag| tag.value)
            .collect(),
        visibility: visibility(f),
        body: Vec::new(),
        brand: brand?,
    };
    f.anything("extra", "Whatever you like; it is not read");
    Some(collaboration)
}

fn result(f: &mut Fields<'_, '_, '_>) -> Option<CaseResult> {
    let metric = f.text("metric", 80, "What was counted");
    let metric = f.required("metric", metric);
    let result = CaseResult {
        value: f.measured(
            "value",
            "The value: 1310000, \"8.1%\" or \">400\"; left out, it is not tracked",
        ),
        basis: f
            .text("basis", 160, "What it is counted over")
            .map(|text| text.value),
        usual: f.measured("usual", "What is usual for you"),
        target: f.measured("target", "What was hoped for"),
        measured_on_day: f
            .whole("measured_on_day", 1..=3650, "Days after publishing")
            .map(|n| n.value),
        source: f
            .text("source", 120, "Where the number came from")
            .map(|text| text.value),
        metric: metric?,
    };
    let value = result.value.as_ref();
    for (key, other) in [("usual", &result.usual), ("target", &result.target)] {
        if let (Some(value), Some(other)) = (value, other)
            && value.percent != other.percent
        {
            f.say(
                Diagnostic::error(
                    "unlike-units",
                    format!("`value` and `{key}` must both be in percent, or neither"),
                )
                .at(other.span),
            );
        }
    }
    Some(result)
}

fn quote(f: &mut Fields<'_, '_, '_>) -> Option<CaseQuote> {
    let text = f.text("text", 600, "What was said, word for word");
    let text = f.required("text", text);
    let quote = CaseQuote {
        person: f.text("person", 120, "Who said it").map(|text| text.value),
        role: f.text("role", 120, "Their role").map(|text| text.value),
        text: text?.value,
    };
    Some(quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stand_between_plus_lines() {
        fn check(text: &str, expected: Option<(&str, &str)>) {
            let found = front_matter(text).map(|(facts, body)| (&text[facts], &text[body]));
            assert_eq!(found, expected, "{text:?}");
        }
        check("+++\na = 1\n+++\nText\n", Some(("a = 1\n", "Text\n")));
        check("+++\r\na = 1\r\n+++\r\n", Some(("a = 1\r\n", "")));
        check("+++\n+++", Some(("", "")));
        check("+++\na = 1\n", None);
        check("a = 1\n", None);
        check("", None);
    }

    #[test]
    fn a_brand_is_found_however_it_is_written() {
        fn check(brand: &str, text: &str, expected: bool) {
            let text_of_file = format!("+++\nbrand = \"{brand}\"\n+++\n");
            let mut sources = crate::source::Sources::new();
            let file = sources.add_text("collaborations/one.md", text_of_file);
            let mut diags = crate::source::Diagnostics::new();
            let mut reading = Reading::new(&sources, &mut diags);
            let case = reading.collaboration(file).expect("a collaboration");
            assert_eq!(case.is_named_in(text), expected, "{brand} in {text}");
        }
        for text in [
            "Sell Zanzors boots",
            "zanzorboots.example",
            "#zanzorboots ad",
            "ZanzorBoots code",
            "Z-anzor Boots",
            "Zänzor",
        ] {
            check("Zanzor Boots", text, true);
        }
        check("Zanzor Boots", "New boots for the hill", false);
        check("Le Zanzor", "le bois", false);
        check("La Zó", "At #lazo in May", true);
        check("ASK", "Behind a mask", false);
        check("ASK", "Ask, and see", true);
        check("H&M", "For H & M", true);
        check("H&M", "#hm ad", true);
        check("H&M", "ohm", false);
        check("日本", "新日本の店", true);
        check("!!!", "A concert of !!!", true);
        check("!!!", "A concert!", false);
    }

    #[test]
    fn slugs_are_safe_names() {
        fn check(name: &str, expected: &str) {
            assert_eq!(slug(name), expected);
        }
        check("Velmora Night Rail 2026", "velmora-night-rail-2026");
        check("--É!tude--", "tude");
        check("日本", "");
        check(&"a".repeat(200), &"a".repeat(60));
    }
}
