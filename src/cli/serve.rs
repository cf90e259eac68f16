//! `pitchkit serve`: a kit in the browser, up to date while it is edited.

use super::clock::{self, today};
use super::keys::Keys;
use super::{Format, Reason, Stop, Terminal, endless, report};
use crate::disk::IoError;
use crate::disk::store::Store;
use crate::disk::watch::{Means, Watcher};
use crate::preview::{self, Attempt, Bound, Ended, Live, Port, Preview, Settings, Unbound};
use crate::source::{Audience, Severity};
use clap::ValueEnum;
use jiff::civil::Date;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use serde_json::json;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock, mpsc};

const AFTER_HELP: &str = "\
The page follows every save by itself. What is wrong in the kit is shown over the last page that
was right. Nothing is written into the kit or beside it. On a terminal, press o to open the page,
r to build anew, q to quit.

Exit codes: 0 ended by q · 1 the kit cannot be read, or the port is taken · 130, 143, 129 ended by
a signal

Examples:
  pitchkit serve my-kit --open
  pitchkit serve my-kit --host         for a phone in the same network, too
  pitchkit serve my-kit --brand velmora     what one brand gets";

/// How many problems are drawn before the rest is only counted.
const SHOWN: usize = 20;

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The kit's folder
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    dir: PathBuf,
    /// The port; if it is taken, the next free one; 0 for any
    #[arg(short, long, default_value_t = 4321)]
    port: u16,
    /// Fail if the port is taken
    #[arg(long)]
    strict_port: bool,
    /// Let others in the network in, by any address of this machine or by this one
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "0.0.0.0",
          value_parser = host)]
    host: Option<IpAddr>,
    /// Open the page in the browser
    #[arg(short = 'O', long)]
    open: bool,
    /// Show the edition of brands/NAME.toml, opened, to this machine alone
    #[arg(long, value_name = "NAME", conflicts_with = "host")]
    brand: Option<String>,
    /// How changes are noticed: as the system tells them, or by looking five times a second
    #[arg(long, value_enum, default_value_t, value_name = "MEANS")]
    watch: Watching,
    /// The day that decides what is stale, under embargo, expired or still ahead
    /// [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    /// Where finished pictures are kept [default: PITCHKIT_CACHE, else the user's cache folder]
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
}

/// How changes are noticed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Watching {
    #[default]
    Auto,
    Poll,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let unread = |error| IoError::new("open the kit", &args.dir, error);
    std::fs::read_dir(&args.dir).map_err(unread)?;
    // Should the working folder be moved, it is still the same kit.
    let kit = std::path::absolute(&args.dir).map_err(unread)?;
    let bound = bind(args)?;
    let (asked, started) = (args.today, today(args.today)?);
    let (wake, moved) = mpsc::channel();
    let said = *terminal;
    let watcher = Arc::new(OnceLock::<Watcher>::new());
    let noting = Arc::clone(&watcher);
    let live = Arc::new(Live::new(
        Settings {
            kit: kit.clone(),
            store: Store::open_for(&kit, args.cache.clone()),
            audience: match &args.brand {
                Some(name) => Audience::Brand(name.clone()),
                None => Audience::Public,
            },
            today: Box::new(move || today(asked).unwrap_or(started)),
            draw: report::pages,
            give_up: endless::give_up,
            tell: Box::new(move |attempt| {
                tell(attempt, &said);
                note(noting.get().and_then(Watcher::note), &said);
            }),
        },
        wake.clone(),
    ));
    let means = match args.watch {
        Watching::Auto => Means::Auto,
        Watching::Poll => Means::Poll,
    };
    // The first build begins before anybody asks for it.
    let _ = wake.send(());
    let watcher = watcher.get_or_init(|| {
        Watcher::start(&kit, means, move || {
            let _ = wake.send(());
        })
    });
    let pacing = Arc::clone(&live);
    std::thread::spawn(move || preview::pace(&pacing, &moved));

    let page = address(bound.local);
    let ended = |error| failed(&format!("the preview ended: {error}"));
    let preview = Preview::new(bound, Arc::clone(&live)).map_err(ended)?;
    let stop = preview::Stop::default();
    let stopping = stop.clone();
    let (opened, anew) = (page.clone(), Arc::clone(&live));
    // Keys are heard, and signals are, before anybody is told which.
    let keys = Keys::listen(move |key| {
        match key {
            b'o' => browse(&opened, &said),
            b'r' => anew.rebuild(),
            b'q' => stopping.now(),
            _ => {}
        }
        key != b'q'
    });
    greet(preview.bound(), terminal)?;
    if let Some(name) = &args.brand {
        let name = report::visible(name);
        terminal.note(&format!(
            "This is the edition for {name} alone. Only this machine can see it"
        ));
    }
    note(live.note(), terminal);
    note(watcher.note(), terminal);
    if args.open {
        browse(&page, terminal);
    }
    let reason = preview.run(&stop);
    drop(keys);
    match reason.map_err(ended)? {
        Ended::Stopped => Ok(()),
        Ended::Signal(number) => Err(Stop::Signal(number)),
    }
}

fn bind(args: &Args) -> Result<Bound, Stop> {
    let port = Port {
        number: args.port,
        strict: args.strict_port,
    };
    preview::bind(args.host, port).map_err(|unbound| match unbound {
        Unbound::Taken(number) if args.strict_port => Stop::Failed(
            Reason::new(format!("port {number} is taken by another program"))
                .hint("end that program, or choose another port with --port"),
        ),
        Unbound::Taken(number) => Stop::Failed(
            Reason::new(format!("port {number} and those after it are taken"))
                .hint("choose another with --port, or any with --port 0"),
        ),
        Unbound::Elsewhere(address) => Stop::Failed(
            Reason::new(format!("this machine does not have the address {address}"))
                .hint("leave the address out after --host, and all that it has will do"),
        ),
        Unbound::Io(address, error) => {
            let reason = Reason::new(format!("cannot listen on {address}: {error}"));
            Stop::Failed(match error.kind() {
                ErrorKind::PermissionDenied => reason.hint("choose a port above 1023 with --port"),
                _ => reason,
            })
        }
    })
}

fn failed(message: &str) -> Stop {
    Stop::Failed(Reason::new(message))
}

fn address(at: SocketAddr) -> String {
    format!("http://{at}/")
}

/// Says where the page is.
fn greet(bound: &Bound, terminal: &Terminal) -> Result<(), Stop> {
    let page = address(bound.local);
    let keys = match terminal.can_ask() && terminal.shows_results() {
        true => "  (o open · r build anew · q quit)",
        false => "",
    };
    terminal.result(&match terminal.format {
        Format::Json => {
            let frame = format!("{page}_pitchkit/");
            format!("{}\n", json!({"version": 1, "page": page, "frame": frame}))
        }
        _ if terminal.quiet => format!("{page}\n"),
        _ => {
            format!("Preview  {page}{keys}\nPhone and desktop, dark and paper  {page}_pitchkit/\n")
        }
    })?;
    if let Some(network) = bound.network {
        let page = address(network);
        terminal.alert(&format!(
            "warning: anybody in this network can see the preview: {page}\n"
        ));
        if terminal.format == Format::Human && terminal.can_ask() {
            terminal.note(&code(&page));
        }
    } else if bound.is_open {
        terminal.alert("warning: anybody in any network of this machine can see the preview\n");
    }
    Ok(())
}

/// A code that a phone's camera reads, or nothing for an address that fits into none.
fn code(page: &str) -> String {
    let Ok(code) = QrCode::new(page) else {
        return String::new();
    };
    // Terminals are dark more often than not, and cameras want dark on light.
    let mut drawing = code.render();
    drawing
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .build()
}

fn browse(page: &str, terminal: &Terminal) {
    if let Err(error) = open::that_detached(page) {
        terminal.alert(&format!(
            "warning: no browser can be started ({error}); open {page} yourself\n"
        ));
    }
}

/// An address of this machine that is asked for.
fn host(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| {
        "it is no address such as 192.168.1.20; for any address, write `--host` after the kit's folder"
            .to_owned()
    })
}

/// Says what stands in the way, if something does and it is not yet said.
fn note(line: Option<String>, terminal: &Terminal) {
    if let Some(line) = line {
        terminal.note(&line);
    }
}

/// One line for a change, after what is wrong with it.
fn tell(attempt: &Attempt, terminal: &Terminal) {
    let errors: Vec<_> = attempt
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .cloned()
        .collect();
    terminal.alert(&match terminal.format {
        Format::Human => report::human(&attempt.sources, &errors, SHOWN),
        Format::Short | Format::Json => report::short(&attempt.sources, &errors),
    });
    let mut line = match &files(&attempt.changed)[..] {
        [] => "built".to_owned(),
        [path] => report::visible(path),
        [path, rest @ ..] => format!("{} and {} more", report::visible(path), rest.len()),
    };
    line += &format!(" · {} ms", attempt.took.as_millis());
    if !attempt.diagnostics.is_empty() {
        line += &format!(" · {}", report::counts(&attempt.diagnostics));
    }
    terminal.note(&line);
}

/// What changed but for the folders that changed with it.
fn files(changed: &[String]) -> Vec<&str> {
    let is_around = |folder: &str| {
        let inside = |path: &String| {
            let rest = path.strip_prefix(folder);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        folder == "." || changed.iter().any(inside)
    };
    let paths = changed.iter().map(String::as_str);
    paths.filter(|path| !is_around(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_not_told_beside_their_files() {
        fn check(changed: &[&str], expected: &[&str]) {
            let changed: Vec<String> = changed.iter().map(|path| (*path).to_owned()).collect();
            assert_eq!(files(&changed), expected);
        }
        check(&[], &[]);
        check(&[".", "story.md"], &["story.md"]);
        check(&["photos", "photos/a.jpg"], &["photos/a.jpg"]);
        check(&["photos"], &["photos"]);
        check(&["photo", "photos/a.jpg"], &["photo", "photos/a.jpg"]);
    }
}
