//! Views to test with, made by hand: a rich one and a sparse one.

mod numbers;
mod words;

pub(crate) use words::photo;

use crate::derive::{
    AlsoView, AudienceView, ContactView, CreatorView, Dated, EditionView, Freshness, LinkView,
    ListView, ManagerView, MethodView, MilestonesView, PillarView, PlatformsView, PressItem,
    PressView, ProcessView, RatesView, SiteView, StepView, StoryView, TestimonialView, VersionView,
    View, Way, WorkView,
};
use numbers::{account, audience, figure, post};
use std::collections::BTreeMap;
use words::{case, day, labelled, mail, milestone, rates, section, story, text, texts};

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
        country_code: text("ES"),
        languages: texts(&["Spanish", "Basque", "English"]),
        language_tags: texts(&["es", "eu", "en"]),
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
        address: "https://maiteorrun.example/call".to_string(),
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

/// The same for one brand alone.
pub(crate) fn for_brand(view: View) -> View {
    View {
        edition: Some(EditionView {
            brand: "Velmora".to_string(),
            title: "Prepared for Velmora on 24 Nov 2026".to_string(),
            greeting: Some("Dear Ines, four night trains and one long film.".to_string()),
            prepared: Some(day("2026-11-24", "24 Nov 2026")),
            expires: Some(day("2027-01-31", "31 Jan 2027")),
            until: Some("What is said here holds until 31 Jan 2027.".to_string()),
            note: "For Velmora only. Please do not pass it on.".to_string(),
        }),
        ..view
    }
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
        edition: None,
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
            country_code: None,
            languages: Vec::new(),
            language_tags: Vec::new(),
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
            parts: Vec::new(),
            powers: Vec::new(),
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
            sheet: "a4",
            pdf: "full",
            formats: Vec::new(),
        },
    }
}
