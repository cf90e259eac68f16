//! `pitchkit pack`: a kit becomes one file to send.

use super::build::finished;
use super::progress::{Line, size};
use super::subject::{self, Subject};
use super::{Format, Reason, Stop, Terminal, report};
use crate::derive::View;
use crate::disk::store::Store;
use crate::disk::{PackedAs, WriteError, write_pack};
use crate::finish::{Pack, Packing, Part, pack};
use crate::kit::{Kit, file_name};
use jiff::civil::Date;
use serde_json::json;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
An archive holds one folder with the site, without what only a web host reads; whoever gets it
unpacks it and opens index.html. A single page holds everything, pictures, fonts and files to keep,
and opens by itself. Both work without a network, and equal kits give equal files. Only an older
pack of the same kit is written over.

Exit codes: 0 packed · 1 refused or failed, nothing was written · 2 wrong usage, or a file that may
never be written

Examples:
  pitchkit pack my-kit --zip                    the site as an archive, in my-kit
  pitchkit pack my-kit --single -o for-you.html";

/// What many mail servers take at most.
const MAIL: usize = 10_000_000;

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The kit's folder
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    dir: PathBuf,
    #[command(flatten)]
    packing: What,
    /// The file to write [default: NAME-media-kit.zip or .html, in the kit's folder]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct What {
    /// An archive of the site, to be unpacked and opened from disk
    #[arg(long)]
    zip: bool,
    /// One page with everything in it
    #[arg(long)]
    single: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let dir = &args.dir;
    let packing = if args.packing.single {
        Packing::Single
    } else {
        Packing::Zip
    };
    if let Some(output) = &args.output {
        fits(output, packing)?;
    }
    let kit = subject::Args::of(dir);
    let store = Store::open_for(dir, None);
    let mut subject = kit.examine(&store, None, true, crate::build)?;
    subject.be_silent_of_brands();
    let is_refused = kit.is_refused(&subject.diagnostics);
    let files = match subject.build.site.take_if(|_| !is_refused) {
        Some(site) => {
            let inputs = site.texts();
            let line = Line::new(terminal);
            let files = finished(site, dir, &store, &|progress| line.show(progress));
            line.end();
            let files = files?.map_err(|faults| subject.blame(faults)).ok();
            files.filter(|files| subject.is_tight(files, &inputs))
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
    let built = &subject.build;
    let name = built.kit.as_ref().map_or_else(String::new, name_of);
    let date = built.view.as_ref().and_then(date_of);
    let output = match &args.output {
        Some(output) => output.clone(),
        None => dir.join(format!("{name}.{}", packing.extension())),
    };
    let identity = subject.identity();
    let Some(pack) = pack(&files, packing, &name, &identity, date) else {
        let reason = Reason::new("the site has no first page to pack, or is too large");
        return Err(Stop::Failed(
            reason.hint("look at it with `pitchkit build`"),
        ));
    };
    let written = write_pack(&output, &pack.bytes, dir, &identity).map_err(not_written)?;
    tell(&subject, &output, &pack, written, terminal)
}

/// Whether whoever gets the file can tell by its name what it is.
fn fits(output: &Path, packing: Packing) -> Result<(), Stop> {
    let ending = output.extension().and_then(|ending| ending.to_str());
    let (what, is_other) = match packing {
        Packing::Zip => ("an archive", matches!(ending, Some("html" | "htm"))),
        Packing::Single => ("a page", ending == Some("zip")),
    };
    if !is_other && output != Path::new("-") {
        return Ok(());
    }
    let shown = report::visible(&output.display().to_string());
    let reason = Reason::new(format!("`{shown}` is no name for {what}"));
    let right = packing.extension();
    Err(Stop::Usage(
        reason.hint(format!("give it a name that ends in `.{right}`")),
    ))
}

/// Why there is no pack, in words for a file: those of a site are for a folder.
fn not_written(error: WriteError) -> Stop {
    match error {
        WriteError::Forbidden { output, reason } => {
            let shown = report::visible(&output.display().to_string());
            let reason = Reason::new(format!("`{shown}` can never hold a pack: it {reason}"));
            Stop::Usage(reason.hint("name another file with `--output`"))
        }
        WriteError::Io(error) => error.into(),
        error => error.into(),
    }
}

/// What a pack is called: after the creator, in letters that every system knows.
pub(super) fn name_of(kit: &Kit) -> String {
    match file_name(&kit.profile.creator.name.value).as_str() {
        "" => "media-kit".to_string(),
        name => format!("{name}-media-kit"),
    }
}

/// The day the files in an archive are from: that of the numbers, which the kit's files decide.
pub(super) fn date_of(view: &View) -> Option<Date> {
    view.dated.as_ref()?.day.iso.parse().ok()
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
        })))?,
    }
    Err(Stop::Told)
}

fn tell(
    subject: &Subject,
    output: &Path,
    pack: &Pack,
    written: PackedAs,
    terminal: &Terminal,
) -> Result<(), Stop> {
    let total = pack.bytes.len();
    let shown = report::visible(&output.display().to_string());
    let parts = pack.parts.iter().filter(|part| part.files > 0);
    if terminal.format == Format::Json {
        let part =
            |part: &Part| json!({ "what": part.what, "files": part.files, "size": part.bytes });
        return terminal.result(&report::json_text(&json!({
            "version": 1,
            "diagnostics": report::json(&subject.sources, &subject.diagnostics),
            "output": shown,
            "size": total,
            "blake3": blake3::hash(&pack.bytes).to_hex().as_str(),
            "parts": parts.map(part).collect::<Vec<_>>(),
            "too_large_for_mail": too_large_for_mail(total).is_some(),
        })));
    }
    if !subject.diagnostics.is_empty() && terminal.format == Format::Human {
        terminal.note(&report::counts(&subject.diagnostics));
    }
    let what = match written {
        PackedAs::New => "",
        PackedAs::Replaced => ", in the place of an older pack",
        PackedAs::Same => ", as before",
    };
    terminal.note(&format!("{shown}: {}{what}", size(total as u64)));
    for part in parts {
        let size = size(part.bytes);
        let what = match part.files {
            1 => part.what.trim_end_matches('s'),
            _ => part.what,
        };
        terminal.note(&format!("  {size:>9}  {:>3} {what}", part.files));
    }
    if let Some(warning) = too_large_for_mail(total) {
        terminal.note(warning);
    }
    Ok(())
}

fn too_large_for_mail(bytes: usize) -> Option<&'static str> {
    let warning = "It is larger than 10 MB, which many mail servers refuse: send a link to your site \
                   instead, or show fewer photos";
    (bytes > MAIL).then_some(warning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mails_refuse_is_said() {
        fn check(bytes: usize, expected: bool) {
            assert_eq!(too_large_for_mail(bytes).is_some(), expected);
        }
        check(9_999_999, false);
        check(10_000_000, false);
        check(10_000_001, true);
    }
}
