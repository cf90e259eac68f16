//! A platform to the lines a creator fills in, where no export has its numbers.

use super::IMPORTERS;
use crate::kit::Platform;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const HEADER: &str = "date,platform,metric,value,period,format,age,gender,country,post,source";

/// How many letters a line has at most.
const WIDTH: usize = 98;

const AGES: [&str; 6] = ["13-17", "18-24", "25-34", "35-44", "45-54", "55+"];

/// How many countries there are lines for.
const COUNTRIES: usize = 3;

/// What is typed of one platform.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    name: String,
    numbers: Vec<Number>,
    audience: Option<Audience>,
    posts: Option<Posts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    metric: String,
    #[serde(default)]
    period: String,
    about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Audience {
    metric: String,
    about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Posts {
    format: String,
    metrics: Vec<String>,
    about: String,
}

static TYPED: LazyLock<BTreeMap<String, Typed>> =
    LazyLock::new(|| toml::from_str(include_str!("templates.toml")).expect("a list of platforms"));

/// The lines of `metrics.csv` to fill in for `platform`, with `today` as their day. Their values
/// are empty, which is "not known", so the file is valid as it is.
pub fn template(platform: &Platform, today: Date) -> String {
    let typed = TYPED.get(platform.id()).unwrap_or(&TYPED["other"]);
    let mut lines = Lines {
        begin: format!("{today},{platform}"),
        text: format!("{HEADER}\n"),
    };
    let name = match TYPED.contains_key(platform.id()) {
        true => &typed.name,
        false => platform.id(),
    };
    lines.comment(&format!(
        "{name}, typed by hand. Write each number behind its metric, in the fourth column; a line \
         without one says nothing and does no harm. Write the day the number is of, where it is not \
         {today}. Where a number is to be found is said as far as it is known; apps change."
    ));
    for importer in IMPORTERS {
        if importer.platforms.contains(&platform.id()) {
            lines.comment(&format!(
                "`pitchkit import` reads what {} exports: leave empty here what it brings.",
                importer.name
            ));
        }
    }
    for number in &typed.numbers {
        lines.comment(&number.about);
        lines.number(&[&number.metric, "", &number.period, "", "", "", ""]);
    }
    if let Some(audience) = &typed.audience {
        lines.audience(audience);
    }
    if let Some(posts) = &typed.posts {
        lines.posts(posts, platform, today);
    }
    lines.text
}

/// What a platform is called: `Apple Podcasts` for `apple_podcasts`.
pub(super) fn called(id: &'static str) -> &'static str {
    TYPED.get(id).map_or(id, |typed| &typed.name)
}

struct Lines {
    /// The first two cells of every line.
    begin: String,
    text: String,
}

impl Lines {
    fn audience(&mut self, audience: &Audience) {
        let metric = audience.metric.as_str();
        self.comment(&format!(
            "Who they are, in percent. {} Ages, genders and countries may stand apart. Change the \
             ranges of ages to those you see, and name the countries, as ES or Spain.",
            audience.about
        ));
        for age in AGES {
            self.number(&[metric, "", "", "", age, "", ""]);
        }
        for gender in ["female", "male"] {
            self.number(&[metric, "", "", "", "", gender, ""]);
        }
        for _ in 0..COUNTRIES {
            self.number(&[metric, "", "", "", "", "", ""]);
        }
    }

    /// Posts need their own days and links, so their lines are shown and not there to fill in.
    fn posts(&mut self, posts: &Posts, platform: &Platform, today: Date) {
        self.comment(&format!(
            "Single posts, from five on of one kind. {} The date is the day of publishing. Copy \
             these lines for each post, and take the `#` away:",
            posts.about
        ));
        for metric in &posts.metrics {
            let format = &posts.format;
            self.text.push_str(&format!(
                "# {today},{platform},{metric},,lifetime,{format},,,,https://…,hand\n"
            ));
        }
    }

    fn number(&mut self, cells: &[&str; 7]) {
        let cells = cells.join(",");
        self.text
            .push_str(&format!("{},{cells},,hand\n", self.begin));
    }

    /// Adds a comment, broken into lines.
    fn comment(&mut self, comment: &str) {
        let mut line = "#".to_string();
        for word in comment.split_whitespace() {
            if line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.text.push_str(&line);
                self.text.push('\n');
                line = "#".to_string();
            }
            line.push(' ');
            line.push_str(word);
        }
        self.text.push_str(&line);
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{self, Metric, MetricKind, PLATFORMS, Unit};
    use crate::source::{Diagnostic, Diagnostics, Sources};
    use jiff::civil::date;

    const PROFILE: &str = "[creator]\nname = \"Maite Orrun\"\n\n[contact]\n\
                           email = \"partners@example.com\"\n\n[[accounts]]\n\
                           platform = \"instagram\"\nhandle = \"maiteorrun\"\n";

    fn of(platform: &str) -> String {
        let platform = Platform::parse(platform).expect("a platform");
        template(&platform, date(2026, 11, 24))
    }

    /// How many numbers the kit has, and what is wrong with it.
    fn read(numbers: &str) -> (usize, Vec<Diagnostic>) {
        let mut sources = Sources::new();
        sources.add_text("metrics.csv", numbers);
        sources.add_text("profile.toml", PROFILE);
        let mut diags = Diagnostics::new();
        let kit = kit::parse(&sources, &mut diags).expect("a kit");
        (kit.rows.len(), diags.sorted())
    }

    /// The template as somebody fills it in, and how many numbers those are.
    fn filled(template: &str) -> (usize, String) {
        let mut countries = ["ES", "Germany", "FR"].into_iter();
        let mut count = 0;
        let mut text = String::new();
        for line in template.lines() {
            let mut cells: Vec<&str> = line.split(',').collect();
            let metric = cells.get(2).and_then(|name| Metric::parse(name));
            if let Some(metric) = metric.filter(|_| !line.starts_with('#')) {
                count += 1;
                cells[3] = match metric.unit() {
                    Unit::Percent => "9.5%",
                    _ => "\"1,234\"",
                };
                if metric.kind() == MetricKind::Share && cells[6..9].concat().is_empty() {
                    cells[8] = countries.next().expect("a country for each line");
                }
            }
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        (count, text)
    }

    #[test]
    fn a_template_is_a_valid_file_of_numbers_empty_and_filled_in() {
        let known = PLATFORMS.iter().map(|(id, _)| *id);
        for id in known.chain(["myspace"]) {
            let template = of(id);
            let widest = template.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(WIDTH), "{id}: {template}");
            assert_eq!(read(&template), (0, Vec::new()), "{id}: {template}");
            let (count, text) = filled(&template);
            let (rows, wrong) = read(&text);
            let errors = wrong
                .iter()
                .filter(|wrong| wrong.rule != "unknown-platform");
            assert_eq!(errors.count(), 0, "{id}: {wrong:?}\n{text}");
            assert!(rows == count && count > 0, "{id}: {rows} of {count}");
        }
    }

    #[test]
    fn an_example_of_a_post_is_a_valid_line_too() {
        let template = of("kit").replace("# 2026-11-24,", "2026-11-24,");
        let (_, text) = filled(&template.replace("https://…", "https://kit.example/1"));
        let (rows, wrong) = read(&text);
        assert_eq!((rows, wrong), (6, Vec::new()), "{text}");
    }

    #[test]
    fn every_platform_has_lines_of_its_own() {
        for (id, _) in PLATFORMS {
            assert!(TYPED.contains_key(*id), "{id}");
        }
        assert!(
            TYPED
                .keys()
                .all(|id| id == "other" || Platform::parse(id).is_some_and(|p| p.is_known()))
        );
    }

    #[test]
    fn lines_look_like_those_of_a_kit() {
        let text = of("bluesky");
        let expected = "\
date,platform,metric,value,period,format,age,gender,country,post,source
# Bluesky, typed by hand. Write each number behind its metric, in the fourth column; a line
# without one says nothing and does no harm. Write the day the number is of, where it is not
# 2026-11-24. Where a number is to be found is said as far as it is known; apps change.
# On your profile.
2026-11-24,bluesky,followers,,,,,,,,hand
# On your profile.
2026-11-24,bluesky,posts_total,,,,,,,,hand
# Single posts, from five on of one kind. Below each post; Bluesky does not count views. The date
# is the day of publishing. Copy these lines for each post, and take the `#` away:
# 2026-11-24,bluesky,likes,,lifetime,post,,,,https://…,hand
# 2026-11-24,bluesky,comments,,lifetime,post,,,,https://…,hand
# 2026-11-24,bluesky,reposts,,lifetime,post,,,,https://…,hand
";
        assert_eq!(text, expected);
    }
}
