//! The path a site is to be written to, to the folder it means, or to the reason why nothing may
//! ever be written there.

use super::write_error::WriteError;
use super::{IoError, read};
use std::io;
use std::path::{Component, Path, PathBuf};

/// Where a site goes.
#[derive(Debug)]
pub struct Target {
    /// The path as it was given, for messages.
    pub given: PathBuf,
    /// The folder it means: absolute, without links. It need not exist.
    pub root: PathBuf,
}

/// The folders that must outlive every build.
pub struct Precious {
    /// The kit that is built.
    pub kit: PathBuf,
    /// The person's own folder.
    pub home: Option<PathBuf>,
    /// The folder the command was given in.
    pub working: Option<PathBuf>,
}

impl Precious {
    /// What is precious to whoever builds `kit`.
    pub fn of(kit: &Path) -> Precious {
        Precious {
            kit: kit.to_path_buf(),
            home: std::env::home_dir(),
            working: std::env::current_dir().ok(),
        }
    }
}

/// Follows the links of `given` once, and refuses what must never become a site's folder.
pub fn resolve(given: &Path, precious: &Precious) -> Result<Target, WriteError> {
    let root = folder_of(given, given)?;
    if let Some(reason) = forbidden(&root, precious) {
        return Err(WriteError::Forbidden {
            output: given.to_path_buf(),
            reason,
        });
    }
    Ok(Target {
        given: given.to_path_buf(),
        root,
    })
}

impl Target {
    /// Whether the path still means the folder that it meant at first.
    pub fn unmoved(&self) -> Result<(), WriteError> {
        match folder_of(&self.given, &self.given) {
            Ok(root) if root == self.root => Ok(()),
            _ => Err(WriteError::Refused {
                path: self.given.clone(),
                reason: "it became another folder during the build".to_string(),
                hint: "leave the links on the way to it alone, then build again".to_string(),
            }),
        }
    }
}

/// The folder that `path` means. Of a path that does not exist, the part that does is resolved.
fn folder_of(path: &Path, given: &Path) -> Result<PathBuf, WriteError> {
    let refused = |reason: &str, hint: &str| WriteError::Refused {
        path: given.to_path_buf(),
        reason: reason.to_string(),
        hint: hint.to_string(),
    };
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    match path.canonicalize() {
        Ok(resolved) if resolved.is_dir() => Ok(resolved),
        Ok(_) => Err(refused(
            "it, or what is above it, is a file and not a folder",
            "name a folder with `--output`",
        )),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if path.symlink_metadata().is_ok() {
                return Err(refused(
                    "it is a link that leads nowhere",
                    "remove the link, or make the folder it points to",
                ));
            }
            match (path.parent(), path.components().next_back()) {
                (Some(parent), Some(Component::Normal(name))) => {
                    Ok(folder_of(parent, given)?.join(name))
                }
                _ => Err(refused(
                    "it goes up from a folder that does not exist",
                    "write the path without `..`",
                )),
            }
        }
        Err(error) => Err(IoError::new("open", given, error).into()),
    }
}

/// Why `root` may never be written, as the end of "it …".
fn forbidden(root: &Path, precious: &Precious) -> Option<String> {
    let resolved = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    if root.parent().is_none() {
        return Some("is the root of the file system".to_string());
    }
    let kit = resolved(&precious.kit);
    let home = precious.home.as_deref().map(resolved);
    let working = precious.working.as_deref().map(resolved);
    for (folder, what) in [
        (Some(&kit), "the kit"),
        (home.as_ref(), "your home folder"),
        (working.as_ref(), "the working folder"),
    ] {
        // A path that is not absolute would be a part of every other.
        let Some(folder) = folder.filter(|folder| folder.is_absolute()) else {
            continue;
        };
        if root == folder {
            return Some(format!("is {what} itself"));
        }
        if folder.starts_with(root) {
            return Some(format!("holds {what}"));
        }
    }
    in_own_folder(root, &kit)
}

/// Why nothing may be written at `path`, which is without links, as the end of "it …": what is
/// there is read as a part of the kit. So is `kit` without links.
pub fn in_own_folder(path: &Path, kit: &Path) -> Option<String> {
    let resolved = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let in_kit = path.strip_prefix(kit).ok();
    let first = in_kit.and_then(|rest| rest.components().next());
    for &name in read::FOLDERS.iter().chain(&[".pitchkit", ".git"]) {
        // Some file systems take `Photos` and `photos` for one folder.
        let by_name = first.is_some_and(|first| first.as_os_str().eq_ignore_ascii_case(name));
        if by_name || path.starts_with(resolved(&kit.join(name))) {
            return Some(format!("belongs to the kit's own `{name}` folder"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A home with a kit in it, and what comes of building the kit to `output`, a path in the
    /// home, with `working` as the working folder.
    fn check(output: &str, working: &str, expected: Result<&str, &str>) {
        let base = tempfile::tempdir().unwrap();
        let base = base.path().canonicalize().unwrap();
        let home = base.join("home");
        let kit = home.join("kit");
        fs::create_dir_all(kit.join("pictures")).unwrap();
        fs::create_dir_all(kit.join("Theme/x")).unwrap();
        fs::create_dir_all(home.join("elsewhere")).unwrap();
        fs::write(kit.join("story.md"), "").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::symlink;
            symlink("pictures", kit.join("photos")).unwrap();
            symlink("kit", home.join("alias")).unwrap();
            symlink("elsewhere", home.join("link")).unwrap();
            symlink("gone", home.join("dangling")).unwrap();
        }
        let precious = Precious {
            kit: home.join("kit"),
            home: Some(home.clone()),
            working: Some(home.join(working)),
        };
        let resolved = resolve(&home.join(output), &precious);
        match (resolved, expected) {
            (Ok(target), Ok(path)) => assert_eq!(target.root, home.join(path)),
            (Err(error), Err(reason)) => {
                let is_forbidden = matches!(error, WriteError::Forbidden { .. });
                assert_eq!(is_forbidden, !reason.starts_with('!'), "{output}: {error}");
                let line = error.to_string();
                let reason = reason.trim_start_matches('!');
                assert!(line.contains(reason), "{output}: {line}");
            }
            (got, _) => panic!("{output}: {got:?}"),
        }
    }

    #[test]
    fn a_site_has_its_own_folder() {
        check("kit/site", "kit", Ok("kit/site"));
        check("kit/out/site", "kit", Ok("kit/out/site"));
        check("elsewhere", "kit", Ok("elsewhere"));
        check("new/deep/site", "kit", Ok("new/deep/site"));
        check("kit/photos-2", "kit", Ok("kit/photos-2"));
    }

    #[test]
    fn precious_folders_are_never_targets() {
        check("kit", "elsewhere", Err("is the kit itself"));
        check("kit/site/..", "elsewhere", Err("!goes up from"));
        check("kit/pictures/..", "elsewhere", Err("is the kit itself"));
        check("", "kit", Err("holds the kit"));
        check("..", "kit", Err("holds the kit"));
        check("/", "kit", Err("is the root of the file system"));
        check(
            "elsewhere",
            "elsewhere",
            Err("is the working folder itself"),
        );
        check("kit/out", "kit/out/sub", Err("holds the working folder"));
        check("kit/theme", "kit", Err("the kit's own `theme` folder"));
        check("kit/Theme/x", "kit", Err("the kit's own `theme` folder"));
        check(
            "kit/collaborations",
            "kit",
            Err("own `collaborations` folder"),
        );
        check("kit/.git/hooks", "kit", Err("the kit's own `.git` folder"));
        check("kit/story.md", "kit", Err("!is a file and not a folder"));
    }

    #[test]
    fn home_is_never_a_target() {
        let base = tempfile::tempdir().unwrap();
        let precious = Precious {
            kit: base.path().join("kit"),
            home: Some(base.path().join("people/me")),
            working: None,
        };
        fs::create_dir_all(base.path().join("people/me")).unwrap();
        for (output, expected) in [
            ("people/me", "is your home folder itself"),
            ("people", "holds your home folder"),
        ] {
            let error = resolve(&base.path().join(output), &precious).unwrap_err();
            assert!(error.to_string().contains(expected), "{error}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn links_are_followed_once() {
        check("link", "kit", Ok("elsewhere"));
        check("link/site", "kit", Ok("elsewhere/site"));
        check("alias/site", "kit", Ok("kit/site"));
        check("alias", "elsewhere", Err("is the kit itself"));
        check("kit/photos", "kit", Err("own `photos` folder"));
        check("kit/pictures", "kit", Err("own `photos` folder"));
        check("alias/pictures/x", "kit", Err("own `photos` folder"));
        check("dangling", "kit", Err("!leads nowhere"));
        check("dangling/site", "kit", Err("!leads nowhere"));
    }
}
