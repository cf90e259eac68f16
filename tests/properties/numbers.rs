//! Numbers are exact where they are added up, never more than the truth where they are shortened,
//! and shares stay what they were typed as.

use crate::{Texts, build, sources, tries};
use pitchkit::derive::{Figure, View};
use proptest::prelude::*;
use proptest::sample::subsequence;

const PROFILE: &str = r#"
[creator]
name = "Ada"

[contact]
email = "ada@ada.example"
"#;

/// What the page of a kit with these accounts and these rows may show. An account is a platform
/// and a handle.
fn view(accounts: &[(String, String)], rows: &str) -> View {
    let mut profile = PROFILE.to_string();
    for (platform, handle) in accounts {
        profile += &format!("\n[[accounts]]\nplatform = \"{platform}\"\nhandle = \"{handle}\"\n");
    }
    let header = "date,platform,account,metric,value,period,format,country,post\n";
    let mut texts = Texts::new();
    texts.insert("profile.toml".to_string(), profile);
    texts.insert("metrics.csv".to_string(), format!("{header}{rows}"));
    let built = build(&sources(&texts, &[]));
    let said: Vec<_> = built.diagnostics.iter().take(5).collect();
    assert!(!built.diagnostics.has_errors(), "{said:?}");
    built.view.expect("a view")
}

fn accounts(count: usize) -> Vec<(String, String)> {
    const PLATFORMS: &[&str] = &["instagram", "tiktok", "youtube", "facebook", "x"];
    (0..count)
        .map(|index| {
            let platform = PLATFORMS[index % PLATFORMS.len()];
            (platform.to_string(), format!("ada{index}"))
        })
        .collect()
}

/// A decimal number in units of 10⁻¹².
fn exact(text: &str) -> i128 {
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let number: i128 = format!("{whole}{part:0<12}")
        .parse()
        .unwrap_or_else(|_| panic!("{text}"));
    sign * number
}

/// What a short form says, in units of 10⁻¹², and how fine it is: "92.4K".
fn said(text: &str) -> (i128, i128) {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '+' | '%') && !c.is_whitespace())
        .collect();
    let (number, times) = match plain.chars().last() {
        Some('K') => (plain.trim_end_matches('K'), 1_000),
        Some('M') => (plain.trim_end_matches('M'), 1_000_000),
        Some('B') => (plain.trim_end_matches('B'), 1_000_000_000),
        Some('T') => (plain.trim_end_matches('T'), 1_000_000_000_000),
        _ => (plain.as_str(), 1),
    };
    let places = number
        .split_once('.')
        .map_or(0, |(_, part)| part.len() as u32);
    (exact(number) * times, 10_i128.pow(12 - places) * times)
}

/// Every figure of `view`, wherever it stands.
fn figures(view: &View) -> Vec<&Figure> {
    let accounts = view.platforms.accounts.iter().chain(&view.platforms.also);
    let mut figures: Vec<&Figure> = accounts.flat_map(|account| account.figures()).collect();
    figures.extend(
        view.lead
            .iter()
            .chain(&view.platforms.total)
            .chain(view.numbers.values()),
    );
    figures
}

fn check_honest(view: &View) -> Result<(), TestCaseError> {
    for figure in figures(view) {
        if !matches!(figure.unit, "count" | "percent") || figure.floor {
            continue;
        }
        let value = exact(&figure.value);
        if figure.short != figure.text {
            let (short, fine) = said(&figure.short);
            let under = value - short;
            let honest = under >= 0 && under < fine;
            prop_assert!(honest, "{} is called {}", figure.value, figure.short);
        }
        // In full a number is rounded, and a loss is rounded down.
        let (text, fine) = said(&figure.text);
        let over = text - value;
        prop_assert!(
            over * 2 <= fine && -over < fine,
            "{} is {}",
            figure.value,
            figure.text
        );
    }
    Ok(())
}

/// Numbers of any size, small ones as often as large ones, and many just below a round one.
fn count() -> impl Strategy<Value = u64> {
    prop_oneof![
        0_u64..2_000,
        1_u64..1_000_000,
        any::<u64>().prop_map(|number| number % 10_000_000_000),
        (1_u32..10, 1_u64..60).prop_map(|(zeros, below)| 10_u64.pow(zeros).saturating_sub(below)),
    ]
}

proptest! {
    #![proptest_config(tries(4))]

    #[test]
    fn rounding_never_flatters(
        followers in prop::collection::vec((count(), count(), count()), 1..8),
        views in prop::collection::vec(count(), 5..30),
    ) {
        let accounts = accounts(followers.len());
        let mut rows = String::new();
        for ((platform, handle), (first, last, reach)) in accounts.iter().zip(&followers) {
            rows += &format!("2026-08-01,{platform},{handle},followers,{first},,,,\n");
            rows += &format!("2026-11-01,{platform},{handle},followers,{last},,,,\n");
            rows += &format!("2026-11-01,{platform},{handle},reach,{reach},28d,,,\n");
        }
        let (platform, handle) = &accounts[0];
        for (day, views) in views.iter().enumerate() {
            let (date, post) = (format!("2026-10-{:02}", day + 1), format!("https://a.example/{day}"));
            rows += &format!("{date},{platform},{handle},views,{views},,reel,,{post}\n");
            let likes = views / 3;
            rows += &format!("{date},{platform},{handle},likes,{likes},,reel,,{post}\n");
        }
        let view = view(&accounts, &rows);
        prop_assert!(figures(&view).len() > followers.len());
        check_honest(&view)?;
    }

    #[test]
    fn shares_stay_as_they_were_typed(
        tenths in prop::collection::vec(1_u32..200, 1..8),
        countries in subsequence(vec!["ES", "FR", "DE", "IT", "PT", "GB", "US", "NL"], 8),
    ) {
        let mut left = 1_000;
        let mut typed = Vec::new();
        let mut rows = String::new();
        for (country, tenths) in countries.iter().zip(&tenths) {
            let share = left.min(*tenths);
            left -= share;
            if share > 0 {
                typed.push((*country, f64::from(share) / 10.0));
                rows += &format!(
                    "2026-11-01,instagram,,followers_share,{}.{},,,{country},\n", share / 10, share % 10
                );
            }
        }
        let view = view(&accounts(1), &rows);
        let series = view.audience.groups.iter().find_map(|group| group.countries.as_ref());
        let series = series.expect("countries");
        let mut sum = 0.0;
        for point in &series.points {
            let known = typed.iter().find(|(country, _)| *country == point.key);
            let (_, share) = known.expect("a country of the kit");
            prop_assert!((point.value - share).abs() < 1e-9, "{point:?}");
            prop_assert!(said(&point.text).0 <= exact(&share.to_string()) + 500_000_000_000, "{point:?}");
            sum += point.value;
        }
        if let Some(rest) = &series.rest {
            prop_assert!((sum + rest.value - 100.0).abs() < 1e-6, "{series:?}");
        } else {
            prop_assert!(sum > 99.0, "{series:?}");
        }
    }
}

proptest! {
    #![proptest_config(tries(16))]

    #[test]
    fn followers_are_added_up_exactly(
        count in 2_usize..100,
        dates in 1_usize..100,
        seed in any::<u64>(),
    ) {
        let accounts = accounts(count);
        let mut rows = String::new();
        let mut sum = 0_u128;
        let mut number = seed | 1;
        for date in 0..dates {
            for (index, (platform, handle)) in accounts.iter().enumerate() {
                // Any sequence will do, as long as it differs with the seed.
                number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(index as u64);
                let value = number >> 24;
                let (month, day) = (1 + date / 28, 1 + date % 28);
                rows += &format!("2026-{month:02}-{day:02},{platform},{handle},followers,{value},,,,\n");
                if date + 1 == dates {
                    sum += u128::from(value);
                }
            }
        }
        let view = view(&accounts, &rows);
        let total = view.platforms.total.as_ref().expect("a sum");
        prop_assert_eq!(&total.value, &sum.to_string());
        check_honest(&view)?;
    }
}
