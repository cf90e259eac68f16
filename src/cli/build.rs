//! `pitchkit build`: a kit becomes a site in a folder.

use super::subject::{self, Subject};
use super::{Format, Stop, Terminal, report};
use crate::disk::store::Store;
use crate::disk::{Files, IoError, WriteOptions, Written, open, write};
use crate::render::{Asset, Site};
use serde_json::json;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
Only files that an earlier build made are replaced or removed; whatever else lies in the output
folder stays as it is. If anything fails, the site that was there stays whole.

Exit codes: 0 the site is written · 1 refused or failed, nothing was written · 2 wrong usage, or
an output folder that may never be written to

Examples:
  pitchkit build my-kit                                the site, in my-kit/site
  pitchkit build my-kit -o public -u https://maite.example/kit/
  pitchkit build my-kit --strict                       fail on warnings, such as stale numbers";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    #[command(flatten)]
    kit: subject::Args,
    /// Where to write the site [default: site, in the kit's folder]
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Where the site will be published, if not as profile.toml says
    #[arg(short = 'u', long, value_name = "URL", value_parser = web_address)]
    base_url: Option<url::Url>,
    /// Where finished pictures are kept between builds [default: PITCHKIT_CACHE, else the user's
    /// cache folder]
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Take over an output folder that pitchkit did not make
    #[arg(long)]
    adopt: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let store = Store::open(args.cache.clone())?;
    let mut subject = args.kit.examine(&store, args.base_url.clone())?;
    let site = subject.build.site.take();
    let site = site.filter(|_| !args.kit.is_refused(&subject.diagnostics));
    terminal.alert(&subject.report(terminal));
    let Some(site) = site else {
        return refuse(&subject, terminal);
    };
    let output = args.output.clone();
    let output = output.unwrap_or_else(|| args.kit.dir.join("site"));
    let files = finished(site, &args.kit.dir, &store)?;
    let options = WriteOptions { adopt: args.adopt };
    let written = write(&output, &files, &options)?;
    tell(&subject, &output, &files, &written, terminal)
}

fn refuse(subject: &Subject, terminal: &Terminal) -> Result<(), Stop> {
    let counts = report::counts(&subject.diagnostics);
    match terminal.format {
        Format::Human => terminal.alert(&format!("{counts}; nothing was written\n")),
        Format::Short => {}
        Format::Json => terminal.result(&report::json_text(&json!({
            "version": 1,
            "diagnostics": report::json(&subject.sources, &subject.diagnostics),
            "output": null,
            "files": [],
        })))?,
    }
    Err(Stop::Told)
}

/// Every file of `site`, which was built from the folder `kit`, with its bytes. What is slow to
/// make comes from the store when it is there.
pub fn finished(site: Site, kit: &Path, store: &Store) -> Result<Files, IoError> {
    let mut files = Files::new();
    let mut names = Vec::new();
    let mut jobs = Vec::new();
    for (name, asset) in site.files {
        match asset {
            Asset::Bytes(bytes) => {
                files.insert(name, bytes);
            }
            Asset::Job(job) => {
                names.push(name);
                jobs.push(job);
            }
        }
    }
    let made = store.run(&jobs, &|photo| open(kit, &photo.path))?;
    files.extend(names.into_iter().zip(made));
    Ok(files)
}

fn tell(
    subject: &Subject,
    output: &Path,
    files: &Files,
    written: &Written,
    terminal: &Terminal,
) -> Result<(), Stop> {
    let shown = output.display();
    if terminal.format == Format::Json {
        let file = |(path, bytes): (&String, &Vec<u8>)| {
            json!({
                "path": path,
                "size": bytes.len(),
                "blake3": blake3::hash(bytes).to_hex().as_str(),
            })
        };
        return terminal.result(&report::json_text(&json!({
            "version": 1,
            "diagnostics": report::json(&subject.sources, &subject.diagnostics),
            "output": shown.to_string(),
            "files": files.iter().map(file).collect::<Vec<_>>(),
            "written": written.written,
            "unchanged": written.unchanged,
            "removed": written.removed,
            "kept": written.kept_foreign,
        })));
    }
    for (path, bytes) in files {
        terminal.detail(&format!("{shown}/{path} {} bytes", bytes.len()));
    }
    let counts = report::counts(&subject.diagnostics);
    if !counts.is_empty() && terminal.format == Format::Human {
        terminal.note(&counts);
    }
    let mut parts = vec![format!("{} written", written.written)];
    for (number, what) in [
        (written.unchanged, "as before"),
        (written.removed, "removed"),
        (written.kept_foreign, "not ours and left alone"),
    ] {
        if number > 0 {
            parts.push(format!("{number} {what}"));
        }
    }
    let page = output.join("index.html");
    terminal.note(&format!("{shown}: {}", parts.join(", ")));
    terminal.note(&format!("Open {} in a browser", page.display()));
    Ok(())
}

fn web_address(text: &str) -> Result<url::Url, String> {
    match url::Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "https" | "http") => Ok(url),
        _ => Err("a web address begins with https://".to_string()),
    }
}
