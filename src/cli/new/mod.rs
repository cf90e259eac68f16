//! `pitchkit new`: a kit to start from, that already looks finished.
//!
//! The kit's files are beside this one, with a few places in angle brackets to fill in. Nothing
//! that exists is ever written over.

mod edition;
mod placeholder;

use super::clock::today;
use super::{Reason, Stop, Terminal, report};
use crate::disk::create;
use crate::kit::{self, Choice, Handle, Platform, PostFormat};
use crate::theme;
use jiff::Span;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
On a terminal it asks a few questions, each with an answer ready; elsewhere it asks none. It never
writes into a folder that already has one of its files.

Exit codes: 0 the kit is there · 1 refused or failed · 2 wrong usage

`pitchkit new brand NAME` makes a private edition of the kit in the working folder, or in DIR.

Examples:
  pitchkit new my-kit
  pitchkit new brand velmora my-kit
  pitchkit new my-kit --yes      ask nothing";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP,
          override_usage = "pitchkit new [OPTIONS] [DIR]\n       pitchkit new brand NAME [DIR]")]
pub(super) struct Args {
    /// The folder to make
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    dir: PathBuf,
    /// After `brand`: the brand, and the kit's folder
    #[arg(value_name = "NAME", num_args = 1..=2, hide = true)]
    brand: Vec<String>,
    /// Ask nothing
    #[arg(long)]
    yes: bool,
    /// The look
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
}

/// What the new kit says that is the creator's own.
struct Answers {
    name: String,
    tagline: String,
    platform: Platform,
    handle: Handle,
    email: String,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    if let [brand, dir @ ..] = args.brand.as_slice() {
        if args.dir != Path::new("brand") {
            let reason = Reason::new("a kit is made in one folder");
            return Err(Stop::Usage(
                reason.hint("for an edition, write: pitchkit new brand NAME [DIR]"),
            ));
        }
        let dir = dir.first().map_or(".", String::as_str);
        return edition::run(brand, Path::new(dir), terminal);
    }
    let taken = taken(&args.dir);
    if !taken.is_empty() {
        let message = format!("already there: {}; nothing was written", taken.join(", "));
        let reason = Reason::new(message).hint("name a new folder: pitchkit new my-kit");
        return Err(Stop::Failed(reason));
    }
    let theme = args.theme.as_deref();
    if let Some(unknown) = theme.filter(|name| !theme::names().any(|known| known == *name)) {
        let names: Vec<_> = theme::names().collect();
        let reason = Reason::new(format!("there is no theme `{unknown}`"));
        let reason = reason.hint(format!("there is: {}", names.join(", ")));
        return Err(Stop::Usage(reason));
    }
    let mut answers = Answers::made_up()?;
    if !args.yes && terminal.can_ask() {
        answers.ask(terminal);
    }
    let today = today(None)?;
    for (path, text) in TEXTS {
        let text = filled(text, &answers, theme, today);
        create(&args.dir.join(path), text.as_bytes())?;
    }
    let schema = report::json_text(&kit::profile_schema());
    create(&args.dir.join(SCHEMA), schema.as_bytes())?;
    for (path, seed, width, height) in PHOTOS {
        let photo = placeholder::jpeg(seed, width, height)
            .map_err(|message| Stop::Failed(Reason::new(message)))?;
        create(&args.dir.join(path), &photo)?;
    }
    tell(&args.dir, terminal);
    Ok(())
}

const SCHEMA: &str = ".pitchkit/profile.schema.json";

const TEXTS: [(&str, &str); 5] = [
    ("profile.toml", include_str!("profile.toml")),
    ("story.md", include_str!("story.md")),
    ("metrics.csv", include_str!("metrics.csv")),
    (
        "collaborations/example.md",
        include_str!("collaborations/example.md"),
    ),
    (".gitignore", include_str!("gitignore")),
];

/// Path, seed, width and height of each.
const PHOTOS: [(&str, u32, u32, u32); 2] = [
    ("photos/hero.jpg", 1, 1800, 1200),
    ("photos/portrait.jpg", 4, 1200, 1500),
];

/// Which of the files to write are already there.
fn taken(dir: &Path) -> Vec<&'static str> {
    let texts = TEXTS.iter().map(|(path, _)| *path);
    let photos = PHOTOS.iter().map(|(path, ..)| *path);
    let all = texts.chain(photos).chain([SCHEMA]);
    all.filter(|path| dir.join(path).symlink_metadata().is_ok())
        .collect()
}

fn tell(dir: &Path, terminal: &Terminal) {
    let here = dir == Path::new(".");
    let of = if here {
        String::new()
    } else {
        format!(" {}", dir.display())
    };
    let file = |name: &str| report::visible(&dir.join(name).display().to_string());
    let (profile, metrics, page) = (
        file("profile.toml"),
        file("metrics.csv"),
        file("site/index.html"),
    );
    for line in [
        "A kit to start from is there. What next:".to_string(),
        format!("  1. write your own words and numbers into {profile} and {metrics}"),
        format!("  2. pitchkit check{of}"),
        format!("  3. pitchkit build{of}, then open {page} in a browser"),
    ] {
        terminal.note(&line);
    }
}

impl Answers {
    fn made_up() -> Result<Answers, Stop> {
        let unreadable = || Stop::Failed(Reason::new("the kit to start from is damaged"));
        Ok(Answers {
            name: "Robin Vale".to_string(),
            tagline: "Small kitchens, long walks, honest recipes.".to_string(),
            platform: Platform::parse("instagram").ok_or_else(unreadable)?,
            handle: Handle::parse("robinvale").ok_or_else(unreadable)?,
            email: "hello@example.com".to_string(),
        })
    }

    /// Asks for each; an empty answer keeps what is there.
    fn ask(&mut self, terminal: &Terminal) {
        let answered = |question: &str, ready: &str| {
            let answer = terminal.ask(&format!("{question} [{ready}]"));
            (!answer.is_empty()).then_some(answer)
        };
        if let Some(name) = answered("Your name, as brands know it?", &self.name) {
            self.name = name;
        }
        if let Some(tagline) = answered("What you do, in one line?", &self.tagline) {
            self.tagline = tagline;
        }
        let ready = format!("{} {}", self.platform, self.handle.as_str());
        while let Some(answer) = answered("Your main account: platform and handle?", &ready) {
            if let Some((platform, handle)) = account(&answer) {
                (self.platform, self.handle) = (platform, handle);
                break;
            }
            terminal.alert("Both, please, with a blank between: tiktok robinvale\n");
        }
        while let Some(email) = answered("Where should brands write to?", &self.email) {
            if is_address(&email) {
                self.email = email;
                break;
            }
            terminal.alert("An e-mail address, please: hello@example.com\n");
        }
    }
}

/// `instagram @robinvale`, in this order or the other.
fn account(answer: &str) -> Option<(Platform, Handle)> {
    let (first, second) = answer.split_once(char::is_whitespace)?;
    let known = |word: &str| Platform::parse(word).filter(Platform::is_known);
    match (known(first), known(second)) {
        (Some(platform), _) => Some((platform, Handle::parse(second)?)),
        (None, Some(platform)) => Some((platform, Handle::parse(first)?)),
        (None, None) => None,
    }
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// `text` with every place in angle brackets filled in.
fn filled(text: &str, answers: &Answers, theme: Option<&str>, today: Date) -> String {
    let theme = match theme {
        Some(theme) => format!("theme = {}\n", quoted(theme)),
        None => String::new(),
    };
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        let (place, after) = after.split_once('>').unwrap_or((after, ""));
        done.push_str(before);
        done.push_str(&match place {
            "name" => quoted(&answers.name),
            "tagline" => quoted(&answers.tagline),
            "email" => quoted(&answers.email),
            "handle" => quoted(answers.handle.as_str()),
            "theme" => theme.clone(),
            "platform" => answers.platform.to_string(),
            "format" => usual_format(&answers.platform).word().to_string(),
            "year" => today.year().to_string(),
            _ => day(place, today),
        });
        rest = after;
    }
    done.push_str(rest);
    done
}

/// What is mostly posted there.
fn usual_format(platform: &Platform) -> PostFormat {
    match platform.id() {
        "instagram" => PostFormat::Reel,
        "youtube" | "tiktok" | "snapchat" | "kwai" | "vimeo" => PostFormat::Video,
        "twitch" | "kick" => PostFormat::Live,
        "newsletter" | "substack" | "beehiiv" | "kit" => PostFormat::Issue,
        "podcast" | "spotify" | "apple_podcasts" | "soundcloud" => PostFormat::Episode,
        _ => PostFormat::Post,
    }
}

/// The day that `today` or `today-90` stands for.
fn day(place: &str, today: Date) -> String {
    let days = place.strip_prefix("today-").map_or(Ok(0), str::parse);
    let days = Span::new().days(days.unwrap_or(0));
    today.saturating_sub(days).to_string()
}

/// `text` as a TOML string. JSON's way of writing one is valid TOML once controls are gone.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    serde_json::Value::from(plain).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled_in() {
        let answers = Answers {
            name: "Ana \"<b>\" \\ Lee".to_string(),
            ..Answers::made_up().unwrap_or_else(|_| panic!("made up"))
        };
        let today = jiff::civil::date(2026, 3, 1);
        for (path, text) in TEXTS {
            let text = filled(text, &answers, Some("editorial"), today);
            let own = text.replace("<b>", "");
            assert!(!own.contains(['<', '>']), "{path}: {text}");
        }
        let profile = filled(TEXTS[0].1, &answers, Some("editorial"), today);
        let table: toml::Table = profile.parse().expect("TOML");
        assert_eq!(
            table["creator"]["name"].as_str(),
            Some("Ana \"<b>\" \\ Lee")
        );
        assert_eq!(table["site"]["theme"].as_str(), Some("editorial"));
        let metrics = filled(TEXTS[2].1, &answers, None, today);
        assert!(
            metrics.contains("\n2026-03-01,instagram,followers,"),
            "{metrics}"
        );
        assert!(
            metrics.contains("\n2026-02-21,instagram,views,"),
            "{metrics}"
        );
    }

    #[test]
    fn an_account_is_understood_in_either_order() {
        fn check(answer: &str, expected: Option<(&str, &str)>) {
            let found = account(answer);
            let found = found.as_ref().map(|(p, h)| (p.id(), h.as_str()));
            assert_eq!(found, expected, "{answer}");
        }
        check("instagram @robinvale", Some(("instagram", "robinvale")));
        check("robinvale IG", Some(("instagram", "robinvale")));
        check("YouTube  Robin Vale", Some(("youtube", "Robin Vale")));
        check("robinvale", None);
        check("myspace robinvale", None);
    }
}
