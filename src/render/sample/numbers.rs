//! Figures, series and who they are of.

use super::words::{day, paragraph, photo, text, texts};
use crate::derive::{
    AccountView, AudienceGroup, AudienceView, Figure, Freshness, Growth, Middle, Point, PostView,
    Pyramid, PyramidBand, Series, Window,
};

pub(super) fn figure(id: &str, label: &str, value: &str, base: Option<&str>) -> Figure {
    let percent = value.ends_with('%');
    Figure {
        id: id.to_string(),
        metric: id.rsplit('.').next().unwrap_or(id).to_string(),
        label: label.to_string(),
        short_label: label.replace("Instagram ", ""),
        text: value.to_string(),
        short: value.to_string(),
        value: value
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '.')
            .collect(),
        unit: if percent { "percent" } else { "count" },
        floor: false,
        base: base.map(|_| "reach"),
        base_text: base.map(str::to_string),
        format: None,
        format_text: None,
        window: Some(Window {
            from: None,
            to: day("2026-10-31", "31 Oct 2026"),
            days: Some(90),
            text: "90 days to 31 Oct 2026".to_string(),
        }),
        posts: base.map(|_| 24),
        middle: base.map(|_| Middle {
            low: "5.2%".to_string(),
            high: "7.4%".to_string(),
            text: "5.2% to 7.4%".to_string(),
            low_value: "5.2".to_string(),
            high_value: "7.4".to_string(),
            values: Vec::new(),
            most: None,
        }),
        date: day("2026-10-31", "31 Oct 2026"),
        freshness: Freshness::Fresh,
        sources: texts(&["meta/content"]),
        method: "The median of the posts.".to_string(),
    }
}

pub(super) fn point(label: &str, key: &str, value: f64) -> Point {
    Point {
        label: label.to_string(),
        short_label: label.replace(" to ", "–"),
        key: key.to_string(),
        value,
        text: format!("{value}%"),
        number: value.to_string(),
    }
}

pub(super) fn series(id: &str, title: &str, points: &[(&str, f64)]) -> Series {
    Series {
        id: id.to_string(),
        title: title.to_string(),
        unit: "percent",
        points: points
            .iter()
            .map(|(label, value)| point(label, label, *value))
            .collect(),
        rest: None,
        date: day("2026-10-31", "31 Oct 2026"),
        sources: texts(&["meta/Audience.csv"]),
        n: None,
        basis: "followers".to_string(),
        format_text: None,
        window: None,
    }
}

pub(super) fn account(id: &str, name: &str, handle: &str, followers: &str) -> AccountView {
    let own = |metric: &str, label: &str, value: &str, base: Option<&str>| {
        Some(figure(&format!("{id}.{metric}"), label, value, base))
    };
    let mut history = series(
        &format!("{id}.followers"),
        &format!("Followers on {name}, by month"),
        &[],
    );
    history.points = [
        ("Aug 2026", 231_000.0),
        ("Sep 2026", 240_500.0),
        ("Oct 2026", 248_000.0),
    ]
    .iter()
    .map(|(label, value)| Point {
        text: format!("{value}"),
        ..point(label, label, *value)
    })
    .collect();
    AccountView {
        id: id.to_string(),
        platform: id.split('@').next().unwrap_or(id).to_string(),
        name: name.to_string(),
        handle: text(handle),
        url: text("https://social.example/maiteorrun"),
        main: true,
        about: text("Walks and recipes"),
        rhythm: text("three posts a week"),
        followers: own(
            "followers",
            &format!("Followers on {name}"),
            followers,
            None,
        ),
        growth: Some(Growth {
            text: "+4.8%".to_string(),
            between: "between 1 Aug and 31 Oct 2026".to_string(),
            monthly: "+1.6% in 30 days".to_string(),
            figure: figure(&format!("{id}.growth"), "Growth", "4.8%", None),
        }),
        history: Some(history),
        views: own(
            "reel.views.median",
            "Median views, Reels, 24 posts",
            "92,400",
            None,
        ),
        rate: own(
            "engagement_by_reach",
            "Engagement, Reels, 24 posts",
            "6.1%",
            Some("by reach"),
        ),
        others: Vec::new(),
        notes: Vec::new(),
    }
}

pub(super) fn post(title: &str, still: Option<&str>) -> PostView {
    PostView {
        url: "https://social.example/post".to_string(),
        title: text(title),
        photo: still.map(|path| photo(path, 1600, 1200, "A still.")),
        kind: Some("video"),
        platform: text("Instagram"),
        format: text("Reel"),
        month: text("Jan 2026"),
        figure: Some(figure("post", "Views", "1,204,000", None)),
        usual: text("A usual Reel has 92,400 views"),
        times_usual: text("13"),
    }
}

pub(super) fn audience() -> AudienceView {
    let bands = [
        ("18 to 24", 12.0, 8.0),
        ("25 to 34", 24.0, 16.0),
        ("35 to 44", 13.0, 10.0),
    ];
    let group = AudienceGroup {
        account: "instagram".to_string(),
        platform: "Instagram".to_string(),
        date: day("2026-10-31", "31 Oct 2026"),
        title: "Followers on Instagram".to_string(),
        summary: text("24% are women of 25 to 34."),
        pyramid: Some(Pyramid {
            id: "instagram.followers_share.age.gender".to_string(),
            window: None,
            title: "Age and gender, % of followers on Instagram".to_string(),
            left: "Women 58%".to_string(),
            right: "Men 40%".to_string(),
            bands: bands
                .iter()
                .map(|(label, left, right)| PyramidBand {
                    label: (*label).to_string(),
                    short_label: label.replace(" to ", "–"),
                    left: Some(point(label, label, *left)),
                    right: (*right > 8.0).then(|| point(label, label, *right)),
                })
                .collect(),
            rest: text("2% gave no or another gender"),
            date: day("2026-10-31", "31 Oct 2026"),
            sources: texts(&["meta/Audience.csv"]),
        }),
        ages: None,
        genders: None,
        countries: Some(Series {
            rest: Some(point("Everywhere else", "rest", 43.0)),
            ..series(
                "instagram.followers_share.country",
                "Where they live, % of followers on Instagram",
                &[("Spain", 31.0), ("Germany", 14.0), ("United Kingdom", 12.0)],
            )
        }),
        cities: Some(series(
            "instagram.followers_share.city",
            "Cities, % of followers on Instagram",
            &[("Madrid", 7.2), ("Bilbao", 6.1)],
        )),
        segments: Vec::new(),
    };
    let other = AudienceGroup {
        account: "youtube".to_string(),
        platform: "Instagram".to_string(),
        date: day("2026-10-31", "31 Oct 2026"),
        title: "Viewers on YouTube".to_string(),
        summary: text("33% are 25 to 34, and 68% are women."),
        pyramid: None,
        ages: Some(series(
            "youtube.viewers_share.age",
            "Ages, % of viewers on YouTube",
            &[
                ("18 to 24", 14.0),
                ("25 to 34", 33.0),
                ("35 to 44", 29.0),
                ("45 to 54", 16.0),
                ("55 and over", 8.0),
            ],
        )),
        genders: Some(series(
            "youtube.viewers_share.gender",
            "Gender, % of viewers on YouTube",
            &[("Women", 68.0), ("Men", 29.0)],
        )),
        countries: None,
        cities: None,
        segments: Vec::new(),
    };
    AudienceView {
        finding: Some("Half of all views come from people who do not follow yet.".to_string()),
        about: vec![paragraph(
            "People who plan their trips around what they will eat.",
        )],
        interests: texts(&["travel by train", "cooking outdoors"]),
        groups: vec![group, other],
    }
}
