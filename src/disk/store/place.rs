//! What was asked for and what the system says to the folder of the cache.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Where the cache is: the folder that was given, `PITCHKIT_CACHE`, or this system's own place.
pub(super) fn location(
    given: Option<PathBuf>,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from);
    // A relative path in the environment would mean another folder in every working folder.
    let absolute = |name: &str| folder(name).filter(|path| path.is_absolute());
    let stated = given.or_else(|| folder("PITCHKIT_CACHE"));
    if let Some(stated) = stated.filter(|path| !path.as_os_str().is_empty()) {
        return Some(stated);
    }
    if cfg!(windows) {
        Some(absolute("LOCALAPPDATA")?.join("pitchkit").join("cache"))
    } else if cfg!(target_os = "macos") {
        Some(absolute("HOME")?.join("Library/Caches/pitchkit"))
    } else {
        let caches = absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache")));
        Some(caches?.join("pitchkit"))
    }
}

/// Whether the folder `place`, which may not be there yet, is `folder` or lies in it, whatever
/// links lead there.
pub(in crate::disk) fn lies_in(place: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    let place = std::path::absolute(place).unwrap_or_else(|_| place.to_owned());
    let there = place.ancestors().find_map(|part| part.canonicalize().ok());
    there.is_some_and(|there| there.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_lies_in_itself_and_those_above() {
        let base = tempfile::tempdir().expect("a folder");
        let at = |path: &str| base.path().join(path);
        std::fs::create_dir_all(at("kit/photos")).expect("folders");
        let check = |place: &str, expected: bool| {
            assert_eq!(lies_in(&at(place), &at("kit")), expected, "{place}");
        };
        check("kit", true);
        check("kit/photos", true);
        check("kit/not/yet", true);
        check("cache", false);
        check("kit-cache", false);
        check("not/yet", false);
    }

    #[test]
    fn where_the_cache_is() {
        fn check(given: Option<&str>, variables: &[(&str, &str)], expected: Option<&str>) {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| OsString::from(value))
            };
            let found = location(given.map(PathBuf::from), &variable);
            assert_eq!(
                found,
                expected.map(PathBuf::from),
                "{given:?} {variables:?}"
            );
        }
        let ours = ("PITCHKIT_CACHE", "mine");
        check(Some("here"), &[ours, ("HOME", "/home/m")], Some("here"));
        check(None, &[ours, ("HOME", "/home/m")], Some("mine"));
        check(None, &[], None);
        if cfg!(all(unix, not(target_os = "macos"))) {
            let home = ("HOME", "/home/m");
            let xdg = ("XDG_CACHE_HOME", "/var/cache/m");
            check(None, &[home, xdg], Some("/var/cache/m/pitchkit"));
            check(None, &[home], Some("/home/m/.cache/pitchkit"));
            check(
                None,
                &[home, ("XDG_CACHE_HOME", "odd")],
                Some("/home/m/.cache/pitchkit"),
            );
            check(
                None,
                &[home, ("PITCHKIT_CACHE", "")],
                Some("/home/m/.cache/pitchkit"),
            );
            check(None, &[("HOME", "")], None);
        }
    }
}
