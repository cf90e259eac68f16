//! `pitchkit theme list`: the looks that are part of the program.

use crate::cli::{Format, Stop, Terminal, report};
use crate::theme::{self, Block, Manifest};
use serde_json::{Value, json};

pub(super) fn run(terminal: &Terminal) -> Result<(), Stop> {
    let manifests: Vec<Manifest> = theme::manifests().collect();
    if terminal.format == Format::Json {
        let themes: Vec<Value> = manifests.iter().map(described).collect();
        let document = json!({ "version": 1, "themes": themes });
        return terminal.result(&report::json_text(&document));
    }
    let width = manifests.iter().map(|theme| theme.name.len()).max();
    let width = width.unwrap_or(0);
    let line = |theme: &Manifest| format!("{:width$}  {}\n", theme.name, theme.description);
    terminal.result(&manifests.iter().map(line).collect::<String>())
}

fn described(theme: &Manifest) -> Value {
    let blocks = Block::all(&theme.name);
    let blocks: Vec<&str> = blocks.iter().map(|block| block.name.as_str()).collect();
    json!({
        "name": theme.name,
        "description": theme.description,
        "licence": theme.licence,
        "preview": theme.preview,
        "accent": theme.accent.to_string(),
        "colours": theme.tokens.keys().collect::<Vec<_>>(),
        "faces": theme.faces.keys().collect::<Vec<_>>(),
        "options": theme.options,
        "slots": theme.slots.keys().collect::<Vec<_>>(),
        "blocks": blocks,
    })
}
