//! `pitchkit new brand NAME`: an edition of a kit for one brand, and the keys to it.

use super::{day, quoted};
use crate::cli::clock::today;
use crate::cli::{Reason, Stop, Terminal, keyring, report};
use crate::disk::store::Store;
use crate::disk::{IGNORED, KEY_FILE, create, ignore};
use crate::kit::{brand_schema, file_name};
use std::path::Path;

const TEXT: &str = include_str!("brand.toml");

/// Makes `brands/NAME.toml` in the kit in the folder `dir`, for the brand that is called `brand`.
pub(super) fn run(brand: &str, dir: &Path, terminal: &Terminal) -> Result<(), Stop> {
    if !dir.join("profile.toml").is_file() {
        let shown = report::visible(&dir.display().to_string());
        let reason = Reason::new(format!("there is no kit in `{shown}`: no `profile.toml`"));
        return Err(Stop::Failed(reason.hint(
            "go to your kit's folder, or name it: pitchkit new brand NAME my-kit",
        )));
    }
    let name = file_name(brand);
    if name.is_empty() {
        let reason = Reason::new("no file can be named after this brand");
        return Err(Stop::Usage(reason.hint(
            "write a name in Latin letters; its own stands in the file, behind `for`",
        )));
    }
    if brand.chars().count() > 120 {
        let reason = Reason::new("a brand's name has 120 characters at the most");
        return Err(Stop::Usage(reason));
    }
    // New keys beside editions that are there already would give them other links.
    let sources = Store::open_for(dir, None).sources(dir)?;
    let keys = match sources.texts_in("brands", "toml").next() {
        None => keyring::keys(dir)?,
        Some(_) => Some(keyring::needed(dir)?),
    };
    let path = dir.join("brands").join(format!("{name}.toml"));
    create(&path, filled(brand, &name)?.as_bytes())?;
    // For editors; one that is there is of the same form.
    let schema = dir.join(".pitchkit/brand.schema.json");
    if !schema.is_file() {
        create(&schema, report::json_text(&brand_schema()).as_bytes())?;
    }
    if keys.is_none() {
        keyring::save(dir, &keyring::new_keys()?)?;
    }
    let is_ignored = ignore(dir, IGNORED)?;
    tell(&path, dir, &name, keys.is_none(), is_ignored, terminal);
    Ok(())
}

/// The file with every place in angle brackets filled in.
fn filled(brand: &str, name: &str) -> Result<String, Stop> {
    let today = today(None)?;
    Ok(TEXT
        .replace("<file>", name)
        .replace("<brand>", &quoted(brand))
        .replace(
            "<today+60>",
            &today.saturating_add(jiff::Span::new().days(60)).to_string(),
        )
        .replace("<today>", &day("today", today)))
}

fn tell(
    path: &Path,
    dir: &Path,
    name: &str,
    is_first: bool,
    is_ignored: bool,
    terminal: &Terminal,
) {
    let of = match dir == Path::new(".") {
        true => String::new(),
        false => format!(" {}", report::visible(&dir.display().to_string())),
    };
    let file = report::visible(&path.display().to_string());
    let mut lines = vec![
        "An edition for one brand is there. What next:".to_string(),
        format!("  1. write what this brand should read into {file}"),
        format!("  2. pitchkit serve{of} --brand {name}, to look at it"),
        format!("  3. pitchkit build{of}; it is sealed, and lies with your site"),
        format!("  4. pitchkit brand list{of}, for the link and the passphrase to send"),
    ];
    if is_first {
        lines.push(format!(
            "New: {}, the keys to your editions. Whoever has it can open them all: keep a copy, and publish it nowhere",
            keyring::shown(dir)
        ));
    }
    if is_ignored {
        lines.push(format!("git leaves {KEY_FILE} out now: .gitignore says so"));
    }
    lines.push(
        "In a repository that others can read, leave the folder brands out as well: it names your brands"
            .to_string(),
    );
    for line in lines {
        terminal.note(&line);
    }
}
