//! `pitchkit import`: what a platform exports, into the kit's numbers.

mod told;

use super::clock::today;
use super::{Format, Reason, Stop, Terminal, report};
use crate::disk::{pick, read, write_texts};
use crate::import::{self, Brought, Plan, Settings};
use crate::kit::{self, Kit, Platform};
use crate::source::{Diagnostic, Diagnostics, Photo, Severity, Sources};
use jiff::civil::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
Give files as you downloaded them, the zip as it came, or the folder they are in. What a file is, is
told by its content. Numbers that are in the kit already stay as they are, but for those of the last
week of an export, which platforms restate. What you typed by hand always stays.

Exit codes: 0 imported, or nothing was new · 1 refused, nothing was written · 2 wrong usage

Examples:
  pitchkit import ~/Downloads/Overview_2026-10-04_1793404800_maite.zip --to my-kit
  pitchkit import Reach.csv Audience.csv --as instagram
  pitchkit import --template snapchat --to my-kit      lines to fill in by hand";

/// How many problems are drawn before the rest is only counted.
const SHOWN: usize = 20;

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// What was downloaded: files, zips or folders
    #[arg(value_name = "FILE", required_unless_present = "template")]
    files: Vec<PathBuf>,
    /// The kit's folder
    #[arg(
        long,
        value_name = "DIR",
        default_value = ".",
        hide_default_value = true
    )]
    to: PathBuf,
    /// What the files are, where they do not say it themselves: a platform, or who exported them
    #[arg(long = "as", value_name = "NAME", value_parser = name)]
    wanted: Option<String>,
    /// Show what would change; write nothing
    #[arg(long)]
    dry_run: bool,
    /// Take the export's value wherever it differs, also over what was typed by hand
    #[arg(long)]
    replace: bool,
    /// Read what was earned too
    #[arg(long)]
    with_revenue: bool,
    /// Write the lines to fill in for a platform that exports nothing
    #[arg(long, value_name = "PLATFORM", value_parser = platform, conflicts_with = "files")]
    template: Option<Platform>,
    /// Ask nothing
    #[arg(short, long)]
    yes: bool,
}

fn name(text: &str) -> Result<String, String> {
    let lower = text.to_lowercase();
    let wanted = Platform::parse(&lower).map_or(lower, |platform| platform.id().to_string());
    match import::names().any(|name| name == wanted) {
        true => Ok(wanted),
        false => {
            let mut names: Vec<_> = import::names().collect();
            names.sort_unstable();
            names.dedup();
            Err(format!("it is one of {}", names.join(", ")))
        }
    }
}

fn platform(text: &str) -> Result<Platform, &'static str> {
    Platform::parse(text).ok_or("a platform is written in small letters, digits and `_`")
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let today = today(None)?;
    if let Some(platform) = &args.template {
        return template(args, platform, today, terminal);
    }
    let (sources, kit) = kit_of(&args.to, terminal)?;
    let dropped = pick(&args.files, today)?;
    let mut diags = Diagnostics::new();
    let opened = import::open(dropped, &mut diags);
    let settings = Settings {
        today,
        with_revenue: args.with_revenue,
        wanted: args.wanted.clone(),
        platforms: kit
            .profile
            .accounts
            .iter()
            .map(|account| account.platform.value.clone())
            .collect(),
    };
    let (mut brought, aside) = import::read(&opened, &settings, &mut diags);
    if brought.is_empty() && !diags.has_errors() {
        diags.push(nothing_found(&args.files));
    }
    let plan = import::plan(&sources, &kit, &mut brought, args.replace, &mut diags);
    // Where all that was given is left out with a warning, that is what stands in the way.
    let nothing = brought.iter().all(|file| file.haul.rows.is_empty());
    let refused = diags.has_errors() || (nothing && !diags.is_empty());
    let mut diagnostics = said_json(&opened.sources, &diags.clone().sorted());
    diagnostics.extend(said_json(&plan.after, &plan.errors));
    let import = Import {
        diagnostics,
        brought,
        aside: aside.len() + opened.aside,
        before: &sources,
        plan,
    };
    say(&opened.sources, &diags.sorted(), terminal);
    say(&import.plan.after, &import.plan.errors, terminal);
    if refused || !import.plan.errors.is_empty() {
        return match terminal.format {
            Format::Json => terminal.result(&import.json(&[])).and(Err(Stop::Told)),
            Format::Human | Format::Short => {
                terminal.alert("nothing was imported\n");
                Err(Stop::Told)
            }
        };
    }
    if terminal.format != Format::Json && !terminal.quiet {
        terminal.result(&import.told(args.dry_run))?;
    }
    let written = write(args, &import, terminal)?;
    match terminal.format {
        Format::Json => terminal.result(&import.json(&written)),
        Format::Human | Format::Short => Ok(()),
    }
}

/// All of an import, for its report.
struct Import<'s> {
    diagnostics: Vec<Value>,
    brought: Vec<Brought>,
    /// How many files were left aside.
    aside: usize,
    before: &'s Sources,
    plan: Plan,
}

/// Writes what changes, unless it is only to be shown or is not wanted. The paths written to.
fn write(args: &Args, import: &Import<'_>, terminal: &Terminal) -> Result<Vec<String>, Stop> {
    let texts = &import.plan.texts;
    if args.dry_run {
        return Ok(Vec::new());
    }
    if !texts.is_empty() && !args.yes && terminal.can_ask() {
        let paths: Vec<_> = texts.keys().map(String::as_str).collect();
        let question = format!("Write this into {}? [Y/n]", paths.join(" and "));
        let answer = terminal
            .answer(&question)
            .map(|answer| answer.to_lowercase());
        if answer.is_none_or(|answer| !answer.is_empty() && !answer.starts_with('y')) {
            terminal.alert("nothing was written\n");
            return Ok(Vec::new());
        }
    }
    let old: BTreeMap<String, String> = texts
        .keys()
        .filter_map(|path| {
            let file = import.before.find(path)?;
            Some((path.clone(), import.before.text(file).text.clone()))
        })
        .collect();
    write_texts(&args.to, &old, texts)?;
    let written: Vec<String> = texts.keys().cloned().collect();
    for path in &written {
        terminal.note(&format!("wrote {}", args.to.join(path).display()));
    }
    Ok(written)
}

/// The kit in `dir`, whose numbers are right.
fn kit_of(dir: &Path, terminal: &Terminal) -> Result<(Sources, Kit), Stop> {
    // Numbers have no photos: any will do, and none is opened.
    let sources = read(dir, &mut |found| {
        Ok(Ok(Photo {
            path: found.path.to_string(),
            content: [0; 32],
            width: 1,
            height: 1,
            transparent: false,
        }))
    })?;
    let mut diags = Diagnostics::new();
    let kit = kit::parse(&sources, &mut diags);
    let in_the_way = |found: &Diagnostic| {
        let of_numbers = import::is_of_numbers(found, &sources);
        found.severity == Severity::Error && (kit.is_none() || of_numbers)
    };
    let errors: Vec<_> = diags.sorted().into_iter().filter(in_the_way).collect();
    match kit {
        Some(kit) if errors.is_empty() => Ok((sources, kit)),
        _ => {
            say(&sources, &errors, terminal);
            Err(Stop::Failed(
                Reason::new("the kit has errors, so nothing can be added to it").hint(
                    "mend what is said above, then import again; `--to DIR` names another kit",
                ),
            ))
        }
    }
}

fn say(sources: &Sources, diagnostics: &[Diagnostic], terminal: &Terminal) {
    terminal.alert(&match terminal.format {
        Format::Human => report::human(sources, diagnostics, SHOWN),
        Format::Short => report::short(sources, diagnostics),
        Format::Json => String::new(),
    });
}

fn said_json(sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<Value> {
    match report::json(sources, diagnostics) {
        Value::Array(all) => all,
        other => vec![other],
    }
}

fn nothing_found(files: &[PathBuf]) -> Diagnostic {
    let names: Vec<_> = files
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let message = format!(
        "there is no export that is known in `{}`",
        names.join("`, `")
    );
    Diagnostic::error("unknown-export", message)
        .hint("give one of its files by itself to be told what it looks like")
}

/// Writes the lines to fill in for `platform`, or shows them.
fn template(
    args: &Args,
    platform: &Platform,
    today: Date,
    terminal: &Terminal,
) -> Result<(), Stop> {
    if !platform.is_known() {
        say(&Sources::new(), &[kit::strange(platform)], terminal);
    }
    let text = import::template(platform, today);
    let path = format!("metrics/{}.csv", platform.id());
    if args.dry_run {
        return terminal.result(&text);
    }
    if !args.to.join("profile.toml").is_file() {
        let reason = Reason::new(format!("there is no kit in `{}`", args.to.display()));
        return Err(Stop::Failed(reason.hint(
            "name the kit's folder with --to DIR, or see the lines with --dry-run",
        )));
    }
    let place = args.to.join(&path);
    if place.symlink_metadata().is_ok() {
        let reason = Reason::new(format!("`{}` is there already", place.display()));
        return Err(Stop::Failed(
            reason.hint("fill in that one, or see the lines with --dry-run"),
        ));
    }
    let new = BTreeMap::from([(path, text)]);
    write_texts(&args.to, &BTreeMap::new(), &new)?;
    terminal.note(&format!("wrote {}: fill in its numbers", place.display()));
    Ok(())
}
