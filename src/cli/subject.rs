//! The kit a command works on: read, and built in memory.

use super::build::faults;
use super::clock::{self, today};
use super::endless::made;
use super::progress::Line;
use super::{Format, Stop, Terminal, report};
use crate::Build;
use crate::disk::store::{Faults, Store};
use crate::source::{Audience, Diagnostic, Leash, Options, Severity, Sources};
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// What builds a kit: for the site, or for the report.
type Make = fn(&Sources, &Options) -> Build;

/// How many problems are drawn before the rest is only counted.
const SHOWN: usize = 20;

/// Which kit, on which day, and how strictly.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The kit's folder
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub(super) dir: PathBuf,
    /// The day that decides what is stale, under embargo, expired or still ahead
    /// [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    /// Let warnings fail
    #[arg(long)]
    pub(super) strict: bool,
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    let mut all = diagnostics.iter();
    all.any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// A kit as it was read, what came of it, and what there is to say about it.
pub(super) struct Subject {
    pub(super) sources: Sources,
    pub(super) build: Build,
    pub(super) diagnostics: Vec<Diagnostic>,
    options: Options,
    make: Make,
    /// Whether warnings fail, and so are said even where others are not.
    strict: bool,
}

impl Args {
    /// The kit in `dir`, today, with warnings let pass.
    pub(super) fn of(dir: &Path) -> Args {
        Args {
            dir: dir.to_path_buf(),
            today: None,
            strict: false,
        }
    }

    /// Reads the kit and has `make` build it, for everybody to see.
    pub(super) fn examine(
        &self,
        store: &Store,
        base_url: Option<url::Url>,
        pdf: bool,
        make: Make,
    ) -> Result<Subject, Stop> {
        let options = Options {
            today: today(self.today)?,
            base_url,
            audience: Audience::Public,
            pdf,
            leash: Leash::default(),
        };
        let sources = store.sources(&self.dir)?;
        let mut build = made(make, &sources, &options);
        let diagnostics = std::mem::take(&mut build.diagnostics).sorted();
        Ok(Subject {
            sources,
            build,
            diagnostics,
            options,
            make,
            strict: self.strict,
        })
    }

    /// Whether what was said of the kit makes the command fail.
    pub(super) fn is_refused(&self, diagnostics: &[Diagnostic]) -> bool {
        self.strict && !diagnostics.is_empty() || has_errors(diagnostics)
    }
}

impl Subject {
    /// Finds, as making the site would, the photos of which nothing can be made.
    pub(super) fn prove(
        &mut self,
        dir: &Path,
        store: &Store,
        terminal: &Terminal,
    ) -> Result<(), Stop> {
        let site = self.build.site.as_ref();
        let whole = site.filter(|_| !has_errors(&self.diagnostics));
        let line = Line::new(terminal);
        let watch = |progress| line.show(progress);
        let faults = faults(whole, &self.sources, dir, store, &watch);
        line.end();
        let faults = faults?;
        if !faults.is_empty() {
            self.blame(faults);
        }
        Ok(())
    }

    /// Takes note of what nothing can be made of. Only who makes a picture finds that out of some
    /// photos: the kit is built once more, so that it is said where they are named.
    pub(super) fn blame(&mut self, faults: Faults) {
        let mut homeless = Vec::new();
        for (path, fault) in faults {
            for copy in self.sources.copies(&path) {
                self.sources.refuse(fault.clone().refusal(&copy));
            }
            if self.sources.refusal(&path).is_none() {
                homeless.push(fault.diagnostic(&path));
            }
        }
        self.build = made(self.make, &self.sources, &self.options);
        self.diagnostics = std::mem::take(&mut self.build.diagnostics).sorted();
        self.diagnostics.splice(0..0, homeless);
    }

    /// What sets this kit apart from others, wherever it is built.
    pub(super) fn identity(&self) -> String {
        let profile = self.build.kit.as_ref().map(|kit| &kit.profile);
        profile.map_or_else(String::new, |profile| {
            format!("{}\n{}", profile.creator.name.value, profile.site.language)
        })
    }

    /// The report as `terminal` was asked to give it; nothing for JSON, which is one document
    /// with the result in it.
    pub(super) fn report(&self, terminal: &Terminal) -> String {
        let all = !terminal.quiet || self.strict;
        let errors_only = |d: &&Diagnostic| d.severity == Severity::Error || all;
        let said: Vec<_> = self
            .diagnostics
            .iter()
            .filter(errors_only)
            .cloned()
            .collect();
        match terminal.format {
            Format::Human => report::human(&self.sources, &said, SHOWN),
            Format::Short => report::short(&self.sources, &said),
            Format::Json => String::new(),
        }
    }
}
