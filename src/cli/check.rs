//! `pitchkit check`: all there is to say about a kit. Its report is its result.

use super::subject::{self, Subject};
use super::{Format, Stop, Terminal, editions, report};
use crate::disk::Files;
use crate::disk::store::Store;
use crate::render::Site;
use serde_json::json;

const AFTER_HELP: &str = "\
Exit codes: 0 no error · 1 errors, or warnings with --strict · 2 wrong usage

Examples:
  pitchkit check my-kit
  pitchkit check my-kit --strict --today 2026-12-31    what will be stale by then
  pitchkit check my-kit --format json > report.json";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    #[command(flatten)]
    kit: subject::Args,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let store = Store::open_for(&args.kit.dir, None);
    let mut subject = args.kit.examine(&store, None, true, crate::review)?;
    subject.prove(&args.kit.dir, &store, terminal)?;
    let site = subject.build.site.as_ref();
    if let Some(texts) = site.map(Site::texts) {
        subject.is_tight(&Files::new(), &texts);
    }
    let unlocked = editions::locks(&subject, &args.kit.dir).err();
    let refused = args.kit.is_refused(&subject.diagnostics);
    let mut text = subject.report(terminal);
    match terminal.format {
        Format::Human if terminal.quiet && !refused => {}
        Format::Human => {
            text.push_str(&report::counts(&subject.diagnostics));
            text.push('\n');
        }
        Format::Short => {}
        Format::Json => text = document(&subject),
    }
    terminal.result(&text)?;
    match unlocked {
        Some(stop) => Err(stop),
        None if refused => Err(Stop::Told),
        None => Ok(()),
    }
}

fn document(subject: &Subject) -> String {
    report::json_text(&json!({
        "version": 1,
        "diagnostics": report::json(&subject.sources, &subject.diagnostics),
    }))
}
