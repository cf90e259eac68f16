//! The kit a command works on: read, and built in memory.

use super::build::faults;
use super::clock::{self, today};
use super::endless::made;
use super::progress::Line;
use super::{Format, Stop, Terminal, report};
use crate::Build;
use crate::disk::Files;
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
    /// The editions for single brands, by name. What there is to say of them is with the rest.
    pub(super) editions: Vec<(String, Build)>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) options: Options,
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

    /// Reads the kit and has `make` build it, for everybody and for each of its brands.
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
        let mut subject = Subject {
            build: made(make, &sources, &options),
            sources,
            editions: Vec::new(),
            diagnostics: Vec::new(),
            options,
            make,
            strict: self.strict,
        };
        subject.build_editions();
        Ok(subject)
    }

    /// Whether what was said of the kit makes the command fail.
    pub(super) fn is_refused(&self, diagnostics: &[Diagnostic]) -> bool {
        self.strict && !diagnostics.is_empty() || has_errors(diagnostics)
    }
}

impl Subject {
    /// Builds the editions, and sorts what there is to say of all. Of an edition that is what is
    /// wrong, and what is said of the brand's own file: the rest would be said again of each.
    fn build_editions(&mut self) {
        let mut said = std::mem::take(&mut self.build.diagnostics);
        let brands = self.build.kit.iter().flat_map(|kit| &kit.brands);
        let brands: Vec<_> = brands
            .map(|brand| (brand.name.clone(), brand.file))
            .collect();
        let mut known: Vec<Diagnostic> = Vec::new();
        self.editions.clear();
        for (name, file) in brands {
            let options = Options {
                audience: Audience::Brand(name.clone()),
                ..self.options.clone()
            };
            let mut build = made(self.make, &self.sources, &options);
            if known.is_empty() {
                known = said.iter().cloned().collect();
            }
            for diagnostic in std::mem::take(&mut build.diagnostics).sorted() {
                let is_own = diagnostic.span.is_some_and(|span| span.file == file);
                let is_wrong = diagnostic.severity == Severity::Error;
                if (is_own || is_wrong) && !known.contains(&diagnostic) {
                    known.push(diagnostic.clone());
                    said.push(diagnostic);
                }
            }
            self.editions.push((name, build));
        }
        self.diagnostics = said.sorted();
    }

    /// Finds, as making the site would, the photos of which nothing can be made.
    pub(super) fn prove(
        &mut self,
        dir: &Path,
        store: &Store,
        terminal: &Terminal,
    ) -> Result<(), Stop> {
        let editions = self.editions.iter().map(|(_, build)| build);
        let sites = std::iter::once(&self.build).chain(editions);
        let line = Line::new(terminal);
        let watch = |progress| line.show(progress);
        let mut found = Faults::new();
        for build in sites {
            let whole = build.site.as_ref();
            let whole = whole.filter(|_| !has_errors(&self.diagnostics));
            found.extend(faults(whole, &self.sources, dir, store, &watch)?);
        }
        line.end();
        if !found.is_empty() {
            self.blame(found);
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
        self.build_editions();
        self.diagnostics.splice(0..0, homeless);
    }

    /// Takes back what was said of the brands' files and is no error: who builds without them may be a
    /// machine whose words anybody can read.
    pub(super) fn be_silent_of_brands(&mut self) {
        let sources = &self.sources;
        self.diagnostics.retain(|diagnostic| {
            let file = diagnostic.span.map(|span| sources.text(span.file));
            let is_of_brand = file.is_some_and(|file| file.path.starts_with("brands/"));
            diagnostic.severity == Severity::Error || !is_of_brand
        });
    }

    /// Whether what is not for everybody is nowhere in `files`, which everybody gets and which were
    /// made of `inputs`; else that is among what there is to say.
    pub(super) fn is_tight(&mut self, files: &Files, inputs: &Files) -> bool {
        let Some(kit) = &self.build.kit else {
            return true;
        };
        let leaks = crate::leaks(&self.sources, &self.options, kit, files, inputs).sorted();
        let is_tight = leaks.is_empty();
        self.diagnostics.splice(0..0, leaks);
        is_tight
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
