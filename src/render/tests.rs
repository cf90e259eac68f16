//! What holds of every site, whatever the view.

use super::*;
use crate::source::Sources;
use std::collections::BTreeSet;

fn site(view: &View) -> Site {
    let mut diags = Diagnostics::new();
    let theme = crate::theme::load(&Sources::new(), None, &mut diags).expect("a theme");
    let words = Words::load("en").expect("English");
    let site = render(
        view,
        &theme,
        &mut templates(&theme, &Kept::default(), &mut diags).expect("templates"),
        &words,
        &Leash::default(),
        &mut diags,
    );
    let said: Vec<_> = diags.iter().collect();
    assert!(said.is_empty(), "{said:?}");
    site.expect("a site")
}

/// The texts of a site by path.
fn texts(site: &Site) -> BTreeMap<&str, &str> {
    let texts = site.files.iter().filter_map(|(path, asset)| match asset {
        Asset::Bytes(bytes) => Some((&**path, std::str::from_utf8(bytes).expect("UTF-8"))),
        Asset::Job(_) => None,
    });
    texts.collect()
}

/// The values of all attributes called `name`, as they are written.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let rest = html.split(opening.as_str()).skip(1);
    rest.map(|rest| rest.split('"').next().unwrap_or_default())
        .collect()
}

#[test]
fn a_site_has_these_files_and_no_others() {
    fn check(view: &View, expected: &[&str]) {
        let site = site(view);
        let named = site
            .files
            .keys()
            .filter(|path| !path.starts_with("assets/"));
        assert_eq!(named.collect::<Vec<_>>(), expected);
        for path in site.files.keys() {
            let plain =
                |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-._/".contains(&b);
            assert!(path.bytes().all(plain), "{path}");
        }
    }
    let always = [
        ".nojekyll",
        "404.html",
        "_headers",
        "contact.vcf",
        "favicon.svg",
        "index.html",
        "kit.csv",
        "kit.json",
        "kit.pdf",
        "kit.schema.json",
        "kit.txt",
        "og.jpg",
    ];
    check(&sample::sparse(), &always);
    let more = [
        &always[..],
        &["robots.txt", "sitemap.xml", "work/velmora-night-rail.html"],
    ];
    check(&sample::rich(), &more.concat());
    let mut hidden = sample::rich();
    hidden.site.indexing = false;
    check(
        &hidden,
        &[&always[..], &["work/velmora-night-rail.html"]].concat(),
    );
}

#[test]
fn every_way_leads_somewhere() {
    fn check(view: &View) {
        let site = site(view);
        for (path, html) in texts(&site)
            .into_iter()
            .filter(|(path, _)| path.ends_with(".html"))
        {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let ids = attributes(html, "id");
            assert_eq!(
                ids.iter().collect::<BTreeSet<_>>().len(),
                ids.len(),
                "{path}: {ids:?}"
            );
            let pictures = attributes(html, "srcset");
            let pictures = pictures.iter().flat_map(|set| set.split(", "));
            let pictures = pictures.map(|one| one.split(' ').next().unwrap_or_default());
            let ways = attributes(html, "href")
                .into_iter()
                .chain(attributes(html, "src"));
            for way in ways.chain(pictures) {
                if let Some(id) = way.strip_prefix('#') {
                    assert!(ids.contains(&id), "{path}: #{id}");
                } else if !way.contains(':') {
                    let file = way.split('#').next().unwrap_or_default();
                    let target = match (folder, file.strip_prefix("../")) {
                        ("", None) => file.to_string(),
                        (_, Some(above)) => above.to_string(),
                        (folder, None) => format!("{folder}/{file}"),
                    };
                    assert!(site.files.contains_key(&target), "{path}: {way}");
                }
            }
        }
        // What was noted is used.
        let all: String = texts(&site).into_values().collect();
        for path in site.files.keys().filter(|path| path.starts_with("assets/")) {
            // A stylesheet lies beside what it names.
            let name = path.trim_start_matches("assets/");
            assert!(all.contains(name), "{path}");
        }
    }
    check(&sample::rich());
    check(&sample::sparse());
    let mut bare = sample::rich();
    bare.creator.hero = None;
    bare.lead.clear();
    bare.site.formats = vec!["jpeg"];
    check(&bare);
    check(&sample::for_brand(sample::rich()));
}

#[test]
fn pages_do_nothing_and_have_one_first_heading() {
    fn check(view: &View) {
        let site = site(view);
        for (path, html) in texts(&site)
            .into_iter()
            .filter(|(path, _)| path.ends_with(".html"))
        {
            let count = |part: &str| html.matches(part).count();
            assert!(
                count("default-src 'none'") == 1 && count("unsafe-") == 0,
                "{path}"
            );
            assert_eq!(
                count(" style=\"") + count(" onclick=") + count("<form"),
                0,
                "{path}"
            );
            assert_eq!(
                count("<script"),
                count("<script type=\"application/ld+json\">")
            );
            assert_eq!(count("<style"), usize::from(path == "404.html"), "{path}");
            assert_eq!(count("<h1"), 1, "{path}");
            assert_eq!(count("http:"), 0, "{path}");
        }
    }
    check(&sample::rich());
    check(&sample::sparse());
}

#[test]
fn what_is_said_to_a_brand_is_in_its_edition_alone() {
    fn check(view: &View) {
        let (public, brand) = (site(view), site(&sample::for_brand(view.clone())));
        let (public, brand) = (texts(&public), texts(&brand));
        for said in [
            "Prepared for Velmora on 24 Nov 2026",
            "Dear Ines, four night trains and one long film.",
            "What is said here holds until 31 Jan 2027.",
            "For Velmora only. Please do not pass it on.",
        ] {
            for path in ["index.html", "kit.txt"] {
                assert!(brand[path].contains(said), "{path}: {said}");
            }
            let told = public.iter().find(|(_, text)| text.contains(said));
            assert_eq!(told, None, "{said}");
        }
        let styled = |texts: &BTreeMap<&str, &str>| {
            let style = texts.iter().find(|(path, _)| path.ends_with(".css"));
            style.expect("a stylesheet").1.contains(".greeting")
        };
        assert!(styled(&brand) && !styled(&public));
    }
    check(&sample::rich());
    check(&sample::sparse());
}

#[test]
fn pictures_keep_their_points_by_rules_of_the_stylesheet() {
    fn check(focus: Option<(u8, u8)>) {
        let mut view = sample::rich();
        let case = &mut view.work.cases[0];
        let photo = case.photo.as_mut().expect("a photo");
        photo.focus = focus;
        view.gallery = vec![photo.clone()];
        let site = site(&view);
        let texts = texts(&site);
        let style = texts.iter().find(|(path, _)| path.ends_with(".css"));
        let (_, style) = style.expect("a stylesheet");
        let mut used = BTreeSet::new();
        for path in ["index.html", "work/velmora-night-rail.html"] {
            let classes = attributes(texts[path], "class").into_iter();
            let points: BTreeSet<_> = classes.filter(|name| name.starts_with("at-")).collect();
            assert_eq!(points.is_empty(), focus.is_none(), "{path}: {points:?}");
            used.extend(points);
        }
        let rules = style.lines().filter_map(|line| line.strip_prefix(".at-"));
        assert_eq!(rules.count(), used.len(), "{used:?}");
        for class in used {
            let rule = style.find(&format!(".{class} {{ object-position: "));
            let first = style.find(":root").expect("the theme's first rule");
            assert!(rule.is_some_and(|rule| rule < first), "{class}");
        }
    }
    check(Some((5, 95)));
    check(None);
}

#[test]
fn sections_stand_in_the_kit_s_order() {
    fn check(order: &[&str]) {
        let mut view = sample::rich();
        let mut sections = Vec::new();
        for id in order {
            sections.extend(
                view.sections
                    .iter()
                    .find(|section| section.id == *id)
                    .cloned(),
            );
        }
        view.sections = sections;
        let site = site(&view);
        let html = texts(&site)["index.html"];
        let known: BTreeSet<&str> = order.iter().copied().collect();
        let shown: Vec<&str> = attributes(html, "id")
            .into_iter()
            .filter(|id| known.contains(id))
            .collect();
        assert_eq!(shown, order);
        // Links to some of them stand above the page.
        let links = html.split("<li><a href=\"#").skip(1);
        let linked: Vec<&str> = links.filter_map(|rest| rest.split('"').next()).collect();
        let in_order = order.iter().filter(|id| linked.contains(id));
        assert_eq!(linked, in_order.copied().collect::<Vec<_>>());
    }
    check(&[
        "platforms",
        "posts",
        "audience",
        "story",
        "milestones",
        "gallery",
        "work",
        "rates",
        "process",
        "press",
        "contact",
    ]);
    check(&["work", "contact", "platforms"]);
    check(&["contact"]);
}

#[test]
fn text_stays_text() {
    fn check(hostile: &str) {
        let mut view = sample::rich();
        let given = || Some(hostile.to_string());
        view.creator.name = hostile.to_string();
        view.creator.words = vec![hostile.to_string()];
        view.creator.initials = hostile.to_string();
        view.creator.tagline = given();
        view.contact.ways[0].href = hostile.to_string();
        view.sections[0].heading = hostile.to_string();
        view.platforms.accounts[0].handle = given();
        view.platforms.accounts[0].url = given();
        view.gallery[0].alt = hostile.to_string();
        view.work.cases[0].brand = hostile.to_string();
        view.rates.groups[0].services[0]
            .includes
            .push(hostile.to_string());
        view.press.items[1].language = given();
        view.site.accent = given();
        let link = crate::derive::InlineView::Link {
            url: hostile.to_string(),
            inlines: vec![crate::derive::InlineView::Code {
                text: hostile.to_string(),
            }],
        };
        view.story.pull.push(link);
        let hostile_site = site(&view);
        for (path, text) in texts(&hostile_site) {
            let parsed = path.ends_with(".html") || path.ends_with(".svg");
            // Data for search engines stands in one element, which nothing in it may end.
            let shown = match text.split_once("<script type=\"application/ld+json\">") {
                Some((head, rest)) => {
                    head.to_string() + rest.split_once("</script>").expect("an end").1
                }
                None => text.to_string(),
            };
            if parsed || path.ends_with(".css") {
                assert!(!shown.contains(hostile), "{path}: {hostile}");
                assert!(!shown.contains("<script"), "{path}: {hostile}");
            }
            if parsed {
                let ways = attributes(text, "href");
                let schemes = ["https:", "mailto:", "tel:"];
                let safe = |way: &&str| {
                    !way.contains(':') || schemes.iter().any(|scheme| way.starts_with(scheme))
                };
                assert!(ways.iter().all(safe), "{path}: {ways:?}");
            }
        }
    }
    check("</script><script>alert(1)</script>");
    check("\"><img src=x onerror=alert(1)>");
    check("javascript:alert('1')");
    check("' onmouseover='alert(1)");
    check("red}</style><script>alert(1)</script>");
    check("]]><svg onload=alert(1)>");
}

#[test]
fn no_template_engine_sees_a_creator_s_text() {
    let mut view = sample::sparse();
    view.creator.tagline = Some("{{ 7 * 7 }} {% include 'kit.css' %}".to_string());
    let site = site(&view);
    let html = texts(&site)["index.html"];
    assert!(
        html.contains("{{ 7 * 7 }} {% include &#39;kit.css&#39; %}"),
        "{html}"
    );
}

#[test]
fn a_page_asks_for_its_first_font_where_it_can_have_it() {
    fn check(url: Option<&str>, expected: usize) {
        let mut view = sample::rich();
        view.site.url = url.map(str::to_string);
        let site = site(&view);
        for (path, html) in texts(&site) {
            let asked: Vec<_> = html.matches("rel=\"preload\"").collect();
            let has = path.ends_with(".html") && path != "404.html";
            assert_eq!(asked.len(), if has { expected } else { 0 }, "{path}");
        }
        let fonts = site.files.keys().filter(|path| path.ends_with(".woff2"));
        assert_eq!(fonts.count(), 5);
    }
    check(Some("https://example.com/kit/"), 1);
    check(None, 0);
}

#[test]
fn the_one_page_beside_the_whole_is_linked() {
    fn check(theme: &str, pdf: &'static str, expected: &[&str]) {
        let mut view = sample::rich();
        view.site.pdf = pdf;
        let (mut diags, kept) = (Diagnostics::new(), Kept::default());
        let place = crate::source::Span::new(crate::source::FileId::none(), 0..0);
        let asked = crate::source::Spanned::new(theme.to_string(), place);
        let theme = crate::theme::load(&Sources::new(), Some(&asked), &mut diags);
        let theme = theme.expect("a theme");
        let words = Words::load("en").expect("English");
        let mut parsed = templates(&theme, &kept, &mut diags).expect("templates");
        let leash = Leash::default();
        let site = render(&view, &theme, &mut parsed, &words, &leash, &mut diags);
        let site = site.expect("a site");
        let page = texts(&site)["index.html"];
        let linked = ["kit.pdf", "kit-one-page.pdf"].into_iter();
        let linked = linked.filter(|path| page.contains(&format!("href=\"{path}\"")));
        assert_eq!(
            linked.collect::<Vec<_>>(),
            expected,
            "{} {pdf}",
            theme.manifest.name
        );
    }
    for theme in crate::theme::names() {
        check(theme, "both", &["kit.pdf", "kit-one-page.pdf"]);
        check(theme, "full", &["kit.pdf"]);
        check(theme, "none", &[]);
    }
}

#[test]
fn a_broken_template_of_the_kit_is_reported() {
    fn check(template: &str, expected: &str) {
        let mut sources = Sources::new();
        let file = sources.add_text("theme/hero.html", template);
        let mut diags = Diagnostics::new();
        let theme = crate::theme::load(&sources, None, &mut diags).expect("a theme");
        let words = Words::load("en").expect("English");
        let parsed = templates(&theme, &Kept::default(), &mut diags);
        let made = parsed.and_then(|mut templates| {
            let (view, leash) = (sample::rich(), Leash::default());
            render(&view, &theme, &mut templates, &words, &leash, &mut diags)
        });
        assert!(made.is_none());
        let said: Vec<_> = diags.iter().collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].message.contains(expected), "{said:?}");
        assert_eq!(said[0].span.map(|span| span.file), Some(file));
    }
    check("{{ view.creator.nam }}", "nam");
    check(
        "{{ picture(photo=view.creator.hero, slot='heros') }}",
        "[slots.heros]",
    );
    check("{{ asset(name='kit.xls') }}", "kit.xls");
    check("{% if view %}", "");
}

#[test]
fn every_theme_says_what_working_with_a_minor_means() {
    fn check(theme: &str, language: &str, minor: bool) {
        let mut view = sample::rich();
        view.creator.minor = minor;
        view.contact.guardian = view.contact.manager.take();
        let (mut diags, kept) = (Diagnostics::new(), Kept::default());
        let place = crate::source::Span::new(crate::source::FileId::none(), 0..0);
        let asked = crate::source::Spanned::new(theme.to_string(), place);
        let theme = crate::theme::load(&Sources::new(), Some(&asked), &mut diags);
        let theme = theme.expect("a theme");
        let words = Words::load(language).expect("built in");
        let mut parsed = templates(&theme, &kept, &mut diags).expect("templates");
        let leash = Leash::default();
        let site = render(&view, &theme, &mut parsed, &words, &leash, &mut diags);
        let site = site.expect("a site");
        let title = words.say("minor-title", &[]);
        for path in ["index.html", "kit.txt"] {
            let said = texts(&site)[path].contains(&title);
            assert_eq!(said, minor, "{} {language} {path}", theme.manifest.name);
        }
    }
    for theme in crate::theme::names() {
        for language in crate::words::LANGUAGES {
            check(theme, language, true);
        }
        check(theme, "en", false);
    }
}
