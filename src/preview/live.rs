//! What lies on the disk to what is shown.
//!
//! There are no kinds of change: whatever moved, the kit is built, since all that is slow about it
//! is kept in the store. A build that went well is shown at once. One that has errors, fewer files
//! than before, or a text that has lost its end, may be of a file that is only half saved: it is
//! held until nothing has moved for a moment. What is shown stays the last good site in any case.

use super::shown::{Shown, icon, name, numbers, state};
use super::whole::has_whole_texts;
use crate::Build;
use crate::disk::store::Store;
use crate::disk::watch::Stamp;
use crate::disk::{IoError, PATIENCE, reread, within};
use crate::jobs::{Effort, Fault, Job, Key};
use crate::render::{Asset, Kept, Site};
use crate::source::{Audience, Diagnostic, Diagnostics, Leash, Options, Photo, Sources};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// What the preview of a kit is asked to be.
pub struct Settings {
    /// The kit's folder.
    pub kit: PathBuf,
    /// Where pictures and fonts are kept.
    pub store: Store,
    /// For whom it is shown.
    pub audience: Audience,
    /// The day it is; it may change while the preview runs.
    pub today: Box<dyn Fn() -> Date + Send + Sync>,
    /// Draws diagnostics for pages: an array with an object for each, `severity` and all that is
    /// shown of it.
    pub draw: fn(&Sources, &[Diagnostic]) -> Value,
    /// Is told of a template that never ends, and ends the program.
    pub give_up: fn(&str),
    /// Is told of everything that is shown, in turn, and of every build that was asked for; but not
    /// of the first, if there is nothing to say of it.
    pub tell: Box<dyn Fn(&Attempt) + Send + Sync>,
}

/// What came of one build.
pub struct Attempt {
    /// The files whose change led to it, by path; none the first time.
    pub changed: Vec<String>,
    /// How long reading and building took.
    pub took: Duration,
    /// What was read.
    pub sources: Sources,
    /// What there is to say of it.
    pub diagnostics: Vec<Diagnostic>,
    /// The site, if there is one without errors.
    site: Option<Arc<Site>>,
    /// How old the numbers in it are, as pages are told.
    numbers: Value,
}

/// A kit and what is shown of it.
pub struct Live {
    settings: Settings,
    maker: Mutex<Maker>,
    shown: watch::Sender<Arc<Shown>>,
    wake: mpsc::Sender<()>,
    /// What each build keeps for the next.
    kept: Kept,
}

/// What only the one who builds may touch.
#[derive(Default)]
struct Maker {
    /// What was on the disk, and the day, before the last build began.
    seen: Option<(Stamp, Date)>,
    /// A build that waits until nothing moves.
    held: Option<Attempt>,
    /// The build that is shown, or would be but for its errors.
    last: Option<Attempt>,
    /// Whether the creator asked for a build, and waits to be told of it.
    is_asked: bool,
    /// Photos that turned out to be damaged when a picture was made of them: path, content, fault.
    faults: Vec<(String, [u8; 32], Fault)>,
    /// Documents that turned out not to be set: their jobs, the path of the template, what is wrong.
    unset: Vec<(Key, String, Fault)>,
}

/// What a look at the disk found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looked {
    /// What is shown is of what is there.
    Current,
    /// What is there may be half saved; soon it will be settled.
    Held,
}

impl Live {
    /// A kit of which nothing is shown yet. `wake` is sent to when something waits to be settled.
    pub fn new(settings: Settings, wake: mpsc::Sender<()>) -> Live {
        let nothing = Shown {
            site: None,
            numbers: json!([]),
            state: state(None, None, &json!([]), &json!([]), None),
        };
        Live {
            settings,
            maker: Mutex::default(),
            shown: watch::Sender::new(Arc::new(nothing)),
            wake,
            kept: Kept::default(),
        }
    }

    /// What is shown now.
    pub(super) fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.borrow())
    }

    /// Is told whenever something else is shown.
    pub(super) fn follow(&self) -> watch::Receiver<Arc<Shown>> {
        self.shown.subscribe()
    }

    /// Builds whatever the disk says, shows what comes of it, and tells of it even if it is what
    /// was shown already.
    pub fn rebuild(&self) {
        let mut maker = self.maker();
        maker.seen = None;
        maker.is_asked = true;
        drop(maker);
        self.look(true);
    }

    /// Builds if anything moved since the last build. What comes of it is shown if it is good, or
    /// if all is `settled` and nothing has moved since the look before.
    pub(super) fn look(&self, settled: bool) -> Looked {
        let mut maker = self.maker();
        let now = (Stamp::of(&self.settings.kit), (self.settings.today)());
        let is_first = maker.last.is_none();
        let before = maker.seen.as_ref();
        let moved = before.is_none_or(|(stamp, day)| {
            stamp.may_differ(&now.0, &self.settings.kit) || *day != now.1
        });
        let mut changed = before.map_or_else(Vec::new, |(stamp, _)| stamp.changes(&now.0));
        // However quiet it was before: what moved since the last look may be half saved.
        let settled = settled && changed.is_empty();
        if moved {
            if let Some(held) = maker.held.take() {
                changed.extend(held.changed);
                changed.sort();
                changed.dedup();
            }
            maker.held = Some(self.attempt(changed, now.1, &maker));
            maker.seen = Some(now);
        }
        let Some(attempt) = maker.held.take() else {
            return Looked::Current;
        };
        if !settled && !is_first && !self.is_progress(maker.last.as_ref(), &attempt) {
            maker.held = Some(attempt);
            if moved {
                // The receiver is gone when the program ends.
                let _ = self.wake.send(());
            }
            return Looked::Held;
        }
        let is_quiet = is_first && attempt.diagnostics.is_empty();
        maker.last = Some(attempt);
        self.show(&mut maker, is_quiet);
        Looked::Current
    }

    /// The bytes of what `job` makes. Pictures that are not kept yet are made quickly, under a name
    /// of their own in the store; documents, which are asked for now and then, as they will be
    /// published. `None` if nothing can be made; if that is the photo's fault, it is
    /// said.
    pub(super) fn made(&self, job: &Job) -> Option<Vec<u8>> {
        let store = &self.settings.store;
        if let Some(bytes) = store.kept(job) {
            return Some(bytes);
        }
        let asked = job.key();
        let mut job = job.clone();
        if let Job::Picture(picture) = &mut job {
            picture.effort = Effort::Quick;
        }
        let pictures = match &job {
            Job::Picture(picture) => slice::from_ref(picture),
            Job::Typeset(document) => &document.paper.pictures,
            Job::Font(_) => &[],
        };
        let open = |photo: &Photo| reread(&self.settings.kit, &photo.path);
        let results = store.run([&job], &open, &|_| {}).ok()?;
        if let Some((path, fault)) = results.faults.into_iter().next() {
            let mut photos = pictures.iter().map(|picture| &picture.photo);
            match photos.find(|photo| photo.path == path) {
                Some(photo) => self.blame(path, photo.content, fault),
                None => self.blame_template(asked, path, fault),
            }
        }
        store.bytes(&job, results.made.get(&job.key())?, &open).ok()
    }

    /// Takes note that nothing can be made of a photo, and has it said.
    fn blame(&self, path: String, content: [u8; 32], fault: Fault) {
        let mut maker = self.maker();
        if maker.faults.iter().all(|(_, known, _)| *known != content) {
            maker.faults.push((path, content, fault));
            maker.seen = None;
            let _ = self.wake.send(());
        }
    }

    /// Takes note that a document cannot be set, and has it said for as long as the site asks for
    /// just this one.
    fn blame_template(&self, document: Key, path: String, fault: Fault) {
        let mut maker = self.maker();
        if maker.unset.iter().all(|(known, _, _)| *known != document) {
            maker.unset.push((document, path, fault));
            maker.seen = None;
            let _ = self.wake.send(());
        }
    }

    /// Why pictures and fonts are made anew each time, if that is so: one line, told once.
    pub fn note(&self) -> Option<String> {
        self.settings.store.note()
    }

    fn maker(&self) -> MutexGuard<'_, Maker> {
        self.maker.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn attempt(&self, changed: Vec<String>, today: Date, maker: &Maker) -> Attempt {
        let start = Instant::now();
        let options = Options {
            today,
            base_url: None,
            audience: self.settings.audience.clone(),
            pdf: true,
            leash: Leash::default(),
        };
        let (sources, mut build) = match self.settings.store.sources(&self.settings.kit) {
            Ok(mut sources) => {
                for (path, content, fault) in &maker.faults {
                    let photo = sources.photo(path);
                    if photo.is_some_and(|photo| photo.content == *content) {
                        sources.refuse(fault.clone().refusal(path));
                    }
                }
                let give_up = self.settings.give_up;
                let build = within(PATIENCE, &options.leash, give_up, || {
                    crate::build_with(&sources, &options, &self.kept)
                });
                (sources, build)
            }
            Err(error) => (Sources::new(), unread(&self.settings.kit, error)),
        };
        if let Some(site) = build.site.as_ref().filter(|_| !maker.unset.is_empty()) {
            let jobs = site.files.values().filter_map(Asset::job);
            let asked: Vec<Key> = jobs.map(Job::key).collect();
            let unset = maker.unset.iter().filter(|(key, _, _)| asked.contains(key));
            for (_, path, fault) in unset {
                build.diagnostics.push(fault.clone().diagnostic(path));
            }
        }
        let is_good = !build.diagnostics.has_errors();
        Attempt {
            changed,
            took: start.elapsed(),
            sources,
            diagnostics: build.diagnostics.sorted(),
            site: build.site.filter(|_| is_good).map(Arc::new),
            numbers: build.view.map_or(json!([]), |view| numbers(&view)),
        }
    }

    /// Whether a build is surely no worse than what is shown, and of whole files as `last` was.
    fn is_progress(&self, last: Option<&Attempt>, attempt: &Attempt) -> bool {
        let before = self.shown();
        let before = before.site.as_ref().map_or(0, |(site, _)| site.files.len());
        let now = attempt.site.as_ref();
        now.is_some_and(|site| site.files.len() >= before)
            && last.is_none_or(|last| has_whole_texts(&last.sources, &attempt.sources))
    }

    /// Shows the last build, and tells of it unless it is to be `quiet`.
    fn show(&self, maker: &mut Maker, is_quiet: bool) {
        let is_asked = std::mem::take(&mut maker.is_asked);
        let Some(attempt) = &maker.last else { return };
        let before = self.shown();
        let (site, numbers) = match &attempt.site {
            Some(site) => (Some((Arc::clone(site), name(site))), &attempt.numbers),
            None => (before.site.clone(), &before.numbers),
        };
        let said = (self.settings.draw)(&attempt.sources, &attempt.diagnostics);
        let build = site.as_ref().map(|(_, name)| name.as_str());
        let icon = site.as_ref().and_then(|(site, _)| icon(site));
        let brand = match &self.settings.audience {
            Audience::Public => None,
            Audience::Brand(name) => Some(name.as_str()),
        };
        let state = state(build, icon.as_deref(), &said, numbers, brand);
        let is_new = state != before.state;
        if is_new {
            let numbers = numbers.clone();
            let shown = Shown {
                site,
                numbers,
                state,
            };
            self.shown.send_replace(Arc::new(shown));
        }
        if is_asked || is_new && !is_quiet {
            (self.settings.tell)(attempt);
        }
    }
}

/// What is said when the kit's folder cannot be read. Pages may be seen by others in the network,
/// so where on the disk the kit lies is left out.
fn unread(kit: &Path, mut error: IoError) -> Build {
    if let Some(inside) = kit
        .parent()
        .and_then(|base| error.path.strip_prefix(base).ok())
    {
        error.path = inside.to_path_buf();
    }
    let mut diagnostics = Diagnostics::new();
    diagnostics.push(Diagnostic::error("unreadable", error.to_string()).hint(error.hint()));
    Build {
        kit: None,
        view: None,
        site: None,
        diagnostics,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const KIT: &str = "\
[creator]
name = \"Ane\"

[contact]
email = \"ane@example.com\"

[[accounts]]
platform = \"instagram\"
handle = \"ane\"
";

    #[test]
    fn what_moved_since_the_look_before_is_held_however_quiet_it_was() {
        let base = tempfile::tempdir().expect("a folder");
        let profile = base.path().join("profile.toml");
        fs::write(&profile, KIT).expect("a kit");
        let (wake, woken) = mpsc::channel();
        let settings = Settings {
            kit: base.path().to_path_buf(),
            store: Store::open(Some(base.path().join("cache"))),
            audience: Audience::Public,
            today: Box::new(|| jiff::civil::date(2026, 11, 24)),
            give_up: |_| {},
            draw: |_, said| said.iter().map(|_| json!({"severity": "error"})).collect(),
            tell: Box::new(|_| {}),
        };
        let live = Live::new(settings, wake);
        assert_eq!(live.look(true), Looked::Current);
        let good = live.shown().state.clone();
        assert!(live.shown().site.is_some(), "{good}");

        // A text that is cut short is right as it is, and seldom meant.
        let story = base.path().join("story.md");
        let text = "# Ane\n\nShe swims in lakes, mostly in October, and sometimes in rivers.\n";
        fs::write(&story, text).expect("a file");
        assert_eq!(live.look(false), Looked::Current);
        let good_with_story = live.shown().state.clone();
        fs::write(&story, &text[..30]).expect("a file");
        assert_eq!(live.look(false), Looked::Held);
        assert_eq!(live.shown().state, good_with_story);
        assert!(woken.try_recv().is_ok(), "nobody comes back to it");
        fs::remove_file(&story).expect("a file");
        assert_eq!(live.look(false), Looked::Held);
        assert_eq!(live.shown().state, good_with_story);
        assert!(woken.try_recv().is_ok(), "nobody comes back to it");
        assert_eq!(live.look(true), Looked::Current);
        assert_eq!(live.shown().state, good);

        // An editor empties the file, and at that moment the quiet after its last save is over.
        fs::write(&profile, "").expect("a file");
        assert_eq!(live.look(true), Looked::Held);
        assert_eq!(live.shown().state, good);
        assert!(woken.try_recv().is_ok(), "nobody comes back to it");
        // And fills it.
        fs::write(&profile, KIT).expect("a file");
        assert_eq!(live.look(true), Looked::Current);
        assert_eq!(live.shown().state, good);

        // What stays so is told.
        fs::write(&profile, "").expect("a file");
        assert_eq!(live.look(false), Looked::Held);
        assert_eq!(live.look(true), Looked::Current);
        assert!(
            live.shown().state.contains("\"errors\":[{"),
            "{}",
            live.shown().state
        );
    }
}
