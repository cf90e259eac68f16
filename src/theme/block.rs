//! Blocks: the templates and stylesheets of a built-in theme, each of which a kit may make its own.
//!
//! A copy in a kit's `theme/` says in its first line what it was copied from. The original stands
//! beside it in `theme/originals/`, so that what has changed since can be told line by line.

use super::{FIRST, built_in_files, folder, names};
use crate::source::{FileId, Sources};
use similar::{ChangeTag, TextDiff};
use std::borrow::Cow;

/// Where originals are kept in a kit.
const ORIGINALS: &str = "theme/originals/";

/// What stands about the mark of a copy: a comment of Tera's, or of Typst's.
const COMMENTS: [(&str, &str); 2] = [("{#- pitchkit ", " -#}\n"), ("/* pitchkit ", " */\n")];

/// A template or a stylesheet of a built-in theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The theme it is of.
    pub theme: String,
    /// Its file: `hero.html`.
    pub name: String,
    /// What it says.
    pub text: Cow<'static, str>,
}

/// A kit's copy of a block that is another by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outdated {
    /// The copy.
    pub file: FileId,
    /// The theme that the block is of.
    pub theme: String,
    /// The version of the program it was copied from.
    pub since: String,
    /// Lines that went, after `- `, and lines that came, after `+ `. `None` if the original is not
    /// known any more.
    pub changes: Option<Vec<String>>,
    /// Whether the theme still has the block.
    pub is_there: bool,
}

/// What the first line of a copy says.
struct Mark<'a> {
    version: &'a str,
    theme: &'a str,
    name: &'a str,
    hash: &'a str,
}

impl<'a> Mark<'a> {
    /// The mark of `text`, and what stands after it.
    fn read(text: &'a str) -> Option<Mark<'a>> {
        let line = text.split('\n').next()?.trim_end_matches('\r');
        let inside = COMMENTS
            .iter()
            .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close.trim_end()));
        let mut parts = inside?.split(' ');
        let (version, path, hash) = (parts.next()?, parts.next()?, parts.next()?);
        let (theme, name) = path.split_once('/')?;
        parts.next().is_none().then_some(Mark {
            version,
            theme,
            name,
            hash,
        })
    }
}

impl Block {
    /// The blocks of the built-in theme `theme`, by name.
    pub fn all(theme: &str) -> Vec<Block> {
        let files = folder(theme).map(built_in_files).unwrap_or_default();
        let blocks = files.into_iter().map(|file| Block {
            theme: theme.to_string(),
            name: file.name,
            text: file.text,
        });
        let mut blocks: Vec<Block> = blocks.collect();
        blocks.sort_by(|a, b| a.name.cmp(&b.name));
        blocks
    }

    /// The block of that name.
    pub fn find(theme: &str, name: &str) -> Option<Block> {
        Block::all(theme)
            .into_iter()
            .find(|block| block.name == name)
    }

    /// Whether it is what the theme says of itself, which is no template.
    pub fn is_manifest(&self) -> bool {
        self.name == "theme.toml"
    }

    /// Where a kit's copy stands.
    pub fn path(&self) -> String {
        format!("theme/{}", self.name)
    }

    /// Where a kit keeps the original.
    pub fn original(&self) -> String {
        format!("{ORIGINALS}{}", self.name)
    }

    /// The copy that a kit gets.
    pub fn copy(&self) -> String {
        self.marked(&self.text)
    }

    /// `copy`, a kit's own, said to be of the block as it is now.
    pub fn marked(&self, copy: &str) -> String {
        if self.is_manifest() {
            return copy.to_string();
        }
        let version = env!("CARGO_PKG_VERSION");
        let (theme, name, hash) = (&self.theme, &self.name, hash(&self.text));
        let rest = match Mark::read(copy) {
            Some(_) => copy.split_once('\n').map_or("", |(_, rest)| rest),
            None => copy,
        };
        let [pages, paper] = COMMENTS;
        let (open, close) = if name.ends_with(".typ") { paper } else { pages };
        format!("{open}{version} {theme}/{name} {hash}{close}{rest}")
    }
}

/// The kit's copies whose originals have changed since.
pub fn outdated(sources: &Sources) -> Vec<Outdated> {
    copies(sources)
        .filter_map(|file| of_copy(file, sources))
        .collect()
}

/// The kit's copies of blocks of a built-in theme other than the one it asks for, with the name of
/// that. None in a theme by itself, which may be made of whatever there is.
pub fn strays(sources: &Sources, asked: Option<&str>) -> Vec<(FileId, String)> {
    let asked = asked.unwrap_or(FIRST);
    if sources.find("theme/theme.toml").is_some() || !names().any(|name| name == asked) {
        return Vec::new();
    }
    let stray = |file: FileId| {
        let mark = Mark::read(&sources.text(file).text)?;
        (mark.theme != asked).then(|| (file, mark.theme.to_string()))
    };
    copies(sources).filter_map(stray).collect()
}

/// All that may be copies.
fn copies(sources: &Sources) -> impl Iterator<Item = FileId> {
    let extensions = ["css", "html", "typ"].into_iter();
    extensions.flat_map(|extension| sources.texts_in("theme", extension))
}

fn of_copy(file: FileId, sources: &Sources) -> Option<Outdated> {
    let mark = Mark::read(&sources.text(file).text)?;
    // What is no theme of ours was not copied by us.
    names().find(|name| *name == mark.theme)?;
    let now = Block::find(mark.theme, mark.name);
    if now.as_ref().is_some_and(|now| hash(&now.text) == mark.hash) {
        return None;
    }
    let original = sources.find(&format!("{ORIGINALS}{}", mark.name));
    let original = original.map(|id| sources.text(id).text.as_str());
    let original = original.filter(|text| hash(text) == mark.hash);
    let changes = now
        .as_ref()
        .zip(original)
        .map(|(now, original)| changes(original, &now.text));
    Some(Outdated {
        file,
        theme: mark.theme.to_string(),
        since: mark.version.to_string(),
        changes,
        is_there: now.is_some(),
    })
}

fn changes(before: &str, now: &str) -> Vec<String> {
    let diff = TextDiff::from_lines(before, now);
    let changes = diff.iter_all_changes().filter_map(|change| {
        let sign = match change.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => return None,
        };
        Some(format!("{sign} {}", change.value().trim_end()))
    });
    changes.collect()
}

/// Names what a block says, whatever ends its lines.
fn hash(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    blake3::hash(text.as_bytes()).to_hex()[..12].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hero() -> Block {
        Block::find("editorial", "hero.html").expect("a block")
    }

    #[test]
    fn a_copy_knows_what_it_is_of() {
        let block = hero();
        let copy = block.copy();
        let mark = Mark::read(&copy).expect("a mark");
        assert_eq!((mark.theme, mark.name), ("editorial", "hero.html"));
        assert_eq!(mark.hash, hash(&block.text));
        assert_eq!(block.marked(&copy), copy);
        let own = format!("{copy}<p>mine</p>");
        assert_eq!(block.marked(&own), own);
        let paper = Block {
            name: "kit.typ".to_string(),
            ..hero()
        };
        let copy = paper.copy();
        assert!(copy.starts_with("/* pitchkit "), "{copy:.40}");
        assert_eq!(paper.marked(&copy), copy);
        assert!(Mark::read("{#- pitchkit 1 -#}\n").is_none());
        assert!(Mark::read("{#- pitchkit 1 a b c -#}\n").is_none());
    }

    #[test]
    fn changes_of_the_original_are_told() {
        fn check(copy: &str, original: Option<&str>, expected: Option<Option<&[&str]>>) {
            let mut sources = Sources::new();
            sources.add_text("theme/hero.html", copy);
            if let Some(original) = original {
                sources.add_text("theme/originals/hero.html", original);
            }
            let found = outdated(&sources);
            let found = found.first().map(|one| one.changes.as_deref());
            let found = found.map(|changes| {
                changes.map(|lines| lines.iter().map(String::as_str).collect::<Vec<_>>())
            });
            assert_eq!(found.as_ref().map(Option::as_deref), expected, "{copy:.60}");
        }
        let block = hero();
        check("<h1>mine alone</h1>", None, None);
        check(&block.copy(), Some(&block.text), None);
        check(&format!("{}<p>more</p>", block.copy()), None, None);
        let old = format!("<p>gone</p>\n{}", block.text);
        let then = Block {
            text: Cow::Owned(old.clone()),
            ..hero()
        };
        check(&then.copy(), Some(&old), Some(Some(&["- <p>gone</p>"])));
        check(&then.copy(), Some("another"), Some(None));
        check(&then.copy(), None, Some(None));
        let lost = Block {
            name: "lost.html".to_string(),
            ..hero()
        };
        check(&lost.copy(), Some(&block.text), Some(None));
    }

    #[test]
    fn line_ends_of_windows_change_nothing() {
        assert_eq!(hash("a\r\nb\r\n"), hash("a\nb\n"));
        let copy = hero().copy().replace('\n', "\r\n");
        let mut sources = Sources::new();
        sources.add_text("theme/hero.html", copy);
        assert_eq!(outdated(&sources), []);
    }
}
