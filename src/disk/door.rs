//! The one door to a kit: every file and folder of it is opened here, beneath the kit's folder.
//!
//! Checks on paths before they are opened have failed in every program that relied on them, since
//! a link can stand where the check saw a file. So a path is resolved by the call that opens it:
//! by `openat2` on Linux, step by step with `O_NOFOLLOW` elsewhere. Links that stay in the kit are
//! followed, all others are refused; nothing that is not a plain file is ever waited for.

use super::IoError;
use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

#[cfg(unix)]
use std::os::fd::OwnedFd;

/// An opened kit folder.
pub struct Door {
    #[cfg(unix)]
    root: OwnedFd,
    #[cfg(not(unix))]
    root: std::path::PathBuf,
}

/// Why there is nothing behind a path.
#[derive(Debug)]
pub enum Shut {
    /// Nothing has that name.
    Missing,
    /// A link on the way leads out of the kit, or is absolute.
    Outside,
    /// A link on the way leads nowhere or back to itself.
    Broken,
    /// We may not read it.
    Denied,
    /// It is a folder, a pipe, a socket or a device where a file was asked for, or no folder
    /// where a folder was.
    OtherKind,
    /// The world is wrong.
    Io(io::Error),
}

/// One name in a folder.
pub struct Entry {
    /// The name; `Err` with a readable likeness if it is not UTF-8.
    pub name: Result<String, String>,
    /// Whether it may be a folder: it is one, or a link, or the file system does not say.
    pub may_be_folder: bool,
}

impl Door {
    /// The file at `path`, opened for reading, and what is known of it.
    pub fn file(&self, path: &str) -> Result<(File, Metadata), Shut> {
        of_file(self.enter(path, Want::File)?)
    }

    /// What is known of the file at `path`, which is not opened for reading where the system can
    /// do without: whether it may be read is not known.
    pub fn sight(&self, path: &str) -> Result<Metadata, Shut> {
        let (_, metadata) = of_file(self.enter(path, Want::Sight)?)?;
        Ok(metadata)
    }
}

/// What a path is opened for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Want {
    File,
    Folder,
    /// Only to see what is there.
    Sight,
}

fn of_file(file: File) -> Result<(File, Metadata), Shut> {
    let metadata = file.metadata().map_err(Shut::Io)?;
    match metadata.is_file() {
        true => Ok((file, metadata)),
        false => Err(Shut::OtherKind),
    }
}

/// The file at `path` outside of any kit, opened for reading. What is no plain file is an error,
/// at once.
pub fn plain(path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    let file = File::from(rustix::fs::open(
        path,
        unix::FLAGS,
        rustix::fs::Mode::empty(),
    )?);
    #[cfg(not(unix))]
    let file = File::open(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is a device, a pipe or a socket, and no file",
        )),
    }
}

/// Opens `kit` itself. It may be a link: its name came from the person who asked.
#[cfg(unix)]
pub fn open(kit: &Path) -> Result<Door, IoError> {
    let flags = unix::FLAGS | rustix::fs::OFlags::DIRECTORY;
    let root = rustix::fs::open(kit, flags, rustix::fs::Mode::empty())
        .map_err(|error| IoError::new("open the kit", kit, error.into()))?;
    Ok(Door { root })
}

#[cfg(unix)]
impl Door {
    fn enter(&self, path: &str, want: Want) -> Result<File, Shut> {
        unix::open_beneath(&self.root, path, want)
    }

    /// The names in `folder`, sorted by their bytes.
    pub fn names(&self, folder: &str) -> Result<Vec<Entry>, Shut> {
        use rustix::fs::{Dir, FileType};
        let opened = self.enter(folder, Want::Folder)?;
        let mut names = Vec::new();
        for entry in Dir::new(opened).map_err(|error| Shut::Io(error.into()))? {
            let entry = entry.map_err(|error| Shut::Io(error.into()))?;
            let name = entry.file_name().to_bytes();
            if name != b"." && name != b".." {
                let kind = entry.file_type();
                names.push((name.to_vec(), kind));
            }
        }
        names.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(names
            .into_iter()
            .map(|(name, kind)| Entry {
                name: String::from_utf8(name)
                    .map_err(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
                may_be_folder: matches!(
                    kind,
                    FileType::Directory | FileType::Symlink | FileType::Unknown
                ),
            })
            .collect())
    }
}

#[cfg(unix)]
mod unix {
    use super::{Shut, Want};
    use rustix::fs::{AtFlags, FileType, Mode, OFlags, openat, readlinkat, statat};
    use rustix::io::Errno;
    use std::fs::File;
    use std::os::fd::{AsFd, OwnedFd};

    /// `NONBLOCK` so that a pipe is opened at once and then refused for its kind.
    pub const FLAGS: OFlags = OFlags::RDONLY
        .union(OFlags::CLOEXEC)
        .union(OFlags::NONBLOCK)
        .union(OFlags::NOCTTY);

    pub fn open_beneath(root: &OwnedFd, path: &str, want: Want) -> Result<File, Shut> {
        #[cfg(target_os = "linux")]
        match by_kernel(root, path, want) {
            // Before Linux 5.6, and in sandboxes that do not know the call.
            Err(Errno::NOSYS | Errno::PERM) => {}
            opened => return opened.map(File::from).map_err(|e| shut(root, path, e)),
        }
        step_by_step(root, path, want).map(File::from)
    }

    #[cfg(target_os = "linux")]
    fn by_kernel(root: &OwnedFd, path: &str, want: Want) -> Result<OwnedFd, Errno> {
        use rustix::fs::{ResolveFlags, openat2};
        let flags = match want {
            Want::File => FLAGS,
            Want::Folder => FLAGS | OFlags::DIRECTORY,
            Want::Sight => OFlags::PATH | OFlags::CLOEXEC,
        };
        let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
        // A rename anywhere while `..` is resolved makes the kernel give up with EAGAIN.
        let mut opened = Err(Errno::AGAIN);
        for _ in 0..100 {
            opened = openat2(root, path, flags, Mode::empty(), resolve);
            if !matches!(opened, Err(Errno::AGAIN | Errno::INTR)) {
                break;
            }
        }
        opened
    }

    fn shut(root: &OwnedFd, path: &str, error: Errno) -> Shut {
        match error {
            Errno::NOENT => match statat(root, path, AtFlags::SYMLINK_NOFOLLOW) {
                Ok(_) => Shut::Broken,
                Err(_) => Shut::Missing,
            },
            Errno::XDEV => Shut::Outside,
            Errno::LOOP => Shut::Broken,
            Errno::ACCESS | Errno::PERM => Shut::Denied,
            // ENXIO is what opening a socket says, or a device without a driver.
            Errno::NOTDIR | Errno::ISDIR | Errno::NXIO | Errno::NODEV => Shut::OtherKind,
            other => Shut::Io(other.into()),
        }
    }

    /// The same without help from the kernel: one name at a time, no link followed but by us. What
    /// is only to be seen is opened all the same.
    fn step_by_step(root: &OwnedFd, path: &str, want: Want) -> Result<OwnedFd, Shut> {
        const MOST_LINKS: usize = 40;
        let parts = |path: &str| -> Vec<String> {
            let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
            parts.rev().map(str::to_string).collect()
        };
        let mut opened: Vec<OwnedFd> = Vec::new();
        let mut ahead = parts(path);
        let mut links = 0;
        while let Some(name) = ahead.pop() {
            if name == ".." {
                opened.pop().ok_or(Shut::Outside)?;
                continue;
            }
            let here = opened.last().map_or(root.as_fd(), AsFd::as_fd);
            let mut flags = FLAGS | OFlags::NOFOLLOW;
            let is_folder = want == Want::Folder || !ahead.is_empty();
            flags.set(OFlags::DIRECTORY, is_folder);
            match openat(here, name.as_str(), flags, Mode::empty()) {
                Ok(fd) => {
                    if ahead.is_empty() {
                        return Ok(fd);
                    }
                    opened.push(fd);
                }
                // What a link gives differs between systems, and with O_DIRECTORY.
                Err(error @ (Errno::LOOP | Errno::NOTDIR | Errno::MLINK)) => {
                    let is_link =
                        statat(here, name.as_str(), AtFlags::SYMLINK_NOFOLLOW).is_ok_and(|stat| {
                            FileType::from_raw_mode(stat.st_mode) == FileType::Symlink
                        });
                    if !is_link {
                        return Err(shut(root, path, error));
                    }
                    links += 1;
                    if links > MOST_LINKS {
                        return Err(Shut::Broken);
                    }
                    let leads_to = readlinkat(here, name.as_str(), Vec::new())
                        .map_err(|error| Shut::Io(error.into()))?;
                    let leads_to = leads_to.to_str().map_err(|_| Shut::Broken)?;
                    if leads_to.starts_with('/') {
                        return Err(Shut::Outside);
                    }
                    ahead.extend(parts(leads_to));
                }
                Err(error) if links > 0 && error == Errno::NOENT => return Err(Shut::Broken),
                Err(error) => return Err(shut(root, path, error)),
            }
        }
        // Only `..` and `.` were left: the path ends on a folder that is open already.
        let here = opened.last().map_or(root.as_fd(), AsFd::as_fd);
        openat(here, ".", FLAGS, Mode::empty()).map_err(|error| shut(root, path, error))
    }

    #[cfg(test)]
    pub fn both_ways(root: &OwnedFd, path: &str) -> [Result<File, Shut>; 2] {
        [
            open_beneath(root, path, Want::File),
            step_by_step(root, path, Want::File).map(File::from),
        ]
    }
}

/// Opens `kit` itself.
#[cfg(not(unix))]
pub fn open(kit: &Path) -> Result<Door, IoError> {
    let failed = |error| IoError::new("open the kit", kit, error);
    let root = kit.canonicalize().map_err(failed)?;
    if root.is_dir() {
        Ok(Door { root })
    } else {
        Err(failed(io::ErrorKind::NotADirectory.into()))
    }
}

#[cfg(not(unix))]
impl Door {
    /// Without handles to open beneath, the resolved path decides.
    fn resolve(&self, path: &str) -> Result<std::path::PathBuf, Shut> {
        let full = self.root.join(path);
        let resolved = full.canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound if full.symlink_metadata().is_ok() => Shut::Broken,
            io::ErrorKind::NotFound => Shut::Missing,
            io::ErrorKind::PermissionDenied => Shut::Denied,
            _ => Shut::Io(error),
        })?;
        if resolved.starts_with(&self.root) {
            Ok(resolved)
        } else {
            Err(Shut::Outside)
        }
    }

    fn enter(&self, path: &str, want: Want) -> Result<File, Shut> {
        let resolved = self.resolve(path)?;
        if resolved.is_dir() != (want == Want::Folder) {
            return Err(Shut::OtherKind);
        }
        File::open(resolved).map_err(|error| match error.kind() {
            io::ErrorKind::PermissionDenied => Shut::Denied,
            _ => Shut::Io(error),
        })
    }

    /// The names in `folder`, sorted.
    pub fn names(&self, folder: &str) -> Result<Vec<Entry>, Shut> {
        let resolved = self.resolve(folder)?;
        if !resolved.is_dir() {
            return Err(Shut::OtherKind);
        }
        let mut names = Vec::new();
        for entry in resolved.read_dir().map_err(Shut::Io)? {
            let entry = entry.map_err(Shut::Io)?;
            let kind = entry.file_type().map_err(Shut::Io)?;
            names.push((entry.file_name(), kind));
        }
        names.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(names
            .into_iter()
            .map(|(name, kind)| Entry {
                name: name
                    .into_string()
                    .map_err(|name| name.to_string_lossy().into_owned()),
                may_be_folder: kind.is_dir() || kind.is_symlink(),
            })
            .collect())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Read;
    use std::os::unix::fs::symlink;

    /// What reading `path` comes to, the same by both ways in.
    fn check(kit: &Path, path: &str, expected: &str) {
        let door = open(kit).unwrap();
        for (way, opened) in unix::both_ways(&door.root, path).into_iter().enumerate() {
            let got = opened.and_then(|mut file| {
                if !file.metadata().map_err(Shut::Io)?.is_file() {
                    return Err(Shut::OtherKind);
                }
                let mut text = String::new();
                file.read_to_string(&mut text).map_err(Shut::Io)?;
                Ok(text)
            });
            let got = got.unwrap_or_else(|shut| format!("{shut:?}"));
            assert_eq!(got, expected, "{path}, way {way}");
        }
        let seen = match door.sight(path) {
            Ok(metadata) => metadata.len().to_string(),
            Err(shut) => format!("{shut:?}"),
        };
        let is_refused = expected.starts_with(char::is_uppercase);
        let expected = match is_refused {
            true => expected.to_string(),
            false => expected.len().to_string(),
        };
        assert_eq!(seen, expected, "{path}, seen");
    }

    #[test]
    fn links_lead_nowhere_but_into_the_kit() {
        let outer = tempfile::tempdir().unwrap();
        let kit = outer.path().join("kit");
        fs::create_dir_all(kit.join("photos/deep")).unwrap();
        fs::write(outer.path().join("secret"), "secret").unwrap();
        fs::write(kit.join("a.txt"), "a").unwrap();
        fs::write(kit.join("photos/deep/b.txt"), "b").unwrap();
        let link = |target: &str, name: &str| symlink(target, kit.join(name)).unwrap();
        link("a.txt", "inside");
        link("../../a.txt", "photos/deep/inside");
        link("photos/deep", "folder");
        link("../secret", "out");
        link("/etc/hostname", "absolute");
        link("out", "chain");
        link("photos/deep/../../../secret", "winding");
        link("../kit/a.txt", "out-and-in");
        link("loop", "loop");
        link("gone.txt", "dangling");
        link("..", "up");

        check(&kit, "a.txt", "a");
        check(&kit, "inside", "a");
        check(&kit, "photos/deep/inside", "a");
        check(&kit, "folder/b.txt", "b");
        check(&kit, "folder/inside", "a");
        check(&kit, "out", "Outside");
        check(&kit, "absolute", "Outside");
        check(&kit, "chain", "Outside");
        check(&kit, "winding", "Outside");
        check(&kit, "out-and-in", "Outside");
        check(&kit, "up/secret", "Outside");
        check(&kit, "../secret", "Outside");
        check(&kit, "loop", "Broken");
        check(&kit, "dangling", "Broken");
        check(&kit, "gone.txt", "Missing");
        check(&kit, "a.txt/b", "OtherKind");
        check(&kit, "photos", "OtherKind");
    }

    #[test]
    fn what_is_not_a_file_is_refused_at_once() {
        let kit = tempfile::tempdir().unwrap();
        let pipe = kit.path().join("pipe.jpg");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        )
        .unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(kit.path().join("socket")).unwrap();
        check(kit.path(), "pipe.jpg", "OtherKind");
        check(kit.path(), "socket", "OtherKind");
    }
}
