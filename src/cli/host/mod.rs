//! `pitchkit host`: the settings with which a host builds and publishes a kit by itself.
//!
//! The texts are beside this file, with a few places in angle brackets to fill in. Nothing that
//! exists is ever written over, and nothing secret is ever written.

mod settings;
mod told;

use super::subject;
use super::{Format, Reason, Stop, Terminal, report};
use crate::disk::create;
use crate::disk::store::Store;
use crate::kit::file_name;
use clap::ValueEnum;
use serde_json::json;
use settings::Place;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
Writes one file and says what to do next. In a git repository the file lies at its root, where
hosts look for it; else in the kit. A file that is there already is never written over.

Exit codes: 0 the file is there · 1 refused or failed · 2 wrong usage

Examples:
  pitchkit host github my-kit       a workflow for GitHub Pages
  pitchkit host netlify             netlify.toml, for the kit in this folder";

/// Where a site is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Host {
    Github,
    Netlify,
    Cloudflare,
    Vercel,
}

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The host
    #[arg(value_enum)]
    host: Host,
    /// The kit's folder
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    dir: PathBuf,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let dir = &args.dir;
    let kit = subject::Args::of(dir);
    let subject = kit.examine(&Store::open_for(dir, None), None, true, crate::build)?;
    // A host would refuse the kit as well, where its report is harder to find.
    if kit.is_refused(&subject.diagnostics) {
        terminal.alert(&subject.report(terminal));
        let counts = report::counts(&subject.diagnostics);
        let reason = Reason::new(format!("{counts} in the kit; nothing was written"));
        return Err(Stop::Failed(
            reason.hint("mend the kit first: pitchkit check"),
        ));
    }
    let profile = subject.build.kit.as_ref().map(|kit| &kit.profile);
    let mut name = profile.map_or(String::new(), |profile| {
        file_name(&profile.creator.name.value)
    });
    // Hosts take 63 letters.
    name.truncate(50);
    let (root, within) = root(dir);
    let place = Place {
        kit: within,
        name: [name.trim_end_matches('-'), "media-kit"]
            .join("-")
            .trim_start_matches('-')
            .to_string(),
        indexing: profile.is_none_or(|profile| profile.site.indexing),
    };
    if let Some(odd) = place.odd() {
        let message =
            format!("the way to the kit has a `{odd}` in it, which a host's settings may not have");
        return Err(Stop::Failed(
            Reason::new(message).hint("rename the folder, then try again"),
        ));
    }
    let path = settings::path(args.host);
    let mut stronger = settings::stronger(args.host).iter();
    if let Some(stronger) = stronger.find(|name| root.join(name).exists()) {
        let message = format!(
            "`{stronger}` is there already, and the host would not read `{path}` beside it"
        );
        let hint = "write into it where the site is, as docs/hosting.md says, or move it away and try again";
        return Err(Stop::Failed(Reason::new(message).hint(hint)));
    }
    let text = settings::text(args.host, &place);
    let file = root.join(path);
    let shown = report::visible(&file.display().to_string());
    let is_new = match fs::read(&file) {
        Ok(found) if found == text.as_bytes() => false,
        Ok(_) => {
            let message =
                format!("`{shown}` is there already and says something else; it was left as it is");
            if terminal.format != Format::Json {
                terminal.result(&text)?;
            }
            let hint =
                "take from the lines above what you need, or move the file away and try again";
            return Err(Stop::Failed(Reason::new(message).hint(hint)));
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            create(&file, text.as_bytes())?;
            true
        }
        Err(error) => return Err(crate::disk::IoError::new("read", file, error).into()),
    };
    let next = told::next(args.host, &place);
    if terminal.format == Format::Json {
        return terminal.result(&report::json_text(&json!({
            "version": 1,
            "file": shown,
            "written": is_new,
            "next": next,
        })));
    }
    terminal.note(&format!(
        "{shown}: {}",
        if is_new {
            "written"
        } else {
            "there already, as it should be"
        }
    ));
    terminal.note(&next);
    Ok(())
}

/// The folder that hosts take for the whole, and the way from it to the kit in `dir`: the root of
/// the git repository around the kit, or the kit's folder itself where there is none.
fn root(dir: &Path) -> (PathBuf, String) {
    let whole = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
    let found = whole
        .ancestors()
        .find(|folder| folder.join(".git").exists());
    let root = found.unwrap_or(&whole);
    let within = whole.strip_prefix(root).unwrap_or(Path::new(""));
    let parts: Vec<_> = within.iter().map(|part| part.to_string_lossy()).collect();
    (near(root), parts.join("/"))
}

/// `path`, which is absolute, as one would write it from here.
fn near(path: &Path) -> PathBuf {
    let Ok(here) = std::env::current_dir().and_then(|here| here.canonicalize()) else {
        return path.to_path_buf();
    };
    if let Ok(below) = path.strip_prefix(&here) {
        return below.to_path_buf();
    }
    match here.strip_prefix(path) {
        Ok(above) => above.iter().map(|_| "..").collect(),
        Err(_) => path.to_path_buf(),
    }
}
