//! A pack to a file: a new one, or in the place of an older pack of the same kit, whole or not at
//! all.

use super::IoError;
use super::durable::{flush_folder, write_file};
use super::target;
use super::write_error::WriteError;
use crate::finish::{Mark, marked};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackedAs {
    /// There was nothing.
    New,
    /// An older pack of the same kit made way.
    Replaced,
    /// The file was this pack already, and was left alone.
    Same,
}

/// Writes the pack `bytes` of the kit in the folder `kit` to `output`. A file that is there already
/// makes way only if it is a pack of the kit that `identity` sets apart from others, as it was made.
/// Where the disk fails, what was there stays.
pub fn write_pack(
    output: &Path,
    bytes: &[u8],
    kit: &Path,
    identity: &str,
) -> Result<PackedAs, WriteError> {
    let place = place(output, kit)?;
    let folder = place.parent().unwrap_or(Path::new("."));
    // Two at once would take each other's drafts for left over. A file system that knows no locks
    // has drafts of its own for each, and keeps those of packs that were killed.
    let locked = File::open(folder).and_then(|folder| folder.lock().map(|()| folder));
    if locked.is_ok() {
        sweep(folder, &place);
    }
    let found = match fs::read(&place) {
        Ok(found) => Some(found),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed("read", output, error)),
    };
    if let Some(found) = &found {
        if found == bytes {
            return Ok(PackedAs::Same);
        }
        may_go(found, output, identity)?;
    }
    let draft = draft(folder, &place);
    let written = write_file(&draft, bytes, true).and_then(|()| {
        // Nobody else's file is there: it was looked at a moment ago.
        fs::rename(&draft, &place)?;
        flush_folder(folder)
    });
    if let Err(error) = written {
        // What is left of it is of no use to anybody.
        let _ = fs::remove_file(&draft);
        return Err(failed("write", output, error));
    }
    Ok(if found.is_some() {
        PackedAs::Replaced
    } else {
        PackedAs::New
    })
}

/// Where the file is, its links followed once.
fn place(output: &Path, kit: &Path) -> Result<PathBuf, WriteError> {
    let refused = |reason: &str, hint: &str| WriteError::Refused {
        path: output.to_path_buf(),
        reason: reason.to_string(),
        hint: hint.to_string(),
    };
    let place = match output.canonicalize() {
        Ok(place) if place.is_file() => place,
        Ok(_) => {
            return Err(refused(
                "a folder or something else that is no file is there",
                "name a file with `--output`",
            ));
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if output.symlink_metadata().is_ok() {
                let hint = "remove the link, or make the file it points to";
                return Err(refused("it is a link that leads nowhere", hint));
            }
            let Some(name) = output.file_name() else {
                return Err(refused("it names no file", "name a file with `--output`"));
            };
            let folder = match output.parent() {
                Some(folder) if !folder.as_os_str().is_empty() => folder,
                _ => Path::new("."),
            };
            let resolved = folder.canonicalize();
            let resolved = resolved.map_err(|error| failed("open", folder, error))?;
            resolved.join(name)
        }
        Err(error) => return Err(failed("open", output, error)),
    };
    let kit = kit.canonicalize().unwrap_or_else(|_| kit.to_path_buf());
    match target::in_own_folder(&place, &kit) {
        Some(reason) => Err(WriteError::Forbidden {
            output: output.to_path_buf(),
            reason,
        }),
        None => Ok(place),
    }
}

fn may_go(found: &[u8], output: &Path, identity: &str) -> Result<(), WriteError> {
    let reason = match marked(found, identity) {
        Some(Mark {
            same_kit: true,
            intact: true,
        }) => return Ok(()),
        Some(Mark {
            same_kit: false, ..
        }) => "it is the pack of another kit",
        Some(_) => "it was changed since it was packed",
        None => "it is there already and is no pack of this kit",
    };
    Err(WriteError::Refused {
        path: output.to_path_buf(),
        reason: reason.to_string(),
        hint: "move it away, or name another file with `--output`".to_string(),
    })
}

fn failed(action: &'static str, path: &Path, error: io::Error) -> WriteError {
    IoError::new(action, path, error).into()
}

fn draft(folder: &Path, place: &Path) -> PathBuf {
    folder.join(format!("{}{}", beginning(place), std::process::id()))
}

/// How the names of drafts of the file at `place` begin; a number follows.
fn beginning(place: &Path) -> String {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.pitchkit-")
}

/// Takes away the drafts of packs that were killed.
fn sweep(folder: &Path, place: &Path) {
    let beginning = beginning(place);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_prefix(&beginning));
        if number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())) {
            // What cannot be taken away does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::{Files, Packing, pack};

    fn packed(text: &str, identity: &str) -> Vec<u8> {
        let files = Files::from([("index.html".to_string(), text.as_bytes().to_vec())]);
        let pack = pack(&files, Packing::Single, "maite", identity, None);
        pack.expect("a pack").bytes
    }

    /// What becomes of a pack where `there` is, and what is there then.
    fn check(there: Option<&[u8]>, expected: Result<PackedAs, &str>) {
        let base = tempfile::tempdir().unwrap();
        let output = base.path().join("kit.html");
        if let Some(there) = there {
            fs::write(&output, there).unwrap();
        }
        let draft = base.path().join(".kit.html.pitchkit-4711");
        fs::write(&draft, "left").unwrap();
        let bytes = packed("new", "Maite");
        let written = write_pack(&output, &bytes, base.path(), "Maite");
        match (written, expected) {
            (Ok(got), Ok(expected)) => {
                assert_eq!(got, expected);
                assert_eq!(fs::read(&output).unwrap(), bytes);
            }
            (Err(error), Err(words)) => {
                assert!(error.to_string().contains(words), "{error}");
                assert_eq!(fs::read(&output).ok().as_deref(), there);
            }
            (got, _) => panic!("{got:?}"),
        }
        assert_eq!(fs::read_dir(base.path()).unwrap().count(), 1);
    }

    #[test]
    fn only_a_pack_of_the_same_kit_makes_way() {
        check(None, Ok(PackedAs::New));
        check(Some(&packed("old", "Maite")), Ok(PackedAs::Replaced));
        check(Some(&packed("new", "Maite")), Ok(PackedAs::Same));
        check(Some(&packed("old", "Robin")), Err("pack of another kit"));
        let edited = [b"x".to_vec(), packed("old", "Maite")].concat();
        check(Some(&edited), Err("changed since it was packed"));
        check(Some(b"mine"), Err("no pack of this kit"));
        check(Some(b""), Err("no pack of this kit"));
    }

    #[test]
    fn places_for_other_things_are_refused() {
        fn check(output: &str, words: &str, never: bool) {
            let base = tempfile::tempdir().unwrap();
            fs::create_dir_all(base.path().join("photos/x")).unwrap();
            fs::create_dir(base.path().join("out")).unwrap();
            let written = write_pack(&base.path().join(output), b"x", base.path(), "Maite");
            let error = written.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
            assert_eq!(matches!(error, WriteError::Forbidden { .. }), never);
        }
        check("photos/kit.zip", "own `photos` folder", true);
        check("photos/x/kit.zip", "own `photos` folder", true);
        check("out", "no file is there", false);
        check("nowhere/kit.zip", "does not exist", false);
    }

    #[test]
    #[cfg(unix)]
    fn links_are_followed_once_and_a_failure_leaves_what_was_there() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let base = tempfile::tempdir().unwrap();
        let at = |name: &str| base.path().join(name);
        fs::create_dir(at("out")).unwrap();
        fs::write(at("out/old.html"), packed("old", "Maite")).unwrap();
        symlink("out/old.html", at("kit.html")).unwrap();
        let bytes = packed("new", "Maite");
        let written = write_pack(&at("kit.html"), &bytes, base.path(), "Maite");
        assert_eq!(written.unwrap(), PackedAs::Replaced);
        assert!(at("kit.html").is_symlink());
        let mode = at("out/old.html").metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o644);
        symlink("gone", at("lost.html")).unwrap();
        let error = write_pack(&at("lost.html"), &bytes, base.path(), "Maite").unwrap_err();
        assert!(error.to_string().contains("leads nowhere"), "{error}");
    }
}
