//! Views to test with, made by hand: a rich one and a sparse one.

use crate::derive::{
    AccountView, AlsoView, AudienceGroup, AudienceView, BlockView, CaseView, ContactView,
    CreatorView, Dated, Day, Figure, Freshness, Growth, InlineView, Labelled, LinkView, ListView,
    ManagerView, MethodView, Middle, MilestoneView, MilestonesView, PhotoView, PillarView,
    PlatformsView, Point, PostView, PressItem, PressView, PriceView, ProcessView, Pyramid,
    PyramidBand, QuoteView, RatesView, ResultView, SectionView, Series, ServiceGroup, ServiceView,
    SiteView, StepView, StoryView, TestimonialView, VersionView, View, Way, Window, WorkView,
};
use crate::source::Photo;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A kit with everything in it.
pub(crate) fn rich() -> View {
    let mut view = sparse();
    view.creator = CreatorView {
        name: "Maite Orrun".to_string(),
        words: texts(&["Maite", "Orrun"]),
        short_name: "Maite".to_string(),
        initials: "MO".to_string(),
        tagline: text("I walk to where the food comes from, and film the way there."),
        standfirst: text("Long walks, short recipes and the people in between."),
        location: text("Bilbao, Basque Country"),
        country: text("Spain"),
        languages: texts(&["Spanish", "Basque", "English"]),
        pillars: vec![
            PillarView {
                name: "Walks that end at a table".to_string(),
                text: None,
            },
            PillarView {
                name: "One-pan camp recipes".to_string(),
                text: text("Nothing that a hut cannot cook."),
            },
        ],
        highlights: texts(&["Every film has a recipe", "No drone over grazing land"]),
        pronouns: text("she/her"),
        pronunciation: text("MY-teh OR-roon"),
        hero: Some(photo(
            "photos/trail.jpg",
            3264,
            2448,
            "A path climbs to grey peaks.",
        )),
        portrait: Some(photo("photos/forest.jpg", 1600, 2000, "A forest path.")),
        ..view.creator
    };
    view.lead = vec![
        figure("followers", "Followers on seven platforms", "631,000", None),
        figure(
            "instagram.reel.views.median",
            "Median views, Instagram Reels, 24 posts",
            "92,400",
            None,
        ),
        figure(
            "instagram.reel.engagement_by_reach",
            "Engagement, Instagram Reels, 24 posts",
            "6.1%",
            Some("by reach"),
        ),
    ];
    view.dated = Some(Dated {
        day: day("2026-10-31", "31 Oct 2026"),
        month: "October 2026".to_string(),
        freshness: Freshness::Fresh,
    });
    view.contact.ways.push(Way {
        kind: "booking",
        label: "Book a call".to_string(),
        text: "maiteorrun.example/call".to_string(),
        href: "https://maiteorrun.example/call".to_string(),
    });
    view.contact.reply = text("Answers within two days");
    view.contact.manager = Some(ManagerView {
        name: text("Jonah Ferreira-Lunt"),
        agency: text("Halfmoon Talent"),
        ways: vec![mail("jonah@halfmoon.example")],
        regions: texts(&["Spain", "Portugal"]),
    });
    let accounts = [
        ("instagram", "Instagram", "@maiteorrun", "248,000"),
        ("youtube", "YouTube", "@maiteorrun", "186,400"),
        ("tiktok", "TikTok", "@maiteorrun", "131,200"),
        ("newsletter", "Newsletter", "The Long Way Round", "14,700"),
    ];
    view.platforms.accounts = accounts
        .iter()
        .map(|(id, name, handle, followers)| account(id, name, handle, followers))
        .collect();
    let mut second = account(
        "instagram@maite.studio",
        "Instagram",
        "@maite.studio",
        "18,600",
    );
    second.main = false;
    second.views = None;
    second.rate = None;
    second.history = None;
    second.growth = None;
    second.about = text("Stills and prints");
    second.notes = texts(&["Two giveaway posts are left out of the rate."]);
    view.platforms.accounts.insert(1, second);
    let mut also = account("threads", "Threads", "@maiteorrun", "");
    also.followers = None;
    view.platforms.also = vec![also];
    view.platforms.total = Some(figure(
        "followers",
        "Followers, sum over platforms",
        "598,900",
        None,
    ));
    view.platforms.finding =
        text("The newsletter has doubled in a year. YouTube grew by more than half.");
    view.posts = vec![
        post("The last shepherd’s cheese", Some("photos/fig.jpg")),
        post("Eleven beds above the clouds", Some("photos/ridge.jpg")),
        post("Salt, by hand", None),
    ];
    view.audience = audience();
    view.story = story();
    view.milestones = MilestonesView {
        next: vec![milestone(
            "2027-05-01",
            "May 2027",
            "The Salt Road, a film in six walks",
            Some("Cádiz"),
        )],
        past: vec![
            milestone(
                "2026",
                "2026",
                "Best food film, short form",
                Some("Three Rivers Film Days"),
            ),
            milestone("2024", "2024", "First book: Soup at Altitude", None),
        ],
    };
    view.gallery = vec![
        photo("photos/a.jpg", 2400, 1600, "Boats at dusk."),
        photo("photos/b.jpg", 1600, 1600, "A fig in a red bowl."),
        photo("photos/c.jpg", 1600, 2000, "Stones in a stream."),
    ];
    view.work = WorkView {
        cases: vec![
            case(
                "velmora-night-rail",
                "Velmora Night Rail",
                "Dinner is in the next country",
                true,
            ),
            case("tallow-tin", "Tallow & Tin", "One pan, nine huts", false),
        ],
        also: [
            "Ridgefold Maps",
            "Sorrelhaus",
            "Ferrous Ferries",
            "Odd Salt Co.",
        ]
        .iter()
        .enumerate()
        .map(|(index, name)| AlsoView {
            name: (*name).to_string(),
            url: (index == 0).then(|| "https://ridgefold.example/".to_string()),
            sector: text("outdoor"),
            year: text("2025"),
            relationship: None,
            renewed: index == 1,
        })
        .collect(),
    };
    view.rates = rates();
    view.process = ProcessView {
        steps: ["Call", "Idea and quote", "Walk and edit", "Live and report"]
            .iter()
            .map(|name| StepView {
                name: (*name).to_string(),
                text: text("Twenty minutes. You hear honestly whether it fits."),
                when: text("Weeks 2 to 5"),
                weeks: Some((2, 5)),
            })
            .collect(),
        terms: vec![
            labelled("Usage", "12 months organic; paid media +30 % a quarter"),
            labelled("Exclusivity", "category, 60 days"),
            labelled("Payment", "50 % on signing"),
        ],
        more: vec![ListView {
            title: "Rider".to_string(),
            items: texts(&["A dry pair of socks", "One early start"]),
        }],
        scheduled: true,
    };
    view.press = PressView {
        items: vec![
            PressItem {
                outlet: "Saltpan Quarterly".to_string(),
                title: text("Slow food, slower feet"),
                quote: text("The patience of a heron and the appetite of a wolf."),
                year: text("2026"),
                url: text("https://saltpan.example/heron"),
                language: None,
                language_name: None,
            },
            PressItem {
                outlet: "Radio Kresta".to_string(),
                title: text("Hodit za sýrem"),
                quote: None,
                year: text("2025"),
                url: None,
                language: text("cs"),
                language_name: text("Czech"),
            },
        ],
        testimonials: vec![TestimonialView {
            quote: "She told us no twice and was right both times.".to_string(),
            by: "Ilse Varga, head of brand, Velmora Night Rail".to_string(),
            when: text("2026"),
            link: None,
            photo: None,
        }],
        quoted: true,
    };
    view.facts = vec![labelled("Camera", "Two bodies, no drone")];
    view.links = vec![LinkView {
        title: "Public showreel".to_string(),
        url: "https://maiteorrun.example/reel".to_string(),
    }];
    view.method = MethodView {
        notes: texts(&[
            "Followers are each platform’s own count.",
            "Engagement is likes, comments, saves and shares of a post divided by the accounts it reached: the median over posts of one format in 90 days.",
        ]),
        credits: texts(&["Aitzol Berasategi, CC BY 4.0"]),
    };
    let figures = view.lead.iter().cloned();
    let own = view.platforms.accounts.iter().flat_map(|account| {
        [&account.followers, &account.views, &account.rate]
            .into_iter()
            .flatten()
            .cloned()
    });
    view.numbers = figures
        .chain(own)
        .map(|figure| (figure.id.clone(), figure))
        .collect();
    view.sections = [
        ("platforms", "Where *they follow*", "Platforms"),
        ("posts", "Watched *most*", "Posts"),
        (
            "audience",
            "One in four is a woman *between 25 and 34.*",
            "Audience",
        ),
        ("story", "Story", "Story"),
        ("milestones", "So *far*", "Milestones"),
        ("gallery", "Photographs", "Photographs"),
        ("work", "Selected *work*", "Work"),
        ("rates", "The *menu*", "Rates"),
        ("process", "How it *goes*", "Process"),
        ("press", "In *print*", "Press"),
        ("contact", "Shall we *walk?*", "Contact"),
    ]
    .into_iter()
    .map(|(id, heading, nav)| section(id, heading, nav))
    .collect();
    view.site.url = text("https://maiteorrun.example/kit/");
    view.site.versions = vec![VersionView {
        language: "es".to_string(),
        name: "Español".to_string(),
        url: "https://maiteorrun.example/es/".to_string(),
    }];
    view
}

/// A name, one account and one way to write.
pub(crate) fn sparse() -> View {
    let mut only = account("tiktok", "TikTok", "@konstantin", "9,800");
    only.views = None;
    only.rate = None;
    only.history = None;
    only.growth = None;
    View {
        version: 1,
        language: "en".to_string(),
        direction: "ltr",
        creator: CreatorView {
            name: "Konstantin Wolkenstein-Abendroth".to_string(),
            words: texts(&["Konstantin", "Wolkenstein-Abendroth"]),
            short_name: "Konstantin".to_string(),
            initials: "KW".to_string(),
            kind: "person",
            people: Vec::new(),
            tagline: None,
            standfirst: None,
            location: None,
            country: None,
            languages: Vec::new(),
            pillars: Vec::new(),
            highlights: Vec::new(),
            pronouns: None,
            pronunciation: None,
            portrait: None,
            hero: None,
            minor: false,
        },
        lead: vec![figure(
            "tiktok.followers",
            "Followers on TikTok",
            "9,800",
            None,
        )],
        dated: Some(Dated {
            day: day("2026-10-31", "31 Oct 2026"),
            month: "October 2026".to_string(),
            freshness: Freshness::Fresh,
        }),
        contact: ContactView {
            ways: vec![mail("partners@example.com")],
            reply: None,
            manager: None,
            guardian: None,
        },
        sections: vec![
            section("platforms", "On TikTok", "Platforms"),
            section("contact", "Shall we *walk?*", "Contact"),
        ],
        platforms: PlatformsView {
            accounts: vec![only],
            also: Vec::new(),
            total: None,
            finding: None,
        },
        posts: Vec::new(),
        audience: AudienceView {
            finding: None,
            about: Vec::new(),
            interests: Vec::new(),
            groups: Vec::new(),
        },
        story: StoryView {
            pull: Vec::new(),
            blocks: Vec::new(),
        },
        milestones: MilestonesView {
            next: Vec::new(),
            past: Vec::new(),
        },
        gallery: Vec::new(),
        work: WorkView {
            cases: Vec::new(),
            also: Vec::new(),
        },
        rates: RatesView {
            groups: Vec::new(),
            addons: None,
            priced: false,
            note: None,
        },
        process: ProcessView {
            steps: Vec::new(),
            terms: Vec::new(),
            more: Vec::new(),
            scheduled: false,
        },
        press: PressView {
            items: Vec::new(),
            testimonials: Vec::new(),
            quoted: false,
        },
        facts: Vec::new(),
        links: Vec::new(),
        method: MethodView {
            notes: Vec::new(),
            credits: Vec::new(),
        },
        numbers: BTreeMap::new(),
        site: SiteView {
            url: None,
            versions: Vec::new(),
            indexing: true,
            accent: None,
            ground: None,
            density: "normal",
            formats: Vec::new(),
        },
    }
}

fn text(text: &str) -> Option<String> {
    Some(text.to_string())
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_string()).collect()
}

fn day(iso: &str, text: &str) -> Day {
    Day {
        iso: iso.to_string(),
        text: text.to_string(),
    }
}

fn labelled(label: &str, text: &str) -> Labelled {
    Labelled {
        label: label.to_string(),
        text: text.to_string(),
    }
}

fn section(id: &'static str, heading: &str, nav: &str) -> SectionView {
    SectionView {
        id,
        heading: heading.to_string(),
        nav: nav.to_string(),
    }
}

fn mail(address: &str) -> Way {
    Way {
        kind: "email",
        label: "E-mail".to_string(),
        text: address.to_string(),
        href: format!("mailto:{address}"),
    }
}

pub(crate) fn photo(path: &str, width: u32, height: u32, alt: &str) -> PhotoView {
    PhotoView {
        path: path.to_string(),
        width,
        height,
        alt: alt.to_string(),
        focus: (50, 40),
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

fn figure(id: &str, label: &str, value: &str, base: Option<&str>) -> Figure {
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
        }),
        date: day("2026-10-31", "31 Oct 2026"),
        freshness: Freshness::Fresh,
        sources: texts(&["meta/content"]),
        method: "The median of the posts.".to_string(),
    }
}

fn point(label: &str, key: &str, value: f64) -> Point {
    Point {
        label: label.to_string(),
        short_label: label.replace(" to ", "–"),
        key: key.to_string(),
        value,
        text: format!("{value}%"),
        number: value.to_string(),
    }
}

fn series(id: &str, title: &str, points: &[(&str, f64)]) -> Series {
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

fn account(id: &str, name: &str, handle: &str, followers: &str) -> AccountView {
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

fn post(title: &str, still: Option<&str>) -> PostView {
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
    }
}

fn audience() -> AudienceView {
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

fn paragraph(words: &str) -> BlockView {
    BlockView::Paragraph {
        inlines: vec![InlineView::Text {
            text: words.to_string(),
        }],
    }
}

fn story() -> StoryView {
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

fn milestone(iso: &str, when: &str, title: &str, place: Option<&str>) -> MilestoneView {
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

fn case(slug: &str, brand: &str, title: &str, whole: bool) -> CaseView {
    let result = |label: &str, value: Option<&str>, usual: Option<&str>| ResultView {
        value: None,
        unit: "count",
        floor: false,
        label: label.to_string(),
        text: value.map(str::to_string),
        short: value.map(str::to_string),
        basis: None,
        usual: usual.map(str::to_string),
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

fn service(name: &str, price: PriceView) -> ServiceView {
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

fn price(kind: &'static str, amount: &str) -> PriceView {
    PriceView {
        kind,
        text: amount.to_string(),
        to: None,
        of: None,
        per: None,
        minimum: None,
    }
}

fn rates() -> RatesView {
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
