//! A kit's folder to its stamp, and to the folders that must be watched to learn of the next one.
//!
//! It follows the rules of [`read`](crate::disk::read()) and opens no file. It may see more than
//! the reader, which then costs a look; never less.

use super::glance::{Glance, Identity, Kind, identity};
use super::stamp::Stamp;
use crate::disk::read::{DEEPEST, FOLDERS, MOST_NAMES, PHOTO_FOLDER, TEXT_FOLDERS, TEXTS};
use crate::kit::is_picture;
use std::collections::{HashSet, VecDeque};
use std::fs::{self, DirEntry};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What one walk through a kit finds.
#[derive(Default)]
pub(super) struct Survey {
    pub stamp: Stamp,
    /// The kit's own folder first.
    pub folders: Vec<Folder>,
}

/// A folder in which inputs lie. Its own folders are not part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folder {
    pub path: PathBuf,
    pub identity: Option<Identity>,
}

impl Folder {
    /// The folder at `path`, if it is one; links are followed.
    pub fn at(path: &Path) -> Option<Folder> {
        let metadata = fs::metadata(path).ok()?;
        metadata.is_dir().then(|| Folder {
            path: path.to_path_buf(),
            identity: identity(&metadata),
        })
    }
}

/// Takes it. A kit that is not there, or is no folder, has an empty one.
pub(super) fn take(kit: &Path) -> Survey {
    let begun = SystemTime::now();
    let Ok(metadata) = fs::metadata(kit) else {
        return Survey::default();
    };
    if !metadata.is_dir() {
        return Survey::default();
    }
    let mut walk = Walk {
        kit,
        resolved: None,
        survey: Survey::default(),
    };
    walk.survey.stamp.note(".", Glance::of(&metadata));
    walk.watch(kit.to_path_buf(), identity(&metadata));
    for (path, _) in TEXTS {
        walk.glance(path);
    }
    for folder in FOLDERS {
        walk.folder(folder);
    }
    walk.survey.stamp.date(begun, kit);
    walk.survey
}

struct Walk<'a> {
    kit: &'a Path,
    /// The kit's folder without links in its path, once that was asked for.
    resolved: Option<PathBuf>,
    survey: Survey,
}

impl Walk<'_> {
    /// Looks at all that counts in `top`, a folder of the kit, and in its folders.
    fn folder(&mut self, top: &str) {
        let Some(glance) = self.glance(top) else {
            return;
        };
        let holds = Holds::of(top);
        let mut names = 0;
        // Links to folders make circles. Whichever way leads into a folder, the same files lie in
        // it, so one visit is enough; the nearest folders come first since a visit far down would
        // end before one further up.
        let mut visited = HashSet::new();
        let mut ahead = VecDeque::from([(top.to_string(), glance, 1)]);
        while let Some((folder, glance, depth)) = ahead.pop_front() {
            let known = |identity: Identity| !visited.insert(identity);
            if glance.kind != Kind::Folder || glance.identity.is_some_and(known) {
                continue;
            }
            let path = self.kit.join(&folder);
            let Ok(entries) = fs::read_dir(&path) else {
                let closed = Glance::bare(Kind::Closed);
                self.survey.stamp.note(&folder, closed);
                continue;
            };
            self.watch(path, glance.identity);
            for entry in entries.map_while(Result::ok) {
                names += 1;
                // One more than is read, so that it shows when one less is there.
                if names > MOST_NAMES + 1 {
                    return;
                }
                let name = entry.file_name();
                let Some(name) = name.to_str() else {
                    let likeness = format!("{folder}/{}", name.to_string_lossy());
                    let unnamed = Glance::bare(Kind::Unnamed);
                    self.survey.stamp.note(&likeness, unnamed);
                    continue;
                };
                let Some(may_be_entered) = holds.input(name, &entry) else {
                    continue;
                };
                let path = format!("{folder}/{name}");
                if let Some(glance) = self.glance(&path)
                    && may_be_entered
                    && depth < DEEPEST
                {
                    ahead.push_back((path, glance, depth + 1));
                }
            }
        }
    }

    /// Looks at `path`, and notes what is there.
    fn glance(&mut self, path: &str) -> Option<Glance> {
        let full = self.kit.join(path);
        let glance = match fs::symlink_metadata(&full) {
            Ok(metadata) if metadata.is_symlink() => {
                let followed = self.follow(&full);
                followed.unwrap_or_else(|| Glance::of(&metadata))
            }
            Ok(metadata) => Glance::of(&metadata),
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(_) => Glance::bare(Kind::Closed),
        };
        self.survey.stamp.note(path, glance);
        Some(glance)
    }

    /// Looks at what the link `link` leads to, if that is in the kit.
    fn follow(&mut self, link: &Path) -> Option<Glance> {
        let target = fs::canonicalize(link).ok()?;
        let kit = self.kit;
        let resolved = self
            .resolved
            .get_or_insert_with(|| fs::canonicalize(kit).unwrap_or_else(|_| kit.to_path_buf()));
        if !target.starts_with(resolved) {
            return None;
        }
        let metadata = fs::metadata(&target).ok()?;
        if let Some(folder) = target.parent().and_then(Folder::at) {
            self.watch(folder.path, folder.identity);
        }
        Some(Glance::of(&metadata))
    }

    fn watch(&mut self, path: PathBuf, identity: Option<Identity>) {
        self.survey.folders.push(Folder { path, identity });
    }
}

/// What a folder of a kit holds.
enum Holds {
    /// Texts with this ending, and no folders.
    Texts(&'static str),
    Pictures,
    /// What a later version reads.
    Anything,
}

impl Holds {
    fn of(folder: &str) -> Holds {
        let texts = TEXT_FOLDERS.iter().find(|(name, ..)| *name == folder);
        match texts {
            Some((_, ending, _)) => Holds::Texts(ending),
            None if folder == PHOTO_FOLDER => Holds::Pictures,
            None => Holds::Anything,
        }
    }

    /// Whether what is called `name` counts, and then whether it is entered if it is a folder.
    fn input(&self, name: &str, entry: &DirEntry) -> Option<bool> {
        if name.starts_with('.') {
            return None;
        }
        match self {
            // An ending in capitals is refused, and so it counts.
            Holds::Texts(extension) => {
                let (_, ending) = name.rsplit_once('.')?;
                ending.eq_ignore_ascii_case(extension).then_some(false)
            }
            Holds::Pictures if is_picture(name) => Some(false),
            Holds::Pictures => {
                let kind = entry.file_type();
                let is_file = kind.is_ok_and(|kind| kind.is_file());
                (!is_file).then_some(true)
            }
            Holds::Anything => (!is_passing(name)).then_some(true),
        }
    }
}

/// Whether only programs leave files of this name behind: editors while they save, and those that
/// fetch the tools a theme is made with.
fn is_passing(name: &str) -> bool {
    let endings = ["~", ".swp", ".tmp", "___jb_tmp___", "___jb_old___"];
    name == "4913" || name == "node_modules" || endings.iter().any(|end| name.ends_with(end))
}
