//! `docs/view.md` names every field of the contract with themes, as the code has it.
//!
//! `UPDATE=1 cargo test --release --test contract` writes it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
# What templates see

`view`, field by field: version 1 of the contract with themes. It is what one audience may see of a
kit, and no more. Texts are plain and in the kit's language; a template prints them, and they are
escaped. A type is text, a number, yes or no, a word (one of a few, in English, for templates to
compare), another table of this page, a list of any of these, or a map by name. What ends in “or none”
may be missing.

A field that is new leaves the version as it is. One that goes, or means something else, makes a new
version, and `api` in `theme.toml` says for which a theme was made.
";

const WORD: &str = "One of the words:";
const KIND: &str = "Its `kind` is one of:";

#[test]
fn the_contract_is_written_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = HEAD.to_string();
    for file in ["mod", "people", "number", "sections", "text"] {
        let path = root.join("src/derive/view").join(file).with_extension("rs");
        let source = fs::read_to_string(path).expect("a module of the view");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        tables(code, &mut text);
    }
    let path = root.join("docs/view.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("a page to write");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == text,
        "docs/view.md is not of this code: UPDATE=1 writes it"
    );
    for field in [
        "`lead`",
        "`followers`",
        "`cases`",
        "`freshness`",
        "`points`",
    ] {
        assert!(text.contains(field), "{field} was not found");
    }
}

/// A table for each type in `code`.
fn tables(code: &str, text: &mut String) {
    let mut about = String::new();
    let mut of = WORD;
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if let Some(said) = line.strip_prefix("///") {
            about += said;
        } else if let Some(name) = opened(line, "pub struct ") {
            let _ = write!(
                text,
                "\n## {name}\n\n{}\n\n| field | is | |\n|---|---|---|\n",
                plain(&about)
            );
            fields(&mut lines, text);
            about.clear();
        } else if let Some(name) = opened(line, "pub enum ") {
            let _ = write!(text, "\n## {name}\n\n{} {of}\n", plain(&about));
            variants(&mut lines, text);
            about.clear();
            of = WORD;
        } else if line.starts_with("#[serde(tag") {
            of = KIND;
        } else if !line.starts_with("#[") {
            about.clear();
        }
    }
}

fn opened<'a>(line: &'a str, keyword: &str) -> Option<&'a str> {
    line.strip_prefix(keyword)?.strip_suffix(" {")
}

fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>, text: &mut String) {
    let mut about = String::new();
    let mut is_skipped = false;
    for line in lines.take_while(|line| *line != "}") {
        let line = line.trim();
        is_skipped |= line == "#[serde(skip)]";
        if let Some(said) = line.strip_prefix("///") {
            about += said;
        } else if let Some(field) = line.strip_prefix("pub ")
            && let Some((name, kind)) = field.split_once(": ")
        {
            if std::mem::take(&mut is_skipped) {
                about.clear();
                continue;
            }
            let kind = kind_of(kind.trim_end_matches(','));
            let _ = writeln!(text, "| `{name}` | {kind} | {} |", plain(&about));
            about.clear();
        }
    }
}

fn variants<'a>(lines: &mut impl Iterator<Item = &'a str>, text: &mut String) {
    let (mut about, mut open) = (String::new(), false);
    for line in lines.take_while(|line| *line != "}") {
        let is_nested = line.starts_with("        ");
        let line = line.trim();
        if let Some(said) = line.strip_prefix("///") {
            about += said;
        } else if is_nested && let Some((name, kind)) = line.split_once(": ") {
            let with = if std::mem::replace(&mut open, true) {
                ";"
            } else {
                " It has"
            };
            let about = plain(&about);
            let (kind, about) = (
                kind_of(kind.trim_end_matches(',')),
                about.trim_end_matches('.'),
            );
            let _ = write!(text, "{with} `{name}` ({kind}: {about})");
        } else if line.starts_with(|c: char| c.is_ascii_uppercase()) {
            open = false;
            let name = line.split(|c: char| !c.is_alphanumeric()).next();
            let name = name.unwrap_or_default().to_lowercase();
            let _ = write!(text, "\n- `{name}`: {}", plain(&about));
        } else {
            continue;
        }
        if !line.starts_with("///") {
            about.clear();
        }
    }
    text.push('\n');
}

/// A type of Rust in the words of templates.
fn kind_of(kind: &str) -> String {
    let inside = |outer: &str| {
        let rest = kind.strip_prefix(outer)?.strip_prefix('<')?;
        rest.strip_suffix('>').map(str::to_string)
    };
    if let Some(inner) = inside("Option") {
        return format!("{} or none", kind_of(&inner));
    }
    if let Some(inner) = inside("Vec") {
        return format!("list of {}", kind_of(&inner));
    }
    if let Some(inner) = inside("BTreeMap") {
        let value = inner.split_once(", ").map_or("", |(_, value)| value);
        return format!("map of {} by name", kind_of(value));
    }
    match kind {
        "String" => "text".to_string(),
        "&'static str" => "word".to_string(),
        "(u8, u8)" | "(u32, u32)" => "list of two numbers".to_string(),
        "bool" => "yes or no".to_string(),
        "u8" | "u16" | "u32" | "u64" | "usize" | "f64" => "number".to_string(),
        table => format!("[{table}](#{})", table.to_lowercase()),
    }
}

fn plain(about: &str) -> String {
    about.trim().replace("  ", " ").replace('|', "\\|")
}
