//! The cells of `metrics.csv` that are neither days nor numbers: text to values, one at a time.
//! What several cells of a row say together is `meaning`'s business.

use super::{
    AgeBand, Choice, Handle, METRICS, Metric, PLATFORMS, Paid, Period, Platform, Segment, country,
};
use super::{damage, expected};
use crate::source::{Diagnostic, nearest};

/// No period is longer: a hundred years, so that days can be counted back from any date.
const LONGEST_PERIOD: u32 = 36_525;

/// The oldest age a band may name.
const OLDEST: u8 = 120;

fn unknown_value(text: &str, what: &str) -> Diagnostic {
    Diagnostic::error("unknown-value", format!("`{text}` is not {what}"))
}

/// One of a few words, in any case. `what` names the set: "a format".
pub(super) fn choice<T: Choice>(text: &str, what: &str) -> Result<T, Diagnostic> {
    if let Some(value) = T::parse(&text.to_lowercase()) {
        return Ok(value);
    }
    let words = || T::WORDS.iter().map(|(word, _)| *word);
    Err(match nearest(text, words()) {
        Some(word) => unknown_value(text, what).hint(format!("did you mean `{word}`?")),
        None => unknown_value(text, what).hint(format!(
            "write one of {}",
            words().collect::<Vec<_>>().join(", ")
        )),
    })
}

/// A platform, known or not.
pub(super) fn platform(text: &str) -> Result<Platform, Diagnostic> {
    Platform::parse(text).ok_or_else(|| {
        let wrong = Diagnostic::error("unknown-platform", format!("`{text}` cannot be a platform"));
        match nearest(text, PLATFORMS.iter().map(|(id, _)| *id)) {
            Some(id) => wrong.hint(format!("did you mean `{id}`?")),
            None => wrong.hint("write its name in small letters, digits and `_`"),
        }
    })
}

/// What a number counts.
pub(super) fn metric(text: &str) -> Result<Metric, Diagnostic> {
    Metric::parse(text).ok_or_else(|| {
        let wrong = Diagnostic::error("unknown-metric", format!("`{text}` is not a metric"));
        match nearest(text, METRICS.iter().map(|(name, ..)| *name)) {
            Some(name) => wrong.hint(format!("did you mean `{name}`?")),
            None => wrong.hint("for a number of your own write `custom:` and a word"),
        }
    })
}

/// How a post was helped; `organic` says that it was not.
pub(super) fn paid(text: &str) -> Result<Option<Paid>, Diagnostic> {
    if text.eq_ignore_ascii_case("organic") {
        return Ok(None);
    }
    choice(text, "a way a post was helped").map(Some)
}

/// What time a number covers: `day`, `28d`, `month`, `year`, `lifetime`.
pub(super) fn period(text: &str) -> Result<Period, Diagnostic> {
    let lower = text.to_lowercase();
    match lower.as_str() {
        "day" => return Ok(Period::Days(1)),
        "month" => return Ok(Period::Month),
        "year" => return Ok(Period::Year),
        "lifetime" => return Ok(Period::Lifetime),
        _ => {}
    }
    let digits = lower.trim_end_matches(|c: char| !c.is_ascii_digit());
    let days = digits
        .parse::<u32>()
        .ok()
        .filter(|days| (1..=LONGEST_PERIOD).contains(days));
    if let Some(days) = days
        && lower[digits.len()..] == *"d"
    {
        return Ok(Period::Days(days));
    }
    let wrong = unknown_value(text, "a period");
    let unit = lower[digits.len()..].trim();
    Err(match (days, unit, lower.as_str()) {
        (Some(days), "" | "day" | "days", _) => wrong.hint(format!("write {days}d")),
        (Some(weeks), "w" | "week" | "weeks", _) if weeks <= 52 => {
            wrong.hint(format!("write {}d", weeks * 7))
        }
        (_, _, "week" | "weekly") => wrong.hint("write 7d"),
        (_, _, "daily") => wrong.hint("write day"),
        (_, _, "monthly") => wrong.hint("write month"),
        (_, _, "yearly" | "annual") => wrong.hint("write year"),
        (_, _, "total" | "all" | "all time" | "ever") => wrong.hint("write lifetime"),
        _ => wrong.hint("write day, a number of days as 28d, month, year or lifetime"),
    })
}

/// Ages: `25-34`, `55+`.
pub(super) fn age(text: &str) -> Result<AgeBand, Diagnostic> {
    let years = |part: &str| {
        let part = part.trim();
        let digits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits
            .then(|| part.parse::<u8>().ok())
            .flatten()
            .filter(|years| *years <= OLDEST)
    };
    let band = match text.strip_suffix('+') {
        Some(from) => years(from).map(|from| AgeBand { from, to: None }),
        None => text.split_once(['-', '\u{2013}']).and_then(|(from, to)| {
            let (from, to) = (years(from)?, years(to)?);
            (from <= to).then_some(AgeBand { from, to: Some(to) })
        }),
    };
    band.ok_or_else(|| match damage::is_day(text) {
        true => ages_destroyed(text),
        false => {
            unknown_value(text, "a range of ages").hint("write ages as 25-34, the oldest as 65+")
        }
    })
}

fn ages_destroyed(text: &str) -> Diagnostic {
    let wrong = Diagnostic::error(
        "ages-destroyed",
        format!("`{text}` is a day that a spreadsheet has made of ages"),
    );
    let again = match damage::short_day(text) {
        Some((month, other)) => {
            let month = month.unsigned_abs();
            format!(
                "write {}-{} if that is meant",
                month.min(other),
                month.max(other)
            )
        }
        None => "write the ages again, as 25-34".to_string(),
    };
    wrong.hint(format!(
        "{again}, and make the column text in the spreadsheet first"
    ))
}

/// An own division of an audience: `follow:no`.
pub(super) fn segment(text: &str) -> Result<Segment, Diagnostic> {
    let parts = text.split_once(':').map(|(set, value)| {
        let set = set.trim().to_lowercase();
        (set, value.trim().to_string())
    });
    parts
        .filter(|(set, value)| {
            let word = set.chars().all(|c| c.is_alphanumeric() || c == '_');
            let text = !value.is_empty() && !value.chars().any(char::is_control);
            word && text && !set.is_empty() && set.len() <= 40 && value.len() <= 200
        })
        .map(|(set, value)| Segment { set, value })
        .ok_or_else(|| {
            unknown_value(text, "a segment")
                .hint("write what is divided, a colon and the part: `follow:no`, `device:mobile`")
        })
}

/// A country by code or English name, as its code.
pub(super) fn country(text: &str) -> Result<String, Diagnostic> {
    if let Some(code) = country::parse(text) {
        return Ok(code.to_string());
    }
    let hint = expected::country(text);
    Err(unknown_value(text, "a country").hint(hint))
}

/// A post by its link or id. `rounded` says that the file's ids have lost their last digits.
pub(super) fn post(text: &str, rounded: bool) -> Result<String, Diagnostic> {
    if rounded && damage::is_rounded(text) {
        return Err(id_destroyed(text));
    }
    if damage::is_shortened(text) {
        return Err(id_destroyed(text));
    }
    let link = text.contains("://");
    let readable =
        !link || url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    if !readable || !plain || text.len() > 2_000 {
        return Err(
            Diagnostic::error("not-a-post", format!("`{text}` is not a link or an id"))
                .hint("paste the link to the post, as https://www.instagram.com/reel/…"),
        );
    }
    Ok(text.to_string())
}

fn id_destroyed(text: &str) -> Diagnostic {
    Diagnostic::error(
        "id-destroyed",
        format!("a spreadsheet has made the number `{text}` of this post's id"),
    )
    .hint("paste the link to the post instead: a link survives spreadsheets")
}

/// How many posts a typed average covers.
pub(super) fn posts_covered(text: &str) -> Result<u32, Diagnostic> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits
        .then(|| text.parse::<u32>().ok())
        .flatten()
        .filter(|posts| *posts > 0)
        .ok_or_else(|| {
            Diagnostic::error("not-a-number", format!("`{text}` is not a number of posts"))
                .hint("write how many posts the number covers, as 18, or leave it empty")
        })
}

/// An account's name.
pub(super) fn handle(text: &str) -> Result<Handle, Diagnostic> {
    Handle::parse(text).ok_or_else(|| {
        unknown_value(text, "a handle").hint("write the account's name on its platform")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{Base, Gender, PostFormat};
    use std::fmt::Debug;

    fn check<T: Debug>(found: Result<T, Diagnostic>, expected: &str) {
        let found = match found {
            Ok(value) => format!("{value:?}"),
            Err(wrong) => format!("{}: {} ({})", wrong.rule, wrong.message, wrong.hints[0]),
        };
        assert!(found.contains(expected), "{found}, not {expected}");
    }

    #[test]
    fn reads_words() {
        check(choice::<PostFormat>("Reel", "a format"), "Reel");
        check(
            choice::<PostFormat>("reels", "a format"),
            "did you mean `reel`?",
        );
        check(choice::<Base>("view", "a base"), "did you mean `views`?");
        check(
            choice::<Gender>("women", "a gender"),
            "`women` is not a gender (write one of female, male, other)",
        );
        check(paid("organic"), "None");
        check(paid("boosted"), "Some(Boosted)");
        check(paid("boost"), "did you mean `boosted`?");
    }

    #[test]
    fn reads_platforms_and_metrics() {
        check(platform("IG"), "instagram");
        check(platform("my_space"), "my_space");
        check(platform("insta gram"), "did you mean `instagram`?");
        check(platform("日本"), "small letters");
        check(metric("subs"), "followers");
        check(metric("median_views"), "median_views");
        check(metric("custom:waiting_list"), "custom:waiting_list");
        check(metric("folowers"), "did you mean `followers`?");
        check(metric("revenue"), "write `custom:` and a word");
    }

    #[test]
    fn reads_periods() {
        check(period("day"), "Days(1)");
        check(period("28d"), "Days(28)");
        check(period("28D"), "Days(28)");
        check(period("Month"), "Month");
        check(period("year"), "Year");
        check(period("lifetime"), "Lifetime");
        check(period("28"), "write 28d");
        check(period("28 days"), "write 28d");
        check(period("4 weeks"), "write 28d");
        check(period("week"), "write 7d");
        check(period("monthly"), "write month");
        check(period("all time"), "write lifetime");
        check(period("0d"), "unknown-value");
        check(period("99999d"), "unknown-value");
        check(period("d"), "unknown-value");
        check(period("２８d"), "unknown-value");
        check(period("28d28d"), "unknown-value");
    }

    #[test]
    fn reads_ages() {
        check(age("25-34"), "AgeBand { from: 25, to: Some(34) }");
        check(age("25 – 34"), "AgeBand { from: 25, to: Some(34) }");
        check(age("65+"), "AgeBand { from: 65, to: None }");
        check(age("34-25"), "unknown-value");
        check(age("25"), "unknown-value");
        check(age("12-Oct"), "ages-destroyed");
        check(age("12-Oct"), "write 10-12 if that is meant");
        check(age("25-Jan"), "write 1-25 if that is meant");
        check(age("12/10/2026"), "write the ages again, as 25-34,");
        check(age("46307"), "ages-destroyed");
        check(age("18-999"), "unknown-value");
        check(age("+"), "unknown-value");
    }

    #[test]
    fn reads_segments() {
        check(
            segment("follow:no"),
            "Segment { set: \"follow\", value: \"no\" }",
        );
        check(
            segment("Also: Other show: live"),
            "Segment { set: \"also\", value: \"Other show: live\" }",
        );
        check(segment("follow"), "unknown-value");
        check(segment(":no"), "unknown-value");
        check(segment("follow:"), "unknown-value");
        check(segment("a b:c"), "unknown-value");
    }

    #[test]
    fn reads_countries() {
        check(country("Sweden"), "SE");
        check(country("Swedn"), "did you mean `Sweden`?");
        check(country("Xyzzy"), "its code of two letters");
    }

    #[test]
    fn reads_posts() {
        check(
            post("https://www.youtube.com/watch?v=a", false),
            "watch?v=a",
        );
        check(post("1980000000000000001", false), "1980000000000000001");
        check(post("-abcE123", false), "-abcE123");
        check(post("12e45", false), "12e45");
        check(post("1980000000000010000", false), "1980000000000010000");
        check(post("1980000000000010000", true), "id-destroyed");
        check(post("1980000000000000001", true), "1980000000000000001");
        check(post("1.98E+18", false), "id-destroyed");
        check(post("1,98e+18", false), "id-destroyed");
        check(post("javascript://x", false), "not-a-post");
        check(post("https://", false), "not-a-post");
        check(post("my best reel", false), "not-a-post");
    }

    #[test]
    fn reads_numbers_of_posts_and_handles() {
        check(posts_covered("18"), "18");
        check(posts_covered("0"), "not-a-number");
        check(posts_covered("1.5"), "not-a-number");
        check(posts_covered("99999999999"), "not-a-number");
        check(handle("@maite.orrun"), "Handle(\"maite.orrun\")");
        check(handle("@"), "unknown-value");
    }
}
