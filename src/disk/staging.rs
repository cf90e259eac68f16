//! The hidden folder in which a new site is made ready, and the lock that goes with it.
//!
//! It lies beside the site's folder, so that moving a file into place is one rename; or in it,
//! where the parent is another file system or may not be written to. It exists only while a build
//! writes. One that is found later was left by a killed build, and is taken over: the lock is the
//! system's and ends with its process.

use super::IoError;
use super::exchange;
use super::journal;
use super::owned::{digest, to_hex};
use super::target::Target;
use super::write_error::WriteError;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How many names are tried when something that is not ours has the first.
const NAMES: u32 = 9;

/// How often a folder is looked at before it is taken for somebody else's.
const LOOKS: u32 = 5;

const IN_SITE: &str = ".pitchkit-staging";
const LOCK: &str = "lock";
const JOURNAL: &str = "journal";

/// A staging folder that is ours alone until it is dropped; then it is gone.
pub struct Staging<'a> {
    /// The site's folder it is for.
    pub target: &'a Target,
    folder: PathBuf,
    lock: Option<File>,
    /// Folders above the site's that were made for it, outer ones first.
    parents: Vec<PathBuf>,
    /// Whether it must outlive us, for the next build to finish what it holds.
    keep: bool,
}

impl Target {
    /// Whether `path`, in the site's folder, is a staging folder.
    pub fn is_staging(&self, path: &Path) -> bool {
        let name = path.strip_prefix(&self.root).ok().and_then(Path::to_str);
        name.and_then(|name| name.strip_prefix(IN_SITE))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    /// The place beside the folder and the place in it.
    fn stagings(&self) -> [PathBuf; 2] {
        let name = self.root.file_name().unwrap_or_default();
        let hash = to_hex(&digest(name.as_encoded_bytes()));
        let beside = format!(".pitchkit-{}", &hash[..16]);
        [self.root.with_file_name(beside), self.root.join(IN_SITE)]
    }
}

/// Whether a build of `target` is writing now, or was killed while it did.
pub fn is_left(target: &Target) -> bool {
    target
        .stagings()
        .iter()
        .any(|place| left_at(place).is_some())
}

/// The staging folder at `place`, under whichever of its names.
fn left_at(place: &Path) -> Option<PathBuf> {
    (1..=NAMES)
        .map(|n| numbered(place, n))
        .take_while(|folder| folder.symlink_metadata().is_ok())
        .find(|folder| is_ours(folder))
}

fn numbered(place: &Path, n: u32) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    if n > 1 {
        name.push(format!("-{n}"));
    }
    PathBuf::from(name)
}

/// Whether we made `folder`: nobody else may look in, and what is in it, if anything, began with
/// our lock.
fn is_ours(folder: &Path) -> bool {
    let is_folder = folder.symlink_metadata().is_ok_and(|metadata| {
        #[cfg(unix)]
        let private = {
            use std::os::unix::fs::PermissionsExt;
            metadata.permissions().mode() & 0o777 == 0o700
        };
        #[cfg(not(unix))]
        let private = true;
        metadata.is_dir() && private
    });
    let locked = || {
        folder
            .join(LOCK)
            .symlink_metadata()
            .is_ok_and(|m| m.is_file())
    };
    let empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    // Its lock may come while we look for something else in it.
    is_folder && (locked() || empty() || locked())
}

impl Staging<'_> {
    /// Makes the staging folder of `target`, or takes over one that was left. Waits up to
    /// `patience` for a build that is still writing.
    pub fn claim(target: &Target, patience: Duration) -> Result<Staging<'_>, WriteError> {
        let mut staging = Staging {
            target,
            folder: PathBuf::new(),
            lock: None,
            parents: Vec::new(),
            keep: false,
        };
        staging.make_parents()?;
        let deadline = Instant::now() + patience;
        loop {
            staging.folder = staging.make_folder()?;
            if let Some(lock) = staging.lock_folder(deadline)? {
                staging.lock = Some(lock);
                return Ok(staging);
            }
        }
    }

    /// Finishes what a killed build had begun, or clears it away if it had not come that far.
    pub fn recover(&mut self, adopt: bool) -> Result<(), WriteError> {
        let path = self.journal();
        match fs::read(&path) {
            Ok(bytes) => {
                if let Some(steps) = journal::parse(&bytes) {
                    self.keep = true;
                    exchange::resume(self, &steps, adopt)?;
                    self.keep = false;
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(IoError::new("read", path, error).into()),
        }
        self.clear()
            .or_else(|_| self.clear())
            .map_err(|error| IoError::new("clear", &self.folder, error).into())
    }

    /// Says that the next build has to finish what is staged.
    pub fn leave_for_next(&mut self) {
        self.keep = true;
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the steps are written down.
    pub fn journal(&self) -> PathBuf {
        self.folder.join(JOURNAL)
    }

    /// Where the file or folder `path` of the new site is made ready; the empty path is the site.
    pub fn staged(&self, path: &str) -> PathBuf {
        within(self.folder.join("new"), path)
    }

    /// Where the file that step `index` takes out of the site is kept meanwhile.
    pub fn kept(&self, index: usize) -> PathBuf {
        self.folder.join("old").join(index.to_string())
    }

    /// Where the file or folder `path` of the site is.
    pub fn placed(&self, path: &str) -> PathBuf {
        within(self.target.root.clone(), path)
    }

    /// The path of a file of the site as the person would write it.
    pub fn shown(&self, path: &str) -> PathBuf {
        within(self.target.given.clone(), path)
    }

    fn make_parents(&mut self) -> Result<(), IoError> {
        let above = self.target.root.ancestors().skip(1);
        let missing: Vec<_> = above.take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => self.parents.push(folder.to_path_buf()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(IoError::new("make", folder, error)),
            }
        }
        Ok(())
    }

    /// A folder for us, new or left; somebody may be in it.
    fn make_folder(&self) -> Result<PathBuf, IoError> {
        use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
        let [beside, inside] = self.target.stagings();
        let made = if left_at(&inside).is_some() || !same_file_system(&self.target.root) {
            make_at(&inside)
        } else {
            make_at(&beside).or_else(|error| match error.kind() {
                PermissionDenied | ReadOnlyFilesystem if self.target.root.is_dir() => {
                    make_at(&inside)
                }
                _ => Err(error),
            })
        };
        made.map_err(|error| IoError::new("write to", &self.target.given, error))
    }

    /// The lock of the folder; `None` if the folder went away while we waited for it.
    fn lock_folder(&self, deadline: Instant) -> Result<Option<File>, WriteError> {
        let path = self.folder.join(LOCK);
        let failed = |error| IoError::new("lock", &self.target.given, error);
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        let mut lock = match options.open(&path) {
            Ok(lock) => lock,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(error).into()),
        };
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                // Some network folders have no locks; one build at a time is then a habit.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    break;
                }
                Err(TryLockError::Error(error)) => return Err(failed(error).into()),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => {
                    let holder = fs::read_to_string(&path).unwrap_or_default();
                    let holder = match holder.trim().parse::<u32>() {
                        Ok(process) => format!("process {process}"),
                        Err(_) => "another process".to_string(),
                    };
                    return Err(WriteError::Refused {
                        path: self.target.given.clone(),
                        reason: format!("another build is writing to it ({holder})"),
                        hint: "wait until it has ended, then build again".to_string(),
                    });
                }
            }
        }
        // The last holder removes the folder before it lets go, so what we hold may be nothing.
        if !is_file_at(&lock, &path) {
            return Ok(None);
        }
        let written = lock
            .set_len(0)
            .and_then(|()| writeln!(lock, "{}", std::process::id()));
        match written {
            Ok(()) => Ok(Some(lock)),
            Err(error) => {
                fs::remove_file(&path).ok();
                fs::remove_dir(&self.folder).ok();
                Err(failed(error).into())
            }
        }
    }

    /// Removes all but the lock. The journal goes first: without it nothing else has a meaning,
    /// and with it all else must be whole.
    fn clear(&self) -> io::Result<()> {
        gone(fs::remove_file(self.journal()))?;
        for part in [self.staged(""), self.folder.join("old")] {
            gone(fs::remove_dir_all(&part)).or_else(|_| gone(fs::remove_dir_all(&part)))?;
        }
        Ok(())
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        if self.lock.is_none() {
            // Ours if nothing is in it; whoever came in between makes it again.
            fs::remove_dir(&self.folder).ok();
        } else if !self.keep {
            // What fails here is tried once more, and then again by the next build.
            if self.clear().is_ok() || self.clear().is_ok() {
                let lock = self.folder.join(LOCK);
                gone(fs::remove_file(&lock))
                    .or_else(|_| gone(fs::remove_file(&lock)))
                    .and_then(|()| fs::remove_dir(&self.folder))
                    .or_else(|_| fs::remove_dir(&self.folder))
                    .ok();
            }
        }
        for parent in self.parents.iter().rev() {
            // Not empty when the build went well.
            fs::remove_dir(parent).ok();
        }
    }
}

/// Joins, so that the empty path is the folder itself.
fn within(folder: PathBuf, path: &str) -> PathBuf {
    if path.is_empty() {
        folder
    } else {
        folder.join(path)
    }
}

/// Takes what is gone already for removed.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Makes a folder at `place`, or under its next name if something that is not ours has it. Other
/// builds make and remove these folders too, so what seems foreign is looked at more than once.
fn make_at(place: &Path) -> io::Result<PathBuf> {
    for look in 0..NAMES * LOOKS {
        let folder = numbered(place, 1 + look / LOOKS);
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        match builder.create(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if is_ours(&folder) {
                    return Ok(folder);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Whether `root`, if it exists, is on the file system of the folder it lies in.
fn same_file_system(root: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let device = |path: &Path| path.metadata().map(|metadata| metadata.dev());
        match (device(root), root.parent().map(device)) {
            (Ok(own), Some(Ok(above))) => own == above,
            _ => true,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = root;
        true
    }
}

/// Whether `path` still means the opened `file`.
fn is_file_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        match (file.metadata(), path.symlink_metadata()) {
            (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
            _ => false,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}
