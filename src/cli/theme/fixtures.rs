//! Kits of all kinds, written by rule, for a theme to be tried on.

mod files;

use super::brand;
use crate::source::{Photo, Sources};
use crate::theme::Manifest;

const PLATFORMS: [&str; 12] = [
    "instagram",
    "youtube",
    "tiktok",
    "facebook",
    "twitch",
    "x",
    "threads",
    "bluesky",
    "pinterest",
    "linkedin",
    "newsletter",
    "podcast",
];

/// Photos: name, width, height.
const PHOTOS: [(&str, u32, u32); 6] = [
    ("wide", 2400, 1600),
    ("tall", 1600, 2400),
    ("square", 1800, 1800),
    ("panorama", 3000, 1000),
    ("small", 300, 200),
    ("ribbon", 500, 2500),
];

/// A kit for a theme to be tried on.
pub(super) struct Fixture {
    pub(super) name: String,
    pub(super) sources: Sources,
}

/// What a kit has.
#[derive(Clone, Copy, Default)]
struct Shape {
    /// At least one: a kit without an account is none.
    accounts: usize,
    numbers: bool,
    history: bool,
    audience: bool,
    collaborations: usize,
    services: usize,
    photos: bool,
    /// Facts, press, steps, terms, posts, milestones.
    rest: bool,
    /// Whether it is a child's, who is written to through a guardian.
    minor: bool,
    /// Made for one brand alone.
    edition: bool,
    words: Words,
}

/// What its texts are like.
#[derive(Clone, Copy, Default)]
enum Words {
    #[default]
    Usual,
    Long,
    Arabic,
}

const FULL: Shape = Shape {
    accounts: 5,
    numbers: true,
    history: true,
    audience: true,
    collaborations: 4,
    services: 8,
    photos: true,
    rest: true,
    minor: false,
    edition: false,
    words: Words::Usual,
};

/// Every kit, set in the built-in theme of that name, or in whatever it is laid over.
pub(super) fn all(theme: Option<&str>) -> Vec<Fixture> {
    let bare = Shape {
        accounts: 1,
        ..Shape::default()
    };
    let sparse = Shape {
        numbers: true,
        ..bare
    };
    let typical = Shape {
        accounts: 2,
        audience: true,
        collaborations: 2,
        services: 4,
        photos: true,
        ..sparse
    };
    let minor = Shape {
        minor: true,
        ..typical
    };
    let many_cases = Shape {
        collaborations: 30,
        ..FULL
    };
    let many_accounts = Shape {
        accounts: 12,
        ..FULL
    };
    let huge = Shape {
        accounts: 12,
        services: 31,
        ..many_cases
    };
    let long = Shape {
        words: Words::Long,
        ..FULL
    };
    let arabic = Shape {
        words: Words::Arabic,
        ..FULL
    };
    let no_photos = Shape {
        photos: false,
        ..FULL
    };
    let no_numbers = Shape {
        numbers: false,
        ..FULL
    };
    let edition = Shape {
        edition: true,
        ..FULL
    };
    let shapes = [
        ("empty", bare),
        ("sparse", sparse),
        ("typical", typical),
        ("full", FULL),
        ("huge", huge),
        ("thirty collaborations", many_cases),
        ("twelve accounts", many_accounts),
        ("long words", long),
        ("right to left", arabic),
        ("no photos", no_photos),
        ("no numbers", no_numbers),
        ("a minor", minor),
        ("for one brand", edition),
    ];
    let kits = shapes.into_iter().map(|(name, shape)| Fixture {
        name: name.to_string(),
        sources: shape.sources(theme, &[]),
    });
    kits.collect()
}

/// A full kit for each choice that a kit may make of the theme's looks and the others do not make.
pub(super) fn looks(theme: Option<&str>, manifest: &Manifest) -> Vec<Fixture> {
    let densities = ["compact", "airy"].map(|density| format!("density = \"{density}\""));
    let options = manifest.options.iter().flat_map(|(name, option)| {
        let others = option.others().into_iter();
        others.map(move |value| format!("options.{name} = {value}"))
    });
    let looks = densities.into_iter().chain(options);
    let kits = looks.map(|line| Fixture {
        sources: FULL.sources(theme, &[&line]),
        name: line,
    });
    kits.collect()
}

impl Shape {
    /// The kit, with further lines in `[site]`.
    fn sources(self, theme: Option<&str>, site: &[&str]) -> Sources {
        let mut sources = Sources::new();
        for number in 1..=self.collaborations {
            let path = format!("collaborations/brand-{number:02}.md");
            sources.add_text(path, self.collaboration(number));
        }
        if self.numbers {
            sources.add_text("metrics.csv", self.metrics());
        }
        sources.add_text("profile.toml", self.profile(theme, site));
        if self.edition {
            sources.add_text(brand::PATH, brand::TOML);
        }
        if self.rest {
            sources.add_text("story.md", self.story());
        }
        if self.photos {
            for (number, (name, width, height)) in PHOTOS.into_iter().enumerate() {
                sources.add_photo(Photo {
                    path: format!("photos/{name}.jpg"),
                    content: [number as u8; 32],
                    width,
                    height,
                    transparent: false,
                });
            }
        }
        sources
    }

    /// `usual`, or what stands for it in kits with other words.
    fn say<'a>(self, usual: &'a str) -> std::borrow::Cow<'a, str> {
        match self.words {
            Words::Usual => usual.into(),
            Words::Long => {
                format!("{usual} Donaudampfschifffahrtselektrizitätenhauptbetriebswerk").into()
            }
            Words::Arabic => format!("خبز وملح وطريق طويل {}", usual.len()).into(),
        }
    }

    fn profile(self, theme: Option<&str>, site: &[&str]) -> String {
        let name = match self.words {
            Words::Usual => "Robin Vale",
            Words::Long => "Wilhelmine-Charlotte Freifrau von Hohenzollern-Sigmaringen-Wittelsbach",
            Words::Arabic => "ليلى المنصوري",
        };
        let mut toml = format!("[creator]\nname = \"{name}\"\n");
        let mut line = |text: String| {
            toml.push_str(&text);
            toml.push('\n');
        };
        if self.numbers || self.rest {
            line(format!(
                "tagline = \"{}\"",
                self.say("Small kitchens, long walks.")
            ));
        }
        if self.photos {
            line("hero = \"photos/wide.jpg\"\nportrait = \"photos/tall.jpg\"".to_string());
        }
        if self.rest {
            line(format!(
                "standfirst = \"{}\"\nlocation = \"{}\"\ncountry = \"ES\"\nlanguages = [\"es\", \"en\"]\n\
                 pillars = [{{ name = \"{}\", text = \"{}\" }}, \"Bread\", \"Salt\"]\n\
                 highlights = [\"{}\", \"Labelled in the first five seconds\"]\npronouns = \"they/them\"",
                self.say("A film every Sunday, a letter every Friday."),
                self.say("Bilbao"),
                self.say("Walks"),
                self.say("Two weeks on foot."),
                self.say("No flights since 2021"),
            ));
        }
        let contact = match self.minor {
            true => {
                "minor = true\n\n[contact]\nguardian = { name = \"Una Vale\", email = \"una@example.com\" }\n"
            }
            false => "\n[contact]\nemail = \"robin@example.com\"\n",
        };
        line(contact.to_string());
        if self.rest {
            line("reply_within = \"two days\"\nphone = \"+34 600 000 000\"\n".to_string());
            line(format!(
                "manager = {{ name = \"{}\", agency = \"Tall Trees\", email = \"bo@example.com\" }}\n",
                self.say("Bo Lind")
            ));
            line(format!(
                "[terms]\ncurrency = \"EUR\"\npayment = \"{}\"\n",
                self.say("Half before.")
            ));
            line(format!(
                "[[facts]]\nlabel = \"{}\"\nvalue = \"{}\"\n",
                self.say("Camera"),
                self.say("One lens")
            ));
        }
        if self.audience {
            line(format!(
                "[audience]\nabout = \"{}\"\ninterests = [\"bread\", \"trains\"]\n",
                self.say("People who cook.")
            ));
        }
        for platform in PLATFORMS.iter().take(self.accounts) {
            line(format!(
                "[[accounts]]\nplatform = \"{platform}\"\nhandle = \"robin.{platform}\"\n\
                 url = \"https://example.com/{platform}\"\nabout = \"{}\"\n",
                match self.words {
                    Words::Usual => "Short films",
                    Words::Long => "Donaudampfschifffahrtsfilmchen",
                    Words::Arabic => "خبز وملح",
                }
            ));
        }
        for number in 1..=self.services {
            let group = ["Films", "Posts", "In person", "Add-ons"][number % 4];
            let low = number * 150;
            let price = match number % 5 {
                3 => format!("from = {low}\nto = {}\nper = \"week\"", low + 75),
                4 => format!("price = {low}\nminimum = \"{}\"", self.say("two")),
                _ => format!("price = {low}"),
            };
            line(format!(
                "[[services]]\nname = \"{}\"\ngroup = \"{group}\"\n{price}\ncurrency = \"EUR\"\n\
                 includes = [\"{}\", \"one brand\"]\n",
                self.say(&format!("Service {number}")),
                self.say("a draft"),
            ));
        }
        if self.rest {
            for (number, step) in ["Brief", "Draft", "Film"].iter().enumerate() {
                line(format!(
                    "[[steps]]\nname = \"{}\"\ntext = \"{}\"\nweeks = [{}, {}]\n",
                    self.say(step),
                    self.say("We talk."),
                    number + 1,
                    number + 2
                ));
            }
            line(format!(
                "[[press]]\noutlet = \"{}\"\ntitle = \"{}\"\nurl = \"https://example.com/press\"\nyear = 2026\n",
                self.say("The Paper"),
                self.say("On walking")
            ));
            line(format!(
                "[[testimonials]]\nquote = \"{}\"\nperson = \"{}\"\nrole = \"{}\"\n",
                self.say("It sold out."),
                self.say("Ada Moss"),
                self.say("Head of brand")
            ));
            line(format!(
                "[[milestones]]\ndate = 2027-03-01\ntitle = \"{}\"\n\n[[milestones]]\ndate = 2024-03-01\ntitle = \"{}\"\n",
                self.say("A book"),
                self.say("First film")
            ));
        }
        if self.photos && self.rest {
            for (name, ..) in PHOTOS {
                line(format!(
                    "[[photos]]\nfile = \"photos/{name}.jpg\"\nalt = \"{}\"\ncredit = \"{}\"\ngallery = true\n",
                    self.say("A path"),
                    self.say("Ada Moss")
                ));
            }
        }
        let language = if matches!(self.words, Words::Arabic) {
            "ar"
        } else {
            "en"
        };
        line(format!("[site]\nlanguage = \"{language}\"\npdf = \"both\""));
        if let Some(theme) = theme {
            line(format!("theme = \"{theme}\""));
        }
        site.iter().for_each(|text| line((*text).to_string()));
        toml
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::theme::{check, page};

    /// Whatever sections a kit leaves out, no link of a page leads to one of them.
    #[test]
    fn no_link_leads_to_a_section_that_is_left_out() {
        for theme in crate::theme::names() {
            for kept in ["platforms", "audience", "work"] {
                let line = format!("sections = [\"contact\", \"{kept}\"]");
                let sources = FULL.sources(Some(theme), &[&line]);
                let build = crate::build(&sources, &check::options(&sources));
                let (site, view) = (build.site.expect("a site"), build.view.expect("a view"));
                let problems = page::problems(&site, &view).into_iter();
                let dead = problems.filter(|problem| problem.contains("a link leads to"));
                assert_eq!(dead.collect::<Vec<_>>(), [] as [&str; 0], "{theme}, {kept}");
            }
        }
    }

    /// The kits are without a fault, and the built-in themes hold for each.
    #[test]
    fn built_in_themes_show_all_of_every_kit() {
        for theme in crate::theme::names() {
            let manifest = crate::theme::manifests().find(|manifest| manifest.name == theme);
            let looks = looks(Some(theme), &manifest.expect("a theme"));
            for fixture in all(Some(theme)).into_iter().chain(looks) {
                let build = crate::build(&fixture.sources, &check::options(&fixture.sources));
                let errors = build.diagnostics.has_errors();
                assert!(
                    !errors,
                    "{theme}, {}: {:#?}",
                    fixture.name, build.diagnostics
                );
                let (site, view) = (build.site.expect("a site"), build.view.expect("a view"));
                let problems = page::problems(&site, &view);
                assert!(
                    problems.is_empty(),
                    "{theme}, {}: {problems:#?}",
                    fixture.name
                );
            }
        }
    }
}
