//! `pitchkit brand`: the editions of a kit, their links and passphrases.

mod list;

use super::{Reason, Stop, Terminal, keyring, report};
use crate::disk::{remove_brand, store::Store};
use clap::Subcommand;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
An edition is a page of your kit for one brand, sealed with a passphrase. `pitchkit new brand NAME`
makes one, `pitchkit build` seals it into the site. What a lock on a page cannot do:
  it does not stop anybody from trying passphrases for as long as they like, so keep the long ones
  it does not take back what was opened once, nor stop the brand from passing it on
  an old page stays on your host until you publish again, and in copies for ever

Exit codes: 0 done · 1 refused or failed · 2 wrong usage

Examples:
  pitchkit brand list my-kit
  pitchkit brand rotate velmora        a new link and a new passphrase
  pitchkit brand rotate my-kit         new ones for all, should brand-keys.toml have leaked
  pitchkit brand remove velmora";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The editions of a kit, each with its link and passphrase
    List {
        /// The kit's folder
        #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
        dir: PathBuf,
    },
    /// Give an edition, or all of them, a new link and a new passphrase
    Rotate {
        /// The name of its file in brands, without .toml; all of them unless said
        #[arg(value_name = "NAME")]
        name: Option<String>,
        /// The kit's folder
        #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
        dir: PathBuf,
    },
    /// Remove an edition
    Remove {
        /// The name of its file in brands, without .toml
        #[arg(value_name = "NAME")]
        name: String,
        /// The kit's folder
        #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
        dir: PathBuf,
    },
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    match &args.command {
        Command::List { dir } => list::run(dir, terminal),
        // Of one word that is a kit's folder, the kit is meant.
        Command::Rotate {
            name: Some(kit),
            dir,
        } if dir == Path::new(".") && Path::new(kit).join("profile.toml").is_file() => {
            rotate_all(Path::new(kit), terminal)
        }
        Command::Rotate {
            name: Some(name),
            dir,
        } => rotate(name, dir, terminal),
        Command::Rotate { name: None, dir } => rotate_all(dir, terminal),
        Command::Remove { name, dir } => remove(name, dir, terminal),
    }
}

fn rotate(name: &str, dir: &Path, terminal: &Terminal) -> Result<(), Stop> {
    has_brand(name, dir)?;
    let mut keys = keyring::needed(dir)?;
    keys.rotate(name);
    keyring::save(dir, &keys)?;
    terminal.note(&format!("`{name}` has a new link and a new passphrase"));
    say_what_is_left(dir, terminal);
    Ok(())
}

/// New keys for all. The old ones are gone with it: whoever has a copy of them opens old pages only.
fn rotate_all(dir: &Path, terminal: &Terminal) -> Result<(), Stop> {
    // A file that cannot be read is not thrown away.
    keyring::keys(dir)?;
    keyring::save(dir, &keyring::new_keys()?)?;
    terminal.note("All editions have a new link and a new passphrase");
    say_what_is_left(dir, terminal);
    Ok(())
}

fn remove(name: &str, dir: &Path, terminal: &Terminal) -> Result<(), Stop> {
    has_brand(name, dir)?;
    // Should there be one of this name again, it has another link.
    let mut keys = keyring::needed(dir)?;
    keys.rotate(name);
    keyring::save(dir, &keys)?;
    let path = remove_brand(dir, name)?;
    let shown = report::visible(&path.display().to_string());
    terminal.note(&format!("{shown} is removed"));
    say_what_is_left(dir, terminal);
    Ok(())
}

/// The old page is still where it was published.
fn say_what_is_left(dir: &Path, terminal: &Terminal) {
    let of = match dir == Path::new(".") {
        true => String::new(),
        false => format!(" {}", report::visible(&dir.display().to_string())),
    };
    for line in [
        format!("The old page is still on your host: run pitchkit build{of}, and publish the site anew"),
        "Whoever opened the old page has read it, and a copy of it can still be opened with the old passphrase"
            .to_string(),
    ] {
        terminal.note(&line);
    }
}

/// Whether the kit in the folder `dir` has an edition of this name.
fn has_brand(name: &str, dir: &Path) -> Result<(), Stop> {
    let sources = Store::open_for(dir, None).sources(dir)?;
    let mut paths = sources.texts_in("brands", "toml");
    let path = format!("brands/{name}.toml");
    if paths.any(|file| sources.text(file).path == path) {
        return Ok(());
    }
    let names = sources.texts_in("brands", "toml");
    let names: Vec<&str> = names
        .filter_map(|file| {
            let path = &sources.text(file).path;
            path.strip_prefix("brands/")?.strip_suffix(".toml")
        })
        .collect();
    let reason = Reason::new(format!("there is no `{}`", report::visible(&path)));
    Err(Stop::Failed(reason.hint(match names.as_slice() {
        [] => "`pitchkit new brand NAME` makes an edition".to_string(),
        names => format!("there is: {}", names.join(", ")),
    })))
}
