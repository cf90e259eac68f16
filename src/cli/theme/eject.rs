//! `pitchkit theme eject`: blocks of a built-in theme into a kit's `theme/`.

use crate::cli::{Reason, Stop, Terminal, report};
use crate::disk::store::Store;
use crate::disk::{IoError, create, write_texts};
use crate::kit;
use crate::source::{Diagnostics, Sources, nearest};
use crate::theme::{self, Block};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
A copy is yours: it stays as it is when pitchkit changes. Its first line says what it was copied from,
and `theme/originals/` keeps that; `pitchkit check` compares them with the block of the day and shows
the lines that are others. When you have taken them over, or do not want them, `--seen` says so.

Exit codes: 0 copied · 1 refused or failed, nothing was written · 2 wrong usage

Examples:
  pitchkit theme eject hero.html --to my-kit
  pitchkit theme eject --all --to my-kit     the start of a theme by itself: give it another name
  pitchkit theme eject hero.html --seen --to my-kit";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// Blocks, by the names of their files: hero.html
    #[arg(value_name = "BLOCK", required_unless_present = "all")]
    blocks: Vec<String>,
    /// The kit's folder
    #[arg(
        long,
        value_name = "DIR",
        default_value = ".",
        hide_default_value = true
    )]
    to: PathBuf,
    /// The theme to copy from [default: the kit's own]
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Copy the whole theme, with its fonts and its picture
    #[arg(long, conflicts_with_all = ["blocks", "seen"])]
    all: bool,
    /// Keep the kit's copies, and take note that they have the changes of their originals
    #[arg(long)]
    seen: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let sources = Store::open_for(&args.to, None).sources(&args.to)?;
    let text = |path: &str| Some(sources.text(sources.find(path)?).text.clone());
    let theme = args.theme.clone().unwrap_or_else(|| theme_of(&sources));
    if !theme::names().any(|name| name == theme) {
        let names: Vec<&str> = theme::names().collect();
        let reason = Reason::new(format!("there is no theme `{theme}` to copy from"));
        return Err(Stop::Usage(
            reason.hint(format!("name one with `--theme`: {}", names.join(", "))),
        ));
    }
    let blocks = wanted(args, &theme)?;
    let mut old = BTreeMap::new();
    let mut new = BTreeMap::new();
    let mut taken = Vec::new();
    for block in &blocks {
        match (text(&block.path()), args.seen) {
            (Some(copy), true) => {
                new.insert(block.path(), block.marked(&copy));
                old.insert(block.path(), copy);
            }
            (None, true) => return Err(not_there(block)),
            (Some(_), false) => taken.push(block.path()),
            (None, false) => {
                new.insert(block.path(), block.copy());
            }
        }
        if !block.is_manifest() {
            if let Some(original) = text(&block.original()) {
                old.insert(block.original(), original);
            }
            new.insert(block.original(), block.text.to_string());
        }
    }
    if !taken.is_empty() {
        let message = format!("already there: {}; nothing was written", taken.join(", "));
        let hint = "move it away to have a fresh copy; `--seen` keeps yours";
        return Err(Stop::Failed(Reason::new(message).hint(hint)));
    }
    let folder = args.to.join("theme/originals");
    std::fs::create_dir_all(&folder).map_err(|error| IoError::new("make", &folder, error))?;
    write_texts(&args.to, &old, &new)?;
    if args.all {
        files(&theme, &args.to)?;
    }
    for block in &blocks {
        let path = args.to.join(block.path());
        terminal.note(&report::visible(&path.display().to_string()));
    }
    Ok(())
}

/// The theme that the kit asks for, if it can be read.
fn theme_of(sources: &Sources) -> String {
    let kit = kit::parse(sources, &mut Diagnostics::new());
    let asked = kit.and_then(|kit| kit.profile.site.theme);
    asked.map_or_else(|| theme::FIRST.to_string(), |asked| asked.value)
}

fn wanted(args: &Args, theme: &str) -> Result<Vec<Block>, Stop> {
    let all = Block::all(theme);
    if args.all {
        return Ok(all);
    }
    let find = |name: &String| {
        let found = all.iter().find(|block| block.name == *name);
        found.cloned().ok_or_else(|| {
            let reason = Reason::new(format!("the theme `{theme}` has no block `{name}`"));
            let names = || all.iter().map(|block| block.name.as_str());
            Stop::Usage(match nearest(name, names()) {
                _ if name == "style.css" => reason.hint(
                    "it is your own, and lies over the theme's: write `theme/style.css` anew",
                ),
                _ if name.starts_with("fonts") => {
                    reason.hint("`--all` copies the fonts along with every block")
                }
                Some(near) => reason.hint(format!("did you mean `{near}`?")),
                None => reason.hint(format!("it has {}", names().collect::<Vec<_>>().join(", "))),
            })
        })
    };
    args.blocks.iter().map(find).collect()
}

fn not_there(block: &Block) -> Stop {
    let message = format!("the kit has no `{}` that could be up to date", block.path());
    Stop::Failed(Reason::new(message).hint("leave `--seen` out to copy it"))
}

/// Copies what of `theme` is no text, its fonts with their licence and its picture, unless it is
/// there.
fn files(theme: &str, kit: &Path) -> Result<(), IoError> {
    let fonts = theme::font_files(theme).map(|(name, bytes)| (format!("fonts/{name}"), bytes));
    for (name, bytes) in fonts.chain(theme::preview(theme)) {
        let path = kit.join("theme").join(name);
        if path.symlink_metadata().is_err() {
            create(&path, bytes)?;
        }
    }
    Ok(())
}
