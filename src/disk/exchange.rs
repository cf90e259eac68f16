//! A staged site to its place: by steps that can be taken again after a crash, and taken back
//! after an error.
//!
//! All that needs space is written and flushed first. Then come only renames inside one file
//! system, new files before the pages that name them, and everything that leaves the site is kept
//! until the last step has been taken.

use super::IoError;
use super::durable::{flush_file_system, flush_folder, make_folder, write_file};
use super::journal;
use super::plan::Plan;
use super::staging::Staging;
use super::step::Step;
use super::write_error::WriteError;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Up to so many files, each is flushed by itself; beyond, one flush of the file system is faster.
const FLUSHED_ALONE: usize = 16;

/// Makes the site what `plan` says, or leaves it as it is.
pub fn publish(staging: &mut Staging<'_>, plan: &Plan<'_>) -> Result<(), WriteError> {
    let steps = prepare(staging, plan)?;
    let mut taken = 0;
    let mut result = Ok(());
    for (index, step) in steps.iter().enumerate() {
        result = step.take(staging, index);
        if result.is_err() {
            break;
        }
        taken += 1;
    }
    if let Err(error) = result.and_then(|()| flush_changed(staging, &steps)) {
        for (index, step) in steps[..taken].iter().enumerate().rev() {
            if let Err(second) = step.take_back(staging, index) {
                staging.leave_for_next();
                return Err(WriteError::Halfway(second));
            }
        }
        return Err(error.into());
    }
    Ok(())
}

/// Does all that can be done without touching the site, and says what is left to do.
fn prepare(staging: &Staging<'_>, plan: &Plan<'_>) -> Result<Vec<Step>, WriteError> {
    let full = |error| {
        let needed = plan.place.iter().map(|placed| placed.bytes.len() as u64);
        WriteError::full(error, needed.sum())
    };
    let steps = stage(staging, plan).map_err(full)?;
    keep_old(staging, &steps).map_err(full)?;
    // Staging takes its time. The checks come last, and all before the first step, so that the
    // steps themselves are renames and nothing else.
    staging.target.unmoved()?;
    steps.iter().try_for_each(|step| step.check(staging))?;
    write_journal(staging, &steps).map_err(full)?;
    Ok(steps)
}

/// Takes the steps of a killed build that it did not take. If something changed meanwhile, what
/// it put there stays where the person said so; else the build is refused, or given up if no step
/// of it had been taken.
pub fn resume(staging: &Staging<'_>, steps: &[Step], adopt: bool) -> Result<(), WriteError> {
    if !steps.iter().any(|step| step.was_taken(staging)) {
        for step in steps {
            match step.check(staging) {
                Err(WriteError::Refused { .. }) => return Ok(()),
                checked => checked?,
            }
        }
    }
    let kept = staging.folder().join("old");
    fs::create_dir_all(&kept).map_err(|error| IoError::new("make", kept, error))?;
    for (index, step) in steps.iter().enumerate() {
        match step.check(staging) {
            Ok(()) => step.take(staging, index)?,
            Err(WriteError::Refused { .. }) if adopt => {}
            Err(error) => return Err(error),
        }
    }
    Ok(flush_changed(staging, steps)?)
}

/// Writes the new files, and says by which steps they come to their place. A folder that the site
/// does not have yet is moved as a whole, the site's own too.
fn stage(staging: &Staging<'_>, plan: &Plan<'_>) -> Result<Vec<Step>, IoError> {
    let alone = !cfg!(target_os = "linux") || plan.place.len() <= FLUSHED_ALONE;
    let mut folders = BTreeSet::from([""]);
    let mut whole = BTreeSet::new();
    let mut replacing = Vec::new();
    let made = |path: &str| {
        make_folder(&staging.staged(path))
            .map_err(|error| IoError::new("make", staging.shown(path), error))
    };
    made("")?;
    for placed in &plan.place {
        for (at, _) in placed.path.match_indices('/') {
            let folder = &placed.path[..at];
            if folders.insert(folder) {
                made(folder)?;
            }
        }
        write_file(&staging.staged(&placed.path), &placed.bytes, alone)
            .map_err(|error| IoError::new("write", staging.shown(&placed.path), error))?;
        match placed.old {
            Some(_) => replacing.push(Step::Place {
                path: placed.path.clone(),
                old: placed.old,
            }),
            None => {
                whole.insert(first_missing(staging, plan, &placed.path));
            }
        }
    }
    let flushed = if alone {
        folders
            .iter()
            .try_for_each(|folder| flush_folder(&staging.staged(folder)))
    } else {
        flush_file_system(staging.folder())
    };
    flushed.map_err(|error| IoError::new("write", &staging.target.given, error))?;

    let mut steps: Vec<Step> = whole
        .into_iter()
        .map(|path| Step::Place { path, old: None })
        .collect();
    steps.append(&mut replacing);
    steps.extend(plan.remove.iter().map(|(path, old)| Step::Remove {
        path: path.clone(),
        old: *old,
    }));
    steps.extend(
        plan.close
            .iter()
            .map(|path| Step::Close { path: path.clone() }),
    );
    Ok(steps)
}

/// The outermost folder of `path` that the site does not have, or `path` itself.
fn first_missing(staging: &Staging<'_>, plan: &Plan<'_>, path: &str) -> String {
    if !plan.root_exists {
        return String::new();
    }
    path.match_indices('/')
        .map(|(at, _)| &path[..at])
        .find(|folder| staging.placed(folder).symlink_metadata().is_err())
        .unwrap_or(path)
        .to_string()
}

/// Keeps a second name, or where the file system has none a copy, of each file to be replaced.
fn keep_old(staging: &Staging<'_>, steps: &[Step]) -> Result<(), IoError> {
    let folder = staging.folder().join("old");
    fs::create_dir(&folder).map_err(|error| IoError::new("make", folder, error))?;
    for (index, step) in steps.iter().enumerate() {
        if let Step::Place { path, old: Some(_) } = step {
            let (from, to) = (staging.placed(path), staging.kept(index));
            fs::hard_link(&from, &to)
                .or_else(|_| fs::copy(&from, &to).map(drop))
                .map_err(|error| IoError::new("keep a copy of", staging.shown(path), error))?;
        }
    }
    Ok(())
}

fn write_journal(staging: &Staging<'_>, steps: &[Step]) -> Result<(), IoError> {
    let write = || {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut file = options.open(staging.journal())?;
        file.write_all(&journal::to_bytes(steps))?;
        file.sync_all()?;
        flush_folder(staging.folder())
    };
    write().map_err(|error| IoError::new("write", staging.journal(), error))
}

/// Flushes every folder of the site that steps changed.
fn flush_changed(staging: &Staging<'_>, steps: &[Step]) -> Result<(), IoError> {
    let mut folders = BTreeSet::new();
    for step in steps {
        let (Step::Place { path, .. } | Step::Remove { path, .. } | Step::Close { path }) = step;
        let place = staging.placed(path);
        folders.extend(place.parent().map(Path::to_path_buf));
    }
    for folder in folders {
        match flush_folder(&folder) {
            // It was closed.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            flushed => flushed.map_err(|error| IoError::new("write", &folder, error))?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::Files;
    use super::super::plan::plan;
    use super::super::target::{Precious, Target, resolve};
    use super::super::write::{WriteOptions, write_to};
    use super::*;
    use std::collections::BTreeMap;
    use std::path::PathBuf;
    use std::time::Duration;

    const IDENTITY: &str = "a kit";

    fn files(files: &[(&str, &str)]) -> Files {
        let owned = |(path, text): &(&str, &str)| (path.to_string(), text.as_bytes().to_vec());
        files.iter().map(owned).collect()
    }

    fn old() -> Files {
        files(&[
            ("index.html", "old index"),
            ("kit.txt", "old text"),
            ("same.css", "same"),
            ("assets/old-1.webp", "old picture"),
            ("gone/a/b.html", "old page"),
        ])
    }

    fn new() -> Files {
        files(&[
            ("index.html", "new index"),
            ("kit.txt", "new text"),
            ("same.css", "same"),
            ("assets/new-1.webp", "new picture"),
            ("work/rail/index.html", "new page"),
        ])
    }

    fn target(base: &Path) -> Target {
        let precious = Precious {
            kit: base.join("kit"),
            home: None,
            working: None,
        };
        resolve(&base.join("site"), &precious).unwrap()
    }

    fn build(base: &Path, files: &Files) -> Result<(), WriteError> {
        let options = WriteOptions {
            kit: Path::new("kit"),
            identity: IDENTITY,
            adopt: false,
        };
        write_to(&target(base), files, &options).map(drop)
    }

    /// Every file and folder beneath `base` with its content.
    fn tree(base: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        walkdir::WalkDir::new(base)
            .into_iter()
            .map(|entry| {
                let path = entry.unwrap().into_path();
                let content = path.is_file().then(|| fs::read(&path).unwrap());
                (path.strip_prefix(base).unwrap().to_path_buf(), content)
            })
            .collect()
    }

    /// The tree after building each in turn.
    fn tree_of(builds: &[Files]) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let base = tempfile::tempdir().unwrap();
        for files in builds {
            build(base.path(), files).unwrap();
        }
        tree(base.path())
    }

    /// Leaves what a build of `files` leaves that is killed after `taken` steps, of which the last
    /// `back` were taken back. Returns how many steps there are.
    fn kill(base: &Path, files: &Files, taken: usize, back: usize) -> usize {
        let target = target(base);
        let plan = plan(&target, files, IDENTITY, false).unwrap();
        let mut staging = Staging::claim(&target, Duration::ZERO).unwrap();
        let steps = prepare(&staging, &plan).unwrap();
        for (index, step) in steps.iter().enumerate().take(taken) {
            step.take(&staging, index).unwrap();
        }
        for (index, step) in steps.iter().enumerate().take(taken).rev().take(back) {
            step.take_back(&staging, index).unwrap();
        }
        staging.leave_for_next();
        steps.len()
    }

    #[test]
    fn the_next_build_finishes_a_killed_one() {
        let expected = tree_of(&[old(), new()]);
        let mut taken = 0;
        loop {
            let base = tempfile::tempdir().unwrap();
            build(base.path(), &old()).unwrap();
            let all = kill(base.path(), &new(), taken, 0);
            assert!(all > 6, "{all}");
            build(base.path(), &new()).unwrap();
            assert_eq!(tree(base.path()), expected, "after {taken} steps");
            if taken == all {
                break;
            }
            taken += 1;
        }
    }

    #[test]
    fn killed_while_going_back_it_still_goes_forward() {
        let expected = tree_of(&[old(), new()]);
        for taken in 0..=7 {
            for back in 1..=taken {
                let base = tempfile::tempdir().unwrap();
                build(base.path(), &old()).unwrap();
                kill(base.path(), &new(), taken, back);
                build(base.path(), &new()).unwrap();
                assert_eq!(tree(base.path()), expected, "{back} of {taken} steps back");
            }
        }
    }

    #[test]
    fn steps_taken_back_leave_no_trace() {
        let expected = tree_of(&[old()]);
        for taken in 0..=7 {
            let base = tempfile::tempdir().unwrap();
            build(base.path(), &old()).unwrap();
            kill(base.path(), &new(), taken, taken);
            let target = target(base.path());
            let mut staging = Staging::claim(&target, Duration::ZERO).unwrap();
            fs::remove_file(staging.journal()).unwrap();
            staging.recover(false).unwrap();
            drop(staging);
            assert_eq!(tree(base.path()), expected, "{taken} steps");
        }
    }

    #[test]
    fn a_first_build_is_one_step() {
        let base = tempfile::tempdir().unwrap();
        assert_eq!(kill(base.path(), &new(), 0, 0), 1);
        assert!(!base.path().join("site").exists());
        build(base.path(), &old()).unwrap();
        // What the killed build had made ready was finished, and then replaced.
        assert_eq!(tree(base.path()), tree_of(&[new(), old()]));
    }

    #[test]
    fn a_journal_cut_short_means_nothing() {
        let base = tempfile::tempdir().unwrap();
        build(base.path(), &old()).unwrap();
        kill(base.path(), &new(), 0, 0);
        let target = target(base.path());
        let journal = Staging::claim(&target, Duration::ZERO).map(|mut staging| {
            staging.leave_for_next();
            staging.journal()
        });
        let journal = journal.unwrap();
        let bytes = fs::read(&journal).unwrap();
        fs::write(&journal, &bytes[..bytes.len() - 1]).unwrap();
        build(base.path(), &old()).unwrap();
        assert_eq!(tree(base.path()), tree_of(&[old()]));
    }

    #[test]
    fn an_edit_after_a_kill_is_kept() {
        for taken in [0, 2] {
            let base = tempfile::tempdir().unwrap();
            let index = base.path().join("site/index.html");
            build(base.path(), &old()).unwrap();
            kill(base.path(), &new(), taken, 0);
            fs::write(&index, "by hand").unwrap();
            let error = build(base.path(), &new()).unwrap_err();
            assert!(error.to_string().contains("index.html"), "{error}");
            assert_eq!(fs::read(&index).unwrap(), b"by hand");
            // Before the first step, the killed build was given up and is no trouble any more.
            let left = tree(base.path()).len() > tree_of(&[old()]).len();
            assert_eq!(left, taken > 0);
            fs::write(&index, "old index").unwrap();
            build(base.path(), &new()).unwrap();
            assert_eq!(tree(base.path()), tree_of(&[old(), new()]));
        }
    }

    #[test]
    fn an_edit_while_it_is_made_ready_is_kept() {
        for spoilt in [
            "index.html",
            "kit.txt",
            "assets/old-1.webp",
            "gone/a/b.html",
        ] {
            let base = tempfile::tempdir().unwrap();
            build(base.path(), &old()).unwrap();
            let target = target(base.path());
            let new = new();
            let plan = plan(&target, &new, IDENTITY, false).unwrap();
            fs::write(base.path().join("site").join(spoilt), "by hand").unwrap();
            let before = tree(base.path());
            let mut staging = Staging::claim(&target, Duration::ZERO).unwrap();
            let error = publish(&mut staging, &plan).unwrap_err();
            drop(staging);
            assert!(error.to_string().contains(spoilt), "{error}");
            assert_eq!(tree(base.path()), before, "{spoilt}");
        }
    }
}
