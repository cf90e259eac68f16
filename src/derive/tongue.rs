//! How things are said in the kit's language: names of metrics, accounts, windows and days.

use super::accounts::Holder;
use super::format::Locale;
use super::posts::days_between;
use super::view::{Day, Freshness, Window};
use crate::kit::{Choice, Exact, Paid, Period, Platform, PostFormat, Unit, When};
use crate::words::{Value, Words};
use jiff::civil::Date;

/// The words and habits of the kit's language, and the day for which it is written.
pub struct Tongue<'w> {
    /// The words.
    pub words: &'w Words,
    /// Numbers, dates and names.
    pub locale: Locale,
    /// The day of the build.
    pub today: Date,
}

impl Tongue<'_> {
    /// A sentence whose arguments are texts.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Value<'_>)> = args
            .iter()
            .map(|(name, text)| (*name, Value::Text(text)))
            .collect();
        self.words.say(key, &args)
    }

    /// A sentence that depends on `count`, which is printed as `$number`.
    pub fn count(&self, key: &str, count: u64, args: &[(&str, &str)]) -> String {
        let number = self.whole(count);
        let mut all = vec![
            ("count", Value::Count(count)),
            ("number", Value::Text(&number)),
        ];
        all.extend(args.iter().map(|(name, text)| (*name, Value::Text(text))));
        self.words.say(key, &all)
    }

    /// A heading about `count` things, which is told in words as `$places`.
    pub fn heading(&self, key: &str, count: usize) -> String {
        let places = capitalised(&self.spelled(count));
        let args = [
            ("count", Value::Count(count as u64)),
            ("places", Value::Text(&places)),
        ];
        self.words.heading(key, &args)
    }

    /// A count as printed.
    pub fn whole(&self, count: u64) -> String {
        self.locale.full(&Exact::from(count))
    }

    /// A small count in words, others as printed.
    pub fn spelled(&self, count: usize) -> String {
        self.count("spelled", count as u64, &[])
    }

    /// The first of `keys` that the language has.
    pub fn first_key(&self, keys: &[String]) -> String {
        let known = keys.iter().find(|key| self.words.has(key));
        known.or(keys.last()).cloned().unwrap_or_default()
    }

    /// The name of a platform, inside a sentence or alone.
    pub fn platform(&self, platform: &Platform, inner: bool) -> String {
        let key = format!("platform-{}", platform.id());
        if !self.words.has(&key) {
            let mut id = platform.id().replace('_', " ");
            if let Some(first) = id.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            return id;
        }
        self.words
            .say(&if inner { key + ".inner" } else { key }, &[])
    }

    /// The name of an account inside a sentence: its platform, and its handle when the platform
    /// has a more important account.
    pub fn account(&self, holder: &Holder<'_>) -> String {
        let platform = self.platform(holder.platform(), true);
        match holder.name.handle.as_ref().filter(|_| !holder.main) {
            Some(handle) => self.say(
                "label-more",
                &[("label", &platform), ("more", handle.as_str())],
            ),
            None => platform,
        }
    }

    /// What a metric is called on a platform.
    pub fn metric(&self, metric: &str, platform: &Platform, inner: bool) -> String {
        if let Some(name) = metric.strip_prefix("custom:") {
            return name.replace('_', " ");
        }
        if let Some(name) = metric.strip_prefix("rank_") {
            return self.say("metric-rank", &[("name", &name.replace('_', " "))]);
        }
        let plain = format!("metric-{metric}");
        let key = self.first_key(&[format!("{plain}-{}", platform.id()), plain]);
        self.words
            .say(&if inner { key + ".inner" } else { key }, &[])
    }

    /// Several posts of a format: "Reels", or "reels" inside a sentence where they are small.
    /// Three of them: of two, some languages speak in a form of its own.
    pub fn formats(&self, format: PostFormat, inner: bool) -> String {
        let form = if inner { ".inner" } else { "" };
        self.count(&format!("formats-{}{form}", format.word()), 3, &[])
    }

    /// "Reel"
    pub fn format(&self, format: PostFormat) -> String {
        self.say(&format!("format-{}", format.word()), &[])
    }

    /// "24 posts"
    pub fn posts(&self, count: usize) -> String {
        self.count("posts-count", count as u64, &[])
    }

    /// "24 posts", or what a platform has in their place: "13 issues".
    pub fn posts_on(&self, platform: &Platform, count: u32) -> String {
        let format = match platform.id() {
            "newsletter" | "substack" | "beehiiv" | "kit" => PostFormat::Issue,
            "podcast" | "spotify" | "apple_podcasts" => PostFormat::Episode,
            _ => return self.posts(count as usize),
        };
        let formats = self.count(
            &format!("formats-{}.inner", format.word()),
            count.into(),
            &[],
        );
        self.count("counted", count.into(), &[("formats", &formats)])
    }

    /// How many posts were left out because they were helped.
    pub fn helped(&self, paid: Paid, count: u32) -> String {
        self.count(&format!("left-out-{}", paid.word()), count.into(), &[])
    }

    /// A value in full, and in little space.
    pub fn value(&self, value: &Exact, unit: Unit) -> (String, String) {
        match unit {
            Unit::Count => (self.locale.full(value), self.locale.compact(value)),
            Unit::Percent => {
                let text = self.locale.percent(value, 1);
                (text.clone(), text)
            }
            Unit::Seconds => {
                let text = self.locale.duration(value);
                (text.clone(), text)
            }
            Unit::Hours => (self.locale.hours(value), self.locale.compact(value)),
        }
    }

    /// A day for machines and for people.
    pub fn day(&self, date: Date) -> Day {
        Day {
            iso: date.to_string(),
            text: self.locale.day(date),
        }
    }

    /// A year or a day in words; a day as its month and year.
    pub fn when(&self, when: When) -> String {
        match when {
            When::Year(year) => year.to_string(),
            When::Day(day) => self.locale.month(day),
        }
    }

    /// How old a number of `date` is today.
    pub fn freshness(&self, date: Date) -> Freshness {
        match days_between(date, self.today) {
            ..=30 => Freshness::Fresh,
            31..=90 => Freshness::Ageing,
            _ => Freshness::Stale,
        }
    }

    /// The window between two days, both included.
    pub fn window(&self, from: Date, to: Date) -> Window {
        Window {
            from: Some(self.day(from)),
            to: self.day(to),
            days: u32::try_from(days_between(from, to) + 1).ok(),
            text: self.locale.span(self.words, from, to),
        }
    }

    /// The window of a period that ends on `to`.
    pub fn period(&self, period: Period, to: Date) -> Window {
        match period {
            Period::Days(days) => {
                let from = super::posts::days_before(to, days as i32 - 1);
                let date = self.locale.day(to);
                Window {
                    text: self.count("window-days-to", days.into(), &[("date", &date)]),
                    ..self.window(from, to)
                }
            }
            Period::Month => Window {
                text: self.locale.month(to),
                ..self.window(to.first_of_month(), to.last_of_month())
            },
            Period::Year => Window {
                text: to.year().to_string(),
                ..self.window(to.first_of_year(), to.last_of_year())
            },
            Period::Lifetime => Window {
                from: None,
                to: self.day(to),
                days: None,
                text: self.say("window-lifetime", &[("date", &self.locale.day(to))]),
            },
        }
    }
}

/// A text with its first letter in upper case, for where it stands alone.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn freshness_and_windows_count_days() {
        fn check(date: &str, expected: Freshness) {
            let words = Words::load("en").expect("English");
            let tongue = Tongue {
                words: &words,
                locale: Locale::new("en"),
                today: Date::constant(2026, 11, 24),
            };
            let date = date.parse().expect("a day");
            assert_eq!(tongue.freshness(date), expected, "{date}");
            let window = tongue.period(Period::Days(28), date);
            assert_eq!(window.days, Some(28));
            let from = window.from.map(|day| day.iso);
            assert_eq!(
                from,
                Some(super::super::posts::days_before(date, 27).to_string())
            );
        }
        check("2026-11-25", Freshness::Fresh);
        check("2026-10-25", Freshness::Fresh);
        check("2026-10-24", Freshness::Ageing);
        check("2026-08-26", Freshness::Ageing);
        check("2026-08-25", Freshness::Stale);
    }
}
