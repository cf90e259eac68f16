//! `pitchkit theme list`: the looks that are part of the program, and a kit's own.

use crate::cli::{Format, Stop, Terminal, report};
use crate::disk::read_theme;
use crate::source::{Diagnostics, Sources};
use crate::theme::{self, Block, Choosable, Manifest};
use serde_json::{Value, json};
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Told are each look's licence, and what a kit may choose of it below `[site.options]`, with what is taken
unless it chooses. A kit's own theme, with a `theme.toml` in its `theme/` folder, comes last.

Exit codes: 0 listed · 1 a file cannot be read · 2 wrong usage

Examples:
  pitchkit theme list
  pitchkit theme list my-kit";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The folder of a kit that may have a theme of its own
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    kit: PathBuf,
}

/// A look.
struct Listed {
    manifest: Manifest,
    /// Its blocks, by the names of their files.
    blocks: Vec<String>,
    /// Whether it is the kit's own.
    own: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let mut themes: Vec<Listed> = theme::manifests()
        .map(|manifest| Listed {
            blocks: Block::all(&manifest.name)
                .into_iter()
                .map(|block| block.name)
                .collect(),
            manifest,
            own: false,
        })
        .collect();
    themes.extend(own(args)?);
    if terminal.format == Format::Json {
        let themes: Vec<Value> = themes.iter().map(described).collect();
        let document = json!({ "version": 1, "themes": themes });
        return terminal.result(&report::json_text(&document));
    }
    let width = themes.iter().map(|theme| theme.manifest.name.len()).max();
    let width = width.unwrap_or(0);
    terminal.result(
        &themes
            .iter()
            .map(|theme| told(theme, width))
            .collect::<String>(),
    )
}

/// The kit's own theme, if it has one that can be used: what is wrong with it, `theme check` tells.
fn own(args: &Args) -> Result<Option<Listed>, Stop> {
    let folder = args.kit.join("theme");
    if !folder.join("theme.toml").is_file() {
        return Ok(None);
    }
    let sources = read_theme(&folder)?;
    let theme = theme::load(&sources, None, &mut Diagnostics::new());
    Ok(theme.map(|theme| Listed {
        manifest: theme.manifest,
        blocks: blocks(&sources),
        own: true,
    }))
}

/// The files of a kit's own theme that may be blocks.
fn blocks(sources: &Sources) -> Vec<String> {
    let endings = ["css", "html", "typ"].into_iter();
    let files = endings.flat_map(|ending| sources.texts_in("theme", ending));
    let names = files.map(|id| {
        sources
            .text(id)
            .path
            .trim_start_matches("theme/")
            .to_string()
    });
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names
}

/// What a look is, in lines for people.
fn told(theme: &Listed, width: usize) -> String {
    let Manifest {
        name,
        description,
        licence,
        options,
        ..
    } = &theme.manifest;
    let whose = if theme.own { "The kit's own: " } else { "" };
    let mut text = format!("{name:width$}  {whose}{description}\n");
    let mut add = |line: &str| text += &format!("{:width$}  {line}\n", "");
    if let Some(licence) = licence {
        add(&format!("licence: {licence}"));
    }
    for (name, option) in options {
        add(&format!("option `{name}`: {}", choice(option)));
    }
    // A theme may be a stranger's.
    text.lines()
        .map(|line| report::visible(line) + "\n")
        .collect()
}

/// What an option does and takes.
fn choice(option: &Choosable) -> String {
    let (about, takes) = match option {
        Choosable::Choice {
            about,
            values,
            default,
        } => (
            about,
            format!("{}; {default} unless chosen", values.join(", ")),
        ),
        Choosable::Switch { about, default } => {
            (about, format!("true or false; {default} unless chosen"))
        }
        Choosable::Number {
            about,
            least,
            most,
            default,
        } => (about, format!("{least} to {most}; {default} unless chosen")),
    };
    format!("{about} ({takes})")
}

fn described(theme: &Listed) -> Value {
    let Listed {
        manifest,
        blocks,
        own,
    } = theme;
    json!({
        "name": manifest.name,
        "description": manifest.description,
        "licence": manifest.licence,
        "preview": manifest.preview,
        "accent": manifest.accent.to_string(),
        "colours": manifest.tokens.keys().collect::<Vec<_>>(),
        "faces": manifest.faces.keys().collect::<Vec<_>>(),
        "options": manifest.options,
        "slots": manifest.slots.keys().collect::<Vec<_>>(),
        "blocks": blocks,
        "own": own,
    })
}
