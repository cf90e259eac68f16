//! `pitchkit build`: a kit becomes a site in a folder.

use super::editions::{Editions, sealed};
use super::keyring;
use super::progress::Line;
use super::subject::{self, Subject};
use super::{Format, Stop, Terminal, report};
use crate::disk::store::{Faults, Store, Watch};
use crate::disk::{Files, IoError, WriteOptions, Written, reread, write};
use crate::jobs::Job;
use crate::kit::{base_url, named_photos};
use crate::render::{Asset, Site};
use crate::source::{Photo, Sources};
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
    /// Make no PDF, whatever profile.toml says
    #[arg(long)]
    no_pdf: bool,
    /// Take over an output folder that pitchkit did not make
    #[arg(long)]
    adopt: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let dir = &args.kit.dir;
    let store = Store::open_for(dir, args.cache.clone());
    let mut subject =
        args.kit
            .examine(&store, args.base_url.clone(), !args.no_pdf, crate::build)?;
    if keyring::keys(dir)?.is_none() {
        subject.be_silent_of_brands();
    }
    let mut summary = None;
    let is_refused = args.kit.is_refused(&subject.diagnostics);
    let mut editions = None;
    let files = match subject.build.site.take_if(|_| !is_refused) {
        Some(site) => {
            let inputs = site.texts();
            let line = Line::new(terminal);
            let watch = |progress| line.show(progress);
            let files = finished(site, dir, &store, &watch);
            summary = line.end();
            let files = files?.map_err(|faults| subject.blame(faults)).ok();
            if files.is_some() {
                editions = sealed(&mut subject, dir, &store, terminal)?;
            }
            let all = files.zip(editions.as_ref()).map(|(mut files, editions)| {
                files.extend(editions.pages.clone());
                files
            });
            all.filter(|files| subject.is_tight(files, &inputs))
        }
        None => {
            subject.prove(dir, &store, terminal)?;
            None
        }
    };
    terminal.alert(&subject.report(terminal));
    if let Some(note) = store.note() {
        terminal.note(&note);
    }
    let Some(files) = files else {
        return refuse(&subject, terminal);
    };
    let output = args.output.clone().unwrap_or_else(|| dir.join("site"));
    let options = WriteOptions {
        kit: dir,
        identity: &subject.identity(),
        adopt: args.adopt,
    };
    let written = write(&output, &files, &options)?;
    if let Some(summary) = summary {
        terminal.note(&summary);
    }
    if let Some(line) = editions.as_ref().and_then(Editions::note) {
        terminal.note(&line);
    }
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
/// make comes from the store when it is there, else `watch` is told how far it has come. `Err`
/// with the photos and fonts of which nothing can be made, if there are such.
pub fn finished(
    site: Site,
    kit: &Path,
    store: &Store,
    watch: &Watch,
) -> Result<Result<Files, Faults>, IoError> {
    let open = |photo: &Photo| reread(kit, &photo.path);
    let jobs = site.files.values().filter_map(Asset::job);
    let results = store.run(jobs, &open, watch)?;
    if !results.faults.is_empty() {
        return Ok(Err(results.faults));
    }
    let mut files = Files::new();
    for (path, asset) in site.files {
        let bytes = match asset {
            Asset::Bytes(bytes) => bytes,
            Asset::Job(job) => match results.made.get(&job.key()) {
                Some(stored) => store.bytes(&job, stored, &open)?,
                None => continue,
            },
        };
        files.insert(path, bytes);
    }
    Ok(Ok(files))
}

/// The photos in the folder `kit` of which nothing can be made: of those that `site` shows, or,
/// while mistakes keep it from being whole, of all that the kit's files name. If there are none,
/// the documents of `site` that cannot be set. The store knows what was looked at before; else
/// `watch` is told how far that has come.
pub fn faults(
    site: Option<&Site>,
    sources: &Sources,
    kit: &Path,
    store: &Store,
    watch: &Watch,
) -> Result<Faults, IoError> {
    let open = |photo: &Photo| reread(kit, &photo.path);
    let photos = match site {
        Some(site) => site.photos(),
        None => named_photos(sources),
    };
    let faults = store.faults(photos.values().map(|photo| &**photo), &open, watch)?;
    let Some(site) = site.filter(|_| faults.is_empty()) else {
        return Ok(faults);
    };
    let jobs = site.files.values().filter_map(Asset::job);
    let documents = jobs.filter(|job| matches!(job, Job::Typeset(_)));
    Ok(store.run(documents, &open, watch)?.faults)
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
    if !subject.diagnostics.is_empty() && terminal.format == Format::Human {
        terminal.note(&report::counts(&subject.diagnostics));
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
    base_url(text).ok_or_else(|| {
        "a folder's web address begins with https:// and has neither ? nor #, nor a page at its end"
            .to_string()
    })
}
