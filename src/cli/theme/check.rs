//! `pitchkit theme check`: a theme on kits of all kinds.

use super::fixtures::{self, Fixture};
use super::{brand, document, page};
use crate::cli::endless::made;
use crate::cli::{Format, Reason, Stop, Terminal, report};
use crate::disk::{read_theme, reread};
use crate::jobs;
use crate::source::{Diagnostic, Diagnostics, Leash, Options, Severity, Sources};
use crate::theme::{self, Manifest};
use jiff::civil::{Date, date};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How wide a theme's picture of itself is at least.
const NARROWEST: u32 = 640;

/// How many bytes it may have.
const LARGEST: u64 = 20_000_000;

/// The day all is made for: the fixtures' numbers are a little older.
const TODAY: Date = date(2026, 11, 24);

const AFTER_HELP: &str = "\
It is rendered for kits that have nothing, little, the usual, all, and far too much; without photos,
without numbers, with words that do not fit, from right to left, of a minor, and for one brand alone.
Told is what fails, what a page would not show, the base, time and date of numbers among it, what is
wrong in its HTML, what of a PDF or a card cannot be set, and which of its own colours are hard to read
on each other. What only eyes see is not: build a kit of your own, and look at it at 390 and 1280
pixels, in the dark and on paper.

Exit codes: 0 nothing breaks · 1 something does · 2 wrong usage

Examples:
  pitchkit theme check my-kit/theme
  pitchkit theme check editorial";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// A theme's folder, the folder of a kit that has one, or the name of a built-in theme
    #[arg(value_name = "DIR")]
    theme: PathBuf,
}

/// What one kit shows of a theme.
struct Finding {
    fixture: String,
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
    problems: Vec<String>,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let Wanted { own, folder, name } = wanted(&args.theme)?;
    let laid_over = laid_over(&own).filter(|_| folder.is_some());
    if let Some(line) = &laid_over {
        terminal.note(line);
    }
    let name = name.as_deref();
    let manifest = manifest(&own, name);
    let looks = manifest.iter().flat_map(|it| fixtures::looks(name, it));
    let fixtures: Vec<_> = fixtures::all(name).into_iter().chain(looks).collect();
    let findings = fixtures.into_par_iter().map(|fixture| tried(fixture, &own));
    let mut findings: Vec<Finding> = findings.collect();
    // A built-in theme has its picture, whatever is laid over it.
    let by_itself = folder.filter(|_| laid_over.is_none());
    findings.extend(by_itself.and_then(|folder| unseen(manifest.as_ref()?, &folder)));
    findings.extend(manifest.as_ref().and_then(colours));
    let breaks = |finding: &&Finding| !finding.is_whole();
    let broken = findings.iter().filter(breaks).count();
    terminal.result(&match terminal.format {
        Format::Json => as_json(&findings),
        Format::Human | Format::Short => told(&findings),
    })?;
    match broken {
        0 => Ok(()),
        _ => Err(Stop::Told),
    }
}

/// What is to be checked.
struct Wanted {
    /// The theme's files; none of a built-in one.
    own: Sources,
    /// Where they are.
    folder: Option<PathBuf>,
    /// The name of a built-in one.
    name: Option<String>,
}

fn wanted(asked: &Path) -> Result<Wanted, Stop> {
    let name = asked
        .to_str()
        .filter(|name| theme::names().any(|known| known == *name));
    if let Some(name) = name.filter(|_| !asked.is_dir()) {
        return Ok(Wanted {
            own: Sources::new(),
            folder: None,
            name: Some(name.to_string()),
        });
    }
    let inside = asked.join("theme");
    let is_kit = asked.join("profile.toml").is_file() && inside.is_dir();
    let folder = if is_kit { inside } else { asked.to_path_buf() };
    if !folder.is_dir() {
        let names: Vec<&str> = theme::names().collect();
        let message = format!("there is no folder and no theme `{}`", folder.display());
        let hint = format!("the built-in themes are {}", names.join(", "));
        return Err(Stop::Failed(Reason::new(message).hint(hint)));
    }
    let own = read_theme(&folder)?;
    if ["css", "html", "toml"]
        .iter()
        .all(|ending| own.texts_in("theme", ending).next().is_none())
    {
        let message = format!("there is no theme in {}", folder.display());
        let hint = "`pitchkit theme eject` puts blocks into a kit's `theme/`";
        return Err(Stop::Failed(Reason::new(message).hint(hint)));
    }
    Ok(Wanted {
        own,
        folder: Some(folder),
        name: None,
    })
}

/// Whether the files are no theme by themselves: one line that says what they are laid over.
fn laid_over(own: &Sources) -> Option<String> {
    let manifest = own.find("theme/theme.toml");
    let theme = manifest.and_then(|_| theme::load(own, None, &mut Diagnostics::new()));
    match (manifest, theme) {
        (None, _) => Some(format!(
            "There is no theme.toml, so these files are laid over `{}`.",
            theme::FIRST
        )),
        (Some(_), Some(theme)) => {
            let name = theme.manifest.name;
            let is_built_in = theme::names().any(|known| known == name);
            is_built_in.then(|| {
                format!("`{name}` is a built-in theme, so these files are laid over it; give it another name to have a theme by itself.")
            })
        }
        (Some(_), None) => None,
    }
}

/// What the theme says of itself. If it cannot be used, that is told of every fixture.
fn manifest(own: &Sources, name: Option<&str>) -> Option<Manifest> {
    match name {
        Some(name) => theme::manifests().find(|manifest| manifest.name == name),
        None => Some(theme::load(own, None, &mut Diagnostics::new())?.manifest),
    }
}

/// What there is to say of a theme's picture of itself, if it is not what it should be.
fn unseen(manifest: &Manifest, folder: &Path) -> Option<Finding> {
    let preview = manifest.preview.as_ref()?;
    let size = folder.join(preview).metadata().map_or(0, |it| it.len());
    let bytes = (size <= LARGEST).then(|| reread(folder, preview));
    let width = |bytes: Vec<u8>| jobs::probe(&bytes).map(|picture| picture.width);
    let problem = match bytes.map(|bytes| bytes.map(width)) {
        None => format!("which has more than {} MB", LARGEST / 1_000_000),
        Some(Err(_)) => "which is not there".to_string(),
        Some(Ok(Err(_))) => "which is no picture".to_string(),
        Some(Ok(Ok(width))) if width < NARROWEST => {
            format!("which is {width} pixels wide, not {NARROWEST} or more")
        }
        Some(Ok(Ok(_))) => return None,
    };
    Some(Finding {
        fixture: "preview".to_string(),
        diagnostics: Vec::new(),
        sources: Sources::new(),
        problems: vec![format!("`theme.toml` names `{preview}`, {problem}")],
    })
}

/// What is hard to read in the theme's own colours, if anything is.
fn colours(manifest: &Manifest) -> Option<Finding> {
    let problems: Vec<String> = manifest
        .hard_to_read()
        .into_iter()
        .map(|pair| format!("`theme.toml`: {pair}"))
        .collect();
    (!problems.is_empty()).then(|| Finding {
        fixture: "colours".to_string(),
        diagnostics: Vec::new(),
        sources: Sources::new(),
        problems,
    })
}

/// What a kit is built with.
pub(super) fn options(sources: &Sources) -> Options {
    Options {
        today: TODAY,
        base_url: None,
        audience: brand::audience(sources),
        pdf: true,
        leash: Leash::default(),
    }
}

/// Renders the theme for one kit.
fn tried(fixture: Fixture, own: &Sources) -> Finding {
    let sources = fixture.sources.over(own);
    let build = made(crate::build, &sources, &options(&sources));
    let of_theme = |one: &Diagnostic| {
        let path = one.span.map(|span| sources.text(span.file).path.as_str());
        one.severity == Severity::Error || path.is_some_and(|path| path.starts_with("theme/"))
    };
    let said = build.diagnostics.sorted().into_iter();
    let documents = build.site.iter().flat_map(document::faults);
    let diagnostics = said.chain(documents).filter(of_theme).collect();
    let problems = match (&build.site, &build.view) {
        (Some(site), Some(view)) => page::problems(site, view),
        _ => Vec::new(),
    };
    Finding {
        fixture: fixture.name,
        diagnostics,
        sources,
        problems,
    }
}

impl Finding {
    fn is_whole(&self) -> bool {
        self.diagnostics.is_empty() && self.problems.is_empty()
    }
}

fn told(findings: &[Finding]) -> String {
    let mut text = String::new();
    let width = findings.iter().map(|finding| finding.fixture.len()).max();
    let width = width.unwrap_or(0);
    let mut said: Vec<String> = Vec::new();
    for finding in findings {
        let state = match finding.is_whole() {
            true => "nothing breaks",
            false => "breaks",
        };
        text += &format!("{:width$}  {state}\n", finding.fixture);
        let drawn = report::human(&finding.sources, &finding.diagnostics, usize::MAX);
        // What is wrong in a template is wrong in every kit, and told once.
        if said.contains(&drawn) {
            text += &format!("{:width$}  · as told above\n", "");
        } else if !drawn.is_empty() {
            text += &drawn;
            said.push(drawn);
        }
        for problem in &finding.problems {
            text += &format!("{:width$}  · {problem}\n", "");
        }
    }
    text
}

fn as_json(findings: &[Finding]) -> String {
    let one = |finding: &Finding| {
        json!({
            "kit": finding.fixture,
            "diagnostics": report::json(&finding.sources, &finding.diagnostics),
            "problems": finding.problems,
        })
    };
    let kits: Vec<Value> = findings.iter().map(one).collect();
    report::json_text(&json!({ "version": 1, "kits": kits }))
}
