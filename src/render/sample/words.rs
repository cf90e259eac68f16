//! Texts, photos and what is told in words.

use crate::derive::{
    BlockView, CaseView, Day, InlineView, Labelled, LinkView, MilestoneView, PhotoView, PriceView,
    QuoteView, RatesView, ResultView, SectionView, ServiceGroup, ServiceView, StoryView, Way,
};
use crate::source::Photo;
use std::sync::Arc;

pub(super) fn text(text: &str) -> Option<String> {
    Some(text.to_string())
}

pub(super) fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_string()).collect()
}

pub(super) fn day(iso: &str, text: &str) -> Day {
    Day {
        iso: iso.to_string(),
        text: text.to_string(),
    }
}

pub(super) fn labelled(label: &str, text: &str) -> Labelled {
    Labelled {
        label: label.to_string(),
        text: text.to_string(),
    }
}

pub(super) fn section(id: &'static str, heading: &str, nav: &str) -> SectionView {
    SectionView {
        id,
        heading: heading.to_string(),
        nav: nav.to_string(),
    }
}

pub(super) fn mail(address: &str) -> Way {
    Way {
        kind: "email",
        label: "E-mail".to_string(),
        text: address.to_string(),
        href: format!("mailto:{address}?subject=Enquiry"),
        address: format!("mailto:{address}"),
    }
}

pub(crate) fn photo(path: &str, width: u32, height: u32, alt: &str) -> PhotoView {
    PhotoView {
        path: path.to_string(),
        width,
        height,
        alt: alt.to_string(),
        focus: None,
        credit: None,
        download: false,
        photo: Arc::new(Photo {
            path: path.to_string(),
            content: *blake3::hash(path.as_bytes()).as_bytes(),
            width,
            height,
            transparent: false,
        }),
    }
}

pub(super) fn paragraph(words: &str) -> BlockView {
    BlockView::Paragraph {
        inlines: vec![InlineView::Text {
            text: words.to_string(),
        }],
    }
}

pub(super) fn story() -> StoryView {
    let said = |text: &str| InlineView::Text {
        text: text.to_string(),
    };
    StoryView {
        pull: vec![
            said("Most food films begin in the kitchen, "),
            InlineView::Emphasis {
                inlines: vec![said("a long way after the interesting part.")],
            },
        ],
        blocks: vec![
            paragraph(
                "I grew up above my aunt’s fishmonger’s in a town where the road ended at the harbour. Everything good arrived on foot or by boat. When I left, I noticed that most food films begin in the kitchen, a long way after the interesting part.",
            ),
            BlockView::Paragraph {
                inlines: vec![
                    said("So I start earlier. Since 2019 I have walked 6,400 km to "),
                    InlineView::Link {
                        url: "https://example.com/salt".to_string(),
                        inlines: vec![said("salt pans")],
                    },
                    said(", shepherds’ huts, fig terraces and one very remote bakery"),
                    InlineView::Footnote { number: 1 },
                    said("."),
                ],
            },
            BlockView::Heading {
                level: 2,
                inlines: vec![said("On saying no")],
            },
            paragraph(
                "Brands join when they are useful on the road. I say no to about four in five.",
            ),
            BlockView::List {
                start: None,
                items: vec![
                    vec![paragraph("One brand a film")],
                    vec![paragraph("Paid with my own feet first")],
                ],
            },
            BlockView::Quote {
                blocks: vec![paragraph("Nobody has ever been hungry in a hurry up here.")],
            },
            BlockView::Footnote {
                number: 1,
                blocks: vec![paragraph("It has no road, no sign and no closing time.")],
            },
        ],
    }
}

pub(super) fn milestone(iso: &str, when: &str, title: &str, place: Option<&str>) -> MilestoneView {
    MilestoneView {
        iso: iso.to_string(),
        year: iso.chars().take(4).collect(),
        when: when.to_string(),
        title: title.to_string(),
        place: place.map(str::to_string),
        url: None,
        kind: Some("award"),
    }
}

pub(super) fn case(slug: &str, brand: &str, title: &str, whole: bool) -> CaseView {
    let result = |label: &str, value: Option<&str>, usual: Option<&str>| ResultView {
        value: value.map(|value| value.replace(',', "")),
        unit: "count",
        floor: false,
        label: label.to_string(),
        text: value.map(str::to_string),
        short: value.map(str::to_string),
        basis: None,
        usual: usual.map(str::to_string),
        usual_value: usual.map(|usual| usual.replace(',', "")),
        times_usual: usual.map(|_| "3.2".to_string()),
        target: None,
        measured: text("after 30 days"),
        source: text("the brand"),
    };
    CaseView {
        slug: slug.to_string(),
        brand: brand.to_string(),
        title: text(title),
        when: text("2026"),
        sector: text("Travel"),
        goal: text("Fill midweek berths on a new overnight line that nobody had heard of."),
        made: texts(&["1 film, 14 min", "3 Reels", "1 newsletter"]),
        photo: Some(photo(&format!("photos/{slug}.jpg"), 2560, 1600, "A lake at dusk.")),
        links: vec![LinkView { title: "The film".to_string(), url: "https://example.com/film".to_string() }],
        relationship: text("Paid partnership"),
        disclosure: text("Labelled as advertising"),
        results: vec![
            result("Reach", Some("1,310,000"), Some("409,000")),
            result("Link clicks", Some("21,400"), None),
            result("Sales", None, None),
        ],
        quote: whole.then(|| QuoteView {
            text: "Tuesday trains sold out for six weeks. We had budgeted for a lift, not a waiting list.".to_string(),
            by: text("Head of Brand, Velmora Night Rail"),
        }),
        note: text("I would have taken this train for nothing."),
        renewed: whole,
        featured: whole,
        body: if whole { vec![paragraph("We left at dusk and ate where the line bends."), paragraph("Nobody slept, and nobody minded.")] } else { Vec::new() },
    }
}

pub(super) fn service(name: &str, price: PriceView) -> ServiceView {
    ServiceView {
        name: name.to_string(),
        platform: text("YouTube"),
        includes: texts(&["10 to 15 min", "one brand"]),
        price,
        turnaround: text("six weeks"),
        valid_until: None,
        example: text("https://example.com/film"),
        photo: None,
        featured: false,
    }
}

pub(super) fn price(kind: &'static str, amount: &str) -> PriceView {
    PriceView {
        kind,
        text: amount.to_string(),
        to: None,
        of: None,
        per: None,
        minimum: None,
    }
}

pub(super) fn rates() -> RatesView {
    let films = ServiceGroup {
        name: text("Films"),
        services: vec![
            service("Film, dedicated", price("from", "€6,800")),
            service(
                "Reel and stories",
                PriceView {
                    to: text("€3,600"),
                    ..price("range", "€2,400")
                },
            ),
        ],
    };
    let rest = ServiceGroup {
        name: None,
        services: vec![
            service(
                "Newsletter feature",
                PriceView {
                    per: text("per issue"),
                    ..price("exact", "€900")
                },
            ),
            service(
                "Ambassador",
                PriceView {
                    per: text("a month"),
                    minimum: text("at least six months"),
                    ..price("exact", "€2,900")
                },
            ),
            service("Season partnership", price("request", "on request")),
        ],
    };
    RatesView {
        groups: vec![films, rest],
        addons: Some(ServiceGroup {
            name: text("On the side"),
            services: vec![service(
                "Paid usage, 30 days",
                PriceView {
                    of: text("of the fee"),
                    ..price("percent", "+25%")
                },
            )],
        }),
        priced: true,
        note: text("Prices in euros, without VAT, valid until 31 Jan 2027"),
    }
}
